"""An export, read at one moment of a connection: a folder or a zip of CSV files with a text that explains them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from journal.phrases.context import Context
from journal.sharing import analysis_files, folder, zip_file
from journal.sharing.csv_file import END, README, CsvFile, Exported, ExportKind
from journal.sharing.folder import NewFile
from journal.sharing.sheets import files as sheet_files
from journal.sharing.span import check_begun, latest_day, span_of

NAMES: dict[ExportKind, tuple[str, ...]] = {
    "doctor": sheet_files.NAMES,
    "spreadsheet": sheet_files.NAMES,
    "analysis": analysis_files.NAMES,
}
"""The files of each kind, in the order in which they appear: the text that explains them is last."""
ZIP = ".zip"
Progress = Callable[[str, int], None]
"""Told a file's name and how many of its rows are written."""


def export(
    connection: sqlite3.Connection,
    context: Context,
    to: Path,
    *,
    diary: Path,
    kind: ExportKind = "doctor",
    since: date | None = None,
    until: date | None = None,
    notes: bool | None = None,
    force: bool = False,
    progress: Progress = lambda name, rows: None,
) -> Exported:
    """Write the folder `to`, or one file where its name ends in .zip, whole or not at all; `diary` is the file that is
    read.

    Without `notes` no text of a note leaves; where nothing was said they leave with an analysis alone.
    """
    notes = kind == "analysis" if notes is None else notes
    counted: dict[str, int] = {}
    exported, files, text = contents(connection, context, kind, since, until, counted, notes=notes)
    with _opened(to, kind, diary=diary, force=force, context=context) as new_file:
        for file in files:
            counted[file.name] = _write(new_file, file, progress)
        with new_file(README) as readme:
            readme.write(text().encode())
    return exported


def contents(
    connection: sqlite3.Connection,
    context: Context,
    kind: ExportKind,
    since: date | None,
    until: date | None,
    counted: dict[str, int],
    *,
    notes: bool,
) -> tuple[Exported, Iterator[CsvFile], Callable[[], str]]:
    """What will have been exported, its files, and the text about them, to be made when their rows are `counted`."""
    if kind != "analysis":
        check_begun(since, latest_day(context.clock), "export")
        until = until and min(until, latest_day(context.clock))
    span = span_of(connection, context.clock, since, until)
    if kind == "analysis":
        return analysis_files.contents(connection, context, span, counted, notes=notes)
    return sheet_files.contents(connection, context, span, counted, kind, notes=notes)


def is_zip(to: Path) -> bool:
    """Whether an export of that name is one file."""
    return to.suffix.lower() == ZIP and not to.is_dir()


def _opened(
    to: Path, kind: ExportKind, *, diary: Path, force: bool, context: Context
) -> AbstractContextManager[NewFile]:
    if is_zip(to):
        return zip_file.write_whole(to, diary=diary, force=force, made_at=context.clock.now)
    others = {name for names in NAMES.values() for name in names} - set(NAMES[kind])
    return folder.write_whole(to, NAMES[kind], diary=diary, force=force, others=sorted(others))


def _write(new_file: NewFile, csv_file: CsvFile, progress: Progress) -> int:
    """Write a file with CRLF line ends; returns how many rows it has beside the header."""
    written = 0
    with new_file(csv_file.name) as file:
        file.write(csv_file.header + END)
        for lines in csv_file.lines:
            file.write(END.join(lines) + END)
            written += len(lines)
            progress(csv_file.name, written)
    return written
