"""Does a claim hold up on days that were not there when it was made?

A claim won a race, and its ratio is too large for that. The days after the look know nothing of the race: on them
alone the same habit, lag and direction are tested once, one-sided, and the ratio since then is free of the winner's
luck. Trend, spells and noise come from all days; habit and residuals of the new rows are taken off the nuisance of the
new rows, so that what the old days did to its coefficients drops out. (With both off the nuisance of all rows, the
luck by which the claim was chosen would leak into its test.)
"""

from dataclasses import dataclass, replace
from math import log, nan
from typing import NamedTuple

import numpy as np
import pandas as pd

from journal.statistics.arrays import Array, Days, Flags
from journal.statistics.effect import effect
from journal.statistics.encoding import EVERY_LAG, LONGEST_LAG, EncodedHabit, Kind, encode
from journal.statistics.estimating import expected
from journal.statistics.new_days import FOLLOW_UP_DAYS, days_since
from journal.statistics.null import Null, clipped, fit_null, nuisance, off
from journal.statistics.scores import flips, p_value
from journal.statistics.trained import fitted
from journal.statistics.trained_days import TrainedDays
from journal.statistics.validate import JudgedDays, validate
from journal.statistics.whitening import whiten

LEVEL = 0.05
"""p, one-sided, at or below which a claim has held up."""
OWN_SHARE = 0.02
"""Of the largest column of the nuisance: what has less on the new rows is no column there."""
NOTHING_LEFT = 1e-6


class Claim(NamedTuple):
    """What is followed up: a habit so many days before, with more (+1) or fewer (-1) twitches. The ratio is over the
    contrast of the claim, in the habit's own unit."""

    habit: str
    lag: int
    direction: int
    contrast: tuple[float, float]
    kind: Kind
    beside: tuple[tuple[str, int, Kind], ...] = ()
    """Habits, lags and kinds that the claim was judged beside."""


@dataclass(frozen=True)
class FollowUp:
    """A claim on the days since then. Of a habit that hardly changed in them nothing can be said: `held_up` is None
    and the figures are NaN."""

    first: pd.Timestamp
    """The first and the last of the days."""
    last: pd.Timestamp
    days: int
    held_up: bool | None = None
    p: float = nan
    """One-sided, of this direction."""
    raw_ratio: float = nan
    """Since then, with nothing drawn in, and its 95 % interval."""
    raw_low: float = nan
    raw_high: float = nan


def follow_up(
    outcome: "pd.Series[float]",
    habits: pd.DataFrame,
    claim: Claim,
    after: pd.Timestamp,
    *,
    illness: "pd.Series[bool] | None" = None,
    seed: int = 0,
) -> FollowUp | None:
    """The claim on the next 120 days after the look's last day; None while they are not all there.

    `outcome`, `habits` and `illness` are as `judge` takes them. Later days than the 120 have no part in it.
    """
    new = days_since(outcome, habits, claim.habit, claim.lag, after)[:FOLLOW_UP_DAYS]
    if len(new) < FOLLOW_UP_DAYS:
        return None
    end = int(new[-1]) + 1
    columns = [claim.habit, *(name for name, _, _ in claim.beside)]
    illness = None if illness is None else illness.iloc[:end]
    diary = validate(outcome.iloc[:end], habits.iloc[:end][columns], None, None, (), (), None, None, illness)
    blank = FollowUp(outcome.index[new[0]], outcome.index[new[-1]], len(new))
    with np.errstate(all="ignore"):
        return _tested(diary, claim, new, blank, seed)


def follow_up_of_regions(days: TrainedDays, new: Days, *, seed: int = 0) -> FollowUp:
    """Trained muscles on these new days alone: the model is fitted on nothing else."""
    counts = days.counts.copy()
    counts.iloc[np.setdiff1d(np.arange(len(counts)), new)] = nan
    blank = FollowUp(counts.index[new[0]], counts.index[new[-1]], len(new))
    model = fitted(TrainedDays(counts, days.trained))
    if model is None:
        return blank
    rows = len(model.strata.days)
    p = p_value(model.t, model.by_chance(flips(rows, seed, LEVEL), np.arange(rows), seed))
    raw_ratio, raw_low, raw_high = model.ratio
    return replace(blank, held_up=p <= LEVEL, p=p, raw_ratio=raw_ratio, raw_low=raw_low, raw_high=raw_high)


