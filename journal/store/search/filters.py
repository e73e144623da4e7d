"""Every record, newest first, by what it says and when it was: what `find` and the history read.

SQLModel says the queries; a page is found by keys alone and read as plain records.
"""

import sqlite3
from collections.abc import Iterator, Set
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, partial
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Engine,
    Integer,
    Select,
    and_,
    create_engine,
    false,
    func,
    inspect,
    literal,
    literal_column,
    null,
    or_,
    select,
    true,
    tuple_,
    union,
)
from sqlalchemy.pool import NullPool
from sqlmodel import Session, SQLModel

from journal.catalog.kinds import BY_TABLE, KINDS, SIDES
from journal.catalog.lexicon import Lexicon
from journal.phrases.write.format_phrase import EVENT_WORDS
from journal.records import Record
from journal.store.read import queries
from journal.store.search import tables

PAGE = 20
FEW = 2000
TABLES = tuple(kind.table for kind in KINDS if kind.filter_word)
_MODELS: dict[str, type[SQLModel]] = {
    str(model.__tablename__): model for model in vars(tables).values() if hasattr(model, "__tablename__")
}
_lent: ContextVar[sqlite3.Connection] = ContextVar("lent")
"""The connection of the query that is being asked; each thread has its own."""


class RecordFilter(NamedTuple):
    """What to look for; each part narrows the rest. `sites` take in their children, days are ISO dates."""

    text: str = ""
    sites: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    tables: tuple[str, ...] = TABLES


def find(
    connection: sqlite3.Connection, lexicon: Lexicon, wanted: RecordFilter, *, limit: int = PAGE, offset: int = 0
) -> list[Record]:
    """A window of the records wanted, newest first; those without a clock come first in their day.

    `connection` is one of `opening.reading`, `words` are those of its diary.
    """
    found: set[tuple[str, int, str, str | None]] = set()
    with _session(connection) as session:
        for table in filter(partial(_holds_any, connection), wanted.tables):
            for condition in _arms(connection, table, wanted, lexicon):
                window = _newest_of(table).where(condition).limit(limit + offset)
                found |= {tuple(row) for row in session.execute(window)}
    newest = sorted(found, key=_newest_first, reverse=True)[offset : offset + limit]
    return _read(connection, [(table, number) for table, number, _, _ in newest])


def count(connection: sqlite3.Connection, lexicon: Lexicon, wanted: RecordFilter) -> int:
    """How many records there are that are wanted."""
    keys = [
        _keys(table).where(condition)
        for table in wanted.tables
        for condition in _arms(connection, table, wanted, lexicon)
    ]
    if not keys:
        return 0
    with _session(connection) as session:
        return int(session.execute(select(func.count()).select_from(union(*keys).subquery())).scalar_one())


def _holds_any(connection: sqlite3.Connection, table: str) -> bool:
    """Whether a table has rows; to say a query takes longer than to ask an empty table."""
    return bool(connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0])


def _read(connection: sqlite3.Connection, places: list[tuple[str, int]]) -> list[Record]:
    """The records at these tables and row numbers, in this order; each table is asked once."""
    found: dict[tuple[str, int], Record] = {}
    for table in {table for table, _ in places}:
        numbers = sorted(number for of, number in places if of == table)
        marks = ", ".join("?" * len(numbers))
        records = queries.records(connection, table, f"rowid IN ({marks}) ORDER BY rowid", numbers)
        found |= zip([(table, number) for number in numbers], records, strict=True)
    return [found[place] for place in places]


@contextmanager
def _session(connection: sqlite3.Connection) -> Iterator[Session]:
    """A session of SQLModel on a connection that is lent to it, for one query."""
    connection.create_function("holds", 2, _holds, deterministic=True)
    lent = _lent.set(connection)
    try:
        with Session(_engine()) as session:
            yield session
    finally:
        _lent.reset(lent)


@cache
def _engine() -> Engine:
    """One for all queries: what it has compiled to SQL, which takes longer than an answer, serves each of them."""
    return create_engine("sqlite://", creator=lambda: _Lent(_lent.get()), poolclass=NullPool)


