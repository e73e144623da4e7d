"""One look at a diary: false claims, true ones, how large they are said to be, and what others would say."""

import numpy as np

from journal.statistics.look_schedule import last_look, levels_at, next_look
from tests.bench.triggers.judged import (
    ANY,
    CLEAR,
    NAN,
    Options,
    Row,
    average,
    claimed_by,
    claims,
    holds,
    is_true,
    judged,
    lived,
)
from tests.bench.triggers.rivals import RIVALS


def nulls(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Any habit claimed: at the level of one single look, and at that of the look which so many days would have.

    The first claim is the one with the least p, and no level decides which it is: one judgement tells of both, but
    where a claim is set apart, beside which others have to hold as well.
    """
    d = lived(scenario, days, seed, options)
    clear, possible = levels_at(last_look(days) or next_look(0))
    findings = judged(d, options, levels=(clear, ANY))
    strict = judged(d, options, levels=(clear, possible)) if any(f.set_apart for f in findings.values()) else findings
    least, least_strict = (min((f.p for f in claims(each).values()), default=NAN) for each in (findings, strict))
    row = {
        "clear": least <= CLEAR,
        "any": least <= ANY,
        "look clear": least_strict <= clear,
        "look any": least_strict <= possible,
        "too little": average(f.tier == "too little" for f in findings.values()),
    }
    return {"judge": row}


def power(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """raw, shown: log ratio of a claim over the true one. holds: the interval shown has the truth."""
    d = lived(scenario, days, seed, options)
    findings = judged(d, options)
    true, false = claimed_by(d, findings)
    hits = [(findings[name], *d.truth[name]) for name in d.truth if name in true]
    sized = [(f, size) for f, _, size in hits if abs(size) > 0.05]
    row = {
        "clear": average(findings[name].tier == "clear" for name in d.truth),
        "any": average(name in true for name in d.truth),
        "part or whole": bool(true),
        "lag": average(f.lag == lag for f, lag, _ in hits),
        "other": bool(false),
        "none": average(findings[name].tier == "none" for name in d.truth),
        "raw": average(np.log(f.raw_ratio) / size for f, size in sized),
        "shown": average(np.log(f.rate_ratio) / size for f, size in sized),
        "holds": average(holds(f.low, f.high, size) for f, size in sized),
    }
    return {"judge": row}


def coverage(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Does an interval hold the truth, and how large is what is shown, on the log scale, over the true one?

    at lag: the raw interval at the true lag, whatever was chosen. right lag: the habit is strongest at it. holds,
    size: the interval and ratio shown there; and the same of claims only.
    """
    d = lived(scenario, days, seed, options)
    findings = judged(d, options)
    at_lag, right, interval, size = [], [], [], []
    for name, (lag, true) in d.truth.items():
        f = findings[name]
        at_lag += [holds(at.raw_low, at.raw_high, true) for at in f.lags if at.lag == lag]
        right.append(f.lag == lag)
        if f.lag == lag and abs(true) > 0.05:
            claimed = name in claims(findings)
            interval.append((holds(f.low, f.high, true), claimed))
            size.append((np.log(f.rate_ratio) / true, claimed))
    row = {
        "at lag": average(at_lag),
        "right lag": average(right),
        "holds": average(each for each, _ in interval),
        "size": average(each for each, _ in size),
        "claim holds": average(each for each, claimed in interval if claimed),
        "claim size": average(each for each, claimed in size if claimed),
    }
    return {"judge": row}


def rivals(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    d = lived(scenario, days, seed, options)
    by_method = {name: set(rival(d.y, d.X, d.names, d.weekday0)) for name, rival in RIVALS.items()}
    by_method["judge"] = set(claims(judged(d, options)))
    rows: dict[str, Row] = {}
    for method, claimed in by_method.items():
        rows[method] = {"claim": bool(claimed)}
        if d.truth:
            rows[method]["true"] = average(habit in claimed for habit in d.truth)
            rows[method]["other"] = any(not is_true(habit, d) for habit in claimed)
    return rows
