"""That the diary rests, and the way back."""

import sqlite3

from journal.moments import UserClock
from journal.store.offers.offer import Offer
from journal.store.read import pauses


def offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """As long as it rests."""
    pause = pauses.pause_on(connection, clock.today)
    if pause is None:
        return None
    text = f"The diary is {pauses.pause_words(pause, clock.today)}. Go on?"
    return Offer("pause", text, "dialog:pause", "resume", pause.first_day)
