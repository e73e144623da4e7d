"""What the app does for its diary by itself: the check of a day at the start, and a backup after the first write."""

from pathlib import Path

import pytest

from tests.app.robot import Clock, Robot, play
from tests.store.damage import empty_an_index

pytestmark = pytest.mark.once_a_day


def names(path: Path) -> list[str]:
    return sorted(backup.name for backup in path.parent.glob("backups/*.db"))


def test_the_first_write_of_a_day_is_backed_up_in_the_background(path: Path) -> None:
    clock = Clock()

    async def story(robot: Robot) -> None:
        await robot.log("left calf 4")
        await robot.log("left calf 5")
        await robot.until(lambda: names(path) == ["diary-2026-11-21-140500.db"])
        assert "stored" in robot.notice
        clock.pass_(days=1)
        await robot.log("stress 3")
        await robot.until(lambda: names(path)[1:] == ["diary-2026-11-22-140500.db"])

    play(path, story, clock=clock)


def test_a_damaged_diary_is_told_at_the_start_and_nothing_is_written_into_it(path: Path) -> None:
    clock = Clock()

    async def fill(robot: Robot) -> None:
        await robot.log("left calf 4")
        robot.shell("right thumb 3")

    play(path, fill, clock=clock)
    empty_an_index(path)
    octets = path.read_bytes()
    clock.pass_(days=1)

    async def story(robot: Robot) -> None:
        await robot.is_told("is damaged: ")
        assert "`twitch-journal restore` puts a backup in its place" in robot.notice
        await robot.log("stress 3")
        await robot.is_told("is damaged: ")
        assert "stress 3" in robot.see, "what was typed stays"

    for _ in range(2):
        play(path, story, clock=clock)
    assert path.read_bytes() == octets
    assert names(path) == ["diary-2026-11-21-140500.db"]


def test_a_backup_that_cannot_be_made_is_said_below_the_receipt_and_once(path: Path) -> None:
    (path.parent / "backups").write_text("in the way")

    async def story(robot: Robot) -> None:
        await robot.log("left calf 4")
        await robot.is_told("No backup was made: ")
        assert robot.notice.startswith("stored: ")
        await robot.log("left calf 5")
        await robot.is_told("left calf, twitch, 5 of 10")
        assert "No backup" not in robot.notice

    play(path, story)
