"""Lines whose words are the user's own: ill, test, visit, travel, started, stopped, changed, took, note.

Days, clocks, spans, doses, counts and how often are taken wherever they stand; what looks like one of them and cannot
be read is refused. The words between them are text, verbatim; beside other text, quoted text is the note.
"""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from journal.catalog.kinds import (
    AHEAD_VERBS,
    CHANGE_VERBS,
    DOSE,
    EVENT,
    EVENT_VERBS,
    SPAN_VERBS,
)
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.figures import bare, with_ago
from journal.phrases.read.own_text import text_days
from journal.phrases.read.own_text.began import refuse_began
from journal.phrases.read.own_text.coming_days import is_over
from journal.phrases.read.own_text.doses import (
    HIGHEST_DOSE,
    dose_words,
    is_hedge,
    no_dose,
    with_often_apart,
    with_times_joined,
)
from journal.phrases.read.own_text.frequencies import frequency_at
from journal.phrases.read.own_text.medicine_names import (
    refuse_difference,
    refuse_known_name,
    refuse_no_fact,
    refuse_no_medicine,
    refuse_second_dose,
    refuse_twitch,
    refuse_two_medicines,
    without_reason,
    without_turn,
)
from journal.phrases.read.own_text.other_clauses import text_end
from journal.phrases.read.own_text.text_days import with_dotted_clocks
from journal.phrases.read.own_text.text_edges import BEFORE_MEDICINES, BEFORE_TEXT, without_beginnings, without_joints
from journal.phrases.read.own_text.text_slots import DOSED, TextSlots
from journal.phrases.read.own_text.unsaid_verbs import without_at
from journal.phrases.read.record_builder import when_fields
from journal.phrases.read.when.clock_words import EARLY
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words.asking import may_be_note, offering
from journal.phrases.read.words.lexer import Token, quoted, tokenize, word_at
from journal.phrases.read.words.pictures import is_picture
from journal.phrases.read.words.slots import quoted_text
from journal.phrases.write.format_number import number_words
from journal.records import Act, ChangeMedicine, DayNote, Dose, Event, Medicine, StopMedicine

EXAMPLES = {
    "ill": "ill cold",
    "test": "test CK normal",
    "visit": "visit neurologist 12 Dec",
    "travel": "travel Rome",
    "event": "event flu shot",
    "started": "started magnesium 300mg",
    "stopped": "stopped magnesium",
    "changed": "changed sertraline to 100mg",
    "increased": "increased sertraline to 100mg",
    "reduced": "reduced sertraline to 25mg",
    "took": "took ibuprofen 400mg",
    "note": "note bad night, neighbours",
}


NO_ILLNESS = {"ill": ("again", "still", "now", "too")}
NOT_HELD = ("cancelled", "canceled", "missed")
"""Of a visit or a test they say that there was none."""


class FreeText(NamedTuple):
    """The text of a line, and what stood between its words: the dose, how many of it, the dose before a change, how
    often, and the note."""

    text: str = ""
    dose: tuple[float, str] | None = None
    how_many: float | None = None
    before: tuple[float, str] | None = None
    frequency: str | None = None
    note: str | None = None


