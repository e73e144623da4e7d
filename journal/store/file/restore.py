"""A backup takes the diary's place: what would change by that, and the change itself.

The file is replaced, not written over: a program that has it open notices that another one lies there. What lies there
now is kept as a backup first, and its -wal goes with it, for SQLite would fold that into whatever has the name.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from journal import activity
from journal.catalog.kinds import BY_TABLE
from journal.errors import Refused
from journal.store.file import attached, backups, connections, contents, diary_state, look, private_file, salvage
from journal.store.file.backups import Backup
from journal.store.file.contents import Contents
from journal.store.file.diary_file import DiaryFile, beside, reason
from journal.store.file.salvage import Salvaged
from journal.store.file.sqlite_errors import as_refusals, code


class Replacement(NamedTuple):
    """What a restore would do: records that would go, come back and be changed, and on which days.

    Where the diary as it is now is damaged, `trouble` says how; where it cannot be read, `gone` is None, `days` are the
    first and the last of the backup, and `salvaged` is what can be read of it. `is_other` is another diary.
    """

    held: Contents
    gone: int | None
    back: int
    changed: int
    days: list[str]
    is_other: bool
    trouble: str
    salvaged: Salvaged | None


# ---- what would change --------------------------------------------------------------------------------------


def preview(diary: Path, backup: Path) -> Replacement:
    """What would change if the backup took the diary's place. Refused if the backup is no diary, or is damaged."""
    with activity.doing("checking the backup"), backups.reading(backup) as connection:
        held = backups.checked(connection, backup)
        first_and_last = contents.first_and_last_day(connection)
    state = diary_state.read(diary)
    identity, trouble, salvaged = state.id if state else "", "", None
    gone: int | None = None
    back = changed = 0
    days: set[str] = set()
    if not os.path.lexists(diary) or (diary.is_file() and not diary.stat().st_size):
        gone, back = 0, held.records
    else:
        try:
            with connections.source(diary) as connection:
                identity = contents.diary_id(connection) or identity
                trouble = backups.first_fault(connection) or ""
                gone, back, changed = _compare(connection, backup, days)
        except Refused as refused:
            gone, trouble = None, str(refused.__cause__ or refused)
            days, salvaged = set(first_and_last), salvage.rehearse(diary)
    is_other = bool(identity and held.diary and identity != held.diary)
    return Replacement(held, gone, back, changed, sorted(days), is_other, trouble, salvaged)


def _compare(connection: sqlite3.Connection, backup: Path, days: set[str]) -> tuple[int, int, int]:
    """How many records are only in the diary, only in the backup, and not the same in both; their days are added."""
    attached.attach_beside(connection, backup, "backup")
    numbers = [0, 0, 0]
    for table, kind in BY_TABLE.items():
        ours, theirs = (_columns(connection, schema, table) for schema in ("main", "backup"))
        if not ours or not theirs:
            continue
        key = " AND ".join(f"mine.{column} = other.{column}" for column in kind.key)
        differ = " OR ".join(f"mine.{column} IS NOT other.{column}" for column in ours if column in theirs)
        for position, query in enumerate(
            (
                f"SELECT mine.{kind.day} FROM main.{table} AS mine"
                f" WHERE NOT EXISTS (SELECT 1 FROM backup.{table} AS other WHERE {key})",
                f"SELECT other.{kind.day} FROM backup.{table} AS other"
                f" WHERE NOT EXISTS (SELECT 1 FROM main.{table} AS mine WHERE {key})",
                f"SELECT mine.{kind.day} FROM main.{table} AS mine JOIN backup.{table} AS other ON {key}"
                f" WHERE {differ}",
            )
        ):
            rows = connection.execute(query).fetchall()
            numbers[position] += len(rows)
            days |= {day for (day,) in rows}
    return numbers[0], numbers[1], numbers[2]


def _columns(connection: sqlite3.Connection, schema: str, table: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"PRAGMA {schema}.table_info({table})")]


# ---- the change ---------------------------------------------------------------------------------------------


def restore(diary: Path, backup: Path, folder: Path, now: datetime) -> tuple[Backup | None, Contents]:
    """Put the backup in the diary's place; the backup of what was there, if there was anything, and what it holds now.

    Killed at any moment it leaves the file that was there, or the restored one, and never one with the other's -wal.
    """
    real = Path(os.path.realpath(diary))
    try:
        with activity.doing("restoring the backup"), private_file.draft_beside(real) as (draft, sync):
            with backups.reading(backup) as source:
                backups.copy_pages(source, draft)
            with closing(attached.attach(draft, "ro&immutable=1")) as copied:
                held = backups.checked(copied, backup)
            sync()
            kept = _put(draft, real, folder, now)
    except OSError as error:
        raise Refused(f"{real} cannot be replaced: {reason(error)}; nothing was changed") from error
    remember(diary, now)
    return kept, held


def remember(diary: Path, now: datetime) -> None:
    """From now on the file that lies at the path is the one that the person wants there, and it is whole."""
    with connections.source(diary) as connection:
        state = diary_state.of(connection, None, None)
    if state:
        diary_state.write(diary, state._replace(checked_on=f"{now:%Y-%m-%d}", failed=None, backed_up_on=None))
    else:
        diary_state.forget(diary)


def _put(draft: Path, real: Path, folder: Path, now: datetime) -> Backup | None:
    """Give the draft the name of the diary, once what has it now is kept; the backup of that."""
    if not os.path.lexists(real) or (real.is_file() and not real.stat().st_size):
        _take_name(draft, real)
        return None
    if not real.is_file():
        raise Refused(f"{real} is no file; nothing was changed")
    try:
        with _alone_on(real) as connection:
            kept = backups.make_from(connection, real, folder, "before restore", now)
            _take_name(draft, real)
            return kept
    except _Unreadable:
        kept = backups.make_of_bytes(real, folder, "damaged", now)
        _take_name(draft, real)
        return kept


class _Unreadable(Exception):
    """The file cannot be read as a whole, so it cannot be locked or copied as a diary."""


@contextmanager
def _alone_on(real: Path) -> Iterator[sqlite3.Connection]:
    """A connection beside which no other reads or writes; the file is then whole by itself, without a -wal."""
    try:
        look.is_begun(real)
        connections.settle_wal(DiaryFile(real))
        with closing(attached.attach(real, "ro")) as connection:
            fault = backups.first_fault(connection)
    except Refused as error:
        raise _Unreadable from error
    if fault:
        raise _Unreadable
    with as_refusals(real), closing(attached.attach(real, "rw")) as connection:
        _lock(connection, real)
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            connection.execute("PRAGMA journal_mode = WAL")
            raise


def _lock(connection: sqlite3.Connection, real: Path) -> None:
    until = time.monotonic() + attached.BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout = 100")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    while not _leave_wal(connection):
        if time.monotonic() > until:
            raise Refused(f"Another program has {real} open; close it and try again. Nothing was changed.")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")  # the lock stays: SQLite's backup never ends on a connection that is writing
    connection.execute("BEGIN")


def _leave_wal(connection: sqlite3.Connection) -> bool:
    """Have the file hold all that its -wal held; False where another connection is in the way."""
    try:
        return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete")
    except sqlite3.OperationalError as error:
        if code(error) == sqlite3.SQLITE_BUSY:
            return False
        raise


def _take_name(draft: Path, real: Path) -> None:
    """The -wal and -shm of what was there go first, for whoever opens the file would fold them into it."""
    for ending in ("-wal", "-shm", "-journal"):
        beside(real, ending).unlink(missing_ok=True)
    draft.replace(real)
    private_file.sync_folder(real.parent)
