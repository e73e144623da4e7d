"""How each kind of slot reads its words. The rules are here, the facts in `catalog/kinds.py`."""

from collections.abc import Callable
from typing import Any, NamedTuple

from journal.catalog.kinds import Kind
from journal.catalog.lexicon import Lexicon
from journal.catalog.slot_types import DrinkCount, Flag, KnownName, Quantity, QuotedText, Slot, Times, WholeNumber
from journal.errors import PhraseRefused
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, joined, quote
from journal.phrases.write.format_number import number_words, time_words


class SlotReading(NamedTuple):
    """A slot's value, the words that said it, and the position after them."""

    value: Any
    phrase: str
    end: int


class NameMatch(NamedTuple):
    """The longest known name at a position, and the position after it."""

    text: str
    end: int


def name_at(lexicon: Lexicon, tokens: list[Token], position: int) -> NameMatch | None:
    """The longest name of the vocabulary that begins at a position."""
    if not 0 <= position < len(tokens) or tokens[position].text not in lexicon.first_words:
        return None
    return longest_name(lexicon.senses, lexicon.longest, tokens, position)


def longest_name(
    names: dict[str, Any], longest: int, tokens: list[Token], position: int, first: str | None = None
) -> NameMatch | None:
    texts: list[str] = []
    for token in tokens[position : position + longest]:
        if token.quoted:
            break
        texts.append(token.text)
    if first is not None and texts:
        texts[0] = first
    for length in range(len(texts), 0, -1):
        name = " ".join(texts[:length])
        if name in names:
            return NameMatch(name, position + length)
    return None


class ReliefMatch(NamedTuple):
    """Something tried: its name, None if it is unknown; whether it helped; and the word that says it."""

    name: NameMatch | None
    helped: bool | None
    word: str


def relief_at(lexicon: Lexicon, tokens: list[Token], position: int) -> ReliefMatch | None:
    """`+stretch`, `-heat` or `tried massage` at a position."""
    text = tokens[position].text
    if tokens[position].quoted:
        return None
    if text[0] in "+-" and text[1:2].isalpha():
        name = longest_name(lexicon.reliefs, lexicon.longest, tokens, position, first=text[1:])
        return ReliefMatch(name, text[0] == "+", text[1:])
    if text == "tried":
        following = "" if position + 1 == len(tokens) or tokens[position + 1].quoted else tokens[position + 1].text
        return ReliefMatch(longest_name(lexicon.reliefs, lexicon.longest, tokens, position + 1), None, following)
    return None


class TokenCursor(NamedTuple):
    """Where a slot is to be read: the tokens, the position, and whether that is beside the head."""

    lexicon: Lexicon
    tokens: list[Token]
    position: int
    beside_head: bool


def _named(slot: Slot, takes: KnownName, cursor: TokenCursor) -> SlotReading | None:
    name = name_at(cursor.lexicon, cursor.tokens, cursor.position)
    slug = cursor.lexicon.slug_of(takes.role, name.text) if name else None
    return SlotReading(slug, name.text, name.end) if name and slug else None


def _flag(slot: Slot, takes: Flag, cursor: TokenCursor) -> SlotReading | None:
    position = cursor.position
    no = cursor.tokens[position].text in ("no", "not")
    name = name_at(cursor.lexicon, cursor.tokens, position + no) if position + no < len(cursor.tokens) else None
    if not name or cursor.lexicon.slug_of("flag", name.text) != slot.field:
        return None
    return SlotReading(not no, f"{cursor.tokens[position].text} {name.text}" if no else name.text, name.end)


def _whole(slot: Slot, takes: WholeNumber, cursor: TokenCursor) -> SlotReading | None:
    named = cursor.tokens[cursor.position : cursor.position + 2]
    if takes.name and len(named) == 2 and named[0].text == takes.name and not named[1].quoted:
        reading = _whole(slot, takes, cursor._replace(position=cursor.position + 1))
        return reading and reading._replace(phrase=f"{takes.name} {reading.phrase}")
    text = cursor.tokens[cursor.position].text
    digits, _, over = text.partition("/")
    if over and (takes.over is None or over != str(takes.over)):
        return None
    if text.startswith("-") and amounts.number(text[1:]) is not None:
        raise out_of_range(slot.label, takes.low, takes.high, text)
    value = amounts.number(digits)
    if value is None:
        return None
    if not value.is_integer():
        raise PhraseRefused(f"{slot.label} is a whole number from {takes.low} to {takes.high}, not {text}")
    if not takes.low <= value <= takes.high:
        refused = out_of_range(slot.label, takes.low, takes.high, digits)
        raise PhraseRefused(f"{refused}; {takes.higher.format(digits)}" if takes.higher else str(refused))
    return SlotReading(int(value), cursor.tokens[cursor.position].as_typed, cursor.position + 1)


