"""What became of one act, as it is said back."""

import sqlite3
from typing import NamedTuple

from journal.moments import UserClock, date_of, day_words
from journal.phrases.context import Context
from journal.phrases.write.describe import describe_record
from journal.phrases.write.format_time import when_of, when_words
from journal.records import Record
from journal.store.read import queries


class Receipt(NamedTuple):
    """What became of one act: when, what, the id that `show` prints, and what else the user should know."""

    day: str
    when: str
    what: str
    id: str = ""
    remarks: tuple[str, ...] = ()
    verb: str = "stored"


def make_receipt(
    connection: sqlite3.Connection, context: Context, record: Record, remarks: list[str], verb: str = "stored"
) -> Receipt:
    """A record that is in the diary, said back."""
    short = queries.short_id(connection, record.id) if record.id else ""
    when, what = when_words(record, context.clock), describe_record(record, context.lexicon)
    return Receipt(when_of(record)[0], when, what, short, tuple(remarks), verb)


def day_text(day: str, clock: UserClock) -> str:
    """A day as it is read."""
    return day_words(date_of(day), clock.today)
