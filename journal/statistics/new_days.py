"""The days after a look, on which each of its claims is put to the test once."""

import numpy as np
import pandas as pd

from journal.statistics.arrays import Array, Days

FOLLOW_UP_DAYS = 120
"""New days on which the outcome is known and, so many days before as the claim says, the habit."""


def days_since(outcome: "pd.Series[float]", habits: pd.DataFrame, habit: str, lag: int, after: pd.Timestamp) -> Days:
    """Positions of the days that count: the habit, so many days before, was lived after the look's last day too."""
    start = int(outcome.index.searchsorted(after))
    days: Days = np.flatnonzero(np.isfinite(outcome.to_numpy(dtype=float)))
    days = days[days > start + lag]
    before: Array = habits[habit].to_numpy(dtype=float)[days - lag]
    return days[np.isfinite(before)]
