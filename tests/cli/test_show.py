"""show: a day, or several, as a page."""

import json
import re
import sqlite3
import sys
import unicodedata
from contextlib import closing
from typing import Any

import pytest

from tests.diary import Diary

PAGE = """\
Sat 21 Nov 2026 · today

06:10    slept 6 h 30 min, 23:40-06:10  [ID]
09:12    left calf, twitch, 4 of 10, 2 min, “while reading”  [ID]
13:00    coffee, 237 ml, 96 mg caffeine  [ID]
evening  both calves, cramp, 7 of 10, stretching helped, heat did not help  [ID]
         started magnesium, 300 mg  [ID]

Check-in
  Sleep          6 h 30 min      from 23:40-06:10
  Stress         7 of 10
  Caffeine       96 mg           from 1 drink
  Workout load   none
  Any twitches?  yes             1 twitch in 1 episode
  How twitchy?   not logged
  Anxiety        none (0 of 10)

Note: neighbours
      again
"""


@pytest.fixture
def full(diary: Diary) -> Diary:
    """A day with a bit of everything."""
    lines = (
        "slept 23:40-06:10",
        'left calf 4 2m @09:12 "while reading"',
        "coffee @13:00",
        "evening cramp both calves 7 +stretch -heat",
        "started magnesium 300mg",
        "stress 7",
        "no workout",
        "anxiety 0",
        "note neighbours",
        "note again",
    )
    diary.log_all(lines)
    return diary


def columns(line: str) -> int:
    """The columns that a terminal gives a line of letters and wide signs."""
    return sum(2 if unicodedata.east_asian_width(letter) == "W" else 1 for letter in line)


def test_a_day_is_its_records_as_they_were_lived_and_its_check_in(full: Diary) -> None:
    page = full.said("show")
    assert re.sub(r"\[[0-9a-f]{4,}\]", "[ID]", page) == PAGE
    assert full.said() == page, "without a command it is today's page"
    assert full.said("show", "today") == page
    assert full.said("show", "2026-11-21") == page
    full.at("2026-11-22 09:00")
    assert full.said("show", "yesterday") == page.replace("· today", "· yesterday")


