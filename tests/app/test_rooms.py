"""Every screen is one key, one click and one line of the palette away; settings are kept; small is said."""

import os
from pathlib import Path

import pytest

from journal.app import actions, display
from journal.app.display import Display
from journal.app.screens.rooms.settings import SettingsScreen
from journal.errors import Refused
from journal.store.file import connections
from journal.store.read import queries
from journal.store.write import transaction
from journal.store.write.entry import enter
from tests.app.robot import SIZES, Clock, Robot, play

FIRST_WORDS = {
    "f3": "Find:",
    "f4": "‹ year",
    "f7": "A day begins at",
    "f10": "← earlier",
    "f11": "Triggers · twitches",
    "f12": "─Sites",
    "f5": "What happened?",
    "f2": "Check-in ·",
}
OTHER_KEYS = {
    "ctrl+r": "Find:",
    "ctrl+g": "‹ year",
    "ctrl+k": "A day begins at",
    "ctrl+right_square_bracket": "‹ view",
    "ctrl+backslash": "─Sites",
    "ctrl+circumflex_accent": "Triggers · twitches",
    "ctrl+l": "Check-in ·",
}


def test_every_room_is_one_key_away_from_any_other_on_a_wide_screen_and_on_a_narrow_one(path: Path) -> None:
    async def story(user: Robot) -> None:
        for size, keys in zip(SIZES, ({**FIRST_WORDS, "escape": ""}, OTHER_KEYS), strict=True):
            await user.pilot.resize_terminal(*size)
            for key, there in keys.items():
                await user.press(key)
                await user.sees(there)
                assert {len(line) for line in user.lines} == {size[0]}

    play(path, story)


