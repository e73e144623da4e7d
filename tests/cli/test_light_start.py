"""A command imports only what it needs, so that one who logs a twitch does not wait."""

import sys
from pathlib import Path

import pytest

from journal.store.file import connections
from tests.cli.command import run

HEAVY = {"textual", "sqlmodel", "sqlalchemy", "pydantic", "pandas", "numpy", "plotext", "rich"}
ON_LOG = {
    *("click", "dataclasses", "decimal", "difflib", "inspect", "json", "platformdirs", "shutil"),
    *("tomlkit", "tomllib", "uuid", "zoneinfo"),
}
ASKED = """
import sys
from journal.__main__ import run
code = run(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""
"""Runs a command and tells which modules it imported."""


LIGHT: dict[str, set[str]] = {
    "log left calf 4 2m +stretch": ON_LOG,
    "start left calf": ON_LOG,
    "show": {"json", "difflib"},
    "undo": set(),
    "guide help": set(),
    "--help": {"sqlite3", "json"},
    "--version": {"sqlite3", "json"},
    "log --help": set(),
}
"""A command -> what it does not need either."""
AFTER_ANOTHER = ("log left calf 4 2m +stretch", "start left calf")
"""Those before which another line is logged, for the first one of a day makes a backup once it has been answered."""


@pytest.mark.parametrize("command", LIGHT)
def test_nothing_heavy_is_imported(tmp_path: Path, command: str) -> None:
    path = str(tmp_path / "diary.db")
    connections.make(path)
    if command in AFTER_ANOTHER:
        run(tmp_path, "log", "left calf 4", TWITCH_JOURNAL_DB=path)
    ended = run(tmp_path, *command.split(), command=[sys.executable, "-c", ASKED], TWITCH_JOURNAL_DB=path)
    assert ended.returncode == (2 if command == "undo" else 0), ended.stderr
    imported = set(ended.stderr.decode().split())
    assert {"journal", "sys"} <= imported
    assert not imported & (HEAVY | LIGHT[command])
