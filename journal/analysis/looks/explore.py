"""Another outcome, a site or a span, looked at beside the verdicts: raw ratios that are not stored and no verdict.

Whoever opens enough views finds one in which something stands out; so they are counted, and nothing in them is called
clear or possible.
"""

import sqlite3
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from journal.analysis import daily
from journal.analysis.daily import DaySpan
from journal.analysis.looks import dataset
from journal.analysis.looks.current_verdicts import Verdict
from journal.analysis.looks.dataset import Dataset
from journal.analysis.looks.take_look import cautioned
from journal.catalog.kinds import TWITCH_KINDS
from journal.catalog.lexicon import Lexicon
from journal.errors import Refused
from journal.moments import UserClock
from journal.requests import DayRange, with_children
from journal.store.read import aggregates
from journal.store.read.aggregates import EpisodeFilter
from journal.store.read.question_states import all_habits

STANDS_OUT = (0.05, 0.05)
"""The p at which one view that nobody repeats would stand out."""
KINDS = {
    "twitches": TWITCH_KINDS,
    **{"cramps": ("cramp",), "jerks": ("jerk",), "spasms": ("spasm",), "buzzes": ("buzz",), "tingles": ("tingle",)},
}
RATING, MINUTES = "rating", "minutes"
OUTCOMES = (*KINDS, RATING, MINUTES)


@dataclass(frozen=True)
class ExploreRequest:
    """What is looked at: an outcome, a site with its children, and the first and the last day."""

    outcome: str
    sites: tuple[str, ...] = ()
    site_label: str = ""
    first: date | None = None
    last: date | None = None


def request(outcome: str | None, site: str | None, days: DayRange, lexicon: Lexicon) -> ExploreRequest:
    """What is looked at where an outcome, a site and days are named, or some of them."""
    if site and outcome == RATING:
        raise Refused("the rating is of the whole day; leave the site out")
    label = lexicon.label("site", site) if site else ""
    return ExploreRequest(outcome or "twitches", with_children([site], lexicon), label, *days)


@dataclass(frozen=True)
class ExploredHabits:
    """What a view holds: `days` with the outcome, and every habit, the strongest evidence first."""

    view: ExploreRequest
    days: int
    first: date
    last: date
    verdicts: tuple[Verdict, ...]


def explore(connection: sqlite3.Connection, view: ExploreRequest, clock: UserClock) -> ExploredHabits | None:
    """The view's habits judged once; None where its outcome is not known on any day."""
    data = _dataset_of(connection, view, clock)
    if data is None or not data.days:
        return None
    data = data.of_the_family()
    habits = {habit.slug: habit for habit in data.habits}
    verdicts = tuple(
        Verdict(habits[finding.habit], cautioned(finding, habits[finding.habit]))
        for finding in data.judged(STANDS_OUT).findings
    )
    return ExploredHabits(view, data.days, *data.first_and_last, verdicts)


def _dataset_of(connection: sqlite3.Connection, view: ExploreRequest, clock: UserClock) -> Dataset | None:
    column = {"twitches": "twitches", RATING: "twitchiness", MINUTES: "twitches"}.get(view.outcome, "cramps")
    habits = all_habits(connection)
    data = dataset.dataset(connection, habits, column, clock, view.first, view.last)
    if data is None or (view.outcome in ("twitches", RATING) and not view.sites):
        return data
    first, last = data.first_and_last
    span = DaySpan(first, last, clock.today)
    episode_filter = EpisodeFilter(view.sites, None, KINDS.get(view.outcome, TWITCH_KINDS))
    if view.outcome == MINUTES:
        values = _minutes(connection, episode_filter, span)
    else:
        values = daily.counts(connection, episode_filter, span)
    values = values.reindex(data.outcome.index)
    return replace(data, outcome=values.where(values.index >= pd.Timestamp(first)))


def _minutes(connection: sqlite3.Connection, episode_filter: EpisodeFilter, span: DaySpan) -> "pd.Series[float]":
    """Minutes of a day: known where there was none, or every episode has a length."""
    columns = ("episodes", "minutes", "lengths", "intensities", "rated")
    sums = daily.by_day(aggregates.measures_by_day(connection, episode_filter, *span.ends), columns, span)
    all_said = sums["minutes"].where(sums["episodes"] == sums["lengths"])
    none = daily.counts(connection, episode_filter, span) == 0
    return all_said.where(sums["episodes"].notna() | ~none, 0.0)
