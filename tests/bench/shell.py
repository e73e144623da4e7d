"""What the shell takes on a diary of 1,000,000 episodes, against one of a tenth: `tests/bench/shell.py [FOLDER]`.

Both are as dense (22 episodes a day), each episode is a step of its own, one in twenty has a note. Each command is
a process of its own; the least of several runs, taken in turns, and the ratio, which is to stay under 2. Then the same
without the start of Python, in this process. A folder keeps the two diaries for the next time.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, redirect_stdout
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from journal.__main__ import run
from journal.store.file import connections

LAST_DAY = date(2026, 11, 21)
A_DAY = 22
NOTES = ("after gaming", "gaming late", "long day", "after a run", "woke me", "at my desk", "no idea why")
SITES = ("eyelid", "calf", "thumb", "thigh", "foot_arch", "bicep", "shoulder", "knee")
KINDS = ("twitch",) * 8 + ("ripple", "cramp")
RARE = "the rarest of words"
COMMANDS: dict[str, tuple[str, ...]] = {
    "show": ("show", "2026-11-20"),
    "find, a common site": ("find", "left calf"),
    "find, a common word": ("find", "gaming"),
    "find, not ASCII": ("find", "gäming"),
    "find, a rare note": ("find", RARE),
    "find, a site never logged": ("find", "nostril"),
    "find, nothing": ("find", "zzzz"),
    "find, page 50": ("find", "gaming", "--page", "50"),
    "undo": ("undo",),
}
RUNS = 5


def episodes(number: int) -> Iterator[tuple[Any, ...]]:
    chance = random.Random(1)
    for place in range(number):
        day = (LAST_DAY - timedelta(days=(number - 1 - place) // A_DAY)).isoformat()
        note = chance.choice(NOTES) if chance.random() < 0.05 else None
        if place == number // 50:
            note = RARE
        clock = f"{7 + place % 14:02}:{chance.randrange(60):02}:00"
        yield (
            f"{chance.getrandbits(128):032x}",
            day,
            f"{day}T{clock}Z",
            chance.choice(SITES),
            chance.choice(("left", "right")),
            chance.choice(KINDS),
            chance.randrange(1, 9),
            note,
        )


def build(path: Path, number: int) -> None:
    connections.make(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -1000000")
        connection.executemany(
            "INSERT INTO episode (id, day, started_at, utc_offset_minutes, site, side, kind, intensity, note)"
            " VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?)",
            episodes(number),
        )
        connection.execute("INSERT INTO step (id, at, kind) SELECT number, '2026-11-21T08:00:00Z', 'log' FROM change")
        connection.execute("UPDATE change SET step = number")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def in_a_process(path: Path, command: tuple[str, ...]) -> None:
    subprocess.run(
        [sys.executable, "-m", "journal", "--db", str(path), *command],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def in_this_process(path: Path, command: tuple[str, ...]) -> None:
    with redirect_stdout(StringIO()):
        run(["--db", str(path), *command])


def least(act: Callable[[Path, tuple[str, ...]], None], paths: list[Path], command: tuple[str, ...]) -> list[float]:
    """Milliseconds for each diary."""
    found = [float("inf") for _ in paths]
    for _ in range(RUNS):
        for place, path in enumerate(paths):
            begin = time.perf_counter()
            act(path, command)
            found[place] = min(found[place], 1000 * (time.perf_counter() - begin))
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1] if sys.argv[1:] else made)
        paths = [folder / f"{number}.db" for number in (100_000, 1_000_000)]
        for path in paths:
            if not path.exists():
                build(path, int(path.stem))
        print(f"{'ms':28} {'100,000':>9} {'1,000,000':>9}  ratio   in one process")
        for name, command in COMMANDS.items():
            short, long = least(in_a_process, paths, command)
            bare_short, bare_long = least(in_this_process, paths, command)
            print(f"{name:28} {short:9.1f} {long:9.1f}  {long / short:5.2f}", end="")
            print(f"   {bare_short:8.1f} {bare_long:8.1f}  {bare_long / bare_short:5.2f}")


if __name__ == "__main__":
    main()
