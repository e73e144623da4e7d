"""A connection to a file, known to this process until it is closed.

Closing any descriptor of a file drops the locks that SQLite holds on it in the same process (POSIX). So a file is
looked at with open() only while no connection of this process is on it, and while none can come: behind the `door`.
"""

import os
import sqlite3
from _thread import allocate_lock
from pathlib import Path

from journal.store.file.diary_file import DiaryFile, Identity

BUSY_SECONDS = 5.0
"""How long to wait for another program that writes."""

door = allocate_lock()
"""Held while a connection is made or given up, and while a file is looked at."""
_connected: dict[Identity, int] = {}
"""How many connections of this process are on a file."""
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-~:")
"""What a URI holds as it is."""


class Connection(sqlite3.Connection):
    """A connection for one transaction; closing it tells that this process has let go of the file."""

    identity: Identity | None = None

    def close(self) -> None:
        super().close()
        identity, self.identity = self.identity, None
        if identity:
            with door:
                _connected[identity] -= 1
                if not _connected[identity]:
                    del _connected[identity]


def is_open(identity: Identity) -> bool:
    """Whether a connection of this process is on the file; asked behind the door."""
    return identity in _connected


def attach(path: Path, mode: str) -> Connection:
    """Connect to a file that was looked at; `mode` as in a SQLite URI."""
    identity = DiaryFile(path).identity()
    with door:
        connection = sqlite3.connect(
            _uri(path, mode), uri=True, timeout=BUSY_SECONDS, isolation_level=None, factory=Connection
        )
        if identity:
            _connected[identity] = _connected.get(identity, 0) + 1
            connection.identity = identity
    connection.execute("PRAGMA temp_store = MEMORY")  # else a VACUUM writes the whole diary into /var/tmp
    return connection


def _uri(path: Path, mode: str) -> str:
    quoted = "".join(chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(path.as_posix()))
    return f"file://{'' if quoted.startswith('/') else '/'}{quoted}?mode={mode}"


def attach_beside(connection: sqlite3.Connection, path: Path, schema: str) -> None:
    """Have a connection see the tables of a file that nobody writes as well."""
    connection.execute(f"ATTACH ? AS {schema}", (_uri(path, "ro&immutable=1"),))


def pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
