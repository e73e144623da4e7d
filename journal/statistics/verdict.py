"""From evidence and effect to what is said: clear, possible, none, or too little and how many days it may take."""

from collections.abc import Sequence
from math import ceil, log

from scipy.special import ndtri_exp

from journal.statistics.arrays import Array, Signs
from journal.statistics.effect import Effect, effect
from journal.statistics.encoding import EncodedHabit
from journal.statistics.null import Null
from journal.statistics.result import AtLag, Finding, Tier
from journal.statistics.search import AdjustedEvidence, Search, negative_control

WORTH_KNOWING = log(1.5)
"""The link, up or down, that should not be missed."""
POWER_Z = 0.84
"""Of four times in five."""
LONGEST_DAYS = 3653
"""Ten years: what would take longer is said to."""
MOST_DAYS = 1e6
EDGE = 1e-9
"""Days whose amount is rounding away from an end of the contrast are at it."""


def findings(y: Array, base: Null, searched: Search, signs: Signs, levels: tuple[float, float]) -> list[Finding]:
    """One for each habit tested, strongest evidence first."""
    weighed = [*searched.claimed, *searched.others]
    return [_finding(y, base, searched, each, negative_control(base, each.evidence.habit, signs), levels)
            for each in weighed]  # fmt: skip


def _finding(
    y: Array, base: Null, searched: Search, weighed: AdjustedEvidence, control_p: float, levels: tuple[float, float]
) -> Finding:
    evidence, habit = weighed.evidence, weighed.evidence.habit
    claimed = weighed in searched.claimed
    is_known = habit.known[:, evidence.lag]
    amounts, used = evidence.column[is_known], int(is_known.sum())
    low_end, high_end = habit.ends
    if evidence.t == 0:
        effects: dict[int, Effect] = {}
    else:
        beside = _beside(searched, weighed)
        effects = {lag: effect(y, base, searched.null, habit, lag, beside) for lag in habit.lags}
    strongest = effects.get(evidence.lag)
    needed = 0 if strongest is None else _days_needed(strongest, _score_needed(weighed, searched.bar))
    tier, reason, more = _verdict(weighed, claimed, levels, list(effects.values()), needed)
    return Finding(
        habit=habit.name,
        tier=tier,
        lag=evidence.lag,
        p=weighed.p,
        unit=habit.unit,
        contrast=habit.contrast,
        n_with=int((amounts > high_end - EDGE).sum()),
        n_without=int((amounts < low_end + EDGE).sum()),
        days_used=used,
        days_missing=len(y) - used,
        days_needed=needed,
        days_more=more,
        same_day_caution=evidence.lag == 0,
        control_p=control_p,
        not_separable_from=weighed.look_alikes,
        reason=reason,
        lags=tuple(AtLag(lag, *effect_at_lag.raw, effect_at_lag.days_used) for lag, effect_at_lag in effects.items()),
        **({} if strongest is None else _figures(strongest)),
    )


def _figures(strongest: Effect) -> dict[str, float]:
    ratio, low, high = strongest.with_prior
    raw, raw_low, raw_high = strongest.raw
    return {
        "rate_ratio": ratio, "low": low, "high": high, "raw_ratio": raw, "raw_low": raw_low, "raw_high": raw_high,
        "mean_with": strongest.mean_with, "mean_without": strongest.mean_without,
    }  # fmt: skip


def _beside(searched: Search, weighed: AdjustedEvidence) -> list[Array]:
    """The claimed habits, but not itself and not the one it cannot be told apart from: that would hide it."""
    return [
        claim.evidence.column
        for claim in searched.claimed
        if claim is not weighed and (weighed in searched.claimed or claim.name not in weighed.look_alikes)
    ]


def _score_needed(weighed: AdjustedEvidence, bar: float) -> float:
    """The |t| at which this habit at this lag would be clear: the bar, less what is believed of it beforehand."""
    habit = weighed.evidence.habit
    belief = float(habit.log_belief[habit.lags.index(weighed.evidence.lag)])
    return -float(ndtri_exp(min(belief - bar - log(2), log(0.5))))


def _days_needed(strongest: Effect, score_needed: float) -> int:
    """Days with both at which a link worth knowing would be claimed four times in five, errors shrinking as n^-1/2."""
    return ceil(min(strongest.days_used * ((score_needed + POWER_Z) * strongest.error / WORTH_KNOWING) ** 2, MOST_DAYS))


def _verdict(
    weighed: AdjustedEvidence, claimed: bool, levels: tuple[float, float], effects: Sequence[Effect], needed: int
) -> tuple[Tier, str, int]:
    """Tier, reason, and days still to log."""
    if claimed:
        return ("clear" if weighed.p <= levels[0] else "possible"), "", 0
    if not effects:
        return "too little", "follows the trend, the weekdays or the habits found", 0
    used = int(weighed.evidence.habit.known[:, weighed.evidence.lag].sum())
    more = max(1, needed - used)
    if weighed.look_alikes:
        return "too little", f"cannot be told apart from {' and '.join(weighed.look_alikes)}", more
    if any(each.may_reach(WORTH_KNOWING) for each in effects):
        days = f"{more} more days" if needed <= LONGEST_DAYS else "more than ten years"
        return "too little", f"a ratio of 1.5 would take about {days} to show", more
    return "none", "", 0


def untested(habit: EncodedHabit) -> Finding:
    """A habit of which too little is known at every lag."""
    return Finding(habit.name, "too little", unit=habit.unit, days_more=habit.days_more, reason=habit.wants)
