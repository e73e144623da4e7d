"""Whatever a file holds, no command sends to a terminal what would steer it: every command there is, with each of its
options, over a diary that another program filled with escape sequences. And none names an illness but the guide, and
the signs where a yes leads to it."""

import io
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import pytest

from journal.charts import views
from journal.cli.group import commands
from tests import hostile
from tests.diary import Diary
from tests.disease_names import disease_names

WORDS = {
    "day": "today",
    "days": "30",
    "digit": "1",
    "file": "new.db",
    "first": "2026-11-01",
    "habit": "stress",
    "habits": "stress",
    "half_life": "5",
    "highest": "10",
    "id": hostile.PHONE_IDS[0],
    "identity": "last",
    "ids": hostile.PHONE_IDS[1],
    "kind": "twitch",
    "label": "x",
    "lag": "1",
    "last": "2026-11-21",
    "line": "twitch-journal log ",
    "low_means": "x",
    "lowest": "0",
    "high_means": "x",
    "new": "saved.db",
    "page": "1",
    "parent": "hand",
    "phrase": "left calf 4",
    "seed": "1",
    "side": "left",
    "since": "2026-11-01",
    "site": "calf",
    "slug": "mood",
    "guide name": "help",
    "search": "a",
    "question add name": "broth",
    **{f"question {verb} name": "mood" for verb in ("change", "remove", "on", "off", "hide")},
    "names": "mood\nother",
    "term add name": "knuckle",
    "settings key": "units",
    "profile key": "nicotine",
    "ask question": "may I?",
    "sign": "trip",
    "span": "2026-11-19..2026-11-21",
    "text": "a",
    "trial_name": "heat",
    "begins": "today",
    "blocks": "12",
    "block_days": "5",
    "to": "files",
    "unit": "mg",
    "until": "2026-11-21",
    "value": "ml",
    "view": "time",
    "which": "copy.db",
    "without": "notes",
    "born": "1980",
    "extras": "notes,episodes",
    "name": "Ada",
    "report to": "page.txt",
    "size": "10ml",
    "caffeine": "1mg",
    "alcohol": "1g",
}
"""What is said where a command takes a word of this name. A new command's new words belong here."""
ALSO: dict[str, list[list[str]]] = {
    "log": [["again"], ["1"], ["no caffeine"], ["no workout"], ["forget mood"], ["none"], ["stopped x"], ["-"]],
    "trends": [
        *([view, *options] for view in views.NAMED for options in ([], ["--text"])),
        *([view, form] for view in ("time", "compare", "sites", "relief") for form in ("--json", "--csv", "--svg")),
    ],
    "triggers": [["stress", "--json"], ["stress", "--text"], ["mood"], ["x"], ["--site", "x"]],
    "guide": [["xyzzy"], ["when"], ["judging"]],
    "find": [[]],
    "report": [["-"], ["page.pdf"]],
    "edit": [["2026-11-21:note", "y"], ["2026-11-21:mood", "5"], ["a", "5"], ["last"]],
    "delete": [["2026-11-21:note"], ["a"]],
    "question list": [[]],
    "settings": [[], ["units"], ["units", "oz"]],
    "signs advice": [[]],
    "completion": [
        [shell, "--line", f"twitch-journal {line}"]
        for shell in ("bash", "zsh", "fish")
        for line in (
            "log ",
            "log +",
            "edit ",
            "edit 2026-11-21:",
            "question on ",
            "trends --site ",
            "template set ",
            "settings ",
            "guide ",
        )
    ],
}
"""Command -> further words after it."""
AT_LEAST = {
    "demo": ["--write", "sample.db", "--days", "20"],
    "erase": ["--yes"],
    "restore": ["--yes"],
}
"""Command -> what keeps it from opening the app, or from asking where nobody answers."""


