"""The hours after a drink: twitches with a clock time against what was in the body. A picture, never a verdict."""

import sqlite3
from typing import Any, NamedTuple

import pandas as pd

from journal.analysis import daily
from journal.analysis.caffeine_hours import AWAKE, LEVELS, CaffeineHours, CaffeineLevel, caffeine_hours
from journal.analysis.daily import DaySpan
from journal.analysis.halflife import LOOK_BACK_DAYS
from journal.charts.figure import Table
from journal.charts.number_words import DASH, span_words
from journal.charts.render.bars import BarRow, Bars
from journal.charts.request import ChartRequest
from journal.charts.views import common
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted, number_words
from journal.store.read import aggregates

NO_VERDICT = "No verdict: what is written down at the desk where the coffee is would make such a picture by itself."
DAYS_THAT_SHOW = "all caffeine, of the day before too, has its time"
PER_HOURS = 10
"""Waking hours for which the twitches are told."""


class HoursPart(NamedTuple):
    """What the view shows of the hours; no picture where there are too few days."""

    picture: Bars | None
    rows: list[dict[str, Any]]
    tables: tuple[Table, ...]
    remarks: tuple[str, ...]


def hours_part(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> HoursPart:
    """Of the whole span of the request; today is not over and is left out."""
    span = request.span
    daily.daily(connection, ["twitches", "caffeine_mg"], daily.earlier(span, 1))  # read for its cache: one query
    twitches = common.twitches(connection, span, request.episode_filter).finished
    days = _days_with_clocks(connection, span) & twitches.notna()
    if int(days.sum()) < common.DAYS_NEEDED:
        days_word = counted(int(days.sum()), "such day")
        why = (
            f"From {common.DAYS_NEEDED} days on, on which {DAYS_THAT_SHOW}, the twitches of the hours after a drink are"
            f" drawn; {span_words(span)} has {days_word}."
        )
        return HoursPart(None, [], (), (why,))
    before = daily.earlier(span, LOOK_BACK_DAYS)
    by_level = caffeine_hours(
        days,
        aggregates.caffeine_clocks(connection, *before.ends),
        aggregates.clocks(connection, request.episode_filter, *span.ends),
        request.half_life,
    )
    subject = common.filter_words(request, context)
    return HoursPart(
        _bars(by_level, subject),
        [_row(level) for level in by_level.levels],
        (_table(by_level, subject),),
        _remarks(by_level, round(twitches[days].sum()), subject),
    )


def _days_with_clocks(connection: sqlite3.Connection, span: DaySpan) -> "pd.Series[bool]":
    """The days of the span on which it is known, as on the day before, when all caffeine was taken."""
    wider = daily.earlier(span, 1)
    caffeine = daily.daily(connection, ["caffeine_mg"], wider)["caffeine_mg"]
    totals = [day for day, value in aggregates.answers(connection, "caffeine_mg", *wider.ends) if value]
    without_clock = pd.DatetimeIndex([*totals, *aggregates.caffeine_without_clock(connection, *wider.ends)])
    is_known = caffeine.notna() & ~caffeine.index.isin(without_clock)
    return is_known.loc[pd.Timestamp(span.first) :] & is_known.shift(1, fill_value=False)


def _remarks(hours: CaffeineHours, twitches: int, subject: str) -> tuple[str, ...]:
    left_out = twitches - sum(level.twitches for level in hours.levels)
    waking = f"{AWAKE[0]}:00 to {AWAKE[1]}:00"
    sentence = f"The hours are {waking} of the {counted(hours.days, 'day')} on which {DAYS_THAT_SHOW}"
    if left_out:
        sentence += f"; {number_words(left_out)} {subject} without a time or at night are left out"
    return (f"{sentence}. {NO_VERDICT}",)


def _level_words(level: CaffeineLevel) -> str:
    """`under 10 mg`, `10 to 50 mg`, `200 mg or more`."""
    higher = [low for low in LEVELS if low > level.low]
    if not level.low:
        return f"under {higher[0]:g} mg"
    return f"{level.low:g} to {higher[0]:g} mg" if higher else f"{level.low:g} mg or more"


def _rate(value: float | None) -> str:
    return DASH if value is None else f"{PER_HOURS * value:.1f}"


def _interval(level: CaffeineLevel) -> str:
    mean = level.an_hour
    return "" if mean.low is None else f"{_rate(mean.low)} to {_rate(mean.high)}"


def _bars(hours: CaffeineHours, subject: str) -> Bars:
    bars = []
    for level in hours.levels:
        interval = f" ({_interval(level)})" if _interval(level) else ""
        text = f"{_rate(level.an_hour.value)}{interval}  {number_words(level.twitches)} in {level.hours:.0f} h"
        bars.append(BarRow(_level_words(level), level.an_hour.value, text))
    return Bars(f"no verdict: {subject} in {PER_HOURS} waking hours, by mg", tuple(bars), gap=False)


def _row(level: CaffeineLevel) -> dict[str, Any]:
    mean = level.an_hour
    return {
        "row": "level",
        "mg_from": level.low,
        "twitches": level.twitches,
        "hours": level.hours,
        "an_hour": mean.value,
        "interval_low": mean.low,
        "interval_high": mean.high,
    }


def _table(hours: CaffeineHours, subject: str) -> Table:
    rows = [
        (
            _level_words(level),
            _rate(level.an_hour.value),
            number_words(level.twitches),
            f"{level.hours:.0f}",
            _interval(level) or DASH,
        )
        for level in hours.levels
    ]
    headings = ("In the body", f"In {PER_HOURS} waking hours", "Counted", "Hours", "95 % interval")
    return Table(f"{subject[:1].upper()}{subject[1:]} by the caffeine in the body (no verdict)", headings, rows)
