"""Records said back as the phrase that reads as the same record."""

from collections.abc import Callable
from typing import Any

from journal import moments
from journal.catalog.kinds import EPISODE, EVENT_VERBS, WORKOUT, Amount, Flag, Named, Slot, Times
from journal.catalog.questions import Question
from journal.catalog.units import UNITS
from journal.catalog.words import Words
from journal.moments import Here, Moment
from journal.phrases.building import poured, usual
from journal.phrases.numbers import minutes_phrase, number_words, time_phrase
from journal.phrases.sleeping import nap_of
from journal.phrases.tokens import quote
from journal.phrases.when import MONTH_WORDS, TIME_WORDS
from journal.phrases.when_said import clock_phrase, clock_text, when_phrase
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
    Stopped,
    Workout,
)

EVENT_WORDS = {kind: verb for verb, kind in EVENT_VERBS.items()}


def _slot_phrase(words: Words, slot: Slot, value: Any) -> str:
    takes = slot.takes
    if isinstance(takes, Named):
        return words.name_of(takes.role, value)
    if isinstance(takes, Flag):
        name = takes.names.split(",")[0]
        return name if value else f"{takes.no} {name}"
    if isinstance(takes, Times):
        return f"x{value}"
    if isinstance(takes, Amount):
        if takes.dimension == "time":
            return time_phrase(round(value * takes.size, 6)) if takes.size == 1 else minutes_phrase(value)
        return f"{number_words(value)}{takes.unit}"
    return number_words(value)


DEFAULTS = {"kind": "twitch", "times": 1}


def _slots(words: Words, record: Record, slots: tuple[Slot, ...]) -> list[str]:
    said = []
    for slot in slots:
        value = getattr(record, slot.field, None)
        if slot.field in ("reliefs", "note") or value is None or DEFAULTS.get(slot.field) == value:
            continue
        said.append(_slot_phrase(words, slot, value))
    return said


def _relief_phrase(words: Words, relief: Relief) -> str:
    sign = "tried " if relief.helped is None else "+" if relief.helped else "-"
    return sign + words.name_of("relief", relief.name)


def _episode(record: Episode, words: Words, here: Here) -> str:
    said = ["start"] if record.going_on else []
    said += _slots(words, record, EPISODE.slots)
    if record.side == "both":
        said[said.index(words.name_of("site", record.site))] = words.plural_of(record.site)
    said += [_relief_phrase(words, relief) for relief in record.reliefs]
    said.append(when_phrase(here, record))
    if record.note:
        said.append(quote(record.note))
    return " ".join(said)


def _drink(record: Drink, words: Words, here: Here) -> str:
    said = [words.name_of("drink", record.name)]
    size = usual(words, record.name)[0]
    if record.volume_ml is not None and record.volume_ml != size:
        said.append(f"{number_words(record.volume_ml)}ml")
    caffeine, alcohol = poured(words, record.name, record.volume_ml)
    if record.caffeine_mg is not None and record.caffeine_mg != caffeine:
        said.append(f"{number_words(record.caffeine_mg)}mg")
    if record.alcohol_g is not None and record.alcohol_g != alcohol:
        said.append(f"{number_words(record.alcohol_g)}g")
    return " ".join([*said, when_phrase(here, record)])


def _sleep(record: Sleep, words: Words, here: Here) -> str:
    verb = "nap" if record.nap else "slept"
    if record.started_at is None or record.ended_at is None:
        return f"{verb} {minutes_phrase(record.minutes)} {when_phrase(here, record)}"
    begin = (record.started_at, record.utc_offset_minutes)
    end = (record.ended_at, record.ended_utc_offset_minutes)
    span = _span(begin, end, here)
    if record.nap and " to " not in span and _lasts(record, here):
        return f"nap {minutes_phrase(record.minutes)} {when_phrase(here, record)}"
    dated = moments.lived(*begin) if record.nap else moments.lived(*end)
    natural = here.day_of(dated) if record.nap else dated.date()
    belongs = "" if natural.isoformat() == record.day else f" (day {record.day})"
    return f"{dated:%Y-%m-%d} {verb} {span}{belongs}"


