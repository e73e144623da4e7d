"""Ratios with their intervals on a log axis: a forest plot in letters."""

from dataclasses import dataclass
from math import isfinite, isnan, log
from typing import NamedTuple

from journal.charts.render import svg
from journal.charts.styled_text import Ink, Line, StyledSpan, line
from journal.terminal import cell_len, fitted, wrapped

LOWEST, HIGHEST, FARTHEST = 0.5, 4.0, 8.0
NARROWEST, WIDEST = 18, 60
"""Letters of an axis, below which the numbers stand alone."""
LEAST, MOST = 22, 60
"""Letters of a label before it is folded."""
TICKS = (1.0, 2.0, 0.5, 4.0, 0.25, 8.0)
"""In the order in which they get room."""


class Ratio(NamedTuple):
    """A row: `text` stands behind its picture."""

    label: str
    value: float
    low: float
    high: float
    text: str
    ink: Ink = "first"


@dataclass(frozen=True)
class Forest:
    """Rows of ratios on one axis, of which 1 is marked: no difference."""

    heading: str
    rows: tuple[Ratio, ...]
    gap: bool = False

    def lines(self, columns: int, rows: int) -> list[Line]:
        heading: list[Line] = [line(part, "bold") for part in wrapped(self.heading, columns)] if self.heading else []
        axis, drawn = self.parts(columns)
        return [
            *heading,
            *([axis] if axis else []),
            *(row_line for row_lines in drawn for row_line in row_lines),
            *([()] if self.gap else []),
        ]

    def parts(self, columns: int) -> tuple[Line, list[list[Line]]]:
        """The axis, and the lines of each row; without an axis where there is no room for it."""
        text_width = max((cell_len(row.text) for row in self.rows), default=0) + 2
        longest = max((cell_len(row.label) for row in self.rows), default=0) + 2
        label = min(longest, MOST, max(LEAST, columns - text_width - NARROWEST))
        room = min(WIDEST, columns - label - text_width)
        if room < NARROWEST:
            return (), [_without_picture(row, columns) for row in self.rows]
        axis = Axis(self.rows, room)
        drawn = []
        for row in self.rows:
            first, *more = wrapped(row.label, label - 2)
            head = (StyledSpan(fitted(first, label)), StyledSpan(axis.row(row), row.ink), StyledSpan(f"  {row.text}"))
            drawn.append([head, *(line(f"  {part}") for part in more)])
        return (StyledSpan(" " * label), StyledSpan(axis.ticks(), "dim")), drawn

    def svg(self, width: int) -> tuple[str, int]:
        return svg.grid(self.lines(int(width / svg.LETTER) - 2, len(self.rows) + 3))


def _without_picture(row: Ratio, columns: int) -> list[Line]:
    label = [line(part) for part in wrapped(row.label, columns)]
    return [*label, *(line(f"  {part}", row.ink) for part in wrapped(row.text, columns - 2))]


class Axis:
    """A log axis, `room` letters wide, that reaches as far as the rows do, at most to FARTHEST."""

    def __init__(self, rows: tuple[Ratio, ...], room: int) -> None:
        ends = [end for row in rows for end in (row.low, row.high) if isfinite(end) and end > 0]
        self.low = max(1 / FARTHEST, min([LOWEST, *ends]))
        self.high = min(FARTHEST, max([HIGHEST, *ends]))
        self.room = room

    def letter_of(self, value: float) -> int:
        """Which letter of the axis a value falls on; the nearest end where it lies outside."""
        inside = min(max(value, self.low), self.high)
        return round((self.room - 1) * log(inside / self.low) / log(self.high / self.low))

    def ticks(self) -> str:
        letters = [" "] * self.room
        for tick in TICKS:
            if self.low <= tick <= self.high:
                word = f"{tick:g}"
                begin = min(self.letter_of(tick), self.room - len(word))
                if not any(letter.strip() for letter in letters[max(0, begin - 1) : begin + len(word) + 1]):
                    letters[begin : begin + len(word)] = word
        return "".join(letters)

    def row(self, row: Ratio) -> str:
        letters = [" "] * self.room
        letters[self.letter_of(1.0)] = "│"
        if not isnan(row.value):
            low = row.value if isnan(row.low) else row.low
            high = row.value if isnan(row.high) else row.high
            first, last = self.letter_of(low), self.letter_of(high)
            for letter in range(first, last + 1):
                letters[letter] = "─"
            letters[first] = "◂" if low < self.low else "├"
            letters[last] = "▸" if high > self.high else "┤"
            letters[self.letter_of(row.value)] = "●"
        return "".join(letters)
