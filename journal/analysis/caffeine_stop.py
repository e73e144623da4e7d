"""The days on which caffeine was stopped, by the amounts of the days: withdrawal makes a time of its own.

It lasts two to nine days (Juliano and Griffiths, Psychopharmacology 2004;176:1, abstract).
"""

from collections.abc import Sequence
from math import isnan

WITHDRAWAL_DAYS = 9
DAYS_BEFORE, KNOWN_BEFORE, SHARE_BEFORE = 14, 7, 0.7
KNOWN_AFTER = 5
LEAST_MG = 5
"""Less, as in decaf, is none."""


def stops(mg: Sequence[float]) -> list[int]:
    """The positions of days without caffeine that follow two weeks mostly with it and begin nine without any; NaN is
    not logged."""
    positions = []
    for position, amount in enumerate(mg):
        if not amount < LEAST_MG:
            continue
        before = [value for value in mg[max(0, position - DAYS_BEFORE) : position] if not isnan(value)]
        after = [value for value in mg[position : position + WITHDRAWAL_DAYS] if not isnan(value)]
        was_usual = len(before) >= KNOWN_BEFORE and sum(value >= LEAST_MG for value in before) >= SHARE_BEFORE * len(
            before
        )
        if (
            was_usual
            and before[-1] >= LEAST_MG
            and len(after) >= KNOWN_AFTER
            and all(value < LEAST_MG for value in after)
        ):
            positions.append(position)
    return positions
