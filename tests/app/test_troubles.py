"""What goes wrong is said in a sentence, and what was typed stays."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journal.store.file import attached, connections
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
    monkeypatch.setattr(connections, "_may_write", lambda path: False)

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
        assert not diary.exists()

    play(diary, story)


def test_a_file_that_is_no_diary(path: Path) -> None:
    path.write_bytes(b"something else")

    async def story(user: Robot) -> None:
        await user.is_told("is not a diary")

    play(path, story)
    assert path.read_bytes() == b"something else"


def test_a_second_process_writes_meanwhile_and_nothing_is_lost(diary: Path) -> None:
    lines = "".join(f"2026-11-{number + 1:02}: thumb {number}\n" for number in range(10))
    command = [sys.executable, "-m", "journal", "--db", str(diary), "log", "-"]

    async def story(user: Robot) -> None:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as other:
            assert other.stdin is not None
            other.stdin.write(lines)
            other.stdin.close()
            for number in range(10):
                await user.log(f"right eyelid {number}")
            assert other.wait() == 0
        user.app.file_watcher.look()
        await user.settle()
        await user.until(lambda: len(user.records()) == 21)
        await user.press("f3")
        await user.sees("21 records")

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
        await user.until(lambda: [record.intensity for record in user.records()] == [1, 2])  # type: ignore[attr-defined]

    play(path, story)
