"""What several views share: the twitches of a span, its habits, and what is said where something is missing."""

import sqlite3
from datetime import date, timedelta
from typing import Any, NamedTuple

import pandas as pd

from journal.analysis import daily
from journal.analysis.daily import DaySpan
from journal.catalog.kind_plurals import PLURALS
from journal.catalog.questions import Question
from journal.charts import number_words
from journal.charts.figure import Figure
from journal.charts.number_words import NOBODY, NOT_COUNTED, NOT_YET, PAUSED, SOME, span_words
from journal.charts.request import ChartRequest
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.store.read import aggregates, pauses
from journal.store.read.aggregates import EpisodeFilter
from journal.store.read.question_states import all_questions, habits_on

DAYS_NEEDED = 15
DAYS_OVER = ("counted day that is over", "counted days that are over")
"""Those that charts compare: today is shown, and left out until it is over."""
EVERY_TWITCH = EpisodeFilter()
NO_HABIT = "The check-in asks about no habit; switch one of its questions on."
EMPTY = (
    "Nothing is logged yet. The line `left calf 4 2m` logs a twitch, the line `none` a day without any; charts begin"
    " with the first of them."
)


class Twitches(NamedTuple):
    """The twitches of each day of a span, and what of it is known."""

    values: "pd.Series[float]"
    finished: "pd.Series[float]"
    """Without today."""
    logged: int
    counted: int
    paused: frozenset[str] = frozenset()
    """The days of a pause on which they are not known."""
    uncounted: frozenset[str] = frozenset()
    """The days on which there were some, and nobody said how many."""
    subject: str = "Twitches"
    """What is counted, as a sentence begins: cramps are known on other days."""
    are_all: bool = True
    """Whether they are those of every site, side and kind: of a calf it is not known that there were some."""

    def logged_words(self, span: DaySpan) -> str:
        return _logged_words(span, self.logged, len(self.paused), subject=self.subject)

    def days_words(self, days: int) -> str:
        """`5 counted days`; where today is counted and not over, so that they are fewer, `... that are over`."""
        return counted(days, *(DAYS_OVER if self.logged > self.counted else ("counted day",)))

    @property
    def unlogged_words(self) -> str:
        """With the days that were paused."""
        return number_words.unlogged_words(self.unlogged, len(self.paused), len(self.uncounted))

    @property
    def missing_words(self) -> str:
        """Without them: they are said apart."""
        return number_words.unlogged_words(self.unlogged, 0, len(self.uncounted))

    @property
    def unlogged(self) -> int:
        """On how many days they are missing: neither known nor paused."""
        return len(self.values) - self.logged - len(self.paused) - len(self.uncounted)

    def nothing_counted(self, subject: str) -> str:
        """Why there is no count of any day."""
        if not self.uncounted:
            return f"No {subject} are known here, not even as none."
        return f"On {counted(len(self.uncounted), 'day')} there were twitches, and nobody said how many."

    def unknown_words(self, first: date, days: int = 1) -> str:
        """What stands in the place of the count of a day, or of several, that have none."""
        each = {(first + timedelta(days=later)).isoformat() for later in range(days)}
        some = SOME if self.are_all else NOT_COUNTED
        return PAUSED if each <= self.paused else some if each & self.uncounted else NOBODY

    @property
    def total(self) -> int:
        return int(self.values.sum())


def twitches(connection: sqlite3.Connection, span: DaySpan, episode_filter: EpisodeFilter = EVERY_TWITCH) -> Twitches:
    """The twitches of a span, or only the episodes that the filter lets through."""
    values = daily.counts(connection, episode_filter, span)
    finished = daily.counted(values, span)
    paused = paused_days(connection, span)
    uncounted = frozenset[str]()
    if episode_filter.are_twitches:
        had_some = daily.daily(connection, ["any_twitches"], span)["any_twitches"] > 0
        uncounted = frozenset(day.date().isoformat() for day in values.index[had_some & values.isna()])
    _, plural, of_kind = _KINDS[None if episode_filter.are_twitches else episode_filter.kinds[0]]
    subject = f"{plural}{of_kind}".capitalize()
    are_all = episode_filter == EVERY_TWITCH
    counted_days, logged = int(finished.notna().sum()), int(values.notna().sum())
    return Twitches(values, finished, logged, counted_days, paused, uncounted, subject, are_all)


