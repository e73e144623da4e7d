"""What is known or believed beforehand: directions, days of illness, parts and wholes, the scale of a rating."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.statistics.judge import judge
from journal.statistics.result import Finding

DAYS = 90
INDEX = pd.date_range("2026-03-02", periods=DAYS)


def diary(slope: float, seed: int = 2, days: int = DAYS) -> tuple["pd.Series[float]", pd.DataFrame]:
    """Twitches that follow `a` of the day before; `b` and `c` do nothing."""
    random = np.random.default_rng(seed)
    habits = {name: random.normal(5, 1, days).round(2) for name in "abc"}
    twitches = random.poisson(3 * np.exp(slope * (np.roll(habits["a"], 1) - 5)))
    return pd.Series(twitches.astype(float), INDEX[:days]), pd.DataFrame(habits, INDEX[:days])


def named(*arguments: Any, **more: Any) -> dict[str, Finding]:
    return {finding.habit: finding for finding in judge(*arguments, **more).findings}


def test_what_is_believed_needs_less_and_its_contrary_more() -> None:
    twitches, habits = diary(0.2)
    against, none, right = (named(twitches, habits, direction={"a": sign})["a"] for sign in (-1, 0, 1))
    assert right.p < none.p < against.p
    assert right.days_needed < none.days_needed
    assert right.direction == none.direction == against.direction == 1


@settings(max_examples=8)
@given(st.integers(0, 10**6), st.sampled_from([-1, 0, 1]), st.permutations(["a", "b", "c"]))
def test_a_habit_turned_over_says_the_same_turned_over_in_any_order(seed: int, sign: int, order: list[str]) -> None:
    twitches, habits = diary(0.3, seed, 60)
    plain = named(twitches, habits, direction={"a": sign, "b": 1}, apart=["c", "a"], levels=(0.1, 0.3))
    turned = named(twitches, (-habits)[order], direction={"b": -1, "a": -sign}, apart=["a", "c"], levels=(0.1, 0.3))
    for name, finding in plain.items():
        assert (turned[name].tier, turned[name].lag, turned[name].p) == (finding.tier, finding.lag, finding.p)
        assert turned[name].direction == -finding.direction
        assert turned[name].raw_ratio == pytest.approx(1 / finding.raw_ratio, nan_ok=True)
        assert turned[name].raw_mean_with == pytest.approx(finding.raw_mean_without, nan_ok=True)


def test_days_of_illness_are_no_days_of_a_habit() -> None:
    random = np.random.default_rng(3)
    is_ill = random.random(DAYS) < 0.15
    sleep = random.normal(7, 1, DAYS) - 1.5 * is_ill
    twitches = pd.Series(random.poisson(np.where(is_ill, 9, 2)).astype(float), INDEX)
    habits = pd.DataFrame({"sleep": sleep}, INDEX)
    illness = pd.Series(is_ill, INDEX)
    assert named(twitches, habits)["sleep"].tier == "clear"
    assert named(twitches, habits, illness=illness)["sleep"].tier not in ("clear", "possible")


@pytest.mark.parametrize("ill", [slice(0, 0), slice(0, DAYS), slice(4, 5), slice(0, DAYS - 1)])
def test_illness_of_every_day_or_of_one_says_nothing(ill: slice) -> None:
    twitches, habits = diary(0.3)
    illness = pd.Series(False, INDEX)
    illness.iloc[ill] = True
    assert repr(judge(twitches, habits, illness=illness)) == repr(judge(twitches, habits))


def test_the_plain_means_are_those_of_the_days_that_were_logged() -> None:
    twitches, habits = diary(0.8)
    found = named(twitches, habits)["a"]
    before = habits["a"].shift(found.lag)
    low, high = found.contrast
    assert found.raw_mean_with == pytest.approx(twitches[before >= high].mean())
    assert found.raw_mean_without == pytest.approx(twitches[before <= low].mean())
    assert (found.n_with, found.n_without) == (int((before >= high).sum()), int((before <= low).sum()))


def test_two_amounts_on_five_days_each_are_enough() -> None:
    twitches, habits = diary(0)
    espressos = np.where(np.arange(DAYS) % 18 == 0, 2.0, 1.0)
    habits["espressos"] = espressos
    assert named(twitches, habits)["espressos"].lags
    habits.loc[habits.index[0], "espressos"] = 1.0
    few = named(twitches, habits)["espressos"]
    assert few.reason == "needs 15 days logged beside the twitches, 5 of each of two amounts"


def test_a_whole_is_not_none_beside_its_part() -> None:
    random = np.random.default_rng(8)
    days = 400
    index = pd.date_range("2025-03-02", periods=days)
    sleep = random.normal(7, 1.2, days)
    short = (sleep < 5.5).astype(float)
    twitches = pd.Series(random.poisson(np.where(short > 0, 6, 3)).astype(float), index)
    habits = pd.DataFrame({"sleep": np.where(short > 0, 7, sleep), "short": short}, index)
    alone = named(twitches, habits)
    assert (alone["short"].tier, alone["sleep"].tier) == ("clear", "none")
    together = named(twitches, habits, blocks={"short": "sleep"})
    assert (together["sleep"].tier, together["sleep"].reason) == ("too little", "is one thing with short")
    assert together["sleep"].adjusted_for == ("short",)


def test_no_strong_link_with_a_rating_is_less_than_a_point() -> None:
    random = np.random.default_rng(9)
    habits = pd.DataFrame({"a": random.normal(5, 1, DAYS).round(2)}, INDEX)
    low = pd.Series(random.integers(0, 3, DAYS).astype(float), INDEX)
    high = pd.Series(random.integers(4, 11, DAYS).astype(float), INDEX)
    assert named(low, habits)["a"].tier == "too little", "1.5-fold is half a point here"
    assert named(low, habits, is_rating=True)["a"].tier == "none"
    assert named(high, habits)["a"].tier == "none", "1.5-fold is three points here"
    rated = named(high, habits, is_rating=True)["a"]
    assert rated.reason.startswith("a difference of one point would take about")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"direction": {"tea": 1}}, "direction names a habit that is not there: tea"),
        ({"direction": {"a": 2}}, "the direction of a must be 1, -1 or 0, not 2"),
        ({"apart": ["tea"]}, "apart names"),
        ({"blocks": {"tea": "a"}}, "blocks names"),
        ({"illness": pd.Series([True])}, "days of illness"),
    ],
)
def test_a_bad_belief_is_told_in_a_sentence(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        judge(*diary(0), **changed)
