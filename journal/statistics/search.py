"""Which habits stand out from everything that was looked at, one after the other.

Evidence is belief beforehand times surprise. The strongest of the diary is held against the strongest of every flip
(Westfall & Young 1993, step-down), each divided by how far the habit and lag were believed beforehand (weights on p:
Genovese, Roeder & Wasserman 2006, Biometrika 93:509). Weights fixed beforehand cost nothing in error, whatever they
are: they say where the allowance is spent. A habit claimed joins the null, and the rest is tested again beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from journal.statistics.arrays import Array, Signs
from journal.statistics.encoding import LEAST_PAIRS, EncodedHabit
from journal.statistics.null import Null, fit_null
from journal.statistics.scores import flipped_scores, p_value, scores, surprise

MOST_CLAIMED = 4
LOOK_ALIKE_P = 0.25
"""Marginal p up to which a habit is asked whether it could stand in a claimed one's place."""
NORMAL = 1.96
"""|t| below which a claimed habit is gone beside the look-alike."""
UNREACHABLE = 700.0
"""Strength that no habit has: the bar where nothing could be tested."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """A habit at the lag where it is strongest."""

    habit: EncodedHabit
    lag: int
    t: float
    strength: float
    by_chance: Array
    """The largest strength of its lags under every flip."""

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

    @property
    def name(self) -> str:
        return self.evidence.habit.name


@dataclass(frozen=True, eq=False)
class Search:
    """All habits tested, and the null that the claimed ones have joined."""

    claimed: tuple[AdjustedEvidence, ...]
    others: tuple[AdjustedEvidence, ...]
    null: Null
    bar: float
    """Strength that one look at all of them needs to be clear."""


def search(y: Array, null: Null, habits: Sequence[EncodedHabit], signs: Signs, levels: tuple[float, float]) -> Search:
    """Forward, until the strongest habit left is no claim at the second of the levels."""
    clear, possible = levels
    claimed: list[AdjustedEvidence] = []
    stands_for: dict[str, tuple[Evidence, str]] = {}
    floor = 0.0
    ranked = look(null, habits, signs)
    bar = float(np.quantile(_ceilings(ranked)[0], 1 - clear)) if ranked else UNREACHABLE
    adjusted = step_down(ranked, floor)
    while ranked and adjusted[0] <= possible and len(claimed) < MOST_CLAIMED:
        first, weaker = ranked[0], ranked[1:]
        alike = [e for e in weaker if _look_alike(null, first, e)]
        for evidence in alike:
            stands_for.setdefault(evidence.habit.name, (evidence, first.habit.name))
        floor = adjusted[0]
        claimed.append(AdjustedEvidence(first, floor, tuple(e.habit.name for e in alike)))
        null = fit_null(y, null.days, np.column_stack([null.z, first.column]), null)
        ranked = look(null, [e.habit for e in weaker], signs)
        adjusted = step_down(ranked, floor)
    others = []
    for evidence, p in zip(ranked, adjusted, strict=True):
        # Beside its claim a look-alike has nothing left; what it showed before is what can be told of it.
        before, claim = stands_for.get(evidence.habit.name, (evidence, ""))
        others.append(AdjustedEvidence(before, p, (claim,) if claim else ()))
    return Search(tuple(claimed), tuple(others), null, bar)


def look(null: Null, habits: Sequence[EncodedHabit], signs: Signs) -> list[Evidence]:
    """Every habit at the lag with the most evidence, the strongest habit first."""
    ranked = []
    for habit in habits:
        t, by_chance = flipped_scores(null, habit.lagged[:, list(habit.lags)], signs)
        strength = habit.log_belief + surprise(t)
        best = int(strength.argmax())
        strongest = (habit.log_belief + surprise(by_chance)).max(axis=1)
        ranked.append(Evidence(habit, habit.lags[best], float(t[best]), float(strength[best]), strongest))
    return sorted(ranked, key=lambda e: (-round(e.strength, 6), e.habit.name))


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
    """p of tomorrow's habit for today's twitches, given today's habit; NaN with too few tomorrows."""
    if habit.tomorrow_known < LEAST_PAIRS:
        return float("nan")
    t, by_chance = flipped_scores(null.beside(habit.lagged[:, 0]), habit.tomorrow[:, None], signs)
    return p_value(abs(float(t[0])), by_chance[:, 0])
