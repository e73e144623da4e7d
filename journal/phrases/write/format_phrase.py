"""Records as the phrase that reads as the same record."""

from collections.abc import Callable
from typing import Any

from journal import moments
from journal.catalog import entries
from journal.catalog.everyday import JOINS, NOT_TAKEN, NOT_TAKEN_AT_ALL
from journal.catalog.kinds import DOSE_UNITS, EPISODE, EVENT_VERBS, WORKOUT
from journal.catalog.lexicon import Lexicon
from journal.catalog.medicine_words import REASONS
from journal.catalog.questions import Question
from journal.catalog.slot_types import Flag, KnownName, Quantity, Slot, Times
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.moments import Moment, UserClock
from journal.phrases.read.own_text.frequencies import FREQUENCY_WORDS
from journal.phrases.read.own_text.text_days import day_begun
from journal.phrases.read.own_text.text_edges import BEFORE_MEDICINES, BEFORE_TEXT
from journal.phrases.read.record_builder import drink_contents, each_of, usual_contents
from journal.phrases.read.sleep import nap_of
from journal.phrases.read.when.dates import DAYS_IN, MONTH_WORDS
from journal.phrases.read.when.times import PREPOSITIONS, TIME_WORDS
from journal.phrases.read.words.amounts import is_ambiguous
from journal.phrases.read.words.lexer import quote
from journal.phrases.write.format_number import minutes_phrase, number_phrase, time_phrase
from journal.phrases.write.format_time import clock_phrase, clock_text, when_phrase
from journal.records import (
    Answer,
    DayNote,
    Dose,
    Drink,
    Episode,
    Event,
    Forget,
    Medicine,
    Record,
    Relief,
    Sleep,
    StopMedicine,
    Workout,
)

EVENT_WORDS = {kind: verb for verb, kind in EVENT_VERBS.items()}


def _slot_phrase(lexicon: Lexicon, slot: Slot, value: Any) -> str:
    takes = slot.takes
    if isinstance(takes, KnownName):
        return lexicon.name_of(takes.role, value)
    if isinstance(takes, Flag):
        name = takes.names.split(",")[0]
        return name if value else f"{takes.no} {name}"
    if isinstance(takes, Times):
        return f"x{value}"
    if isinstance(takes, Quantity):
        if takes.dimension == "time":
            return time_phrase(round(value * takes.size, 6)) if takes.size == 1 else minutes_phrase(value)
        return f"{number_phrase(value)}{takes.unit}"
    return number_phrase(value)


DEFAULTS = {"kind": "twitch", "times": 1}


def _slots(lexicon: Lexicon, record: Record, slots: tuple[Slot, ...]) -> list[str]:
    parts = []
    for slot in slots:
        value = getattr(record, slot.field, None)
        if slot.field in ("reliefs", "note") or value is None:
            continue
        is_default = DEFAULTS.get(slot.field) == value
        is_kind_needed = slot.field == "kind" and (getattr(record, "numbness", None) or getattr(record, "pain", None))
        if is_default and not is_kind_needed:  # `numb` alone is a tingle, and `pain` is that of a kind
            continue
        parts.append(_slot_phrase(lexicon, slot, value))
    return parts


def _relief_phrase(lexicon: Lexicon, relief: Relief) -> str:
    sign = "tried " if relief.helped is None else "+" if relief.helped else "-"
    return sign + lexicon.name_of("relief", relief.name)


def _episode(record: Episode, lexicon: Lexicon, clock: UserClock) -> str:
    parts = ["start"] if record.going_on else []
    parts += _slots(lexicon, record, EPISODE.slots)
    if record.side == "both":
        parts[parts.index(lexicon.name_of("site", record.site))] = lexicon.plural_of(record.site)
    parts += [_relief_phrase(lexicon, relief) for relief in record.reliefs]
    when = when_phrase(clock, record)
    is_said = record.last_day and record.duration_s is None
    parts.append(f"from {when} to {record.last_day}" if is_said else when)
    if record.note:
        parts.append(quote(record.note))
    return " ".join(parts)


