"""Spans of text with an ink."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from journal.terminal import cell_len, printable

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
    parts = []
    for span in spans:
        text = printable(span.text)
        parts.append(f"\x1b[{CODES[span.ink]}m{text}\x1b[0m" if span.ink and text.strip() else text)
    return "".join(parts).rstrip(" ")


def beside(left: list[Line], right: list[Line], columns: int) -> list[Line]:
    """Two pictures next to each other, the left one `columns` wide."""
    rows = max(len(left), len(right))
    pairs = zip(*([*lines, *[()] * (rows - len(lines))] for lines in (left, right)), strict=True)
    return [
        (*first, StyledSpan(" " * max(0, columns - cell_len(text_of(first)))), *second) if second else first
        for first, second in pairs
    ]
