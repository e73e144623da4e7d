"""A few lines about the person, offered once with the first visit."""

import sqlite3

from journal.moments import UserClock
from journal.store.offers.offer import Offer

TEXT = "A visit: a few lines about you help a doctor. Each may stay empty."


def offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """From the first visit on, until something was said or it was put away."""
    visit = connection.execute("SELECT 1 FROM event WHERE kind = 'visit' LIMIT 1").fetchone()
    if visit is None or connection.execute("SELECT 1 FROM profile LIMIT 1").fetchone():
        return None
    return Offer("profile", TEXT, "dialog:about", "profile")
