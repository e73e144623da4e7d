"""When a diary is judged and how strictly, so that looking again wears nothing out.

A diary is judged at 60 counted days, 90, 135, 200, 300, 450 and so on, each about half as much again as the last. One
look's allowance is a third of the whole up to 135 days and falls from there: alpha / 3 x min(1, 135 / n). Over all
looks that adds up to 1.68 alpha, whatever their dependence (a union bound): a lifetime of looking gives a false
*clear* to under .084 of diaries and a false claim of any kind to under .168.
"""

from collections.abc import Iterator
from itertools import takewhile

FIRST_LOOKS = (60, 90, 135, 200, 300, 450, 675, 1000)
"""Logged days; after the last of them each look is 1.5 times the one before."""
GROWTH = 1.5
LENIENT_UNTIL = 135
"""Logged days up to which a look has a whole share."""
SHARE = 1 / 3
CLEAR, POSSIBLE = 0.05, 0.10
"""The allowance of a single look that is never repeated."""


class LookSchedule:
    """The looks of a diary without end, in counted days, from the first one at every iteration."""

    def __iter__(self) -> Iterator[int]:
        yield from FIRST_LOOKS
        days = FIRST_LOOKS[-1]
        while True:
            days = int(days * GROWTH)
            yield days


LOOKS = LookSchedule()


def next_look(days: int) -> int:
    """The first look after so many counted days."""
    return next(look for look in LOOKS if look > days)


def last_look(days: int) -> int | None:
    """The latest look that so many counted days have reached; None before the first."""
    reached = list(takewhile(lambda look: look <= days, LOOKS))
    return reached[-1] if reached else None


def levels_at(look: int) -> tuple[float, float]:
    """The p at or below which a habit is clear, possible, at a look of so many counted days."""
    share = SHARE * min(1.0, LENIENT_UNTIL / look)
    return CLEAR * share, POSSIBLE * share
