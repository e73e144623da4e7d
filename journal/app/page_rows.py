"""The rows in which the page of a day stands."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from textual.content import Content

from journal import moments, terminal
from journal.app import record_words
from journal.app.diary import WORKOUT_LOAD, QuestionLine, TodayPage
from journal.app.models.preview import NOTE_KEY, Preview
from journal.app.unstored_lines import UnstoredLine
from journal.app.widgets.clickable_text import KEY_STYLE, ClickableWord
from journal.app.widgets.table import TableRow
from journal.phrases.word_endings import Completions

BESIDE_COMPLETIONS = 8
"""Columns of the line's frame that its completions leave free."""
HINT = "Say what happened in your own words, then Enter. ? lists the words."
NOTHING = "Nothing is logged for this day. Type what happened and press Enter; 0 says no twitches."
NO_RECORD = "No record; the check-in has what is logged for this day."
STORE = ClickableWord("store", "store", key="⏎")


def ways_on(reading: Preview) -> list[ClickableWord]:
    """What a click beside the line does with it; a line that says no record yet, or none, cannot be stored."""
    if reading.may_be_note:
        return [ClickableWord("note", "key:ctrl+n", key=NOTE_KEY)]
    return [STORE] if reading.readable else []


def hint(drafts: Mapping[date, str], unstored: str, today: date) -> str:
    """What is said as long as nothing is typed: what waits to be stored, what is half typed on other days."""
    lines = [
        f"“{terminal.on_one_line(line)}” is half typed on {moments.day_words(day, today)}."
        for day, line in drafts.items()
    ]
    return "\n".join([*filter(None, [unstored]), *lines, HINT])


def record_rows(page: TodayPage, hours: int, unstored: Iterable[UnstoredLine] = ()) -> list[TableRow]:
    """What is not stored yet, of any day; then its records, in the order of the page, and its note."""
    rows = [
        TableRow(
            line.key,
            record_words.clock_in_hours(line.entered_at, hours),
            terminal.on_one_line(line.text),
            "not stored yet",
            quiet=True,
        )
        for line in unstored
    ]
    rows += [
        TableRow(
            record.id,
            record_words.start(record, page.context, page.day.day, hours),
            record_words.record_words(record, page.context, hours, page.day.day.isoformat())
            + page.day.overlap_words(record, lambda other: record_words.record_words(other, page.context, hours)),
        )
        for record, _ in page.day.records
    ]
    for line in page.day.signs:
        label, _, text = line.partition(": ")
        rows.append(TableRow(None, label, terminal.on_screen(text)))
    if page.day.note:
        rows.append(TableRow(f"{page.day.day}:note", "note", terminal.on_screen(page.day.note)))
    return rows


def checkin_title(page: TodayPage) -> str:
    return "Check-in · paused" if page.day.pause else "Check-in"


def question_rows(page: TodayPage, hours: int) -> list[TableRow]:
    """Its questions, each with its answer."""
    return [_question_row(line, line.question.slug, line.question.label, hours) for line in page.day.lines]


def workout_row(page: TodayPage, key: str, hours: int) -> list[TableRow]:
    """The workout of a day that the check-in of the next one begins with, under a key of its own."""
    return [
        _question_row(line, key, f"{line.question.label}, yesterday", hours)
        for line in page.day.lines
        if line.question.slug == WORKOUT_LOAD
    ]


def _question_row(line: QuestionLine, key: str, label: str, hours: int) -> TableRow:
    return TableRow(
        key,
        terminal.on_one_line(label),
        terminal.on_screen(line.phrase),
        record_words.made_of(line.question, line.made_of, hours),
        line.state == "not logged",
    )


def digit_words(page: TodayPage) -> list[ClickableWord]:
    """What the digits mean; that there was none is not offered on a day with twitches."""
    is_today = page.day.day == page.context.clock.today
    digits = [
        ClickableWord(terminal.on_one_line(phrase), f"digit:{digit}", key=digit)
        for digit, phrase in sorted(page.context.templates.items())
    ]
    none = ClickableWord("none today" if is_today else "none", "digit:0", key="0")
    return digits if page.day.daily.get("any_twitches") else [none, *digits]


def completion_words(completions: Completions, line: str, width: int) -> Content:
    """What Tab makes of the last word, as many as fit; nothing where the word is whole and can be no other."""
    endings = [terminal.on_one_line(ending) for ending in completions.endings]
    if len(endings) == 1 and line.lower().endswith(endings[0]):
        endings = []
    while endings and terminal.cell_len("  ".join(("Tab", *endings))) > width - BESIDE_COMPLETIONS:
        endings.pop()
    return Content.assemble(("Tab", KEY_STYLE), *(f"  {ending}" for ending in endings)) if endings else Content("")


def offer_words(page: TodayPage, key: str, list_key: str) -> list[ClickableWord]:
    """What is offered today: the first behind the key that takes it, then that of the list, where one is put away."""
    offers = [ClickableWord(offer.text, offer.opens, key="◦") for offer in page.offers]
    if offers:
        listed = f"all {len(offers)}" if len(offers) > 1 else "put away"
        offers[:1] = [offers[0]._replace(key=key), ClickableWord(listed, "dialog:offers", key=list_key)]
    return offers


def going_on_words(page: TodayPage, now: datetime, hours: int) -> list[ClickableWord]:
    """What is going on, and for how long."""
    running = [
        f"● going on {record_words.running(episode.started_at or '', now)}: "
        + terminal.on_one_line(record_words.record_words(episode, page.context, hours)).replace(", going on", "")
        for episode in page.going_on
    ]
    return [*map(ClickableWord, running), ClickableWord("stops it", "key:ctrl+s", key="^s")] if running else []
