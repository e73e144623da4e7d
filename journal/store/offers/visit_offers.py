"""A visit that lies ahead: two weeks before, a diary kept for it is offered; in its week, the page to take along."""

import sqlite3
from datetime import date, timedelta
from typing import NamedTuple

from journal.moments import UserClock, date_of, day_words, instant_text
from journal.store.offers.offer import Offer
from journal.store.read import queries

DIARY_FROM, PAGE_FROM = timedelta(days=14), timedelta(days=7)
"""So long before a visit each of them is offered first."""


class VisitAhead(NamedTuple):
    """A visit with its row in `event`, and its day. A diary kept for it ends on the day before it, its eve."""

    event: str
    day: date

    @property
    def eve(self) -> date:
        return self.day - timedelta(days=1)


def is_page_offered(visit: VisitAhead, today: date) -> bool:
    """In the week before a visit, and on its day."""
    return timedelta(0) <= visit.day - today <= PAGE_FROM


def is_diary_offered(visit: VisitAhead, today: date, tracked_until: date | None) -> bool:
    """From two weeks before on, while more than a week is left, unless one means to track until its eve anyway."""
    is_near = PAGE_FROM < visit.day - today <= DIARY_FROM
    return is_near and (tracked_until is None or tracked_until < visit.eve)


def visits_ahead(connection: sqlite3.Connection, clock: UserClock) -> list[VisitAhead]:
    """Those of the next two weeks, the nearest first; one of today with a time until that has come."""
    rows = connection.execute(
        "SELECT id, day FROM event WHERE day BETWEEN ? AND ? AND kind = 'visit'"
        " AND (day > ? OR coalesce(started_at, '9999') > ?) ORDER BY day, started_at, rowid",
        (
            clock.today.isoformat(),
            (clock.today + DIARY_FROM).isoformat(),
            clock.today.isoformat(),
            instant_text(clock.now),
        ),
    )
    return [VisitAhead(event, date_of(day)) for event, day in rows]


def visit_for_diary(connection: sqlite3.Connection, clock: UserClock) -> VisitAhead | None:
    """The nearest visit for which a diary can be offered now."""
    visits = visits_ahead(connection, clock)
    ends = queries.setting(connection, "track_until") if visits else None
    until = date_of(ends) if ends else None
    return next((visit for visit in visits if is_diary_offered(visit, clock.today, until)), None)


def visit_of_kept_diary(connection: sqlite3.Connection, today: date) -> VisitAhead | None:
    """The visit on whose eve the planned end lies, once that has come."""
    ends = queries.setting(connection, "track_until")
    if not ends or ends > today.isoformat():
        return None
    day = date_of(ends) + timedelta(days=1)
    row = connection.execute("SELECT id FROM event WHERE day = ? AND kind = 'visit'", (day.isoformat(),)).fetchone()
    return row and VisitAhead(row[0], day)


def diary_offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """Of each visit and its day it can be put away."""
    visit = visit_for_diary(connection, clock)
    if visit is None:
        return None
    text = f"Visit on {day_words(visit.day, clock.today)}: keep a two-week diary for it?"
    command = f"settings track until {visit.eve.isoformat()}"
    return Offer("visit_diary", text, "dialog:visit", command, f"{visit.event} {visit.day}")


def page_offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """Of each visit and its day it can be put away."""
    visits = visits_ahead(connection, clock)
    visit = next((visit for visit in visits if is_page_offered(visit, clock.today)), None)
    if visit is None:
        return None
    text = f"Visit on {day_words(visit.day, clock.today)}: see the page to take along."
    return Offer("visit_page", text, "room:share", "report for-the-doctor.pdf", f"{visit.event} {visit.day}")
