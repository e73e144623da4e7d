"""What is judged: the outcome and the habits of each day, in their three states."""

from datetime import date
from math import isnan

import pytest

from journal.analysis.looks.dataset import Dataset, dataset
from journal.store.file import connections
from journal.store.read import queries
from journal.store.read.question_states import all_habits, shown_habits
from tests.diary import Diary

YESTERDAY = "2026-11-20"


def made(diary: Diary, outcome: str = "twitches") -> Dataset:
    with connections.reading(diary.path) as connection:
        clock = queries.context(connection).clock
        found = dataset(connection, all_habits(connection), outcome, clock)
    assert found is not None
    return found


def value(diary: Diary, habit: str, day: str = YESTERDAY) -> float | None:
    found = float(made(diary).frame[habit][day])
    return None if isnan(found) else found


def names(diary: Diary) -> list[str]:
    with connections.reading(diary.path) as connection:
        return [habit.slug for habit in shown_habits(connection)]


def test_a_day_that_was_not_logged_is_neither_in_the_outcome_nor_zero(diary: Diary) -> None:
    diary.log_all(("3 days ago: left calf", "yesterday: none", "left calf x50"))
    outcome = made(diary).outcome
    assert outcome["2026-11-18"] == 1
    assert isnan(outcome["2026-11-19"])
    assert outcome[YESTERDAY] == 0
    assert str(outcome.index[-1].date()) == YESTERDAY, "today is not over"


def test_habits_of_the_days_before_the_first_outcome_are_used(diary: Diary) -> None:
    diary.at("2026-11-17 21:00").log("stress 3")
    diary.at("2026-11-21 20:00").log("yesterday: none")
    found = made(diary)
    assert found.first_and_last == (date(2026, 11, 20), date(2026, 11, 20))
    assert found.frame["stress"]["2026-11-17"] == 3
    assert found.days == 1


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("coffee @08:00",), 0),
        (("coffee @08:00", "coffee @16:00"), 96),
        (("espresso @23:30",), 63),
        (("morning coffee",), 0),
        (("evening coffee",), 96),
        (("afternoon coffee",), None),
        (("coffee @08:00", "afternoon coffee"), None),
        (("no caffeine",), 0),
        (("caffeine 200mg",), None),
        (("coffee @17:00", "caffeine total 200mg"), None),
        (("stress 3",), None),
    ],
)
def test_caffeine_after_four_is_known_only_where_every_drink_has_its_time(
    diary: Diary, lines: tuple[str, ...], said: float | None
) -> None:
    diary.log_all(f"yesterday: {line}" for line in ("none", *lines))
    assert value(diary, "late-caffeine") == said


def test_a_coffee_after_midnight_is_a_late_one_of_the_day_before(diary: Diary) -> None:
    diary.log("yesterday: none")
    diary.log("coffee 2026-11-21 01:30")
    assert value(diary, "late-caffeine") == 96


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("lift legs 45m 8",), 1),
        (("lift legs 45m 7",), 1),
        (("lift legs 45m 6",), 0),
        (("lift legs 45m",), None),
        (("lift legs 45m", "lift arms 20m 9"), 1),
        (("run 45m 9",), 0),
        (("run 45m",), 0),
        (("no workout",), 0),
        (("load 300",), None),
        (("stress 3",), None),
    ],
)
def test_heavy_lifting_is_known_only_where_every_lift_has_its_effort(
    diary: Diary, lines: tuple[str, ...], said: float | None
) -> None:
    diary.log_all(f"yesterday: {line}" for line in ("none", *lines))
    assert value(diary, "heavy-lifting") == said


@pytest.mark.parametrize(("hours", "said"), [("5.9", 1), ("6", 0), ("8", 0)])
def test_a_night_under_six_hours_is_short(diary: Diary, hours: str, said: float) -> None:
    diary.log("yesterday: none")
    diary.log(f"yesterday: sleep {hours}")
    assert value(diary, "short-nights") == said
    assert value(diary, "short-nights", "2026-11-19") is None


def test_questions_that_are_on_are_shown_and_those_of_the_users_own(diary: Diary) -> None:
    diary.log("none")
    assert names(diary) == [
        *("sleep_hours", "short-nights", "stress", "caffeine_mg", "late-caffeine", "workout_load", "heavy-lifting")
    ]
    diary.said("question", "on", "anxiety")
    diary.said("question", "off", "stress")
    diary.said("question", "add", "meditated", "--highest", "1")
    assert set(names(diary)) >= {"anxiety", "meditated"}
    assert "stress" not in names(diary)


def test_what_rows_answer_by_themselves_is_shown_also_while_it_is_not_asked(diary: Diary) -> None:
    diary.log("beer")
    assert "alcohol_g" in names(diary)
    diary.said("question", "hide", "alcohol_g")
    assert "alcohol_g" not in names(diary)
