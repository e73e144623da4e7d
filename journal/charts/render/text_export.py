"""A figure without a picture: a sentence and tables of plain text for a screen reader; JSON and CSV."""

import csv
import io
import json
from typing import Any

from journal.charts.figure import Figure, Table
from journal.terminal import cell_len, fitted, wrapped


def text(figure: Figure, columns: int) -> list[str]:
    """The text twin: no box-drawing, no braille; a table that is too wide is written row by row."""
    text_lines = [*wrapped(figure.title, columns), "", *wrapped(figure.sentence, columns)]
    for remark in figure.remarks:
        text_lines += wrapped(remark, columns)
    for table in figure.tables:
        text_lines += ["", *table_lines(table, columns)]
    return text_lines


def table_lines(table: Table, columns: int) -> list[str]:
    """A table in columns that stand under each other; the first one to the left, numbers to the right."""
    caption = [*wrapped(table.caption, columns), ""] if table.caption else []
    widths = [
        max(cell_len(heading), *(cell_len(row[number]) for row in table.rows)) if table.rows else cell_len(heading)
        for number, heading in enumerate(table.headings)
    ]
    if sum(widths) + 2 * (len(widths) - 1) > columns:
        return [*caption, *_row_by_row(table, columns)]
    return [*caption, *(_row(row, widths) for row in (table.headings, *table.rows))]


def _row(row: tuple[str, ...], widths: list[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    parts = [fitted(*first), *(" " * (width - cell_len(cell)) + cell for cell, width in others)]
    return "  ".join(parts).rstrip()


def _row_by_row(table: Table, columns: int) -> list[str]:
    """Each row as a line of `heading: cell`; of two cells the first is the heading of the second."""
    lines = []
    for row in table.rows:
        named = [row] if len(row) == 2 else zip(table.headings, row, strict=True)
        row_text = "; ".join(f"{heading}: {cell}" for heading, cell in named)
        first, *more = wrapped(row_text, columns - 2)
        lines += [first, *(f"  {part}" for part in more)]
    return lines


def as_object(figure: Figure) -> dict[str, Any]:
    """The figure for other programs; null is not known."""
    return {
        "view": figure.view,
        "from": figure.first.isoformat(),
        "to": figure.last.isoformat(),
        "days": figure.days,
        "days_logged": figure.days_logged,
        "sentence": figure.sentence,
        "rows": list(figure.rows),
    }


def as_json(figure: Figure) -> str:
    return json.dumps(as_object(figure), ensure_ascii=False, indent=1, allow_nan=False)


def as_csv(figure: Figure) -> str:
    """The same rows; an empty cell is not known. A text that a spreadsheet would run begins with an apostrophe."""
    out = io.StringIO()
    keys = figure.keys()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(keys)
    for row in figure.rows:
        writer.writerow([_cell(row.get(key)) for key in keys])
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value
