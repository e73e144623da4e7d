"""The daily columns read in bulk are those of the view `daily`, on any diary."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date, timedelta
from math import isnan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from journal.catalog.questions import QUESTIONS
from journal.errors import Refused
from journal.records import Answer, DayNote, Dose, Drink, Episode, Event, Sleep, Workout, replace
from journal.store.file import connections
from journal.store.history import undo_redo
from journal.store.read import daily_columns, overlaps
from journal.store.write import transaction
from tests.store.diaries import AT, by_hand, log, twitch

FIRST, LAST = "2026-02-28", "2026-03-02"
DAYS = some.sampled_from(["2026-02-27", FIRST, "2026-03-01", LAST, "2026-03-03"])
"""One day more on each side than what is read."""
MG = some.none() | some.sampled_from([0.0, 4.9, 5.0]) | some.floats(0.1, 500)


def answers(*slugs: str) -> some.SearchStrategy[Answer]:
    """Answers to these questions, or to any, that are in their range."""
    allowed = [
        (question.slug, value)
        for question in QUESTIONS
        for value in (0, 1, 3)
        if question.lowest <= value and (question.highest is None or value <= question.highest)
        if question.slug in slugs or not slugs
    ]
    return some.builds(
        lambda day, answer: Answer(day=day, question=answer[0], value=answer[1]), DAYS, some.sampled_from(allowed)
    )


SOURCES = some.sampled_from(["typed", "app"])
EPISODES = some.builds(
    Episode,
    source=SOURCES,
    day=DAYS,
    site=some.just("calf"),
    kind=some.sampled_from(["twitch", "ripple", "pulse", "cramp", "jerk"]),
    times=some.integers(1, 5),
)
LASTING = some.builds(
    lambda episode, days: replace(
        episode, last_day=(date.fromisoformat(episode.day) + timedelta(days=days)).isoformat()
    ),
    EPISODES,
    some.integers(1, 3),
)
DRINKS = some.builds(
    Drink,
    source=SOURCES,
    day=DAYS,
    name=some.just("tea"),
    volume_ml=some.none() | some.floats(1, 900),
    caffeine_mg=MG,
    alcohol_g=MG,
)
TEN_MINUTES = some.integers(0, 30)


def at_ten_minutes(number: int) -> str:
    return f"2026-03-01T{number // 6:02}:{number % 6}0:00Z"


CLOCKLESS_SLEEPS = some.builds(Sleep, source=SOURCES, day=DAYS, minutes=some.floats(1, 1440), nap=some.booleans())
SLEEPS = CLOCKLESS_SLEEPS | some.builds(
    lambda day, nap, first, tens, share: Sleep(
        day=day,
        nap=nap,
        minutes=10 * tens * share,
        started_at=at_ten_minutes(first),
        utc_offset_minutes=60,
        ended_at=at_ten_minutes(first + tens),
        ended_utc_offset_minutes=60,
    ),
    DAYS,
    some.booleans(),
    TEN_MINUTES,
    some.integers(1, 20),
    some.sampled_from([1, 1, 0.75]),
)
"""Spans of a few hours, so that they overlap."""
CLOCKLESS_WORKOUTS = some.builds(
    Workout,
    source=SOURCES,
    day=DAYS,
    kind=some.just("run"),
    minutes=some.floats(1, 90),
    effort=some.none() | some.integers(0, 10),
)
WORKOUTS = CLOCKLESS_WORKOUTS | some.builds(
    lambda day, first, tens, effort: Workout(
        day=day,
        kind="run",
        minutes=10.0 * tens,
        effort=effort,
        started_at=at_ten_minutes(first),
        utc_offset_minutes=60,
    ),
    DAYS,
    TEN_MINUTES,
    some.integers(1, 12),
    some.integers(0, 10),
)
OTHERS = some.one_of(
    some.builds(Dose, day=DAYS, name=some.just("magnesium")),
    some.builds(Event, day=DAYS, kind=some.just("visit"), text=some.just("doctor")),
    some.builds(DayNote, day=DAYS, text=some.just("rain")),
)
FAMILIES = {
    "twitches": (EPISODES, LASTING, answers("any_twitches", "twitchiness")),
    "fluids": (DRINKS, answers("fluids_ml", "drinks_complete")),
    "caffeine and alcohol": (DRINKS, answers("caffeine_mg", "alcohol_g")),
    "sleep": (SLEEPS, answers("sleep_hours")),
    "workouts": (WORKOUTS, answers("workout_load")),
    "all of them": (EPISODES, LASTING, DRINKS, SLEEPS, WORKOUTS, OTHERS, answers()),
}
"""Records that make up the same columns, so that they meet on a day."""
TABLES = some.sampled_from(["episode", "answer", "drink", "sleep", "workout"])
STATEMENTS = some.builds(
    lambda statement, table, number, day: statement.format(table=table, number=number, day=day),
    some.sampled_from(
        [
            "DELETE FROM {table} WHERE rowid % 3 = {number} % 3",
            "UPDATE OR REPLACE {table} SET day = '{day}' WHERE rowid % 3 = {number} % 3",
            "UPDATE episode SET kind = 'pulse', times = 1 + {number} WHERE rowid % 2 = {number} % 2",
            "UPDATE drink SET volume_ml = NULL, caffeine_mg = {number} WHERE rowid % 2 = 0",
            "UPDATE workout SET effort = NULL WHERE rowid % 2 = {number} % 2",
            "UPDATE sleep SET nap = 1 - nap",
            "INSERT OR REPLACE INTO answer (day, question, value) VALUES ('{day}', 'drinks_complete', {number} % 2)",
            "INSERT OR REPLACE INTO answer (day, question, value) VALUES ('{day}', 'any_twitches', {number} % 2)",
            "INSERT INTO medicine (id, name, started_on) VALUES (hex(randomblob(8)), 'magnesium', '{day}')",
            "UPDATE question SET slug = slug || 'x' WHERE slug GLOB 'stress*'",
        ]
    ),
    TABLES,
    some.integers(0, 5),
    DAYS,
)


def acts(family: str) -> some.SearchStrategy[list[tuple[str, list[Any]]]]:
    logged = some.tuples(some.just("log"), some.lists(some.one_of(*FAMILIES[family]), min_size=3, max_size=12))
    written = some.tuples(some.sampled_from(["step", "hand"]), some.lists(STATEMENTS, min_size=1, max_size=2))
    nothing: list[Any] = []
    taken_back = some.tuples(some.sampled_from(["undo", "redo"]), some.just(nothing))
    return some.lists(some.one_of(logged, logged, written, taken_back), min_size=2, max_size=8)


def carry_out(path: Path, kind: str, what: list[Any]) -> None:
    try:
        if kind == "log":
            log(path, *what)
        elif kind == "step":
            with transaction.step(path, "edit", AT) as connection:
                for statement in what:
                    connection.execute(statement)
        elif kind == "hand":
            by_hand(path, *what)
        else:
            getattr(undo_redo, kind)(path, AT)
    except (Refused, sqlite3.IntegrityError):
        pass


def of_view(connection: sqlite3.Connection, first: str, last: str) -> dict[str, dict[str, Any]]:
    """Column -> day -> what is known of it."""
    cursor = connection.execute("SELECT * FROM daily WHERE day BETWEEN ? AND ?", (first, last))
    names = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    return {
        name: {row[0]: value for row in rows if (value := row[number]) is not None}
        for number, name in enumerate(names)
        if name != "day"
    }


def in_bulk(connection: sqlite3.Connection, columns: list[str], first: str, last: str) -> dict[str, dict[str, Any]]:
    begin = date.fromisoformat(first).toordinal()
    return {
        column: {
            date.fromordinal(begin + number).isoformat(): amount
            for number, amount in enumerate(amounts)
            if not isnan(amount)
        }
        for column, amounts in daily_columns.amounts(connection, columns, first, last).items()
    }


def alike(columns: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The same but for the order in which fractions were added."""
    return {name: pytest.approx(days, rel=1e-12) for name, days in columns.items()}


