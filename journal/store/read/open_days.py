"""Which days are open after days away."""

import sqlite3
from datetime import date, timedelta

from journal.catalog.kinds import DATED
from journal.store.read import pauses

MOST = 14
"""As many days back are asked about: what lies further back is hardly remembered."""
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
