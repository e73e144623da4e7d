"""How sure a number is: a mean over days by a bootstrap of whole weeks, a share by Wilson's interval.

Days of one week go together, for there are good and bad weeks; so weeks are drawn, not days (a block bootstrap:
Davison & Hinkley, Bootstrap Methods and their Application, 1997, ch. 8). It is seeded: the same days give the
same interval. Wilson: J Am Stat Assoc 1927;22:209-212.
"""

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
    known = values.notna().to_numpy()
    numbers = np.nan_to_num(values.to_numpy(dtype=float))
    weeks = _weeks(values)
    inside = [group.to_numpy(dtype=bool) & known for group in groups]
    any_of_them = np.any(inside, axis=0) if inside else known
    if not any_of_them.any():
        return [Mean(None, 0) for _ in groups]
    _, place = np.unique(weeks[any_of_them], return_inverse=True)
    number = int(place.max()) + 1
    draws = _draws(number) if number >= WEEKS_NEEDED else None
    kept = [group[any_of_them].astype(float) for group in inside]
    values_kept = numbers[any_of_them]
    of_weeks: list[Array] = [
        np.bincount(place, weights, number).astype(float) for each in kept for weights in (each, each * values_kept)
    ]
    drawn = None if draws is None else draws @ np.column_stack(of_weeks)
    return [
        _mean(of_weeks[2 * at], of_weeks[2 * at + 1], None if drawn is None else drawn[:, 2 * at : 2 * at + 2])
        for at in range(len(groups))
    ]


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
