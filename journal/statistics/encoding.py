"""A habit on the rows of the outcome: its amount or any-against-none at every lag, gaps filled without the twitches."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import Literal

import numpy as np

from journal.statistics.arrays import Array, Days, Flags

Kind = Literal["amount", "any"]
LONGEST_LAG = 3
EVERY_LAG = (1.0,) * (LONGEST_LAG + 1)
"""A belief that leaves no lag out and prefers none."""
BELIEF = (1.0, 1.0, 0.2, 0.05)
"""How far a habit is believed beforehand to act at lags 0 to 3, in days."""
SUSPECT = 10.0
"""How many times that, if the person named the habit before there was anything to see."""
LEAST_PAIRS, LEAST_EACH_WAY, LEAST_AMOUNTS = 15, 5, 4
"""Of a habit at a lag: days known beside the twitches; of these with and without it, or with each of two amounts; or
different amounts."""
OFTEN_ZERO = 0.25
"""A habit that is zero on more of its known days is any against none unless told otherwise."""
LARGEST = 1e100
"""Sums of squares overflow beyond: such an amount is taken as not logged."""
WEEKDAY_SHRINKAGE = 2
"""Pseudo-days at the overall mean, so that a weekday seen once does not speak for itself."""
MOST_CARRIED = 0.9
"""The largest share of a deviation that is carried over to the next day when a gap is filled."""


@dataclass(frozen=True)
class EncodedHabit:
    """A habit on the rows of the outcome; column L of `lagged` is its value L days before, in its SD."""

    name: str
    unit: str
    contrast: tuple[float, float]
    """Low and high end as the person wrote them, and `ends` the same in the units of `lagged`."""
    ends: tuple[float, float]
    lagged: Array
    known: Flags
    """Where `lagged` was logged, not filled."""
    tomorrow: Array
    """The day after, for the negative control, known on `tomorrow_known` rows."""
    tomorrow_known: int
    lags: tuple[int, ...]
    """Those with enough to test."""
    log_belief: Array
    """Of each of them."""
    direction: int
    """+1 where more of it is believed to bring more twitches, -1 fewer, 0 neither."""
    days_more: int
    """Pairs still wanting where no lag can be tested, 1 at least."""

    @property
    def testable(self) -> bool:
        return bool(self.lags)

    @property
    def wants(self) -> str:
        """What it takes to be tested."""
        each = "with and without it" if self.any_or_none else "of each of two amounts"
        return f"needs {LEAST_PAIRS} days logged beside the twitches, {LEAST_EACH_WAY} {each}"

    @property
    def any_or_none(self) -> bool:
        return self.unit == ANY


ANY, QUARTILES, RANGE = "any vs none", "25th to 75th percentile", "lowest to highest"


def encode(
    name: str, raw: Array, kind: Kind | None, days: Days, weekday: Days, belief: Sequence[float], direction: int
) -> EncodedHabit:
    """A habit in units of its SD at every lag, and the lags that have enough to test.

    `raw` is one value a calendar day, NaN where not logged; `days` are the calendar places of the rows;
    `weekday` reaches LONGEST_LAG days further back than `raw` and one day further on.
    """
    value: Array = np.where(np.abs(raw) < LARGEST, raw, nan)
    amounts: Array = value[np.isfinite(value)]
    any_or_none = kind == "any" or (kind is None and len(amounts) > 0 and float(np.mean(amounts == 0)) > OFTEN_ZERO)
    if any_or_none:
        value = np.where(np.isnan(value), nan, value > 0)
        amounts = (amounts > 0).astype(float)
    low, high, unit = _contrast(amounts, any_or_none)
    middle, scale = (float(amounts.mean()), float(amounts.std()) or 1.0) if len(amounts) else (0.0, 1.0)
    scaled = (np.concatenate([np.full(LONGEST_LAG, nan), value, [nan]]) - middle) / scale
    filled, logged = impute(scaled, weekday), np.isfinite(scaled)
    places = days[:, None] + LONGEST_LAG - np.arange(LONGEST_LAG + 1)
    lagged, is_known = filled[places], logged[places]
    after = days + LONGEST_LAG + 1
    lags = tuple(
        lag for lag, weight in enumerate(belief) if weight > 0 and _enough(lagged[is_known[:, lag], lag], any_or_none)
    )
    return EncodedHabit(
        name,
        unit,
        (low, high),
        ((low - middle) / scale, (high - middle) / scale),
        lagged,
        is_known,
        filled[after],
        int(logged[after].sum()),
        lags,
        np.log([belief[lag] for lag in lags]),
        direction,
        max(1, LEAST_PAIRS - int(is_known.sum(axis=0).max(initial=0))),
    )


def _contrast(amounts: Array, any_or_none: bool) -> tuple[float, float, str]:
    if any_or_none or not len(amounts):
        return 0.0, 1.0, ANY if any_or_none else QUARTILES
    low, high = np.quantile(amounts, [0.25, 0.75])
    if low == high:  # nearly always the same: the quartiles have nothing between them
        return float(amounts.min()), float(amounts.max()), RANGE
    return float(low), float(high), QUARTILES


def _enough(values: Array, any_or_none: bool) -> bool:
    if len(values) < LEAST_PAIRS:
        return False
    if any_or_none:
        return min(int((values > 0).sum()), int((values < 0).sum())) >= LEAST_EACH_WAY
    amounts, days = np.unique(values, return_counts=True)
    return len(amounts) >= LEAST_AMOUNTS or int((days >= LEAST_EACH_WAY).sum()) >= 2


def impute(values: Array, weekday: Days) -> Array:
    """Gaps filled by what the days before them say: the weekday's mean until then, and what an AR(1) carries on of the
    last known deviation from it.

    The weekday's mean is shrunk towards the overall one. No later day has a part in it: a habit that reacts to the
    twitches would bring them along into a gap before it. Nor have the twitches themselves.
    """
    is_known = np.isfinite(values)
    known_values = np.where(is_known, values, 0.0)
    counts = np.cumsum(is_known)
    overall = np.cumsum(known_values) / np.maximum(counts, 1)
    usual = np.empty_like(values)
    for day in range(7):
        same = weekday == day
        sums, number = np.cumsum(known_values[same]), np.cumsum(is_known[same])
        usual[same] = (sums + WEEKDAY_SHRINKAGE * overall[same]) / (number + WEEKDAY_SHRINKAGE)
    deviation = np.where(is_known, values - usual, 0.0)
    last = np.maximum.accumulate(np.where(is_known, np.arange(len(values)), -1))
    since = np.arange(len(values)) - last
    carried = np.where(last >= 0, deviation[last] * _carried(deviation, is_known) ** since, 0.0)
    return np.where(is_known, values, usual + carried)


def _carried(deviation: Array, is_known: Flags) -> Array:
    """How much of a deviation is left a day later, from the neighbouring known days until each day."""
    pair = np.append(False, is_known[1:] & is_known[:-1])
    before = np.append(0.0, deviation[:-1])
    power = np.cumsum(np.where(pair, deviation**2 + before**2, 0.0)) / 2
    product = np.cumsum(np.where(pair, deviation * before, 0.0))
    return np.clip(product / np.where(power > 0, power, 1.0), 0.0, MOST_CARRIED)
