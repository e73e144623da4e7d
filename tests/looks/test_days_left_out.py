"""What is left out of the judging: habits written later than the next day. And days of illness, which are set apart."""

import pytest

from journal.analysis.looks.dataset import Dataset, dataset
from journal.store.file import connections
from journal.store.history import undo_redo
from journal.store.read import aggregates, queries
from journal.store.read.question_states import all_habits
from journal.store.write import transaction
from tests.diary import Diary
from tests.looks.simulated_days import AT, nothing, store
from tests.store.diaries import ask

DAY = "2026-11-18"
WRITTEN = "SELECT written_on FROM {}"


def judged(diary: Diary) -> Dataset:
    with connections.reading(diary.path) as connection:
        clock = queries.context(connection, diary.clock).clock
        data = dataset(connection, all_habits(connection), "twitches", clock)
    assert data is not None
    return data.of_the_family()


def is_judged(diary: Diary, habit: str, day: str = DAY) -> bool:
    return bool(judged(diary).frame[habit].notna()[day])


@pytest.fixture
def day(diary: Diary) -> Diary:
    """A day of which the twitches were logged as they came, and three days later the present."""
    diary.at(f"{DAY} 20:00").log("left calf x4")
    return diary.at("2026-11-21 20:00")


# ---- written late -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clock", "is_in"),
    [("2026-11-18 21:00", True), ("2026-11-19 23:00", True), ("2026-11-20 03:30", True), ("2026-11-20 08:00", False)],
)
def test_an_answer_is_judged_where_it_was_given_by_the_next_day_which_ends_at_four(
    day: Diary, clock: str, is_in: bool
) -> None:
    day.at(clock).log(f"{DAY}: stress 7")
    assert day.daily(DAY) == {"twitches": 4, "cramps": 0, "tingles": 0, "any_twitches": 1, "stress": 7}
    day.at("2026-11-21 20:00")
    assert is_judged(day, "stress") == is_in
    assert judged(day).days_late["stress"] == (not is_in)


@pytest.mark.parametrize(
    "line", ["slept 23:00-04:30, espresso @08:00, lift legs 45m 8", "sleep 5, no caffeine, no workout"]
)
def test_a_habit_is_late_with_the_rows_it_is_made_of(day: Diary, line: str) -> None:
    habits = ("sleep_hours", "short-nights", "caffeine_mg", "late-caffeine", "workout_load", "heavy-lifting")
    day.at("2026-11-19 09:00").log(f"{DAY}: {line}")
    in_time = judged(day)
    assert all(in_time.frame[habit].notna()[DAY] for habit in habits)
    day.at("2026-11-21 20:00").undo()
    day.log(f"{DAY}: {line}")
    late = judged(day)
    assert not any(late.frame[habit].notna()[DAY] for habit in habits)
    assert all(late.days_late[habit] == 1 for habit in habits)


def test_one_late_drink_makes_the_caffeine_of_its_day_late_but_not_under_a_total_said_in_time(day: Diary) -> None:
    day.at(f"{DAY} 21:00").log("espresso @08:00")
    day.at("2026-11-21 20:00").log(f"{DAY}: coffee @10:00")
    assert not is_judged(day, "caffeine_mg")
    day.at(f"{DAY} 22:00").log("caffeine total 160mg")
    day.at("2026-11-21 20:00")
    assert is_judged(day, "caffeine_mg")


def test_twitches_count_whenever_they_were_written(diary: Diary) -> None:
    diary.log(f"{DAY}: left calf x4")
    assert judged(diary).outcome[DAY] == 4


def test_what_is_said_again_counts_as_said_then_and_undo_gives_the_old_day_back(day: Diary) -> None:
    day.at(f"{DAY} 21:00").log("stress 7")
    day.at("2026-11-21 20:00").log(f"{DAY}: stress 7")
    assert ask(day.path, WRITTEN.format("answer")) == ["2026-11-21"]
    day.undo()
    assert ask(day.path, WRITTEN.format("answer")) == [DAY]
    undo_redo.redo(day.path, AT)
    assert ask(day.path, WRITTEN.format("answer")) == ["2026-11-21"]


def test_to_edit_a_value_says_it_anew_and_to_edit_its_note_does_not(day: Diary) -> None:
    day.at(f"{DAY} 21:00").log('lift legs 45m 8 "heavy"')
    day.at("2026-11-21 20:00").said("edit", "last", '"was heavier than planned"')
    assert ask(day.path, WRITTEN.format("workout")) == [DAY]
    day.said("edit", "last", "6")
    assert ask(day.path, WRITTEN.format("workout")) == ["2026-11-21"]
    day.undo()
    assert ask(day.path, WRITTEN.format("workout")) == [DAY]


def test_what_came_from_another_app_has_no_day_of_writing_and_is_judged(day: Diary) -> None:
    day.imported("answer", day=DAY, question="stress", value=7.0)
    assert ask(day.path, WRITTEN.format("answer")) == [None]
    assert is_judged(day, "stress")


