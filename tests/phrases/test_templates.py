"""A template's digit, alone and with more words behind it."""

from typing import Any

import pytest

from journal.records import Drink, Episode
from tests.phrases.lines import one, refusal, said

TEMPLATES = {"1": "left calf 4", "2": "2 coffees", "4": "yesterday evening right eyelid"}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("1", {"site": "calf", "side": "left", "intensity": 4}),
        ("1 6", {"site": "calf", "side": "left", "intensity": 6}),
        ("1 6 yesterday", {"intensity": 6, "day": "2026-11-20", "started_at": None}),
        ("1 x12", {"intensity": 4, "times": 12}),
        ("1 right", {"side": "right", "intensity": 4}),
        ('1 6 "after the gym"', {"intensity": 6, "note": "after the gym"}),
        ("1 while on the phone", {"intensity": 4, "note": "1 while on the phone"}),
        ("1 cramp", {"kind": "cramp", "intensity": 4}),
        ("2 300ml", {"count": 2, "volume_ml": 600}),
        ("4 5", {"site": "eyelid", "intensity": 5, "day_part": "evening"}),
        ("2 teas", {"name": "tea", "count": 2}),  # it says something by itself
        ("1 litre of water", {"name": "water", "volume_ml": 1000}),
    ],
)
def test_more_words_are_added_or_take_the_place_of_its_own(line: str, fields: dict[str, Any]) -> None:
    record = one(line, templates=TEMPLATES)
    assert {name: getattr(record, name) for name in fields} == fields


def test_it_stands_behind_a_day_too() -> None:
    first, second = said("yesterday: 1 6, 2", templates=TEMPLATES)
    assert isinstance(first, Episode)
    assert isinstance(second, Drink)
    assert (first.day, first.intensity, second.day, second.count) == ("2026-11-20", 6, "2026-11-20", 2)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("5 6", "5 has no template yet"),
        ("1 yesturday", "did you mean yesterday?"),
        ("1 14", "intensity is 0 to 10"),
        ("2 cofees", "did you mean coffees?"),
        ("0 6", ""),
    ],
)
def test_what_cannot_stand_behind_it_is_refused(line: str, why: str) -> None:
    assert why in refusal(line, templates=TEMPLATES)
