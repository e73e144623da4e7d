"""The outcome of an experiment on each day of a span; NaN where it is not known."""

import sqlite3
from datetime import date, timedelta

import numpy as np

from journal.catalog.kinds import TWITCH_KINDS
from journal.moments import lived
from journal.statistics.arrays import Array
from journal.store.read import daily_columns

COLUMNS = {"count": "twitches", "rating": "twitchiness", "night-cramps": "cramps"}
"""Outcome -> the column of the view `daily` that says where it is known."""
NIGHT_BEGINS, NIGHT_ENDS = 21, 8
"""Hours between which a cramp with a clock is one of the night."""
LONG_S = 600
"""Seconds from which an episode is long."""
LIDS = ("eyelid", "eyelid_upper", "eyelid_lower")


def outcome_days(connection: sqlite3.Connection, outcome: str, first: date, last: date) -> Array:
    """A value for each day of the span, both ends included. The night of a day is the one that ends on it. A paused day
    has no record, and so no value."""
    if outcome == "night-cramps":
        return _night_cramps(connection, first, last)
    column = COLUMNS[outcome]
    return np.array(daily_columns.amounts(connection, [column], first.isoformat(), last.isoformat())[column])


def days_known(connection: sqlite3.Connection, outcome: str, first: date, last: date) -> int:
    """On how many days of the span the outcome is known."""
    return int(np.isfinite(outcome_days(connection, outcome, first, last)).sum())


def _night_cramps(connection: sqlite3.Connection, first: date, last: date) -> Array:
    """A night is known where cramps are on both of its days: the one on whose evening it begins, and the next."""
    before = first - timedelta(days=1)
    cramps = np.array(daily_columns.amounts(connection, ["cramps"], before.isoformat(), last.isoformat())["cramps"])
    nights = np.where(np.isfinite(cramps[:-1]) & np.isfinite(cramps[1:]), 0.0, np.nan)
    rows = connection.execute(
        "SELECT day, started_at, utc_offset_minutes, day_part, circumstance, times FROM episode"
        " WHERE kind = 'cramp' AND day BETWEEN ? AND ?",
        (before.isoformat(), last.isoformat()),
    )
    for day, started_at, offset, part, circumstance, times in rows:
        ends = _night_of(date.fromisoformat(day), started_at, offset, part, circumstance)
        if ends and first <= ends <= last:
            nights[(ends - first).days] += times
    return nights


def _night_of(
    day: date, started_at: str | None, offset: int | None, part: str | None, circumstance: str | None
) -> date | None:
    """The day on which the night of a cramp ends; None where it was none of the night."""
    if started_at:
        wall = lived(started_at, offset)
        if wall.hour >= NIGHT_BEGINS:
            return wall.date() + timedelta(days=1)
        return wall.date() if wall.hour < NIGHT_ENDS else None
    if part:
        return day + timedelta(days=1) if part == "night" else None
    return day if circumstance in ("asleep", "falling_asleep") else None


def mostly_lids_or_long(connection: sqlite3.Connection, first: date, last: date) -> bool:
    """Whether at least half of the episodes of twitches are of an eyelid, or long: a count says little of these."""
    kinds, lids = (", ".join(f"'{slug}'" for slug in slugs) for slugs in (TWITCH_KINDS, LIDS))
    episodes, such = connection.execute(
        f"SELECT count(*), total(site IN ({lids}) OR duration_s >= {LONG_S} OR going_on) FROM episode"
        f" WHERE kind IN ({kinds}) AND day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).fetchone()
    return bool(episodes) and 2 * such >= episodes
