"""The mean of the counts given a covariance: generalised estimating equations in the working residual.

log E y_t = z_t' b and e = (y - mu) / mu, with Cov(e) = diag(1 / mu + alpha) + s2 rho^|days apart|: NB2 noise and a
latent AR(1) of good and bad spells (Zeger 1988, Biometrika 75:621).
"""

import numpy as np

from journal.statistics.arrays import Array, Days
from journal.statistics.whitening import Covariance, whiten

RIDGE = 0.25
"""Precision on every coefficient but the intercept: a weekday without twitches stays finite."""
LEAST_LOG_MEAN, MOST_LOG_MEAN = -7.0, 12.0
LONGEST_STEP = 1.5
"""The most that one Fisher step may move any day's log mean."""
CLOSE_ENOUGH = 1e-3


def expected(z: Array, beta: Array) -> Array:
    """Twitches a day."""
    mu: Array = np.exp(np.clip(z @ beta, LEAST_LOG_MEAN, MOST_LOG_MEAN))
    return mu


def working(y: Array, z: Array, days: Days, theta: Array, beta: Array) -> tuple[Array, Array, Array]:
    """The noise 1 / mu + alpha, and z and e = (y - mu) / mu whitened."""
    (s2, rho, alpha), mu = Covariance.of(theta), expected(z, beta)
    noise: Array = 1 / mu + alpha
    whitened, _ = whiten(np.column_stack([z, y / mu - 1]), days, noise, s2, rho)
    return noise, whitened[:, :-1], whitened[:, -1]


def regress(y: Array, z: Array, days: Days, theta: Array, beta: Array, steps: int = 12) -> Array:
    """Coefficients at which Z' Sigma^-1 e = ridge b, by short Fisher steps from `beta`."""
    pull = ridge(len(beta))
    for _ in range(steps):
        _, zw, e = working(y, z, days, theta, beta)
        move = np.linalg.solve(zw.T @ zw + np.diag(pull), zw.T @ e - pull * beta)
        move /= max(1.0, float(np.abs(z @ move).max()) / LONGEST_STEP)
        beta = beta + move
        if np.abs(move).max() < CLOSE_ENOUGH:
            break
    return beta


def ridge(columns: int) -> Array:
    """The precision on each coefficient, the intercept first."""
    return np.append(0.0, np.full(columns - 1, RIDGE))


def padded(beta: Array, z: Array) -> Array:
    """Coefficients for more columns than there were: zero for the new ones."""
    return np.append(beta, np.zeros(z.shape[1] - len(beta)))
