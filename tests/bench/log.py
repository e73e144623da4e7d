"""What logging a line takes: `python tests/bench/log.py [FOLDER]`, with the package installed in that Python.

The measure is a script that imports argparse and sqlite3 alone and inserts one row durably (WAL, synchronous=FULL) on
the same disk. Everything is a process of its own, run in turns; the medians, and their ratios to the script: at most
2.5 for a line, which is to be as fast on a diary of 1,000,000 episodes as on an empty one. A folder keeps the long
diary for the next time.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from journal.store.file import connections
from tests.bench.shell import build

SCRIPT = """
import argparse
import sqlite3

parser = argparse.ArgumentParser()
parser.add_argument("--db")
parser.add_argument("line")
said = parser.parse_args()
connection = sqlite3.connect(said.db, isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA synchronous = FULL")
connection.execute("CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, said TEXT NOT NULL)")
connection.execute("INSERT INTO line (said) VALUES (?)", (said.line,))
connection.close()
print(said.line)
"""
COMMAND = str(Path(sys.executable).with_name("twitch-journal"))
EPISODES = 1_000_000
RUNS = 60
MOST = 2.5


def run(command: list[str]) -> float:
    """Milliseconds that a process takes; it reads and writes compiled code, as one that was installed does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return 1000 * (time.perf_counter() - begin)


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        kept = Path(sys.argv[1] if sys.argv[1:] else made)
        script, empty, long = folder / "script.py", folder / "empty.db", kept / f"{EPISODES}.db"
        script.write_text(SCRIPT)
        connections.make(empty)
        if not long.exists():
            build(long, EPISODES)
        lines = {
            "the script": [sys.executable, str(script), "--db", str(folder / "script.db"), "left calf 4"],
            "log, an empty diary": [COMMAND, "--db", str(empty), "log", "left calf 4"],
            f"log, {EPISODES:,} episodes": [COMMAND, "--db", str(long), "log", "left calf 4"],
            "--help": [COMMAND, "--help"],
            "--version": [COMMAND, "--version"],
        }
        took = measured(lines)
    print(f"{'ms, median of ' + str(RUNS):28} {'':>7}  of the script")
    for name, milliseconds in took.items():
        print(f"{name:28} {milliseconds:7.1f}  {milliseconds / took['the script']:5.2f}")
    flat = took[f"log, {EPISODES:,} episodes"] / took["log, an empty diary"]
    print(f"a long diary against an empty one {flat:.2f}; a line may take {MOST} of the script")


def measured(commands: dict[str, list[str]]) -> dict[str, float]:
    """The median of each command, all of them run in turns; what was logged is taken back before the next turn."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(RUNS + 1):
        for name, command in commands.items():
            milliseconds = run(command)
            if turn:  # the first one compiles
                found[name].append(milliseconds)
            if "log" in command:
                run([*command[:3], "undo"])
    return {name: median(milliseconds) for name, milliseconds in found.items()}


if __name__ == "__main__":
    main()