def test_a_page_is_never_wider_than_the_terminal(full: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    full.log(f'left calf "{"漢字" * 40} and {"words " * 20}"')
    full.log(f"note {'verylongword' * 20}")
    with closing(sqlite3.connect(full.path)) as connection, connection:
        for slug, label in (("long", f"A very long habit {'indeed ' * 8}"), ("wide", "情緒" * 15)):
            connection.execute("INSERT INTO question (slug, label, place) VALUES (?, ?, 20)", (slug, label))
    commands = (["show"], ["show", "2026-11-20..2026-11-22"], ["log", "left calf 5 3m @19:00"], ["undo"])
    for width in (40, 57, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        for command in commands:
            assert max(columns(line) for line in full.said(*command).splitlines()) <= width
    monkeypatch.setenv("COLUMNS", "12")
    assert max(columns(line) for line in full.said("show").splitlines()) == 40, "narrower than 40 it does not get"


def test_a_day_without_a_record_says_so_and_what_to_type(diary: Diary) -> None:
    page = diary.said("show")
    assert page.startswith(
        "Sat 21 Nov 2026 · today\n\nNothing is logged for this day. For example: twitch-journal log left calf 4 2m\n"
    )
    assert page.count("not logged") == 6
    assert diary.said() == page
    assert not list(diary.path.parent.iterdir()), "reading makes no file"


def test_a_span_shows_the_days_that_have_a_record(diary: Diary) -> None:
    for line in ("2026-11-18: stress 8", "yesterday: none", "left calf"):
        diary.log(line)
    pages = diary.said("show", "2026-11-15..today")
    assert pages.startswith("Something is logged on 3 of 7 days, 2026-11-15 to 2026-11-21\n\nWed 18 Nov 2026\n")
    assert [line for line in pages.splitlines() if "Nov 2026" in line] == [
        "Wed 18 Nov 2026",
        "Fri 20 Nov 2026 · yesterday",
        "Sat 21 Nov 2026 · today",
    ]
    assert diary.said("show", "2026-11-18..2026-11-18") == diary.said("show", "3", "days", "ago")
    assert diary.said("show", "1", "Nov..3 Nov") == "Something is logged on 0 of 3 days, 2026-11-01 to 2026-11-03\n"


def test_json_has_every_day_of_a_span_with_the_three_states_told_apart(full: Diary) -> None:
    before, today = json.loads(full.said("show", "yesterday..today", "--json"))
    assert (before["day"], before["logged"], before["records"], before["note"]) == ("2026-11-20", False, [], None)
    assert set(before["daily"].values()) == {None}
    assert {line["state"] for line in before["questions"]} == {"not logged"}

    assert (today["day"], today["logged"], today["note"]) == ("2026-11-21", True, "neighbours\nagain")
    states = {line["question"]: (line["state"], line["value"]) for line in today["questions"]}
    assert states["stress"] == ("value", 7)
    assert states["workout_load"] == ("none", 0)
    assert states["twitchiness"] == ("not logged", None)
    assert [record["table"] for record in today["records"]] == ["sleep", "episode", "drink", "episode", "medicine"]
    cramp: dict[str, Any] = today["records"][3]
    assert (cramp["site"], cramp["side"], cramp["intensity"], cramp["day_part"]) == ("calf", "both", 7, "evening")
    assert cramp["reliefs"] == [{"name": "stretch", "helped": True}, {"name": "heat", "helped": False}]
    assert cramp["short_id"] == cramp["id"][: len(cramp["short_id"])]
    assert cramp["phrases"] == ["cramp both calves 7 +stretch -heat 2026-11-21 evening"]


@pytest.mark.parametrize(
    ("span", "why"),
    [
        (["blah"], "“blah” is no day; say today, yesterday, Mon, 3 days ago, 2026-11-20 or 20 Nov."),
        (["today", "yesterday"], "“today yesterday” is no day; "),
        ([".."], "“” is no day; "),
        (["today.."], "“” is no day; "),
        (["2026-02-30"], "2026-02-30: there is no such day."),
        (["2026-11-10..2026-11-01"], "2026-11-01 is before 2026-11-10; the earlier day comes first."),
        (["1899-12-31"], ""),
        (["21/11"], ""),
        (["\x1b[31m"], ""),
        (["--jsn"], "No such option"),
    ],
)
def test_what_is_no_day_is_refused(diary: Diary, span: list[str], why: str) -> None:
    assert diary.refused("show", *span).startswith(why)


def test_a_medicine_shows_on_the_day_it_ends_that_it_ended(diary: Diary) -> None:
    diary.log("2026-11-10 started magnesium 300mg")
    diary.log("stopped magnesium")
    assert "  stopped magnesium, 300 mg, taken since 2026-11-10  [" in diary.said("show")
    assert "  started magnesium, 300 mg, stopped 2026-11-21  [" in diary.said("show", "2026-11-10")


def test_what_was_left_going_on_stands_above_every_page_and_the_advice_ends_it(diary: Diary) -> None:
    diary.at("2026-11-02 12:00").log("start left calf")
    diary.at("2026-12-20 14:30")
    above = diary.said("show").splitlines()[0]
    assert above == "left calf, twitch: going on since Mon 2 Nov 12:00; `stop` ends it"
    echo = diary.said("stop")
    assert "48 d 2 h" in echo
    assert "it counts on each day to Sun 20 Dec" in echo
    undo, advice = echo.split("`")[1::2]
    assert (undo, advice) == ("undo", "stop 2026-11-02 13:00")
    diary.said(undo)
    diary.said(*advice.split())
    assert "going on" not in diary.said("show")
    assert diary.daily("2026-11-02") == {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1}


def test_colours_are_for_a_terminal_that_has_them(full: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = full.said("show")
    assert "\x1b" not in plain
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as changed:
            changed.setenv(name, value)
            assert full.said("show") == plain
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = full.said("show")
    assert "\x1b[1mSat 21 Nov 2026 · today\x1b[0m\n" in coloured
    assert "\x1b[2m  How twitchy?   not logged\x1b[0m\n" in coloured
    assert coloured.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "") == plain, "no words by colour"


def test_rows_that_lie_on_each_other_say_so(diary: Diary) -> None:
    diary.log_all(["slept 23:00-07:00", "slept 22:00-06:30", "nap 13:00-13:30", "run 60m 5 @17:00", "run 30m 7 @17:45"])
    lines = re.sub(r"\[[0-9a-f]{4,}\]", "[ID]", diary.said("show")).splitlines()
    assert lines[2:7] == [
        "06:30  slept 8 h 30 min, 22:00-06:30, overlaps slept 8 h, 23:00-07:00  [ID]",
        "07:00  slept 8 h, 23:00-07:00, overlaps slept 8 h 30 min, 22:00-06:30  [ID]",
        "13:00  nap 30 min, 13:00-13:30  [ID]",
        "17:00  run, 1 h, effort 5, load 300, overlaps run, 30 min, effort 7, load 210  [ID]",
        "17:45  run, 30 min, effort 7, load 210, overlaps run, 1 h, effort 5, load 300  [ID]",
    ]
    first, second, nap, *_ = diary.page()["records"]
    assert (first["overlaps"], second["overlaps"], nap["overlaps"]) == ([second["short_id"]], [first["short_id"]], [])
    diary.log("slept 01:00-02:00")
    assert "slept 1 h, 01:00-02:00, overlaps 2 others" in diary.said("show")
