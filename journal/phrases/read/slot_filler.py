"""The words of a line beside its head fill the slots of its kind, in any order, each at most once."""

from typing import Any

from journal.catalog.kinds import EPISODE, Kind
from journal.catalog.slot_types import KnownName
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.phrases.context import Context, refuse_unknown
from journal.phrases.read.when.dates import MONTH_WORDS
from journal.phrases.read.when.times import TIME_WORDS, TimeWords
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token
from journal.phrases.read.words.slots import TokenCursor, longest_name, name_at, read_slot, relief_at
from journal.records import Relief

LEFT_OUT_HEAD = (-1, 0)
"""The span of a head that is not written, before the first token: the first word may still be a count."""


TWICE = {
    "side": "; each side is a line of its own, and both are said as `both`",
    "intensity": "; each is a line of its own, with its time",
}
"""Field -> how two of it are said."""


class FilledSlots:
    """The slots that a line filled, and when."""

    def __init__(self, kind: Kind, when: TimeWords) -> None:
        self.kind, self.when = kind, when
        self.values: dict[str, Any] = {}
        self.phrases: dict[str, str] = {}
        self.reliefs: list[Relief] = []

    def put(self, field: str, label: str, value: Any, phrase: str) -> None:
        is_name = isinstance(value, (str, bool))
        is_again = is_name and field in self.phrases and self.values[field] == value  # `numb and tingling` is said once
        if field in self.phrases and not is_again:
            raise PhraseRefused(f"{label} is given twice: {self.phrases[field]} and {phrase}{TWICE.get(field, '')}")
        self.values[field], self.phrases[field] = value, phrase


def fill(
    kind: Kind, tokens: list[Token], context: Context, when: TimeWords, head: tuple[int, int] | None
) -> FilledSlots:
    """Read all tokens but those of the head (its position and the one after it)."""
    filled = FilledSlots(kind, when)
    position = 0
    while position < len(tokens):
        if head and position == head[0]:
            position = head[1]
            continue
        beside = head is not None and (position + 1 == head[0] or position == head[1])
        position = _next(filled, tokens, position, context, beside)
    return filled


def _next(filled: FilledSlots, tokens: list[Token], position: int, context: Context, beside: bool) -> int:
    kind, token = filled.kind, tokens[position]
    if not token.quoted:
        after = filled.when.read(tokens, position)
        if after != position:
            return after
        if kind is EPISODE:
            after = _relief(filled, tokens, position, context)
            if after != position:
                return after
    match = read_slot(kind, TokenCursor(context.lexicon, tokens, position, beside))
    if match:
        slot, value = match
        filled.put(slot.field, slot.label, value.value, value.phrase)
        return value.end
    if token.text == "of" and position and tokens[position - 1].text in UNITS:
        return position + 1
    raise _refused(kind, tokens, position, context)


def _relief(filled: FilledSlots, tokens: list[Token], position: int, context: Context) -> int:
    relief = relief_at(context.lexicon, tokens, position)
    if not relief:
        return position
    if not relief.name and not relief.word:
        raise PhraseRefused("tried what? For example `tried massage`")
    if not relief.name:
        why = "is not a known remedy"
        raise refuse_unknown(
            relief.word, context.lexicon.reliefs, why, "for example `+stretch`, `-heat`, `tried massage`"
        )
    slug = context.lexicon.reliefs[relief.name.text]
    if any(relief.name == slug for relief in filled.reliefs):
        raise PhraseRefused(f"{relief.name.text} is given twice; each thing tried stands once")
    filled.reliefs.append(Relief(slug, relief.helped))
    return relief.name.end


def _refused(kind: Kind, tokens: list[Token], position: int, context: Context) -> PhraseRefused:
    """Why the words at a position fill no slot of this kind."""
    token, what = tokens[position], kind.noun
    if token.quoted:
        return PhraseRefused(f"{what} has no note; say it as a line of its own: `note ...`")
    amount = amounts.amount_at(tokens, position)
    if amount and amount.dimension == "volume" and _is_of_nothing(kind, tokens, context):
        return of_what(amount.phrase)
    if amount:
        hint = _side_hint(kind, token.text)
        return PhraseRefused(f"{amount.phrase} is a {_dimension(amount.dimension)}, which {what} does not have{hint}")
    name = name_at(context.lexicon, tokens, position)
    if name:
        role = context.lexicon.senses[name.text][0].role
        return PhraseRefused(f"{what} has no {_ROLES.get(role, role)} ({name.text})")
    if amounts.number(token.text) is not None:
        return PhraseRefused(f"{token.as_typed} what? {what} takes no bare number; say its unit")
    return _refused_word(kind, tokens, position, context)


