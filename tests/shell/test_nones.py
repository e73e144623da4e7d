"""A none stays beneath what is typed after it, and counts again when that goes."""

from collections.abc import Callable

import pytest

from journal.analysis.looks.dataset import dataset
from journal.catalog.habits import LATE_CAFFEINE
from journal.store.file import connections
from tests.diary import Diary

DAYS = {
    "none": ("left calf", "any_twitches"),
    "no caffeine": ("coffee", "caffeine_mg"),
    "no alcohol": ("beer", "alcohol_g"),
    "no workout": ("run 30m 6", "workout_load"),
    "no sleep": ("slept 23:00-06:00", "sleep_hours"),
    "twitchy 0": ("ripple eyelid", "twitchiness"),
}


def value(diary: Diary, question: str, day: str = "2026-11-21") -> float | None:
    return (diary.daily(day) or {}).get(question)


@pytest.mark.parametrize("none", DAYS)
def test_a_none_counts_again_when_what_was_typed_over_it_is_deleted_undone_or_moved(diary: Diary, none: str) -> None:
    line, question = DAYS[none]
    diary.log(none)
    words = diary.page()["questions"]
    assert value(diary, question) == 0
    assert "of that day gives way while this stands" in diary.said("log", line)
    assert value(diary, question) != 0
    assert "was said earlier, the " in diary.said("show")

    assert "of that day counts again" in diary.said("delete", "last")
    assert (value(diary, question), diary.page()["questions"]) == (0, words)
    assert "gives way: Sat 21 Nov  " in diary.said("undo")
    assert value(diary, question) != 0
    assert "counts again: Sat 21 Nov  " in diary.said("undo")
    assert (value(diary, question), diary.page()["questions"]) == (0, words)
    assert "gives way: " in diary.said("redo")
    assert value(diary, question) != 0

    (record,) = diary.page()["records"]
    moved = "23:00-06:00 yesterday" if line.startswith("slept") else "yesterday"
    assert "of Sat 21 Nov counts again" in diary.said("edit", record["short_id"], moved)
    assert (value(diary, question), diary.page()["questions"]) == (0, words)


def test_a_total_of_a_day_is_not_a_none(diary: Diary) -> None:
    diary.log("caffeine total 200mg")
    diary.log("coffee")
    assert value(diary, "caffeine_mg") == 200
    assert "counts again" not in diary.said("delete", "last")


def test_of_two_coffees_the_first_that_goes_changes_nothing(diary: Diary) -> None:
    diary.log_all(["no caffeine", "coffee @08:00", "tea @09:00"])
    assert "counts again" not in diary.said("delete", "last")
    assert value(diary, "caffeine_mg") == 96
    assert "“no caffeine” of that day counts again" in diary.said("delete", "last")


def test_the_check_in_asks_again_what_a_none_beneath_does_not_answer(
    diary: Diary, answer: Callable[[str], None]
) -> None:
    diary.log_all(["none", "twitchy 0", "left calf"])
    answer("\n" * 8)
    asked = diary.said("checkin")
    assert "How twitchy" in asked
    assert "Any twitches" not in asked


def test_charts_and_looks_take_the_rows_for_the_day(diary: Diary) -> None:
    diary.log_all(["yesterday: none", "yesterday: no caffeine", "yesterday: coffee @17:00"])
    caffeine = diary.said("trends", "caffeine", "--to", "yesterday", "--text")
    assert "96 mg with a clock time in 1 drink" in caffeine
    assert "typed total" not in caffeine
    with connections.reading(diary.path) as connection:
        late = dataset(connection, [LATE_CAFFEINE], "twitches", diary.clock)
    assert late is not None
    assert late.frame["late-caffeine"].iloc[-1] == 96
