"""Opening the diary: looked at first, made on first start, connected to for one transaction.

Nothing but this module may open() a diary, and only as `attached` says.
"""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Literal

from journal.errors import Refused
from journal.store.file import attached, derived, diary_state, private_file, schema
from journal.store.file.attached import Connection
from journal.store.file.diary_file import DiaryFile, DiaryPath, reason
from journal.store.file.sqlite_errors import FAILED, SENTENCES, as_refusals, code

MAGIC = b"SQLite format 3\0"
OLDEST_SQLITE = (3, 37, 0)
UNTOUCHED = "it was left untouched. Choose another file with --db."

State = Literal["missing", "empty", "unfinished", "diary"]
"""`unfinished` is a diary by its header, of which the tables may still be missing (or lie in the -wal)."""

# ---- looking ------------------------------------------------------------------------------------------------


def look(where: DiaryPath) -> State:
    """What lies at the path, from its first 100 bytes, before SQLite may change one. Refuses what is no diary."""
    path = DiaryFile.of(where).path
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Refused(f"SQLite {sqlite3.sqlite_version} is too old for a diary, which needs 3.37; update Python.")
    try:
        with attached.door:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                raise Refused(f"{path} is a directory, not a diary; {UNTOUCHED}")
            if not stat.S_ISREG(status.st_mode):
                raise Refused(f"{path} is a device or a pipe, not a diary; {UNTOUCHED}")
            if attached.is_open((status.st_dev, status.st_ino)):
                return "diary"
            with path.open("rb", buffering=0) as file:
                head = file.read(100)
    except FileNotFoundError:
        return "missing"
    except PermissionError as error:
        raise Refused(f"You have no permission to read {path}; {UNTOUCHED}") from error
    except OSError as error:
        raise Refused(f"{path} cannot be read: {reason(error)}; {UNTOUCHED}") from error
    return _state(path, head)


def _state(path: Path, head: bytes) -> State:
    """What the header of a SQLite file says (sqlite.org/fileformat2.html, section 1.3)."""
    if not head:
        return "empty"
    if not head.startswith(MAGIC) or len(head) < 100:
        raise Refused(f"{path} is not a diary but a file of another kind; {UNTOUCHED}")
    if int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise Refused(f"{path} is a SQLite file of another program, not a diary; {UNTOUCHED}")
    version = int.from_bytes(head[60:64], "big")
    if version > schema.VERSION:
        raise newer(path, version)
    return "diary" if version else "unfinished"


def newer(path: Path, version: int) -> Refused:
    return Refused(
        f"{path} was written by a newer twitch-journal (its format is {version}, this one knows {schema.VERSION});"
        " it was left untouched. Update the program."
    )


# ---- making -------------------------------------------------------------------------------------------------


