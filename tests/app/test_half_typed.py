"""A half-typed line never moves to another day."""

from pathlib import Path

from journal.records import Episode
from tests.app.robot import Robot, play


def stored_days(user: Robot) -> dict[str, str]:
    return {record.site: record.day for record in user.records() if isinstance(record, Episode)}


def test_a_line_begun_before_the_day_turns_is_of_its_day_and_the_next_one_of_the_new_day(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("left calf 4")
        user.clock.pass_(hours=14)
        user.app.file_watcher.look()
        await user.settle()
        await user.sees("What happened on Sat 21 Nov?")
        await user.press("enter")
        assert "stored: Sat 21 Nov  left calf, twitch, 4 of 10" in user.see
        await user.sees("Sun 22 Nov · today")
        await user.log("thumb 2")
        assert stored_days(user) == {"calf": "2026-11-21", "thumb": "2026-11-22"}

    play(path, story)


def test_a_line_entered_within_the_second_in_which_the_day_turns_is_of_the_day_that_is_shown(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("left calf 4")
        user.clock.pass_(hours=14)
        await user.press("enter")
        assert stored_days(user) == {"calf": "2026-11-21"}
        await user.sees("Sun 22 Nov · today")

    play(path, story)


def test_a_line_stays_on_its_day_when_another_program_writes_as_the_day_turns(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("left calf 4")
        user.clock.pass_(hours=14)
        user.shell("thumb 2")
        user.app.diary_changed(by_another=True)
        await user.settle()
        await user.sees("What happened on Sat 21 Nov?")
        await user.press("enter")
        assert stored_days(user) == {"thumb": "2026-11-22", "calf": "2026-11-21"}

    play(path, story)


def test_a_line_that_is_emptied_after_the_day_turned_leads_to_today(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("left")
        user.clock.pass_(hours=14)
        user.app.file_watcher.look()
        await user.press("escape")
        await user.sees("Sun 22 Nov · today")
        await user.log("left calf 4")
        assert stored_days(user) == {"calf": "2026-11-22"}

    play(path, story)


def test_what_is_half_typed_waits_on_its_day_while_another_day_is_open(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("left calf 4")
        await user.press("f9", "up", "enter")
        assert user.line.value == ""
        await user.sees("“left calf 4” is half typed on Sat 21 Nov.")
        await user.log("thumb 2")
        await user.press("escape")
        assert user.line.value == "left calf 4"
        await user.press("enter")
        assert stored_days(user) == {"thumb": "2026-11-14", "calf": "2026-11-21"}

    play(path, story)
