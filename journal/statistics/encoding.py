"""A habit on the rows of the outcome: its amount or any-against-none at every lag, gaps filled without the twitches."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, nan
from typing import Literal

import numpy as np

from journal.statistics.arrays import Array, Days, Flags

Kind = Literal["amount", "any"]
LONGEST_LAG = 3
BELIEF = (1.0, 1.0, 0.2, 0.05)
"""How far a habit is believed beforehand to act at lags 0 to 3, in days."""
SUSPECT = 10.0
"""How many times that, if the person named the habit before there was anything to see."""
LEAST_PAIRS, LEAST_EACH_WAY, LEAST_AMOUNTS = 15, 5, 4
"""Of a habit at a lag: days known beside the twitches; of these with and without it; or different amounts."""
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
    days_more: int
    """Pairs still wanting where no lag can be tested, 1 at least."""

    @property
    def testable(self) -> bool:
        return bool(self.lags)

    @property
    def wants(self) -> str:
        """What it takes to be tested."""
        each = f"{LEAST_EACH_WAY} with and without it" if self.any_or_none else f"{LEAST_AMOUNTS} different amounts"
        return f"needs {LEAST_PAIRS} days logged beside the twitches, {each}"

    @property
    def any_or_none(self) -> bool:
        return self.unit == ANY


ANY, QUARTILES, RANGE = "any vs none", "25th to 75th percentile", "lowest to highest"


def encode(
    name: str, raw: Array, kind: Kind | None, days: Days, weekday: Days, belief: Sequence[float]
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
    return len(np.unique(values)) >= LEAST_AMOUNTS


def impute(values: Array, weekday: Days) -> Array:
    """Gaps filled by the weekday's mean plus an AR(1) bridge between the nearest known deviations d from it.

    The bridge is E[d_t | d_a, d_b] with a and b the known days on either side; the weekday's mean is shrunk
    towards the overall one. The twitches have no part in it: a habit filled with them in view would agree with them.
    """
    is_known = np.isfinite(values)
    if not is_known.any():
        return np.zeros_like(values)
    overall = values[is_known].mean()
    sums = np.bincount(weekday[is_known], values[is_known], 7)
    counts = np.bincount(weekday[is_known], minlength=7)
    usual = ((sums + WEEKDAY_SHRINKAGE * overall) / (counts + WEEKDAY_SHRINKAGE))[weekday]
    deviation = np.where(is_known, values - usual, 0.0)
    carried = _carried(deviation, is_known)
    known_days, gaps = np.flatnonzero(is_known), np.flatnonzero(~is_known)
    following = np.searchsorted(known_days, gaps)
    left, right = known_days[np.maximum(following - 1, 0)], known_days[np.minimum(following, len(known_days) - 1)]
    since = np.where(following > 0, gaps - left, inf)
    until = np.where(following < len(known_days), right - gaps, inf)
    bridge = deviation[left] * carried**since * (1 - carried ** (2 * until))
    bridge += deviation[right] * carried**until * (1 - carried ** (2 * since))
    filled = values.copy()
    filled[gaps] = usual[gaps] + bridge / (1 - carried ** (2 * (since + until)))
    return filled


def _carried(deviation: Array, is_known: Flags) -> float:
    """How much of a deviation is left a day later, from neighbouring known days."""
    pair = is_known[1:] & is_known[:-1]
    power = float((deviation[1:] ** 2 + deviation[:-1] ** 2)[pair].sum()) / 2
    if power <= 0:
        return 0.0
    return float(np.clip((deviation[1:] * deviation[:-1])[pair].sum() / power, 0, MOST_CARRIED))
