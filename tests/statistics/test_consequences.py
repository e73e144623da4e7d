"""What may follow from the twitches of the same day is set apart: nothing is adjusted for it."""

from typing import Any

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from journal.statistics.judge import judge
from journal.statistics.result import Finding, Result

CLAIMED = ("clear", "possible")
DAYS = 120


def days_of(twitches: NDArray[Any], **habits: NDArray[Any]) -> tuple["pd.Series[float]", pd.DataFrame]:
    index = pd.date_range("2026-03-02", periods=len(twitches))
    return pd.Series(twitches.astype(float), index), pd.DataFrame(habits, index)


def claims(result: Result) -> dict[str, Finding]:
    return {finding.habit: finding for finding in result.findings if finding.tier in CLAIMED}


def worry(seed: int = 1) -> tuple["pd.Series[float]", pd.DataFrame]:
    """Nothing acts: twitches and short nights raise that day's stress."""
    random = np.random.default_rng(seed)
    sleep = random.normal(7, 1, DAYS)
    mood = random.normal(0, 0.5, DAYS)
    twitches = random.poisson(np.exp(1.5 + mood))
    stress = 5 + 1.5 * mood / 0.5 - 1.5 * (sleep - 7) + random.normal(0, 0.7, DAYS)
    return days_of(twitches, sleep=sleep, stress=stress.round(1))


def test_a_consequence_makes_no_other_habit_a_trigger() -> None:
    twitches, habits = worry()
    adjusted = claims(judge(twitches, habits))
    assert adjusted["sleep"].direction == 1, "more twitches after longer nights: what adjusting for stress makes of it"
    found = claims(judge(twitches, habits, apart=["stress"]))
    assert found.keys() == {"stress"}
    assert found["stress"].set_apart
    assert found["stress"].lag == 0


def test_what_only_goes_with_a_habit_set_apart_cannot_be_told_apart_from_it() -> None:
    random = np.random.default_rng(4)
    stress = random.normal(5, 2, DAYS)
    twitches = random.poisson(np.exp(1 + 0.35 * (stress - 5)))
    screen = 4 + 0.4 * (stress - 5) + random.normal(0, 0.4, DAYS)
    result = judge(*days_of(twitches, stress=stress, screen=screen), apart=["stress"])
    assert claims(result).keys() == {"stress"}
    beside = {finding.habit: finding for finding in result.findings}["screen"]
    assert (beside.tier, beside.reason) == ("too little", "cannot be told apart from the day's stress")
    assert beside.not_separable_from == ("stress",)
    assert not beside.set_apart


def test_a_true_trigger_holds_beside_a_habit_set_apart_and_is_not_adjusted_for_it() -> None:
    random = np.random.default_rng(6)
    cups = random.integers(0, 6, DAYS).astype(float)
    twitches = random.poisson(2 * np.exp(0.3 * (np.roll(cups, 1) - 2.5)))
    stress = np.clip(3 + 1.2 * twitches + random.normal(0, 2, DAYS), 0, 20)
    found = claims(judge(*days_of(twitches, cups=cups, stress=stress), apart=["cups", "stress"]))
    assert found.keys() == {"cups", "stress"}
    assert not found["cups"].set_apart, "a day before the twitches it is no consequence"
    assert found["cups"].adjusted_for == ()
    assert found["stress"].adjusted_for == ("cups",)


def test_the_night_before_and_what_is_not_apart_join_as_ever() -> None:
    random = np.random.default_rng(7)
    sleep, cups = random.normal(0, 1, DAYS), random.normal(0, 1, DAYS)
    twitches = random.poisson(np.exp(1 - 0.5 * sleep + 0.4 * np.roll(cups, 1)))
    found = claims(judge(*days_of(twitches, sleep=sleep, cups=cups), apart=["cups"]))
    assert found["cups"].adjusted_for == ("sleep",)
    assert found["sleep"].adjusted_for == ("cups",)


@settings(max_examples=12)
@given(st.integers(0, 10**6))
def test_nothing_is_ever_adjusted_for_what_is_set_apart(seed: int) -> None:
    random = np.random.default_rng(seed)
    days = 60
    a, b, c = random.normal(0, 1, (3, days))
    twitches = random.poisson(np.exp(1 + 0.5 * a + 0.4 * np.roll(b, 1)))
    habits = {"a": a + 0.3 * twitches, "b": b, "c": c + 0.4 * a + 0.2 * twitches}
    apart = ["a", "c"]
    result = judge(*days_of(twitches, **habits), apart=apart, levels=(0.1, 0.3))
    alone = {finding.habit for finding in result.findings if finding.set_apart}
    assert alone <= set(apart)
    for finding in result.findings:
        assert not alone & set(finding.adjusted_for)
        assert not finding.set_apart or (finding.lag == 0 and finding.tier in CLAIMED)
        if finding.reason.startswith("cannot be told apart from the day's"):
            assert set(finding.not_separable_from) <= set(apart)
