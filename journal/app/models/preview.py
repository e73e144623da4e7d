"""What a line would store, and how the word under the cursor may end."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from journal import terminal
from journal.app import record_words
from journal.app.diary import read_about, read_on
from journal.catalog.kinds import TEXT_VERBS
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.edit_record import read_edited
from journal.phrases.read.parser import known_words
from journal.phrases.write.describe import describe_act
from journal.records import Act, Answer, DayNote, Forget, Record, StopEpisode, StopMedicine

LONGEST_NAME = 4
SHORTEST_BEGINNING = 2


@dataclass(frozen=True)
class Preview:
    """`readable` is whether Enter would store the line; `text` says what, or why not."""

    readable: bool
    text: str


def preview(line: str, context: Context, day: date | None, hours: int) -> Preview:
    """What the line means on the page of a day."""
    return _preview(partial(read_on, line, context, day), context, hours)


def preview_answer(line: str, context: Context, day: date, hours: int) -> Preview:
    """What the line means as an answer of a day's check-in."""
    return _preview(partial(read_about, line, context, day), context, hours)


def edit_preview(record: Record, line: str, edited_line: str, context: Context, hours: int) -> Preview:
    """What a record's line means when it was edited."""
    return _preview(partial(read_edited, record, line, edited_line, context), context, hours)


def _preview(read: Callable[[], Sequence[Act | Record]], context: Context, hours: int) -> Preview:
    try:
        acts = read()
    except PhraseRefused as refused:
        return Preview(False, terminal.on_screen(str(refused)))
    return Preview(True, "\n".join(act_words(act, context, hours) for act in acts))


def act_words(act: Act | Record, context: Context, hours: int) -> str:
    """What an act would store, and when it was."""
    summary = terminal.on_screen(describe_act(act, context.lexicon))
    if isinstance(act, StopEpisode):
        wall_time = f"{context.clock.local(datetime.fromisoformat(act.instant)):%H:%M}"
        return f"{summary} · {record_words.clock_in_hours(wall_time, hours)}"
    if isinstance(act, (Forget, StopMedicine)):
        day = date.fromisoformat(act.day)
        return f"{summary} · {record_words.day_title(day, context.clock)}"
    if isinstance(act, (Answer, DayNote)):
        return f"{summary} · {record_words.record_when(act, context, hours)}"
    return f"{record_words.record_words(act, context, hours)} · {record_words.record_when(act, context, hours)}"


class CompletionNames(NamedTuple):
    """What a word may end as; `reliefs` stand after + and -."""

    all: list[str]
    reliefs: list[str]


def completion(line: str, names: CompletionNames) -> str | None:
    """The line with its last word or name completed; the names stand in the order in which they are wanted."""
    if line.count('"') % 2 or line[-1:].isspace() or _is_text(line):
        return None
    parts = line.lower().replace("_", " ").split(" ")
    beginnings = [" ".join(parts[-count:]) for count in range(min(LONGEST_NAME, len(parts)), 0, -1)]
    for beginning in beginnings:
        bare = beginning.lstrip("+-(")
        candidates = names.reliefs if beginning[:1] in ("+", "-") else names.all
        if len(bare) < SHORTEST_BEGINNING or bare[:1].isdigit():
            continue
        if bare in candidates:
            return None
        ending = next((name for name in candidates if name.startswith(bare)), None)
        if ending:
            return line + ending[len(bare) :]
    return None


def _is_text(line: str) -> bool:
    first = line.split(maxsplit=1)[0].lower() if line.strip() else ""
    return first in TEXT_VERBS


def names(context: Context, wanted_first: Iterable[str] = ()) -> CompletionNames:
    """Every name of the grammar, those of the user's own phrases first."""
    frequent = [word for phrase in wanted_first for word in phrase.lower().split() if word.isalpha()]
    every_name = dict.fromkeys([*frequent, *(name for name in known_words(context) if name[:1].isalpha())])
    return CompletionNames(list(every_name), list(context.lexicon.reliefs))
