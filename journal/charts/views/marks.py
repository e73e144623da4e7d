"""What may have changed something, marked on an axis of time, with plain counts on both sides of it."""

import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from math import isnan, nan
from typing import NamedTuple

import pandas as pd

from journal.analysis import caffeine_stop, daily
from journal.analysis.caffeine_stop import WITHDRAWAL_DAYS
from journal.analysis.daily import DaySpan
from journal.analysis.steps import TimeStep
from journal.charts.figure import Table
from journal.charts.number_words import short_day, weekday_day
from journal.phrases.write.format_number import counted
from journal.store.read import background
from journal.store.read.background import Mark
from journal.terminal import on_one_line

SIDE_DAYS = 14
MOST_SAID = 2
"""Marks that are told under a picture; the text has them all."""
CAFFEINE = "caffeine"
WORDS = {
    "begun": "began {}",
    "changed": "changed to {}",
    "ended": "stopped {}",
    "illness": "ill: {}",
    "visit": "visit: {}",
    "travel": "travel: {}",
}
MEANING = "marked"
"""Beside the sign of a mark; the sentence and the table say what each is."""
RULE = f"Plain counts of the days counted among the {SIDE_DAYS} on each side: other things change too."
LEFT_OUT = f" The first {WITHDRAWAL_DAYS} days after caffeine was stopped are left out."


class SideCount(NamedTuple):
    """How many twitches on so many counted days."""

    total: int
    days: int

    @property
    def text(self) -> str:
        return f"{self.total} on {counted(self.days, 'day')}" if self.days else "no counted day"


class CountedMark(NamedTuple):
    """A mark with what was counted on both sides of it; the days of an illness or a journey are on neither."""

    mark: Mark
    before: SideCount
    after: SideCount

    @property
    def label(self) -> str:
        return WORDS[self.mark.kind].format(on_one_line(self.mark.text))

    @property
    def sides(self) -> str:
        return f"{self.before.text} before, {self.after.text} after"


class Marks(NamedTuple):
    """The marks of a span in the order of their days, and whether days after stopping caffeine were left out."""

    marks: tuple[CountedMark, ...]
    has_withdrawal: bool

    def on_axis(self, time_steps: list[TimeStep]) -> tuple[tuple[float, str], ...]:
        """Where each stands among the steps, and what it says."""
        begins = [step.start.isoformat() for step in time_steps]
        return tuple(
            (float(max(0, bisect_right(begins, each.mark.day) - 1)), f"{each.label}: {each.sides}")
            for each in self.marks
        )

    def by_step(self, time_steps: list[TimeStep]) -> dict[int, str]:
        """The number of a step -> what is marked in it."""
        texts: dict[int, list[str]] = {}
        for position, text in self.on_axis(time_steps):
            texts.setdefault(int(position), []).append(text)
        return {number: "; ".join(each) for number, each in texts.items()}

    @property
    def remarks(self) -> tuple[str, ...]:
        """The newest marks in a sentence each, and how it is counted."""
        if not self.marks:
            return ()
        newest = self.marks[-MOST_SAID:]
        texts = [f"{short_day(date.fromisoformat(each.mark.day))} {each.label} ({each.sides})" for each in newest]
        more = len(self.marks) - len(newest)
        also = f"; {more} earlier in the text" if more else ""
        return (f"Marked: {'; '.join(texts)}{also}. {RULE}{LEFT_OUT if self.has_withdrawal else ''}",)

    @property
    def tables(self) -> tuple[Table, ...]:
        if not self.marks:
            return ()
        rows = [
            (_days_words(each.mark), each.label, each.before.text, each.after.text) for each in reversed(self.marks)
        ]
        return (Table("Marks", ("Day", "What", "Twitches before", "Twitches after"), rows),)


def marks(connection: sqlite3.Connection, span: DaySpan, finished: "pd.Series[float]") -> Marks:
    """Of a span; `finished` has the twitches of each of its days that is over."""
    all_marks = background.marks(connection, *span.ends)
    # What is marked ahead of today has no side after it.
    all_marks = [mark for mark in all_marks if mark.day <= span.today.isoformat()]
    stopped = _caffeine_stops(connection, span)
    all_marks += [Mark(day, day, "ended", CAFFEINE) for day in stopped]
    stopped |= {mark.day for mark in all_marks if mark.kind == "ended" and CAFFEINE in mark.text.casefold()}
    counts = [float(value) for value in finished.to_numpy(dtype=float)]
    for day in stopped:
        begin = (date.fromisoformat(day) - span.first).days
        for number in range(max(0, begin), min(len(counts), begin + WITHDRAWAL_DAYS)):
            counts[number] = nan
    all_marks.sort(key=lambda mark: mark.day)
    sides = tuple(CountedMark(mark, *_sides(mark, counts, span.first)) for mark in all_marks)
    return Marks(sides, bool(stopped))


def _sides(mark: Mark, counts: Sequence[float], first: date) -> tuple[SideCount, SideCount]:
    """A day on which a medicine began or a visit was is among those after."""
    begin = (date.fromisoformat(mark.day) - first).days
    end = (date.fromisoformat(mark.last_day) - first).days + (mark.kind in ("illness", "travel"))
    return _count(counts, begin - SIDE_DAYS, begin), _count(counts, end, end + SIDE_DAYS)


def _count(counts: Sequence[float], begin: int, end: int) -> SideCount:
    values = [value for value in counts[max(0, begin) : max(0, end)] if not isnan(value)]
    return SideCount(round(sum(values)), len(values))


def _caffeine_stops(connection: sqlite3.Connection, span: DaySpan) -> set[str]:
    before = daily.earlier(span, caffeine_stop.DAYS_BEFORE)
    amounts = daily.daily(connection, ["caffeine_mg"], before)["caffeine_mg"].to_numpy(dtype=float).tolist()
    days = [before.first + timedelta(days=position) for position in caffeine_stop.stops(amounts)]
    return {day.isoformat() for day in days if day >= span.first}


def _days_words(mark: Mark) -> str:
    first = weekday_day(date.fromisoformat(mark.day))
    return first if mark.last_day == mark.day else f"{first} to {weekday_day(date.fromisoformat(mark.last_day))}"
