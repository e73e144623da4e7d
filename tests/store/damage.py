"""Diaries that are damaged as disks and other programs damage them."""

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def root_page(path: Path, name: str) -> int:
    """The first page of a table or an index."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    return int(page)


def write_over(path: Path, page: int, position: int, octets: bytes) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + position)
        file.write(octets)


def empty_an_index(path: Path) -> None:
    """All rows vanish from an index: SQLite's check finds it, most reads do not."""
    write_over(path, root_page(path, "episode_site"), 3, b"\0\0")


def break_a_page(path: Path, table: str) -> None:
    """The first page of the rows of a table, of more than one, cannot be read any more."""
    root = root_page(path, table)
    octets = path.read_bytes()[(root - 1) * PAGE : root * PAGE]
    cell = int.from_bytes(octets[12:14], "big")
    write_over(path, int.from_bytes(octets[cell : cell + 4], "big"), 0, b"\xff" * 40)


def unlogged(path: Path, *statements: str) -> None:
    """Rows changed without a word in the history, as a bit that flips does it, or a tool that rebuilds tables."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()
