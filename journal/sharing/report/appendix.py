"""What goes with a report only where it is asked for: every note, and every episode, of the days."""

import sqlite3

from journal.moments import UserClock, lived
from journal.phrases.context import Context
from journal.phrases.write.describe import describe_record
from journal.phrases.write.format_time import clock_words
from journal.records import Episode, Record, replace
from journal.sharing.report.content import Line, Section
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import day_text, one_line, own_lines
from journal.store.read import background, queries

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
    names = left_out_names(connection, request)
    notes = [
        (note.day, "the day", note.text)
        for note in queries.records(connection, "day_note", "day BETWEEN ? AND ? ORDER BY day", request.ends)
    ]
    for table, day in NOTED.items():
        if PART_OF.get(table) not in request.without:
            where = f"note IS NOT NULL AND {day} BETWEEN ? AND ? ORDER BY {day}, rowid"
            for record in queries.records(connection, table, where, request.ends):
                notes.append((getattr(record, day), _description(record, context, request, names), record.note))
    notes.sort(key=lambda note: note[0])
    lines = [Line(day_text(day), f"{one_line(of)}: “{own_lines(text)}”") for day, of, text in notes]
    return Section("notes", "Notes", tuple(lines) or (Line("", "No note in these days."),))


def episode_section(connection: sqlite3.Connection, context: Context, request: ReportRequest) -> Section:
    """Every episode, without its note."""
    where = "day BETWEEN ? AND ? ORDER BY day, started_at, rowid"
    episodes: list[Episode] = queries.records(connection, "episode", where, request.ends)
    names = left_out_names(connection, request)
    lines = tuple(
        Line(_when(episode, context.clock), one_line(_description(episode, context, request, names)))
        for episode in episodes
    )
    return Section("episodes", "Episodes", lines or (Line("", "No episode in these days."),))


def left_out_names(connection: sqlite3.Connection, request: ReportRequest) -> frozenset[str]:
    """The names of medicines, where these are left out."""
    return background.left_out_names(connection) if "medicines" in request.without else frozenset()


def _description(record: Record, context: Context, request: ReportRequest, names: frozenset[str]) -> str:
    """What a record says, without its note, and without what was tried where that was left out."""
    plain = replace(record, note=None)
    if isinstance(plain, Episode):
        reliefs = tuple(
            relief
            for relief in plain.reliefs
            if "relief" not in request.without and context.lexicon.label("relief", relief.name).casefold() not in names
        )
        plain = replace(plain, reliefs=reliefs)
    return describe_record(plain, context.lexicon)


def _when(episode: Episode, clock: UserClock) -> str:
    """`21 Nov 2026 14:05`, by the calendar as in episodes.csv; `21 Nov 2026, evening`."""
    if episode.started_at:
        offset = episode.utc_offset_minutes
        date_there = lived(episode.started_at, offset).date().isoformat()
        return f"{day_text(date_there)} {clock_words(clock, episode.started_at, offset, date_there)}"
    day = day_text(episode.day)
    return f"{day}, {episode.day_part}" if episode.day_part else day
