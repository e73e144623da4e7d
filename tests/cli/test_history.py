"""undo and redo: what is taken back is named."""

import re
import sqlite3
from contextlib import closing

from tests.diary import Diary


def test_undo_names_what_it_takes_back_again_and_again_to_the_first(diary: Diary) -> None:
    diary.log("left calf 4")
    diary.log("no caffeine")
    diary.log("coffee")
    assert diary.said("undo") == (
        "undone: Sat 21 Nov 20:00  coffee, 237 ml, 96 mg caffeine\ncounts again: Sat 21 Nov  no caffeine\n"
    )
    assert diary.said("undo") == "undone: Sat 21 Nov  no caffeine\n"
    assert diary.said("undo") == "undone: Sat 21 Nov 20:00  left calf, twitch, 4 of 10\n"
    assert diary.refused("undo") == "There is nothing to undo."
    assert diary.daily() is None


def test_redo_names_what_it_does_again_until_something_new_is_written(diary: Diary) -> None:
    diary.log("stress 7")
    diary.log("stress 3")
    diary.said("undo")
    assert diary.said("redo") == "changed again to: Sat 21 Nov  stress 3 of 10\n"
    assert diary.refused("redo") == "There is nothing to redo."
    assert diary.said("undo") == "changed back to: Sat 21 Nov  stress 7 of 10\n"
    diary.log("left calf")
    assert diary.refused("redo") == "There is nothing to redo."


def test_a_line_of_several_records_is_taken_back_whole(diary: Diary) -> None:
    diary.log("2026-11-18: sleep 5, cramp calf +stretch, none")
    assert diary.said("undo") == (
        "undone: Wed 18 Nov  sleep 5 h\n"
        "undone: Wed 18 Nov  calf, cramp, stretching helped\n"
        "undone: Wed 18 Nov  no twitches\n"
    )


def test_what_stop_added_is_taken_back(diary: Diary) -> None:
    diary.log("start left calf")
    diary.at("2026-11-21 20:10").log("stop 5")
    assert diary.said("undo") == "changed back to: Sat 21 Nov 20:00  left calf, twitch, going on\n"
    assert diary.said("redo") == "changed again to: Sat 21 Nov 20:00  left calf, twitch, 5 of 10, 10 min\n"


def test_what_was_forgotten_is_put_back(diary: Diary) -> None:
    diary.log("caffeine total 300mg")
    diary.log("forget caffeine")
    assert diary.said("undo") == "put back: Sat 21 Nov  caffeine 300 mg\n"
    assert diary.said("redo") == "deleted again: Sat 21 Nov  caffeine 300 mg\n"


def test_an_id_is_the_same_after_undo_and_redo(diary: Diary) -> None:
    diary.log("left calf")
    before = diary.said("show")
    diary.said("undo")
    assert "left calf" not in re.sub("For example.*", "", diary.said("show"))
    diary.said("redo")
    assert diary.said("show") == before


def test_what_was_done_by_hand_is_taken_back_as_one_also_a_question_with_its_answer(diary: Diary) -> None:
    diary.log("left calf")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute("INSERT INTO question (slug, label, place) VALUES ('hours_outside', 'Outside', 20)")
        connection.execute("INSERT INTO answer (day, question, value) VALUES ('2026-11-21', 'hours_outside', 3)")
    assert "Outside" in diary.said("show")
    assert diary.said("undo") == (
        "undone: question Outside (on)\nundone: Sat 21 Nov  hours outside 3\n(changed by hand, with another program)\n"
    )
    assert diary.said("undo") == "undone: Sat 21 Nov 20:00  left calf, twitch\n"


def test_without_a_diary_there_is_nothing_to_undo_and_none_is_made(diary: Diary) -> None:
    assert diary.refused("undo") == "There is nothing to undo."
    assert diary.refused("redo") == "There is nothing to redo."
    assert not list(diary.path.parent.iterdir())
