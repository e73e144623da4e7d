"""schema.sql: where it is, what it says, and whether the tables of a file are those it describes."""

import re
import sqlite3
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from journal.catalog.kinds import BY_TABLE

APPLICATION_ID = int.from_bytes(b"TwJr", "big")
"""What makes a SQLite file a diary: `application_id` in the file."""
LOGGED = (
    *BY_TABLE,
    *("relief", "question", "term", "template", "setting", "pause", "profile"),
    *("sign_check", "sign", "visit_advice"),
    "inbox_line",
    *("guess", "look", "verdict", "verdict_lag", "follow_up"),
    *("experiment", "experiment_block", "experiment_day"),
)
"""The tables whose rows are the user's: every change of one can be undone."""

Kind = Literal["TABLE", "INDEX", "VIEW", "TRIGGER"]
_CREATE = re.compile(
    r"^CREATE (TABLE|INDEX|VIEW|TRIGGER) (\w+)\b.*?(?=;\n(?:\n|CREATE|--|PRAGMA))", re.MULTILINE | re.DOTALL
)
STORED = (
    "SELECT name, sql FROM sqlite_schema"
    " WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
)
"""The tables and indexes of a file, without those that SQLite makes for itself."""


class Statement(NamedTuple):
    """A CREATE statement of schema.sql, without the semicolon at its end."""

    kind: Kind
    name: str
    sql: str


def path() -> Path:
    """schema.sql: inside the package where that was installed from a wheel, else at the top of the clone."""
    package = Path(__file__).absolute().parents[2]
    installed = package / "schema.sql"
    return installed if installed.exists() else package.parent / "schema.sql"


def text() -> str:
    return _read(path())


@cache
def _read(file: Path) -> str:
    return file.read_text("utf-8")


VERSION = int(text().rpartition("PRAGMA user_version = ")[2].rstrip(";\n"))
"""The format of a diary: `user_version` in the file, as the last line of schema.sql has it."""


def statements(*kinds: Kind) -> Iterator[Statement]:
    """The statements of some kinds, in the order of schema.sql."""
    for match in _CREATE.finditer(text()):
        statement = Statement(match[1], match[2], match[0])  # type: ignore[arg-type]
        if statement.kind in kinds:
            yield statement


def altered(connection: sqlite3.Connection) -> str | None:
    """A table or index that is not as schema.sql has it, or that it does not have, or that is missing."""
    return _first_difference(text(), tuple(connection.execute(STORED).fetchall()))


@lru_cache  # asked at every connection, and again once the lock is held
def _first_difference(script: str, stored: tuple[tuple[str, str], ...]) -> str | None:
    number = script.count("\nCREATE TABLE ") + script.count("\nCREATE INDEX ")
    if len(stored) == number and all(f"\n{sql};" in script for _, sql in stored):
        return None  # to the letter, as in every file that this program made
    described = {(statement.name, squeezed(statement.sql)) for statement in statements("TABLE", "INDEX")}
    return min((name for name, _ in described ^ {(name, squeezed(sql)) for name, sql in stored}), default=None)


def squeezed(sql: str) -> str:
    """A statement without its blanks, in which two that mean the same may differ."""
    return "".join(sql.split())
