"""The reads that a write and the page of a day need, on sqlite3 alone: words, settings, records, a day."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from journal import moments
from journal.catalog import questions
from journal.catalog.kinds import BY_TABLE, DATED, KINDS, SLEEP
from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.questions import Question
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.phrases.write.format_time import when_of
from journal.records import CLASSES, Answer, Episode, Record, Relief, Sleep, replace
from journal.store.read.question_states import own_questions

WITH_ID = tuple(kind.table for kind in KINDS if kind.key == ("id",))
"""The tables whose rows have an id; answers and notes are known by their day."""
_TIMELINE = tuple(table for table in DATED if table in WITH_ID)
SHORTEST_ID = 4
_YES_OR_NO = {
    name
    for record_class in CLASSES.values()
    for name, field_type in record_class.fields.items()
    if field_type in (bool, bool | None)
}


# ---- what a phrase needs to know ----------------------------------------------------------------------------


def context(connection: sqlite3.Connection, clock: UserClock | None = None) -> Context:
    """The diary's words, templates and day start, with the clock of this machine unless one is given."""
    starts = setting(connection, "day_starts")
    clock = clock or moments.user_clock()
    if starts is not None:
        clock = replace(clock, day_starts=int(starts))
    return Context(clock, lexicon(connection), templates(connection), lambda: last_episode(connection))


