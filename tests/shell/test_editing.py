"""edit: what the words name is replaced, all else stays."""

import pytest

from journal.store.history import undo_redo
from tests.diary import Diary
from tests.store.diaries import dump


def edited(diary: Diary, *words: str, identity: str = "last") -> str:
    """What a record says after the edit, with its moment."""
    said = diary.said("edit", identity, *words)
    assert said.startswith("changed: ")
    return said.splitlines()[0].removeprefix("changed: ").rpartition("  [")[0] or said.strip().removeprefix("changed: ")


@pytest.mark.parametrize(
    ("line", "edit", "after"),
    [
        ("left calf 4 2m", "5 right", "Sat 21 Nov 19:58  right calf, twitch, 5 of 10, 2 min"),
        ("left calf 4 2m", "14:05", "Sat 21 Nov 14:05  left calf, twitch, 4 of 10, 2 min"),
        ("yesterday 22:10 calf", "14:05", "Fri 20 Nov 14:05  calf, twitch"),
        ("yesterday 22:10 calf", "evening", "Fri 20 Nov, evening  calf, twitch"),
        ("calf 14:05", "yesterday", "Fri 20 Nov 14:05  calf, twitch"),
        ("calf 14:05", "2026-11-10", "Tue 10 Nov 14:05  calf, twitch"),
        ("yesterday calf @01:30", "2026-11-10", "Wed 11 Nov 01:30, in the night of Tue 10  calf, twitch"),
        ("calf 14:05", "no clock", "Sat 21 Nov  calf, twitch"),
        ("calf 14:05", "yesterday morning", "Fri 20 Nov, morning  calf, twitch"),
        ("yesterday 13:00+09:00 calf", "14:05", "Fri 20 Nov 14:05+09:00  calf, twitch"),
        ("yesterday 13:00+09:00 calf", "2026-11-10", "Tue 10 Nov 13:00+09:00  calf, twitch"),
        ('calf "at work"', "no note", "Sat 21 Nov 20:00  calf, twitch"),
        ("calf", '"at [work]"', "Sat 21 Nov 20:00  calf, twitch, “at [work]”"),
        ("left calf 4 2m x3", "no side no intensity no length", "Sat 21 Nov 19:58  calf, twitch, 3 times"),
        ("twitch calf pain", "no pain", "Sat 21 Nov 20:00  calf, twitch, no pain"),
        ("twitch calf pain", "forget pain", "Sat 21 Nov 20:00  calf, twitch"),
        ("calf +heat", "+stretch -heat", "Sat 21 Nov 20:00  calf, twitch, stretching helped, heat did not help"),
        ("calf +heat -stretch", "no stretch", "Sat 21 Nov 20:00  calf, twitch, heat helped"),
        ("calf +heat +stretch", "no stretch no heat 5", "Sat 21 Nov 20:00  calf, twitch, 5 of 10"),
        ("calf +heat", "no reliefs", "Sat 21 Nov 20:00  calf, twitch"),
        ("calf", "cramp on and off", "Sat 21 Nov 20:00  calf, cramp, on and off"),
        ("2 coffees", "3", "Sat 21 Nov 20:00  3 coffees, 711 ml, 288 mg caffeine"),
        ("2 coffees", "1", "Sat 21 Nov 20:00  coffee, 237 ml, 96 mg caffeine"),
        ("2 coffees", "14:00", "Sat 21 Nov 14:00  2 coffees, 474 ml, 192 mg caffeine"),
        ("2 coffees", "espresso", "Sat 21 Nov 20:00  2 espressos, 60 ml, 126 mg caffeine"),
        ("2 coffees", "300ml", "Sat 21 Nov 20:00  2 coffees, 600 ml, 244 mg caffeine"),
        ("2 coffees 80mg", "3", "Sat 21 Nov 20:00  3 coffees, 711 ml, 240 mg caffeine"),
        ("3 coffees 0.2l", "100mg", "Sat 21 Nov 20:00  3 coffees, 600 ml, 300 mg caffeine"),
        ("coffee 300ml 80mg", "400ml", "Sat 21 Nov 20:00  coffee, 400 ml, 80 mg caffeine"),
        ("coffee", "tea 14:00", "Sat 21 Nov 14:00  tea, 237 ml, 48 mg caffeine"),
        ("lift legs 45m 8", "7 run", "Sat 21 Nov 19:15  run legs, 45 min, effort 7, load 315"),
        ("lift legs 45m 8", "no effort", "Sat 21 Nov 19:15  lift legs, 45 min"),
        ("slept 23:40-06:10", "23:00-06:00", "Sat 21 Nov  slept 7 h, 23:00-06:00"),
        ("slept 23:40-06:10", "23:00-06:00 yesterday", "Fri 20 Nov  slept 7 h, 23:00-06:00"),
        ("nap 20m", "13:00", "Sat 21 Nov 13:00  nap 20 min, 13:00-13:20"),
        ("nap 20m", "13:00-13:45", "Sat 21 Nov 13:00  nap 45 min, 13:00-13:45"),
        ("started magnesium 300mg", "400mg", "Sat 21 Nov  started magnesium, 400 mg"),
        ("started magnesium 300mg", "started 2026-11-01", "Sun 1 Nov  started magnesium, 300 mg"),
        ('started magnesium "with food"', "no note", "Sat 21 Nov  started magnesium"),
        ("took ibuprofen 400mg", "600mg 14:00", "Sat 21 Nov 14:00  took ibuprofen, 600 mg"),
        ("took ibuprofen 400mg", "no dose", "Sat 21 Nov 20:00  took ibuprofen"),
        ("test CK normal", "CK high", "Sat 21 Nov  test: CK high"),
        ("test CK normal", '"fasting"', "Sat 21 Nov  test: CK normal, “fasting”"),
        ("ill cold", "yesterday", "Fri 20 Nov  ill: cold"),
        ("visit neurologist 12 Dec", "14 Dec", "Mon 14 Dec 2026  visit: neurologist"),
        ("note bad night", "good night, quiet", "Sat 21 Nov  note: good night, quiet"),
        ("start thumb", "5", "Sat 21 Nov 20:00  thumb, twitch, 5 of 10, going on"),
        ("start thumb 19:00", "2m", "Sat 21 Nov 19:00  thumb, twitch, 2 min"),
    ],
)
def test_the_fields_that_are_named_are_replaced(diary: Diary, line: str, edit: str, after: str) -> None:
    diary.log(line)
    before = dump(diary.path)
    assert edited(diary, edit) == after
    diary.undo()
    assert dump(diary.path) == before


