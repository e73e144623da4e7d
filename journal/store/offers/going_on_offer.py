"""Whether what was started over a day ago still goes on, asked once: as an offer in the app, in the shell beside what
was stored."""

import sqlite3
from datetime import timedelta

from journal.catalog.lexicon import Lexicon
from journal.moments import UserClock, date_of, day_words, instant_text
from journal.records import Episode
from journal.store.offers.offer import Offer
from journal.store.read import queries

NAME = "going_on"
LONG = timedelta(days=1)
ASKED = f"offer.{NAME}"
"""The setting that holds the id of the last episode of which it was asked."""


def offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """The one that began first. Put away, it is not asked of again."""
    episode = _long_ago(connection, clock)
    if episode is None:
        return None
    lexicon = queries.lexicon(connection)
    return Offer(NAME, question(episode, lexicon, clock), "line:stop", "stop yesterday", episode.id)


def question(episode: Episode, lexicon: Lexicon, clock: UserClock) -> str:
    """`Left calf, since Mon 23 Nov: still going on?`"""
    site = lexicon.site_words(episode.site, episode.side)
    return f"{site[:1].upper()}{site[1:]}, since {day_words(date_of(episode.day), clock.today)}: still going on?"


def not_asked_yet(connection: sqlite3.Connection, clock: UserClock) -> Episode | None:
    """What is going on for over a day and was not asked of."""
    episode = _long_ago(connection, clock)
    return episode if episode and queries.setting(connection, ASKED) != episode.id else None


def _long_ago(connection: sqlite3.Connection, clock: UserClock) -> Episode | None:
    where = "going_on = 1 AND started_at < ? ORDER BY started_at LIMIT 1"
    episodes: list[Episode] = queries.records(connection, "episode", where, (instant_text(clock.now - LONG),))
    return episodes[0] if episodes else None
