"""What twitches were like over a span: how long, how strong, in which circumstances, seen and filmed or not."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from journal.catalog.kinds import CIRCUMSTANCES, TWITCH_KINDS

Weighted = list[tuple[float, int]]
"""Values in their order, each with how many episodes have it."""
USUAL_FROM = 5
"""Of so many days or episodes the middle one is the usual one; of fewer the range is said."""
_KINDS = f"kind IN {TWITCH_KINDS}"
YES_OR_NO = ("visible", "filmed", "pain", "numbness")


class Traits(NamedTuple):
    """Of the episodes of twitches. `circumstances` are the numbers of those in each; `said` has, of each trait that is
    yes or no, how many were and how many were not."""

    episodes: int
    lengths_s: Weighted
    intensities: Weighted
    circumstances: dict[str, int]
    said: dict[str, tuple[int, int]]
    newest_filmed: str | None


def traits(connection: sqlite3.Connection, first: str, last: str) -> Traits:
    """Of the twitches of a span, both ends included."""
    counts = [f"count(iif(circumstance = '{name}', 1, NULL))" for name in CIRCUMSTANCES]
    for name in YES_OR_NO:
        counts += [f"count(iif({name} = 1, 1, NULL))", f"count(iif({name} = 0, 1, NULL))"]
    where = f"FROM episode WHERE day BETWEEN ? AND ? AND {_KINDS}"
    episodes, newest, *numbers = connection.execute(
        f"SELECT count(*), max(iif(filmed = 1, day, NULL)), {', '.join(counts)} {where}", (first, last)
    ).fetchone()
    circumstances = dict(zip(CIRCUMSTANCES, numbers, strict=False))
    pairs = iter(numbers[len(CIRCUMSTANCES) :])
    return Traits(
        episodes,
        _values(connection, "duration_s", where, first, last),
        _values(connection, "intensity", where, first, last),
        circumstances,
        dict(zip(YES_OR_NO, zip(pairs, pairs, strict=True), strict=True)),
        newest,
    )


def first_twitch(connection: sqlite3.Connection) -> str | None:
    """The day on which a twitch was first logged; the index gives it for each kind at once."""
    each = " UNION ALL ".join(f"SELECT min(day) AS day FROM episode WHERE kind = '{kind}'" for kind in TWITCH_KINDS)
    day: str | None = connection.execute(f"SELECT min(day) FROM ({each})").fetchone()[0]
    return day


def _values(connection: sqlite3.Connection, column: str, where: str, first: str, last: str) -> Weighted:
    return connection.execute(
        f"SELECT {column}, count(*) {where} AND {column} IS NOT NULL GROUP BY {column} ORDER BY {column}", (first, last)
    ).fetchall()


def range_of_few(values: Sequence[tuple[float, int]]) -> tuple[float, float] | None:
    """The lowest and the highest of sorted values that each stand for so many, where there are too few for a usual one;
    None of enough, and without any."""
    return (values[0][0], values[-1][0]) if values and sum(number for _, number in values) < USUAL_FROM else None


def median_of(values: Sequence[tuple[float, int]]) -> float | None:
    """The middle of values that each stand for so many, the lower one where there are two; None without any."""
    half = (sum(number for _, number in values) + 1) // 2
    for value, number in values:
        half -= number
        if half <= 0:
            return value
    return None


def times_by_kind(connection: sqlite3.Connection, first: str, last: str) -> dict[str, tuple[int, int, int]]:
    """Kind -> how many times, on how many days, and how many of the times when falling asleep or asleep."""
    rows = connection.execute(
        "SELECT kind, sum(times), count(DISTINCT day),"
        " total(iif(circumstance IN ('falling_asleep', 'asleep'), times, 0))"
        " FROM episode WHERE day BETWEEN ? AND ? GROUP BY kind",
        (first, last),
    )
    return {kind: (times, days, int(in_sleep)) for kind, times, days, in_sleep in rows}


def days_written(connection: sqlite3.Connection, first: str, last: str) -> dict[str, bool | None]:
    """Each day on which something was said of twitches, and whether any of it was written on the day itself; None where
    that is not known."""
    # Each table is grouped before they are joined: that goes by an index, without sorting a million episodes.
    grouped = "SELECT day, max(written_on IS day) AS at_once, max(written_on IS NULL) AS is_unknown FROM"
    within = "WHERE day BETWEEN :first AND :last AND"
    rows = connection.execute(
        "SELECT day, max(at_once), max(is_unknown) FROM ("
        f" {grouped} episode {within} {_KINDS} GROUP BY day UNION ALL"
        f" {grouped} answer {within} question IN ('any_twitches', 'twitchiness') GROUP BY day) GROUP BY day",
        {"first": first, "last": last},
    )
    return {day: True if at_once else None if is_unknown else False for day, at_once, is_unknown in rows}
