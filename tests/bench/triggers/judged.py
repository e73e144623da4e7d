"""A made-up diary as a question hands it to the judge, and what is counted of the answer."""

import argparse
import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from journal.statistics.judge import judge
from journal.statistics.result import Finding
from tests.bench.triggers.scenarios import SLEEP
from tests.bench.triggers.simulate import Diary, diary

Row = dict[str, float]
Options = argparse.Namespace
NAN = float("nan")
CLAIMED = ("clear", "possible")
CLEAR, ANY = 0.05, 0.10
"""The levels of one single look."""
EXTRA = 10_000_019
"""Added to a seed: the person whose habits are borrowed for a diary of more than eight."""
SHORT_NIGHTS = "short nights"
WHOLE = {SHORT_NIGHTS: "sleep"}
"""A part is no claim of another habit than its whole."""
BELIEVED = {"caffeine": 1, "sleep": -1, SHORT_NIGHTS: 1, "stress": 1, "fluids": -1, "workout": 1}
"""The direction in which people believe; of the other habits in none."""
RATINGS = ("stress",)
"""Habits of which a link on the same day is set apart."""


def lived(scenario: str, days: int, seed: int, options: Options, ratio: float | None = None) -> Diary:
    """A diary, with short nights and with another person's habits beside its own if they are asked for."""
    d = diary(scenario, days, seed, ratio=ratio)
    if options.short_nights:
        d = with_short_nights(d, scenario, ratio)
    if (more := options.habits - 8) > 0:
        other = diary("N_typ", days, seed + EXTRA)
        names = (*d.names, *(f"other {name}" for name in other.names[:more]))
        X, late = (np.column_stack([one, two[:, :more]]) for one, two in ((d.X, other.X), (d.late, other.late)))
        d = dataclasses.replace(d, X=X, late=late, names=names)
    return d


def with_short_nights(d: Diary, scenario: str, ratio: float | None) -> Diary:
    """The diary with nights under 6 h as a habit beside sleep; the habit that acts, where a threshold does."""
    sleep = d.X[:, SLEEP]
    short = np.where(np.isnan(sleep), np.nan, sleep < 6)
    truth = dict(d.truth)
    if "thr" in scenario:
        del truth["sleep"]
        truth[SHORT_NIGHTS] = (1, float(np.log(ratio or float([*scenario.split("/"), "", "1.6"][2] or 1.6))))
    X, late = np.column_stack([d.X, short]), np.column_stack([d.late, d.late[:, SLEEP]])
    return dataclasses.replace(d, X=X, late=late, names=(*d.names, SHORT_NIGHTS), truth=truth)


def judged(d: Diary, options: Options, **more: Any) -> dict[str, Finding]:
    """The finding of every habit, by name."""
    arguments = {
        "suspects": suspects(d, options),
        "kinds": {name: "any" for name in d.names if name == SHORT_NIGHTS},
        "direction": directions(d.names, options.beliefs),
        "apart": [name for name in d.names if name in RATINGS and options.apart == "ratings"],
        "blocks": {part: whole for part, whole in WHOLE.items() if part in d.names},
        "is_rating": d.is_rating,
        **more,
    }
    return {f.habit: f for f in judge(d.outcome, d.habits, **arguments).findings}


def suspects(d: Diary, options: Options) -> list[str]:
    """What was named beforehand: nothing, one true and one false habit, or two false ones."""
    true = [name for name in d.names if name in d.truth]
    false = [name for name in d.names if name not in d.truth]
    turned = len(d.y) % 5
    false = false[turned:] + false[:turned]
    return {"none": [], "right": true[:1] + false[:1], "wrong": false[:2]}[options.suspects]


def directions(names: Iterable[str], beliefs: str) -> dict[str, int]:
    """What is believed of each habit: as people do, the opposite, or nothing."""
    times = {"right": 1, "wrong": -1, "none": 0}[beliefs]
    return {name: times * BELIEVED[name] for name in names if name in BELIEVED and times}


def claims(findings: Mapping[str, Finding]) -> dict[str, Finding]:
    return {name: f for name, f in findings.items() if f.tier in CLAIMED}


def is_true(name: str, d: Diary) -> bool:
    """Whether a claim is of a habit that acts, or of its part or whole."""
    return WHOLE.get(name, name) in {WHOLE.get(habit, habit) for habit in d.truth}


def claimed_by(d: Diary, findings: Mapping[str, Finding]) -> tuple[dict[str, Finding], dict[str, Finding]]:
    """The claims of habits that act, and those of habits that do nothing."""
    both = claims(findings)
    true = {name: f for name, f in both.items() if is_true(name, d)}
    return true, {name: f for name, f in both.items() if name not in true}


def holds(low: float, high: float, log_ratio: float) -> float:
    return float(low <= np.exp(log_ratio) <= high) if np.isfinite(low + high) else NAN


def average(values: Iterable[Any]) -> float:
    known = np.array(list(values), float)
    known = known[np.isfinite(known)]
    return float(known.mean()) if len(known) else NAN
