"""Twitches over a habit, on one time axis."""

import sqlite3
from typing import Any

from journal.analysis import daily, steps
from journal.catalog.questions import Question
from journal.charts.figure import Figure, LazySequence, Table
from journal.charts.number_words import (
    ASSOCIATION,
    NOBODY,
    axis_words,
    days_before,
    habit_name,
    one_digit,
    weekday_day,
    whole,
)
from journal.charts.render.plot import Panel, Plot
from journal.charts.request import ChartRequest
from journal.charts.views import common, marks
from journal.charts.views.time import STEP_NAMES, shades, ticks, with_today
from journal.phrases.context import Context
from journal.phrases.write.format_number import round_words

COLUMNS = ("start", "count", "days_counted", "mean", "habit", "habit_days", "marks")
TITLE = "Twitches over a habit"
Pair = tuple[steps.TimeStep, steps.TimeStep, float | None]
"""A step of the twitches, the same of the habit, and what of the habit is drawn."""


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Twitches above, the habit `lag` days before below; medicines and events marked."""
    span, step, lag = request.span, request.step or steps.usual_step(request.span), request.lag or 0
    twitches = common.twitches(connection, span, request.episode_filter)
    question = common.habit(connection, request)
    if question is None:
        why = common.NO_HABIT
        return common.missing(
            connection, request, twitches.logged, TITLE, why, COLUMNS, days_words=twitches.logged_words(request.span)
        )
    name = habit_name(question)
    subject = common.filter_words(request, context)
    title = f"{subject[:1].upper()}{subject[1:]} over {name}{days_before(lag)}"
    if twitches.counted < common.DAYS_NEEDED:
        why = common.not_yet(twitches.counted, common.DAYS_NEEDED, *common.DAYS_OVER)
        return common.missing(
            connection, request, twitches.logged, title, why, COLUMNS, days_words=twitches.logged_words(request.span)
        )
    before = daily.earlier(span, lag)
    habit = daily.daily(connection, [question.slug], before)[question.slug]
    habit = daily.lagged(habit, lag, twitches.values)
    above, below = steps.stepped(twitches.values, span, step), steps.stepped(habit, span, step)
    days = [time_step.total if step == "day" else time_step.mean for time_step in above]
    values = [time_step.total if step == "day" else time_step.mean for time_step in below]
    marked = marks.marks(connection, span, twitches.finished)
    both_known = int((twitches.finished.notna() & habit.notna()).sum())
    logged = int(habit.notna().sum())
    sentence = (
        f"{twitches.logged_words(span)}:"
        f" {common.filter_words(request, context, twitches.total)};"
        f" {name}{days_before(lag)} known on {logged}, both on {twitches.days_words(both_known)};"
        f" {twitches.missing_words}. {ASSOCIATION}"
    )
    label = axis_words(question, lag)
    a_step = "" if step == "day" else f", mean of each {step}"
    plot = Plot(
        (
            Panel(f"{subject} a day{a_step}", with_today("each day", above, tuple(days), span), whole=True),
            Panel(label + a_step, with_today(name, above, tuple(values), span, "second"), high=_highest(question)),
        ),
        "",
        -0.5,
        len(above) - 0.5,
        ticks(above, span, step),
        marked.on_axis(above),
        marks.MEANING,
        shades=shades(above, twitches.paused),
    )
    by_step = marked.by_step(above)
    pairs = [*zip(above, below, values, strict=True)]
    headings = (
        STEP_NAMES[step],
        common.kind_words(request).capitalize(),
        "Mean a day",
        "Days counted",
        label,
        "Days known",
    )
    table = Table("", headings, LazySequence(pairs, lambda pair: _table_row(pair, twitches)))
    if step == "day":  # a mean of one day, and how many of one are counted, say nothing
        table = Table("", (headings[0], headings[1], label), LazySequence(pairs, lambda pair: _day_row(pair, twitches)))
    return Figure(
        **common.base(request, twitches.logged, title),
        sentence=sentence,
        rows=LazySequence(range(len(pairs)), lambda number: {**_row(pairs[number]), "marks": by_step.get(number)}),
        columns=COLUMNS,
        pictures=(plot,),
        tables=(table, *marked.tables),
        remarks=marked.remarks,
    )


def _highest(question: Question) -> float | None:
    """The end of the axis of a rating; an amount has none."""
    is_rating = question.unit is None and question.highest is not None and question.highest <= 10
    return question.highest if is_rating else None


def _row(pair: Pair) -> dict[str, Any]:
    counts, habit, value = pair
    return {
        "start": counts.start.isoformat(),
        "count": None if counts.total is None else round(counts.total),
        "days_counted": counts.days_counted,
        "mean": counts.mean,
        "habit": value,
        "habit_days": habit.days_counted,
    }


def _day_row(pair: Pair, twitches: common.Twitches) -> tuple[str, ...]:
    day, count, _, _, value, _ = _table_row(pair, twitches)
    return day, count, value


def _table_row(pair: Pair, twitches: common.Twitches) -> tuple[str, ...]:
    counts, habit, value = pair
    nothing = twitches.unknown_words(counts.start, counts.days)
    count = nothing if counts.total is None else "none" if counts.total == 0 else whole(counts.total)
    return (
        weekday_day(counts.start),
        count,
        one_digit(counts.mean),
        f"{counts.days_counted} of {counts.days}",
        NOBODY if value is None else round_words(value),
        f"{habit.days_counted} of {habit.days}",
    )
