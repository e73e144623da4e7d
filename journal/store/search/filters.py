"""Every record, newest first, by what it says and when it was: what `find` and the history read.

SQLModel builds the queries; a page is found by keys alone and read as plain records.
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
    String,
    TableClause,
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
from sqlmodel import Session

from journal.catalog.kinds import BY_TABLE, SIDES
from journal.catalog.letters import plain
from journal.catalog.lexicon import Lexicon
from journal.moments import UserClock
from journal.phrases.write.format_phrase import EVENT_WORDS
from journal.records import Record
from journal.requests import read_history, with_children
from journal.store.read import queries
from journal.store.search.tables import MODELS

ANSWERS = "Answers of the check-in stand on the page of their day and in the charts."
PAGE = 20
"""Records on a page of `find`."""
FEW = 2000
"""Up to so many episodes are collected and sorted; more are read from the newest on."""
TABLES = tuple(MODELS)
_connection: ContextVar[sqlite3.Connection] = ContextVar("connection")
"""The connection of the query that is running; each thread has its own."""


class RecordFilter(NamedTuple):
    """What to look for; each part narrows the rest. `sites` take in their children, days are ISO dates."""

    text: str = ""
    sites: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    tables: tuple[str, ...] = TABLES


def record_filter(line: str, clock: UserClock) -> RecordFilter:
    """What a line asks for: days, kinds of record, and a text."""
    request = read_history(line, clock)
    first, last = (day.isoformat() if day else None for day in request.days)
    return RecordFilter(request.text, (), (), first, last, request.tables or TABLES)


def find(
    connection: sqlite3.Connection, lexicon: Lexicon, query: RecordFilter, *, limit: int = PAGE, offset: int = 0
) -> list[Record]:
    """A window of the records that pass the filter, newest first; those without a clock come first in their day.

    `connection` is one of `connections.reading`, `lexicon` that of its diary.
    """
    keys: set[tuple[str, int, str, str | None]] = set()
    with _session(connection) as session:
        for table in filter(partial(_has_rows, connection), query.tables):
            for condition in _conditions(connection, table, query, lexicon):
                window = _newest_of(table).where(condition).limit(limit + offset)
                keys |= {tuple(row) for row in session.execute(window)}
    newest = sorted(keys, key=_newest_first, reverse=True)[offset : offset + limit]
    return _records(connection, [(table, number) for table, number, _, _ in newest])


def where_answers_are(query: RecordFilter, lexicon: Lexicon) -> str:
    """A sentence where the filter names a question of the check-in, whose answers are no records; else empty."""
    return ANSWERS if lexicon.slug_of("question", query.text.strip().lower()) else ""


def count(connection: sqlite3.Connection, lexicon: Lexicon, query: RecordFilter) -> int:
    """How many records pass the filter."""
    keys = [
        _keys(table).where(condition)
        for table in query.tables
        for condition in _conditions(connection, table, query, lexicon)
    ]
    if not keys:
        return 0
    with _session(connection) as session:
        return int(session.execute(select(func.count()).select_from(union(*keys).subquery())).scalar_one())


def _has_rows(connection: sqlite3.Connection, table: str) -> bool:
    """Whether a table has rows: building a query takes longer than this question."""
    return bool(connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0])


def _records(connection: sqlite3.Connection, keys: list[tuple[str, int]]) -> list[Record]:
    """The records with these tables and row numbers, in this order; each table is read once."""
    records: dict[tuple[str, int], Record] = {}
    for table in {table for table, _ in keys}:
        numbers = sorted(number for row_table, number in keys if row_table == table)
        marks = ", ".join("?" * len(numbers))
        rows = queries.records(connection, table, f"rowid IN ({marks}) ORDER BY rowid", numbers)
        records |= zip([(table, number) for number in numbers], rows, strict=True)
    return [records[key] for key in keys]


@contextmanager
def _session(connection: sqlite3.Connection) -> Iterator[Session]:
    """A session of SQLModel that borrows the connection for one query."""
    connection.create_function("holds", 2, _holds, deterministic=True)
    token = _connection.set(connection)
    try:
        with Session(_engine()) as session:
            yield session
    finally:
        _connection.reset(token)


@cache
def _engine() -> Engine:
    """One engine for all queries: compiling a query to SQL takes longer than running it, and is kept for the next."""
    return create_engine("sqlite://", creator=lambda: _BorrowedConnection(_connection.get()), poolclass=NullPool)


_SIGNS = frozenset("\"'-0123456789")
"""For which a text may hold others: typographic quotes and dashes, digits of full width."""


def _holds(text: str | None, part: str) -> bool:
    """Whether a text contains another, in upper or lower case of any script and with plain signs; `part` has both."""
    return text is not None and part in plain(text).casefold()


# ---- conditions ---------------------------------------------------------------------------------------------


@cache
def _column(table: str, name: str) -> ColumnElement[Any]:
    column: ColumnElement[Any] = inspect(MODELS[table]).columns[name]
    return column


def _day(table: str) -> ColumnElement[str]:
    return _column(table, BY_TABLE[table].day)


@cache
def _keys(table: str) -> Select[Any]:
    """(table, row number, day, instant) of a table's rows; kept, for building it takes longer than running it."""
    clock = BY_TABLE[table].clock
    instant = _column(table, clock) if clock else null()
    number = literal_column(f"{table}.rowid", Integer)  # by which a row is read again in the same transaction
    return select(
        literal(table).label("table"), number.label("number"), _day(table).label("day"), instant.label("instant")
    )