def test_a_key_that_edits_a_line_leads_to_its_room_only_where_there_is_nothing_to_edit(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("left calf 4")
        await user.press("home", "ctrl+e")
        assert user.line.cursor_position == len("left calf 4")
        await user.press("home", "ctrl+k")
        assert user.line.value == ""
        await user.press("ctrl+e")
        await user.sees("Not in it")
        await user.press("escape", "ctrl+k")
        await user.sees("A day begins at")
        await user.press("ctrl+d")
        await user.sees("What happened?")

    play(path, story)


def test_a_choice_begins_at_what_holds_now(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f7", "enter")
        await user.sees("▸ 04:00")
        await user.press("enter")
        await user.sees("▸ A day begins at   04:00")
        await user.press("down", "down", "down", "down", "enter")
        await user.sees("▸ textual-dark")

    play(path, story)


def test_rooms_are_a_click_away(path: Path) -> None:
    async def story(user: Robot) -> None:
        for name, there in (
            ("History", "Find:"),
            ("Trends", "← earlier"),
            ("Body", "Sites"),
            ("Guide", "No clinician"),
            ("Year", "‹ year"),
            ("Settings", "A day begins"),
            ("Today", "What"),
        ):
            await user.click(name)
            await user.sees(there)

    play(path, story)


def test_the_palette_and_help_have_what_can_be_done_where_one_is(path: Path) -> None:
    async def story(user: Robot) -> None:
        clock = {named.description for named in actions.screen_actions(user.app.screen)}
        assert {"Undo", "Check-in", "History", "Year", "Settings", "Calendar", "Help", "Quit"} <= clock
        titles = [command.title for command in user.app.get_system_commands(user.app.screen)]
        assert any(title.startswith("History (^o 2 F3") for title in titles)
        for key in ("f5", "f11", "f2"):
            await user.press(key)
            names = [command.title.partition(" (")[0] for command in user.app.get_system_commands(user.app.screen)]
            assert len(names) == len(set(names)), "each action once"
        await user.press("escape", "f5")
        await user.press("ctrl+p")
        await user.type("calendar")
        await user.press("enter", "escape", "f1")
        await user.sees("Type what happened and press Enter")
        await user.press("escape", "f3", "f1")
        await user.sees("Type to filter")

    play(path, story)


def test_the_footer_has_at_most_seven_keys(path: Path) -> None:
    async def story(user: Robot) -> None:
        from journal.app.screens.base import key_words

        for key in ("f5", "down", "f3", "enter", "f4", "f7", "f2"):
            await user.press(key)
            left, right = key_words(user.app.screen)
            assert 1 <= len(left) + len(right) <= 7

    play(path, story)


def test_the_settings_file_gives_a_key_to_an_action(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f12")
        await user.sees("Find:")
        await user.press("f5", "f3")
        assert "Find:" not in user.see

    play(path, story, display=Display(keys={"history": "f12"}))


def test_a_setting_of_display_is_kept_and_the_users_comments_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("# mine\nhours = 24  # as in the army\n\n[keys]\nhistory = 'f12'\n")
    changed = display.with_setting(display.read(file), "hours", 12)
    assert changed.hours == 12
    assert display.read(file).keys == {"history": "f12"}
    assert "# mine" in file.read_text()
    assert "# as in the army" in file.read_text()


def test_a_settings_file_that_cannot_be_read_is_said_and_left(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("hours = = 3")
    read = display.read(file)
    assert "cannot be read" in read.complaint
    assert read.hours == 24

    async def story(user: Robot) -> None:
        await user.is_told("cannot be read")

    play(tmp_path / "diary.db", story, display=read)
    file.unlink()
    os.mkfifo(file)
    assert display.read(file).complaint == f"{file} cannot be read (it is no file); it was left as it is."
    with pytest.raises(Refused, match="it is no file"):
        display.with_setting(display.Display(file), "hours", 12)


def test_settings_change_the_day_the_clock_the_questions_and_the_digits(path: Path, tmp_path: Path) -> None:
    enter(path, "2026-11-20 21:10 left calf", Clock()())

    async def story(user: Robot) -> None:
        await user.press("f7", "enter")
        await user.click("05:00")
        await user.sees("05:00")
        await user.click("24 hours")
        await user.click("Stress")
        await user.click("off: not asked")
        await user.press("f5", "left")
        await user.sees("9:10 pm")
        assert "Stress" not in user.see
        with connections.reading(path) as connection:
            assert queries.setting(connection, "day_starts") == "5"

    play(path, story, size=(100, 45))


def test_a_clock_in_the_users_own_words_is_never_written_otherwise(path: Path) -> None:
    enter(path, '13:40 calf "took bus 13:05 home"', Clock()())

    async def story(user: Robot) -> None:
        for key in ("ctrl+z", "ctrl+z", "ctrl+y"):
            await user.press(key)
            await user.is_told("Sat 21 Nov 1:40 pm  calf, twitch, “took bus 13:05 home”")
        await user.log("calf @13:05+02:00")  # nor is an offset a clock
        await user.is_told("stored: Sat 21 Nov 1:05 pm +02:00  calf")
        await user.sees("1:05 pm +02:00")

    play(path, story, display=display.Display(hours=12))


def test_each_group_of_settings_stands_below_its_name_and_ones_own_are_made_in_forms(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f7")
        await user.click("Sites")
        await user.log("calf")
        await user.is_told("is already a word of the diary")
        await user.press("escape")
        await user.click("Leave it as it was")
        await user.click("Sites")
        await user.log("oldscar")
        await user.sees("oldscar")
        lines = user.lines
        heading = next(number for number, line in enumerate(lines) if line.startswith("  Questions"))
        assert lines[heading + 1].startswith("  Sleep ")
        assert any(line.strip("▸ ").split()[:2] == ["Sites", "oldscar"] for line in lines)
        await user.click("Digit 3")
        await user.log("oldscar 4")
        await user.sees("oldscar 4")
        await user.press("ctrl+z")
        assert "free" in next(line for line in user.lines if "Digit 3  " in line)
        await user.click("oldscar")
        await user.press("ctrl+u")
        await user.log("Neck Scar")
        await user.sees("Neck Scar")
        await user.press("delete")
        await user.is_told("Stored")
        assert "Neck Scar" not in user.see
        await user.press("ctrl+z")
        await user.sees("Neck Scar")

    play(path, story, size=(100, 80))


def test_a_screen_that_is_too_small_says_so(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("calf")
        for size, fits in (((20, 6), True), ((19, 6), False), ((20, 5), False), ((30, 8), True)):
            await user.pilot.resize_terminal(*size)
            await user.settle()
            assert ("Too small" in user.see) is not fits
            assert user.line.value == "calf"
            if fits:
                await user.sees("calf")
            else:
                assert " ".join(user.see.split()) == "Too small: 20x6 is the least."

    play(path, story, size=(20, 6))


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark"])
def test_no_colour_and_other_themes_show_the_same_words(
    path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")

    async def story(user: Robot) -> None:
        await user.log("left calf 4")
        await user.press("down")
        await user.sees("▸ 14:05")
        await user.sees("not logged")

    play(path, story, display=Display(theme=theme))


def test_a_sample_is_marked_as_such_on_every_screen(path: Path) -> None:
    with transaction.step(path, "log", "2026-11-21T14:05:00Z") as connection:
        transaction.insert(connection, "setting", {"key": "sample", "value": "1"})
    enter(path, "left calf 4", Clock()())

    async def story(user: Robot) -> None:
        for room in ("f4", "f7", "f3"):
            await user.press(room)
            await user.sees("sample")
        await user.press("down", "enter")
        assert "sample" in str(user.app.screen.query_one(".dialog").border_subtitle)
        await user.press("escape")
        for dialog in ("f1", "f2", "f6"):
            await user.press(dialog)
            assert "sample" in str(user.app.screen.query_one(".dialog").border_subtitle), dialog
            await user.press("escape")

    play(path, story)


def test_rooms_that_do_not_fit_are_two_clicks_away(path: Path) -> None:
    async def story(user: Robot) -> None:
        assert "Settings" not in user.lines[0]
        await user.click("^o")
        await user.click("9 Settings")
        await user.until(lambda: isinstance(user.app.screen, SettingsScreen))
        assert "1 Today" not in user.see

    play(path, story, size=(40, 20))
