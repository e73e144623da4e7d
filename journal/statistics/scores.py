"""How strongly columns go with what the null leaves over, and how strongly they would by chance."""

from collections.abc import Iterator
from math import ceil, log, sqrt

import numpy as np
from scipy.special import log_ndtr, ndtri

from journal.statistics.arrays import Array, Signs
from journal.statistics.null import Null

FLIPS, MOST_FLIPS = 999, 4999
"""As many as make a p of a thousandth possible; more where the level asked for is stricter, down to a p of 0.0002."""
AT_ONCE = 2**22
"""Signs that are numbers of single precision at one time: half a century of them all would fill the memory."""
TINY = 1e-12
LONG = 1500
"""Rows from which what the nuisance takes of a flipped column is hardly more or less than its mean."""
LEAST_LEFT = 0.02
"""Of a flipped column's size, whatever the nuisance would take of it."""
TIE = 1e-6
"""Statistics nearer than this are equal: the flips are of single precision."""
BELIEVED = 0.9
"""The share of the allowance that is spent on the direction believed beforehand; each has half where none is."""


def flips(rows: int, seed: int, level: float) -> Signs:
    """Flips x rows random signs, the same for a seed; so many that the least p is half of the level."""
    number = min(MOST_FLIPS, max(FLIPS, ceil(2 / level) - 1))
    coins = np.random.default_rng(seed).integers(0, 2, (number, rows), dtype=np.int8)
    coins *= 2
    coins -= 1
    return coins


def scores(null: Null, columns: Array) -> Array:
    """t = x'r / sqrt(|x|^2 mean r^2) of every column, x whitened and off the nuisance; its sign is the direction."""
    x = null.whitened(columns)
    t: Array = _standard(null) @ x / np.sqrt(_size(x))
    return t


def flipped_scores(null: Null, columns: Array, signs: Signs) -> tuple[Array, Array]:
    """The scores, and those of every column (flips x columns) under every flip of the rows' signs.

    t_f = (f x)'r / sqrt((|x|^2 - |Q'(f x)|^2) mean r^2): what the projection takes from a flipped column is put
    back, so that second moments are exact (Hemerik, Goeman & Finos 2020, J R Stat Soc B 82:841).
    """
    x = null.whitened(columns)
    size, standard = _size(x), _standard(null)
    projected = np.empty((len(signs), x.shape[1]))
    lost = np.empty_like(projected)
    products = (standard[:, None] * x).astype(np.float32)
    if len(x) >= LONG:
        lost[:] = (null.q**2).sum(axis=1) @ x**2
    for part, single in _in_parts(signs):
        projected[part] = single @ products
        if len(x) < LONG:
            for column in range(x.shape[1]):
                lost[part, column] = ((single @ (null.q * x[:, [column]]).astype(np.float32)) ** 2).sum(axis=1)
    return standard @ x / np.sqrt(size), projected / np.sqrt(np.maximum(size - lost, LEAST_LEFT * size))


def _in_parts(signs: Signs) -> Iterator[tuple[slice, Array]]:
    """The signs as numbers of single precision, some flips at a time."""
    rows = max(1, AT_ONCE // max(1, signs.shape[1]))
    for start in range(0, len(signs), rows):
        part = slice(start, start + rows)
        yield part, signs[part].astype(np.float32)


def surprise(t: Array, direction: int = 0) -> Array:
    """-log of the one-sided p of a score, less the log of how far that direction was believed: the larger of both.

    Both are as large where Phi(t) is the belief in fewer twitches. Only the order matters: flips are treated alike.
    """
    more = _belief_in_more(direction)
    is_more = t >= ndtri(1 - more)
    strength: Array = np.where(is_more, log(more), log(1 - more)) - log_ndtr(np.where(is_more, -t, t))
    return strength


def surprise_towards(t: float, direction: int, towards: int) -> float:
    """The same of one direction, +1 or -1, alone."""
    more = _belief_in_more(direction)
    return log(more if towards > 0 else 1 - more) - float(log_ndtr(-towards * t))


def likelier(t: float, direction: int) -> int:
    """The direction that has the larger one."""
    return 1 if t >= float(ndtri(1 - _belief_in_more(direction))) else -1


def _belief_in_more(direction: int) -> float:
    return {1: BELIEVED, 0: 0.5, -1: 1 - BELIEVED}[direction]


def p_value(observed: float, by_chance: Array) -> float:
    """Share of flips, the unflipped diary among them, with at least as much."""
    return float(1 + (by_chance >= observed - TIE).sum()) / (len(by_chance) + 1)


def _standard(null: Null) -> Array:
    standard: Array = null.r / sqrt(max(float((null.r**2).mean()), TINY))
    return standard


def _size(x: Array) -> Array:
    size: Array = np.maximum((x**2).sum(axis=0), TINY)
    return size
