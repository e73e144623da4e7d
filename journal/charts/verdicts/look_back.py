"""What can be said so far, for the day until which one meant to track: the days, where, and what stands of triggers."""

import sqlite3
from datetime import date

from journal.analysis.daily import DaySpan
from journal.analysis.looks.current_verdicts import current_verdicts
from journal.charts.number_words import span_words
from journal.charts.request import ChartRequest
from journal.charts.verdicts.verdict_page import VerdictPage, page
from journal.charts.views import two_weeks
from journal.moments import day_words
from journal.phrases.context import Context
from journal.store.offers import visit_offers
from journal.store.read import aggregates

ENOUGH = (
    "To stop is a result too: a diary is a tool for a question, and not a duty. What is stored stays, and can be shown"
    " to a doctor at any time."
)
CHOICES = {
    "stop": "Stop: the diary rests from today on, until you go on.",
    "weekly": "One line a week: nothing reminds you before a week without a check-in is over.",
    "experiment": "An experiment: one habit, changed in blocks of days drawn by lot.",
}
"""What one may do then: its name in the shell -> what it is."""


def look_back(connection: sqlite3.Connection, context: Context, columns: int, how: dict[str, str]) -> VerdictPage:
    """One page in so many columns; `how` says of each choice how it is made."""
    today, whole_page = context.clock.today, VerdictPage(columns)
    span, title = _span(connection, today)
    whole_page.say(f"{title} · {span_words(span)}", "bold")
    so_far = two_weeks.figure(connection, context, ChartRequest("two-weeks", span))
    whole_page.say(so_far.sentence)
    whole_page.say()
    for picture in so_far.pictures:
        whole_page.lines += picture.lines(columns, len(so_far.rows))
    whole_page.say()
    whole_page.lines += page(current_verdicts(connection, context.clock), columns, pictures=False).lines
    whole_page.say()
    whole_page.say("Three ways on", "bold")
    for name, choice in CHOICES.items():
        whole_page.item("", f"{how[name]}  {choice}")
    whole_page.say(ENOUGH)
    return whole_page


def _span(connection: sqlite3.Connection, today: date) -> tuple[DaySpan, str]:
    """All days so far, or at the end of a diary that was kept for a visit its two weeks; and how they are called."""
    days = aggregates.bounds(connection)
    first = date.fromisoformat(min(days[0], today.isoformat())) if days else today
    visit = visit_offers.visit_of_kept_diary(connection, today)
    if visit is None:
        return DaySpan(first, today, today), "What can be said so far"
    begins = min(max(first, visit.day - visit_offers.DIARY_FROM), visit.eve)
    return DaySpan(begins, visit.eve, today), f"Before the visit on {day_words(visit.day, today)}"