def _holds(text: str | None, wanted: str) -> bool:
    """Whether a text holds another, in any case of letters of any script."""
    return text is not None and wanted in text.casefold()


# ---- conditions ---------------------------------------------------------------------------------------------


@cache
def _keys(table: str) -> Select[Any]:
    """(table, row number, day, instant) of a table's rows; to say it takes longer than to ask it."""
    model = _MODELS[table]
    clock = BY_TABLE[table].clock
    at = _column(model, clock) if clock else null()
    number = literal_column(f"{table}.rowid", Integer)  # by which a row is read again within the same moment
    return select(
        literal(table).label("table"), number.label("number"), _day(table, model).label("day"), at.label("at")
    )


@cache
def _newest_of(table: str) -> Select[Any]:
    """The same in the order of `_newest_first`; of an arm no page needs more than its own length."""
    keys = _keys(table)
    _, number, day, at = keys.selected_columns
    return keys.order_by(day.desc(), func.coalesce(at, "~").desc(), number.desc())


def _newest_first(key: tuple[str, int, str, str | None]) -> tuple[str, str, int, str]:
    """By what rows of all tables are sorted, from the last to the first."""
    table, number, day, at = key
    return day, "~" if at is None else at, number, table


def _arms(
    connection: sqlite3.Connection, table: str, wanted: RecordFilter, lexicon: Lexicon
) -> list[ColumnElement[bool]]:
    """What together finds a table's rows: by its names and by its texts, each on an index of its own."""
    model = _MODELS[table]
    base = _within(connection, table, wanted, lexicon)
    if base is None:
        return []
    text = wanted.text.strip()
    if not text:
        return [base]
    arms = []
    named = _episodes(connection, text, lexicon) if table == "episode" else _named(table, model, text, lexicon)
    if named is not None:
        arms.append(and_(base, named))
    said = [_said(_column(model, column), text) for column in BY_TABLE[table].texts]
    if said:
        arms.append(and_(base, or_(*said)))
    return arms


@cache
def _column(model: type[SQLModel], name: str) -> ColumnElement[Any]:
    found: ColumnElement[Any] = inspect(model).columns[name]
    return found


def _day(table: str, model: type[SQLModel]) -> ColumnElement[str]:
    return _column(model, BY_TABLE[table].day)


def _within(
    connection: sqlite3.Connection, table: str, wanted: RecordFilter, lexicon: Lexicon
) -> ColumnElement[bool] | None:
    """Days, sites and kinds; None where no row of the table can be wanted."""
    day = _day(table, _MODELS[table])
    conditions: list[ColumnElement[bool]] = [true()]
    if wanted.first:
        conditions.append(day >= wanted.first)
    if wanted.last:
        conditions.append(day <= wanted.last)
    if wanted.sites or wanted.kinds:
        if table != "episode":
            return None
        sites = {child for site in wanted.sites for child in with_children(lexicon, site)}
        pairs = [
            (site, kind)
            for site, kind in _logged(connection)
            if (not sites or site in sites) and (not wanted.kinds or kind in wanted.kinds)
        ]
        if not pairs:
            return None
        conditions.append(_of(connection, pairs))
    return and_(*conditions)


def _named(table: str, model: type[SQLModel], text: str, lexicon: Lexicon) -> ColumnElement[bool] | None:
    """Rows of which every word of the text is in a name: `left calf`, `cramp`, `green tea`."""
    parts = text.lower().replace("_", " ").split()
    if table == "sleep":
        nap = _column(model, "nap")
        return {"nap": nap == 1, "slept": nap == 0, "sleep": nap == 0}.get(text.lower(), false())
    if table == "event":
        return _column(model, "kind").in_([kind for kind, word in EVENT_WORDS.items() if text.lower() in (word, kind)])
    name = BY_TABLE[table].name
    if name is None:
        return None
    role, column = name
    return and_(*(_column(model, column).in_(_slugs(lexicon, role, part)) for part in parts))


