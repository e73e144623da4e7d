"""A record by its name: `last`, a unique beginning of its id, or its day and what it is: `DAY:stress`, `DAY:visit`."""

import json
import sqlite3
from collections.abc import Generator
from contextlib import closing
from typing import Any, NamedTuple

from journal.catalog.kinds import AHEAD_VERBS, BY_TABLE, EVENT_VERBS
from journal.catalog.letters import plain
from journal.errors import Refused
from journal.moments import day_words
from journal.phrases.context import Context
from journal.phrases.read.when.dates import whole_day
from journal.phrases.read.words.lexer import clean, tokenize
from journal.records import Record
from journal.requests import day_or_none
from journal.store.history import step_summary
from journal.store.read import queries

FORMS = "an id is `last`, at least 4 letters as `show` prints it, or DAY:name such as 2026-11-18:stress or 20 Jan:visit"


WHOLE_ID = 36
"""Letters of a whole id, a UUID."""


class NamedRecord(NamedTuple):
    """A record with its table and the key of its row."""

    table: str
    key: dict[str, Any]
    record: Record


def find(connection: sqlite3.Connection, name: str, context: Context) -> NamedRecord:
    """The record that a name means; raises Refused where it means none, or several."""
    name = clean(name).strip()
    if name.lower() == "last":
        return _last(connection)
    day, colon, slug = name.rpartition(":")
    return _of_day(connection, day, slug, context) if colon else _by_id(connection, name.lower(), context)


def _by_id(connection: sqlite3.Connection, beginning: str, context: Context) -> NamedRecord:
    if len(beginning) < queries.SHORTEST_ID:
        raise Refused(f"“{beginning}” is too short; {FORMS}")
    matches = [
        NamedRecord(table, {"id": record.id}, record)
        for table in queries.WITH_ID
        for record in queries.records(
            connection, table, "id >= ? AND id < ? ORDER BY id LIMIT 4", (beginning, beginning + "\U0010ffff")
        )
    ]
    exact = [match for match in matches if match.record.id == beginning]
    if len(exact or matches) > 1:
        examples = _examples(connection, [match.record for match in matches], context)
        raise Refused(f"several records begin with “{beginning}”: {examples}; give more letters")
    if not matches and len(beginning) == WHOLE_ID:  # by hand nobody types so many: the record was on a screen
        raise Refused("that record is deleted already")
    if not matches:
        raise Refused(f"no record begins with “{beginning}”; {FORMS}")
    return (exact or matches)[0]


def _examples(connection: sqlite3.Connection, matches: list[Record], context: Context) -> str:
    """The first few records, each with its id."""
    return "; ".join(
        f"{queries.known_as(connection, record)} {step_summary.record_line(record, context.lexicon, context.clock)}"
        for record in matches[:3]
    )


def _of_day(connection: sqlite3.Connection, day_name: str, slug: str, context: Context) -> NamedRecord:
    if slug.lower() in AHEAD_VERBS:
        return _thing_of_day(connection, day_name, slug, context)
    day = day_or_none(day_name, context.clock)
    if day is None:
        raise Refused(f"“{day_name}” is not a day; {FORMS}")
    iso = day.isoformat()
    if slug.lower() == "note":
        table, key = "day_note", {"day": iso}
    else:
        question = context.lexicon.question_names.get(slug.lower().replace("_", " "))
        if question is None:
            return _thing_of_day(connection, day_name, slug, context)
        table, key = "answer", {"day": iso, "question": question}
    where = " AND ".join(f"{column} = ?" for column in key)
    records = queries.records(connection, table, where, tuple(key.values()))
    if not records:
        name = slug.replace("_", " ")
        raise Refused(f"{name} of {day_words(day, context.clock.today)} is not logged")
    return NamedRecord(table, key, records[0])


def _thing_of_day(connection: sqlite3.Connection, day_name: str, name: str, context: Context) -> NamedRecord:
    """The one visit, test, drink, workout or episode of a day that its name says."""
    word = plain(name).lower().replace("_", " ")
    verb, lexicon = EVENT_VERBS.get(word), context.lexicon
    day = whole_day(context.clock, tokenize(day_name), nearest=word in AHEAD_VERBS)
    of_words = (("drink", "drink", "name"), ("workout", "workout", "kind"), ("site", "episode", "site"))
    things = [(table, column, lexicon.slug_of(role, word)) for role, table, column in of_words]
    things.append(("event", "kind", verb))
    known_things = [(table, column, slug) for table, column, slug in things if slug]
    if not known_things or day is None:
        raise Refused(f"“{name}” is neither a question nor `note`, nor a site, drink, workout or event; {FORMS}")
    matches = [
        NamedRecord(table, {"id": record.id}, record)
        for table, column, slug in known_things
        for record in queries.records(connection, table, f"day = ? AND {column} = ?", (day.isoformat(), slug))
    ]
    of_day = f"{name} of {day_words(day, context.clock.today)}"
    if not matches:
        raise Refused(f"{of_day} is not logged")
    if len(matches) > 1:
        examples = _examples(connection, [match.record for match in matches], context)
        raise Refused(f"several records are {of_day}: {examples}; say the letters of one")
    return matches[0]


def newest(connection: sqlite3.Connection) -> Generator[NamedRecord, None, None]:
    """The records that are there, each once, those written last first; undo and redo do not count as writing."""
    rows = connection.execute(
        'SELECT "table", row FROM change JOIN step ON step.id = change.step'
        " WHERE step.kind NOT IN ('undo', 'redo') ORDER BY number DESC"
    )
    seen_keys: set[tuple[str, str]] = set()
    with closing(rows):
        for changed_table, row in rows:
            table = "episode" if changed_table == "relief" else changed_table
            if table not in BY_TABLE:
                continue
            # the key of a relief begins with that of its episode
            key = dict(zip(BY_TABLE[table].key, json.loads(row), strict=False))
            if (table, str(key)) in seen_keys:
                continue
            seen_keys.add((table, str(key)))
            where = " AND ".join(f"{column} = ?" for column in key)
            for record in queries.records(connection, table, where, tuple(key.values())):
                yield NamedRecord(table, key, record)


def _last(connection: sqlite3.Connection) -> NamedRecord:
    """The record that was written last."""
    with closing(newest(connection)) as records:
        for named in records:
            return named
    raise Refused("there is no record yet for `last` to mean")
