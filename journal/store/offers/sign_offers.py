"""The signs, offered when they are due; and what a doctor advised, asked for from the day after a visit on."""

import sqlite3

from journal.catalog.signs import ADVISED, HEADING
from journal.moments import UserClock, day_words
from journal.store.offers.offer import Offer
from journal.store.read import sign_history, sign_rules


def signs_due(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """From the fourteenth logged day on, then every four weeks. Put away, it comes again four weeks later."""
    since = sign_history.due_since(connection, clock.today)
    since = since or sign_history.eyelid_due_since(connection, clock.today)
    if since is None:
        return None
    times = (clock.today - since) // sign_rules.EVERY
    return Offer("signs", f"Signs: a few questions, {HEADING}.", "dialog:signs", "signs", f"{since} {times}")


def advice_due(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """For four weeks, until it is written down; of each visit it can be put away."""
    visit = sign_history.visit_to_ask_about(connection, clock.today)
    if visit is None:
        return None
    text = f"Visit on {day_words(visit.day, clock.today)}: {ADVISED.lower()}"
    return Offer("advice", text, "dialog:signs", "signs advice", visit.event)
