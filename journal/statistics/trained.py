"""Do the muscles that were trained hard yesterday twitch more than the others of the same day?

y_tr are the twitches of day t in region r, n_t their sum, x_tr is 1 where region r was trained hard the day before.
Given n_t each day is its own stratum: good and bad days, stress, noticing, a way of counting and the reasons for a
missing day multiply all regions alike and drop out.

    y_t. | n_t ~ multinomial(n_t, p_t.),    log p_tr = a_r + s_r(t) + c_r weekend + d_r,weekday + b x_tr - log sum_r

s_r is a slow spline; d is shrunk by a ridge: left free it takes half of the power of a weekly split, left out a
region's own weekdays pass for training. Twitches come in bursts: Var = n p (1 - p) (1 + (n - 1) k) with k by moments,
and days weigh 1 / (1 + (n - 1) k) (quasi-likelihood: McCullagh & Nelder 1989, Generalized Linear Models, ch. 5 and 9).

The test is the effective score of b by sign flips of whole days, one-sided; each flip is put back to the size that the
nuisance takes of it (Hemerik, Goeman & Finos 2020, J R Stat Soc B 82:841); a ridge is one row more for each column. b
is by the same fit, its error by a sandwich over days.
"""

from dataclasses import dataclass
from functools import cached_property
from math import exp, sqrt
from typing import NamedTuple

import numpy as np
from scipy.special import softmax

from journal.statistics.arrays import Array, Days, Signs
from journal.statistics.null import natural_spline
from journal.statistics.trained_days import TrainedDays

LAG = 1
"""Days from the training to the twitches."""
SLOW_DAYS, MOST_SLOW, DAYS_A_KNOT = 60, 6, 20
"""One degree of freedom of a region's slow share for so many days, at most so many, one for so many rows."""
LEAST_TWITCHES = 5
"""A region with fewer, in all rows, is left out."""
LEAST_CONTRASTS = 6
"""Days with twitches after which some regions were trained hard and others were not."""
RIDGE, WEEKDAY_RIDGE = 0.25, 16.0
"""Precision on every coefficient, and on a region's own weekday (SD 0.25)."""
SATURDAY = 5
LEAST_BURSTS, MOST_BURSTS = 0.02, 0.95
STEPS, LONGEST_STEP, CLOSE_ENOUGH = 15, 1.5, 1e-4
LEAST_LEFT = 0.05
"""Of a flipped exposure's size, whatever the nuisance would take of it."""
NOTHING_LEFT = 1e-6
MOST_LOG_RATIO = 9.0
Z95 = 1.96
AT_ONCE = 2**22
"""Signs that are numbers of single precision at one time."""


class Strata(NamedTuple):
    """The days that can say something: those with twitches, of which the training of the day before is known."""

    days: Days
    counts: Array
    """Twitches, days x regions with enough of them."""
    exposure: Array
    """1 where the region was trained hard the day before."""
    contrasts: int


@dataclass(frozen=True, eq=False)
class TrainedModel:
    """The shares of the regions fitted without the exposure, and what the exposure says beside them."""

    strata: Strata
    z: Array
    """Days x regions x columns; `pull` is the precision on each column's coefficient."""
    pull: Array
    beta: Array
    weight: Array
    bursts: float

    @cached_property
    def _score(self) -> "Score":
        return effective_score(self)

    @property
    def t(self) -> float:
        """Of "more in the regions trained", about normal where training does nothing."""
        return self._score.t

    def by_chance(self, signs: Signs, rows: Days, seed: int) -> Array:
        """t under every flip; `rows` are the columns of the signs (flips x rows) that belong to the model's days."""
        ridges = np.random.default_rng([seed, 1]).integers(0, 2, (len(signs), len(self.pull)), dtype=np.int8)
        return self._score.flipped(signs, rows, 2 * ridges - 1)

    @cached_property
    def log_ratio(self) -> tuple[float, float]:
        """Of the odds of a twitch in a region trained to those in another of the same day, and its standard error."""
        return estimate(self)

    @property
    def ratio(self) -> tuple[float, float, float]:
        """The ratio and its 95 % interval."""
        b, error = self.log_ratio
        ends = (b, b - Z95 * error, b + Z95 * error)
        ratio, low, high = (exp(float(np.clip(end, -MOST_LOG_RATIO, MOST_LOG_RATIO))) for end in ends)
        return ratio, low, high


