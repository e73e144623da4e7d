"""To which day a record belongs, and what of a day is one step."""

import pytest

from tests.diary import Diary


def test_a_twitch_at_half_past_one_belongs_to_the_evening_before(diary: Diary) -> None:
    diary.at("2026-11-21 01:30").log("left calf 4")
    assert diary.daily("2026-11-20") == {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1}
    assert diary.daily("2026-11-21") is None, "not logged, not zero"
    assert "01:30 (Sat)  left calf, twitch, 4 of 10" in diary.said("show", "2026-11-20")


def test_a_twitch_at_the_hour_at_which_days_begin_belongs_to_the_new_day(diary: Diary) -> None:
    diary.at("2026-11-21 04:00").log("left calf 4")
    assert diary.daily("2026-11-20") is None
    assert diary.daily("2026-11-21") == {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1}


def test_a_night_belongs_to_the_date_on_which_it_ends(diary: Diary) -> None:
    diary.log("2026-11-10: slept 22:30-06:00")
    diary.at("2026-11-21 02:00").log("slept 22:00-01:30")
    assert diary.daily("2026-11-10") == {"sleep_hours": 7.5}
    assert diary.daily("2026-11-20") is None, "at 2:00 it is still the 20th, but the night ended on the 21st"
    assert diary.daily("2026-11-21") == {"sleep_hours": 3.5}
    assert diary.said("show", "2026-11-21").startswith("Sat 21 Nov 2026 · tomorrow\n")


def test_hours_typed_and_clocks_meet_on_the_date_on_which_the_night_ends(diary: Diary) -> None:
    diary.log("yesterday: sleep 5")
    diary.log("sleep 6")
    assert diary.echo("slept 23:40-06:10") == "instead of “sleep 6 h” typed for that night"
    assert diary.daily("2026-11-20") == {"sleep_hours": 5}


def test_a_visit_that_lies_ahead_is_a_day_with_a_record(diary: Diary) -> None:
    diary.log("visit neurologist 12 Dec")
    assert diary.daily("2026-12-12") == {}
    assert "visit: neurologist" in diary.said("show", "2026-12-12")


def test_a_medicine_is_a_record_of_the_day_it_begins_and_of_the_day_it_ends(diary: Diary) -> None:
    diary.log("2026-11-01 started magnesium 300mg")
    diary.log("yesterday stopped magnesium")
    assert [diary.daily(f"2026-11-{day}") for day in ("01", "10", "20")] == [{}, None, {}]
    assert "started magnesium, 300 mg, stopped 2026-11-20" in diary.said("show", "2026-11-01")
    assert "stopped magnesium, 300 mg, taken since 2026-11-01" in diary.said("show", "2026-11-20")


def test_several_records_of_a_day_are_one_step(diary: Diary) -> None:
    diary.log("2026-11-18: sleep 5, stress 8, lift legs 60m 9, none")
    assert diary.daily("2026-11-18") == {
        "sleep_hours": 5,
        "stress": 8,
        "workout_load": 540,
        "twitches": 0,
        "cramps": 0,
        "tingles": 0,
        "any_twitches": 0,
    }
    diary.undo()
    assert diary.daily("2026-11-18") is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("none", "left calf"),
        ("twitchy 0", "left calf"),
        ("twitchy 0", "some"),
        ("none", "twitchy 4"),
        ("no caffeine", "espresso"),
        ("no alcohol", "beer"),
        ("no fluids", "water"),
        ("no workout", "run 30m 6"),
        ("sleep 5", "slept 23:40-06:10"),
        ("stress 7", "stress 3"),
        ("caffeine total 300mg", "no caffeine"),
    ],
)
def test_what_gave_way_comes_back_with_one_undo(diary: Diary, first: str, second: str) -> None:
    diary.log(first)
    was = diary.daily()
    diary.log(second)
    assert diary.daily() != was
    diary.undo()
    assert diary.daily() == was


def test_what_is_refused_leaves_the_day_as_it_was(diary: Diary) -> None:
    diary.log("2 coffees")
    was = diary.daily()
    assert diary.refused("log", "today: stress 7, no caffeine").startswith("“no caffeine” does not go with what")
    assert diary.daily() == was, "the stress of that line is not stored either"
