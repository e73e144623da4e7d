"""Lines whose words are the user's own: ill, test, visit, started, stopped, took, note.

The day stands before the verb, or is the last words if they are a date; a last amount is the dose. The rest is
text, verbatim; beside other text, quoted text is the note.
"""

from datetime import date
from typing import NamedTuple

from journal.catalog.kinds import DOSE_UNITS, EVENT_VERBS
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.moments import Moment
from journal.phrases.context import Context
from journal.phrases.read import amounts
from journal.phrases.read import times as times
from journal.phrases.read.lexer import Token, quoted
from journal.phrases.read.slots import name_at, quoted_text
from journal.phrases.read.times import TimeWords
from journal.phrases.write.format_number import number_words
from journal.records import Act, DayNote, Dose, Event, Medicine, StopMedicine

EXAMPLES = {
    "ill": "ill cold",
    "test": "test CK normal",
    "visit": "visit neurologist 12 Dec",
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


def read(line: str, tokens: list[Token], place: int, context: Context, fixed: date | None) -> list[Act]:
    """`place` is the verb's; what stands before it says when."""
    verb = tokens[place].text
    when = TimeWords(context.clock, fixed, nearest=verb == "visit")
    at = 0
    while at < place:
        at = when.take(tokens, at)
    if verb == "note":
        rest_of_line = line[tokens[place].end :]
        parted = rest_of_line[:1] in (",", "_")
        return [DayNote(day=when.day_alone("a note"), text=note_text(rest_of_line[parted:]))]
    rest = tokens[place + 1 :]
    rest = without_last_day(rest, when, verb)
    said = said_in(line, rest, verb, dosed=verb in ("started", "took"))
    if verb in EVENT_VERBS:
        day = when.day_alone(f"`{verb}`", ahead=verb == "visit")
        return [Event(day=day, kind=EVENT_VERBS[verb], text=said.text, note=said.note)]
    if verb == "took":
        return [_dose(said, when)]
    _refuse_site(verb, rest, context)
    day = when.day_alone(f"`{verb}`")
    if verb == "stopped":
        if said.note:
            raise PhraseRefused("`stopped` takes the name and a day; say the rest as a line of its own: `note ...`")
        return [StopMedicine(said.text, day)]
    dose = dose_words(said.dose) if said.dose else None
    return [Medicine(name=said.text, dose=dose, started_on=day, note=said.note)]


def note_text(rest: str) -> str:
    """The rest as it stands, unless it is exactly one quoted text."""
    text = rest.strip()
    if text.startswith('"'):
        inside, after = quoted(text, 0)
        if inside is not None and after == len(text):
            text = inside
    if not text:
        raise PhraseRefused(f"note what? For example `{EXAMPLES['note']}`")
    return text


def without_last_day(rest: list[Token], when: TimeWords, verb: str) -> list[Token]:
    """The tokens without a day at their end (for `took` also a clock, `ago` or a part of the day), which goes
    to `when`."""
    words = [token for token in rest if not token.quoted]
    for length in range(min(LONGEST_END, len(words)), 0, -1):
        tail = words[-length:]
        if _says_when(tail, when, verb):
            when.take(tail, 0)
            kept = [token for token in rest if token not in tail]
            return without_last_day(kept, when, verb) if verb == "took" else kept
    return rest


def _says_when(tail: list[Token], when: TimeWords, verb: str) -> bool:
    if verb == "took":
        return TimeWords(when.clock).take(tail, 0) == len(tail)
    found = times.day_at(when.clock, tail, 0, nearest=when.nearest)
    return found is not None and found[1] == len(tail)


def said_in(line: str, rest: list[Token], verb: str, *, dosed: bool) -> FreeText:
    dose, rest = dose_at_end(rest) if dosed else (None, rest)
    texts = [token for token in rest if token.quoted]
    words = [token for token in rest if not token.quoted]
    for token in texts:
        quoted_text(token)
    if not words and not texts:
        raise PhraseRefused(f"{verb} what? For example `{EXAMPLES[verb]}`")
    if len(texts) > (1 if words else 2):
        raise PhraseRefused(f"`{verb}` takes one text and one note in quotes, not more")
    if not words:
        return FreeText(texts[0].text, dose, texts[1].text if len(texts) == 2 else None)
    text = line[words[0].start : words[-1].end]
    if any(words[0].start < token.start < words[-1].start for token in texts):
        raise PhraseRefused(f"the quoted text stands in the middle of `{verb}`'s own; put it last")
    return FreeText(text, dose, texts[0].text if texts else None)


def dose_words(dose: tuple[float, str]) -> str:
    """A dose as a medicine keeps it: `300 mg`."""
    return f"{number_words(dose[0])} {dose[1]}"


def dose_at_end(rest: list[Token]) -> tuple[tuple[float, str] | None, list[Token]]:
    """The dose that the last words say, and the words before it."""
    words = [token for token in rest if not token.quoted]
    for length in (1, 2):
        if len(words) < length:
            continue
        tail = words[-length:]
        digits, unit = amounts.split_unit(tail[0].text) if length == 1 else (tail[0].text, tail[1].text)
        value = amounts.number(digits) if digits and unit in DOSE_UNITS else None
        if value is not None:
            if not 0 < value <= 1_000_000:
                raise PhraseRefused(f"a dose is more than 0 and at most 1000000, not {digits} {unit}")
            return (value, unit), [token for token in rest if token not in tail]
    return None, rest


def _dose(said: FreeText, when: TimeWords) -> Dose:
    if said.note:
        raise PhraseRefused("`took` takes a name and a dose; say the rest as a line of its own: `note ...`")
    moment: Moment = when.moment()
    amount, unit = said.dose or (None, None)
    return Dose(
        name=said.text,
        amount=amount,
        unit=unit,
        day=moment.day,
        taken_at=moment.at,
        utc_offset_minutes=moment.offset,
        day_part=moment.part,
    )


def _refuse_site(verb: str, rest: list[Token], context: Context) -> None:
    """`started left calf 4` is not a medicine; in quotes any name is."""
    words = [token for token in rest if not token.quoted and not _beside_a_site(token.text, context)]
    name = name_at(context.lexicon, words, 0) if words else None
    if name and name.after == len(words) and context.lexicon.slug_of("site", name.text):
        meant = "start" if verb == "started" else "stop"
        raise PhraseRefused(f"{name.text} is a site, not a medicine; did you mean `{meant}`?")


def _beside_a_site(text: str, context: Context) -> bool:
    """Whether a word may stand beside the site of an episode: a side, a kind, a number or a unit."""
    slug_of = context.lexicon.slug_of
    return bool(slug_of("side", text) or slug_of("kind", text) or text in UNITS or text[0] in amounts.DIGITS)
