"""What numbers may reach plotext: on NaN in a line it ends the whole process, on the infinite it raises.

Every series passes here. A gap stays a gap: the points that are left know whether they are joined to the one before.
"""

import math
from collections.abc import Iterable, Sequence
from types import NoneType
from typing import Any, NamedTuple, TypeGuard

import numpy as np

LARGEST = 1e15
"""Beyond this a float cannot tell whole numbers apart, and axes cannot be ticked."""
POINTS_A_COLUMN = 2


class Point(NamedTuple):
    """A point that can be drawn; `joined` to the one before it, unless a gap lies between. `times` is how many lie
    there, where they are not drawn one by one."""

    x: float
    y: float
    joined: bool
    times: int = 1


def points(x: Sequence[object], y: Sequence[object]) -> list[Point]:
    """The pairs of which both are finite numbers of a sane size, in their order."""
    across, up = _sane(x), _sane(y)
    length = min(len(across), len(up))
    is_point = ~np.isnan(across[:length] + up[:length])
    is_joined = np.concatenate([[False], is_point[:-1]])
    return [
        *map(
            Point,
            *(values[:length][is_point].tolist() for values in (across, up)),
            is_joined[:length][is_point].tolist(),
        )
    ]


def heaped(x: Sequence[object], y: Sequence[object]) -> list[Point]:
    """As `points`, each place once, with how often it is there: what the days behind a mean look like."""
    across, up = _sane(x), _sane(y)
    length = min(len(across), len(up))
    complex_points = across[:length] + 1j * up[:length]
    positions, times = np.unique(complex_points[~np.isnan(complex_points)], return_counts=True)
    return [
        Point(x, y, False, times)
        for x, y, times in zip(positions.real.tolist(), positions.imag.tolist(), times.tolist(), strict=True)
    ]


def _sane(values: Sequence[object]) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """The numbers that can be drawn, NaN for the others. (Most series are of floats and gaps alone.)"""
    if not set(map(type, values)) <= {float, NoneType}:
        values = [float(value) if is_sane(value) else None for value in values]
    numbers = np.array(values, dtype=float)
    return np.where(np.abs(numbers) <= LARGEST, numbers, np.nan)


def is_sane(value: object) -> TypeGuard[float]:
    if isinstance(value, (bool, str)) or value is None:
        return False
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return False
    return math.isfinite(number) and abs(number) <= LARGEST


def thinned(all_points: list[Point], columns: int, low: float, high: float) -> list[Point]:
    """At most two points for each column, the lowest and the highest of it: no peak and no gap is lost."""
    if len(all_points) <= columns * POINTS_A_COLUMN or high <= low:
        return all_points
    places: dict[int, list[Point]] = {}
    for point in all_points:
        places.setdefault(int((point.x - low) / (high - low) * columns), []).append(point)
    kept: list[Point] = []
    for inside in places.values():
        ends = sorted({min(inside, key=lambda point: point.y), max(inside, key=lambda point: point.y)})
        kept += [ends[0]._replace(joined=inside[0].joined), *ends[1:]]
    return kept


def limits(values: Iterable[float], low: float | None = None, high: float | None = None) -> tuple[float, float]:
    """The ends of an axis: those given, else those of the values, never equal."""
    finite = [value for value in values if (type(value) is float and abs(value) <= LARGEST) or is_sane(value)]
    least = low if low is not None and is_sane(low) else min(finite, default=0.0)
    most = high if high is not None and is_sane(high) else max(finite, default=least + 1)
    if most <= least:
        most = least + max(1.0, abs(least) * 1e-6)
    return least, most