def read(line: str, tokens: list[Token], verb_position: int, context: Context, line_day: date | None) -> list[Act]:
    """What a line says; `verb_position` is that of its verb, and what stands before it says when."""
    verb = tokens[verb_position].text
    when = TimeWords(context.clock, line_day, nearest=verb in AHEAD_VERBS and not is_over(tokens, verb_position))
    position = 0
    while position < verb_position:
        position = when.read(tokens, position)
    if verb == "note":
        note = line[tokens[verb_position].end :]
        separated = note[:1] in (",", "_")
        return [DayNote(day=text_days.day_of_note(note, when), text=note_text(note[separated:]))]
    if line.rstrip().endswith("?") and not tokens[-1].quoted:
        raise may_be_note(f"a line says what happened; say what is sure, as in `{EXAMPLES[verb]}`")
    if verb not in EVENT_VERBS:
        refuse_known_name(verb, tokens[verb_position + 1 :], context)
    behind_verb = with_often_apart(tokens[verb_position + 1 :])
    if verb in DOSED:
        refuse_second_dose(behind_verb)
    if verb in CHANGE_VERBS:
        refuse_difference(verb, behind_verb)
    if verb == "took":
        behind_verb = with_times_joined(behind_verb)
    if verb in AHEAD_VERBS:
        behind_verb = with_dotted_clocks(without_at(behind_verb) if verb == "test" else behind_verb)
    own_text = read_text(line, with_ago(bare(behind_verb)), verb, when)
    if not own_text.text or own_text.text.lower() in NO_ILLNESS.get(verb, ()):
        raise PhraseRefused(f"{verb} what? For example `{EXAMPLES[verb]}`")
    if verb == "stopped" and word_at(behind_verb, 0) == "at" and not when.clock_time:
        raise may_be_note(f"stopped what? For example `{EXAMPLES[verb]}`")
    if verb in DOSED and not any(token.quoted and token.text == own_text.text for token in tokens):
        if verb == "started":
            refuse_began(behind_verb, tokenize(without_reason(own_text.text)), context.lexicon)
        refuse_two_medicines(verb, own_text.text, has_dose=own_text.dose is not None)
        refuse_no_fact(verb, own_text.text)
        is_dose = verb == "took" and own_text.dose
        refuse_twitch(verb, tokenize(without_reason(own_text.text)), context)
        refuse_no_medicine(verb, tokenize(without_reason(own_text.text) if is_dose else own_text.text), context)
    if verb in AHEAD_VERBS and not own_text.note and (word := _not_held(own_text.text)):
        raise may_be_note(f"“{word}”: what did not happen is no record; one that is stored is removed in History")
    if verb in EVENT_VERBS:
        return [_event(verb, own_text, when, line.strip())]
    name, sentence = without_turn(without_reason(own_text.text)), line.strip()
    is_part_left_out = verb != "took" and when.leave_part_out()
    if (name == own_text.text and not is_part_left_out) or any(token.quoted for token in tokens):
        return [_dose(own_text, when) if verb == "took" else _medicine(verb, own_text, when)]
    own_text = own_text._replace(text=name, note=sentence if verb == "started" else None)
    act = _dose(own_text, when) if verb == "took" else _medicine(verb, own_text, when)
    return [act] if isinstance(act, Medicine) else [act, DayNote(day=act.day, text=sentence)]


def _event(verb: str, own_text: FreeText, when: TimeWords, sentence: str) -> Event:
    has_end = when.has_last_clock
    if has_end and verb in AHEAD_VERBS:
        when.drop_last_clock()
    if when.span and verb not in SPAN_VERBS:
        raise no_span(when)
    moment, last_day = when.first_and_last()
    time = when.phrases.get("time", "")
    if verb in AHEAD_VERBS and time.partition(":")[0] in EARLY and time[-1:].isdecimal():
        raise PhraseRefused(f"{time}: by night? Say `{time}pm`, or `0{time}`")
    return Event(
        **when_fields(EVENT, moment),
        last_day=last_day,
        kind=EVENT_VERBS[verb],
        text=own_text.text,
        note=own_text.note or (sentence if has_end else None),
    )


def _not_held(text: str) -> str:
    """The word by which a visit or a test did not happen; empty where none stands there."""
    texts = text.lower().partition(",")[0].split()
    return next((word for word in texts if word.strip("().") in NOT_HELD), "")


def no_span(when: TimeWords) -> PhraseRefused:
    phrase = when.span.phrase if when.span else ""
    way = f"first clock alone, `{when.clock_time}`" if when.has_last_clock and when.clock_time else "day alone"
    return PhraseRefused(f"{phrase}: a test or a visit does not last longer than its day; say the {way}")


def _medicine(verb: str, own_text: FreeText, when: TimeWords) -> Medicine | StopMedicine | ChangeMedicine:
    when.drop_open_span()
    _refuse_course(verb, own_text.text, when)
    day = when.day_alone(f"`{verb}`")
    dose = dose_words(own_text.dose) if own_text.dose else None
    if verb == "started":
        return Medicine(name=own_text.text, dose=dose, frequency=own_text.frequency, started_on=day, note=own_text.note)
    if own_text.note:
        raise PhraseRefused(f"`{verb}` takes the name and a day; say the rest as a line of its own: `note ...`")
    if verb == "stopped":
        return StopMedicine(own_text.text, day, dose)
    if not dose and not own_text.frequency:
        raise PhraseRefused(f"{verb} to what? For example `{EXAMPLES[verb]}`")
    before = dose_words(own_text.before) if own_text.before else None
    return ChangeMedicine(verb, own_text.text, day, dose, own_text.frequency, before)


def _refuse_course(verb: str, name: str, when: TimeWords) -> None:
    """Refuse `started prednisolone from 3 Nov to 10 Nov`, of which each end is a line."""
    first, end = when.phrases.get("day"), when.span.end if when.span else None
    last = end.phrases.get("day") if end and not end.clock_time else None
    if verb in ("started", "stopped") and first and last:
        ways = f"started {name} {first}", f"stopped {name} {last}"
        raise offering(
            f"its first and its last day are a line each: `{ways[0]}` and `{ways[1]}`",
            *ways,
            otherwise="its first and its last day are a line each, `started magnesium` and `stopped magnesium`",
        )


