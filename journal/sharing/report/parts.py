"""What can be asked of a report: its days, its paper, what goes with it and what is left out."""

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from journal.errors import Refused
from journal.moments import spelled_out
from journal.requests import DayRange, closed
from journal.sharing.span import check_begun, first_lived
from journal.store.read import aggregates, background

Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = ("a4", "letter")
USUAL_DAYS = 90
OLDEST = 1900
LONGEST_NAME = 100
PARTS = {
    "identity": "name, year of birth, handedness",
    "question": "your question and worry",
    "summary": "in short",
    "signs": "signs and what you can no longer do",
    "medicines": "medicines, supplements and what is taken as needed",
    "habits": "caffeine, alcohol, nicotine, and what is said of habits",
    "sites": "where, by week, and the body",
    "character": "what the twitches are like",
    "weeks": "twitches over time, with marks",
    "background": "other illnesses, family, tests",
    "relief": "what helped",
    "experiment": "the result of an experiment",
}
"""What a report holds, and can be left out."""
EXTRAS = {
    "statistics": "a second page: calendars, habits, what stood at two looks",
    "notes": "every note of the days",
    "episodes": "every episode of the days",
}
"""What it holds only where it is asked for."""


class ReportRequest(NamedTuple):
    """Days from the first to the last, both included; what the user typed of themselves; parts by their names."""

    first: date
    last: date
    today: date
    week_starts: int = 0
    name: str = ""
    born: int | None = None
    extras: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    paper: Paper = "a4"

    @property
    def ends(self) -> tuple[str, str]:
        return self.first.isoformat(), self.last.isoformat()

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def report_days(
    connection: sqlite3.Connection, days: DayRange, today: date, *, since_visit: bool = False
) -> tuple[date, date]:
    """The first and the last day of a report: the last 90 days, of a younger diary all of them and those of an illness
    or a journey before it, or from the last visit on, where no first is said. What lies ahead is not in it."""
    if since_visit:
        if days.first:
            raise Refused("--from and --since-visit both say where the days begin; say one of them")
        last = min(days.last or today, today)
        visit = background.last_visit(connection, last.isoformat())
        if visit is None:
            raise Refused(
                f"no visit before {spelled_out(last.isoformat())} is logged; `visit neurologist 12 Oct` logs one"
            )
        return date.fromisoformat(visit.day), last
    check_begun(days.first, today, "report")
    first, last = closed(DayRange(days.first, min(days.last or today, today)), today, None, USUAL_DAYS)
    begins = None if days.first else first_lived(connection, today)
    if begins and first < begins <= last:
        first = _with_illness_before(connection, begins, first)
    return first, last


def first_day_of_all(connection: sqlite3.Connection, today: date) -> date | None:
    """Where a report of all days begins: at the first logged one, or at an illness or a journey not long before it."""
    begins = first_lived(connection, today)
    return begins and _with_illness_before(connection, begins, begins - timedelta(days=USUAL_DAYS))


def _with_illness_before(connection: sqlite3.Connection, begins: date, earliest: date) -> date:
    ill = aggregates.illness_days(connection, earliest.isoformat(), begins.isoformat())
    return date.fromisoformat(ill[0]) if ill else begins


def read_parts(texts: Iterable[str], names_known: Iterable[str], act: str) -> frozenset[str]:
    """The parts of `--with a,b` or `--without a --without b`; `act` is what is asked of them."""
    names = frozenset(part.strip().lower() for text in texts for part in text.split(",") if part.strip())
    for name in sorted(names - frozenset(names_known)):
        raise Refused(f"“{name}” cannot be {act}; what can is: {', '.join(names_known)}")
    return names


def read_name(text: str) -> str:
    if len(text) > LONGEST_NAME:
        raise Refused(f"a name of {len(text)} letters is too long for the page; {LONGEST_NAME} fit")
    return text.strip()


def read_year(born: int | None, today: date) -> int | None:
    if born is not None and not OLDEST <= born <= today.year:
        raise Refused(f"born {born} cannot be; say a year from {OLDEST} to {today.year}")
    return born


def read_born(text: str, today: date) -> int | None:
    """A year of birth as it was typed; None where nothing was."""
    if text.strip() and not text.strip().isdecimal():
        raise Refused(f"“{text.strip()}” is no year; say one from {OLDEST} to {today.year}")
    return read_year(int(text), today) if text.strip() else None
