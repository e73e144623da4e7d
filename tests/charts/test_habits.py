"""Which habits are on, the diary says: the same ones in charts, in the app, among what is judged and in the export."""

import pytest

from journal.charts import request
from journal.statistics import encoding
from journal.store.file import connections
from journal.store.read.question_states import habits_on, shown_habits
from tests.diary import Diary


@pytest.fixture
def own_choice(diary: Diary) -> Diary:
    """Stress is off, anxiety and a question of the user's own are on."""
    diary.said("question", "off", "stress")
    diary.said("question", "on", "anxiety")
    diary.said("question", "add", "Pollen", "--unit", "grains")
    diary.log("calf x2")
    return diary


def test_charts_and_triggers_have_the_habits_that_the_diary_has_on(own_choice: Diary) -> None:
    with connections.reading(own_choice.path) as connection:
        slugs = [question.slug for question in habits_on(connection)]
        judged = [habit.slug for habit in shown_habits(connection)]
    assert slugs == ["sleep_hours", "caffeine_mg", "workout_load", "anxiety", "pollen"]
    assert [slug for slug in judged if slug in slugs] == slugs
    assert "stress" not in judged


def test_the_map_shows_the_habits_that_are_on_and_no_other(own_choice: Diary) -> None:
    own_choice.log_all(f"{number} days ago: calf" for number in range(1, 20))
    text = own_choice.said("trends", "map", "--text")
    assert "Anxiety" in text
    assert "Pollen" in text
    assert "Stress" not in text


def test_charts_and_statistics_reach_equally_far_back() -> None:
    assert request.LONGEST_LAG == encoding.LONGEST_LAG
