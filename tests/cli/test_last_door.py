"""Whatever goes wrong ends in one sentence: what was kept, and what to do."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from journal import __main__ as door
from journal.cli import COMMANDS
from journal.store.file import connections, schema
from tests.cli.command import COMMAND, environment, run
from tests.shell.terminal import Terminal
from tests.store.diaries import ask

DIARY_WORDS = "the zebra word"


@click.command()
def broken() -> None:
    diary_text = DIARY_WORDS
    raise ValueError(diary_text)


def write_to_full_disk(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, its standard output on a disk without room."""
    with Path("/dev/full").open("w") as full:
        return subprocess.run(
            [*COMMAND, "--db", str(home / "diary.db"), *arguments],
            cwd=schema.path().parent,
            env=environment(home),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_what_was_stored_but_could_not_be_shown_says_so_with_an_exit_code_of_its_own(tmp_path: Path) -> None:
    logged = write_to_full_disk(tmp_path, "log", "left calf 4")
    assert logged.returncode == 3
    assert logged.stderr.startswith("It was stored, but could not be shown: No space left on device.")
    assert ask(tmp_path / "diary.db", "SELECT count(*) FROM episode") == [1]
    undone = write_to_full_disk(tmp_path, "undo")
    assert (undone.returncode, undone.stderr[:13]) == (3, "It was stored")
    assert ask(tmp_path / "diary.db", "SELECT count(*) FROM episode") == [0]
    shown = write_to_full_disk(tmp_path, "show")
    assert (shown.returncode, shown.stderr) == (2, "The system refused: No space left on device.\n")
    for command in ("checkin", "signs"):
        questioned = write_to_full_disk(tmp_path, command)
        assert (questioned.returncode, questioned.stderr) == (2, "The system refused: No space left on device.\n")
    copied = write_to_full_disk(tmp_path, "backup", str(tmp_path / "copy.db"))
    assert (copied.returncode, copied.stderr[:11]) == (3, "It was done")


def test_a_fault_of_the_program_is_one_sentence_without_a_word_of_the_diary(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(COMMANDS, "where", (f"{__name__}:broken", ""))
    assert door.run(["where"]) == 70
    said = capsys.readouterr().err
    assert said.startswith("Something is wrong in the program itself (ValueError); nothing was stored.")
    assert "Traceback" not in said
    assert DIARY_WORDS not in said
    with pytest.raises(ValueError, match=DIARY_WORDS):
        door.run(["--debug", "where"])


def test_words_that_are_no_text_are_refused_in_every_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(tmp_path / "diary.db"))
    assert door.run(["log", "coffee"]) == 0
    for command in (["find"], ["erase"], ["delete"], ["question", "add"]):
        assert door.run([*command, "caf\udce9"]) == 2
        assert "Something is wrong" not in capsys.readouterr().err


def test_debug_stands_before_the_command_beside_the_diary(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for options in (["--debug", "--db", "d.db"], ["--db", "d.db", "--debug"], ["--db=d.db", "--debug"]):
        assert door.run([*options, "where"]) == 0
    door.run(["--db", str(tmp_path / "d.db"), "log", "note", "--debug"])
    assert "--debug" in capsys.readouterr().out


def test_a_pipe_whose_reader_has_gone_is_no_error(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    for arguments in (["show"], ["trends"], ["where"]):
        ended = subprocess.run(
            [*COMMAND, *arguments],
            cwd=schema.path().parent,
            env=environment(tmp_path),
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
        )
        assert (ended.returncode, ended.stderr) == (0, b"")
    os.close(writer)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_command_that_takes_its_time_says_that_it_is_at_work(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    assert run(tmp_path, "--db", str(path), "log", "stress 3").returncode == 0
    with connections.connect(path, write=True) as other:
        other.execute("BEGIN IMMEDIATE")
        with Terminal([*COMMAND, "--db", str(path), "log", "left calf 4"], environment(tmp_path)) as terminal:
            terminal.waits_for("waiting for another program, 1 s")
            other.execute("ROLLBACK")
            terminal.waits_for("stored: ").ends()