def make(where: DiaryPath) -> None:
    """Make an empty diary, unless another process has made it by then.

    The first bytes that appear carry the application_id, so that a start cut short leaves a file that is taken up.
    """
    path = DiaryFile.of(where).path.resolve()
    try:
        private_file.create_folder(path.parent)
        _make_file(path)
    except OSError as error:
        raise Refused(f"{path} cannot be made: {reason(error)}. Choose another place with --db.") from error
    with as_refusals(path), closing(attached.attach(path, "rw")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        if attached.pragma(connection, "application_id") == 0 and _is_bare(connection):
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute("COMMIT")
        _switch_to_wal(connection)
        connection.execute("BEGIN IMMEDIATE")
        if attached.pragma(connection, "user_version") == 0 and _is_bare(connection):
            derived.create(connection)
        connection.execute("COMMIT")


def _make_file(path: Path) -> None:
    with attached.door:
        try:
            os.close(private_file.create(path))
        except FileExistsError:
            with suppress(PermissionError):
                path.chmod(private_file.FILE_MODE)


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """SQLite does not wait for another process that switches too, so this does."""
    until = time.monotonic() + attached.BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _is_bare(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None


def empty() -> Connection:
    """The diary of someone who has not begun: in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    derived.create(connection)
    return connection


# ---- connecting ---------------------------------------------------------------------------------------------


def connect(where: DiaryPath, *, write: bool, create: bool = False) -> Connection:
    """A connection for one transaction, in autocommit; the caller closes it.

    A diary that does not exist is read as an empty one; to be written it is made if `create`, else refused.
    """
    file = DiaryFile.of(where)
    state = look(file)
    if file.seen:
        file.meet()
    if create and state != "diary":
        make(file)
    elif state in ("missing", "empty"):
        return _not_begun(file.path, write)
    file.meet()
    with as_refusals(file.path):
        connection = _for_writing(file.path) if write else _for_reading(file.path)
        try:
            if _is_ready(connection, file.path):
                if not write and not derived.is_current(connection):
                    derived.shadow(connection)
                connection.execute(f"PRAGMA query_only = {not write:d}")
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()
    if create:  # another thread of this process is making it
        make(file)
        return connect(file, write=write)
    return _not_begun(file.path, write)


@contextmanager
def reading(where: DiaryPath) -> Iterator[Connection]:
    """A connection on which everything that is read is of one moment."""
    file = DiaryFile.of(where)
    with as_refusals(file.path), closing(connect(file, write=False)) as connection:
        connection.execute("BEGIN")
        yield connection


@contextmanager
def source(path: Path) -> Iterator[Connection]:
    """A connection to a diary of whatever format, to copy it or to look into it as it is at one moment."""
    if look(path) not in ("diary", "unfinished"):
        raise Refused(f"There is no diary at {path} yet.")
    with as_refusals(path), closing(_for_reading(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        yield connection


def _not_begun(path: Path, write: bool) -> Connection:
    if write:
        raise Refused(f"There is no diary at {path} yet.")
    connection = empty()
    connection.execute("PRAGMA query_only = ON")
    return connection


def _for_writing(path: Path) -> Connection:
    if (state := diary_state.read(path)) and state.failed:
        raise Refused(FAILED.format(path=path, failed=state.failed))
    if not _may_write(path):
        raise Refused(SENTENCES[sqlite3.SQLITE_READONLY].format(path=path))
    return attached.attach(path, "rw")


def _for_reading(path: Path) -> Connection:
    """Where nothing can be written, no -wal and -shm can be made: without a -wal the file alone is read.

    So is one that is damaged, for SQLite would fold its -wal into it.
    """
    state = diary_state.read(path)
    if _may_write(path) and not (state and state.failed):
        connection = attached.attach(path, "rw")
        try:
            attached.pragma(connection, "user_version")
        except sqlite3.OperationalError as error:
            connection.close()
            if code(error) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
        else:
            return connection
    return attached.attach(path, "ro" if has_wal(path) else "ro&immutable=1")


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def has_wal(path: Path) -> bool:
    real = path.resolve()
    wal = real.with_name(f"{real.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


def _is_ready(connection: Connection, path: Path) -> bool:
    """Whether the tables are there, brought to the newest format; asked on the connection, for a -wal may be ahead."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    version = attached.pragma(connection, "user_version")
    if version == 0 and _is_bare(connection):
        return False
    if 0 < version < schema.VERSION:
        from journal.store.file.migrations import migrate

        if not _may_write(path):
            raise Refused(f"{path} is of an older format and read-only for you; copy it to where you may write.")
        migrate(connection, path)
    check_format(connection, path)
    return True


def check_format(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a diary of a format that this program does not know, or with other tables than those of its format."""
    version = attached.pragma(connection, "user_version")
    if version > schema.VERSION:
        raise newer(path, version)
    if version != schema.VERSION:
        raise Refused(f"{path} does not say which format it is of, so it may be damaged; {UNTOUCHED}")
    if name := schema.altered(connection):
        raise Refused(f"{path} is of format {version}, but “{name}” is not as this program knows it; {UNTOUCHED}")
