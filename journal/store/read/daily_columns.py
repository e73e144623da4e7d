"""Columns of the view `daily` for every day of a span, read in bulk: one grouped query a table, merged by day.

The view works out each day by itself: at once for one day, but 66 ms for ten years against 32 here. Each part of a
column is the same SQL in both, there with WHERE and here with FILTER; a test holds the two equal on any diary.
"""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date
from math import isnan, nan
from typing import Any, NamedTuple, TypeAlias

from journal.store.read import nones

Amounts: TypeAlias = "array[float]"
"""An amount for each day of a span; NaN is "not logged"."""


class Part(NamedTuple):
    """What the rows of a table, or of a source, say of a day: an aggregate over the rows of the day, NULL where they
    say nothing. Of a day on which one that `hides` says something, the parts behind it are not asked."""

    table: str
    aggregate: str
    hides: bool = False


def _answer(question: str) -> Part:
    name = question.replace("'", "''")
    return Part("answer", f"max(value) FILTER (WHERE question = '{name}' AND {nones.counts(question)})")


_RATING = "max(value) FILTER (WHERE question IN ('any_twitches', 'twitchiness'))"
_NO_TWITCHES = Part("answer", f"CASE WHEN {_RATING} = 0 THEN 0 END")
_IS_COMPLETE = (
    "EXISTS (SELECT 1 FROM answer WHERE answer.day = drink.day AND question = 'drinks_complete' AND value = 1)"
)
_NIGHTS = """(
    SELECT day, CASE
        WHEN ended_at IS NULL OR reached IS NULL OR reached <= started_at THEN minutes
        WHEN reached < ended_at THEN minutes * (strftime('%s', ended_at) - strftime('%s', reached))
            / (strftime('%s', ended_at) - strftime('%s', started_at))
        ELSE 0 END AS minutes
    FROM (SELECT day, minutes, started_at, ended_at,
            max(iif(started_at IS NULL, NULL, ended_at)) OVER (
                PARTITION BY day ORDER BY started_at, ended_at DESC, minutes DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
        FROM sleep WHERE day BETWEEN :first AND :last AND nap = 0))"""
_WORKOUTS = """(
    WITH span AS (
        SELECT day, effort, strftime('%s', started_at) + 0 AS begins,
            strftime('%s', started_at) + 60 * minutes AS ends
        FROM workout WHERE started_at IS NOT NULL AND day IN (
            SELECT day FROM workout WHERE day BETWEEN :first AND :last GROUP BY day HAVING count(started_at) > 1)),
    piece AS (
        SELECT day, moment, lead(moment) OVER (PARTITION BY day ORDER BY moment) AS until
        FROM (SELECT day, begins AS moment FROM span UNION SELECT day, ends FROM span))
    SELECT day, effort, minutes * effort AS load, NULL AS twice
        FROM workout WHERE day BETWEEN :first AND :last
    UNION ALL
    SELECT piece.day, 0, NULL, (until - moment) / 60.0 * (sum(effort) - max(effort))
        FROM piece JOIN span ON span.day = piece.day AND begins <= moment AND ends >= until
        GROUP BY piece.day, moment)"""
_LASTING = """(
    WITH RECURSIVE spell (day, last_day, kind) AS (
        SELECT date(max(day, date(:first, '-1 day')), '+1 day'), last_day, kind FROM episode
            WHERE last_day >= :first AND +day < :last
        UNION ALL SELECT date(day, '+1 day'), last_day, kind FROM spell WHERE day < min(last_day, :last))
    SELECT day, kind FROM spell)"""
SOURCES = {"nights": _NIGHTS, "workouts": _WORKOUTS, "lasting": _LASTING}
"""Rows of a span of days that no table holds as they count: nights without what an earlier one covers; workouts, and
the load of the minutes that two of them hold; the further days of what lasted longer than a day."""


def _count_apart(kind: str) -> tuple[Part, ...]:
    """How often of a kind that is 0 on a day with an episode, unless one that lasts goes on that day."""
    return (
        Part("episode", f"sum(times) FILTER (WHERE kind = '{kind}')"),
        Part("lasting", f"max(kind = '{kind}') FILTER (WHERE kind = '{kind}')", hides=True),
        Part("episode", "total(NULL)"),
        _NO_TWITCHES,
    )


PARTS: dict[str, tuple[Part, ...]] = {
    "twitches": (
        Part("episode", f"sum(times) FILTER (WHERE {nones.TWITCHES})"),
        Part("lasting", f"max(1.0) FILTER (WHERE {nones.TWITCHES})", hides=True),
        _NO_TWITCHES,
    ),
    "cramps": _count_apart("cramp"),
    "tingles": _count_apart("tingle"),
    "any_twitches": (
        Part("episode", f"max(1.0) FILTER (WHERE {nones.TWITCHES})"),
        Part("lasting", f"max(1.0) FILTER (WHERE {nones.TWITCHES})"),
        Part("answer", f"{_RATING} > 0"),
    ),
    "sleep_hours": (_answer("sleep_hours"), Part("nights", "sum(minutes) / 60.0")),
    "caffeine_mg": (
        _answer("caffeine_mg"),
        Part("drink", "sum(caffeine_mg) FILTER (WHERE caffeine_mg > 0)"),
    ),
    "alcohol_g": (_answer("alcohol_g"), Part("drink", "sum(alcohol_g) FILTER (WHERE alcohol_g > 0)")),
    "fluids_ml": (_answer("fluids_ml"), Part("drink", f"sum(volume_ml) FILTER (WHERE {_IS_COMPLETE})")),
    "workout_load": (
        _answer("workout_load"),
        Part("workouts", "CASE WHEN count(*) = count(effort) THEN sum(load) END - total(twice)"),
    ),
}
"""The columns that rows of records make up; the first part that is known is the day's. Any other is an answer."""


def amounts(connection: sqlite3.Connection, columns: Sequence[str], first: str, last: str) -> dict[str, Amounts]:
    """Columns of the view `daily`, or answers to questions of the user's own; both ends of the span are ISO days."""
    begin = date.fromisoformat(first).toordinal()
    days = date.fromisoformat(last).toordinal() + 1 - begin
    parts = {column: PARTS.get(column, (_answer(column),)) for column in columns}
    positions: dict[str, list[int]] = {}
    values: dict[Part, tuple[Any, ...]] = {}
    for table in {part.table for column in columns for part in parts[column]}:
        needed = [*{part for column in columns for part in parts[column] if part.table == table}]
        aggregates = ", ".join(part.aggregate for part in needed)
        source = SOURCES.get(table, table)
        rows = connection.execute(
            f"SELECT day, {aggregates} FROM {source} WHERE day BETWEEN :first AND :last GROUP BY day",
            {"first": first, "last": last},
        ).fetchall()
        with_day, *read = [*zip(*rows, strict=True)] or [(), *[()] * len(needed)]
        positions[table] = [date.fromisoformat(day).toordinal() - begin for day in with_day]
        values |= zip(needed, read, strict=True)
    merged = {column: array("d", [nan]) * days for column in columns}
    for column, amounts in merged.items():
        for part in reversed(parts[column]):  # what counts first is written last
            for position, value in zip(positions[part.table], values[part], strict=True):
                if value is not None:
                    amounts[position] = nan if part.hides else value
    return merged


def known_positions(connection: sqlite3.Connection, column: str, first: str, last: str) -> list[int]:
    """The days on which a column is known, each as its number from the first day of the span."""
    values = amounts(connection, [column], first, last)[column]
    return [position for position, amount in enumerate(values) if not isnan(amount)]
