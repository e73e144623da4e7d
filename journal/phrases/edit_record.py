"""A record with some of its words replaced: `edit ID 5 right 14:05 no note`.

Only the fields named are replaced, `no note` takes one back to not said. A clock or a part of the day alone stays on
the record's own day and at the offset at which it was lived, a day alone keeps its clock, `no clock` leaves the day
alone, and nothing but the moment moves the day.
"""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

from journal import moments
from journal.catalog.kinds import DRINK, EPISODE, WORKOUT, Kind
from journal.errors import PhraseRefused
from journal.moments import ClockTime, Moment
from journal.phrases.context import Context
from journal.phrases.read import free_text, record_builder, sleep
from journal.phrases.read.lexer import Token, clean, tokens
from journal.phrases.read.parser import parse_part
from journal.phrases.read.slot_filler import FilledSlots, fill
from journal.phrases.read.slots import name_at
from journal.phrases.read.times import TimeWords
from journal.phrases.write.format_time import when_of
from journal.records import Answer, DayNote, Dose, Drink, Episode, Event, Medicine, Record, Sleep, Workout, replace


def edit_record(record: Record, line: str, context: Context) -> Record:
    """The record with what the line says in place of what it said; raises PhraseRefused."""
    line = clean(line)
    if hasattr(record, "utc_offset_minutes"):
        record, line = _without_clock(record, line)
    return _REVISERS[type(record)](record, line, context) if line.strip() else record


def _without_clock(record: Record, line: str) -> tuple[Record, str]:
    """The record on its day alone where the line says `no clock`, and the rest of the line."""
    found = [token if not token.quoted else None for token in tokens(line)]
    for first, second in pairwise(found):
        if first and second and (first.text, second.text) == ("no", "clock"):
            if getattr(record, "going_on", False):
                raise PhraseRefused("what is going on needs a clock; `stop` ends it")
            if isinstance(record, Sleep):
                raise PhraseRefused("sleep is edited by its clocks; they cannot be taken away")
            column = "started_at" if hasattr(record, "started_at") else "taken_at"
            alone: dict[str, Any] = {column: None, "utc_offset_minutes": None}
            return replace(record, **alone), f"{line[: first.start]} {line[second.end :]}"
    return record, line


# ---- when -------------------------------------------------------------------------------------------------


def _moment(record: Record, when: TimeWords) -> Moment:
    """The record's moment with the words for when in place of what it was."""
    day, at, offset, part = when_of(record)
    if not when:
        return Moment(day, at, offset, part)
    if when.day is None and (when.clock_time or when.part):
        when.fixed = date.fromisoformat(day)
    if when.day and at and not when.clock_time and not when.part:
        wall = moments.lived(at, offset)
        when.clock_time, when.is_date = ClockTime(wall.hour, wall.minute, wall.second), False
    elsewhere = at is not None and moments.offset_of(when.clock.local(moments.lived(at, offset))) != offset
    if when.clock_time and when.clock_time.offset is None and elsewhere:
        when.clock_time = replace(when.clock_time, offset=offset)
    return when.moment()


def _placed(record: Record, when: TimeWords, column: str) -> dict[str, Any]:
    moment = _moment(record, when)
    return {"day": moment.day, column: moment.at, "utc_offset_minutes": moment.offset, "day_part": moment.part}


# ---- slots -------------------------------------------------------------------------------------------------


def _cleared(found: list[Token], kind: Kind) -> tuple[dict[str, Any], list[Token]]:
    """The fields that `no note` or `forget pain` take back to not said, and the other words."""
    values: dict[str, Any] = {}
    rest: list[Token] = []
    at = 0
    while at < len(found):
        slot, after = _named_slot(found, at, kind)
        if slot is None:
            rest.append(found[at])
        else:
            values[slot] = () if slot == "reliefs" else None
        at = after
    return values, rest


_ALSO = {
    "length": "duration_s",
    "duration": "duration_s",
    "reliefs": "reliefs",
    "relief": "reliefs",
    "numb": "numbness",
}
_NEEDED = {"site", "kind", "times", "minutes", "count", "percent"}


def _named_slot(found: list[Token], at: int, kind: Kind) -> tuple[str | None, int]:
    verb = found[at].text
    name = found[at + 1].text if at + 1 < len(found) and not found[at + 1].quoted else ""
    if found[at].quoted or verb not in ("no", "forget") or not name:
        return None, at + 1
    fields = {slot.field: slot for slot in kind.slots}
    field = _ALSO.get(name, name) if _ALSO.get(name, name) in fields else None
    field = field or next((slot.field for slot in kind.slots if slot.label == name), None)
    is_flag = field is not None and type(fields[field].takes).__name__ == "Flag"
    if field is None or (is_flag and verb == "no"):
        return None, at + 1
    if field in _NEEDED:
        raise PhraseRefused(f"{name} cannot be taken away; say another one instead")
    return field, at + 2


