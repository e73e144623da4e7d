"""A week's use, from start to start: by phrase, by digit, by mouse; corrected, taken back, back-filled."""

from datetime import UTC, datetime
from pathlib import Path

from tests.app.robot import Clock, Robot, play

MONDAY = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


def test_a_week(path: Path) -> None:
    clock = Clock(MONDAY)

    async def monday(user: Robot) -> None:
        await user.log("slept 23:40-06:10")
        await user.log("left calf 4 2m")
        await user.log("espresso")
        clock.pass_(hours=5)
        await user.log("left calf 3")
        await user.log("stress 7")

    async def tuesday(user: Robot) -> None:
        await user.sees("Tue 17 Nov · today")
        await user.press("1", "enter")
        await user.click("1 left calf")
        await user.click("⏎ store")
        await user.log("right eyelid 8")
        await user.press("ctrl+z")
        await user.until(lambda: len(user.records()) == 4)
        await user.log("lift legs 45m 8")

    async def wednesday(user: Robot) -> None:
        await user.log("start left thumb")
        clock.pass_(minutes=7)
        user.app.file_watcher.look()
        await user.settle()
        await user.sees("7 min")
        await user.press("ctrl+s")
        await user.press("f2")
        await user.log("6:30")
        await user.press("escape")
        await user.log("cramp both calves 7 +stretch")

    async def friday(user: Robot) -> None:
        await user.press("left")  # Thursday was forgotten
        await user.log("none")
        await user.log("sleep 7")
        await user.press("left", "down", "enter")  # a correction on Wednesday
        await user.press("end")
        await user.type(' "after gaming"')
        await user.press("enter")
        await user.until(lambda: user.records()[-2].note == "after gaming")

    async def sunday(user: Robot) -> None:
        await user.press("f2")
        await user.sees("▸ Workout load,")
        await user.log("legs 45 8")
        await user.is_told("Sat 21 Nov  lift legs, 45 min, effort 8, load 360")
        await user.press("escape", "ctrl+z", "ctrl+z")
        await user.is_told("Undone")
        await user.press("f3")
        await user.sees("9 records")
        await user.type("gaming")
        await user.sees("1 record")
        await user.press("escape", "escape")
        await user.sees("Sun 22 Nov · today")
        await user.press("0", "enter")
        await user.press("f4", "left", "left", "left", "enter")
        await user.sees("Thu 19 Nov")

    for days, story in ((0, monday), (1, tuesday), (1, wednesday), (2, friday), (2, sunday)):
        clock.now = clock.now.replace(hour=8, minute=0)
        clock.pass_(days=days)
        play(path, story, size=(40, 20), clock=clock)
