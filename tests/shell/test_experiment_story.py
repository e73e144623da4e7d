"""An experiment in the shell, from what may be tried to what came of it."""

import json
from datetime import date, timedelta

import pytest

from journal.statistics import experiment_power
from tests.diary import Diary


@pytest.fixture(autouse=True)
def fewer_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan is worked out by 200 made-up experiments; as many as these do here, and take a fifth of the time."""
    monkeypatch.setattr(experiment_power, "DRAWS", 40)


def test_an_experiment_is_planned_drawn_kept_and_at_its_end_tested(diary: Diary) -> None:
    today = date(2026, 11, 21)
    days = [today - timedelta(days=back) for back in range(40, 0, -1)]
    diary.log_all(f"{day.isoformat()}: left calf x{3 + day.day * 7 % 5}" for day in days)
    assert "No experiment is on" in diary.said("experiment")
    assert "if you drink heavily every day, ask a doctor first" in diary.said("experiment", "list")

    plan = diary.said("experiment", "plan", "less", "caffeine", "--days", "5")
    assert "Sun 22 Nov 2026 to Sun 10 Jan 2027: 10 blocks of 5 days" in plan
    assert "0.012; 0.05 is asked" in plan
    assert "four times in five on this diary" in plan
    assert "I-STOP-AFib" in plan
    assert diary.said("experiment", "--json").strip() == "null", "a plan stores nothing"
    assert "is no experiment" in diary.refused("experiment", "start", "magnesium")

    assert "begins" in diary.said("experiment", "start", "caffeine", "--days", "5")
    assert "“Less caffeine” is on until Sun 10 Jan 2027" in diary.refused("experiment", "start", "heat")
    assert diary.said("undo") == "undone: experiment: less caffeine\n"
    assert diary.said("redo") == "redone: experiment: less caffeine\n"

    diary.at("2026-11-23 20:00")
    status = diary.said("experiment")
    assert "block 1 of 10, until Thu 26 Nov" in status
    assert "nothing is tested before" in status
    diary.said("experiment", "kept", "yes")
    assert "it counts as drawn" in diary.said("experiment", "kept", "no", "yesterday")
    assert "kept on 1 of 2 days so far" in diary.said("experiment")
    assert "from Mon 11 Jan 2027 on" in diary.refused("experiment", "result")
    assert diary.refused("experiment", "kept") == "Missing argument 'yes|no|forget'. Choose from: yes, no, forget."
    assert "is no day of an experiment" in diary.refused("experiment", "kept", "yes", "2026-11-20")
    assert "has not come yet" in diary.refused("experiment", "kept", "yes", "tomorrow")

    diary.at("2027-01-12 20:00")
    lived = [date(2026, 11, 24) + timedelta(days=number) for number in range(40)]
    diary.log_all(f"{day.isoformat()}: left calf x{3 + day.day % 4}" for day in lived)
    assert "is over: `experiment result`" in diary.said("experiment")
    result = diary.said("experiment", "result")
    assert "You knew which days were which; expectation can move counts." in result
    assert "quality of life was no better" in result
    figures = json.loads(diary.said("experiment", "result", "--json"))
    assert figures["smallest_p"] <= figures["p"] <= 1
    assert figures["days_kept"] == 1
    assert diary.said("experiment", "result", "--sentence") in diary.said("experiment", "list")
    assert "I-STOP" not in diary.said("show"), "a page of a day is as it was"


def test_stopped_early_it_is_described_without_reproach(diary: Diary) -> None:
    days = [date(2026, 11, 21) - timedelta(days=back) for back in range(20, 0, -1)]
    diary.log_all(f"{day.isoformat()}: left calf x{3 + day.day * 7 % 5}" for day in days)
    assert diary.refused("experiment", "stop") == "No experiment is on; nothing was changed."
    diary.said("experiment", "start", "heat", "--blocks", "12", "--days", "6", "--from", "today")
    diary.at("2026-12-03 20:00")
    assert "is stopped, which is fine" in diary.said("experiment", "stop")
    result = diary.said("experiment", "result")
    assert "It was stopped early, so it is described and not tested." in result
    assert "\np " not in result
    assert diary.said("undo") == "changed back to: experiment: heat\n"
    assert "block 3 of 12" in diary.said("experiment")
