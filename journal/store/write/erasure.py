"""What is to be erased, and where it stands: in the rows of a diary or a backup, and in its change log.

Words stand in the TEXT columns of the tables themselves, so that a new table or column is reached without a line here.
"""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from journal.catalog.drinks import DRINKS
from journal.catalog.experiments import TRIALS
from journal.catalog.kinds import BY_TABLE
from journal.catalog.questions import QUESTIONS
from journal.catalog.reliefs import RELIEFS
from journal.catalog.signs import SIGNS
from journal.catalog.sites import SITES
from journal.catalog.workouts import WORKOUTS
from journal.phrases.context import Context
from journal.store.file import contents, schema
from journal.store.history import step_summary, undo_redo
from journal.store.read import queries

Row = tuple[str, str]
"""A table, and the key of a row as the change log writes it."""
Values = dict[str, Any]
_TEXT_COLUMN = re.compile(r"^\s+\"?(\w+)\"?\s+TEXT\b(?!.*(?: IN\s*$| IN \(| IS date\(| IS strftime\())", re.MULTILINE)
"""A column of text, unless it is a day, an instant or a word of the program's choice."""
_ANY_TEXT_COLUMN = re.compile(r"^\s+\"?(\w+)\"?\s+TEXT\b", re.MULTILINE)
_CATALOGUE = frozenset(
    entry.slug for entries in (SITES, WORKOUTS, RELIEFS, DRINKS, QUESTIONS, SIGNS, TRIALS) for entry in entries
)
"""Words that the program brings along: to erase a text is not to erase all that was logged with one of these."""
_NO_WORDS = frozenset({"id", "episode", "event", "look", "experiment", "source", "key", "digest"})
CHILDREN = {
    "episode": ("relief",),
    "event": ("visit_advice",),
    "verdict": ("verdict_lag", "follow_up"),
    "experiment": ("experiment_block", "experiment_day"),
}
"""Tables whose rows go with a row of another, with whose key theirs begins or of which they have the key."""
MOVED = """
    SELECT old."table", old.row, new.row FROM change AS new JOIN change AS old ON old.number = new.number - 1
    WHERE new.before IS NULL AND old.before IS NOT NULL AND old."table" = new."table" AND old.row <> new.row
        AND old.step IS new.step
"""
"""Rows that may be one row whose key was changed: their history goes together or not at all."""
UNUSED_STEPS = """
    WITH RECURSIVE kept (id, undoes) AS (
        SELECT id, undoes FROM step
        WHERE kind = 'migration' OR EXISTS (SELECT 1 FROM change WHERE change.step = step.id)
        UNION SELECT step.id, step.undoes FROM kept JOIN step ON step.id = kept.undoes
    ) DELETE FROM step WHERE id NOT IN (SELECT id FROM kept)
"""
"""Deletes the steps of which no change is left, but for those that a step which stays undoes."""


class Erasure(NamedTuple):
    """What leaves the diary and its backups.

    `rows` are erased where the value is None; else the row stays, in backups too, as it is now in the diary, and only
    what it was before goes. Of `neighbours` the history goes, so that undo stays sound. `steps` is set where no history
    goes but that of these steps. `lines` say each row in words.
    """

    rows: dict[Row, Values | None]
    neighbours: frozenset[Row]
    lines: tuple[str, ...]
    steps: tuple[int, ...] = ()
    text: str = ""

    @property
    def tables(self) -> set[str]:
        tables = {table for table, _ in {*self.rows, *self.neighbours}}
        return tables.union({"answer", "relief"}, *(CHILDREN.get(table, ()) for table in tables))


# ---- searching ----------------------------------------------------------------------------------------------


def of_text(connection: sqlite3.Connection, text: str, context: Context, elsewhere: Iterable[Row] = ()) -> Erasure:
    """What holds a text: rows of the diary, of its history, and those that backups hold it in."""
    present, past = holding(connection, text)
    present |= {("episode", f"{key[: key.index(',')]}]") for table, key in present if table == "relief"}
    for table, key in tuple(present):
        if table == "question":
            answers = connection.execute("SELECT day, question FROM answer WHERE question = ?", json.loads(key))
            present |= {("answer", json.dumps(list(row), separators=(",", ":"), ensure_ascii=False)) for row in answers}
    rows = dict.fromkeys(present) | {row: _values(connection, row) for row in (*past, *elsewhere) if row not in present}
    lines = tuple(_line(connection, row, context, text) for row in sorted(rows))
    return Erasure(rows, _neighbours(connection, rows), lines, (), text)


def of_undone(connection: sqlite3.Connection, context: Context) -> Erasure:
    """What undo took back."""
    steps = tuple(undo_redo.undone_steps(connection))
    query = 'SELECT DISTINCT "table", row FROM change WHERE step = ?'
    touched = dict.fromkeys((table, key) for step in steps for table, key in connection.execute(query, (step,)))
    rows = {row: _values(connection, row) for row in touched}
    lines = tuple(_line(connection, row, context) for row in rows)
    return Erasure(rows, frozenset(), lines, steps)


