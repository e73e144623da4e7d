"""A record with some of its words replaced: `edit ID 5 right 14:05 no note`.

Only the fields named are replaced, `no note` takes one back to not said. A clock or a part of the day alone stays on
the record's own day and at the offset at which it was lived, a day alone keeps its clock, `no clock` leaves the day
alone, and nothing but the moment moves the day.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from itertools import pairwise
from typing import Any

from journal import moments
from journal.catalog.kinds import (
    BARE_DRINKS,
    BY_TABLE,
    DRINK,
    EPISODE,
    WORKOUT,
    Kind,
)
from journal.catalog.slot_types import Flag
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.edit_moment import edited_moment, edited_when_fields, keep_day
from journal.phrases.edit_text import edit_dose, edit_event, edit_medicine, edit_note
from journal.phrases.read import record_builder, sleep
from journal.phrases.read.parser import parse, parse_part
from journal.phrases.read.slot_filler import LEFT_OUT_HEAD, FilledSlots, fill
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words.amounts import shortened
from journal.phrases.read.words.lexer import Token, clean, tokenize
from journal.phrases.read.words.slots import longest_name, name_at
from journal.records import Act, Answer, DayNote, Dose, Drink, Episode, Event, Medicine, Record, Sleep, Workout, replace


def edit_record(record: Record, line: str, context: Context) -> Record:
    """The record with what the line says in place of what it said; raises PhraseRefused."""
    line = clean(line)
    if BY_TABLE[record.table].clock:
        record, line = _without_clock(record, line)
    if not line.strip():
        return record
    edited = EDITORS[type(record)](record, line, context)
    return replace(edited, id=record.id, source=record.source, source_key=record.source_key)


def read_edited(record: Record, line: str, edited_line: str, context: Context) -> Sequence[Act | Record]:
    """What a record's line says when it was edited. Words for when that are added behind it take the place of those
    that are there, as with `edit`."""
    added = edited_line.removeprefix(line) if edited_line.startswith(f"{line} ") else ""
    can_move = BY_TABLE[record.table].clock and getattr(record, "nap", True)
    if can_move and added.strip() and _is_when(tokenize(added), TimeWords(context.clock)):
        return [edit_record(record, added, context)]
    acts = parse(edited_line, context)
    if any(getattr(act, "note", getattr(act, "text", None)) == edited_line.strip() for act in acts):
        raise PhraseRefused("a word in it is not known here; what is no word of the grammar goes into quotes")
    return acts


def _is_when(tokens: list[Token], when: TimeWords) -> bool:
    position = 0
    while position < len(tokens):
        after = position if tokens[position].quoted else when.read(tokens, position)
        if after == position:
            return False
        position = after
    return True


_OF_CLOCK = ("utc_offset_minutes", "day_part", "ended_at", "ended_utc_offset_minutes")
"""Fields that say when it was, beside the clock itself."""


def _without_clock(record: Record, line: str) -> tuple[Record, str]:
    """The record on its day alone where the line says `no clock`, and the rest of the line."""
    unquoted = [token if not token.quoted else None for token in tokenize(line)]
    for first, second in pairwise(unquoted):
        if first and second and (first.text, second.text) == ("no", "clock"):
            if getattr(record, "going_on", False):
                raise PhraseRefused("what is going on needs a clock; `stop` ends it")
            if isinstance(record, Sleep) and not record.nap:
                raise PhraseRefused("sleep is edited by its clocks; they cannot be removed")
            fields = (BY_TABLE[record.table].clock, *_OF_CLOCK)
            cleared = dict.fromkeys(field for field in fields if field in record.fields)
            return replace(record, **cleared), f"{line[: first.start]} {line[second.end :]}"
    return record, line


# ---- slots -------------------------------------------------------------------------------------------------


def _cleared(tokens: list[Token], kind: Kind) -> tuple[dict[str, Any], list[Token]]:
    """The fields that `no note` or `forget pain` take back to not said, and the tokens of the other words."""
    values: dict[str, Any] = {}
    kept_tokens: list[Token] = []
    position = 0
    while position < len(tokens):
        slot, after = _named_slot(tokens, position, kind)
        if slot is None:
            kept_tokens.append(tokens[position])
        else:
            values[slot] = () if slot == "reliefs" else None
        position = after
    return values, kept_tokens


_OTHER_NAMES = {
    "length": "duration_s",
    "duration": "duration_s",
    "reliefs": "reliefs",
    "relief": "reliefs",
    "numb": "numbness",
}
"""Name -> the field that it means beside its slot's label."""
_NEEDED = {"site", "kind", "times", "minutes", "count", "percent"}
"""Fields that cannot be cleared."""


