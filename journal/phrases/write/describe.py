"""Records in words, for the eye."""

from collections.abc import Callable
from datetime import date
from typing import Any

from journal import moments
from journal.catalog import entries
from journal.catalog.kinds import EPISODE
from journal.catalog.lexicon import Lexicon
from journal.catalog.slot_types import Flag, KnownName, Quantity
from journal.phrases.write.format_number import (
    number_phrase,
    printed_dose,
    round_words,
    time_words,
    value_words,
    volume_words,
)
from journal.phrases.write.format_phrase import DEFAULTS, EVENT_WORDS
from journal.records import (
    Answer,
    ChangeMedicine,
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
    StopEpisode,
    StopMedicine,
    Workout,
)

_SAID_APART = ("site", "side", "kind", "reliefs", "note")


def _episode_words(record: Episode, lexicon: Lexicon) -> list[str]:
    parts = [lexicon.site_words(record.site, record.side), record.kind]
    for slot in EPISODE.slots:
        value = getattr(record, slot.field, None)
        if slot.field in _SAID_APART or value is None or DEFAULTS.get(slot.field) == value:
            continue
        if isinstance(slot.takes, Flag):
            parts.append(slot.display if value else f"{slot.takes.no} {slot.display}")
        elif isinstance(slot.takes, Quantity):
            parts.append(time_words(value))
        else:
            text = lexicon.name_of(slot.takes.role, value) if isinstance(slot.takes, KnownName) else value
            parts.append(slot.display.format(text))
    if record.last_day and record.duration_s is None:
        parts.append(_until(record.day, record.last_day))
    if record.going_on:
        parts.append("going on")
    parts += [relief_words(lexicon, relief) for relief in record.reliefs]
    return parts + ([f"“{record.note}”"] if record.note else [])


def _until(first: str, last: str) -> str:
    """`until Sun 29 Nov`, with the year where it began in another one."""
    last_day = moments.date_of(last)
    return f"until {moments.day_words(last_day, last_day if first[:4] == last[:4] else date.min)}"


def relief_words(lexicon: Lexicon, relief: Relief) -> str:
    name = lexicon.label("relief", relief.name)
    if relief.helped is None:
        return f"tried {name}"
    return f"{name} helped" if relief.helped else f"{name} did not help"


_AMOUNTS = {"caffeine": "doses of caffeine", "alcohol": "drinks of alcohol"}
"""How several are said of what is an amount alone."""


def several_words(lexicon: Lexicon, drink: str, count: int) -> str:
    """`coffee`, `2 coffees`."""
    name = lexicon.label("drink", drink)
    plural = _AMOUNTS.get(drink) or entries.several(name)
    return name if count == 1 else f"{count} {plural}"


def _drink_words(record: Drink, lexicon: Lexicon) -> list[str]:
    parts = [several_words(lexicon, record.name, record.count)]
    if record.volume_ml:
        parts.append(volume_words(record.volume_ml, lexicon.volume_unit))
    if record.caffeine_mg:
        parts.append(f"{round_words(record.caffeine_mg)} mg" + (" caffeine" if record.name != "caffeine" else ""))
    if record.alcohol_g:
        parts.append(f"{round_words(record.alcohol_g)} g" + (" alcohol" if record.name != "alcohol" else ""))
    return parts


def _sleep_words(record: Sleep, lexicon: Lexicon) -> list[str]:
    parts = [f"{'nap' if record.nap else 'slept'} {time_words(record.minutes * 60)}"]
    if record.started_at and record.ended_at:
        begin = moments.lived(record.started_at, record.utc_offset_minutes)
        end = moments.lived(record.ended_at, record.ended_utc_offset_minutes)
        parts.append(f"{begin:%H:%M}-{end:%H:%M}")
    return parts


def _workout_words(record: Workout, lexicon: Lexicon) -> list[str]:
    parts = [lexicon.label("workout", record.kind)]
    if record.region:
        parts[0] += f" {record.region}"
    parts.append(time_words(record.minutes * 60))
    if record.effort is not None:
        parts += [f"effort {record.effort}", f"load {round_words(record.minutes * record.effort)}"]
    return parts + ([f"“{record.note}”"] if record.note else [])


