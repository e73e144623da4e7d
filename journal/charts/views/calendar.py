"""Each day's count in a calendar."""

import sqlite3
from datetime import timedelta

import numpy as np

from journal.charts.asked import Asked
from journal.charts.days import Counts, Months, Year
from journal.charts.figure import Figure, Table
from journal.charts.views import common
from journal.charts.words import NOBODY, counted, logged_words, span_words, weekday_day
from journal.phrases.context import Context

COLUMNS = ("day", "state", "count")
LONGEST_BY_MONTH = 93


def figure(connection: sqlite3.Connection, context: Context, asked: Asked) -> Figure:
    """Months of up to about a quarter, else a year at a glance."""
    span = asked.span
    known = common.twitches(connection, span, asked.which)
    what = common.filter_words(asked, context)
    title = f"{what[:1].upper()}{what[1:]} of each day"
    if not known.logged:
        return common.missing(connection, asked, 0, title, f"No {what} are known here, not even as none.", COLUMNS)
    numbers = known.values.to_numpy()
    days = [span.first + timedelta(days=place) for place in range(span.days)]
    counts = {day: None if np.isnan(value) else round(float(value)) for day, value in zip(days, numbers, strict=True)}
    picture = Counts(counts, span.today)
    none = sum(value == 0 for value in counts.values())
    unknown = counted(span.days - known.logged, "day")
    sentence = (
        f"{logged_words(known.logged, span.days)}, {span_words(span)}: {known.total} {what} on"
        f" {counted(known.logged - none, 'day')}, none on {counted(none, 'day')}, {unknown} not logged."
    )
    rows = [
        {
            "day": day.isoformat(),
            "state": "not logged" if value is None else "none" if value == 0 else "value",
            "count": value,
        }
        for day, value in counts.items()
    ]
    told = [
        (
            weekday_day(day) + (" (today)" if day == span.today else ""),
            NOBODY if value is None else "none" if value == 0 else str(value),
        )
        for day, value in counts.items()
    ]
    return Figure(
        **common.base(asked, known.logged, title),
        sentence=sentence,
        rows=rows,
        columns=COLUMNS,
        pictures=(Months(picture) if span.days <= LONGEST_BY_MONTH else Year(picture),),
        tables=(Table("", ("Day", "Twitches" if not asked.kind else "Count"), told),),
    )
