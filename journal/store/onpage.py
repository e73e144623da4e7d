"""A line written on the page of a day: it belongs to that day unless it says its own."""

from collections.abc import Mapping
from contextlib import closing
from datetime import date

from journal import moments
from journal.moments import Here, instant_text
from journal.phrases.context import Context
from journal.phrases.reading import read, read_one
from journal.phrases.tokens import clean
from journal.records import Act, replace
from journal.refusal import PhraseRefused
from journal.store import opening, reading, usual, writing
from journal.store.file import File
from journal.store.settling import Settler
from journal.store.told import Told


def read_on(line: str, context: Context, day: date | None) -> list[Act]:
    """What a line says on the page of a day; None, or today, is the page on which a line is read as anywhere else."""
    if day is None or day == context.here.today:
        return read(line, context)
    try:
        return read_one(clean(line), context, day)
    except PhraseRefused as refused:
        try:  # `yesterday calf`, `calf 20m ago`, `DAY: a, b`, `stop` say their own moment
            return read(line, context)
        except PhraseRefused:
            raise refused from None


def enter_on(
    file: File, line: str, day: date | None, digits: Mapping[str, str], here: Here | None = None
) -> list[Told]:
    """A line stored in one step. The digits shown beside it are kept as templates from then on."""
    at = instant_text((here or moments.here()).now)
    if not file.seen and opening.look(file) != "diary":
        with closing(opening.empty()) as rehearsal:  # what is refused makes no file
            context = reading.context(rehearsal, here)
            read_on(line, context, day)
    with writing.transaction(file, at, create=True) as connection:
        if digits:
            usual.keep(connection, at, digits)
        with writing.opened(connection, "log", at):
            context = reading.context(connection, here)
            settler = Settler(connection, context)
            return [settler.settle(act) for act in read_on(line, context, day)]


def with_digits(context: Context, digits: Mapping[str, str]) -> Context:
    """The context in which the digits shown are templates already."""
    return replace(context, templates={**digits, **context.templates})
