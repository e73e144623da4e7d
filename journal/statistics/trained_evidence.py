"""Trained muscles in the family of the look: one hypothesis declared beforehand, under the same flips of days."""

from dataclasses import replace
from math import log, nan

import numpy as np
import pandas as pd
from scipy.special import log_ndtr, ndtri_exp

from journal.statistics.arrays import Array, Days, Signs
from journal.statistics.effect import WORTH_KNOWING, Effect, would_take
from journal.statistics.encoding import EVERY_LAG, encode
from journal.statistics.result import AtLag, Finding, Tier
from journal.statistics.search import AdjustedEvidence, Evidence
from journal.statistics.trained import LAG, LEAST_CONTRASTS, Z95, Strata, TrainedModel
from journal.statistics.trained_days import TrainedDays

NAME = "trained-muscles"
WEIGHT = 3.0
"""How far it is believed beforehand; a habit of the same day, or of the day before, has 1."""


def of_days(days: TrainedDays, outcome: "pd.Series[float]") -> TrainedDays:
    """On the days of the outcome, and only where that is known."""
    counts, trained = days.counts.reindex(outcome.index), days.trained.reindex(outcome.index)
    return TrainedDays(counts.where(outcome.notna(), axis=0), trained)


def evidence(model: TrainedModel, days: TrainedDays, logged: Days, weekday: Days, signs: Signs, seed: int) -> Evidence:
    """`logged` are the calendar places of the rows of `signs`."""
    by_chance = model.by_chance(signs, np.searchsorted(logged, model.strata.days), seed)
    trained = days.trained.to_numpy(dtype=float)
    apart: Array = np.where(np.isnan(trained).any(axis=1), np.nan, trained.max(axis=1) != trained.min(axis=1))
    habit = encode(NAME, apart, "any", logged, weekday, EVERY_LAG, 1)
    habit = replace(habit, lags=(LAG,), log_belief=np.log([WEIGHT]))
    strength = float(_strength(np.array(model.t)))
    return Evidence(habit, LAG, model.t, 1, strength, _strength(by_chance), within_days=True)


def _strength(t: Array) -> Array:
    strength: Array = log(WEIGHT) - log_ndtr(-t)
    return strength


def finding(weighed: AdjustedEvidence, model: TrainedModel, y: Array, tier: Tier | None, bar: float) -> Finding:
    """What is said of it; `tier` is that of a claim, `bar` the strength that one look needs to be clear."""
    b, error = model.log_ratio
    used = len(model.strata.days)
    size = Effect(b, error, Z95 * error, nan, nan, used)
    score_needed = -float(ndtri_exp(min(log(WEIGHT) - bar, log(0.5))))
    needed = size.days_needed(score_needed)
    reason, more = "", 0
    if tier is None:
        tier, more = "none", max(1, needed - used)
        if size.may_reach(WORTH_KNOWING):
            tier, reason = "too little", would_take("a ratio of 1.5", more, needed)
    ratio, low, high = size.with_prior
    raw_ratio, raw_low, raw_high = size.raw
    return replace(
        _blank(model.strata, tier),
        direction=(b > 0) - (b < 0),
        lag=LAG,
        p=weighed.p,
        rate_ratio=ratio,
        low=low,
        high=high,
        raw_ratio=raw_ratio,
        raw_low=raw_low,
        raw_high=raw_high,
        days_missing=int((y > 0).sum()) - used,
        days_needed=needed,
        days_more=0 if tier == "none" else more,
        reason=reason,
        lags=(AtLag(LAG, *size.raw, used),),
    )


def untested(strata: Strata) -> Finding:
    """Muscles were trained, but too few days tell them from the others."""
    return replace(
        _blank(strata, "too little"),
        days_more=LEAST_CONTRASTS - strata.contrasts,
        reason=f"needs {LEAST_CONTRASTS} days with twitches after hard training of some muscles and not of all",
    )


def _blank(strata: Strata, tier: Tier) -> Finding:
    return Finding(
        NAME,
        tier,
        unit="any vs none",
        contrast=(0.0, 1.0),
        n_with=strata.contrasts,
        n_without=len(strata.days) - strata.contrasts,
        days_used=len(strata.days),
    )
