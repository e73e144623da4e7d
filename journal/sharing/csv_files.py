"""A folder of CSV files: every table as it is stored, what each day is worth, and a text that explains them."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from journal.catalog.kinds import DATED, DAY_NOTE
from journal.errors import PhraseRefused, Refused
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.records import Act, DayNote, StopEpisode
from journal.sharing import csv_queries, days_csv, folder, readme_text
from journal.sharing.column_docs import DAYS_FILE, README, TABLES
from journal.sharing.span import Exported, ExportSpan, span_of

NAMES = (DAYS_FILE, *(docs.file for docs in TABLES.values()), README)
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

Progress = Callable[[str, int], None]
"""Told a file's name and how many of its rows are written."""


def export(
    connection: sqlite3.Connection,
    context: Context,
    to: Path,
    *,
    diary: Path,
    since: date | None = None,
    until: date | None = None,
    notes: bool = True,
    force: bool = False,
    progress: Progress = lambda name, rows: None,
) -> Exported:
    """Write the folder `to`, all of one moment of the connection; `diary` is the file that it reads.

    Without `notes` no text of a note leaves: not that of a day, of a record, or in a template.
    """
    if any((to / name).exists() and diary.exists() and (to / name).samefile(diary) for name in NAMES):
        raise Refused(f"the diary itself lies in {to} under the name of an exported file; choose another folder")
    span = span_of(connection, context.clock.today, since, until)
    left_out = () if notes else tuple(key for key, phrase in context.templates.items() if _notes(phrase, context))
    logged = days_csv.logged(connection, span)
    counted: dict[str, int] = {}
    paused = len(days_csv.paused(connection, span) - logged.keys())
    exported = Exported(span, len(logged), counted, notes, left_out, paused)
    with folder.write_whole(to, NAMES, force=force) as draft:
        view_columns, own_columns = days_csv.columns(connection)
        lines = ([",".join(row).encode()] for row in days_csv.rows(connection, span, logged))
        counted[DAYS_FILE] = _write(draft / DAYS_FILE, [*view_columns, *own_columns.values()], lines, progress)
        for table, docs in TABLES.items():
            names = csv_queries.header(csv_queries.columns(connection, table))
            rows = _rows(connection, table, span, notes=notes, left_out=left_out)
            counted[docs.file] = _write(draft / docs.file, names, rows, progress)
        with folder.new_file(draft / README) as file:
            file.write(readme_text.text(connection, context.clock, exported).encode())
    return exported


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


def _write(path: Path, header: list[str], rows: Iterator[list[bytes]], progress: Progress) -> int:
    """A CSV file with CRLF line ends; returns how many rows it has beside the header."""
    written = 0
    with folder.new_file(path) as file:
        file.write(",".join(header).encode() + csv_queries.END)
        for some in rows:
            file.write(csv_queries.END.join(some) + csv_queries.END)
            written += len(some)
            progress(path.name, written)
    return written


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
