"""Steps of the change log: what is written inside one is undone together."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

StepKind = Literal["log", "edit", "delete", "import", "undo", "redo", "hand", "digits", "judgement", "migration"]
"""`hand` are changes made with another program, which the next step adopts. Undo passes over `digits` (what the program
notes by itself: digits that were shown, an offer that was taken) and `judgement`, and stops at a `migration`."""


@contextmanager
def opened(
    connection: sqlite3.Connection, kind: StepKind, instant: str, *, undoes: int | None = None, keep: bool = False
) -> Iterator[None]:
    """A step around what is written inside; without a change it is not kept unless `keep`."""
    number = connection.execute(
        "INSERT INTO step (at, kind, undoes, open) VALUES (?, ?, ?, 1)", (instant, kind, undoes)
    ).lastrowid
    yield
    if keep or connection.execute("SELECT 1 FROM change WHERE step = ? LIMIT 1", (number,)).fetchone():
        connection.execute("UPDATE step SET open = NULL WHERE id = ?", (number,))
    else:
        connection.execute("DELETE FROM step WHERE id = ?", (number,))


def adopt(connection: sqlite3.Connection, instant: str) -> None:
    """Make the changes without a step, always the newest, a step: they were made by hand, with another program."""
    if connection.execute("SELECT 1 FROM change WHERE step IS NULL LIMIT 1").fetchone():
        number = connection.execute("INSERT INTO step (at, kind) VALUES (?, 'hand')", (instant,)).lastrowid
        connection.execute("UPDATE change SET step = ? WHERE step IS NULL", (number,))
