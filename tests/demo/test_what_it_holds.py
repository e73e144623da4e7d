"""A made-up diary holds what a person's diary holds, in all its states."""

from pathlib import Path

import pytest

from journal.catalog.kinds import CIRCUMSTANCES, PATTERNS
from journal.moments import instant_text
from journal.store import about_me
from journal.store.file import schema
from tests.demo.samples import LOOKED, TODAY, ask, at, sample


def test_every_table_has_rows_but_for_what_the_first_look_will_say(half_a_year: Path) -> None:
    for table in {*schema.LOGGED, "step", "change"} - set(LOOKED):
        assert ask(half_a_year, f"SELECT count(*) FROM {table}") > [0], table


def test_it_is_marked_as_a_sample(half_a_year: Path) -> None:
    assert ask(half_a_year, "SELECT value FROM setting WHERE key = 'sample'") == ["1"]


def test_what_it_says_of_the_person_stands_in_about_me(half_a_year: Path) -> None:
    assert set(ask(half_a_year, "SELECT key FROM profile")) <= set(about_me.KEYS)


@pytest.mark.parametrize("question", ["stress", "caffeine_mg", "workout_load", "alcohol_g", "anxiety", "twitchiness"])
def test_a_question_has_days_with_a_value_with_none_and_not_logged(half_a_year: Path, question: str) -> None:
    states = f"SELECT CASE WHEN {question} IS NULL THEN 'open' WHEN {question} = 0 THEN 'none' ELSE 'value' END"
    assert set(ask(half_a_year, f"{states} FROM daily WHERE day <= ?", TODAY)) == {"value", "none", "open"}


def test_twitches_are_counted_or_none_or_some_without_a_count_or_not_logged(half_a_year: Path) -> None:
    days = ask(half_a_year, "SELECT twitches, any_twitches FROM daily WHERE day <= ?", TODAY)
    assert {(None if count is None else count > 0, some) for count, some in days} == {
        (True, 1.0),
        (False, 0.0),
        (None, 1.0),
        (None, None),
    }


def test_some_days_are_not_logged_at_all_and_most_are(half_a_year: Path) -> None:
    logged = ask(half_a_year, "SELECT count(*) FROM daily WHERE day <= ?", TODAY)[0]
    assert 140 <= logged < 180


def test_moments_are_clocks_parts_of_a_day_or_the_day_alone(half_a_year: Path) -> None:
    moments = ask(half_a_year, "SELECT DISTINCT started_at IS NULL, day_part IS NULL FROM episode")
    assert set(moments) == {(0, 1), (1, 0), (1, 1)}


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("kind", {"twitch", "ripple", "pulse", "cramp", "jerk", "buzz"}),
        ("side", {"left", "right", "both", None}),
        ("pattern", {*PATTERNS, None}),
        ("circumstance", {*CIRCUMSTANCES, None}),
        ("visible", {0, 1, None}),
        ("filmed", {1, None}),
        ("pain", {0, 1, None}),
        ("numbness", {1, None}),
        ("note IS NULL", {0, 1}),
        ("duration_s IS NULL", {0, 1}),
        ("intensity IS NULL", {0, 1}),
        ("times > 1", {0, 1}),
    ],
)
def test_episodes_say_much_or_little(half_a_year: Path, column: str, values: set[object]) -> None:
    assert set(ask(half_a_year, f"SELECT DISTINCT {column} FROM episode")) == values


def test_a_relief_helped_or_did_not_or_nobody_said(half_a_year: Path) -> None:
    assert set(ask(half_a_year, "SELECT DISTINCT helped FROM relief")) == {0, 1, None}


def test_nights_are_told_by_clocks_or_in_hours_and_there_are_naps(half_a_year: Path) -> None:
    assert set(ask(half_a_year, "SELECT DISTINCT nap FROM sleep WHERE started_at IS NOT NULL")) == {0, 1}
    assert ask(half_a_year, "SELECT count(*) FROM answer WHERE question = 'sleep_hours'")[0] > 20


def test_workouts_have_regions_and_now_and_then_no_effort(half_a_year: Path) -> None:
    assert {"legs", "arms", None} <= set(ask(half_a_year, "SELECT DISTINCT region FROM workout"))
    assert set(ask(half_a_year, "SELECT DISTINCT effort IS NULL FROM workout")) == {0, 1}


def test_a_medicine_is_taken_in_another_dose_from_the_day_on_which_the_first_one_ends(half_a_year: Path) -> None:
    (first, ended, _), (second, _, began) = ask(
        half_a_year, "SELECT dose, stopped_on, started_on FROM medicine WHERE name = 'magnesium' ORDER BY rowid"
    )
    assert (first, second) == ("200 mg", "400 mg")
    assert ended == began


def test_a_visit_lies_ahead_and_one_lies_behind(half_a_year: Path) -> None:
    assert set(ask(half_a_year, "SELECT day > ? FROM event WHERE kind = 'visit'", TODAY)) == {0, 1}
    assert {"illness", "test"} <= set(ask(half_a_year, "SELECT kind FROM event"))


def test_a_trip_is_lived_at_another_offset(half_a_year: Path) -> None:
    offsets = ask(half_a_year, "SELECT utc_offset_minutes, count(*) FROM drink WHERE taken_at IS NOT NULL GROUP BY 1")
    (home, most), (away, some) = sorted(offsets, key=lambda row: -row[1])
    assert home == 60
    assert abs(away - home) >= 180
    assert most > 8 * some > 0


def test_the_sites_change_slowly_around_a_favourite(tmp_path: Path) -> None:
    sample(tmp_path / "years.db", 1000)
    halves = (
        ask(
            tmp_path / "years.db",
            f"SELECT site FROM episode WHERE day {side} '2025-07-01' GROUP BY site ORDER BY count(*) DESC LIMIT 2",
        )
        for side in ("<", ">")
    )
    (first, fading), (still_first, growing) = halves
    assert first == still_first == "calf"
    assert fading != growing


@pytest.mark.parametrize("clock", ["04:00", "04:10", "07:05", "12:00", "18:30", "23:59"])
def test_today_has_records_and_none_that_is_still_to_come(tmp_path: Path, clock: str) -> None:
    now_clock = at(f"{TODAY} {clock}")
    for seed in (1, 2, 3):
        path = tmp_path / f"{seed}.db"
        sample(path, 30, seed, now_clock)
        clocked = ask(
            path,
            "SELECT coalesce(ended_at, started_at) AS at FROM sleep WHERE day = :day"
            " UNION ALL SELECT started_at FROM episode WHERE day = :day"
            " UNION ALL SELECT taken_at FROM drink WHERE day = :day ORDER BY at",
            TODAY,
        )
        assert clocked
        now = instant_text(now_clock.now)
        assert all(instant <= now for instant in clocked)
        assert ask(path, "SELECT at FROM step ORDER BY id DESC LIMIT 1") == [now]


def test_at_half_past_one_today_is_still_the_day_before(tmp_path: Path) -> None:
    sample(tmp_path / "late.db", 30, 1, at("2026-11-22 01:30"))
    assert ask(tmp_path / "late.db", "SELECT max(day) FROM episode") == [TODAY]
