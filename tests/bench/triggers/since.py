"""Claims followed up on the days after them: what holds up, and how large it is then."""

import numpy as np

from journal.statistics.encoding import ANY, Kind
from journal.statistics.follow_up import Claim, follow_up
from journal.statistics.look_schedule import LOOKS, levels_at
from journal.statistics.result import Finding
from tests.bench.triggers.judged import NAN, Options, Row, claims, is_true, judged, lived
from tests.bench.triggers.simulate import Diary

LAST_LOOK = 200
"""Of those whose first claim is followed up: the diary has to go on for 120 days after it."""


def since(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """The strongest claim of the first look that makes any, on the next 120 logged days.

    true, false: such a claim is made, of a habit that acts or of one that does not. followed: the 120 days were
    there. held true, held false: it held up. then, later: at the right lag, log ratio over the true one, raw at the
    claim and raw since.
    """
    d = lived(scenario, days, seed, options)
    row = dict.fromkeys(("true", "false", "followed", "held true", "held false", "then", "later"), NAN)
    row["true"] = row["false"] = False
    if first := _first_claim(d, options):
        part, finding, findings = first
        right = is_true(finding.habit, d)
        row["true" if right else "false"] = True
        result = follow_up(d.outcome, d.habits, _as_claim(finding, findings), part.outcome.index[-1])
        row["followed"] = bool(result and result.held_up is not None)
        if result and result.held_up is not None:
            row["held true" if right else "held false"] = result.held_up
            lag, size = d.truth.get(finding.habit, (-1, NAN))
            if lag == finding.lag and abs(size) > 0.05:
                row["then"] = np.log(finding.raw_ratio) / size
                row["later"] = np.log(result.raw_ratio) / size
    return {"judge": row}


def _first_claim(d: Diary, options: Options) -> tuple[Diary, Finding, dict[str, Finding]] | None:
    """The diary as it stood at the look, its strongest claim, and all findings."""
    for look in LOOKS:
        if look > LAST_LOOK or (part := d.logged_days(look)) is None:
            return None
        findings = judged(part, options, levels=levels_at(look))
        if claimed := claims(findings):
            return part, min(claimed.values(), key=lambda f: f.p), findings
    return None


def _as_claim(finding: Finding, findings: dict[str, Finding]) -> Claim:
    beside = tuple((name, findings[name].lag, _kind(findings[name])) for name in finding.adjusted_for)
    return Claim(finding.habit, finding.lag, finding.direction, finding.contrast, _kind(finding), beside)


def _kind(finding: Finding) -> Kind:
    return "any" if finding.unit == ANY else "amount"
