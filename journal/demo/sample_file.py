"""A made-up diary becomes a file: a normal diary, in which every day is a step that can be undone.

The rows are not stored by `transaction.add`, and the change log is not written by its triggers: ten years would take 13
times as long as a bare executemany of the same rows instead of 5.5 (tests/bench/demo.py allows 6). With the triggers
alone, and plain statements that skip the checks, it is 8. So tables are filled before indexes and triggers are made,
and tests/demo holds the result equal to a diary into which the same lines were typed.
"""

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from journal.errors import Refused
from journal.store.file import attached, derived, private_file
from journal.store.file.diary_file import reason
from journal.store.file.sqlite_errors import as_refusals

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
"""The rows of each table, with the values of COLUMNS; a column that is not there is as its table makes it."""

_WHEN = "utc_offset_minutes, day_part"
COLUMNS = {
    "episode": f"id, day, started_at, {_WHEN}, site, side, kind, intensity, times, duration_s,"
    " pattern, circumstance, visible, filmed, pain, numbness, note",
    "relief": "episode, name, helped",
    "sleep": "id, day, minutes, nap, started_at, utc_offset_minutes, ended_at, ended_utc_offset_minutes",
    "drink": f"id, day, taken_at, {_WHEN}, name, volume_ml, caffeine_mg, alcohol_g",
    "workout": f"id, day, started_at, {_WHEN}, kind, region, minutes, effort, note",
    "medicine": "id, name, dose, started_on, stopped_on",
    "dose": f"id, day, taken_at, {_WHEN}, name, amount, unit",
    "event": "id, day, kind, text, note",
    "day_note": "day, text",
    "answer": "day, question, value",
    "question": "slug, label, lowest, highest, low_means, high_means, place, happens",
    "term": "kind, slug, parent, volume_ml, caffeine_mg, alcohol_g",
    "template": "key, phrase",
    "setting": "key, value",
    "profile": "key, value",
    "guess": "id, named_at, days, first",
    "step": "id, at, kind",
    "change": 'step, "table", row, before',
}
KEYS_OF_TWO = ("answer", "relief")  # tables whose key has two columns; the others' has one
AT_ONCE = 50  # rows that one statement inserts: as executemany() they take half as long again
QUICKLY = ("journal_mode = OFF", "synchronous = OFF", "ignore_check_constraints = ON", "cache_size = -65536")


class SampleLog:
    """The rows of every table, and with them the steps that stored them and what each changed."""

    def __init__(self, set_up: Rows) -> None:
        """What is set up before the first day is no act that could be undone."""
        self.rows: Rows = {table: set_up.get(table, []) for table in COLUMNS}

    def add_step(self, instant: str) -> None:
        self.rows["step"].append((len(self.rows["step"]) + 1, instant, "log"))

    def add(self, table: str, row: Row) -> None:
        """A row of the last step."""
        self.rows[table].append(row)
        key = f'["{row[0]}","{row[1]}"]' if table in KEYS_OF_TWO else f'["{row[0]}"]'  # to the letter as SQLite's
        self.rows["change"].append((len(self.rows["step"]), table, key, None))

    def stop_medicine(self, name: str, day: str) -> None:
        """A medicine, if it is being taken, ends; the log keeps its row as it was."""
        medicines = self.rows["medicine"]
        for number, row in enumerate(medicines, 1):
            if row[1] == name and row[-1] is None:
                before = {"rowid": number, **dict(zip(COLUMNS["medicine"].split(", "), row, strict=True))}
                before |= {"note": None, "source": "typed", "source_key": None}
                self.rows["change"].append((len(self.rows["step"]), "medicine", f'["{row[0]}"]', json.dumps(before)))
                medicines[number - 1] = (*row[:-1], day)


def write_file(path: Path, rows: Rows, switched_on: tuple[str, ...]) -> None:
    """Write a diary into an empty file."""
    with as_refusals(path), closing(attached.attach(path, "rw")) as connection:
        for setting in QUICKLY:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        derived.create(connection, lambda table: _fill(connection, table, rows.get(table, []), switched_on))
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


def _fill(connection: Connection, table: str, rows: list[Row], switched_on: tuple[str, ...]) -> None:
    columns = COLUMNS.get(table, "")
    values = f"({', '.join('?' for _ in columns.split(','))})"
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        statement = f"INSERT INTO {table} ({columns}) VALUES {', '.join([values] * len(some))}"
        connection.execute(statement, tuple(chain.from_iterable(some)))
    if table == "question":
        connection.executemany("UPDATE question SET state = 'on' WHERE slug = ?", [(slug,) for slug in switched_on])


@contextmanager
def new_file(path: Path) -> Iterator[None]:
    """An empty file for the user alone, which is gone again if what is to be written to it fails."""
    try:
        private_file.create_folder(path.parent)
        os.close(private_file.create(path))
    except FileExistsError as error:
        raise Refused(f"{path} is there already, and it was left as it is. Choose a name that nothing has.") from error
    except OSError as error:
        raise Refused(f"{path} cannot be made: {reason(error)}. Choose another place.") from error
    try:
        yield
    except BaseException:
        path.unlink()
        raise
