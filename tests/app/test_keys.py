"""Every room by ctrl+o and a digit, the words of a line by ?, the lines before by the arrow up."""

from pathlib import Path

from textual import events
from textual._xterm_parser import XTermParser

from journal.app import keys
from journal.app.models import word_list
from journal.app.screens import ROOMS
from journal.app.screens.dialogs.words import WordsDialog
from journal.catalog.lexicon import Lexicon, Term
from journal.store.vocabulary import add_term
from journal.store.write.edits import delete
from journal.store.write.entry import enter
from tests.app.robot import Clock, Robot, play


def keys_of(sequence: str) -> list[str]:
    """The keys that Textual reads from what a terminal sends."""
    keys.tell_escape_from_alt()
    return [event.key for event in XTermParser().feed(sequence) if isinstance(event, events.Key)]


def test_a_key_behind_escape_is_that_key_and_no_other_room_however_fast_it_is_typed() -> None:
    assert keys_of("\x1b1\r") == ["escape", "1", "enter"]
    assert keys_of("\x1bl\x1bщ\x1b?\x1b\r") == "escape l escape щ escape question_mark escape enter".split()
    assert keys_of("\x1b\x1b\x0f3\x1b[A") == ["escape", "escape", "ctrl+o", "3", "up"]
    assert keys_of("\x1bb\x1b\x7f") == ["ctrl+left", "ctrl+w"], "a Mac's Option with an arrow, and with Backspace"
    assert keys_of("\x1b0\x1b[A") == ["escape", "0", "up"]
    assert keys_of("\x1b[50;3u") == ["alt+2"], "by kitty's protocol a terminal tells alt apart"


def test_every_room_has_a_digit_of_its_own() -> None:
    digits = {room.digit: room.title for room in ROOMS.values() if room.digit}
    titles = ["Today", "History", "Trends", "Body", "Triggers", "Share", "Guide", "Year", "Settings"]
    assert digits == {str(number): title for number, title in enumerate(titles, 1)}


def test_ctrl_o_and_a_digit_lead_to_a_room_and_any_other_key_is_typed_as_ever(path: Path) -> None:
    async def story(user: Robot) -> None:
        assert "^o" in user.lines[0]
        await user.type("left calf")
        await user.press("ctrl+o")
        assert user.lines[0].split() == (
            "1 Today 2 History 3 Trends 4 Body 5 Triggers 6 Share 7 Guide 8 Year 9 Settings".split()
        )
        await user.press("escape")
        assert (user.line.value, "1 Today" in user.see) == ("left calf", False)
        await user.burst("ctrl+o", " 4", "ctrl+o", "backspace", "5", "ctrl+o", "enter")
        (episode,) = user.records()
        assert (episode.site, episode.intensity) == ("calf", 5)
        await user.burst("ctrl+o", "2", "calf")
        assert "1 record" in user.see
        await user.burst("ctrl+o", "1", "thumb 2", "enter")
        assert len(user.records()) == 2
        await user.press("f2", "ctrl+o", "9")
        await user.sees("A day begins at")
        await user.press("alt+2")
        await user.sees("Find:")
        await user.press("ctrl+o", "0")
        await user.sees("offered today")
        await user.press("escape", "ctrl+o", "6", "ctrl+o")
        await user.click("8 Year")
        await user.sees("‹ year")

    play(path, story)


def test_the_words_of_a_line_are_a_question_mark_away(path: Path) -> None:
    add_term(path, Term("site", "webspot", parent="hand"))

    async def story(user: Robot) -> None:
        await user.press("?")
        assert "When to get help" in user.lines[2]
        await user.press("pagedown")
        assert "When to get help" not in user.see, "a page further in the list"
        await user.burst("webs", "enter", "3", "enter")
        assert [(episode.site, episode.intensity) for episode in user.records()] == [("webspot", 3)]
        await user.burst("?", "stretch", "enter")
        assert user.line.value == "+stretch "
        await user.press("?")
        assert user.line.value == "+stretch ?", "in a line that holds something it is a letter"
        await user.burst("ctrl+u", "help", "enter")
        assert isinstance(user.app.screen, WordsDialog)
        await user.press("enter")
        await user.sees("your emergency number")
        await user.press("escape", "escape", "f10", "?")
        assert isinstance(user.app.screen, WordsDialog)
        assert len(user.records()) == 1

    play(path, story)


def test_words_are_found_by_any_of_their_names() -> None:
    words = word_list.vocabulary(Lexicon())
    kinds = {word.kind for word in words}
    assert {"place", "kind", "drink", "tried", "workout", "question"} <= kinds
    assert [word.begins for word in word_list.matching(words, "glute")] == ["buttock"]
    assert "caffeine" in [word.begins for word in word_list.matching(words, "Caff")][:2]
    assert "+heat" in [word.begins for word in word_list.matching(words, "-hea")]


def test_the_arrow_up_brings_back_the_lines_before_those_of_other_days_too(path: Path) -> None:
    clock = Clock()
    for line in (
        "my right calf twitched after lunch",
        "yesterday 21:00 left calf 4 2m +heat",
        "no caffeine",
        "espresso",
    ):
        enter(path, line, clock())
    enter(path, "left calf 4 2m +heat", clock())
    delete(path, "last", clock())
    clock.pass_(days=1)

    async def story(user: Robot) -> None:
        await user.burst("up", "up", "up", "up")
        assert user.line.value == "my right calf twitched after lunch"
        await user.burst("down")
        assert user.line.value == "left calf 4 2m +heat"
        await user.burst("down", "down", "down")
        assert user.line.value == ""
        await user.log("left calf 4")
        await user.log("thumb 2")
        await user.burst("up", "up")
        assert user.line.value == "left calf 4"
        await user.burst("down")
        assert user.line.value == "thumb 2"
        await user.burst("down", "up", "backspace", "7", "up", "enter")
        assert [episode.intensity for episode in user.records()][-3:] == [4, 2, 7]
        await user.press("down", "end", "backspace")
        assert [episode.intensity for episode in user.records()][-2:] == [4, 2]
        assert "⏎ edit  Del delete" in user.lines[-1]
        assert "^q quit" in user.lines[-1]

    play(path, story, clock=clock)
