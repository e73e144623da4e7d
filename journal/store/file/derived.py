"""What a file holds that is made from something else, and so is no part of its format.

These are the views, the triggers, and the rows of the built-in questions but for their state and place. The view
`derived` in the file says of what they were made. Where this program would make others, the next write makes them anew
within its own transaction; whoever only reads has the program's own in `temp`, where they hide those of the file.
"""

import os
import sqlite3
import zlib
from collections.abc import Callable
from functools import lru_cache

from journal.catalog import questions
from journal.store.file import schema
from journal.store.history import change_log


def create(connection: sqlite3.Connection, fill: Callable[[str], None] | None = None) -> None:
    """Make an empty diary in the transaction that is open: the tables, and what is derived.

    Rows that `fill` puts into each table get there before its indexes and triggers, which would slow it down.
    """
    for statement in schema.statements("TABLE"):
        connection.execute(statement.sql)
        if statement.name == "question":
            write_questions(connection)
        if fill:
            fill(statement.name)
    if connection.execute("SELECT 1 FROM diary").fetchone() is None:
        seal(connection)
    for statement in schema.statements("INDEX"):
        connection.execute(statement.sql)
    renew(connection)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")


def seal(connection: sqlite3.Connection) -> None:
    """Give a diary a new seal behind its last one; and if it has none the id by which it and its copies are known."""
    connection.execute(
        "INSERT INTO diary VALUES (1, ?, ?)"
        " ON CONFLICT (number) DO UPDATE SET seal = substr(seal, 17) || substr(excluded.seal, 17)",
        (os.urandom(16).hex(), os.urandom(16).hex()),
    )


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the file holds what this program would derive."""
    row = connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = 'derived'").fetchone()
    return row is not None and row[0] == _mark(schema.text(), questions.QUESTIONS)


@lru_cache
def _mark(script: str, catalogue: tuple[questions.Question, ...]) -> str:
    """The view that says of what everything was made. (zlib, for hashlib would cost each command 2 ms.)"""
    made_of = (script, change_log.TEMPLATES, [question.definition for question in catalogue])
    return f"CREATE VIEW derived AS SELECT '{zlib.crc32(repr(made_of).encode()):08x}' AS digest"


def renew(connection: sqlite3.Connection) -> None:
    """Make anew what is derived, in the transaction that is open. The change log knows nothing of it."""
    drop(connection)
    write_questions(connection)
    _correct_history(connection)
    for statement in schema.statements("VIEW", "TRIGGER"):
        connection.execute(statement.sql)
    for table in schema.LOGGED:
        for trigger in change_log.triggers(connection, table):
            connection.execute(trigger)
    connection.execute(_mark(schema.text(), questions.QUESTIONS))


def drop(connection: sqlite3.Connection) -> None:
    """Drop the views of the diary and all triggers; a view that a person added stays."""
    views = ["derived", *(statement.name for statement in schema.statements("VIEW"))]
    marks = ", ".join("?" for _ in views)
    rows = connection.execute(
        f"SELECT type, name FROM sqlite_schema WHERE type = 'trigger' OR (type = 'view' AND name IN ({marks}))", views
    )
    for kind, name in rows.fetchall():
        connection.execute(f'DROP {kind} "{name}"')


def shadow(connection: sqlite3.Connection) -> None:
    """Hide the views and questions of the file behind the program's own, for this connection alone."""
    for statement in schema.statements("VIEW"):
        connection.execute(statement.sql.replace("CREATE", "CREATE TEMP", 1))
    (table,) = (statement.sql for statement in schema.statements("TABLE") if statement.name == "question")
    connection.execute(table.replace("CREATE", "CREATE TEMP", 1))
    connection.execute("INSERT INTO temp.question SELECT * FROM main.question ORDER BY rowid")
    write_questions(connection)


def write_questions(connection: sqlite3.Connection) -> None:
    """Give the built-in questions what the catalogue says of them; a new one comes last.

    A question of the person's own stays as it is, also where a built-in has taken its name since.
    """
    columns = ", ".join(questions.COLUMNS)
    changes = ", ".join(f"{column} = excluded.{column}" for column in questions.DEFINITION)
    values = ", ".join("?" for _ in questions.DEFINITION)
    for question in questions.QUESTIONS:
        connection.execute(
            f"INSERT INTO question ({columns})"
            f" VALUES (?, {values}, ?, (SELECT coalesce(max(place), 0) + 1 FROM question), 1)"
            f" ON CONFLICT (slug) DO UPDATE SET {changes} WHERE built_in = 1",
            (question.slug, *question.definition, question.state),
        )


def _correct_history(connection: sqlite3.Connection) -> None:
    """Undo gives back the state and place that a built-in question had, with what the catalogue says of it now."""
    paths = ", ".join(f"'$.{column}', ?" for column in questions.DEFINITION)
    for question in questions.QUESTIONS:
        connection.execute(
            f"UPDATE change SET before = json_set(before, {paths}) WHERE \"table\" = 'question'"
            " AND row = json_array(?) AND json_extract(before, '$.built_in') = 1",
            (*question.definition, question.slug),
        )
