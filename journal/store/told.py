"""What became of one act, as it is said back."""

import sqlite3
from typing import NamedTuple

from journal.moments import Here, date_of, day_words
from journal.phrases.context import Context
from journal.phrases.when_said import when_of, when_words
from journal.phrases.wording import words_of
from journal.records import Record
from journal.store import reading


class Told(NamedTuple):
    """What became of one act: when, what, the id that `show` prints, and what else the user should know."""

    day: str
    when: str
    what: str
    id: str = ""
    remarks: tuple[str, ...] = ()
    verb: str = "stored"


def tell(
    connection: sqlite3.Connection, context: Context, record: Record, remarks: list[str], verb: str = "stored"
) -> Told:
    """A record that is in the diary, said back."""
    short = reading.short_id(connection, record.id) if record.id else ""
    when, what = when_words(record, context.here), words_of(record, context.words)
    return Told(when_of(record)[0], when, what, short, tuple(remarks), verb)


def on(day: str, here: Here) -> str:
    """A day as it is read."""
    return day_words(date_of(day), here.today)
