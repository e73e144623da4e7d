"""A made-up diary becomes a file: a normal diary, in which every day is a step that can be taken back.

Written at once, without the triggers: each table is filled as soon as schema.sql has made it, before its indexes
and triggers are made, and the rows of the change log are those that the triggers would have written. The checks of
the tables are looked at afterwards by whoever doubts (`PRAGMA integrity_check`): they would take half as long again.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from itertools import chain
from pathlib import Path
from tempfile import mkstemp

from journal.catalog.questions import COLUMNS as QUESTION_COLUMNS
from journal.demo.person import MOOD, SWITCHED_ON, TERMS, Person
from journal.demo.rows import COLUMNS, ENDED, OF_TWO, Row
from journal.demo.write_day import Written
from journal.errors import Refused
from journal.records import Medicine
from journal.store.file import connections, derived
from journal.store.file.diary_file import reason
from journal.store.file.sqlite_errors import as_refusals

MARK = ("sample", "1")
"""The setting by which a made-up diary is known."""
GUESSED = "caffeine_mg"
"""The habit that the person had suspected; most people do."""
Filled = dict[str, tuple[tuple[str, ...], list[Row]]]
"""Table -> columns and rows."""

_QUICKLY = ("journal_mode = OFF", "synchronous = OFF", "ignore_check_constraints = ON", "cache_size = -65536")
_AT_ONCE = 50
"""Rows that one statement inserts: as executemany() they take half as long again."""


# ---- rows ---------------------------------------------------------------------------------------------------


class Log:
    """The rows of every table, with the steps that stored them and what each changed."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
        self.steps: list[Row] = []
        self.changes: list[Row] = []
        self._taken: dict[str, int] = {}

    def add(self, written: Written) -> None:
        """A day, as one step."""
        rows, changes = self.rows, self.changes
        step = len(self.steps) + 1
        self.steps.append((step, written.at, "log"))
        for table, row in written.acts:
            if table == ENDED:
                self._end(step, *row)
                continue
            if table == "medicine":
                self._end(step, row[1], row[3])
                self._taken[row[1]] = len(rows[table])
            rows[table].append(row)
            changes.append((step, table, _key(table, row), None))

    def _end(self, step: int, medicine: str, day: str) -> None:
        """A medicine, if it is being taken, ends; the log keeps its row as it was."""
        place = self._taken.pop(medicine, None)
        if place is not None:
            row = self.rows["medicine"][place]
            was = Medicine(**dict(zip(COLUMNS["medicine"], row, strict=True)))
            before = json.dumps({"rowid": place + 1, **vars(was)}, ensure_ascii=False)
            self.changes.append((step, "medicine", _key("medicine", row), before))
            self.rows["medicine"][place] = (*row[:-1], day)

    def filled(self) -> Filled:
        found: Filled = {table: (COLUMNS[table], rows) for table, rows in self.rows.items()}
        found["step"] = ("id", "at", "kind"), self.steps
        found["change"] = ("step", '"table"', "row", "before"), self.changes
        return found


def _key(table: str, row: Row) -> str:
    """The JSON array by which the log names a row, to the letter as SQLite makes it."""
    return f'["{row[0]}","{row[1]}"]' if table in OF_TWO else f'["{row[0]}"]'


def own(person: Person, first_noticed: str, first_day: date) -> Filled:
    """What the person has set up and guessed on the first day; like the built-in questions no act to be undone."""
    profile = {"first_noticed": first_noticed} | person.profile
    return {
        "question": (QUESTION_COLUMNS, [tuple(getattr(MOOD, column) for column in QUESTION_COLUMNS)]),
        "term": (TERMS[0]._fields, [tuple(term) for term in TERMS]),
        "template": (("key", "phrase"), list(person.templates.items())),
        "setting": (("key", "value"), [MARK]),
        "profile": (("key", "value"), list(profile.items())),
        "guess": (("id", "named_at", "days", "first"), [(1, f"{first_day}T12:00:00Z", 0, GUESSED)]),
    }


# ---- the file -----------------------------------------------------------------------------------------------


def write(path: Path, filled: Filled) -> None:
    """A new diary at the path, complete from its first moment there. Refuses what is there already."""
    with _new_file(path) as draft, as_refusals(path), closing(connections.attach(draft, "rw")) as connection:
        for setting in _QUICKLY:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        derived.create(connection, lambda table: _fill(connection, table, *filled.get(table, ((), []))))
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


def _fill(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: list[Row]) -> None:
    one = f"({', '.join('?' * len(columns))})"
    for first in range(0, len(rows), _AT_ONCE):
        some = rows[first : first + _AT_ONCE]
        places = ", ".join([one] * len(some))
        connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES {places}", tuple(chain.from_iterable(some))
        )
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
        connections.make_folder(path.parent)
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