@cache
def _newest_of(table: str) -> Select[Any]:
    """The same in the order of `_newest_first`; no page needs more of one condition than its own length."""
    keys = _keys(table)
    _, number, day, instant = keys.selected_columns
    return keys.order_by(day.desc(), func.coalesce(instant, "~").desc(), number.desc())


def _newest_first(key: tuple[str, int, str, str | None]) -> tuple[str, str, int, str]:
    """By what rows of all tables are sorted, from the last to the first."""
    table, number, day, instant = key
    return day, "~" if instant is None else instant, number, table


def _conditions(
    connection: sqlite3.Connection, table: str, query: RecordFilter, lexicon: Lexicon
) -> list[ColumnElement[bool]]:
    """What together finds a table's rows: by its names and by its texts, each on an index of its own."""
    base = _within(connection, table, query, lexicon)
    if base is None:
        return []
    text = query.text.strip()
    if not text:
        return [base]
    by_name = _episodes(connection, text, lexicon) if table == "episode" else _named(table, text, lexicon)
    by_text = [_contains(_column(table, column), text) for column in BY_TABLE[table].texts]
    if table == "event":
        by_text.append(_is_advised(text))
    return [
        *([] if by_name is None else [and_(base, by_name)]),
        *([and_(base, or_(*by_text))] if by_text else []),
    ]


def _within(
    connection: sqlite3.Connection, table: str, query: RecordFilter, lexicon: Lexicon
) -> ColumnElement[bool] | None:
    """Days, sites and kinds; None where no row of the table can pass."""
    conditions: list[ColumnElement[bool]] = [true()]
    if query.first:
        conditions.append(_day(table) >= query.first)
    if query.last:
        conditions.append(_day(table) <= query.last)
    if query.sites or query.kinds:
        if table != "episode":
            return None
        sites = with_children(query.sites, lexicon)
        pairs = [
            (site, kind)
            for site, kind in _logged_pairs(connection)
            if (not sites or site in sites) and (not query.kinds or kind in query.kinds)
        ]
        if not pairs:
            return None
        conditions.append(_of_pairs(connection, pairs))
    return and_(*conditions)


def _named(table: str, text: str, lexicon: Lexicon) -> ColumnElement[bool] | None:
    """Rows of which every word of the text is in a name: `green tea`, `nap`, `visit`."""
    if table == "sleep":
        nap = _column(table, "nap")
        return {"nap": nap == 1, "slept": nap == 0, "sleep": nap == 0}.get(text.lower(), false())
    if table == "event":
        return _column(table, "kind").in_([kind for kind, word in EVENT_WORDS.items() if text.lower() in (word, kind)])
    name = BY_TABLE[table].name
    if name is None:
        return None
    role, column = name
    return and_(*(_in_name(table, column, part, _slugs(lexicon, role, part)) for part in _name_parts(text)))


def _in_name(table: str, column: str, part: str, slugs: list[str]) -> ColumnElement[bool]:
    """Rows with a word in their name; a number is how many drinks."""
    has_word = _column(table, column).in_(slugs)
    return or_(has_word, _column(table, "count") == int(part)) if table == "drink" and part.isdecimal() else has_word


