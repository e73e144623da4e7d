"""Triggers: the page, more of a habit, the guess, other views and the chapter."""

from datetime import timedelta
from pathlib import Path

from textual.widgets import Input

from journal.app.screens.dialogs.reader import ChapterDialog, LinesDialog
from journal.app.screens.rooms.triggers import TriggersScreen
from journal.app.widgets.drawing import Drawing
from journal.store import vocabulary
from tests.app.robot import Robot, play
from tests.looks.simulated_days import YESTERDAY, coffee, nothing, store
from tests.store.diaries import ask


def page(user: Robot) -> str:
    text: str = user.app.screen.query_one("#drawing", Drawing).text
    return " ".join(text.split())


def test_the_room_judges_a_diary_that_is_due_and_shows_what_was_said(path: Path) -> None:
    store(path, coffee(60))

    async def story(user: Robot) -> None:
        await user.press("f11")
        await user.until(lambda: isinstance(user.app.screen, TriggersScreen))
        await user.until(lambda: "judged 21 Nov with 60 counted days · next at 90, perhaps in December" in page(user))
        await user.until(lambda: "Clear. This is an association." in page(user))
        await user.sees("●")
        await user.press("t")
        assert "●" not in user.see
        await user.until(lambda: "days with more caffeine, the day before" in page(user))
        await user.press("escape", "ctrl+circumflex_accent")
        await user.until(lambda: isinstance(user.app.screen, TriggersScreen))

    play(path, story)
    assert ask(path, "SELECT days FROM look") == [60]


def test_more_of_a_habit_opens_by_key_and_by_click(path: Path) -> None:
    store(path, coffee(60))

    async def story(user: Robot) -> None:
        await user.press("f11", "enter", "enter")
        await user.until(lambda: isinstance(user.app.screen, LinesDialog))
        assert "Caffeine" in user.lines[0]
        await user.until(lambda: "each lag alone" in page(user))
        assert all(len(line.rstrip()) <= 40 for line in user.lines)
        await user.press("t")
        await user.until(lambda: "What each look said" in page(user))
        await user.press("escape")
        await user.click("more caffeine")
        await user.until(lambda: isinstance(user.app.screen, LinesDialog))

    play(path, story, size=(40, 20))


def test_a_guess_is_made_by_keys_and_told_until_it_is_closed(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f11")
        await user.until(lambda: "name up to two habits that you suspect" in page(user))
        await user.press("g", "down", "down", "down", "enter")
        await user.sees("days of more stress")
        await user.press("enter")
        await user.press("down", "enter", "down", "down", "enter")
        await user.until(lambda: "You guessed: stress; less sleep." in page(user))
        await user.press("g", "enter")
        await user.until(lambda: "You guessed: nothing." in page(user))

    play(path, story)
    assert ask(path, "SELECT first, second FROM guess") == [(None, None)]
    store(path, nothing(15))

    async def later(user: Robot) -> None:
        await user.press("f11", "g")
        await user.is_told("first 14 counted days; 15 are counted")

    play(path, later)


def test_another_view_is_no_verdict_and_is_counted(path: Path) -> None:
    store(path, coffee(60))

    async def story(user: Robot) -> None:
        await user.press("f11", "o")
        await user.type("calf 2026-10-01..2026-11-15")
        await user.press("enter")
        await user.until(lambda: isinstance(user.app.screen, LinesDialog))
        await user.until(lambda: "A view, no verdict · twitches a day in the calf" in page(user))
        await user.until(lambda: "stands out in this view" in page(user))
        await user.press("escape")
        await user.until(lambda: "Since the last look 1 other view was opened" in page(user))
        await user.press("o")
        await user.type("left cramps")
        await user.press("enter")
        await user.until(lambda: "a view is of twitches" in user.notice.lower())
        assert user.app.screen.query_one(Input).value == "left cramps"

    play(path, story)


def test_the_chapter_opens_and_closes_and_an_empty_diary_says_what_will_be(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f11", "j")
        await user.until(lambda: isinstance(user.app.screen, ChapterDialog))
        await user.sees("How this is judged")
        before = user.see
        await user.press("down", "down", "pagedown")
        assert user.see != before
        await user.press("escape")
        await user.until(lambda: isinstance(user.app.screen, TriggersScreen))
        await user.until(lambda: "No day is counted yet" in page(user))
        await user.press("enter", "enter")
        await user.until(lambda: "The next look comes at 60 counted days" in page(user))

    play(path, story, size=(40, 20))
    assert not path.exists()


def test_the_users_words_stand_verbatim_on_the_page_and_in_the_list(path: Path) -> None:
    label = "[b]Mood[/b] [red"
    vocabulary.add_question(path, "mood", label=label)
    store(path, [{**day, "mood": 5.0} for day in nothing(60)])

    async def story(user: Robot) -> None:
        await user.press("f11")
        await user.until(lambda: label in page(user))
        await user.press("enter")
        await user.sees(label)

    play(path, story)


def test_a_look_that_another_program_makes_due_is_taken_while_the_room_is_open(path: Path) -> None:
    store(path, nothing(59), YESTERDAY - timedelta(days=1))

    async def story(user: Robot) -> None:
        await user.press("f11")
        await user.until(lambda: "The first look comes at 60 counted days" in page(user))
        user.shell("yesterday: none")
        user.app.file_watcher.look()
        await user.settle()
        await user.until(lambda: "with 60 counted days" in page(user))

    play(path, story)
