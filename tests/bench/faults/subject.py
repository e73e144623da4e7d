"""The diary to which something happens, what it acknowledged, and what its user sees."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from journal.store.file import schema

COMMAND = [sys.executable, "-m", "journal"]
PATIENCE = 120.0
LINES = (
    "left calf 4 2m",
    "right eyelid 2",
    "sleep 6.5",
    "sleep quality 3",
    "2 coffees",
    "stress 7",
    "lift legs 45m 6",
    "thumb cramp 5 +stretch",
    "note a long day",
)


class Answer(NamedTuple):
    """What a command said, and how it ended."""

    code: int
    output: str
    errors: str

    @property
    def is_traceback(self) -> bool:
        return "Traceback (most recent call last)" in self.output + self.errors

    @property
    def went_well(self) -> bool:
        return self.code == 0


class Subject:
    """A diary in a folder of its own: the user's home, with the file, its backups and the program's state."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.home = home
        self.folder = home / "diary"
        self.path = self.folder / "diary.db"
        self.environment = environment
        self.acknowledged: set[str] = set()
        self.seconds = 0.0
        """That the longest command took so far."""
        self.folder.mkdir(parents=True, exist_ok=True)

    # ---- what the user does --------------------------------------------------------------------------------

    def variables(self) -> dict[str, str]:
        passed = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
        return {**passed, "HOME": str(self.home), "COLUMNS": "120", **self.environment}

    def start(self, *arguments: str | bytes, db: Path | None = None, **streams: Any) -> subprocess.Popen[bytes]:
        """A command that runs while something else happens."""
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
        return subprocess.Popen(
            [*COMMAND, "--db", str(db or self.path), *arguments],
            cwd=schema.path().parent,
            env=self.variables(),
            **streams,
        )

    def run(self, *arguments: str | bytes, db: Path | None = None, octets: bytes = b"") -> Answer:
        """A command to its end; one that never comes is wrong like a traceback."""
        began = time.monotonic()
        with self.start(*arguments, db=db, stdin=subprocess.PIPE) as process:
            try:
                output, errors = process.communicate(octets, PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                return Answer(-1, "", "Traceback (most recent call last): it never ended")
        self.seconds = max(self.seconds, time.monotonic() - began)
        return Answer(process.returncode, output.decode("utf-8", "replace"), errors.decode("utf-8", "replace"))

    def log(self, mark: str, db: Path | None = None) -> Answer:
        """Log a line that can be found again by its mark."""
        answer = self.run("log", f'left calf 4 "{mark}"', db=db)
        if answer.went_well:
            self.acknowledged.add(mark)
        return answer

    def fill(self, days: int = 40, a_day: int = 4) -> "Subject":
        """Days of all that can be logged, and a backup."""
        chance, last = Random(days), date.today()
        lines = [
            f"{last - timedelta(days=back)} {chance.choice(LINES)}" for back in range(days, 0, -1) for _ in range(a_day)
        ]
        answer = self.run("log", "-", octets="\n".join(lines).encode())
        assert answer.went_well, answer
        answer = self.run("backup")
        assert answer.went_well, answer
        return self

    def copied(self, home: Path) -> "Subject":
        """The same diary, backups and state in another home: a file is known by its path, which is written anew."""
        shutil.copytree(self.home, home)
        for state in (home / ".local/state").rglob("*.state"):
            state.unlink()
        copy = Subject(home, **self.environment)
        copy.acknowledged = set(self.acknowledged)
        return copy

    # ---- what is there -------------------------------------------------------------------------------------

    def ask(self, question: str) -> list[Any]:
        with closing(sqlite3.connect(self.path)) as connection:
            rows = connection.execute(question).fetchall()
        return [row[0] if len(row) == 1 else row for row in rows]

    def lost(self) -> int:
        """How many of the lines that were acknowledged are not there."""
        if not self.acknowledged:
            return 0
        return len(self.acknowledged - set(self.ask("SELECT note FROM episode WHERE note IS NOT NULL")))

    def is_sound(self) -> bool:
        """Whether SQLite finds nothing, and no step is open."""
        try:
            return (
                self.ask("PRAGMA integrity_check") == ["ok"]
                and self.ask("PRAGMA foreign_key_check") == []
                and self.ask("SELECT count(*) FROM step WHERE open IS NOT NULL") == [0]
            )
        except (sqlite3.Error, UnicodeDecodeError):
            return False

    def bytes(self) -> dict[str, bytes]:
        """Every file beside the diary, to see whether anything was written."""
        return {file.name: file.read_bytes() for file in self.folder.iterdir() if file.is_file()}


def killed(process: subprocess.Popen[bytes], seconds: float) -> str:
    """What a process had said when it was killed after so many seconds, or at its end."""
    try:
        output, _ = process.communicate(timeout=max(0.0, seconds))
    except subprocess.TimeoutExpired:
        process.kill()
        output, _ = process.communicate()
    return output.decode("utf-8", "replace")