def _name_parts(text: str) -> list[str]:
    return plain(text).lower().replace("_", " ").split()


def _episodes(connection: sqlite3.Connection, text: str, lexicon: Lexicon) -> ColumnElement[bool] | None:
    """Episodes of which every word of the text is the side, the kind or in a name of the site; None where no such
    site and kind was ever logged."""
    parts = _name_parts(text)
    sides = {part for part in parts if part in SIDES}
    named = [_NamedBy(part, lexicon) for part in parts if part not in SIDES]
    pairs = [pair for pair in _logged_pairs(connection) if all(is_named(*pair) for is_named in named)]
    return _of_pairs(connection, pairs, sides) if pairs and len(sides) < 2 else None


def _of_pairs(
    connection: sqlite3.Connection, pairs: list[tuple[str, str]], sides: Set[str] = frozenset()
) -> ColumnElement[bool]:
    """Episodes of these sites and kinds, and of this side.

    Few are collected by the index of sites and sorted. Of many SQLite would do the same; with a + before the columns
    it knows of no index for them, and reads from the newest on until a page is full.
    """
    hidden = "" if _are_few(connection, pairs, sides) else "+"
    columns = tuple_(*(literal_column(f"{hidden}episode.{name}") for name in ("site", "kind")))
    return and_(columns.in_(pairs), literal_column("episode.side").in_(sides) if sides else true())


class _NamedBy:
    """Whether a word is the kind of an episode, or in a name of its site or of one in which that lies."""

    def __init__(self, part: str, lexicon: Lexicon) -> None:
        self.begins = f" {part}"
        self.sites = {*with_children(_slugs(lexicon, "site", part), lexicon)}
        self.kind = lexicon.slug_of("kind", part)

    def __call__(self, site: str, kind: str) -> bool:
        return site in self.sites or kind == self.kind or self.begins in f" {site.replace('_', ' ')}"


def _logged_pairs(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each site with each kind that was ever logged there, by leaps over the index."""
    sites = "SELECT min(site) FROM episode WHERE site > ?"
    kinds = "SELECT min(kind) FROM episode WHERE site = ? AND kind > ?"
    site = ""
    while (site := connection.execute(sites, (site,)).fetchone()[0]) is not None:
        kind = ""
        while (kind := connection.execute(kinds, (site, kind)).fetchone()[0]) is not None:
            yield site, kind


def _are_few(connection: sqlite3.Connection, pairs: list[tuple[str, str]], sides: Set[str]) -> bool:
    """Whether these are so few episodes that sorting them costs nothing."""
    side = "".join(f" AND side = '{side}'" for side in sides)
    query = f"SELECT count(*) FROM (SELECT 1 FROM episode WHERE site = ? AND kind = ?{side} LIMIT {FEW})"
    episodes = 0
    for pair in pairs:
        episodes += connection.execute(query, pair).fetchone()[0]
        if episodes >= FEW:
            return False
    return True


def _slugs(lexicon: Lexicon, role: str, part: str) -> list[str]:
    """The slugs of which a word of a name begins so; slugs that only the file has are matched as they are."""
    begins = f" {part}"
    slugs = {
        sense.slug
        for name, senses in lexicon.senses.items()
        if begins in f" {name}"
        for sense in senses
        if sense.role == role
    }
    return sorted(slugs | {part})


def _contains(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """A column that contains the text; SQLite alone knows capitals of ASCII letters only, and no sign by another."""
    is_there = column.is_not(None)  # so that an index of the rows with a text can be used
    if text.isascii() and not _SIGNS & set(text):
        escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return and_(is_there, column.like(f"%{escaped}%", escape="\\"))
    return and_(is_there, func.holds(column, plain(text).casefold()) == 1)


def _is_advised(text: str) -> ColumnElement[bool]:
    """Visits at which a doctor advised something that contains the text."""
    event, *texts = (literal_column(f"visit_advice.{name}", String) for name in ("event", "advised", "come_back"))
    holds_text = or_(*(_contains(column, text) for column in texts))
    return _column("event", "id").in_(select(event).select_from(TableClause("visit_advice")).where(holds_text))


class _BorrowedConnection:
    """A connection that SQLAlchemy borrows and may not close."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def close(self) -> None:
        """Who opened it closes it."""

    def rollback(self) -> None:
        """There is nothing to roll back in a read, and the transaction goes on."""

    def commit(self) -> None:
        """As for rollback."""
