"""What is offered for a word that is not known: words of the open slot, one slip away, with the same first letter."""

import pytest

from journal.catalog.everyday import NEVER_SLIPS
from journal.phrases.context import refuse_unknown
from journal.phrases.read.words.slips import slip_of
from tests.phrases.lines import WORDS, refusal


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("clf 4", "calf"),  # left out
        ("callf 4", "calf"),  # added
        ("celf 4", "calf"),  # changed
        ("claf 4", "calf"),  # exchanged
        ("eyelif twitching", "eyelid"),
        ("calf 3 yesturday", "yesterday"),
        ("2 cofees", "coffees"),
        ("lift legz 20m", "legs"),
        ("stres 7", "stress"),
    ],
)
def test_one_slip_is_named(line: str, meant: str) -> None:
    assert f"did you mean {meant}?" in refusal(line)


@pytest.mark.parametrize(
    "line", ["kalf 4", "xyzzy", "calfffff 4", "tired", "bath", "fire 4", "nice day", "now", "noww", "no wai", "thier 4"]
)
def test_what_is_further_off_is_answered_with_what_can_be_said(line: str) -> None:
    answer = refusal(line)
    assert "did you mean" not in answer
    assert "`" in answer


def test_no_word_of_the_list_is_ever_a_slip() -> None:
    assert not [word for word in NEVER_SLIPS if slip_of(word, WORDS.senses)]
    assert not [word for word in NEVER_SLIPS if "did you mean" in str(refuse_unknown(word, WORDS.senses))]


def test_an_unknown_word_is_answered_with_how_to_add_it_and_how_to_keep_the_line() -> None:
    answer = refusal("xyzzy 4")
    assert "`left calf 4 2m`" in answer
    assert "`term add`" in answer
    assert "`note ...`" in answer


def test_only_words_that_are_open_there_are_offered() -> None:
    assert "did you mean" not in refusal("espresso rigth")  # a drink has no side
    assert "did you mean right?" in refusal("rigth calf 4")
