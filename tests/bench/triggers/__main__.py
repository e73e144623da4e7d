"""The questions, one diary after the other; every figure is a mean over diaries and its Monte-Carlo error.

    python -m tests.bench.triggers nulls --days 60,90,180,365 --habits 8        or 12; --suspects wrong
    python -m tests.bench.triggers power --ratios 1.3,1.6,2.2 --suspects none   or right, wrong
    python -m tests.bench.triggers power --scenarios P_thr --short-nights       short nights as a habit
    python -m tests.bench.triggers coverage | needed | rivals
    python -m tests.bench.triggers calendar --days 365                          or 1095: ever a claim, by each look
    python -m tests.bench.triggers nulls --scenarios B_sameday,B_hidden         what a diary cannot show
    python -m tests.bench.triggers speed --against module:function              paired with another judge

Diary i of a row has seed i (plus --seed): a row can be run again, and any diary looked at.
"""

import argparse
import dataclasses
import importlib
import time
from collections.abc import Callable
from itertools import takewhile
from typing import Any

import numpy as np

from journal.statistics import LOOKS, Finding, judge, levels_at
from tests.bench.triggers.rivals import RIVALS, pairs
from tests.bench.triggers.simulate import SCENARIOS, SLEEP, Diary, diary

CLAIMED = ("clear", "possible")
NAN = float("nan")
Row = dict[str, float]
Options = argparse.Namespace
EXTRA = 10_000_019
"""Added to a seed: the person whose habits are borrowed for a diary of more than eight."""


def lived(scenario: str, days: int, seed: int, options: Options, ratio: float | None = None) -> Diary:
    """A diary, with another person's habits beside its own if more than eight are asked for."""
    d = diary(scenario, days, seed, ratio=ratio)
    if options.short_nights:
        sleep = d.X[:, SLEEP]
        short = np.where(np.isnan(sleep), np.nan, sleep < 6)
        truth = {"short nights" if name == "sleep" and "thr" in scenario else name: t for name, t in d.truth.items()}
        if "short nights" in truth:
            truth["short nights"] = (1, float(np.log(ratio or float([*scenario.split("/"), "", "1.6"][2] or 1.6))))
        d = dataclasses.replace(d, X=np.column_stack([d.X, short]), names=(*d.names, "short nights"), truth=truth)
    if (more := options.habits - 8) > 0:
        other = diary("N_typ", days, seed + EXTRA)
        names = (*d.names, *(f"other {name}" for name in other.names[:more]))
        d = dataclasses.replace(d, X=np.column_stack([d.X, other.X[:, :more]]), names=names)
    return d


def judged(d: Diary, options: Options, **more: Any) -> dict[str, Finding]:
    kinds = {"short nights": "any"} if "short nights" in d.names else {}
    arguments = {"suspects": suspects(d, options), "kinds": kinds, **more}
    return {f.habit: f for f in judge(d.outcome, d.habits, **arguments).findings}


def suspects(d: Diary, options: Options) -> list[str]:
    """What was named beforehand: nothing, one true and one false habit, or two false ones."""
    true = [name for name in d.names if name in d.truth]
    false = [name for name in d.names if name not in d.truth]
    turned = len(d.y) % 5
    false = false[turned:] + false[:turned]
    return {"none": [], "right": true[:1] + false[:1], "wrong": false[:2]}[options.suspects]


