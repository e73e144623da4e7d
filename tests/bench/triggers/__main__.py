"""The questions; every figure is a mean over diaries and its Monte-Carlo error.

    python -m tests.bench.triggers nulls --days 60,90,180,365 --habits 8        or 12; --suspects wrong
    python -m tests.bench.triggers nulls --scenarios B_cycle,B_desk             what no statistics can see
    python -m tests.bench.triggers power --ratios 1.3,1.6,2.2 --suspects none   or right, wrong
    python -m tests.bench.triggers power --scenarios P_thr --short-nights       short nights as a habit
    python -m tests.bench.triggers coverage --ratios 1.6,2.2,3.0,5.0 --days 90,200
    python -m tests.bench.triggers calendar --short-nights --beliefs right      or none, wrong: by each look
    python -m tests.bench.triggers consequence                                  a rating that follows the twitches
    python -m tests.bench.triggers illness | late | hidden | missed | needed | since | rivals
    python -m tests.bench.triggers trained | muscles                            trained muscles alone, and in the family
    python -m tests.bench.triggers speed --against module:function              paired with another judge
    python -m tests.bench.triggers memory                                       fifty years

Diary i of a row has seed i (plus --seed): a row can be run again, and any diary looked at. With --rows FILE
every answer is kept there, and a run that was stopped, or is given a larger --n, goes on with what is there.
"""

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")  # diaries run side by side

import argparse
from pathlib import Path

from tests.bench.triggers import again, claims, costs, regions, since, unfair
from tests.bench.triggers.bodies import SPLITS
from tests.bench.triggers.judged import Options
from tests.bench.triggers.runs import Ask, Cell, KeptAnswers, run
from tests.bench.triggers.scenarios import POWERS
from tests.bench.triggers.simulate import SCENARIOS, diary

NULLS = [name for name in SCENARIOS if name.startswith("N_")]
BESIDE = ["B_sameday", "B_sameday4", "P_other/B_sameday/1.6", "P_other/B_sameday4/1.6", "P_stress/N_typ/1.6"]
QUESTIONS: dict[str, tuple[Ask, list[str], list[int]]] = {
    "nulls": (claims.nulls, NULLS, [60, 90, 180, 365]),
    "power": (claims.power, ["P_one"], [60, 90, 180, 365]),
    "coverage": (claims.coverage, ["P_one"], [90, 200]),
    "rivals": (claims.rivals, NULLS, [60, 180]),
    "calendar": (again.calendar, NULLS, [365]),
    "missed": (again.missed, ["N_typ", "P_one"], [480]),
    "hidden": (again.hidden, ["N_iid", "N_typ", "N_ar", "N_all"], [365]),
    "needed": (again.needed, ["P_one"], [60, 90]),
    "since": (since.since, ["N_typ", "N_ar", "N_all", "P_one"], [460]),
    "consequence": (unfair.consequence, BESIDE, [90, 180, 365]),
    "illness": (unfair.illness, ["B_hidden"], [60, 90, 180]),
    "late": (unfair.late, ["B_late"], [60, 90, 180]),
    "trained": (regions.trained, [*SPLITS, "E_plain/2.2", "E_gym/2.2"], [60, 90, 180, 365]),
    "muscles": (regions.muscles, ["T_plain", "T_all", "T_week", "T_avoid", "E_plain/2.2", "E_gym/2.2"], [365]),
    "speed": (costs.speed, ["N_typ"], [365, 3650]),
    "memory": (costs.memory, ["N_typ"], [18262]),
}
"""Each with its scenarios and lengths unless told."""
CHANGING = ("habits", "short_nights", "suspects", "beliefs", "apart", "long")
"""Options that change an answer: what of them is not as usual is part of a row's name."""


def parser() -> argparse.ArgumentParser:
    shape = argparse.RawDescriptionHelpFormatter
    line = argparse.ArgumentParser("python -m tests.bench.triggers", description=__doc__, formatter_class=shape)
    line.add_argument("question", choices=QUESTIONS)
    line.add_argument("--n", type=int, default=500, help="diaries a cell; 0 for the tables of what is kept")
    line.add_argument("--days", help="lengths of the diaries, 60,180")
    line.add_argument("--scenarios", help="names in simulate.SCENARIOS")
    line.add_argument("--bases", default="N_typ", help="for P_: the nulls below")
    line.add_argument("--ratios", default="1.6", help="for P_: true ratios")
    line.add_argument("--habits", type=int, default=8, help="up to 16: the rest are another person's")
    line.add_argument("--short-nights", action="store_true", help="add sleep under 6 h, any against none")
    line.add_argument("--suspects", default="none", choices=("none", "right", "wrong"))
    line.add_argument("--beliefs", default="right", choices=("none", "right", "wrong"), help="directions believed")
    line.add_argument("--apart", default="ratings", choices=("ratings", "none"), help="same-day links set apart")
    line.add_argument("--long", type=int, default=730, help="for needed: days of the whole diary")
    line.add_argument("--against", help="for speed: module:function")
    line.add_argument("--seed", type=int, default=0)
    line.add_argument("--jobs", type=int, default=1, help="processes")
    line.add_argument("--rows", type=Path, help="a file that keeps every answer")
    return line


def cells(options: Options) -> list[Cell]:
    """The rows that were asked for."""
    _, names, lengths = QUESTIONS[options.question]
    names = options.scenarios.split(",") if options.scenarios else names
    lengths = [int(days) for days in options.days.split(",")] if options.days else lengths
    bases, ratios = options.bases.split(","), options.ratios.split(",")
    usual = parser().parse_args([options.question])
    changed = [name for name in CHANGING if getattr(options, name) != getattr(usual, name)]
    variant = " ".join(f"{name}={getattr(options, name)}" for name in changed)
    words = [[f"{name}/{b}/{r}" for b in bases for r in ratios] if name in POWERS else [name] for name in names]
    return [Cell(options.question, word, days, variant) for each in words for word in each for days in lengths]


def main() -> None:
    options = parser().parse_args()
    rows = cells(options)
    for cell in rows:
        if cell.scenario.split("/")[0] not in SPLITS:
            diary(cell.scenario, 5, 0)  # an unknown name is refused now, not after an hour
    for line in run(QUESTIONS[options.question][0], rows, KeptAnswers(options.rows), options):
        print(line, flush=True)


if __name__ == "__main__":
    main()
