"""What is said of a diary whose truth is known, and of diaries that say nothing."""

import subprocess
import sys
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd
import pytest

from journal.statistics.judge import judge
from journal.statistics.look_schedule import LOOKS, last_look, levels_at, next_look
from journal.statistics.result import Finding, Result
from tests.bench.triggers.simulate import Diary, diary

CLAIMED = ("clear", "possible")


def of(d: Diary, **more: Any) -> Result:
    return judge(d.outcome, d.habits, **more)


def named(result: Result) -> dict[str, Finding]:
    return {finding.habit: finding for finding in result.findings}


def calendar(days: int) -> pd.DatetimeIndex:
    return pd.date_range("2026-03-02", periods=days)


def coffee(days: int = 120, effect: float = 1.0, lag: int = 1) -> tuple["pd.Series[float]", pd.DataFrame]:
    """Cups from 0 to 4, and twitches that follow them `lag` days later."""
    random = np.random.default_rng(5)
    cups = random.integers(1, 5, days).astype(float)
    stress = random.integers(0, 11, days).astype(float)
    mean = 3 * np.exp(effect * (np.roll(cups, lag) - 2.5) / 2)
    index = calendar(days)
    return pd.Series(random.poisson(mean).astype(float), index), pd.DataFrame({"cups": cups, "stress": stress}, index)


def test_a_strong_true_trigger_is_found_at_its_lag() -> None:
    for lag in (0, 1, 2):
        first = judge(*coffee(lag=lag)).findings[0]
        assert (first.habit, first.tier, first.lag) == ("cups", "clear", lag)
        assert first.raw_low < np.exp((first.contrast[1] - first.contrast[0]) / 2) < first.raw_high
        assert first.same_day_caution is (lag == 0)


def test_a_habit_that_reacts_to_yesterdays_twitches_is_no_trigger() -> None:
    index, random = calendar(180), np.random.default_rng(11)
    twitches = random.poisson(np.exp(np.repeat(random.normal(1, 0.8, 30), 6))).astype(float)
    rest = np.roll(twitches, 1) + random.normal(0, 1, 180)
    found = judge(pd.Series(twitches, index), pd.DataFrame({"rest": rest}, index)).findings[0]
    assert found.tier not in CLAIMED
    assert found.control_p < 0.05, "the control sees that it reacts"


def test_the_same_diary_has_the_same_answer() -> None:
    d = diary("P_one/N_typ/2.2", 120, 4)
    assert repr(of(d, seed=7)) == repr(of(d, seed=7))


def test_the_order_of_the_columns_changes_nothing() -> None:
    d = diary("P_one/N_typ/2.2", 120, 4)
    assert repr(judge(d.outcome, d.habits[list(reversed(d.names))])) == repr(of(d))


def test_other_units_give_the_same_tiers() -> None:
    d = diary("P_one/N_typ/2.2", 180, 0)
    scaled = named(judge(d.outcome, d.habits * 1000.0))
    for habit, before in named(of(d)).items():
        assert (scaled[habit].tier, scaled[habit].p, scaled[habit].lag) == (before.tier, before.p, before.lag)
        assert scaled[habit].raw_ratio == pytest.approx(before.raw_ratio, rel=1e-6, nan_ok=True)


def test_a_copy_cannot_be_told_apart() -> None:
    twitches, habits = coffee()
    habits["mugs"] = habits["cups"] * 2
    found = named(judge(twitches, habits))
    assert found["cups"].not_separable_from == ("mugs",)
    assert found["mugs"].not_separable_from == ("cups",)
    assert found["mugs"].reason == "cannot be told apart from cups"


def test_a_suspect_needs_less_and_the_rest_a_little_more() -> None:
    twitches, habits = coffee(60, 0.35)
    plain, guessed = named(judge(twitches, habits)), named(judge(twitches, habits, suspects=["cups"]))
    assert guessed["cups"].days_needed < plain["cups"].days_needed
    assert guessed["cups"].p <= plain["cups"].p
    assert guessed["stress"].days_needed >= plain["stress"].days_needed


