"""Muscles trained the day before against the others of the same day: what cancels, and what is left."""

import numpy as np
import pandas as pd
import pytest

from journal.statistics.judge import judge
from journal.statistics.scores import flips, p_value
from journal.statistics.trained import TrainedModel, fitted, strata
from journal.statistics.trained_days import TrainedDays

REGIONS = ["legs", "arms", "trunk", "face"]


def body(ratio: float, days: int = 240, noticing: float = 1.0, seed: int = 4) -> TrainedDays:
    """Legs and arms trained hard in turn by a coin; trained regions twitch `ratio` times as much the day after, and on
    all days after training `noticing` times as much is noticed everywhere."""
    random = np.random.default_rng(seed)
    trained = np.zeros((days, 4))
    for day in np.flatnonzero(random.random(days) < 0.4):
        trained[day, int(random.integers(0, 2))] = 1
    mood = np.exp(0.6 * random.standard_normal(days))
    before = np.vstack([np.zeros(4), trained[:-1]])
    mean = mood[:, None] * np.array([2.0, 1.0, 0.5, 1.0]) * np.where(before > 0, ratio, 1.0)
    mean *= np.where(before.any(axis=1), noticing, 1.0)[:, None]
    index = pd.date_range("2026-01-01", periods=days)
    return TrainedDays(
        pd.DataFrame(random.poisson(mean).astype(float), index, REGIONS), pd.DataFrame(trained, index, REGIONS)
    )


def model(days: TrainedDays) -> TrainedModel:
    fit = fitted(days)
    assert fit is not None
    return fit


def p(fit: TrainedModel, seed: int = 0) -> float:
    rows = len(fit.strata.days)
    return p_value(fit.t, fit.by_chance(flips(rows, seed, 0.05), np.arange(rows), seed))


def test_what_trained_muscles_do_is_seen_with_its_size() -> None:
    fit = model(body(2.0))
    _, low, high = fit.ratio
    assert low < 2.0 < high
    assert low > 1
    assert p(fit) == 0.001


def test_what_raises_all_of_a_day_cancels() -> None:
    fit = model(body(1.0, noticing=3.0, seed=6))
    _, low, high = fit.ratio
    assert low < 1 < high
    assert p(fit) > 0.05
    assert p(model(body(2.0, noticing=0.4))) == 0.001


def test_fewer_in_trained_muscles_is_no_claim_of_more() -> None:
    assert p(model(body(0.5))) > 0.95


def test_days_without_a_contrast_tell_nothing() -> None:
    days = body(2.0)
    whole = days.trained.copy()
    whole[:] = whole.max(axis=1).to_numpy()[:, None]
    assert fitted(days._replace(trained=whole)) is None, "the whole body has no other region"
    unknown = days.trained.copy()
    unknown[:] = np.nan
    assert strata(days._replace(trained=unknown)).contrasts == 0
    assert fitted(TrainedDays(*(each.iloc[:10] for each in days))) is None


def test_where_nothing_acts_the_flips_hold_their_level() -> None:
    ps = [p(model(body(1.0, days=120, seed=seed)), seed) for seed in range(40)]
    assert sum(value <= 0.05 for value in ps) <= 6, "more than 6 of 40 would happen once in 300"


@pytest.mark.parametrize("regions", [REGIONS, REGIONS[::-1]])
def test_the_order_of_the_regions_changes_little(regions: list[str]) -> None:
    days = body(2.0)
    turned = TrainedDays(days.counts[regions], days.trained[regions])
    assert model(turned).ratio[0] == pytest.approx(model(days).ratio[0], rel=0.02)


def test_trained_muscles_are_one_hypothesis_more_of_the_look() -> None:
    days = body(2.2)
    outcome = days.counts.sum(axis=1)
    stress = pd.DataFrame({"stress": np.random.default_rng(1).integers(0, 9, len(outcome)) * 1.0}, outcome.index)
    alone = judge(outcome, stress).findings[0]
    trained, beside = judge(outcome, stress, trained=days).findings
    assert (trained.habit, trained.tier, trained.lag, trained.direction) == ("trained-muscles", "clear", 1, 1)
    assert trained.raw_low < 2.2 < trained.raw_high
    assert trained.low < trained.rate_ratio < trained.raw_ratio
    assert trained.n_with + trained.n_without == trained.days_used
    assert (beside.habit, beside.adjusted_for, beside.raw_ratio) == ("stress", (), alone.raw_ratio)


def test_who_trains_too_rarely_is_told_what_it_takes() -> None:
    days = body(2.2, days=60)
    days.trained.iloc[9:] = 0.0
    outcome = days.counts.sum(axis=1)
    findings = judge(outcome, pd.DataFrame(index=outcome.index), trained=days).findings
    assert [finding.tier for finding in findings] == ["too little"]
    assert "needs 6 days" in findings[0].reason
    days.trained.iloc[:] = 0.0
    assert judge(outcome, pd.DataFrame(index=outcome.index), trained=days).findings == ()
