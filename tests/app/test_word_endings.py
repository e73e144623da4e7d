"""The endings of a word that is being typed: what the person says most first, then what people say most."""

from pathlib import Path

from journal.app.models import word_endings
from journal.app.models.preview import Preview, preview_typed
from journal.catalog.lexicon import Lexicon, Sense, Term
from journal.moments import user_clock
from journal.phrases.context import Context
from tests.app.robot import Robot, play

CONTEXT = Context(user_clock(), Lexicon([Term("site", "caudal_spot")]))


def endings(line: str, use: dict[Sense, int] | None = None) -> list[str]:
    return [*word_endings.completions(line, word_endings.names(CONTEXT, use or {})).endings]


def test_what_the_person_says_most_is_offered_first_then_what_people_say() -> None:
    assert endings("ca")[0] == "calf"
    assert endings("ca", {Sense("drink", "cappuccino"): 3, Sense("site", "caudal_spot"): 2})[:3] == [
        "cappuccino",
        "caudal spot",
        "calf",
    ]
    strength = {Sense("workout", "strength"): 9}
    assert (endings("ca", strength)[0], endings("str", strength)[0]) == ("calf", "strength"), "not one's calf raise"
    assert len(endings("s")) == 0, "one letter is not worth a list"
    assert 1 < len(endings("st")) <= 5


def test_each_thing_is_offered_by_one_name() -> None:
    assert endings("eyel")[0] == "eyelid"
    assert "eyelids" not in endings("eyel")
    assert endings("thigh")[:2] == ["thigh", "thigh front"]
    assert endings("left calf 4 +str") == ["stretch"]
    assert endings('calf "str') == endings("note str") == endings("calf ") == []


def test_an_unfinished_word_is_not_called_unknown() -> None:
    names = word_endings.names(CONTEXT)

    def reading(line: str) -> Preview:
        return Preview(line in ("left calf", "left calf 4"), f"<{line}>")

    assert preview_typed("left calf 4 +st", names, reading) == Preview(False, "<left calf 4> …")
    assert preview_typed("banan", names, reading) == Preview(False, "…")
    assert preview_typed("banan ", names, reading) == Preview(False, "<banan >"), "it is finished now"
    assert preview_typed("calf thumb", names, reading).text == "<calf thumb>", "it is a known word in a wrong place"
    assert preview_typed("calf 44", names, reading).text == "<calf 44>"


def test_tab_goes_through_the_endings_and_a_line_that_is_no_record_is_kept_by_a_key(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("front thigh 2")
        await user.type("left thi")
        frame = next(line for line in user.lines if line.startswith("╰"))
        assert "Tab  thigh front  thigh" in frame
        assert "not a known word" not in user.see
        await user.press("tab")
        assert user.line.value == "left thigh front "
        await user.press("tab")
        assert user.line.value == "left thigh "
        await user.burst("4", "enter")
        await user.type("banan")
        assert "known" not in user.notice
        await user.press("enter")
        assert "banan" in user.notice
        assert [episode.site for episode in user.records()] == ["thigh_front", "thigh"]
        await user.press("escape")
        await user.log("so tired of this")
        await user.sees("^n note")
        await user.press("ctrl+n")
        await user.until(lambda: "note: so tired of this" in user.notice)
        assert user.line.value == ""
        await user.log("coffee with Anna")
        await user.until(lambda: "coffee, 237 ml" in user.notice and "coffee with Anna" in user.notice)

    play(path, story)
