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
    return [_cell(str(name), lag, twitches, habits[name]) for name in habits.columns for lag in LAGS]


def _cell(name: str, lag: int, twitches: "pd.Series[float]", habit: "pd.Series[float]") -> Cell:
    before = lagged(habit, lag, twitches)
    both = twitches.notna() & before.notna()
    n = int(both.sum())
    if n < PAIRS_NEEDED:
        return Cell(name, lag, n, None)
    one, other = twitches[both].rank(), before[both].rank()
    spread = float(one.std() * other.std())
    return Cell(name, lag, n, float(one.cov(other)) / spread if spread else None)
