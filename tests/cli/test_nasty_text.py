"""The user's words are sacred: any text goes in and comes out verbatim, whatever it holds; control characters are
refused, and where a file holds one all the same it is shown as a picture and never sent to the terminal."""

import io
import json
import re
import sqlite3
import sys
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import run
from tests.diary import Diary, but_for_a_beginning

TEXTS = {
    "brackets": "[calf] and [b]more[/b]",
    "a closing tag": "[/x]",
    "a tag cut off": "[/",
    "a tag of a terminal library": "[bold red]alarm[/] [@click=app.quit]x[/]",
    "emoji, joined and of a skin": "👨‍👩‍👧‍👦 👩🏽‍⚕️ ❤️",
    "flags": "🇩🇪 🏳️‍🌈 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "from right to left": "שלום עולם مرحبا",
    "an override of direction": "abc\u202eevil\u202c\u2066isolated\u2069",
    "combining and without width": "e\u0301 Z̤͑ a\u200bb\u00adc\ufeffd",
    "500 letters": "x" * 500,
    "500 letters of words": ("lorem ipsum " * 42)[:500].strip(),
    "500 wide signs": "漢字" * 250,
    "newlines": "one\ntwo\n\n    indented\nlast",
    "a tab": "one\ttwo",
    "a formula": "=SUM(A1)",
    "other beginnings of a formula": "+1-2@cmd|' /C calc'!A0",
    "quotes": "it's \"quoted\" 'so' “and so” «and so»",
    "a quote alone": '"',
    "backslashes": 'C:\\new\\table \\ \\\\ \\"',
    "commas and a colon": "a, b,c: d, 1,5",
    "an escape sequence as text": "\\x1b[31mred\\033[0m ^[[1m \\u001b",
    "words of the grammar": "none, forget stress; 2026-11-21: x12 left calf +stretch",
    "the words of a shell": "$HOME `ls` ; rm -rf ~ & | > < * ? ! #",
    "sql": "'); DROP TABLE episode; --",
    "a format": "%s {0} {note} %(x)s",
    "markup": "<b>&amp;</b> <script>",
    "what a table reads as missing": "NA null None nan",
    "line and paragraph separators": "one\u2028two\u2029three",
    "outside the basic plane, unassigned and private": "𝔘𝔫𝔦 \U000fffff \ue000 \uffff",
    "blanks in a row": "a  b   c",
}
PLACES = {
    "an episode's note": ("left calf {}", "episode", "note"),
    "a workout's note": ("run 30m {}", "workout", "note"),
    "a medicine's name": ("started {}", "medicine", "name"),
    "what was taken": ("took {}", "dose", "name"),
    "an event's text": ("ill {}", "event", "text"),
    "an event's note": ("visit neurologist {}", "event", "note"),
    "the day's note": ("note {}", "day_note", "text"),
}


