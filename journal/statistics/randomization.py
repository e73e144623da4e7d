"""Fewer twitches in blocks of change than in the others? An exact randomization test of what was drawn.

The order of the blocks was drawn by lot, so were the change to do nothing, each order that could have been drawn would
have split the same blocks as well: p is the share of them in which the change looks as good or better than in the one
that was drawn (Fisher 1935; Edgington & Onghena, Randomization Tests, 2007). It holds for any good and bad weeks and
any counts, without a model. The direction was named before, so only fewer counts.

A block counts by the mean of its days without its first; one with under half of these known is missing, and stays so in
every order. The interval is of all ratios that the test, asked both ways, does not refuse.
"""

from typing import NamedTuple

import numpy as np

from journal.statistics.arrays import Array, Flags
from journal.statistics.block_orders import block_orders

LEVEL = 0.05
NEAR_ZERO = 0.5
"""Added to the mean of a block before its logarithm, so that a block without a twitch has one."""
TIE = 1e-9
WIDEST = 30.0
"""Ratios beyond it, or below one through it, are not told apart."""
STEPS = 241


class RandomizationTest(NamedTuple):
    """What a drawn order shows. `ratio` is that of a day of change over one as usual, which, undone, leaves no
    difference, with the ends of its interval, 0 and infinity where the blocks cannot bound it."""

    p: float
    smallest_p: float
    ratio: float
    low: float
    high: float
    blocks_change: int
    blocks_usual: int


def counted_days(outcome: Array) -> Flags:
    """(blocks, days) True where a day counts: known, not the first of its block, in a block that is not missing."""
    logged: Flags = np.isfinite(outcome)
    logged[:, 0] = False
    enough: Flags = 2 * logged.sum(axis=1) >= outcome.shape[1] - 1
    return np.logical_and(logged, enough[:, None])


def block_means(outcome: Array) -> Array:
    """The mean of each block over the days that count; NaN where it is missing."""
    counted = counted_days(outcome)
    days = counted.sum(axis=1)
    sums = np.where(counted, outcome, 0).sum(axis=1)
    return np.where(days > 0, sums / np.maximum(days, 1), np.nan)


def randomization_test(outcome: Array, order: Flags) -> RandomizationTest | None:
    """`outcome`: (blocks, days), NaN where a day is not known; `order`: True for blocks of change. None where no block
    of one of the two conditions is left."""
    means = block_means(outcome)
    present = np.isfinite(means)
    if not (present & order).any() or not (present & ~order).any():
        return None
    orders = block_orders(len(order))
    drawn = int(np.flatnonzero((orders == order).all(axis=1))[0])
    low, high = interval(means, orders, drawn)
    return RandomizationTest(
        p=p_fewer(means, orders, drawn),
        smallest_p=smallest_p(orders, present),
        ratio=estimate(means, order),
        low=low,
        high=high,
        blocks_change=int((present & order).sum()),
        blocks_usual=int((present & ~order).sum()),
    )


def smallest_p(orders: Flags, present: Flags) -> float:
    """The smallest p that these blocks can bring: the share of all orders that is one and the same where it counts, for
    those that differ only in missing blocks cannot be told apart."""
    _, alike = np.unique(orders[:, present], axis=0, return_counts=True)
    return float(alike.min() / len(orders))


def p_fewer(means: Array, orders: Flags, drawn: int, ratio: float = 1.0) -> float:
    """The share of the orders in which the change looks as good as in the drawn one, were `ratio` what it does."""
    contrast = _contrast(means, orders, drawn, ratio)
    return float(np.mean(contrast <= contrast[drawn] + TIE))


def _contrast(means: Array, orders: Flags, drawn: int, ratio: float) -> Array:
    """For each order the mean logarithm of its blocks of change over that of the others, once what `ratio` did to those
    of the drawn order is taken away; 0 for an order that leaves one condition without a block."""
    present = np.isfinite(means)
    undone = np.where(orders[drawn], means / ratio, means)
    logs = np.where(present, np.log(np.where(present, undone, 0) + NEAR_ZERO), 0)
    change, usual = (orders & present).sum(axis=1), (~orders & present).sum(axis=1)
    difference = (orders @ logs) / np.maximum(change, 1) - (~orders @ logs) / np.maximum(usual, 1)
    return np.where((change > 0) & (usual > 0), difference, 0)


def estimate(means: Array, order: Flags) -> float:
    """The ratio that, undone, leaves no difference; 0 or infinity where only one of the conditions has any twitches."""
    change, usual = (means[np.isfinite(means) & (order == is_change)] for is_change in (True, False))
    target = float(np.log(usual + NEAR_ZERO).mean())
    low, high = -20.0, 20.0
    if not change.any() or not usual.any():
        return 1.0 if change.any() == usual.any() else np.inf if change.any() else 0.0
    for _ in range(60):
        middle = (low + high) / 2
        is_too_small = np.log(change / np.exp(middle) + NEAR_ZERO).mean() > target
        low, high = (middle, high) if is_too_small else (low, middle)
    return float(np.exp(low))


def interval(means: Array, orders: Flags, drawn: int) -> tuple[float, float]:
    """The ratios that are refused neither as too large nor as too small at 5 % each: a 90 % interval."""
    steps = np.geomspace(1 / WIDEST, WIDEST, STEPS)
    contrasts = [_contrast(means, orders, drawn, ratio) for ratio in steps]
    fewer = np.array([np.mean(contrast <= contrast[drawn] + TIE) for contrast in contrasts])
    more = np.array([np.mean(contrast >= contrast[drawn] - TIE) for contrast in contrasts])
    inside = np.flatnonzero((fewer > LEVEL) & (more > LEVEL))
    if not len(inside):
        return 0.0, np.inf
    first, last = int(inside[0]), int(inside[-1])
    low = np.sqrt(steps[first - 1] * steps[first]) if first else 0.0
    high = np.sqrt(steps[last] * steps[last + 1]) if last < STEPS - 1 else np.inf
    return float(low), float(high)