def paused_days(connection: sqlite3.Connection, span: DaySpan) -> frozenset[str]:
    """The days of the span that lie in a pause and on which no twitches are known, not even as none."""
    paused = pauses.paused_days(connection, *span.ends)
    if not paused:
        return frozenset()
    had_any = daily.daily(connection, ["any_twitches"], span)["any_twitches"].dropna()
    return frozenset(paused.difference(day.date().isoformat() for day in had_any.index))


def logged_words(connection: sqlite3.Connection, span: DaySpan, logged: int) -> str:
    """On how many days of the span the twitches are counted: `Twitches counted on 80 of 90 days, 24 Aug to ...`."""
    return _logged_words(span, logged, len(paused_days(connection, span)))


def known_words(connection: sqlite3.Connection, span: DaySpan, days: int) -> str:
    """On how many it is known whether there were any, also where nobody said how many."""
    return _logged_words(span, days, len(paused_days(connection, span)), "known")


def _logged_words(span: DaySpan, logged: int, paused: int, verb: str = "counted", subject: str = "Twitches") -> str:
    if span.days == 1 and not paused:
        return f"{subject} {'' if logged else 'not '}{verb} on {span_words(span)}"
    return f"{number_words.logged_words(logged, span.days, paused, verb, subject)}, {span_words(span)}"


def days_logged(connection: sqlite3.Connection, span: DaySpan) -> int:
    """On how many days of the span the twitches are known."""
    return int(daily.daily(connection, ["twitches"], span)["twitches"].notna().sum())


def habit(connection: sqlite3.Connection, request: ChartRequest) -> Question | None:
    """The habit that the request names, else the first that is on."""
    if request.habit:
        return next((question for question in all_questions(connection) if question.slug == request.habit), None)
    return next(iter(habits_on(connection)), None)


def base(request: ChartRequest, logged: int, title: str) -> dict[str, Any]:
    """The fields of a figure that say which span it is of."""
    span = request.span
    return {
        "view": request.view,
        "title": f"{title} · {span_words(span)}",
        "first": span.first,
        "last": span.last,
        "days": span.days,
        "days_logged": logged,
    }


def missing(
    connection: sqlite3.Connection,
    request: ChartRequest,
    logged: int,
    title: str,
    why: str,
    columns: tuple[str, ...] = (),
    days_words: str = "",
) -> Figure:
    """A figure without a picture that says what is not there yet, behind `days_words` or on how many days the twitches
    are counted."""
    if aggregates.bounds(connection) is None:
        sentence = EMPTY
    else:
        sentence = f"{days_words or logged_words(connection, request.span, logged)}. {why}"
    return Figure(**base(request, logged, title), sentence=sentence, missing=True, columns=columns)


def not_yet(have: int, needs: int, singular: str, plural: str = "") -> str:
    return f"{NOT_YET.format(have=counted(have, singular, plural), needs=needs)}.".capitalize()


_KINDS: dict[str | None, tuple[str, str, str]] = {
    **{kind: (kind, plural, "") for kind, plural in PLURALS.items()},
    None: ("twitch", "twitches", ""),
    "twitch": ("twitch", "twitches", " of the kind twitch"),
    "other": ("episode", "episodes", " of another kind"),
}


def kind_words(request: ChartRequest) -> str:
    """What is counted, wherever it is: `twitches`, `cramps`."""
    return _KINDS[request.kind][1]


def filter_words(request: ChartRequest, context: Context, number: int | None = None) -> str:
    """What is counted: `twitches`, `cramps in the left calf`; with their number, `1 cramp in the left calf`."""
    singular, plural, remainder = _KINDS[request.kind]
    kind = (plural if number is None else counted(number, singular, plural)) + remainder
    if request.site:
        return f"{kind} in the {context.lexicon.site_words(request.site, request.side)}"
    if request.side in ("left", "right"):
        return f"{kind} on the {request.side} side"
    return f"{kind} ({request.side})" if request.side else kind
