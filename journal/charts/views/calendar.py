"""Each day's count in a calendar."""

import sqlite3
from datetime import date
from typing import Any

from journal.charts.asked import Asked
from journal.charts.days import Counts, Months, Year
from journal.charts.figure import Figure, Later, Table
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
    numbers = known.values.to_numpy(dtype=float).tolist()
    days = map(date.fromordinal, range(span.first.toordinal(), span.last.toordinal() + 1))
    counts = {day: round(value) if value == value else None for day, value in zip(days, numbers, strict=True)}
    picture = Counts(counts, span.today)
    none = sum(value == 0 for value in counts.values())
    unknown = counted(span.days - known.logged, "day")
    sentence = (
        f"{logged_words(known.logged, span.days)}, {span_words(span)}: {known.total} {what} on"
        f" {counted(known.logged - none, 'day')}, none on {counted(none, 'day')}, {unknown} not logged."
    )

    def told(one: tuple[date, int | None]) -> tuple[str, str]:
        words = weekday_day(one[0]) + (" (today)" if one[0] == span.today else "")
        return words, NOBODY if one[1] is None else str(one[1] or "none")

    return Figure(
        **common.base(asked, known.logged, title),
        sentence=sentence,
        rows=Later([*counts.items()], _row),
        columns=COLUMNS,
        pictures=(Months(picture) if span.days <= LONGEST_BY_MONTH else Year(picture),),
        tables=(Table("", ("Day", "Twitches" if not asked.kind else "Count"), Later([*counts.items()], told)),),
    )


def _row(one: tuple[date, int | None]) -> dict[str, Any]:
    state = "not logged" if one[1] is None else "value" if one[1] else "none"
    return {"day": one[0].isoformat(), "state": state, "count": one[1]}
