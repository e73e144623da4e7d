"""What another program has changed since it was shown is never written over unseen: it is said, and both texts stay."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from journal import remarks
from journal.__main__ import run
from journal.app import display as displays
from journal.app import main
from journal.app.screens.dialogs.pick import Pick
from journal.app.screens.dialogs.share import ShareDialog
from journal.app.widgets.phrase_line import PhraseLine
from journal.app.widgets.table import TableRow
from journal.records import Episode
from journal.store.write.entry import enter
from tests.app.robot import Clock, Robot, play

LINE = '2026-11-21 14:00 left calf 4 "my note"'
OTHER = "9 of 10, “my longer note”"


@pytest.fixture
def diary(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(main, "LOOK_EVERY", 1000)  # what the app does not notice by itself is what matters here
    enter(path, LINE, Clock()())
    return path


def shell(user: Robot, *words: str) -> None:
    """A command of another program on the diary."""
    with redirect_stdout(StringIO()):
        assert run(["--db", str(user.path), *words]) == 0
    remarks.take()  # it says its own


def edit_in_the_shell(user: Robot) -> None:
    shell(user, "edit", "last", "9", "my longer note")


def edit_in_a_process_of_its_own(user: Robot) -> None:
    command = [sys.executable, "-m", "journal", "--db", str(user.path), "edit", "last", "9", "my longer note"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "TZ": "UTC"})


def write_over_in_place(user: Robot) -> None:
    """As a sync client does: the same inode, another content, the time set back to what it was."""
    status = user.path.stat()
    copy = user.path.with_name("copy.db")
    copy.write_bytes(user.path.read_bytes())
    with closing(sqlite3.connect(copy)) as other, other:
        other.execute("UPDATE episode SET intensity = 9, note = 'my longer note'")
    with closing(sqlite3.connect(copy)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with user.path.open("r+b") as file:
        file.write(copy.read_bytes())
        file.truncate()
    os.utime(user.path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (user.path.stat().st_ino, user.path.stat().st_mtime_ns) == (status.st_ino, status.st_mtime_ns)


def episode(user: Robot) -> tuple[int | None, bool | None, str | None]:
    (record,) = user.records()
    assert isinstance(record, Episode)
    return record.intensity, record.visible, record.note


async def open_form(user: Robot) -> None:
    await user.press("down", "enter")
    await user.sees("2026-11-21 14:00")


@pytest.mark.parametrize("change", [edit_in_a_process_of_its_own, write_over_in_place])
def test_a_form_does_not_write_over_what_was_changed_since_it_was_opened(
    diary: Path, change: Callable[[Robot], None]
) -> None:
    async def story(user: Robot) -> None:
        await open_form(user)
        change(user)
        await user.type(" visible")
        await user.press("enter")
        await user.sees("Changed elsewhere meanwhile")
        await user.sees('Yours      left calf 4 2026-11-21 14:00 "my note" visible')
        await user.sees("The other  today 14:00  left calf, twitch, " + OTHER)
        await user.press("enter")  # the same key again does not write over it
        assert episode(user) == (9, None, "my longer note")
        await user.sees("now: today 14:00  left calf, twitch, " + OTHER)
        await user.sees('left calf 4 2026-11-21 14:00 "my note" visible')
        await user.press("enter", "down", "enter")
        await user.is_told("Changed: ")
        assert episode(user) == (4, True, "my note")
        await user.press("ctrl+z")
        assert episode(user) == (9, None, "my longer note")

    play(diary, story)


def test_the_other_text_is_taken_by_one_key_and_ones_own_brought_back_by_another(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await open_form(user)
        edit_in_the_shell(user)
        await user.type(" visible")
        await user.press("enter")
        await user.press("down", "down", "enter")
        field = user.app.focused
        assert '"my longer note"' in field.value  # type: ignore[union-attr]
        await user.press("ctrl+z")
        assert field.value.endswith('"my note" visible')  # type: ignore[union-attr]
        await user.press("ctrl+y")
        await user.type(" filmed")
        await user.press("enter")
        await user.is_told("Changed: ")
        assert episode(user)[0] == 9

    play(diary, story, size=(40, 20))


def test_an_open_form_says_at_once_that_its_record_was_changed(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await open_form(user)
        edit_in_the_shell(user)
        user.app.file_watcher.look()
        await user.is_told("It was changed elsewhere meanwhile; this is what it says now.")
        assert '"my longer note"' in user.app.focused.value  # type: ignore[union-attr]
        await user.type(" visible")
        shell(user, "edit", "last", "2")
        user.app.file_watcher.look()
        await user.is_told("and your line is not stored")
        await user.sees("now: today 14:00  left calf, twitch, 2 of 10")

    play(diary, story)


def test_a_line_of_a_record_that_was_deleted_elsewhere_can_be_stored_anew(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await open_form(user)
        shell(user, "delete", "last")
        await user.type(" visible")
        await user.press("enter")
        await user.sees("Deleted elsewhere meanwhile")
        assert user.records() == []
        await user.click("Store your line as a new record")
        await user.is_told("Stored: ")
        assert episode(user) == (4, True, "my note")

    play(diary, story)


@pytest.mark.parametrize("room", ["today", "history", "form"])
def test_a_record_that_was_changed_since_it_was_shown_is_not_deleted(diary: Path, room: str) -> None:
    keys = {"today": ["down"], "history": ["f3", "enter"], "form": ["down", "enter"]}[room]

    async def story(user: Robot) -> None:
        await user.press(*keys)
        edit_in_the_shell(user)
        await (user.click("delete", last=True) if room == "form" else user.press("delete"))
        await user.is_told("The record was changed elsewhere meanwhile and stays as it is now")
        await user.sees("my longer note")
        assert episode(user)[0] == 9
        if room != "form":
            await user.press("delete")  # now it is shown as it is
            await user.is_told("Deleted")
            assert user.records() == []

    play(diary, story)


def test_stop_ends_the_episode_that_was_shown_and_no_other(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("start left calf")
        await user.log("start thumb")
        await user.press("ctrl+s")
        await user.sees("Which one stops?")
        for line in ("stop left calf", "start left calf"):
            user.clock.pass_(minutes=1)
            user.shell(line)
        await user.press("enter")
        await user.is_told("That episode was ended or deleted elsewhere meanwhile; nothing was changed")
        assert [record.going_on for record in user.records()] == [False, True, True]

    play(path, story)


def test_undo_undoes_what_it_named_and_nothing_that_came_between(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(user: Robot) -> None:
        await user.log("thumb 3")
        undo = user.app.diary.undo

        def slowly(*arguments: object) -> list[str]:
            user.shell("right eyelid 5")
            return undo(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(user.app.diary, "undo", slowly)
        await user.press("ctrl+z")
        await user.is_told("Another program has stored something meanwhile; nothing was undone")
        assert len(user.records()) == 3
        monkeypatch.setattr(user.app.diary, "undo", undo)
        await user.press("ctrl+z")
        await user.until(lambda: "Sat 21 Nov 14:05  right eyelid" in user.notice)
        assert len(user.records()) == 3

    play(diary, story)


def test_what_was_erased_elsewhere_does_not_come_back_by_the_arrow_up(path: Path) -> None:
    enter(path, 'left calf 4 "hushhush"', Clock()())

    async def story(user: Robot) -> None:
        await user.log('thumb 2 "hushhush"')
        await user.log("eyelid 3")
        await user.press("up", "up")
        await user.until(lambda: "hushhush" in user.app.screen.query_one(PhraseLine).value)
        shell(user, "erase", "hushhush", "--yes")
        await user.until(lambda: not user.app.screen.query_one(PhraseLine).value)
        await user.press("up", "up", "up")
        await user.until(lambda: user.app.screen.query_one(PhraseLine).value == "eyelid 3")

    play(path, story)


# ---- the check-in -------------------------------------------------------------------------------------------


def stress(user: Robot) -> float | None:
    return next((answer.value for answer in user.records("answer") if answer.question == "stress"), None)


async def open_stress(user: Robot) -> None:
    await user.press("f2", "down")
    await user.sees("▸ Stress")


def test_an_answer_that_was_given_elsewhere_meanwhile_is_said_and_stays(diary: Path) -> None:
    async def story(user: Robot) -> None:
        user.shell("stress 5")
        await open_stress(user)
        for key, answer in (("7", 7), ("n", 0), ("delete", None)):
            user.shell("stress 9")
            keys = [key] if key == "delete" else [key, "enter"]
            await user.press(*keys)
            await user.is_told("“stress 9 of 10” was stored elsewhere meanwhile and stays, unless you answer again")
            assert stress(user) == 9
            await user.sees("Stress         9 of 10")
            await user.press(*keys[-1:])  # the number still stands in the field
            assert stress(user) == answer
            await user.press("up")

    play(diary, story)


def test_an_answer_that_was_taken_back_elsewhere_stays_so_until_one_answers_again(diary: Path) -> None:
    async def story(user: Robot) -> None:
        user.shell("stress 5")
        await open_stress(user)
        user.shell("forget stress")
        await user.press("7", "enter")
        await user.is_told("The answer to stress was taken back elsewhere meanwhile")
        assert stress(user) is None
        await user.press("enter")
        assert stress(user) == 7

    play(diary, story)


def test_ones_own_answers_are_no_news(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f2", "down", "down", "down", "down")
        await user.sees("▸ Any twitches?")
        await user.burst("n", "enter", "0", "enter", "end", "up", "yes", "enter", "end", "4", "enter")
        await user.burst("end", "6", "enter")
        assert {answer.question: answer.value for answer in user.records("answer")} == {
            "any_twitches": 1,
            "twitchiness": 6,
        }

    play(path, story)


# ---- settings -----------------------------------------------------------------------------------------------


async def choose(user: Robot, row: str) -> None:
    if "A day begins at" not in user.see:
        await user.press("f7")
        await user.sees("A day begins at")
    await user.click(row)


def test_a_setting_that_was_changed_elsewhere_meanwhile_is_said_and_stays(diary: Path) -> None:
    async def story(user: Robot) -> None:
        for command, row, value, notice, kept in (
            (("settings", "day_starts", "6"), "A day begins at", "02:00", "is “6” now", "06:00"),
            (("question", "off", "stress"), "Stress", "hidden", "is “off” now", "off"),
        ):
            await choose(user, row)
            shell(user, *command)
            await user.click(value, last=True)
            await user.is_told("was changed elsewhere meanwhile and " + notice)
            line = next(line for line in user.lines if row in line)
            assert kept in line

    play(diary, story)


def test_a_digit_that_got_another_meaning_elsewhere_keeps_it_until_enter_is_pressed_again(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await choose(user, "Colours")
        await user.press("escape")
        await user.press("end", "enter")
        await user.sees("Digit 9 is")
        shell(user, "template", "set", "9", "right eyelid x5")
        await user.type("thumb 3")
        await user.press("enter")
        await user.is_told("Digit 9 was changed elsewhere meanwhile and is “right eyelid x5” now")
        await user.sees("thumb 3")
        await user.press("enter")
        await user.until(lambda: user.app.diary.vocabulary().templates == {"9": "thumb 3"})

    play(diary, story)


def test_a_display_setting_edited_in_the_file_meanwhile_is_taken_from_there(diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('week_starts = "Mon"\n')

    async def story(user: Robot) -> None:
        await user.press("f7")
        await user.sees("A week begins on")
        file.write_text('week_starts = "Sat"  # mine\n')
        await user.click("A week begins on")
        await user.is_told("It was changed elsewhere meanwhile and is Sat now.")
        assert file.read_text() == 'week_starts = "Sat"  # mine\n'
        await user.click("A week begins on")
        assert 'week_starts = "Mon"  # mine' in file.read_text()

    play(diary, story, display=displays.read(file))


def test_an_export_made_elsewhere_meanwhile_is_not_written_over(diary: Path, tmp_path: Path) -> None:
    folder = tmp_path / "files"

    async def story(user: Robot) -> None:
        await user.press("f6")
        dialog = user.app.screen
        assert isinstance(dialog, ShareDialog)
        dialog.choose(dialog.choice._replace(kind="doctor", place=str(folder)))
        await user.sees("CSV files for a doctor")
        shell(user, "export", str(folder))
        before = (folder / "days.csv").stat().st_mtime_ns
        await user.press("w")
        await user.is_told("nothing was written")
        assert (folder / "days.csv").stat().st_mtime_ns == before

    play(diary, story)


def test_an_answer_that_comes_when_its_dialog_is_closed_is_dropped(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f6")
        dialog = user.app.screen
        assert isinstance(dialog, ShareDialog)
        await user.press("escape")
        dialog.read(lambda: dialog.choice, dialog.choose)
        await user.log("left calf 4")
        assert len(user.records()) == 1

    play(path, story)


def test_what_is_said_while_a_dialog_opens_is_said_when_it_stands(path: Path) -> None:
    async def story(user: Robot) -> None:
        user.app.push_screen(Pick("Which of them?", [TableRow("a", "", "This one")]))
        user.app.diary_changed(by_another=True)
        user.app.say("Said meanwhile.")
        await user.settle()
        assert user.notice == "Said meanwhile."

    play(path, story)
