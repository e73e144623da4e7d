"""A habit against the twitches: the days sorted by it, and the scatter behind."""

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from journal.analysis import bins, daily
from journal.analysis.daily import DaySpan
from journal.analysis.intervals import Mean, means
from journal.catalog.questions import Question
from journal.charts.figure import Figure, LazySequence, Table
from journal.charts.number_words import (
    ASSOCIATION,
    PAUSED,
    amount,
    axis_words,
    days_before,
    habit_name,
    interval,
    interval_remarks,
    mean_words,
    one_digit,
    range_words,
    shorter,
    weekday_day,
    whole,
)
from journal.charts.render.bars import BarRow, Bars
from journal.charts.render.plot import Panel, Plot, Series
from journal.charts.request import ChartRequest
from journal.charts.views import common
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.terminal import on_one_line

COLUMNS = ("row", "low", "high", "mean", "n", "interval_low", "interval_high", "day", "habit", "count")
TICKS = 5
Pair = tuple[date, float, float]
"""A day, the habit, the twitches."""


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Mean twitches a day in each bin of the habit, `lag` days before, with n and, of days enough, its interval."""
    question = common.habit(connection, request)
    lag = request.lag or 0
    if question:  # read for its cache: both columns in one query
        daily.daily(connection, ["twitches", question.slug], daily.earlier(request.span, lag))
    twitches = common.twitches(connection, request.span, request.episode_filter)
    if question is None:
        why = common.NO_HABIT
        return common.missing(
            connection,
            request,
            twitches.logged,
            "A habit against the twitches",
            why,
            COLUMNS,
            days_words=twitches.logged_words(request.span),
        )
    subject = common.filter_words(request, context)
    title = f"{on_one_line(question.label).rstrip('?')}{days_before(lag)} against the {subject}"
    before = daily.daily(connection, [question.slug], daily.earlier(request.span, lag))[question.slug]
    habit = daily.lagged(before, lag, twitches.finished)
    paired = habit.where(twitches.finished.notna())
    pairs = int(paired.notna().sum())
    if pairs < common.DAYS_NEEDED:
        both = f"with both the {subject} and {habit_name(question)}"
        why = common.not_yet(pairs, common.DAYS_NEEDED, *(f"{days} {both}" for days in common.DAYS_OVER))
        return common.missing(
            connection, request, twitches.logged, title, why, COLUMNS, days_words=twitches.logged_words(request.span)
        )
    sorted_days = bins.binned(paired, yes_or_no=question.is_yes_or_no)
    bin_means = means(twitches.finished, [day_bin.days for day_bin in sorted_days])
    unpaired = int((paired.index < pd.Timestamp(request.span.today)).sum()) - pairs
    places = np.flatnonzero(paired.notna()).tolist()
    values = tuple(paired.to_numpy(dtype=float)[places].tolist())
    counts = tuple(twitches.finished.to_numpy(dtype=float)[places].tolist())
    of_bins = [*zip(sorted_days, bin_means, strict=True)]

    def pair(number: int) -> Pair:
        return request.span.first + timedelta(days=places[number]), values[number], counts[number]

    def row(number: int) -> dict[str, Any]:
        return _bin_row(*of_bins[number]) if number < len(of_bins) else _day_row(*pair(number - len(of_bins)))

    return Figure(
        **common.base(request, twitches.logged, title),
        sentence=sentence(question, lag, twitches.finished, paired, unpaired, len(twitches.paused)),
        rows=LazySequence(range(len(of_bins) + pairs), row),
        columns=COLUMNS,
        pictures=(
            _bars(question, sorted_days, bin_means, subject),
            _scatter(question, lag, values, counts, common.kind_words(request)),
        ),
        tables=(
            _table(question, sorted_days, bin_means, common.kind_words(request)),
            _days(question, LazySequence(range(pairs), pair), common.kind_words(request)),
        ),
        remarks=_remarks(bin_means, request.span),
    )


def _remarks(bin_means: list[Mean], span: DaySpan) -> tuple[str, ...]:
    sentences = ["Today is not over and is left out."] if span.first <= span.today <= span.last else []
    sentences += interval_remarks(bin_means)
    return (" ".join(sentences),) if sentences else ()


# ---- what is said -----------------------------------------------------------------------------------------------


def sentence(
    question: Question, lag: int, twitches: "pd.Series[float]", habit: "pd.Series[float]", unpaired: int, paused: int
) -> str:
    """What is seen, and that it is an association."""
    cut = bins.halves(habit)
    not_logged = f"{counted(unpaired - paused, 'day')} without both" + (f", {paused} {PAUSED}" if paused else "")
    if cut is None:
        value = amount(question, float(habit.dropna().iloc[0]))
        return f"All {counted(int(habit.notna().sum()), 'day')} have {habit_name(question)} {value}; {not_logged}."
    lower, higher = means(twitches, [cut.lower, cut.higher])
    lower_words, higher_words = _sides(question, lag, cut.value)
    return f"{lower_words}: {mean_words(lower)}; {higher_words}: {shorter(higher)}; {not_logged}. {ASSOCIATION}"


def _sides(question: Question, lag: int, value: float) -> tuple[str, str]:
    """`Days after 6 h of sleep or less`, `after more`."""
    name = habit_name(question)
    night = question.happens == "night"
    if lag:
        where, more = f"Days {counted(lag, 'day')} after", "after"
    else:
        where, more = ("Days after", "after") if night else ("Days with", "with")
    if question.is_yes_or_no:
        return f"{where} “{on_one_line(question.label)}” no", f"{more} yes"
    if value == 0 and question.lowest == 0:
        return f"{where} no {name}" if question.unit else f"{where} {name} 0", f"{more} some"
    if question.unit:
        return f"{where} {amount(question, value)} of {name} or less", f"{more} more"
    return f"{where} {name} {amount(question, value)} or less", f"{more} more"


def _bin_words(question: Question, day_bin: bins.Bin) -> str:
    if day_bin.low == day_bin.high:
        value = amount(question, day_bin.low)
        return "none" if day_bin.low == 0 and question.lowest == 0 and not question.is_yes_or_no else value
    return f"{amount(question, day_bin.low).removesuffix(f' {question.unit}')} to {amount(question, day_bin.high)}"


# ---- as rows ----------------------------------------------------------------------------------------------------


def _bin_row(day_bin: bins.Bin, mean: Mean) -> dict[str, Any]:
    return {
        "row": "bin",
        "low": day_bin.low,
        "high": day_bin.high,
        "mean": mean.value,
        "n": mean.n,
        "interval_low": mean.low,
        "interval_high": mean.high,
    }


def _day_row(day: date, value: float, count: float) -> dict[str, Any]:
    return {"row": "day", "day": day.isoformat(), "habit": value, "count": round(count)}


def _table(question: Question, sorted_days: list[bins.Bin], bin_means: list[Mean], kind: str) -> Table:
    rows = [
        (
            _bin_words(question, day_bin),
            one_digit(mean.value),
            str(mean.n),
            range_words(mean.low, mean.high),
        )
        for day_bin, mean in zip(sorted_days, bin_means, strict=True)
    ]
    return Table("", (on_one_line(question.label), f"Mean {kind} a day", "Days", "95 % interval"), rows)


def _days(question: Question, pairs: Sequence[Pair], kind: str) -> Table:
    rows = LazySequence(pairs, lambda pair: (weekday_day(pair[0]), amount(question, pair[1]), whole(pair[2])))
    return Table("The days behind it", (f"Day of the {kind}", on_one_line(question.label), kind.capitalize()), rows)


# ---- as pictures ------------------------------------------------------------------------------------------------


def _bars(question: Question, sorted_days: list[bins.Bin], bin_means: list[Mean], subject: str) -> Bars:
    bars = tuple(
        BarRow(_bin_words(question, day_bin), mean.value, f"{one_digit(mean.value)}  n {mean.n}{interval(mean)}")
        for day_bin, mean in zip(sorted_days, bin_means, strict=True)
    )
    return Bars(f"mean {subject} a day by {habit_name(question)}", bars)


def _scatter(question: Question, lag: int, values: tuple[float, ...], counts: tuple[float, ...], subject: str) -> Plot:
    days = Series("a day", values, counts, "points")
    low, high = min(values), max(values)
    reach = (high - low) or 1.0
    ticks = sorted({round(low + reach * part / (TICKS - 1), 1) for part in range(TICKS)})
    if reach >= TICKS and question.unit is None:
        ticks = sorted({float(round(tick)) for tick in ticks})
    return Plot(
        (Panel(f"{subject} a day (a digit: so many days)", (days,), whole=True),),
        axis_words(question, lag),
        low - reach * 0.03,
        high + reach * 0.03,
        tuple((tick, f"{tick:g}") for tick in ticks),
    )