@pytest.fixture(scope="module")
def empty_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("days") / "empty.db"
    connections.make(path)
    return path


@pytest.mark.parametrize("family", FAMILIES)
@settings(max_examples=7, suppress_health_check=[HealthCheck.too_slow])
@given(data=some.data())
def test_the_columns_read_in_bulk_are_those_of_the_view(empty_diary: Path, family: str, data: some.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        shutil.copy(empty_diary, path)
        for kind, what in data.draw(acts(family)):
            carry_out(path, kind, what)
        with closing(sqlite3.connect(path)) as connection:
            for first, last in ((FIRST, LAST), ("2026-03-01", "2026-03-01")):
                view = of_view(connection, first, last)
                assert in_bulk(connection, list(view), first, last) == alike(view)
                for column in view:
                    assert in_bulk(connection, [column], first, last) == alike({column: view[column]})


def test_a_question_of_the_users_own_is_read_by_its_slug(path: Path) -> None:
    log(path, twitch(day=FIRST))
    by_hand(path, "INSERT INTO question (slug, label, place) VALUES ('zinc', 'Zinc', 99)")
    log(path, Answer(day=FIRST, question="zinc", value=0), Answer(day=LAST, question="zinc", value=3))
    with connections.reading(path) as connection:
        columns = in_bulk(connection, ["zinc", "it's no question"], FIRST, LAST)
    assert columns == {"zinc": {FIRST: 0, LAST: 3}, "it's no question": {}}


@given(nights=some.lists(some.tuples(TEN_MINUTES, some.integers(1, 20)), min_size=1, max_size=6))
@settings(max_examples=20)
def test_nights_are_worth_the_minutes_in_which_one_of_them_lay(
    empty_diary: Path, nights: list[tuple[int, int]]
) -> None:
    rows = [
        Sleep(
            day=FIRST,
            minutes=10.0 * tens,
            started_at=at_ten_minutes(first),
            utc_offset_minutes=0,
            ended_at=at_ten_minutes(first + tens),
            ended_utc_offset_minutes=0,
        )
        for first, tens in nights
    ]
    slept = {ten for first, tens in nights for ten in range(first, first + tens)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        shutil.copy(empty_diary, path)
        log(path, *rows)
        with closing(sqlite3.connect(path)) as connection:
            assert of_view(connection, FIRST, FIRST)["sleep_hours"] == {FIRST: pytest.approx(len(slept) / 6)}
    assert overlaps.minutes_once(rows) == pytest.approx(10 * len(slept))
