"""Bytes that are no longer what they were: nothing is written into them, and nothing wrong is read without a word."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

from journal.store.file import schema
from tests.bench.faults.registry import Outcome, fault
from tests.bench.faults.subject import Answer, Subject

DAYS = 40
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("show",),
    ("log", "left calf 4"),
    ("start", "calf"),
    ("stop",),
    ("find", "calf"),
    ("edit", "last", "right thumb"),
    ("delete", "last", "--yes"),
    ("erase", "last", "--yes"),
    ("undo",),
    ("redo",),
    ("question",),
    ("term",),
    ("template",),
    ("trends",),
    ("triggers",),
    ("check",),
    ("backup",),
)


def night_passes(subject: Subject) -> None:
    """It is the next day: what is done once a day has not been done."""
    for state in (subject.home / ".local/state").rglob("*.state"):
        state.write_text(re.sub(r"(?m)^(checked_on|backed_up_on)=.*\n", "", state.read_text("utf-8")), "utf-8")


def flip(path: Path, bit: int) -> None:
    octets = bytearray(path.read_bytes())
    octets[bit // 8] ^= 1 << bit % 8
    path.write_bytes(octets)


@fault("one bit flipped, a diary of 40 days", times=440)
def bits(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home / "flipped").fill(DAYS)
    night_passes(subject)
    whole = subject.copied(home / "whole")
    shutil.copytree(subject.home, home / "kept")
    today = date.today()
    reads = (("show", f"{today - timedelta(days=DAYS)}..{today}", "--json"), ("find", "calf"), ("find", "note"))
    before = [subject.run(*read) for read in reads]
    assert all(answer.went_well for answer in before), before
    size = whole.path.stat().st_size
    unseen, silent, written, found, quiet = [], 0, 0, 0, 0
    for _ in range(times):
        shutil.rmtree(subject.home)
        shutil.copytree(home / "kept", subject.home)
        bit = chance.randrange(8 * size)
        flip(subject.path, bit)
        is_sound = subject.is_sound()
        after = [subject.run(*read) for read in reads]
        logged = subject.run("log", "left calf 4")
        check = subject.run("check")
        silent += sum(answer.is_traceback for answer in (*after, logged, check))
        written += logged.went_well and (not is_sound or check.code == 1)
        found += check.code == 1
        differs = [new for new, old in zip(after, before, strict=True) if new.went_well and new.output != old.output]
        if check.code != 1 and differs:
            unseen.append(bit)
        quiet += check.code != 1 and not differs
    listed = f"; not found: bits {unseen}" if unseen else ""
    note = f"{found} found by check, {quiet} change nothing that is shown{listed}"
    return Outcome(times, 0, silent + len(unseen), written, subject.seconds, note)


# ---- files that are no diary --------------------------------------------------------------------------------


def _statement(statement: str) -> Callable[[Path], None]:
    def apply(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.executescript(statement)

    return apply


def _cut(share: float) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, int(path.stat().st_size * share))


def _put(octets: bytes) -> Callable[[Path], None]:
    def apply(path: Path) -> None:
        path.write_bytes(octets)

    return apply


def _instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


STATES: dict[str, Callable[[Path], None]] = {
    "cut to half": _cut(0.5),
    "cut to 100 bytes": lambda path: os.truncate(path, 100),
    "zeroed": lambda path: _put(bytes(path.stat().st_size))(path),
    "its second half zeroed": lambda path: _put(
        path.read_bytes()[: path.stat().st_size // 2].ljust(path.stat().st_size, b"\0")
    )(path),
    "a text": _put(b"This is no diary.\n" * 100),
    "another program's": _instead(_statement("CREATE TABLE note (text)")),
    "of a newer format": _statement(f"PRAGMA user_version = {schema.VERSION + 1}"),
    "of an impossible format": _statement("PRAGMA user_version = -1"),
    "a folder": _instead(lambda path: path.mkdir()),
    "a pipe": _instead(os.mkfifo),
    "a link to itself": _instead(lambda path: path.symlink_to(path)),
    "a link to /dev/zero": _instead(lambda path: path.symlink_to("/dev/zero")),
    "a link to a folder": _instead(lambda path: path.symlink_to("/")),
    "a table fewer": _statement("DROP TABLE relief"),
    "20 GB, sparse": lambda path: os.truncate(path, 20 * 10**9),
}
SOUND = ("20 GB, sparse",)
"""What SQLite reads as the diary it was; anything may be done with it but a traceback."""


@fault("truncated, zeroed, another program's, newer, a pipe, a folder ...", times=len(STATES))
def states(home: Path, chance: Random, times: int) -> Outcome:
    silent, written, seconds = 0, 0, 0.0
    whole = Subject(home / "whole").fill(5)
    names = chance.sample(sorted(STATES), times)
    for name in names:
        subject = whole.copied(home / name)
        STATES[name](subject.path)
        before = _bytes(subject.path)
        for command in COMMANDS:
            answer = subject.run(*command)
            silent += answer.is_traceback or (name not in SOUND and answer.went_well and _is_about_records(command))
        written += name not in SOUND and _bytes(subject.path) != before
        silent += subject.run("where").code != 0
        seconds = max(seconds, subject.seconds)
    return Outcome(times * len(COMMANDS), 0, silent, written, seconds, "each a sentence, and untouched")


def _is_about_records(command: tuple[str, ...]) -> bool:
    return command[0] not in ("check", "where", "backup")


def _bytes(path: Path) -> bytes | str:
    if path.is_symlink():
        return str(path.readlink())
    return path.read_bytes() if path.is_file() else str(path.lstat().st_mode)


# ---- what lies beside the file ------------------------------------------------------------------------------

CRASH = """
import os, sqlite3, sys
from journal.records import Episode
from journal.store.write import transaction
reader = sqlite3.connect(sys.argv[1])  # as long as it is open, the log stays beside the file
reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()
for note in sys.argv[2:]:
    with transaction.step(sys.argv[1], "log", "2026-11-21T14:05:00Z") as connection:
        transaction.add(connection, Episode(day="2026-11-21", site="calf", note=note))
