"""Small words for the tests of the store: log, dump, by_hand, as_user."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from journal.records import Episode, Record, Relief
from journal.store.file import schema
from journal.store.file.diary_file import DiaryPath
from journal.store.write import transaction

AT = "2026-11-21T14:05:00Z"
DAY = "2026-11-21"
NOBODY = 65534
FORMATS = Path(__file__).with_name("formats")
Dump = dict[str, list[tuple[Any, ...]]]
TABLES = schema.LOGGED


def twitch(**said: Any) -> Episode:
    return Episode(**{"day": DAY, "site": "calf", **said})


def cramp_with_reliefs() -> Episode:
    reliefs = (Relief("stretch", True), Relief("heat", False), Relief("massage"))
    return twitch(kind="cramp", reliefs=reliefs)


def log(path: DiaryPath, *records: Record) -> list[Record]:
    with transaction.step(path, "log", AT) as connection:
        return [transaction.add(connection, record) for record in records]


def step(path: DiaryPath, *acts: Callable[[sqlite3.Connection], object]) -> None:
    """All the acts in one step."""
    with transaction.step(path, "edit", AT) as connection:
        for act in acts:
            act(connection)


def by_hand(path: Path, *statements: str) -> None:
    """As with the sqlite3 program: foreign keys off, no step."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def ask(path: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(question).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]


def dump(path: Path) -> Dump:
    """Every row of the user's, in the order of logging."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid").fetchall() for table in TABLES
        }


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every file below a folder with its bytes."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def as_user() -> Iterator[None]:
    """As a user whom permissions bind; where the tests run as root, that is nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def of_format(number: int, path: Path) -> Path:
    """A diary of an older format, as that program made it: each file says what a format added to the one before."""
    with closing(sqlite3.connect(path)) as connection:
        for added in range(1, number + 1):
            connection.executescript((FORMATS / f"{added}.sql").read_text("utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return path


def python(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=schema.path().parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