def _medicine_words(record: Medicine, lexicon: Lexicon) -> list[str]:
    parts = [f"started {record.name}", *(text for text in (printed_dose(record.dose), record.frequency) if text)]
    if record.stopped_on:
        parts.append(f"stopped {record.stopped_on}")
    return parts + ([f"“{record.note}”"] if record.note else [])


def describe_on(day: str, record: Record, lexicon: Lexicon) -> str:
    """What a record says on the page of a day: a medicine stands on the day it begins and on the day it ends."""
    if isinstance(record, Medicine) and record.stopped_on == day != record.started_on:
        parts = [
            f"stopped {record.name}",
            *([printed_dose(record.dose)] if record.dose else []),
            f"taken since {record.started_on}",
        ]
        return ", ".join(parts + ([f"“{record.note}”"] if record.note else []))
    return describe_record(record, lexicon)


def _dose_words(record: Dose, lexicon: Lexicon) -> list[str]:
    if record.amount is not None and record.unit is None:
        return [f"took {number_phrase(record.amount)} {record.name}"]
    amount = [] if record.amount is None else [printed_dose(f"{number_phrase(record.amount)} {record.unit}")]
    return [f"took {record.name}", *amount]


def _event_words(record: Event, lexicon: Lexicon) -> list[str]:
    parts = [f"{EVENT_WORDS.get(record.kind, record.kind)}: {record.text}"]
    if record.last_day and record.last_day != record.day:
        parts.append(_until(record.day, record.last_day))
    return parts + ([f"“{record.note}”"] if record.note else [])


def _note_words(record: DayNote, lexicon: Lexicon) -> list[str]:
    return [f"note: {record.text}"]


def _answer_words(record: Answer, lexicon: Lexicon) -> list[str]:
    if record.question == "any_twitches":
        return ["some twitches, not counted" if record.value else "no twitches"]
    if record.question == "drinks_complete":
        return ["the drinks are complete" if record.value else "the drinks are not complete"]
    question = lexicon.questions.get(record.question)
    if question is None:  # of an act that is taken back together with the question
        return [f"{record.question.replace('_', ' ')} {number_phrase(record.value)}"]
    if record.value == 0 and question.no_names:
        return [f"no {question.no_names.split(',')[0]}"]
    label = question.label.replace("?", ":")
    return [
        f"{label.lower() if question.built_in else label} {value_words(question, record.value, lexicon.volume_unit)}"
    ]


DESCRIPTIONS: dict[type, Callable[[Any, Lexicon], list[str]]] = {
    Episode: _episode_words,
    Drink: _drink_words,
    Sleep: _sleep_words,
    Workout: _workout_words,
    Medicine: _medicine_words,
    Dose: _dose_words,
    Event: _event_words,
    DayNote: _note_words,
    Answer: _answer_words,
}


def describe_record(record: Record, lexicon: Lexicon) -> str:
    """What a record says, for the eye, without its time."""
    return ", ".join(DESCRIPTIONS[type(record)](record, lexicon))


def describe_act(act: Record | Forget | StopEpisode | StopMedicine | ChangeMedicine, lexicon: Lexicon) -> str:
    """What a line would do, for a preview."""
    if isinstance(act, Forget):
        return f"{lexicon.questions[act.question].label.rstrip('?').lower()} back to not logged"
    if isinstance(act, StopMedicine):
        return f"stopped {act.name}"
    if isinstance(act, ChangeMedicine):
        return ", ".join(text for text in (f"{act.verb} {act.name}", printed_dose(act.dose), act.frequency) if text)
    if isinstance(act, StopEpisode):
        additions = [text.strip() for text in _episode_words(act.details, lexicon)]
        return ", ".join(filter(None, ("ends what is going on", *additions)))
    return describe_record(act, lexicon)
