"""What can be typed is said back as a phrase that reads as the same record; anything else is one clear error."""

from typing import Any

from hypothesis import event, given
from hypothesis import strategies as some

from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.phrases.edit_record import edit_record
from journal.phrases.read.parser import parse
from journal.phrases.write.format_phrase import phrases
from journal.records import Act, DayNote, Medicine, Record, StopMedicine, replace
from tests.phrases import strategies as typed
from tests.phrases import strategies_of_lines as typed_lines
from tests.phrases.lines import WORDS


def read_together(lines: list[str], context: Context) -> Record:
    """The one record that these lines say."""
    acts: list[Act] = [act for line in lines for act in parse(line, context)]
    record, *more = acts
    assert isinstance(record, Record), acts
    if not more:
        return record
    (stopped,) = more
    assert isinstance(record, Medicine)
    assert isinstance(stopped, StopMedicine)
    assert stopped.name == record.name
    return replace(record, stopped_on=stopped.day)


def check_said_back(record: Record, lexicon: Lexicon, clock: UserClock) -> None:
    lines = phrases(record, lexicon, clock)
    assert not any("\n" in line for line in lines)
    assert read_together(lines, Context(clock, lexicon)) == record, lines


@typed.tried(50)
@given(some.data(), typed.vocabularies(), typed.heres())
def test_the_phrase_of_every_record_reads_as_the_same_record(
    data: some.DataObject, lexicon: Lexicon, clock: UserClock
) -> None:
    record = data.draw(typed.records(lexicon, clock))
    event(type(record).__name__)
    check_said_back(record, lexicon, clock)


@typed.tried(50)
@given(typed_lines.LINES, typed.heres())
def test_what_any_line_says_is_said_back_as_the_same_records(line: str, clock: UserClock) -> None:
    context = Context(clock, WORDS, {"1": "left calf", "2": "yesterday"})
    try:
        acts = parse(line, context)
    except PhraseRefused:
        event("refused")
        return
    for act in acts:
        event(type(act).__name__)
        if isinstance(act, Record):
            check_said_back(act, context.lexicon, clock)


@typed.tried(10)
@given(some.sampled_from(["1.1250", "12.3450", "100.0010"]), typed.heres())
def test_three_decimals_are_said_back_so_that_they_are_read(amount: str, clock: UserClock) -> None:
    for line in (
        f"water {amount}ml",
        f"took ibuprofen {amount}mg",
        f"started magnesium {amount}mg",
        f"tea {amount}mg",
        f"fluids {amount}ml",
        f"calf {amount}s",
        "sleep 7.1250",
        "took ibuprofen 0.125mg",
        "water 1234.567ml",
    ):
        (record,) = parse(line, Context(clock, WORDS))
        assert isinstance(record, Record)
        check_said_back(record, WORDS, clock)


# ---- whatever is typed ----------------------------------------------------------------------------------------

TEMPLATES = {"1": "left calf", "2": "yesterday", "3": "3", "4": "yesterday: none"}
EDITS = (
    *(
        "5",
        "right",
        "14:05",
        "yesterday",
        "yesterday 14:05",
        "evening",
        "no note",
        "no clock",
        "forget pain",
        '"a note"',
    ),
    *("400mg", "20m", "45m 8", "2 coffees", "300ml", "no", "stopped yesterday", "started 2026-11-01", "10:00-11:00"),
)
NOISE = ("Traceback", "Error", "None", "Token(", "datetime", "object at", "dataclass", "<", "{", "\\x")


def outcome(line: str | bytes, clock: UserClock) -> list[Act] | str:
    """What a line says, or why it is refused; nothing else may happen."""
    try:
        return parse(line, Context(clock, WORDS, TEMPLATES))
    except PhraseRefused as refused:
        return str(refused)


def check_is_a_sentence(message: str, line: str) -> None:
    """A refusal is for the eyes of a tired user: one short line of words."""
    assert message == message.strip()
    assert 10 < len(message) < 300
    assert "\n" not in message
    assert not message.endswith(".")
    assert message.count("`") % 2 == 0 or "`" in line
    assert not [noise for noise in NOISE if noise in message and noise.lower() not in line.lower()]


@typed.tried(60)
@given(typed_lines.LINES | some.text(), typed.heres())
def test_what_is_refused_is_refused_with_one_sentence(line: str, clock: UserClock) -> None:
    found = outcome(line, clock)
    assert found
    if isinstance(found, str):
        check_is_a_sentence(found, line)
    assert outcome(line, clock) == found


@typed.tried(50)
@given(some.binary() | typed_lines.LINES.map(lambda line: line.encode("utf-16")), typed.heres())
def test_no_bytes_raise_anything_but_a_refusal(line: bytes, clock: UserClock) -> None:
    found = outcome(line, clock)
    if isinstance(found, str):
        check_is_a_sentence(found, line.decode("utf-8", "surrogateescape"))


@typed.tried(50)
@given(typed_lines.LINES, typed.heres())
def test_bytes_say_what_their_text_says(line: str, clock: UserClock) -> None:
    assert outcome(line.encode("utf-8", "surrogatepass"), clock) == outcome(line, clock)


@typed.tried(50)
@given(typed_lines.written_differently(), typed.heres())
def test_case_spaces_underscores_and_commas_do_not_matter(lines: tuple[str, str], clock: UserClock) -> None:
    plain, other = (outcome(line, clock) for line in lines)
    assert isinstance(plain, str) == isinstance(other, str)
    assert isinstance(plain, str) or without_note(plain, lines[0]) == without_note(other, lines[1])


def without_note(acts: list[Act] | str, line: str) -> list[Any]:
    """What was said but for the line itself, which is kept as it was typed."""
    kept = [act for act in acts if not (isinstance(act, DayNote) and act.text == line.strip())]
    return [replace(act, note=None) if getattr(act, "note", None) == line.strip() else act for act in kept]


@typed.tried(50)
@given(some.data(), typed.vocabularies(), typed.heres())
def test_an_edit_gives_a_record_of_the_same_kind_or_is_refused(
    data: some.DataObject, lexicon: Lexicon, clock: UserClock
) -> None:
    record = replace(data.draw(typed.records(lexicon, clock)), id="1234", source="elsewhere", source_key="x")
    line = data.draw(typed_lines.LINES | some.sampled_from(EDITS))
    try:
        edited = edit_record(record, line, Context(clock, lexicon))
    except PhraseRefused as refused:
        check_is_a_sentence(str(refused), line)
        return
    assert type(edited) is type(record)
    assert (edited.id, edited.source, edited.source_key) == ("1234", "elsewhere", "x")
    assert phrases(edited, lexicon, clock)
