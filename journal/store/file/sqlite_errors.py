"""What SQLite says, as one sentence that a user can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.errors import Refused

WAYS = (
    "`twitch-journal restore` puts a backup in its place (`backups` lists them), `check --salvage NEW` saves what can"
    " be read, and `check` looks again."
)
FAILED = "{path} is damaged: {failed}. Nothing is written into it. " + WAYS
"""What is said of a diary that did not pass its check."""
SENTENCES = {
    sqlite3.SQLITE_BUSY: "Another program is writing to {path}, and did not finish in time; nothing was stored."
    " Try again.",
    sqlite3.SQLITE_READONLY: "{path} is read-only for you, or its folder is; nothing was stored."
    " Change the permissions, or choose another file with --db.",
    sqlite3.SQLITE_FULL: "There is no room left on the disk of {path}; nothing was stored. Make room and try again.",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged ({error}). Nothing was read or stored. " + WAYS,
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened ({error}); nothing was stored. See whether its folder is yours.",
    sqlite3.SQLITE_CONSTRAINT: "The diary does not take this: {error}; nothing was stored.",
}
SENTENCES[sqlite3.SQLITE_LOCKED] = SENTENCES[sqlite3.SQLITE_PROTOCOL] = SENTENCES[sqlite3.SQLITE_BUSY]
SENTENCES[sqlite3.SQLITE_NOTADB] = SENTENCES[sqlite3.SQLITE_CORRUPT]
OTHERWISE = "{path}: {error}; nothing was stored."
UNSTORED = "; nothing was stored"
LEAST_ROOM = 65_536
"""Bytes on a disk that a diary needs to be opened: its -shm has half of them."""


@contextmanager
def as_refusals(path: Path, *, write: bool = True) -> Iterator[None]:
    """Inside it, an error of SQLite becomes `Refused`, also one in which SQLAlchemy has wrapped it; who only reads is
    not told that nothing was stored.

    A UnicodeDecodeError is sqlite3's own: the text of the error, which quotes the file, was none.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _refusal(error, path, write=write) from error
    except UnicodeDecodeError as error:
        raise Refused(SENTENCES[sqlite3.SQLITE_CORRUPT].format(path=path, error="a text in it is none")) from error
    except Exception as error:
        original = getattr(error, "orig", None)  # to import sqlalchemy for its class would cost each command 200 ms
        if isinstance(original, sqlite3.Error):
            raise _refusal(original, path, write=write) from error
        raise


def _refusal(error: sqlite3.Error, path: Path, *, write: bool) -> Refused:
    kind = sqlite3.SQLITE_FULL if has_no_room(error, path) else code(error)
    sentence = SENTENCES.get(kind, OTHERWISE)
    return Refused((sentence if write else sentence.replace(UNSTORED, "")).format(path=path, error=error))


def has_no_room(error: sqlite3.Error, path: Path) -> bool:
    """Whether an error comes of a full disk: SQLite calls a -shm that cannot be made there an error of the disk."""
    if code(error) != sqlite3.SQLITE_IOERR:
        return is_full(error)
    import shutil  # few need it, and it takes its time

    try:
        return shutil.disk_usage(path.parent).free < LEAST_ROOM
    except OSError:
        return False


def is_damage(error: BaseException | None) -> bool:
    """Whether an error says that the file itself is wrong, and not that it is in use, or out of reach."""
    return isinstance(error, UnicodeDecodeError) or (isinstance(error, sqlite3.Error) and code(error) in DAMAGE)


def is_full(error: BaseException) -> bool:
    """Whether an error says that there is no room left on the disk."""
    return isinstance(error, sqlite3.Error) and code(error) == sqlite3.SQLITE_FULL


DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def code(error: sqlite3.Error) -> int:
    """The kind of an error, without its subdivisions."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
