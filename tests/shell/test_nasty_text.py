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


def stored(diary: Diary) -> list[str | None]:
    return ask(diary.path, "SELECT note FROM episode ORDER BY rowid")


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


DAYS = [f"2026-10-{day:02}" for day in range(1, len(NASTY) + 1)]
"""A day for each text."""


def test_a_note_is_found_edited_and_said_back(diary: Diary) -> None:
    diary.log_all(f"{day}: left calf 4 {quoted(text)}" for day, text in zip(DAYS, NASTY, strict=True))
    assert stored(diary) == NASTY
    phrases: dict[str, list[str]] = {}
    for text in NASTY:
        for asked in (text[:7].upper(), text):
            records = json.loads(diary.said("find", "--json", "--", asked))
            assert text in [record["note"] for record in records]
            assert len(records) < len(NASTY) / 2, asked
        phrases |= {record["note"]: record["phrases"] for record in records}
    assert diary.said("find", "left calf", "2026-10-01").startswith("Thu 1 Oct  left calf, twitch, 4 of 10, “[calf]”")

    ids = ask(diary.path, "SELECT id FROM episode ORDER BY rowid")
    for id_ in ids:
        diary.said("edit", id_, "5", "right")
    assert stored(diary) == NASTY
    for id_, text in zip(ids, reversed(NASTY), strict=True):
        diary.said("edit", id_, quoted(text))
    assert stored(diary) == NASTY[::-1]
    diary.said("edit", ids[0], "no", "note")
    assert stored(diary)[0] is None

    for text in NASTY:
        diary.said("log", *phrases[text])
    assert stored(diary)[len(NASTY) :] == NASTY


@pytest.mark.parametrize(
    "text",
    [text for text in NASTY if not text.isascii() or {*text} & {*'\n\t"\\#{'}],
    ids=lambda text: ascii(text)[:24],
)
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
