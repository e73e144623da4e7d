"""Which look is due, how strictly it is judged, and when the next one may be.

Each look of the calendar (`statistics/look_schedule.py`) is used up once, whatever asks for it: an import of old
outcomes takes the next one that is left, so that no number of imports wears the promise out.
"""

import sqlite3
from datetime import date, timedelta
from itertools import takewhile
from math import ceil
from typing import Literal, NamedTuple

from journal.statistics.look_schedule import LOOKS, last_look, levels_at, next_look
from journal.store import look_records
from journal.store.look_records import Look

PACE_DAYS = 60
"""The latest calendar days whose share of logged ones says how fast the days come."""
FARTHEST = 730
"""Calendar days ahead beyond which no day is guessed."""


class DueLook(NamedTuple):
    """A look to be taken now: it uses up the calendar's look at `used` counted days.

    Looks before it that were `passed` without being taken are used up with it, and it has their allowance too: that
    keeps the sum over all looks, and whoever comes late has lost nothing. A look of the calendar judges the first
    `used` counted days and none behind them, however many there are by now; one after an import judges all of them.
    """

    why: Literal["calendar", "import"]
    used: int
    passed: tuple[int, ...] = ()

    @property
    def most_days(self) -> int | None:
        """The counted days that it judges at most."""
        return self.used if self.why == "calendar" else None


def due(connection: sqlite3.Connection, looks: list[Look], days: int) -> DueLook | None:
    """The look that so many counted days ask for, or an import of outcomes older than the last one."""
    used = max((look.used for look in looks), default=0)
    return due_after(used, days, is_imported=bool(looks) and look_records.imported_since(connection, looks[-1]))


def due_after(used: int, days: int, *, is_imported: bool) -> DueLook | None:
    """The look that so many counted days ask for where the calendar is used up to `used`."""
    reached = last_look(days)
    if reached and reached > used:
        passed = tuple(look for look in takewhile(lambda look: look < reached, LOOKS) if look > used)
        return DueLook("calendar", reached, passed)
    return DueLook("import", next_look(max(used, days))) if is_imported else None


def levels(due: DueLook, days: int) -> tuple[float, float]:
    """The p of clear and possible: the sum over the looks that are used up; of the days if they are more."""
    if due.why == "import":
        return levels_at(max(due.used, days))
    clear, possible = zip(*map(levels_at, (*due.passed, due.used)), strict=True)
    return sum(clear), sum(possible)


def following(looks: list[Look], days: int) -> int:
    """The counted days of the next look."""
    return next_look(max([days, *(look.used for look in looks)]))


def pace(connection: sqlite3.Connection, outcome: str, today: date) -> float:
    """Logged days a calendar day of late, 0 to 1."""
    first = connection.execute(f"SELECT min(day) FROM daily WHERE {outcome} IS NOT NULL").fetchone()[0]
    if first is None:
        return 0.0
    begin = max(date.fromisoformat(first), today - timedelta(days=PACE_DAYS))
    length = (today - begin).days
    if length <= 0:
        return 1.0
    known_days = connection.execute(
        f"SELECT count({outcome}) FROM daily WHERE day >= ? AND day < ?", (begin.isoformat(), today.isoformat())
    ).fetchone()[0]
    return float(known_days) / length


def day_of(more: int, pace: float, today: date) -> date | None:
    """The day on which so many more days may be logged; None if that is more than two years ahead."""
    if pace <= 0 or more / pace > FARTHEST:
        return None
    return today + timedelta(days=ceil(more / pace))
