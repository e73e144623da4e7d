"""The way back after days away: which days are open, and a rating or a note for each that has one."""

import sqlite3
from datetime import date, timedelta

from journal.catalog.kinds import DATED
from journal.moments import UserClock, day_words
from journal.phrases.write.format_number import counted
from journal.store.read import pauses, queries
from journal.store.read.offer import Offer

MOST = 14
"""As many days back are asked about: what lies further back is hardly remembered."""
WEEK = 7
NOT_LOGGED_IS_FINE = (
    "Not logged is fine. What is said now is kept and shown; Triggers judges only what was written up to the next day."
)


def open_days(connection: sqlite3.Connection, today: date) -> list[date]:
    """The days between the last one with any record and today, the newest first; those of a pause are none. Nothing
    where the diary has no earlier day, or yesterday has a record."""
    first, yesterday = (today - timedelta(days=back) for back in (MOST, 1))
    if connection.execute("SELECT 1 FROM episode UNION ALL SELECT 1 FROM answer LIMIT 1").fetchone() is None:
        return []
    each = " UNION ".join(f"SELECT day FROM {table} WHERE day BETWEEN :first AND :last" for table in DATED)
    bounds = {"first": first.isoformat(), "last": yesterday.isoformat()}
    logged = {day for (day,) in connection.execute(each, bounds)}
    if not logged and not connection.execute("SELECT 1 FROM episode WHERE day < ? LIMIT 1", (str(first),)).fetchone():
        return []
    since = date.fromisoformat(max(logged)) + timedelta(days=1) if logged else first
    days = [since + timedelta(days=number) for number in range((today - since).days)]
    paused = pauses.paused_days(connection, *bounds.values()) if days else set()
    return [day for day in reversed(days) if day.isoformat() not in paused]


def offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """Once, on the first day back; with weekly reminders after a week."""
    days = open_days(connection, clock.today)
    least = WEEK if days and queries.setting(connection, "reminders") == "weekly" else 1
    if len(days) < least:
        return None
    first, last = (day_words(day, clock.today) for day in (days[-1], days[0]))
    span = f"{first} to {last}" if len(days) > 1 else last
    text = f"{counted(len(days), 'open day')}, {span}; not logged is fine."
    return Offer("away", text, "dialog:away", "checkin --away", days[0].isoformat())