def _drink(record: Drink, lexicon: Lexicon, clock: UserClock) -> str:
    name = lexicon.name_of("drink", record.name)
    if record.count > 1:
        plural = entries.several(name)
        name = f"{record.count} {plural if lexicon.slug_of('drink', plural) == record.name else name}"
    parts = [name]
    record = each_of(record)
    size = usual_contents(lexicon, record.name)[0]
    if record.volume_ml is not None and record.volume_ml != size:
        parts.append(f"{number_phrase(record.volume_ml)}ml")
    caffeine, alcohol = drink_contents(lexicon, record.name, record.volume_ml)
    if record.caffeine_mg is not None and record.caffeine_mg != caffeine:
        parts.append(f"{number_phrase(record.caffeine_mg)}mg")
    if record.alcohol_g is not None and record.alcohol_g != alcohol:
        parts.append(f"{number_phrase(record.alcohol_g)}g")
    return " ".join([*parts, when_phrase(clock, record)])


def _sleep(record: Sleep, lexicon: Lexicon, clock: UserClock) -> str:
    verb = "nap" if record.nap else "slept"
    if record.started_at is None or record.ended_at is None:
        return f"{verb} {minutes_phrase(record.minutes)} {when_phrase(clock, record)}"
    begin = (record.started_at, record.utc_offset_minutes)
    end = (record.ended_at, record.ended_utc_offset_minutes)
    span = _span(begin, end, clock)
    if record.nap and " to " not in span and _lasts(record, clock):
        return f"nap {minutes_phrase(record.minutes)} {when_phrase(clock, record)}"
    dated = moments.lived(*begin) if record.nap else moments.lived(*end)
    natural = clock.day_of(dated) if record.nap else dated.date()
    belongs = "" if natural.isoformat() == record.day else f" (day {record.day})"
    return f"{dated:%Y-%m-%d} {verb} {span}{belongs}"


def _span(begin: tuple[str, int | None], end: tuple[str, int | None], clock: UserClock) -> str:
    """Two clocks; their offsets as well where they differ or the clocks here do not say the same."""
    clock_texts = [clock_phrase(clock, *begin), clock_phrase(clock, *end)]
    if begin[1] == end[1] and not any(sign in clock_time for clock_time in clock_texts for sign in "+-"):
        return "-".join(clock_texts)
    return f"{clock_text(*begin)} to {clock_text(*end)}"


def _lasts(record: Sleep, clock: UserClock) -> bool:
    """Whether a nap's end is the one that follows, here, from its beginning and its length."""
    begins = Moment(record.day, record.started_at, record.utc_offset_minutes)
    return nap_of(begins, record.minutes, clock) == record


def _workout(record: Workout, lexicon: Lexicon, clock: UserClock) -> str:
    parts = [
        lexicon.name_of("workout", record.kind),
        *_slots(lexicon, record, WORKOUT.slots),
        when_phrase(clock, record),
    ]
    return " ".join(parts + ([quote(record.note)] if record.note else []))


def _text(text: str) -> str:
    """A text of the user's as it stands where nothing in it could be read otherwise, else in quotes."""
    lowered = text.lower().split(" ")
    plain = all(word.isalpha() and word.isascii() and word not in _SLOT_WORDS for word in lowered)
    return text if plain else quote(text)


_SLOT_WORDS = {
    *(word for name in TIME_WORDS for word in name.split(" ")),
    *MONTH_WORDS,
    *FREQUENCY_WORDS,
    *BEFORE_TEXT,
    *PREPOSITIONS,
    *DOSE_UNITS,
    *DAYS_IN,
    *("since", "from", "next", "last", "this", "all", "x"),
}
"""Words of a text that could be read as something else."""


def _name(name: str, lexicon: Lexicon) -> str:
    """The name of a medicine; in quotes where a word of it could be that of a site."""
    is_grammar = name.lower() in lexicon.senses or any(word in lexicon.senses for word in name.lower().split(" "))
    return quote(name) if is_grammar or _is_no_medicine(name.lower()) else _text(name)


def _is_no_medicine(name: str) -> bool:
    """Whether without quotes a name is refused as that of no medicine."""
    parts = name.split(" ")
    return (
        parts[0].endswith("ing")
        or bool({*parts} & {*NOT_TAKEN, *NOT_TAKEN_AT_ALL, *REASONS, *JOINS})
        or parts[0] in BEFORE_MEDICINES
    )


