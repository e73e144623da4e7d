"""What can be read of a damaged diary, written into a new file.

Rows are read by ranges of their numbers: where one cannot be read it is halved, so that only the rows of a damaged page
are lost. Their days stand in an index, where that can be read.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from journal import activity
from journal.catalog.kinds import BY_TABLE
from journal.errors import Refused
from journal.store.file import attached, backups, connections, derived, look, private_file, schema
from journal.store.file.contents import Contents

UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
LARGEST_IN_MEMORY = 200_000_000
"""Bytes of a diary of which a salvage is rehearsed."""
HISTORY = ("step", "change")
Row = tuple[Any, ...]


class Loss(NamedTuple):
    """Rows of a table that are not in the new file: how many, at least, and the days of those whose day is known."""

    table: str
    number: int
    days: list[str]


class Salvaged(NamedTuple):
    """What the new file holds, and what it does not: rows, and whether the history of undo is in it."""

    held: Contents
    losses: list[Loss]
    has_history: bool


def salvage(diary: Path, path: Path) -> Salvaged:
    """Write what can be read of a diary into a file that is not there yet. Refused where nothing can be read."""
    if not look.is_begun(diary):
        raise Refused(f"There is no diary at {diary} yet.")
    with activity.doing("salvaging the diary"), private_file.new_diary(path) as draft:
        return salvage_into(draft, diary)


def rehearse(diary: Path) -> Salvaged | None:
    """What a salvage would save and lose; None where nothing can be read, or more than memory should hold."""
    with suppress(Refused, OSError, *UNREADABLE):
        if diary.stat().st_size <= LARGEST_IN_MEMORY and look.is_begun(diary):
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as target:
                return _salvage(target, diary)
    return None


def salvage_into(draft: Path, diary: Path) -> Salvaged:
    """Write what can be read of a diary into a draft, a file of no bytes."""
    with closing(attached.attach(draft, "rw")) as target:
        return _salvage(target, diary)


def _salvage(target: sqlite3.Connection, diary: Path) -> Salvaged:
    mode = "ro" if connections.has_wal(diary) else "ro&immutable=1"  # which would make a -wal, and leave it there
    with closing(attached.attach(diary, mode)) as source:
        source.text_factory = _text
        source.execute("PRAGMA writable_schema = ON")  # what of the schema cannot be read is passed over
        try:
            stored = {name for name, _ in source.execute(schema.STORED)}
        except UNREADABLE as error:
            raise Refused(
                f"nothing can be read in {diary} ({error}); `twitch-journal backups` lists its backups"
            ) from error
        target.execute("PRAGMA journal_mode = MEMORY")
        target.execute("BEGIN")
        lost: dict[str, set[int]] = {}

        def fill(table: str) -> None:
            if table in stored:
                _fill(source, target, table, lost)
            if table == HISTORY[-1]:  # the last table; no trigger is there yet that would log what goes
                _drop_orphans(target, lost)

        derived.create(target, fill)
        has_history = _leave_broken_history(target, lost)
        target.execute("COMMIT")
        target.execute("PRAGMA journal_mode = WAL")
        held = backups.checked(target, diary)
        tables = [table for table in schema.LOGGED if lost.get(table)]
        losses = [Loss(table, len(lost[table]), _days(source, table, lost[table])) for table in tables]
        return Salvaged(held, losses, has_history)


def _text(octets: bytes) -> str:
    return octets.decode("utf-8", "replace")


# ---- reading ------------------------------------------------------------------------------------------------


def _fill(source: sqlite3.Connection, target: sqlite3.Connection, table: str, lost: dict[str, set[int]]) -> None:
    """Copy the rows of a table that can be read and that the new file takes, with their numbers."""
    if table == "question":
        target.execute("DELETE FROM question")  # those of the catalogue, which are made anew
    columns = [column for column in _columns(target, table) if column in _columns(source, table)]
    names = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join("?" for _ in range(len(columns) + 1))
    numbers = _numbers(source, table)
    copied: set[int] = set()
    for number, *values in _rows(source, f'SELECT rowid, {names} FROM "{table}" NOT INDEXED', sorted(numbers)):
        with suppress(sqlite3.IntegrityError):
            target.execute(f'INSERT INTO "{table}" (rowid, {names}) VALUES ({places})', (number, *values))
            copied.add(number)
    lost[table] = numbers - copied


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _numbers(source: sqlite3.Connection, table: str) -> set[int]:
    """The numbers of all rows, as the table, from either end, and each of its indexes have them."""
    orders = ["NOT INDEXED ORDER BY rowid", "NOT INDEXED ORDER BY rowid DESC"]
    numbers: set[int] = set()
    for order in (*orders, *(f'INDEXED BY "{name}"' for name in _indexes(source, table))):
        with suppress(*UNREADABLE):
            numbers.update(number for (number,) in source.execute(f'SELECT rowid FROM "{table}" {order}'))
    return numbers


def _indexes(source: sqlite3.Connection, table: str) -> list[str]:
    """The indexes that hold every row of a table."""
    with suppress(*UNREADABLE):
        rows = source.execute("SELECT name FROM pragma_index_list(?) WHERE NOT partial", (table,))
        return [name for (name,) in rows]
    return []


def _rows(source: sqlite3.Connection, query: str, numbers: list[int]) -> Iterator[Row]:
    """The rows of these numbers, in their order, that can be read."""
    if not numbers:
        return
    last = numbers[0] - 1
    try:
        for row in source.execute(f"{query} WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (numbers[0], numbers[-1])):
            last = row[0]
            yield row
    except UNREADABLE:
        left = [number for number in numbers if number > last]
        if len(left) > 1:
            yield from _rows(source, query, left[: len(left) // 2])
            yield from _rows(source, query, left[len(left) // 2 :])


def _days(source: sqlite3.Connection, table: str, numbers: set[int]) -> list[str]:
    """The days of rows that could not be read, as an index has them."""
    kind = BY_TABLE.get(table)
    for index in _indexes(source, table) if kind else ():
        with suppress(*UNREADABLE):
            first = source.execute("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (index,)).fetchone()
            if kind and first == (kind.day,):
                rows = source.execute(f'SELECT rowid, "{kind.day}" FROM "{table}" INDEXED BY "{index}"')
                return sorted({day for number, day in rows if number in numbers and isinstance(day, str)})
    return []


# ---- what belongs together ----------------------------------------------------------------------------------


def _leave_broken_history(target: sqlite3.Connection, lost: dict[str, set[int]]) -> bool:
    """A history with a gap would undo what it should not: then it begins anew. Whether it was kept."""
    from journal.store.file.check import history_faults

    if not any(lost.get(table) for table in HISTORY) and not history_faults(target):
        return True
    for table in HISTORY:
        target.execute(f"DELETE FROM {table}")
    return False


def _drop_orphans(target: sqlite3.Connection, lost: dict[str, set[int]]) -> None:
    """What belongs to a row that is lost is lost with it."""
    while orphans := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, number, *_ in orphans:
            target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))
            lost.setdefault(table, set()).add(number)
