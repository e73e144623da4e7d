"""The files of an export with their first rows, before any of them is written."""

import re
import sqlite3
from datetime import date

from journal.charts.styled_text import Line, line
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.sharing.csv_file import README, ExportKind
from journal.sharing.export import contents
from journal.sharing.preview.absent import absent_from_export, absent_lines
from journal.terminal import cut, on_one_line, wrapped

FIRST_ROWS, FIRST_LINES = 3, 12
"""Of a file, and of the text that explains them."""
LONGEST = 600
"""Columns of a row that are shown: a note may be as long as one likes."""


def export_preview(
    connection: sqlite3.Connection,
    context: Context,
    columns: int,
    kind: ExportKind,
    since: date | None,
    until: date | None,
    *,
    notes: bool,
) -> list[Line]:
    """Every file with its columns, its first rows and how many there are; then what is not in them."""
    rows: dict[str, int] = {}
    _, files, text = contents(connection, context, kind, since, until, rows, notes=notes)
    lines: list[Line] = []
    for file in files:
        first: list[bytes] = []
        rows[file.name] = 0
        for some in file.lines:
            first += some[: FIRST_ROWS - len(first)]
            rows[file.name] += len(some)
        lines.append(line(cut(f"{file.name}: {counted(rows[file.name], 'row', spec=',')}", columns), "bold"))
        lines += _wrapped(file.header, columns, is_header=True)
        for record in first:
            lines += _wrapped(record, columns)
        lines += [line("…", "dim")] if rows[file.name] > len(first) else []
        lines.append(())
    lines.append(line(README, "bold"))
    readme = text().removeprefix("\ufeff").splitlines()
    lines += [line(part) for row in readme[:FIRST_LINES] for part in wrapped(on_one_line(row), columns)]
    lines += [line("…", "dim"), ()]
    return [*lines, *absent_lines(absent_from_export(kind, notes=notes), columns)]


def _wrapped(record: bytes, columns: int, *, is_header: bool = False) -> list[Line]:
    text = on_one_line(record.decode("utf-8-sig"))
    text = re.sub("([,;])", r"\1 ", text) if is_header else cut(text, LONGEST)  # so that no name is broken
    return [line(part, "first" if is_header else "") for part in wrapped(text, columns)]