def every_command(command: click.Command = commands, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if isinstance(command, click.Group):
        if path and command.invoke_without_command:
            yield path, click.Command(path[-1])
        for name in command.list_commands(click.Context(command)):
            found_command = command.get_command(click.Context(command), name)
            assert found_command is not None
            yield from every_command(found_command, *path, name)
    else:
        yield path, command


def words(name: str, parameter: click.Parameter) -> list[list[str]]:
    """Each way to say a parameter of a command."""
    if isinstance(parameter, click.Option) and parameter.is_flag:
        return [[parameter.opts[0]]]
    if isinstance(parameter.type, click.Choice):
        values = list(parameter.type.choices)
    else:
        values = [WORDS.get(f"{name} {parameter.name}") or WORDS[str(parameter.name)]]
    option = [parameter.opts[0]] if isinstance(parameter, click.Option) else []
    return [[*option, *value.splitlines()] for value in values]


def ways(path: tuple[str, ...], command: click.Command) -> list[list[str]]:
    """A command with each of its words alone, beside those that it needs."""
    name = " ".join(path)
    needed = [*(words(name, part)[0] for part in command.params if part.required), AT_LEAST.get(name, [])]
    begin = [*path, *(word for part in needed for word in part)]
    alone = [[*begin, *said] for part in command.params if not part.required for said in words(name, part)]
    choices = [
        [*path, *said]
        for part in command.params
        if part.required
        for said in words(name, part)
        if len(command.params) == 1
    ]
    return [begin, *alone, *choices, *([*path, *more] for more in ALSO.get(name, []))]


COMMANDS = {" ".join(path): ways(path, command) for path, command in every_command()}


@cache
def hostile_file() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        hostile.make(path)
        return path.read_bytes()


def run(diary: Diary, folder: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    """A command on a fresh copy of the diary, beside which another lies; what is asked is answered."""
    folder.mkdir()
    for name in ("diary.db", "copy.db"):
        (folder / name).write_bytes(hostile_file())
    (folder / "inbox").write_text(hostile.PHONE, newline="\n")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(folder / "diary.db"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"y\n" * 30)))
    return diary.ran(*words)


def test_the_diary_holds_it_in_every_table_and_in_every_column_that_takes_any_text(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    path.write_bytes(hostile_file())
    with closing(sqlite3.connect(path)) as connection:
        columns = {(table, column) for table, column, _ in hostile.text_columns(connection)}
        for table in {table for table, _ in columns}:
            assert connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0], f"{table} has no row"
        clean = columns - hostile.spoiled_columns(connection)
    others = {f"{table}.{column}" for table, column in clean if table not in hostile.HISTORY}
    assert not {
        column for column in others if column.split(".")[1] in ("text", "note", "name", "label", "unit", "reason")
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_steers_the_terminal(
    diary: Diary, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("TERM", "xterm")
    for number, words in enumerate(COMMANDS[name]):
        code, output, errors = run(diary, tmp_path / str(number), words, monkeypatch)
        assert hostile.steering(output + errors) == [], words
        assert code in (0, 1, 2), (words, errors)
        assert "in the program itself" not in errors, (words, errors)
        assert name in ("guide", "signs") or not disease_names(output + errors), words
        if "--svg" in words and code == 0:
            hostile.read_as_xml(output)
        for text in (tmp_path / str(number)).rglob("*.txt"):
            assert hostile.steering(text.read_text("utf-8").replace("\r\n", "\n")) == [], text
            assert not disease_names(text.read_text("utf-8")), text


def test_a_column_that_the_program_keeps_clean_is_shown_clean_too(diary: Diary, tmp_path: Path) -> None:
    """As a file is in which the schema was changed, or a byte was flipped: it is refused or shown, never let out."""
    (tmp_path / "first.db").write_bytes(hostile_file())
    with closing(sqlite3.connect(tmp_path / "first.db")) as connection:
        spoiled = hostile.spoiled_columns(connection)
        clean = [column[:2] for column in hostile.text_columns(connection) if column[:2] not in spoiled]
    assert ("step", "kind") in clean
    for number, (table, column) in enumerate(clean):
        path = tmp_path / f"{number}.db"
        path.write_bytes(hostile_file())
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            hostile.spoil(connection, table, column)
        code, output, errors = diary.ran("--db", str(path), "undo" if table in hostile.HISTORY else "show")
        assert hostile.steering(output + errors) == [], (table, column)
        assert code in (0, 2, 70), (table, column)
