"""Both exports of a million episodes beside `sqlite3 -csv FILE "select * from episode"`, interleaved in one run.

`python tests/bench/export.py [EPISODES]`. `episodes.csv` alone, of the analysis, has a column that the other has not,
the local time; the whole commands also work out what each day is worth. It needs the program sqlite3.
"""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from journal.sharing import csv_queries
from journal.sharing.csv_file import END
from journal.store.file import connections

EPISODES, ROUNDS = 1_000_000, 3
MOST = {"episodes.csv": 3.0, "analysis": 3.0, "doctor": 5.0}
"""How many times the work of `sqlite3 -csv` each may be."""
BESIDE = "sqlite3 -csv"
FILLED = """
WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?),
     lived AS (
        SELECT n, datetime('2016-01-01', (n * 5) || ' minutes') AS at, n * 2654435761 % 1000003 AS chance FROM counted
     )
INSERT INTO episode (id, day, started_at, utc_offset_minutes, day_part, site, side, kind, intensity, duration_s, times,
    circumstance, note)
SELECT printf('%08x-7c1e-4b5d-9f3a-%012x', chance, n), date(at, '-4 hours'),
    iif(chance % 7, replace(at, ' ', 'T') || 'Z', NULL), iif(chance % 7, iif(chance % 2, 60, 120), NULL),
    iif(chance % 7, NULL, 'evening'), iif(chance % 3, 'calf', 'eyelid'), iif(chance % 5, 'left', NULL), 'twitch',
    chance % 11, iif(chance % 3, (chance % 900 + 1) / 2.0, NULL), 1 + (chance % 13 = 0), iif(chance % 4, NULL, 'rest'),
    iif(chance % 6, NULL, 'after gaming, "odd" again')
FROM lived
"""


class Took(NamedTuple):
    """Seconds by the clock and of work, and the most memory in MB."""

    wall: float
    work: float
    memory: float


def filled(path: Path, episodes: int) -> None:
    connections.make(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (log,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'episode_inserted'").fetchone()
        connection.execute("BEGIN")
        connection.execute("DROP TRIGGER episode_inserted")
        connection.execute(FILLED, (episodes,))
        connection.execute(log)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def child(*command: str, output: Path = Path(os.devnull)) -> Took:
    began = time.perf_counter()
    with output.open("wb") as file:
        process = subprocess.Popen(command, stdout=file)
        _, status, used = os.wait4(process.pid, 0)
    assert status == 0, command
    return Took(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def episodes_alone(path: Path, output: Path) -> None:
    with connections.reading(path) as connection, output.open("wb") as file:
        for some in csv_queries.lines(connection, "episode"):
            file.write(END.join(some) + END)


def main() -> int:
    if sys.argv[1:2] == ["--alone"]:
        episodes_alone(Path(sys.argv[2]), Path(sys.argv[3]))
        return 0
    episodes = int(sys.argv[1]) if sys.argv[1:] else EPISODES
    if not shutil.which("sqlite3"):
        print("there is no program sqlite3 to measure against")
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, python = folder / "diary.db", sys.executable
        filled(path, episodes)
        whole = [python, "-m", "journal", "--db", str(path), "export", "--force"]
        ways: dict[str, Callable[[], Took]] = {
            BESIDE: lambda: child("sqlite3", "-csv", str(path), "select * from episode", output=folder / "beside.csv"),
            "episodes.csv": lambda: child(python, __file__, "--alone", str(path), str(folder / "alone.csv")),
            "analysis": lambda: child(*whole, "--for", "analysis", str(folder / "analysis")),
            "doctor": lambda: child(*whole, str(folder / "doctor")),
        }
        took: dict[str, list[Took]] = {way: [] for way in ways}
        for _ in range(ROUNDS):
            for way, run in ways.items():
                took[way].append(run())
    print(f"{episodes:,} episodes; median of {ROUNDS} rounds")
    for way, all_of_it in took.items():
        wall, work, memory = (statistics.median(values) for values in zip(*all_of_it, strict=True))
        by_clock, by_work = (
            statistics.median(mine[place] / other[place] for mine, other in zip(all_of_it, took[BESIDE], strict=True))
            for place in (0, 1)
        )
        ratio = f": {by_clock:.2f} times as long, {by_work:.2f} times the work"
        ratio = f"{ratio} (at most {MOST[way]:g})" if way != BESIDE else ""
        print(f"  {way:14} {wall:6.2f} s, CPU {work:6.2f} s, {memory:4.0f} MB{ratio}")
    return int(any(_work(took, way) > most for way, most in MOST.items()))


def _work(took: dict[str, list[Took]], way: str) -> float:
    """The work of a way, as a multiple of what it is measured beside."""
    return statistics.median(mine.work / other.work for mine, other in zip(took[way], took[BESIDE], strict=True))


if __name__ == "__main__":
    sys.exit(main())
