"""What the days around the twitches were like: the habits of a person's higher days against the lower ones."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from journal.analysis.daily import DaySpan, counted, lagged
from journal.analysis.intervals import Mean, means


class Around(NamedTuple):
    """A habit on the days with more twitches than the person's own median, and on the others, `lag` days before."""

    habit: str
    lag: int
    higher: Mean
    lower: Mean
    missing: int
    """Days counted on which the habit was not logged."""


class HighLowDays(NamedTuple):
    """The counted days by their twitches."""

    median: float
    higher: "pd.Series[bool]"
    lower: "pd.Series[bool]"


def split(twitches: "pd.Series[float]", span: DaySpan) -> HighLowDays | None:
    """The counted days above the median and not above it; None where no day is above."""
    over = counted(twitches, span)
    if not over.notna().any():
        return None
    median = float(over.median())
    days = HighLowDays(median, over > median, over <= median)
    return days if days.higher.any() else None


def around(days: HighLowDays, habits: pd.DataFrame, lags: Sequence[int]) -> list[Around]:
    """Each habit (a column; the frame reaches the longest lag further back), at each lag, on both sorts of days."""
    pairs = [(str(name), lag) for name in habits.columns for lag in lags]
    on_either = days.higher | days.lower
    contrasts = []
    for name, lag in pairs:
        values = lagged(habits[name], lag, days.higher)
        higher, lower = means(values, [days.higher, days.lower])
        contrasts.append(Around(name, lag, higher, lower, int((on_either & values.isna()).sum())))
    return contrasts
