"""Rank correlations of each habit, some days before, with the day's twitches."""

from typing import NamedTuple

import pandas as pd

from journal.analysis.daily import lagged

PAIRS_NEEDED = 28
LAGS = (0, 1, 2, 3)


class Cell(NamedTuple):
    """A habit `lag` days before: Spearman's rank correlation over `n` pairs of days; None below 28 pairs, and
    where either never changes."""

    habit: str
    lag: int
    n: int
    rank_correlation: float | None


def cells(twitches: "pd.Series[float]", habits: pd.DataFrame) -> list[Cell]:
    """All habits at all lags; the habits reach three days further back than the twitches."""
    ranked: dict[bytes, pd.Series[float]] = {}
    return [_cell(str(name), lag, twitches, habits[name], ranked) for name in habits.columns for lag in LAGS]


def _cell(
    name: str,
    lag: int,
    twitches: "pd.Series[float]",
    habit: "pd.Series[float]",
    ranked: "dict[bytes, pd.Series[float]]",
) -> Cell:
    """`ranked` has the ranks of the twitches on those days for which they were asked before."""
    before = lagged(habit, lag, twitches)
    both = twitches.notna() & before.notna()
    n = int(both.sum())
    if n < PAIRS_NEEDED:
        return Cell(name, lag, n, None)
    days = both.to_numpy().tobytes()
    if days not in ranked:
        ranked[days] = twitches[both].rank()
    one, other = ranked[days], before[both].rank()
    spread = float(one.std() * other.std())
    return Cell(name, lag, n, float(one.cov(other)) / spread if spread else None)
