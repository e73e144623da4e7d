"""What every command prints: fitted to the width, the user's words as they are, colour never needed."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.terminal import cell_len
from tests.diary import Diary
from tests.shell.terminal import Terminal
from tests.store.diaries import by_hand

LISTED = [
    *(["show"], ["show", "2026-11-18..2026-11-21"], ["find"], ["find", "a"], ["find", "--page", "2"]),
    *(["question", "list"], ["term", "list"], ["term", "list", "site"], ["template", "list"], ["settings"]),
    *(["edit", "last", "5"], ["delete", "last"], ["undo"], ["redo"], ["erase", "last", "--yes"], ["checkin"]),
    *(["question", "add", "cold_showers_before_breakfast", "--label", "Cold showers in the morning, minutes of them"],),
    *(["question", "off", "stress"], ["template", "set", "3", "calf", "a note of many words, and more of them"]),
    *(["term", "add", "drink", "a tea from so many herbs", "--size", "300ml", "--caffeine", "3mg"],),
]


@pytest.fixture
def full(diary: Diary) -> Diary:
    diary.said("term", "add", "site", "a very long name for one place")
    diary.said("template", "set", "1", "left twitch calf 4 2m on and off at rest pain no numb visible filmed +stretch")
    for line in (
        "2026-11-18: cramp both calves 7 +stretch -heat"
        ' tried massage "woke me, and again after that; 夜中に何度も足がつった"',
        "slept 23:40-06:10",
        'lift whole 45m 8 "with a long note of many words that has to be wrapped at any width"',
        "started magnesium 300mg",
        "left twitch a_very_long_name_for_one_place 4 2m on and off at rest pain visible filmed",
        "note one line\nand another, longer one, that has to be wrapped at forty columns",
        "thumb 3",
    ):
        diary.log(line.replace("\n", " ") if not line.startswith("note") else line)
    return diary


@pytest.mark.parametrize("columns", [40, 80])
def test_every_line_fits(
    full: Diary, columns: int, monkeypatch: pytest.MonkeyPatch, answer: Callable[[str], None]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in LISTED:
        answer("\n7\n")
        said = full.said(*command)
        lines = [line for line in said.splitlines() if not line.strip().startswith("/")]  # but for a path
        assert [line for line in lines if cell_len(line) > columns] == [], command


@pytest.mark.parametrize(
    "command",
    [["show"], ["find"], ["question", "list"], ["term", "list"], ["template", "list"], ["settings"]],
    ids=" ".join,
)
def test_whatever_is_listed_is_json_too(full: Diary, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert json.loads(full.said(*command, "--json"))


def test_control_characters_of_a_file_are_shown_as_pictures(full: Diary) -> None:
    by_hand(
        full.path, "UPDATE episode SET note = 'a' || char(27) || '[31mb' || char(7) || char(0x9b) WHERE site = 'thumb'"
    )
    by_hand(full.path, "UPDATE template SET phrase = 'calf' || char(27)")
    by_hand(full.path, "UPDATE question SET label = 'Stress' || char(27) WHERE slug = 'stress'")
    by_hand(full.path, "INSERT INTO term (kind, slug) VALUES ('site', 'x' || char(27))")
    commands = [["show"], ["find", "thumb"], ["find", "thumb", "--json"], ["template", "list"], ["question", "list"]]
    for command in [*commands, ["term", "list"], ["term", "list", "site"], ["question", "off", "stress"]]:
        said = full.said(*command)
        assert not any(letter < " " and letter != "\n" for letter in said), command
        assert "\x9b" not in said
    assert "“a␛[31mb␇‹9B›”" in full.said("find", "thumb")


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_is_for_terminals_that_have_it(tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    command = [sys.executable, "-m", "journal", "--db", str(tmp_path / "diary.db"), "show"]
    with Terminal(command, environment) as terminal:
        assert terminal.ends() == 0
    assert ("\x1b[1m" in terminal.raw) == coloured
    assert "Check-in" in terminal.shown


def test_no_colour_in_a_pipe(full: Diary) -> None:
    assert "\x1b" not in full.said("show")


def test_an_error_on_a_narrow_terminal_is_broken_between_words(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "journal", "--db", str(tmp_path / "diary.db"), "log", "claf 4"]
    with Terminal(command, {}, columns=40) as terminal:
        assert terminal.ends() == 2
    lines = terminal.shown.splitlines()
    assert " ".join(lines).startswith("“claf” is not a known word; did you mean")
    assert all(len(line) <= 40 for line in lines)
