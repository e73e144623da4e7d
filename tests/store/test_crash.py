"""Killed in the middle: whatever was acknowledged is there, and whole."""

import random
import signal
import subprocess
from pathlib import Path
from time import monotonic

from journal.catalog.questions import QUESTIONS
from journal.store.file import connections, upkeep
from journal.store.file.diary_file import DiaryFile
from tests.store.diaries import ask, log, python, twitch

WRITE = """
import sys
from journal.records import Episode, Relief
from journal.store.file import attached, connections
from journal.store.write import transaction
reliefs = (Relief("stretch", True), Relief("heat"))
attached.BUSY_SECONDS = 60
print("ready", flush=True)
sys.stdin.readline()
while True:
    with transaction.step(sys.argv[1], "log", "2026-11-21T14:05:00Z") as connection:
        one = transaction.add(connection, Episode(day="2026-11-21", site="calf", note="x" * 3000, reliefs=reliefs))
        two = transaction.add(connection, Episode(day="2026-11-21", site="thumb"))
    print(one.id, two.id, flush=True)
"""
ONCE = WRITE.replace("while True", "for _ in range(1)")


def started(code: str, path: Path, count: int = 2) -> list[subprocess.Popen[str]]:
    """Processes that begin to write at the same time."""
    processes = [python(code, path) for _ in range(count)]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    return processes


def acknowledged(process: subprocess.Popen[str], seconds: float | None = None) -> list[str]:
    """The ids that a process told of until it was killed after so many seconds, or until its end."""
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        output, _ = process.communicate()
    return [line for line in output.splitlines(keepends=True) if line.endswith("\n")]


def assert_whole(path: Path) -> None:
    """Every step is whole: two episodes, one of them with two reliefs, and the log of all."""
    assert ask(path, "PRAGMA integrity_check") == ["ok"]
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "SELECT count(*) FROM step WHERE open IS NOT NULL") == [0]
    steps, episodes, reliefs, changes = (
        ask(path, f"SELECT count(*) FROM {table}")[0] for table in ("step", "episode", "relief", "change")
    )
    assert (episodes, reliefs, changes) == (2 * steps, 2 * steps, 4 * steps)


def test_kill_9_with_two_writers_loses_nothing_that_was_acknowledged(path: Path) -> None:
    connections.make(path)
    upkeep.check_first(DiaryFile(path))  # what is killed here is writing, and not the check of the day before it
    chance = random.Random(4)
    stored: set[str] = set()
    for times in range(100):
        if times >= 6 and stored:  # on a busy machine a few may be killed before they have stored anything
            break
        processes = started(WRITE, path)
        began = monotonic()
        for process in processes:
            lines = acknowledged(process, max(0.0, began + chance.uniform(0.01, 0.25) - monotonic()))
            stored.update(identity for line in lines for identity in line.split())
        assert stored <= set(ask(path, "SELECT id FROM episode"))
        assert_whole(path)
    assert stored


def test_kill_9_during_the_first_start_leaves_what_the_next_start_takes_up(tmp_path: Path) -> None:
    chance = random.Random(9)
    for number in range(8):
        path = tmp_path / str(number) / "diary.db"
        (process,) = started(WRITE, path, 1)
        lines = acknowledged(process, chance.uniform(0, 0.03))
        log(path, twitch(), twitch())
        assert {word for line in lines for word in line.split()} <= set(ask(path, "SELECT id FROM episode"))
        assert ask(path, "PRAGMA integrity_check") == ["ok"]
        assert ask(path, "SELECT count(*) FROM question") == [len(QUESTIONS)]
        names = {file.name for file in path.parent.iterdir() if "-draft" not in file.name}
        assert names - {"backups"} == {"diary.db"}, "but for the copies, where it was killed while it wrote"


def test_two_first_starts_at_once_both_succeed(tmp_path: Path) -> None:
    for number in range(4):
        path = tmp_path / str(number) / "diary.db"
        numbers = [len(acknowledged(process)) for process in started(ONCE, path)]
        assert numbers == [1, 1]
        assert_whole(path)
        assert ask(path, "SELECT count(*) FROM step") == [2]
        assert ask(path, "SELECT count(*) FROM question") == [len(QUESTIONS)]


def test_two_writers_at_once_lose_nothing(path: Path) -> None:
    code = WRITE.replace("while True", "for _ in range(25)")
    lines = [line for process in started(code, path) for line in acknowledged(process)]
    assert len(lines) == 50
    assert_whole(path)
    assert ask(path, "SELECT count(*) FROM step") == [50]
