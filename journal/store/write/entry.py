"""Lines that the user entered, read and stored in one step: all of them or none."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date, timedelta
from typing import Any, NamedTuple

from journal import moments
from journal.errors import PhraseRefused, Refused
from journal.moments import UserClock, day_words, instant_now, instant_text
from journal.phrases.context import Context
from journal.phrases.read.parser import parse, parse_part, says_own_moment
from journal.phrases.read.words.lexer import clean
from journal.phrases.write.describe import describe_record
from journal.records import Act, Answer, Forget, replace
from journal.store import quick_digits
from journal.store.file import connections, look
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.history import step
from journal.store.offers import going_on_offer
from journal.store.read import entry_count, queries
from journal.store.read.checkin import OpenQuestion, open_questions
from journal.store.write import transaction
from journal.store.write.day_rules import DayRules
from journal.store.write.receipt import Receipt

MOST_ERRORS = 20
Lines = list[tuple[str, str | bytes]]
"""Lines, each with what stands before its error."""


def enter(where: DiaryPath, line: str | bytes, clock: UserClock | None = None) -> list[Receipt]:
    """One line, stored; it is now, on this machine, unless a clock is given."""
    return _enter(where, [("", line)], clock)


def enter_all(where: DiaryPath, lines: Iterable[str | bytes], clock: UserClock | None = None) -> list[Receipt]:
    """Several lines in one step. Blank ones are passed over; an error names the number of its line."""
    numbered = _numbered(lines)
    if not numbered:
        raise Refused("there is no line to store")
    return _enter(where, numbered, clock)


def _numbered(lines: Iterable[str | bytes]) -> Lines:
    return [(f"Line {number}: ", line) for number, line in enumerate(lines, 1) if line.strip()]


def _enter(where: DiaryPath, lines: Lines, clock: UserClock | None) -> list[Receipt]:
    file, instant = DiaryFile.of(where), instant_now(clock)
    if _is_new(file):  # what is refused makes no file
        _in_memory(instant, lambda connection: settle_all(connection, lines, clock))
    with transaction.step(file, "log", instant) as connection:
        return _with_question(connection, settle_all(connection, lines, clock), clock)


def _with_question(connection: sqlite3.Connection, receipts: list[Receipt], clock: UserClock | None) -> list[Receipt]:
    """The receipts, behind the last of them whether what began over a day ago still goes on: asked once."""
    episode = going_on_offer.not_asked_yet(connection, clock or moments.user_clock())
    if episode is None or not receipts:
        return receipts
    context = queries.context(connection, clock)
    transaction.upsert(connection, "setting", {"key": going_on_offer.ASKED}, {"value": episode.id})
    question = going_on_offer.question(episode, context.lexicon, context.clock)
    remark = f"{question} If not: `stop`, `stop yesterday` or `stop 2h ago`"
    return [*receipts[:-1], replace(receipts[-1], remarks=(*receipts[-1].remarks, remark))]


def settle_all(
    connection: sqlite3.Connection,
    lines: Lines,
    clock: UserClock | None,
    read: Callable[[Any, Context], list[Act]] = parse,
) -> list[Receipt]:
    """Store lines on a step that is open, or refuse them with all their errors."""
    rules = DayRules(connection, queries.context(connection, clock))
    receipts: list[Receipt] = []
    errors: list[str] = []
    for label, line in lines:
        try:
            receipts += [rules.settle(act) for act in read(line, rules.context)]
        except Refused as refused:
            if len(lines) == 1 and not label and isinstance(refused, PhraseRefused):
                raise
            errors.append(f"{label}{refused}")
    if errors:
        more = f"\n... and {len(errors) - MOST_ERRORS} more" if len(errors) > MOST_ERRORS else ""
        nothing = "\nNothing was stored." if len(lines) > 1 else ""
        raise PhraseRefused("\n".join(errors[:MOST_ERRORS]) + more + nothing)
    if receipts:
        clock = rules.context.clock
        remarks = _clock_remark(connection, clock), entry_count.remark(connection, clock, rules.context.lexicon)
        receipts[0] = replace(receipts[0], remarks=(*receipts[0].remarks, *filter(None, remarks)))
    return receipts


CLOCKS_APART = timedelta(days=1)
"""More than machines that share a diary differ, or a traveller's clock that was set by hand."""


def _clock_remark(connection: sqlite3.Connection, clock: UserClock) -> str:
    """Whether the last step lies ahead: then this machine has lost its time, or had lost it then."""
    newest = "SELECT at FROM step WHERE open IS NULL AND at IS NOT NULL ORDER BY id DESC LIMIT 1"
    (instant,) = connection.execute(newest).fetchone() or (None,)
    if instant is None or moments.lived(instant, 0) <= clock.now + CLOCKS_APART:
        return ""
    today, last = (day_words(clock.local(moment).date(), date.min) for moment in (clock.now, moments.lived(instant, 0)))
    return f"the clock of this machine says {today}, but the last line was written on {last}"


# ---- without storing anything -------------------------------------------------------------------------------


class _Rehearsed(Exception):
    """Ends a rehearsal, so that nothing of it is stored."""


def rehearse(where: DiaryPath, lines: list[str], days: Iterable[date], clock: UserClock) -> list[OpenQuestion]:
    """What would still be open on these days if these lines were stored; refuses what could not be stored."""
    file, instant = DiaryFile.of(where), instant_text(clock.now)
    left_open: list[OpenQuestion] = []

    def settle(connection: sqlite3.Connection) -> None:
        settle_all(connection, [("", line) for line in lines[:-1]], clock)
        settle_all(connection, [("", line) for line in lines[-1:]], clock)  # alone, for its error is the one to show
        left_open.extend(question for day in days for question in open_questions(connection, day))

    rehearsed(file, instant, settle)
    return left_open