# ---- the days -----------------------------------------------------------------------------------------------


def strata(days: TrainedDays) -> Strata:
    """The rows of the model; without two regions with enough twitches none."""
    counts = days.counts.to_numpy(dtype=float)
    trained = days.trained.to_numpy(dtype=float)
    before = np.vstack([np.full((min(LAG, len(trained)), trained.shape[1]), np.nan), trained[:-LAG]])
    rows = np.flatnonzero((counts.sum(axis=1) > 0) & np.isfinite(before).all(axis=1))
    used = counts[rows].sum(axis=0) >= LEAST_TWITCHES
    rows = rows[counts[rows][:, used].sum(axis=1) > 0]
    exposure = before[rows][:, used]
    if used.sum() < 2:
        return Strata(rows[:0], np.empty((0, 0)), np.empty((0, 0)), 0)
    contrasts = int((exposure.min(axis=1) != exposure.max(axis=1)).sum())
    return Strata(rows, counts[rows][:, used], exposure, contrasts)


def fitted(days: TrainedDays) -> TrainedModel | None:
    """The model of these days; None where too few of them have a contrast."""
    rows = strata(days)
    if rows.contrasts < LEAST_CONTRASTS:
        return None
    with np.errstate(all="ignore"):
        return _fitted(rows, int(days.counts.index[0].weekday()))


def _fitted(rows: Strata, first_weekday: int) -> TrainedModel:
    z, pull = _nuisance(rows, first_weekday)
    counts, total = rows.counts, rows.counts.sum(axis=1)
    weight, bursts, beta = np.ones(len(total)), 0.0, np.zeros(z.shape[2])
    free = counts.shape[1] - 1
    for _ in range(2):
        beta = fit(counts, z, weight, pull, beta)
        p = softmax(z @ beta, axis=1)
        pearson = ((counts - total[:, None] * p) ** 2 / (total[:, None] * p)).sum(axis=1)
        excess = float((pearson - free).sum()) / max(free * float((total - 1).sum()), 1)
        bursts = float(np.clip(excess, LEAST_BURSTS, MOST_BURSTS))
        weight = 1 / (1 + (total - 1) * bursts)
    return TrainedModel(rows, z, pull, fit(counts, z, weight, pull, beta), weight, bursts)


