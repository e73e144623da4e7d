"""days.csv: what each day of a span is worth, one row a day, logged or not."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from journal.sharing.span import ExportSpan
from journal.store.read import pauses
from journal.store.read.question_states import own_questions

Day = dict[str, Any]
PAUSED = "paused"
"""The column that tells the days of a pause from the others."""
OWN = "SELECT day, question, value FROM answer WHERE question IN (SELECT slug FROM question WHERE built_in = 0)"


def columns(connection: sqlite3.Connection) -> tuple[list[str], dict[str, str]]:
    """The columns of the view `daily` and `paused`, and those of the user's own questions: slug -> its column."""
    view_columns = [column[0] for column in connection.execute("SELECT * FROM daily LIMIT 0").description]
    view_columns.append(PAUSED)
    own_columns = {}
    for question in own_questions(connection):
        is_in_view = question.slug in view_columns  # by hand, anything can be added
        own_columns[question.slug] = f"own_{question.slug}" if is_in_view else question.slug
    return view_columns, own_columns


def recorded(connection: sqlite3.Connection, span: ExportSpan) -> dict[str, Day]:
    """The days of a span that have any record -> what each is worth, by column."""
    if not span.length:
        return {}
    view_columns, own_columns = columns(connection)
    between = (str(span.first), str(span.last))
    days: dict[str, Day] = {}
    for row in connection.execute("SELECT * FROM daily WHERE day BETWEEN ? AND ?", between):
        days[row[0]] = dict(zip(view_columns, (*row, 0), strict=True))
    for day, question, value in connection.execute(f"{OWN} AND day BETWEEN ? AND ?", between):
        days[day][own_columns[question]] = value
    return days


def paused(connection: sqlite3.Connection, span: ExportSpan) -> set[str]:
    """The days of a span that lie in a pause."""
    days = {day.isoformat() for day in span.days}
    return days & pauses.paused_days(connection, str(span.first), str(span.last)) if days else days


def rows(connection: sqlite3.Connection, span: ExportSpan, days: Mapping[str, Day]) -> Iterator[list[str]]:
    """A row for every day, logged or not; empty = not logged, 0 = none."""
    view_columns, own_columns = columns(connection)
    of_pauses = paused(connection, span)
    for date in span.days:
        day = {"day": date.isoformat(), **days.get(date.isoformat(), {}), PAUSED: int(date.isoformat() in of_pauses)}
        yield [_plain(day.get(column)) for column in (*view_columns, *own_columns.values())]


def _plain(value: Any) -> str:
    """A value in the shortest form that reads back as the same one."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
