"""Days put together to weeks and months. No day of a span is left out."""

from datetime import date
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from journal.analysis.daily import DaySpan, counted

Step = Literal["day", "week", "month"]
LONGEST_BY_DAY, LONGEST_BY_WEEK = 92, 731
MEAN_DAYS, MEAN_NEEDS = 7, 4


class TimeStep(NamedTuple):
    """A step of the time axis. `total` is all that is known of it, today included, None where nothing is;
    `mean` is over the `days_counted` that are over."""

    start: date
    days: int
    total: float | None
    days_counted: int
    mean: float | None


def usual_step(span: DaySpan) -> Step:
    return "day" if span.days <= LONGEST_BY_DAY else "week" if span.days <= LONGEST_BY_WEEK else "month"


def starts(span: DaySpan, step: Step) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """For each day of the span the number of its step, counted from 0."""
    days = pd.date_range(span.first, span.last, freq="D")
    if step == "day":
        return np.arange(span.days)
    if step == "week":
        return (np.arange(span.days) + (span.first.weekday() - span.week_starts) % 7) // 7
    months = np.asarray(days.year) * 12 + np.asarray(days.month)
    return np.asarray(months - months[0])


def stepped(values: "pd.Series[float]", span: DaySpan, step: Step) -> list[TimeStep]:
    """The values of a frame's column by step. The first step may begin, and the last may end, inside a week."""
    step_of_day = starts(span, step)
    number = int(step_of_day[-1]) + 1
    all_of_it = values.to_numpy(dtype=float)
    over = counted(values, span).to_numpy(dtype=float)
    known_days = np.bincount(step_of_day[~np.isnan(all_of_it)], minlength=number)
    totals = np.bincount(step_of_day, np.nan_to_num(all_of_it), number)
    over_days = np.bincount(step_of_day[~np.isnan(over)], minlength=number)
    over_totals = np.bincount(step_of_day, np.nan_to_num(over), number)
    lengths = np.bincount(step_of_day, minlength=number)
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    first = span.first.toordinal()
    return [
        TimeStep(
            date.fromordinal(first + int(begin)),
            int(length),
            float(total) if has else None,
            int(days),
            float(over_total / days) if days else None,
        )
        for begin, length, total, has, days, over_total in zip(
            begins, lengths, totals, known_days, over_days, over_totals, strict=True
        )
    ]


def week_mean(values: "pd.Series[float]", span: DaySpan) -> "pd.Series[float]":
    """The mean of each day and the six before it, where at least four of the seven were counted."""
    return counted(values, span).rolling(MEAN_DAYS, min_periods=MEAN_NEEDS).mean()
