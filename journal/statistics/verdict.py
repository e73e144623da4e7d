"""From evidence and effect to what is said: clear, possible, none, or too little and how many days it may take."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import atanh, log, nan

from scipy.special import ndtri_exp

from journal.statistics import trained_evidence
from journal.statistics.arrays import Array, Signs
from journal.statistics.effect import WORTH_KNOWING, Effect, effect, largest_difference, would_take
from journal.statistics.encoding import EncodedHabit
from journal.statistics.null import Null
from journal.statistics.result import AtLag, Finding, Tier
from journal.statistics.scores import BELIEVED
from journal.statistics.search import AdjustedEvidence, Search, negative_control
from journal.statistics.trained import TrainedModel

ONE_POINT = 1.0
"""The same of a rating: on a scale that ends at 10 a good deal of 1.5-fold lies beyond the end."""
EDGE = 1e-9
"""Days whose amount is rounding away from an end of the contrast are at it."""


@dataclass(frozen=True, eq=False)
class Judgement:
    """What every verdict of one diary hangs on."""

    y: Array
    is_rating: bool
    base: Null
    searched: Search
    signs: Signs
    levels: tuple[float, float]
    blocks: Mapping[str, str]
    """Habit -> the whole that it is a part of."""
    trained: TrainedModel | None = None

    def findings(self) -> list[Finding]:
        """One for each habit tested, strongest evidence first."""
        return [self._finding(weighed) for weighed in (*self.searched.claimed, *self.searched.others)]

    def _finding(self, weighed: AdjustedEvidence) -> Finding:
        if weighed.evidence.within_days and self.trained:
            tier = self._tier(weighed) if weighed in self.searched.claimed else None
            return trained_evidence.finding(weighed, self.trained, self.y, tier, self.searched.bar)
        evidence, habit = weighed.evidence, weighed.evidence.habit
        is_known = habit.known[:, evidence.lag]
        beside = self._beside(weighed)
        effects: dict[int, Effect] = {}
        if evidence.t != 0:
            columns = [claim.evidence.column for claim in beside]
            effects = {lag: effect(self.y, self.base, self.searched.null, habit, lag, columns) for lag in habit.lags}
        strongest = effects.get(evidence.lag)
        with_it, without = self._logged_at_ends(weighed)
        needed = 0 if strongest is None else self._days_needed(strongest, weighed)
        tier, reason, more = self._verdict(weighed, effects, needed)
        return Finding(
            habit=habit.name,
            tier=tier,
            lag=evidence.lag,
            direction=(evidence.t > 0) - (evidence.t < 0),
            p=weighed.p,
            unit=habit.unit,
            contrast=habit.contrast,
            days_used=int(is_known.sum()),
            days_missing=len(self.y) - int(is_known.sum()),
            days_needed=needed,
            days_more=more,
            same_day_caution=evidence.lag == 0,
            set_apart=weighed.set_apart,
            control_p=negative_control(self.base, habit, self.signs),
            adjusted_for=tuple(claim.name for claim in beside) if effects else (),
            not_separable_from=(*weighed.look_alikes, *weighed.gone_beside),
            reason=reason,
            lags=tuple(AtLag(lag, *at_lag.raw, at_lag.days_used) for lag, at_lag in effects.items()),
            n_with=len(with_it),
            n_without=len(without),
            raw_mean_with=_mean(with_it),
            raw_mean_without=_mean(without),
            **({} if strongest is None else _figures(strongest)),
        )

    def _beside(self, weighed: AdjustedEvidence) -> list[AdjustedEvidence]:
        """The claims that joined the null, but not itself and not the one it cannot be told apart from: that would
        hide it."""
        return [
            claim
            for claim in self.searched.joined
            if claim is not weighed and (weighed in self.searched.claimed or claim.name not in weighed.look_alikes)
        ]

    def _logged_at_ends(self, weighed: AdjustedEvidence) -> tuple[Array, Array]:
        """Twitches as they were logged on the days at or beyond the high end of the contrast, and the low end."""
        evidence, (low_end, high_end) = weighed.evidence, weighed.evidence.habit.ends
        is_known = evidence.habit.known[:, evidence.lag]
        high, low = evidence.column > high_end - EDGE, evidence.column < low_end + EDGE
        return self.y[is_known & high], self.y[is_known & low]

    def _days_needed(self, strongest: Effect, weighed: AdjustedEvidence) -> int:
        return strongest.days_needed(_score_needed(weighed, self.searched.bar), self._worth_knowing)

    @property
    def _worth_knowing(self) -> float:
        """Log ratio. Of a rating it is that of one point about its mean, which is half a point up and half down."""
        if not self.is_rating:
            return WORTH_KNOWING
        return 2 * atanh(min(ONE_POINT / (2 * float(self.y.mean())), 0.9))

    def _may_be_worth_knowing(self, habit: EncodedHabit, effects: Mapping[int, Effect]) -> bool:
        if not self.is_rating:
            return any(each.may_reach(WORTH_KNOWING) for each in effects.values())
        return any(largest_difference(self.y, habit, lag, at_lag) > ONE_POINT for lag, at_lag in effects.items())

    def _tier(self, claim: AdjustedEvidence) -> Tier:
        return "clear" if claim.p <= self.levels[0] else "possible"

    def _verdict(self, weighed: AdjustedEvidence, effects: Mapping[int, Effect], needed: int) -> tuple[Tier, str, int]:
        """Tier, reason, and days still to log."""
        if weighed in self.searched.claimed:
            return self._tier(weighed), "", 0
        if not effects:
            return "too little", "follows the trend, the weekdays or the habits found", 0
        habit = weighed.evidence.habit
        more = max(1, needed - effects[weighed.evidence.lag].days_used)
        if weighed.gone_beside:
            return "too little", f"cannot be told apart from the day's {' and '.join(weighed.gone_beside)}", more
        if weighed.look_alikes:
            return "too little", f"cannot be told apart from {' and '.join(weighed.look_alikes)}", more
        if self._may_be_worth_knowing(habit, effects):
            size = "a difference of one point" if self.is_rating else "a ratio of 1.5"
            return "too little", would_take(size, more, needed), more
        if kin := [claim.name for claim in self.searched.claimed if self._is_one_block(habit.name, claim.name)]:
            return "too little", f"is one thing with {' and '.join(kin)}", more
        return "none", "", 0

    def _is_one_block(self, habit: str, other: str) -> bool:
        """A part and its whole, or two parts of one whole."""
        return self.blocks.get(habit, habit) == self.blocks.get(other, other)


def _figures(strongest: Effect) -> dict[str, float]:
    ratio, low, high = strongest.with_prior
    raw, raw_low, raw_high = strongest.raw
    return {
        "rate_ratio": ratio, "low": low, "high": high, "raw_ratio": raw, "raw_low": raw_low, "raw_high": raw_high,
        "mean_with": strongest.mean_with, "mean_without": strongest.mean_without,
    }  # fmt: skip


def _mean(counts: Array) -> float:
    return float(counts.mean()) if len(counts) else nan


def _score_needed(weighed: AdjustedEvidence, bar: float) -> float:
    """The |t| at which this habit at this lag would be clear: the bar, less what is believed of it beforehand."""
    habit = weighed.evidence.habit
    belief = float(habit.log_belief[habit.lags.index(weighed.evidence.lag)])
    belief += log(BELIEVED if habit.direction else 0.5)
    return -float(ndtri_exp(min(belief - bar, log(0.5))))


def untested(habit: EncodedHabit) -> Finding:
    """A habit of which too little is known at every lag."""
    return Finding(habit.name, "too little", unit=habit.unit, days_more=habit.days_more, reason=habit.wants)
