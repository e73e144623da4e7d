"""Whether today's check-in is empty, and somebody may be reminded of it."""

import sqlite3
from datetime import date, timedelta

from journal.store.read import pauses, queries
from journal.store.read.question_states import questions_on

WEEK = timedelta(days=7)


def is_due(connection: sqlite3.Connection, today: date) -> bool:
    """Nothing of the check-in was answered today; with weekly reminders, in a week. Never in a pause, and not once the
    day has come until which one meant to track."""
    ends = queries.setting(connection, "track_until")
    if pauses.pause_on(connection, today) or (ends and ends <= today.isoformat()):
        return False
    weekly = queries.setting(connection, "reminders") == "weekly"
    slugs = {question.slug for question in questions_on(connection)}
    days = [today - timedelta(days=back) for back in range(WEEK.days if weekly else 1)]
    return bool(slugs) and not any(slugs & queries.answers(connection, day).keys() for day in days)
