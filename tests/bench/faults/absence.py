"""A file that has gone, was put back as it was, has another's -wal or another name: that is never a beginning."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from tests.bench.faults.damage import crash
from tests.bench.faults.registry import Outcome, fault
from tests.bench.faults.subject import Answer, Subject


def _gone(subject: Subject) -> None:
    subject.path.unlink()


def _empty(subject: Subject) -> None:
    os.truncate(subject.path, 0)


def _link_to_nowhere(subject: Subject) -> None:
    subject.path.unlink()
    subject.path.symlink_to(subject.home / "nowhere" / "diary.db")


def _drive_gone(subject: Subject) -> None:
    subject.folder.rename(subject.home / "drive")


def _another(subject: Subject) -> None:
    other = Subject(subject.home / "another")
    other.log("of another")
    shutil.copy(other.path, subject.path)


def _older(subject: Subject) -> None:
    shutil.copy(subject.home / "older.db", subject.path)


ABSENT: dict[str, Callable[[Subject], None]] = {
    "gone": _gone,
    "of 0 bytes": _empty,
    "a link to nowhere": _link_to_nowhere,
    "on a drive that is gone": _drive_gone,
    "another diary": _another,
    "an older copy": _older,
}


@fault("missing, 0 bytes, dangling link, no drive, another diary, older copy", times=len(ABSENT))
def absent(home: Path, chance: Random, times: int) -> Outcome:
    silent, written, lost, seconds = 0, 0, 0, 0.0
    for name in chance.sample(sorted(ABSENT), times):
        subject = Subject(home / name)
        subject.log("the first")
        shutil.copy(subject.path, subject.home / "older.db")
        subject.log("the second")
        subject.run("backup")
        ABSENT[name](subject)
        before = _content(subject.path)
        for arguments in (("show",), ("log", "espresso"), ("find", "calf"), ("undo",), ("log", "espresso")):
            answer = subject.run(*arguments)
            silent += answer.went_well or answer.is_traceback or not _says_what_was_there(answer)
            written += _content(subject.path) != before
        if name == "on a drive that is gone":
            (subject.home / "drive").rename(subject.folder)
        elif name == "a link to nowhere":
            subject.path.unlink()
        if name != "on a drive that is gone":
            newest = max((subject.folder / "backups").glob("*-asked.db"))
            answer = subject.run("restore", str(newest), "--yes")
            silent += not answer.went_well
        silent += not subject.log("the third").went_well
        lost += subject.lost()
        seconds = max(seconds, subject.seconds)
    return Outcome(5 * times, lost, silent, written, seconds, "refused each time; restore leads back")


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _says_what_was_there(answer: Answer) -> bool:
    return "2 records" in answer.errors


@fault('`--db` mistyped, `--db ""`, a true first start', times=3, few=3)
def beginnings(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    first = subject.log("the first")
    mistyped = subject.run("log", "espresso", db=subject.folder / "dairy.db")
    refused = subprocess.run(
        [sys.executable, "-m", "journal", "--db", "", "log", "espresso"],
        env=subject.variables(),
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=False,
    )
    silent = sum("new diary" not in answer.output + answer.errors for answer in (first, mistyped))
    silent += refused.returncode != 2
    return Outcome(3, subject.lost(), silent, 0, subject.seconds, "each says that a new diary begins, or is refused")


@fault("a backup copied over the file while a crash's -wal lies beside it", times=12)
def copied_over(home: Path, chance: Random, times: int) -> Outcome:
    """Neither reading nor the Tab key folds the -wal into the copy."""
    silent, written, lost, seconds = 0, 0, 0, 0.0
    readers = (("show",), ("find", "calf"), ("log", "espresso"), ("undo",))
    for number in range(times):
        subject = Subject(home / str(number))
        subject.log("in the backup")
        backup = subject.home / "backup.db"
        shutil.copy(subject.path, backup)
        subject.log("after it")
        crash(subject, *(f"crashed {line}" for line in range(chance.randrange(1, 20))))
        shutil.copy(backup, subject.path)
        if number % 2:
            _press_tab(subject)
        answer = subject.run(*readers[number % len(readers)])
        silent += answer.is_traceback or answer.went_well
        written += not _is_copy(subject.path, backup)
        silent += not subject.run("restore", str(backup), "--yes").went_well
        subject.acknowledged = {"in the backup"}
        silent += not subject.log("the last").went_well or not subject.is_sound()
        lost += subject.lost()
        seconds = max(seconds, subject.seconds)
    return Outcome(times, lost, silent, written, seconds, "the copy is as it was; restore leads back")


def _press_tab(subject: Subject) -> None:
    """As bash does behind `log ca`."""
    subject.run("completion", "bash", "--line", f"twitch-journal --db {subject.path} log ca")


def _is_copy(path: Path, backup: Path) -> bool:
    return path.read_bytes() == backup.read_bytes()


@fault("-wal of another diary", times=8)
def anothers_log(home: Path, chance: Random, times: int) -> Outcome:
    silent, written, lost, seconds = 0, 0, 0, 0.0
    for number in range(times):
        subject, other = Subject(home / f"{number}"), Subject(home / f"{number} other")
        subject.log("mine")
        other.log("another's")
        log = crash(other, *(f"another's {line}" for line in range(chance.randrange(1, 20))))
        shutil.copy(log, subject.path.with_name(log.name))
        before = subject.path.read_bytes()
        answer = subject.run("show")
        silent += answer.is_traceback or (answer.went_well and "another's" in answer.output)
        written += subject.path.read_bytes() != before
        if not answer.went_well:
            silent += "-wal" not in answer.errors
            log = subject.path.with_name(log.name)
            log.unlink(missing_ok=True)
        silent += not subject.log("the last").went_well or not subject.is_sound()
        lost += subject.lost()
        seconds = max(seconds, subject.seconds)
    return Outcome(times, lost, silent, written, seconds, "set aside or refused, never folded in")


@fault("hard link, two names in use at once", times=40)
def hard_link(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    second = subject.folder / "second.db"
    os.link(subject.path, second)
    written = 0
    for number in range(times):
        processes = [
            subject.start("log", f'left calf 4 "mark {number} {path.name}"', db=path) for path in (subject.path, second)
        ]
        for process in processes:
            process.communicate()
            written += process.returncode == 0
    silent = int(not subject.is_sound() or not subject.run("show").went_well)
    second.unlink()
    silent += not subject.log("the last").went_well
    return Outcome(2 * times, subject.lost(), silent, written, subject.seconds, "not written; read")


@fault("through a symbolic link", times=10)
def symbolic_link(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    link = home / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(subject.path)
    silent = 0
    for number in range(times):
        silent += not subject.log(f"through the link {number}", db=link).went_well
    silent += not subject.run("backup", db=link).went_well
    silent += [path.name for path in link.parent.iterdir()] != ["link.db"]
    silent += not any((subject.folder / "backups").glob("*.db")) or not subject.is_sound()
    return Outcome(times + 1, subject.lost(), silent, 0, subject.seconds, "backups and -wal lie by the real file")


@fault("rights of a restored file 0644", times=1, few=1)
def rights_of_a_copy(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    subject.path.chmod(0o644)
    answer = subject.log("the second")
    mode = subject.path.stat().st_mode & 0o777
    silent = mode != 0o600 or "Others on this machine" not in answer.errors
    return Outcome(1, subject.lost(), int(silent), 0, subject.seconds, f"mended to {mode:o}, with a word")


@fault("a step left by a program that reads for long, 30 writes", times=30)
def long_reader(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    with closing(sqlite3.connect(subject.path)) as reader:
        reader.execute("BEGIN")
        before = reader.execute("SELECT count(*) FROM episode").fetchone()[0]
        refused = sum(not subject.log(f"mark {number}").went_well for number in range(times))
        silent = refused + (reader.execute("SELECT count(*) FROM episode").fetchone()[0] != before)
    return Outcome(times, subject.lost(), silent, 0, subject.seconds, "the reader sees its moment")
