"""The one way to write: each thing the user does is one step, in one transaction, on one connection."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any, TypeVar

from journal import activity
from journal.catalog.kinds import BY_TABLE
from journal.records import Episode, Record, replace
from journal.store.file import connections, derived, diary_state, upkeep
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.file.sqlite_errors import as_refusals
from journal.store.history.step import StepKind, adopt, opened

AnyRecord = TypeVar("AnyRecord", bound=Record)
Values = Mapping[str, Any]


# ---- steps --------------------------------------------------------------------------------------------------


@contextmanager
def step(where: DiaryPath, kind: StepKind, instant: str, *, create: bool = True) -> Iterator[sqlite3.Connection]:
    """One thing the user does: all that is written on the connection is stored together, or nothing is.

    A step that touches no row leaves no trace. Raises Refused, also for whatever SQLite has against it.
    """
    file = DiaryFile.of(where)
    with transaction(file, instant, create=create) as connection, opened(connection, kind, instant):
        yield connection
    if kind not in ("digits", "judgement"):  # these the program writes by itself
        activity.note_stored(file.path)


@contextmanager
def transaction(
    where: DiaryPath, instant: str, *, create: bool = False, foreign_keys: bool = True
) -> Iterator[sqlite3.Connection]:
    """A transaction in which the changes made by hand before it are a step of their own."""
    file = DiaryFile.of(where)
    checked_on = upkeep.check_first(file)
    with as_refusals(file.path):
        with closing(connections.connect(file, write=True, create=create)) as connection:
            connection.execute(f"PRAGMA foreign_keys = {foreign_keys:d}")
            with activity.doing("waiting for another program"):
                connection.execute("BEGIN IMMEDIATE")
            try:
                connections.check(connection, file)  # again, for another program may have come between
                adopt(connection, instant)
                if not derived.is_current(connection):
                    derived.renew(connection)
                yield connection
                file.check("nothing was stored.")
                before = diary_state.read(file.path)
                derived.seal(connection)
                state = diary_state.of(connection, before, instant)
                if state and checked_on:
                    state = state._replace(checked_on=checked_on)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        file.check("what was written last may not be in the file that lies there now.")
    file.state = state
    if state != before:
        diary_state.note(file.path, state)


# ---- rows ---------------------------------------------------------------------------------------------------


def add(connection: sqlite3.Connection, record: AnyRecord) -> AnyRecord:
    """Store a record and give it back with its id. An answer or a day's note takes the place of the one there."""
    table, key = record.table, BY_TABLE[record.table].key
    values = dict(vars(record))
    if key != ("id",):
        del values["id"]
        upsert(connection, table, {column: values.pop(column) for column in key}, values)
        return record
    record = replace(record, id=record.id or new_id())
    values["id"] = record.id
    reliefs = values.pop("reliefs", ())
    insert(connection, table, values)
    for relief in reliefs:
        insert(connection, "relief", {"episode": record.id, "name": relief.name, "helped": relief.helped})
    return record


def replace_episode(connection: sqlite3.Connection, episode: Episode) -> None:
    """Give the episode of this id what is said here; of its reliefs only those that differ are touched."""
    values = dict(vars(episode))
    identity, reliefs = values.pop("id"), values.pop("reliefs")
    update(connection, "episode", {"id": identity}, values)
    there = dict(connection.execute("SELECT name, helped FROM relief WHERE episode = ?", (identity,)))
    for relief in reliefs:
        if relief.name not in there or there.pop(relief.name) != relief.helped:
            upsert(connection, "relief", {"episode": identity, "name": relief.name}, {"helped": relief.helped})
    for name in there:
        delete(connection, "relief", {"episode": identity, "name": name})


def new_id() -> str:
    """A random UUID (RFC 9562, version 4), made without the uuid module: it would cost 5 ms at every start."""
    octets = bytearray(os.urandom(16))
    octets[6] = octets[6] & 0x0F | 0x40
    octets[8] = octets[8] & 0x3F | 0x80
    digits = octets.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def insert(connection: sqlite3.Connection, table: str, values: Values) -> None:
    connection.execute(f"INSERT INTO {table} ({_names(values)}) VALUES ({_places(values)})", tuple(values.values()))


def upsert(connection: sqlite3.Connection, table: str, key: Values, values: Values) -> None:
    """Insert the row, or change the one that has this key (never REPLACE: the change log would lose the row before)."""
    row = {**key, **values}
    connection.execute(
        f"INSERT INTO {table} ({_names(row)}) VALUES ({_places(row)})"
        f" ON CONFLICT ({_names(key)}) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in values)}",
        tuple(row.values()),
    )


def update(connection: sqlite3.Connection, table: str, key: Values, values: Values) -> int:
    """Change the rows that have this key; how many there were."""
    changes = ", ".join(f"{name} = ?" for name in values)
    return connection.execute(
        f"UPDATE {table} SET {changes} WHERE {_equal(key)}", (*values.values(), *key.values())
    ).rowcount


def delete(connection: sqlite3.Connection, table: str, key: Values) -> int:
    """Delete the rows that have this key; how many there were."""
    return connection.execute(f"DELETE FROM {table} WHERE {_equal(key)}", tuple(key.values())).rowcount


def _names(values: Values) -> str:
    return ", ".join(values)


def _places(values: Values) -> str:
    return ", ".join("?" for _ in values)


def _equal(key: Values) -> str:
    return " AND ".join(f"{name} = ?" for name in key)
