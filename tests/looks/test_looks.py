"""When the diary is judged, at which level, and that what was said then stands."""

from datetime import date, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journal.analysis.looks import due_look, take_look
from journal.statistics.look_schedule import LOOKS, levels_at
from journal.store import look_records
from journal.store.file import connections
from journal.store.history import undo_redo
from journal.store.look_records import Look
from tests.diary import Diary
from tests.looks.simulated_days import AT, YESTERDAY, coffee, nothing, store
from tests.store.diaries import ask


def looked(diary: Diary) -> Look | None:
    return take_look.look_if_due(diary.path, diary.clock)


def looks(path: Path) -> list[Look]:
    with connections.reading(path) as connection:
        return look_records.looks(connection)


def verdicts(path: Path) -> list[Any]:
    return ask(path, "SELECT * FROM verdict ORDER BY look, place")


@pytest.mark.parametrize(("days", "used"), [(59, None), (60, 60), (89, 60), (90, 90), (140, 135)])
def test_the_first_look_comes_at_sixty_logged_days(diary: Diary, days: int, used: int | None) -> None:
    store(diary.path, nothing(days))
    look = looked(diary)
    assert (look and look.used) == used
    if look:
        last_day = YESTERDAY - timedelta(days=days - look.used)
        assert (look.days, look.why) == (used, "calendar")
        assert (look.judged_on, look.last_day) == ("2026-11-21", last_day.isoformat())


def test_a_first_look_that_comes_late_has_the_allowance_of_those_it_missed_and_their_days_alone(diary: Diary) -> None:
    days = nothing(340)
    store(diary.path, days)
    look = looked(diary)
    assert look is not None
    assert (look.used, look.passed, look.days) == (300, 4, 300)
    missed = [levels_at(at) for at in (60, 90, 135, 200, 300)]
    assert look.clear_level == pytest.approx(sum(clear for clear, _ in missed))
    assert look.possible_level == pytest.approx(sum(possible for _, possible in missed))
    assert look.last_day == (YESTERDAY - timedelta(days=40)).isoformat()
    as_it_was = ask(diary.path, "SELECT habit, tier, p, days_used FROM verdict ORDER BY place")
    behind = diary.path.with_name("behind.db")
    store(behind, [*days[:300], *({**day, "twitches": 90.0} for day in days[300:])])
    assert take_look.look_if_due(behind, diary.clock) is not None
    assert ask(behind, "SELECT habit, tier, p, days_used FROM verdict ORDER BY place") == as_it_was


def test_the_look_after_one_that_came_late_has_its_own_allowance(diary: Diary) -> None:
    store(diary.path, nothing(140))
    looked(diary)
    store(diary.path, nothing(70), YESTERDAY - timedelta(days=140))
    second = looked(diary)
    assert second is not None
    assert (second.used, second.passed, second.days) == (200, 0, 200)
    assert (second.clear_level, second.possible_level) == levels_at(200)


@given(some.lists(some.tuples(some.integers(1, 400), some.booleans()), max_size=40))
def test_whenever_one_looks_no_more_is_spent_than_by_whoever_never_missed_a_look(steps: list[tuple[int, bool]]) -> None:
    """Logged days come, and an import may ask for a look; each look that is due is taken."""
    used = days = 0
    spent = [0.0, 0.0]
    for more, is_import in steps:
        days += more
        if due := due_look.due_after(used, days, is_imported=is_import and used > 0):
            assert due.used > used
            used = due.used
            spent = [sum(pair) for pair in zip(spent, due_look.levels(due, days), strict=True)]
    calendar = [levels_at(look) for look in takewhile(lambda look: look <= used, LOOKS)]
    for total, levels in zip(spent, zip(*calendar, strict=True), strict=False):
        assert total <= sum(levels) + 1e-12
    assert spent[0] < 0.084
    assert spent[1] < 0.168


def test_what_was_said_stands_until_the_next_look(diary: Diary) -> None:
    store(diary.path, coffee(60), YESTERDAY - timedelta(days=40))
    first = looked(diary)
    said = verdicts(diary.path)
    assert first is not None
    assert len(said) == 7
    store(diary.path, nothing(29), YESTERDAY - timedelta(days=11))
    assert looked(diary) is None
    assert verdicts(diary.path) == said
    store(diary.path, nothing(1), YESTERDAY - timedelta(days=10))
    second = looked(diary)
    assert second is not None
    assert (second.used, second.days) == (90, 90)
    assert [look.id for look in looks(diary.path)] == [first.id, second.id]
    assert verdicts(diary.path)[: len(said)] == said or verdicts(diary.path)[-len(said) :] == said