def _fill(record: Record, line: str, kind: Kind, context: Context) -> tuple[dict[str, Any], FilledSlots]:
    cleared, rest = _cleared(tokens(line), kind)
    filled = fill(kind, rest, context, TimeWords(context.clock), None)
    return {**cleared, **filled.values}, filled


def _episode(record: Episode, line: str, context: Context) -> Record:
    values, filled = _fill(record, line, EPISODE, context)
    if filled.reliefs:
        named = {relief.name for relief in filled.reliefs}
        kept = () if values.get("reliefs") == () else record.reliefs
        values["reliefs"] = tuple(relief for relief in kept if relief.name not in named) + tuple(filled.reliefs)
    if values.get("duration_s"):
        values["going_on"] = False
    placed = _placed(record, filled.when, "started_at")
    if values.get("going_on", record.going_on) and not placed["started_at"]:
        raise PhraseRefused("what is going on needs a clock; `stop` ends it")
    return replace(record, **values, **placed)


def _workout(record: Workout, line: str, context: Context) -> Record:
    head, rest = _head(line, "workout", context)
    values, filled = _fill(record, rest, WORKOUT, context)
    if head:
        values["kind"] = head
    return replace(record, **values, **_placed(record, filled.when, "started_at"))


def _head(line: str, role: str, context: Context) -> tuple[str | None, str]:
    """The drink or workout that the words name, and the line without it."""
    found = tokens(line)
    for at in range(len(found)):
        name = name_at(context.lexicon, found, at)
        slug = context.lexicon.slug_of(role, name.text) if name else None
        if name and slug:
            return slug, f"{line[: found[at].start]} {line[found[name.after - 1].end :]}"
    return None, line


def _drink(record: Drink, line: str, context: Context) -> Record:
    """A drink is poured anew; mg and g that were typed stay unless they are said again."""
    head, rest = _head(line, "drink", context)
    lexicon, name = context.lexicon, head or record.name
    cleared, found = _cleared(tokens(rest), DRINK)
    filled = fill(DRINK, found, context, TimeWords(context.clock), (-1, 0))
    values = filled.values
    placed = _placed(record, filled.when, "taken_at")
    if not values and not head:
        return replace(record, **cleared, **placed)
    usual = record_builder.poured(lexicon, record.name, record.volume_ml)
    if "volume_ml" not in values and "count" not in values and head is None and record.volume_ml is not None:
        values["volume_ml"] = record.volume_ml
        filled.said["volume_ml"] = "its size"
    for field, by_catalogue in (("caffeine_mg", usual[0]), ("alcohol_g", usual[1])):
        typed = getattr(record, field)
        if field not in values and typed is not None and typed != by_catalogue and head is None:
            values[field] = typed
    filled.when = TimeWords(context.clock)
    poured = record_builder.drink(name, filled, context)
    return replace(poured, id=record.id, source=record.source, source_key=record.source_key, **cleared, **placed)


# ---- sleep, answers ----------------------------------------------------------------------------------------


def _sleep(record: Sleep, line: str, context: Context) -> Record:
    found = tokens(line)
    when = TimeWords(context.clock)
    if record.nap:
        return _nap(record, line, context)
    if not any(("-" in token.text and ":" in token.text) or token.text == "to" for token in found):
        raise PhraseRefused("a night is edited by its clocks, for example `23:40-06:10`")
    on = "" if _has_day(found, when) else f"{record.day} "
    night = parse_part(f"{on}slept {line.removeprefix('slept ')}", context, None)[0]
    if not isinstance(night, Sleep):
        raise PhraseRefused("a night is edited by its clocks, for example `23:40-06:10`")
    return replace(night, id=record.id, source=record.source, source_key=record.source_key)


def _has_day(found: list[Token], when: TimeWords) -> bool:
    return any(not token.quoted and when.take(found, at) != at and when.day for at, token in enumerate(found))


def _nap(record: Sleep, line: str, context: Context) -> Record:
    when = TimeWords(context.clock)
    span, minutes, words = sleep.read_length(tokens(line), (-1, 0), when, allow_bare=False)
    if span:
        nap = parse_part(f"nap {line}", context, date.fromisoformat(record.day))[0]
        assert isinstance(nap, Sleep)  # noqa: S101 - `nap` reads as nothing else
        return replace(nap, id=record.id, source=record.source, source_key=record.source_key)
    if minutes is None:
        minutes = record.minutes
    else:
        sleep.check_length("a nap", minutes, words)
    nap = sleep.nap_of(_moment(record, when), minutes, context.clock)
    if nap.ended_at and nap.ended_at > moments.instant_text(context.clock.now):
        end = moments.lived(nap.ended_at, nap.ended_utc_offset_minutes)
        raise PhraseRefused(f"it would end at {end:%H:%M}, which has not come yet; say both clocks: `13:00-13:20`")
    return replace(nap, id=record.id, source=record.source, source_key=record.source_key)


