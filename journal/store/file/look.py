"""What lies at a path, told from its first 100 bytes, before SQLite may change one."""

import os
import sqlite3
import stat
from pathlib import Path

from journal.errors import Refused
from journal.store.file import absence, attached, private_file, schema
from journal.store.file.diary_file import DiaryFile, DiaryPath, reason

MAGIC = b"SQLite format 3\0"
OLDEST_SQLITE = (3, 37, 0)
UNTOUCHED = "it was left untouched. Choose another file with --db."
RESTORE = f"{UNTOUCHED} If your diary was there, `restore` puts a backup in its place; `backups` lists them."


def is_begun(where: DiaryPath) -> bool:
    """Whether a diary lies at the path; False where none was ever begun.

    Refuses what is no diary, and the absence of one: what is empty, or gone, was something once.
    """
    file = DiaryFile.of(where)
    path = file.path
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Refused(f"SQLite {sqlite3.sqlite_version} is too old for a diary, which needs 3.37; update Python.")
    try:
        with attached.door:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                raise Refused(f"{path} is a directory, not a diary; {UNTOUCHED}")
            if not stat.S_ISREG(status.st_mode):
                raise Refused(f"{path} is a device or a pipe, not a diary; {UNTOUCHED}")
            if not status.st_size:
                raise absence.empty(file)
            if not attached.is_open((status.st_dev, status.st_ino)):
                with path.open("rb", buffering=0) as stream:
                    head = stream.read(100)
                _check_header(path, head)
    except FileNotFoundError as error:
        refused = None if file.seen else absence.gone(file)  # one that this program has seen is missed by `meet`
        if refused:
            raise refused from error
        return False
    except PermissionError as error:
        raise Refused(f"You have no permission to read {path}; {UNTOUCHED}") from error
    except OSError as error:
        raise Refused(f"{path} cannot be read: {reason(error)}; {UNTOUCHED}") from error
    if status.st_mode & private_file.OTHERS:
        private_file.mend(file.real, *file.logs())
    return True


def _check_header(path: Path, head: bytes) -> None:
    """Refuse what the header says is no diary (sqlite.org/fileformat2.html, section 1.3)."""
    if not head.startswith(MAGIC) or len(head) < 100:
        raise Refused(f"{path} is not a diary but a file of another kind; {RESTORE}")
    if int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise Refused(f"{path} is a SQLite file of another program, not a diary; {RESTORE}")
    version = int.from_bytes(head[60:64], "big")
    if version > schema.VERSION:
        raise newer(path, version)


def newer(path: Path, version: int) -> Refused:
    """Why a diary of a format that this program does not know is refused."""
    return Refused(
        f"{path} was written by a newer twitch-journal (its format is {version}, this one knows {schema.VERSION});"
        " it was left untouched. Update the program."
    )


def may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
