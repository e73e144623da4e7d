"""The disk, rights, clock, locale and streams around a diary that is whole."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from journal.__main__ import NOT_SHOWN
from journal.store.file import schema
from tests.bench.faults.damage import COMMANDS
from tests.bench.faults.registry import Outcome, fault
from tests.bench.faults.subject import COMMAND, Answer, Subject
from tests.store.diaries import of_format

NOBODY = 65534
NOT_INJECTED = "not injected: only root can"


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[bool]:
    """A disk of this size at the folder, while it lasts; False where it cannot be had."""
    folder.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        done = False
    try:
        yield done
    finally:
        if done:
            subprocess.run(["umount", str(folder)], check=True)


@fault("disk full, shell", times=64)
def disk_full(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.folder.rmdir()
    with small_disk(subject.folder, 1500) as done:
        if not done:
            return Outcome(0, note=NOT_INJECTED)
        silent = 0
        for number in range(times):
            answer = subject.run("log", f'left calf 4 "{number:03} {"x" * 15_000}"')
            if answer.went_well:
                subject.acknowledged.add(f"{number:03} {'x' * 15_000}")
            silent += answer.is_traceback or (
                not answer.went_well and not {"room", "space"} & set(answer.errors.split())
            )
        silent += sum(subject.run(*command).is_traceback for command in COMMANDS)
        silent += not subject.is_sound()
        note = f"{len(subject.acknowledged)} stored, the rest refused"
        return Outcome(times + len(COMMANDS), subject.lost(), silent, 0, subject.seconds, note)


@fault("an old format on a disk with no room", times=4)
def no_room_to_migrate(home: Path, chance: Random, times: int) -> Outcome:
    silent, lost, seconds = 0, 0, 0.0
    for old in range(1, times + 1):
        subject = Subject(home / str(old))
        subject.folder.rmdir()
        with small_disk(subject.folder, 400) as done:
            if not done:
                return Outcome(0, note=NOT_INJECTED)
            of_format(old, subject.path)
            before = len(subject.ask("SELECT 1 FROM episode"))
            room = os.statvfs(subject.folder)
            (subject.folder / "filler").write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - 8192)))
            answer = subject.run("show")
            silent += answer.is_traceback or answer.went_well
            (subject.folder / "filler").unlink()
            silent += not subject.is_sound() or subject.ask("PRAGMA user_version") != [old]
            lost += before - len(subject.ask("SELECT 1 FROM episode"))
            seconds = max(seconds, subject.seconds)
    return Outcome(times, lost, silent, 0, seconds, "as it was")


def _is_for_all() -> bool:
    """Whether another user may run this Python."""
    try:
        return subprocess.run([sys.executable, "-c", ""], user=NOBODY, check=False).returncode == 0
    except PermissionError:
        return False


RIGHTS = ((0o400, 0o700), (0o000, 0o700), (0o600, 0o500), (0o600, 0o000), (0o400, 0o500))


@fault("file 0400, 0000, of root; folder 0500, 0000", times=len(RIGHTS))
def rights(home: Path, chance: Random, times: int) -> Outcome:
    if os.geteuid() != 0:
        return Outcome(0, note=NOT_INJECTED)
    if not _is_for_all():
        return Outcome(0, note="not injected: this Python lies where no other user may run it")
    silent, written, seconds = 0, 0, 0.0
    for number, (file, folder) in enumerate(RIGHTS):
        subject = Subject(home / str(number))
        subject.log("the first")
        for path in (home, *home.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        home.chmod(0o755)
        if number == 0:
            os.chown(subject.path, 0, 0)
        subject.path.chmod(file)
        subject.folder.chmod(folder)
        before = subject.path.read_bytes()
        for command in COMMANDS:
            with subject.start(*command, user=NOBODY, group=NOBODY, extra_groups=[]) as process:
                output, errors = process.communicate()
            answer = Answer(process.returncode, output.decode(), errors.decode())
            silent += answer.is_traceback
            written += answer.went_well and command[0] == "log" and subject.path.read_bytes() == before
        seconds = max(seconds, subject.seconds)
    return Outcome(len(RIGHTS) * len(COMMANDS), 0, silent, written, seconds, "reads where it can, one sentence else")


@fault("locked by another program for longer than it waits", times=1)
def locked(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    with closing(sqlite3.connect(subject.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        reads = [subject.run("show"), subject.run("find", "calf")]
        answers = [subject.log(f"mark {number}") for number in range(2)]
    silent = sum(not answer.went_well for answer in reads)
    silent += sum(answer.went_well or "Another program" not in answer.errors for answer in answers)
    silent += not subject.log("the last").went_well
    return Outcome(4, subject.lost(), silent, 0, subject.seconds, "reads go on; a sentence after the wait")


# ---- the clock ----------------------------------------------------------------------------------------------

AT = """
import sys
from datetime import UTC, datetime
from journal import moments
clock = moments.UserClock(datetime.fromisoformat(sys.argv[1]).astimezone(UTC), UTC)
moments.user_clock = lambda *_: clock
from journal.__main__ import run
sys.exit(run(sys.argv[2:]))
"""
CLOCKS = (
    "1970-01-01T12:00",
    "1999-12-31T12:00",
    "2026-03-29T02:30",
    "2038-01-19T03:14",
    "2100-02-28T12:00",
    "2262-04-11T23:47",
)


@fault("clock back, forward, 1970, 2038, 2100, 2262", times=len(CLOCKS))
def clocks(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    silent = 0
    for clock in CLOCKS[:times]:
        command = [sys.executable, "-c", AT, clock, "--db", str(subject.path)]
        for arguments in (("log", f'left calf 4 "at {clock}"'), ("show",), ("undo",), ("redo",)):
            done = subprocess.run(
                [*command, *arguments],
                cwd=schema.path().parent,
                env=subject.variables(),
                capture_output=True,
                text=True,
                check=False,
            )
            silent += "Traceback" in done.stderr or done.returncode not in (0, 2)
            silent += arguments[0] == "log" and done.returncode == 0 and clock < "2000" and clock[:4] not in done.stdout
            if arguments[0] == "redo" and done.returncode == 0:
                subject.acknowledged.add(f"at {clock}")
    silent += not subject.is_sound()
    return Outcome(4 * times, subject.lost(), silent, 0, subject.seconds, "the year is said")


ZONES = ("UTC", "Asia/Kathmandu", "Pacific/Apia", "Antarctica/Troll", "ABC+25", "nonsense", ":", "Europe/Dublin")


@fault("TZ changed from command to command, and nonsense", times=len(ZONES))
def zones(home: Path, chance: Random, times: int) -> Outcome:
    subject, silent = Subject(home), 0
    for zone in ZONES[:times]:
        subject.environment["TZ"] = zone
        answer = subject.log(f"in {zone}")
        silent += answer.is_traceback or (not answer.went_well and not answer.errors)
    subject.environment["TZ"] = "UTC"
    silent += not subject.is_sound() or not subject.run("show").went_well
    return Outcome(times, subject.lost(), silent, 0, subject.seconds)


# ---- streams, locale, environment ---------------------------------------------------------------------------


@fault("`log` and `undo` into /dev/full", times=2, few=2)
def full_device(home: Path, chance: Random, times: int) -> Outcome:
    subject, silent = Subject(home), 0
    subject.log("the first")
    for arguments in (("log", 'left calf 4 "told to nobody"'), ("undo",)):
        with Path("/dev/full").open("wb") as full, subject.start(*arguments, stdout=full) as process:
            _, errors = process.communicate()
        silent += process.returncode != NOT_SHOWN or b"stored" not in errors
    silent += "told to nobody" in subject.ask("SELECT note FROM episode")  # it was stored, and undone
    return Outcome(2, subject.lost(), silent, 0, subject.seconds, "stored, and said that it could not be shown")


ENVIRONMENTS: tuple[dict[str, str], ...] = (
    {"LANG": "C", "LC_ALL": "C"},
    {"LC_ALL": "nonsense"},
    {"TERM": "dumb"},
    {"TERM": "nonsense", "COLUMNS": "-3"},
    {"COLUMNS": "0"},
    {"COLUMNS": "100000", "LINES": "x"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    {"TMPDIR": "/nonexistent"},
    {"XDG_STATE_HOME": "/proc/nonexistent"},
    {"XDG_CONFIG_HOME": "/proc/nonexistent"},
    {"HOME": ""},
    {"HOME": "/proc/nonexistent"},
)


@fault("no locale, TERM, COLUMNS, HOME, TMPDIR, state or config folder", times=len(ENVIRONMENTS))
def environments(home: Path, chance: Random, times: int) -> Outcome:
    silent, lost, seconds = 0, 0, 0.0
    problems = []
    for number, environment in enumerate(chance.sample(ENVIRONMENTS, times)):
        subject = Subject(home / str(number), **environment)
        answers = [
            subject.log("é 漢"),
            *(subject.run(*command) for command in (("show",), ("find", "calf"), ("check",))),
        ]
        wrong = answers[0].code != 0 or any(answer.is_traceback for answer in answers)
        problems += [str(environment)] if wrong else []
        silent += wrong
        lost += subject.lost()
        seconds = max(seconds, subject.seconds)
    return Outcome(4 * times, lost, silent, 0, seconds, "; ".join(problems))


@fault("streams closed", times=3, few=1)
def closed_streams(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    silent = 0
    for number, closing_words in enumerate(("<&-", ">&-", "2>&-")[:times]):
        mark = f"closed {number}"
        line = " ".join(COMMAND) + f" --db '{subject.path}' log 'left calf 4 \"{mark}\"' {closing_words}"
        done = subprocess.run(
            ["sh", "-c", line], env=subject.variables(), cwd=schema.path().parent, capture_output=True, check=False
        )
        silent += b"Traceback" in done.stderr
        if done.returncode == 0:
            subject.acknowledged.add(mark)
    return Outcome(times, subject.lost(), silent, 0, subject.seconds)


NO_NETWORK = """
import sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        print("NETWORK", event, arguments, file=sys.stderr)
sys.addaudithook(watch)
from journal.__main__ import run
sys.exit(run(sys.argv[1:]))
"""


@fault("no network: what asks for one", times=len(COMMANDS))
def network(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home).fill(5)
    silent = 0
    for command in chance.sample(COMMANDS, times):
        done = subprocess.run(
            [sys.executable, "-c", NO_NETWORK, "--db", str(subject.path), *command],
            cwd=schema.path().parent,
            env=subject.variables(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        silent += b"NETWORK" in done.stderr
    return Outcome(times, 0, silent, 0, subject.seconds, "none of them does")


# ---- what is typed ------------------------------------------------------------------------------------------


@fault("arguments of random bytes", times=300)
def arguments(home: Path, chance: Random, times: int) -> Outcome:
    subject = Subject(home)
    subject.log("the first")
    words = ("log", "show", "find", "edit", "undo", "term", "question", "trends", "--json", "last", "calf", "--", "-")
    silent = 0
    for _ in range(times):
        size = chance.randrange(1, 5)
        line = [
            chance.choice(words)
            if chance.random() < 0.6
            else chance.randbytes(chance.randrange(1, 9)).replace(b"\0", b"a")
            for _ in range(size)
        ]
        answer = subject.run(*line)
        silent += answer.is_traceback or answer.code not in (0, 1, 2)
    return Outcome(times, 0, silent + (not subject.is_sound()), 0, subject.seconds, "exit code 0, 1 or 2, a sentence")


TOML = (
    b"[" * 5000,
    b"a = " + b"[" * 5000,
    b"\xff\xfe",
    b"theme = 3",
    b'[keys]\nundo = "\\u001b]52;c;AAAA\\u0007"',
    b"[backups]\ndaily = -1",
    b"[backups]\nfolder = 3",
    b"hours = 13",
    b"\0" * 100,
    b"x" * 1_000_000,
)


@fault("a settings file that is none", times=len(TOML), few=1)
def settings(home: Path, chance: Random, times: int) -> Outcome:
    file = home / "settings.toml"
    subject = Subject(home, TWITCH_JOURNAL_SETTINGS=str(file))
    silent = 0
    for octets in chance.sample(TOML, times):
        file.write_bytes(octets)
        answers = [subject.log(f"mark {len(octets)} {octets[:3].hex()}"), subject.run("where"), subject.run("backups")]
        silent += sum(answer.is_traceback or b"\x1b" in answer.output.encode() for answer in answers)
        silent += not answers[0].went_well
    return Outcome(3 * times, subject.lost(), silent, 0, subject.seconds, "a display setting never blocks the diary")
