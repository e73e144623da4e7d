"""Every habit of a diary judged once: each step is a file of this folder."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from journal.statistics import trained_evidence
from journal.statistics.arrays import Array, Days
from journal.statistics.encoding import LONGEST_LAG, EncodedHabit, Kind, encode
from journal.statistics.look_schedule import CLEAR, POSSIBLE
from journal.statistics.null import fit_null, nuisance
from journal.statistics.result import Finding, Result, TestedHabit
from journal.statistics.scores import flips
from journal.statistics.search import search
from journal.statistics.trained import fitted, strata
from journal.statistics.trained_days import TrainedDays
from journal.statistics.validate import JudgedDays, check_levels, validate
from journal.statistics.verdict import Judgement, untested

LEAST_DAYS, LEAST_DAYS_WITH_TWITCHES = 28, 8
"""Logged days, and those of them with twitches, before anything is said."""
LEAST_DAYS_APART = 5
"""Days that had another count than the commonest; fewer say nothing of any habit."""


def judge(
    outcome: "pd.Series[float]",
    habits: pd.DataFrame,
    *,
    kinds: Mapping[str, Kind] | None = None,
    belief: Mapping[str, Sequence[float]] | None = None,
    suspects: Sequence[str] = (),
    levels: tuple[float, float] = (CLEAR, POSSIBLE),
    seed: int = 0,
    apart: Sequence[str] = (),
    direction: Mapping[str, int] | None = None,
    illness: "pd.Series[bool] | None" = None,
    blocks: Mapping[str, str] | None = None,
    is_rating: bool = False,
    trained: TrainedDays | None = None,
) -> Result:
    """Every habit of a diary judged once.

    `outcome` is twitches a day or a 0-10 rating (`is_rating`), and `habits` has a column for each habit, both with a
    row for every calendar day, NaN where not logged. `kinds` says of a column that it is an "amount" or "any" against
    none; unless told, it is any if more than a quarter of its days are zero. `belief` is how far lags 0 to 3 of a
    column are believed beforehand, 1, 1, 0.2 and 0.05 unless told. `suspects`, two at most, were named by the person
    before there was anything to see, and have ten times that. `direction` is +1 for a column of which more is believed
    to bring more twitches, -1 for fewer. `levels` are the p of clear and possible.

    `apart` are the columns that twitches may change within the day: what is claimed of them at lag 0 joins nothing,
    and what is claimed beside it holds with and without it. `illness` is true on days that join the nuisance. `blocks`
    says of a column that it is a part of another: neither is called none beside a claim of the other. `trained` has
    twitches and training by region of the body: whether trained muscles twitch more than the others of the same day is
    one hypothesis more.

    The same for a seed, whatever the order of the columns. A bad argument raises ValueError.
    """
    check_levels(levels)
    diary = validate(outcome, habits, kinds, belief, suspects, apart, direction, blocks, illness)
    # Strange diaries overflow here and there; each place bounds what comes of it.
    with np.errstate(all="ignore"):
        of_regions = trained and trained_evidence.of_days(trained, outcome)
        return _judged(
            diary, levels, tuple(sorted(set(suspects))), seed, frozenset(apart), blocks or {}, is_rating, of_regions
        )


def _judged(
    diary: JudgedDays,
    levels: tuple[float, float],
    suspects: tuple[str, ...],
    seed: int,
    apart: frozenset[str],
    blocks: Mapping[str, str],
    is_rating: bool,
    trained: TrainedDays | None,
) -> Result:
    days: Days = np.flatnonzero(np.isfinite(diary.outcome))
    y = diary.outcome[days]
    span = int(np.ptp(days)) + 1 if len(days) else 0
    if silence := _nothing_to_say(y):
        reason, more = silence
        blank = tuple(Finding(each.name, "too little", reason=reason, days_more=more) for each in diary.columns)
        return Result(blank, (), levels, suspects, len(y), span)
    encoded = [encode(c.name, c.values, c.kind, days, diary.weekday, c.belief, c.direction) for c in diary.columns]
    tested: list[EncodedHabit] = [habit for habit in encoded if habit.testable]
    base = fit_null(y, days, nuisance(days, diary.weekday[days + LONGEST_LAG], diary.is_ill[days]))
    model = trained and fitted(trained)
    if model:
        _ = model.t  # what it takes to make is free again before the signs, which are most of the memory
    signs = flips(len(y), seed, levels[0])
    declared = None
    if trained and model:
        declared = trained_evidence.evidence(model, trained, days, diary.weekday, signs, seed)
    searched = search(y, base, tested, signs, levels, apart, declared)
    all_findings = Judgement(y, is_rating, base, searched, signs, levels, blocks, model).findings()
    if trained and not model and (rows := strata(trained)).contrasts:
        all_findings.append(trained_evidence.untested(rows))
    all_findings += [untested(habit) for habit in encoded if not habit.testable]
    looked = tuple(TestedHabit(habit.name, habit.lags) for habit in [*tested, *([declared.habit] if declared else [])])
    s2, rho, alpha = base.covariance
    return Result(tuple(all_findings), looked, levels, suspects, len(y), span, base.phi, rho, s2, alpha)


def _nothing_to_say(y: Array) -> tuple[str, int] | None:
    """Why no habit can be judged, and the days still to log; None if they can."""
    lacking = max(LEAST_DAYS - len(y), LEAST_DAYS_WITH_TWITCHES - int((y > 0).sum()))
    if lacking > 0:
        return f"needs {LEAST_DAYS} counted days, {LEAST_DAYS_WITH_TWITCHES} of them with twitches", lacking
    differing = len(y) - int(np.unique(y, return_counts=True)[1].max())
    if differing == 0:
        return "every day had as many twitches as any other", 1
    if differing < LEAST_DAYS_APART:
        return f"needs {LEAST_DAYS_APART} days with more or fewer twitches than usual", LEAST_DAYS_APART - differing
    return None
