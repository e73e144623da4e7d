"""A -wal that no program has open: left by one that was killed, or lying beside another file than the one it is of.

SQLite would fold it into the file at the next reading, whatever it holds. So both are copied aside first, and the copy
shows whether they belong together (sqlite.org/fileformat2.html, section 4; sqlite.org/howtocorrupt.html, section 1.4).
"""

import os
import sqlite3
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

from journal import remarks
from journal.errors import Refused
from journal.store.file import attached, diary_state, look, private_file
from journal.store.file.diary_file import DiaryFile, reason
from journal.store.file.diary_state import DiaryState

KEPT = 3
"""So many pairs stay beside the diary."""
STAMP_LENGTH = len("20261127T201530Z.db")
TRIES = 5
HEADER, FRAME_HEADER = 32, 24
"""Bytes of a -wal before its first frame, and of a frame before its page."""
DEAD_MANS_SWITCH = 128
"""The byte of the -shm that every connection keeps locked."""


def settle(file: DiaryFile) -> None:
    """Let SQLite fold a leftover -wal into its file after a copy of both; refuse where they do not belong together."""
    wal, _ = file.logs()
    if not _size(wal) or not look.may_write(file.real) or not look.may_write(file.real.parent):
        return
    try:
        copy = _settled_copy(file)
        objection = _objection(file, copy) if copy else None
    except FileNotFoundError:  # another program has folded it in meanwhile
        return
    if copy and objection:
        raise Refused(
            f"{wal} holds what was written last, but not to the file that is at {file.path} now: {objection}. Nothing"
            f" was read or stored; both are kept as {copy} and {copy.name}-wal. `twitch-journal restore` puts a backup"
            f" in the place of both; `twitch-journal --accept` goes on with {file.path} without it."
        )


def _settled_copy(file: DiaryFile) -> Path | None:
    """A copy of the file and of a -wal that nobody has open, both of one moment; None where there is none."""
    for _ in range(TRIES):
        stamps = _stamps(file)
        if _is_in_use(file) or not _last_pages(file.logs()[0]):
            return None
        copy = _copy_aside(file)
        if copy and _stamps(file) == stamps:
            return copy  # else another program came between, and the copy may be neither the one nor the other
    return None


def drop_if_foreign(file: DiaryFile) -> None:
    """Move a leftover -wal that does not belong to the file out of its way, to the copies."""
    wal, _ = file.logs()
    if _size(wal) and not _is_in_use(file) and _last_pages(wal):
        copy = _copy_aside(file)
        if copy and _objection(file, copy):
            set_aside(file)


def set_aside(file: DiaryFile) -> None:
    """Move a -wal to the copies, and drop its -shm: the file goes on without it."""
    wal, shm = file.logs()
    try:
        if _size(wal):
            copy = _copy_name(file).with_suffix(".db-wal")
            private_file.create_folder(copy.parent)
            wal.replace(copy)
            remarks.leave(f"{wal}, which holds what was written last, is kept as {copy}.")
        wal.unlink(missing_ok=True)
        shm.unlink(missing_ok=True)
    except OSError as error:
        raise Refused(f"{wal} cannot be put aside: {reason(error)}; nothing was done.") from error


# ---- whether anyone has it open -----------------------------------------------------------------------------


def _is_in_use(file: DiaryFile) -> bool:
    """Whether a program, this one too, has the diary open: then the -wal is its own."""
    _, shm = file.logs()
    with attached.door:
        identity = file.identity()
        if identity is not None and attached.is_open(identity):
            return True
        try:
            return _is_locked(shm)
        except FileNotFoundError:
            return False
        except OSError:  # nobody can tell, so SQLite is left to do what it always does
            return True


def _is_locked(shm: Path) -> bool:
    """Whether another process holds the lock that every connection has on the -shm; takes none itself."""
    if sys.platform == "win32":  # a file that is open cannot be renamed there
        shm.rename(shm)
        return False
    import fcntl
    import struct

    kind, span = (fcntl.F_WRLCK, os.SEEK_SET), (DEAD_MANS_SWITCH, 1, 0)
    if sys.platform == "linux":  # the struct flock of the system
        layout, fields, position = "hhqqi4x", kind + span, 0
    else:
        layout, fields, position = "qqihhi", (*span, *kind, 0), 3
    descriptor = os.open(shm, os.O_RDWR)
    try:
        reply = fcntl.fcntl(descriptor, fcntl.F_GETLK, struct.pack(layout, *fields))
    finally:
        os.close(descriptor)
    return bool(struct.unpack(layout, reply)[position] != fcntl.F_UNLCK)


def _stamps(file: DiaryFile) -> list[tuple[int, int, int] | None]:
    stamps: list[tuple[int, int, int] | None] = []
    for path in (file.real, file.logs()[0]):
        try:
            status = path.stat()
        except OSError:
            stamps.append(None)
        else:
            stamps.append((status.st_ino, status.st_size, status.st_mtime_ns))
    return stamps


