"""What words can set, words can take back: every field of a record that may stand unsaid has words that clear it."""

from typing import Any, get_args

import pytest

from journal.records import CLASSES
from tests.diary import Diary

GO_WITH_THE_CLOCK = {"utc_offset_minutes", "ended_at", "ended_utc_offset_minutes"}
NOT_SAID = {"source_key", "written_on"}
"""Fields that no line sets."""
WORDS = {
    ("episode", "started_at"): ("calf 14:05", "no clock"),
    ("episode", "day_part"): ("evening calf", "no clock"),
    ("episode", "side"): ("left calf", "no side"),
    ("episode", "intensity"): ("calf 4", "no intensity"),
    ("episode", "duration_s"): ("calf 2m", "no length"),
    ("episode", "pattern"): ("calf on and off", "no pattern"),
    ("episode", "circumstance"): ("calf at rest", "no circumstance"),
    ("episode", "visible"): ("calf not visible", "forget visible"),
    ("episode", "filmed"): ("calf filmed", "forget filmed"),
    ("episode", "pain"): ("cramp calf pain", "forget pain"),
    ("episode", "numbness"): ("cramp calf numb", "forget numb"),
    ("episode", "note"): ('calf "at work"', "no note"),
    ("episode", "reliefs"): ("calf +stretch -heat", "no reliefs"),
    ("episode", "times"): ("calf x3", "x1"),
    ("episode", "kind"): ("calf cramp", "twitch"),
    ("sleep", "started_at"): ("nap 20m", "no clock"),
    ("drink", "taken_at"): ("coffee 14:05", "no clock"),
    ("drink", "day_part"): ("evening coffee", "no clock"),
    ("drink", "count"): ("2 coffees", "1"),
    ("drink", "volume_ml"): ("water 0.3l", "no size"),
    ("drink", "caffeine_mg"): ("coffee 80mg", "no caffeine"),
    ("drink", "alcohol_g"): ("beer 5g", "no alcohol"),
    ("workout", "started_at"): ("run 30m @14:05", "no clock"),
    ("workout", "day_part"): ("evening run 30m", "no clock"),
    ("workout", "region"): ("lift legs 45m", "no region"),
    ("workout", "effort"): ("run 30m 6", "no effort"),
    ("workout", "note"): ('run 30m "uphill"', "no note"),
    ("medicine", "dose"): ("started magnesium 300mg", "no dose"),
    ("medicine", "frequency"): ("started magnesium daily", "no frequency"),
    ("medicine", "note"): ('started magnesium "for sleep"', "no note"),
    ("dose", "taken_at"): ("14:05 took ibuprofen", "no clock"),
    ("dose", "day_part"): ("evening took ibuprofen", "no clock"),
    ("dose", "amount"): ("took ibuprofen 400mg", "no dose"),
    ("dose", "unit"): ("took ibuprofen 400mg", "no dose"),
    ("event", "started_at"): ("ill cold 14:05", "no clock"),
    ("event", "day_part"): ("ill cold this evening", "no clock"),
    ("event", "note"): ('ill cold "with fever"', "no note"),
}
"""Of a table a field -> the line that sets it, and the words of `edit` that take it back."""
ELSEWHERE = {
    ("medicine", "stopped_on"): "no stopped",
    ("episode", "going_on"): "stop",
    ("episode", "last_day"): "no length",
    ("event", "last_day"): "no end",
}
"""Fields that another line sets, with what takes them back; tested where they belong."""
UNSAID = {
    **{"times": 1, "count": 1, "kind": "twitch", "reliefs": []},
    **{"volume_ml": 240, "caffeine_mg": 96, "alcohol_g": 13},
}
"""What a field holds where nothing was said of it: of a drink what the catalogue says."""


def test_every_field_that_may_stand_unsaid_has_words_that_clear_it() -> None:
    optional = {
        (table, field)
        for table, record_class in CLASSES.items()
        for field, types in record_class.fields.items()
        if type(None) in get_args(types) and field not in GO_WITH_THE_CLOCK | NOT_SAID
    }
    assert optional - WORDS.keys() - ELSEWHERE.keys() == set()


@pytest.mark.parametrize(("table", "field"), WORDS)
def test_what_words_set_words_take_back(diary: Diary, table: str, field: str) -> None:
    line, words = WORDS[table, field]
    diary.log(line)
    record = only(diary)
    assert record["table"] == table
    assert record[field] not in (None, UNSAID.get(field))
    diary.said("edit", record["short_id"], *words.split())
    assert only(diary)[field] == UNSAID.get(field)


def test_a_medicine_that_was_stopped_is_taken_again(diary: Diary) -> None:
    diary.log_all(["started magnesium 300mg", "stopped magnesium"])
    diary.said("edit", only(diary)["short_id"], "no", "stopped")
    assert only(diary)["stopped_on"] is None


def only(diary: Diary) -> dict[str, Any]:
    (record,) = diary.page()["records"]
    return dict(record)
