"""Which habits stand out from everything that was looked at, one after the other.

Evidence is belief beforehand times surprise. The strongest of the diary is held against the strongest of every flip
(Westfall & Young 1993, step-down), each divided by how far the habit, the lag and the direction were believed
beforehand (weights on p: Genovese, Roeder & Wasserman 2006, Biometrika 93:509). Weights fixed beforehand cost nothing
in error, whatever they are: they say where the allowance is spent. A habit claimed joins the null, and the rest is
tested again beside it.

But a claim of the same day that may be a consequence of the twitches is set apart: adjusted for a consequence, habits
that do nothing seem to do something. It joins nothing, and what is claimed beside it has to hold both without and with
it: a habit that only shares its cause fails with it, and one that only its adjustment brings forth fails without.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from journal.statistics.arrays import Array, Signs
from journal.statistics.encoding import LEAST_PAIRS, EncodedHabit
from journal.statistics.null import Null, fit_null
from journal.statistics.scores import FLIPS, flipped_scores, likelier, p_value, scores, surprise, surprise_towards

MOST_CLAIMED = 4
LOOK_ALIKE_P = 0.25
"""Marginal p up to which a habit is asked whether it could stand in a claimed one's place."""
NORMAL = 1.96
"""|t| below which a claimed habit is gone beside the look-alike."""
UNREACHABLE = 700.0
"""Strength that no habit has: the bar where nothing could be tested."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """A habit at the lag and in the direction in which it is strongest."""

    habit: EncodedHabit
    lag: int
    t: float
    direction: int
    strength: float
    by_chance: Array
    """The largest strength of its lags and directions under every flip."""
    within_days: bool = False
    """Of regions of the body against each other, given the day's total: it joins no null of the totals, and stands for
    no habit."""

    @property
    def name(self) -> str:
        return self.habit.name

    @property
    def column(self) -> Array:
        return self.habit.lagged[:, self.lag]


@dataclass(frozen=True, eq=False)
class AdjustedEvidence:
    """Evidence with its adjusted p, and what it cannot be told apart from."""

    evidence: Evidence
    p: float
    look_alikes: tuple[str, ...] = ()
    """Of a claim: other habits that could stand in its place. Of another habit: the claim it could stand for."""
    set_apart: bool = False
    """A claim that joins nothing."""
    gone_beside: tuple[str, ...] = ()
    """The claims set apart, of a habit that would be claimed but for them."""

    @property
    def name(self) -> str:
        return self.evidence.name


@dataclass(frozen=True, eq=False)
class Search:
    """All habits tested, and the null that the claimed ones have joined, those set apart excepted."""

    claimed: tuple[AdjustedEvidence, ...]
    others: tuple[AdjustedEvidence, ...]
    null: Null
    bar: float
    """Strength that one look at all of them needs to be clear."""

    @property
    def joined(self) -> tuple[AdjustedEvidence, ...]:
        return tuple(claim for claim in self.claimed if not (claim.set_apart or claim.evidence.within_days))


class Looks:
    """The habits of a diary looked at beside different claims; each fit and each look is made once."""

    def __init__(self, y: Array, base: Null, signs: Signs, declared: Evidence | None) -> None:
        self._y, self.signs, self._declared = y, signs, declared
        self._nulls: dict[tuple[str, ...], Null] = {(): base}
        self._evidence: dict[tuple[tuple[str, ...], str], Evidence] = {}

    def null(self, beside: Sequence[Evidence]) -> Null:
        """The null that these have joined, in this order."""
        names = tuple(evidence.name for evidence in beside)
        if names not in self._nulls:
            before = self.null(beside[:-1])
            z = np.column_stack([before.z, beside[-1].column])
            self._nulls[names] = fit_null(self._y, before.days, z, before)
        return self._nulls[names]

    def ranked(self, habits: Sequence[EncodedHabit], beside: Sequence[Evidence]) -> list[Evidence]:
        """Every habit where it has the most evidence, the strongest habit first."""
        names = tuple(evidence.name for evidence in beside)
        if self._declared:
            self._evidence[names, self._declared.name] = self._declared
        new = [habit for habit in habits if (names, habit.name) not in self._evidence]
        for evidence in look(self.null(beside), new, self.signs):
            self._evidence[names, evidence.name] = evidence
        every = [self._evidence[names, habit.name] for habit in habits]
        return sorted(every, key=lambda e: (-round(e.strength, 6), e.name))


def search(
    y: Array,
    base: Null,
    habits: Sequence[EncodedHabit],
    signs: Signs,
    levels: tuple[float, float],
    apart: Collection[str] = (),
    declared: Evidence | None = None,
) -> Search:
    """Until the strongest habit left is no claim at the second of the levels.

    `declared` is one more hypothesis, within the days, of which the flips are of the same days' signs.

    What was claimed before one that is set apart has to hold beside it as well: all begins again with that one known.
    """
    looks = Looks(y, base, signs, declared)
    habits = [*habits, declared.habit] if declared else habits
    known_apart: dict[str, Evidence] = {}
    while True:
        searched = _forward(looks, habits, levels, apart, known_apart)
        new = {claim.name: claim.evidence for claim in searched.claimed if claim.set_apart}
        if new.keys() <= known_apart.keys():
            return searched
        known_apart |= new


def _forward(
    looks: Looks,
    habits: Sequence[EncodedHabit],
    levels: tuple[float, float],
    apart: Collection[str],
    known_apart: Mapping[str, Evidence],
) -> Search:
    clear, possible = levels
    claimed: list[AdjustedEvidence] = []
    gone: list[AdjustedEvidence] = []
    joined: list[Evidence] = []
    set_apart = dict(known_apart)
    stands_for: dict[str, tuple[Evidence, str]] = {}
    floor = 0.0
    ranked = looks.ranked(habits, joined)
    bar = float(np.quantile(_ceilings(ranked)[0], 1 - clear)) if ranked else UNREACHABLE
    adjusted = step_down(ranked, floor)
    while ranked and adjusted[0] <= possible and len(claimed) < MOST_CLAIMED:
        first, weaker = ranked[0], ranked[1:]
        floor = adjusted[0]
        others_apart = [each for name, each in sorted(set_apart.items()) if name != first.name]
        others_apart = [] if first.within_days else others_apart
        p = max(floor, _p_beside(looks, first, weaker, joined, others_apart)) if others_apart else floor
        if p > possible:
            gone.append(AdjustedEvidence(first, p, gone_beside=tuple(each.name for each in others_apart)))
            ranked, adjusted = weaker, adjusted[1:]
            continue
        null = looks.null(joined)
        alike = [e for e in weaker if not (first.within_days or e.within_days) and _look_alike(null, first, e)]
        for evidence in alike:
            stands_for.setdefault(evidence.name, (evidence, first.name))
        is_apart = first.lag == 0 and first.name in apart
        claimed.append(AdjustedEvidence(first, p, tuple(e.name for e in alike), is_apart))
        if is_apart:
            set_apart[first.name] = first
            ranked, adjusted = weaker, adjusted[1:]
        elif first.within_days:
            ranked, adjusted = weaker, step_down(weaker, floor)
        else:
            joined.append(first)
            ranked = looks.ranked([e.habit for e in weaker], joined)
            adjusted = step_down(ranked, floor)
    others = []
    for evidence, p in zip(ranked, adjusted, strict=True):
        # Beside its claim a look-alike has nothing left; what it showed before is what can be told of it.
        before, claim = stands_for.get(evidence.name, (evidence, ""))
        others.append(AdjustedEvidence(before, p, (claim,) if claim else ()))
    return Search(tuple(claimed), (*gone, *others), looks.null(joined), bar)


def _p_beside(
    looks: Looks,
    evidence: Evidence,
    weaker: Sequence[Evidence],
    joined: Sequence[Evidence],
    set_apart: Sequence[Evidence],
) -> float:
    """p of the same habit, lag and direction where those set apart have joined the null as well."""
    beside = [*joined, *set_apart]
    null = looks.null(beside)
    t = float(scores(null, evidence.column[:, None])[0])
    habit = evidence.habit
    belief = float(habit.log_belief[habit.lags.index(evidence.lag)])
    strength = belief + surprise_towards(t, habit.direction, evidence.direction)
    names = {each.name for each in set_apart}
    ranked = looks.ranked([e.habit for e in (evidence, *weaker) if e.name not in names], beside)
    return p_value(strength, _ceilings(ranked)[0])


def look(null: Null, habits: Sequence[EncodedHabit], signs: Signs) -> list[Evidence]:
    """Each habit at the lag and in the direction with the most evidence."""
    if not habits:
        return []
    t, by_chance = flipped_scores(null, np.hstack([habit.lagged[:, list(habit.lags)] for habit in habits]), signs)
    every, start = [], 0
    for habit in habits:
        columns = slice(start, start + len(habit.lags))
        start = columns.stop
        strength = habit.log_belief + surprise(t[columns], habit.direction)
        strongest = (habit.log_belief + surprise(by_chance[:, columns], habit.direction)).max(axis=1)
        best = int(strength.argmax())
        score = float(t[columns][best])
        direction = likelier(score, habit.direction)
        every.append(Evidence(habit, habit.lags[best], score, direction, float(strength[best]), strongest))
    return every


def step_down(ranked: Sequence[Evidence], floor: float) -> list[float]:
    """Adjusted p, strongest first: against the strongest of itself and all weaker ones, and never below one before."""
    adjusted = []
    for evidence, by_chance in zip(ranked, _ceilings(ranked), strict=True):
        floor = max(floor, p_value(evidence.strength, by_chance))
        adjusted.append(floor)
    return adjusted


def _ceilings(ranked: Sequence[Evidence]) -> list[Array]:
    """For each habit the largest strength, under every flip, of itself and all weaker ones."""
    if not ranked:
        return []
    return list(np.maximum.accumulate(np.array([e.by_chance for e in reversed(ranked)]))[::-1])


def _look_alike(null: Null, claimed: Evidence, other: Evidence) -> bool:
    """Could the other habit stand in the claimed one's place?"""
    if p_value(other.strength, other.by_chance) > LOOK_ALIKE_P:
        return False
    return abs(float(scores(null.beside(other.column), claimed.column[:, None])[0])) < NORMAL


def negative_control(null: Null, habit: EncodedHabit, signs: Signs) -> float:
    """p of tomorrow's habit for today's twitches, given today's habit; NaN with too few tomorrows.

    It is told and decides nothing, so that the fewest flips are enough.
    """
    if habit.tomorrow_known < LEAST_PAIRS:
        return nan
    t, by_chance = flipped_scores(null.beside(habit.lagged[:, 0]), habit.tomorrow[:, None], signs[:FLIPS])
    return p_value(abs(float(t[0])), np.abs(by_chance[:, 0]))
