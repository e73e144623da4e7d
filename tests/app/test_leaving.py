"""The app in a process of its own that is asked to end, or whose window is closed: what was entered is stored."""

import os
import re
import signal
import sys
from pathlib import Path

from tests.shell.terminal import PATIENCE, Terminal
from tests.store.diaries import ask

F2 = "\x1bOQ"
MODES = (("\x1b[?1049h", "\x1b[?1049l"), ("\x1b[?25l", "\x1b[?25h"), ("\x1b[?1000h", "\x1b[?1000l"))


def app(path: Path, home: Path) -> Terminal:
    return Terminal([sys.executable, "-m", "journal", "--db", str(path)], {"TZ": "UTC", "HOME": str(home)})


def last_line(text: str) -> str:
    """Before what may have been wiped from the line on which a slow machine says that it is still at work."""
    return [line for line in text.splitlines() if line.strip()][-1]


def test_asked_to_end_it_stores_what_was_entered_and_gives_the_terminal_back(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    with app(path, tmp_path) as terminal:
        terminal.waits_for("0 none").types("left calf 4\r").waits_for("stored:")
        terminal.types(f"{F2}6.5\r7\r8")
        os.kill(terminal.process.pid, signal.SIGTERM)
        assert terminal.ends() == 128 + signal.SIGTERM
    assert all(-1 < terminal.raw.rfind(begun) < terminal.raw.rfind(ended) for begun, ended in MODES)
    assert "Traceback" not in terminal.raw
    assert ask(path, "SELECT intensity FROM episode") == [4]


def test_when_its_window_is_closed_it_stores_what_was_entered_and_ends(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    with app(path, tmp_path) as terminal:
        terminal.waits_for("0 none").types("left calf 4\r").waits_for("stored:").types("thumb 2\rthumb 3\r")
        terminal.waits_for("thumb")
        terminal.hangs_up()
        terminal.process.wait(PATIENCE)
    assert ask(path, "SELECT intensity FROM episode ORDER BY rowid") == [4, 2, 3]


def test_what_could_not_be_stored_when_its_window_is_closed_waits_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    with app(path, tmp_path) as terminal:
        terminal.waits_for("0 none").types("left calf 4\r").waits_for("stored:")
        path.rename(tmp_path / "elsewhere.db")
        terminal.types("thumb 2\r").waits_for("not stored yet").types("knee 3").waits_for("knee 3")
        terminal.hangs_up()
        terminal.process.wait(PATIENCE)
    (tmp_path / "elsewhere.db").rename(path)
    (kept,) = Path(os.environ["XDG_STATE_HOME"], "twitch-journal").glob("*.lines")
    assert kept.stat().st_mode & 0o777 == 0o600
    with app(path, tmp_path) as terminal:
        terminal.waits_for("2 lines were not stored last time.").waits_for("thumb, twitch, 2 of 10")
        path.rename(tmp_path / "elsewhere.db")
        terminal.types("eyelid 5\r").waits_for("not stored yet").types("hip 1").waits_for("hip 1").types("\x11")
        assert terminal.ends() == 1
    given_back(
        terminal,
        ": hip 1",
        "2 lines that you entered are not stored: It was half typed when the window was closed.",
        f"twitch-journal --db {path} log -",
        ": knee 3",
        last="eyelid 5",
    )
    assert ask(tmp_path / "elsewhere.db", "SELECT intensity FROM episode ORDER BY rowid") == [4, 2]
    assert list(kept.parent.glob("*.lines")) == []


def given_back(terminal: Terminal, *texts: str, last: str) -> None:
    """The terminal is as it was, and behind that stands what was not stored."""
    assert all(-1 < terminal.raw.rfind(begun) < terminal.raw.rfind(ended) for begun, ended in MODES)
    left = terminal.raw[terminal.raw.rfind("\x1b[?1049l") :]
    assert [text for text in texts if text not in left] == []
    assert last_line(left).endswith(last)


def caught(process: int) -> set[int]:
    """The signals that a process has a handler for, where the system tells; else all."""
    if not (status := Path(f"/proc/{process}/status")).exists():
        return set(signal.Signals)
    (mask,) = re.findall(r"^SigCgt:\s*(\w+)$", status.read_text(), re.MULTILINE)
    return {number for number in range(1, 65) if int(mask, 16) >> (number - 1) & 1}


def test_what_is_not_stored_is_printed_with_how_to_store_it_when_the_terminal_was_given_back(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    with app(path, tmp_path) as terminal:
        terminal.waits_for("0 none").types("left calf 4\r").waits_for("stored:")
        path.rename(tmp_path / "elsewhere.db")  # refused at once, while a lock is waited for
        terminal.types("thumb 2\r").waits_for("not stored yet").types("knee 3").waits_for("knee 3")
        assert {signal.SIGTERM, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2} <= caught(terminal.process.pid)
        os.kill(terminal.process.pid, signal.SIGINT)
        assert terminal.ends() == 128 + signal.SIGINT
    given_back(
        terminal,
        ": knee 3",
        "1 line that you entered is not stored: ",
        f"twitch-journal --db {path} log -",
        last="thumb 2",
    )
    assert ask(tmp_path / "elsewhere.db", "SELECT intensity FROM episode") == [4]
