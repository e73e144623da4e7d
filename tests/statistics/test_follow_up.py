"""A claim on the days after the look that made it, and on these alone."""

import numpy as np
import pandas as pd
import pytest

from journal.statistics.follow_up import Claim, FollowUp, follow_up
from journal.statistics.new_days import FOLLOW_UP_DAYS
from tests.bench.triggers.simulate import diary

LOOKED = 60


def lived(ratio: float, since: float, days: int = LOOKED + 130) -> tuple["pd.Series[float]", pd.DataFrame]:
    """Twitches that go with yesterday's cups, `ratio` times as many for two cups up to the look, `since` after it."""
    random = np.random.default_rng(7)
    cups = random.integers(0, 5, days).astype(float)
    slope = np.log(np.where(np.arange(days) < LOOKED, ratio, since)) / 2
    index = pd.date_range("2026-01-01", periods=days)
    mean = 4 * np.exp(slope * (np.roll(cups, 1) - 2))
    return pd.Series(random.poisson(mean).astype(float), index), pd.DataFrame({"cups": cups}, index)


CLAIM = Claim("cups", 1, 1, (1.0, 3.0), "amount")


def since(outcome: "pd.Series[float]", habits: pd.DataFrame, claim: Claim = CLAIM) -> FollowUp:
    tested = follow_up(outcome, habits, claim, outcome.index[LOOKED - 1])
    assert tested is not None
    return tested


def test_what_goes_on_holds_up_and_what_was_luck_is_not_seen_again() -> None:
    held = since(*lived(2.5, 2.5))
    assert held.held_up
    assert held.raw_low < 2.5 < held.raw_high
    gone = since(*lived(2.5, 1.0))
    assert gone.held_up is False
    assert gone.raw_low < 1 < gone.raw_high, "what was seen before the look has no part in it"


def test_the_other_direction_does_not_hold_up() -> None:
    assert since(*lived(2.5, 0.4)).p > 0.9
    assert since(*lived(2.5, 0.4), CLAIM._replace(direction=-1)).held_up


def test_it_waits_for_a_hundred_and_twenty_days_and_takes_no_more() -> None:
    outcome, habits = lived(2.0, 2.0)
    look = outcome.index[LOOKED - 1]
    assert follow_up(outcome[: LOOKED + 120], habits[: LOOKED + 120], CLAIM, look) is None, "one has no day before"
    first = since(outcome[: LOOKED + 121], habits[: LOOKED + 121])
    assert (first.first - look).days == 2
    assert first.days == FOLLOW_UP_DAYS
    assert since(outcome, habits) == first, "later days have no part in it"


def test_of_a_habit_that_hardly_changed_nothing_can_be_said() -> None:
    outcome, habits = lived(2.5, 2.5)
    habits.iloc[LOOKED:] = 2.0
    tested = since(outcome, habits)
    assert tested.held_up is None
    assert np.isnan(tested.p)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_days_have_the_same_answer(seed: int) -> None:
    d = diary("N_typ", 260, seed)
    after = d.outcome.dropna().index[89]
    claim = Claim("stress", 0, 1, (3.0, 6.0), "amount")
    alone = follow_up(d.outcome, d.habits[["stress"]], claim, after)
    assert repr(follow_up(d.outcome, d.habits, claim, after)) == repr(alone), "no other habit has a part in it"
