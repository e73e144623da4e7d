"""The guide in the app: help over whatever is open, chapters and their links, the search."""

from pathlib import Path

from textual.widgets import Input

from journal.app import keys
from journal.app.screens.dialogs.reader import ChapterDialog
from journal.app.screens.rooms.guide import GuideScreen
from tests.app.robot import Robot, play


def test_the_bars_name_the_key_that_the_settings_file_gives_to_help() -> None:
    assert keys.key_of(keys.GET_HELP, {}).key == "ctrl+underscore"
    assert keys.key_of(keys.GET_HELP, {"get_help": "f12,f2"}).key == "f12"


def test_help_opens_over_a_line_that_is_being_typed_and_leads_into_the_guide(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("left ca")
        await user.press("f1")
        assert "^/ " in user.lines[1]
        assert "When to get help" in user.lines[1]
        await user.press("escape", "ctrl+slash")
        assert "your emergency number" in user.see
        await user.press("1")
        assert "Once, if it lasts" in user.see
        await user.press("backspace")
        assert "your emergency number" in user.see
        await user.press("escape")
        assert user.line.value == "left ca"
        await user.click("get help")
        await user.press("c")
        assert isinstance(user.app.screen, GuideScreen)
        assert "No clinician has reviewed it yet" in user.see
        await user.click("How common it is")
        assert "seven of ten healthy people" in user.see
        await user.click("1 When to see a doctor")
        assert isinstance(user.app.screen, ChapterDialog)
        assert user.app.screen.trail == ["common", "doctor"]
        await user.press("escape")
        await user.type("magnes kidney")
        assert "Magnesium · With a kidney disease ask before" in user.see
        await user.press("enter", "enter")
        await user.sees("For cramps: unlikely to prevent them")
        await user.press("escape", "escape")
        assert user.app.screen.query_one("#filter", Input).value == ""
        await user.type("closes one eye")
        await user.press("enter", "enter")
        assert isinstance(user.app.screen, ChapterDialog)
        await user.sees("A twitch closes one eye, or pulls")  # not where the section begins, a page above
        await user.press("escape", "escape")
        await user.press("escape")
        assert user.line.value == "left ca"

    play(path, story)


def test_when_to_get_help_names_the_number_that_was_set(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f7")
        await user.click("Emergency number")
        await user.log("12a")
        await user.is_told("is a phone number such as 112")
        await user.press("ctrl+u")
        await user.log("+49 (0) 112")
        await user.sees("+49 (0) 112")
        await user.press("ctrl+underscore")
        await user.sees("It is +49 (0) 112, the number that you have set.")
        await user.pilot.resize_terminal(80, 12)
        await user.press("pagedown", "pagedown")
        await user.sees("Balance: suddenly unsteady")

    play(path, story)
