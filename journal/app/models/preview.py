"""What a line would store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Protocol

from journal import terminal
from journal.app import record_words, shell_words
from journal.app.diary import read_about, read_on, refuse_stop
from journal.app.widgets.clickable_text import manner_of
from journal.errors import PhraseRefused, Refused
from journal.phrases.context import Context
from journal.phrases.edit_record import read_edited
from journal.phrases.read.words.asking import NOTE_LINE
from journal.phrases.word_endings import CompletionNames, before_unfinished
from journal.phrases.write.describe import describe_act
from journal.records import Act, Answer, ChangeMedicine, DayNote, Episode, Forget, Record, StopEpisode, StopMedicine

NOTE_KEY = "^n"
"""Keeps the line of Today as the day's note."""

UNFINISHED = "…"
"""Said of a line that is no record yet, but may become one."""
MOST_WORDS_BACK = 4


@dataclass(frozen=True)
class Preview:
    """`readable` is whether Enter would store the line; `text` says what, or why not."""

    readable: bool
    text: str
    may_be_note: bool = False
    """Whether the line is no record, but may be kept as the day's note, as the text says."""
    is_read: bool = False
    """Whether its words are read, and only what the diary holds refuses it."""
    manner: str = "wrong"
    """How it is said that it cannot be stored."""


LONGEST_READ = 600
"""Signs; a longer line is read at Enter alone, so that the next key need not wait for it."""
LONG = "A long line; Enter reads it."


class Reader(Protocol):
    """What a line means on a page; `proposes` is whether a refusal looks for what may have been meant, which reads the
    line several times."""

    def __call__(self, line: str, *, proposes: bool) -> Preview: ...


def preview(
    line: str, context: Context, day: date | None, hours: int, going_on: list[Episode] | None = None
) -> Preview:
    """What the line means on the page of a day; with the episodes that are going on, also why a `stop` ends none."""

    def read() -> list[Act]:
        acts = read_on(line, context, day)
        if going_on is not None and len(acts) == 1 and isinstance(acts[0], StopEpisode):
            refuse_stop(going_on, context, acts[0])
        return acts

    return _preview(read, context, hours)


def naming_note_key(reading: Preview) -> Preview:
    """The same, where a key keeps the line as the day's note."""
    text = reading.text.replace(NOTE_LINE, f"{NOTE_LINE} or {NOTE_KEY}") if reading.may_be_note else reading.text
    return replace(reading, text=text)


def preview_typed(line: str, names: CompletionNames, of: Reader) -> Preview:
    """What a line means so far, by `of`: a word of letters at its end that is not known may be unfinished, and nothing
    is said against it before it is. Of what stands before it the longest part that is a record is said."""
    if len(line) > LONGEST_READ:
        return Preview(False, LONG)
    reading = of(line, proposes=False)
    begun = None if reading.readable or reading.is_read else before_unfinished(line, names)
    if begun is None:
        return of(line, proposes=True)
    for _ in range(MOST_WORDS_BACK):
        if not begun.strip():
            break
        reading = of(begun, proposes=False)
        if reading.readable:
            reading = of(begun, proposes=True)
        if reading.readable:
            return Preview(False, f"{reading.text} …")
        if reading.is_read:
            return reading
        begun = begun.rstrip().rpartition(" ")[0]
    return Preview(False, UNFINISHED)


def preview_answer(line: str, context: Context, day: date, hours: int) -> Preview:
    """What the line means as an answer of a day's check-in."""
    return _preview(partial(read_about, line, context, day), context, hours)


def edit_preview(record: Record, line: str, edited_line: str, context: Context, hours: int) -> Preview:
    """What a record's line means when it was edited."""
    return _preview(partial(read_edited, record, line, edited_line, context), context, hours)


def _preview(read: Callable[[], Sequence[Act | Record]], context: Context, hours: int) -> Preview:
    try:
        acts = read()
    except Refused as refused:
        text = str(refused)
        is_read = not isinstance(refused, PhraseRefused)
        may_be_note = isinstance(refused, PhraseRefused) and refused.may_be_note and NOTE_LINE in text
        text = terminal.on_screen(shell_words.in_app(text))
        return Preview(False, text, may_be_note, is_read, manner_of(refused))
    return Preview(True, "\n".join(act_words(act, context, hours) for act in acts))


def act_words(act: Act | Record, context: Context, hours: int) -> str:
    """What an act would store, and when it was."""
    summary = terminal.on_screen(describe_act(act, context.lexicon))
    if isinstance(act, StopEpisode) and act.instant:
        wall_time = f"{context.clock.local(datetime.fromisoformat(act.instant)):%H:%M}"
        return f"{summary} · {record_words.clock_in_hours(wall_time, hours)}"
    if isinstance(act, (Forget, StopEpisode, StopMedicine, ChangeMedicine)):
        day = date.fromisoformat(act.details.day if isinstance(act, StopEpisode) else act.day)
        return f"{summary} · {record_words.day_title(day, context.clock)}"
    if isinstance(act, (Answer, DayNote)):
        return f"{summary} · {record_words.record_when(act, context, hours)}"
    return f"{record_words.record_words(act, context, hours)} · {record_words.record_when(act, context, hours)}"
