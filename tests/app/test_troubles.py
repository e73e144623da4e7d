"""What goes wrong is said in a sentence, and what was typed stays."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journal.store.file import attached, connections, look
from journal.store.write.entry import enter
from tests.app.robot import Clock, Robot, play


@pytest.fixture
def diary(path: Path) -> Path:
    enter(path, "2026-11-20: left calf 4", Clock()())
    return path


def test_a_file_that_another_program_keeps_locked(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached, "BUSY_SECONDS", 0.05)

    async def story(user: Robot) -> None:
        with closing(sqlite3.connect(diary)) as other:
            other.execute("BEGIN IMMEDIATE")
            await user.log("left calf 5")
            await user.is_told("Another program is writing")
            assert user.line.value == ""
            other.rollback()
        await user.press("enter")
        await user.until(lambda: len(user.records()) == 2)

    play(diary, story)


def test_a_file_that_may_only_be_read(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look, "may_write", lambda path: False)

    async def story(user: Robot) -> None:
        await user.press("left")
        await user.sees("left calf, twitch, 4 of 10")
        await user.log("left calf 5")
        await user.is_told("read-only")
        await user.is_told("1 line not stored yet")
        await user.sees("left calf 5")

    play(diary, story)


def test_a_file_that_is_deleted_under_the_app(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f4")
        await user.sees("not logged")
        await user.press("f5")
        await user.type("left calf 5")
        diary.unlink()
        user.app.file_watcher.look()
        await user.settle()
        await user.is_told("was removed while the journal used it")
        await user.press("enter")
        await user.is_told("“left calf 5”")
        await user.is_told("was removed")
        await user.press("down", "enter")
        assert user.line.value == "left calf 5 "
        await user.press("f3")
        await user.sees("The diary cannot be read; why stands below.")
        await user.press("f4", "pageup")
        await user.sees("Fri 21 Nov 2025: cannot be read")
        assert not diary.exists()

    play(diary, story)


def test_a_file_that_is_no_diary(path: Path) -> None:
    path.write_bytes(b"something else")

    async def story(user: Robot) -> None:
        await user.is_told("is not a diary")

    play(path, story)
    assert path.read_bytes() == b"something else"


def test_a_second_process_writes_meanwhile_and_nothing_is_lost(diary: Path) -> None:
    lines = "".join(f"2026-11-{number + 1:02}: thumb {number}\n" for number in range(5))
    command = [sys.executable, "-m", "journal", "--db", str(diary), "log", "-"]

    async def story(user: Robot) -> None:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as other:
            assert other.stdin is not None
            other.stdin.write(lines)
            other.stdin.close()
            for number in range(5):
                await user.log(f"right eyelid {number}")
            assert other.wait() == 0
        user.app.file_watcher.look()
        await user.settle()
        await user.until(lambda: len(user.records()) == 11)
        await user.press("f3")
        await user.sees("11 records")

    play(diary, story)


def test_lines_entered_faster_than_they_are_stored_are_all_stored_in_order(path: Path) -> None:
    async def story(user: Robot) -> None:
        for letter in "calf 1":
            user.send(letter)
        user.send("enter")
        for letter in "calf 2":
            user.send(letter)
        user.send("enter")
        await user.settle()
        await user.until(lambda: [record.intensity for record in user.records()] == [1, 2])

    play(path, story)


def test_a_diary_cut_to_nothing_under_the_app_is_refused_and_what_was_seen_is_said(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("left calf 5")
        await user.until(lambda: len(user.records()) == 2)
        os.truncate(diary, 0)
        user.app.file_watcher.look()
        await user.settle()
        await user.is_told("is empty, a file of 0 bytes. It held 2 records")
        await user.log("left calf 6")
        await user.is_told("is empty, a file of 0 bytes")
        await user.is_told("“left calf 6”")
        assert not diary.read_bytes()

    play(diary, story)


def test_an_older_copy_put_in_place_under_the_app_is_refused(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The app remembers by itself what it saw last, where nothing else can."""
    older = diary.read_bytes()
    monkeypatch.setenv("XDG_STATE_HOME", os.devnull)

    async def story(user: Robot) -> None:
        await user.log("left calf 5")
        await user.until(lambda: len(user.records()) == 2)
        diary.write_bytes(older)
        user.app.file_watcher.look()
        await user.settle()
        await user.is_told("is an older copy of your diary")
        await user.log("left calf 6")
        await user.is_told("is an older copy of your diary")
        await user.is_told("“left calf 6”")
        assert diary.read_bytes() == older

    play(diary, story)


def test_a_diary_that_has_gone_is_no_beginning_for_the_app_either(diary: Path) -> None:
    diary.unlink()

    async def story(user: Robot) -> None:
        await user.is_told("is not there. It held 1 record")
        await user.log("left calf 6")
        await user.is_told("is not there. It held 1 record")
        assert user.line.value == "left calf 6"
        assert not diary.exists()

    play(diary, story)


def test_through_a_link_the_writes_of_another_program_are_seen(diary: Path) -> None:
    link = diary.with_name("link.db")
    link.symlink_to(diary)

    async def story(user: Robot) -> None:
        await user.sees("today")
        with connections.reading(diary):  # the last to close it folds in the -wal, which changes the file itself
            enter(diary, "thumb 3", user.clock())
            user.app.file_watcher.look()
            await user.settle()
            await user.sees("thumb, twitch, 3 of 10")

    play(link, story)
