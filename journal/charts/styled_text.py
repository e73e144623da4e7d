"""Spans of text with an ink, and what of a text a terminal may be sent."""

from collections.abc import Iterable
from typing import Literal, NamedTuple
from unicodedata import category, east_asian_width

Ink = Literal["", "dim", "bold", "first", "second", "mark", "shade1", "shade2", "shade3", "shade4"]
CODES: dict[str, str] = {
    "dim": "2",
    "bold": "1",
    "first": "36",
    "second": "35",
    "mark": "33",
    "shade1": "36",
    "shade2": "36",
    "shade3": "36",
    "shade4": "1;36",
}
"""Ink -> the SGR codes of a terminal: the user's own sixteen colours, so that light and dark both read well."""


class StyledSpan(NamedTuple):
    text: str
    ink: Ink = ""


Line = tuple[StyledSpan, ...]


def line(text: str, ink: Ink = "") -> Line:
    return (StyledSpan(text, ink),) if text else ()


def text_of(spans: Iterable[StyledSpan]) -> str:
    return "".join(span.text for span in spans)


def coloured(spans: Iterable[StyledSpan]) -> str:
    """A line for a terminal that has colours."""
    return "".join(
        f"\x1b[{CODES[span.ink]}m{span.text}\x1b[0m" if span.ink and span.text.strip() else span.text for span in spans
    ).rstrip(" ")


def printable(text: str) -> str:
    """A user's text on one line: control characters as pictures of themselves, ends of line as spaces."""
    if text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter in "\n\t":
        return " "
    if category(letter) not in ("Cc", "Cs"):
        return letter
    code = ord(letter)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else f"‹{code:02X}›"


def cells(text: str) -> int:
    """The columns that a text takes."""
    return len(text) if text.isascii() else sum(_cells(letter) for letter in text)


def _cells(letter: str) -> int:
    if category(letter) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def fitted(text: str, columns: int) -> str:
    """A text of exactly so many columns, cut with a sign or filled with spaces."""
    if cells(text) > columns:
        kept = ""
        for letter in text:
            if cells(kept) + _cells(letter) > columns - 1:
                break
            kept += letter
        text = kept + "…"
    return text + " " * (columns - cells(text))


def beside(left: list[Line], right: list[Line], columns: int) -> list[Line]:
    """Two pictures next to each other, the left one `columns` wide."""
    rows = max(len(left), len(right))
    pad = [[*lines, *[()] * (rows - len(lines))] for lines in (left, right)]
    return [
        (*one, StyledSpan(" " * max(0, columns - cells(text_of(one)))), *other) if other else one
        for one, other in zip(*pad, strict=True)
    ]


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many columns, broken at spaces where there are any."""
    lines, rest = [], text
    while cells(rest) > columns:
        cut = len(rest)
        while cells(rest[:cut]) > columns:
            cut -= 1
        space = rest.rfind(" ", 0, cut + 1)
        end, begin = (space, space + 1) if space > 0 else (max(1, cut), max(1, cut))
        lines.append(rest[:end])
        rest = rest[begin:]
    return [*lines, rest]
