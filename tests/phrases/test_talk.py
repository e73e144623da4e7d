"""What people type unprompted becomes the record that they mean, or is refused with the one thing that is missing.

It is Wednesday 25 November 2026, 14:30 in Berlin.
"""

from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as some

from journal.catalog import everyday
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.edit_record import read_edited
from journal.records import DayNote, replace
from tests.phrases import composed, deeds, handover, strangers, talk
from tests.phrases import strategies as typed
from tests.phrases.lines import WORDS, here, of_each, rows, said

NOW = "2026-11-25 14:30"


def noted(acts: list[Any], sentence: str) -> list[Any]:
    """The records with the whole sentence as their note, or as that day's where such records have none."""
    (act,) = acts
    if hasattr(act, "note"):
        return [replace(act, note=sentence)]
    return [act, DayNote(day=act.day, text=sentence)]


def reading(sentence: str) -> Any:
    try:
        return said(sentence, NOW)
    except PhraseRefused as refused:
        return str(refused)


@of_each(
    *{
        **talk.SENTENCES,
        **strangers.SENTENCES,
        **deeds.SENTENCES,
        **handover.SENTENCES,
        **composed.SENTENCES,
    }.items()
)
def test_a_sentence_becomes_the_record_that_its_phrase_says(sentence: str, phrase: str) -> None:
    expected = reading(phrase.removesuffix(talk.NOTED))
    if phrase.endswith(talk.NOTED) and not isinstance(expected, str):
        expected = noted(expected, sentence)
    assert reading(sentence) == expected
    assert not isinstance(expected, str)


@pytest.mark.parametrize(("sentence", "days"), rows(*talk.SEVERAL_DAYS.items()))
def test_what_lasts_longer_than_a_day_touches_each_of_its_days(sentence: str, days: tuple[str, str]) -> None:
    acts = reading(sentence)
    assert [(getattr(act, "day", ""), getattr(act, "last_day", "")) for act in acts] == [days]


@pytest.mark.parametrize(
    ("sentence", "event"),
    rows(*{**talk.EVENTS, **strangers.EVENTS, **deeds.EVENTS, **handover.EVENTS, **composed.EVENTS}.items()),
)
def test_an_event_has_its_kind_its_words_and_its_days(sentence: str, event: tuple[str, ...]) -> None:
    fields = ("kind", "text", "day", "last_day")
    assert [tuple(getattr(act, field, "") for field in fields) for act in reading(sentence)] == [event]


@pytest.mark.parametrize(
    ("sentence", "medicine"),
    rows(
        *{
            **talk.MEDICINES,
            **strangers.MEDICINES,
            **deeds.MEDICINES,
            **handover.MEDICINES,
            **composed.MEDICINES,
        }.items()
    ),
)
def test_a_medicine_has_its_name_its_dose_and_how_often(sentence: str, medicine: tuple[str, ...]) -> None:
    (act,) = reading(sentence)
    assert (act.name, act.dose, act.frequency) == medicine


@of_each(*{**talk.REFUSED, **strangers.REFUSED, **deeds.REFUSED, **handover.REFUSED, **composed.REFUSED}.items())
def test_what_cannot_be_stored_is_refused_with_the_way_on(sentence: str, way_on: str) -> None:
    answer = reading(sentence)
    assert isinstance(answer, str)
    assert way_on.lower() in answer.lower()
    assert "None" not in answer


def test_an_edited_line_takes_no_words_that_nobody_reads() -> None:
    (record,) = reading("left calf 4")
    context = Context(here(NOW), WORDS)
    assert read_edited(record, "left calf 4", "left calf 5", context) == said("left calf 5", NOW)
    with pytest.raises(PhraseRefused, match="goes into quotes"):
        read_edited(record, "left calf 4", "left calf 4 while driving", context)


# ---- whatever is said -------------------------------------------------------------------------------------------

SUBJECTS = typed.listed("calf|eyelid twitching|cramp thumb|coffee|tea|slept 6h|stress 7|lift 40m|none|nap 20m|food 3")
PLAIN = typed.listed(
    "bad|friends|deadline|anna|felt odd|my|the|after work|while driving|with|in bed|because of|😩|B12|again|so|and|near"
)
TO_BE_READ = typed.listed(
    "3|x4|11|3-4|5k|2 friends|20|1.5|09:15|3pm|at 9am|yesterday|Mon|12 Nov|2026-11-20|in October|last week|3/10"
    "|2 days ago|25m ago|tonight|this morning|left|200ml|15m|50mg|a few hours|every day|monday's|4:30|noon|12/11"
)
"""What may never be in a note unless it was read as well."""
NO_RECORDS = typed.listed("not|never|didn't|hardly|always|should|will|without|sore|nothing")


def without_note(sentence: str) -> Any:
    """What a sentence says but for itself as a note; a refusal is nothing."""
    acts = reading(sentence)
    if isinstance(acts, str):
        return None
    kept = [act for act in acts if not (isinstance(act, DayNote) and act.text == sentence)]
    return [replace(act, note=None) if getattr(act, "note", None) == sentence else act for act in kept]


@typed.tried(100)
@given(some.sampled_from(SUBJECTS), some.data())
def test_no_number_clock_date_side_or_denial_is_in_a_note_without_being_read(
    subject: str, data: some.DataObject
) -> None:
    others = data.draw(some.lists(some.sampled_from(PLAIN), min_size=1, max_size=3, unique=True))
    risky = data.draw(some.sampled_from(TO_BE_READ + NO_RECORDS))
    words = data.draw(some.permutations([subject, risky, *others]))
    sentence = " ".join(words)
    acts = reading(sentence)
    if isinstance(acts, str) or without_note(sentence) == acts:
        event("refused" if isinstance(acts, str) else "nothing left over")
        return
    event("noted")
    assert risky not in NO_RECORDS
    without = " ".join(word for word in words if word != risky)
    assert without_note(sentence) != without_note(without)


def test_words_that_turn_a_meaning_round_are_no_fillers() -> None:
    kept = everyday.DENIALS | everyday.HABITS | everyday.PLANS | everyday.TROUBLES | everyday.WHEN_NOT_EXACTLY
    assert not kept & (everyday.FILLERS | everyday.CONTEXT | everyday.INSIDE_A_NAME)