def _is_of_nothing(kind: Kind, tokens: list[Token], context: Context) -> bool:
    """Whether neither a place nor a drink was said."""
    names = [name_at(context.lexicon, tokens, index) for index in range(len(tokens))]
    return kind is EPISODE and not any(name and context.lexicon.slug_of("site", name.text) for name in names)


def of_what(phrase: str) -> PhraseRefused:
    """The error for `4 pints`, of which the drink is not said."""
    return PhraseRefused(f"{phrase} of what? A drink is said like `tea 300ml` or `water 0.5l`")


def _refused_word(kind: Kind, tokens: list[Token], position: int, context: Context) -> PhraseRefused:
    """Why a word that is neither a name nor a number is not understood."""
    token, what = tokens[position], kind.noun
    word = amounts.shortened(token.as_typed)
    about = token.text.strip("<>+~").removesuffix("-ish").removesuffix("ish")
    if about != token.text and about.isdecimal() and kind is EPISODE:
        number = int(about)
        strength = f"how strong as `{number}`, " if number <= amounts.MOST_STRONG else ""
        return PhraseRefused(f"“{word}”: which number? Say one: {strength}how many as `x{number}`")
    if token.text[0] in amounts.DIGITS and not token.text.strip(amounts.DIGITS + "/.-"):
        low, dash, high = token.text.partition("-")
        if dash and low.isdecimal() and high.isdecimal() and kind is EPISODE:
            return PhraseRefused(f"{word}: which of them? Say one number: how strong as `5`, how many as `x5`")
        return PhraseRefused(f"{word} is not understood; a date is 2026-11-20 or 20 Nov, an intensity 5 or 5/10")
    if token.text[:-2].isdecimal() and token.text[-2:] in ("st", "nd", "rd", "th"):
        return PhraseRefused(f"“{word}”: a day of the month is said like `20 Nov`, how many like `x3`")
    from journal.phrases.read.own_text.doses import dose_at  # few lines are refused

    if dose_at(tokens, position):
        return PhraseRefused(f"“{word}”: what is taken is said like `took ibuprofen 400mg`")
    if token.text.endswith(":"):
        return PhraseRefused(f"“{word}”: a colon stands only behind the day that begins a line, as in `today: none`")
    if token.text in UNITS:
        if position and UNITS[token.text][0] == "volume" and _is_of_nothing(kind, tokens, context):
            return of_what(f"{tokens[position - 1].text} {token.text}")
        return _bare_unit(tokens, position, what)
    if token.text == "effort" and kind is EPISODE:
        return PhraseRefused(
            "“effort”: how hard it was is said of a workout, as in `lift legs 45m effort 8`; how strong a twitch was as"
            " `left calf 4`"
        )
    if token.text == "ago":
        return PhraseRefused("ago needs a time before it, for example `20m ago` or `3 days ago`")
    if relief_at(context.lexicon, tokens, position):
        return PhraseRefused(f"{what} has nothing that was tried ({word})")
    relief = (
        longest_name(context.lexicon.reliefs, context.lexicon.longest, tokens, position) if kind is EPISODE else None
    )
    if relief:
        return PhraseRefused(f"did {relief.text} help? Say `+{relief.text}`, `-{relief.text}` or `tried {relief.text}`")
    return refuse_unknown(token.as_typed, _names(kind, context), example=kind.example)


def _bare_unit(tokens: list[Token], position: int, what: str) -> PhraseRefused:
    """A unit that stands alone, or behind a number that was taken as something else."""
    unit, before = tokens[position].text, tokens[position - 1].text if position else ""
    if amounts.number(before) is None:
        example = f"{1 + unit.endswith('s')} {unit}"
        return PhraseRefused(f"“{unit}” needs a number before it, for example `{example}`")
    return PhraseRefused(f"{before} {unit} is a {_dimension(UNITS[unit][0])}, which {what} does not have")


_ROLES = {"flag": "such mark", "kind": "kind of twitch", "verb": "such word"}


def _names(kind: Kind, context: Context) -> dict[str, object]:
    """The names that could stand in a line of this kind, with what each stands for."""
    names: dict[str, object] = {
        name: senses for name, senses in context.lexicon.senses.items() if _fits(kind, senses[0].role)
    }
    return {**names, **{word: word for word in TIME_WORDS}, **MONTH_WORDS}


def _fits(kind: Kind, role: str) -> bool:
    """Whether a name of this role could stand in a line of this kind; an episode's line may yet become any other."""
    return kind is EPISODE or any(isinstance(slot.takes, KnownName) and slot.takes.role == role for slot in kind.slots)


def _dimension(dimension: str) -> str:
    return {"time": "length of time", "volume": "volume", "mass": "weight", "share": "percentage"}[dimension]


def _side_hint(kind: Kind, text: str) -> str:
    digits, unit = amounts.split_unit(text)
    return f"; for left say `{digits} left`" if kind is EPISODE and unit == "l" else ""
