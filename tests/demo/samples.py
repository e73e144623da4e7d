"""Made-up diaries for the tests, at a clock and in a zone of their own."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from journal.demo import Answers, write_sample
from journal.moments import UserClock
from journal.store.file import schema

ZONE = timezone(timedelta(hours=1))
TODAY = "2026-11-21"
LOOKED = (
    *("look", "verdict", "verdict_lag", "follow_up"),
    *("experiment", "experiment_block", "experiment_day", "pause", "inbox_line"),
)
"""The tables that stay empty until the diary is judged for the first time, or somebody tries something, pauses, or
takes in what a phone wrote."""


def at(clock: str) -> UserClock:
    """Now, an hour east of Greenwich."""
    return UserClock(datetime.fromisoformat(clock).replace(tzinfo=ZONE), ZONE)


EVENING = at(f"{TODAY} 20:00")


def sample(path: Path, days: int, seed: int = 1, clock: UserClock = EVENING) -> Answers:
    return write_sample(path, days, seed, clock)


def ask(path: Path, question: str, *arguments: Any) -> list[Any]:
    """Rows, those of one column as their values."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(question, arguments).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]


def rows(path: Path) -> dict[str, list[Any]]:
    """Every row of the user's, with its rowid."""
    return {table: ask(path, f"SELECT rowid, * FROM {table} ORDER BY rowid") for table in schema.LOGGED}
