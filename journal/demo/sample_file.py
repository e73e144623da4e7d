"""A made-up diary becomes a file: a normal diary, in which every day is a step that can be undone.

The rows are not stored by `transaction.add`, and the change log is not written by its triggers: ten years would take 13
times as long as a bare executemany of the same rows instead of 5.5 (tests/bench/demo.py allows 6). With the triggers
alone, and plain statements that skip the checks, it is 8. So tables are filled before indexes and triggers are made,
and tests/demo holds the result equal to a diary into which the same lines were typed.
"""

import json
from collections import defaultdict
from contextlib import closing
from itertools import chain
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from journal.catalog.kinds import MEDICINE
from journal.store.file import attached, derived

Row = tuple[Any, ...]
Rows = defaultdict[str, list[Row]]
"""The rows of each table. A row has the values of the first columns; the others are as the table makes them."""

KEYS_OF_TWO = ("answer", "relief", "sign")
"""Tables whose key has two columns; the others' has one."""
AT_ONCE = 50
"""Rows that one statement inserts: as executemany() they take half as long again."""
QUICKLY = ("journal_mode = OFF", "synchronous = OFF", "ignore_check_constraints = ON", "cache_size = -65536")


class SampleLog:
    """The rows of every table, and with them the steps that stored them and what each changed."""

    def __init__(self, set_up: dict[str, list[Row]]) -> None:
        """What is set up before the first day is no act that could be undone."""
        self.rows: Rows = defaultdict(list, set_up)

    def add_step(self, instant: str) -> None:
        self.rows["step"].append((len(self.rows["step"]) + 1, instant, "log"))

    def add(self, table: str, row: Row) -> None:
        """A row of the last step."""
        self.rows[table].append(row)
        key = f'["{row[0]}","{row[1]}"]' if table in KEYS_OF_TWO else f'["{row[0]}"]'  # to the letter as SQLite's
        self._log_change(table, key, None)

    def stop_medicine(self, name: str, day: str) -> None:
        """A medicine, if it is being taken, ends; the log keeps its row as it was."""
        medicines = self.rows["medicine"]
        for number, row in enumerate(medicines, 1):
            if row[1] == name and row[-1] is None:
                columns = dict(zip(MEDICINE.columns, (*row, None, "typed", None), strict=True))
                self._log_change("medicine", f'["{row[0]}"]', json.dumps({"rowid": number, **columns}))
                medicines[number - 1] = (*row[:-1], day)

    def _log_change(self, table: str, key: str, before: str | None) -> None:
        self.rows["change"].append((len(self.rows["change"]) + 1, len(self.rows["step"]), table, key, before))


def write_file(draft: Path, rows: Rows, switched_on: tuple[str, ...]) -> None:
    with closing(attached.attach(draft, "rw")) as connection:
        for setting in QUICKLY:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        derived.create(connection, lambda table: _fill(connection, table, rows[table], switched_on))
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


def _fill(connection: Connection, table: str, rows: list[Row], switched_on: tuple[str, ...]) -> None:
    columns = [f'"{name}"' for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        filled = ", ".join(columns[: len(some[0])])
        values = ", ".join([f"({', '.join('?' for _ in some[0])})"] * len(some))
        connection.execute(f"INSERT INTO {table} ({filled}) VALUES {values}", tuple(chain.from_iterable(some)))
    if table == "question":
        connection.executemany("UPDATE question SET state = 'on' WHERE slug = ?", [(slug,) for slug in switched_on])
