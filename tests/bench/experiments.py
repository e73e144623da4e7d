"""How often an experiment finds a true ratio in made-up diaries, and how often one of nothing: `python -m
tests.bench.experiments [DIARIES]`.

The days of change have their twitches thinned by the ratio. Shapes and ratios are those of the guide's table.
"""

import sys

import numpy as np

from journal.statistics.block_orders import block_orders
from journal.statistics.randomization import LEVEL, block_means, p_fewer
from tests.bench.triggers import simulate

SHAPES = ((6, 4), (8, 4), (10, 4), (10, 7), (12, 5), (14, 7))
RATIOS = (1.0, 1.6, 2.2, 3.0)
BASES = ("N_iid", "N_typ")


def found(base: str, blocks: int, block_days: int, ratio: float, diaries: int) -> tuple[float, float]:
    """The share in which p is at most .05, of fewer only, and of either direction (a p of twice the smaller)."""
    rng = np.random.default_rng([blocks, block_days, round(100 * ratio)])
    orders = block_orders(blocks)
    hits = np.zeros(2)
    for seed in range(diaries):
        outcome = simulate.diary(base, 100, seed).y[: blocks * block_days].copy()
        drawn = int(rng.integers(len(orders)))
        is_change = np.repeat(orders[drawn], block_days) & np.isfinite(outcome)
        outcome[is_change] = rng.binomial(outcome[is_change].astype(int), 1 / ratio)
        means = block_means(outcome.reshape(blocks, block_days))
        fewer = p_fewer(means, orders, drawn)
        turned = int(np.flatnonzero((orders == ~orders[drawn]).all(axis=1))[0])
        hits += fewer <= LEVEL, 2 * min(fewer, p_fewer(means, orders, turned)) <= LEVEL
    return float(hits[0] / diaries), float(hits[1] / diaries)


def main(diaries: int) -> None:
    for base in BASES:
        print(f"{base}: found at p .05 of {diaries} diaries, of fewer (either way)")
        for blocks, block_days in SHAPES:
            rates = [found(base, blocks, block_days, ratio, diaries) for ratio in RATIOS]
            pairs = zip(RATIOS, rates, strict=True)
            cells = "  ".join(f"{ratio}: {fewer:.2f} ({either:.2f})" for ratio, (fewer, either) in pairs)
            print(f"  {blocks:2} x {block_days}  smallest p {1 / len(block_orders(blocks)):.3f}  {cells}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
