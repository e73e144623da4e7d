"""An exported folder as other programs read it, and how another diary would take it in."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from journal.sharing.column_docs import TABLES
from journal.store.file import derived, schema

Rows = list[dict[str, str]]
Tables = dict[str, list[tuple[Any, ...]]]


def rows(file: Path) -> Rows:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def header(file: Path) -> list[str]:
    with file.open(encoding="utf-8", newline="") as lines:
        return next(csv.reader(lines))


def days(folder: Path) -> dict[str, dict[str, str]]:
    """Day -> what stands in its row, without what is empty, and that it was not paused."""
    shown = {"paused": "0"}.items()
    return {
        row.pop("day"): {name: value for name, value in row.items() if value and (name, value) not in shown}
        for row in rows(folder / "days.csv")
    }


def tables_of(path: Path) -> Tables:
    """Every row of every table that is exported, in the order in which they were written."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in schema.LOGGED
        }


def taken_in(folder: Path, path: Path) -> Path:
    """A new diary with the tables of an exported folder, put back as README.txt says."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        derived.create(connection)
        connection.execute("DELETE FROM question")
        for table, described in TABLES.items():
            take_in(connection, table, rows(folder / described.file))
        connection.execute("COMMIT")
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return path


def take_in(connection: sqlite3.Connection, table: str, some: Rows) -> None:
    columns = {
        name: (type_, bool(required))
        for name, type_, required in connection.execute(
            'SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,)
        )
    }
    for row in some:
        stored = {name: _value(name, text, *columns[name]) for name, text in row.items() if not name.endswith("_local")}
        places = ", ".join("?" for _ in stored)
        connection.execute(f"INSERT INTO {table} ({', '.join(stored)}) VALUES ({places})", tuple(stored.values()))


def _value(name: str, text: str, type_: str, required: bool) -> object:
    if not text and not required:
        return None
    if name == "source_key":
        return text.removeprefix("\\")
    return {"TEXT": str, "INTEGER": int, "REAL": float}[type_](text)
