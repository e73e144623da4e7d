"""A made-up diary becomes a file: a normal diary, in which every day is a step that can be taken back.

Written at once, without the triggers: each table is filled as soon as schema.sql has made it, before its indexes
and triggers are made, and the rows of the change log are those that the triggers would have written. The checks of
the tables are looked at afterwards by whoever doubts (`PRAGMA integrity_check`): they would take longer than all else.
"""

import json
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from journal.demo.page import ENDED, Row, Written
from journal.demo.person import MOOD, SWITCHED_ON, TERMS, Person
from journal.records import Medicine
from journal.refusal import Refused
from journal.store import opening, schema
from journal.store.file import reason
from journal.store.plainly import said_plainly
from journal.store.writing import TABLES

MARK = {"key": "sample", "value": "1"}
"""The setting by which a made-up diary is known."""
Tables = dict[str, list[Row]]

_LEFT_OUT = ("number", "undoes", "open", "going_on", "source", "source_key", "built_in")
"""Columns that are always as the table makes them."""
_QUICKLY = ("journal_mode = OFF", "synchronous = OFF", "ignore_check_constraints = ON", "cache_size = -65536")
_MADE = re.compile(r"^(CREATE TABLE|INSERT INTO) (\w+)", re.MULTILINE)
_AT_ONCE = 50
"""Rows that one statement inserts: as executemany() they take half as long again."""


# ---- rows ---------------------------------------------------------------------------------------------------


class Log:
    """The rows of every table, with the steps that stored them and what each changed."""

    def __init__(self) -> None:
        self.tables: Tables = {table: [] for table in (*TABLES.values(), "relief", "step", "change")}
        self._taken: dict[str, tuple[int, Row]] = {}

    def add(self, written: Written) -> None:
        """A day, as one step."""
        tables, change = self.tables, self._change
        step = len(tables["step"]) + 1
        tables["step"].append({"id": step, "at": written.at, "kind": "log"})
        for table, row in written.acts:
            if table == ENDED:
                self._end(step, row["name"], row["day"])
                continue
            if table == "medicine":
                self._end(step, row["name"], row["started_on"])
                self._taken[row["name"]] = len(tables[table]) + 1, row
            tables[table].append(row)
            change(step, table, _key(table, row))
            for name, helped in row.get("reliefs", ()):
                tables["relief"].append({"episode": row["id"], "name": name, "helped": helped})
                change(step, "relief", f'["{row["id"]}","{name}"]')

    def _change(self, step: int, table: str, row: str, before: str | None = None) -> None:
        self.tables["change"].append({"step": step, "table": table, "row": row, "before": before})

    def _end(self, step: int, medicine: str, day: str) -> None:
        """A medicine, if it is being taken, ends; the log keeps its row as it was."""
        if medicine in self._taken:
            rowid, row = self._taken.pop(medicine)
            before = {"rowid": rowid} | vars(Medicine(**row))
            self._change(step, "medicine", _key("medicine", row), json.dumps(before, ensure_ascii=False))
            row["stopped_on"] = day


def _key(table: str, row: Row) -> str:
    """The JSON array by which the log names a row, to the letter as SQLite makes it."""
    if table == "answer":
        return f'["{row["day"]}","{row["question"]}"]'
    return f'["{row["day"] if table == "day_note" else row["id"]}"]'


def own(person: Person, first_noticed: str) -> Tables:
    """What the person has set up; like the built-in questions it is no act that could be taken back."""
    profile = {"first_noticed": first_noticed} | person.profile
    return {
        "question": [MOOD._asdict()],
        "term": [term._asdict() for term in TERMS],
        "template": [{"key": key, "phrase": phrase} for key, phrase in person.templates.items()],
        "setting": [MARK],
        "profile": [{"key": key, "value": value} for key, value in profile.items()],
    }


# ---- the file -----------------------------------------------------------------------------------------------


def write(path: Path, tables: Tables) -> None:
    """A new diary at the path, complete from its first moment there. Refuses what is there already."""
    with _new_file(path) as draft, said_plainly(path), closing(opening.attach(draft, "rw")) as connection:
        for setting in _QUICKLY:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        for statement in schema.statements(schema.path().read_text("utf-8")):
            connection.execute(statement)
            made = _MADE.search(statement)
            if made and made.group(1) == ("INSERT INTO" if made.group(2) == "question" else "CREATE TABLE"):
                _fill(connection, made.group(2), tables.get(made.group(2), []))
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


def _fill(connection: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    columns = [
        name
        for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        if name not in _LEFT_OUT
    ]
    quoted = ", ".join(f'"{name}"' for name in columns)
    for first in range(0, len(rows), _AT_ONCE):
        some = rows[first : first + _AT_ONCE]
        places = ", ".join([f"({', '.join('?' * len(columns))})"] * len(some))
        values = [value for row in some for value in map(row.get, columns)]
        connection.execute(f"INSERT INTO {table} ({quoted}) VALUES {places}", values)
    if table == "question":
        names = ", ".join(f"'{slug}'" for slug in SWITCHED_ON)
        connection.execute(f"UPDATE question SET state = 'on' WHERE slug IN ({names})")


def refuse_existing(path: Path) -> None:
    if os.path.lexists(path):
        raise Refused(f"{path} is there already, and it was left as it is. Choose a name that nothing has.")


@contextmanager
def _new_file(path: Path) -> Iterator[Path]:
    """A draft beside the path, for the user alone, that takes its place there once it is whole."""
    refuse_existing(path)
    try:
        opening.make_folder(path.parent)
        descriptor, name = mkstemp(prefix=f".{path.name}-", dir=path.parent)
        os.close(descriptor)
    except OSError as error:
        raise Refused(f"{path} cannot be made: {reason(error)}. Choose another place.") from error
    draft = Path(name)
    try:
        yield draft
        _sync(draft)
        _put(draft, path)
    except OSError as error:
        raise Refused(f"{path} cannot be made: {reason(error)}. Choose another place.") from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            with suppress(FileNotFoundError):
                Path(f"{draft}{end}").unlink()


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _put(draft: Path, path: Path) -> None:
    """Give the draft its name, which nothing may have by now: a link never replaces a file, a renaming would."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        refuse_existing(path)
        raise
    except (OSError, NotImplementedError):  # no links here
        refuse_existing(path)
        draft.rename(path)
