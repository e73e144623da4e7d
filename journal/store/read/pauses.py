"""The times in which the diary rests: a day of one without any record is paused, not missing."""

import sqlite3
from datetime import date
from typing import NamedTuple

from journal.moments import date_of, day_words


class Pause(NamedTuple):
    """Its first and last day, in ISO; without a last day the diary still rests."""

    first_day: str
    last_day: str | None


def pause_on(connection: sqlite3.Connection, day: date) -> Pause | None:
    """The pause in which a day lies; of several the first."""
    return next(iter(pauses_on(connection, day)), None)


def pauses_on(connection: sqlite3.Connection, day: date) -> list[Pause]:
    """The pauses in which a day lies: one, or more where one was begun while the clock was set back."""
    rows = connection.execute(
        "SELECT first_day, last_day FROM pause WHERE first_day <= :day AND coalesce(last_day, :day) >= :day"
        " ORDER BY first_day",
        {"day": day.isoformat()},
    )
    return [Pause(*row) for row in rows]


def paused_days(connection: sqlite3.Connection, first: str, last: str) -> set[str]:
    """The days of a span, both ends included, that lie in a pause, logged or not."""
    rows = connection.execute(
        "WITH RECURSIVE paused (day, last_day) AS ("
        " SELECT max(first_day, :first), min(coalesce(last_day, :last), :last) FROM pause"
        "  WHERE first_day <= :last AND coalesce(last_day, :last) >= :first"
        " UNION ALL SELECT date(day, '+1 day'), last_day FROM paused WHERE day < last_day)"
        " SELECT day FROM paused",
        {"first": first, "last": last},
    )
    return {day for (day,) in rows}


def pause_words(pause: Pause, today: date) -> str:
    """`paused since Mon 16 Nov, until Fri 20 Nov 2026`."""
    until = f", until {day_words(date_of(pause.last_day), today)}" if pause.last_day else ""
    return f"paused since {day_words(date_of(pause.first_day), today)}{until}"
