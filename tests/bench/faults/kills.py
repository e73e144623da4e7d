"""Killed in the middle: whatever was acknowledged is there, and whatever is there is whole."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from random import Random

from journal.store.file import schema
from tests.bench.faults.registry import Outcome, fault
from tests.bench.faults.subject import Answer, Subject, killed
from tests.store.diaries import of_format

LONGEST = 0.12
"""Seconds after which the last of the processes is killed; most of them take about 0.08."""
BATCH = 60
DRAFT = ".unfinished-export"
"""What a killed export leaves beside the files, and the next one removes."""


@fault("kill -9 of `log`, two writers", times=250, few=2)
def log(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    unsound = 0
    for number in range(times):
        marks = [f"mark {number} {writer}" for writer in "ab"]
        processes = [subject.start("log", f'left calf 4 "{mark}"') for mark in marks]
        for mark, process in zip(marks, processes, strict=True):
            if "stored:" in killed(process, chance.uniform(0, LONGEST)):
                subject.acknowledged.add(mark)
        unsound += not subject.is_sound()
    answer = subject.log("the last")
    wrong = unsound + (not answer.went_well)
    return Outcome(2 * times, subject.lost(), wrong, 0, subject.seconds, f"{len(subject.acknowledged)} acknowledged")


@fault("kill -9 of `log -` with 60 lines, two writers", times=60)
def log_many(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    partial = 0
    for number in range(times):
        processes = []
        for writer in "ab":
            process = subject.start("log", "-", stdin=subprocess.PIPE)
            assert process.stdin
            process.stdin.write("".join(f'calf 4 "{number} {writer} {line}"\n' for line in range(BATCH)).encode())
            process.stdin.close()
            process.stdin = None
            processes.append((writer, process))
        for writer, process in processes:
            said = killed(process, chance.uniform(0, 3 * LONGEST))
            marks = {f"{number} {writer} {line}" for line in range(BATCH)}
            stored = set(subject.ask(f"SELECT note FROM episode WHERE note LIKE '{number} {writer} %'"))
            partial += stored not in (set(), marks)
            if said.count("stored:") == BATCH:
                subject.acknowledged |= marks
    sound = subject.is_sound() and subject.log("the last").went_well
    return Outcome(2 * times, subject.lost(), partial + (not sound), 0, subject.seconds, "no batch in part")


@fault("kill -9 of `inbox store`, which the phone goes on to write", times=60)
def inbox(home: Path, chance: Random, times: int) -> Outcome:
    """All lines of an inbox or none of them, and none of them twice."""
    partial, wrong = 0, 0
    subject = Subject(home)
    subject.log("the first")
    box = subject.folder / "inbox"
    for number in range(times):
        with box.open("a") as file:
            file.write("".join(f'2026-11-20T10:00Z calf 4 "{number} {line}"\n' for line in range(BATCH)))
        process = subject.start("inbox", "store")
        with box.open("a") as file:
            file.write("2026-11-20T10:00Z thu")
            file.flush()
            killed(process, chance.uniform(0, 4 * LONGEST))
            file.write('mb 2 "grown"\n')
        rows = subject.ask(f"SELECT count(*) FROM episode WHERE note GLOB '{number} *'")[0]
        partial += rows not in (0, BATCH)
    wrong += not subject.run("inbox", "store").went_well
    wrong += subject.ask("SELECT count(DISTINCT note), count(*) FROM episode WHERE note GLOB '[0-9]* [0-9]*'") != [
        (times * BATCH, times * BATCH)
    ]
    return Outcome(times, subject.lost(), partial + wrong + (not subject.is_sound()), 0, subject.seconds, "all or none")


ACTS: tuple[tuple[str, ...], ...] = (
    ("undo",),
    ("edit", "last", "right thumb 5"),
    ("delete", "last", "--yes"),
    ("erase", "last", "--yes"),
    ("question", "add", "Yoga"),
)


@fault("kill -9 of undo, edit, delete, erase, question add", times=24)
def acts(home: Path, chance: Random, times: int) -> Outcome:
    unsound, lost, seconds = 0, 0, 0.0
    for number in range(times):
        for act in ACTS:
            subject = Subject(home / f"{number} {act[0]}")
            subject.log("one that stays")
            subject.run("log", 'right thumb 3 "the one"')
            killed(subject.start(*act), chance.uniform(0, LONGEST))
            lost += subject.lost()
            unsound += not subject.is_sound() or subject.run("show").is_traceback
            seconds = max(seconds, subject.seconds)
    return Outcome(times * len(ACTS), lost, unsound, 0, seconds, "each all or nothing")


@fault("kill -9 of a migration from formats 1 to 4", times=30)
def migration(home: Path, chance: Random, times: int) -> Outcome:
    wrong, lost, copies, seconds = 0, 0, 0, 0.0
    for number in range(times):
        for old in range(1, 5):
            subject = Subject(home / f"{number} {old}")
            of_format(old, subject.path)
            before = len(subject.ask("SELECT 1 FROM episode"))
            for _ in range(2):
                killed(subject.start("show"), chance.uniform(0, 3 * LONGEST))
            wrong += subject.ask("PRAGMA user_version")[0] not in (old, schema.VERSION)
            answer = subject.run("show")
            wrong += not answer.went_well or not subject.is_sound()
            lost += before - len(subject.ask("SELECT 1 FROM episode"))
            made = [path for path in subject.folder.rglob("*.db") if path != subject.path]
            copies = max(copies, len(made))
            wrong += sum(not _is_whole(path) for path in made)
            seconds = max(seconds, subject.seconds)
    return Outcome(8 * times, lost, wrong, 0, seconds, f"at most {copies} copy of each")


def _is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok") and bool(
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        )


@fault("six processes open an old format at once", times=4, few=0)
def crowd(home: Path, chance: Random, times: int) -> Outcome:
    wrong, seconds = 0, 0.0
    for old in range(1, times + 1):
        subject = Subject(home / str(old))
        of_format(old, subject.path)
        processes = [subject.start("show") for _ in range(6)]
        ends = [process.communicate() and process.returncode for process in processes]
        made = [path for path in subject.folder.rglob("*.db") if path != subject.path]
        wrong += sum(code != 0 for code in ends) + (not subject.is_sound()) + (len(made) != 1)
        seconds = max(seconds, subject.run("show") and subject.seconds)
    return Outcome(6 * times, 0, wrong, 0, seconds, "one copy")


@fault("kill -9 of `backup` and of `restore`", times=30)
def copies(home: Path, chance: Random, times: int) -> Outcome:
    """The folder of backups holds whole ones only, and the diary is the one or the other."""
    subject = Subject(home)
    subject.log("before")
    subject.run("backup")
    subject.log("after")
    wrong = 0
    for _ in range(times):
        killed(subject.start("backup"), chance.uniform(0, 2 * LONGEST))
        wrong += sum(not _is_whole(path) for path in (subject.folder / "backups").glob("[!.]*.db"))
    lost = subject.lost()
    for _ in range(times):
        newest = max((subject.folder / "backups").glob("[!.]*.db"))
        killed(subject.start("restore", str(newest), "--yes"), chance.uniform(0, 3 * LONGEST))
        wrong += not _readable(subject.run("show")) or not subject.is_sound()
        lost += "before" not in subject.ask("SELECT note FROM episode")
    return Outcome(2 * times, lost, wrong, 0, subject.seconds, "whole or not at all")


def _readable(answer: Answer) -> bool:
    return answer.went_well and "Nothing is logged" not in answer.output


@fault("kill -9 of `export`, new and --force", times=40)
def export(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home).fill(10)
    whole = home / "whole"
    subject.run("export", "--for", "analysis", str(whole))
    names = {path.name for path in whole.iterdir()}
    target, partial = home / "target", 0
    for number in range(times):
        force = ["--force"] if number % 2 else []
        killed(subject.start("export", "--for", "analysis", str(target), *force), chance.uniform(0, 4 * LONGEST))
        present = {path.name for path in target.iterdir() if path.name != DRAFT} if target.exists() else names
        partial += present != names
    return Outcome(times, subject.lost(), partial, 0, subject.seconds, "whole or not at all")
