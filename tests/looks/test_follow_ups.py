"""Each claim is followed up once, on days that were not there when it was made."""

import json
from datetime import timedelta
from typing import Any

from journal.analysis.looks import take_follow_ups, take_look
from journal.store.history import undo_redo
from tests.diary import Diary
from tests.looks.simulated_days import AT, YESTERDAY, Day, coffee, nothing, store
from tests.store.diaries import ask

LAST = YESTERDAY - timedelta(days=125)


def claimed(diary: Diary) -> None:
    """Sixty days of which the look says that caffeine goes with the twitches of the day after."""
    store(diary.path, coffee(60), LAST)
    assert take_look.look_if_due(diary.path, diary.clock)


def later(diary: Diary, days: list[Day]) -> int:
    store(diary.path, days, LAST + timedelta(days=len(days)))
    return take_follow_ups.follow_up_claims(diary.path, diary.clock)


def caffeine(diary: Diary) -> dict[str, Any]:
    findings = json.loads(diary.said("triggers", "--json"))["findings"]
    return next(finding["since"] for finding in findings if finding["habit"] == "caffeine_mg")


def page(diary: Diary) -> str:
    return " ".join(diary.said("triggers").split())


def test_a_claim_that_goes_on_held_up_since(diary: Diary) -> None:
    claimed(diary)
    assert "Being followed up: 0 of 120 days." in page(diary)
    assert later(diary, coffee(121, seed=8)) == 1
    since = caffeine(diary)
    assert (since["held_up"], since["days"], since["claimed_on"]) == (True, 120, "2026-11-21")
    assert since["raw_low"] > 1
    assert "Held up since: on the next 120 days alone, to 16 Nov, " in page(diary)


def test_a_claim_that_does_not_go_on_is_not_seen_again_and_never_refuted(diary: Diary) -> None:
    claimed(diary)
    assert later(diary, nothing(121, seed=9)) == 1
    assert caffeine(diary)["held_up"] is False
    assert "Not seen again in 120 days" in page(diary)
    assert "refute" not in page(diary)


def test_it_is_found_once_and_stays_as_it_was_found(diary: Diary) -> None:
    claimed(diary)
    assert later(diary, coffee(121, seed=8)[:119]) == 0
    assert "Being followed up: 118 of 120 days." in page(diary)
    store(diary.path, coffee(121, seed=8)[119:], LAST + timedelta(days=121))
    assert "Held up since" in page(diary)
    rows = ask(diary.path, "SELECT * FROM follow_up")
    diary.log("5 days ago: right calf x300")
    diary.log("30 days ago: right calf x300")
    undo_redo.undo(diary.path, AT)
    page(diary)
    assert ask(diary.path, "SELECT * FROM follow_up") == rows
    assert len(rows) == 1, "a look that repeats the claim is no other claim"
    assert len(ask(diary.path, "SELECT 1 FROM verdict WHERE habit = 'caffeine_mg' AND tier = 'clear'")) > 1
