"""How large: the ratio of twitches over a habit's contrast, on the days where the habit was really logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, exp, log, sqrt

import numpy as np
from scipy.special import stdtrit

from journal.statistics.arrays import Array, Days
from journal.statistics.encoding import EncodedHabit
from journal.statistics.estimating import LEAST_LOG_MEAN, MOST_LOG_MEAN, padded, regress, ridge, working
from journal.statistics.null import Null
from journal.statistics.posterior import posterior

MOST_LEVERAGE = 0.9
MOST_LOG_RATIO = 50.0
WORTH_KNOWING = log(1.5)
"""The link, up or down, that should not be missed."""
POWER_Z = 0.84
"""Of four times in five."""
LONGEST_DAYS = 3653
"""Ten years: what would take longer is said to."""
MOST_DAYS = 1e6
SLOPES = 33
"""Between the ends of an interval: a difference may be largest inside."""


@dataclass(frozen=True)
class Effect:
    """The log ratio of twitches at the high end over those at the low end, and half its raw 95 % interval."""

    log_ratio: float
    error: float
    """Standard error; `reach` is it times Student's quantile."""
    reach: float
    mean_without: float
    mean_with: float
    days_used: int

    @property
    def raw(self) -> tuple[float, float, float]:
        """Ratio, low and high without the prior."""
        return (
            _ratio(self.log_ratio),
            _ratio(self.log_ratio - self.reach),
            _ratio(self.log_ratio + self.reach),
        )

    @property
    def with_prior(self) -> tuple[float, float, float]:
        """Ratio, low and high with the prior that most habits do little."""
        middle, low, high = map(_ratio, posterior(self.log_ratio, self.error))
        return middle, low, high

    def may_reach(self, log_ratio: float) -> bool:
        """Whether the raw interval holds a link of that size, up or down."""
        return abs(self.log_ratio) + self.reach > log_ratio

    def days_needed(self, score_needed: float, worth_knowing: float = WORTH_KNOWING) -> int:
        """Days with both at which a log ratio of that size, in the direction believed, would be claimed four times in
        five, errors shrinking as n^-1/2. `score_needed` is the |t| of a claim."""
        share = (score_needed + POWER_Z) * self.error / worth_knowing
        return ceil(min(self.days_used * share**2, MOST_DAYS))


def would_take(size: str, more: int, needed: int) -> str:
    """`a ratio of 1.5 would take about 120 more days to show`."""
    days = f"{more} more days" if needed <= LONGEST_DAYS else "more than ten years"
    return f"{size} would take about {days} to show"


def effect(y: Array, base: Null, last: Null, habit: EncodedHabit, lag: int, beside: Sequence[Array]) -> Effect:
    """One habit at one lag, beside trend, weekdays and the columns of the habits claimed.

    The covariance is that of the last null: the spells that no habit claimed explains.
    """
    keep = habit.known[:, lag]
    y, days = y[keep], base.days[keep]
    z = np.column_stack([base.z, *beside, habit.lagged[:, lag]])[keep]
    beta = regress(y, z, days, last.theta, padded(base.beta, z))
    low, high = habit.ends
    slope, error = float(beta[-1]), _slope_error(y, z, days, last.theta, beta)
    elsewhere = z[:, :-1] @ beta[:-1]
    without, with_it = (
        float(np.exp(np.clip(elsewhere + end * slope, LEAST_LOG_MEAN, MOST_LOG_MEAN)).mean()) for end in (low, high)
    )
    error *= high - low
    reach = float(stdtrit(max(len(z) - z.shape[1] - 1, 1), 0.975)) * error
    return Effect(slope * (high - low), error, reach, without, with_it, len(y))


def largest_difference(y: Array, habit: EncodedHabit, lag: int, at_lag: Effect) -> float:
    """The largest difference between the ends of the contrast, up or down, that the raw interval holds, in the unit of
    y, with the mean of the days held as it is."""
    keep = habit.known[:, lag]
    low, high = habit.ends
    amounts = habit.lagged[keep, lag]
    slopes = np.linspace(at_lag.log_ratio - at_lag.reach, at_lag.log_ratio + at_lag.reach, SLOPES) / (high - low)
    slopes = np.clip(slopes, -MOST_LOG_RATIO, MOST_LOG_RATIO)
    differences = np.exp(high * slopes) - np.exp(low * slopes)
    usual = np.exp(np.outer(slopes, amounts)).mean(axis=1)
    return float(y[keep].mean() * np.abs(differences / usual).max())


def _slope_error(y: Array, z: Array, days: Days, theta: Array, beta: Array) -> float:
    """Of the last coefficient: the larger of the model's and the HC3 sandwich's, on whitened rows.

    HC3: MacKinnon & White 1985, J Econometrics 29:305. In few days either alone is at times too small.
    """
    _, zw, e = working(y, z, days, theta, beta)
    bread = np.linalg.inv(zw.T @ zw + np.diag(ridge(len(beta))))
    leverage = np.minimum(((zw @ bread) * zw).sum(axis=1), MOST_LEVERAGE)
    sandwich = float((((zw @ bread[-1]) * e / (1 - leverage)) ** 2).sum())
    return sqrt(max(sandwich, float(bread[-1, -1])))


def _ratio(log_ratio: float) -> float:
    return exp(min(max(log_ratio, -MOST_LOG_RATIO), MOST_LOG_RATIO))
