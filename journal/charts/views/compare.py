"""Twitches over a habit, on one time axis."""

import sqlite3
from bisect import bisect_right
from datetime import date
from typing import Any

from journal.analysis import daily, steps
from journal.charts.figure import Figure, LazySequence, Table
from journal.charts.number_words import (
    ASSOCIATION,
    NOBODY,
    axis_words,
    counted,
    days_before,
    habit_name,
    logged_words,
    one_digit,
    short_day,
    span_words,
    weekday_day,
    whole,
)
from journal.charts.render.plot import Panel, Plot, Series
from journal.charts.request import ChartRequest
from journal.charts.styled_text import printable
from journal.charts.views import common
from journal.charts.views.time import STEP_NAMES, ticks
from journal.phrases.context import Context
from journal.phrases.write.format_number import round_words
from journal.store.read import aggregates

COLUMNS = ("start", "count", "days_counted", "mean", "habit", "habit_days")
TITLE = "Twitches over a habit"
MARKS_SAID = 6
Pair = tuple[steps.TimeStep, steps.TimeStep, float | None]
"""A step of the twitches, the same of the habit, and what of the habit is drawn."""


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Twitches above, the habit `lag` days before below; medicines and events marked."""
    span, step, lag = request.span, request.step or steps.usual_step(request.span), request.lag or 0
    known = common.twitches(connection, span, request.episodes)
    question = common.habit(connection, request)
    if question is None:
        why = "No habit is on; `twitch-journal question on sleep` switches one on."
        return common.missing(connection, request, known.logged, TITLE, why, COLUMNS)
    name = habit_name(question)
    title = f"Twitches over {name}{days_before(lag)}"
    if known.logged < common.DAYS_NEEDED:
        why = common.not_yet(known.logged, common.DAYS_NEEDED, "logged days")
        return common.missing(connection, request, known.logged, title, why, COLUMNS)
    before = daily.earlier(span, lag)
    habit = daily.daily(connection, [question.slug], before)[question.slug]
    habit = daily.lagged(habit, lag, known.values)
    above, below = steps.stepped(known.values, span, step), steps.stepped(habit, span, step)
    days = [one.total if step == "day" else one.mean for one in above]
    values = [one.total if step == "day" else one.mean for one in below]
    marks = aggregates.happenings(connection, *span.ends)
    both = int((known.over.notna() & habit.notna()).sum())
    logged = int(habit.notna().sum())
    sentence = (
        f"{logged_words(known.logged, span.days)}, {span_words(span)}:"
        f" {common.so_many(known.total, 'twitches')};"
        f" {name}{days_before(lag)} known on {logged}, both on {counted(both, 'counted day')};"
        f" {counted(span.days - known.logged, 'day')} not logged. {ASSOCIATION}"
    )
    places = tuple(float(place) for place in range(len(above)))
    label = axis_words(question, lag)
    a_step = "" if step == "day" else f", mean of each {step}"
    plot = Plot(
        (
            Panel(f"twitches a day{a_step}", (Series("twitches", places, tuple(days)),), whole=True),
            Panel(label + a_step, (Series(name, places, tuple(values), "stems", "second"),), high=_highest(question)),
        ),
        f"{step}, {span_words(span)}",
        -0.5,
        len(above) - 0.5,
        ticks(above, span, step),
        tuple((_place(day, above), printable(words)) for day, words in marks),
    )
    pairs = [*zip(above, below, values, strict=True)]
    headings = (STEP_NAMES[step], "Twitches", "Mean a day", "Days counted", label, "Days known")
    table = Table("", headings, LazySequence(pairs, _told))
    told = Table("Medicines and events", ("Day", "What"), [(_day(day), printable(words)) for day, words in marks])
    return Figure(
        **common.base(request, known.logged, title),
        sentence=sentence,
        rows=LazySequence(pairs, _row),
        columns=COLUMNS,
        pictures=(plot,),
        tables=(table, told) if marks else (table,),
        remarks=_marked(marks),
    )


def _highest(question: object) -> float | None:
    highest = getattr(question, "highest", None)
    return highest if highest is not None and getattr(question, "unit", None) is None and highest <= 10 else None


def _place(day: str, above: list[steps.TimeStep]) -> float:
    """Where a day stands among the steps."""
    return float(bisect_right([one.start.isoformat() for one in above], day) - 1)


def _day(day: str) -> str:
    return weekday_day(date.fromisoformat(day))


def _row(pair: Pair) -> dict[str, Any]:
    one, other, value = pair
    return {
        "start": one.start.isoformat(),
        "count": None if one.total is None else round(one.total),
        "days_counted": one.days_counted,
        "mean": one.mean,
        "habit": value,
        "habit_days": other.days_counted,
    }


def _told(pair: Pair) -> tuple[str, ...]:
    one, other, value = pair
    count = NOBODY if one.total is None else "none" if one.total == 0 else whole(one.total)
    return (
        weekday_day(one.start),
        count,
        one_digit(one.mean),
        f"{one.days_counted} of {one.days}",
        NOBODY if value is None else round_words(value),
        f"{other.days_counted} of {other.days}",
    )


def _marked(marks: list[tuple[str, str]]) -> tuple[str, ...]:
    if not marks:
        return ()
    said = [f"{short_day(date.fromisoformat(day))} {printable(words)}" for day, words in marks[:MARKS_SAID]]
    more = len(marks) - MARKS_SAID
    return (f"Marked: {'; '.join(said)}" + (f"; and {more} more in the text (--text)." if more > 0 else "."),)
