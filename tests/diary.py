"""A diary as its user has it: lines typed at a clock, and what every reader says afterwards."""

import json
import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from journal import moments, remarks
from journal.__main__ import run
from journal.errors import Refused
from journal.moments import UserClock
from journal.store.file import connections, private_file
from journal.store.file.attached import Connection
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.history import undo_redo
from journal.store.write.entry import enter, enter_all
from journal.store.write.receipt import Receipt

TODAY = "2026-11-21"
ZONE = timezone(timedelta(hours=1))


def at(clock: str) -> UserClock:
    """Now, where the user is, an hour east of Greenwich."""
    return UserClock(datetime.fromisoformat(clock).replace(tzinfo=ZONE), ZONE)


def daily(path: Path, day: str) -> dict[str, float] | None:
    """The row of the view as any SQLite tool gives it, without what is NULL; None where there is no row."""
    with closing(sqlite3.connect(path)) as connection:
        cursor = connection.execute("SELECT * FROM daily WHERE day = ?", (day,))
        names = [column[0] for column in cursor.description]
        row = cursor.fetchone()
    return row and {name: value for name, value in zip(names, row, strict=True) if name != "day" and value is not None}


make, empty = connections.make, connections.empty


@cache
def empty_file() -> bytes:
    """What an empty diary holds as the program makes it."""
    with TemporaryDirectory() as folder:
        make(Path(folder) / "empty.db")
        return (Path(folder) / "empty.db").read_bytes()


def make_a_copy(where: DiaryPath) -> bool:
    """Make an empty diary by copying one, where nothing is in the way: 0.2 ms instead of 18, and no wait."""
    path = DiaryFile.of(where).real
    if path.exists() or not path.parent.is_dir():
        return make(where)
    with os.fdopen(private_file.create(path), "wb") as file:
        file.write(empty_file())
    return True


@cache
def empty_memory() -> bytes:
    with closing(empty()) as connection:
        return connection.serialize()


def a_copy_in_memory() -> Connection:
    """The diary of someone who has not begun: 2 ms instead of 14."""
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    connection.deserialize(empty_memory())
    return connection


def begin_with_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty diary is the same each time, and so is copied in tests that are not about how it is made."""
    monkeypatch.setattr(connections, "make", make_a_copy)
    monkeypatch.setattr(connections, "empty", a_copy_in_memory)


def but_for_a_beginning(errors: str) -> str:
    """What was said beside the output, without the line that the first commands on a diary add."""
    return re.sub(r"^(A new diary begins at .*|There is no diary at .* yet; .* begins one)\.\n", "", errors)


BEGUN: dict[tuple[tuple[str, ...], UserClock], bytes] = {}
"""Lines and when they were typed -> the new diary that holds them."""


class Diary:
    """Commands are run in this process, on a clock that stands still until `at` moves it."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self.capsys = path, capsys
        self.at(f"{TODAY} 20:00")
        monkeypatch.setattr(moments, "user_clock", lambda *_: self.clock)
        begin_with_copies(monkeypatch)
        monkeypatch.setenv("TWITCH_JOURNAL_DB", str(path))
        monkeypatch.setenv("TWITCH_JOURNAL_SETTINGS", str(path.with_name("settings.toml")))
        monkeypatch.setenv("COLUMNS", "200")

    def at(self, clock: str) -> "Diary":
        self.clock = at(clock)
        return self

    # ---- what the user does --------------------------------------------------------------------------------

    def log(self, line: str) -> list[Receipt]:
        return enter(self.path, line, self.clock)

    def log_all(self, lines: Iterable[str]) -> None:
        """Many lines in one step, which takes as long as one; the same first lines of a diary are read only once."""
        lines, is_new = tuple(lines), not self.path.exists()
        begun = BEGUN.get((lines, self.clock)) if is_new else None
        if begun:
            self.path.touch(0o600)
            self.path.write_bytes(begun)
            connections.remember(self.path)
            return
        enter_all(self.path, lines, self.clock)
        if is_new:
            BEGUN[lines, self.clock] = self.path.read_bytes()

    def echo(self, line: str) -> str:
        """The remarks under what was stored, or why it was refused."""
        try:
            return "; ".join(remark for told in self.log(line) for remark in told.remarks)
        except Refused as refused:
            return f"refused: {refused}"

    def undo(self) -> None:
        undo_redo.undo(self.path, moments.instant_text(self.clock.now))

    def imported(self, table: str, **values: Any) -> None:
        """A row of another app's: imports settle nothing."""
        row = {"day": TODAY, "source": "watch", "source_key": f"{table} {len(values)}", **values}
        if table != "answer":
            row["id"] = f"watch-{table}"
        with closing(sqlite3.connect(self.path)) as connection, connection:
            places = ", ".join("?" for _ in row)
            connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", tuple(row.values()))

    # ---- what readers say ----------------------------------------------------------------------------------

    def daily(self, day: str = TODAY) -> dict[str, float] | None:
        return daily(self.path, day) if self.path.exists() else None

    def ran(self, *arguments: str) -> tuple[int, str, str]:
        """A command's exit code, output and errors."""
        remarks.take()
        self.capsys.readouterr()
        code = run(list(arguments))
        output, errors = self.capsys.readouterr()
        return code, output, errors

    def said(self, *arguments: str) -> str:
        """What a command prints that does well; that a diary begins may be said beside it."""
        code, output, errors = self.ran(*arguments)
        assert (code, but_for_a_beginning(errors)) == (0, ""), f"{arguments}: {errors}"
        return output

    def refused(self, *arguments: str) -> str:
        """The one sentence of a command that is refused."""
        code, output, errors = self.ran(*arguments)
        errors = but_for_a_beginning(errors)
        assert (code, output) == (2, "")
        assert errors.endswith((".\n", "?\n", "!\n"))
        return errors.rstrip("\n")

    def page(self, day: str = TODAY) -> dict[str, Any]:
        (page,) = json.loads(self.said("show", day, "--json"))
        assert isinstance(page, dict)
        return page
