"""A fault of the program itself: a sentence, the line that was typed stays, and no word of the diary is printed."""

import asyncio
from pathlib import Path

import pytest

from journal.app.main import JournalApp
from journal.store.write import entry
from tests.app.robot import Clock, Robot, play

DIARY_WORDS = "the zebra word"


def fail(*arguments: object, **more: object) -> None:
    diary_text = DIARY_WORDS
    raise KeyError(diary_text)


def test_a_line_that_a_fault_kept_from_being_stored_stays_and_the_app_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(user: Robot) -> None:
        with monkeypatch.context() as broken:
            broken.setattr(entry, "enter_on", fail)
            await user.log("left calf 4")
            assert "Something is wrong in the program itself (KeyError); nothing was stored." in user.notice
        assert DIARY_WORDS not in user.see
        assert "14:05  left calf 4" in user.see
        assert user.records() == []
        await user.press("enter")
        assert len(user.records()) == 1
        user.app.faults.clear()

    play(path, story)


def test_the_app_ends_with_what_was_being_typed_and_not_with_what_its_variables_hold(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Clock()
    app = JournalApp(path, read_clock=clock)

    async def run() -> None:
        async with app.run_test() as pilot:
            await Robot(app, pilot, clock).type("left calf 4")
            app.call_later(fail)

    with pytest.raises(KeyError):
        asyncio.run(run())
    last_words = capsys.readouterr().err
    assert last_words.startswith("Something is wrong in the program itself (KeyError)")
    assert "left calf 4" in last_words
    assert DIARY_WORDS not in last_words