def _tested(diary: JudgedDays, claim: Claim, new: Days, blank: FollowUp, seed: int) -> FollowUp:
    days: Days = np.flatnonzero(np.isfinite(diary.outcome))
    y, rows = diary.outcome[days], np.isin(days, new)
    if claim.lag not in _encoded(diary, claim.habit, claim.kind, new).lags:
        return blank
    habit = _encoded(diary, claim.habit, claim.kind, days)
    beside = [_encoded(diary, name, kind, days).lagged[:, lag] for name, lag, kind in claim.beside]
    null = fit_null(y, days, np.column_stack([_nuisance(diary, days), *beside]))
    x, r, q = _new_rows(null, y, habit.lagged[:, claim.lag], rows)
    if float(x @ x) < NOTHING_LEFT:
        return blank
    t, by_chance = _signed(x, r, q, seed)
    p = p_value(claim.direction * t, claim.direction * by_chance)
    new_null = replace(null, days=new, z=_nuisance(diary, new), beta=_log_mean(y[rows]))
    on_new_rows = replace(habit, lagged=habit.lagged[rows], known=habit.known[rows], ends=_ends(habit, claim))
    ratio = effect(y[rows], new_null, null, on_new_rows, claim.lag, [column[rows] for column in beside])
    raw_ratio, raw_low, raw_high = ratio.raw
    return replace(blank, held_up=p <= LEVEL, p=p, raw_ratio=raw_ratio, raw_low=raw_low, raw_high=raw_high)


def _encoded(diary: JudgedDays, name: str, kind: Kind, days: Days) -> EncodedHabit:
    column = next(column for column in diary.columns if column.name == name)
    return encode(name, column.values, kind, days, diary.weekday, EVERY_LAG, 0)


def _nuisance(diary: JudgedDays, days: Days) -> Array:
    return nuisance(days, diary.weekday[days + LONGEST_LAG], diary.is_ill[days])


def _log_mean(y: Array) -> Array:
    return np.array([log(max(float(y.mean()), 1 / len(y)))])


def _ends(habit: EncodedHabit, claim: Claim) -> tuple[float, float]:
    """The contrast of the claim in the units of the habit as it is encoded now."""
    unit = (habit.ends[1] - habit.ends[0]) / (habit.contrast[1] - habit.contrast[0])
    low, high = (habit.ends[0] + (end - habit.contrast[0]) * unit for end in claim.contrast)
    return low, high


def _new_rows(null: Null, y: Array, column: Array, rows: Flags) -> tuple[Array, Array, Array]:
    """Of the new rows: the whitened habit, the clipped residuals, and an orthonormal basis of the nuisance, which both
    are off."""
    s2, rho, _ = null.covariance
    residual = y / expected(null.z, null.beta) - 1
    whitened, _ = whiten(np.column_stack([null.z, column, residual]), null.days, null.noise, s2, rho)
    z, x, r = whitened[rows, :-2], whitened[rows, -2], whitened[rows, -1]
    u, size, _ = np.linalg.svd(z, full_matrices=False)
    q = u[:, size > OWN_SHARE * size[0]]
    r = off(r, q)
    return off(x, q), clipped(r, q), q


def _signed(x: Array, r: Array, q: Array, seed: int) -> tuple[float, Array]:
    """The inner product of habit and residuals, and the same under flips of the rows' signs, each as large as it would
    be had the nuisance taken nothing of the flipped habit (scores.py)."""
    signs = flips(len(x), seed, LEVEL).astype(np.float32)
    inner = signs @ (np.column_stack([r, q]) * x[:, None]).astype(np.float32)
    size = float(x @ x)
    left = np.maximum(size - (inner[:, 1:] ** 2).sum(axis=1), OWN_SHARE * size)
    return float(x @ r), inner[:, 0] * np.sqrt(size / left)
