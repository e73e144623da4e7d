"""Diaries that are not fair: what twitches do to a rating, what an illness does to both, what is remembered late."""

import dataclasses

import numpy as np

from journal.statistics.result import Finding
from tests.bench.triggers.judged import RATINGS, Options, Row, average, claimed_by, judged, lived
from tests.bench.triggers.simulate import Diary


def consequence(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """What is claimed beside a rating of the very day, with its link set apart and (as `joins`) as any other's.

    rating: it is claimed itself. other: a habit that does nothing is. true: the habit that acts (not the rating) is.
    remark: of a habit that acts, it is said that it cannot be told apart.
    """
    d = lived(scenario, days, seed, options)
    return {
        "set apart": _beside(d, judged(d, options, apart=RATINGS)),
        "joins": _beside(d, judged(d, options, apart=())),
    }


def _beside(d: Diary, findings: dict[str, Finding]) -> Row:
    true, false = claimed_by(d, findings)
    acting = [name for name in d.truth if name not in RATINGS]
    return {
        "rating": any(name in RATINGS for name in (*true, *false)),
        "other": any(name not in RATINGS for name in false),
        "true": average(name in true for name in acting),
        "remark": average("told apart" in findings[name].reason for name in acting),
    }


def illness(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Claims with and without the days of illness beside trend and weekdays."""
    d = lived(scenario, days, seed, options)
    return {
        "logged": _any_claim(d, judged(d, options, illness=d.illness)),
        "not logged": _any_claim(d, judged(d, options)),
    }


def late(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Claims with the answers that were written later than the next day, and without them."""
    d = lived(scenario, days, seed, options)
    on_time = dataclasses.replace(d, X=np.where(d.late, np.nan, d.X))
    return {
        "left out": _any_claim(d, judged(on_time, options)),
        "judged too": _any_claim(d, judged(d, options)),
    }


def _any_claim(d: Diary, findings: dict[str, Finding]) -> Row:
    true, false = claimed_by(d, findings)
    row: Row = {"clear": any(f.tier == "clear" for f in false.values()), "any": bool(false)}
    if d.truth:
        row["true"] = bool(true)
    return row