def _nuisance(rows: Strata, first_weekday: int) -> tuple[Array, Array]:
    """Every region but the last has an intercept, a slow share, a weekend and weekdays of its own; and their ridges."""
    days, regions = rows.days, rows.counts.shape[1]
    span = int(np.ptp(days)) + 1
    freedom = int(np.clip(round(span / SLOW_DAYS), 1, min(MOST_SLOW, len(days) // DAYS_A_KNOT or 1)))
    slow = natural_spline(days / span, freedom)
    slow = (slow - slow.mean(axis=0)) / np.maximum(slow.std(axis=0), 1e-12)
    weekday = (first_weekday + days) % 7
    weekend = (weekday >= SATURDAY).astype(float)
    each = np.eye(7)[weekday]
    of_region = np.column_stack([np.ones(len(days)), slow, weekend - weekend.mean(), each - each.mean(axis=0)])
    width = of_region.shape[1]
    z = np.zeros((len(days), regions, (regions - 1) * width))
    for region in range(regions - 1):
        z[:, region, region * width : (region + 1) * width] = of_region
    pull = [RIDGE] * (width - 7) + [WEEKDAY_RIDGE] * 7
    return z, np.tile(pull, regions - 1)


# ---- the fit ------------------------------------------------------------------------------------------------


def fit(y: Array, z: Array, weight: Array, pull: Array, beta: Array) -> Array:
    """Coefficients of a weighted multinomial logit with a ridge, by Newton steps."""
    total = y.sum(axis=1)
    for _ in range(STEPS):
        p = softmax(z @ beta, axis=1)
        left = weight[:, None] * (y - total[:, None] * p)
        slope = np.tensordot(left, z, axes=2) - pull * beta
        variance = (weight * total)[:, None] * p
        move = np.linalg.solve(_information(within(z, p), variance) + np.diag(pull), slope)
        move /= max(1.0, float(np.abs(z @ move).max()) / LONGEST_STEP)
        beta = beta + move
        if np.abs(move).max() < CLOSE_ENOUGH:
            break
    return beta


def within(z: Array, p: Array) -> Array:
    """Columns off their mean over the day's regions."""
    middle = (p[:, None, :] @ z)[:, 0, :]
    apart: Array = z - middle[:, None, :]
    return apart


def _information(z: Array, variance: Array) -> Array:
    weighed = (z * np.sqrt(variance)[:, :, None]).reshape(-1, z.shape[2])
    information: Array = weighed.T @ weighed
    return information


# ---- the test -----------------------------------------------------------------------------------------------


class Score(NamedTuple):
    """The effective score of each day, and of each ridge behind them."""

    by_row: Array
    by_column: Array
    """Rows x columns of the nuisance: what each would take of the exposure, whose size is `size`."""
    size: float

    @property
    def t(self) -> float:
        return float(self.by_row.sum()) / self._spread if self.size > 0 else 0.0

    @property
    def _spread(self) -> float:
        return max(sqrt(float((self.by_row**2).sum())), 1e-12)

    def flipped(self, signs: Signs, rows: Days, ridges: Signs) -> Array:
        """A ridge is a row of its own, and has signs of its own."""
        flipped = np.zeros(len(signs))
        if self.size <= 0:
            return flipped
        basis = np.column_stack([self.by_row, self.by_column]).astype(np.float32)
        some = max(1, AT_ONCE // len(basis))
        for start in range(0, len(signs), some):
            part = slice(start, start + some)
            inner = np.hstack([signs[part][:, rows], ridges[part]]).astype(np.float32) @ basis
            left = np.maximum(1 - (inner[:, 1:] ** 2).sum(axis=1) / self.size, LEAST_LEFT)
            flipped[part] = inner[:, 0] / np.sqrt(left) / self._spread
        return flipped


def effective_score(model: TrainedModel) -> Score:
    """sum_r of the exposure, off the nuisance within days, times the weighed residual of its region."""
    y, pull = model.strata.counts, model.pull
    days, regions = y.shape
    total = y.sum(axis=1)
    p = softmax(model.z @ model.beta, axis=1)
    root = np.sqrt((model.weight * total)[:, None] * p)

    def flat(columns: Array, of_ridges: Array) -> Array:
        weighed = (within(columns, p) * root[:, :, None]).reshape(days * regions, -1)
        return np.vstack([weighed, of_ridges])

    q = np.linalg.qr(flat(model.z, np.diag(np.sqrt(pull))))[0]
    x = flat(model.strata.exposure[:, :, None], np.zeros((len(pull), 1)))[:, 0]
    x = x - q @ (q.T @ x)
    residual = (model.weight[:, None] * (y - total[:, None] * p) / root).reshape(-1)
    row = np.append(np.repeat(np.arange(days), regions), days + np.arange(len(pull)))
    size = float((x**2).sum())
    by_row: Array = np.bincount(row, x * np.append(residual, -np.sqrt(pull) * model.beta)).astype(float)
    by_column: Array = np.column_stack([np.bincount(row, column * x) for column in q.T]).astype(float)
    return Score(by_row, by_column, size if size > NOTHING_LEFT else 0.0)


def estimate(model: TrainedModel) -> tuple[float, float]:
    """b and its standard error, by a sandwich over days."""
    y = model.strata.counts
    z = np.concatenate([model.z, model.strata.exposure[:, :, None]], axis=2)
    pull = np.append(model.pull, RIDGE)
    beta = fit(y, z, model.weight, pull, np.append(model.beta, 0.0))
    total = y.sum(axis=1)
    p = softmax(z @ beta, axis=1)
    apart = within(z, p)
    bread = np.linalg.inv(_information(apart, (model.weight * total)[:, None] * p) + np.diag(pull))
    left = model.weight[:, None] * (y - total[:, None] * p)
    scores = (left[:, None, :] @ apart)[:, 0, :]
    used = z.shape[2] / (y.shape[1] - 1)
    free = len(y) / max(len(y) - used, 1)
    return float(beta[-1]), sqrt(float(((scores @ bread[-1]) ** 2).sum()) * free)
