"""Each view against a small diary counted by hand."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from journal.catalog.lexicon import Term
from journal.store.vocabulary import add_term
from tests.diary import Diary


def asked(diary: Diary, *arguments: str) -> dict[str, Any]:
    found = json.loads(diary.said("trends", *arguments, "--json"))
    assert isinstance(found, dict)
    return found


def text(diary: Diary, *arguments: str) -> str:
    """The text twin; how its lines are broken does not matter here."""
    return " ".join(diary.said("trends", *arguments, "--text").split())


def log_days(diary: Diary, first: str, lines: list[str]) -> None:
    """A line for each day from the first; an empty one is a day that is not logged."""
    begin = date.fromisoformat(first)
    diary.log_all(f"{begin + timedelta(days=number)}: {line}" for number, line in enumerate(lines) if line)


@pytest.fixture
def short_nights(diary: Diary) -> Diary:
    """1 to 20 November: ten short nights with 3 twitches each, ten long ones with 1; the 5th is not logged."""
    lines = ["sleep 5, calf x3", "sleep 8, calf"] * 10
    lines[4] = ""
    log_days(diary, "2026-11-01", lines)
    return diary


NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-20")


# ---- a habit against the twitches ---------------------------------------------------------------------------------


def test_days_after_short_nights_against_days_after_long_ones(short_nights: Diary) -> None:
    found = asked(short_nights, "habit", "--habit", "sleep", *NOVEMBER)
    bins = [row for row in found["rows"] if row["row"] == "bin"]
    assert [(row["low"], row["high"], row["mean"], row["n"]) for row in bins] == [(5, 5, 3, 9), (8, 8, 1, 10)]
    assert all(row["interval_low"] is None for row in bins)  # four weeks: the number of days stands alone
    assert found["sentence"] == (
        "Days after 5 h of sleep or less: 3.0 a day on 9 days; after more: 1.0 on 10; 1 day without both."
        " An association in your log, not a cause."
    )


def test_a_lag_goes_by_calendar_day_not_by_row(short_nights: Diary) -> None:
    found = asked(short_nights, "habit", "--habit", "sleep", "--lag", "1", *NOVEMBER)
    days = {row["day"]: (row["habit"], row["count"]) for row in found["rows"] if row["row"] == "day"}
    assert days["2026-11-02"] == (5, 1)
    assert days["2026-11-03"] == (8, 3)
    assert "2026-11-06" not in days  # the day before is not logged
    assert "2026-11-05" not in days
    assert found["sentence"].startswith("Days 1 day after 5 h of sleep or less: 1.0 a day on 9 days; after more: 3.0")


def test_today_is_not_among_the_days(short_nights: Diary) -> None:
    short_nights.log("sleep 5")
    short_nights.log("calf x90")
    found = asked(short_nights, "habit", "--habit", "sleep", "--from", "2026-11-01", "--to", "2026-11-21")
    assert max(row["count"] for row in found["rows"] if row["row"] == "day") == 3


def test_from_eight_weeks_on_there_is_an_interval_and_it_is_always_the_same(diary: Diary) -> None:
    log_days(diary, "2026-08-31", ["sleep 5, calf x3", "sleep 8, calf", "sleep 8, none"] * 26)
    first, again = (asked(diary, "habit", "--habit", "sleep") for _ in range(2))
    assert first == again
    for row in first["rows"][:2]:
        assert row["interval_low"] <= row["mean"] <= row["interval_high"]
    assert "95 % interval" in first["sentence"]


# ---- around the twitches ------------------------------------------------------------------------------------------


def test_higher_days_against_lower_days(short_nights: Diary) -> None:
    found = asked(short_nights, "before", *NOVEMBER)
    own, before = [row for row in found["rows"] if row.get("habit") == "sleep_hours"]
    assert (own["days_before"], own["higher_mean"], own["higher_n"]) == (0, 5, 9)
    assert (own["lower_mean"], own["lower_n"], own["missing"]) == (8, 10, 0)
    assert (before["days_before"], before["higher_mean"], before["higher_n"]) == (1, 8, 8)
    assert (before["lower_mean"], before["lower_n"], before["missing"]) == (5, 9, 2)
    assert found["sentence"].startswith("Your 9 higher days had more than your median of 1 twitches, your 10 lower")


def test_an_episode_stands_beside_its_day_and_the_day_before(short_nights: Diary) -> None:
    short_nights.log("2026-11-19: lift legs 45m 8")
    episodes = [row for row in asked(short_nights, "before", *NOVEMBER)["rows"] if row["row"] == "episode"]
    assert episodes[0]["day"] == "2026-11-20"
    assert (episodes[0]["own_day"], episodes[0]["day_before"]) == ("sleep_hours 8", "sleep_hours 5; workout_load 360")
    marked = [row["day"] for row in episodes if row["trained_within_48_h"]]
    assert marked == ["2026-11-20", "2026-11-19"]


def test_a_site_of_any_name_counts_as_trained_with_its_region(short_nights: Diary) -> None:
    add_term(short_nights.path, Term("site", "oldscar", parent="calf"))
    for line in ("2026-11-19: lift legs 45m 8", "2026-11-20: left achilles", "2026-11-20: oldscar, thumb"):
        short_nights.log(line)
    episodes = [row for row in asked(short_nights, "before", *NOVEMBER)["rows"] if row["row"] == "episode"]
    trained = {row["site"]: row["trained_within_48_h"] for row in episodes if row["day"] == "2026-11-20"}
    assert (trained["achilles"], trained["oldscar"], trained["thumb"]) == (True, True, False)


# ---- all habits at once -------------------------------------------------------------------------------------------


def test_a_cell_is_empty_below_28_days_and_signed_from_there_on(diary: Diary) -> None:
    log_days(diary, "2026-10-20", [f"stress {number % 10}, calf x{number % 10 + 1}" for number in range(28)])
    rows = [row for row in asked(diary, "map")["rows"] if row["habit"] == "stress"]
    assert [row["n"] for row in rows] == [28, 27, 26, 25]
    assert rows[0]["rank_correlation"] == pytest.approx(1)
    assert [row["rank_correlation"] for row in rows[1:]] == [None, None, None]
    said = text(diary, "map")
    assert "+1.00 n 28" in said
    assert "With so many cells some stand out by chance." in said


# ---- when ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def clocks(diary: Diary) -> Diary:
    """Monday 16 and Tuesday 17 November: at 04:30, 13:00, 23:30, 01:30 (of Monday still), one evening, one unknown."""
    for line in ("16 Nov 04:30 calf", "16 Nov 13:00 calf x5", "16 Nov 23:30 calf", "17 Nov evening thumb"):
        diary.log(line)
    diary.log("2026-11-17 01:30 calf")
    diary.log("2026-11-17: left eyelid")
    diary.log("2026-11-17 12:00 cramp left calf")
    return diary


def test_episodes_by_part_and_weekday(clocks: Diary) -> None:
    found = asked(clocks, "when", "--from", "2026-11-16", "--to", "2026-11-17")
    counted = {(row["weekday"], row["part"]): row["episodes"] for row in found["rows"] if row["episodes"]}
    assert counted == {
        ("Mon", "morning"): 1,
        ("Mon", "afternoon"): 1,
        ("Mon", "night"): 2,
        ("Tue", "evening"): 1,
        ("Tue", None): 1,
    }
    assert "6 episodes; 1 of them left out of the parts of the day" in found["sentence"]
    assert "This shows when you log" in found["sentence"]


def test_the_clock_is_the_one_that_was_lived_by(diary: Diary) -> None:
    diary.log("2026-11-18 23:30+09:00 calf")
    diary.log("2026-11-18 13:30-08:00 calf")
    rows = asked(diary, "when", "--days", "7")["rows"]
    assert {row["part"] for row in rows if row["episodes"]} == {"night", "afternoon"}


# ---- the calendar -------------------------------------------------------------------------------------------------


def test_none_and_not_logged_are_told_apart_without_colour(diary: Diary) -> None:
    diary.log("2026-11-18: none")
    diary.log("2026-11-20: calf x4")
    found = asked(diary, "calendar", "--from", "2026-11-18", "--to", "2026-11-21")
    assert [(row["state"], row["count"]) for row in found["rows"]] == [
        ("none", 0),
        ("not logged", None),
        ("value", 4),
        ("not logged", None),
    ]
    picture = diary.said("trends", "calendar", "--from", "2026-11-18", "--to", "2026-11-21").split("\n")
    assert picture[9].endswith("20›21 22"), "today stands behind a mark"
    assert picture[10].split() == ["0", "·", "4", "·"]


def test_a_year_has_a_row_for_each_month(diary: Diary) -> None:
    diary.log("2026-02-28: calf x12")
    diary.log("2026-03-01: none")
    picture = diary.said("trends", "calendar", "--from", "2026-01-01", "--to", "2026-11-21")
    rows = {line[:8]: line for line in picture.split("\n") if line[4:8] == "2026"}
    assert len(rows) == 11
    assert rows["Feb 2026"].split()[-1] == "12"
    assert rows["Mar 2026"].split()[2] == "0"


# ---- where --------------------------------------------------------------------------------------------------------


def test_sites_with_their_sides_and_the_day_they_were_first_logged(diary: Diary) -> None:
    diary.log("2026-01-05: left calf")
    for line in ("left calf x4", "right calf x2", "both calves", "upper eyelid r", "calf", "cramp left calf"):
        diary.log(f"2026-11-19: {line}")
    found = asked(diary, "body")
    assert found["rows"] == [
        {
            **{"site": "calf", "left": 4, "right": 2, "both": 1, "midline": 0, "side_not_said": 1},
            **{"count": 8, "episodes": 4, "days": 1, "first_logged": "2026-01-05"},
        },
        {
            **{"site": "eyelid_upper", "left": 0, "right": 1, "both": 0, "midline": 0, "side_not_said": 0},
            **{"count": 1, "episodes": 1, "days": 1, "first_logged": "2026-11-19"},
        },
    ]


def test_the_left_leg_is_dark_on_the_persons_own_left(diary: Diary) -> None:
    diary.log("left shin x9")
    diary.log("yesterday: left leg x3")  # in which part of it nobody knows
    lines = diary.said("trends", "body").split("\n")
    assert any(line.rstrip().endswith("⣿7-9") or "⣿7-9 " in line for line in lines)
    assert "when you log (episodes), 1 not known" in diary.said("trends")
    heads = next(line for line in lines if "FRONT" in line)
    assert heads.split()[:3] == ["right", "FRONT", "left"]
    front = heads.index("left", heads.index("FRONT")) + len("left")
    dark = [line[:front].rfind("⣿") for line in lines if "⣿" in line[:front]]
    assert dark
    assert all(place > front // 2 for place in dark)


def test_a_site_without_a_place_on_the_figure_is_named(diary: Diary) -> None:
    diary.log("widespread x3")
    assert "Not on the figure: widespread 3." in diary.said("trends", "body")


# ---- relief -------------------------------------------------------------------------------------------------------


def test_helped_nine_of_twelve_with_wilsons_interval(diary: Diary) -> None:
    tried = ["+stretch"] * 9 + ["-stretch"] * 3 + ["tried stretch"] * 2
    log_days(diary, "2026-11-01", [f"calf {relief}" for relief in tried])
    (row,) = asked(diary, "relief")["rows"]
    assert (row["tried"], row["helped"], row["did_not_help"], row["not_said"]) == (14, 9, 3, 2)
    assert row["interval_low"] == pytest.approx(0.4677, abs=1e-4)
    assert row["interval_high"] == pytest.approx(0.9111, abs=1e-4)
    said = text(diary, "relief")
    assert "stretching 9 of 12 47 to 91 % 2" in said
    assert "by your own account" in said
    assert "twitches also stop by themselves" in said
    diary.log("2026-11-02: calf cramp 4 +stretch -heat")
    assert [(row["against"], row["tried"]) for row in asked(diary, "relief")["rows"]] == [
        *[("twitch", 14), ("cramp", 1), ("cramp", 1)],
    ]
    assert "stretching (cramps) 1 of 1" in text(diary, "relief")
    page = " ".join(diary.said("lookback").split())
    assert "stretching 9 of 12 times; against cramps: heat 0 of 1 time, stretching 1 of 1 time, by your own" in page


# ---- caffeine -----------------------------------------------------------------------------------------------------


def test_half_of_the_caffeine_is_left_after_a_half_life(diary: Diary) -> None:
    diary.log("2026-11-20 08:00 caffeine 100mg")
    diary.log("2026-11-21: slept 23:00-06:00")
    found = asked(diary, "caffeine", "--to", "2026-11-20")
    rows = {row["hour"]: row for row in found["rows"]}
    assert (found["from"], found["to"], found["days"]) == ("2026-11-20", "2026-11-20", 1)
    assert [rows[hour]["mg"] for hour in ("07:00", "08:00", "13:00", "18:00")] == [0, 100, 50, 25]
    assert rows["11:00"]["mg_half_life_3_h"] == 50
    assert rows["15:00"]["mg_half_life_7_h"] == 50
    assert found["sentence"] == (
        "100 mg with a clock time in 1 drink; at 23:00 (bedtime) about 12 mg still in the body (3 to 23 mg)."
    )
    assert asked(diary, "caffeine", "--to", "2026-11-20", "--half-life", "4")["rows"][8]["mg"] == 50
    assert "1.5 to 9.5 h were measured" in text(diary, "caffeine", "--to", "2026-11-20")


def test_a_drink_without_a_clock_is_left_out_and_said(diary: Diary) -> None:
    diary.log("2026-11-20 08:00 coffee")
    diary.log("2026-11-20: espresso")
    assert "63 mg without a clock time are left out." in text(diary, "caffeine", "--to", "2026-11-20")


def test_the_hours_after_a_drink_are_counted_against_what_was_in_the_body(diary: Diary) -> None:
    """On 16 of 17 days the day before is known: three half-hours a day with 50 mg or more, six with under 10."""
    log_days(diary, "2026-11-01", ["08:00 caffeine 60mg, @08:20 calf, @20:00 calf x2, @02:00 calf"] * 17)
    diary.log("2026-11-10 09:30 calf")
    found = asked(diary, "caffeine", "--from", "2026-11-01", "--to", "2026-11-17")
    levels = {row["mg_from"]: row for row in found["rows"] if row["row"] == "level"}
    assert {low: (row["twitches"], row["hours"]) for low, row in levels.items()} == {
        0: (0, 16 * 3),
        10: (32, 16 * 11.5),
        50: (17, 16 * 1.5),
    }
    assert levels[50]["an_hour"] == pytest.approx(17 / 24)
    assert levels[10]["interval_low"] is None
    said = text(diary, "caffeine", "--from", "2026-11-01", "--to", "2026-11-17")
    assert "of the 16 days on which all caffeine, of the day before too, has its time" in said
    assert "16 twitches without a time or at night are left out. No verdict: what is written down at the desk" in said
    assert "50 to 100 mg 7.1 17 24 -" in said


@pytest.mark.parametrize("line", ["caffeine 60mg", "08:00 caffeine 60mg, caffeine total 200mg"])
def test_caffeine_without_its_time_draws_no_hours_and_says_what_they_need(diary: Diary, line: str) -> None:
    log_days(diary, "2026-11-01", [f"{line}, calf"] * 20)
    found = asked(diary, "caffeine", "--from", "2026-11-01", "--to", "2026-11-20")
    assert not [row for row in found["rows"] if row["row"] == "level"]
    said = text(diary, "caffeine", "--from", "2026-11-01", "--to", "2026-11-20")
    assert "From 15 days on, on which all caffeine" in said
    assert "1 Nov to 20 Nov 2026 has 0 such days." in said


# ---- twitches over a habit ----------------------------------------------------------------------------------------


def test_the_habit_is_shifted_and_events_are_marked(short_nights: Diary) -> None:
    short_nights.log("2026-11-10: ill cold [bold]red")
    short_nights.log("12 Nov started magnesium 300mg")
    found = asked(short_nights, "compare", "--habit", "sleep", "--lag", "2", *NOVEMBER)
    rows = {row["start"]: row for row in found["rows"]}
    assert len(rows) == 20
    assert (rows["2026-11-04"]["count"], rows["2026-11-04"]["habit"]) == (1, 8)
    assert (rows["2026-11-07"]["count"], rows["2026-11-07"]["habit"]) == (3, None)
    assert rows["2026-11-10"]["marks"] == "ill: cold [bold]red: 16 on 8 days before, 20 on 10 days after"
    assert rows["2026-11-11"]["marks"] is None
    said = short_nights.said("trends", "compare", *NOVEMBER)
    said = " ".join(said.split())
    # The 10th is on neither side of the illness, the 5th is not logged, and the 12th is the first with magnesium.
    assert "Marked: 10 Nov ill: cold [bold]red (16 on 8 days before, 20 on 10 days after); 12 Nov began" in said
    assert "magnesium 300 mg (20 on 10 days before, 17 on 9 days after). Plain counts" in said
    assert "Day Twitches Sleep (h) Sun 1 Nov 2026" in text(short_nights, "compare", *NOVEMBER)
    twin = text(short_nights, "time", *NOVEMBER)
    assert "began magnesium 300 mg" in twin
    short_nights.log_all(["2026-11-15: visit neurologist", "2026-11-16: travel to Rome"])
    assert "; 2 earlier in the text. Plain" in " ".join(short_nights.said("trends", "time", *NOVEMBER).split())


# ---- the week of the user -------------------------------------------------------------------------------------------


def test_weeks_begin_on_the_users_day_in_every_chart(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_days(diary, "2026-11-01", ["calf x2", *[""] * 6, "calf", *[""] * 6, "thumb"])  # Sundays
    file = tmp_path / "settings.toml"
    file.write_text('week_starts = "Sun"\n')
    monkeypatch.setenv("TWITCH_JOURNAL_SETTINGS", str(file))
    weekdays = dict.fromkeys(row["weekday"] for row in asked(diary, "when", *NOVEMBER)["rows"])
    assert list(weekdays) == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    weeks = asked(diary, "time", "--step", "week", *NOVEMBER)["rows"]
    assert [row["start"] for row in weeks] == ["2026-11-01", "2026-11-08", "2026-11-15"]
    assert " Su Mo Tu We Th Fr Sa\n" in diary.said("trends", "calendar", *NOVEMBER)


# ---- trained muscles ----------------------------------------------------------------------------------------------


def trained_legs(diary: Diary, every: int = 3, more: str = "") -> None:
    """From September: legs lifted hard every third day; the day after, three of four twitches are in the calf, else
    one of two."""
    lines = []
    for number in range(70):
        twitches = "calf x3, eyelid" if number % every == 1 else "calf x2, eyelid x2"
        lines.append(twitches + (f", lift legs 45m effort 8{more}" if number % every == 0 else ", no workout"))
    log_days(diary, "2026-09-01", lines)


def test_trained_muscles_are_compared_with_the_others_of_the_same_days(diary: Diary) -> None:
    trained_legs(diary)
    legs, every = asked(diary, "muscles")["rows"]
    assert legs["region"] == "legs"
    assert (legs["days_after"], legs["twitches_after"], legs["all_twitches_after"]) == (23, 69, 92)
    assert (legs["other_days"], legs["twitches_other"], legs["all_twitches_other"]) == (46, 92, 184)
    assert legs["ratio"] == pytest.approx(3)
    assert legs["interval_low"] == pytest.approx(3), "every such day was like the others"
    assert every["ratio"] == pytest.approx(3, rel=0.1)
    assert "23 days, 69 of 92 twitches" in text(diary, "muscles")


def test_training_that_is_not_logged_or_is_of_the_whole_body_compares_nothing(diary: Diary) -> None:
    log_days(diary, "2026-09-01", ["calf x2, eyelid, lift whole body 45m 8", "calf, eyelid"] * 20)
    log_days(diary, "2026-11-01", ["calf, lift legs 45m", "calf, lift legs 45m 5", "calf, lift 45m 8"] * 5)
    assert asked(diary, "muscles")["rows"] == []
    assert "No day that can be compared comes after hard training of some muscles" in text(diary, "muscles")
