"""Episodes by part of the day and by weekday: when the user logs."""

import sqlite3

from journal.charts.figure import Figure, Table
from journal.charts.render.bars import BarRow, Bars
from journal.charts.render.grid import Grid, GridCell, shade
from journal.charts.render.layout import Beside, Under
from journal.charts.request import ChartRequest
from journal.charts.views import common
from journal.moments import PARTS, WEEKDAYS
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.store.read import aggregates

TITLE = "When you logged episodes"
COLUMNS = ("weekday", "part", "episodes")
SHORT = ("morn", "aft", "eve", "night")
UNKNOWN = "not known"
HourGrid = dict[str, list[int]]
"""Weekday, in the order in which the user's weeks run -> its episodes in each part of the day."""


def parts(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> HourGrid:
    """Episodes of each weekday in each part of the day; last come those without a time or a part."""
    starts = request.span.week_starts
    grid = {weekday: [0] * (len(PARTS) + 1) for weekday in (*WEEKDAYS[starts:], *WEEKDAYS[:starts])}
    for weekday, *numbers in aggregates.episodes_by_part(
        connection, request.episode_filter, context.clock.day_starts, *request.span.ends
    ):
        for part, number in enumerate(numbers):
            grid[WEEKDAYS[weekday]][part] += number
    return grid


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Two rows of numbers with bars, and a map of both."""
    logged = common.days_logged(connection, request.span)
    grid = parts(connection, context, request)
    episodes = sum(map(sum, grid.values()))
    subject = common.filter_words(request, context)
    if not episodes:
        return common.missing(connection, request, logged, TITLE, f"No episodes of {subject} here.", COLUMNS)
    names = (*PARTS, UNKNOWN)
    rows = [
        {"weekday": weekday, "part": None if part == UNKNOWN else part, "episodes": number}
        for weekday, numbers in grid.items()
        for part, number in zip(names, numbers, strict=True)
    ]
    left_out = sum(row[-1] for row in grid.values())
    without_clock = (
        f"; {left_out} of them left out of the parts of the day, as they have no clock time" if left_out else ""
    )
    sentence = (
        f"{common.logged_words(connection, request.span, logged)}: {counted(episodes, 'episode')}{without_clock}."
        " This shows when you log, which need not be when it twitches."
    )
    table = Table(
        "Episodes",
        ("Weekday", *(name.capitalize() for name in names), "All"),
        [
            *((weekday, *map(str, row), str(sum(row))) for weekday, row in grid.items()),
            ("All", *(str(sum(row[number] for row in grid.values())) for number in range(len(names))), str(episodes)),
        ],
    )
    return Figure(
        **common.base(request, logged, TITLE),
        sentence=sentence,
        rows=rows,
        columns=COLUMNS,
        pictures=(Beside(Under((part_bars(grid), weekday_bars(grid))), _map(grid)),),
        tables=(table,),
    )


def part_bars(grid: HourGrid) -> Bars:
    numbers = [sum(row[part] for row in grid.values()) for part in range(len(PARTS))]
    bars = tuple(BarRow(part, float(number), str(number)) for part, number in zip(PARTS, numbers, strict=True))
    return Bars("episodes by part of the day", bars)


def weekday_bars(grid: HourGrid) -> Bars:
    bars = tuple(BarRow(day, float(sum(row)), str(sum(row))) for day, row in grid.items())
    return Bars("episodes by weekday", bars, gap=False)


def _map(grid: HourGrid) -> Grid:
    high = max(max(row[:-1]) for row in grid.values())
    rows = tuple(
        (day, tuple(GridCell(str(number), shade(number, high)) for number in row[:-1])) for day, row in grid.items()
    )
    return Grid("episodes by both", SHORT, rows, "with a clock or a part of the day")
