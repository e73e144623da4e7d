"""Doses: how much of a medicine, in figures or in words."""

from journal.catalog import everyday
from journal.catalog.everyday import NUMBERS
from journal.catalog.kinds import COUNTABLE, DOSE_UNIT_WORDS, DOSE_UNITS
from journal.errors import PhraseRefused
from journal.phrases.read.figures import TYPED_FRACTIONS, number_at
from journal.phrases.read.when.clock_words import BEFORE_PARTS
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, word_at
from journal.phrases.write.format_number import number_words

HIGHEST_DOSE = 1_000_000


def is_countable(unit: str) -> bool:
    return unit.removesuffix("s") in COUNTABLE


def dose_words(dose: tuple[float, str]) -> str:
    """A dose as a medicine keeps it: `300 mg`."""
    return f"{number_words(dose[0])} {dose[1]}"


def dose_at(tokens: list[Token], position: int) -> tuple[tuple[float, str], int] | None:
    """The dose at a position, and the position after it."""
    word, following = word_at(tokens, position), word_at(tokens, position + 1)
    if spoken := _spoken_dose(tokens, position):
        return spoken
    whole = amounts.whole_number(word) if word and following in TYPED_FRACTIONS else None
    if whole is not None:  # 1 1/2 tablets
        part = dose_at(tokens, position + 1)
        return part and ((part[0][0] + whole, part[0][1]), part[1])
    digits, unit = amounts.split_unit(word)
    after = position + 1
    if word in TYPED_FRACTIONS or word in NUMBERS or word in ("a", "an") or (digits and not unit):
        is_part = word in NUMBERS and following in ("a", "an", "of")
        following = word_at(tokens, position + 2) if is_part else following
        digits, unit, after = word, following, position + 2 + is_part
    unit = DOSE_UNIT_WORDS.get(unit, unit)
    if not digits or unit not in DOSE_UNITS:
        return None
    value = (TYPED_FRACTIONS | NUMBERS | {"a": 1, "an": 1}).get(digits) or amounts.number(digits)
    if value is None:
        return None
    if not 0 < value <= HIGHEST_DOSE:
        raise no_dose(digits, unit)
    return (value, unit), after


def _spoken_dose(tokens: list[Token], position: int) -> tuple[tuple[float, str], int] | None:
    """`three hundred mg`, `sixty milligrams`, `a hundred mg`, `twenty-five drops`."""
    word = word_at(tokens, position)
    if word not in NUMBERS and word != "a" and word.partition("-")[0] not in NUMBERS:
        return None
    value, end = number_at(tokens, position) or (0.0, position)
    unit = DOSE_UNIT_WORDS.get(word_at(tokens, end), word_at(tokens, end))
    is_spoken = (end > position + 1 or "-" in word) and value >= 1
    return ((value, unit), end + 1) if is_spoken and unit in DOSE_UNITS else None


def is_hedge(tokens: list[Token], position: int, *, begins: bool) -> bool:
    """`about 400mg`, `nearly 2 tablets`, and where the text `begins` `maybe 2 ibuprofen`."""
    number = word_at(tokens, position + 1)
    is_number = begins and (number.isdecimal() or number in NUMBERS) and position + 2 < len(tokens)
    is_number = is_number and word_at(tokens, position + 2) not in BEFORE_PARTS  # about 3 this morning
    is_roughly = word_at(tokens, position) in everyday.HEDGES | everyday.NOT_QUITE | {"like"}
    return is_roughly and (is_number or dose_at(tokens, position + 1) is not None)


def no_dose(digits: str, unit: str) -> PhraseRefused:
    return PhraseRefused(f"a dose is more than 0 and at most {HIGHEST_DOSE}, not {digits} {unit}".rstrip())


def with_times_joined(tokens: list[Token]) -> list[Token]:
    """`2 x 500mg`, `2x500mg` and `two × 500mg` as `2x` before the dose, `500mg x 2` as `x2` behind it."""
    pieces: list[Token] = []
    for token in tokens:
        number, sign, dose = token.text.replace("×", "x").partition("x")
        if not token.quoted and number.isdecimal() and sign and dose_at([token._replace(text=dose)], 0):
            middle = token.start + len(number) + 1
            pieces.append(token._replace(text=f"{number}x", end=middle))
            pieces.append(token._replace(text=dose, start=middle))
            continue
        before = word_at(pieces, len(pieces) - 1)
        how_many = NUMBERS.get(before) or amounts.whole_number(before)
        is_behind = before in ("x", "×") and token.text.isdecimal() and not token.quoted and len(pieces) > 1
        if (token.text in ("x", "×") and not token.quoted and how_many) or is_behind:
            text = f"x{token.text}" if is_behind else f"{how_many:g}x"
            pieces[-1] = pieces[-1]._replace(text=text, end=token.end)
        else:
            pieces.append(token)
    return pieces


def with_often_apart(tokens: list[Token]) -> list[Token]:
    """`1000iu/day` in two pieces; `2 weeks back` as ago."""
    pieces: list[Token] = []
    for index, token in enumerate(tokens):
        if token.text == "back" and word_at(tokens, index - 1) in everyday.LONG_SPANS:
            pieces.append(token._replace(text="ago", typed=token.as_typed))
            continue
        dose, slash, _ = token.text.partition("/")
        middle = token.start + len(dose)
        is_dose = bool(slash) and not token.quoted and dose_at([token._replace(text=dose)], 0) is not None
        both = [token._replace(text=dose, end=middle), token._replace(text=token.text[len(dose) :], start=middle)]
        pieces += both if is_dose else [token]
    return pieces
