"""What is said of the habits without a claim: what they wait for, each in few words."""

from collections.abc import Iterable
from typing import Literal

from journal.analysis.looks.current_verdicts import CurrentVerdicts, Verdict
from journal.charts.verdicts.claim_words import beside, look_alikes
from journal.charts.verdicts.tiers import TIERS, name
from journal.charts.verdicts.verdict_words import NOT_ALONE, look_for, perhaps

ONE_THING = "is one thing with"
"""How `statistics` begins the reason of a part or a whole whose other one is claimed."""
Prospect = Literal["not seen", "part of it", "alike", "next look", "later", "diary hardly", "too little logged"]


def prospect(verdict: Verdict, current: CurrentVerdicts) -> Prospect:
    """What a habit without a claim waits for; a part or the whole of what is claimed waits for nothing."""
    if is_part(verdict, current):
        return "part of it"
    if verdict.finding.tier == "none":
        return "not seen"
    if verdict.finding.not_separable_from:
        return "alike"
    look = look_for(current, verdict)
    if look is None:
        return "too little logged"
    if look <= current.next_look:
        return "next look"
    return "diary hardly" if current.day_of(look) is None else "later"


def kin(verdict: Verdict, current: CurrentVerdicts) -> list[Verdict]:
    """The claims that are a part of it, its whole, or another part of the same whole."""
    return [
        other
        for other in current.verdicts
        if other.is_claim and other is not verdict and other.habit.of == verdict.habit.of
    ]


def is_part(verdict: Verdict, current: CurrentVerdicts) -> bool:
    """Whether it is no claim and yet one thing with a claim."""
    return not verdict.is_claim and bool(kin(verdict, current))


def waits_for(verdict: Verdict, current: CurrentVerdicts) -> str:
    """Why nothing is said of a habit, as the end of a sentence."""
    if verdict.finding.not_separable_from:
        return look_alikes(verdict, current).removeprefix("It ").rstrip(".")
    look = look_for(current, verdict)
    if claims := kin(verdict, current):
        is_one = verdict.finding.tier == "none" or look is None or verdict.finding.reason.startswith(ONE_THING)
        names = " and ".join(name(claim.habit) for claim in claims)
        return f"judged as one with {names}" if is_one else f"{TIERS['too little']}{beside(verdict, current)}"
    if look is None:
        return verdict.finding.reason or "not enough is logged"
    next_day = current.day_of(look)
    if next_day is None:
        return NOT_ALONE
    return f"perhaps at {look} counted days, {perhaps(next_day, current.today).removeprefix('perhaps ')}"


def blocks(verdicts: Iterable[Verdict]) -> list[list[Verdict]]:
    """A whole with its parts, in the order of the first of each."""
    by_whole: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        by_whole.setdefault(verdict.habit.of, []).append(verdict)
    return [*by_whole.values()]
