"""The planned end of tracking, once it has come."""

import sqlite3

from journal.moments import UserClock, date_of, day_words
from journal.store.offers.offer import Offer
from journal.store.read import queries


def offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """From the day on until which one meant to track, until one of three ways on is chosen."""
    ends = queries.setting(connection, "track_until")
    if not ends or ends > clock.today.isoformat():
        return None
    until = "today" if ends == clock.today.isoformat() else day_words(date_of(ends), clock.today)
    text = f"You meant to track until {until}: look back, and choose how to go on."
    return Offer("lookback", text, "dialog:lookback", "lookback", ends)
