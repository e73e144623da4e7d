"""From an older format of the diary to the newest, in one transaction, after a copy of the file."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from journal.errors import Refused
from journal.store import format_3
from journal.store.file import connections, schema
from journal.store.file.diary_file import reason
from journal.store.history.change_log import triggers
from journal.store.write.transaction import adopt, opened


class Migration(NamedTuple):
    """What brings a diary from the format before to `version`."""

    version: int
    run: Callable[[sqlite3.Connection], None]


def _profile_and_search(connection: sqlite3.Connection) -> None:
    """Format 2 keeps what a doctor asks once, and finds episodes by site and note without reading them all."""
    connection.execute("DROP INDEX episode_day")
    connection.execute("CREATE INDEX episode_day ON episode (day, kind, times, site, side, started_at)")
    connection.execute("CREATE INDEX episode_noted ON episode (day, started_at, note) WHERE note IS NOT NULL")
    connection.execute("CREATE INDEX episode_site ON episode (site, kind, side)")
    connection.execute(
        "CREATE TABLE profile (key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),"
        " value TEXT NOT NULL CHECK (value <> '')) STRICT"
    )
    for statement in schema.statements(triggers(connection, "profile")):
        connection.execute(statement)


def _judgements(connection: sqlite3.Connection) -> None:
    """Format 3 keeps what was guessed of the triggers and what each look at the diary said of them, and finds the day
    on which a site was first logged, and when it twitches, in the indexes alone."""
    connection.execute("DROP INDEX episode_day")
    connection.execute(
        "CREATE INDEX episode_day ON episode (day, kind, times, site, side, started_at, utc_offset_minutes, day_part)"
    )
    connection.execute("DROP INDEX episode_site")
    connection.execute("CREATE INDEX episode_site ON episode (site, kind, day, side)")
    for statement in schema.statements(format_3.TABLES):
        connection.execute(statement)
    for table in ("guess", "look", "verdict", "verdict_lag"):
        for statement in schema.statements(triggers(connection, table)):
            connection.execute(statement)


def _kept_months(connection: sqlite3.Connection) -> None:
    """Format 4 keeps the sums of months: they are made of the tables, as the view is, and these stay as they are."""


MIGRATIONS: tuple[Migration, ...] = (
    Migration(2, _profile_and_search),
    Migration(3, _judgements),
    Migration(4, _kept_months),
)
"""In order; the last one's version is `schema.VERSION`. Format 1 is the first."""


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the diary to the newest format; on any failure it stays as it was, and the copy is named.

    The view `daily`, and kept sums, are always those of schema.sql; a migration brings the tables to them. Foreign keys
    are off: rebuilding a table would cascade its children away, and inside a transaction the switch does nothing.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        old = connections.pragma(connection, "user_version")
        if old < schema.VERSION:
            _run(connection, path, old)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _run(connection: sqlite3.Connection, path: Path, old: int) -> None:
    copy = copy_aside(path, f"format-{old}")
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    try:
        orphans = _orphans(connection)
        adopt(connection, at)
        with opened(connection, "migration", at, keep=True):
            schema.drop_derived(connection)
            for migration in MIGRATIONS:
                if migration.version > old:
                    migration.run(connection)
            schema.create_derived(connection)
        if _orphans(connection) > orphans:
            raise sqlite3.IntegrityError("rows would lose what they belong to")
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    except Exception as error:
        raise Refused(
            f"{path} is of an older format and could not be brought to the new one ({error}); it is as it was."
            f" A copy of it is {copy}."
        ) from error


def _orphans(connection: sqlite3.Connection) -> int:
    """How many rows belong to a row that is not there; a hand may have left some."""
    return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def copy_aside(path: Path, why: str) -> Path:
    """A copy of the diary as it was last committed, in the folder `backups` beside it, for the user alone.

    Taken on a connection of its own, so it may be asked for while another one holds the write lock.
    """
    folder = path.parent / "backups"
    stem = f"{path.stem}-{why}-{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime())}"
    try:
        connections.make_folder(folder)
        copy = _new_file(folder, stem)
        try:
            with closing(connections.attach(path, "rw")) as source, closing(connections.attach(copy, "rw")) as target:
                source.backup(target)
        except BaseException:
            copy.unlink()
            raise
    except (OSError, sqlite3.Error) as error:
        why_not = reason(error) if isinstance(error, OSError) else str(error)
        raise Refused(
            f"{path} is of an older format, and no copy of it could be made in {folder} ({why_not}), so it was left"
            " as it is."
        ) from error
    return copy


def _new_file(folder: Path, stem: str) -> Path:
    """A new file of a name that nothing has yet."""
    number = 1
    while True:
        path = folder / (f"{stem}.db" if number == 1 else f"{stem}-{number}.db")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            number += 1
        else:
            return path
