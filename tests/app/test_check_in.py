"""The check-in of a day: each answer under its question, by keys or by mouse."""

from pathlib import Path

from textual.widgets import Input

from tests.app.robot import Robot, play


def test_the_check_in_is_answered_by_keys_alone(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f2")
        await user.sees("Stress")
        await user.log("6:30")
        await user.sees("6 h 30 min")
        await user.log("7")
        await user.sees("7 of 10")
        await user.log("none")
        await user.is_told("no caffeine")
        await user.press("up", "delete")
        await user.is_told("not logged")
        assert "↑↓ question  ⏎ store  esc close  Del not logged" in user.lines[-1]
        assert "^q quit" in user.lines[-1]
        line = next(number for number, text in enumerate(user.lines) if "▸ Caffeine" in text)
        assert "in mg" not in user.lines[line]
        assert user.lines[line + 1].strip("│ ").startswith("›"), "the answer is typed under its question"

    play(path, story)


def test_what_is_typed_for_a_question_stays_with_it(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.burst("f2", "6", "down", "7", "up", "backspace", "5")
        assert "esc clear" in user.lines[-1]
        await user.burst("enter", "enter")
        answers = {answer.question: answer.value for answer in user.records("answer")}
        assert answers == {"sleep_hours": 5, "stress": 7}
        await user.burst("up", "8", "backspace", "backspace", "backspace")
        assert len(user.records("answer")) == 2, "a hand that clears what it typed takes nothing away"
        await user.burst("down", "9", "up", "backspace", "backspace")
        await user.is_told("back to not logged")
        assert [answer.question for answer in user.records("answer")] == ["sleep_hours"]
        await user.sees("“9” is typed and not stored")
        await user.press("escape")
        await user.sees("Only what was entered is stored.")
        await user.press("enter", "ctrl+o", "3")
        await user.sees("Not every answer is stored")
        await user.press("ctrl+o", "3", "enter", "down")
        assert user.app.screen.query_one("#answer", Input).value == "9", "it is asked once, and nothing is lost"
        await user.press("escape", "escape")
        assert user.line.has_focus
        await user.burst("f2", "6", "ctrl+o", "3")
        await user.press("down", "enter")
        assert user.app.front.room == "trends"

    play(path, story)


def test_the_check_in_is_answered_by_mouse_alone_and_names_the_ends_of_a_scale(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.click("Stress")
        await user.sees("0 is none, 10 is worst imaginable")
        await user.click(" 7 ")
        await user.sees("Stress         7 of 10")
        await user.click("Sleep")
        await user.click("7   8", at=0)
        await user.click("Sleep")
        await user.click("+0.5")
        await user.sees("7 h 30 min")
        await user.click("Sleep")
        await user.click("+0.5   not logged", at=10)
        await user.until(lambda: "sleep back to not logged" in user.notice.lower())
        await user.click("Any twitches?")
        await user.click("some   none", at=9)
        await user.is_told("no twitches")

    play(path, story)


def test_the_check_in_of_a_past_day_is_that_days_and_an_answer_that_is_refused_stays(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("left", "f2", "down")
        await user.log("14")
        assert user.app.screen.query_one("#answer", Input).value == "14"
        await user.until(lambda: "stress is 0 to 10" in user.notice.lower())
        await user.press("ctrl+u")
        assert user.notice == "", "what was refused is gone, and so is the reason"
        await user.log("felt lots")
        await user.is_told("`note ...`")
        assert "^n" not in user.notice, "a key that does nothing here"
        await user.press("ctrl+u")
        await user.log("can't cope")
        await user.is_told("When to get help")
        assert not any("✗" in line for line in user.lines), "a word of alarm is no error"
        await user.burst("ctrl+u", "3", "enter")
        await user.until(lambda: user.records("answer")[0].day == "2026-11-20")

    play(path, story, size=(40, 20))


def test_an_answer_of_the_check_in_has_no_clock_unless_one_is_said(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f2", "down", "down")
        await user.log("2 coffees")
        await user.is_told("stored: Sat 21 Nov  2 coffees, 474 ml, 192 mg caffeine")
        await user.press("up")
        await user.log("espresso @08:00")
        await user.is_told("stored: Sat 21 Nov 08:00  espresso")
        assert [vars(drink)["taken_at"] for drink in user.records("drink")] == [None, "2026-11-21T08:00:00Z"]

    play(path, story)
