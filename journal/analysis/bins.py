"""The days sorted by a habit: into its own steps where it has few, else into parts of similar size with round edges."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from journal.analysis.intervals import Array

LEAST_DAYS = 5
FEW_STEPS = 5
MOSTLY_NONE = 0.25
"""A habit that is zero on a larger share of its days gets a bin for none, and others for the amounts."""
_ROUND = (0.1, 0.25, 0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000)


class Bin(NamedTuple):
    """The days whose habit is from `low` to `high`, both included; the lowest and highest are of the days seen."""

    low: float
    high: float
    days: "pd.Series[bool]"


def binned(habit: "pd.Series[float]", *, yes_or_no: bool = False) -> list[Bin]:
    """The days with a known habit in two to four bins of at least five days; fewer where they cannot be told apart."""
    known_days = habit.dropna()
    if known_days.empty:
        return []
    values: Array = np.asarray(known_days, dtype=np.float64)
    steps = np.unique(values)
    if yes_or_no or len(steps) <= FEW_STEPS:
        uppers = list(steps)
    else:
        uppers = _uppers(values, steps)
    return _merged(habit, uppers)


def _uppers(values: Array, steps: Array) -> list[float]:
    """The highest value of each bin."""
    highest = float(steps[-1])
    if steps[0] == 0 and np.mean(values == 0) > MOSTLY_NONE:
        positive = values[values > 0]
        cut = _round_cut(float(np.median(positive)), positive) if len(positive) >= 2 * LEAST_DAYS else highest
        return sorted({0.0, cut, highest})
    parts = 4 if len(values) >= 40 else 3 if len(values) >= 24 else 2
    cuts = np.quantile(values, [part / parts for part in range(1, parts)], method="lower")
    return sorted({*(_round_cut(float(cut), values) for cut in cuts), highest})


def _round_cut(cut: float, values: Array) -> float:
    """A round number near a cut, no coarser than a tenth of the middle half of the values."""
    spread = float(np.quantile(values, 0.75) - np.quantile(values, 0.25))
    fitting = [step for step in _ROUND if step <= spread / 4]
    return round(round(cut / fitting[-1]) * fitting[-1], 6) if fitting else cut


def _merged(habit: "pd.Series[float]", uppers: list[float]) -> list[Bin]:
    """Neighbours are merged until each has enough days."""
    while True:
        edges = [-np.inf, *uppers]
        parts = [(habit > low) & (habit <= high) for low, high in pairwise(edges)]
        sizes = [int(part.sum()) for part in parts]
        small = next((number for number, size in enumerate(sizes) if size < LEAST_DAYS), None)
        if small is None or len(uppers) == 1:
            break
        left = sizes[small - 1] if small else np.inf
        right = sizes[small + 1] if small + 1 < len(sizes) else np.inf
        uppers = [upper for number, upper in enumerate(uppers) if number != (small if right <= left else small - 1)]
    parts_values = [habit[part] for part in parts]
    return [
        Bin(float(values.min()), float(values.max()), part)
        for values, part in zip(parts_values, parts, strict=True)
        if len(values)
    ]


class Cut(NamedTuple):
    """A habit cut in two: days at `value` or less, and days with more."""

    value: float
    lower: "pd.Series[bool]"
    higher: "pd.Series[bool]"


def halves(habit: "pd.Series[float]") -> Cut | None:
    """Cut at the median of the known days, or at none; None where all days are alike."""
    known_days = habit.dropna()
    if known_days.nunique() < 2:
        return None
    values = known_days.to_numpy()
    cut = 0.0 if np.mean(values == 0) > MOSTLY_NONE else float(np.quantile(values, 0.5, method="lower"))
    if cut >= values.max():
        cut = float(values[values < values.max()].max())
    return Cut(cut, habit <= cut, habit > cut)
