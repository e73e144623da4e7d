"""The sites of the twitches by week, and whether they stay or wander: a rule that is stated wherever it speaks.

Without pandas: the page for the doctor is not to wait for it.
"""

import sqlite3
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from journal.store.read import aggregates, daily_columns
from journal.store.read.aggregates import EpisodeFilter

MOST_WEEKS, MOST_MONTHS = 54, 60
"""The most columns of weeks, then of months; beyond, a column is a year."""
WEEKS_NEEDED = 4
STAYS_FROM, WANDERS_TO = 3 / 4, 1 / 2
FEW, ONE_OF = 4, 10
"""Up to so many places are a few; a place counts where it twitched on one in so many of the days with twitches."""
STAYING_RULE = (
    "Staying: a place twitched in at least three of four weeks with twitches. Wandering: none did in more than half of"
    f" them. At least {WEEKS_NEEDED} such weeks are needed; they are seven whole days each, counted back from the last"
    " finished day."
)
EVERY_TWITCH = EpisodeFilter()
ColumnStep = Literal["week", "month", "year"]
Pattern = Literal["staying", "wandering", "in between", "too early"]


class Place(NamedTuple):
    """A site on a side: left, right or midline; None where no side was said. `both` is the left one and the right."""

    site: str
    side: str | None


class TimeColumn(NamedTuple):
    """A week, month or year of a span, cut off where the span is; `logged` are its days of which it is known whether
    there were twitches."""

    first: date
    last: date
    logged: int


class PlaceDays(NamedTuple):
    """A place with the days on which it twitched, in all and in each column, and how many times."""

    place: Place
    days: int
    times: int
    by_column: tuple[int, ...]


class Spread(NamedTuple):
    """Where the twitches are over the weeks with any, each of seven finished days. `main` are the places with a tenth
    of the days with twitches or more, the most frequent first; `leaders` those of which the pattern is told, each with
    its weeks."""

    days: int
    weeks: int
    main: tuple[PlaceDays, ...]
    others: int
    pattern: Pattern
    leaders: tuple[tuple[Place, int], ...]


class SitesByWeek(NamedTuple):
    """The places, those with the most days first, over the columns of a span."""

    step: ColumnStep
    columns: tuple[TimeColumn, ...]
    places: tuple[PlaceDays, ...]
    spread: Spread


def sites_by_week(
    connection: sqlite3.Connection,
    first: date,
    last: date,
    today: date,
    week_starts: int = 0,
    episodes: EpisodeFilter = EVERY_TWITCH,
) -> SitesByWeek:
    """Of the twitches, or such episodes, between two days, both included. The columns of weeks begin on the weekday
    `week_starts`, from Monday; whether places stay does not depend on it, see `whole_weeks`."""
    known_by = "any_twitches" if episodes.are_twitches else "cramps"
    logged = [
        first + timedelta(days=number)
        for number in daily_columns.known_positions(connection, known_by, first.isoformat(), last.isoformat())
    ]
    by_place: dict[Place, dict[date, int]] = defaultdict(Counter)
    for day, site, side, times in aggregates.sites_by_day(connection, episodes, first.isoformat(), last.isoformat()):
        for half in ("left", "right") if side == "both" else (side,):
            by_place[Place(site, half)][date.fromisoformat(day)] += times
    step = step_of(first, last)
    columns = time_columns(first, last, step, week_starts, logged)
    begins = [column.first for column in columns]
    places = []
    for site_side, days in by_place.items():
        of_column = Counter(bisect_right(begins, day) - 1 for day in days)
        by_column = tuple(of_column[number] for number in range(len(columns)))
        places.append(PlaceDays(site_side, len(days), sum(days.values()), by_column))
    places.sort(key=lambda entry: (-entry.days, -entry.times, entry.place.site, entry.place.side or ""))
    week_of = whole_weeks(min(logged, default=first), min(last, today - timedelta(days=1)))
    return SitesByWeek(step, columns, tuple(places), spread(places, by_place, week_of))


def whole_weeks(first: date, last: date) -> dict[date, int]:
    """The week of each day, 0 the newest: seven days each, back from the last one; days that make no whole week have
    none. A week of one day, or of one that is not over, would count like any other."""
    days = (last - first).days + 1
    return {last - timedelta(days=number): number // 7 for number in range(days - days % 7)}


def spread(places: Sequence[PlaceDays], by_place: dict[Place, dict[date, int]], week_of: dict[date, int]) -> Spread:
    """Whether the places stay or wander, by `STAYING_RULE`."""
    weeks_of = {site_side: {week_of[day] for day in days if day in week_of} for site_side, days in by_place.items()}
    weeks = len(set().union(*weeks_of.values()))
    days = len({day for days in by_place.values() for day in days})
    main = tuple(entry for entry in places if entry.days * ONE_OF >= days)
    ranked = sorted(places, key=lambda entry: (-len(weeks_of[entry.place]), -entry.days))
    leaders = tuple((entry.place, len(weeks_of[entry.place])) for entry in ranked)
    most = leaders[0][1] if leaders else 0
    pattern: Pattern
    if weeks < WEEKS_NEEDED:
        pattern, leaders = "too early", ()
    elif most >= STAYS_FROM * weeks:
        pattern, leaders = "staying", tuple(leader for leader in leaders if leader[1] >= STAYS_FROM * weeks)
    elif most > WANDERS_TO * weeks:
        pattern, leaders = "in between", leaders[:1]
    else:
        pattern, leaders = "wandering", leaders[:1]
    return Spread(days, weeks, main, len(places) - len(main), pattern, leaders)


def step_of(first: date, last: date) -> ColumnStep:
    """The finest columns of which a page can hold as many."""
    days = (last - first).days + 1
    return "week" if days <= 7 * (MOST_WEEKS - 1) else "month" if days <= 30 * (MOST_MONTHS - 1) else "year"


def time_columns(
    first: date, last: date, step: ColumnStep, week_starts: int, logged: Sequence[date]
) -> tuple[TimeColumn, ...]:
    """The weeks, months or years of a span, each with how many of the days of `logged` lie in it."""
    begins = [first]
    while (begin := _following(begins[-1], step, week_starts)) <= last:
        begins.append(begin)
    counts = Counter(bisect_right(begins, day) - 1 for day in logged)
    ends = [*(begin - timedelta(days=1) for begin in begins[1:]), last]
    return tuple(
        TimeColumn(begin, end, counts[number]) for number, (begin, end) in enumerate(zip(begins, ends, strict=True))
    )


def _following(day: date, step: ColumnStep, week_starts: int) -> date:
    """The day on which the next week, month or year begins."""
    if step == "week":
        return day + timedelta(days=7 - (day.weekday() - week_starts) % 7)
    if step == "month":
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return date(day.year + 1, 1, 1)
