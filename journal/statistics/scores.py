"""How strongly columns go with what the null leaves over, and how strongly they would by chance."""

from math import ceil, log, sqrt

import numpy as np
from scipy.special import log_ndtr

from journal.statistics.arrays import Array, Signs
from journal.statistics.null import Null

FLIPS, MOST_FLIPS = 999, 4999
"""As many as make a p of a thousandth possible; more where the level asked for is stricter, down to a p of 0.0002."""
TINY = 1e-12
LEAST_LEFT = 0.02
"""Of a flipped column's size, whatever the nuisance would take of it."""
TIE = 1e-6
"""Statistics nearer than this are equal: the flips are of single precision."""


def flips(rows: int, seed: int, level: float) -> Signs:
    """Flips x rows random signs, the same for a seed; so many that the least p is half of the level."""
    number = min(MOST_FLIPS, max(FLIPS, ceil(2 / level) - 1))
    coins = np.random.default_rng(seed).integers(0, 2, (number, rows), dtype=np.int8)
    return (2 * coins - 1).astype(np.float32)


def scores(null: Null, columns: Array) -> Array:
    """t = x'r / sqrt(|x|^2 mean r^2) of every column, x whitened and off the nuisance."""
    x = null.whitened(columns)
    t: Array = _standard(null) @ x / np.sqrt(_size(x))
    return t


def flipped_scores(null: Null, columns: Array, signs: Signs) -> tuple[Array, Array]:
    """The scores, and |t| of every column (flips x columns) under every flip of the rows' signs.

    |t_f| = |(f x)'r| / sqrt((|x|^2 - |Q'(f x)|^2) mean r^2): what the projection takes from a flipped column is put
    back, so that second moments are exact (Hemerik, Goeman & Finos 2020, J R Stat Soc B 82:841).
    """
    x = null.whitened(columns)
    size, standard = _size(x), _standard(null)
    basis = np.column_stack([standard, null.q])
    flipped = np.empty((len(signs), x.shape[1]))
    for column in range(x.shape[1]):
        inner = (signs @ (basis * x[:, [column]]).astype(np.float32)) ** 2
        left = np.maximum(size[column] - inner[:, 1:].sum(axis=1), LEAST_LEFT * size[column])
        flipped[:, column] = np.sqrt(inner[:, 0] / left)
    return standard @ x / np.sqrt(size), flipped


def surprise(t: Array) -> Array:
    """-log p of a two-sided normal score. Only its order matters: flips are treated alike."""
    return -log(2) - log_ndtr(-np.abs(t))


def p_value(observed: float, by_chance: Array) -> float:
    """Share of flips, the unflipped diary among them, with at least as much."""
    return float(1 + (by_chance >= observed - TIE).sum()) / (len(by_chance) + 1)


def _standard(null: Null) -> Array:
    standard: Array = null.r / sqrt(max(float((null.r**2).mean()), TINY))
    return standard


def _size(x: Array) -> Array:
    size: Array = np.maximum((x**2).sum(axis=0), TINY)
    return size
