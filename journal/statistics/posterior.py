"""What is believed of a log ratio once it has been estimated: most habits do little, but a few do much.

The prior is Cauchy's about 0 with scale 0.2 (Student's t with 1 degree of freedom), the estimate b normal about the
truth with its standard error. It draws the winner of a race towards 0 and leaves nearly as it is what stands far out,
which a normal prior would not. (With 3 degrees and scale 0.25 the log of a true fivefold in 90 days was shown at .78.)

It is a mixture of N(0, 0.2^2 v) with 1 / v of chi-square 1. Given v the posterior is normal, so that all of it is a sum
over one smooth variable, log v: the trapezoid rule on it is exact to about six digits.
"""

from math import isfinite, log, nan
from typing import NamedTuple

import numpy as np
from scipy.special import ndtr

from journal.statistics.arrays import Array

SCALE = 0.2
LEAST_U, STEP = -5.0, 0.125
BEYOND = 16.0
"""How far u reaches beyond the variance of the estimate itself: from there the weights fall as exp(-u)."""
LEAST_ERROR, MOST_ERROR = 1e-9, 1e6
"""Beyond them nothing of the estimate is left, or nothing of the prior, and the sums would break."""
BISECTIONS = 48
TAILS = np.array([0.025, 0.975])


class Posterior(NamedTuple):
    """Mean and central 95 % interval of the log ratio."""

    mean: float
    low: float
    high: float


def posterior(b: float, error: float) -> Posterior:
    """Of an estimate b with a standard error above 0; NaN where either is no number."""
    if not isfinite(b + error):
        return Posterior(nan, nan, nan)
    error = min(max(error, LEAST_ERROR), MOST_ERROR)
    variance = error**2
    v = np.exp(np.arange(LEAST_U, log(1 + (b**2 + variance) / SCALE**2) + BEYOND, STEP))
    of_prior = SCALE**2 * v
    total = of_prior + variance
    log_weight = -(np.log(v) + 1 / v + np.log(total) + b**2 / total) / 2
    weight = np.exp(log_weight - log_weight.max())
    weight /= weight.sum()
    kept = of_prior / total
    middles, spreads = kept * b, np.sqrt(kept) * error
    low, high = _quantiles(weight, middles, spreads)
    return Posterior(float(weight @ middles), low, high)


def _quantiles(weight: Array, middles: Array, spreads: Array) -> tuple[float, float]:
    """Of the mixture of normals, by halving."""
    reach = 40 * float(spreads.max())
    low, high = np.full(2, float(middles.min()) - reach), np.full(2, float(middles.max()) + reach)
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        is_below = (ndtr((middle[:, None] - middles) / spreads) * weight).sum(axis=1) < TAILS
        low, high = np.where(is_below, middle, low), np.where(is_below, high, middle)
    return float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2
