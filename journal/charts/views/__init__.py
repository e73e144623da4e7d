"""One figure a file. `VIEWS` are their names in the shell; `page` is what stands there without one."""

import sqlite3
from dataclasses import replace
from importlib import import_module

from journal.charts.figure import Figure
from journal.charts.request import ChartRequest
from journal.charts.verdicts.tiers import standing_words
from journal.charts.views import common
from journal.phrases.context import Context
from journal.store.read.questions import habits_on

VIEWS = {
    "time": "twitches over time",
    "compare": "twitches above, a habit below",
    "habit": "a habit against the twitches",
    "before": "what the days around the twitches were like",
    "when": "by part of the day and weekday",
    "calendar": "a count for each day",
    "body": "where on the body",
    "caffeine": "what is still in the body, hour by hour",
    "relief": "what was tried, and whether it helped",
    "map": "all habits at once",
}

FIGURES = {
    "page": "journal.charts.views.overview:figure",
    "time": "journal.charts.views.time:figure",
    "compare": "journal.charts.views.compare:figure",
    "habit": "journal.charts.views.habit:figure",
    "before": "journal.charts.views.before:figure",
    "when": "journal.charts.views.when:figure",
    "calendar": "journal.charts.views.calendar:figure",
    "body": "journal.charts.views.body:figure",
    "caffeine": "journal.charts.views.caffeine:figure",
    "relief": "journal.charts.views.relief:figure",
    "map": "journal.charts.views.map:figure",
}
"""View -> the "module:function" that makes its figure, imported when it is drawn."""

OF_HABITS = ("compare", "habit", "before", "map")
"""The views that end with the habit's standing."""


def figure(connection: sqlite3.Connection, context: Context, asked: ChartRequest) -> Figure:
    """The figure of the view that is asked for."""
    module, _, function = FIGURES[asked.view].partition(":")
    made: Figure = getattr(import_module(module), function)(connection, context, asked)
    return replace(made, remarks=(*made.remarks, _standing(connection, asked))) if asked.view in OF_HABITS else made


def _standing(connection: sqlite3.Connection, asked: ChartRequest) -> str:
    """How the habits of the view stand under Triggers: a picture is no verdict."""
    one = common.habit(connection, asked) if asked.view in ("compare", "habit") else None
    habits = [one] if one else habits_on(connection)
    return standing_words(connection, [habit.slug for habit in habits])
