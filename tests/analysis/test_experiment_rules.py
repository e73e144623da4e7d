"""What may be tried, what is refused with which sentence, and on which days an experiment counts."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from math import isnan
from typing import Any

import pytest

from journal.analysis.experiments import make_plan, outcome_days, take_result
from journal.catalog.experiments import (
    ALCOHOL_CAUTION,
    ALCOHOL_STOP,
    BY_SLUG,
    CAFFEINE_STOP,
    EATING_LESS,
    LESS_SLEEP,
    MEDICINE,
    MORE,
    SUPPLEMENT,
    TRIALS,
    named_trial,
)
from journal.charts.experiments import plan_words, result_words
from journal.errors import Refused
from journal.statistics import experiment_power
from journal.statistics.block_orders import drawn_order
from journal.store import experiment_records
from journal.store.file import connections
from tests.diary import Diary

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def fewer_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan is worked out by 200 made-up experiments; as many as these do here, and take a fifth of the time."""
    monkeypatch.setattr(experiment_power, "DRAWS", 40)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("propranolol", MEDICINE),
        ("a lower dose", MEDICINE),
        ("Ibuprofen before bed", MEDICINE),
        ("magnesium", SUPPLEMENT),
        ("more magnesium", SUPPLEMENT),
        ("vitamin B12", SUPPLEMENT),
        ("no caffeine", CAFFEINE_STOP),
        ("quit coffee", CAFFEINE_STOP),
        ("caffeine-free", CAFFEINE_STOP),
        ("decaf", CAFFEINE_STOP),
        ("no alcohol", ALCOHOL_STOP),
        ("less sleep", LESS_SLEEP),
        ("later bedtime", LESS_SLEEP),
        ("short nights", LESS_SLEEP),
        ("fasting", EATING_LESS),
        ("skip breakfast", EATING_LESS),
        ("less food", EATING_LESS),
        ("more coffee", MORE),
        ("harder workouts", MORE),
        ("extra screen time", MORE),
    ],
)
def test_what_is_no_experiment_is_refused_with_its_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        named_trial(text)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("less-caffeine", "less-caffeine"),
        ("Coffee", "less-caffeine"),
        ("no coffee after noon", "earlier-caffeine"),
        ("earlier to bed", "earlier-bed"),
        ("more sleep", "earlier-bed"),
        ("regular meals", "regular-meals"),
        ("more water", "regular-meals"),
        ("lighter lifting", "lighter-lifting"),
        ("less screen time", "less-screen"),
        ("stretching before bed", "stretching"),
        ("heat", "heat"),
        ("less beer", "less-alcohol"),
    ],
)
def test_what_may_be_tried_goes_by_several_names(text: str, slug: str) -> None:
    assert named_trial(text).slug == slug


def test_each_trial_goes_towards_ordinary_advice_and_alcohol_carries_its_caution() -> None:
    assert ALCOHOL_CAUTION == ("if you drink heavily every day, ask a doctor first: stopping suddenly can be dangerous")
    assert ALCOHOL_CAUTION in BY_SLUG["less-alcohol"].caution
    assert BY_SLUG["stretching"].outcomes == ("night-cramps",)
    for trial in TRIALS:
        assert all(named_trial(name) is trial for name in trial.all_names), trial.slug


def test_a_medicine_of_the_diary_is_known_by_its_own_name() -> None:
    with pytest.raises(Refused, match="is no experiment"):
        named_trial("Wonderol Forte", ("wonderol forte",))


def test_an_unknown_habit_is_refused_with_those_that_may_be_tried() -> None:
    with pytest.raises(Refused, match="less-caffeine, earlier-caffeine"):
        named_trial("yodelling")


# ---- plans --------------------------------------------------------------------------------------------------