def of_deleted_record(connection: sqlite3.Connection, beginning: str, context: Context) -> Erasure | None:
    """The record that is there no longer and whose id begins so; None where the history has none, or several."""
    first = f'["{beginning.lower()}'
    query = 'SELECT DISTINCT "table", row FROM change WHERE "table" = ? AND row >= ? AND row < ?'
    rows: dict[Row, Values | None] = {
        (table, key): None
        for table in queries.WITH_ID
        for _, key in connection.execute(query, (table, first, first + "\U0010ffff"))
    }
    if len(rows) != 1 or _values(connection, next(iter(rows))):
        return None
    return Erasure(rows, frozenset(), tuple(_line(connection, row, context) for row in rows))


def of_record_elsewhere(views: Iterable[sqlite3.Connection], beginning: str) -> Erasure | None:
    """The record whose id begins so, and that only backups hold; None where none does, or they hold several."""
    rows: set[Row] = set()
    for view in views:
        with suppress(sqlite3.Error, UnicodeDecodeError):
            for table in set(queries.WITH_ID).intersection(contents.user_tables(view)):
                query = f"SELECT json_array(id) FROM {table} WHERE id >= ? AND id < ?"
                first = beginning.lower()
                rows |= {(table, key) for (key,) in view.execute(query, (first, first + "\U0010ffff"))}
    if len(rows) != 1:
        return None
    (row,) = rows
    return Erasure({row: None}, frozenset(), (f"{row[0].replace('_', ' ')} {json.loads(row[1])[0]}",))


def holding(connection: sqlite3.Connection, text: str) -> tuple[set[Row], set[Row]]:
    """The rows whose words hold a text, capitals aside, and those that held it once by the change log."""
    looked_for = _folded(text)
    connection.create_function("own_words", 1, _own_words, deterministic=True)
    connection.create_function("holds", 1, lambda value: looked_for in _folded(value), deterministic=True)
    present: set[Row] = set()
    past: set[Row] = set()
    for table, columns in _word_columns(connection).items():
        keys = _keys(connection, table)
        is_own = "built_in = 0" if table == "question" else "1"
        joined = _joined(columns)
        query = f"SELECT json_array({', '.join(keys)}) FROM {table} WHERE {is_own} AND holds({joined})"
        present |= {(table, key) for (key,) in connection.execute(query)}
        parts = [f"json_extract(before, '$.{column}')" for column in columns]
        parts += [f"json_extract(row, '$[{index}]')" for index, key in enumerate(keys) if key in columns]
        query = f"""SELECT DISTINCT row FROM change WHERE "table" = '{table}'
            AND json_extract(before, '$.built_in') IS NOT 1 AND holds({_joined(parts)})"""
        past |= {(table, key) for (key,) in connection.execute(query)}
    if "question" in _word_columns(connection):
        past -= {
            ("question", key)
            for (key,) in connection.execute("SELECT json_array(slug) FROM question WHERE built_in = 1")
        }
    return present, past


def holds(line: str, text: str) -> bool:
    """Whether a text holds another, capitals aside."""
    return _folded(text) in _folded(line)


def stands_in(connection: sqlite3.Connection, erasure: Erasure) -> bool:
    """Whether a backup holds any of what is erased."""
    if erasure.text and any(holding(connection, erasure.text)):
        return True
    in_log = 'SELECT 1 FROM change WHERE "table" = ? AND row = ? LIMIT 1'
    return any(
        (kept is None and _values(connection, row)) or (not erasure.text and connection.execute(in_log, row).fetchone())
        for row, kept in erasure.rows.items()
        if row[0] in contents.user_tables(connection)
    )


