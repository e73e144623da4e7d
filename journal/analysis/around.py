"""What the days around the twitches were like: the habits of a person's higher days against the lower ones."""

from typing import NamedTuple

import pandas as pd

from journal.analysis.daily import Span, counted, lagged
from journal.analysis.intervals import Mean, means


class Around(NamedTuple):
    """A habit on the days with more twitches than the person's own median, and on the others, `lag` days before."""

    habit: str
    lag: int
    higher: Mean
    lower: Mean
    missing: int
    """Days counted on which the habit was not logged."""


class Days(NamedTuple):
    """The counted days by their twitches."""

    median: float
    higher: "pd.Series[bool]"
    lower: "pd.Series[bool]"


def split(twitches: "pd.Series[float]", span: Span) -> Days | None:
    """The counted days above the median and not above it; None where no day is above."""
    over = counted(twitches, span)
    if not over.notna().any():
        return None
    median = float(over.median())
    days = Days(median, over > median, over <= median)
    return days if days.higher.any() else None


def around(days: Days, habits: pd.DataFrame, lag: int) -> list[Around]:
    """Each habit (a column; the frame reaches `lag` days further back) on both sorts of days."""
    found = []
    for name in habits.columns:
        values = lagged(habits[name], lag, days.higher)
        higher, lower = means(values, [days.higher, days.lower])
        missing = int(((days.higher | days.lower) & values.isna()).sum())
        found.append(Around(str(name), lag, higher, lower, missing))
    return found