@pytest.fixture
def logged(diary: Diary) -> Diary:
    """Sixty days, of which fifty are logged; the last one is yesterday."""
    days = [TODAY - timedelta(days=back) for back in range(60, 0, -1)]
    diary.log_all(
        f"{day.isoformat()}: left calf x{3 + number * 7 % 5}, twitchy {1 + number % 6}"
        for number, day in enumerate(days)
        if number % 6
    )
    return diary


def plan(diary: Diary, name: str, *arguments: Any) -> make_plan.ExperimentPlan:
    with connections.reading(diary.path) as connection:
        return make_plan.make_plan(connection, diary.clock, BY_SLUG[name], *arguments)


def test_a_plan_has_its_dates_its_smallest_p_and_what_it_would_find(logged: Diary) -> None:
    made = plan(logged, "heat")
    assert (made.blocks, made.block_days) == (10, 4), "offered first"
    assert (made.first_day, made.last_day) == (date(2026, 11, 22), date(2026, 12, 31))
    assert made.smallest_p == pytest.approx(1 / 84)
    assert made.power.ratio
    text = dict(plan_words.plan_rows(made))
    assert text["dates"].startswith("Sun 22 Nov to Thu 31 Dec 2026: 10 blocks of 4 days, half each way")
    assert text["smallest p"].startswith("0.012")
    assert "four times in five on this diary" in text["would find"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((None, 6, 4), "6 blocks are too few: the smallest p of 6 is 0.071"),
        ((None, 8, 4), "8 blocks are too few"),
        ((None, 11, 4), "half each way, not 11"),
        ((None, 16, 4), "not 16"),
        ((None, 10, 3), "4 to 7 days, not 3"),
        ((None, 10, 8), "4 to 7 days, not 8"),
        ((None, 10, 4, date(2026, 11, 20)), "begins today or later"),
        ((None, 10, 4, date(2027, 11, 20)), "too far ahead"),
        (("night-cramps", 10, 4), "may be judged by is count or rating"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(logged: Diary, arguments: tuple[Any, ...], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        plan(logged, "heat", *arguments)


def test_what_cannot_reach_the_level_on_this_diary_is_refused(logged: Diary) -> None:
    with pytest.raises(Refused, match=r"cannot reach p \.05 on this diary: cramps a night"):
        plan(logged, "stretching")


def test_a_diary_of_a_few_days_has_nothing_to_work_a_plan_out_on(diary: Diary) -> None:
    diary.log("yesterday: left calf x4")
    with pytest.raises(Refused, match="log 13 more first"):
        plan(diary, "heat")


def test_of_eyelids_and_long_episodes_the_rating_is_compared(diary: Diary) -> None:
    days = [TODAY - timedelta(days=back) for back in range(1, 30)]
    diary.log_all(f"{day.isoformat()}: left eyelid x{2 + day.day % 4}" for day in days)
    with pytest.raises(
        Refused, match=r"a count says little of that; so this is compared: “How twitchy.* known on 0 days"
    ):
        plan(diary, "less-screen")
    diary.log_all(f"{day.isoformat()}: twitchy {1 + day.day % 5}" for day in days)
    assert plan(diary, "less-screen", None, 14, 7).outcome == "rating"
    with pytest.raises(Refused, match="a count says little"):
        plan(diary, "less-screen", "count")


def test_a_cramp_belongs_to_the_night_in_which_it_comes(diary: Diary) -> None:
    diary.log_all(
        [
            *(f"2026-11-{day}: none" for day in (10, 11, 12, 13)),
            "2026-11-10 23:30 cramp left calf",
            "2026-11-11 02:15 cramp left calf x2",
            "2026-11-12 06:30 cramp left calf",
            "2026-11-12 14:00 cramp left calf",
        ]
    )
    with connections.reading(diary.path) as connection:
        nights = outcome_days.outcome_days(connection, "night-cramps", date(2026, 11, 10), date(2026, 11, 14))
    assert isnan(nights[0]), "of the evening before it nothing is known"
    assert nights[1:4].tolist() == [3, 1, 0]
    assert isnan(nights[4])


# ---- results ------------------------------------------------------------------------------------------------


def lived(diary: Diary, of_change: int, as_usual: int, *, seed: int = 5) -> experiment_records.Experiment:
    """Ten blocks of four days, lived to their end."""
    diary.at("2026-11-21 20:00")
    order = [bool(is_change) for is_change in drawn_order(10, seed)]
    started = experiment_records.start(
        diary.path, BY_SLUG["less-caffeine"], "count", order, seed, 2.4, date(2026, 11, 22), 4, diary.clock
    )
    diary.at("2027-01-02 20:00")
    days = [
        (block.first_day + timedelta(days=number), of_change if block.is_change else as_usual)
        for block in started.blocks
        for number in range(4)
    ]
    diary.log_all(f"{day.isoformat()}: left calf x{times + day.day % 2}" for day, times in days)
    return started


def test_the_result_says_what_was_found_and_that_expectation_can_move_counts(diary: Diary) -> None:
    started = lived(diary, of_change=2, as_usual=8)
    diary.at("2026-12-31 23:00")
    with connections.reading(diary.path) as connection, pytest.raises(Refused, match="from Fri 1 Jan 2027 on"):
        take_result.take_result(connection, started, diary.clock)
    diary.at("2027-01-02 20:00")
    with connections.reading(diary.path) as connection:
        result = take_result.take_result(connection, started, diary.clock)
        (sentence,) = result_words.past_sentences(connection, diary.clock)
    assert result.test
    assert result.test.p == pytest.approx(1 / 84)
    assert result.days == (15, 15), "the first day of each block is left out"
    assert sentence.startswith("Less caffeine, Sun 22 Nov to Thu 31 Dec 2026, 10 of 10 blocks in an order drawn by lot")
    assert sentence.endswith("you knew which days were which; expectation can move counts.")
    texts = dict(result_words.result_rows(result))
    assert "fewer" in texts["so"]
    assert "I-STOP-AFib" in texts["beside it"]
    assert "quality of life was no better" in texts["beside it"]


def test_a_paused_day_does_not_count(diary: Diary) -> None:
    started = lived(diary, of_change=2, as_usual=8)
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute("DELETE FROM episode WHERE day BETWEEN '2026-11-23' AND '2026-11-24'")
        connection.execute("INSERT INTO pause VALUES ('2026-11-23', '2026-11-24')")
    with connections.reading(diary.path) as connection:
        result = take_result.take_result(connection, started, diary.clock)
    assert sum(result.days) == 27, "the one day that is left of the block is under half of it"
    assert result.test
    assert result.test.blocks_change + result.test.blocks_usual == 9


def test_no_difference_is_said_with_what_would_fit_as_well(diary: Diary) -> None:
    started = lived(diary, of_change=5, as_usual=5)
    with connections.reading(diary.path) as connection:
        result = take_result.take_result(connection, started, diary.clock)
    assert "does not tell the two apart" in result_words.conclusion(result)


def test_stopped_early_it_is_described_and_not_tested(diary: Diary) -> None:
    started = lived(diary, of_change=2, as_usual=8)
    diary.at("2026-12-10 20:00")
    stopped = experiment_records.stop(diary.path, diary.clock)
    with connections.reading(diary.path) as connection:
        result = take_result.take_result(connection, stopped, diary.clock)
    assert result.test is None
    assert sum(result.days) == 12, "the block in which it was stopped has too few days"
    assert "described and not tested" in result_words.conclusion(result)
    assert " p 0" not in result_words.result_sentence(result)
    assert started.blocks == stopped.blocks


def test_where_too_few_blocks_count_the_result_says_that_the_level_was_out_of_reach(diary: Diary) -> None:
    started = lived(diary, of_change=2, as_usual=8)
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute("DELETE FROM episode WHERE day >= '2026-12-06'")
    with connections.reading(diary.path) as connection:
        result = take_result.take_result(connection, started, diary.clock)
    assert not result.was_within_reach
    assert "out of reach" in result_words.conclusion(result)
