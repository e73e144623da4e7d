"""The way back after days away: what is open, offered once, answered coarsely or left."""

import io
import sys

import pytest

from journal.store.file import connections
from journal.store.offers import offers
from journal.store.read import open_days
from tests.diary import Diary


def days(diary: Diary) -> list[str]:
    with connections.reading(diary.path) as connection:
        return [day.isoformat()[-2:] for day in open_days.open_days(connection, diary.clock.today)]


def offered(diary: Diary) -> list[str]:
    with connections.reading(diary.path) as connection:
        return [offer.text for offer in offers.due(connection, diary.clock) if offer.name == "away"]


def test_the_days_since_the_last_record_are_open_the_newest_first(diary: Diary) -> None:
    assert days(diary) == [], "nobody was ever here"
    diary.log("2026-11-17: left calf")
    assert days(diary) == ["20", "19", "18"]
    diary.log("stress 3")
    assert days(diary) == ["20", "19", "18"], "what is logged today fills none of them"
    assert offered(diary) == ["3 open days, Wed 18 Nov to Fri 20 Nov; not logged is fine."]
    diary.log("2026-11-20: note nothing to tell")
    assert days(diary) == []
    assert offered(diary.at("2026-11-22 20:00")) == [], "it is said on the first day back"


def test_at_most_a_fortnight_is_open_and_no_day_of_a_pause(diary: Diary) -> None:
    diary.log("2026-10-01: left calf")
    assert len(days(diary)) == 14
    diary.at("2026-10-03 20:00").said("pause")
    diary.at("2026-11-18 20:00").said("resume")
    assert days(diary.at("2026-11-21 20:00")) == ["20", "19", "18"]


def test_with_weekly_reminders_a_week_is_no_absence(diary: Diary) -> None:
    diary.log("2026-11-15: none")
    diary.said("settings", "reminders", "weekly")
    assert offered(diary) == []
    assert len(offered(diary.at("2026-11-23 20:00"))) == 1


def test_the_shell_asks_for_one_rating_a_day(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    diary.log("2026-11-17: left calf")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"4\n\n0\n")))
    output = diary.said("checkin", "--away")
    assert "Not logged is fine." in output
    assert output.index("Fri 20 Nov") < output.index("Thu 19 Nov") < output.index("Wed 18 Nov")
    assert diary.daily("2026-11-20") == {"twitchiness": 4, "any_twitches": 1}
    assert diary.daily("2026-11-19") is None
    assert (diary.daily("2026-11-18") or {}).get("twitches") == 0
    assert diary.said("checkin", "--away") == "No day is open since you were here last.\n"
