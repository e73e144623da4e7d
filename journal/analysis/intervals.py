"""How sure a number is: a mean over days by blocks of two weeks, a share by Wilson's interval.

Days of one week go together, and often those of the next, for there are good and bad weeks; so what varies is the block
of two weeks and not the day. The mean is a ratio of the blocks' sums to their days, linearised (Cochran, Sampling
Techniques, 1977, ch. 6), on the log scale, for counts are skewed, with Student's t for so few blocks. Measured in
`tests/bench/intervals.py`. Wilson: J Am Stat Assoc 1927;22:209-212.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

BLOCK_DAYS = 14
BLOCKS_NEEDED = 4
"""With days in fewer blocks an interval would promise too much: the number of days stands alone."""
Z = 1.959964
Array = np.ndarray[Any, np.dtype[np.float64]]
Blocks = np.ndarray[Any, np.dtype[np.intp]]


class Mean(NamedTuple):
    """A mean over `n` days, with a 95 % interval where there are blocks enough and not every day is 0."""

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None


def means(values: "pd.Series[float]", groups: Sequence["pd.Series[bool]"]) -> list[Mean]:
    """The mean of the values on the days of each group; values and groups are of the same days, each day once."""
    numbers = np.asarray(values, dtype=np.float64)
    is_known = ~np.isnan(numbers)
    block = blocks(len(numbers))
    insides = [group.to_numpy(dtype=bool) & is_known for group in groups]
    return [mean_of_blocks(np.where(inside, numbers, 0.0), inside.astype(float), block) for inside in insides]


def blocks(days: int) -> Blocks:
    """The number of the block of each day: blocks of one length, of two weeks or a little more."""
    return np.arange(days) * max(1, days // BLOCK_DAYS) // max(1, days)


def mean_of_blocks(sums: Array, sizes: Array, block: Blocks) -> Mean:
    """The mean of what `sums` has of each day, for one of what `sizes` has: days, or hours."""
    size = float(sizes.sum())
    if not size:
        return Mean(None, 0)
    value = float(sums.sum()) / size
    block_sizes = np.bincount(block, sizes)
    number = int(np.count_nonzero(block_sizes))
    if number < BLOCKS_NEEDED or not sums.any():
        return Mean(value, round(size))
    residuals = np.bincount(block, sums) - value * block_sizes
    error = (number / (number - 1) * float(residuals @ residuals)) ** 0.5 / size
    reach = student_t(number - 1) * error
    if sums.min() < 0:  # no count: an own question may go below 0, where there is no log scale
        return Mean(value, round(size), value - reach, value + reach)
    return Mean(value, round(size), value * exp(-reach / value), value * exp(reach / value))


@lru_cache
def student_t(freedom: int) -> float:
    """The 97.5 % point of Student's t with three degrees of freedom or more, within .004.

    Abramowitz & Stegun 26.7.5; scipy.special would cost the charts 150 ms.
    """
    terms = (
        (Z**3 + Z) / 4,
        (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
        (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
        (79 * Z**9 + 776 * Z**7 + 1482 * Z**5 - 1920 * Z**3 - 945 * Z) / 92160,
    )
    tail: float = sum(term / freedom**power for power, term in enumerate(terms, 1))
    return Z + tail


def wilson(successes: int, tries: int) -> tuple[float, float]:
    """The 95 % interval of a share, from 0 to 1."""
    share = successes / tries
    centre = share + Z * Z / (2 * tries)
    reach = Z * ((share * (1 - share) + Z * Z / (4 * tries)) / tries) ** 0.5
    below = 1 + Z * Z / tries
    return max(0.0, (centre - reach) / below), min(1.0, (centre + reach) / below)
