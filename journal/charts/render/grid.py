"""Cells of numbers in rows and columns, shaded on top of the number."""

from dataclasses import dataclass
from typing import NamedTuple

from journal.charts.render import svg
from journal.charts.styled_text import Ink, Line, StyledSpan, line
from journal.terminal import cell_len, fitted, wrapped

ROWS_BEFORE_FOLDING = 10
"""So many rows a panel keeps, if it has them, however little room there is."""


class GridCell(NamedTuple):
    text: str
    ink: Ink = ""


@dataclass(frozen=True)
class Grid:
    """A grid of cells with headings; `label` is the width of the column of row names."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[GridCell, ...]], ...]
    note: str = ""
    gap: bool = True

    @property
    def least_rows(self) -> int:
        """Before it has fewer, what is said of it folds."""
        return 1 + min(len(self.rows), ROWS_BEFORE_FOLDING) + bool(self.heading) + bool(self.note) + self.gap

    def lines(self, columns: int, rows: int) -> list[Line]:
        widths = [
            max([cell_len(name), *(cell_len(row[column].text) for _, row in self.rows)])
            for column, name in enumerate(self.columns)
        ]
        label = max((cell_len(name) for name, _ in self.rows), default=0)
        if min(label, 6) + sum(widths) + 2 * len(widths) > columns:
            return self._as_lists(columns)
        label = min(label, max(6, columns - sum(widths) - 2 * len(widths)))
        drawn: list[Line] = [line(fitted(self.heading, columns).rstrip(), "bold")] if self.heading else []
        head = " " * label + "".join(
            "  " + " " * (width - cell_len(name)) + name for name, width in zip(self.columns, widths, strict=True)
        )
        drawn.append((StyledSpan(head, "dim"),))
        room = rows - len(drawn) - bool(self.note) - self.gap
        kept = self.rows if len(self.rows) <= room else self.rows[: max(1, room - 1)]
        for name, row in kept:
            spans = [StyledSpan(fitted(name, label))]
            for cell, width in zip(row, widths, strict=True):
                spans += [StyledSpan("  " + " " * (width - cell_len(cell.text))), StyledSpan(cell.text, cell.ink)]
            drawn.append(tuple(spans))
        if len(kept) < len(self.rows):
            drawn.append(line(f"and {len(self.rows) - len(kept)} more in the text", "dim"))
        if self.note:
            drawn.append(line(self.note, "dim"))
        return [*drawn, *([()] if self.gap else [])]

    def _as_lists(self, columns: int) -> list[Line]:
        """Where it is too narrow for a grid: each row as a list."""
        drawn = [line(part, "bold") for part in wrapped(self.heading, columns) if part]
        for name, row in self.rows:
            texts = [f"{head} {cell.text}" for head, cell in zip(self.columns, row, strict=True) if cell.text.strip()]
            drawn += [line(part) for part in wrapped(f"{name.strip()}: {', '.join(texts)}", columns)]
        return drawn

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
