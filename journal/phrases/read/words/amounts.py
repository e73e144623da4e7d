"""Numbers and amounts as words: `4`, `1,5 min`, `6h30`, `0.5l`, `1h 30m`."""

from typing import NamedTuple

from journal.catalog.everyday import NUMBERS
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.phrases.read.words.lexer import Token, joined, word_at

DIGITS = "0123456789"
MOST_DIGITS = 15
DAY_UNITS = ("d", "day", "days")
BETWEEN_DAYS_AND_HOURS = (len(" "), len(" and "))
MOST_STRONG = 10
"""Of a twitch, and of what is rated."""
LEVELS = ("intensity", "strength", "level", "severity")
"""Before a number they say that it is how strong."""


class Amount(NamedTuple):
    """A value with its unit word and dimension; `parts` are (value, unit) where several were joined."""

    parts: tuple[tuple[float, str], ...]
    phrase: str
    end: int

    @property
    def dimension(self) -> str:
        return UNITS[self.parts[0][1]][0]

    def value(self, size: float) -> float:
        """In units of `size` base units."""
        return round(sum(value * (UNITS[unit][1] / size) for value, unit in self.parts), 6)


def number(text: str) -> float | None:
    """A plain number, or None if the text is none. A decimal comma is read; one or a dot with exactly three decimals
    is refused: half the world parts thousands with it. `0.125` is no thousand."""
    whole, mark, decimals = text.partition("." if "." in text else ",")
    if (whole + decimals).strip(DIGITS) or not (decimals if mark else whole):
        return None
    if len(whole) > MOST_DIGITS or len(decimals) > MOST_DIGITS:
        raise PhraseRefused(f"{shortened(text)} has too many digits")
    if is_ambiguous(text):
        fraction = f"{whole}.{decimals}"
        plain = fraction.rstrip("0").rstrip(".") if fraction.endswith("0") else f"{fraction}0"
        raise PhraseRefused(f"{text} can be read in two ways; say {plain} or {whole}{decimals}")
    return float(f"{whole}.{decimals or 0}")


def is_ambiguous(digits: str) -> bool:
    """Whether the mark in a number may part decimals as well as thousands: `1.000`, `12,500`, but not `0.125`."""
    whole, _, decimals = digits.partition("." if "." in digits else ",")
    return len(decimals) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0"


def whole_number(text: str) -> int | None:
    value = None if text.strip(DIGITS) else number(text)
    return None if value is None else int(value)


def how_many(word: str) -> int | None:
    """A whole number in figures or in words; `a` is one."""
    if word in ("a", "an"):
        return 1
    value = NUMBERS.get(word)
    if value is not None:
        return int(value) if value >= 1 else None
    return whole_number(word) if word else None


def shortened(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def split_unit(text: str) -> tuple[str, str]:
    """`90s` -> (`90`, `s`); a text that does not begin with a digit has no number."""
    end = 0
    while end < len(text) and (
        text[end] in DIGITS or (text[end] in ".," and end + 1 < len(text) and text[end + 1] in DIGITS)
    ):
        end += 1
    return text[:end], text[end:]


def _glued(text: str) -> list[tuple[float, str]] | None:
    """`2m`, `1h30m` and `6h30` as amounts, or None."""
    parts: list[tuple[float, str]] = []
    while text:
        digits, letters = split_unit(text)
        unit = letters[: next((index for index, letter in enumerate(letters) if letter in DIGITS), len(letters))]
        if not letters and parts and parts[-1][1] == "h" and len(digits) == 2 and digits < "60":
            unit = "m"
        value = number(digits)
        if value is None or unit not in UNITS or (parts and not _falls(parts[-1][1], unit)):
            return None
        parts.append((value, unit))
        text = letters[len(unit) :]
    return parts


def _falls(unit: str, following: str) -> bool:
    """Whether an amount of time in the first unit is followed by one in a smaller unit."""
    dimensions = UNITS[unit][0], UNITS[following][0]
    return dimensions == ("time", "time") and UNITS[following][1] < UNITS[unit][1]


MOST_BETWEEN = len(", and ")
"""Signs between two amounts of which the second adds to the first."""


def amount_at(tokens: list[Token], position: int) -> Amount | None:
    """One amount at a position: `2m`, or a number and a unit word."""
    if tokens[position].quoted:
        return None
    text = tokens[position].text
    glued = _glued(text)
    if glued:
        return Amount(tuple(glued), tokens[position].as_typed, position + 1)
    if position + 1 < len(tokens) and not tokens[position + 1].quoted and tokens[position + 1].text in UNITS:
        value = number(text)
        if value is not None:
            unit = tokens[position + 1].text
            return Amount(((value, unit),), joined(tokens, position, position + 2), position + 2)
    return None


def longest_amount(tokens: list[Token], position: int) -> Amount | None:
    """An amount with those that follow in smaller units of time: `1h 30m` is 90 minutes, `2m 20m` is not joined; days
    are a length where hours stand behind them."""
    amount = _days_and_hours(tokens, position) or amount_at(tokens, position)
    while amount and amount.end < len(tokens):
        following = amount_at(tokens, amount.end)
        is_apart = tokens[amount.end].start - tokens[amount.end - 1].end > MOST_BETWEEN
        if is_apart or not following or not _falls(amount.parts[-1][1], following.parts[0][1]):
            break
        amount = Amount(amount.parts + following.parts, f"{amount.phrase} {following.phrase}", following.end)
    return amount


def _days_and_hours(tokens: list[Token], position: int) -> Amount | None:
    """`2d 3h`, `2d3h`, `2 days 3 hours`, with the days in hours."""
    if tokens[position].quoted:
        return None
    digits, unit = split_unit(tokens[position].text)
    hours, end = "", position + 1
    if not unit:
        unit, end = word_at(tokens, position + 1), position + 2
    elif unit[:1] == "d" and unit[1:2] in DIGITS:
        unit, hours = "d", unit[1:]
    days = number(digits) if unit in DAY_UNITS and digits else None
    if days is None or not days or (not hours and end >= len(tokens)):
        return None
    if hours:
        texts = [tokens[position]._replace(text=hours), *tokens[end:]]
        following, phrase = longest_amount(texts, 0), tokens[position].as_typed
        after = position + following.end if following else end
    else:
        gap = tokens[end].start - tokens[end - 1].end
        end += word_at(tokens, end) == "and"
        following = longest_amount(tokens, end) if gap in BETWEEN_DAYS_AND_HOURS and end < len(tokens) else None
        after, phrase = (following.end, joined(tokens, position, following.end)) if following else (end, "")
    if following is None or UNITS[following.parts[0][1]] != UNITS["h"] or following.parts[0][0] >= 24:
        return None
    return Amount(((24 * days, "h"), *following.parts), phrase, after)


def of_ten(tokens: list[Token], end: int) -> int | None:
    """The position after `out of ten`."""
    if word_at(tokens, end) == "out":
        end += 1
    if word_at(tokens, end) == "outta" and word_at(tokens, end + 1) in ("10", "ten"):
        return end + 2
    if word_at(tokens, end) not in ("of", "/") or word_at(tokens, end + 1) not in ("10", "ten"):
        return None
    return end + 2


def is_level(tokens: list[Token], position: int) -> bool:
    """Whether a number at a position is how strong it was: `level 4`."""
    return word_at(tokens, position - 1) in LEVELS
