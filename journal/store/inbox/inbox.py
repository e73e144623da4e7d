"""The lines of the inbox that wait, each with its reading, and what becomes of them.

The files are never written. What is done with is kept in the diary, a row for each line: what is undone is offered
again, and what was deleted stays deleted.
"""

import sqlite3
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import NamedTuple

from journal.errors import PhraseRefused, Refused
from journal.moments import UserClock, instant_text
from journal.phrases.context import Context
from journal.phrases.read.parser import parse, says_own_moment
from journal.phrases.write.format_number import counted
from journal.records import Act, DayNote, replace
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.inbox import inbox_texts
from journal.store.inbox.inbox_line import InboxLine, LineKey, Stamp, lines_of, read_line
from journal.store.inbox.inbox_texts import InboxPlace, InboxText
from journal.store.offers.offer import Offer
from journal.store.read import queries
from journal.store.write import transaction
from journal.store.write.day_rules import DayRules
from journal.store.write.entry import rehearsed
from journal.store.write.receipt import Receipt

WHEN = "when was that? Nothing in the line says it; put a day before it, as in `20 Nov 14:05`"
AHEAD = "it was said at a time that has not come yet, and waits for it"
MUCH_LATER = timedelta(days=8)
"""What a line without a stamp means must be the same so much later: `Mon` and `yesterday` are not."""


class PendingLine(NamedTuple):
    """A line that nothing was done with yet; `context` is what it is read by. With a `reason` it cannot be stored as it
    is; else `receipts` are what it stores, or would store behind the lines before it."""

    line: InboxLine
    context: Context
    reason: str = ""
    receipts: tuple[Receipt, ...] = ()
    has_no_time: bool = False
    """Whether when it was said is not known, or has not come: then it is not tried."""

    @property
    def is_ready(self) -> bool:
        return not self.reason


class InboxPage(NamedTuple):
    """What the inbox holds. `dismissed` are the lines of its files that were, oldest first."""

    waiting: list[PendingLine]
    dismissed: list[InboxLine]
    remarks: list[str]

    @property
    def ready(self) -> list[PendingLine]:
        return [line for line in self.waiting if line.is_ready]


class StoredLines(NamedTuple):
    """What became of the lines that were to be stored; `left` wait, each with its reason."""

    receipts: list[Receipt]
    left: list[PendingLine]


