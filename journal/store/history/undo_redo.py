"""Undo and redo, act by act.

An act is a step that is neither an undo nor a redo. Applying a step's changes newest first gives the diary as it
was before that step, row by row: undo applies those of the act, redo those of the undo. Each row is put back as it
stood, cascades and all, so foreign keys need no watch and would only get in the way of what a hand had broken.
"""

import json
import sqlite3
from typing import Any, NamedTuple

from journal.errors import Refused
from journal.store.file import look
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.history.step import StepKind, opened
from journal.store.write.transaction import transaction

PASSED_OVER: frozenset[StepKind] = frozenset({"digits", "judgement"})
"""Kinds of step that change no record, or that undoing would make untrue (a guess after the fact): undo and redo look
past them."""
NOTHING_TO_UNDO = "There is nothing to undo."
NOTHING_TO_REDO = "There is nothing to redo."


class TouchedRow(NamedTuple):
    """A row that an act touched, as it was before the act and after it; None where there was none."""

    table: str
    key: tuple[Any, ...]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class PastStep(NamedTuple):
    """What the user did: the kind of step, its instant, and each row touched, once, in the order of first touching."""

    kind: StepKind
    at: str | None
    touched: list[TouchedRow]


class _Step(NamedTuple):
    """A row of `step`; without an id, the changes made by hand that no step has adopted."""

    id: int | None
    kind: StepKind
    at: str | None
    undoes: int | None


def undo(where: DiaryPath, instant: str) -> PastStep:
    """Undo the newest act that is done; what it was."""
    file = DiaryFile.of(where)
    if not file.seen and not look.is_begun(file):
        raise Refused(NOTHING_TO_UNDO)
    with transaction(file, instant, foreign_keys=False) as connection:
        act = _act_to_undo(connection)
        if act is None:
            raise Refused(NOTHING_TO_UNDO)
        if act.kind == "migration":
            raise Refused(f"What was done before {act.at} cannot be undone: the diary was given a new format then.")
        past = _past(connection, act)
        with opened(connection, "undo", instant, undoes=act.id, keep=True):
            _apply(connection, act)
    return past


def redo(where: DiaryPath, instant: str) -> PastStep:
    """Redo the act that was undone last, if nothing was written since; what it was."""
    file = DiaryFile.of(where)
    if not file.seen and not look.is_begun(file):
        raise Refused(NOTHING_TO_REDO)
    with transaction(file, instant, foreign_keys=False) as connection:
        undone = _undo_to_redo(connection)
        if undone is None:
            raise Refused(NOTHING_TO_REDO)
        past = _past(connection, _step(connection, undone.undoes), undone)
        with opened(connection, "redo", instant, undoes=undone.id, keep=True):
            _apply(connection, undone)
    return past


def last_act(connection: sqlite3.Connection) -> PastStep | None:
    """What undo would undo."""
    if connection.execute("SELECT 1 FROM change WHERE step IS NULL LIMIT 1").fetchone():
        return _past(connection, _Step(None, "hand", None, None))
    act = _act_to_undo(connection)
    return None if act is None or act.kind == "migration" else _past(connection, act)


def next_redo(connection: sqlite3.Connection) -> PastStep | None:
    """What redo would redo."""
    if connection.execute("SELECT 1 FROM change WHERE step IS NULL LIMIT 1").fetchone():
        return None
    undone = _undo_to_redo(connection)
    return None if undone is None else _past(connection, _step(connection, undone.undoes), undone)


# ---- which step ---------------------------------------------------------------------------------------------


def _act_to_undo(connection: sqlite3.Connection) -> _Step | None:
    """The newest act that is done. After an undo it is what it was before the act undone; after a redo it is the
    act redone. So one or two rows are read, however long the diary is."""
    step = _newest(connection)
    while step and step.kind in ("undo", "redo"):
        if step.kind == "undo":
            step = _newest(connection, before=step.undoes)
        else:
            step = _step(connection, _step(connection, step.undoes).undoes)
    return step


