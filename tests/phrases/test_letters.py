"""Signs and letters that phones, word processors and other systems put in read as the plain ones.

It is Saturday 21 November 2026, 14:05 in Berlin.
"""

from unicodedata import normalize

import pytest

from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.questions import Question
from journal.records import DayNote
from tests.phrases.expected import TODAY
from tests.phrases.lines import one, rows, said

SIGNS = [
    ("calf ×12", "calf x12"),
    ("calf −heat", "calf -heat"),
    ("calf ４", "calf 4"),
    ("water ０．５l", "water 0.5l"),
    ("calf “at work”", 'calf "at work"'),
    ("calf „at work“", 'calf "at work"'),
    ("calf «at work»", 'calf "at work"'),
    ("slept 23:40–06:10", "slept 23:40-06:10"),
    ("slept 23:40 — 06:10", "slept 23:40-06:10"),
    ("slept 11pm‑7am", "slept 11pm-7am"),
    ("that’s all", "that's all"),
    ("2026‑11‑20 calf", "2026-11-20 calf"),
    ("\u200bcalf\u200b 4", "calf 4"),
]


@pytest.mark.parametrize(("line", "plain"), rows(*SIGNS))
def test_signs_that_systems_put_in_read_as_the_plain_ones(line: str, plain: str) -> None:
    assert said(line) == said(plain)


def test_composed_and_decomposed_letters_are_one_name() -> None:
    composed, decomposed = "häufchen", normalize("NFD", "häufchen")
    lexicon = Lexicon([Term("site", decomposed)], [Question("iron", "Iron", unit="µg", built_in=False)])
    assert one(f"{composed} 4", lexicon=lexicon) == one(f"{decomposed} 4", lexicon=lexicon)
    assert one("iron 5μg", lexicon=lexicon) == one("iron 5µg", lexicon=lexicon)


def test_text_is_kept_as_it_was_typed() -> None:
    typed = "“q” a – b ４ cafe\u0301"
    assert one(f"note {typed}") == DayNote(day=TODAY, text=typed)
    assert one(f'calf "{typed}"').note == typed
