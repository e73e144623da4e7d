"""Simulated personal diaries of muscle twitches, for testing methods that look for triggers.

    d = diary("N_typ", days=90, seed=1)                            # nothing causes anything
    d = diary("P_one", days=90, seed=1, ratio=1.6, base="N_typ")   # one habit does
    d = diary("P_one/N_all/1.6", days=90, seed=1)                  # the same in one word

A day's count is zero-inflated negative binomial (NB2), with
    log mu = log base + trend + weekday + latent AR(1) + bursts + sum log ratio * g(habit at lag),
and a day with many twitches may change the habits of the days after it. Lags are calendar days:
lag 1 is the habit of the day before.
"""

import dataclasses
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
import pandas as pd
from scipy.optimize import brentq
from scipy.special import expit

from tests.bench.triggers.null_kinds import KINDS
from tests.bench.triggers.scenarios import (
    ALCOHOL,
    AMOUNTS,
    CAFFEINE,
    FLUIDS,
    MAGNESIUM,
    NAMES,
    NULLS,
    POWERS,
    SCREEN,
    SLEEP,
    STRESS,
    WORKOUT,
    Array,
    Course,
    Page,
    Scenario,
)
from tests.bench.triggers.unseen import UNSEEN

SCENARIOS: dict[str, Scenario] = NULLS | KINDS | UNSEEN | POWERS
WEEKEND_TASTE = {CAFFEINE: -1, SLEEP: 1, STRESS: -1, FLUIDS: 0, SCREEN: 1}  # direction on Sat, Sun
REACTION = {STRESS: 1.0, SLEEP: -0.7, CAFFEINE: -0.7}  # in sd, after a day one sd worse than usual
TRIGGERS = {CAFFEINE: 1, SLEEP: -1, STRESS: 1, FLUIDS: -1, WORKOUT: 1, SCREEN: 1}  # -1: too little
WEEKEND = (np.isin(np.arange(7), (5, 6)) - 2 / 7) / np.sqrt(10 / 49)  # Monday first; mean 0, sd 1
BURN_IN = 30  # days lived before the first day of the diary


@dataclass(frozen=True)
class Diary:
    """A diary of n days and k habits.

    y: (n,) twitches, NaN = not logged. X: (n, k) habits, NaN = not logged. names: the k habits.
    weekday0: weekday of the first day, Monday 0. mu: (n,) true expected count.
    truth: habit -> (lag, log rate ratio). The ratio compares the person's own 75th percentile of
    the logged values with the 25th, or any with none for a workout. An effect spread over lags
    gives its largest part; a threshold gives the least-squares line through it.
    ill: (n,) days of an illness. late: (n, k) answers written later than the next day. is_rating: y is 0-10.
    """

    y: Array
    X: Array
    names: tuple[str, ...]
    weekday0: int
    truth: dict[str, tuple[int, float]]
    mu: Array
    ill: Array
    late: Array
    is_rating: bool = False

    def first(self, days: int) -> "Diary":
        """The diary as it stood after so many days (the truth stays that of the whole)."""
        columns = {column: getattr(self, column)[:days] for column in ("y", "X", "mu", "ill", "late")}
        return dataclasses.replace(self, **columns)

    def only(self, columns: list[int]) -> "Diary":
        """The diary with these habits alone."""
        names = tuple(self.names[column] for column in columns)
        return dataclasses.replace(self, X=self.X[:, columns], late=self.late[:, columns], names=names)

    def logged_days(self, number: int) -> "Diary | None":
        """The diary as it stood when so many days were logged; None if it never had so many."""
        logged = np.cumsum(np.isfinite(self.y))
        return self.first(int(np.searchsorted(logged, number)) + 1) if logged[-1] >= number else None

    @property
    def outcome(self) -> "pd.Series[float]":
        """The twitches as the judge takes them."""
        return pd.Series(self.y, self._calendar)

    @property
    def habits(self) -> pd.DataFrame:
        """The habits as the judge takes them."""
        return pd.DataFrame(self.X, self._calendar, columns=list(self.names))

    @property
    def illness(self) -> "pd.Series[bool]":
        """The days of an illness as the judge takes them."""
        return pd.Series(self.ill, self._calendar).astype(bool)

    @property
    def _calendar(self) -> pd.DatetimeIndex:
        return pd.date_range(pd.Timestamp("2024-01-01") + pd.Timedelta(days=self.weekday0), periods=len(self.y))


