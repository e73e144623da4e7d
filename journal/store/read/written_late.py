"""What was written later than the next day: it is kept and shown, and left out where habits are judged.

Whoever fills in a week remembers it by its twitches, and the habits then follow them. What came from another app, or
is of an older format, has no day on which it was written, and counts as written in time. Where rows make up a value it
is late if one of them is. A row that was deleted later leaves no trace.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from journal.records import Answer, Drink, Sleep, Workout
from journal.store.read import nones

IS_LATE = "written_on > day AND written_on > date(day, '+1 day')"
"""The condition in SQL; most rows do not reach date()."""

LATE = "kept and shown; for triggers a habit counts only where it was logged by the next day"
_IS_HABIT = {
    "answer": "question IN (SELECT slug FROM question WHERE role = 'habit')",
    "drink": "TRUE",
    "sleep": "nap = 0",
    "workout": "TRUE",
}
"""The tables that habits are made of -> which of their rows."""


def is_late_habit(connection: sqlite3.Connection, record: object, today: date) -> bool:
    """Whether it is of a habit of a day before yesterday."""
    if not isinstance(record, (Answer, Drink, Sleep, Workout)) or record.day >= _yesterday(today):
        return False
    if isinstance(record, Answer):
        row = connection.execute("SELECT role FROM question WHERE slug = ?", (record.question,)).fetchone()
        return bool(row == ("habit",))
    return not (isinstance(record, Sleep) and record.nap)


def is_any(connection: sqlite3.Connection, today: date) -> bool:
    """Whether anything of a habit was written late today."""
    written = (today.isoformat(), _yesterday(today))
    return any(
        connection.execute(
            f"SELECT 1 FROM {table} WHERE written_on = ? AND day < ? AND {where} LIMIT 1", written
        ).fetchone()
        for table, where in _IS_HABIT.items()
    )


def _yesterday(today: date) -> str:
    return (today - timedelta(days=1)).isoformat()


def late_days(connection: sqlite3.Connection, questions: Iterable[str], first: str, last: str) -> dict[str, set[str]]:
    """Question -> the days whose value was written late: its answer, or a row where rows make the value up."""
    answers = _late_answers(connection, first, last)
    late: dict[str, set[str]] = {}
    for question in questions:
        rows = late_rows(connection, question, first, last)
        if question == "fluids_ml":
            rows |= answers["drinks_complete"]  # without it the drinks say nothing
        if rows:
            answered = f"SELECT day FROM answer WHERE question = ? AND {nones.counts(question)}"
            rows -= {day for (day,) in connection.execute(answered, (question,))}
        late[question] = answers[question] | rows
    return late


def _late_answers(connection: sqlite3.Connection, first: str, last: str) -> dict[str, set[str]]:
    """Question -> the days of which its answer was written late, where the answer counts whatever rows say."""
    counting = " ".join(f"WHEN '{question}' THEN {nones.counts(question)}" for question in nones.ROWS)
    rows = connection.execute(
        f"SELECT question, day FROM answer WHERE day BETWEEN ? AND ? AND {IS_LATE}"
        f" AND CASE question {counting} ELSE TRUE END",
        (first, last),
    )
    days: dict[str, set[str]] = defaultdict(set)
    for question, day in rows:
        days[question].add(day)
    return days


def late_rows(connection: sqlite3.Connection, question: str, first: str, last: str) -> set[str]:
    """The days on which a row that makes up the question's value was written late."""
    if question not in nones.ROWS:
        return set()
    table, counting, *_ = nones.ROWS[question]
    rows = connection.execute(
        f"SELECT DISTINCT day FROM {table} WHERE day BETWEEN ? AND ? AND {counting} AND {IS_LATE}", (first, last)
    )
    return {day for (day,) in rows}
