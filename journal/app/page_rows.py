"""The rows in which the page of a day stands."""

from journal import terminal
from journal.app import record_words
from journal.app.diary import TodayPage
from journal.app.widgets.table import TableRow


def record_rows(page: TodayPage, hours: int) -> list[TableRow]:
    """Its records, in the order of the page, and its note."""
    rows = [
        TableRow(
            record.id,
            record_words.start(record, page.context, page.day.day, hours),
            record_words.record_words(record, page.context, hours, page.day.day.isoformat())
            + page.day.overlap_words(record, lambda other: record_words.record_words(other, page.context, hours)),
        )
        for record, _ in page.day.records
    ]
    if page.day.note:
        rows.append(TableRow(f"{page.day.day}:note", "note", terminal.on_screen(page.day.note)))
    return rows


def question_rows(page: TodayPage, hours: int) -> list[TableRow]:
    """Its questions, each with its answer."""
    return [
        TableRow(
            line.question.slug,
            terminal.on_one_line(line.question.label),
            terminal.on_screen(line.phrase),
            record_words.made_of(line.question, line.made_of, hours),
            line.state == "not logged",
        )
        for line in page.day.lines
    ]