class Inbox:
    """The inbox of a diary, at its place; there need not be one."""

    def __init__(self, file: DiaryFile, location: InboxPlace) -> None:
        self.file, self.place = file, location
        self.offer: Offer | None = None
        """What Today says of it, as it was looked at last."""
        self._state: object = None

    def has_news(self, clock: UserClock, version: int) -> bool:
        """Whether something else is to be said of it than before; `version` is the diary's."""
        state = (version, *(self.place.state(clock.now.timestamp())))
        if state == self._state:
            return False
        before = self.offer
        self._state, self.offer = state, self._offer(clock)
        return self.offer != before

    def page(self, clock: UserClock) -> InboxPage:
        """All that waits, in the order in which it was said, each line with what it would store behind those before it;
        what does not say when stands behind. Nothing is stored."""
        texts = self._texts(clock)
        with connections.reading(self.file) as connection:
            fresh, dismissed = _fresh(texts, _states(connection))
        waiting: list[PendingLine] = []

        def settle(connection: sqlite3.Connection) -> None:
            pending = _read(connection, fresh, clock)
            stored, left = _settle_all(connection, pending)
            results = {each.line.key: each for each in (*stored, *left)}
            waiting.extend(results[each.line.key] for each in pending)

        if fresh:
            rehearsed(self.file, instant_text(clock.now), settle)
        return InboxPage(waiting, dismissed, inbox_texts.remarks(texts))

    def _texts(self, clock: UserClock) -> list[InboxText]:
        return list(self.place.texts(clock.now.timestamp()))

    def _waiting(self, connection: sqlite3.Connection, clock: UserClock) -> list[PendingLine]:
        fresh, _ = _fresh(self._texts(clock), _states(connection))
        return _read(connection, fresh, clock)

    def remarks(self, clock: UserClock) -> list[str]:
        """What has to be said of the files."""
        return inbox_texts.remarks(self._texts(clock))

    def _is_waited_for(self, clock: UserClock) -> bool:
        with connections.reading(self.file) as connection:
            return bool(_fresh(self._texts(clock), _states(connection))[0])

    def _offer(self, clock: UserClock) -> Offer | None:
        if not (self.place.chosen or self.place.path.exists()):
            return None
        texts = self._texts(clock)
        with connections.reading(self.file) as connection:
            fresh, _ = _fresh(texts, _states(connection))
        if fresh:
            news = f"{len(fresh)} {max(line.key for line in fresh)[0]}"
            return Offer("inbox", f"{counted(len(fresh), 'line')} from your phone", "dialog:inbox", "inbox", news)
        first = next(iter(inbox_texts.remarks(texts)), "")
        return Offer("inbox", first, "dialog:inbox", "inbox", first) if first else None

    def store(self, clock: UserClock, keys: Collection[LineKey] | None = None) -> StoredLines:
        """Store what can be read, or of that only these, in one step; good lines do not wait for bad ones."""
        if not self._is_waited_for(clock):
            return StoredLines([], [])  # nothing makes a diary
        with transaction.step(self.file, "log", instant_text(clock.now)) as connection:
            waiting = self._waiting(connection, clock)
            stored, left = _settle_all(connection, [each for each in waiting if keys is None or each.line.key in keys])
            _mark(connection, [each.line.key for each in stored], "stored")
        return StoredLines([receipt for each in stored for receipt in each.receipts], left)

    def acts_of(self, key: LineKey, text: str, clock: UserClock) -> tuple[list[Act], Context]:
        """What a line corrected to this text would store, and what that is said by."""
        with connections.reading(self.file) as connection:
            acts, _ = self._read_as(connection, key, text, clock)
            return acts, queries.context(connection, clock)

    def _read_as(
        self, connection: sqlite3.Connection, key: LineKey, text: str, clock: UserClock
    ) -> tuple[list[Act], Context]:
        """A correction that names no time has that of its line; without one it is said now, and must say when: what
        `yesterday` means is then known, but `coffee` may have been at any time."""
        context = queries.context(connection, clock)
        corrected = read_line(key, text.strip())
        names_time = corrected.stamp is not None or says_own_moment(corrected.phrase, context)
        stamp = corrected.stamp or (None if names_time else self._stamp(key, clock))
        if stamp:
            context = _as_of(connection, stamp, context)
            if context.clock.now > clock.now:
                raise PhraseRefused(AHEAD)
        acts = parse(corrected.phrase, context)
        is_unchanged = any(digest == key[0] for (digest, _), _ in lines_of([text]))
        is_of_any_time = not stamp and (is_unchanged or not names_time)
        if is_of_any_time and not _says_when(corrected.phrase, acts, context):
            raise PhraseRefused(WHEN)
        return acts, context

    def _stamp(self, key: LineKey, clock: UserClock) -> Stamp | None:
        lines = (line for text in self._texts(clock) for line in lines_of(text.lines))
        return next((read_line(key, text).stamp for each, text in lines if each == key), None)

    def store_as(self, key: LineKey, text: str, clock: UserClock) -> list[Receipt]:
        """A line corrected: stored as what this text says, which may begin with a stamp or say when by itself."""
        with transaction.step(self.file, "log", instant_text(clock.now)) as connection:
            _refuse_if_done(connection, [key])
            acts, context = self._read_as(connection, key, text, clock)
            rules = DayRules(connection, context)
            receipts = [rules.settle(act) for act in acts]
            _mark(connection, [key], "stored")
        return receipts

    def keep_as_note(self, key: LineKey, clock: UserClock) -> list[Receipt]:
        """A line kept, word for word, as a note of the day on which it was said."""
        with transaction.step(self.file, "log", instant_text(clock.now)) as connection:
            _refuse_if_done(connection, [key])
            waiting = next((each for each in self._waiting(connection, clock) if each.line.key == key), None)
            if waiting is None:
                raise Refused("the line is not in the inbox any more; nothing was stored")
            if waiting.line.stamp is None or waiting.has_no_time:
                raise Refused(waiting.reason or WHEN)
            rules = DayRules(connection, waiting.context)
            note = DayNote(day=waiting.context.clock.today.isoformat(), text=waiting.line.phrase)
            receipts = [rules.settle(note)]
            _mark(connection, [key], "stored")
        return receipts

    def dismiss(self, keys: Collection[LineKey], clock: UserClock) -> None:
        """Lines that are not offered again."""
        with transaction.step(self.file, "edit", instant_text(clock.now)) as connection:
            _refuse_if_done(connection, keys)
            _mark(connection, keys, "dismissed")

    def offer_again(self, keys: Collection[LineKey], clock: UserClock) -> None:
        """Lines that were dismissed wait again."""
        with transaction.step(self.file, "edit", instant_text(clock.now)) as connection:
            for digest, number in keys:
                transaction.delete(connection, "inbox_line", {"digest": digest, "number": number, "state": "dismissed"})


