"""Each day's count in a calendar."""

import sqlite3
from datetime import date, timedelta
from typing import Any

from journal.charts.figure import Figure, LazySequence, Table
from journal.charts.number_words import weekday_day
from journal.charts.render.calendar_grid import DayCounts, MonthCalendar, YearCalendar
from journal.charts.request import ChartRequest
from journal.charts.views import common
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted

COLUMNS = ("day", "state", "count")
LONGEST_BY_MONTH = 93


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Months of up to about a quarter, else a year at a glance."""
    span = request.span
    twitches = common.twitches(connection, span, request.episode_filter)
    subject = common.filter_words(request, context)
    title = f"{subject[:1].upper()}{subject[1:]} of each day"
    if not twitches.logged:
        return common.missing(
            connection,
            request,
            0,
            title,
            twitches.nothing_counted(subject),
            COLUMNS,
            days_words=twitches.logged_words(request.span),
        )
    values = twitches.values.to_numpy(dtype=float).tolist()
    picture = DayCounts(span.first, values, span.today, span.week_starts, twitches.paused, bool(twitches.uncounted))
    none = int((twitches.values == 0).sum())
    sentence = (
        f"{twitches.logged_words(span)}: {common.filter_words(request, context, twitches.total)} on"
        f" {counted(twitches.logged - none, 'day')}, none on {counted(none, 'day')}, {twitches.missing_words}."
    )

    def table_row(day: date) -> tuple[str, str]:
        count = picture.count(day)
        label = weekday_day(day) + (" (today)" if day == span.today else "")
        return label, twitches.unknown_words(day) if count is None else str(count or "none")

    def row(day: date) -> dict[str, Any]:
        count = picture.count(day)
        state = twitches.unknown_words(day) if count is None else "value" if count else "none"
        return {"day": day.isoformat(), "state": state, "count": count}

    days = LazySequence(range(span.days), lambda number: span.first + timedelta(days=number))
    return Figure(
        **common.base(request, twitches.logged, title),
        sentence=sentence,
        rows=LazySequence(days, row),
        columns=COLUMNS,
        pictures=(MonthCalendar(picture) if span.days <= LONGEST_BY_MONTH else YearCalendar(picture),),
        tables=(Table("", ("Day", common.kind_words(request).capitalize()), LazySequence(days, table_row)),),
    )
