"""The export for an analysis: every table as it is stored, what each day is worth, and what explains them."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from journal.catalog.kinds import DATED, DAY_NOTE
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.records import Act, DayNote, StopEpisode
from journal.sharing import columns_csv, csv_queries, days_csv, readme_text
from journal.sharing.column_docs import COLUMNS_FILE, DAYS_FILE, TABLES
from journal.sharing.csv_file import README, CsvFile, Exported
from journal.sharing.days_csv import Day
from journal.sharing.span import ExportSpan

NAMES = (DAYS_FILE, *(docs.file for docs in TABLES.values()), COLUMNS_FILE, README)
"""The files of an export, in the order in which they appear: the text that explains them is last."""
WITHIN = {
    **dict.fromkeys(DATED, "day BETWEEN ? AND ?"),
    "relief": "EXISTS (SELECT 1 FROM episode WHERE id = relief.episode AND day BETWEEN ? AND ?)",
    "pause": "coalesce(last_day, '9999-12-31') >= ? AND first_day <= ?",
    **dict.fromkeys(("sign_check", "sign"), "day BETWEEN ? AND ?"),
    "visit_advice": "EXISTS (SELECT 1 FROM event WHERE id = visit_advice.event AND day BETWEEN ? AND ?)",
    "medicine": "coalesce(stopped_on, '9999-12-31') >= ? AND started_on <= ?",
}
"""Which rows of a table belong to the days asked for; the other tables belong to no day and leave whole."""
NOTE = "note"
"""The column of that name is a note in every table."""
NOTES = (DAY_NOTE.table, "visit_advice")
"""Tables whose rows are nothing but notes."""


def contents(
    connection: sqlite3.Connection, context: Context, span: ExportSpan, counted: dict[str, int], *, notes: bool
) -> tuple[Exported, Iterator[CsvFile], Callable[[], str]]:
    """What will have been exported, its files, and the text about them, to be made when their rows are `counted`.

    Without `notes` no text of a note leaves: not that of a day, of a record, or in a template.
    """
    left_out = () if notes else tuple(key for key, phrase in context.templates.items() if _notes(phrase, context))
    days = days_csv.recorded(connection, span)
    paused = len(days_csv.paused(connection, span) - days.keys())
    logged = sum(day["any_twitches"] is not None for day in days.values())
    exported = Exported("analysis", span, logged, counted, notes, left_out, len(days), paused)
    files = _files(connection, span, days, notes=notes, left_out=left_out)
    return exported, files, lambda: readme_text.text(connection, context.clock, exported)


def _files(
    connection: sqlite3.Connection, span: ExportSpan, days: dict[str, Day], *, notes: bool, left_out: tuple[str, ...]
) -> Iterator[CsvFile]:
    view_columns, own_columns = days_csv.columns(connection)
    lines = ([",".join(row).encode()] for row in days_csv.rows(connection, span, days))
    yield CsvFile(DAYS_FILE, _header([*view_columns, *own_columns.values()]), lines)
    for table, docs in TABLES.items():
        names = csv_queries.header(csv_queries.columns(connection, table))
        rows = _rows(connection, table, span, notes=notes, left_out=left_out)
        yield CsvFile(docs.file, _header(names), rows)
    yield CsvFile(COLUMNS_FILE, _header(columns_csv.HEADER), columns_csv.lines(connection))


def _header(names: Sequence[str]) -> bytes:
    return ",".join(names).encode()


def _rows(
    connection: sqlite3.Connection, table: str, span: ExportSpan, *, notes: bool, left_out: tuple[str, ...]
) -> Iterator[list[bytes]]:
    blank = () if notes else (NOTE,)
    if table in NOTES and not notes:
        return csv_queries.lines(connection, table, "0")
    if table == "template" and left_out:
        return csv_queries.lines(connection, table, f"key NOT IN ({', '.join('?' for _ in left_out)})", left_out)
    if table in WITHIN and (span.since or span.until):
        return csv_queries.lines(connection, table, WITHIN[table], span.bounds, blank)
    return csv_queries.lines(connection, table, blank=blank)


def _notes(phrase: str, context: Context) -> bool:
    """Whether a template holds a note, or may hold one because it cannot be read any more."""
    try:
        return any(_holds_note(act) for act in parse(phrase, context))
    except PhraseRefused:
        return True


def _holds_note(act: Act) -> bool:
    if isinstance(act, StopEpisode):
        return act.details.note is not None
    return isinstance(act, DayNote) or getattr(act, NOTE, None) is not None
