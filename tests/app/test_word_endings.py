"""The line of Today while a word is being typed."""

from pathlib import Path

from tests.app.robot import Robot, play


def test_tab_goes_through_the_endings_and_a_line_that_is_no_record_is_kept_by_a_key(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("front thigh 2")
        await user.type("left thi")
        frame = next(line for line in user.lines if line.startswith("╰"))
        assert "Tab  front of thigh  thigh" in frame
        assert "not a known word" not in user.see
        await user.press("tab")
        assert user.line.value == "left front of thigh "
        await user.press("tab")
        assert user.line.value == "left thigh "
        await user.burst("4", "enter")
        await user.type("banan")
        assert "known" not in user.notice
        await user.press("enter")
        assert "banan" in user.notice
        assert [episode.site for episode in user.records()] == ["thigh_front", "thigh"]
        await user.press("escape")
        await user.log("so tired of this")
        await user.sees("^n note")
        await user.press("ctrl+n")
        await user.until(lambda: "note: so tired of this" in user.notice)
        assert user.line.value == ""
        await user.log("coffee with Anna")
        await user.until(lambda: "coffee, 237 ml" in user.notice and "coffee with Anna" in user.notice)

    play(path, story)
