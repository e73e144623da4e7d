"""The inbox in the app: a line at the start, a list with readings, Enter, and what becomes of the rest."""

import os
import time
from pathlib import Path

from journal.app.file_watcher import INBOX_EVERY
from tests.app.robot import Robot, play

LINES = """\
2026-11-21T09:05+00:00 left calf 4 20m ago
- [x] 2026-11-21 10:10 coffee
2026-11-21T11:00Z qwertz
coffee
"""


def phone_writes(path: Path, text: str) -> None:
    """A phone appends, some time ago."""
    box = path.parent / "inbox"
    box.mkdir(exist_ok=True)
    with (box / "phone.txt").open("a") as file:
        file.write(text)
    an_hour_ago = time.time() - 3600
    os.utime(box / "phone.txt", (an_hour_ago, an_hour_ago))


def test_what_the_phone_wrote_is_offered_looked_at_and_stored_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    phone_writes(path, LINES)

    async def story(robot: Robot) -> None:
        await robot.sees("4 lines from your phone")
        assert robot.records() == []  # nothing is stored by looking
        robot.app.open("dialog:inbox")
        await robot.sees("✗")
        assert "Sat 21 Nov 08:45" in robot.see
        assert "When was that?" in " ".join(robot.see.split())
        await robot.press("enter")
        await robot.is_told("stored")
        assert [episode.started_at for episode in robot.records()] == ["2026-11-21T08:45:00Z"]
        assert [drink.name for drink in robot.records("drink")] == ["coffee"]
        await robot.until(lambda: "✓  left calf" not in robot.see)
        await robot.press("n")  # the first line left is of the 21st: a note of its day
        await robot.until(lambda: [note.text for note in robot.records("day_note")] == ["qwertz"])
        await robot.press("enter")  # the other one is opened, to say when it was
        await robot.sees("A line from the phone")
        await robot.press("home")
        await robot.type("20 Nov 14:05 ")
        await robot.is_told("coffee, 237 ml, 96 mg caffeine · yesterday 14:05")
        await robot.press("enter")
        await robot.until(lambda: [drink.day for drink in robot.records("drink")] == ["2026-11-21", "2026-11-20"])
        await robot.sees("Nothing waits in the inbox")
        await robot.press("escape")
        await robot.press("ctrl+z")
        await robot.press("ctrl+z")
        await robot.until(lambda: len(robot.records("drink")) == 1)
        robot.app.open("dialog:inbox")
        await robot.sees("When was that?")
        await robot.press("delete")
        await robot.sees("dismissed")
        await robot.press("enter")
        await robot.sees("When was that?")
        phone_writes(path, "2026-11-21T12:00Z thumb 3\n")
        await robot.press("escape")
        for _ in range(INBOX_EVERY):  # as its timer does
            robot.app.file_watcher.look()
        await robot.sees("2 lines from your phone")

    play(path, story)