def diary(scenario: str, days: int, seed: int, ratio: float | None = None, base: str | None = None) -> Diary:
    """One person's diary, the same for the same arguments.

    For `P_*`, ratio is the true rate ratio (1.6 unless told) and base the null it is put into
    (N_typ unless told); both may be written into the name, as in "P_one/N_all/1.6".
    """
    name, *suffix = scenario.split("/")
    base = base or (suffix[0] if suffix else None)
    ratio = ratio or (float(suffix[1]) if len(suffix) > 1 else None)
    if name not in SCENARIOS or (base and base not in SCENARIOS):
        raise ValueError(f"no scenario {scenario!r}; there are {', '.join(SCENARIOS)}")
    settings = SCENARIOS[name]
    if not settings.effect and (base or ratio):
        raise ValueError(f"{name} has no effect: ratio and base are for P_ scenarios")
    if base and base != "N_typ":
        name += "/" + base
        settings = SCENARIOS[base].replace(effect=settings.effect, ratio=settings.ratio)
    settings = settings.replace(ratio=ratio or settings.ratio)
    key = zlib.crc32(name.encode())
    rng, fate = np.random.default_rng([key, days, seed]), np.random.default_rng([key, days, seed, 1])
    person = _live(settings, days, int(rng.integers(7)), rng, fate)
    if settings.swap:
        person = dataclasses.replace(person, X=_live(settings, days, person.weekday0, rng, fate).X)
    return person


def _live(s: Scenario, days: int, weekday0: int, rng: np.random.Generator, fate: np.random.Generator) -> Diary:
    """Live through the days one by one: habits, then twitches, then what the diary gets of them."""
    n = BURN_IN + days
    week = (weekday0 + np.arange(n) - BURN_IN) % 7
    drift = np.sin(2 * np.pi * np.arange(n) / 182 + rng.uniform(0, 2 * np.pi))
    drift += np.cumsum(rng.standard_normal(n)) / np.sqrt(182)
    drift -= drift[BURN_IN:].mean()
    ill = _spells(n, 3 / 91, rng) * (s.hidden > 0)

    level = np.exp(rng.uniform(*np.log(s.base)))
    alpha = rng.uniform(*s.alpha) if isinstance(s.alpha, tuple) else s.alpha
    log_mu = np.log(level) + s.trend * drift + s.weekday * _pattern(rng.choice((-1, 1)), rng)[week]
    log_mu += s.ar_sd * _ar1(s.rho, n, rng) - s.ar_sd**2 / 2
    log_mu += s.burst * _spells(n, 3 / 91, rng) + s.hidden * ill

    latent = _latent(s, week, drift, ill, rng)
    X = np.empty((n, len(NAMES)))
    X[:, WORKOUT] = _workouts(week, rng)
    X[:, ALCOHOL] = _drinks(week, rng)
    if s.course:
        s.course(Course(np.arange(n) - BURN_IN, week, log_mu, latent, X, fate))
    for j in AMOUNTS:
        X[:, j] = _logged_amount(j, latent[j])
    effects = [_Effect(j, lags, s, X) for j, lags in _draw_effects(s.effect, rng)]

    usual = level * (1 - s.zi)
    spread = np.sqrt(usual + (alpha + s.ar_sd**2) * usual**2)
    noise = rng.gamma(1 / alpha, alpha, n) * (rng.random(n) >= s.zi)
    y, bad, dose_left = np.zeros(n), np.zeros(n), 0
    for t in range(n):
        if s.react and t:
            for j, weight in REACTION.items():
                latent[j][t] += weight * s.react * bad[t - 1]
                X[t, j] = _logged_amount(j, latent[j][t])
        start = 0.5 if bad[max(0, t - 3) : t].sum() > 2 else 0.01
        if dose_left == 0 and rng.random() < (start if s.mag_reactive else 0.03):
            dose_left = int(rng.integers(7, 22))
        X[t, MAGNESIUM] = dose_left > 0 and rng.random() < 0.9
        dose_left = max(0, dose_left - 1)
        log_mu[t] = min(log_mu[t] + sum(e.at(t, X) for e in effects), np.log(200))
        y[t] = rng.poisson(np.exp(log_mu[t]) * noise[t])
        bad[t] = min(max((y[t] - usual) / spread, 0), 2)
        if s.sameday:
            latent[STRESS][t] += s.sameday * bad[t]
            X[t, STRESS] = _logged_amount(STRESS, latent[STRESS][t])

    y, X, bad, mu = y[BURN_IN:], X[BURN_IN:], bad[BURN_IN:], np.exp(log_mu[BURN_IN:]) * (1 - s.zi)
    if s.rating:
        y = np.round(10 * y / (y + 3 * usual))
    y_logged, X_logged = _log(s, y, X, bad, rng)
    late = np.zeros(X_logged.shape, bool)
    if s.page:
        s.page(Page(y_logged, X_logged, bad, week[BURN_IN:], late, fate))
    truth = {NAMES[e.habit]: e.truth(X_logged) for e in effects}
    return Diary(y_logged, X_logged, NAMES, weekday0, truth, mu, ill[BURN_IN:] > 0, late, s.rating)