def _times(slot: Slot, takes: Times, cursor: TokenCursor) -> SlotReading | None:
    text, after = cursor.tokens[cursor.position].text, cursor.position + 1
    digits = text[1:] if text.startswith("x") else text[:-1] if text.endswith("x") else ""
    if not digits and cursor.tokens[after : after + 1] and cursor.tokens[after].text == "times":
        digits, after = text, after + 1
    value = amounts.whole_number(digits) if digits else None
    if value is None:
        return None
    if not takes.low <= value <= takes.high:
        raise out_of_range(slot.label, takes.low, takes.high, digits)
    return SlotReading(value, joined(cursor.tokens, cursor.position, after), after)


def _count(slot: Slot, takes: DrinkCount, cursor: TokenCursor) -> SlotReading | None:
    text = cursor.tokens[cursor.position].text
    marked = text.removeprefix("x").removesuffix("x")
    is_marked = marked != text and bool(marked)
    value = amounts.number(marked if is_marked else text)
    if value is None:
        return None
    if not ((cursor.beside_head or is_marked) and value.is_integer() and takes.low <= value <= takes.high):
        raise PhraseRefused(
            f"{text} what? Say its unit ({takes.units}); a count is {takes.low} to {takes.high}, beside the name"
        )
    return SlotReading(int(value), cursor.tokens[cursor.position].as_typed, cursor.position + 1)


def _amount(slot: Slot, takes: Quantity, cursor: TokenCursor) -> SlotReading | None:
    amount = amounts.longest_amount(cursor.tokens, cursor.position)
    if not amount or amount.dimension != takes.dimension:
        return None
    if takes.only and amount.parts[0][1] not in takes.only:
        return None
    value = amount.value(takes.size)
    if not takes.low <= value <= takes.high:
        raise out_of_amount(slot.label, takes, amount.phrase)
    return SlotReading(value, amount.phrase, amount.end)


def _quoted(slot: Slot, takes: QuotedText, cursor: TokenCursor) -> SlotReading | None:
    token = cursor.tokens[cursor.position]
    if not token.quoted:
        return None
    return SlotReading(quoted_text(token), quote(amounts.shortened(token.text)), cursor.position + 1)


def quoted_text(token: Token) -> str:
    if token.open:
        raise PhraseRefused('a quote (") is opened and not closed')
    if not token.text.strip():
        raise PhraseRefused(f'the quoted text is empty ("{token.text}")')
    return token.text


def out_of_range(label: str, low: float, high: float | None, phrase: str, unit: str = "") -> PhraseRefused:
    """The error for a value outside its range, in the slot's unit."""
    unit = f" {unit}" if unit else ""
    ends = (
        f"{number_words(low)}{unit} or more" if high is None else f"{number_words(low)} to {number_words(high)}{unit}"
    )
    return PhraseRefused(f"{label} is {ends}, not {amounts.shortened(phrase)}")


def out_of_amount(label: str, takes: Quantity, phrase: str) -> PhraseRefused:
    """The error for an amount outside its range; a range of time in the units that fit it."""
    if takes.dimension != "time":
        return out_of_range(label, takes.low, takes.high, phrase, takes.unit)
    low, high = (time_words(end * takes.size) for end in (takes.low, takes.high))
    return PhraseRefused(f"{label} is {low} to {high}, not {amounts.shortened(phrase)}")


_READERS: dict[type, Callable[[Slot, Any, TokenCursor], SlotReading | None]] = {
    KnownName: _named,
    Flag: _flag,
    WholeNumber: _whole,
    Times: _times,
    DrinkCount: _count,
    Quantity: _amount,
    QuotedText: _quoted,
}
_ORDER = (QuotedText, Flag, KnownName, Times, Quantity, DrinkCount, WholeNumber)
"""`2m` is an amount before 2 is a number."""


def read_slot(kind: Kind, cursor: TokenCursor) -> tuple[Slot, SlotReading] | None:
    """The slot that the words at a position fill, with its value."""
    for takes in _ORDER:
        if cursor.tokens[cursor.position].quoted != (takes is QuotedText):
            continue
        for slot in kind.slots:
            if type(slot.takes) is takes:
                reading = _READERS[takes](slot, slot.takes, cursor)
                if reading:
                    return slot, reading
    return None