def _undo_to_redo(connection: sqlite3.Connection) -> _Step | None:
    """The undo to be applied. After a redo it is what it was before the undo that was applied."""
    step = _newest(connection)
    while step and step.kind == "redo":
        step = _newest(connection, before=step.undoes)
    return step if step and step.kind == "undo" else None


def _newest(connection: sqlite3.Connection, before: int | None = None) -> _Step | None:
    over = ", ".join(f"'{kind}'" for kind in sorted(PASSED_OVER))
    row = connection.execute(
        f"SELECT id, kind, at, undoes FROM step WHERE id < ? AND kind NOT IN ({over}) ORDER BY id DESC LIMIT 1",
        (2**63 - 1 if before is None else before,),
    ).fetchone()
    return row and _Step(*row)


def _step(connection: sqlite3.Connection, number: int | None) -> _Step:
    return _Step(*connection.execute("SELECT id, kind, at, undoes FROM step WHERE id = ?", (number,)).fetchone())


# ---- rows ---------------------------------------------------------------------------------------------------


class _Rows:
    """Rows of any table, by the key that the change log gives."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.wheres: dict[str, str] = {}

    def where(self, table: str) -> str:
        if table not in self.wheres:
            keys = self.connection.execute("SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table,))
            self.wheres[table] = " AND ".join(f"{_quoted(name)} = ?" for (name,) in keys)
        return self.wheres[table]

    def now(self, table: str, key: list[Any]) -> dict[str, Any] | None:
        cursor = self.connection.execute(f"SELECT * FROM {_quoted(table)} WHERE {self.where(table)}", key)
        row = cursor.fetchone()
        return row and dict(zip([column[0] for column in cursor.description], row, strict=True))

    def put(self, table: str, key: list[Any], row: dict[str, Any] | None) -> None:
        """Make the row with this key what it was."""
        name, where = _quoted(table), self.where(table)
        if row is None:
            self.connection.execute(f"DELETE FROM {name} WHERE {where}", key)
            return
        columns = [column for column in row if column != "rowid"]
        values = [row[column] for column in columns]
        changes = ", ".join(f"{_quoted(column)} = ?" for column in columns)
        if self.connection.execute(f"UPDATE {name} SET {changes} WHERE {where}", [*values, *key]).rowcount:
            return
        if not self.connection.execute(f"SELECT 1 FROM {name} WHERE rowid = ?", (row["rowid"],)).fetchone():
            columns, values = [*columns, "rowid"], [*values, row["rowid"]]
        places = ", ".join("?" for _ in columns)
        self.connection.execute(f"INSERT INTO {name} ({', '.join(map(_quoted, columns))}) VALUES ({places})", values)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _apply(connection: sqlite3.Connection, step: _Step) -> None:
    """Give the diary as it was before the step, which is the newest that is done."""
    rows = _Rows(connection)
    for table, key, before in connection.execute(
        'SELECT "table", row, before FROM change WHERE step = ? ORDER BY number DESC', (step.id,)
    ):
        rows.put(table, json.loads(key), before and json.loads(before))


def _past(connection: sqlite3.Connection, act: _Step, undone: _Step | None = None) -> PastStep:
    """What the act did: it is done now, or `undone` has undone it and keeps the rows as they were after it."""
    later = _first_befores(connection, undone) if undone else {}
    rows = _Rows(connection)
    touched = []
    for (table, row), before in _first_befores(connection, act).items():
        key = json.loads(row)
        after = _plain(later.get((table, row))) if undone else rows.now(table, key)
        if before or after:
            touched.append(TouchedRow(table, tuple(key), _plain(before), after))
    return PastStep(act.kind, act.at, touched)


def _first_befores(connection: sqlite3.Connection, step: _Step) -> dict[tuple[str, str], str | None]:
    """Each row that the step touched, as JSON of what it was before the step."""
    befores: dict[tuple[str, str], str | None] = {}
    for table, row, before in connection.execute(
        'SELECT "table", row, before FROM change WHERE step IS ? ORDER BY number', (step.id,)
    ):
        befores.setdefault((table, row), before)
    return befores


def _plain(before: str | None) -> dict[str, Any] | None:
    if before is None:
        return None
    row: dict[str, Any] = json.loads(before)
    del row["rowid"]
    return row
