"""Twitches and habits over the weeks, with the days counted and the marks of what may have changed something."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import isnan

from journal.analysis import site_weeks
from journal.analysis.site_weeks import TimeColumn
from journal.phrases.write.format_number import printed_dose, round_words
from journal.sharing.report.content import Listing, PaperMark, TimeSeries
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import one_line, span_text
from journal.store.read.background import Mark

MOST_MARKS = 8
NO_MARK = "no medicine begun or ended, no illness, no visit"
WHOLE_FROM = 20
"""From here on a mean is told in whole numbers."""
WORDS = {
    "begun": "began {}",
    "changed": "now {}",
    "ended": "stopped {}",
    "illness": "ill: {}",
    "visit": "visit: {}",
    "travel": "travel: {}",
}


def series(
    title: str, request: ReportRequest, values: Sequence[float], marks: Iterable[Mark] = (), unit: str = ""
) -> TimeSeries:
    """The mean of the days that are over in each week, month or year; `values` has one of each day of the span."""
    step = site_weeks.step_of(request.first, request.last)
    columns = site_weeks.time_columns(request.first, request.last, step, request.week_starts, ())
    means, days = [], []
    for column in columns:
        end = min(column.last, request.today - timedelta(days=1))
        day_values = [
            value
            for value in values[(column.first - request.first).days : (end - request.first).days + 1]
            if not isnan(value)
        ]
        means.append(sum(day_values) / len(day_values) if day_values else None)
        days.append(len(day_values))
    placed, key = [], []
    for number, mark in enumerate(marks, 1):
        text = WORDS[mark.kind].format(
            " ".join(one_line(part) for part in (mark.name, printed_dose(mark.dose)) if part)
        )
        span = span_text(date.fromisoformat(mark.day), date.fromisoformat(mark.last_day))
        key.append(f"{number} {text}, {span}")
        placed.append(PaperMark(mark.kind, text, _column_of(mark.day, columns), _column_of(mark.last_day, columns)))
    described = [
        f"{span_text(column.first, column.last)} {mean_text(mean, unit)} ({number} counted)"
        for column, mean, number in zip(columns, means, days, strict=True)
    ]
    return TimeSeries(
        title,
        step,
        tuple(column.first for column in columns),
        tuple(means),
        tuple(days),
        tuple(placed),
        Listing("Marks", tuple(key), MOST_MARKS, key="marks", nothing=NO_MARK),
        f"{title}: {'; '.join(described)}.",
    )


def _column_of(day: str, columns: Sequence[TimeColumn]) -> int:
    """The number of the column in which a day lies; that at the end where it lies beyond."""
    position = date.fromisoformat(day)
    return max((number for number, column in enumerate(columns) if column.first <= position), default=0)


def mean_text(mean: float | None, unit: str = "") -> str:
    return "not logged" if mean is None else f"{round_words(mean, 1 if mean < WHOLE_FROM else 0)}{unit}"
