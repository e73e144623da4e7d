"""Another outcome, a site or a span, looked at beside the verdicts: raw ratios that are not stored and no verdict.

Whoever opens enough views finds one in which something stands out; so they are counted, and nothing in them is called
clear or possible.
"""

import sqlite3
from dataclasses import dataclass
from datetime import date

import pandas as pd

from journal.analysis import daily
from journal.analysis.daily import Span
from journal.analysis.judging import material
from journal.analysis.judging.looking import cautioned
from journal.analysis.judging.material import Material
from journal.analysis.judging.standing import Verdict
from journal.catalog.kinds import TWITCH_KINDS
from journal.moments import Here
from journal.store import judgements, spans
from journal.store.spans import Which

STANDS_OUT = (0.05, 0.05)
"""The p at which one view that nobody repeats would stand out."""
KINDS = {"twitches": TWITCH_KINDS, "cramps": ("cramp",), "jerks": ("jerk",), "spasms": ("spasm",), "buzzes": ("buzz",)}
RATING, MINUTES = "rating", "minutes"
OUTCOMES = (*KINDS, RATING, MINUTES)


@dataclass(frozen=True)
class View:
    """What is looked at: an outcome, a site with its children, and the first and the last day."""

    outcome: str
    sites: tuple[str, ...] = ()
    site_label: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Explored:
    """What a view holds: `days` with the outcome, and every habit, the strongest evidence first."""

    view: View
    days: int
    first: date
    last: date
    verdicts: tuple[Verdict, ...]


def explore(connection: sqlite3.Connection, view: View, here: Here) -> Explored | None:
    """The view's habits judged once; None where its outcome is not known on any day."""
    data = _material(connection, view, here)
    if data is None or not data.days:
        return None
    habits = {habit.slug: habit for habit in data.habits}
    found = tuple(
        Verdict(habits[finding.habit], cautioned(finding, habits[finding.habit]))
        for finding in data.judged(STANDS_OUT).findings
    )
    return Explored(view, data.days, *data.first_and_last, found)


def _material(connection: sqlite3.Connection, view: View, here: Here) -> Material | None:
    column = {"twitches": "twitches", RATING: "twitchiness"}.get(view.outcome, "cramps")
    if view.outcome == MINUTES:
        column = "twitches"
    habits = judgements.habits(connection)
    data = material.material(connection, habits, column, here, view.first, view.last)
    if data is None or (view.outcome in ("twitches", RATING) and not view.sites):
        return data
    first, last = data.first_and_last
    span = Span(first, last, here.today)
    which = Which(view.sites, None, KINDS.get(view.outcome, TWITCH_KINDS))
    if view.outcome == MINUTES:
        values = _minutes(connection, which, span)
    else:
        values = daily.counts(connection, which, span)
    values = values.reindex(data.outcome.index)
    return Material(values.where(values.index >= pd.Timestamp(first)), data.frame, data.habits)


def _minutes(connection: sqlite3.Connection, which: Which, span: Span) -> "pd.Series[float]":
    """Minutes of a day: known where there was none, or every episode has a length."""
    columns = ("episodes", "minutes", "lengths", "intensities", "rated")
    found = daily.by_day(spans.measured(connection, which, *span.ends), columns, span)
    all_said = found["minutes"].where(found["episodes"] == found["lengths"])
    none = daily.counts(connection, which, span) == 0
    return all_said.where(found["episodes"].notna() | ~none, 0.0)