def test_days_corrected_later_change_neither_what_was_said_nor_when_is_next(diary: Diary) -> None:
    store(diary.path, coffee(61))
    looked(diary)
    said = verdicts(diary.path)
    diary.log("5 days ago: stress 10")
    diary.log("3 days ago: right calf x30")
    assert looked(diary) is None
    assert verdicts(diary.path) == said


def test_undo_passes_over_a_look(diary: Diary) -> None:
    store(diary.path, coffee(60))
    diary.log("left thumb")
    looked(diary)
    said = verdicts(diary.path)
    assert undo_redo.undo(diary.path, AT).touched[0].table == "episode"
    assert verdicts(diary.path) == said
    undo_redo.redo(diary.path, AT)
    assert ask(diary.path, "SELECT count(*) FROM episode WHERE site = 'thumb'") == [1]
    assert looked(diary) is None


def test_the_count_is_judged_or_the_rating_where_that_is_known_on_more_days_and_then_kept(diary: Diary) -> None:
    days = nothing(60)
    for place, day in enumerate(days):
        day["twitchiness"] = min(10.0, (day["twitches"] or 0) + 1)
        if place % 3 == 0:
            day["twitches"] = None
    store(diary.path, days)
    look = looked(diary)
    assert look is not None
    assert look.outcome == "twitchiness"
    store(diary.path, nothing(200), YESTERDAY - timedelta(days=60))
    store(diary.path, [{"twitchiness": 1.0}] * 30, YESTERDAY - timedelta(days=300))
    kept = looked(diary)
    assert kept is not None
    assert (kept.outcome, kept.days) == ("twitchiness", 90)


def test_the_count_is_judged_where_both_are_known_as_often(diary: Diary) -> None:
    store(diary.path, [{**day, "twitchiness": 3.0 if day["twitches"] else 0.0} for day in nothing(60)])
    look = looked(diary)
    assert look is not None
    assert look.outcome == "twitches"


# ---- imports ------------------------------------------------------------------------------------------------


def imports(diary: Diary, days: int, last: date) -> None:
    store(diary.path, nothing(days), last, kind="import", source="watch")


def test_after_an_import_of_old_outcomes_the_diary_is_judged_once_more_in_place_of_the_next_look(diary: Diary) -> None:
    store(diary.path, coffee(60))
    looked(diary)
    imports(diary, 10, YESTERDAY - timedelta(days=60))
    again = looked(diary)
    assert again is not None
    assert (again.why, again.days, again.used) == ("import", 70, 90)
    assert looked(diary) is None
    store(diary.path, nothing(30), YESTERDAY - timedelta(days=70))
    assert looked(diary) is None, "the look at 90 was used up"


def test_an_import_of_newer_days_or_of_habits_alone_asks_for_no_look(diary: Diary) -> None:
    store(diary.path, coffee(60), YESTERDAY - timedelta(days=10))
    looked(diary)
    imports(diary, 10, YESTERDAY)
    store(diary.path, [{"stress": 3.0}] * 20, YESTERDAY - timedelta(days=80), kind="import", source="watch")
    assert looked(diary) is None


def test_no_number_of_imports_wears_the_promise_out(diary: Diary) -> None:
    store(diary.path, nothing(60))
    looked(diary)
    for place in range(5):
        imports(diary, 1, YESTERDAY - timedelta(days=61 + place))
        assert looked(diary) is not None
    found = looks(diary.path)
    assert len({look.used for look in found}) == len(found) == 6
    assert all(look.clear_level <= levels_at(look.used)[0] for look in found)
    assert sum(look.clear_level for look in found) < 0.084


# ---- troubles -----------------------------------------------------------------------------------------------


def test_of_two_programs_one_takes_the_look(diary: Diary) -> None:
    store(diary.path, coffee(60))

    def meanwhile(_: int) -> None:
        assert looked(diary) is not None

    assert take_look.look_if_due(diary.path, diary.clock, meanwhile) is None
    assert len(looks(diary.path)) == 1


def test_a_diary_that_says_nothing_is_judged_too(diary: Diary) -> None:
    store(diary.path, [{"twitches": 0.0}] * 60)
    look = looked(diary)
    assert look is not None
    assert set(ask(diary.path, "SELECT tier FROM verdict")) == {"too little"}
    assert set(ask(diary.path, "SELECT lag FROM verdict")) == {None}
    assert all(ask(diary.path, "SELECT reason FROM verdict"))


def test_a_look_is_told_before_it_takes_its_time(diary: Diary) -> None:
    told: list[int] = []
    store(diary.path, nothing(60))
    take_look.look_if_due(diary.path, diary.clock, told.append)
    take_look.look_if_due(diary.path, diary.clock, told.append)
    assert told == [60]


def test_no_diary_is_made_by_looking(diary: Diary) -> None:
    assert looked(diary) is None
    assert not diary.path.exists()
