"""Twitches over time: gaps, nones and sums as they were logged."""

import csv
import io
import json
from typing import Any

import pytest

from tests.diary import Diary

SCHEMA = ["view", "from", "to", "days", "days_logged", "sentence", "rows"]


def asked(diary: Diary, *arguments: str) -> dict[str, Any]:
    found = json.loads(diary.said("trends", *arguments, "--json"))
    assert isinstance(found, dict)
    return found


def counts(found: dict[str, Any]) -> list[int | None]:
    return [row["count"] for row in found["rows"]]


@pytest.fixture
def ten_days(diary: Diary) -> Diary:
    """12 to 21 November, today: 3, none, some, rated 4, nothing, 1 ripple and a cramp, note, 2 + 5, none, 6 today."""
    diary.log_all(
        [
            "2026-11-12: left calf x3",
            "2026-11-13: none",
            "2026-11-14: some",
            "2026-11-15: twitchy 4",
            "2026-11-17: ripple right eyelid",
            "2026-11-17: cramp left calf",
            "2026-11-18: note a long day",
            "2026-11-19: left calf x2",
            "2026-11-19: thumb x5",
            "2026-11-20: none",
            "calf x6 10:00",
        ]
    )
    return diary


SPAN = ("--from", "2026-11-12", "--to", "2026-11-21")


def test_a_row_for_every_day_says_what_is_known_of_it(ten_days: Diary) -> None:
    found = asked(ten_days, "time", *SPAN)
    assert list(found) == SCHEMA
    assert (found["view"], found["from"], found["to"]) == ("time", "2026-11-12", "2026-11-21")
    assert (found["days"], found["days_logged"]) == (10, 6)
    assert counts(found) == [3, 0, None, None, None, 1, None, 7, 0, 6]
    assert [row["days_counted"] for row in found["rows"]] == [1, 1, 0, 0, 0, 1, 0, 1, 1, 0]
    assert all(set(row) == {"start", "count", "days_counted", "marks"} for row in found["rows"])


def test_a_day_with_some_that_nobody_counted_is_not_called_unlogged(ten_days: Diary) -> None:
    calf = " ".join(ten_days.said("trends", "time", *SPAN, "--site", "calf", "--text").split())
    assert "Sat 14 Nov 2026 not counted" in calf  # that there were some in the calf nobody said
    nowhere = asked(ten_days, "time", "--from", "2026-11-14", "--to", "2026-11-15")["sentence"]
    assert nowhere.endswith(
        " 0 of 2 days, 14 Nov to 15 Nov 2026. On 2 days there were twitches, and nobody said how many."
    )
    twin = " ".join(ten_days.said("trends", "time", *SPAN, "--text").split())
    assert "Sat 14 Nov 2026 some - Sun 15 Nov 2026 some - Mon 16 Nov 2026 not logged" in twin
    assert "· not logged or not counted" in ten_days.said("trends", "calendar", *SPAN)


def test_the_mean_leaves_out_today_and_the_sum_does_not(ten_days: Diary) -> None:
    sentence = asked(ten_days, "time", *SPAN)["sentence"]
    assert sentence == (
        "Twitches counted on 6 of 10 days, 12 Nov to 21 Nov 2026: 17 twitches; 2.2 a day on 5 counted days that"
        " are over; 2 days not logged, 2 not counted. Today is not over: it is shown, and left out of the mean."
    )


def test_weeks_begin_on_monday_and_leave_no_day_out(ten_days: Diary) -> None:
    found = asked(ten_days, "time", *SPAN, "--step", "week")
    assert found["rows"] == [
        {"start": "2026-11-12", "count": 3, "days_counted": 2, "marks": None},
        {"start": "2026-11-16", "count": 14, "days_counted": 3, "marks": None},
    ]


def test_months_with_a_change_of_clocks_keep_all_their_days(diary: Diary) -> None:
    days = ("2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26")
    diary.log_all(f"{day}: calf x2" for day in days)
    found = asked(diary, "time", "--from", "2026-03-01", "--to", "2026-10-31", "--step", "month")
    assert counts(found) == [6, None, None, None, None, None, None, 6]
    assert [row["start"] for row in found["rows"]] == [f"2026-{month:02}-01" for month in range(3, 11)]
    by_day = asked(diary, "time", "--from", "2026-10-24", "--to", "2026-10-26")
    assert counts(by_day) == [2, 2, 2]


def test_a_twitch_stays_on_the_day_on_which_it_was_lived(diary: Diary) -> None:
    diary.log("left calf 2026-11-19 23:50+09:00")
    diary.log("left calf 2026-11-20T00:10-05:00")
    found = asked(diary, "time", "--from", "2026-11-19", "--to", "2026-11-20")
    assert counts(found) == [2, None]