def _episodes(connection: sqlite3.Connection, text: str, lexicon: Lexicon) -> ColumnElement[bool] | None:
    """Episodes of which every word of the text is the side, the kind or in a name of the site; None where no such
    site and kind was ever logged."""
    parts = text.lower().replace("_", " ").split()
    sides = {part for part in parts if part in SIDES}
    fitting = [_Fitting(part, lexicon) for part in parts if part not in SIDES]
    found = [pair for pair in _logged(connection) if all(fits(*pair) for fits in fitting)]
    return _of(connection, found, sides) if found and len(sides) < 2 else None


def _of(
    connection: sqlite3.Connection, pairs: list[tuple[str, str]], sides: Set[str] = frozenset()
) -> ColumnElement[bool]:
    """Episodes of these sites and kinds, and of this side.

    Few are collected by the index of sites and sorted. Of many SQLite would do the same; with a + before the columns
    it knows of no index for them, and reads from the newest on until a page is full.
    """
    hidden = "" if _are_few(connection, pairs, sides) else "+"
    columns = tuple_(*(literal_column(f"{hidden}episode.{name}") for name in ("site", "kind")))
    return and_(columns.in_(pairs), literal_column("episode.side").in_(sides) if sides else true())


class _Fitting:
    """Whether a word is the kind of an episode, or in a name of its site or of one in which that lies."""

    def __init__(self, part: str, lexicon: Lexicon) -> None:
        self.begins = f" {part}"
        self.sites = {child for slug in _slugs(lexicon, "site", part) for child in with_children(lexicon, slug)}
        self.kind = lexicon.slug_of("kind", part)

    def __call__(self, site: str, kind: str) -> bool:
        return site in self.sites or kind == self.kind or self.begins in f" {site.replace('_', ' ')}"


def _logged(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each site with each kind that was ever logged there, found by leaps over the index."""
    sites = "SELECT min(site) FROM episode WHERE site > ?"
    kinds = "SELECT min(kind) FROM episode WHERE site = ? AND kind > ?"
    site = ""
    while (site := connection.execute(sites, (site,)).fetchone()[0]) is not None:
        kind = ""
        while (kind := connection.execute(kinds, (site, kind)).fetchone()[0]) is not None:
            yield site, kind


def _are_few(connection: sqlite3.Connection, pairs: list[tuple[str, str]], sides: Set[str]) -> bool:
    """Whether so few episodes are of these that sorting them costs nothing."""
    side = "".join(f" AND side = '{side}'" for side in sides)
    query = f"SELECT count(*) FROM (SELECT 1 FROM episode WHERE site = ? AND kind = ?{side} LIMIT {FEW})"
    found = 0
    for pair in pairs:
        found += connection.execute(query, pair).fetchone()[0]
        if found >= FEW:
            return False
    return True


def _slugs(lexicon: Lexicon, role: str, part: str) -> list[str]:
    """The slugs of which a word of a name begins so; slugs in the file that nobody knows are matched as they are."""
    begins = f" {part}"
    found = {
        sense.slug
        for name, senses in lexicon.senses.items()
        if begins in f" {name}"
        for sense in senses
        if sense.role == role
    }
    return sorted(found | {part})


def with_children(lexicon: Lexicon, site: str) -> list[str]:
    """A site and those that lie in it, and in those."""
    found = [site]
    for inside in found:
        found += [child for child, parent in lexicon.parents.items() if parent == inside and child not in found]
    return found


def _said(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """A column that holds the text as it stands; SQLite alone knows capitals of ASCII letters only."""
    known = column.is_not(None)
    if text.isascii():
        escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return and_(known, column.like(f"%{escaped}%", escape="\\"))
    return and_(known, func.holds(column, text.casefold()) == 1)


class _Lent:
    """A connection lent to SQLAlchemy, which may not close it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def close(self) -> None:
        """The lender closes it."""

    def rollback(self) -> None:
        """There is nothing to roll back in a read; the lender's moment goes on."""

    def commit(self) -> None:
        """As for rollback."""
