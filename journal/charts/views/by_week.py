"""The sites of the twitches by week, and whether they stay or wander."""

import sqlite3
from typing import Any

from journal.analysis.site_weeks import STAYING_RULE, Place, SitesByWeek, TimeColumn, sites_by_week
from journal.charts.figure import Figure, Table
from journal.charts.number_words import NOBODY, short_day
from journal.charts.render.week_grid import WeekGrid, WeekRow
from journal.charts.request import ChartRequest
from journal.charts.site_words import pattern_words, place_words
from journal.charts.views import common
from journal.moments import MONTHS
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.store.read import aggregates
from journal.terminal import on_one_line, sentence

TITLE = "Sites by week"
MOST = 8
"""Places that are drawn; the text has them all."""
COLUMNS = ("site", "side", "start", "days", "days_logged")
BOTH = "What was on both sides counts as left and as right."


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """The days with twitches at each place in each week; months and years where weeks have no room."""
    span = request.span
    sites = sites_by_week(connection, span.first, span.last, span.today, span.week_starts, request.episode_filter)
    logged = sum(column.logged for column in sites.columns)
    title = TITLE.replace("week", sites.step)
    known_days = _of_kind(common.known_words(connection, span, logged), request)
    if not sites.places:
        why = f"No place of {common.filter_words(request, context)} is logged here."
        return common.missing(connection, request, logged, title, why, COLUMNS, days_words=known_days)

    def name(site_side: Place) -> str:
        return on_one_line(place_words(site_side, context.lexicon))

    names = [name(entry.place) for entry in sites.places]
    rows = tuple(WeekRow(label, entry.days, entry.by_column) for label, entry in zip(names, sites.places, strict=True))
    columns = tuple((_column_name(column, sites), column.logged) for column in sites.columns)
    also = f", and {len(rows) - MOST} more in the text" if len(rows) > MOST else ""
    summary = (
        f"{known_days}: {common.filter_words(request, context)} in"
        f" {counted(len(rows), 'place')} on {counted(sites.spread.days, 'day')}."
        f" {_of_kind(sentence(pattern_words(sites.spread, name)), request)}"
    )
    return Figure(
        **common.base(request, logged, title),
        sentence=summary,
        rows=_rows(sites),
        columns=COLUMNS,
        pictures=(WeekGrid(f"days with it in each {sites.step}{also}", columns, rows[:MOST]),),
        tables=(_table(sites, rows, [label for label, _ in columns]),),
        remarks=(_of_kind(STAYING_RULE, request), *([BOTH] if _has_both(connection, request) else [])),
    )


def _of_kind(text: str, request: ChartRequest) -> str:
    """A text about twitches, of the kind that is counted in their stead."""
    if request.episode_filter.are_twitches:
        return text
    kind = common.kind_words(request)
    return text.replace("Twitches", kind.capitalize()).replace("twitches", kind).replace("twitched", "had some")


def _has_both(connection: sqlite3.Connection, request: ChartRequest) -> bool:
    rows = aggregates.times_by_site(connection, request.episode_filter, *request.span.ends)
    return any(side == "both" for _, side, *_ in rows)


def _column_name(column: TimeColumn, sites: SitesByWeek) -> str:
    if sites.step == "year":
        return str(column.first.year)
    if sites.step == "month":
        return f"{MONTHS[column.first.month - 1]} {column.first.year}"
    return short_day(column.first)


def _rows(sites: SitesByWeek) -> list[dict[str, Any]]:
    """A row for each place in each column; the days are None where nothing was logged."""
    return [
        {
            "site": entry.place.site,
            "side": entry.place.side,
            "start": column.first.isoformat(),
            "days": days if column.logged or days else None,
            "days_logged": column.logged,
        }
        for entry in sites.places
        for days, column in zip(entry.by_column, sites.columns, strict=True)
    ]


def _table(sites: SitesByWeek, rows: tuple[WeekRow, ...], names: list[str]) -> Table:
    """A row a place: the weeks with it are named, and how many days; those without any logged day stand once."""
    texts = []
    for row in rows:
        weeks = [f"{name} {days}" for name, days in zip(names, row.by_column, strict=True) if days]
        texts.append((row.name, str(row.days), ", ".join(weeks)))
    unlogged = [name for name, column in zip(names, sites.columns, strict=True) if not column.logged]
    if unlogged:
        texts.append((NOBODY, "", ", ".join(unlogged)))
    return Table("", ("Place", "Days", f"{sites.step.capitalize()}s from, with the days in each"), texts)