def nulls(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    tiers = [f.tier for f in judged(lived(scenario, days, seed, options), options).values()]
    silent = float(np.mean([tier == "too little" for tier in tiers]))
    return {"judge": {"clear": "clear" in tiers, "any": any(t in CLAIMED for t in tiers), "too little": silent}}


def power(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """raw, shown: log ratio of a claim over the true one. holds: the interval shown has the truth."""
    d = lived(scenario, days, seed, options)
    found = judged(d, options)
    claimed = {name for name, f in found.items() if f.tier in CLAIMED}
    hits = [(found[name], *d.truth[name]) for name in d.truth if name in claimed]
    sized = [(f, true) for f, _, true in hits if abs(true) > 0.05]
    row = {
        "clear": average([found[name].tier == "clear" for name in d.truth]),
        "any": average([name in claimed for name in d.truth]),
        "lag": average([f.lag == lag for f, lag, _ in hits]),
        "other": float(bool(claimed - set(d.truth))),
        "none": average([found[name].tier == "none" for name in d.truth]),
        "raw": average([np.log(f.raw_ratio) / true for f, true in sized]),
        "shown": average([np.log(f.rate_ratio) / true for f, true in sized]),
        "holds": average([holds(f.low, f.high, true) for f, true in sized]),
    }
    return {"judge": row}


def coverage(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """at lag: the raw interval at the true lag, whatever was chosen. shown: the one shown, at the lag chosen."""
    d = lived(scenario, days, seed, options)
    found = judged(d, options)
    at_lag = [
        holds(at.raw_low, at.raw_high, true)
        for name, (lag, true) in d.truth.items()
        for at in found[name].lags
        if at.lag == lag
    ]
    shown = [holds(found[name].low, found[name].high, true) for name, (_, true) in d.truth.items()]
    right = [found[name].lag == lag for name, (lag, _) in d.truth.items()]
    return {"judge": {"at lag": average(at_lag), "shown": average(shown), "lag": average(right)}}


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

        def claimed_at(wanted: int) -> float:
            if wanted > len(both):
                return NAN
            return judged(d.first(max(days, int(both[wanted - 1]) + 1)), options)[name].tier in CLAIMED

        row["any"] = claimed_at(now.days_needed)
        row["far"] = now.days_needed > len(both)
        later = claimed_at(2 * now.days_needed)
        row["any x2"] = NAN if np.isnan(later) else bool(row["any"]) or bool(later)
    return {"judge": row}


def calendar(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Ever a claim by each look: of a habit without a true effect (clear, any), and of a true one."""
    d = lived(scenario, days, seed, options)
    logged = np.cumsum(np.isfinite(d.y))
    clear = false = true = False
    row: Row = {}
    for look in takewhile(lambda look: look <= days, LOOKS):
        if look <= logged[-1]:
            found = judged(d.first(int(np.searchsorted(logged, look)) + 1), options, levels=levels_at(look))
            claims = {name: f.tier for name, f in found.items() if f.tier in CLAIMED}
            wrong = [tier for name, tier in claims.items() if name not in d.truth]
            clear, false = clear or "clear" in wrong, false or bool(wrong)
            true = true or any(name in d.truth for name in claims)
        row |= {f"{look} clear": clear, f"{look} any": false}
        if d.truth:
            row[f"{look} true"] = true
    return {"judge": row}


def rivals(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    d = lived(scenario, days, seed, options)
    claims = {name: set(rival(d.y, d.X, d.names, d.weekday0)) for name, rival in RIVALS.items()}
    claims["judge"] = {name for name, f in judged(d, options).items() if f.tier in CLAIMED}
    rows: dict[str, Row] = {}
    for name, claimed in claims.items():
        rows[name] = {"claim": bool(claimed)}
        if d.truth:
            rows[name]["true"] = average([habit in claimed for habit in d.truth])
            rows[name]["other"] = bool(claimed - set(d.truth))
    return rows


def speed(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Milliseconds a diary; another judge takes (y, X, names, weekday0=) as arrays."""
    d = lived(scenario, days, seed, options)
    rows = {"judge": {"ms": _ms(lambda: judged(d, options))}}
    if options.against:
        module, function = options.against.split(":")
        other = getattr(importlib.import_module(module), function)
        rows["against"] = {"ms": _ms(lambda: other(d.y, d.X, list(d.names), weekday0=d.weekday0))}
    return rows


def _ms(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - start)


def holds(low: float, high: float, log_ratio: float) -> float:
    return low <= np.exp(log_ratio) <= high if np.isfinite(low + high) else NAN


def average(values: list[Any]) -> float:
    known = np.array(values, float)
    known = known[np.isfinite(known)]
    return float(known.mean()) if len(known) else NAN


NULLS = [name for name in SCENARIOS if name.startswith("N_")]
QUESTIONS: dict[str, tuple[Callable[[str, int, int, Options], dict[str, Row]], list[str], list[int]]] = {
    "nulls": (nulls, NULLS, [60, 90, 180, 365]),
    "power": (power, ["P_one"], [60, 90, 180, 365]),
    "coverage": (coverage, ["P_one"], [60, 90, 180, 365]),
    "needed": (needed, ["P_one"], [60, 90]),
    "calendar": (calendar, NULLS, [365]),
    "rivals": (rivals, NULLS, [60, 180]),
    "speed": (speed, ["N_typ"], [365, 3650]),
}


def table(question: str, scenarios: list[str], lengths: list[int], options: Options) -> None:
    ask, header = QUESTIONS[question][0], [""]
    for scenario in scenarios:
        for days in lengths:
            rows = [ask(scenario, days, options.seed + i, options) for i in range(options.n)]
            for method, first in rows[0].items():
                if list(first) != header:
                    header = list(first)
                    print(f"{'scenario':18}{'days':>5} {'method':17}{'n':>5}" + "".join(f"{c:>16}" for c in header))
                cells = "".join(cell([float(row[method].get(c, NAN)) for row in rows]) for c in header)
                print(f"{scenario:18}{days:5} {method:17}{len(rows):5}{cells}", flush=True)


def cell(values: list[float]) -> str:
    known = np.array(values)
    known = known[np.isfinite(known)]
    if not len(known):
        return f"{'-':>16}"
    error = known.std(ddof=1) / np.sqrt(len(known)) if len(known) > 1 else NAN
    places = 3 if abs(known.mean()) < 10 else 1
    return f"{known.mean():10.{places}f} {error:<5.{places}f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question", choices=QUESTIONS)
    parser.add_argument("--n", type=int, default=500, help="diaries a cell")
    parser.add_argument("--days", help="lengths of the diaries, 60,180")
    parser.add_argument("--scenarios", help="names in simulate.SCENARIOS")
    parser.add_argument("--bases", default="N_typ", help="for P_: the nulls below")
    parser.add_argument("--ratios", default="1.6", help="for P_: true ratios")
    parser.add_argument("--habits", type=int, default=8, help="up to 16: the rest are another person's")
    parser.add_argument("--short-nights", action="store_true", help="add sleep under 6 h, any against none")
    parser.add_argument("--suspects", default="none", choices=("none", "right", "wrong"))
    parser.add_argument("--long", type=int, default=730, help="for needed: days of the whole diary")
    parser.add_argument("--against", help="for speed: module:function")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    _, names, lengths = QUESTIONS[options.question]
    names = options.scenarios.split(",") if options.scenarios else names
    lengths = [int(days) for days in options.days.split(",")] if options.days else lengths
    bases, ratios = options.bases.split(","), options.ratios.split(",")
    scenarios = [
        word
        for name in names
        for word in ([f"{name}/{b}/{r}" for b in bases for r in ratios] if name in POWERS else [name])
    ]
    table(options.question, scenarios, lengths, options)


POWERS = [name for name in SCENARIOS if name.startswith("P_")]

if __name__ == "__main__":
    main()
