"""An empty diary, one that does not exist, and one with too little in it."""

import json

import pytest

from journal.charts.views import NAMED
from tests.diary import Diary


@pytest.mark.parametrize("view", NAMED)
def test_a_view_of_a_diary_that_does_not_exist_says_what_is_missing(diary: Diary, view: str) -> None:
    for form in ((), ("--text",)):
        assert "Nothing is logged yet." in diary.said("trends", view, *form)
    found = json.loads(diary.said("trends", view, "--json"))
    assert found["sentence"].startswith("Nothing is logged yet.")
    assert found["days_logged"] == 0
    assert all(row["count"] is None for row in found["rows"] if view == "time")
    assert not diary.path.exists()


def test_the_page_of_an_empty_diary_says_what_is_missing(diary: Diary) -> None:
    diary.log("none")
    diary.undo()
    assert "Nothing is logged yet." in diary.said("trends")


OF_HABITS = ("compare", "habit", "before", "map")


def test_one_day_is_one_day(diary: Diary) -> None:
    diary.log("yesterday: calf, sleep 7")
    diary.log("today: calf, sleep 7")  # a day that is not over is not counted
    for view in OF_HABITS:
        said = diary.said("trends", view)
        assert "have 1 counted day that is over" in said.replace("\n", " "), view
        assert "have 1 day " in said.replace("logged day", "day").replace("counted day", "day").replace(",", " "), view
    assert "Twitches counted on 20 Nov 2026: 1 twitch at 1 site" in diary.said("trends", "body", "--to", "yesterday")


def test_with_fewer_than_fifteen_days_it_is_said_how_many_there_are(diary: Diary) -> None:
    diary.log_all(f"2026-11-{day:02}: calf, sleep 7" for day in range(1, 15))
    for view in OF_HABITS:
        said = diary.said("trends", view)
        assert "Not enough yet: have 14" in said, view
        assert "this needs 15." in said, view
    diary.log("2026-11-15: none, sleep 6")
    for view in OF_HABITS:
        assert "Not enough yet" not in diary.said("trends", view).replace("All counted days are alike", ""), view


def test_a_span_without_anything_says_so(diary: Diary) -> None:
    diary.log("2026-11-20: left calf")
    for view in ("time", "when", "calendar", "body", "relief"):
        said = diary.said("trends", view, "--from", "2026-01-01", "--to", "2026-01-31")
        assert "Twitches counted on 0 of 31 days, 1 Jan to 31 Jan 2026." in said, view
