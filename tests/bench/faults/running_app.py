"""What happens under the open app, and how it ends."""

import asyncio
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import termios
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from journal.store.file import connections, schema
from tests.app.robot import Robot, play
from tests.bench.faults.registry import Outcome, fault
from tests.bench.faults.subject import COMMAND, Subject, killed
from tests.shell.terminal import Terminal

LIVE = """
import sys
from pathlib import Path
from tests.app.robot import play
async def story(robot):
    number = 0
    while True:
        mark = f"{sys.argv[2]} {number}"
        await robot.log(f'left calf 4 "{mark}"')
        if mark in robot.notice and "stored" in robot.notice.lower():
            print(mark, file=sys.__stdout__, flush=True)  # the app has the other one
        number += 1
play(Path(sys.argv[1]), story)
"""
LONGEST = 6.0
"""Seconds after which the last of the apps is killed; the first line is stored after about 1."""


@fault("kill -9 of the app while it stores lines", times=30)
def kill(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    silent = 0
    for number in range(times):
        process = subprocess.Popen(
            [sys.executable, "-c", LIVE, str(subject.path), str(number)],
            cwd=schema.path().parent,
            env=subject.variables(),
            stdout=subprocess.PIPE,
        )
        subject.acknowledged.update(killed(process, chance.uniform(1.5, LONGEST)).splitlines())
        silent += not subject.is_sound()
    note = f"{len(subject.acknowledged)} acknowledged"
    return Outcome(times, subject.lost(), silent, 0, subject.seconds, note)


# ---- the file changes under it ------------------------------------------------------------------------------


def _replaced(path: Path) -> None:
    connections.make(path.with_name("another.db"))
    path.with_name("another.db").replace(path)


def _instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


def _over(path: Path) -> None:
    """As `cp older diary` does: the same file, with the bytes of before."""
    path.write_bytes(path.with_name("older").read_bytes())


UNDER: dict[str, Callable[[Path], object]] = {
    "removed": lambda path: path.unlink(),
    "another put in its place": _replaced,
    "a folder": _instead(lambda path: path.mkdir()),
    "a pipe": _instead(os.mkfifo),
    "its folder renamed": lambda path: path.parent.rename(path.parent.with_name("renamed")),
    "cut to 0 bytes": lambda path: os.truncate(path, 0),
    "cut to half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "filled with zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "an older copy written over it": _over,
}


@fault("removed, replaced, cut, zeroed, an older copy, under the app", times=len(UNDER))
def under(home: Path, chance: Random, times: int) -> Outcome:
    """The next line is refused in a sentence, nothing is written, and the line stays to be typed again or printed."""
    silent, written = 0, 0
    for name in chance.sample(sorted(UNDER), times):
        path = home / name / "diary" / "diary.db"
        path.parent.mkdir(parents=True)
        connections.make(path)
        shutil.copy(path, path.with_name("older"))
        wrong: list[str] = []

        async def story(robot: Robot, path: Path = path, name: str = name, wrong: list[str] = wrong) -> None:
            await robot.log("left calf 4")
            UNDER[name](path)
            before = path.read_bytes() if path.is_file() else None
            await robot.log('right thumb 5 "the refused one"')
            if "the refused one" not in robot.see or "tored:" in robot.notice:
                wrong.append("silent")
            if (path.read_bytes() if path.is_file() else None) != before:
                wrong.append("written")

        play(path, story)
        silent += wrong.count("silent")
        written += wrong.count("written")
    return Outcome(times, 0, silent, written, 0.0, "refused, and the line stays")


@fault("locked for 8 s under the app, three lines entered", times=1)
def locked(home: Path, chance: Random, times: int) -> Outcome:
    """All three are stored once the lock has gone, or are still there to be stored."""
    path = home / "diary.db"
    connections.make(path)
    marks = {f"entered {number}" for number in range(3)}
    visible: list[str] = []

    async def story(robot: Robot) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for mark in sorted(marks):
                await robot.type(f'left calf 4 "{mark}"')
                robot.send("enter")
            for _ in range(80):
                await asyncio.sleep(0.1)
            visible.append(robot.see)
        await robot.until(lambda: len(robot.records()) == len(marks))

    play(path, story)
    with closing(sqlite3.connect(path)) as connection:
        stored = {note for (note,) in connection.execute("SELECT note FROM episode")}
    return Outcome(3, len(marks - stored), int("not stored" not in visible[0]), 0, 8.0, "all stored once it is free")


# ---- how it ends --------------------------------------------------------------------------------------------

ENDS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGWINCH")
GOES_ON = ("SIGPIPE", "SIGWINCH")


@fault("SIGTERM, HUP, INT, QUIT, USR1, USR2, PIPE, WINCH of the app, 3 lines", times=len(ENDS))
def signals(home: Path, chance: Random, times: int) -> Outcome:
    silent, lost = 0, 0
    for name in ENDS[:times]:
        subject = Subject(home / name)
        subject.log("the first")
        with Terminal([*COMMAND, "--db", str(subject.path)], subject.variables()) as terminal:
            before = termios.tcgetattr(terminal.there)
            terminal.waits_for("the first")
            for number in range(3):
                terminal.types(f'left calf 4 "line {number}"\r')
                subject.acknowledged.add(f"line {number}")
            terminal.waits_for("line 2")
            os.killpg(terminal.process.pid, getattr(signal, name))
            if name in GOES_ON:
                terminal.types("\x11")
            terminal.ends()
            silent += (
                termios.tcgetattr(terminal.there) != before
                or not terminal.raw.rstrip().endswith("")
                or (terminal.raw.rfind("\x1b[?1049l") < terminal.raw.rfind("\x1b[?1049h"))
            )
        lost += subject.lost()
    return Outcome(times, lost, silent, 0, 0.0, "stored, and the terminal as it was")
