"""The way back after days away."""

import sqlite3

from journal.moments import UserClock, day_words
from journal.phrases.write.format_number import counted
from journal.store.offers.offer import Offer
from journal.store.read import open_days, queries

WEEK = 7


def offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """Once, on the first day back; with weekly reminders after a week."""
    days = open_days.open_days(connection, clock.today)
    least = WEEK if days and queries.setting(connection, "reminders") == "weekly" else 1
    if len(days) < least:
        return None
    first, last = (day_words(day, clock.today) for day in (days[-1], days[0]))
    span = f"{first} to {last}" if len(days) > 1 else last
    text = f"{counted(len(days), 'open day')}, {span}; not logged is fine."
    return Offer("away", text, "dialog:away", "checkin --away", days[0].isoformat())
