"""A -wal that no program has open: left by one that was killed, or lying beside another file than the one it is of.

SQLite would fold it into the file at the next reading, whatever it holds (sqlite.org/howtocorrupt.html, section 1.4).
So both are copied aside first, and the copy shows whether they belong together: each write gives the diary a new seal
and keeps the one before beside it, so that the seal of a file stands in a -wal that goes on from that file.
"""

import shlex
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from journal import moments, remarks, settings
from journal.errors import Refused
from journal.store.file import attached, look
from journal.store.file.diary_file import DiaryFile, beside, reason

KEPT = 3
"""So many copies stay among the backups."""
HEADER, FRAME_HEADER = 32, 24
"""Bytes of a -wal before its first frame, and of a frame before its page (sqlite.org/fileformat2.html, section 4.1)."""
DEAD_MANS_SWITCH = 128
"""The byte of the -shm that every connection keeps locked."""


def settle(file: DiaryFile, *, is_accepted: bool = False) -> None:
    """Let SQLite fold a leftover -wal into its file after a copy of both, unless they do not belong together.

    That is refused; or, if the file is the one to go on with, the -wal is put aside.
    """
    wal, _ = file.logs()
    before = file.stamps()
    if before[1] is None or not look.may_write(file.real) or not look.may_write(file.real.parent):
        return
    try:
        copy = _copy_if_left(file)
        objection = _objection(file, copy) if copy else None
    except (Refused, OSError):
        if file.stamps() == before:
            raise
        return
    if copy is None or objection is None or file.stamps() != before:  # another program came between, and settled it
        return
    if is_accepted:
        set_aside(file)
        return
    raise Refused(
        f"{wal} does not belong to the file that is at {file.path} now: {objection}. Nothing was read or stored; both"
        f" are kept as {copy}. `restore` puts a backup in the place of both, `backups` lists what there is; `--accept`"
        f" before a command goes on with {file.path} alone."
    )


def set_aside(file: DiaryFile) -> None:
    """Move a -wal to the backups, with a copy of its file if there is one, which then goes on without it."""
    wal, shm = file.logs()
    if wal.exists() and wal.stat().st_size:
        remarks.leave(f"{wal}, which holds what was written last, is kept as {_copy(file)}-wal.")
    try:
        wal.unlink(missing_ok=True)
        shm.unlink(missing_ok=True)
    except OSError as error:
        raise Refused(f"{wal} cannot be removed: {reason(error)}; nothing was done") from error


# ---- the copy -----------------------------------------------------------------------------------------------


def _copy_if_left(file: DiaryFile) -> Path | None:
    """A copy of the file and its -wal; None if a program, or this one, has the diary open: the -wal is its own."""
    with attached.door:
        identity = file.identity()
        if (identity and attached.is_open(identity)) or _is_locked(file.logs()[1]):
            return None
        return _copy(file)


def _is_locked(shm: Path) -> bool:
    """Whether another process has the lock that every connection has on the -shm."""
    try:
        if sys.platform == "win32":  # a file that is open cannot be renamed there
            shm.rename(shm)
            return False
        import fcntl

        with shm.open("r+b") as stream:
            fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, DEAD_MANS_SWITCH)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _copy(file: DiaryFile) -> Path:
    """A copy among the backups, to which one of the same bytes that is there already belongs."""
    from journal.store.file import backups  # which needs connections, which need this

    folder = settings.backup_settings().folder_of(file.real)
    copies = [backup.path for backup in backups.backups(file.real, folder) if backup.why == "stopped"]
    if not copies or not _are_same(file, copies[-1]):
        copies.append(backups.make_of_bytes(file.real, folder, "stopped", moments.user_clock().now).path)
        for path in copies[:-KEPT]:
            path.unlink(missing_ok=True)
            for ending in ("-wal", backups.DESCRIPTION):
                beside(path, ending).unlink(missing_ok=True)
    return copies[-1]


def _are_same(file: DiaryFile, copy: Path) -> bool:
    pairs = ((file.real, copy), (file.logs()[0], beside(copy, "-wal")))
    return all(
        original.exists()
        and target.exists()
        and original.stat().st_size == target.stat().st_size
        and original.read_bytes() == target.read_bytes()
        for original, target in pairs
    )


# ---- whether they belong together ---------------------------------------------------------------------------


def _objection(file: DiaryFile, copy: Path) -> str | None:
    """Why the file and its -wal do not belong together, told from the copy; None where they do."""
    alone = _seal(copy, "ro&immutable=1")  # None too where a checkpoint was cut short
    try:
        with closing(attached.attach(copy, "ro")) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        both = _seal(copy, "ro")
    except (sqlite3.Error, UnicodeDecodeError) as error:
        verdict, both = str(error), None
    finally:
        beside(copy, "-shm").unlink(missing_ok=True)
    if verdict != "ok":
        return f"together they are damaged ({' '.join(verdict.split())})"
    if alone is None or both == alone:
        return None
    if both is None or both[0] != alone[0]:
        return "it is of another diary"
    if alone[1].encode() not in _frames(beside(copy, "-wal")):
        return "it goes on from what the diary was at another time"
    if file.real.stat().st_ctime_ns > file.logs()[0].stat().st_ctime_ns:
        return (
            f"the file was put there after it was written (`restore {shlex.quote(copy.name)}` takes both as one diary)"
        )
    return None


def _seal(copy: Path, mode: str) -> tuple[str, str] | None:
    """The id of a diary and its last seal; None where they cannot be read, or it has none."""
    try:
        with closing(attached.attach(copy, mode)) as connection:
            row = connection.execute("SELECT id, substr(seal, 17) FROM diary").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return tuple(row) if row else None


def _frames(wal: Path) -> bytes:
    """The part of a -wal that is its own: behind it may lie frames of an earlier one, with other salts."""
    octets = wal.read_bytes()
    size, salts, end = int.from_bytes(octets[8:12], "big"), octets[16:24], HEADER
    while size and octets[end + 8 : end + 16] == salts:
        end += FRAME_HEADER + size
    return octets[HEADER:end]