def _answer(record: Answer, line: str, context: Context) -> Record:
    """A value alone is the question's; a whole answer of the same question does as well."""
    question = context.lexicon.questions[record.question]
    name = question.slug.replace("_", " ")
    if line.strip().lower() in ("none", "no") and question.lowest == 0:
        return replace(record, value=0.0)
    alone = [token.text for token in tokens(line)]
    said = line if any(text in context.lexicon.senses or text == "no" for text in alone) else f"{name} {line}"
    acts = parse_part(said, context, date.fromisoformat(record.day))
    if len(acts) != 1 or not isinstance(acts[0], Answer) or acts[0].question != record.question:
        raise PhraseRefused(f"`{line.strip()}` is not an answer to {question.label.rstrip('?').lower()}")
    return replace(record, value=acts[0].value)


# ---- the user's own texts ----------------------------------------------------------------------------------


def _note(record: DayNote, line: str, context: Context) -> Record:
    if line.split() == ["no", "note"]:
        raise PhraseRefused(f"to take the note away say `delete {record.day}:note`")
    return replace(record, text=free_text.note_text(line))


def _texts(
    line: str, verb: str, when: TimeWords, clears: tuple[str, ...], *, dosed: bool = False
) -> tuple[set[str], free_text.FreeText | None]:
    """The fields that are cleared, of those that can be, and the text, dose and note that are said."""
    found = tokens(line)
    cleared: set[str] = set()
    while len(found) >= 2 and found[0].text == "no" and found[1].text in ("note", "dose", "stopped"):
        if found[1].text not in clears:
            raise PhraseRefused(f"this record has no {found[1].text} that could be taken away")
        cleared.add(found[1].text)
        found = found[2:]
    found = free_text.without_last_day(found, when, verb)
    at = 0
    while found:
        after = when.take(found, at)
        if after == at:
            break
        found = found[after:]
    dose, found = free_text.dose_at_end(found) if dosed else (None, found)
    if not found:
        return cleared, free_text.FreeText("", dose, None) if dose else None
    return cleared, free_text.said_in(line, found, verb, dosed=False)._replace(dose=dose)


def _event(record: Event, line: str, context: Context) -> Record:
    when = TimeWords(context.clock, nearest=record.kind == "visit")
    cleared, said = _texts(line, "visit" if record.kind == "visit" else "test", when, ("note",))
    values: dict[str, Any] = {"note": None} if "note" in cleared else {}
    values |= _said_text(said, line, "text")
    if when:
        values["day"] = when.day_alone("an event", ahead=record.kind == "visit")
    return replace(record, **values)


def _said_text(said: free_text.FreeText | None, line: str, field: str) -> dict[str, Any]:
    """Quoted text alone is the note; other words are the text."""
    if said is None or not said.text:
        return {}
    if line.strip().startswith('"') and said.note is None:
        return {"note": said.text}
    return {field: said.text} | ({"note": said.note} if said.note else {})


def _medicine(record: Medicine, line: str, context: Context) -> Record:
    """`400mg`, a name, `"a note"`, `no note`, `no stopped`, `started 2026-11-01`, `stopped yesterday`."""
    found = tokens(line)
    if found and found[0].text in ("started", "stopped"):
        when = TimeWords(context.clock)
        after = when.take(found, 1) if len(found) > 1 else 1
        if after != len(found) or after == 1:
            raise PhraseRefused(f"{found[0].text} when? For example `{found[0].text} 2026-11-20`")
        changed = replace(record, **{f"{found[0].text}_on": when.day_alone(found[0].text)})
        if changed.stopped_on and changed.stopped_on < changed.started_on:
            raise PhraseRefused(f"it cannot end on {changed.stopped_on}, before it began on {changed.started_on}")
        return changed
    cleared, said = _texts(line, "started", TimeWords(context.clock), ("note", "dose", "stopped"), dosed=True)
    values: dict[str, Any] = {{"note": "note", "dose": "dose", "stopped": "stopped_on"}[name]: None for name in cleared}
    values |= _said_text(said, line, "name")
    if said and said.dose:
        values["dose"] = free_text.dose_words(said.dose)
    return replace(record, **values)


def _dose(record: Dose, line: str, context: Context) -> Record:
    when = TimeWords(context.clock)
    cleared, said = _texts(line, "took", when, ("dose",), dosed=True)
    values = _placed(record, when, "taken_at") | ({"amount": None, "unit": None} if cleared else {})
    if said and said.text:
        values["name"] = said.text
    if said and said.dose:
        values |= {"amount": said.dose[0], "unit": said.dose[1]}
    return replace(record, **values)


_REVISERS: dict[type[Record], Callable[[Any, str, Context], Record]] = {
    Episode: _episode,
    Drink: _drink,
    Workout: _workout,
    Sleep: _sleep,
    Answer: _answer,
    DayNote: _note,
    Event: _event,
    Medicine: _medicine,
    Dose: _dose,
}
