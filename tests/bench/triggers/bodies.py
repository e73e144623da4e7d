"""Made-up people whose twitches have a region of the body and who train one region or another.

A diary's day totals are split by region: slow drifts of the shares, hot spots of days, wandering, weekdays, bursts
in one place. Training comes in a weekly split, and may follow the twitches. `T_*` are nulls, `E_*` have a true
ratio of twitches in a region that was trained hard the day before, `B_sore` notices more in trained regions.
"""

import dataclasses
import zlib
from dataclasses import dataclass

import numpy as np
from scipy.special import expit, softmax

from tests.bench.triggers.scenarios import WORKOUT, Array
from tests.bench.triggers.simulate import Diary, diary

REGIONS = ("legs", "arms", "trunk", "face")
SHARES = np.array([0.5, 0.2, 0.1, 0.2])
TRAINABLE = [0, 1, 2]
OVERDISPERSION = 0.3  # that of the simulator's days


@dataclass(frozen=True)
class Body:
    """A diary whose twitches have a region. y, trained: (days, regions), NaN = not logged."""

    y: Array
    trained: Array
    diary: Diary  # totals, and any hard training in place of the workout

    def first(self, days: int) -> "Body":
        return Body(self.y[:days], self.trained[:days], self.diary.first(days))


@dataclass(frozen=True)
class Split:
    """How a person's twitches and training spread over the body."""

    base: str = "N_typ"  # the simulator's diary whose totals are split
    drift: float = 0.4  # sd of the slow drift of log shares
    hot: float = 1.0  # height of hot spots of 3-10 days (log), about three a quarter and region
    ar_sd: float = 0.4  # sd of the daily wandering of log shares, persistence .5
    burst: float = 6.0  # Dirichlet concentration of a day: small = one place has it all
    week: float = 0.0  # sd of each region's weekday pattern
    rolling: bool = False  # training days go on in turn, whatever the weekday
    phases: bool = False  # one region only for three weeks, then the next
    avoid: float = 0.0  # log odds of training a region for each sd it stood out the last two days
    notice: float = 1.0  # how many times as much is noticed in a trained region the day after
    whole: float = 0.0  # share of sessions that train legs, arms and trunk at once
    hard: float = 0.75  # share of sessions with effort 7 or more
    went: float = 0.85  # share of planned sessions that take place
    ratio: float = 1.0  # true ratio in a trained region
    lags: tuple[float, float, float] = (0.0, 1.0, 0.0)  # of log ratio at 0, 1, 2 days


_ALL = Split("N_all", hot=1.3, ar_sd=0.6, burst=3.0, week=0.2)
SPLITS = {
    "T_plain": Split(),
    "T_all": _ALL,
    "T_hot": Split(hot=2.0, ar_sd=0.8, drift=0.8),
    "T_burst": Split(burst=1.5),
    "T_week": Split(week=0.4),
    "T_gymweek": Split(week=0.4, hard=1.0, went=0.95),
    "T_phase": Split(phases=True, hot=1.5),
    "T_avoid": Split(avoid=-1.5, hot=1.5),
    "T_seek": Split(avoid=1.5, hot=1.5),
    "T_few": Split("N_zero"),
    "T_roll": Split(rolling=True),
    "T_whole": Split(whole=0.4),
    "B_sore": Split(notice=1.25),
    "E_plain": Split(ratio=1.6),
    "E_gym": Split(ratio=1.6, hard=1.0, went=0.95),
    "E_two": Split(ratio=1.6, lags=(0.0, 1.0, 0.5)),
    "E_all": dataclasses.replace(_ALL, ratio=1.6),
}


