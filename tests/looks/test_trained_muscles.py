"""Muscles that were trained hard the day before, as a look judges them and the page says it."""

import json
from datetime import timedelta

import numpy as np

from journal.analysis.looks import take_follow_ups, take_look
from journal.records import Answer, Episode, Workout
from journal.store.file import connections
from journal.store.write import transaction
from tests.diary import Diary
from tests.looks.simulated_days import AT, YESTERDAY
from tests.store.diaries import ask

FIRST = YESTERDAY - timedelta(days=215)


def train(diary: Diary, first: int, days: int, ratio: float, effort: int = 8) -> None:
    """Legs or arms are lifted on two days of five; the day after, they twitch so many times as much."""
    random = np.random.default_rng(3 + first)
    before = ""
    if not diary.path.exists():
        connections.make(diary.path)
    with transaction.step(diary.path, "log", AT) as connection:
        for number in range(first, first + days):
            day = (FIRST + timedelta(days=number)).isoformat()
            for site, region, mean in (("calf", "legs", 3.0), ("biceps", "arms", 2.0), ("eyelid", "face", 2.0)):
                times = int(random.poisson(mean * (ratio if region == before else 1.0)))
                if times:
                    transaction.add(connection, Episode(day=day, site=site, times=times))
            before = ("legs", "arms", "", "", "")[int(random.integers(0, 5))]
            if before:
                workout = Workout(day=day, kind="strength", region=before, minutes=45, effort=effort)
                transaction.add(connection, workout)
            else:
                transaction.add(connection, Answer(day=day, question="workout_load", value=0.0))


def test_muscles_that_twitch_more_the_day_after_are_said_and_followed_up(diary: Diary) -> None:
    train(diary, 0, 90, 3.0)
    assert take_look.look_if_due(diary.path, diary.clock)
    rows = "SELECT tier, lag, direction, control_p FROM verdict WHERE habit = 'trained-muscles'"
    assert ask(diary.path, rows) == [("clear", 1, 1, None)]
    page = " ".join(diary.said("triggers").split())
    assert "Muscles that you trained hard the day before (effort 7 or more) twitched about" in page
    assert "sore muscles are noticed more" in page
    assert "tomorrow's trained muscles" not in page
    assert "times as much" in " ".join(diary.said("triggers", "trained", "muscles", "--text").split())
    train(diary, 90, 122, 3.0)
    assert take_follow_ups.follow_up_claims(diary.path, diary.clock) >= 1
    findings = json.loads(diary.said("triggers", "--json"))["findings"]
    since = next(finding["since"] for finding in findings if finding["habit"] == "trained-muscles")
    assert (since["held_up"], since["days"]) == (True, 120)
    assert since["raw_low"] < 3 < since["raw_high"]


def test_training_that_is_not_hard_is_no_hypothesis(diary: Diary) -> None:
    train(diary, 0, 60, 3.0, effort=6)
    assert take_look.look_if_due(diary.path, diary.clock)
    assert ask(diary.path, "SELECT 1 FROM verdict WHERE habit = 'trained-muscles'") == []
