"""A line written on the page of a day: it belongs to that day unless it says its own."""

from collections.abc import Mapping
from contextlib import closing
from datetime import date

from journal import moments
from journal.errors import PhraseRefused
from journal.moments import UserClock, instant_text
from journal.phrases.context import Context
from journal.phrases.read.lexer import clean
from journal.phrases.read.parser import parse, parse_part
from journal.records import Act, replace
from journal.store import quick_digits
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.read import queries
from journal.store.write import transaction
from journal.store.write.day_rules import DayRules
from journal.store.write.receipt import Receipt


def read_on(line: str, context: Context, day: date | None) -> list[Act]:
    """What a line says on the page of a day; None, or today, is the page on which a line is read as anywhere else."""
    if day is None or day == context.clock.today:
        return parse(line, context)
    try:
        return parse_part(clean(line), context, day)
    except PhraseRefused as refused:
        try:  # `yesterday calf`, `calf 20m ago`, `DAY: a, b`, `stop` say their own moment
            return parse(line, context)
        except PhraseRefused:
            raise refused from None


def enter_on(
    file: DiaryFile, line: str, day: date | None, digits: Mapping[str, str], clock: UserClock | None = None
) -> list[Receipt]:
    """A line stored in one step. The digits shown beside it are kept as templates from then on."""
    at = instant_text((clock or moments.user_clock()).now)
    if not file.seen and connections.look(file) != "diary":
        with closing(connections.empty()) as rehearsal:  # what is refused makes no file
            context = queries.context(rehearsal, clock)
            read_on(line, context, day)
    with transaction.transaction(file, at, create=True) as connection:
        if digits:
            quick_digits.keep(connection, at, digits)
        with transaction.opened(connection, "log", at):
            context = queries.context(connection, clock)
            settler = DayRules(connection, context)
            return [settler.settle(act) for act in read_on(line, context, day)]


def with_digits(context: Context, digits: Mapping[str, str]) -> Context:
    """The context in which the digits shown are templates already."""
    return replace(context, templates={**digits, **context.templates})
