"""The export for a doctor or a spreadsheet: days.csv, episodes.csv, history.csv and README.txt."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date

from journal.moments import WEEKDAYS
from journal.phrases.context import Context
from journal.sharing.csv_file import README, CsvFile, Exported, ExportKind
from journal.sharing.csv_queries import ROWS
from journal.sharing.sheets import cells, day_rows, episode_rows, history_rows, number_style, short_readme
from journal.sharing.sheets.cells import BOM, CONTINENTAL, ENGLISH, Dialect, Value
from journal.sharing.sheets.history_rows import HistoryEntry
from journal.sharing.span import ExportSpan, latest_day

DAYS, EPISODES, HISTORY = "days.csv", "episodes.csv", "history.csv"
NAMES = (DAYS, EPISODES, HISTORY, README)


def contents(
    connection: sqlite3.Connection,
    context: Context,
    span: ExportSpan,
    counted: dict[str, int],
    kind: ExportKind,
    *,
    notes: bool,
) -> tuple[Exported, Iterator[CsvFile], Callable[[], str]]:
    """What will have been exported, its files, and the text about them, to be made when their rows are `counted`."""
    dialect = CONTINENTAL if kind == "spreadsheet" and number_style.has_decimal_comma() else ENGLISH
    first = str(span.since or date.min)
    last = str(min(span.until or date.max, latest_day(context.clock)))
    history = history_rows.entries(connection, first, last)
    days = day_rows.table(connection, context.lexicon, span, history, notes=notes)
    exported = Exported(kind, span, len(days.logged), counted, notes)

    def files() -> Iterator[CsvFile]:
        yield CsvFile(DAYS, _header(days.header, dialect), _lines(day_rows.rows(days), dialect))
        yield CsvFile(
            EPISODES,
            _header(episode_rows.header(notes=notes), dialect),
            episode_rows.lines(connection, context.lexicon, first, last, dialect, notes=notes),
        )
        names = [*history_rows.COLUMNS, *([history_rows.NOTE] if notes else [])]
        yield CsvFile(HISTORY, _header(names, dialect), _lines(_history(history, notes=notes), dialect))

    return exported, files(), lambda: short_readme.text(connection, context, exported, days, dialect)


def _header(names: list[str], dialect: Dialect) -> bytes:
    return BOM + dialect.separator.join(names).encode()


def _lines(rows: Iterator[list[Value]], dialect: Dialect) -> Iterator[list[bytes]]:
    lines: list[bytes] = []
    for row in rows:
        lines.append(cells.line(row, dialect))
        if len(lines) == ROWS:
            yield lines
            lines = []
    if lines:
        yield lines


def _history(history: list[HistoryEntry], *, notes: bool) -> Iterator[list[Value]]:
    for entry in history:
        weekday = WEEKDAYS[date.fromisoformat(entry.day).weekday()]
        until = entry.last_day if entry.last_day != entry.day else None
        row: list[Value] = [entry.day, weekday, until, entry.what, entry.details]
        yield [*row, entry.note] if notes else row
