"""The diary made on first start, and connected to for one transaction."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from journal import remarks
from journal.errors import Refused
from journal.store.file import absence, attached, derived, diary_state, look, private_file, schema
from journal.store.file.attached import Connection
from journal.store.file.diary_file import DiaryFile, DiaryPath, reason
from journal.store.file.sqlite_errors import FAILED, SENTENCES, as_refusals, code, has_no_room

# ---- making -------------------------------------------------------------------------------------------------


def make(where: DiaryPath) -> bool:
    """Make an empty diary, whole before it has its name; False where another process has made one by then."""
    path = DiaryFile.of(where).real
    try:
        with private_file.draft_of(path) as draft, as_refusals(path), closing(attached.attach(draft, "rw")) as diary:
            diary.execute("PRAGMA journal_mode = MEMORY")
            diary.execute("BEGIN")
            derived.create(diary)
            diary.execute("COMMIT")
            diary.execute("PRAGMA journal_mode = WAL")
    except FileExistsError:
        return False
    except OSError as error:
        raise Refused(f"{path} cannot be made: {reason(error)}. Choose another place with --db.") from error
    return True


def _begin(file: DiaryFile) -> None:
    """Make a diary where there never was one; it may be another place than the user meant."""
    if make(file):
        remarks.leave(f"A new diary begins at {file.path}.")


def begin_anew(where: DiaryPath) -> None:
    """What `--new` decides: a diary that has gone, or was cut to nothing, is not waited for any more."""
    file = DiaryFile.of(where)
    try:
        status = file.real.stat()
        is_there = not stat.S_ISREG(status.st_mode) or status.st_size > 0  # a device or a pipe has no size
    except FileNotFoundError:
        is_there = False
    except OSError as error:
        raise Refused(f"{file.path} cannot be read: {reason(error)}; nothing was made.") from error
    if is_there:
        raise Refused(f"{file.path} is there, and was left as it is; --new begins a diary only where none is.")
    from journal.store.file import leftover_wal

    leftover_wal.set_aside(file)
    file.real.unlink(missing_ok=True)
    diary_state.forget(file.path)
    _begin(file)


def accept(where: DiaryPath) -> None:
    """What `--accept` decides: the diary that is at the path now is the one to go on with."""
    file = DiaryFile.of(where)
    kept = diary_state.read(file.path)
    diary_state.forget(file.path)
    try:
        if not os.path.lexists(file.path) or not look.is_begun(file):
            raise Refused(f"There is no diary at {file.path} to go on with; --new begins one there.")
        settle_wal(file, is_accepted=True)
        remember(file.path)
    except BaseException:
        if kept:
            diary_state.write(file.path, kept)
        raise


def remember(path: Path) -> None:
    """The diary that is at the path now is, from now on, the one that belongs there."""
    with source(path) as connection:
        state = diary_state.of(connection, None)
    diary_state.write(path, state)


def empty() -> Connection:
    """The diary of someone who has not begun: in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    derived.create(connection)
    return connection


# ---- connecting ---------------------------------------------------------------------------------------------


def connect(where: DiaryPath, *, write: bool, create: bool = False) -> Connection:
    """A connection for one transaction, in autocommit; the caller closes it.

    A diary that was never begun is read as an empty one; to be written it is made if `create`, else refused.
    """
    file = DiaryFile.of(where)
    is_begun = look.is_begun(file)
    if file.seen:
        file.meet()
    if not is_begun:
        if not create:
            return _not_begun(file.path, write)
        _begin(file)
    file.meet()
    settle_wal(file)
    with as_refusals(file.path, write=write):
        connection = _for_writing(file) if write else _for_reading(file)
        try:
            _prepare(connection, file.path)
            check(connection, file)
            if not write and not derived.is_current(connection):
                derived.shadow(connection)
            connection.execute(f"PRAGMA query_only = {not write:d}")
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def reading(where: DiaryPath) -> Iterator[Connection]:
    """A connection on which everything that is read is of one moment."""
    file = DiaryFile.of(where)
    with as_refusals(file.path, write=False), closing(connect(file, write=False)) as connection:
        connection.execute("BEGIN")
        yield connection


