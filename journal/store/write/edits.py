"""A record changed or deleted, in a step that can be undone."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused, Refused
from journal.moments import UserClock, instant_now
from journal.phrases.context import Context
from journal.phrases.edit_record import edit_record, read_edited
from journal.phrases.read.parser import parse
from journal.phrases.write.describe import describe_record
from journal.phrases.write.format_phrase import phrases
from journal.phrases.write.format_time import when_of, when_words
from journal.records import Episode, Medicine, Record, StopEpisode, StopMedicine, replace
from journal.store.file import connections
from journal.store.file.diary_file import DiaryPath
from journal.store.history import step_summary
from journal.store.read import queries, record_lookup
from journal.store.read.record_lookup import NamedRecord
from journal.store.write import transaction
from journal.store.write.day_rules import DayRules
from journal.store.write.receipt import Receipt


def edit(where: DiaryPath, name: str, phrase: str, clock: UserClock | None = None) -> Receipt:
    """Replace the fields that the phrase names in the record of this name, in one step."""
    with transaction.step(where, "edit", instant_now(clock), create=False) as connection:
        context = queries.context(connection, clock)
        named = record_lookup.find(connection, name, context)
        return DayRules(connection, context).replace(named.record, edit_record(named.record, phrase, context))


class EditTarget(NamedTuple):
    """A record that a name stood for: a name that goes on standing for it, what it says, and the lines that read so."""

    name: str
    record: Record
    receipt: Receipt
    lines: list[str]


def look_up(where: DiaryPath, name: str, clock: UserClock | None = None) -> EditTarget:
    """What a name stands for now; while someone thinks about it, `last` may become another record."""
    with connections.reading(where) as connection:
        context = queries.context(connection, clock)
        record = record_lookup.find(connection, name, context).record
        lines = phrases(record, context.lexicon, context.clock)
        return EditTarget(
            record.id or queries.known_as(connection, record),
            record,
            edit_receipt(record, context.lexicon, context.clock, "found"),
            lines,
        )


def rewrite(
    where: DiaryPath,
    name: str,
    lines: Sequence[str],
    clock: UserClock | None = None,
    *,
    expected: Record | None = None,
) -> Receipt:
    """The record of this name as the lines say it, in one step; they have to be of the same kind."""
    with transaction.step(where, "edit", instant_now(clock), create=False) as connection:
        context = queries.context(connection, clock)
        named = find_unchanged(connection, name, context, expected)
        unedited = phrases(named.record, context.lexicon, context.clock)
        if len(lines) == len(unedited) == 1:
            acts = read_edited(named.record, unedited[0], lines[0], context)
        else:
            acts = [act for line in lines for act in parse(line, context)]
        new = _same_kind(named.record, acts)
        return DayRules(connection, context).replace(named.record, new)


def stop(where: DiaryPath, expected: Episode, clock: UserClock | None = None) -> Receipt:
    """End an episode that was shown as going on, now; another one of its site is left alone."""
    with transaction.step(where, "log", instant_now(clock), create=False) as connection:
        context = queries.context(connection, clock)
        now = context.clock.moment(context.clock.local(context.clock.now))
        act = StopEpisode(now.instant or "", now.offset or 0, Episode(id=expected.id, day=now.day, site="", kind=""))
        return DayRules(connection, context).settle(act)


def find_unchanged(connection: sqlite3.Connection, name: str, context: Context, expected: Record | None) -> NamedRecord:
    """The record of this name; refused where it is not any more what whoever acts on it has read.

    The record itself is compared, within the transaction: a file that a sync program wrote over in place may have the
    inode, the size and the time that it had.
    """
    named = record_lookup.find(connection, name, context)
    if expected is not None and named.record != expected:
        line = step_summary.record_line(named.record, context.lexicon, context.clock)
        raise Refused(f"the record was changed elsewhere meanwhile and stays as it is now: {line}")
    return named


def _same_kind(old: Record, acts: Sequence[object]) -> Record:
    stopped = acts[1] if len(acts) == 2 and isinstance(old, Medicine) else None
    if isinstance(stopped, StopMedicine) and isinstance(acts[0], Medicine):
        if stopped.day < acts[0].started_on:
            raise PhraseRefused(f"it cannot end on {stopped.day}, before it began on {acts[0].started_on}")
        acts = [replace(acts[0], stopped_on=stopped.day)]
    if len(acts) != 1 or not isinstance(acts[0], type(old)):
        raise PhraseRefused("an edited record stays one record of its kind; delete it and log the other instead")
    return replace(acts[0], id=old.id, source=old.source, source_key=old.source_key)


def delete(where: DiaryPath, name: str, clock: UserClock | None = None, *, expected: Record | None = None) -> Receipt:
    """Delete the record of this name, in one step that can be undone."""
    with transaction.step(where, "delete", instant_now(clock), create=False) as connection:
        context = queries.context(connection, clock)
        named = find_unchanged(connection, name, context, expected)
        return DayRules(connection, context).delete(named.record, named.key)


def edit_receipt(record: Record, lexicon: Lexicon, clock: UserClock, verb: str) -> Receipt:
    """A record as it is said back."""
    return Receipt(when_of(record)[0], when_words(record, clock), describe_record(record, lexicon), verb=verb)
