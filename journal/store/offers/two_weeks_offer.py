"""One page of the first two weeks, from their last day on."""

import sqlite3
from datetime import date, timedelta

from journal.moments import UserClock
from journal.store.offers.offer import Offer

FIRST_WEEKS = timedelta(days=13)
OFFERED = timedelta(days=14)
"""For how long it is offered."""
TEXT = "Two weeks are logged: what they show, on one page."
FIRST = "SELECT min(day) FROM (SELECT min(day) AS day FROM episode UNION ALL SELECT min(day) FROM answer)"


def offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """From day 14 on, counted from the first day of which a twitch or an answer was logged."""
    day = connection.execute(FIRST).fetchone()[0]
    if day is None or not FIRST_WEEKS <= clock.today - date.fromisoformat(day) < FIRST_WEEKS + OFFERED:
        return None
    return Offer("twoweeks", TEXT, "room:trends:two-weeks", "two-weeks", day)
