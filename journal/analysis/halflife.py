"""Caffeine that is still in the body, estimated."""

from collections.abc import Iterable
from datetime import datetime

HALF_LIFE_H = 5.0
"""Hours; the mean of adults (IOM 2001, Caffeine for the Sustainment of Mental Task Performance, ch. 2)."""
BAND_H = (3.0, 7.0)
"""Hours; the band that is drawn."""
MEASURED_H = (1.5, 9.5)
"""Hours; the range between people (IOM 2001)."""
SHORTEST_H, LONGEST_H = 1.0, 24.0
LOOK_BACK_DAYS = 3


def caffeine_left(mg: float, hours: float, half_life: float = HALF_LIFE_H) -> float:
    """Caffeine still in the body, mg, `hours` after `mg` was taken: first-order elimination.

    It counts as taken up at once: 99 % is within 45 minutes (IOM 2001, ch. 2). Nothing before it is taken.
    """
    return mg * 0.5 ** (hours / half_life) if hours >= 0 else 0.0


def left_at(moment: datetime, doses: Iterable[tuple[datetime, float]], half_life: float = HALF_LIFE_H) -> float:
    """What is left, mg, of all doses (when, mg) at a moment; all aware."""
    return sum(caffeine_left(mg, (moment - when).total_seconds() / 3600, half_life) for when, mg in doses)
