"""What can be typed is said back as a phrase that reads as the same record; anything else is one clear error."""

from journal.records import replace

from hypothesis import event, given
from hypothesis import strategies as some

from journal.catalog.words import Words
from journal.moments import Here
from journal.phrases.context import Context
from journal.phrases.phrasing import phrases
from journal.phrases.reading import read
from journal.records import Act, Medicine, Record, Stopped
from journal.refusal import PhraseRefused
from tests.phrases import strategies as typed


def read_together(lines: list[str], context: Context) -> Record:
    """The one record that these lines say."""
    acts: list[Act] = [act for line in lines for act in read(line, context)]
    record, *more = acts
    assert isinstance(record, Record), acts
    if not more:
        return record
    (stopped,) = more
    assert isinstance(record, Medicine)
    assert isinstance(stopped, Stopped)
    assert stopped.name == record.name
    return replace(record, stopped_on=stopped.day)


def check_said_back(record: Record, words: Words, here: Here) -> None:
    lines = phrases(record, words, here)
    assert not any("\n" in line for line in lines)
    assert read_together(lines, Context(here, words)) == record, lines


@typed.tried(300)
@given(some.data(), typed.vocabularies(), typed.heres())
def test_the_phrase_of_every_record_reads_as_the_same_record(data: some.DataObject, words: Words, here: Here) -> None:
    record = data.draw(typed.records(words, here))
    event(type(record).__name__)
    check_said_back(record, words, here)


@typed.tried(300)
@given(typed.LINES, typed.heres())
def test_what_any_line_says_is_said_back_as_the_same_records(line: str, here: Here) -> None:
    context = Context(here, Words(), {"1": "left calf", "2": "yesterday"})
    try:
        acts = read(line, context)
    except PhraseRefused:
        event("refused")
        return
    for act in acts:
        event(type(act).__name__)
        if isinstance(act, Record):
            check_said_back(act, context.words, here)
