"""The quiet lines of Today: taken, put away, or left alone."""

from datetime import date, timedelta
from pathlib import Path

from journal.store.file import connections
from journal.store.write import pausing
from journal.store.write.entry import enter_all
from tests.app.robot import SATURDAY, Clock, Robot, play

PAUSED = "The diary is paused since Sat 21 Nov"
GUESS = "Which habit do you suspect?"


def test_an_offer_is_a_quiet_line_that_a_key_opens_and_delete_puts_away(path: Path) -> None:
    enter_all(path, [f"2026-11-{day}: left calf" for day in range(16, 21)], Clock()())

    async def story(user: Robot) -> None:
        await user.sees(GUESS)
        await user.press("left")
        await user.until(lambda: GUESS not in user.see)  # it is none of the day before
        await user.press("right", "f8")
        await user.sees("Nothing: I suspect none of them")
        await user.press("escape", "f5", "ctrl+o", "0", "delete")
        await user.is_told("^z brings it back")
        await user.press("escape")
        await user.until(lambda: GUESS not in user.see)
        await user.press("f8")
        await user.sees("Nothing is offered today.")
        await user.press("escape", "ctrl+z")
        await user.is_told("offer put away: guess")
        await user.press("ctrl+z")
        await user.sees(GUESS)
        await user.click(GUESS, at=2)
        await user.sees("Nothing: I suspect none of them")

    play(path, story)


def test_on_day_fourteen_a_page_of_two_weeks_is_offered_and_opens_in_trends(path: Path) -> None:
    enter_all(path, ["2026-11-08: left calf 4 2m +stretch", "2026-11-20: none"], Clock()())

    async def story(user: Robot) -> None:
        await user.sees("Two weeks are logged")
        await user.click("Two weeks are logged", at=2)
        await user.sees("What helped")
        await user.sees("stretching 1 of 1 time")
        assert "Not known yet" in user.see
        await user.press("p")
        await user.sees("Sites by week")

    play(path, story)


def test_the_diary_rests_and_goes_on(path: Path) -> None:
    connections.make(path)
    pausing.pause(path, date(2026, 11, 19), Clock(SATURDAY - timedelta(days=3))())

    async def story(user: Robot) -> None:
        await user.log("left calf 4")
        await user.press("ctrl+p")
        await user.type("pause or")
        await user.press("enter")
        await user.type("never")
        await user.press("enter")
        await user.is_told("“never” is no day")
        await user.press("ctrl+u")
        await user.type("Fri")
        await user.press("enter")
        await user.sees("until Fri 27 Nov 2026. Go on?")
        assert "Check-in · paused" in user.see
        await user.press("f4")
        await user.sees("= paused")
        await user.press("f5", "f8", "enter")
        await user.is_told("The diary goes on")
        await user.until(lambda: PAUSED not in user.see)
        await user.press("ctrl+z")
        await user.sees(PAUSED)
        await user.press("f9")
        await user.sees(" 18=  19=  20· ")

    play(path, story)


def test_the_way_back_after_days_away_and_what_a_doctor_asks(path: Path) -> None:
    enter_all(path, ["2026-11-17: left calf", "visit neurologist 12 Dec"], Clock()())

    async def story(user: Robot) -> None:
        await user.sees("F8 3 open days, Wed 18 Nov to Fri 20 Nov; not logged is fine.   ^o 0 all 2")
        await user.press("f8")
        await user.sees("Fri 20 Nov · open")
        user.app.action_dialog("away")
        await user.settle()
        assert len(user.app.screen_stack) == 2, "it is not opened twice"
        await user.type("11")
        await user.press("enter")
        await user.is_told("0 to 10")
        await user.press("ctrl+u", "4", "enter")
        await user.sees("Thu 19 Nov · open")
        await user.press("enter")
        await user.sees("Wed 18 Nov · open")
        await user.press("down")
        await user.type("travelling")
        await user.press("enter")
        await user.until(lambda: "· open" not in user.see)
        await user.until(lambda: [note.text for note in user.records("day_note")] == ["travelling"])
        assert [(answer.day, answer.value) for answer in user.records("answer")] == [("2026-11-20", 4)]
        assert "open days" not in user.see
        await user.press("f8")
        await user.sees("nothing said")
        await user.press("end", "enter")
        await user.log("may I go on lifting?")
        await user.sees("To ask")
        await user.sees("may I go on lifting?")
        await user.press("end", "enter")
        await user.log("and [how]?")
        await user.sees("and [how]?")
        await user.press("escape")
        await user.until(lambda: "A visit:" not in user.see)

    play(path, story)


def test_on_the_planned_day_a_digit_chooses_how_to_go_on(path: Path) -> None:
    clock = Clock()
    enter_all(path, ["2026-11-20: left calf"], clock())

    async def story(user: Robot) -> None:
        await user.press("f7")
        await user.click("Track until")
        await user.log("tomorrow")
        await user.sees("Sun 22 Nov")
        clock.pass_(days=1)
        await user.press("f5")
        await user.sees("You meant to track until today")
        await user.press("f8")
        await user.sees("What can be said so far")
        await user.press("1")
        await user.is_told("The diary rests")
        await user.sees("The diary is paused since Sun 22 Nov.")
        await user.press("ctrl+z")
        await user.sees("You meant to track until today")

    play(path, story, clock=clock)
