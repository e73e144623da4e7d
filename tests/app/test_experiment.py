"""An experiment in the app: planned from the Triggers page, asked about on Today, stopped and described."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.app.screens.dialogs.experiment import ExperimentDialog, PlanDialog
from journal.app.screens.dialogs.reader import LinesDialog
from journal.statistics import experiment_power
from journal.store.write.entry import enter_all
from tests.app.robot import SATURDAY, Clock, Robot, play
from tests.store.diaries import ask


@pytest.fixture(autouse=True)
def fewer_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan is worked out by 200 made-up experiments; as many as these do here, and take a fifth of the time."""
    monkeypatch.setattr(experiment_power, "DRAWS", 40)


def test_an_experiment_is_planned_begun_kept_and_stopped(path: Path) -> None:
    clock = Clock()
    days = [SATURDAY.date() - timedelta(days=back) for back in range(20, 0, -1)]
    enter_all(path, [f"{day.isoformat()}: left calf x{3 + day.day * 7 % 5}" for day in days], clock())

    async def story(user: Robot) -> None:
        await user.press("f11", "x")
        await user.until(lambda: isinstance(user.app.screen, ExperimentDialog))
        await user.is_told("Refused are medicines, supplements, less sleep")
        await user.press("down", "enter")
        await user.until(lambda: isinstance(user.app.screen, PlanDialog))
        await user.is_told("Nothing is stored yet.")
        await user.sees("Sun 22 Nov to Thu 31 Dec 2026: 10 blocks of 4 days")
        await user.press("down", "enter")
        await user.sees("10 blocks of 5 days")
        await user.is_told("Nothing is stored yet.")
        await user.press("b")
        await user.is_told("It is drawn and stored")
        await user.sees("Caffeine only before noon, Sun 22 Nov 2026 to Sun 10 Jan 2027")
        await user.press("r")
        await user.is_told("Nothing is tested before the end")
        await user.press("escape", "f5")
        user.clock.pass_(days=2)
        user.app.file_watcher.look()
        await user.sees("(block 1 of 10). Kept it?")
        await user.press("ctrl+o", "0", "down", "enter")
        await user.sees("until Thu 26 Nov")
        await user.press("y")
        await user.is_told("Mon 23 Nov: Kept")
        await user.press("n")
        await user.sees("no; kept on no day of 1 so far")
        await user.press("down", "y")
        await user.is_told("Sun 22 Nov: Kept")
        await user.press("x", "down", "enter")
        await user.is_told("Stopped · ^z goes on with it")
        await user.press("ctrl+z")
        await user.until(lambda: ask(path, "SELECT stopped_on FROM experiment") == [None])
        await user.press("ctrl+y")
        await user.until(lambda: ask(path, "SELECT stopped_on FROM experiment") == ["2026-11-23"])
        await user.press("r")
        await user.until(lambda: isinstance(user.app.screen, LinesDialog))
        await user.sees("It was stopped early, so it is described")

    play(path, story, clock=clock)
    assert ask(path, "SELECT day, kept FROM experiment_day ORDER BY day") == [("2026-11-22", 1), ("2026-11-23", 0)]
    assert ask(path, "SELECT trial, outcome, stopped_on FROM experiment") == [
        ("earlier-caffeine", "count", "2026-11-23")
    ]
