"""From an older format of the diary to the newest, in one transaction, after a copy of the file.

The tables become those of schema.sql by themselves. A function here does what is beyond that: it is named after the
format to which it leads (m005_...), and runs before, on the tables as they were.
"""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from journal import activity, moments
from journal.errors import Refused
from journal.settings import backup_settings
from journal.store.file import attached, backups, derived, schema
from journal.store.history.step import adopt, opened


class Migration(NamedTuple):
    """What brings a diary from the format before to `version`."""

    version: int
    run: Callable[[sqlite3.Connection], None]


def m005_drop_sums_of_months(connection: sqlite3.Connection) -> None:
    """Format 5 keeps no sums of what the records say by themselves."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'kept_*'")
    for (name,) in names.fetchall():
        connection.execute(f"DROP TABLE {name}")


def m005_days_of_long_episodes(connection: sqlite3.Connection) -> None:
    """What lasted longer than a day belongs, from format 5 on, to each day that it touches."""
    row = connection.execute("SELECT value FROM setting WHERE key = 'day_starts'").fetchone()
    ends = "datetime(started_at, (duration_s - 1 + 60 * utc_offset_minutes - 3600 * ?) || ' seconds')"
    connection.execute("ALTER TABLE episode ADD COLUMN last_day TEXT")
    connection.execute(
        f"UPDATE episode SET last_day = date({ends}) WHERE duration_s > 86400 AND started_at IS NOT NULL"
        f" AND date({ends}) > day",
        (int(row[0]) if row else 4,) * 2,
    )


MIGRATIONS: tuple[Migration, ...] = (
    Migration(5, m005_drop_sums_of_months),
    Migration(5, m005_days_of_long_episodes),
)
"""What has to be done to the rows and tables of older formats beside what `_bring_tables` does, in order. Formats 2, 3
and 4 only added tables and indexes."""


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the diary to the newest format; on any failure it stays as it was, and the copy is named.

    Foreign keys are off: rebuilding a table would cascade its children away, and inside a transaction the switch does
    nothing.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        old = attached.pragma(connection, "user_version")
        if old < schema.VERSION:
            with activity.doing("bringing the diary to the new format"):
                _run(connection, path, old)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _run(connection: sqlite3.Connection, path: Path, old: int) -> None:
    copy = _copy(path)
    instant = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    try:
        orphans = _orphans(connection)
        adopt(connection, instant)
        with opened(connection, "migration", instant, keep=True):
            derived.drop(connection)
            for migration in MIGRATIONS:
                if migration.version > old:
                    migration.run(connection)
            _bring_tables(connection)
            derived.seal(connection)
            derived.renew(connection)
        if _orphans(connection) > orphans:
            raise sqlite3.IntegrityError("rows would lose what they belong to")
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    except Exception as error:
        raise Refused(
            f"{path} is of an older format and could not be brought to the new one ({error}); it is as it was."
            f" A copy of it is {copy}."
        ) from error


def _bring_tables(connection: sqlite3.Connection) -> None:
    """Make the tables and indexes those of schema.sql; a row keeps what its columns of the same name hold."""
    described = list(schema.statements("TABLE", "INDEX"))
    for statement in described:
        stored = dict(connection.execute(schema.STORED)).get(statement.name)
        if stored is None:
            connection.execute(statement.sql)
        elif schema.squeezed(stored) != schema.squeezed(statement.sql):
            if statement.kind == "TABLE":
                _rebuild(connection, statement)
            else:
                connection.execute(f"DROP INDEX {statement.name}")
                connection.execute(statement.sql)
    if name := schema.altered(connection):
        raise sqlite3.IntegrityError(f"“{name}” is none of its tables")


def _rebuild(connection: sqlite3.Connection, table: schema.Statement) -> None:
    """Make a table anew as schema.sql has it, with the rows it had."""
    name, old = table.name, f"{table.name}_before"
    connection.execute("PRAGMA legacy_alter_table = ON")  # or the tables that point here would point to the old one
    connection.execute(f"ALTER TABLE {name} RENAME TO {old}")
    connection.execute("PRAGMA legacy_alter_table = OFF")
    connection.execute(table.sql)
    columns, before = _columns(connection, name), _columns(connection, old)
    if lost := before.keys() - columns.keys():
        raise sqlite3.IntegrityError(f"{name} would lose {', '.join(sorted(lost))}")
    copied = [*before]
    if [kind for kind, is_key in columns.values() if is_key] != ["INTEGER"]:
        copied.append("rowid")  # the change log knows by it a row of which the key was changed
    names = ", ".join(f'"{column}"' for column in copied)
    connection.execute(f"INSERT INTO {name} ({names}) SELECT {names} FROM {old} ORDER BY rowid")
    connection.execute(f"DROP TABLE {old}")


def _columns(connection: sqlite3.Connection, table: str) -> dict[str, tuple[str, bool]]:
    """Column -> its type, and whether it is of the key."""
    rows = connection.execute("SELECT name, type, pk > 0 FROM pragma_table_info(?) ORDER BY cid", (table,))
    return {name: (kind, bool(is_key)) for name, kind, is_key in rows}


def _orphans(connection: sqlite3.Connection) -> int:
    """How many rows belong to a row that is not there; a hand may have left some."""
    return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def _copy(path: Path) -> Path:
    """The backup of the diary in its old format. It may be made while another connection holds the write lock."""
    settings = backup_settings()
    try:
        return backups.before_migration(path, settings.folder_of(path), moments.user_clock().now).path
    except Refused as error:
        raise Refused(
            f"{path} is of an older format, and was left as it is, for no copy was made of it: {error}"
        ) from error