def _ar1(rho: float, n: int, rng: np.random.Generator) -> Array:
    """Stationary AR(1) with mean 0 and variance 1."""
    shocks = rng.standard_normal(n)
    shocks[1:] *= np.sqrt(1 - rho**2)
    return np.array(list(accumulate(shocks.tolist(), lambda before, shock: shock + rho * before)))


def _pattern(weekend: float, rng: np.random.Generator) -> Array:
    """A person's own weekday pattern, Monday first, sd about 1, mostly a weekend up or down."""
    pattern = 0.8 * weekend * WEEKEND + 0.6 * rng.standard_normal(7)
    return np.asarray(pattern - pattern.mean())


def _spells(n: int, rate: float, rng: np.random.Generator) -> Array:
    """0 on ordinary days, 0.7-1.3 in spells of 3-10 days that start at the given daily rate."""
    height = np.zeros(n)
    for start in np.flatnonzero(rng.random(n) < rate):
        height[start : start + rng.integers(3, 11)] = rng.uniform(0.7, 1.3)
    return height


def _latent(s: Scenario, week: Array, drift: Array, ill: Array, rng: np.random.Generator) -> dict[int, Array]:
    """Habits with an amount, in sd from their mean, before any reaction to twitches."""
    n = len(week)
    z = {j: _ar1(min(0.9, s.x_rho + 0.2 * (j == STRESS)), n, rng) for j in AMOUNTS}
    own = np.sqrt(1 - 0.45**2)
    z[CAFFEINE] = -0.45 * z[SLEEP] + own * z[CAFFEINE]
    z[STRESS] = -0.45 * z[SLEEP] + own * z[STRESS]
    z[SCREEN] = 0.45 * z[STRESS] + own * z[SCREEN]
    for j in AMOUNTS:
        z[j] = z[j] + (0.3 + s.xweekday) * _pattern(WEEKEND_TASTE[j], rng)[week]
    for j in (CAFFEINE, SCREEN):
        z[j] += s.xtrend * rng.choice((-1, 1)) * drift
    z[SLEEP] -= ill
    z[FLUIDS] -= ill
    return z


def _logged_amount(habit: int, z: Any) -> Any:
    """An amount from its latent value, rounded as a person would."""
    mean, sd, low, high, step = AMOUNTS[habit]
    if np.ndim(z) == 0:  # plain floats: this runs once a day
        return round(min(max(mean + sd * z, low), high) / step) * step
    return np.round(np.round(np.clip(mean + sd * z, low, high) / step) * step, 2)


def _workouts(week: Array, rng: np.random.Generator) -> Array:
    """Minutes: most weekdays, hardly ever at the weekend, in fives."""
    went = rng.random(len(week)) < np.where(week < 5, 0.85, 0.06)
    return went * np.round((20 + 12 * rng.gamma(2.0, size=len(week))) / 5) * 5


def _drinks(week: Array, rng: np.random.Generator) -> Array:
    """Units of alcohol: mostly none, some at the weekend."""
    drank = rng.random(len(week)) < np.where(week < 5, 0.08, 0.5)
    return drank * (1.0 + rng.poisson(1.5, len(week)))


