"""The waking hours by the caffeine that was in the body, and the twitches with a clock time in them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from journal.analysis.halflife import caffeine_left
from journal.analysis.intervals import Array, Mean, blocks, mean_of_blocks

AWAKE = (7, 23)
"""Waking hours, by the clock that was lived by."""
STEPS_AN_HOUR = 2
LEVELS = (0, 10, 50, 100, 200)
"""Milligrams from which each level begins; the last one has no end."""
DAY = 24 * 60
"""Minutes."""


class CaffeineLevel(NamedTuple):
    """The hours with at least `low` mg in the body: twitches in them, and twitches an hour with its interval."""

    low: float
    twitches: int
    hours: float
    an_hour: Mean


class CaffeineHours(NamedTuple):
    """`days` days were used."""

    days: int
    levels: list[CaffeineLevel]


def caffeine_hours(
    days: "pd.Series[bool]",
    doses: Sequence[tuple[int, float]],
    twitches: Sequence[tuple[int, int]],
    half_life: float,
) -> CaffeineHours:
    """Of the days marked in `days`, which has every day of a span.

    Doses (when, mg) and twitches (when, how many) are in minutes since 1970 by the clock that was lived by; each
    belongs to the calendar date of its clock.
    """
    first = int(days.index[0].to_numpy().astype("datetime64[D]").astype(int))
    is_used = days.to_numpy(dtype=bool)
    left = _Left.of(doses, half_life)
    used = np.flatnonzero(is_used)
    awake = 60 * AWAKE[0] + (np.arange((AWAKE[1] - AWAKE[0]) * STEPS_AN_HOUR) + 0.5) * 60 / STEPS_AN_HOUR
    moments = (DAY * (first + used)[:, None] + awake).ravel()
    hours = _table(np.repeat(used, len(awake)), _levels(left.amounts(moments)), len(days), 1 / STEPS_AN_HOUR)
    when, times = np.array(twitches, dtype=float).reshape(-1, 2).T
    day = (when // DAY).astype(int) - first
    inside = (day >= 0) & (day < len(days))
    inside[inside] = is_used[day[inside]]
    is_awake = inside & (when % DAY >= 60 * AWAKE[0]) & (when % DAY < 60 * AWAKE[1])
    counts = _table(day[is_awake], _levels(left.amounts(when[is_awake])), len(days), times[is_awake])
    block = blocks(len(days))
    levels = [
        CaffeineLevel(low, round(counts[:, level].sum()), float(hours[:, level].sum()), mean)
        for level, low in enumerate(LEVELS)
        if (mean := mean_of_blocks(counts[:, level], hours[:, level], block)).n
    ]
    return CaffeineHours(len(used), levels)


class _Left(NamedTuple):
    """What is left, mg, right after each dose; doses in the order in which they were taken."""

    taken: Array
    after: Array
    half_life: float

    @classmethod
    def of(cls, doses: Sequence[tuple[int, float]], half_life: float) -> "_Left":
        level, before, after = 0.0, 0, []
        in_order = sorted(doses)
        for minute, mg in in_order:
            level = caffeine_left(level, (minute - before) / 60, half_life) + mg
            before = minute
            after.append(level)
        return cls(np.array([minute for minute, _ in in_order], dtype=float), np.array(after), half_life)

    def amounts(self, minutes: Array) -> Array:
        """`halflife.left_at`, for many moments."""
        if not len(self.taken):
            return np.zeros(len(minutes))
        last = np.searchsorted(self.taken, minutes, side="right") - 1
        passed = (minutes - self.taken[last]) / 60
        return np.where(last < 0, 0.0, self.after[last] * np.exp2(-passed / self.half_life))


def _levels(mg: Array) -> Any:
    return np.searchsorted(LEVELS, mg, side="right") - 1


def _table(day: Any, level: Any, days: int, weights: Any) -> Array:
    """Days x levels."""
    cells = np.bincount(day * len(LEVELS) + level, np.broadcast_to(weights, len(day)), days * len(LEVELS))
    return cells.astype(float).reshape(days, len(LEVELS))