os._exit(9)
"""


def crash(subject: Subject, *notes: str) -> Path:
    """A program writes these and ends without closing the diary; its -wal."""
    command = [sys.executable, "-c", CRASH, str(subject.path), *notes]
    subprocess.run(command, cwd=schema.path().parent, env=subject.variables(), check=False)
    log = subject.path.with_name(subject.path.name + "-wal")
    assert log.exists()
    return log


LOGS: dict[str, Callable[[Path], object]] = {
    "whole": lambda log: None,
    "removed": lambda log: log.unlink(),
    "zeroed": lambda log: log.write_bytes(bytes(log.stat().st_size)),
    "halved": lambda log: os.truncate(log, log.stat().st_size // 2),
    "junk": lambda log: log.write_bytes(b"junk" * 5000),
    "a flipped bit": lambda log: flip(log, 8 * (log.stat().st_size // 2)),
    "a -journal of junk": lambda log: log.with_name(log.name.replace("-wal", "-journal")).write_bytes(b"junk" * 500),
}


@fault("-wal whole, removed, zeroed, halved, junk, flipped; -journal of junk", times=len(LOGS))
def logs(home: Path, chance: Random, times: int) -> Outcome:
    """What only the -wal held may go; what the file held stays, and the file is sound."""
    silent, lost, seconds = 0, 0, 0.0
    for name in sorted(LOGS)[:times]:
        subject = Subject(home / name)
        subject.log("in the file")
        log = crash(subject, "in the log")
        LOGS[name](log)
        if name in ("whole", "a -journal of junk"):
            subject.acknowledged.add("in the log")
        answers = [subject.run("show"), subject.log("after"), subject.run("check")]
        silent += sum(answer.is_traceback for answer in answers)
        if not answers[1].went_well:  # it was refused: the way back is in what it says
            silent += "restore" not in answers[1].errors
            continue
        silent += not subject.is_sound()
        lost += subject.lost()
        seconds = max(seconds, subject.seconds)
    return Outcome(times, lost, silent, 0, seconds, "the file is sound")


# ---- rows that no command makes -----------------------------------------------------------------------------

BY_HAND: dict[str, str] = {
    "a change that is no JSON": "UPDATE change SET before = '{'",
    "an undo step of nothing": "INSERT INTO step (at, kind) VALUES ('2026-11-28T00:00:00Z', 'undo')",
    "an undo step of itself": "INSERT INTO step (id, at, kind, undoes)"
    " VALUES (999, '2026-11-28T00:00:00Z', 'undo', 999)",
    "two undo steps of each other": "INSERT INTO step (id, at, kind, undoes) VALUES"
    " (998, '2026-11-28T00:00:00Z', 'undo', 999), (999, '2026-11-28T00:00:00Z', 'undo', 998)",
    "a step that is open": "INSERT INTO step (at, kind, open) VALUES ('2026-11-28T00:00:00Z', 'log', 1)",
    "a step at no time": "UPDATE step SET at = 'never'",
    "a day that is none": "UPDATE episode SET day = '2026-13-45'",
    "an instant that is none": "UPDATE episode SET started_at = '2026-11-21T99:99:99Z'",
    "letters that are none": "UPDATE episode SET note = CAST(X'ff80fe' AS TEXT)",
    "a site that nobody knows": "UPDATE episode SET site = 'nowhere'",
    "a built-in question gone": "DELETE FROM question WHERE slug = 'stress'",
    "no triggers": "WRITABLE",
}
AFTER: tuple[tuple[str, ...], ...] = (*COMMANDS, ("undo",), ("undo",), ("log", "espresso"), ("checkin",))


@fault("rows made by hand: no JSON, circles, open steps, impossible days", times=len(BY_HAND))
def by_hand(home: Path, chance: Random, times: int) -> Outcome:
    silent, seconds = 0, 0.0
    whole = Subject(home / "whole").fill(5)
    problems: list[str] = []
    for name in chance.sample(sorted(BY_HAND), times):
        subject = whole.copied(home / name)
        with closing(sqlite3.connect(subject.path)) as connection, connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            for statement in _statements(connection, BY_HAND[name]):
                connection.execute(statement)
        for command in (*AFTER, ("export", "--for", "analysis", str(subject.home / "export"))):
            answer = subject.run(*command)
            if answer.is_traceback or _says_nothing(answer):
                silent += 1
                problems.append(f"{name}: {command[0]}")
        seconds = max(seconds, subject.seconds)
    return Outcome(times * (len(AFTER) + 1), 0, silent, 0, seconds, "; ".join(problems) or "each a sentence")


def _statements(connection: sqlite3.Connection, statement: str) -> list[str]:
    """The statements of a row by hand, without those whose columns this format does not have."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    drops = [f'DROP TRIGGER "{name}"' for name, _ in triggers]
    return drops if statement == "WRITABLE" else [*drops, statement, *(sql for _, sql in triggers)]


def _says_nothing(answer: Answer) -> bool:
    return not answer.went_well and not (answer.errors + answer.output).strip()