def test_the_figures_belong_together() -> None:
    result = judge(*coffee())
    cups = named(result)["cups"]
    assert cups.unit == "25th to 75th percentile"
    assert cups.mean_with / cups.mean_without == pytest.approx(cups.raw_ratio)
    assert cups.low < cups.rate_ratio < cups.high
    assert abs(np.log(cups.rate_ratio)) < abs(np.log(cups.raw_ratio))
    assert (cups.days_used, cups.days_missing) == (119, 1), "the day before the first is not known"
    assert [at.lag for at in cups.lags] == [0, 1, 2, 3]
    assert result.looked_at[0].lags == (0, 1, 2, 3)


def test_any_against_none_is_told_in_days_with_and_without() -> None:
    index = calendar(90)
    beer = np.tile([0.0, 0, 3], 30)
    twitches = np.random.default_rng(2).poisson(np.where(beer > 0, 6, 2)).astype(float)
    found = judge(pd.Series(twitches, index), pd.DataFrame({"beer": beer}, index)).findings[0]
    assert (found.unit, found.contrast, found.n_with, found.n_without) == ("any vs none", (0, 1), 30, 60)


INDEX = calendar(120)
RANDOM = np.random.default_rng(3)
COUNTS = RANDOM.poisson(3, 120).astype(float)
AMOUNT = RANDOM.normal(7, 1, 120)
ONE_DAY = np.where(np.arange(120) == 50, 4.0, np.nan)
ODD_HABITS = {
    "constant": np.full(120, 7.0),
    "never logged": np.full(120, np.nan),
    "two values": np.tile([1.0, 2.0], 60),
    "one value once": np.where(np.arange(120) == 3, 1.0, 0.0),
    "infinite": np.where(np.arange(120) == 3, np.inf, AMOUNT),
    "huge": AMOUNT * 1e200,
    "a trend": np.arange(120.0),
    "weekdays": np.arange(120.0) % 7,
}
ODD_OUTCOMES = {
    "no twitches": np.zeros(120),
    "every day alike": np.full(120, 5.0),
    "one twitch": np.eye(120)[30],
    "60 a day": RANDOM.poisson(60, 120).astype(float),
    "one logged day": ONE_DAY,
    "nothing logged": np.full(120, np.nan),
    "the same week again": np.tile([5.0, 0, 0, 1, 0, 0, 9, 0], 15),
    "nearly alike": np.where(np.arange(120) == 9, 6.0, 5.0),
    "a million once": np.where(np.arange(120) == 9, 1e6, COUNTS),
}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", ODD_HABITS)
def test_an_odd_habit_is_answered(name: str) -> None:
    habits = pd.DataFrame({"odd": ODD_HABITS[name], "sleep": AMOUNT}, INDEX)
    found = named(judge(pd.Series(COUNTS, INDEX), habits))
    assert set(found) == {"odd", "sleep"}
    assert found["odd"].tier in ("none", "too little")
    assert found["odd"].tier == "none" or found["odd"].reason


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", ODD_OUTCOMES)
def test_an_odd_diary_is_answered(name: str) -> None:
    result = judge(pd.Series(ODD_OUTCOMES[name], INDEX), pd.DataFrame({"sleep": AMOUNT}, INDEX))
    assert result.findings[0].tier in ("none", "too little")


@pytest.mark.filterwarnings("error")
def test_no_habits_no_days_and_thirty_habits_are_answered() -> None:
    twitches = pd.Series(COUNTS, INDEX)
    assert judge(twitches, pd.DataFrame(index=INDEX)).findings == ()
    assert judge(pd.Series(dtype=float), pd.DataFrame()).findings == ()
    many = pd.DataFrame(RANDOM.normal(size=(120, 30)), INDEX, columns=[f"habit {k}" for k in range(30)])
    assert len(judge(twitches, many).findings) == 30


