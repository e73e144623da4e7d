"""Ten years of `demo` beside a bare executemany of the same rows, interleaved in one run.

`python tests/bench/demo.py`. Bare is one transaction into tables that hold nothing but the columns: no key, no
check, no index, no trigger, and none of the rows of `step` and `change`. Beside it, the same into the tables of
schema.sql without triggers and indexes. What is compared is all that `demo` does after its modules are loaded:
living, writing, the log that undo reads.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from journal.demo import write_sample
from journal.store.file import schema

CHECKED = "into schema.sql's tables"
DAYS, SEED, ROUNDS, MOST = 3650, 1, 7, 6.0
Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


def rows_of(path: Path) -> Rows:
    """Table -> the columns in which anything stands, and the rows."""
    found: Rows = {}
    with closing(sqlite3.connect(path)) as connection:
        for table in schema.LOGGED:
            cursor = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            kept = [place for place, name in enumerate(names) if name not in ("source", "source_key", "going_on")]
            found[table] = [names[place] for place in kept], [tuple(row[place] for place in kept) for row in cursor]
    return found


def bare(path: Path, rows: Rows) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for table, (columns, _) in rows.items():
            connection.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        _fill(connection, rows)
        connection.execute("COMMIT")


def with_checks(path: Path, rows: Rows) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for statement in schema.statements("TABLE"):
            connection.execute(statement.sql)
        _fill(connection, rows)
        connection.execute("COMMIT")


def _fill(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, (columns, some) in rows.items():
        places = ", ".join("?" for _ in columns)
        connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", some)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "first.db"
        answers = write_sample(first, DAYS, SEED)
        rows = rows_of(first)
        ways: dict[str, Callable[[Path], object]] = {
            "bare executemany": lambda path: bare(path, rows),
            CHECKED: lambda path: with_checks(path, rows),
            "demo": lambda path: write_sample(path, DAYS, SEED),
        }
        wall: dict[str, list[float]] = {name: [] for name in ways}
        work: dict[str, list[float]] = {name: [] for name in ways}
        for turn in range(ROUNDS):
            for name, way in ways.items():
                path = Path(folder) / f"{turn}-{len(wall[name])}-{name.split()[0]}.db"
                began, worked = time.perf_counter(), time.process_time()
                way(path)
                wall[name].append(time.perf_counter() - began)
                work[name].append(time.process_time() - worked)
                path.unlink()
    number = sum(len(some) for _, some in rows.values())
    print(f"{answers.episodes} episodes, {answers.check_ins} check-ins, {number} rows; median of {ROUNDS} rounds")
    for name in ways:
        print(f"  {name:28} {statistics.median(wall[name]):6.2f} s, CPU {statistics.median(work[name]):6.2f} s")
    ratios = {
        name: statistics.median(mine / other for mine, other in zip(wall["demo"], wall[name], strict=True))
        for name in ways
    }
    print(f"demo / bare executemany: {ratios['bare executemany']:.2f} (at most {MOST:g})")
    print(f"demo / into schema.sql's tables: {ratios[CHECKED]:.2f}")
    return int(ratios["bare executemany"] > MOST)


if __name__ == "__main__":
    sys.exit(main())
