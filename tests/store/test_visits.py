"""A visit that lies ahead: what is offered before it, on both sides of each day."""

from datetime import date, timedelta

import pytest

from journal.store.file import connections
from journal.store.offers import offers, visit_offers
from journal.store.offers.visit_offers import VisitAhead
from journal.store.read import queries
from tests.diary import Diary

VISIT = VisitAhead("its row", date(2026, 12, 14))


@pytest.mark.parametrize(
    ("days_before", "page", "diary"),
    [
        (15, False, False),
        (14, False, True),
        (8, False, True),
        (7, True, False),
        (1, True, False),
        (0, True, False),
        (-1, False, False),
    ],
)
def test_two_weeks_before_a_visit_a_diary_is_offered_and_in_its_week_the_page(
    days_before: int, page: bool, diary: bool
) -> None:
    today = VISIT.day - timedelta(days=days_before)
    assert visit_offers.is_page_offered(VISIT, today) is page
    assert visit_offers.is_diary_offered(VISIT, today, None) is diary


@pytest.mark.parametrize(("tracked_until", "is_offered"), [("12-01", True), ("12-12", True), ("12-13", False)])
def test_a_diary_is_not_offered_where_one_tracks_until_the_eve_anyway(tracked_until: str, is_offered: bool) -> None:
    until = date.fromisoformat(f"2026-{tracked_until}")
    assert visit_offers.is_diary_offered(VISIT, VISIT.day - timedelta(days=10), until) is is_offered


def due(diary: Diary) -> dict[str, str]:
    """The offers of a visit that are due, with their commands."""
    with connections.reading(diary.path) as connection:
        clock = queries.context(connection, diary.clock).clock
        names = ("visit_diary", "visit_page", "lookback", "advice")
        return {offer.name: offer.command for offer in offers.due(connection, clock) if offer.name in names}


def test_a_diary_kept_for_a_visit_ends_on_its_eve_with_a_look_back_and_the_page_goes_on_from_the_visit(
    diary: Diary,
) -> None:
    diary.at("2026-11-29 20:00").log("visit neurologist 14 Dec 10:30")
    assert due(diary) == {}
    diary.at("2026-11-30 20:00").log("left calf 4 x3")
    command = due(diary)["visit_diary"]
    diary.said("pause")
    assert due(diary) == {}, "the diary rests"
    diary.said("resume")
    diary.said(*command.split())
    assert due(diary) == {}
    diary.at("2026-12-07 20:00")
    assert due(diary) == {"visit_page": "report for-the-doctor.pdf"}
    diary.at("2026-12-13 20:00")
    assert due(diary).keys() == {"visit_page", "lookback"}
    assert "Before the visit on Mon 14 Dec · 30 Nov to 13 Dec 2026" in diary.said("lookback")
    diary.said("lookback", "stop")
    assert due(diary).keys() == {"visit_page"}
    diary.said("resume")
    diary.at("2026-12-14 10:29")
    assert due(diary).keys() == {"visit_page"}
    diary.at("2026-12-14 10:30")
    assert "visit_page" not in due(diary)
    diary.at("2026-12-20 20:00").log("left calf")
    assert due(diary).keys() == {"advice"}
    assert "14 Dec to 20 Dec 2026" in diary.said("report", "-", "--since-visit")


def test_the_nearest_visit_counts_and_each_is_offered_for_itself(diary: Diary) -> None:
    diary.log_all(["visit dentist 25 Nov", "visit neurologist 3 Dec", "visit eye clinic 4 Dec"])
    assert due(diary) == {"visit_page": "report for-the-doctor.pdf", "visit_diary": "settings track until 2026-12-02"}