def test_that_it_is_late_is_said_once_a_day_and_never_of_twitches(day: Diary) -> None:
    late = "kept and shown; for triggers a habit counts only where it was logged by the next day"
    assert late not in day.echo(f"{DAY}: right calf")
    assert late not in day.echo("yesterday: stress 4")
    assert late in day.echo(f"{DAY}: stress 7")
    assert late not in day.echo(f"{DAY}: espresso @08:00")
    assert late in day.at("2026-11-22 20:00").echo(f"{DAY}: anxiety 7")


def test_how_many_days_were_late_stays_with_the_look_as_it_was(diary: Diary) -> None:
    store(diary.path, nothing(60))
    diary.log_all(f"{back} days ago: stress 5" for back in range(3, 12))
    diary.said("triggers")
    assert ask(diary.path, "SELECT days_late FROM verdict WHERE habit IN ('stress', 'caffeine_mg') ORDER BY habit") == [
        0,
        9,
    ]


# ---- off and hidden -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["off", "hide"])
def test_a_habit_that_is_not_asked_any_more_is_judged_as_before(diary: Diary, change: str) -> None:
    store(diary.path, nothing(60))
    before = judged(diary)
    diary.said("question", change, "stress")
    assert judged(diary).frame.equals(before.frame)
    diary.said("triggers")
    assert ask(diary.path, "SELECT count(*) FROM verdict WHERE habit = 'stress'") == [1]


def test_a_habit_that_is_off_and_has_few_answers_is_not_judged(diary: Diary) -> None:
    store(diary.path, [{**day, "anxiety": 3.0 if place < 14 else None} for place, day in enumerate(nothing(60))])
    assert "anxiety" not in judged(diary).frame
    diary.said("question", "on", "anxiety")
    assert "anxiety" in judged(diary).frame


# ---- illness ------------------------------------------------------------------------------------------------


def ill(diary: Diary, first: str = "2026-11-01", last: str = "2026-11-30") -> list[str]:
    with connections.reading(diary.path) as connection:
        return aggregates.illness_days(connection, first, last)


def last_day(diary: Diary, value: str) -> None:
    diary.imported("event", day="2026-11-10", last_day=value, kind="illness", text="flu")


def test_an_illness_and_a_journey_reach_from_their_day_to_their_last(diary: Diary) -> None:
    diary.log("2026-11-03: ill cold")
    diary.log("2026-11-05: travel Rome")
    diary.log("2026-11-06: test CK normal")
    last_day(diary, "2026-11-12")
    assert ill(diary) == ["2026-11-03", "2026-11-05", "2026-11-10", "2026-11-11", "2026-11-12"]
    assert ill(diary, "2026-11-11", "2026-11-11") == ["2026-11-11"]
    assert diary.daily("2026-11-11") == {}, (
        "a day that an illness touches is a day with a record, of which no more is known"
    )
    assert diary.daily("2026-11-13") is None


def test_a_day_answered_as_sick_counts_as_illness_and_is_no_habit(diary: Diary) -> None:
    diary.said("question", "on", "sick")
    diary.log("yesterday: sick, calf")
    diary.log("2 days ago: no sick")
    assert ill(diary) == ["2026-11-20"]
    assert "sick" not in judged(diary).frame
    assert list(judged(diary).illness[judged(diary).illness].index.astype(str)) == ["2026-11-20"]


def test_days_of_illness_are_set_apart_where_habits_are_judged(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three days in twelve with more twitches and more stress."""
    days = [
        {**day, "sick": 1.0, "twitches": 12.0, "stress": 9.0} if place % 12 < 3 else {**day, "sick": 0.0}
        for place, day in enumerate(nothing(90))
    ]
    store(diary.path, days)
    with_illness = judged(diary).judged((0.05, 0.10))
    monkeypatch.setattr(aggregates, "illness_days", lambda *_: [])
    without = judged(diary).judged((0.05, 0.10))
    p = [
        next(finding.p for finding in result.findings if finding.habit == "stress")
        for result in (with_illness, without)
    ]
    assert p[0] > 0.1 > p[1]


def test_an_edited_illness_keeps_how_long_it_lasted(diary: Diary) -> None:
    diary.log("2026-11-10: ill cold")
    with transaction.step(diary.path, "log", AT) as connection:
        transaction.update(connection, "event", {"kind": "illness"}, {"last_day": "2026-11-12"})
    diary.said("edit", "last", "flu")
    assert ask(diary.path, "SELECT day, last_day, text FROM event") == [("2026-11-10", "2026-11-12", "flu")]
    diary.said("edit", "last", "2026-11-11")
    assert ask(diary.path, "SELECT day, last_day, text FROM event") == [("2026-11-11", "2026-11-13", "flu")]
    assert "until" in diary.said("show", "2026-11-11")
