"""Undo and redo, act by act.

An act is a step that is neither an undo nor a redo. Applying a step's changes newest first gives the diary as it
was before that step, row by row: undo applies those of the act, redo those of the undo. Each row is put back as it
stood, cascades and all, so foreign keys need no watch and would only get in the way of what a hand had broken.
"""

import json
import sqlite3
from contextlib import suppress
from typing import Any, NamedTuple

from journal import activity
from journal.errors import Refused
from journal.store.file import look
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.history.step import StepKind, opened
from journal.store.read import nones
from journal.store.read.nones import NoneChange
from journal.store.write.transaction import transaction

PASSED_OVER: frozenset[StepKind] = frozenset({"digits", "judgement"})
"""Kinds of step that change no record, or that undoing would make untrue (a guess after the fact): undo and redo look
past them."""
MOST_ROWS = 8
"""How many of the rows that a step touched are read to be told; the others are counted."""
DAMAGED = "The history of the diary is damaged, so nothing was undone; `twitch-journal check` says more."
PARTS = {"relief": "episode", "sign": "sign_check", "experiment_block": "experiment"}
"""Tables of which a row is a part of one of another table, whose key its own begins with."""
ALL_STEPS = "SELECT id, kind, at, undoes FROM step ORDER BY id"
NOTHING_TO_UNDO = "There is nothing to undo."
NOTHING_TO_REDO = "There is nothing to redo."


class TouchedRow(NamedTuple):
    """A row that an act touched, as it was before the act and after it; None where there was none."""

    table: str
    key: tuple[Any, ...]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class PastStep(NamedTuple):
    """What the user did: the kind of step, its instant, and the rows touched, once each, in the order of touching.

    Of a large step these are the first `MOST_ROWS` and their parts; `more` counts the others, and `last_change`, the
    number of its last change, tells two steps apart that begin alike.
    """

    kind: StepKind
    at: str | None
    touched: list[TouchedRow]
    more: int
    last_change: int
    nones: tuple[NoneChange, ...] = ()
    """What became of nones of the days touched, when it was undone or redone."""

    @property
    def rows(self) -> int:
        """How many rows the step touched; an episode and its reliefs are one."""
        return self.more + sum(not self.is_part(touched) for touched in self.touched)

    def is_part(self, row: TouchedRow) -> bool:
        """Whether a row is told with the one that it is a part of, which the step touched too."""
        whole = PARTS.get(row.table)
        return any(touched.table == whole and touched.key[0] == row.key[0] for touched in self.touched)


class _Step(NamedTuple):
    """A row of `step`; without an id, the changes made by hand that no step has adopted."""

    id: int | None
    kind: StepKind
    at: str | None
    undoes: int | None


def undo(where: DiaryPath, instant: str, named: PastStep | None = None) -> PastStep:
    """Undo the newest act that is done; what it was. Refused where that is another one than was `named`."""
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
        if named is not None and past.touched != named.touched:
            raise Refused("Another program has stored something meanwhile; nothing was undone.")
        with activity.doing("undoing"), opened(connection, "undo", instant, undoes=act.id, keep=True):
            past = _apply_all(connection, past, act)
    activity.note_stored(file.path)
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
        with activity.doing("redoing"), opened(connection, "redo", instant, undoes=undone.id, keep=True):
            past = _apply_all(connection, past, undone)
    activity.note_stored(file.path)
    return past


def last_act(connection: sqlite3.Connection) -> PastStep | None:
    """What undo would undo."""
    if connection.execute("SELECT 1 FROM change WHERE step IS NULL LIMIT 1").fetchone():
        return _past(connection, _Step(None, "hand", None, None))
    act = _act_to_undo(connection)
    return None if act is None or act.kind == "migration" else _past(connection, act)


# ---- which step ---------------------------------------------------------------------------------------------


def undone_steps(connection: sqlite3.Connection) -> list[int]:
    """The steps of acts that are undone now, also where no redo reaches them, with their undos and redos."""
    steps = {row[0]: _Step(*row) for row in connection.execute(ALL_STEPS)}
    done: set[int | None] = set()
    act = _act_to_undo(connection)
    while act:
        done.add(act.id)
        act = _act_to_undo(connection, before=act.id)
    undone = []
    for number, step in steps.items():
        act = step
        while act and act.kind in ("undo", "redo"):
            act = _older(act, _step(connection, act.undoes))
        if act and act.id not in done and act.kind not in PASSED_OVER:
            undone.append(number)
    return undone


def _act_to_undo(connection: sqlite3.Connection, before: int | None = None) -> _Step | None:
    """The newest act that is done, of those before a step. After an undo it is what it was before the act undone;
    after a redo it is the act redone. So one or two rows are read, however long the diary is."""
    step = _newest(connection, before)
    while step and step.kind in ("undo", "redo"):
        if step.kind == "undo":
            step = _older(step, _newest(connection, before=step.undoes))
        else:
            step = _older(step, _step(connection, _step(connection, step.undoes).undoes))
    return step


