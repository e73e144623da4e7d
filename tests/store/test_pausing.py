"""A pause: its days are paused, not missing; what is logged in it counts."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from journal import requests
from journal.errors import Refused
from journal.store.file import connections
from journal.store.read import pauses
from tests.diary import Diary, at

SATURDAY = at("2026-11-21 20:00")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-21"),
        ("tomorrow", "2026-11-22"),
        ("sat", "2026-11-21"),
        ("Fri", "2026-11-27"),
        ("until fri", "2026-11-27"),
        ("in 2 weeks", "2026-12-05"),
        ("10 days", "2026-12-01"),
        ("12 Dec", "2026-12-12"),
        ("2 Jan", "2027-01-02"),
        ("29 Feb", "2028-02-29"),
        ("2027-01-02", "2027-01-02"),
    ],
)
def test_a_day_that_comes_is_the_next_one_of_its_name(text: str, day: str) -> None:
    assert requests.read_coming_day(text, SATURDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["yesterday", "3 days ago", "2026-11-20", "20 Nov 2026", "soon"])
def test_a_day_that_is_over_or_none_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"is over; say|is no day; say"):
        requests.read_coming_day(text, SATURDAY)


def test_a_pause_in_the_shell(diary: Diary, tmp_path: Path) -> None:
    """Its days stay not logged, and no count has them; a record of one is kept and counted."""
    diary.log_all(["2026-11-10: left calf x3", "2026-11-11: none"])
    diary.at("2026-11-12 20:00")
    assert diary.said("pause", "until", "Sun").startswith(
        "The diary is paused since Thu 12 Nov, until Sun 15 Nov 2026;"
    )
    assert "until Mon 16 Nov" in diary.said("pause", "until", "Mon")
    diary.at("2026-11-14 20:00").log("left calf x2")
    assert "resume` goes on" in diary.said("show")
    assert "so nothing is asked" in diary.said("checkin")
    assert diary.said("resume") == "The diary goes on; it was paused since Thu 12 Nov.\n"
    assert diary.refused("resume") == "The diary is not paused."
    diary.undo()
    assert diary.page("2026-11-14")["paused"]
    diary.said("resume")
    assert not diary.page("2026-11-14")["paused"]
    diary.said("pause")
    diary.at("2026-11-13 20:00").said("pause")
    diary.at("2026-11-14 21:00").said("resume")
    assert not diary.page("2026-11-14")["paused"], "one begun with the clock set back ends with the other"

    diary.at("2026-11-17 20:00").log("2026-11-16: none")
    assert diary.said("show", "2026-11-10..2026-11-16").startswith("Something is logged on 4 of 5 days, 2 paused, ")
    time = json.loads(diary.said("trends", "time", "--from", "2026-11-10", "--to", "2026-11-16", "--json"))
    assert time["sentence"].startswith("Twitches counted on 4 of 5 days, 2 paused,")
    assert time["sentence"].endswith("; 1 day not logged.")
    calendar = diary.said("trends", "calendar", "--from", "2026-11-10", "--to", "2026-11-16", "--text")
    assert calendar.count("paused") == 3, "two days and the sentence"
    assert diary.said("trends", "time", "--from", "2026-11-10", "--to", "2026-11-16", "--text").count("paused") == 3
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    with (tmp_path / "files" / "days.csv").open(newline="") as file:
        days = {row["day"][-2:]: (row["paused"], row["twitches"]) for row in csv.DictReader(file)}
    assert days["12"] == ("1", "")
    assert days["13"] == ("1", "")
    assert days["14"] == ("0", "2")
    assert days["15"] == ("0", "")
    assert "2 were paused" in (tmp_path / "files" / "README.txt").read_text().replace("\n", " ")


def test_a_pause_without_an_end_lasts_until_the_diary_goes_on(diary: Diary) -> None:
    diary.said("pause")
    diary.at("2026-12-01 20:00")
    with connections.reading(diary.path) as connection:
        assert len(pauses.paused_days(connection, "2026-11-20", "2026-12-31")) == 41
    diary.said("resume")
    with connections.reading(diary.path) as connection:
        assert len(pauses.paused_days(connection, "2026-11-20", "2026-12-31")) == 10
