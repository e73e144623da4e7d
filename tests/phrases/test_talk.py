"""What people type unprompted becomes the record that they mean, or is refused with the one thing that is missing.

It is Wednesday 25 November 2026, 14:30 in Berlin.
"""

from typing import Any

import pytest

from journal.errors import PhraseRefused
from journal.records import DayNote, replace
from tests.phrases import talk
from tests.phrases.lines import rows, said

NOW = "2026-11-25 14:30"


def noted(acts: list[Any], sentence: str) -> list[Any]:
    """The records with the whole sentence as their note, or as that day's where such records have none."""
    (act,) = acts
    if hasattr(act, "note"):
        return [replace(act, note=sentence)]
    return [act, DayNote(day=act.day, text=sentence)]


def check(sentence: str, right: bool) -> None:
    """A row of the pending list has to be wrong still."""
    assert right != (sentence in talk.PENDING), "mended: take it off talk.PENDING" if right else "not what was meant"


def reading(sentence: str) -> Any:
    try:
        return said(sentence, NOW)
    except PhraseRefused as refused:
        return str(refused)


@pytest.mark.parametrize(("sentence", "phrase"), rows(*talk.SENTENCES.items()))
def test_a_sentence_becomes_the_record_that_its_phrase_says(sentence: str, phrase: str) -> None:
    expected = reading(phrase.removesuffix(talk.NOTED))
    if phrase.endswith(talk.NOTED) and not isinstance(expected, str):
        expected = noted(expected, sentence)
    check(sentence, reading(sentence) == expected and not isinstance(expected, str))


@pytest.mark.parametrize(("sentence", "days"), rows(*talk.SEVERAL_DAYS.items()))
def test_what_lasts_longer_than_a_day_touches_each_of_its_days(sentence: str, days: tuple[str, str]) -> None:
    acts = reading(sentence)
    check(sentence, [(getattr(act, "day", ""), getattr(act, "last_day", "")) for act in acts] == [days])


@pytest.mark.parametrize(("sentence", "event"), rows(*talk.EVENTS.items()))
def test_an_event_has_its_kind_its_words_and_its_days(sentence: str, event: tuple[str, ...]) -> None:
    fields = ("kind", "text", "day", "last_day")
    check(sentence, [tuple(getattr(act, field, "") for field in fields) for act in reading(sentence)] == [event])


@pytest.mark.parametrize(("sentence", "way_on"), rows(*talk.REFUSED.items()))
def test_what_cannot_be_stored_is_refused_with_the_way_on(sentence: str, way_on: str) -> None:
    answer = reading(sentence)
    check(sentence, isinstance(answer, str) and way_on.lower() in answer.lower())


def test_the_pending_list_names_sentences_of_the_tables() -> None:
    assert {*talk.SENTENCES, *talk.SEVERAL_DAYS, *talk.EVENTS, *talk.REFUSED} >= talk.PENDING
