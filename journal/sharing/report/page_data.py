"""A report as the data that the template of the page reads: plain dicts, lists, texts and numbers."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from journal.analysis.site_weeks import ColumnStep
from journal.charts.render.body_svg import body_alone
from journal.charts.render.grid import level
from journal.moments import MONTHS
from journal.phrases.write.format_number import counted
from journal.sharing.report.content import Block, Line, Listing, Report, Section, SiteTable, StatisticsPage, TimeSeries
from journal.sharing.report.fit import Limits
from journal.sharing.report.over_time import mean_text
from journal.sharing.report.parts import Paper
from journal.sharing.report.wording import day_text

NUMBERED = 20
"""Up to so many columns each has room for a number."""
MOST_NUMBERS = 2
"""Of the marks of one column that are numbered one by one."""
NARROWEST = 3
"""Columns that have room for a name where there are many."""
SHORT_LINE = 100
"""The characters of a line that may stand beside another."""
BREAK_AFTER = 24
_LONG_WORD = re.compile(rf"\S{{{BREAK_AFTER}}}(?=\S)")
_COLUMNS = {"habits": 3, "character": 2, "background": 2, "episodes": 2}
"""Part -> in how many columns its lines stand."""
Data = dict[str, Any]


def page_data(report: Report, more: tuple[Section, ...], paper: Paper, limits: Limits) -> Data:
    """All that the template needs; `more` are the sections of the second page."""
    return {
        "paper": "us-letter" if paper == "letter" else "a4",
        "points": limits.points,
        "low": limits.low_pictures,
        "title": report.title,
        "name": breakable(report.name),
        "who": breakable(report.who),
        "period": report.period,
        "logged": report.logged,
        "footer": footer_text(report),
        "sections": [_section(section) for section in report.sections],
        "more": [_section(section, whole=True) for section in more],
        "statistics": report.statistics and _statistics(report.statistics),
        "appendices": [
            {
                "heading": section.heading,
                "columns": _COLUMNS.get(section.part, 1),
                "lines": [_line(line, whole=True) for line in section.lines],
            }
            for section in report.appendices
        ],
    }


def footer_text(report: Report) -> str:
    left_out = f" Left out: {', '.join(report.left_out)}." if report.left_out else ""
    return (
        "Self-reported; no diagnosis. Left and right are the person's own; unfinished days are not counted."
        f" Twitch Journal, {day_text(report.made_on)}.{left_out}"
    )


def breakable(text: str) -> str:
    """The text with places to break in words longer than a column."""
    return _LONG_WORD.sub(lambda word: f"{word[0]}\u200b", text)


def _section(section: Section, *, whole: bool = False) -> Data:
    """Short lines stand beside each other in some parts; a long one, and everything on the second page, has the width
    of the page."""
    columns = 1 if whole else _COLUMNS.get(section.part, 1)
    blocks: list[Data] = []
    for width, group in groupby(section.blocks, lambda block: _columns_of(block, columns)):
        if width:
            lines = [_line(block, whole=whole) for block in group if isinstance(block, Line | Listing)]
            blocks.append({"kind": "lines", "lines": lines, "columns": width})
        else:
            blocks += [_picture(block) for block in group]
    return {"heading": section.heading, "blocks": blocks}


def _columns_of(block: Block, columns: int) -> int:
    """In how many columns a line stands; 0 for a picture."""
    return (1 if len(block.text) > SHORT_LINE else columns) if isinstance(block, Line | Listing) else 0


def _line(line: Line | Listing, *, whole: bool = False) -> Data:
    """A line, or a list: of medicines, and on the second page of all things, each stands for itself."""
    is_list = isinstance(line, Listing) and bool(line.items) and (whole or line.key == "medicines")
    return {
        "label": line.label,
        "text": breakable(line.text),
        "after": line.after if isinstance(line, Line) else "",
        "own": isinstance(line, Line) and line.own,
        "items": [breakable(item) for item in line.items] if is_list and isinstance(line, Listing) else [],
    }


def _picture(block: Block) -> Data:
    if isinstance(block, SiteTable):
        return _site_table(block)
    if isinstance(block, TimeSeries):
        return {**_series(block), "kind": "series", "key": _line(block.key)}
    raise TypeError(f"{type(block).__name__} is no picture")


def _site_table(table: SiteTable) -> Data:
    starts = [first for first, _ in table.columns]
    described = "; ".join(f"{row.name} {counted(row.days, 'day')}" for row in table.rows)
    return {
        "kind": "sites",
        "step": table.step,
        "numbered": len(starts) <= NUMBERED,
        "columns": [first.isoformat() for first in starts],
        **_axis(starts, table.step),
        "rows": [
            {
                "name": row.name,
                "days": row.days,
                "cells": [
                    [level(days, logged), days] if logged else None
                    for days, (_, logged) in zip(row.by_column, table.columns, strict=True)
                ],
            }
            for row in table.rows
        ],
        "elsewhere": _line(table.elsewhere),
        "sentence": table.sentence,
        "rule": table.rule,
        "body": body_alone(table.counts, sum(logged for _, logged in table.columns)),
        "body-alt": f"A body, front and back, shaded by the days with twitches: {described}.",
    }


def _axis(starts: list[date], step: ColumnStep) -> Data:
    """The months or years over the columns, each with how many it spans, and a number for each where there is room."""
    named = [str(day.year) if step != "week" else MONTHS[day.month - 1] for day in starts]
    groups = [(label, len(list(group))) for label, group in groupby(named)]
    if len(starts) > NUMBERED or step == "year":
        ticks = []
    else:
        ticks = [str(day.day) if step == "week" else MONTHS[day.month - 1][0] for day in starts]
    if len(starts) > NUMBERED:  # the name of a month is wider than a column or two
        groups = [(label if span >= NARROWEST else "", span) for label, span in groups]
    return {"groups": groups, "ticks": ticks}


def _series(series: TimeSeries) -> Data:
    high = max((value for value in series.values if value is not None), default=0.0) or 1
    at_column: dict[int, list[int]] = {}
    for number, mark in enumerate(series.marks, 1):
        at_column.setdefault(mark.first, []).append(number)
    has_room = len(series.starts) <= NUMBERED
    days = "below each bar the days counted" if has_room else _range_of_days(series)
    return {
        "alt": series.sentence,
        "caption": f"{series.title}: the mean of the days counted in each {series.step}; {days}.",
        "bars": list(series.values),
        "high": high,
        "high-text": mean_text(high),
        "days": [str(number) if number else "-" for number in series.days] if has_room else [],
        "marks": [[_numbers(numbers), column] for column, numbers in at_column.items()],
        "groups": _axis(list(series.starts), series.step)["groups"],
    }


def _numbers(numbers: list[int]) -> str:
    """`1,2`; of many `1-6`."""
    ends = f"{numbers[0]}-{numbers[-1]}"
    return ends if len(numbers) > MOST_NUMBERS else ",".join(map(str, numbers))


def _range_of_days(series: TimeSeries) -> str:
    some = [number for number in series.days if number]
    return f"{min(some)} to {max(some)} were counted where any were" if some else "none was counted"


def _statistics(statistics: StatisticsPage) -> Data:
    high = max(_without_gaps(day for month in statistics.months for day in month.days), default=0.0)
    return {
        "weekdays": [day[:1] for day in statistics.weekdays],
        "note": statistics.months_note,
        "months": [
            {
                "name": month.name,
                "first": month.first_weekday,
                "days": [None if day is None else [level(day, high), short_number(day)] for day in month.days],
            }
            for month in statistics.months
        ],
        "habits": [_series(habit) for habit in statistics.habits],
        "sections": [_section(section, whole=True) for section in statistics.sections],
    }


def short_number(value: float) -> str:
    """As the day of a calendar has room for: three figures, `2k`."""
    return f"{value:.0f}" if value < 1000 else f"{value / 1000:.0f}k"


def _without_gaps(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None]