def _word_columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of the tables in which the user's words stand: as schema.sql has them, and of an older format all of
    which it says nothing."""
    described = {statement.name: statement.sql for statement in schema.statements("TABLE")}
    columns: dict[str, list[str]] = {}
    for table in contents.user_tables(connection):
        of_words, of_text = (pattern.findall(described[table]) for pattern in (_TEXT_COLUMN, _ANY_TEXT_COLUMN))
        stored = connection.execute("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT' ORDER BY cid", (table,))
        names = [name for (name,) in stored if name in of_words or name not in of_text]
        columns[table] = [name for name in names if name not in _NO_WORDS]
    return {table: names for table, names in columns.items() if names}


def _joined(parts: Iterable[str]) -> str:
    return " || char(10) || ".join(f"own_words({part})" for part in parts)


def _own_words(value: str | None) -> str:
    """What the user wrote in a column; a word of the catalogue, such as a site, is none."""
    return "" if value is None or value in _CATALOGUE else value


def _folded(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", str(value)).casefold().replace("_", " ").split(" "))


def _keys(connection: sqlite3.Connection, table: str) -> list[str]:
    return [
        name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table,))
    ]


def _is_row(connection: sqlite3.Connection, table: str) -> str:
    return " AND ".join(f'"{key}" = ?' for key in _keys(connection, table))


def _values(connection: sqlite3.Connection, row: Row) -> Values | None:
    """The row as it is now; None where it is not there."""
    table, key = row
    cursor = connection.execute(f'SELECT * FROM "{table}" WHERE {_is_row(connection, table)}', json.loads(key))
    values = cursor.fetchone()
    return values and dict(zip([column[0] for column in cursor.description], values, strict=True))


def _neighbours(connection: sqlite3.Connection, rows: Iterable[Row]) -> frozenset[Row]:
    """The rows whose history goes too: of a key that was changed, and of the episode to which a relief belongs."""
    unread = {*rows, *(("episode", f"{key[: key.index(',')]}]") for table, key in rows if table == "relief")}
    pairs: dict[Row, set[Row]] = {}
    for table, one_key, other_key in connection.execute(MOVED):
        pairs.setdefault((table, one_key), set()).add((table, other_key))
        pairs.setdefault((table, other_key), set()).add((table, one_key))
    neighbours: set[Row] = set()
    while unread:
        row = unread.pop()
        neighbours.add(row)
        unread |= pairs.get(row, set()) - neighbours
    return frozenset(neighbours)


def _line(connection: sqlite3.Connection, row: Row, context: Context, text: str = "") -> str:
    """A row in words: as it is, or as it was when it held the text."""
    table, key = row
    query = 'SELECT before FROM change WHERE "table" = ? AND row = ? AND before IS NOT NULL ORDER BY number DESC'
    versions = [_values(connection, row), *(json.loads(before) for (before,) in connection.execute(query, row))]
    held = [values for values in versions if values and _folded(text) in _folded("\n".join(map(str, values.values())))]
    values = next(iter(held), next((values for values in versions if values), None))
    if values is None:
        return f"{table} {', '.join(map(str, json.loads(key)))}".replace("_", " ")
    if table not in BY_TABLE:
        return step_summary.row_words(table, values)
    reliefs = queries.reliefs(connection, values["id"]) if table == "episode" else ()
    if not set(BY_TABLE[table].columns) <= values.keys():  # as a format of long ago had it
        return f"{table}: {', '.join(str(values[name]) for name in values if values[name] is not None)}"
    return step_summary.record_line(queries.record(table, values, reliefs), context.lexicon, context.clock)


# ---- taking out ---------------------------------------------------------------------------------------------


def take_out(connection: sqlite3.Connection, erasure: Erasure, *, is_backup: bool) -> None:
    """Take what is erased out of the rows and the change log, within a transaction that the caller has begun."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    newest = contents.last_change(connection)
    tables = set(contents.user_tables(connection))
    for row, kept in erasure.rows.items():
        if row[0] in tables and (is_backup or not erasure.steps):
            _replace(connection, row, kept)
    connection.execute("DELETE FROM change WHERE number > ?", (newest,))
    if is_backup:  # its newest change stays the one from which the diary goes on
        connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'change'", (newest,))
    if erasure.steps and not is_backup:
        connection.executemany("DELETE FROM change WHERE step = ?", ((step,) for step in erasure.steps))
    else:
        _keep_marks_of_the_inbox(connection, erasure)
        connection.executemany('DELETE FROM change WHERE "table" = ? AND row >= ? AND row <= ?', _spans(erasure))
        for (table, key), kept in erasure.rows.items():
            if table == "question" and kept is None:
                query = "DELETE FROM change WHERE \"table\" = 'answer' AND json_extract(row, '$[1]') = ?"
                connection.execute(query, json.loads(key))
    connection.execute(UNUSED_STEPS)


def _keep_marks_of_the_inbox(connection: sqlite3.Connection, erasure: Erasure) -> None:
    """That lines of the inbox are done with is not undone any more in the steps that stored what goes: undo would have
    the phone's file offer the erased words again."""
    for span in _spans(erasure):
        connection.execute(
            """DELETE FROM change WHERE "table" = 'inbox_line' AND step IN
                (SELECT step FROM change WHERE "table" = ? AND row >= ? AND row <= ?)""",
            span,
        )


def _spans(erasure: Erasure) -> Iterator[tuple[str, str, str]]:
    """The keys, from one to another, whose changes go."""
    for table, key in {*erasure.rows, *erasure.neighbours}:
        yield table, key, key
        for child in CHILDREN.get(table, ()):
            first = key.removesuffix("]") + ","
            yield child, key, key
            yield child, first, first + "\U0010ffff"


def _replace(connection: sqlite3.Connection, row: Row, kept: Values | None) -> None:
    """Delete a row, or have it be what it is in the diary."""
    table, key = row
    values = _values(connection, row)
    if values is None or values == kept:
        return
    same, parts = _is_row(connection, table), json.loads(key)
    if kept is None:
        if table == "question":
            connection.execute("DELETE FROM answer WHERE question = ?", parts)
        connection.execute(f'DELETE FROM "{table}" WHERE {same}', parts)
    else:
        columns = [column for column in kept if column in values]
        changes = ", ".join(f'"{column}" = ?' for column in columns)
        connection.execute(
            f'UPDATE "{table}" SET {changes} WHERE {same}', [*(kept[column] for column in columns), *parts]
        )
