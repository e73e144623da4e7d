"""A guess is made before there is anything to see, and cannot be made after."""

import json
from datetime import timedelta

import pytest

from journal.analysis.looks.dataset import dataset
from journal.store.file import connections
from journal.store.history import undo_redo
from journal.store.read import queries
from journal.store.read.question_states import all_habits
from tests.diary import Diary
from tests.looks.simulated_days import AT, YESTERDAY, coffee, nothing, store
from tests.store.diaries import ask

KEPT = "SELECT first, second, days FROM guess"


def test_two_habits_can_be_guessed_before_anything_is_logged(diary: Diary) -> None:
    assert "You guessed: caffeine and stress" in diary.said("suspect", "caffeine", "stress")
    assert ask(diary.path, KEPT) == [("caffeine_mg", "stress", 0)]
    assert "caffeine and stress" in diary.said("suspect")


def test_a_habit_of_two_words_needs_no_quotes(diary: Diary) -> None:
    diary.said("suspect", "short", "nights")
    assert ask(diary.path, KEPT) == [("short-nights", None, 0)]
    diary.said("suspect", "Caffeine after 16:00", "stress")
    assert ask(diary.path, KEPT) == [("late-caffeine", "stress", 0)]


def test_a_guess_may_say_which_way_and_that_stands_over_what_is_believed(diary: Diary) -> None:
    assert "You guessed: more stress and less short nights." in diary.said(
        "suspect", "more stress", "less", "short", "nights"
    )
    kept = "SELECT first, first_direction, second, second_direction FROM guess"
    assert ask(diary.path, kept) == [("stress", 1, "short-nights", -1)]
    assert "more stress and less short nights" in diary.said("suspect")
    assert "You guessed: more stress; less short nights." in diary.said("triggers")
    assert json.loads(diary.said("triggers", "--json"))["guess_directions"] == {"stress": 1, "short-nights": -1}
    diary.said("suspect", "less", "caffeine", "stress")
    assert ask(diary.path, kept) == [("caffeine_mg", -1, "stress", None)]
    store(diary.path, nothing(60))
    believed, more, less = (p_of_caffeine(diary, {"caffeine_mg": way}) for way in (0, 1, -1))
    assert believed == more != less


def p_of_caffeine(diary: Diary, guess: dict[str, int]) -> float:
    with connections.reading(diary.path) as connection:
        context = queries.context(connection)
        data = dataset(connection, all_habits(connection), "twitches", context.clock)
    assert data
    return next(finding.p for finding in data.judged((0.05, 0.1), guess).findings if finding.habit == "caffeine_mg")


@pytest.mark.parametrize("words", [("more",), ("stress", "less"), ("more moon",), ("more stress", "stress")])
def test_a_direction_without_a_habit_and_a_habit_twice_are_refused(diary: Diary, words: tuple[str, ...]) -> None:
    diary.refused("suspect", *words)
    assert not diary.path.exists()


def test_another_guess_takes_its_place_until_fourteen_days_are_logged(diary: Diary) -> None:
    store(diary.path, nothing(14))
    diary.said("suspect", "caffeine")
    diary.said("suspect", "nothing")
    assert ask(diary.path, KEPT) == [(None, None, 14)]
    assert "You guessed: nothing" in diary.said("triggers")
    store(diary.path, nothing(1), YESTERDAY - timedelta(days=14))
    refused = diary.refused("suspect", "stress")
    assert "first 14 counted days; 15 are counted" in refused
    assert "made of the very days that have to test it" in refused
    assert ask(diary.path, KEPT) == [(None, None, 14)]


def test_later_the_page_says_why_it_is_closed(diary: Diary) -> None:
    store(diary.path, nothing(15))
    assert "15 are counted" in diary.said("suspect")
    assert "No guess was made. A guess can be made in the first 14 counted days" in diary.said("triggers")


def test_what_is_no_habit_is_refused_with_those_that_are(diary: Diary) -> None:
    assert "“moon” is no habit that is judged; say one of sleep, short nights, stress" in diary.refused(
        "suspect", "moon"
    )
    assert "At most 2" in diary.refused("suspect", "sleep", "stress", "caffeine")
    assert not diary.path.exists()


def test_undo_passes_over_a_guess(diary: Diary) -> None:
    diary.log("left calf")
    diary.said("suspect", "caffeine")
    assert undo_redo.undo(diary.path, AT).touched[0].table == "episode"
    assert ask(diary.path, KEPT) == [("caffeine_mg", None, 0)]


def test_the_guess_stands_beside_the_verdict(diary: Diary) -> None:
    diary.said("suspect", "caffeine", "stress")
    store(diary.path, coffee(60))
    page = diary.said("triggers")
    assert "You guessed: caffeine (clear); stress (too early to say)." in page
    assert "days with more caffeine, the day before (your guess)" in page
    assert ask(diary.path, "SELECT habit FROM verdict WHERE guessed ORDER BY habit") == ["caffeine_mg", "stress"]


def test_a_guess_of_a_habit_that_is_off_and_was_never_logged_does_no_harm(diary: Diary) -> None:
    diary.said("suspect", "stress")
    diary.said("question", "off", "stress")
    store(diary.path, [{name: value for name, value in day.items() if name != "stress"} for day in coffee(60)])
    assert "You guessed: stress." in diary.said("triggers")
