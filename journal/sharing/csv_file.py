"""A file of CSV before it is written, and what came of an export."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from journal.sharing.span import ExportSpan

ExportKind = Literal["doctor", "spreadsheet", "analysis"]
EXPORT_KINDS: dict[ExportKind, str] = {
    "doctor": "days, episodes and history, to be read by a person",
    "spreadsheet": "the same, with ; and a decimal comma where your language has it",
    "analysis": "every table as it is stored, with a dictionary of the columns",
}
README = "README.txt"
END = b"\r\n"


class CsvFile(NamedTuple):
    """Its name, the line of the names of its columns, and its lines, some at a time, all without their ends."""

    name: str
    header: bytes
    lines: Iterator[list[bytes]]


class Exported(NamedTuple):
    """What was written: the days, how many of them are logged (it is known whether there were twitches) and how many
    have any record, and file -> its rows.

    Without `notes`, the templates `left_out` hold one.
    """

    kind: ExportKind
    span: ExportSpan
    logged: int
    rows: Mapping[str, int]
    notes: bool
    left_out: tuple[str, ...] = ()
    recorded: int = 0
    paused: int = 0
    """Days of a pause without any record; of an analysis alone, as `recorded` is."""
