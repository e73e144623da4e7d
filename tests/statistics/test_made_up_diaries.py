"""The diaries on which the judge is measured are what they are said to be, and a small measurement of each kind."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from scipy.special import bdtr

from tests.bench.triggers import __main__ as command
from tests.bench.triggers.claims import nulls
from tests.bench.triggers.judged import BELIEVED, CLAIMED, Options, Row, judged, lived
from tests.bench.triggers.null_kinds import KINDS
from tests.bench.triggers.runs import Cell, KeptAnswers, run
from tests.bench.triggers.scenarios import ALCOHOL, FLUIDS, SLEEP, STRESS, WORKOUT, Array
from tests.bench.triggers.simulate import SCENARIOS, Diary
from tests.bench.triggers.simulate import diary as lived_diary
from tests.bench.triggers.unseen import UNSEEN

PEOPLE = range(4)
YEAR = 364


@cache
def diary(kind: str, days: int, person: int) -> Diary:
    return lived_diary(kind, days, person)


def usual(*words: str) -> Options:
    return command.parser().parse_args(["nulls", *words])


def logged(d: Diary) -> Array:
    return d.y[np.isfinite(d.y)]


def week(d: Diary) -> Array:
    return np.asarray((d.weekday0 + np.arange(len(d.y))) % 7)


def running(column: Array, days: int) -> Array:
    """The mean of every so many days, of those known."""
    known = np.isfinite(column)
    sums = np.convolve(np.where(known, column, 0), np.ones(days), "valid")
    return np.asarray(sums / np.maximum(np.convolve(known, np.ones(days), "valid"), 1))


def wave(column: Array, period: float) -> float:
    """How much of a column's variance a wave of that period is."""
    known = np.isfinite(column)
    turn = np.exp(2j * np.pi * np.arange(len(column))[known] / period)
    deviation = column[known] - column[known].mean()
    return float(2 * abs((deviation * turn).mean()) ** 2 / deviation.var())


def follows(column: Array) -> float:
    """Correlation of neighbouring days."""
    return float(np.corrcoef(column[1:], column[:-1])[0, 1])


def longest(days: Array) -> int:
    """The most days in a row of which something is true."""
    others = np.flatnonzero(~np.concatenate([[False], days, [False]]))
    return int(np.diff(others).max()) - 1


def blanks(d: Diary, bad: bool) -> float:
    """Share of answers left out on logged days with more twitches than most, or on the others."""
    many = d.y > np.nanquantile(d.y, 0.8)
    return float(np.isnan(d.X[many if bad else np.isfinite(d.y) & ~many]).mean())


def shift(column: Array, days: Array) -> float:
    """In SD, how far a column is off its usual on those days."""
    return float((np.nanmean(column[days]) - np.nanmean(column)) / np.nanstd(column))


SIGNS: dict[str, Callable[[Diary], float]] = {
    "N_holiday": lambda d: longest(~(d.X[:, WORKOUT] > 0)) - 13.5,
    "N_daylight": lambda d: -np.corrcoef(running(np.log(d.mu), 60), running(d.X[:, SLEEP], 60))[0, 1] - 0.3,
    "N_badblank": lambda d: blanks(d, True) - blanks(d, False) - 0.1,
    "N_quiet": lambda d: 0.25 - (logged(d) == 0).mean(),
    "N_workdays": lambda d: -float(np.isfinite(d.y[week(d) > 4]).sum()) + 0.5,
    "N_fives": lambda d: 0.5 - (logged(d) % 5).max(),
    "N_ceiling": lambda d: (d.X[:, STRESS] == 10).mean() - 0.2 + (logged(d) == 10).mean() - 0.2,
    "N_rare": lambda d: 0.15 - float(np.nanmean(d.X[:, ALCOHOL] > 0)),
    "N_silence": lambda d: longest(np.isnan(d.y)) - 13.5,
    "N_tied": lambda d: 0.5 - np.nansum(d.X[~np.isin(week(d), (0, 2, 4)), WORKOUT]),
    "N_tiring": lambda d: np.isnan(d.X[-90:]).mean() - np.isnan(d.X[:90]).mean() - 0.2,
    "N_flare": lambda d: running(d.mu, 21).max() / np.median(d.mu) - 2,
    "N_medicine": lambda d: running(np.log(d.mu), 45).max() - running(np.log(d.mu), 45).min() - 0.95,
    "N_halfmiss": lambda d: 0.1 - abs(np.isnan(d.X[np.isfinite(d.y)]).mean() - 0.5),
    "N_yesno": lambda d: 1.5 - logged(d).max(),
    "N_heaps": lambda d: (logged(d) == 0).mean() - 0.4,
    "N_wander": lambda d: follows(np.log(d.mu)) - 0.8,
    "N_negative": lambda d: -follows(np.log(d.mu)),
    "N_copied": lambda d: np.mean(d.X[1:, FLUIDS] == d.X[:-1, FLUIDS]) - 0.25,
    "N_cycles": lambda d: min(wave(np.log(d.mu), 28) - 0.1, wave(d.X[:, STRESS], 21) - 0.02),
    "B_cycle": lambda d: min(wave(np.log(d.mu), 28) - 0.1, wave(d.X[:, STRESS], 28) - 0.02),
    "B_flare": lambda d: shift(d.X[:, STRESS], running(d.mu, 21).argmax() + np.arange(21)) - 0.5,
    "B_calm": lambda d: longest(~(d.X[:, WORKOUT] > 0)) - 13.5,
    "B_desk": lambda d: np.corrcoef(np.log(d.mu)[d.X[:, 0] > 0], d.X[:, 0][d.X[:, 0] > 0])[0, 1],
    "B_late": lambda d: 0.1 - abs(d.late.mean() - 0.5),
    "B_hidden": lambda d: np.log(d.mu[d.ill].mean() / d.mu[~d.ill].mean()) - 0.3 if d.ill.any() else 0.0,
}
"""Of each kind a figure that is above zero, over a few people, if the diary is what its name says."""


