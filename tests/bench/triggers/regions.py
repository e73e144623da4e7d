"""Muscles trained the day before against the others of the same day, on bodies."""

import numpy as np
import pandas as pd

from journal.statistics import trained_evidence
from journal.statistics.look_schedule import LOOKS, levels_at
from journal.statistics.result import Finding
from journal.statistics.scores import flips, p_value
from journal.statistics.trained import fitted, strata
from journal.statistics.trained_days import TrainedDays
from tests.bench.triggers.bodies import REGIONS, SPLITS, Body, body
from tests.bench.triggers.judged import NAN, Options, Row, claims, judged

YEAR = 365
"""A body is that of a year, looked at earlier too."""
LEVELS = (0.05, 0.0167, 0.005)
"""Of a single test; of a look; of a look shared with the habits."""


def trained(name: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """One-sided p at or under each level, alone. tested: enough days with a contrast, and how many there are.

    holds: the interval has the true ratio. ratio: its logarithm over the true one.
    """
    b = body(name, max(days, YEAR), seed).first(days)
    kind, *ratio = name.split("/")
    true = float(ratio[0]) if ratio else SPLITS[kind].ratio
    contrasts = strata(as_days(b)).contrasts
    model = fitted(as_days(b))
    row: Row = {f"p {level}": False for level in LEVELS}
    row |= {"tested": model is not None, "contrasts": contrasts, "holds": NAN, "ratio": NAN}
    if model:
        rows = len(model.strata.days)
        p = p_value(model.t, model.by_chance(flips(rows, 0, LEVELS[-1]), np.arange(rows), 0))
        row |= {f"p {level}": p <= level for level in LEVELS}
        middle, low, high = model.ratio
        row["holds"] = low <= true <= high
        row["ratio"] = np.log(middle) / np.log(true) if true > 1 else NAN
    return {"alone": row}


def muscles(name: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Ever claimed at a look within the days, with the hypothesis in the family of the habits and without it.

    of muscles: the trained ones; of training: any hard training, among the habits. other: any other habit is claimed.
    """
    b = body(name, max(days, YEAR), seed).first(days)
    logged = np.cumsum(np.isfinite(b.diary.y))
    rows: dict[str, Row] = {family: dict.fromkeys(_KINDS, 0.0) for family in ("with it", "without it")}
    for look in LOOKS:
        if look > logged[-1]:
            break
        then = b.first(int(np.searchsorted(logged, look)) + 1)
        for family, row in rows.items():
            more = {"trained": as_days(then)} if family == "with it" else {}
            for kind, is_claimed in _kinds(judged(then.diary, options, levels=levels_at(look), **more)).items():
                row[kind] = max(row[kind], is_claimed)
    return rows


_KINDS = ("clear", "any", "of muscles", "of training", "other")


def _kinds(findings: dict[str, Finding]) -> dict[str, bool]:
    """Which kinds of claims are made."""
    claimed = claims(findings)
    training = (trained_evidence.NAME, "workout")
    values = (
        any(f.tier == "clear" for f in claimed.values()),
        bool(claimed),
        trained_evidence.NAME in claimed,
        "workout" in claimed,
        any(name not in training for name in claimed),
    )
    return dict(zip(_KINDS, values, strict=True))


def as_days(b: Body) -> TrainedDays:
    index = b.diary.outcome.index
    return TrainedDays(*(pd.DataFrame(each, index, columns=list(REGIONS)) for each in (b.y, b.trained)))