def _named_slot(tokens: list[Token], position: int, kind: Kind) -> tuple[str | None, int]:
    """The field that `no NAME` or `forget NAME` at a position clears, and the position after it."""
    verb = tokens[position].text
    name = tokens[position + 1].text if position + 1 < len(tokens) and not tokens[position + 1].quoted else ""
    if tokens[position].quoted or verb not in ("no", "forget") or not name:
        return None, position + 1
    fields = {slot.field: slot for slot in kind.slots}
    labels = {slot.label: slot.field for slot in kind.slots}
    field = next((field for field in (_OTHER_NAMES.get(name, name), labels.get(name)) if field in fields), None)
    is_flag = field is not None and isinstance(fields[field].takes, Flag)
    if field is None or (is_flag and verb == "no"):
        return None, position + 1
    if field in _NEEDED:
        raise PhraseRefused(f"{name} cannot be removed; say another one instead")
    return field, position + 2


def _fill(record: Record, line: str, kind: Kind, context: Context) -> tuple[dict[str, Any], FilledSlots]:
    cleared, tokens = _cleared(tokenize(line), kind)
    filled = fill(kind, tokens, context, TimeWords(context.clock), None)
    return {**cleared, **filled.values}, filled


def _without_reliefs(line: str, context: Context) -> tuple[set[str], str]:
    """The reliefs that `no stretch` takes back, and the rest of the line."""
    tokens = tokenize(line)
    for position, token in enumerate(tokens[:-1]):
        if token.quoted or token.text not in ("no", "forget"):
            continue
        name = longest_name(context.lexicon.reliefs, context.lexicon.longest, tokens, position + 1)
        if name:
            others, shorter = _without_reliefs(f"{line[: token.start]} {line[tokens[name.end - 1].end :]}", context)
            return {context.lexicon.reliefs[name.text], *others}, shorter
    return set(), line


def _episode(record: Episode, line: str, context: Context) -> Record:
    removed, line = _without_reliefs(line, context)
    tried = {relief.name for relief in record.reliefs}
    if not removed <= tried:
        raise PhraseRefused(f"{min(removed - tried)} is not among what was tried")
    values, filled = _fill(record, line, EPISODE, context)
    if filled.reliefs or removed:
        named = removed | {relief.name for relief in filled.reliefs}
        kept = () if values.get("reliefs") == () else record.reliefs
        values["reliefs"] = tuple(relief for relief in kept if relief.name not in named) + tuple(filled.reliefs)
    if values.get("duration_s"):
        values["going_on"] = False
    if filled.when.span:
        return _with_span(record, filled, values, context)
    when_fields = edited_when_fields(record, filled.when)
    if record.last_day and record.duration_s is None and "duration_s" not in values:
        lasted = date.fromisoformat(record.last_day) - date.fromisoformat(record.day)
        values["last_day"] = (date.fromisoformat(when_fields["day"]) + lasted).isoformat()
    elif "duration_s" in values:
        values["last_day"] = None
    if values.get("going_on", record.going_on) and not when_fields["started_at"]:
        raise PhraseRefused("what is going on needs a clock; `stop` ends it")
    return record_builder.with_last_day(replace(record, **values, **when_fields), context.clock)


def _with_span(record: Episode, filled: FilledSlots, values: dict[str, Any], context: Context) -> Episode:
    """The episode from one day or moment to another; of `until Mon` only its end is new."""
    if not filled.when.says_begin:
        filled.when.line_day = date.fromisoformat(record.day)
        _, last_day = filled.when.first_and_last()
        return replace(record, **values, duration_s=None, last_day=last_day, going_on=False)
    keep_day(record, filled.when)
    moment = record_builder.span_of(filled)
    ends = {name: filled.values[name] for name in ("last_day", "duration_s")}
    when_fields = record_builder.when_fields(EPISODE, moment)
    edited = replace(record, **{**values, **ends, "going_on": False}, **when_fields)
    return record_builder.with_last_day(edited, context.clock)


def _workout(record: Workout, line: str, context: Context) -> Record:
    head, other_words = _head(line, "workout", context)
    values, filled = _fill(record, other_words, WORKOUT, context)
    if head:
        values["kind"] = head
    if filled.when.has_last_clock and "minutes" not in values:
        keep_day(record, filled.when)
        begin, _, length = filled.when.begin_and_length()
        if length:
            return replace(record, **values, minutes=length / 60, **record_builder.when_fields(WORKOUT, begin))
    return replace(record, **values, **edited_when_fields(record, filled.when))


def _head(line: str, role: str, context: Context) -> tuple[str | None, str]:
    """The drink or workout that the words name, and the line without it."""
    tokens = tokenize(line)
    for position in range(len(tokens)):
        if position and tokens[position - 1].text in ("no", "forget"):
            continue  # `no caffeine` names what is cleared
        name = name_at(context.lexicon, tokens, position)
        slug = context.lexicon.slug_of(role, name.text) if name else None
        if name and slug:
            return slug, f"{line[: tokens[position].start]} {line[tokens[name.end - 1].end :]}"
    return None, line


