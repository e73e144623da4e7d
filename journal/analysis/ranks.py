"""Rank correlations of each habit, some days before, with the day's twitches."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from journal.analysis.daily import lagged
from journal.analysis.intervals import Array

PAIRS_NEEDED = 28


class RankCell(NamedTuple):
    """A habit `lag` days before: Spearman's rank correlation over `n` pairs of days; None below 28 pairs, and
    where either never changes."""

    habit: str
    lag: int
    n: int
    rank_correlation: float | None


def cells(twitches: "pd.Series[float]", habits: pd.DataFrame, lags: Sequence[int]) -> list[RankCell]:
    """Each habit (a column; the frame reaches the longest lag further back than the twitches) at each lag."""
    ranked: dict[bytes, Array] = {}
    return [_cell(str(name), lag, twitches, habits[name], ranked) for name in habits.columns for lag in lags]


def _cell(
    name: str, lag: int, twitches: "pd.Series[float]", habit: "pd.Series[float]", ranked: dict[bytes, Array]
) -> RankCell:
    """`ranked` keeps the ranks of the twitches for each set of days: several habits are known on the same days."""
    counts: Array = np.asarray(twitches, dtype=np.float64)
    before: Array = np.asarray(lagged(habit, lag, twitches), dtype=np.float64)
    both_known = ~np.isnan(counts) & ~np.isnan(before)
    n = int(both_known.sum())
    if n < PAIRS_NEEDED:
        return RankCell(name, lag, n, None)
    days = both_known.tobytes()
    if days not in ranked:
        ranked[days] = _ranks(counts[both_known])
    count_ranks, habit_ranks = ranked[days], _ranks(before[both_known])
    spread = float((count_ranks @ count_ranks) * (habit_ranks @ habit_ranks)) ** 0.5
    return RankCell(name, lag, n, float(count_ranks @ habit_ranks) / spread if spread else None)


def _ranks(values: Array) -> Array:
    """The ranks from their mean; those that are equal share theirs."""
    ranks: Array = np.array(pd.Series(values).rank(), dtype=np.float64)
    ranks -= ranks.mean()
    return ranks
