"""Lines whose words are the user's own: ill, test, visit, travel, started, stopped, took, note.

The day stands before the verb, or is the last words if they are a date; a last amount is the dose. The rest is
text, verbatim; beside other text, quoted text is the note.
"""

from datetime import date
from typing import NamedTuple

from journal.catalog.kinds import AHEAD_VERBS, DOSE, DOSE_UNITS, EVENT_VERBS
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read import amounts, dates
from journal.phrases.read.lexer import Token, quoted
from journal.phrases.read.record_builder import when_fields
from journal.phrases.read.slots import name_at, quoted_text
from journal.phrases.read.times import TimeWords
from journal.phrases.write.format_number import number_words
from journal.records import Act, DayNote, Dose, Event, Medicine, StopMedicine

EXAMPLES = {
    "ill": "ill cold",
    "test": "test CK normal",
    "visit": "visit neurologist 12 Dec",
    "travel": "travel Rome",
    "started": "started magnesium 300mg",
    "stopped": "stopped magnesium",
    "took": "took ibuprofen 400mg",
    "note": "note bad night, neighbours",
}


LONGEST_END = 5
"""The most words at the end of a line that say when: `1 h 30 m ago`."""


class FreeText(NamedTuple):
    """The text of a line, its dose and its note."""

    text: str
    dose: tuple[float, str] | None
    note: str | None


def read(line: str, tokens: list[Token], verb_position: int, context: Context, line_day: date | None) -> list[Act]:
    """What a line says; `verb_position` is that of its verb, and what stands before it says when."""
    verb = tokens[verb_position].text
    when = TimeWords(context.clock, line_day, nearest=verb in AHEAD_VERBS)
    position = 0
    while position < verb_position:
        position = when.read(tokens, position)
    if verb == "note":
        note = line[tokens[verb_position].end :]
        separated = note[:1] in (",", "_")
        return [DayNote(day=when.day_alone("a note"), text=note_text(note[separated:]))]
    text_tokens = tokens[verb_position + 1 :]
    text_tokens = without_last_day(text_tokens, when, verb)
    own_text = read_text(line, text_tokens, verb, dosed=verb in ("started", "took"))
    if verb in EVENT_VERBS:
        day = when.day_alone(f"`{verb}`", ahead=verb in AHEAD_VERBS)
        return [Event(day=day, kind=EVENT_VERBS[verb], text=own_text.text, note=own_text.note)]
    if verb == "took":
        return [_dose(own_text, when)]
    _refuse_site(verb, text_tokens, context)
    day = when.day_alone(f"`{verb}`")
    if verb == "stopped":
        if own_text.note:
            raise PhraseRefused("`stopped` takes the name and a day; say the rest as a line of its own: `note ...`")
        return [StopMedicine(own_text.text, day)]
    dose = dose_words(own_text.dose) if own_text.dose else None
    return [Medicine(name=own_text.text, dose=dose, started_on=day, note=own_text.note)]


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


def without_last_day(tokens: list[Token], when: TimeWords, verb: str) -> list[Token]:
    """The tokens without a day at their end (for `took` also a clock, `ago` or a part of the day), which goes
    to `when`."""
    unquoted = [token for token in tokens if not token.quoted]
    for length in range(min(LONGEST_END, len(unquoted)), 0, -1):
        tail = unquoted[-length:]
        if _says_when(tail, when, verb):
            when.read(tail, 0)
            kept = [token for token in tokens if token not in tail]
            return without_last_day(kept, when, verb) if verb == "took" else kept
    return tokens


def _says_when(tail: list[Token], when: TimeWords, verb: str) -> bool:
    if verb == "took":
        return TimeWords(when.clock).read(tail, 0) == len(tail)
    day = dates.day_at(when.clock, tail, 0, nearest=when.nearest)
    return day is not None and day.end == len(tail)


def read_text(line: str, tokens: list[Token], verb: str, *, dosed: bool) -> FreeText:
    dose, tokens = dose_at_end(tokens) if dosed else (None, tokens)
    texts = [token for token in tokens if token.quoted]
    unquoted = [token for token in tokens if not token.quoted]
    for token in texts:
        quoted_text(token)
    if not unquoted and not texts:
        raise PhraseRefused(f"{verb} what? For example `{EXAMPLES[verb]}`")
    if len(texts) > (1 if unquoted else 2):
        raise PhraseRefused(f"`{verb}` takes one text and one note in quotes, not more")
    if not unquoted:
        return FreeText(texts[0].text, dose, texts[1].text if len(texts) == 2 else None)
    text = line[unquoted[0].start : unquoted[-1].end]
    if any(unquoted[0].start < token.start < unquoted[-1].start for token in texts):
        raise PhraseRefused(f"the quoted text stands in the middle of `{verb}`'s own; put it last")
    return FreeText(text, dose, texts[0].text if texts else None)


def dose_words(dose: tuple[float, str]) -> str:
    """A dose as a medicine keeps it: `300 mg`."""
    return f"{number_words(dose[0])} {dose[1]}"


def dose_at_end(tokens: list[Token]) -> tuple[tuple[float, str] | None, list[Token]]:
    """The dose that the last words say, and the words before it."""
    unquoted = [token for token in tokens if not token.quoted]
    for length in (1, 2):
        if len(unquoted) < length:
            continue
        tail = unquoted[-length:]
        digits, unit = amounts.split_unit(tail[0].text) if length == 1 else (tail[0].text, tail[1].text)
        value = amounts.number(digits) if digits and unit in DOSE_UNITS else None
        if value is not None:
            if not 0 < value <= 1_000_000:
                raise PhraseRefused(f"a dose is more than 0 and at most 1000000, not {digits} {unit}")
            return (value, unit), [token for token in tokens if token not in tail]
    return None, tokens


def _dose(own_text: FreeText, when: TimeWords) -> Dose:
    if own_text.note:
        raise PhraseRefused("`took` takes a name and a dose; say the rest as a line of its own: `note ...`")
    amount, unit = own_text.dose or (None, None)
    return Dose(name=own_text.text, amount=amount, unit=unit, **when_fields(DOSE, when.moment()))


def _refuse_site(verb: str, tokens: list[Token], context: Context) -> None:
    """`started left calf 4` is not a medicine; in quotes any name is."""
    unquoted = [token for token in tokens if not token.quoted and not _beside_a_site(token.text, context)]
    name = name_at(context.lexicon, unquoted, 0) if unquoted else None
    if name and name.end == len(unquoted) and context.lexicon.slug_of("site", name.text):
        right_verb = "start" if verb == "started" else "stop"
        raise PhraseRefused(f"{name.text} is a site, not a medicine; did you mean `{right_verb}`?")


def _beside_a_site(text: str, context: Context) -> bool:
    """Whether a word may stand beside the site of an episode: a side, a kind, a number or a unit."""
    slug_of = context.lexicon.slug_of
    return bool(slug_of("side", text) or slug_of("kind", text) or text in UNITS or text[0] in amounts.DIGITS)
