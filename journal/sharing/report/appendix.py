"""What goes with a report only where it is asked for: every note, and every episode, of the days."""

import sqlite3

from journal.phrases.context import Context
from journal.phrases.write.describe import describe_record
from journal.phrases.write.format_time import when_words
from journal.records import Episode, Record, replace
from journal.sharing.report.content import Line, Section
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import day_text, one_line
from journal.store.read import queries

NOTED = {"episode": "day", "workout": "day", "medicine": "started_on", "event": "day"}
"""The tables that have a note, and the column of its day."""
PART_OF = {"medicine": "medicines", "event": "background"}
"""Table -> the part with which its notes are left out."""


def sections(connection: sqlite3.Connection, context: Context, request: ReportRequest) -> tuple[Section, ...]:
    extras = request.extras - request.without
    notes = (note_section(connection, context, request),) if "notes" in extras else ()
    episodes = (episode_section(connection, context, request),) if "episodes" in extras else ()
    return (*notes, *episodes)


def note_section(connection: sqlite3.Connection, context: Context, request: ReportRequest) -> Section:
    """Every note, by its day, with what it is a note of."""
    notes = [
        (note.day, "the day", note.text)
        for note in queries.records(connection, "day_note", "day BETWEEN ? AND ? ORDER BY day", request.ends)
    ]
    for table, day in NOTED.items():
        if PART_OF.get(table) not in request.without:
            where = f"note IS NOT NULL AND {day} BETWEEN ? AND ? ORDER BY {day}, rowid"
            for record in queries.records(connection, table, where, request.ends):
                of = describe_record(without_note(record), context.lexicon)
                notes.append((getattr(record, day), of, record.note))
    notes.sort(key=lambda note: note[0])
    lines = [Line(day_text(day), f"{one_line(of)}: “{one_line(text)}”") for day, of, text in notes]
    return Section("notes", "Notes", tuple(lines) or (Line("", "No note in these days."),))


def episode_section(connection: sqlite3.Connection, context: Context, request: ReportRequest) -> Section:
    """Every episode; with what was tried unless that is left out, and without its note."""
    where = "day BETWEEN ? AND ? ORDER BY day, started_at, rowid"
    episodes: list[Episode] = queries.records(connection, "episode", where, request.ends)
    lines = []
    for episode in episodes:
        plain = without_note(episode)
        if "relief" in request.without:
            plain = replace(plain, reliefs=())
        text = one_line(describe_record(plain, context.lexicon))
        lines.append(Line(when_words(episode, context.clock), text))
    return Section("episodes", "Episodes", tuple(lines) or (Line("", "No episode in these days."),))


def without_note(record: Record) -> Record:
    return replace(record, note=None)