def test_one_twitch_a_year_is_too_little() -> None:
    index = calendar(730)
    rare = pd.Series(np.isin(np.arange(730), (100, 500)).astype(float), index)
    found = judge(rare, pd.DataFrame({"sleep": np.arange(730.0) % 9}, index)).findings[0]
    assert (found.tier, found.days_more) == ("too little", 6)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kinds": {"tea": "any"}}, "kinds names a habit that is not there: tea"),
        ({"kinds": {"cups": "sometimes"}}, "amount or any"),
        ({"belief": {"tea": (1, 1, 1, 1)}}, "belief names"),
        ({"belief": {"cups": (1, 1)}}, "four weights"),
        ({"suspects": ["tea"]}, "suspects names"),
        ({"suspects": ["cups", "stress", "more"]}, "at most 2"),
        ({"levels": (0.2, 0.1)}, "levels"),
    ],
)
def test_a_bad_argument_is_told_in_a_sentence(changed: dict[str, Any], said: str) -> None:
    twitches, habits = coffee()
    habits["more"] = habits["cups"] + 1
    with pytest.raises(ValueError, match=said):
        judge(twitches, habits, **changed)


def test_days_with_a_gap_other_days_and_negative_counts_are_refused() -> None:
    twitches, habits = coffee()
    with pytest.raises(ValueError, match="without a gap"):
        judge(twitches.drop(twitches.index[5]), habits.drop(habits.index[5]))
    with pytest.raises(ValueError, match="same days"):
        judge(twitches, habits.iloc[1:])
    with pytest.raises(ValueError, match="days of the diary"):
        judge(twitches.reset_index(drop=True), habits.reset_index(drop=True))
    with pytest.raises(ValueError, match="from 0 to"):
        judge(twitches - 100, habits)


def test_the_looks_are_few_and_their_allowances_add_up_to_a_lifetimes() -> None:
    assert list(islice(LOOKS, 11)) == [60, 90, 135, 200, 300, 450, 675, 1000, 1500, 2250, 3375]
    assert (next_look(0), next_look(60), next_look(89), next_look(1000)) == (60, 90, 90, 1500)
    assert (last_look(59), last_look(60), last_look(1499)) == (None, 60, 1000)
    assert levels_at(60) == levels_at(135) == pytest.approx((0.05 / 3, 0.10 / 3))
    assert levels_at(200) == pytest.approx((0.01125, 0.0225))
    assert sum(levels_at(look)[0] for look in islice(LOOKS, 60)) < 0.05 * 5 / 3 * 1.01


def test_a_strict_level_can_be_reached() -> None:
    """After nine years of looks it is below a thousandth, the least p of 999 flips."""
    first = judge(*coffee(), levels=(0.0005, 0.001)).findings[0]
    assert (first.habit, first.tier) == ("cups", "clear")


def test_a_known_diary_keeps_its_figures() -> None:
    d = diary("P_one/N_typ/2.2", 180, 0)
    first = of(d).findings[0]
    assert (first.habit, first.tier, first.lag, first.p, first.days_needed) == GOLDEN
    shown = (first.rate_ratio, first.low, first.high, first.raw_ratio, first.raw_low, first.raw_high)
    assert shown == pytest.approx(GOLDEN_RATIOS, rel=1e-5)


GOLDEN: tuple[str, str, int, float, int] = ("screen", "clear", 2, 0.031, 707)
GOLDEN_RATIOS: tuple[float, ...] = (2.402831, 1.493208, 3.810966, 2.693975, 1.731157, 4.192283)


def test_the_statistics_start_light() -> None:
    code = "import sys, journal.statistics; print('scipy.stats' in sys.modules, 'statsmodels' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False", "False"]


def test_a_finding_is_frozen() -> None:
    first = judge(*coffee()).findings[0]
    with pytest.raises(AttributeError):
        first.__setattr__("tier", "none")
    assert replace(first, tier="none").tier == "none"
