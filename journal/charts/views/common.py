"""What several views share: the twitches of a span, its habits, and what is said where something is missing."""

import sqlite3
from typing import Any, NamedTuple

import pandas as pd

from journal.analysis import daily
from journal.analysis.daily import DaySpan
from journal.catalog.questions import Question
from journal.charts.figure import Figure
from journal.charts.number_words import NOT_YET, logged_words, span_words
from journal.charts.request import ChartRequest
from journal.phrases.context import Context
from journal.store.read import aggregates
from journal.store.read.aggregates import EpisodeFilter
from journal.store.read.questions import all_questions, habits_on

DAYS_NEEDED = 15
EVERY_TWITCH = EpisodeFilter()
EMPTY = (
    "Nothing is logged yet. `twitch-journal log left calf 4 2m` logs a twitch, `twitch-journal log none` a day"
    " without any; charts begin with the first of them."
)


class Twitches(NamedTuple):
    """The twitches of each day of a span, and what of it is known."""

    values: "pd.Series[float]"
    finished: "pd.Series[float]"
    """Without today."""
    logged: int
    counted: int

    @property
    def total(self) -> int:
        return int(self.values.sum())


def twitches(connection: sqlite3.Connection, span: DaySpan, episode_filter: EpisodeFilter = EVERY_TWITCH) -> Twitches:
    values = daily.counts(connection, episode_filter, span)
    finished = daily.counted(values, span)
    return Twitches(values, finished, int(values.notna().sum()), int(finished.notna().sum()))


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
) -> Figure:
    """A figure without a picture that says what is not there yet."""
    if aggregates.bounds(connection) is None:
        sentence = EMPTY
    else:
        sentence = f"{logged_words(logged, request.span.days)}, {span_words(request.span)}. {why}"
    return Figure(**base(request, logged, title), sentence=sentence, missing=True, columns=columns)


def not_yet(have: int, needs: int, of: str) -> str:
    return f"{NOT_YET.format(have=f'{have} {of}', needs=needs)}.".capitalize()


def so_many(number: int, subject: str) -> str:
    """A number of what `filter_words` names: `1 twitch`, `2 ripples in the calf`."""
    first, space, remainder = subject.partition(" ")
    singular = first.removesuffix("es") if first in ("twitches", "buzzes") else first.removesuffix("s")
    return f"{number} {singular if number == 1 else first}{space}{remainder}"


def filter_words(request: ChartRequest, context: Context) -> str:
    """What is counted: `twitches`, `cramps in the left calf`."""
    kinds = {
        None: "twitches",
        "twitch": "twitches of the kind twitch",
        "ripple": "ripples",
        "pulse": "pulses",
        "jerk": "jerks",
        "cramp": "cramps",
        "spasm": "spasms",
        "buzz": "buzzes",
        "other": "episodes of another kind",
    }
    where = " ".join(
        part for part in (request.side, context.lexicon.label("site", request.site) if request.site else None) if part
    )
    if request.site:
        return f"{kinds[request.kind]} in the {where}"
    return (
        f"{kinds[request.kind]} on the {where} side"
        if request.side in ("left", "right")
        else (f"{kinds[request.kind]} ({where})" if where else kinds[request.kind])
    )
