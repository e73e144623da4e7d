"""The orders in which the blocks of an experiment may come, and which of them a seed draws."""

from functools import cache
from itertools import combinations

import numpy as np

from journal.statistics.arrays import Flags

MOST_ALIKE = 2
"""So many blocks in a row may be alike at most."""


@cache
def block_orders(blocks: int) -> Flags:
    """(orders, blocks), True where the block is one of change: all orders with half of the blocks each way and at most
    two alike in a row, sorted so that a number names one of them. 10, 12 and 14 blocks have 84, 208 and 518."""
    orders = []
    for chosen in combinations(range(blocks), blocks // 2):
        order = np.zeros(blocks, bool)
        order[list(chosen)] = True
        windows = [order[first : first + MOST_ALIKE + 1] for first in range(blocks - MOST_ALIKE)]
        if all(window.any() and not window.all() for window in windows):
            orders.append(order)
    matrix = np.array(orders)
    matrix.flags.writeable = False
    return matrix


def drawn_order(blocks: int, seed: int) -> Flags:
    """The order that a seed draws: that whose number is the rest of the seed by the number of orders."""
    orders = block_orders(blocks)
    order: Flags = orders[seed % len(orders)]
    return order