def test_every_kind_of_the_audit_has_its_sign() -> None:
    assert set(KINDS) <= set(SIGNS)
    assert len(KINDS) == 20


@pytest.mark.parametrize("kind", SIGNS)
def test_a_kind_of_diary_is_what_its_name_says(kind: str) -> None:
    assert np.mean([SIGNS[kind](diary(kind, YEAR, person)) for person in PEOPLE]) > 0
    assert np.mean([SIGNS[kind](diary("N_typ", YEAR, person)) for person in PEOPLE]) <= 0, "an ordinary diary is not"


def test_nothing_acts_in_a_null_nor_in_what_no_statistics_can_see() -> None:
    for name in SCENARIOS:
        assert (diary(name, 60, 0).truth == {}) is not name.startswith("P_"), name
    assert set(UNSEEN) == {name for name in SCENARIOS if name.startswith("B_")}


def test_the_same_seed_is_the_same_person() -> None:
    for name in ("N_typ", "N_copied", "B_desk", "P_other/B_sameday/1.6"):
        first, again, other = (lived_diary(name, 60, seed) for seed in (3, 3, 4))
        np.testing.assert_array_equal(first.y, again.y)
        np.testing.assert_array_equal(first.X, again.X)
        assert not np.array_equal(first.X, other.X, equal_nan=True)


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path) -> None:
    rows, cell, seeds = tmp_path / "rows.jsonl", Cell("nulls", "N_iid", 60), []

    def ask(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
        seeds.append(seed)
        return {"judge": {"any": seed % 2 == 0}}

    table = list(run(ask, [cell], KeptAnswers(rows), usual("--n", "3")))
    rows.write_text(rows.read_text() + '[["nulls", "N_i')
    longer = list(run(ask, [cell], KeptAnswers(rows), usual("--n", "4")))
    assert seeds == [0, 1, 2, 3], "none twice"
    assert list(run(ask, [cell], KeptAnswers(rows), usual("--n", "0"))) == longer
    assert [line.split() for line in table] == [
        ["scenario", "days", "method", "n", "any"],
        ["N_iid", "60", "judge", "3", "0.667", "0.333"],
    ]
    assert [json.loads(line)[1] for line in rows.read_text().splitlines() if line.endswith("]")] == [0, 1, 2, 3]


def test_a_row_is_named_by_the_options_that_change_it() -> None:
    cells = command.cells(usual("--days", "60", "--scenarios", "P_one,N_typ", "--ratios", "1.6,2.2", "--beliefs=wrong"))
    assert [(cell.scenario, cell.days, cell.variant) for cell in cells] == [
        ("P_one/N_typ/1.6", 60, "beliefs=wrong"),
        ("P_one/N_typ/2.2", 60, "beliefs=wrong"),
        ("N_typ", 60, "beliefs=wrong"),
    ]


def at_most(diaries: int, level: float) -> int:
    """As many claims as that level gives in 999 of 1000 measurements, or fewer."""
    return next(claims for claims in range(diaries + 1) if bdtr(claims, diaries, level) >= 0.999)


def test_false_claims_over_all_kinds_of_nulls_are_no_more_than_promised() -> None:
    answers = [nulls(name, 60, 0, usual())["judge"] for name in command.NULLS]
    for column, level in (("clear", 0.05), ("any", 0.10)):
        assert sum(answer[column] for answer in answers) <= at_most(len(answers), level)


def test_what_twitches_do_to_stress_is_no_claim_of_another_habit() -> None:
    diaries = [lived("B_sameday", 180, person, usual()) for person in range(8)]
    others = [any(f.tier in CLAIMED for name, f in judged(d, usual()).items() if name != "stress") for d in diaries]
    assert set(BELIEVED) >= {"stress", "sleep"}
    assert sum(others) <= at_most(len(diaries), 0.07)
