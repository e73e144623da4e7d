"""One view a file; a new one is its file and its line in `VIEWS`, of which the shell, the app and the tests are made.

    overview.py  the most useful on one page
    time.py      twitches over time
    compare.py   twitches above, a habit below
    habit.py     a habit against the twitches
    before.py    what the days around the twitches were like
    when.py      by part of the day and weekday
    calendar.py  a count for each day
    body.py      where on the body
    by_week.py   where, week by week, and whether they stay or wander
    caffeine.py  what is still in the body, hour by hour
    drink_hours.py  the waking hours of many days by what was in the body
    relief.py    what was tried, and whether it helped
    muscles.py   muscles trained hard the day before against the others
    map.py       all habits at once
    two_weeks.py  one page of answers for any span
    marks.py     medicines, illness, visits and travel on an axis of time
    common.py    what several of them share

Importing this loads neither pandas nor plotext: the app's list of views and the shell's help need none of them.
"""

import sqlite3
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from journal.phrases.context import Context
from journal.store.read.question_states import habits_on

if TYPE_CHECKING:
    from journal.charts.figure import Figure
    from journal.charts.request import ChartRequest


class View(NamedTuple):
    """A view: its label and key in the app, its line in the shell's help, and the "module:function" that makes its
    figure, imported when it is drawn. `choices` are what else the app lets one choose; `has_standing` says that it
    ends with how its habits stand under Triggers, `is_whole` that no site, side or kind narrows it."""

    label: str
    key: str
    summary: str
    figure: str
    choices: tuple[Literal["habit", "step", "measure"], ...] = ()
    has_standing: bool = False
    is_whole: bool = False


NOT_NARROWED = "This view is of the whole body and of every kind; no site, side or kind narrows it."
PAGE = "page"
"""What the shell shows without the name of a view."""
VIEWS = {
    PAGE: View("Overview", "0", "one page of the most useful", "journal.charts.views.overview:figure"),
    "time": View("Time", "1", "twitches over time", "journal.charts.views.time:figure", ("step", "measure")),
    "compare": View(
        "Compare",
        "2",
        "twitches above, a habit below",
        "journal.charts.views.compare:figure",
        ("habit", "step"),
        has_standing=True,
    ),
    "habit": View(
        "Habit",
        "3",
        "a habit against the twitches",
        "journal.charts.views.habit:figure",
        ("habit",),
        has_standing=True,
    ),
    "before": View(
        "Before",
        "4",
        "what the days around the twitches were like",
        "journal.charts.views.before:figure",
        has_standing=True,
    ),
    "when": View("When", "5", "by part of the day and weekday", "journal.charts.views.when:figure"),
    "calendar": View("Calendar", "6", "a count for each day", "journal.charts.views.calendar:figure"),
    "body": View("Where", "7", "where on the body", "journal.charts.views.body:figure"),
    "sites": View("Sites", "p", "where, week by week: staying or wandering", "journal.charts.views.by_week:figure"),
    "two-weeks": View(
        "Two weeks",
        "f",
        "one page: where, when, how long, what helped, what is not known yet",
        "journal.charts.views.two_weeks:figure",
        is_whole=True,
    ),
    "caffeine": View(
        "Caffeine", "8", "what is still in the body, hour by hour", "journal.charts.views.caffeine:figure"
    ),
    "relief": View(
        "Relief", "9", "what was tried, and whether it helped", "journal.charts.views.relief:figure", is_whole=True
    ),
    "muscles": View(
        "Muscles",
        "r",
        "muscles trained hard the day before against the others",
        "journal.charts.views.muscles:figure",
        is_whole=True,
    ),
    "map": View("Map", "m", "all habits at once", "journal.charts.views.map:figure", has_standing=True),
}
"""The views by their names in the shell, in their order."""
NAMED = {name: view for name, view in VIEWS.items() if name != PAGE}


def figure(connection: sqlite3.Connection, context: Context, request: "ChartRequest") -> "Figure":
    """The figure of the view that the request names."""
    view = VIEWS[request.view]
    module, _, function = view.figure.partition(":")
    is_narrowed = bool(request.site or request.side or request.kind)
    if view.is_whole:
        request = replace(request, site=None, sites=(), side=None, kind=None)
    drawn: Figure = getattr(import_module(module), function)(connection, context, request)
    if view.is_whole and is_narrowed:
        drawn = replace(drawn, remarks=(*drawn.remarks, NOT_NARROWED))
    if not view.has_standing:
        return drawn
    return replace(drawn, remarks=(*drawn.remarks, _standing(connection, request)))


def _standing(connection: sqlite3.Connection, request: "ChartRequest") -> str:
    """How the habits of the view stand under Triggers: a picture is no verdict."""
    from journal.charts.verdicts.tiers import standing_words
    from journal.charts.views import common

    habit = common.habit(connection, request) if "habit" in VIEWS[request.view].choices else None
    habits = [habit] if habit else habits_on(connection)
    return standing_words(connection, [habit.slug for habit in habits])