def quoted(text: str) -> str:
    """The text as it is typed in quotes; newlines and tabs are typed as they are."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def stored(path: Path, table: str, column: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(f"SELECT {column} FROM {table} WHERE {column} > ''")]


DAYS = {f"2026-10-{day:02}": text for day, text in enumerate(TEXTS.values(), 1)}
"""Each text on a day of its own."""


def assert_said(page: str, text: str) -> None:
    """In as many places as there are, each line of the text as it is."""
    for part in text.split("\n"):
        assert page.count(part.strip()) >= len(PLACES)


def test_any_text_is_stored_and_shown_verbatim(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "2000")
    for day, text in DAYS.items():
        line = ", ".join(place.format(quoted(text)) for place, *_ in PLACES.values())
        assert_said(diary.said("log", f"{day}: {line}"), text)
    for _, table, column in PLACES.values():
        assert set(stored(diary.path, table, column)) >= {*TEXTS.values()}

    days = json.loads(diary.said("show", "2026-10", "--json"))
    for day, (date, text) in zip(days[: len(DAYS)], DAYS.items(), strict=True):
        assert (day["day"], day["note"]) == (date, text)
        for _, table, column in PLACES.values():
            if table != "day_note":
                assert text in [record[column] for record in day["records"] if record["table"] == table]
        assert_said(diary.said("show", date), text)
    for text in reversed(DAYS.values()):
        assert_said(diary.said("undo"), text)
    for text in list(DAYS.values())[:3]:  # in the words of undo
        assert_said(diary.said("redo"), text)


def test_a_text_too_long_for_a_line_is_broken_and_nothing_of_it_is_lost(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    diary.log_all(f"{day}: note {quoted(text)}" for day, text in DAYS.items())
    for day, text in DAYS.items():
        note = diary.said("show", day).split("Note: ")[1]
        assert re.sub(r"\s", "", note) == re.sub(r"\s", "", text)
        assert all(line.startswith("      ") for line in note.split("\n")[1:-1] if line)


def test_the_rest_of_a_note_is_taken_as_it_stands(diary: Diary) -> None:
    for text in ('[calf] "so", he said', "it's =SUM(A1)", 'a"b', "\\n is no newline"):
        diary.said("log", f"note {text}")
        assert stored(diary.path, "day_note", "text")[-1].endswith(text)


def test_a_quoted_argument_of_the_shell_is_the_text_verbatim(tmp_path: Path) -> None:
    """In a process of its own: what the shell passes, the file holds and the terminal gets."""
    path = tmp_path / "diary.db"
    text = 'woke me, [calf] "so" \\n it\'s\n=SUM(A1) 👨‍👩‍👧 \u202eevil שלום \\x1b[31m'
    logged = run(tmp_path, "--db", str(path), "log", "left", "calf", text, COLUMNS="500")
    assert (logged.returncode, but_for_a_beginning(logged.stderr.decode())) == (0, "")
    assert stored(path, "episode", "note") == [text]
    shown = run(tmp_path, "--db", str(path), "show", COLUMNS="500").stdout.decode()
    assert all(part in shown for part in text.split("\n"))


# ---- control characters -------------------------------------------------------------------------------------

CONTROLS = [chr(code) for code in range(0x100) if unicodedata.category(chr(code)) == "Cc" and chr(code) not in "\n\t"]


def test_control_characters_are_refused_and_named(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(CONTROLS) == 63
    for some in (CONTROLS[:20], CONTROLS[20:40], CONTROLS[40:60], CONTROLS[60:]):
        lines = "\n".join(f"note a{control}b" for control in some).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
        *refused, nothing = diary.refused("log", "-").splitlines()
        assert refused == [
            f"Line {number}: the line holds a control character (U+{ord(control):04X}), which cannot be stored"
            for number, control in enumerate(some, 1)
        ]
        assert nothing == "Nothing was stored."
    assert not diary.path.exists()


def test_control_characters_are_refused_wherever_they_come_in(tmp_path: Path, diary: Diary) -> None:
    """In a process of its own: as an argument and, with NUL, which no argument can hold, on standard input."""
    for control in ("\x1b[31m", "\x9b31m", "\x7f"):
        assert f"a control character (U+{ord(control[0]):04X})" in diary.refused("log", f"left calf {control}")
    refused = run(tmp_path, "log", "left calf \x9b31m".encode())
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert "a control character (U+009B)" in refused.stderr.decode()
    refused = run(tmp_path, "log", "-", octets=b"left calf\nthumb \0\nnote a\rb\n")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert "Line 2: the line holds a control character (U+0000)" in refused.stderr.decode()
    assert "Line 3: the line holds a control character (U+000D)" in refused.stderr.decode()
    assert not list(tmp_path.rglob("*.db"))


NASTY = "a\x1b[31mb\x07c\x00d\x9be\x7ff\rg\x85h\x1b]0;title\x07"
PICTURES = "a␛[31mb␇c␀d‹9B›e␡f␍g‹85›h␛]0;title␇"


@pytest.fixture
def spoiled(diary: Diary) -> Diary:
    """A diary into which another program wrote control characters, wherever text may stand."""
    for line in ('left calf +stretch "x"', "espresso", "run 30m", "started magnesium 3mg", "took x", "ill x", "note x"):
        diary.log(line)
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        for table, column in (
            *(("episode", "note"), ("episode", "site"), ("relief", "name"), ("drink", "name"), ("workout", "kind")),
            *(("medicine", "name"), ("medicine", "dose"), ("dose", "name"), ("event", "text"), ("day_note", "text")),
        ):
            connection.execute(f"UPDATE {table} SET {column} = ?", (NASTY,))
        connection.execute("INSERT INTO template VALUES ('1', ?)", (NASTY,))
        connection.execute(
            "INSERT INTO question (slug, label, unit, low_means, place) VALUES ('mood', ?, ?, ?, 99)", (NASTY,) * 3
        )
        connection.execute("INSERT INTO answer (day, question, value) VALUES ('2026-11-21', 'mood', 3)")
        connection.execute("INSERT INTO term (kind, slug) VALUES ('site', ?)", (NASTY,))
    return diary


def assert_harmless(*texts: str) -> None:
    assert not [letter for text in texts for letter in text if letter in CONTROLS]


def test_control_characters_in_the_file_are_shown_as_pictures(spoiled: Diary) -> None:
    page = spoiled.said("show")
    assert_harmless(page)
    assert page.count(PICTURES) >= 10
    assert f"template 1: {PICTURES}" in spoiled.said("undo")


def test_control_characters_in_the_file_never_reach_a_terminal(spoiled: Diary) -> None:
    for arguments in (
        *(["show"], ["show", "--json"], ["show", "2026-11-20..2026-11-22"], ["log", "1"], ["log", "again"]),
        *(["log", "no caffeine"], ["log", "no workout"], ["log", "forget mood"], ["log", "stopped x"], ["log", "mood"]),
        *(["find"], ["find", "--json"], ["question", "list"], ["term", "list"], ["template", "list"]),
        *(["edit", "last", "5"], ["delete", "last"], ["undo"], ["redo"], ["undo"], ["undo"], ["where"]),
    ):
        _, output, errors = spoiled.ran(*arguments)
        assert_harmless(output, errors)
        assert output + errors


def test_json_gives_control_characters_back_as_they_are(spoiled: Diary) -> None:
    output = spoiled.said("show", "--json")
    assert_harmless(output)
    (day,) = json.loads(output)
    records: list[dict[str, Any]] = day["records"]
    assert day["note"] == NASTY
    assert [record["note"] for record in records if record["table"] == "episode"] == [NASTY]
