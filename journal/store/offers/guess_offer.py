"""The guess, offered while it can be made and something is logged to think of."""

import sqlite3

from journal.catalog.kinds import TWITCH_KINDS
from journal.moments import UserClock
from journal.store.offers.offer import Offer

FIRST_DAY, LAST_DAY = 3, 14
"""The counted days from which and up to which a guess is offered."""
TEXT = "Which habit do you suspect? Guess before there is anything to see."
KINDS = ", ".join(f"'{kind}'" for kind in TWITCH_KINDS)
MOST = LAST_DAY + 1
DAYS = f"""SELECT count(*) FROM (
    SELECT day FROM (SELECT DISTINCT day FROM episode WHERE kind IN ({KINDS}) AND day <= :today LIMIT {MOST})
    UNION SELECT day FROM (SELECT DISTINCT day FROM answer
        WHERE question IN ('any_twitches', 'twitchiness') AND day <= :today LIMIT {MOST}))"""
"""How many days say something of twitches; of a long diary only that they are too many."""


def offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """From the third counted day to the fourteenth, until one was made."""
    if connection.execute("SELECT 1 FROM guess UNION ALL SELECT 1 FROM look LIMIT 1").fetchone():
        return None
    days = connection.execute(DAYS, {"today": clock.today.isoformat()}).fetchone()[0]
    if not FIRST_DAY <= days <= LAST_DAY:
        return None
    return Offer("guess", TEXT, "room:triggers:guess", "suspect")