def _undo_to_redo(connection: sqlite3.Connection) -> _Step | None:
    """The undo to be applied. After a redo it is what it was before the undo that was applied."""
    step = _newest(connection)
    while step and step.kind == "redo":
        step = _older(step, _newest(connection, before=step.undoes))
    return step if step and step.kind == "undo" else None


def _older(step: _Step, earlier: _Step | None) -> _Step | None:
    """The step to which another leads; in a damaged history that could be a later one, and the way never end."""
    if earlier and (earlier.id or 0) >= (step.id or 0):
        raise Refused(DAMAGED)
    return earlier


def _newest(connection: sqlite3.Connection, before: int | None = None) -> _Step | None:
    over = ", ".join(f"'{kind}'" for kind in sorted(PASSED_OVER))
    row = connection.execute(
        f"SELECT id, kind, at, undoes FROM step WHERE id < ? AND kind NOT IN ({over}) ORDER BY id DESC LIMIT 1",
        (2**63 - 1 if before is None else before,),
    ).fetchone()
    return row and _Step(*row)


def _step(connection: sqlite3.Connection, number: int | None) -> _Step:
    row = connection.execute("SELECT id, kind, at, undoes FROM step WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise Refused(DAMAGED)
    return _Step(*row)


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


def _apply_all(connection: sqlite3.Connection, past: PastStep, step: _Step) -> PastStep:
    """Apply a step, and say what became of the nones of its days."""
    rows = [row for touched in past.touched for row in (touched.before, touched.after) if row]
    days = dict.fromkeys(str(row["day"]) for row in rows if "day" in row)
    before = nones.beneath(connection, days)
    _apply(connection, step)
    return past._replace(nones=tuple(nones.changes(connection, days, before)))


def _apply(connection: sqlite3.Connection, step: _Step) -> None:
    """Give the diary as it was before the step, which is the newest that is done."""
    rows = _Rows(connection)
    for table, key, before in connection.execute(
        'SELECT "table", row, before FROM change WHERE step = ? ORDER BY number DESC', (step.id,)
    ):
        rows.put(table, _key(key), _row(before))


def _past(connection: sqlite3.Connection, act: _Step, undone: _Step | None = None) -> PastStep:
    """What the act did: it is done now, or `undone` has undone it and keeps the rows as they were after it."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for table, key, number in connection.execute(
        'SELECT "table", row, number FROM change WHERE step IS ? ORDER BY number', (act.id,)
    ):
        numbers.setdefault((table, key), []).append(number)
    if any(table != "inbox_line" for table, _ in numbers):  # that a line of the inbox is done with goes with its record
        numbers = {row: changes for row, changes in numbers.items() if row[0] != "inbox_line"}
    rows = _Rows(connection)
    touched: list[TouchedRow] = []
    parts: list[tuple[str, str]] = []
    more = 0
    for (table, key), changes in numbers.items():
        if table in PARTS and (PARTS[table], _whole_key(key)) in numbers:
            parts.append((table, key))
        elif len(touched) == MOST_ROWS and len(changes) == 1:
            more += 1
        elif row := _touched_row(rows, table, key, changes[0], undone):
            if len(touched) < MOST_ROWS:
                touched.append(row)
            else:
                more += 1
    wholes = {(row.table, row.key[0]) for row in touched}
    for table, key in parts:
        is_told = (PARTS[table], _key(key)[0]) in wholes
        if is_told and (row := _touched_row(rows, table, key, numbers[table, key][0], undone)):
            touched.append(row)
    return PastStep(act.kind, act.at, touched, more, max((changes[-1] for changes in numbers.values()), default=0))


def _whole_key(part: str) -> str:
    """The key of the row of which one is a part, such as a relief; both as JSON, of a hundred thousand in half a
    second."""
    return part.split('",', 1)[0] + '"]'


def _touched_row(rows: _Rows, table: str, key: str, first_change: int, undone: _Step | None) -> TouchedRow | None:
    """The row before and after the step; None if it came and went within it."""
    (before,) = rows.connection.execute("SELECT before FROM change WHERE number = ?", (first_change,)).fetchone()
    parts = _key(key)
    if undone is None:
        after = rows.now(table, parts)
    else:
        later = rows.connection.execute(
            'SELECT before FROM change WHERE "table" = ? AND row = ? AND step = ? ORDER BY number LIMIT 1',
            (table, key, undone.id),
        ).fetchone()
        after = later and _plain(later[0])
    return TouchedRow(table, tuple(parts), _plain(before), after) if before or after else None


def _plain(before: str | None) -> dict[str, Any] | None:
    row = _row(before)
    return row and {column: value for column, value in row.items() if column != "rowid"}


def _key(text: str) -> list[Any]:
    """The key of a row as the log has it."""
    with suppress(ValueError):
        key = json.loads(text)
        if isinstance(key, list) and key:
            return key
    raise Refused(DAMAGED)


def _row(text: str | None) -> dict[str, Any] | None:
    """A row as the log has it, with its number."""
    if text is None:
        return None
    with suppress(ValueError):
        row = json.loads(text)
        if isinstance(row, dict) and "rowid" in row:
            return row
    raise Refused(DAMAGED)
