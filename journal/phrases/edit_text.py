"""Records of the user's own words edited: events, medicines, doses, notes."""

from datetime import date
from typing import Any

from journal.catalog.kinds import AHEAD_VERBS, EVENT, EVENT_VERBS, SPAN_VERBS
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.edit_moment import edited_when_fields
from journal.phrases.read import record_builder
from journal.phrases.read.own_text import doses, free_text
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words.lexer import tokenize
from journal.records import DayNote, Dose, Event, Medicine, Record, replace


def edit_note(record: DayNote, line: str, context: Context) -> Record:
    if line.split() == ["no", "note"]:
        raise PhraseRefused(f"to take the note away say `delete {record.day}:note`")
    return replace(record, text=free_text.note_text(line))


def _texts(line: str, verb: str, when: TimeWords, clears: tuple[str, ...]) -> tuple[set[str], free_text.FreeText]:
    """The fields that are cleared, of those that can be, and what is said in their place."""
    tokens = tokenize(line)
    cleared: set[str] = set()
    while len(tokens) >= 2 and tokens[0].text == "no" and tokens[1].text in CLEARED_FIELDS:
        if tokens[1].text not in clears:
            raise PhraseRefused(f"this record has no {tokens[1].text} to remove")
        cleared.add(tokens[1].text)
        tokens = tokens[2:]
    return cleared, free_text.read_text(line, tokens, verb, when)


CLEARED_FIELDS = {"note": "note", "dose": "dose", "stopped": "stopped_on", "frequency": "frequency", "end": "last_day"}
"""What `no ...` takes back of a record of the user's own words, and its field."""


def edit_event(record: Event, line: str, context: Context) -> Record:
    verb = next((verb for verb, kind in EVENT_VERBS.items() if kind == record.kind), "ill")
    when = TimeWords(context.clock, nearest=verb in AHEAD_VERBS)
    cleared, own_text = _texts(line, verb, when, ("note", "end"))
    values: dict[str, Any] = {CLEARED_FIELDS[name]: None for name in cleared}
    values |= _text_fields(own_text, line, "text")
    if when.span:
        if verb not in SPAN_VERBS:
            raise free_text.no_span(when)
        if not when.says_begin:
            when.line_day = date.fromisoformat(record.day)
            _, values["last_day"] = when.first_and_last()
        else:
            moment, values["last_day"] = when.first_and_last()
            values |= record_builder.when_fields(EVENT, moment)
    elif when:
        values |= edited_when_fields(record, when)
        if record.last_day and "last_day" not in values:  # the days that it lasted move with it
            lasted = date.fromisoformat(record.last_day) - date.fromisoformat(record.day)
            values["last_day"] = (date.fromisoformat(values["day"]) + lasted).isoformat()
    return replace(record, **values)


def _text_fields(own_text: free_text.FreeText, line: str, field: str) -> dict[str, Any]:
    """Quoted text alone is the note; other words are the text."""
    if not own_text.text:
        return {}
    if line.strip().startswith('"') and own_text.note is None:
        return {"note": own_text.text}
    return {field: own_text.text} | ({"note": own_text.note} if own_text.note else {})


def edit_medicine(record: Medicine, line: str, context: Context) -> Record:
    """`400mg`, `daily`, a name, `"a note"`, `no note`, `no stopped`, `started 2026-11-01`, `stopped yesterday`."""
    tokens = tokenize(line)
    if tokens and tokens[0].text in ("started", "stopped"):
        when = TimeWords(context.clock)
        after = when.read_all(tokens, 1)
        if after != len(tokens) or after == 1:
            raise PhraseRefused(f"{tokens[0].text} when? For example `{tokens[0].text} 2026-11-20`")
        changed = replace(record, **{f"{tokens[0].text}_on": when.day_alone(tokens[0].text)})
        if changed.stopped_on and changed.stopped_on < changed.started_on:
            raise PhraseRefused(f"it cannot end on {changed.stopped_on}, before it began on {changed.started_on}")
        return changed
    when = TimeWords(context.clock)
    cleared, own_text = _texts(line, "started", when, ("note", "dose", "frequency", "stopped"))
    if when:
        phrase = next(iter(when.phrases.values()))
        raise PhraseRefused(f"{phrase}: say `started {phrase}` or `stopped {phrase}`")
    values: dict[str, Any] = {CLEARED_FIELDS[name]: None for name in cleared}
    values |= _text_fields(own_text, line, "name")
    if own_text.dose:
        values["dose"] = doses.dose_words(own_text.dose)
    if own_text.frequency:
        values["frequency"] = own_text.frequency
    return replace(record, **values)


def edit_dose(record: Dose, line: str, context: Context) -> Record:
    when = TimeWords(context.clock)
    cleared, own_text = _texts(line, "took", when, ("dose",))
    values = edited_when_fields(record, when) | ({"amount": None, "unit": None} if cleared else {})
    if own_text.text:
        values["name"] = own_text.text
    amount, unit = free_text.amount_taken(own_text)
    if amount is not None:
        values |= {"amount": amount, "unit": unit}
    return replace(record, **values)
