"""The lines that were said last, made anew from what they stored: the diary keeps no line but in its records."""

import re
import sqlite3

from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.phrases.write.format_phrase import phrase
from journal.phrases.write.format_time import when_phrase
from journal.records import Record
from journal.store.read import queries

SAID_AGAIN = ("episode", "drink", "sleep", "workout", "dose")
"""Tables of what is said again and again, and not by the check-in alone."""
LOOKED_AT = 400
"""How many of the newest records are looked at, so that a long diary costs no more than a short one."""


def past_lines(connection: sqlite3.Connection, context: Context, before: str, most: int = 50) -> list[str]:
    """Lines without a day or a clock, each once, the newest last: of what was typed before an instant, and is there."""
    marks = ", ".join("?" * len(SAID_AGAIN))
    rows = connection.execute(
        f"""SELECT "table", json_extract(row, '$[0]') FROM change JOIN step ON step.id = change.step
        WHERE before IS NULL AND kind = 'log' AND at < ? AND "table" IN ({marks}) ORDER BY number DESC LIMIT ?""",
        (before, *SAID_AGAIN, LOOKED_AT),
    )
    lines: dict[str, None] = {}
    for table, identity in rows.fetchall():
        for record in queries.records(connection, table, "id = ? AND source = 'typed'", (identity,)):
            lines.setdefault(_line(record, context))
            lines.pop("", None)
        if len(lines) == most:
            break
    return [*reversed(lines)]


def _line(record: Record, context: Context) -> str:
    """The line that says a record of now: the whole sentence where that is its note; "" where no line does."""
    timeless = _timeless(record, context)
    for line in (getattr(record, "note", None) or "", timeless):
        try:
            if line and [_timeless(act, context) for act in parse(line, context)] == [timeless]:
                return line
        except PhraseRefused:
            pass
    return ""


def _timeless(act: object, context: Context) -> str:
    """The phrase of a record without its day and its clock; "" of what is no record of a moment."""
    if not isinstance(act, Record) or act.table not in SAID_AGAIN:
        return ""
    when, text = when_phrase(context.clock, act), phrase(act, context.lexicon, context.clock)
    text = text.replace(f" {when}", "", 1) if f" {when}" in text else text.removeprefix(f"{when} ")
    return re.sub(r"^\d{4}-\d\d-\d\d ", "", text)
