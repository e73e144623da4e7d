"""The Tab key in bash, zsh and fish.

The shells on this machine are tested; `TWITCH_JOURNAL_SHELLS` names those that have to be here (`.ci/run` sets it to
those that it found or installed), so that a shell cannot drop out of the tests unseen.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from tests.diary import Diary
from tests.shell.terminal import Terminal

ALL = ("bash", "zsh", "fish")
HERE = [shell for shell in ALL if shutil.which(shell)]


def test_every_shell_that_has_to_be_here_is_here() -> None:
    assert set(os.environ.get("TWITCH_JOURNAL_SHELLS", "bash").split()) <= set(HERE)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The command on the PATH of an empty home, with a diary of its own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "twitch-journal"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m journal "$@"\n')
    command.chmod(0o755)
    paths = f"{folder}:{os.environ['PATH']}"
    return {
        "PATH": paths,
        "HOME": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TWITCH_JOURNAL_DB": str(tmp_path / "diary.db"),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
    }


FINISHED = {
    "checki": "checkin",
    "log left corner of e": "log left corner of eye",
    "log calf +stre": "log calf +stretch",
    "edit 2026-11-21:no": "edit 2026-11-21:note",
    "find --pa": "find --page",
}
"""What is typed -> what it is after Tab, behind `twitch-journal`."""


def by_fish(environment: dict[str, str], lines: Iterable[str] = FINISHED) -> dict[str, str]:
    """fish itself says what it would offer."""
    asked = "; echo; ".join(f"complete -C 'twitch-journal {line}'" for line in lines)
    command = ["fish", "-c", f"twitch-journal completion fish | source; {asked}"]
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    answers = [answer.partition("\t")[0] for answer in said.split("\n\n")]
    return {
        line: f"{line.rpartition(' ')[0]} {answer.strip()}".lstrip()
        for line, answer in zip(lines, answers, strict=True)
    }


def by_typing(
    shell: list[str], prepare: str, environment: dict[str, str], lines: Iterable[str] = FINISHED
) -> dict[str, str]:
    """What the line has become when Tab was pressed on a terminal; `echo` is put before it, so that it is printed."""
    found = {}
    to_begin, to_end = "\x01", "\x05"
    with Terminal(shell, {**environment, "PS1": "", "PROMPT": "", "RPROMPT": "", "PS2": ""}) as terminal:
        terminal.types(f'{prepare}; eval "$(twitch-journal completion {shell[0]})"; echo rea""dy\n').waits_for("ready")
        for line in lines:
            terminal.types(f"twitch-journal {line}\t{to_begin}echo LI''NE {to_end} ::\n").waits_for(
                "LINE twitch-journal "
            )
            begin = terminal.read
            terminal.waits_for("::\n")
            found[line] = terminal.shown[begin : terminal.read].removesuffix("::\n").strip()
    return found


@pytest.mark.parametrize("shell", HERE)
def test_a_word_is_finished(shell: str, environment: dict[str, str], diary: Diary) -> None:
    diary.log("note bad night")
    assert finished(shell, environment, FINISHED) == FINISHED


def finished(shell: str, environment: dict[str, str], lines: Iterable[str]) -> dict[str, str]:
    return {
        "bash": lambda: by_typing(["bash", "--norc", "--noprofile", "-i"], "set +o history", environment, lines),
        "zsh": lambda: by_typing(["zsh", "-f", "-i"], "autoload -Uz compinit; compinit -u -D", environment, lines),
        "fish": lambda: by_fish(environment, lines),
    }[shell]()


@pytest.mark.parametrize("shell", HERE)
def test_a_word_that_a_foreign_file_holds_is_one_word_to_the_shell_and_runs_nothing(
    shell: str, environment: dict[str, str], diary: Diary, tmp_path: Path
) -> None:
    diary.log("calf")
    names = ("zzq it's", "yyq$(touch ran)`touch ran`;touch ran&*", 'wwq"a b~#c', "vvq\x1b[2J")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.executemany("INSERT INTO term (kind, slug) VALUES ('site', ?)", [(name,) for name in names])
    lines = {f"term add site x --parent {name[:3]}": f"term add site x --parent {name}" for name in names[:-1]}
    assert finished(shell, {**environment, "HOME": str(tmp_path)}, lines) == lines
    assert not list(tmp_path.rglob("ran"))
    assert not Path("ran").exists()
    assert offered(diary, "twitch-journal term add site x --parent vvq") == []


# ---- what is offered, without a shell -----------------------------------------------------------------------

OFFERED = {
    "left forea": "forearm",
    "log left brow_": "brow_tail",
    "log midl": "midline",
    "log espr": "espresso",
    "log twitchine": "twitchiness",
    "log journ": "journaling",
    "log calf -mass": "-massage",
    "delete la": "last",
    "erase 2026-11-21:str": "2026-11-21:stress",
    "question on anx": "anxiety",
    "settings day": "day starts",
    "term add rel": "relief",
}


def offered(diary: Diary, line: str) -> list[str]:
    return [one.partition("\t")[0] for one in diary.said("completion", "zsh", "--line", line).splitlines()]


def test_whatever_a_command_takes_is_offered(diary: Diary) -> None:
    diary.log("stress 7")
    diary.said("question", "add", "journaling")
    diary.said("term", "add", "site", "brow_tail")
    assert {line: offered(diary, f"twitch-journal {line}") for line in OFFERED} == {
        line: [word] for line, word in OFFERED.items()
    }


def test_ids_are_those_written_last_with_what_they_say(diary: Diary) -> None:
    diary.log("calf 4")
    diary.log('thumb "a\tb\nc"')
    diary.log("stress 7")
    last, answer, thumb, calf = diary.said("completion", "fish", "--line", "twitch-journal edit ").splitlines()
    assert last == "last\tthe record that was written last"
    assert answer == "2026-11-21:stress\tSat 21 Nov stress 7 of 10"
    assert thumb.partition("\t")[2] == "Sat 21 Nov 20:00 thumb, twitch, “a b c”"
    assert calf.partition("\t")[2] == "Sat 21 Nov 20:00 calf, twitch, 4 of 10"


def test_plurals_and_other_names_come_where_nothing_else_begins_so(diary: Diary) -> None:
    assert offered(diary, "twitch-journal log calv") == ["calves"]
    assert "calves" not in offered(diary, "twitch-journal log cal")


def test_options_and_words_behind_a_minus(diary: Diary) -> None:
    assert offered(diary, "twitch-journal log calf -he") == ["-heat"]
    assert offered(diary, "twitch-journal show --j") == ["--json"]
    assert "--yes" in offered(diary, "twitch-journal erase last -")


def test_another_diary_is_asked_where_the_line_names_one(diary: Diary, tmp_path: Path) -> None:
    diary.said("--db", str(tmp_path / "other.db"), "question", "add", "journaling")
    line = "log journ"
    assert offered(diary, f"twitch-journal --db {tmp_path}/other.db {line}") == ["journaling"]
    assert offered(diary, f"twitch-journal {line}") == []


def test_what_cannot_be_read_offers_nothing(diary: Diary) -> None:
    diary.path.write_text("no diary at all")
    assert offered(diary, "twitch-journal log ca") == []
    assert offered(diary, 'twitch-journal log "left ca') == []
    assert "checkin" in offered(diary, "twitch-journal ")
