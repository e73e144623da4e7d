"""What was entered and cannot be stored yet waits, is tried again, can be edited, and is printed on leaving."""

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from journal import activity
from journal.app import unstored_lines
from journal.records import Episode
from journal.store.file import attached, left_lines
from journal.store.file.left_lines import LeftLine, LeftLinesFile
from journal.store.write.entry import enter
from journal.store.write.erase import carry_out, plan
from tests.app.robot import Clock, Robot, play


@pytest.fixture
def diary(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(attached, "BUSY_SECONDS", 0.05)
    monkeypatch.setattr(unstored_lines, "PAUSES", (1000.0,))
    enter(path, "2026-11-20: left calf 4", Clock()())
    return path


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def intensities(user: Robot) -> list[int | None]:
    return [record.intensity for record in user.records() if isinstance(record, Episode)]


def test_lines_that_are_refused_late_are_stored_in_their_order_and_as_of_when_they_were_entered(diary: Path) -> None:
    async def story(user: Robot) -> None:
        with locked(diary):
            await user.burst("thumb 1", "enter", "thumb 2", "enter", "thu")
            await user.sees("not stored yet")
            assert user.line.value == "thu"
            await user.press("ctrl+u")
            await user.is_told("2 lines not stored yet.")
        user.clock.pass_(minutes=9)
        await user.burst("thumb 3", "enter")
        await user.until(lambda: intensities(user) == [4, 1, 2, 3])
        assert [record.started_at for record in user.records()][1:] == [
            *("2026-11-21T14:05:00Z", "2026-11-21T14:05:00Z", "2026-11-21T14:14:00Z")
        ]
        assert "not stored yet" not in user.see

    play(diary, story)


def test_a_line_that_waits_is_tried_again_by_itself(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unstored_lines, "PAUSES", (0.05,))
    for minute in range(10, 40):
        enter(diary, f"water {minute}ml @09:{minute}", Clock()())

    async def story(user: Robot) -> None:
        await user.sees("09:39")
        with locked(diary):
            await user.log("thumb 1")
            await user.is_told("1 line not stored yet.")
            assert "thumb 1  not stored yet" in user.see, "the day is full, and it is in sight"
        await user.until(lambda: intensities(user) == [4, 1])
        await user.is_told("^z undoes it")

    play(diary, story)


def test_a_line_that_waits_goes_back_into_the_line_to_be_edited_and_enter_tries_again(diary: Path) -> None:
    async def story(user: Robot) -> None:
        with locked(diary):
            await user.log("thumb 1")
            await user.press("down", "delete")
            await user.is_told("It is not stored")
            await user.press("enter")
            assert user.line.value == "thumb 1 "
            assert "not stored yet" not in user.see
            await user.burst("backspace", "backspace", "7", "enter")
            await user.press("enter")
            assert intensities(user) == [4]
        await user.press("enter")
        await user.until(lambda: intensities(user) == [4, 7])

    play(diary, story)


def test_an_answer_of_the_check_in_waits_with_the_lines(diary: Path) -> None:
    async def story(user: Robot) -> None:
        with locked(diary):
            await user.burst("f2", "none", "enter", "6.5", "enter", "7", "enter")
            await user.is_told("3 lines not stored yet.")
        await user.press("escape", "enter")
        await user.until(lambda: len(user.records("answer")) == 3)
        values = {record.question: record.value for record in user.records("answer")}
        assert values == {"workout_load": 0, "sleep_hours": 6.5, "stress": 7}

    play(diary, story)


def test_what_cannot_be_stored_until_the_end_is_printed_for_log(diary: Path) -> None:
    async def story(user: Robot) -> None:
        with locked(diary):
            await user.log("thumb 1 while reading")
            await user.press("left")
            await user.log("left calf 2")
            await user.type("half")
            await user.app.leave()
        assert intensities(user) == [4]
        words = user.app.unstored.last_words()
        half_typed, words = words.split("\n", 1)
        assert half_typed == "Typed and not stored: 2026-11-20: half"
        assert words.startswith("2 lines that you entered are not stored: Another program is writing")
        assert words.endswith(
            "log -, paste what follows, then ctrl+d.\n"
            "2026-11-21 14:05:00 thumb 1 while reading\n2026-11-20: left calf 2\n"
        )
        user.app.is_sample = True
        assert "log -" not in user.app.unstored.last_words(), "a sample that is thrown away takes no line any more"

    play(diary, story)


def test_what_is_half_typed_anywhere_is_printed_on_leaving(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("thumb 1")
        await user.press("f3")
        await user.type("calf")  # looks for something, and is nothing to store
        await user.press("f2", "down")
        await user.type("7")
        await user.app.leave()
        lines = ["2026-11-21: sleep 7", "2026-11-21: thumb 1"]
        assert user.app.unstored.half_typed == lines
        assert user.app.unstored.last_words() == "".join(f"Typed and not stored: {line}\n" for line in lines)

    play(diary, story)


def test_lines_that_were_left_wait_in_the_next_app_and_erase_reaches_them(diary: Path) -> None:
    lines = [
        LeftLine(text, "2026-11-21", "2026-11-21T09:00:00+00:00", 4, {"1": "left calf 2"}, f"x: {text}", "why", False)
        for text in ("1", 'thumb 7 "zebra"')
    ]
    if not (child := os.fork()):
        LeftLinesFile(diary).keep(lines)
        os._exit(0)
    os.waitpid(child, 0)
    of_open_app = LeftLinesFile(diary)
    of_open_app.keep(lines[1:])
    planned = plan(diary, "zebra")
    assert planned.lines == ('not stored yet: thumb 7 "zebra"',) * 2
    (open_file,) = [file.path for file in carry_out(diary, planned).uncleared]
    assert left_lines.read(open_file, diary) == lines[1:]
    of_open_app.keep([])

    async def story(user: Robot) -> None:
        await user.is_told("1 line was not stored last time. Enter in")
        await user.press("enter")
        await user.until(lambda: intensities(user) == [4, 2])
        assert user.records()[1].started_at == "2026-11-21T09:00:00Z"
        assert left_lines.files(diary) == []

    play(diary, story)


def test_what_takes_long_stands_before_the_keys_until_it_is_done(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activity, "PATIENCE_S", 0.0)
    monkeypatch.setattr(attached, "BUSY_SECONDS", 20.0)

    async def story(user: Robot) -> None:
        with locked(diary):
            for key in (*"thumb 1", "enter"):
                user.send(key)
            while not ("waiting for another program, " in user.see and "thumb 1  not stored yet" in user.see):
                await asyncio.sleep(0.05)
        await user.until(lambda: intensities(user) == [4, 1])
        await user.until(lambda: "waiting" not in user.see and "not stored yet" not in user.see)
        assert left_lines.files(diary) == []

    play(diary, story, size=(40, 20))
