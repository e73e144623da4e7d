"""What other tools do to find triggers, each in a few lines, at its usual level.

Each rival takes (y, X, names, weekday0), y (n,) twitches a day and X (n, k) habits,
NaN = not logged, one row a calendar day; and returns the names of the habits that it claims.
Lags are calendar days, 0 the same day. RIVALS lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import chdtrc, stdtr  # scipy.stats would cost all tests a second

Array = np.ndarray[Any, Any]
Test = Callable[[Array, Array, Array], float]
LAGS = range(4)
ANY_OR_NONE = 0.2  # a habit that is zero on so many days is split into any and none


def pairs(y: Array, x: Array, lag: int) -> tuple[Array, Array, Array]:
    """Counts, the habit `lag` days before, and the days: where both were logged."""
    before = np.concatenate([np.full(lag, np.nan), x[: len(x) - lag]])
    both = np.flatnonzero(np.isfinite(y) & np.isfinite(before))
    return y[both], before[both], both


def false_discovery(p: Array, names: Sequence[str], q: float = 0.10) -> list[str]:
    """Benjamini-Hochberg over p (habits, lags): the habits with any lag that passes."""
    flat = np.sort(p[np.isfinite(p)])
    passed = flat <= q * np.arange(1, len(flat) + 1) / max(1, len(flat))
    cut = flat[passed].max() if passed.any() else -1.0
    return [name for name, row in zip(names, p, strict=True) if (row <= cut).any()]


def _each(y: Array, X: Array, lags: Sequence[int], test: Test, enough: int = 8) -> Array:
    """p values (habits, lags) of test(y, x, days); NaN where too few days or nothing varies."""
    p = np.full((X.shape[1], len(lags)), np.nan)
    for j, x in enumerate(X.T):
        for i, lag in enumerate(lags):
            a, b, days = pairs(y, x, lag)
            if len(a) >= enough and np.ptp(a) > 0 and np.ptp(b) > 0:
                p[j, i] = test(a, b, days)
    return p


def _below(p: Array, names: Sequence[str], level: float = 0.05) -> list[str]:
    return [name for name, row in zip(names, p, strict=True) if (row < level).any()]


def _ranks(v: Array) -> Array:
    """Ties share the mean of theirs."""
    return np.asarray(pd.Series(v).rank())


def _pearson(a: Array, b: Array, days: Array) -> float:
    r = np.corrcoef(a, b)[0, 1]
    return float(2 * stdtr(len(a) - 2, -abs(r) * np.sqrt((len(a) - 2) / max(1e-12, 1 - r * r))))


def pearson_any_lag(y: Array, X: Array, names: Sequence[str], weekday0: int) -> list[str]:
    """A correlation matrix with lags 0-3: p < .05 anywhere."""
    return _below(_each(y, X, LAGS, _pearson), names)


def pearson_same_day(y: Array, X: Array, names: Sequence[str], weekday0: int) -> list[str]:
    """A correlation matrix of the same day: p < .05."""
    return _below(_each(y, X, [0], _pearson), names)


def spearman_fdr(y: Array, X: Array, names: Sequence[str], weekday0: int) -> list[str]:
    """Rank correlation, Benjamini-Hochberg at .10 over habits and lags 0-3."""

    def test(a: Array, b: Array, days: Array) -> float:
        return _pearson(_ranks(a), _ranks(b), days)

    return false_discovery(_each(y, X, LAGS, test), names)


def with_without(y: Array, X: Array, names: Sequence[str], weekday0: int) -> list[str]:
    """Popular apps: on days with the habit (any, or above your median) at least 20 % more or
    fewer twitches than on days without, at least five days each; no test."""
    claimed = []
    for name, x in zip(names, X.T, strict=True):
        a, b, _ = pairs(y, x, 0)
        with_it = b > (0 if (b == 0).mean() >= ANY_OR_NONE else np.median(b)) if len(b) else b > 0
        if min(with_it.sum(), (~with_it).sum()) < 5:
            continue
        more, less = a[with_it].mean(), a[~with_it].mean()
        if more != less and abs(more - less) >= 0.2 * less:
            claimed.append(name)
    return claimed


def glm_hac(y: Array, X: Array, names: Sequence[str], weekday0: int) -> list[str]:
    """Poisson regression with trend and weekdays, Newey-West errors (7 days, small-sample factor,
    t), one habit and lag at a time, Benjamini-Hochberg at .10."""

    def test(a: Array, b: Array, days: Array) -> float:
        t = (days - days.mean()) / len(y)
        week = np.eye(7)[(weekday0 + days) % 7][:, 1:]
        A = np.column_stack([(b - b.mean()) / b.std(), np.ones_like(b), t, week])
        A = A[:, [i == 1 or np.ptp(c) > 0 for i, c in enumerate(A.T)]]
        if len(a) < 4 * A.shape[1]:
            return np.nan
        coefficients = np.linalg.lstsq(A, np.log(a + 0.5), rcond=None)[0]
        for _ in range(8):
            mu = np.exp(np.clip(A @ coefficients, -8, 8))
            bread = np.linalg.pinv(A.T @ (A * mu[:, None]))
            coefficients = coefficients + np.clip(bread @ (A.T @ (a - mu)), -2, 2)
        near = np.maximum(0, 1 - np.abs(days[:, None] - days) / 8)  # Bartlett, calendar days
        score = A * (a - mu)[:, None]
        meat = score.T @ near @ score
        freedom = len(a) - A.shape[1]
        error = np.sqrt(max(1e-12, (bread @ meat @ bread)[0, 0] * len(a) / freedom))
        return float(2 * stdtr(freedom, -abs(coefficients[0]) / error))

    return false_discovery(_each(y, X, LAGS, test), names)


def case_crossover(y: Array, X: Array, names: Sequence[str], weekday0: int) -> list[str]:
    """Time-stratified case-crossover: twitches against the same weekday of the same four weeks,
    conditional logistic score test for each lag 0-3, p < .05 anywhere."""

    def test(a: Array, b: Array, days: Array) -> float:
        stratum = np.unique(days // 28 * 7 + days % 7, return_inverse=True)[1]
        size, cases = np.bincount(stratum), np.bincount(stratum, a)
        x = b - (np.bincount(stratum, b) / size)[stratum]
        variance = (cases * np.bincount(stratum, x * x) / size).sum()
        return chdtrc(1, (a @ x) ** 2 / variance) if variance > 1e-9 else np.nan

    return _below(_each(y, X, LAGS, test), names)


def shift_max(y: Array, X: Array, names: Sequence[str], weekday0: int) -> list[str]:
    """Rank correlations against those of circularly shifted diaries: largest over habits and
    lags 0-3, .05. All shifts at once by Fourier transform."""

    def ranked(v: Array) -> Array:
        r = np.full(len(v), np.nan)
        r[np.isfinite(v)] = _ranks(v[np.isfinite(v)])
        return (r - np.nanmean(r)) / len(v) if np.isfinite(v).any() else r

    n = len(y)
    if n < 24 or not np.isfinite(y).any():
        return []
    a, b = ranked(y), np.column_stack([ranked(x) for x in X.T])
    fa = np.fft.rfft([np.isfinite(a), np.nan_to_num(a), np.nan_to_num(a) ** 2], axis=1)
    fb = np.fft.rfft([np.isfinite(b), np.nan_to_num(b), np.nan_to_num(b) ** 2], axis=1)

    def sums(i: int, j: int) -> Array:  # over days t of y_i[t + shift] * x_j[t], for every shift and habit
        return np.fft.irfft(fa[i][:, None] * np.conj(fb[j]), n, axis=0)

    m, sy, sx = np.maximum(sums(0, 0), 1e-9), sums(1, 0), sums(0, 1)
    vary, varx = sums(2, 0) - sy**2 / m, sums(0, 2) - sx**2 / m
    r = np.abs(sums(1, 1) - sy * sx / m) / np.sqrt(np.maximum(vary * varx, 1e-12))
    r[m < 8] = 0
    lagged = np.stack([np.roll(r, -lag, axis=0) for lag in LAGS]).max(axis=0)  # (shifts, habits)
    null = np.append(lagged[8 : n - 11].max(axis=1), np.inf)
    return [name for name, seen in zip(names, lagged[0], strict=True) if (null >= seen).mean() < 0.05]


def any_twitch_hazard(y: Array, X: Array, names: Sequence[str], weekday0: int) -> list[str]:
    """Univariate discrete hazard of a day with any twitch on the habit of that day or the day
    before: logistic score test, p < .05."""

    def test(a: Array, b: Array, days: Array) -> float:
        return float(chdtrc(1, len(a) * np.corrcoef(a, b)[0, 1] ** 2))

    return _below(_each(np.where(np.isfinite(y), y > 0, np.nan), X, [0, 1], test), names)


Rival = Callable[[Array, Array, Sequence[str], int], list[str]]
RIVALS: dict[str, Rival] = {
    f.__name__: f
    for f in (
        pearson_any_lag,
        pearson_same_day,
        spearman_fdr,
        with_without,
        glm_hac,
        case_crossover,
        shift_max,
        any_twitch_hazard,
    )
}
