"""What trend, weekdays and good and bad spells say of the twitches, without any habit, and what they leave over."""

from dataclasses import dataclass, replace
from math import inf, log, sqrt

import numpy as np
from scipy.linalg import qr
from scipy.optimize import minimize

from journal.statistics.arrays import Array, Days, Flags
from journal.statistics.estimating import expected, padded, regress, working
from journal.statistics.whitening import Covariance, whiten

TREND_DAYS, MOST_TREND, DAYS_A_KNOT = 45, 10, 12
"""One degree of freedom of the trend for so many days, at most so many, and one for so many counted days."""
LEAST_ILL = 2
"""Days of illness, and days without, from which they are a column of the nuisance."""
COLLINEAR = 1e-4
"""A column with less than this share left beside the nuisance has nothing of its own to say."""
PRIOR_CENTRE = np.array([log(0.15), 0.8, log(0.3)])
"""Weak prior of log s2, logit rho and log alpha, centre and SD: only short diaries feel it."""
PRIOR_SD = np.array([1.5, 1.6, 1.5])
WIDE, NARROW = 1.2, 0.5
"""First simplex of the search for theta: from scratch, and near the last one."""
CLIP = 2.5
"""Robust SDs at which a residual is cut (Huber): one wild day must not decide."""
NO_SPELLS = (-20.0, 0.0)
LEAST_ALPHA = 0.02


@dataclass(frozen=True)
class Null:
    """The counts explained by z alone: q spans the whitened z, r are the whitened residuals, clipped and off q."""

    z: Array
    days: Days
    beta: Array
    theta: Array
    """log s2, logit rho, log alpha; `covariance` the same in their own units."""
    noise: Array
    q: Array
    r: Array
    phi: float

    @property
    def covariance(self) -> Covariance:
        return Covariance.of(self.theta)

    def whitened(self, columns: Array) -> Array:
        """Columns whitened as the residuals are, off q; zero where q leaves nothing of one."""
        s2, rho, _ = self.covariance
        whole, _ = whiten(columns, self.days, self.noise, s2, rho)
        remainder = off(whole, self.q)
        kept: Array = remainder * ((remainder**2).sum(axis=0) > COLLINEAR * (whole**2).sum(axis=0))
        return kept

    def beside(self, column: Array) -> "Null":
        """The null with one more column, without a new fit."""
        remainder = self.whitened(column[:, None])
        if not remainder.any():
            return self
        q = np.hstack([self.q, remainder / sqrt(float((remainder**2).sum()))])
        return replace(self, q=q, r=off(self.r, q))


def off(columns: Array, q: Array) -> Array:
    """What orthonormal q leaves of the columns."""
    left: Array = columns - q @ (q.T @ columns)
    return left


def nuisance(days: Days, weekday: Days, is_ill: Flags) -> Array:
    """Intercept, slow trend, weekdays and illness of the rows: ones, and orthogonal columns of unit mean square."""
    rows, span = len(days), int(np.ptp(days)) + 1
    freedom = int(np.clip(round(span / TREND_DAYS), 1, min(MOST_TREND, rows // DAYS_A_KNOT)))
    columns = np.hstack([natural_spline(days / span, freedom), np.eye(7)[weekday][:, 1:]])
    if LEAST_ILL <= is_ill.sum() <= rows - LEAST_ILL:
        columns = np.column_stack([columns, is_ill])
    columns = columns - columns.mean(axis=0)
    columns /= np.maximum(columns.std(axis=0), 1e-12)
    u, size, _ = np.linalg.svd(columns, full_matrices=False)
    return np.column_stack([np.ones(rows), u[:, size > 1e-6 * size[0]] * sqrt(rows)])


def natural_spline(time: Array, freedom: int) -> Array:
    """Natural cubic spline, knots at quantiles (Hastie, Tibshirani & Friedman 2009, eq. 5.5)."""
    knots = np.quantile(time, np.linspace(0, 1, freedom + 1))
    cubes = np.maximum(time[:, None] - knots, 0) ** 3
    slopes = (cubes[:, :-1] - cubes[:, -1:]) / (knots[-1] - knots[:-1])
    return np.column_stack([time, slopes[:, :-1] - slopes[:, -1:]])


def fit_null(y: Array, days: Days, z: Array, warm: Null | None = None) -> Null:
    """Mean and covariance by turns: twice from scratch, once from a warm start whose z lacks the last columns."""
    if warm is None:
        beta, theta = _without_spells(y, days, z)
        widths = [WIDE, NARROW]
    else:
        beta, theta, widths = padded(warm.beta, z), warm.theta, [NARROW]
    for width in widths:
        theta = reml(y, expected(z, beta), z, days, theta, width)
        beta = regress(y, z, days, theta, beta)
    noise, zw, e = working(y, z, days, theta, beta)
    q = np.asarray(qr(zw, mode="economic")[0], dtype=np.float64)
    r = off(e, q)
    phi = float(r @ r) / (len(y) - z.shape[1])
    return Null(z, days, beta, theta, noise, q, clipped(r, q), phi)


def clipped(r: Array, q: Array) -> Array:
    """Residuals no farther out than a few of their standard deviations, as the median tells these, and off the nuisance
    again."""
    robust = 1.4826 * float(np.median(np.abs(r - np.median(r))))
    bound = CLIP * max(robust, 0.5 * float(r.std()))
    return off(np.clip(r, -bound, bound), q)


def _without_spells(y: Array, days: Days, z: Array) -> tuple[Array, Array]:
    """A start: plain quasi-NB2 with alpha by moments, half of which is then left to the spells."""
    beta, alpha = padded(np.array([log(y.mean())]), z), 1.0
    for _ in range(2):
        beta = regress(y, z, days, np.array([*NO_SPELLS, log(alpha)]), beta, 6)
        mu = expected(z, beta)
        excess = float(((y - mu) ** 2 - mu).sum() / (mu**2).sum())
        alpha = max(excess * len(y) / (len(y) - z.shape[1]), LEAST_ALPHA)
    return beta, np.array([PRIOR_CENTRE[0], PRIOR_CENTRE[1], log(alpha / 2)])


def reml(y: Array, mu: Array, z: Array, days: Days, start: Array, width: float) -> Array:
    """log s2, logit rho and log alpha at the largest restricted likelihood with the weak prior.

    -2 l = log|Sigma| + log|Z' Sigma^-1 Z| + e' P e + sum ((theta - centre) / sd)^2
    """
    columns = np.column_stack([z, y / mu - 1])

    def cost(theta: Array) -> float:
        s2, rho, alpha = Covariance.of(theta)
        w, log_determinant = whiten(columns, days, 1 / mu + alpha, s2, rho)
        try:
            # The last pivot squared is e' P e; the others give the determinant of Z' Sigma^-1 Z.
            pivots = np.diag(np.linalg.cholesky(w.T @ w + 1e-9 * np.eye(w.shape[1])))
        except np.linalg.LinAlgError:
            return inf
        penalty = float((((theta - PRIOR_CENTRE) / PRIOR_SD) ** 2).sum())
        return log_determinant + 2 * float(np.log(pivots[:-1]).sum()) + float(pivots[-1]) ** 2 + penalty

    simplex = np.vstack([start, start + width * np.eye(3)])
    best = minimize(
        cost,
        start,
        method="Nelder-Mead",
        options={"initial_simplex": simplex, "xatol": 0.1, "fatol": 0.05, "maxfev": 60},
    )
    return np.asarray(best.x, dtype=np.float64)