def _read(connection: sqlite3.Connection, lines: Iterable[InboxLine], clock: UserClock) -> list[PendingLine]:
    context = queries.context(connection, clock)
    return [read_waiting(connection, line, context) for line in lines]


def read_waiting(connection: sqlite3.Connection, line: InboxLine, context: Context) -> PendingLine:
    """A line with what it is read by, and why it waits, as far as that can be told before it is stored."""
    now = context.clock.now
    if line.stamp is None:
        return PendingLine(line, context)
    try:
        context = _as_of(connection, line.stamp, context)
    except PhraseRefused as refused:
        return PendingLine(line, context, str(refused), has_no_time=True)
    if context.clock.now > now:
        return PendingLine(line, context, AHEAD, has_no_time=True)
    return PendingLine(line, context)


def _settle_all(
    connection: sqlite3.Connection, waiting: list[PendingLine]
) -> tuple[list[PendingLine], list[PendingLine]]:
    """Store lines, each whole or not at all; those that are stored, and those that are left."""
    stored: list[PendingLine] = []
    before = -1
    while len(stored) > before:  # `again` may mean what only a later line has brought
        before = len(stored)
        results = [_settle(connection, each) for each in waiting]
        stored += [each for each in results if each.is_ready]
        waiting = [each for each in results if not each.is_ready]
    return stored, waiting


def _settle(connection: sqlite3.Connection, waiting: PendingLine) -> PendingLine:
    if waiting.has_no_time:
        return waiting
    connection.execute("SAVEPOINT line")
    try:
        rules = DayRules(connection, waiting.context)
        acts = parse(waiting.line.phrase, waiting.context)
        if waiting.line.stamp is None and not _says_when(waiting.line.phrase, acts, waiting.context):
            raise PhraseRefused(WHEN)
        outcome = waiting._replace(reason="", receipts=tuple(rules.settle(act) for act in acts))
    except Refused as refused:
        connection.execute("ROLLBACK TO line")
        outcome = waiting._replace(reason=str(refused))
    connection.execute("RELEASE line")
    return outcome


def _as_of(connection: sqlite3.Connection, stamp: Stamp, context: Context) -> Context:
    """What a line is read by that was said at the time of its stamp."""
    clock = stamp.clock(context.clock)
    instant = instant_text(clock.now)
    return replace(context, clock=clock, last_episode=lambda: queries.last_episode_by(connection, instant))


def _says_when(phrase: str, acts: list[Act], context: Context) -> bool:
    """Whether a line without a stamp means the same whenever it is read."""
    later = replace(context.clock, now=context.clock.now + MUCH_LATER)
    try:
        return parse(phrase, replace(context, clock=later)) == acts
    except PhraseRefused:
        return False


# ---- what was done with lines -------------------------------------------------------------------------------


def _states(connection: sqlite3.Connection) -> dict[LineKey, str]:
    rows = connection.execute("SELECT digest, number, state FROM inbox_line")
    return {(digest, number): state for digest, number, state in rows}


def _fresh(texts: Iterable[InboxText], states: dict[LineKey, str]) -> tuple[list[InboxLine], list[InboxLine]]:
    """The lines that nothing was done with, and those that were dismissed, each once, in the order in which they were
    said."""
    fresh: dict[LineKey, InboxLine] = {}
    dismissed: dict[LineKey, InboxLine] = {}
    for text in texts:
        for key, line in lines_of(text.lines):
            state = states.get(key)
            if state is None:
                fresh.setdefault(key, read_line(key, line))
            elif state == "dismissed":
                dismissed.setdefault(key, read_line(key, line))
    in_order = [sorted(each.values(), key=_moment) for each in (fresh, dismissed)]
    return ([line for line in in_order[0] if line.phrase.strip()], in_order[1])


def _moment(line: InboxLine) -> tuple[bool, float]:
    return (False, line.stamp.order) if line.stamp else (True, 0.0)


def _mark(connection: sqlite3.Connection, keys: Iterable[LineKey], state: str) -> None:
    for digest, number in keys:
        transaction.insert(connection, "inbox_line", {"digest": digest, "number": number, "state": state})


def _refuse_if_done(connection: sqlite3.Connection, keys: Iterable[LineKey]) -> None:
    """Another program may have been quicker."""
    states = _states(connection)
    if done := [states[key] for key in keys if key in states]:
        raise Refused(f"the line was {done[0]} elsewhere meanwhile; nothing was changed")
