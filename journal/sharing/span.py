"""Which days leave the diary."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from journal.catalog.kinds import KINDS
from journal.errors import Refused
from journal.moments import UserClock
from journal.store.read import queries

LIVED = tuple(kind.table for kind in KINDS if kind.lived)
"""What is logged as it happens. A medicine may have begun years before the diary, and a visit may lie ahead."""


DayRange = tuple[date, date]
"""The first day and the last."""
LONGEST_GAP = timedelta(days=5 * 365)
"""Nobody's pause but a wrong clock's doing: a machine that has lost its time logs in 1970."""


class ExportSpan(NamedTuple):
    """The days of `days.csv`, from the first to the last; None where there is no day.

    `since` and `until` are what was asked for: beyond them no row of a day is exported.
    """

    first: date | None
    last: date | None
    since: date | None
    until: date | None
    today: date
    gaps: tuple[DayRange, ...] = ()
    """Stretches of years in which nothing is logged: their days have no rows."""

    @property
    def days(self) -> Iterator[date]:
        behind = dict(self.gaps)
        day = self.first
        while day and self.last and day <= self.last:
            day = behind[day] + timedelta(days=1) if day in behind else day
            yield day
            day += timedelta(days=1)

    @property
    def length(self) -> int:
        """How many days have a row."""
        if not self.first or not self.last:
            return 0
        return (self.last - self.first).days + 1 - sum((last - first).days + 1 for first, last in self.gaps)

    @property
    def bounds(self) -> tuple[str, str]:
        """The days between which a row must lie to be exported."""
        return str(self.since or date.min), str(self.until or date.max)


def span_of(connection: sqlite3.Connection, clock: UserClock, since: date | None, until: date | None) -> ExportSpan:
    """The days asked for; where an end was not given, it is the first or last day on which anything was logged, and
    what is dated ahead makes no days."""
    today, latest = clock.today, latest_day(clock)
    first = since or _lived(connection, "min", str(latest))
    last = until or _lived(connection, "max", str(latest))
    if not first or not last or last < first:
        return ExportSpan(None, None, since, until, today)
    return ExportSpan(first, last, since, until, today, tuple(_gaps(connection, first, last)))


def check_begun(first: date | None, latest: date, act: str) -> None:
    """Refuse a span that begins after the newest day; `act` is what there would be to do with it."""
    if first and first > latest:
        raise Refused(f"{first.isoformat()} has not come yet, so there is nothing to {act}")


def latest_day(clock: UserClock) -> date:
    """The newest day that can hold a record that is not dated ahead: a night that ends before the diary's day does
    belongs to the date on which it ends."""
    return max(clock.today, clock.now.date())


def _gaps(connection: sqlite3.Connection, first: date, last: date) -> Iterator[DayRange]:
    """The stretches of a span that are longer than any pause, without the logged days around them."""
    if last - first <= LONGEST_GAP:
        return
    logged = queries.days_between(connection, first, last)
    for day, following in pairwise(logged):
        if following - day > LONGEST_GAP:
            yield day + timedelta(days=1), following - timedelta(days=1)


def first_lived(connection: sqlite3.Connection, today: date) -> date | None:
    """The first day on which anything was logged as it happened."""
    return _lived(connection, "min", str(today))


def _lived(connection: sqlite3.Connection, end: str, latest: str) -> date | None:
    ends = " UNION ALL ".join(f"SELECT {end}(day) AS day FROM {table} WHERE day <= :latest" for table in LIVED)
    if end == "max":  # an episode that went on for days reaches as far as its last one
        ends += " UNION ALL SELECT min(max(last_day), :latest) FROM episode"
        ends += " WHERE last_day IS NOT NULL AND day <= :latest"
    (day,) = connection.execute(f"SELECT {end}(day) FROM ({ends})", {"latest": latest}).fetchone()
    return day and date.fromisoformat(day)
