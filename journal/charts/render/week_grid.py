"""Rows of places over columns of weeks, shaded by the days with it; a dot where nothing was logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.charts.render import svg
from journal.charts.render.grid import ROWS_BEFORE_FOLDING, level, shade
from journal.charts.styled_text import Line, StyledSpan, line
from journal.terminal import cell_len, fitted, wrapped

SHADES = " ░▒▓█"
UNKNOWN = "·"
WIDEST_NAME = 24
NUMBERED = 4
"""Columns of a week where its number of days has room."""


class WeekRow(NamedTuple):
    """A name, its days in all and in each column."""

    name: str
    days: int
    by_column: tuple[int, ...]


@dataclass(frozen=True)
class WeekGrid:
    """`columns` are the name of each column and its logged days. Where they do not all fit, the newest are drawn."""

    heading: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[WeekRow, ...]

    @property
    def least_rows(self) -> int:
        """As of a `Grid`, with the names of the columns and the legend."""
        return min(len(self.rows), ROWS_BEFORE_FOLDING) + 3

    def lines(self, columns: int, rows: int) -> list[Line]:
        label = min(max((cell_len(row.name) for row in self.rows), default=0), WIDEST_NAME, max(6, columns // 3))
        total = max(len("days"), *(len(str(row.days)) for row in self.rows))
        room = max(1, columns - label - total - 2)
        width = NUMBERED if NUMBERED * len(self.columns) <= room else 2 if 2 * len(self.columns) <= room else 1
        drawn = range(max(0, len(self.columns) - room // width), len(self.columns))
        earlier = f"; {drawn[0]} earlier in the text" if drawn and drawn[0] else ""
        head = [line(part, "bold") for part in wrapped(f"{self.heading}{earlier}", columns)]
        names = [self.columns[number][0] for number in drawn]
        axis = f"{'':{label}} {'days':>{total}} {_axis(names, width)}".rstrip()
        kept = self.rows[: max(1, rows - len(head) - 2)]
        body = [self._row(row, label, total, width, drawn) for row in kept]
        legend = "days with it" if width == NUMBERED else f"{SHADES[1:]} more days"
        return [*head, line(axis, "dim"), *body, line(f"{legend}, {UNKNOWN} not logged"[:columns], "dim")]

    def _row(self, row: WeekRow, label: int, total: int, width: int, drawn: Sequence[int]) -> Line:
        spans = [StyledSpan(fitted(row.name, label)), StyledSpan(f" {row.days:>{total}} ")]
        for number in drawn:
            days, logged = row.by_column[number], self.columns[number][1]
            if not logged and not days:
                spans.append(StyledSpan(UNKNOWN.rjust(width), "dim"))
            else:
                text = str(days or 0) if width == NUMBERED else SHADES[level(days, max(days, logged))] * min(width, 2)
                spans.append(StyledSpan(text.rjust(width), shade(days, max(days, logged))))
        return tuple(spans)

    def svg(self, width: int) -> tuple[str, int]:
        return svg.grid(self.lines(int(width / svg.LETTER) - 2, 99))


def _axis(names: Sequence[str], width: int) -> str:
    """The names of the columns above their beginnings, as many as have room."""
    axis = ""
    for number, name in enumerate(names):
        begin = number * width
        if begin >= len(axis) + bool(axis) and begin + len(name) <= len(names) * width:
            axis = axis.ljust(begin) + name
    return axis
