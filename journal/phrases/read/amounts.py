"""Numbers and amounts as words: `4`, `1,5 min`, `6h30`, `0.5l`, `1h 30m`."""

from typing import NamedTuple

from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.phrases.read.lexer import Token

DIGITS = "0123456789"
MOST_DIGITS = 15


class Amount(NamedTuple):
    """A value with its unit word and dimension; `parts` are (value, unit) where several were joined."""

    parts: tuple[tuple[float, str], ...]
    words: str
    after: int

    @property
    def dimension(self) -> str:
        return UNITS[self.parts[0][1]][0]

    def value(self, size: float) -> float:
        """In units of `size` base units."""
        return round(sum(value * (UNITS[unit][1] / size) for value, unit in self.parts), 6)


def number(text: str) -> float | None:
    """A plain number, or None if the text is none. A decimal comma is read; with three decimals it is refused."""
    whole, mark, decimals = text.partition("." if "." in text else ",")
    if (whole + decimals).strip(DIGITS) or not (decimals if mark else whole):
        return None
    if len(whole) > MOST_DIGITS or len(decimals) > MOST_DIGITS:
        raise PhraseRefused(f"{shortened(text)} has too many digits")
    if mark == "," and len(decimals) == 3:
        raise PhraseRefused(
            f"{text} can be read in two ways: {whole}.{decimals} or {whole}{decimals}? Say it without the comma"
        )
    return float(f"{whole}.{decimals or 0}")


def whole_number(text: str) -> int | None:
    value = None if text.strip(DIGITS) else number(text)
    return None if value is None else int(value)


def shortened(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def split_unit(text: str) -> tuple[str, str]:
    """`90s` -> (`90`, `s`); a text that does not begin with a digit has no number."""
    at = 0
    while at < len(text) and (
        text[at] in DIGITS or (text[at] in ".," and at + 1 < len(text) and text[at + 1] in DIGITS)
    ):
        at += 1
    return text[:at], text[at:]


def _glued(text: str) -> list[tuple[float, str]] | None:
    """`2m`, `1h30m` and `6h30` as amounts, or None."""
    parts: list[tuple[float, str]] = []
    while text:
        digits, rest = split_unit(text)
        unit = rest[: next((at for at, letter in enumerate(rest) if letter in DIGITS), len(rest))]
        if not rest and parts and parts[-1][1] == "h" and len(digits) == 2 and digits < "60":
            unit = "m"
        value = number(digits)
        if value is None or unit not in UNITS or (parts and not _falls(parts[-1][1], unit)):
            return None
        parts.append((value, unit))
        text = rest[len(unit) :]
    return parts


def _falls(unit: str, following: str) -> bool:
    """Whether an amount of time in the first unit is followed by one in a smaller unit."""
    dimensions = UNITS[unit][0], UNITS[following][0]
    return dimensions == ("time", "time") and UNITS[following][1] < UNITS[unit][1]


def amount_at(tokens: list[Token], at: int) -> Amount | None:
    """One amount at a place: glued, or a number and a unit word."""
    if tokens[at].quoted:
        return None
    text = tokens[at].text
    glued = _glued(text)
    if glued:
        return Amount(tuple(glued), text, at + 1)
    if at + 1 < len(tokens) and not tokens[at + 1].quoted and tokens[at + 1].text in UNITS:
        value = number(text)
        if value is not None:
            unit = tokens[at + 1].text
            return Amount(((value, unit),), f"{text} {unit}", at + 2)
    return None


def joined(tokens: list[Token], at: int) -> Amount | None:
    """An amount with the neighbouring ones in falling units of time: `1h 30m` is 90 minutes, `2m 20m` is not joined."""
    found = amount_at(tokens, at)
    while found and found.after < len(tokens):
        more = amount_at(tokens, found.after)
        if not more or not _falls(found.parts[-1][1], more.parts[0][1]):
            break
        found = Amount(found.parts + more.parts, f"{found.words} {more.words}", more.after)
    return found
