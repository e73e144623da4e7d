"""What an experiment could find in this diary, by simulation from the diary's own days.

Stretches of the diary's days, with their gaps and their good and bad spells, are put together to as many days as the
experiment has; an order is drawn, the days of change are made fewer by a ratio, and the test is asked. No model of
counts is needed, and nothing is assumed that this diary does not show.
"""

from typing import NamedTuple

import numpy as np

from journal.statistics.arrays import Array
from journal.statistics.block_orders import block_orders
from journal.statistics.randomization import LEVEL, block_means, p_fewer

STRETCH = 21
"""Days in a row that stay together."""
DRAWS = 200
RATIOS = np.geomspace(1.15, 8.0, 15)
OFTEN = 0.8
"""Four times in five."""


class ExperimentPower(NamedTuple):
    """`ratio` is that which is found four times in five, days as usual over days of change; None where no ratio up to
    `largest` is. `at_largest` is how often that one is found."""

    ratio: float | None
    largest: float
    at_largest: float


def experiment_power(days: Array, blocks: int, block_days: int, *, is_rating: bool, seed: int = 1) -> ExperimentPower:
    """`days`: the outcome of each day of the diary, NaN where it is not known; the same seed gives the same answer."""
    rng = np.random.default_rng(seed)
    orders = block_orders(blocks)
    hits = np.zeros(len(RATIOS))
    for _ in range(DRAWS):
        outcome = _stretches(days, blocks * block_days, rng)
        drawn = int(rng.integers(len(orders)))
        is_change = np.repeat(orders[drawn], block_days)
        luck = rng.random(len(outcome))
        for number, ratio in enumerate(RATIOS):
            lived = np.where(is_change, _fewer(outcome, ratio, luck, rng, is_rating=is_rating), outcome)
            means = block_means(lived.reshape(blocks, block_days))
            hits[number] += p_fewer(means, orders, drawn) <= LEVEL
    rates = np.maximum.accumulate(hits / DRAWS)
    ratio = float(np.exp(np.interp(OFTEN, rates, np.log(RATIOS)))) if rates[-1] >= OFTEN else None
    return ExperimentPower(ratio, float(RATIOS[-1]), float(rates[-1]))


def _stretches(days: Array, number: int, rng: np.random.Generator) -> Array:
    """So many days, in stretches that begin anywhere in the diary; behind its last day comes its first."""
    starts = rng.integers(len(days), size=-(-number // STRETCH))
    positions = (starts[:, None] + np.arange(STRETCH)) % len(days)
    stretches: Array = days[positions.ravel()[:number]]
    return stretches


def _fewer(outcome: Array, ratio: float, luck: Array, rng: np.random.Generator, *, is_rating: bool) -> Array:
    """The days with so many times fewer: of a count each twitch stays by chance, a rating is rounded by chance."""
    if is_rating:
        fewer: Array = np.floor(outcome / ratio + luck)
        return fewer
    logged = np.isfinite(outcome)
    thinned = outcome.copy()
    thinned[logged] = rng.binomial(outcome[logged].astype(int), 1 / ratio)
    return thinned
