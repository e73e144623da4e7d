"""Any text a user may type: found, edited, and said back letter by letter."""

import json

import pytest

from tests.diary import Diary
from tests.shell.conftest import Editor
from tests.store.diaries import ask

NASTY = [
    "[calf]",
    "[/x]",
    "[/",
    "[bold red]x[/bold red]",
    "👩‍👩‍👧 🦵🏽 e\u0301",
    "שלום \u202eevil\u202c عالم",
    "x" * 500,
    "many words " * 45 + "end",
    "one\ntwo\n\nfour\tfive",
    "=SUM(A1)",
    "+1-2",
    "-heat",
    "@cmd|' /C calc'!A0",
    "say \"hello\" and 'bye'",
    '"',
    '""',
    "\\",
    "\\n is no newline\\",
    "a, b,c;d",
    r"\x1b[31m red?",
    "100% _ * ? [a-z]",
    "' OR 1=1; --",
    "NA",
    "null",
    "0",
    "no note",
    "# no comment",
    "{} {0} %s $HOME `id`",
    "a\u2028b\u2029c",
    "nbsp\u00a0between",
    "ﬀ ß İ ǅ",
]
EACH = pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text)[:24])


def stored(diary: Diary) -> list[str | None]:
    return ask(diary.path, "SELECT note FROM episode")


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


@EACH
def test_a_note_is_found_edited_and_said_back(diary: Diary, text: str) -> None:
    diary.log("left calf 4 " + quoted(text))
    assert stored(diary) == [text]
    for asked in (text, text[:7].upper()):
        found = json.loads(diary.said("find", "--json", "--", asked))
        assert [record["note"] for record in found] == [text], asked
    assert diary.said("find", "left calf").startswith("Sat 21 Nov 20:00  left calf, twitch, 4 of 10,")
    diary.said("edit", "last", "5", "right")
    assert stored(diary) == [text]
    (record,) = json.loads(diary.said("find", "right calf", "--json"))
    diary.said("edit", "last", "no", "note")
    assert stored(diary) == [None]
    diary.said("edit", "last", quoted(text))
    assert stored(diary) == [text]
    diary.said("delete", "last")
    diary.said("log", *record["phrases"])
    assert stored(diary) == [text]


@EACH
def test_it_comes_back_from_an_editor_as_it_was(diary: Diary, editor: Editor, text: str) -> None:
    diary.log("left calf 4 " + quoted(text))
    editor("path.write_text(text.replace('calf 4', 'calf 6'))")
    assert "6 of 10" in diary.said("edit", "last")
    assert stored(diary) == [text]


@pytest.mark.parametrize("text", NASTY[1::3], ids=lambda text: ascii(text)[:24])
def test_a_day_s_note_is_found_and_edited(diary: Diary, text: str) -> None:
    diary.log("note " + quoted(text))
    assert [record["text"] for record in json.loads(diary.said("find", "--json", "--", text))] == [text]
    diary.said("edit", "today:note", quoted(text + "!"))
    assert ask(diary.path, "SELECT text FROM day_note") == [text + "!"]


@pytest.mark.parametrize("text", NASTY[::4], ids=lambda text: ascii(text)[:24])
def test_a_refused_draft_keeps_every_letter(diary: Diary, editor: Editor, text: str) -> None:
    diary.log("left calf 4 " + quoted(text))
    editor("path.write_text(text.replace('left calf', 'left claf'))")
    diary.refused("edit", "last")
    assert quoted(text) in (diary.path.parent / "diary-edit.txt").read_text("utf-8")


def test_control_characters_are_refused_everywhere(diary: Diary) -> None:
    diary.log("calf")
    for command in (
        ["edit", "last", '"a\x1b[31mb"'],
        ["template", "set", "1", "calf", "a\x07 b"],
        ["term", "add", "site", "a\x00"],
    ):
        assert "holds a control character" in diary.refused(*command)