def test_a_site_counts_its_children_and_is_zero_on_a_known_day(ten_days: Diary) -> None:
    ten_days.log("2026-11-19: upper eyelid x4")
    found = asked(ten_days, "time", *SPAN, "--site", "eyelid")
    assert counts(found) == [0, 0, None, None, None, 1, None, 4, 0, 0]
    assert asked(ten_days, "time", *SPAN, "--side", "left")["rows"][0]["count"] == 3
    cramps = asked(ten_days, "time", *SPAN, "--kind", "cramp")
    assert counts(cramps) == [0, 0, None, None, None, 1, None, 0, 0, 0]
    assert cramps["sentence"].startswith("Cramps counted on 6 of 10 days, 12 Nov to 21 Nov 2026: 1 cramp; ")
    assert asked(ten_days, "compare", *SPAN, "--kind", "cramp")["sentence"].startswith("Cramps counted on 6 of 10 days")


def test_another_measure_stands_beside_the_count(ten_days: Diary) -> None:
    ten_days.log("2026-11-16: left calf 5 90s")
    rows = asked(ten_days, "time", *SPAN, "--measure", "minutes")["rows"]
    assert [row["minutes"] for row in rows] == [None, 0, None, None, 1.5, None, None, None, 0, None]
    assert rows[4]["count"] == 1
    rows = asked(ten_days, "time", *SPAN, "--measure", "rating")["rows"]
    assert [row["rating"] for row in rows] == [None, None, None, 4, None, None, None, None, None, None]
    rows = asked(ten_days, "time", *SPAN, "--measure", "intensity")["rows"]
    assert rows[4] == {"start": "2026-11-16", "count": 1, "days_counted": 1, "intensity": 5, "marks": None}


def test_csv_is_the_same_rows(ten_days: Diary) -> None:
    rows = list(csv.DictReader(io.StringIO(ten_days.said("trends", "time", *SPAN, "--csv"))))
    as_json = asked(ten_days, "time", *SPAN)["rows"]
    assert rows == [{key: "" if value is None else str(value) for key, value in row.items()} for row in as_json]


def test_the_text_twin_word_by_word(ten_days: Diary) -> None:
    assert ten_days.said("trends", "time", "--from", "2026-11-17", "--to", "2026-11-21", "--text") == (
        "Twitches a day · 17 Nov to 21 Nov 2026\n"
        "\n"
        "Twitches counted on 4 of 5 days, 17 Nov to 21 Nov 2026: 14 twitches; 2.7 a day on 3 counted days that"
        " are over; 1 day not logged. Today is not over: it is shown, and left out of the mean.\n"
        "\n"
        "Day                        Twitches  7-day mean\n"
        "Tue 17 Nov 2026                   1           -\n"
        "Wed 18 Nov 2026          not logged           -\n"
        "Thu 19 Nov 2026                   7           -\n"
        "Fri 20 Nov 2026                none           -\n"
        "Sat 21 Nov 2026 (today)           6           -\n"
    )


def test_the_step_follows_the_span(diary: Diary) -> None:
    diary.log_all(["2020-01-01: none", "none"])
    starts = {days: len(asked(diary, "time", "--days", days)["rows"]) for days in ("7", "92", "93", "365", "732")}
    assert starts == {"7": 7, "92": 92, "93": 14, "365": 53, "732": 25}


def test_all_begins_with_the_first_record(ten_days: Diary) -> None:
    assert asked(ten_days, "time", "--days", "all")["from"] == "2026-11-12"


def test_bad_use_is_one_sentence(diary: Diary) -> None:
    assert diary.refused("trends", "nonsense").startswith("“nonsense” is no view; say one of time, compare")
    assert diary.refused("trends", "time", "--site", "flurb") == (
        "“flurb” is no site; say calf, eyelid, thumb, or another that `log` knows."
    )
    assert "the earlier day comes first" in diary.refused("trends", "--from", "2026-11-20", "--to", "2026-11-10")
    assert "is no habit; say one of Sleep" in diary.refused("trends", "habit", "--habit", "flurb")
    assert "is no day" in diary.refused("trends", "--from", "whenever")
    assert "say one of them" in diary.refused("trends", "--json", "--csv")
    assert "30, 90" in diary.refused("trends", "--days", "0")
    diary.refused("trends", "--lag", "9")


@pytest.mark.parametrize(
    ("line", "filters", "phrase"),
    [
        ("left calf", (), "1 twitch; "),
        ("left calf x2", (), "2 twitches; "),
        ("buzz left calf", ("--kind", "buzz", "--site", "calf"), "1 buzz in the calf; "),
        ("ripple left calf", ("--kind", "ripple"), "1 ripple; "),
        ("other left calf", ("--kind", "other"), "1 episode of another kind; "),
        ("left calf", ("--kind", "cramp"), "0 cramps; "),
    ],
)
def test_one_is_said_as_one(diary: Diary, line: str, filters: tuple[str, ...], phrase: str) -> None:
    diary.log(line)
    assert f": {phrase}" in asked(diary, "time", *filters)["sentence"]