def rehearsed(file: DiaryFile, instant: str, settle: Callable[[sqlite3.Connection], object]) -> None:
    """Have something written, and nothing of it stored."""
    if not look.is_begun(file):
        _in_memory(instant, settle)
        return
    with suppress(_Rehearsed), transaction.step(file, "log", instant) as connection:
        settle(connection)
        raise _Rehearsed


def _is_new(file: DiaryFile) -> bool:
    return not file.seen and not look.is_begun(file)


def _in_memory(instant: str, settle: Callable[[sqlite3.Connection], object]) -> None:
    """What a diary that does not exist yet would do with it."""
    with closing(connections.empty()) as connection, step.opened(connection, "log", instant):
        settle(connection)


# ---- on the page of a day -----------------------------------------------------------------------------------


def read_on(line: str, context: Context, day: date | None) -> list[Act]:
    """What a line says on the page of a day: it belongs to that day unless it says its own.

    On today's page, and without one, it is read as anywhere else.
    """
    if day is None or day == context.clock.today:
        return parse(line, context)
    return read_about(line, context, day)


def read_about(line: str, context: Context, day: date) -> list[Act]:
    """What a line says of a day, today's too: without a clock in it, it has none."""
    try:
        return parse_part(clean(line), context, day)
    except PhraseRefused as refused:
        if not says_own_moment(line, context):  # read without the day, it would land on another one
            raise
        try:
            return parse(line, context)
        except PhraseRefused:
            raise refused from None


def line_of(day: date, line: str, context: Context) -> str:
    """The line that says for `log` what this one says of a day."""
    of_the_day = f"{day.isoformat()}: {line}"
    if not says_own_moment(line, context):
        return of_the_day
    try:
        parse(of_the_day, context)
    except PhraseRefused:
        return line
    return of_the_day


def line_entered(day: date, line: str, context: Context) -> str:
    """The line that says for `log` what this one says on the page of a day; on today's, with the time of the clock."""
    if day == context.clock.today and not says_own_moment(line, context):
        of_the_moment = f"{context.clock.local(context.clock.now):%Y-%m-%d %H:%M:%S} {line}"
        with suppress(PhraseRefused):
            if parse(of_the_moment, context) == parse(line, context):
                return of_the_moment
    return line_of(day, line, context)


def enter_on(
    file: DiaryFile, lines: Sequence[str], day: date | None, digits: Mapping[str, str], clock: UserClock | None = None
) -> list[Receipt]:
    """Lines stored in one step. The digits shown beside them are kept as templates from then on."""

    def settle(connection: sqlite3.Connection) -> list[Receipt]:
        labelled: Lines = _numbered(lines) if len(lines) > 1 else [("", line) for line in lines]
        return settle_all(connection, labelled, clock, lambda line, context: read_on(line, context, day))

    instant = instant_now(clock)
    if _is_new(file):
        _in_memory(instant, settle)
    with transaction.transaction(file, instant, create=True) as connection:
        if digits:
            quick_digits.keep(connection, instant, digits)
        with step.opened(connection, "log", instant):
            return settle(connection)


class Answered(NamedTuple):
    """What became of a line that answers a question; question -> its answer of the day, where the line changed it."""

    receipts: list[Receipt]
    changed: dict[str, float | None]


def answer_on(
    file: DiaryFile, line: str, day: date, expected: Mapping[str, float | None], clock: UserClock | None = None
) -> Answered:
    """A line stored as what it says of a day, unless it would write over an answer that is not as expected any more."""
    changed: dict[str, float | None] = {}

    def settle(connection: sqlite3.Connection) -> list[Receipt]:
        before = queries.answers(connection, day)

        def read(line: str, context: Context) -> list[Act]:
            acts = read_about(line, context, day)
            for act in acts:
                if isinstance(act, (Answer, Forget)) and act.day == day.isoformat() and act.question in expected:
                    _refuse_unexpected(act, before.get(act.question), expected[act.question], context)
            return acts

        receipts = settle_all(connection, [("", line)], clock, read)
        after = queries.answers(connection, day)
        for question in before.keys() | after.keys():
            if before.get(question) != after.get(question):
                changed[question] = after[question].value if question in after else None
        return receipts

    instant = instant_now(clock)
    if _is_new(file):
        _in_memory(instant, settle)
    with transaction.step(file, "log", instant) as connection:
        return Answered(settle(connection), changed)


def _refuse_unexpected(act: Answer | Forget, answer: Answer | None, expected: float | None, context: Context) -> None:
    value = answer.value if answer else None
    if value == expected or (isinstance(act, Answer) and act.value == value):
        return
    if answer:
        summary = describe_record(answer, context.lexicon)
        raise Refused(f"“{summary}” was stored elsewhere meanwhile and stays, unless you answer again")
    label = context.lexicon.questions[act.question].label.rstrip("?").lower()
    raise Refused(f"the answer to {label} was taken back elsewhere meanwhile, and it stays so unless you answer again")


def with_digits(context: Context, digits: Mapping[str, str]) -> Context:
    """The context in which the digits shown are templates already."""
    return replace(context, templates={**digits, **context.templates})