def _dose(own_text: FreeText, when: TimeWords) -> Dose:
    if own_text.note:
        raise PhraseRefused("`took` takes a name and a dose; say the rest as a line of its own: `note ...`")
    amount, unit = amount_taken(own_text)
    return Dose(name=own_text.text, amount=amount, unit=unit, **when_fields(DOSE, when.moment()))


def amount_taken(own_text: FreeText) -> tuple[float | None, str | None]:
    """How much was taken: how many times the dose, or how many."""
    amount, unit = own_text.dose or (None, None)
    if own_text.how_many is not None:
        amount = round((amount or 1) * own_text.how_many, 6)
    if amount is not None and amount > HIGHEST_DOSE:
        raise no_dose(number_words(amount), unit or "")
    return amount, unit


def note_text(line: str) -> str:
    """The line as it stands, or what is inside the quotes where it is exactly one quoted text."""
    text = line.strip()
    if text.startswith('"'):
        inside, after = quoted(text, 0)
        if inside is not None and after == len(text):
            text = inside
    if not text.strip():
        raise PhraseRefused(f"note what? For example `{EXAMPLES['note']}`")
    return text


# ---- what stands between the words ------------------------------------------------------------------------


def read_text(line: str, tokens: list[Token], verb: str, when: TimeWords) -> FreeText:
    """The slots that are filled, wherever they stand, and the runs that fill none; what says when goes to `when`."""
    slots = TextSlots(verb, when)
    kept: list[list[Token]] = [[]]
    position = 0
    while position < len(tokens):
        is_empty = is_picture(word_at(tokens, position)) or is_hedge(tokens, position, begins=not any(kept))
        is_each = bool(slots.dose) and word_at(tokens, position) == "each" and not frequency_at(tokens, position)
        if verb in DOSED and (is_empty or is_each):  # 3 times, 400mg each
            position += 1
            continue
        if (after := text_end(line, tokens, position, verb, when)) != position:
            kept[-1] += tokens[position:after]
            position = after
            continue
        after = position if tokens[position].quoted else slots.read(tokens, position, begins=not any(kept))
        if after != position:
            kept.append([])
            position = after
            continue
        if not tokens[position].quoted:
            slots.check(tokens, position)
        kept[-1].append(tokens[position])
        position += 1
    fillers = (*BEFORE_TEXT, *(BEFORE_MEDICINES if verb in DOSED else ()))
    runs = [run if any(kept[:index]) else without_beginnings(run, fillers) for index, run in enumerate(kept)]
    if verb in DOSED:
        runs = [without_joints(run) for run in runs]
        runs = [run for run in runs if [token.text in fillers for token in run] != [True]] or runs
    return _parted(line, [run for run in runs if run], verb, slots)


def _parted(line: str, runs: list[list[Token]], verb: str, slots: TextSlots) -> FreeText:
    """The text, its runs of words joined, and the note, which is quoted text beside other words."""
    texts = [token for run in runs for token in run if token.quoted]
    unquoted = [[token for token in run if not token.quoted] for run in runs]
    unquoted = [run for run in unquoted if run]
    for token in texts:
        quoted_text(token)
    if len(texts) > (1 if unquoted else 2):
        raise PhraseRefused(f"`{verb}` takes one text and one note in quotes, not more")
    filled = FreeText("", slots.dose, slots.count, slots.before, slots.frequency)
    if not unquoted:
        text = texts[0].text if texts else ""
        return filled._replace(text=text, note=texts[1].text if len(texts) == 2 else None)
    if any(unquoted[0][0].start < token.start < unquoted[-1][-1].start for token in texts):
        raise PhraseRefused(f"the quoted text stands in the middle of `{verb}`'s own; put it last")
    pieces = [line[run[0].start : run[-1].end] for run in unquoted]
    for index, (run, following) in enumerate(pairwise(unquoted)):  # the comma of what stood between them
        pieces[index] = pieces[index].rstrip(",") + "," * ("," in line[run[-1].end - 1 : following[0].start])
    text = " ".join(pieces)
    is_open = len(unquoted[-1]) > 1 and unquoted[-1][-1].text == "for"  # booked for 10 Dec
    text = text[: -len("for")].rstrip() if is_open and verb in EVENT_VERBS else text
    signs = ",;" if verb == "visit" else ",;.!…"  # Dr.
    return filled._replace(text=text.rstrip(signs) or text, note=texts[0].text if texts else None)