def setting(connection: sqlite3.Connection, key: str) -> str | None:
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def templates(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, phrase FROM template ORDER BY key"))


def lexicon(connection: sqlite3.Connection) -> Lexicon:
    terms = connection.execute(f"SELECT {', '.join(Term._fields)} FROM term ORDER BY slug")
    own_terms = tuple(Term(*row) for row in terms)
    return _lexicon(questions.QUESTIONS, own_terms, tuple(own_questions(connection)), setting(connection, "units"))


@lru_cache(maxsize=2)
def _lexicon(
    _: tuple[Question, ...], terms: tuple[Term, ...], added: tuple[Question, ...], volume_unit: str | None
) -> Lexicon:
    """The words of a catalogue and a diary: they change seldom, and to learn them anew takes 4 ms of each line."""
    lexicon = Lexicon(terms, added)
    lexicon.volume_unit = volume_unit or lexicon.volume_unit
    return lexicon


# ---- records ------------------------------------------------------------------------------------------------


def records(
    connection: sqlite3.Connection, table: str, where: str, arguments: Sequence[Any] | dict[str, Any] = ()
) -> list[Any]:
    """Rows of a table as records, reliefs included. `where` may go on with ORDER BY and LIMIT."""
    columns = tuple(BY_TABLE[table].columns)
    cursor = connection.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {where}", arguments)
    rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return [record(table, row, reliefs(connection, row["id"]) if table == "episode" else ()) for row in rows]


def record(table: str, row: dict[str, Any], reliefs: tuple[Relief, ...] = ()) -> Record:
    """A row of a table as a record."""
    values = {name: _field(name, row[name]) for name in BY_TABLE[table].columns}
    if table == "episode":
        values["reliefs"] = reliefs
    return CLASSES[table](**values)


def _field(name: str, value: Any) -> Any:
    return bool(value) if name in _YES_OR_NO and value is not None else value


def reliefs(connection: sqlite3.Connection, episode: str) -> tuple[Relief, ...]:
    rows = connection.execute("SELECT name, helped FROM relief WHERE episode = ? ORDER BY rowid", (episode,))
    return tuple(Relief(name, None if helped is None else bool(helped)) for name, helped in rows)


def last_episode(connection: sqlite3.Connection) -> Episode | None:
    """The episode that was typed last and is still there; undo and redo do not count as typing."""
    row = connection.execute(
        "SELECT change.row FROM change JOIN step ON step.id = change.step WHERE \"table\" = 'episode'"
        " AND before IS NULL AND step.kind NOT IN ('undo', 'redo')"
        " AND EXISTS (SELECT 1 FROM episode WHERE id = json_extract(change.row, '$[0]') AND source = 'typed')"
        " ORDER BY number DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    episodes: list[Episode] = records(connection, "episode", "id = json_extract(?, '$[0]')", (row[0],))
    return episodes[0]


def last_episode_by(connection: sqlite3.Connection, instant: str) -> Episode | None:
    """The last typed episode that had begun by an instant, whenever it was typed."""
    episodes: list[Episode] = records(
        connection,
        "episode",
        "source = 'typed' AND started_at <= ? ORDER BY started_at DESC, rowid DESC LIMIT 1",
        (instant,),
    )
    return episodes[0] if episodes else None


def going_on(connection: sqlite3.Connection) -> list[Episode]:
    return records(connection, "episode", "going_on = 1 ORDER BY started_at")


def lasting(connection: sqlite3.Connection, day: str, where: str = "TRUE") -> list[Episode]:
    """The episodes that began before a day and go on, or end, on it."""
    return records(
        connection, "episode", f"last_day >= :day AND +day < :day AND {where} ORDER BY day, rowid", {"day": day}
    )


def answer(connection: sqlite3.Connection, day: str, question: str) -> Answer | None:
    answers: list[Answer] = records(connection, "answer", "day = ? AND question = ?", (day, question))
    return answers[0] if answers else None


def answers(connection: sqlite3.Connection, day: date) -> dict[str, Answer]:
    """Question -> its answer of a day."""
    return {answer.question: answer for answer in records(connection, "answer", "day = ?", (day.isoformat(),))}


def short_id(connection: sqlite3.Connection, identity: str) -> str:
    """The shortest beginning of an id, of at least 4 characters, that no other record has."""
    length = SHORTEST_ID
    for table in WITH_ID:
        for query in (f"SELECT max(id) FROM {table} WHERE id < ?", f"SELECT min(id) FROM {table} WHERE id > ?"):
            neighbour = connection.execute(query, (identity,)).fetchone()[0]
            while neighbour is not None and length < len(identity) and neighbour[:length] == identity[:length]:
                length += 1
    return identity[:length]


# ---- a day --------------------------------------------------------------------------------------------------


def timeline(connection: sqlite3.Connection, day: str) -> list[Record]:
    """The records of a day in the order in which they were lived, an illness or a journey on each of its days; those
    without a clock time stand by their part of the day, and last where only the day is known."""
    lived: list[Record] = []
    for table in _TIMELINE:
        lived += records(connection, table, "day = ? ORDER BY rowid", (day,))
    lived += records(connection, "event", "last_day >= :day AND +day < :day ORDER BY day, rowid", {"day": day})
    lived += records(connection, "medicine", "started_on = ? OR stopped_on = ? ORDER BY rowid", (day, day))
    return sorted(lived, key=lambda record: (*_order(record), record.table != SLEEP.table))


_PART_ORDER = {"morning": "1", "afternoon": "2", "evening": "3", "night": "4"}


def _order(record: Record) -> tuple[int, str]:
    if isinstance(record, Sleep) and not record.nap:
        return (0, record.ended_at or "")
    _, instant, _, part = when_of(record)
    if instant:
        return (1, instant)
    return (2, _PART_ORDER[part]) if part else (3, "")


def daily(connection: sqlite3.Connection, day: str) -> dict[str, Any]:
    """What the day is worth: the row of the view `daily`, all None where nothing was logged."""
    cursor = connection.execute("SELECT * FROM daily WHERE day = ?", (day,))
    names = [column[0] for column in cursor.description]
    row = cursor.fetchone()
    return dict(zip(names, row or [day, *[None] * (len(names) - 1)], strict=True))


def days_between(connection: sqlite3.Connection, first: date, last: date) -> list[date]:
    """The days of a span that have any record."""
    rows = connection.execute(
        "SELECT day FROM daily WHERE day BETWEEN ? AND ? ORDER BY day", (first.isoformat(), last.isoformat())
    )
    return [date.fromisoformat(row[0]) for row in rows]


def known_as(connection: sqlite3.Connection, record: Record) -> str:
    """The name by which a record can be typed: its short id, or its day and what it is."""
    if record.id:
        return short_id(connection, record.id)
    return f"{record.day}:{record.question if isinstance(record, Answer) else 'note'}"  # type: ignore[attr-defined]