def body(name: str, days: int, seed: int) -> Body:
    """One person's diary by region; "E_plain/2.2" has another ratio."""
    kind, *ratio = name.split("/")
    s = SPLITS[kind]
    if ratio:
        s = dataclasses.replace(s, ratio=float(ratio[0]))
    d = diary(s.base, days, seed)
    rng = np.random.default_rng([zlib.crc32(kind.encode()), days, seed])
    week = (d.weekday0 + np.arange(days)) % 7
    totals = np.nan_to_num(d.y)
    # The day's rate given its count: gamma, so that what training adds is Poisson beside it.
    rate = rng.gamma(1 / OVERDISPERSION + totals, 1 / (1 / OVERDISPERSION + d.mu)) * d.mu
    share = _log_shares(s, week, rng)
    plan = _Plan(s, week, rng)
    y, trained = np.zeros((days, len(REGIONS))), np.zeros((days, len(REGIONS)))
    for t in range(days):
        trained[t] = plan.of_day(t, y)
        logs = sum(a * trained[t - lag] for lag, a in enumerate(s.lags) if a and t >= lag)
        more = np.exp(np.log(s.ratio) * logs) if s.ratio != 1 else np.ones(len(REGIONS))
        p = rng.dirichlet(s.burst * softmax(share[t]) + 1e-3)
        y[t] = rng.multinomial(int(totals[t]), p) + rng.poisson((more - 1) * rate[t] * p)
        if s.notice > 1 and t:
            y[t] += rng.poisson((s.notice - 1) * y[t] * trained[t - 1])
    unknown = np.isnan(d.y)
    y[unknown] = np.nan
    X = d.X.copy()
    X[:, WORKOUT] = np.where(unknown, np.nan, trained.max(axis=1))
    trained[unknown] = np.nan
    return Body(y, trained, dataclasses.replace(d, y=y.sum(axis=1), X=X))


def _log_shares(s: Split, week: Array, rng: np.random.Generator) -> Array:
    """How a day's twitches spread over the regions, before any training: (days, regions), logs."""
    days = len(week)
    share = np.tile(np.log(rng.dirichlet(8 * SHARES) + 0.01), (days, 1))
    for region in range(len(REGIONS)):
        turn = np.sin(2 * np.pi * np.arange(days) / 182 + rng.uniform(0, 2 * np.pi))
        walk = np.cumsum(rng.standard_normal(days)) / np.sqrt(182)
        share[:, region] += s.drift * (turn + walk)
        for start in np.flatnonzero(rng.random(days) < 3 / 91):
            share[start : start + rng.integers(3, 11), region] += s.hot * rng.uniform(0.7, 1.3)
        wander = rng.standard_normal(days)
        for t in range(1, days):
            wander[t] = 0.5 * wander[t - 1] + np.sqrt(0.75) * wander[t]
        share[:, region] += s.ar_sd * wander + s.week * rng.standard_normal(7)[week]
    return share


class _Plan:
    """A person's training: three or four days a week, legs and arms mostly, and whether it takes place."""

    def __init__(self, s: Split, week: Array, rng: np.random.Generator) -> None:
        self.s, self.week, self.rng = s, week, rng
        weekdays = sorted(int(day) for day in rng.permutation(5)[: rng.integers(3, 5)])
        self.turns = [0, 1, 0, 1, 2] if rng.random() < 0.5 else [0, 1, 2, 0, 1]
        self.by_weekday = {day: self.turns[i] for i, day in enumerate(weekdays)}
        self.sessions = 0

    def of_day(self, t: int, y: Array) -> Array:
        """1 for each region that is trained hard on day t, given the twitches before it."""
        s, rng, trained = self.s, self.rng, np.zeros(len(REGIONS))
        weekday = int(self.week[t])
        planned = weekday in self.by_weekday or (s.rolling and rng.random() < 0.1)
        if not planned or rng.random() >= s.went:
            return trained
        region = self.turns[self.sessions % len(self.turns)] if s.rolling else self.by_weekday[weekday]
        region = t // 21 % len(TRAINABLE) if s.phases else region
        self.sessions += 1
        willing = 0.9
        if s.avoid:
            usual = y[:t].mean(axis=0) if t else np.ones(len(REGIONS))
            lately = (y[max(0, t - 2) : t].mean(axis=0) - usual)[region] if t else 0.0
            willing = float(expit(1.5 + s.avoid * lately / np.sqrt(usual[region] + 0.5)))
        if rng.random() < willing and rng.random() < s.hard:
            trained[TRAINABLE if rng.random() < s.whole else [region]] = 1
        return trained
