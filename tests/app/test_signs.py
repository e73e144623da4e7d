"""The signs in the app: offered on Today, answered by a key each, discussed, turned off."""

from pathlib import Path

from journal.store.file import connections
from journal.store.read import sign_history
from journal.store.read.sign_history import SignsPage
from journal.store.write.entry import enter_all
from tests.app.robot import Clock, Robot, play

OFFER = "Signs: a few questions, without testing yourself."


def page(user: Robot) -> SignsPage:
    with connections.reading(user.path) as connection:
        return sign_history.page(connection, user.clock())


def test_a_round_of_signs_on_a_narrow_screen(path: Path) -> None:
    enter_all(path, [f"2026-11-{day:02}: left calf" for day in range(8, 22)], Clock()())
    enter_all(path, ["visit neurologist 2026-11-20"], Clock()())

    async def story(user: Robot) -> None:
        await user.press("f8")
        await user.sees("Signs, without testing yourself")
        await user.sees("what did the")
        await user.press("enter")
        await user.type("rest [and] less reading")
        await user.press("down")
        await user.type("if I drop things")
        await user.press("enter")
        await user.sees("The doctor advised: rest")
        await user.press("home", "down", "w", "down", "y")
        await user.sees("Did it begin suddenly")
        await user.press("n")
        await user.sees("This week: Make an")
        answers = page(user).answers
        assert (answers["function"].present, answers["trip"].present, answers["trip"].sudden) == (False, True, False)
        assert page(user).check.feels_weak
        await user.press("0")
        await user.is_told("Stored")
        assert [sign for sign, answer in page(user).answers.items() if answer.present] == ["trip"]
        await user.press("ctrl+z")
        assert len(page(user).answers) == 2
        await user.press("d", "enter")
        await user.sees("discussed on Sat 21")
        await user.press("down")
        await user.burst("y", "y", "enter")  # a key that bounces says nothing of how it began
        answer = page(user).answers["speech"]
        assert (answer.present, answer.sudden) == (True, None)
        await user.press("y", "s")
        await user.sees("A twitch alone is")
        await user.sees("call your emergency")
        await user.press("escape", "end", "enter")
        await user.sees("off  Ask every")
        await user.press("escape")
        await user.until(lambda: OFFER not in user.see)
        user.clock.pass_(days=28)
        user.app.go("settings")
        await user.settle()
        await user.click("a few questions")
        await user.sees("The doctor advised: rest")
        await user.press("down", "down")
        await user.sees("Discussed on Sat 21 Nov")
        await user.press("enter", "down", "down", "enter", "n")
        await user.sees("worse")
        assert page(user).answers["trip"].course == "worse"
        assert not page(user).is_on

    play(path, story, size=(40, 20))