def test_an_answer_takes_a_value_alone_or_its_whole_line(diary: Diary) -> None:
    diary.log("yesterday: stress 7")
    assert (
        edited(diary, "4", identity="yesterday:stress")
        == "Fri 20 Nov  stress 4 of 10\n        instead of “stress 7 of 10”"
    )
    assert diary.said("edit", "2026-11-20:stress", "stress", "3").startswith("changed: Fri 20 Nov  stress 3 of 10")
    assert diary.said("edit", "Fri:stress", "none").startswith("changed: Fri 20 Nov  stress 0 of 10")


@pytest.mark.parametrize(
    ("line", "edit", "why"),
    [
        ("calf", "no site", "Site cannot be removed; say another one instead."),
        ("calf", "tea", "A twitch has no drink (tea)."),
        ("calf", "14", "Intensity is 0 to 10, not 14; a length is `14m`, a count `x14`."),
        ("calf", "tomorrow", "20:00 of Sun 22 Nov has not come yet; it is 20:00 now."),
        ("start thumb", "no clock", "What is going on needs a clock; `stop` ends it."),
        ("slept 23:40-06:10", "7h", "A night is edited by its clocks, for example `23:40-06:10`."),
        ("slept 23:40-06:10", "no clock", "Sleep is edited by its clocks; they cannot be removed."),
        ("nap 20m", "40m", "It would end at 20:20, which has not come yet; say both clocks: `13:00-13:20`."),
        ("took ibuprofen", "no note", "This record has no note to remove."),
        ("stress 7", "anxiety 3", "`anxiety 3` is not an answer to stress."),
        ("stress 7", "14", "Stress is 0 to 10, not 14."),
        ("note bad", "no note", "To take the note away say `delete 2026-11-21:note`."),
        ("calf +heat", "no stretch", "Stretch is not among what was tried."),
        ("calf", '"  "', "The quoted text is empty"),
        ("note bad night", '"  "', "Note what?"),
        (
            "started zinc",
            "stopped 2026-11-01",
            "It cannot end on 2026-11-01, before it began on 2026-11-21.",
        ),
    ],
)
def test_what_does_not_go_is_refused_whole(diary: Diary, line: str, edit: str, why: str) -> None:
    diary.log(line)
    before = dump(diary.path)
    assert diary.refused("edit", "last", edit).startswith(why)
    assert dump(diary.path) == before


def test_an_edited_drink_takes_no_caffeine_away(diary: Diary) -> None:
    diary.log("water")
    diary.log("no caffeine")
    (water,) = [record for record in diary.page()["records"] if record["table"] == "drink"]
    assert "“no caffeine” of that day gives way while this stands" in diary.said("edit", water["short_id"], "espresso")
    assert diary.daily() == {"caffeine_mg": 63.0}


def test_a_twitch_moved_to_a_day_of_none_takes_none_away(diary: Diary) -> None:
    diary.log("yesterday: none")
    diary.log("calf 14:00")
    assert "“no twitches” of that day gives way while this stands" in diary.said("edit", "last", "yesterday")
    assert diary.daily("2026-11-20") == {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1.0}


def test_an_answer_made_none_where_rows_stand_is_refused(diary: Diary) -> None:
    diary.log("caffeine total 300mg")
    diary.log("espresso")
    assert "does not go with what Sat 21 Nov holds: espresso" in diary.refused("edit", "today:caffeine", "none")


def test_the_source_of_an_import_is_kept(diary: Diary) -> None:
    diary.log("stress 3")
    diary.imported("episode", site="calf", kind="twitch")
    assert diary.said("edit", "watch-episode", "5").startswith("changed: Sat 21 Nov  calf, twitch, 5 of 10")
    (row,) = dump(diary.path)["episode"]
    assert row[-2:] == ("watch", "episode 2")


def test_what_is_as_it_was_is_said_and_leaves_no_step(diary: Diary) -> None:
    diary.log("calf 5")
    assert "as it was" in diary.said("edit", "last", "5")
    diary.undo()
    with pytest.raises(Exception, match=undo_redo.NOTHING_TO_UNDO):
        diary.undo()


def test_a_second_episode_of_one_site_cannot_be_made_to_go_on(diary: Diary) -> None:
    diary.log("start left calf")
    diary.log("start right calf")
    assert "is going on already" in diary.refused("edit", "last", "left")
