"""One figure a file. `VIEWS` are their names in the shell; `page` is what stands there without one."""

import sqlite3
from dataclasses import replace
from importlib import import_module

from journal.charts.asked import Asked
from journal.charts.figure import Figure
from journal.charts.verdicts.tiers import standing_words
from journal.charts.views import common
from journal.phrases.context import Context

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

OF_HABITS = ("compare", "habit", "before", "map")
"""The views that end with the habit's standing."""


def figure(connection: sqlite3.Connection, context: Context, asked: Asked) -> Figure:
    """The figure of the view that is asked for."""
    module = import_module(f"journal.charts.views.{asked.view}")
    made: Figure = module.figure(connection, context, asked)
    return replace(made, remarks=(*made.remarks, _standing(connection, asked))) if asked.view in OF_HABITS else made


def _standing(connection: sqlite3.Connection, asked: Asked) -> str:
    """How the habits of the view stand under Triggers: a picture is no verdict."""
    one = common.habit(connection, asked) if asked.view in ("compare", "habit") else None
    habits = [one] if one else common.habits(connection)
    return standing_words(connection, [habit.slug for habit in habits])
