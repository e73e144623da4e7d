"""Twitches over time."""

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

import pandas as pd

from journal.analysis import daily, steps
from journal.analysis.daily import DaySpan
from journal.analysis.intervals import means
from journal.analysis.steps import Step, TimeStep
from journal.charts.figure import Figure, LazySequence, Table
from journal.charts.number_words import (
    DASH,
    NOBODY,
    interval,
    one_digit,
    short_day,
    weekday_day,
)
from journal.charts.render.plot import Panel, Plot, Series
from journal.charts.request import ChartRequest
from journal.charts.styled_text import Ink
from journal.charts.views import common, marks
from journal.moments import MONTHS
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted, number_words, round_words
from journal.store.read import aggregates

STEP_NAMES = {"day": "Day", "week": "Week from", "month": "Month from"}
TICKS = 6
NO_MARKS: Mapping[int, str] = MappingProxyType({})


class Measure(NamedTuple):
    """What is drawn of each day, how its axis is called, and the highest value of a scale."""

    values: "pd.Series[float]"
    label: str
    whole: bool
    high: float | None
    remark: str = ""


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Counts, minutes, the mean intensity or the rating, by day, week or month; gaps where nothing is known."""
    span, step = request.span, request.step or steps.usual_step(request.span)
    twitches = common.twitches(connection, span, request.episode_filter)
    measure = _measure(connection, context, request, twitches.values)
    time_steps = steps.stepped(measure.values, span, step)
    totals = time_steps if request.measure == "count" else steps.stepped(twitches.values, span, step)
    subject = common.filter_words(request, context)
    title = measure.label[:1].upper() + measure.label[1:]
    if not twitches.logged and not measure.values.notna().any():
        empty = common.missing(
            connection,
            request,
            0,
            title,
            twitches.nothing_counted(subject),
            days_words=twitches.logged_words(request.span),
        )
        return _with_rows(empty, totals, time_steps, request)
    marked = marks.marks(connection, span, twitches.finished)
    paused = shades(time_steps, twitches.paused)
    full = Figure(
        **common.base(request, twitches.logged, title),
        sentence=_sentence(twitches, request, common.filter_words(request, context, twitches.total)),
        pictures=(picture(measure, time_steps, span, step, paused, marked.on_axis(time_steps)),),
        tables=(_table(totals, time_steps, measure, span, step, request, twitches), *marked.tables),
        remarks=tuple(remark for remark in (measure.remark, _step_remark(step), *marked.remarks) if remark),
    )
    return _with_rows(full, totals, time_steps, request, marked.by_step(time_steps))


def _measure(
    connection: sqlite3.Connection, context: Context, request: ChartRequest, twitches: "pd.Series[float]"
) -> Measure:
    subject = common.filter_words(request, context)
    span = request.span
    if request.measure == "count":
        return Measure(twitches, f"{subject} a day", True, None)
    if request.measure == "rating":
        values = daily.daily(connection, ["twitchiness"], span)["twitchiness"]
        remark = f"The day's rating was logged on {counted(int(values.notna().sum()), 'day')} of {span.days}."
        return Measure(values, "how twitchy the day was (0 to 10)", True, 10, remark)
    columns = ["episodes", "minutes", "timed", "intensities", "rated"]
    sums = daily.by_day(aggregates.measures_by_day(connection, request.episode_filter, *span.ends), columns, span)
    episodes = round(sums["episodes"].sum())
    if request.measure == "minutes":
        timed = sums["minutes"].where((sums["timed"] > 0) | (sums["minutes"] > 0))
        values = timed.where(sums["episodes"].notna(), twitches.where(twitches == 0))
        without = episodes - round(sums["timed"].sum())
        have = "has no length and is" if without == 1 else "have no length and are"
        remark = f"{without} of {counted(episodes, 'episode')} {have} left out of the minutes."
        return Measure(values, f"minutes of {subject} a day", False, None, remark)
    values = sums["intensities"] / sums["rated"].where(sums["rated"] > 0)
    without = episodes - round(sums["rated"].sum())
    have = "has" if without == 1 else "have"
    remark = f"{without} of {counted(episodes, 'episode')} {have} no intensity; a day without any has no mean."
    return Measure(values, f"mean intensity of {subject} (0 to 10)", True, 10, remark)


# ---- what is said ---------------------------------------------------------------------------------------------


def _sentence(twitches: common.Twitches, request: ChartRequest, counted_twitches: str) -> str:
    span = request.span
    (mean,) = means(twitches.finished, [twitches.finished.notna()])
    parts = [f"{twitches.logged_words(span)}: {counted_twitches}"]
    if mean.value is not None:
        parts.append(f"{one_digit(mean.value)} a day on {twitches.days_words(mean.n)}{interval(mean)}")
    parts.append(twitches.missing_words)
    sentence = "; ".join(parts) + "."
    if twitches.logged > twitches.counted:
        sentence += " Today is not over: it is shown, and left out of the mean."
    return sentence


def _step_remark(step: Step) -> str:
    return "" if step == "day" else f"A {step} shows the mean of its counted days; a gap is a {step} without any."


# ---- as rows --------------------------------------------------------------------------------------------------


def _with_rows(
    figure: Figure,
    totals: list[TimeStep],
    time_steps: list[TimeStep],
    request: ChartRequest,
    marked: Mapping[int, str] = NO_MARKS,
) -> Figure:
    def row(number: int) -> dict[str, Any]:
        total, measured = totals[number], time_steps[number]
        values: dict[str, Any] = {
            "start": total.start.isoformat(),
            "count": None if total.total is None else round(total.total),
            "days_counted": total.days_counted,
        }
        if request.measure != "count":
            values[request.measure] = measured.total if measured.days == 1 else measured.mean
        return {**values, "marks": marked.get(number)}

    return replace(figure, rows=LazySequence(range(len(totals)), row))


def _table(
    totals: list[TimeStep],
    time_steps: list[TimeStep],
    measure: Measure,
    span: DaySpan,
    step: Step,
    request: ChartRequest,
    twitches: common.Twitches,
) -> Table:
    headings = [STEP_NAMES[step], common.kind_words(request).capitalize()]
    if step != "day":
        headings += ["Days counted", "Mean a day"] if request.measure == "count" else ["Days counted"]
    if request.measure != "count":
        headings.append(measure.label[:1].upper() + measure.label[1:])
    week = steps.week_mean(measure.values, span) if step == "day" else None
    headings += ["7-day mean"] if week is not None else []

    def table_row(number: int) -> tuple[str, ...]:
        total, measured = totals[number], time_steps[number]
        row = [weekday_day(total.start) + (" (today)" if step == "day" and total.start == span.today else "")]
        row.append(twitches.unknown_words(total.start, total.days) if total.total is None else _count(total.total))
        if step != "day":
            row.append(f"{total.days_counted} of {total.days}")
        if step != "day" and request.measure == "count":
            row.append(one_digit(total.mean))
        if request.measure != "count":
            value = measured.total if step == "day" else measured.mean
            row.append(NOBODY if value is None else round_words(value))
        if week is not None:
            seven = week.iloc[number]
            row.append(DASH if pd.isna(seven) else one_digit(float(seven)))
        return tuple(row)

    return Table("", tuple(headings), LazySequence(range(len(totals)), table_row))


def _count(total: float) -> str:
    return number_words(total) if total else "none"


# ---- as a picture ---------------------------------------------------------------------------------------------


def shades(time_steps: list[TimeStep], paused: Collection[str]) -> tuple[float, ...]:
    """The steps of which every day was paused."""
    return tuple(
        float(number)
        for number, step in enumerate(time_steps)
        if paused and all((step.start + timedelta(days=day)).isoformat() in paused for day in range(step.days))
    )


def picture(
    measure: Measure,
    time_steps: list[TimeStep],
    span: DaySpan,
    step: Step,
    paused: tuple[float, ...] = (),
    marked: tuple[tuple[float, str], ...] = (),
) -> Plot:
    """Stems, today in another colour, and the mean of seven days as a line; the steps that were paused are shaded."""
    places = tuple(float(number) for number in range(len(time_steps)))
    series: list[Series] = []
    if step == "day":
        series += with_today("each day", time_steps, tuple(time_step.total for time_step in time_steps), span)
        week = tuple(None if pd.isna(value) else float(value) for value in steps.week_mean(measure.values, span))
        series.append(Series("mean of 7 days", places, week, "line", "second"))
    else:
        series.append(Series(f"mean a day of each {step}", places, tuple(time_step.mean for time_step in time_steps)))
    panel = Panel(measure.label, tuple(series), whole=measure.whole, high=measure.high)
    ends = (-0.5, len(time_steps) - 0.5)
    return Plot((panel,), "", *ends, ticks(time_steps, span, step), marked, marks.MEANING, paused)


def with_today(
    name: str, time_steps: list[TimeStep], values: tuple[float | None, ...], span: DaySpan, ink: Ink = "first"
) -> tuple[Series, ...]:
    """Stems of each step; today, which is not over, in another shape and colour where steps are days."""
    places = tuple(float(number) for number in range(len(time_steps)))
    is_today = tuple(step.days == 1 and step.start >= span.today for step in time_steps)
    today = tuple(value if on_day else None for value, on_day in zip(values, is_today, strict=True))
    past = tuple(None if on_day else value for value, on_day in zip(values, is_today, strict=True))
    if all(value is None for value in today):
        return (Series(name, places, past, "stems", ink),)
    return Series(name, places, past, "stems", ink), Series("today", places, today, "hatched", "mark")


def ticks(time_steps: list[TimeStep], span: DaySpan, step: Step) -> tuple[tuple[float, str], ...]:
    """At most six days or months on the axis, the first among them."""
    every = max(1, -(-len(time_steps) // TICKS))
    with_year = span.first.year != span.last.year
    named = []
    for number in range(0, len(time_steps), every):
        day = time_steps[number].start
        month = f"{MONTHS[day.month - 1]} {day.year}"
        named.append((float(number), month if step == "month" or (with_year and step == "week") else short_day(day)))
    return tuple(named)