def _drink(record: Drink, line: str, context: Context) -> Record:
    """The contents are computed anew; mg and g that were typed stay unless they are said again or cleared, which leaves
    those of the catalogue."""
    head, other_words = _head(line, "drink", context)
    lexicon, name = context.lexicon, head or record.name
    cleared, tokens = _cleared(tokenize(other_words), DRINK)
    if BARE_DRINKS.get(name, DRINK).needs in cleared:
        raise PhraseRefused(f"{name} cannot be removed; say another amount instead")
    filled = fill(DRINK, tokens, context, TimeWords(context.clock), LEFT_OUT_HEAD)
    values = filled.values
    when_fields = edited_when_fields(record, filled.when)
    if not values and not head and not cleared:
        return replace(record, **when_fields)
    each = record_builder.each_of(record)
    usual = record_builder.drink_contents(lexicon, record.name, each.volume_ml)
    values.setdefault("count", record.count)
    kept = set() if head else {"volume_ml", "caffeine_mg", "alcohol_g"} - values.keys() - cleared.keys()
    if "volume_ml" in kept and each.volume_ml is not None:
        values["volume_ml"] = each.volume_ml
        filled.phrases["volume_ml"] = "its size"
    for field, by_catalogue in (("caffeine_mg", usual[0]), ("alcohol_g", usual[1])):
        typed = getattr(each, field)
        if field in kept and typed is not None and typed != by_catalogue:
            values[field] = typed
    filled.when = TimeWords(context.clock)
    poured = record_builder.drink(name, filled, context)
    return replace(poured, **when_fields)


# ---- sleep, answers ----------------------------------------------------------------------------------------


def _sleep(record: Sleep, line: str, context: Context) -> Record:
    tokens = tokenize(line)
    when = TimeWords(context.clock)
    if record.nap:
        return _nap(record, line, context)
    if not any(("-" in token.text and ":" in token.text) or token.text == "to" for token in tokens):
        raise PhraseRefused("a night is edited by its clocks, for example `23:40-06:10`")
    day = "" if _has_day(tokens, when) else f"{record.day} "
    night = parse_part(f"{day}slept {line.removeprefix('slept ')}", context, None)[0]
    if not isinstance(night, Sleep):
        raise PhraseRefused("a night is edited by its clocks, for example `23:40-06:10`")
    return night


def _has_day(tokens: list[Token], when: TimeWords) -> bool:
    return any(
        not token.quoted and when.read(tokens, position) != position and when.day
        for position, token in enumerate(tokens)
    )


def _nap(record: Sleep, line: str, context: Context) -> Record:
    when = TimeWords(context.clock)
    span, minutes, phrase = sleep.read_length(tokenize(line), LEFT_OUT_HEAD, when, allow_bare=False)
    if span:
        on_its_day = TimeWords(context.clock, date.fromisoformat(record.day))
        return sleep.nap(tokenize(line), LEFT_OUT_HEAD, on_its_day, context)
    if minutes is None:
        minutes = record.minutes
    else:
        sleep.check_length("a nap", minutes, phrase)
    nap = sleep.nap_of(edited_moment(record, when), minutes, context.clock)
    if nap.ended_at and nap.ended_at > moments.instant_text(context.clock.now):
        end = moments.lived(nap.ended_at, nap.ended_utc_offset_minutes)
        raise PhraseRefused(f"it would end at {end:%H:%M}, which has not come yet; say both clocks: `13:00-13:20`")
    return nap


def _answer(record: Answer, line: str, context: Context) -> Record:
    """A value alone is the question's; a whole answer of the same question does as well."""
    question = context.lexicon.questions[record.question]
    name = question.slug.replace("_", " ")
    if line.strip().lower() in ("none", "no") and question.lowest == 0:
        return replace(record, value=0.0)
    texts = [token.text for token in tokenize(line)]
    whole_answer = line if any(text in context.lexicon.senses or text == "no" for text in texts) else f"{name} {line}"
    day = date.fromisoformat(record.day)
    if day > context.clock.today:  # logged while the machine's clock was ahead; it stays on its day
        ahead = datetime.combine(day, time(12), context.clock.now.tzinfo)
        context = context._replace(clock=replace(context.clock, now=ahead))
    acts = parse_part(whole_answer, context, day)
    if len(acts) != 1 or not isinstance(acts[0], Answer) or acts[0].question != record.question:
        raise PhraseRefused(f"`{shortened(line.strip())}` is not an answer to {question.label.rstrip('?').lower()}")
    return replace(record, value=acts[0].value)


EDITORS: dict[type[Record], Callable[[Any, str, Context], Record]] = {
    Episode: _episode,
    Drink: _drink,
    Workout: _workout,
    Sleep: _sleep,
    Answer: _answer,
    DayNote: edit_note,
    Event: edit_event,
    Medicine: edit_medicine,
    Dose: edit_dose,
}
