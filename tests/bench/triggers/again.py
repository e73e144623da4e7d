"""Looking again and again: ever a claim by each look, looks missed, habits hidden, and promises of days."""

from itertools import takewhile

import numpy as np

from journal.statistics.look_schedule import LOOKS, levels_at
from tests.bench.triggers.judged import CLAIMED, NAN, Options, Row, claimed_by, claims, judged, lived
from tests.bench.triggers.rivals import pairs

MISSED_UNTIL = 300
"""The first look of a person who did not look before."""
STANDING_OUT = 2


def calendar(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Ever a claim by each look: of a habit without a true effect (clear, any), and of a true one."""
    d = lived(scenario, days, seed, options)
    clear = false = true = False
    row: Row = {}
    for look in _looks(days):
        if then := d.logged_days(look):
            right, wrong = claimed_by(then, judged(then, options, levels=levels_at(look)))
            clear = clear or any(f.tier == "clear" for f in wrong.values())
            false, true = false or bool(wrong), true or bool(right)
        row |= {f"{look} clear": clear, f"{look} any": false}
        if d.truth:
            row[f"{look} true"] = true
    return {"judge": row}


def missed(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """The first look of a diary, at 300 logged days, with the allowance of that look alone and of all up to it."""
    d = lived(scenario, days, seed, options).logged_days(MISSED_UNTIL)
    if d is None:
        return {name: {"clear": NAN, "any": NAN, "true": NAN} for name in ("its own", "the sum")}
    clear, possible = (float(sum(level)) for level in zip(*map(levels_at, _looks(MISSED_UNTIL)), strict=True))
    rows: dict[str, Row] = {}
    for name, levels in {"its own": levels_at(MISSED_UNTIL), "the sum": (clear, possible)}.items():
        true, false = claimed_by(d, judged(d, options, levels=levels))
        rows[name] = {"clear": any(f.tier == "clear" for f in false.values()), "any": bool(false)}
        rows[name]["true"] = bool(true) if d.truth else NAN
    return rows


def hidden(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Ever a false claim within the days: with all habits counted, and with only those that stood out counted.

    After the first look the two habits with the least p are kept and the rest are hidden.
    """
    d = lived(scenario, days, seed, options)
    kept: list[str] = []
    rows: dict[str, Row] = {name: {"clear": False, "any": False} for name in ("all count", "two are kept")}
    for look in _looks(days):
        if (then := d.logged_days(look)) is None:
            break
        every = judged(then, options, levels=levels_at(look))
        by_family = {"all count": every, "two are kept": every}
        if kept:
            few = then.only([then.names.index(name) for name in kept])
            by_family["two are kept"] = judged(few, options, levels=levels_at(look))
        else:
            kept = sorted(every, key=lambda name: np.nan_to_num(every[name].p, nan=1.0))[:STANDING_OUT]
        for family, findings in by_family.items():
            tiers = [f.tier for f in claims(findings).values()]
            rows[family]["clear"] = rows[family]["clear"] or "clear" in tiers
            rows[family]["any"] = rows[family]["any"] or bool(tiers)
    return rows


def needed(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """True ratios of 1.5 to 1.6. any: claimed at the days promised; any x2: then or at twice so many."""
    kind = "/".join(scenario.split("/")[:2])
    d = lived(kind, options.long, seed, options, ratio=1.5 + 0.01 * (seed % 11))
    name, (lag, _) = next(iter(d.truth.items()))
    now = judged(d.first(days), options)[name]
    row = dict.fromkeys(("now", "need", "far", "any", "any x2"), NAN)
    row["now"] = now.tier in CLAIMED
    if now.tier not in CLAIMED and now.days_needed:
        row["need"] = min(now.days_needed, options.long)
        both = pairs(d.y, d.X[:, d.names.index(name)], lag)[2]

        def claimed_with(number: int) -> float:
            if number > len(both):
                return NAN
            return judged(d.first(max(days, int(both[number - 1]) + 1)), options)[name].tier in CLAIMED

        row["any"] = claimed_with(now.days_needed)
        row["far"] = now.days_needed > len(both)
        later = claimed_with(2 * now.days_needed)
        row["any x2"] = NAN if np.isnan(later) else bool(row["any"]) or bool(later)
    return {"judge": row}


def _looks(days: int) -> list[int]:
    return list(takewhile(lambda look: look <= days, LOOKS))
