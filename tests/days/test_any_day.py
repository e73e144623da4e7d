"""Whatever is typed on a day, in whatever order: the view says what the rules say, told here once more in Python."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from journal.errors import Refused
from journal.store.file import connections
from journal.store.write.entry import enter
from tests.diary import TODAY, at, daily

HERE = at(f"{TODAY} 20:00")
ANY, RATING = "any_twitches", "twitchiness"


class Day:
    """A day by the rules: the answers that stand, and the rows."""

    def __init__(self) -> None:
        self.answers: dict[str, float] = {}
        self.twitches: list[int] = []
        self.cramps: list[int] = []
        self.jerks = 0
        self.nights: set[int] = set()
        """The minutes slept, from midnight."""
        self.drinks: list[tuple[float, float, float]] = []
        self.workouts: dict[int, list[int | None]] = {}
        """The efforts said of each minute, from midnight."""
        self.others = 0

    # ---- what is done: each says whether it is taken -------------------------------------------------------

    def none(self, question: str) -> bool:
        if self.wins_over_none(question):
            return False
        self.answers[question] = 0
        return True

    def wins_over_none(self, question: str) -> bool:
        rows = {
            ANY: self.twitches,
            RATING: self.twitches,
            "sleep_hours": self.nights,
            "caffeine_mg": [mg for _, mg, _ in self.drinks if mg >= 5],
            "alcohol_g": [g for *_, g in self.drinks if g > 0],
            "fluids_ml": [ml for ml, *_ in self.drinks if ml > 0],
            "workout_load": self.workouts,
        }
        other = {ANY: RATING, RATING: ANY}.get(question, "")
        return bool(rows.get(question)) or self.answers.get(other, 0) > 0

    def answer(self, question: str, value: float) -> bool:
        self.answers[question] = value
        return True

    def forget(self, question: str) -> bool:
        return self.answers.pop(question, None) is not None

    def twitch(self, times: int) -> bool:
        self.twitches.append(times)
        return True

    def cramp(self, times: int) -> bool:
        self.cramps.append(times)
        return True

    def jerk(self) -> bool:
        self.jerks += 1
        return True

    def night(self, first_hour: float, last_hour: float) -> bool:
        self.nights |= {*range(round(60 * first_hour), round(60 * last_hour))}
        if self.answers.get("sleep_hours"):
            del self.answers["sleep_hours"]
        return True

    def drink(self, ml: float, mg: float, g: float) -> bool:
        self.drinks.append((ml, mg, g))
        return True

    def workout(self, first: int, minutes: int, effort: int | None) -> bool:
        for minute in range(first, first + minutes):
            self.workouts.setdefault(minute, []).append(effort)
        return True

    def other(self) -> bool:
        self.others += 1
        return True

    # ---- what it is worth ----------------------------------------------------------------------------------

    def worth(self) -> dict[str, float]:
        """The questions that are known, each with its value."""
        known = {
            question: value for question, value in self.answers.items() if value or not self.wins_over_none(question)
        }
        said_none = 0 in (known.get(ANY), known.get(RATING))
        if self.twitches:
            known["twitches"], known[ANY] = sum(self.twitches), 1
        elif said_none:
            known["twitches"] = 0
        if ANY not in known and RATING in known:
            known[ANY] = float(known[RATING] > 0)
        if self.cramps or self.twitches or self.jerks or said_none:
            known["cramps"], known["tingles"] = sum(self.cramps), 0
        if self.nights:
            known.setdefault("sleep_hours", len(self.nights) / 60)
        if any(mg for _, mg, _ in self.drinks):
            known.setdefault("caffeine_mg", sum(mg for _, mg, _ in self.drinks))
        if any(g for *_, g in self.drinks):
            known.setdefault("alcohol_g", sum(g for *_, g in self.drinks))
        if self.answers.get("drinks_complete") and any(ml for ml, *_ in self.drinks):
            known.setdefault("fluids_ml", sum(ml for ml, *_ in self.drinks))
        if self.workouts and all(None not in efforts for efforts in self.workouts.values()):
            known.setdefault("workout_load", sum(max(effort or 0 for effort in at) for at in self.workouts.values()))
        return known

    def is_logged(self) -> bool:
        rows = (self.twitches, self.cramps, self.nights, self.drinks, self.workouts, self.answers)
        return any(rows) or self.jerks + self.others > 0


PHRASES: dict[str, Callable[[Day], bool]] = {
    "left calf": lambda day: day.twitch(1),
    "ripple eyelid x12": lambda day: day.twitch(12),
    "cramp both calves x2": lambda day: day.cramp(2),
    "jerk right arm": Day.jerk,
    "none": lambda day: day.none(ANY),
    "some": lambda day: day.answer(ANY, 1),
    "twitchy 0": lambda day: day.none(RATING),
    "twitchy 4": lambda day: day.answer(RATING, 4),
    "forget twitches": lambda day: day.forget(ANY),
    "forget twitchy": lambda day: day.forget(RATING),
    "sleep 6.5": lambda day: day.answer("sleep_hours", 6.5),
    "slept 23:00-06:00": lambda day: day.night(-1, 6),
    "slept 02:00-07:30": lambda day: day.night(2, 7.5),
    "nap 20m": Day.other,
    "no sleep": lambda day: day.none("sleep_hours"),
    "forget sleep": lambda day: day.forget("sleep_hours"),
    "water 0.5l": lambda day: day.drink(500, 0, 0),
    "coffee 200ml 90mg": lambda day: day.drink(200, 90, 0),
    "decaf": lambda day: day.drink(237, 1, 0),
    "5 decafs": lambda day: day.drink(1185, 5, 0),
    "caffeine 120mg": lambda day: day.drink(0, 120, 0),
    "beer 500ml 20g": lambda day: day.drink(500, 0, 20),
    "caffeine total 300mg": lambda day: day.answer("caffeine_mg", 300),
    "no caffeine": lambda day: day.none("caffeine_mg"),
    "forget caffeine": lambda day: day.forget("caffeine_mg"),
    "alcohol total 20g": lambda day: day.answer("alcohol_g", 20),
    "no alcohol": lambda day: day.none("alcohol_g"),
    "forget alcohol": lambda day: day.forget("alcohol_g"),
    "fluids 2l": lambda day: day.answer("fluids_ml", 2000),
    "no fluids": lambda day: day.none("fluids_ml"),
    "forget fluids": lambda day: day.forget("fluids_ml"),
    "that's all": lambda day: day.answer("drinks_complete", 1),
    "forget that's all": lambda day: day.forget("drinks_complete"),
    "lift legs 45m 8 @17:00": lambda day: day.workout(17 * 60, 45, 8),
    "yoga 50m 2 @17:15": lambda day: day.workout(17 * 60 + 15, 50, 2),
    "run 30m @18:00": lambda day: day.workout(18 * 60, 30, None),
    "load total 300": lambda day: day.answer("workout_load", 300),
    "no workout": lambda day: day.none("workout_load"),
    "forget workout": lambda day: day.forget("workout_load"),
    "stress 7": lambda day: day.answer("stress", 7),
    "no stress": lambda day: day.none("stress"),
    "forget stress": lambda day: day.forget("stress"),
    "ill cold": Day.other,
    "note a day": Day.other,
}
FAMILIES = [list(PHRASES)[at : at + 10] for at in (0, 10, 16, 22, 28, 33)]
"""Phrases that meddle with each other stand near each other; drawn from a few neighbours, they meet more often."""
LINES = some.one_of(
    some.lists(some.sampled_from(list(PHRASES)), max_size=10),
    *(some.lists(some.sampled_from(family), max_size=10) for family in FAMILIES),
)


@pytest.fixture(scope="module")
def empty_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("days") / "empty.db"
    connections.make(path)
    return path


@given(lines=LINES)
@settings(max_examples=20)
def test_the_view_says_of_any_day_what_the_rules_say(empty_diary: Path, lines: list[str]) -> None:
    day = Day()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        shutil.copy(empty_diary, path)
        for line in lines:
            assert is_taken(path, line) is PHRASES[line](day), line
        assert daily(path, TODAY) == (pytest.approx(day.worth()) if day.is_logged() else None)


def is_taken(path: Path, line: str) -> bool:
    try:
        enter(path, line, HERE)
    except Refused:
        return False
    return True
