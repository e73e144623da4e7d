"""A habit against the twitches: the days sorted by it, and the scatter behind."""

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from journal.analysis import bins, daily
from journal.analysis.daily import DaySpan
from journal.analysis.intervals import WEEKS_NEEDED, Mean, means
from journal.catalog.questions import Question
from journal.charts.figure import Figure, LazySequence, Table
from journal.charts.number_words import (
    ASSOCIATION,
    amount,
    axis_words,
    counted,
    days_before,
    habit_name,
    interval,
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
from journal.charts.styled_text import printable
from journal.charts.views import common
from journal.phrases.context import Context

COLUMNS = ("row", "low", "high", "mean", "n", "interval_low", "interval_high", "day", "habit", "count")
TICKS = 5
Pair = tuple[date, float, float]
"""A day, the habit, the twitches."""


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Mean twitches a day in each bin of the habit, `lag` days before, with n and, from eight weeks on, intervals."""
    question = common.habit(connection, request)
    lag = request.lag or 0
    if question:  # both in one reading
        daily.daily(connection, ["twitches", question.slug], daily.earlier(request.span, lag))
    known = common.twitches(connection, request.span, request.episodes)
    if question is None:
        why = "No habit is on; `twitch-journal question on sleep` switches one on."
        return common.missing(connection, request, known.logged, "A habit against the twitches", why, COLUMNS)
    title = f"{printable(question.label).rstrip('?')}{days_before(lag)} against the twitches"
    before = daily.daily(connection, [question.slug], daily.earlier(request.span, lag))[question.slug]
    habit = daily.lagged(before, lag, known.over)
    paired = habit.where(known.over.notna())
    pairs = int(paired.notna().sum())
    if pairs < common.DAYS_NEEDED:
        of = f"days with both the twitches and {habit_name(question)}"
        return common.missing(
            connection, request, known.logged, title, common.not_yet(pairs, common.DAYS_NEEDED, of), COLUMNS
        )
    sorted_days = bins.binned(paired, yes_or_no=question.is_yes_or_no)
    found = means(known.over, [one.days for one in sorted_days])
    unpaired = int((paired.index < pd.Timestamp(request.span.today)).sum()) - pairs
    places = np.flatnonzero(paired.notna()).tolist()
    values = tuple(paired.to_numpy(dtype=float)[places].tolist())
    counts = tuple(known.over.to_numpy(dtype=float)[places].tolist())
    of_bins = [*zip(sorted_days, found, strict=True)]

    def pair(at: int) -> Pair:
        return request.span.first + timedelta(days=places[at]), values[at], counts[at]

    def row(at: int) -> dict[str, Any]:
        return _bin_row(*of_bins[at]) if at < len(of_bins) else _day_row(*pair(at - len(of_bins)))

    return Figure(
        **common.base(request, known.logged, title),
        sentence=sentence(question, lag, known.over, paired, unpaired),
        rows=LazySequence(range(len(of_bins) + pairs), row),
        columns=COLUMNS,
        pictures=(_bars(question, sorted_days, found), _scatter(question, lag, values, counts)),
        tables=(_table(question, sorted_days, found), _days(question, LazySequence(range(pairs), pair))),
        remarks=_remarks(found, request.span),
    )


def _remarks(found: list[Mean], span: DaySpan) -> tuple[str, ...]:
    said = ["Today is not over and is left out."] if span.first <= span.today <= span.last else []
    if any(mean.low is None for mean in found):
        said.append(f"An interval is shown where the days of a group lie in {WEEKS_NEEDED} weeks or more.")
    return (" ".join(said),) if said else ()


# ---- what is said -----------------------------------------------------------------------------------------------


def sentence(
    question: Question, lag: int, twitches: "pd.Series[float]", habit: "pd.Series[float]", unpaired: int
) -> str:
    """What is seen, and that it is an association."""
    cut = bins.halves(habit)
    not_logged = f"{counted(unpaired, 'day')} not logged"
    if cut is None:
        value = amount(question, float(habit.dropna().iloc[0]))
        return f"All {counted(int(habit.notna().sum()), 'day')} have {habit_name(question)} {value}; {not_logged}."
    lower, higher = means(twitches, [cut.lower, cut.higher])
    one, other = _sides(question, lag, cut.value)
    return f"{one}: {mean_words(lower)}; {other}: {shorter(higher)}; {not_logged}. {ASSOCIATION}"


def _sides(question: Question, lag: int, value: float) -> tuple[str, str]:
    """`Days after 6 h of sleep or less`, `after more`."""
    name = habit_name(question)
    night = question.happens == "night"
    if lag:
        where, more = f"Days {counted(lag, 'day')} after", "after"
    else:
        where, more = ("Days after", "after") if night else ("Days with", "with")
    if question.is_yes_or_no:
        return f"{where} “{printable(question.label)}” no", f"{more} yes"
    if value == 0 and question.lowest == 0:
        return f"{where} no {name}" if question.unit else f"{where} {name} 0", f"{more} some"
    if question.unit:
        return f"{where} {amount(question, value)} of {name} or less", f"{more} more"
    return f"{where} {name} {amount(question, value)} or less", f"{more} more"


def _bin_words(question: Question, one: bins.Bin) -> str:
    if one.low == one.high:
        said = amount(question, one.low)
        return "none" if one.low == 0 and question.lowest == 0 and not question.is_yes_or_no else said
    return f"{amount(question, one.low).removesuffix(f' {question.unit}')} to {amount(question, one.high)}"


# ---- as rows ----------------------------------------------------------------------------------------------------


def _bin_row(one: bins.Bin, mean: Mean) -> dict[str, Any]:
    return {
        "row": "bin",
        "low": one.low,
        "high": one.high,
        "mean": mean.value,
        "n": mean.n,
        "interval_low": mean.low,
        "interval_high": mean.high,
    }


def _day_row(day: date, value: float, count: float) -> dict[str, Any]:
    return {"row": "day", "day": day.isoformat(), "habit": value, "count": round(count)}


def _table(question: Question, sorted_days: list[bins.Bin], found: list[Mean]) -> Table:
    rows = [
        (
            _bin_words(question, one),
            one_digit(mean.value),
            str(mean.n),
            range_words(mean.low, mean.high),
        )
        for one, mean in zip(sorted_days, found, strict=True)
    ]
    return Table("", (printable(question.label), "Mean twitches a day", "Days", "95 % interval"), rows)


def _days(question: Question, pairs: Sequence[Pair]) -> Table:
    rows = LazySequence(pairs, lambda pair: (weekday_day(pair[0]), amount(question, pair[1]), whole(pair[2])))
    return Table("The days behind it", ("Day of the twitches", printable(question.label), "Twitches"), rows)


# ---- as pictures ------------------------------------------------------------------------------------------------


def _bars(question: Question, sorted_days: list[bins.Bin], found: list[Mean]) -> Bars:
    bars = tuple(
        BarRow(_bin_words(question, one), mean.value, f"{one_digit(mean.value)}  n {mean.n}{interval(mean)}")
        for one, mean in zip(sorted_days, found, strict=True)
    )
    return Bars(f"mean twitches a day by {habit_name(question)}", bars)


def _scatter(question: Question, lag: int, values: tuple[float, ...], counts: tuple[float, ...]) -> Plot:
    days = Series("a day", values, counts, "points")
    low, high = min(values), max(values)
    reach = (high - low) or 1.0
    ticks = sorted({round(low + reach * part / (TICKS - 1), 1) for part in range(TICKS)})
    if reach >= TICKS and question.unit is None:
        ticks = sorted({float(round(tick)) for tick in ticks})
    return Plot(
        (Panel("twitches of the day (a digit: so many days)", (days,), whole=True),),
        axis_words(question, lag),
        low - reach * 0.03,
        high + reach * 0.03,
        tuple((tick, f"{tick:g}") for tick in ticks),
    )
