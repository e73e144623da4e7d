"""An id is `last`, a unique beginning of at least 4 characters, or DAY:name."""

import pytest

from journal.store.write import transaction
from tests.diary import Diary
from tests.store.diaries import AT, twitch


def with_ids(diary: Diary, *ids: str) -> None:
    with transaction.step(diary.path, "log", AT) as connection:
        for number, identity in enumerate(ids):
            transaction.add(connection, twitch(id=identity, intensity=number))


def test_last_is_what_was_written_last_and_is_there(diary: Diary) -> None:
    diary.log("calf 1")
    diary.log("stress 7")
    diary.log("note bad")
    for words in ("note: bad", "stress 7 of 10", "calf, twitch, 1 of 10"):
        assert words in diary.said("delete", "last")
    assert diary.refused("delete", "last") == "There is no record yet for `last` to mean."


def test_an_edited_record_is_the_last_and_one_that_was_undone_is_not(diary: Diary) -> None:
    diary.log("calf 1")
    diary.log("thumb 2")
    (calf, _) = diary.page()["records"]
    diary.said("edit", calf["short_id"], "3")
    assert "calf, twitch, 4 of 10" in diary.said("edit", "last", "4")
    for _ in range(3):
        diary.undo()
    assert "calf, twitch, 5 of 10" in diary.said("edit", "last", "5")


def test_a_beginning_has_to_be_unique(diary: Diary) -> None:
    with_ids(diary, "abcd1111", "abcd2222")
    assert diary.refused("edit", "abcd", "3") == (
        "Several records begin with “abcd”: abcd1 Sat 21 Nov  calf, twitch, 0 of 10;"
        " abcd2 Sat 21 Nov  calf, twitch, 1 of 10; give more letters."
    )
    assert "calf, twitch, 3 of 10" in diary.said("edit", "ABCD1", "3")


def test_a_whole_id_is_unique_though_another_begins_with_it(diary: Diary) -> None:
    with_ids(diary, "abcd", "abcdef")
    assert "3 of 10  [abcd]" in diary.said("edit", "abcd", "3")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("abc", "“abc” is too short; an id is `last`, at least 4 letters as `show` prints it, or DAY:name"),
        ("wxyz", "No record begins with “wxyz”; an id is"),
        ("sometime:stress", "“sometime” is not a day; an id is"),
        ("today:", "“” is neither a question nor `note`, nor a site, drink, workout or event; an id is"),
        ("today:calf", "Calf of Sat 21 Nov is not logged."),
        ("today:banana", "“banana” is neither a question nor `note`, nor a site, drink, workout or event; an id is"),
        ("today:stress", "Stress of Sat 21 Nov is not logged."),
        ("yesterday:note", "Note of Fri 20 Nov is not logged."),
        ("%%%%", "No record begins with “%%%%”; an id is"),
        ("2026-02-30:stress", "2026-02-30: there is no such day"),
        ("a\x1bbcd", "The line holds a control character (U+001B)"),
    ],
)
@pytest.mark.parametrize("command", ["edit", "delete", "erase"])
def test_a_name_of_nothing_is_refused_in_one_sentence(diary: Diary, command: str, name: str, why: str) -> None:
    diary.log("thumb")
    assert diary.refused(command, name, *{"edit": ["3"], "erase": ["--yes"]}.get(command, [])).startswith(why)


@pytest.mark.parametrize(
    "name", ["today:stress", "2026-11-21:stress", "Sat:stress", "TODAY:Stress", "0 days ago:stress"]
)
def test_a_day_is_said_as_anywhere(diary: Diary, name: str) -> None:
    diary.log("stress 7")
    assert diary.said("delete", name).startswith("deleted: Sat 21 Nov  stress 7 of 10\n")


def test_a_record_is_named_by_its_day_and_what_it_is_where_that_is_one(diary: Diary) -> None:
    for line in ("visit neurologist 20 Jan", "2 coffees", "left calf 2", "right calf 3"):
        diary.log(line)
    assert diary.said("delete", "20 Jan:visit").startswith("deleted: Wed 20 Jan 2027  visit: neurologist\n")
    assert "3 coffees" in diary.said("edit", "today:coffee", "3")
    answer = diary.refused("delete", "today:calf")
    assert answer.startswith("Several records are calf of Sat 21 Nov: ")
    assert answer.endswith("; say the letters of one.")


def test_there_is_nothing_to_name_before_the_first_line(diary: Diary) -> None:
    for command in ("edit", "delete"):
        assert "There is no diary at" in diary.refused(command, "last", *["3"] * (command == "edit"))
    assert "There is no record yet" in diary.refused("erase", "last", "--yes")
    assert not diary.path.exists()
