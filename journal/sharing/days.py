"""days.csv: what each day of a span is worth, one row a day, logged or not."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from journal.catalog.questions import Question
from journal.sharing.span import Span
from journal.store import reading

OWN = "SELECT day, question, value FROM answer WHERE question IN (SELECT slug FROM question WHERE built_in = 0)"


def columns(connection: sqlite3.Connection) -> tuple[list[str], dict[str, str]]:
    """The columns of the view `daily`, and those of the user's own questions: slug -> its column."""
    of_view = [column[0] for column in connection.execute("SELECT * FROM daily LIMIT 0").description]
    own = {}
    for question in own_questions(connection):
        taken = question.slug in of_view  # by hand, anything can be added
        own[question.slug] = f"own_{question.slug}" if taken else question.slug
    return of_view, own


def own_questions(connection: sqlite3.Connection) -> list[Question]:
    return reading.questions(connection, "WHERE built_in = 0")


def rows(connection: sqlite3.Connection, span: Span) -> Iterator[list[str]]:
    """A row for every day; empty = not logged, 0 = none."""
    of_view, own = columns(connection)
    between = (str(span.first), str(span.last))
    view = connection.execute("SELECT * FROM daily WHERE day BETWEEN ? AND ? ORDER BY day", between)
    answers = connection.execute(f"{OWN} AND day BETWEEN ? AND ? ORDER BY day", between)
    worth, answer = view.fetchone(), answers.fetchone()
    for date in span.days:
        day = date.isoformat()
        row: dict[str, Any] = dict.fromkeys([*of_view, *own.values()])
        row["day"] = day
        if worth and worth[0] == day:
            row.update(zip(of_view, worth, strict=True))
            worth = view.fetchone()
        while answer and answer[0] == day:
            row[own[answer[1]]] = answer[2]
            answer = answers.fetchone()
        yield [_plain(value) for value in row.values()]


def _plain(value: Any) -> str:
    """A value in the shortest form that reads back as the same one."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
