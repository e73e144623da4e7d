"""README.txt of an export for a reader: the summary first, then what the columns mean, in under 60 lines."""

import sqlite3
from itertools import groupby
from textwrap import fill

from journal.analysis import site_weeks
from journal.catalog.questions import Question
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted, number_words
from journal.sharing.csv_file import Exported
from journal.sharing.report import in_short, sign_lines
from journal.sharing.report.message import cut_text
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import day_text, span_text
from journal.sharing.sheets import day_rows, episode_rows, history_rows
from journal.sharing.sheets.cells import Dialect
from journal.sharing.sheets.day_rows import DayTable
from journal.store import about_me
from journal.store.read.traits import first_twitch
from journal.terminal import cut, on_one_line, printable, sentence

WIDTH = 78
MOST_LINES = 59
LONGEST = 3 * WIDTH - 10
"""Of a line of the summary."""
TITLE = "Muscle twitching: a diary as CSV files"


def text(connection: sqlite3.Connection, context: Context, exported: Exported, days: DayTable, dialect: Dialect) -> str:
    """The whole text about the files that were written, fit for a terminal."""
    head = [
        TITLE,
        "=" * len(TITLE),
        *_summary(connection, context, exported),
        *_wrapped(_ABOUT + _unfinished(context, exported)),
    ]
    day_columns = {name: means for name, means in day_rows.COLUMNS.items() if name in days.header}
    notes = {day_rows.NOTE: "the person's own words"} if exported.notes else {}
    remarks = {day_rows.REMARKS: "illness, medicines, what was taken, visits, tests, travel"}
    day_lines = [*_file("days.csv", exported, "a row a diary day"), *_columns(day_columns | remarks | notes)]
    tail = [
        *_file("episodes.csv", exported, "a row an episode"),
        *_columns(episode_rows.COLUMNS | notes),
        *_file("history.csv", exported, "what may have changed something, and the signs"),
        *_columns(history_rows.COLUMNS | notes),
        *_wrapped(_form(context, exported, dialect)),
    ]
    gaps = 4
    habits = _habits(days, MOST_LINES - len(head) - len(day_lines) - len(tail) - gaps)
    lines = [*head, "", *day_lines, *habits, "", *tail]
    return printable("\n".join(lines) + "\n")


_ABOUT = (
    "Self-reported: what one person noticed and wrote down; nothing was measured, and it is no diagnosis."
    " Empty = not logged (never read it as 0), 0 = none. A day is logged where it is known whether there were twitches,"
    " or that there were none; on the others, other things may be logged."
)


def _unfinished(context: Context, exported: Exported) -> str:
    last, today = exported.span.last, context.clock.today
    return f" {day_text(today)} was not over when this was written." if last and last >= today else ""


def _summary(connection: sqlite3.Connection, context: Context, exported: Exported) -> list[str]:
    """The four lines of the page for the doctor, of the days of the export."""
    span, today = exported.span, context.clock.today
    if not (span.first and span.last):
        return ["No day is logged yet."]
    request = ReportRequest(span.first, min(span.last, today), today)
    if request.last < request.first:
        return ["No day is logged yet."]
    counts = in_short.day_counts(connection, request)
    lines = in_short.lines(
        request,
        about_me.profile(connection),
        counts,
        site_weeks.sites_by_week(connection, request.first, request.last, today),
        sign_lines.sign_answers(connection, request),
        context.lexicon,
        first_twitch(connection),
    )
    texts = [f"{line.label}: {line.text}{line.after}" for line in lines]
    period = f"{span_text(request.first, request.last)}; {in_short.logged_text(request, counts)}"
    return [part for each in (period, *texts) for part in _wrapped(sentence(cut_text(on_one_line(each), LONGEST)))]


def _form(context: Context, exported: Exported, dialect: Dialect) -> str:
    """How the files are written, and what is not in them."""
    separator = "semicolons, with a decimal comma" if dialect.separator == ";" else "commas, with a decimal point"
    notes = "Notes are in the files." if exported.notes else "No note is in the files; --with notes puts them in."
    starts = context.clock.day_starts
    return (
        f"A diary day begins at {starts:02}:00: what comes before it counts for the day before. Cells are parted by"
        f" {separator}. A ' stands before words that a spreadsheet would run as a formula: words that begin with"
        f" = + - @. {notes} The files are not encrypted. `export --for analysis` writes every table as it is stored."
    )


def _file(name: str, exported: Exported, row: str) -> list[str]:
    return _wrapped(f"{name}, {counted(exported.rows[name], 'row', spec=',')}: {row}.")


def _columns(columns: dict[str, str]) -> list[str]:
    """Columns and their meanings in one paragraph; those beside each other that mean the same stand together."""
    texts = [f"{', '.join(names)}: {means}" for means, names in groupby(columns, columns.__getitem__)]
    return _wrapped(f"{'; '.join(texts)}.", "  ")


def _habits(days: DayTable, room: int) -> list[str]:
    """A line each column of a habit; of those that have no room only their number."""
    texts = [on_one_line(f"  {column}: {_scale(question)}") for column, question in days.habits.items()]
    lines = [cut(text, WIDTH) for text in texts]
    if len(lines) <= room:
        return lines
    more = counted(len(lines) - room + 1, "more question")
    return [*lines[: room - 1], f"  and {more} of the check-in, each by its name"]


def _scale(question: Question) -> str:
    """`Stress, 0 to 10 (0 calm, 10 the worst)`, `Caffeine, in mg`, `Skipped a meal? 0 no, 1 yes`."""
    if question.unit:
        return f"{question.label}, in {question.unit}"
    if question.is_yes_or_no:
        return f"{question.label}, 1 yes, 0 no"
    ends = ((question.lowest, question.low_means), (question.highest, question.high_means))
    means = ", ".join(f"{number_words(end)} {text}" for end, text in ends if text and end is not None)
    highest = "and more" if question.highest is None else f"to {number_words(question.highest)}"
    return f"{question.label}, {number_words(question.lowest)} {highest}{f' ({means})' if means else ''}"


def _wrapped(paragraph: str, indent: str = "") -> list[str]:
    return fill(
        paragraph,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    ).splitlines()
