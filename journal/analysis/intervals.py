"""How sure a number is: a mean over days by a bootstrap of whole weeks, a share by Wilson's interval.

Days of one week go together, for there are good and bad weeks; so weeks are drawn, not days (a block bootstrap:
Davison & Hinkley, Bootstrap Methods and their Application, 1997, ch. 8). It is seeded: the same days give the
same interval. Wilson: J Am Stat Assoc 1927;22:209-212.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

WEEKS_NEEDED = 8
"""With fewer weeks an interval would promise too much: the number of days stands alone."""
SEED = 20261121
DRAWS = 1000
LEVEL = (2.5, 97.5)
Z = 1.959964
Array = np.ndarray[Any, np.dtype[np.float64]]


class Mean(NamedTuple):
    """A mean over `n` days, with a 95 % interval where there are weeks enough."""

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None


def means(values: "pd.Series[float]", groups: list["pd.Series[bool]"]) -> list[Mean]:
    """The mean of the values on the days of each group; values and groups are of the same days."""
    return all_means([(values, groups)])[0]


def all_means(requests: Sequence[tuple["pd.Series[float]", list["pd.Series[bool]"]]]) -> list[list[Mean]]:
    """`means` of several series. Faster than one after another: the weeks are drawn once for all of them."""
    of_weeks = [_by_week(values, groups) for values, groups in requests]
    drawn: dict[int, Array] = {}
    for weeks in {len(week_sums) for week_sums in of_weeks if len(week_sums) >= WEEKS_NEEDED}:
        numbers = [number for number, week_sums in enumerate(of_weeks) if len(week_sums) == weeks]
        together = _draws(weeks) @ np.hstack([of_weeks[number] for number in numbers])
        widths = np.cumsum([of_weeks[number].shape[1] for number in numbers])[:-1]
        drawn |= zip(numbers, np.split(together, widths, axis=1), strict=True)
    return [
        [
            _mean(
                week_sums[:, column],
                week_sums[:, column + 1],
                drawn[number][:, column : column + 2] if number in drawn else None,
            )
            for column in range(0, week_sums.shape[1], 2)
        ]
        for number, week_sums in enumerate(of_weeks)
    ]


def _by_week(values: "pd.Series[float]", groups: list["pd.Series[bool]"]) -> Array:
    """Weeks x (days, sum) of each group in turn; the weeks in which a group has a day."""
    if not groups:
        return np.zeros((0, 0))
    numbers = values.to_numpy(dtype=float)
    is_known = ~np.isnan(numbers)
    inside = [group.to_numpy(dtype=bool) & is_known for group in groups]
    week = _weeks(values)
    week = week - week[0] if len(week) else week
    number = int(week[-1]) + 1 if len(week) else 0
    columns = [
        np.bincount(week[group], weights, number).astype(float)
        for group in inside
        for weights in (None, numbers[group])
    ]
    week_sums: Array = np.column_stack(columns)
    return week_sums[week_sums[:, ::2].any(axis=1)]


def _weeks(values: "pd.Series[float]") -> Any:
    """The number of the calendar week of each day, from Monday."""
    days = values.index.to_numpy().astype("datetime64[D]").astype(np.int64)
    return (days + 3) // 7  # 1 January 1970 was a Thursday


@lru_cache(maxsize=4)
def _draws(weeks: int) -> Array:
    """How often each week is drawn: draws x weeks."""
    random = np.random.default_rng(SEED)
    drawn = random.integers(0, weeks, (DRAWS, weeks)) + np.arange(DRAWS)[:, None] * weeks
    return np.bincount(drawn.ravel(), minlength=DRAWS * weeks).reshape(DRAWS, weeks).astype(float)


def _mean(days: Array, sums: Array, drawn: Array | None) -> Mean:
    """Of the days and the sums of each week, and of both in each draw of weeks."""
    n = int(days.sum())
    if not n:
        return Mean(None, 0)
    value = float(sums.sum() / n)
    if drawn is None or np.count_nonzero(days) < WEEKS_NEEDED:
        return Mean(value, n)
    some = drawn[drawn[:, 0] > 0]
    low, high = np.percentile(some[:, 1] / some[:, 0], LEVEL)
    return Mean(value, n, float(low), float(high))


def wilson(successes: int, tries: int) -> tuple[float, float]:
    """The 95 % interval of a share, from 0 to 1."""
    share = successes / tries
    centre = share + Z * Z / (2 * tries)
    reach = Z * ((share * (1 - share) + Z * Z / (4 * tries)) / tries) ** 0.5
    below = 1 + Z * Z / tries
    return max(0.0, (centre - reach) / below), min(1.0, (centre + reach) / below)
