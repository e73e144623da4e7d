"""What SQLite says, as one sentence that a user can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.errors import Refused

SENTENCES = {
    sqlite3.SQLITE_BUSY: "Another program is writing to {path}, and did not finish in time; nothing was stored."
    " Try again.",
    sqlite3.SQLITE_READONLY: "{path} is read-only for you, or its folder is; nothing was stored."
    " Change the permissions, or choose another file with --db.",
    sqlite3.SQLITE_FULL: "There is no room left on the disk of {path}; nothing was stored. Make room and try again.",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged ({error}); nothing was stored. A backup can take its place.",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened ({error}); nothing was stored. See whether its folder is yours.",
    sqlite3.SQLITE_CONSTRAINT: "The diary does not take this: {error}; nothing was stored.",
}
SENTENCES[sqlite3.SQLITE_LOCKED] = SENTENCES[sqlite3.SQLITE_PROTOCOL] = SENTENCES[sqlite3.SQLITE_BUSY]
SENTENCES[sqlite3.SQLITE_NOTADB] = SENTENCES[sqlite3.SQLITE_CORRUPT]
OTHERWISE = "{path}: {error}; nothing was stored."


@contextmanager
def as_refusals(path: Path) -> Iterator[None]:
    """Inside it, an error of SQLite becomes `Refused`."""
    try:
        yield
    except sqlite3.Error as error:
        raise Refused(SENTENCES.get(code(error), OTHERWISE).format(path=path, error=error)) from error


def code(error: sqlite3.Error) -> int:
    """The kind of an error, without its subdivisions."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
