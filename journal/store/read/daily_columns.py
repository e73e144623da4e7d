"""Columns of the view `daily` for every day of a span, read in bulk: one grouped query a table, merged by day.

The view works out each day by itself: at once for one day, but 66 ms for ten years against 32 here. Each part of a
column is the same SQL in both, there with WHERE and here with FILTER; a test holds the two equal on any diary.
"""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date
from math import nan
from typing import Any, NamedTuple, TypeAlias

Amounts: TypeAlias = "array[float]"
"""An amount for each day of a span; NaN is "not logged"."""


class Part(NamedTuple):
    """What the rows of a table say of a day: an aggregate over the rows of the day, NULL where they say nothing."""

    table: str
    aggregate: str


def _answer(question: str) -> Part:
    name = question.replace("'", "''")
    return Part("answer", f"max(value) FILTER (WHERE question = '{name}')")


_TWITCH = "kind IN ('twitch', 'ripple', 'pulse')"
_RATING = "max(value) FILTER (WHERE question IN ('any_twitches', 'twitchiness'))"
_NO_TWITCHES = Part("answer", f"CASE WHEN {_RATING} = 0 THEN 0 END")
_IS_COMPLETE = (
    "EXISTS (SELECT 1 FROM answer WHERE answer.day = drink.day AND question = 'drinks_complete' AND value = 1)"
)
PARTS: dict[str, tuple[Part, ...]] = {
    "twitches": (Part("episode", f"sum(times) FILTER (WHERE {_TWITCH})"), _NO_TWITCHES),
    "cramps": (Part("episode", "total(times) FILTER (WHERE kind = 'cramp')"), _NO_TWITCHES),
    "any_twitches": (Part("episode", f"max(1.0) FILTER (WHERE {_TWITCH})"), Part("answer", f"{_RATING} > 0")),
    "sleep_hours": (_answer("sleep_hours"), Part("sleep", "sum(minutes) FILTER (WHERE nap = 0) / 60.0")),
    "caffeine_mg": (
        _answer("caffeine_mg"),
        Part("drink", "sum(caffeine_mg) FILTER (WHERE caffeine_mg > 0)"),
    ),
    "alcohol_g": (_answer("alcohol_g"), Part("drink", "sum(alcohol_g) FILTER (WHERE alcohol_g > 0)")),
    "fluids_ml": (_answer("fluids_ml"), Part("drink", f"sum(volume_ml) FILTER (WHERE {_IS_COMPLETE})")),
    "workout_load": (
        _answer("workout_load"),
        Part("workout", "CASE WHEN count(*) = count(effort) THEN sum(minutes * effort) END"),
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
        rows = connection.execute(
            f"SELECT day, {aggregates} FROM {table} WHERE day BETWEEN ? AND ? GROUP BY day", (first, last)
        ).fetchall()
        with_day, *read = [*zip(*rows, strict=True)] or [(), *[()] * len(needed)]
        positions[table] = [date.fromisoformat(day).toordinal() - begin for day in with_day]
        values |= zip(needed, read, strict=True)
    merged = {column: array("d", [nan]) * days for column in columns}
    for column, amounts in merged.items():
        for part in reversed(parts[column]):  # what counts first is written last
            for position, value in zip(positions[part.table], values[part], strict=True):
                if value is not None:
                    amounts[position] = value
    return merged


def known_positions(connection: sqlite3.Connection, column: str, first: str, last: str) -> list[int]:
    """The days on which a column is known, each as its number from the first day of the span."""
    values = amounts(connection, [column], first, last)[column]
    return [position for position, amount in enumerate(values) if amount == amount]  # NaN is not itself
