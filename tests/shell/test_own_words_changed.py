"""Words of one's own under another name, corrected, or taken away."""

import pytest

from tests.diary import Diary


def test_a_term_is_renamed_and_what_was_logged_and_the_templates_follow(diary: Diary) -> None:
    diary.said("term", "add", "site", "Old Scar", "--parent", "calf")
    diary.said("term", "add", "site", "scar edge", "--parent", "old scar")
    diary.said("left", "old_scar", "4")
    diary.said("template", "set", "1", 'left old scar "old scar, as ever"')
    before = diary.said("show"), diary.said("template", "list"), diary.said("term", "list")
    assert diary.said("term", "rename", "site", "old scar", "Narbe Ä") == (
        "old scar is now site Narbe Ä, in calf; 1 record now says so\n"
    )
    assert "left Narbe Ä, twitch, 4 of 10" in diary.said("show")
    assert '1  left narbe ä "old scar, as ever"' in diary.said("template", "list")
    assert "site scar edge, in narbe ä" in diary.said("term", "list")
    assert "left Narbe Ä, twitch, 5 of 10" in diary.said("1", "5")
    assert "left Narbe Ä" in diary.said("find", "NARBE ä")
    diary.said("undo")
    diary.said("undo")
    assert (diary.said("show"), diary.said("template", "list"), diary.said("term", "list")) == before
    diary.said("redo")
    assert "left Narbe Ä, twitch, 4 of 10" in diary.said("show")


@pytest.mark.parametrize(
    ("kind", "line", "shown"),
    [("drink", "2 alt", "2 neus"), ("relief", "calf +alt", "neu helped"), ("workout", "alt 20m 5", "neu, 20 min")],
)
def test_a_drink_a_relief_and_a_workout_are_renamed(diary: Diary, kind: str, line: str, shown: str) -> None:
    diary.said("term", "add", kind, "alt")
    diary.log(line)
    diary.said("term", "rename", kind, "alt", "neu")
    assert shown in diary.said("show")
    assert shown in diary.said("log", line.replace("alt", "neu"))
    assert "stands in" in diary.refused("term", "remove", kind, "neu")


def test_a_question_is_renamed_and_its_answers_follow(diary: Diary) -> None:
    diary.said("question", "add", "mood")
    diary.said("mood", "4")
    assert diary.said("question", "rename", "mood", "Laune heute") == (
        "mood is now laune heute, asked as Laune heute; 1 answer went along\n"
    )
    assert "Laune heute    4 of 10" in diary.said("show")
    assert "Laune heute 5 of 10" in diary.said("laune", "heute", "5")
    assert "has 1 answer and stays" in diary.refused("question", "remove", "laune heute")
    diary.said("undo")
    diary.said("undo")
    assert "mood           4 of 10" in diary.said("show")


def test_a_question_is_corrected_within_what_was_answered(diary: Diary) -> None:
    diary.said("question", "add", "mood")
    diary.said("mood", "4")
    assert "1 answer would lie outside" in diary.refused("question", "change", "mood", "--highest", "3")
    assert diary.said("question", "change", "mood", "--highest", "20", "--label", "My mood") == (
        "changed: My mood, 0 to 20; 1 answer keeps its number\n"
    )
    assert "is built in" in diary.refused("question", "change", "stress", "--highest", "5")


def test_a_drink_is_corrected_and_what_was_logged_keeps_its_amounts(diary: Diary) -> None:
    diary.said("term", "add", "drink", "guayusa", "--size", "300ml", "--caffeine", "80mg")
    diary.said("guayusa")
    assert diary.said("term", "change", "drink", "guayusa", "--caffeine", "90mg") == (
        "changed: drink guayusa, 300 ml, 90 mg caffeine\n"
    )
    assert "guayusa, 300 ml, 90 mg caffeine" in diary.said("guayusa")
    assert "guayusa, 300 ml, 80 mg caffeine" in diary.said("show")


def test_what_no_record_needs_is_taken_away_and_comes_back(diary: Diary) -> None:
    diary.said("term", "add", "relief", "tiger balm")
    diary.said("question", "add", "mood")
    assert diary.said("term", "remove", "relief", "tiger", "balm") == "removed: relief tiger balm\n"
    assert diary.said("question", "remove", "mood") == "removed: mood\n"
    assert "mood" not in diary.said("question", "list")
    diary.said("undo")
    assert "mood" in diary.said("question", "list")
    assert "_" not in diary.said("question", "list")
    assert diary.said("question", "on", "skipped", "a", "meal").startswith("Skipped a meal? is on")
    assert "in quotes" in diary.refused("question", "rename", "mood", "my", "mood")
    diary.said("template", "set", "1", "mood 5")
    assert "The template 1 says “mood 5”" in diary.refused("question", "remove", "mood")


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (("term", "rename", "site", "calf", "wade"), "is built in and stays as it is"),
        (("term", "rename", "site", "nowhere", "wade"), "There is no site “nowhere” of your own"),
        (("term", "rename", "site", "scar", "thumb"), "“thumb” is already a word of the diary"),
        (("term", "change", "site", "scar"), "Say what to change"),
        (("term", "change", "site", "scar", "--parent", "scar"), "cannot lie in itself"),
        (("question", "rename", "stress", "strain"), "is built in"),
        (("question", "change", "stress"), "Say what to change"),
    ],
)
def test_what_cannot_be_is_refused(diary: Diary, command: tuple[str, ...], why: str) -> None:
    diary.said("term", "add", "site", "scar")
    assert why in diary.refused(*command)


@pytest.mark.parametrize("name", ["नाक दर्द", "muñeca", "спина", "膝うら", "le pied"])
def test_a_name_may_have_any_letters(diary: Diary, name: str) -> None:
    assert f"added: {name}, 0 to 10" in diary.said("question", "add", name)
    assert f"{name} 4 of 10" in diary.said("log", f"{name} 4")


def test_a_unit_may_have_a_space_and_a_bare_volume_is_asked_for_its_unit(diary: Diary) -> None:
    diary.said("question", "add", "blood pressure", "--unit", "mm Hg")
    assert "blood pressure 120 mm Hg" in diary.said("log", "blood pressure 120 mm Hg")
    assert diary.refused("fluids", "2").startswith("2 l or 2 ml? Say its unit")
