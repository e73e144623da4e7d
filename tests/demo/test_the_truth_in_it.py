"""What is said to be true of a made-up diary is in its rows, as strong as it is said to be."""

import json
from pathlib import Path
from statistics import mean

import pytest

from journal.demo import Answers, Truth
from journal.demo.truth import HEAVY_LEG_DAY, TRIGGERS
from tests.demo.samples import TODAY, ask, sample
from tests.diary import Diary

LEGS = "SELECT day FROM workout WHERE kind = 'strength' AND region = 'legs' AND effort >= 7"
CALF = "(SELECT coalesce(sum(times), 0) FROM episode WHERE day = daily.day AND site = 'calf' AND kind <> 'cramp')"


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Answers]]:
    """Five years of three people."""
    folder = tmp_path_factory.mktemp("years")
    return [(folder / f"{seed}.db", sample(folder / f"{seed}.db", 1825, seed)) for seed in (1, 2, 3)]


@pytest.fixture(params=[0, 1, 2])
def years(request: pytest.FixtureRequest, people: list[tuple[Path, Answers]]) -> tuple[Path, Answers]:
    number: int = request.param
    return people[number]


def ratio_after(path: Path, acts: str, lag: int, outcome: str = "twitches") -> float:
    """The mean outcome `lag` days after days on which `acts` holds, over that after the other days."""
    means = dict(
        ask(
            path,
            f"SELECT ({acts}) AS acted, avg(outcome) FROM daily AS habit JOIN"
            f" (SELECT day, {outcome} AS outcome FROM daily WHERE twitches IS NOT NULL) AS later"
            f" ON later.day = date(habit.day, '+{lag} days') WHERE acted IS NOT NULL AND habit.day < ? GROUP BY acted",
            TODAY,
        )
    )
    return float(means[1] / means[0])


def test_the_habit_that_acts_brings_about_as_many_more_as_it_says(years: tuple[Path, Answers]) -> None:
    path, answers = years
    truth = answers.true[0]
    assert ratio_after(path, _acts(truth), truth.lag) == pytest.approx(truth.ratio, rel=0.2)


def test_a_heavy_leg_day_brings_calf_twitches_on_the_next_day(people: list[tuple[Path, Answers]]) -> None:
    """Over all of them: 180 leg days of five years leave one person's ratio a standard error of 0.23."""
    assert all(answers.true[1] == HEAVY_LEG_DAY for _, answers in people)
    ratios = [ratio_after(path, f"habit.day IN ({LEGS})", 1, CALF) for path, _ in people]
    assert mean(ratios) == pytest.approx(HEAVY_LEG_DAY.ratio, rel=0.2)


@pytest.mark.parametrize("lag", [0, 1, 2])
def test_screen_time_brings_nothing(years: tuple[Path, Answers], lag: int) -> None:
    path, answers = years
    assert "screen_hours" in answers.nothing
    assert ratio_after(path, "habit.screen_hours > 4.5", lag) == pytest.approx(1, abs=0.2)


def test_the_triggers_of_other_people_bring_nothing_of_their_own(years: tuple[Path, Answers]) -> None:
    path, answers = years
    for truth in TRIGGERS:
        if truth.habit in answers.nothing:
            assert ratio_after(path, _acts(truth), truth.lag) < 1.35


def _acts(truth: Truth) -> str:
    column = f"habit.{truth.habit}"
    return f"{column} >= {truth.least}" if truth.least > 0 else f"{column} <= {truth.most}"


def test_ten_years_are_about_twenty_thousand_episodes(years: tuple[Path, Answers]) -> None:
    path, answers = years
    share = answers.days / 3650
    assert answers.episodes == ask(path, "SELECT count(*) FROM episode")[0] == pytest.approx(20_000 * share, rel=0.15)
    assert answers.check_ins == ask(path, "SELECT count(DISTINCT day) FROM answer")[0]
    assert answers.check_ins == pytest.approx(answers.days, rel=0.1)


def test_each_seed_of_three_has_its_own_trigger(tmp_path: Path) -> None:
    habits = [sample(tmp_path / f"{seed}.db", 2, seed).true[0].habit for seed in (1, 2, 3, 4)]
    assert habits == ["sleep_hours", "caffeine_mg", "stress", "sleep_hours"]


def test_the_triggers_of_the_sample_that_opens_unasked_are_what_the_answers_say(diary: Diary, tmp_path: Path) -> None:
    path = str(tmp_path / "sample.db")
    answers = diary.said("demo", "--write", path, "--answers")
    assert "a night of less than 6 hours" in answers
    assert "lifting with the legs" in answers
    verdicts = json.loads(diary.said("--db", path, "triggers", "--json"))["findings"]
    claims = [verdict["habit"] for verdict in verdicts if verdict["tier"] == "clear" and not verdict["set_apart"]]
    assert claims == ["short-nights", "trained-muscles"]