# ---- the copy -----------------------------------------------------------------------------------------------


def _copy_aside(file: DiaryFile) -> Path | None:
    """A copy of the file and its -wal among the backups, for the user alone; one that is there already is enough.

    None where either went away meanwhile.
    """
    try:
        copy = _copy_name(file)
        pairs = [(file.real, copy), (file.logs()[0], copy.with_suffix(".db-wal"))]
        private_file.create_folder(copy.parent)
        import filecmp  # on a way that hardly any command goes

        with attached.door:
            if not all(target.exists() and filecmp.cmp(source, target, shallow=False) for source, target in pairs):
                for source, target in pairs:
                    target.unlink(missing_ok=True)
                    private_file.copy_bytes(source, target)
        _drop_old_copies(copy)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refused(
            f"A program that wrote to {file.path} was stopped midway. Before that is taken up, {file.path} and its -wal"
            f" are to be copied to {copy.parent}, which failed: {reason(error)}. Make room and try again."
        ) from error
    return copy


def _drop_old_copies(newest: Path) -> None:
    stem = newest.name.removesuffix(newest.name[-STAMP_LENGTH:])
    copies = [copy for copy in newest.parent.iterdir() if copy.name.startswith(stem) and copy.suffix == ".db"]
    for copy in sorted(set(copies) - {newest}, reverse=True)[KEPT - 1 :]:
        copy.unlink(missing_ok=True)
        copy.with_suffix(".db-wal").unlink(missing_ok=True)


def _copy_name(file: DiaryFile) -> Path:
    real, wal = file.real, file.logs()[0]
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(wal.stat().st_mtime))
    return real.parent / "backups" / f"{real.stem}-with-wal-{stamp}.db"


# ---- whether they belong together ---------------------------------------------------------------------------


def _objection(file: DiaryFile, copy: Path) -> str | None:
    """Why the file and its -wal do not belong together, told from the copy; None where they do."""
    try:
        try:
            alone = _mark(copy, "ro&immutable=1")
        except (sqlite3.Error, UnicodeDecodeError):  # a checkpoint may have been cut short
            alone = None
        both = _mark(copy, "ro", is_checked=True)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return f"together they are damaged ({error})"
    finally:
        with suppress(OSError):
            copy.with_suffix(".db-shm").unlink(missing_ok=True)
    if alone and (both is None or both.id != alone.id):
        return "it is of another diary"
    if alone and both and both.number < alone.number:
        return "it is older than the file"
    if _was_put_there_later(file):
        return "the file was put there after it was written"
    return None


def _mark(copy: Path, mode: str, *, is_checked: bool = False) -> DiaryState | None:
    """Which diary it is; sqlite3.Error where it is damaged."""
    with closing(attached.attach(copy, mode)) as connection:
        if is_checked:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if verdict != "ok":
                raise sqlite3.DatabaseError(" ".join(verdict.split()))
        return diary_state.mark(connection)


def _was_put_there_later(file: DiaryFile) -> bool:
    """Whether the file came, by a copy or a renaming, after the -wal was written.

    A checkpoint writes to the file later too, but it writes pages of the -wal.
    """
    wal = file.logs()[0]
    file_status, wal_status = file.real.stat(), wal.stat()
    if os.name == "posix":
        times = file_status.st_ctime_ns, wal_status.st_ctime_ns
    else:
        times = file_status.st_mtime_ns, wal_status.st_mtime_ns
    if times[0] <= times[1]:
        return False
    with attached.door, file.real.open("rb") as database, wal.open("rb") as log:
        for number, offset in _last_pages(wal).items():
            size = _page_size(wal)
            database.seek((number - 1) * size)
            log.seek(offset)
            if database.read(size) == log.read(size):
                return False
    return True


def _page_size(wal: Path) -> int:
    with wal.open("rb") as log:
        return int.from_bytes(log.read(HEADER)[8:12], "big")


def _last_pages(wal: Path) -> dict[int, int]:
    """Number of each page that the -wal would put into the file -> where its newest version stands in the -wal."""
    committed: dict[int, int] = {}
    pending: dict[int, int] = {}
    with wal.open("rb") as log:
        header = log.read(HEADER)
        size, salts = int.from_bytes(header[8:12], "big"), header[16:24]
        offset = HEADER
        while len(head := log.read(FRAME_HEADER)) == FRAME_HEADER and head[8:16] == salts and size:
            pending[int.from_bytes(head[:4], "big")] = offset + FRAME_HEADER
            if head[4:8] != bytes(4):  # the frame that ends a transaction
                committed.update(pending)
                pending.clear()
            offset += FRAME_HEADER + size
            log.seek(offset)
    return committed


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
