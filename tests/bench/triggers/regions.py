"""Muscles trained the day before against the others of the same day, on bodies."""

import numpy as np
import pandas as pd

from journal.statistics.scores import flips, p_value
from journal.statistics.trained import TrainedDays, fitted, strata
from tests.bench.triggers.bodies import REGIONS, SPLITS, Body, body
from tests.bench.triggers.judged import NAN, Options, Row

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
        signs = flips(len(model.strata.days) + model.ridges, 0, LEVELS[-1])
        p = p_value(model.t, model.by_chance(signs))
        row |= {f"p {level}": p <= level for level in LEVELS}
        middle, low, high = model.ratio
        row["holds"] = low <= true <= high
        row["ratio"] = np.log(middle) / np.log(true) if true > 1 else NAN
    return {"alone": row}


def as_days(b: Body) -> TrainedDays:
    index = b.diary.outcome.index
    return TrainedDays(*(pd.DataFrame(each, index, columns=list(REGIONS)) for each in (b.y, b.trained)))
