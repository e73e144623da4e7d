"""Where the tables are described, and which format of the diary this program knows."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

VERSION = 4
"""The format of a diary: `user_version` in the file."""
APPLICATION_ID = int.from_bytes(b"TwJr", "big")
"""What makes a SQLite file a diary: `application_id` in the file."""
MARK = "-- made by journal/store/change_log.py from here on"
"""What is above it in schema.sql is written by hand."""
_MADE = re.compile(r"^CREATE (VIEW daily|(TABLE|INDEX|TRIGGER) kept_\w+|TRIGGER \w+_touches_\w+) ", re.MULTILINE)
KEPT = ("kept_month", "kept_day", "kept_site", "kept_part", "kept_relief")
"""The tables of sums of the user's rows: nothing is lost with them."""
LOGGED = (
    *("episode", "relief", "sleep", "drink", "workout", "medicine", "dose", "event", "day_note"),
    *("question", "answer", "term", "template", "setting", "profile"),
    *("guess", "look", "verdict", "verdict_lag"),
)
"""The tables whose rows are the user's: every change of one can be taken back."""


def path() -> Path:
    """schema.sql: inside the package where that was installed from a wheel, else at the top of the clone."""
    package = Path(__file__).absolute().parents[2]
    installed = package / "schema.sql"
    return installed if installed.exists() else package.parent / "schema.sql"


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would commit the transaction it runs in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def drop_derived(connection: sqlite3.Connection) -> None:
    """Drop what is made of the user's tables: the view `daily`, and kept sums with the triggers that drop them."""
    made = (
        "SELECT type, name FROM sqlite_schema WHERE name = 'daily' OR (type = 'trigger' AND name GLOB '*_touches_*')"
        " OR (type = 'table' AND name GLOB 'kept_*') ORDER BY type DESC"
    )
    for kind, name in connection.execute(made).fetchall():
        connection.execute(f"DROP {kind} {name}")


def create_derived(connection: sqlite3.Connection) -> None:
    """Make again what `drop_made` drops, as it is in schema.sql; the tables are there."""
    for statement in statements(path().read_text("utf-8")):
        if _MADE.search(statement):
            connection.execute(statement)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty diary, in the transaction that is open."""
    for statement in statements(path().read_text("utf-8")):
        connection.execute(statement)
