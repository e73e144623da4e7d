"""The test of an experiment is exact: against all orders written out by hand, and by its false alarms."""

from functools import partial
from itertools import product

import numpy as np
import pytest

from journal.statistics import experiment_power
from journal.statistics.block_orders import block_orders, drawn_order
from journal.statistics.randomization import LEVEL, block_means, p_fewer, randomization_test, smallest_p

C, U = True, False
ORDERS_OF_FOUR = [
    [C, C, U, U],
    [C, U, C, U],
    [C, U, U, C],
    [U, C, C, U],
    [U, C, U, C],
    [U, U, C, C],
]
"""All orders of four blocks, half each way and at most two alike in a row, written out by hand."""


def test_the_orders_are_all_with_half_each_way_and_at_most_two_alike_in_a_row() -> None:
    assert sorted(block_orders(4).tolist()) == sorted(ORDERS_OF_FOUR)
    for blocks, number in ((6, 14), (8, 34), (10, 84), (12, 208), (14, 518)):
        by_hand = [
            list(order)
            for order in product((True, False), repeat=blocks)
            if sum(order) == blocks // 2 and all(len(set(order[i : i + 3])) == 2 for i in range(blocks - 2))
        ]
        assert sorted(block_orders(blocks).tolist()) == sorted(by_hand)
        assert len(by_hand) == number


def test_p_is_the_share_of_all_orders_that_look_as_good_as_the_one_drawn() -> None:
    """Of four blocks with means 1, 8, 2 and 4 no order has fewer in its blocks of change than the first and third."""
    means = np.array([1.0, 8.0, 2.0, 4.0])
    sums = {
        number: float(np.log(means[np.array(order)] + 0.5).sum())
        for number, order in enumerate(block_orders(4).tolist())
    }
    for number, drawn in enumerate(block_orders(4)):
        as_good = [other for other in sums if sums[other] <= sums[number] + 1e-9]
        assert p_fewer(means, block_orders(4), number) == pytest.approx(len(as_good) / 6)
        outcome = np.repeat(means[:, None], 4, axis=1)
        test = randomization_test(outcome, drawn)
        assert test
        assert test.p == pytest.approx(len(as_good) / 6)
    best = block_orders(4).tolist().index([C, U, C, U])
    assert p_fewer(means, block_orders(4), best) == pytest.approx(1 / 6)


def test_a_day_that_is_not_known_does_not_count_and_a_block_with_under_half_of_its_days_is_missing() -> None:
    nan = np.nan
    outcome = np.array([[9, 1, nan, 3], [9, nan, nan, 3], [nan, 2, 2, 2], [0, 0, 0, 0]])
    assert block_means(outcome)[[0, 2, 3]].tolist() == [2, 2, 0], "the first day is left out"
    assert np.isnan(block_means(outcome)[1])


def test_where_blocks_are_missing_the_smallest_p_is_larger() -> None:
    orders = block_orders(10)
    present = np.ones(10, bool)
    assert smallest_p(orders, present) == pytest.approx(1 / 84)
    present[:6] = False
    assert smallest_p(orders, present) > LEVEL
    outcome = np.full((10, 4), np.nan)
    assert randomization_test(outcome, orders[0]) is None


def test_a_change_that_does_nothing_is_called_one_in_a_twentieth_of_experiments_at_most() -> None:
    """Good and bad spells, gaps, and counts far from any model: only the draw is trusted."""
    rng = np.random.default_rng(4)
    orders = block_orders(10)
    alarms = 0
    runs = 2000
    for _ in range(runs):
        spells = np.exp(np.cumsum(rng.normal(0, 0.3, 40)))
        outcome = rng.poisson(3 * spells).astype(float)
        outcome[rng.random(40) < 0.2] = np.nan
        drawn = int(rng.integers(len(orders)))
        alarms += p_fewer(block_means(outcome.reshape(10, 4)), orders, drawn) <= LEVEL
    assert alarms / runs < LEVEL + 3 * (LEVEL * 0.95 / runs) ** 0.5


def test_the_interval_holds_the_truth_and_agrees_with_the_test() -> None:
    rng = np.random.default_rng(8)
    held = 0
    for run in range(25):
        order = drawn_order(10, run * 7919)
        outcome = rng.poisson(np.where(order, 3.0, 6.0)[:, None], (10, 6)).astype(float)
        test = randomization_test(outcome, order)
        assert test
        held += test.low <= 0.5 <= test.high
        assert test.low <= test.ratio <= test.high
        assert (test.p <= LEVEL) == (test.high < 1)
    assert held >= 20


def test_a_seed_draws_the_same_order_again() -> None:
    assert drawn_order(12, 12345).tolist() == block_orders(12)[12345 % 208].tolist()


def test_more_blocks_and_longer_ones_find_smaller_ratios_on_the_same_diary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(experiment_power, "DRAWS", 60)
    rng = np.random.default_rng(2)
    days = rng.negative_binomial(2, 0.3, 120).astype(float)
    days[rng.random(120) < 0.15] = np.nan
    of_counts = partial(experiment_power.experiment_power, is_rating=False)
    short, long = (of_counts(days, *shape) for shape in ((10, 4), (14, 7)))
    assert long.ratio
    assert short.ratio is None or short.ratio > long.ratio
    assert of_counts(days, 10, 4) == short, "the same diary has the same answer"
    assert of_counts(np.zeros(120), 10, 4).at_largest == 0
