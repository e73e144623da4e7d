"""Cells of numbers in rows and columns, shaded on top of the number."""

from dataclasses import dataclass
from typing import NamedTuple

from journal.charts import svg
from journal.charts.ink import Ink, Line, Span, cells, fitted, line


class Cell(NamedTuple):
    text: str
    ink: Ink = ""


@dataclass(frozen=True)
class Cells:
    """A grid of cells with headings; `label` is the width of the column of row names."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    note: str = ""
    gap: bool = True

    def lines(self, columns: int, rows: int) -> list[Line]:
        inside = max([0, *(cells(cell.text) for _, row in self.rows for cell in row), *map(cells, self.columns)])
        label = max((cells(name) for name, _ in self.rows), default=0)
        room = max(6, columns - (inside + 2) * len(self.columns))
        label = min(label, room)
        drawn: list[Line] = [line(fitted(self.heading, columns).rstrip(), "bold")] if self.heading else []
        head = " " * label + "".join(f"  {name.rjust(inside)}" for name in self.columns)
        drawn.append((Span(head, "dim"),))
        for name, row in self.rows:
            spans = [Span(fitted(name, label))]
            for cell in row:
                spans += [Span("  " + " " * (inside - cells(cell.text))), Span(cell.text, cell.ink)]
            drawn.append(tuple(spans))
        if self.note:
            drawn.append(line(self.note, "dim"))
        return [*drawn, *([()] if self.gap else [])]

    def svg(self, width: int) -> tuple[str, int]:
        return svg.grid(self.lines(int(width / svg.LETTER) - 2, 99))


def shade(value: float, high: float) -> Ink:
    """One of four shades for a share of the highest; nothing for none."""
    inks: tuple[Ink, ...] = ("", "shade1", "shade2", "shade3", "shade4")
    return inks[level(value, high)]


def level(value: float, high: float) -> int:
    """0 for none, else 1 to 4 by the share of the highest."""
    if value <= 0 or high <= 0:
        return 0
    return min(4, max(1, -int(-4 * value // high)))
