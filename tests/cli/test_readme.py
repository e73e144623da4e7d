"""The README's commands do what they say, and the files it names are there."""

import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from journal.store.file import schema
from tests.diary import Diary, but_for_a_beginning

ROOT = schema.path().parent
README = (ROOT / "README.md").read_text("utf-8")
FENCE = re.compile(r"^```(console|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    """What a reader types: the lines of a shell, and those behind `$` where the output stands beside them."""
    return [
        line.removeprefix("$ ")
        for kind, block in FENCE.findall(text)
        for line in block.splitlines()
        if line and (kind == "sh" or line.startswith("$ "))
    ]


def test_every_command_of_the_readme_ends_well(diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, by one reader, on a diary that begins empty."""
    set_up, everyday = README.split("\n## ", 1)
    assert len(commands(set_up)) == 2, "these two are run in a clean clone, by tests/bench/fresh_machine.py"
    assert len(commands(everyday)) >= 15
    monkeypatch.chdir(tmp_path)
    for command in commands(everyday):
        before, _, line = command.rpartition(" | ")
        typed = subprocess.run(["bash", "-c", before], capture_output=True, check=True).stdout
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        program, *arguments = shlex.split(line)
        assert program == "twitch-journal"
        code, output, errors = diary.ran(*arguments)
        assert (code, but_for_a_beginning(errors)) == (0, ""), command
        assert output, command


def test_every_file_that_the_readme_names_is_there() -> None:
    named = set(re.findall(r"\]\(([^)#:]+)\)", README)) | set(re.findall(r"`((?:journal|tests|\.ci)/[\w/.]*)`", README))
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