def _span(begin: tuple[str, int | None], end: tuple[str, int | None], here: Here) -> str:
    """Two clocks; their offsets as well where they differ or the clocks here do not say the same."""
    said = [clock_phrase(here, *begin), clock_phrase(here, *end)]
    if begin[1] == end[1] and not any(sign in clock for clock in said for sign in "+-"):
        return "-".join(said)
    return f"{clock_text(*begin)} to {clock_text(*end)}"


def _lasts(record: Sleep, here: Here) -> bool:
    """Whether a nap's end is the one that follows, here, from its beginning and its length."""
    begins = Moment(record.day, record.started_at, record.utc_offset_minutes)
    return nap_of(begins, record.minutes, here) == record


def _workout(record: Workout, words: Words, here: Here) -> str:
    said = [words.name_of("workout", record.kind), *_slots(words, record, WORKOUT.slots), when_phrase(here, record)]
    return " ".join(said + ([quote(record.note)] if record.note else []))


def _text(text: str) -> str:
    """A text of the user's as it stands where nothing in it could be read otherwise, else in quotes."""
    words = text.lower().split(" ")
    plain = all(word.isalpha() and word.isascii() and word not in (*TIME_WORDS, *MONTH_WORDS) for word in words)
    return text if plain else quote(text)


def _name(name: str, words: Words) -> str:
    """The name of a medicine; in quotes where a word of it could be that of a site."""
    known = name.lower() in words.senses or any(word in words.senses for word in name.lower().split(" "))
    return quote(name) if known else _text(name)


def _medicine(record: Medicine, words: Words, here: Here) -> str:
    dose = f" {record.dose}" if record.dose else ""
    note = f" {quote(record.note)}" if record.note else ""
    return f"{record.started_on} started {_name(record.name, words)}{dose}{note}"


def _dose(record: Dose, words: Words, here: Here) -> str:
    amount = "" if record.amount is None else f" {number_words(record.amount)}{record.unit or ''}"
    return f"{when_phrase(here, record)} took {_text(record.name)}{amount}"


def _event(record: Event, words: Words, here: Here) -> str:
    note = f" {quote(record.note)}" if record.note else ""
    return f"{record.day} {EVENT_WORDS.get(record.kind, record.kind)} {_text(record.text)}{note}"


def _note(record: DayNote, words: Words, here: Here) -> str:
    plain = record.text == record.text.strip() and '"' not in record.text and "\n" not in record.text
    return f"{record.day}: note {record.text if plain else quote(record.text)}"


def _answer(record: Answer, words: Words, here: Here) -> str:
    question = words.questions.get(record.question)
    return f"{record.day}: {_said_answer(record, question)}"


def _said_answer(record: Answer, question: Question | None) -> str:
    value = record.value
    if record.question == "any_twitches":
        return "some" if value else "none"
    if record.question == "drinks_complete" and value:
        return "that's all"
    if question is None:
        return f"{record.question.replace('_', ' ')} {number_words(value)}"
    if value == 0 and question.no_names:
        return f"no {question.no_names.split(',')[0]}"
    name = question.names.split(",")[0] or question.slug.replace("_", " ")
    if question.is_yes_or_no:
        return name if value else f"no {name}"
    if record.question == "sleep_hours":
        minutes = round(value * 60)
        exact = round(minutes / 60, 6) == value
        return f"sleep {minutes // 60}h{minutes % 60:02}" if exact else f"sleep {number_words(value)}h"
    unit = question.unit if question.unit in UNITS else ""
    return f"{name} {number_words(value)}{unit}"


def _forget(act: Forget, words: Words, here: Here) -> str:
    question = words.questions[act.question]
    name = question.no_names or question.names or question.slug.replace("_", " ")
    return f"{act.day}: forget {name.split(',')[0]}"


def _stopped(act: Stopped, words: Words, here: Here) -> str:
    return f"{act.day} stopped {_name(act.name, words)}"


_PHRASES: dict[type, Callable[[Any, Words, Here], str]] = {
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
    Stopped: _stopped,
}


def phrase(record: Record | Forget | Stopped, words: Words, here: Here) -> str:
    """The phrase that, read here, is the same record again."""
    return _PHRASES[type(record)](record, words, here)


def phrases(record: Record, words: Words, here: Here) -> list[str]:
    """The phrases of a record: two for a medicine that has ended, one for anything else."""
    said = [phrase(record, words, here)]
    if isinstance(record, Medicine) and record.stopped_on:
        said.append(phrase(Stopped(record.name, record.stopped_on), words, here))
    return said
