"""The page for a doctor as text, and the message as it is."""

from collections.abc import Iterator
from datetime import date

from journal.analysis.site_weeks import ColumnStep
from journal.charts.render.grid import Grid, GridCell, level
from journal.charts.styled_text import Ink, StyledSpan, line
from journal.charts.styled_text import Line as StyledLine
from journal.moments import MONTHS
from journal.sharing.report import message
from journal.sharing.report.content import (
    Block,
    Line,
    Listing,
    Month,
    Report,
    Section,
    SiteTable,
    StatisticsPage,
    TimeSeries,
)
from journal.sharing.report.over_time import mean_text
from journal.sharing.report.page_data import footer_text
from journal.terminal import on_one_line, wrapped

SHADES: tuple[Ink, ...] = ("dim", "shade1", "shade2", "shade3", "shade4")
MOST_ROWS = 99
NARROWEST, INDENT = 10, 2
LABEL, CELL = 20, 4
"""Columns of the names of places, and of a number beside them."""


def page_lines(report: Report, columns: int) -> list[StyledLine]:
    """Every word of the page and of what follows it, and its pictures as numbers."""
    who = ", ".join(part for part in (report.name, report.who) if part)
    lines: list[StyledLine] = [line(text, "bold") for text in wrapped(report.title, columns)]
    lines += [line(part) for text in (who, report.period, report.logged) if text for part in _wrapped(text, columns)]
    for section in report.sections:
        lines += _section_lines(section, columns)
    if report.statistics:
        lines += _statistics_lines(report.statistics, columns)
    for section in report.appendices:
        lines += _section_lines(section, columns)
    return [*lines, (), *(line(text, "dim") for text in wrapped(footer_text(report), columns))]


def message_lines(report: Report, columns: int) -> list[StyledLine]:
    """The message, and how much of a portal's room it takes."""
    text = message.message(report)
    lines = [line(part) for paragraph in text.splitlines() for part in _wrapped(paragraph, columns)]
    return [*lines, (), line(f"{len(text):,} of {message.LONGEST:,} characters", "dim")]


def _wrapped(text: str, columns: int) -> list[str]:
    return wrapped(on_one_line(text), columns)


def _heading(text: str, columns: int) -> list[StyledLine]:
    return [(), *(line(part, "bold") for part in _wrapped(text, columns))]


def _section_lines(section: Section, columns: int) -> Iterator[StyledLine]:
    yield from _heading(section.heading, columns)
    for block in section.blocks:
        yield from _block_lines(block, columns)


def _block_lines(block: Block, columns: int) -> Iterator[StyledLine]:
    if isinstance(block, SiteTable):
        yield from _site_lines(block, columns)
    elif isinstance(block, Line):
        yield from _entry(block.label, block.text + block.after, columns)
    elif isinstance(block, Listing):
        yield from _entry(block.label, block.text, columns)
    else:
        yield from _series_lines(block, columns)


def _entry(label: str, text: str, columns: int) -> Iterator[StyledLine]:
    """`label: text`, its further lines indented."""
    first = f"{on_one_line(label)}: " if label else ""
    head, *others = wrapped(first + on_one_line(text), max(NARROWEST, columns - INDENT))
    yield (StyledSpan(first, "first"), StyledSpan(head[len(first) :])) if head.startswith(first) else line(head)
    yield from (line(" " * INDENT + part) for part in others)


def _start(first: date, step: ColumnStep) -> str:
    """`7 Sep`, `Sep 26` or `2026`."""
    month = MONTHS[first.month - 1]
    return {"week": f"{first.day} {month}", "month": f"{month} {first:%y}"}.get(step, str(first.year))


def _series_lines(series: TimeSeries, columns: int) -> Iterator[StyledLine]:
    """The mean of each column behind its first day, and the marks."""
    means = zip(series.starts, series.values, strict=True)
    text = ", ".join(f"{_start(first, series.step)} {mean_text(mean)}" for first, mean in means)
    yield from _entry(f"{series.title}, mean of each {series.step}", text, columns)
    if series.key.items:
        yield from _entry(series.key.label, series.key.text, columns)


def _site_lines(table: SiteTable, columns: int) -> Iterator[StyledLine]:
    """A row a place, in each column the days with it, `-` where nothing was logged."""
    if table.rows:
        rows = tuple(
            (
                on_one_line(row.name),
                tuple(
                    GridCell(str(days), SHADES[level(days, logged)]) if logged else GridCell("-", "dim")
                    for days, (_, logged) in zip(row.by_column, table.columns, strict=True)
                ),
            )
            for row in table.rows
        )
        starts = [first for first, _ in table.columns]
        is_wide = columns >= LABEL + CELL * len(starts)
        names = tuple(
            str(first.day) if is_wide and table.step == "week" else _start(first, table.step) for first in starts
        )
        yield from Grid("", tuple(names), rows, gap=False).lines(columns, MOST_ROWS)
        begins = f"{table.step}, the first from {_start(starts[0], table.step)}"
        counted = f"Days with it in each {begins}; - is nothing logged. A small body beside it is shaded likewise."
        yield from (line(part, "dim") for part in wrapped(counted, columns))
    yield from _entry("", f"{table.sentence} {table.rule}" if table.rows else table.sentence, columns)
    if table.elsewhere.text:
        yield from _entry(table.elsewhere.label, table.elsewhere.text, columns)


def _statistics_lines(page: StatisticsPage, columns: int) -> Iterator[StyledLine]:
    yield from _heading("Second page", columns)
    yield from _entry("", page.months_note, columns)
    for month in page.months:
        yield from _entry(month.name, _month_text(month), columns)
    for habit in page.habits:
        yield from _series_lines(habit, columns)
    for section in page.sections:
        yield from _section_lines(section, columns)


def _month_text(month: Month) -> str:
    return " ".join("-" if day is None else f"{day:.0f}" for day in month.days)
