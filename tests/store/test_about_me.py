"""About me: what a doctor asks once; each line may stay empty, and nothing asks for it."""

import json

import pytest

from journal.store import about_me
from journal.store.file import connections
from journal.store.offers import offers
from tests.diary import Diary


def test_a_line_is_kept_word_for_word_and_can_be_taken_away(diary: Diary) -> None:
    assert diary.said("profile", "main", "worry", "is it", "[bold]worse[/]?") == "Main worry: is it [bold]worse[/]?\n"
    diary.said("profile", "handedness", "L")
    diary.said("profile", "birth_year", "1980")
    diary.said("ask", "may", "I", "go", "on", "lifting?")
    diary.said("ask", "may", "I", "go", "on", "lifting?")
    diary.said("ask", "and how often?")
    lines = json.loads(diary.said("profile", "--json"))
    assert lines["handedness"] == "left"
    assert lines["nicotine"] is None
    assert lines["questions"] == "may I go on lifting?\nand how often?"
    assert diary.said("profile", "questions").startswith("Questions for the doctor\n")
    assert diary.said("profile", "main", "worry") == "Main worry  is it [bold]worse[/]?\n"
    page = diary.said("profile")
    assert "_" not in page
    assert "  1  may I go on lifting?\n  2  and how often?\n" in page
    diary.undo()
    assert "and how often?" not in diary.said("profile")
    assert diary.said("profile", "birth_year", "--empty") == "Year of birth: nothing is said\n"
    assert json.loads(diary.said("profile", "birth_year", "--json")) == {"birth_year": None}
    assert "about you, main worry: is it [bold]worse[/]?" in diary.said("erase", "worse", "--yes")
    assert json.loads(diary.said("profile", "main_worry", "--json")) == {"main_worry": None}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["shoe_size", "39"], "There is no line “shoe_size” about you; there are since when, just before it began,"),
        (["birth_year", "80"], "The year of birth is 1900 to 2026, not “80”."),
        (["handedness", "two"], "Handedness is left, right or both, not “two”."),
        (["main_worry", "x" * 501], "A line has at most 500 letters, not 501."),
    ],
)
def test_what_cannot_be_is_refused(diary: Diary, words: list[str], why: str) -> None:
    assert diary.refused("profile", *words).startswith(why)


def test_it_is_offered_once_with_the_first_visit(diary: Diary) -> None:
    def offered() -> list[str]:
        with connections.reading(diary.path) as connection:
            return [offer.name for offer in offers.due(connection, diary.clock) if offer.name == "profile"]

    diary.log("left calf")
    assert offered() == []
    diary.log("visit neurologist 12 Dec")
    assert offered() == ["profile"]
    about_me.set_line(diary.path, "nicotine", "none", diary.clock)
    assert offered() == []
