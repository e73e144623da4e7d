"""What leaves is looked at first: on the Share screen, by keys alone and by the mouse alone; and before a visit."""

from pathlib import Path

import pytest

from journal.store.write.entry import enter_all
from tests.app.robot import Clock, Robot, play
from tests.sharing.report.pages import read


def test_what_leaves_is_chosen_looked_at_and_written_by_keys_alone_and_by_the_mouse_alone(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    lines = ['2026-11-20 21:10 left calf 4 "after gaming"', "2026-11-10: visit neurologist", "started magnesium 300mg"]
    enter_all(path, [*lines, "visit neurologist 25 Nov", "visit eye clinic 3 Dec"], Clock()())
    page, message, folder = tmp_path / "dr.pdf", tmp_path / "for-the-doctor.txt", tmp_path / "twitch-files"

    async def story(user: Robot) -> None:
        await user.press("ctrl+o", "0")
        await user.sees("Visit on Thu 3 Dec 2026: keep a two-week diary for it?")
        await user.click("keep a two-week")
        await user.press("enter")
        await user.is_told("A diary until Wed 2 Dec 2026 · ^z undoes it")
        await user.click("see the page to take along")
        await user.sees("the last 90 days: 20 Nov to 21 Nov 2026")
        await user.sees("every note of the days")
        # by keys alone
        await user.press("down", "enter", "down", "enter")
        await user.sees("since the last visit: 10 Nov to 21 Nov 2026")
        await user.press("down", "enter")
        await user.log("Ada")
        await user.sees("Ada")
        await user.press("down", "down", "enter", "ctrl+u")
        await user.log(str(tmp_path / "dr"))
        await user.sees("dr.pdf")
        await user.press("end", "up", "enter", "up", "up", "up", "up", "up", "up", "up", "up", "up", "enter")
        await user.sees("▸ out        medicines")
        await user.press("p")
        await user.sees("Muscle twitching: summary of a diary")
        await user.press("end")
        shown = user.app.screen.query_one("#drawing").text  # type: ignore[attr-defined]
        assert "“after gaming”" in shown
        assert "magnesium" not in shown
        assert not page.exists()
        await user.press("escape", "w")
        await user.is_told(f"Written: {page}")
        text = "".join(sheet.extract_text() for sheet in read(page).pages)
        assert "after gaming" in text
        assert "magnesium" not in text
        await user.press("f6", "down", "down", "down", "down", "enter", "ctrl+u")
        await user.log(str(page))
        await user.press("w")
        await user.is_told(f"There is a file {page} already, which was kept; nothing was written.")
        await user.press("escape")
        # by the mouse alone, on a small terminal
        await user.pilot.resize_terminal(40, 20)
        await user.settle()
        await user.press("f6")
        await user.click("One page")
        await user.click("A message")
        await user.sees(".txt")
        await user.click("p look")
        await user.sees("calf (1 day); staying")
        await user.click("esc close")
        await user.click("w write")
        await user.is_told("Written:")
        assert "gaming" not in message.read_text()
        await user.press("f6")
        await user.click("One page")
        await user.click("CSV files for a doctor")
        await user.sees("guesses and")
        await user.click("p look")
        await user.sees("days.csv: 1 row")
        await user.click("esc close")
        await user.click("w write")
        await user.is_told("Written:")
        assert sorted(file.name for file in folder.iterdir()) == [
            "README.txt",
            "days.csv",
            "episodes.csv",
            "history.csv",
        ]

    play(path, story)