def _medicine(record: Medicine, lexicon: Lexicon, clock: UserClock) -> str:
    dose = f" {_dose_phrase(record.dose)}" if record.dose else ""
    often = f" {record.frequency}" if record.frequency else ""
    note = f" {quote(record.note)}" if record.note else ""
    return f"{record.started_on} started {_name(record.name, lexicon)}{dose}{often}{note}"


def _dose_phrase(dose: str) -> str:
    digits, space, unit = dose.partition(" ")
    return f"{digits}{'0' if is_ambiguous(digits) else ''}{space}{unit}"


def _dose(record: Dose, lexicon: Lexicon, clock: UserClock) -> str:
    if record.amount is not None and record.unit is None:
        return f"{when_phrase(clock, record)} took {number_phrase(record.amount)} {_name(record.name, lexicon)}"
    amount = "" if record.amount is None else f" {number_phrase(record.amount)}{record.unit}"
    return f"{when_phrase(clock, record)} took {_name(record.name, lexicon)}{amount}"


def _event(record: Event, lexicon: Lexicon, clock: UserClock) -> str:
    when, note = when_phrase(clock, record), f" {quote(record.note)}" if record.note else ""
    if record.last_day:
        when = f"from {when} to {record.last_day}"
    return f"{when} {EVENT_WORDS.get(record.kind, record.kind)} {_text(record.text)}{note}"


def _note(record: DayNote, lexicon: Lexicon, clock: UserClock) -> str:
    plain = record.text == record.text.strip() and '"' not in record.text and "\n" not in record.text
    try:
        plain = plain and not day_begun(record.text, clock)
    except PhraseRefused:
        plain = False
    return f"{record.day}: note {record.text if plain else quote(record.text)}"


def _answer(record: Answer, lexicon: Lexicon, clock: UserClock) -> str:
    question = lexicon.questions.get(record.question)
    return f"{record.day}: {_said_answer(record, question)}"


def _said_answer(record: Answer, question: Question | None) -> str:
    value = record.value
    if record.question == "any_twitches":
        return "some" if value else "none"
    if record.question == "drinks_complete" and value:
        return "that's all"
    if question is None:
        return f"{record.question.replace('_', ' ')} {number_phrase(value)}"
    if value == 0 and question.no_names:
        return f"no {question.no_names.split(',')[0]}"
    name = question.names.split(",")[0] or question.slug.replace("_", " ")
    if question.is_yes_or_no:
        return name if value else f"no {name}"
    if record.question == "sleep_hours":
        minutes = round(value * 60)
        exact = round(minutes / 60, 6) == value
        return f"sleep {minutes // 60}h{minutes % 60:02}" if exact else f"sleep {number_phrase(value)}h"
    unit = question.unit if question.unit in UNITS else ""
    return f"{name} {number_phrase(value)}{unit}"


def _forget(act: Forget, lexicon: Lexicon, clock: UserClock) -> str:
    question = lexicon.questions[act.question]
    name = question.no_names or question.names or question.slug.replace("_", " ")
    return f"{act.day}: forget {name.split(',')[0]}"


def _stopped(act: StopMedicine, lexicon: Lexicon, clock: UserClock) -> str:
    dose = f" {_dose_phrase(act.dose)}" if act.dose else ""
    return f"{act.day} stopped {_name(act.name, lexicon)}{dose}"


FORMATS: dict[type, Callable[[Any, Lexicon, UserClock], str]] = {
    Episode: _episode,
    Drink: _drink,
    Sleep: _sleep,
    Workout: _workout,
    Medicine: _medicine,
    Dose: _dose,
    Event: _event,
    DayNote: _note,
    Answer: _answer,
    Forget: _forget,
    StopMedicine: _stopped,
}


def phrase(record: Record | Forget | StopMedicine, lexicon: Lexicon, clock: UserClock) -> str:
    """The phrase that, read here, is the same record again."""
    return FORMATS[type(record)](record, lexicon, clock)


def phrases(record: Record, lexicon: Lexicon, clock: UserClock) -> list[str]:
    """The phrases of a record: two for a medicine that has ended, one for anything else."""
    lines = [phrase(record, lexicon, clock)]
    if isinstance(record, Medicine) and record.stopped_on:
        lines.append(phrase(StopMedicine(record.name, record.stopped_on), lexicon, clock))
    return lines
