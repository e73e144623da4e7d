"""Rows of a diary made independent: the inverse square root of a covariance, by a Kalman filter, in O(rows).

Sigma = diag(noise) + s2 rho^|days apart| = C C'. The filter looks only back in time. So a whitened row knows nothing
of later days, and a habit that reacts to yesterday's twitches raises no false alarm (Durbin & Koopman 2012, Time
Series Analysis by State Space Methods, ch. 4).
"""

from math import exp
from typing import NamedTuple

import numpy as np
from scipy.linalg import solve_banded
from scipy.special import expit

from journal.statistics.arrays import Array, Days

MOST_LOG_S2, MOST_LOG_ALPHA, MOST_RHO = 3.0, 5.0, 0.998
"""Edges that no diary needs, and at which the filter would break."""


class Covariance(NamedTuple):
    """Of the working residual: good and bad spells (s2 rho^days) and a day's own overdispersion alpha."""

    s2: float
    rho: float
    alpha: float

    @classmethod
    def of(cls, theta: Array) -> "Covariance":
        """From the free parameters log s2, logit rho, log alpha."""
        s2, rho = exp(min(theta[0], MOST_LOG_S2)), MOST_RHO * float(expit(theta[1]))
        return cls(s2, rho, exp(min(theta[2], MOST_LOG_ALPHA)))


def whiten(columns: Array, days: Days, noise: Array, s2: float, rho: float) -> tuple[Array, float]:
    """C^-1 columns, and log|Sigma|.

    With c_t = rho^gap: P_t = c_t^2 V_{t-1} + s2 (1 - c_t^2), F_t = P_t + noise_t, V_t = P_t noise_t / F_t. The
    prediction a_t = c_t (a_{t-1} + P_{t-1} / F_{t-1} (e_{t-1} - a_{t-1})) is bidiagonal in a and solved for all
    columns at once; row t becomes (e_t - a_t) / sqrt(F_t).
    """
    carried = np.append(0.0, rho ** np.diff(days))
    variances, left = [], 0.0
    for squared, noise_of_day in zip((carried**2).tolist(), noise.tolist(), strict=True):
        variance = squared * left + s2 * (1 - squared)
        variances.append(variance)
        left = variance * noise_of_day / (variance + noise_of_day)
    predicted = np.array(variances)
    total = predicted + noise
    gain = carried[1:] * predicted[:-1] / total[:-1]
    bands = np.ones((2, len(total)))
    bands[1, :-1] = gain - carried[1:]
    ahead = np.zeros_like(columns)
    ahead[1:] = gain[:, None] * columns[:-1]
    ahead = solve_banded((1, 0), bands, ahead, overwrite_b=True, check_finite=False)
    whitened: Array = (columns - ahead) / np.sqrt(total)[:, None]
    return whitened, float(np.log(total).sum())