@contextmanager
def source(path: Path) -> Iterator[Connection]:
    """A connection to a diary of whatever format, to copy it or to look into it as it is at one moment."""
    file = DiaryFile(path)
    if not look.is_begun(file):
        raise Refused(f"There is no diary at {path} yet.")
    settle_wal(file)
    with as_refusals(path, write=False), closing(_for_reading(file)) as connection:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        yield connection


def _not_begun(path: Path, write: bool) -> Connection:
    if write:
        raise Refused(f"There is no diary at {path} yet.")
    connection = empty()
    connection.execute("PRAGMA query_only = ON")
    return connection


def _for_writing(file: DiaryFile) -> Connection:
    if (state := diary_state.read(file.path)) and state.failed:
        raise Refused(FAILED.format(path=file.path, failed=state.failed))
    if not look.may_write(file.path):
        raise Refused(SENTENCES[sqlite3.SQLITE_READONLY].format(path=file.path))
    if file.path.stat().st_nlink > 1:
        private_file.drop_second_names(file.real)
        if file.path.stat().st_nlink > 1:
            raise Refused(
                f"{file.path} has a second name (a hard link), and a program that writes through it would destroy the"
                " diary; nothing was stored. Delete the other name, or go on with a copy of your own."
            )
    return attached.attach(file.path, "rw")


def _for_reading(file: DiaryFile) -> Connection:
    """Where nothing can be written, no -wal and -shm can be made: without a -wal the file alone is read.

    So is one that is damaged, for SQLite would fold its -wal into it.
    """
    state = diary_state.read(file.path)
    if look.may_write(file.path) and not (state and state.failed):
        connection = attached.attach(file.path, "rw")
        try:
            attached.pragma(connection, "user_version")
        except sqlite3.OperationalError as error:
            connection.close()
            is_unwritable = code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
            if not (is_unwritable or has_no_room(error, file.path)):
                raise
        else:
            return connection
    return attached.attach(file.path, "ro" if has_wal(file) else "ro&immutable=1")


def has_wal(where: DiaryPath) -> bool:
    """Whether something that was written may still stand in the -wal alone."""
    wal, _ = DiaryFile.of(where).logs()
    try:
        return wal.stat().st_size > 0
    except OSError:  # none, or the last program that had the diary open takes it away just now
        return False


def settle_wal(file: DiaryFile, *, is_accepted: bool = False) -> None:
    """See that a -wal which nobody has open is folded in only where it belongs to its file."""
    if has_wal(file):
        from journal.store.file import leftover_wal

        leftover_wal.settle(file, is_accepted=is_accepted)


def _prepare(connection: Connection, path: Path) -> None:
    """Bring the diary to the newest format; which it has is asked on the connection, for a -wal may be ahead."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    if 0 < attached.pragma(connection, "user_version") < schema.VERSION:
        from journal.store.file.migrations import migrate

        if not look.may_write(path):
            raise Refused(f"{path} is of an older format and read-only for you; copy it to where you may write.")
        migrate(connection, path)


def check(connection: sqlite3.Connection, file: DiaryFile) -> None:
    """Refuse a diary that this program does not know, or another or an older one than it saw at the path last."""
    version = attached.pragma(connection, "user_version")
    if version > schema.VERSION:
        raise look.newer(file.path, version)
    if version != schema.VERSION:
        raise Refused(f"{file.path} does not say which format it is of, so it may be damaged; {look.RESTORE}")
    if name := schema.altered(connection):
        raise Refused(
            f"{file.path} is of format {version}, but “{name}” is not as this program knows it; {look.RESTORE}"
        )
    absence.check(connection, file)
