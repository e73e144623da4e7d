"""What a diary shows before there is anything to judge: where, when of the day, and what helped, as counts."""

import sqlite3
from typing import NamedTuple

from journal.catalog.kinds import TWITCH_KINDS
from journal.catalog.lexicon import Lexicon
from journal.moments import PARTS, UserClock
from journal.store.read import aggregates
from journal.store.read.aggregates import EpisodeFilter

MOST = 3
"""Sites, and reliefs, that are named."""


class EarlyCounts(NamedTuple):
    """Of every episode of a twitch so far, today's too. A relief has how often it helped of the times of which that was
    said."""

    episodes: int
    sites: tuple[tuple[str, int], ...]
    elsewhere: int
    parts: tuple[tuple[str, int], ...]
    unknown: int
    reliefs: tuple[tuple[str, int, int], ...]


def early_counts(connection: sqlite3.Connection, lexicon: Lexicon, clock: UserClock) -> EarlyCounts | None:
    """None in a diary without an episode."""
    bounds = aggregates.bounds(connection)
    if bounds is None:
        return None
    ends = bounds[0], min(bounds[1], clock.today.isoformat())
    by_site: dict[str, int] = {}
    for site, side, _, episodes in aggregates.times_by_site(connection, EpisodeFilter(), *ends):
        label = lexicon.site_words(site, side)
        by_site[label] = by_site.get(label, 0) + episodes
    if not by_site:
        return None
    total = sum(by_site.values())
    sites = sorted(by_site.items(), key=lambda site: (-site[1], site[0]))[:MOST]
    weekdays = aggregates.episodes_by_part(connection, EpisodeFilter(), clock.day_starts, *ends)
    *parts, unknown = [sum(column) for column in list(zip(*weekdays, strict=True))[1:]]
    reliefs = [
        (lexicon.label("relief", name), helped, helped + unhelped)
        for name, against, _, helped, unhelped in aggregates.reliefs_tried(connection, *ends)
        if against in TWITCH_KINDS and helped + unhelped
    ]
    reliefs.sort(key=lambda relief: (-relief[2], relief[0]))
    elsewhere = total - sum(number for _, number in sites)
    named_parts = tuple(zip(PARTS, parts, strict=True))
    return EarlyCounts(total, tuple(sites), elsewhere, named_parts, unknown, tuple(reliefs[:MOST]))