def _draw_effects(effect: str, rng: np.random.Generator) -> list[tuple[int, tuple[float, ...]]]:
    """The habits that act, each with the shares of its effect at lags 0, 1, 2."""
    if not effect:
        return []
    if effect == "thr":
        return [(SLEEP, (0.0, 1.0, 0.0))]
    if effect == "stress":
        return [(STRESS, (1.0, 0.0, 0.0))]
    candidates = [habit for habit in TRIGGERS if effect != "other" or habit != STRESS]
    habits = rng.choice(candidates, 3 if effect == "three" else 1, replace=False)
    if effect == "dist":
        return [(int(habits[0]), (0.5, 0.3, 0.2))]
    return [(int(j), tuple(np.eye(3)[rng.integers(3)])) for j in habits]


class _Effect:
    """What one habit does to log mu.

    Linear in an amount (up to two interquartile ranges from the median), with the whole ratio
    between the quartiles of the amounts before any reaction; or any workout; or sleep under 6 h.
    """

    def __init__(self, habit: int, lags: tuple[float, ...], s: Scenario, X: Array) -> None:
        self.habit, self.lags = habit, lags
        self.size = TRIGGERS[habit] * np.log(s.ratio)
        low, self.middle, high = np.quantile(X[BURN_IN:, habit], (0.25, 0.5, 0.75))
        self.width = max(high - low, AMOUNTS[habit][4] if habit in AMOUNTS else 1)
        self.yes: Callable[[Any], Any] | None = None
        if habit == WORKOUT:
            self.yes = lambda x: x > 0
        elif s.effect == "thr":
            self.yes, self.size = (lambda x: x < 6), np.log(s.ratio)
        self.usual = self.yes(X[:, habit]).mean() if self.yes else 0.0

    def of(self, x: Any) -> Any:
        if self.yes:
            return self.size * (self.yes(x) - self.usual)
        return self.size * np.clip((x - self.middle) / self.width, -2, 2)

    def at(self, t: int, X: Array) -> float:
        return float(sum(w * self.of(X[t - lag, self.habit]) for lag, w in enumerate(self.lags) if w and t >= lag))

    def truth(self, X: Array) -> tuple[int, float]:
        lag = int(np.argmax(self.lags))
        x = X[np.isfinite(X[:, self.habit]), self.habit]
        if self.habit == WORKOUT:
            return lag, float(self.lags[lag] * self.size)
        low, high = np.quantile(x, (0.25, 0.75))
        if self.yes:
            slope = np.polyfit(x, self.of(x), 1)[0] if np.ptp(x) else 0.0
        else:
            slope = self.size / self.width
        return lag, float(self.lags[lag] * slope * (high - low))


def _log(s: Scenario, y: Array, X: Array, bad: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """What the person writes down: some counts wrong, some days and answers missing."""
    n, y, X = len(y), y.copy(), X.copy()
    stress = (X[:, STRESS] - AMOUNTS[STRESS][0]) / AMOUNTS[STRESS][1]
    if s.underrep:
        y = rng.binomial(y.astype(int), 1 - s.underrep * np.clip(stress / 2, 0, 1)).astype(float)
    if s.notice:
        y = rng.binomial(y.astype(int), np.clip(0.7 + s.notice * stress, 0.1, 1)).astype(float)
    if s.style < 1:
        later = np.arange(n) >= rng.integers(n)
        y = np.where(later, rng.binomial(y.astype(int), s.style), y)
    y[rng.random(n) < s.outlier] *= 10
    if s.round_count:
        y = np.where(y >= 20, np.round(y / 10) * 10, np.where(y >= 10, np.round(y / 5) * 5, y))
    if s.miss:
        gone = np.zeros(n, bool)
        for start in np.flatnonzero(rng.random(n) < s.miss / 3 / 5.5):  # a third of it in holes
            gone[start : start + rng.integers(3, 9)] = True
        yesterday = np.concatenate([[0.0], bad[:-1]])
        pull = s.mnar * (0.5 * bad + 0.5 * yesterday + 0.5 * stress)
        level = brentq(lambda c: expit(c + pull).mean() - s.miss * 2 / 3, -50, 50)
        gone |= rng.random(n) < expit(level + pull)
        y[gone], X[gone] = np.nan, np.nan
    X[rng.random(X.shape) < s.item_miss] = np.nan
    y[rng.random(n) < s.item_miss] = np.nan
    return y, X
