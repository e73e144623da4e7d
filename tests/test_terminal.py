"""What a terminal makes of a text: nothing steers it, every line fits, nothing is lost."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journal.errors import PhraseRefused, Refused
from journal.terminal import (
    cell_len,
    cut,
    fitted,
    hanging,
    on_one_line,
    on_screen,
    printable,
    refusal_sentence,
    sentence,
    wrapped,
)

GRAPHEMES = (
    "👨‍👩‍👧|🇩🇪|❤️|❤|1️⃣|🧑🏽‍🚀|e\u0301|漢|각|हि|ﬁ|\u200b|\u200d|\ufe0f|\u202e|é|ж|…|“|─|⣿|\x1b|\x9b|\x7f|\ud800|\x00"
)
LETTERS = some.sampled_from([*GRAPHEMES.split("|"), *"ab  \t\n"]) | some.characters()
TEXTS = some.text() | some.lists(LETTERS, max_size=60).map("".join)
COLUMNS = some.integers(2, 30)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        *[("left calf", 9), ("é…“”", 4), ("жук", 3), ("漢字", 4), ("각", 2), ("e\u0301", 1), ("", 0), ("\u200b", 0)],
        *[
            ("👨‍👩‍👧", 2),
            ("🇩🇪", 2),
            ("❤", 1),
            ("❤️", 2),
            ("1️⃣", 2),
            ("🧑🏽‍🚀", 2),
            ("─⣿█", 3),
            ("漢\t", 10),
            ("漢\t", 10),
        ],
    ],
)
def test_a_text_takes_the_columns_that_a_terminal_gives_it(text: str, columns: int) -> None:
    assert cell_len(text) == columns


@given(text=TEXTS)
def test_no_control_character_reaches_a_terminal(text: str) -> None:
    for shown, allowed in ((printable(text), "\n\t"), (on_screen(text), "\n"), (on_one_line(text), "")):
        assert {letter for letter in shown if unicodedata.category(letter) in ("Cc", "Cs")} <= set(allowed)
        assert printable(shown) == shown


@given(text=TEXTS, columns=COLUMNS)
def test_a_line_is_never_wider_than_asked_and_nothing_of_the_text_is_lost(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert all(cell_len(line) <= max(columns, 8 if line == "\t" else 0) for line in lines)
    assert re.fullmatch("[ \n]?".join(map(re.escape, lines)), text)


@given(text=TEXTS.filter(lambda text: not text.endswith("\u200d")), columns=COLUMNS)  # rich lets it swallow a space
def test_a_text_is_cut_or_filled_to_exactly_so_many_columns(text: str, columns: int) -> None:
    assert cell_len(fitted(text, columns)) == columns
    short = cut(text, columns)
    assert short == text if cell_len(text) <= columns else short.endswith("…") and text.startswith(short[:-1])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("left calf and thumb", ["left calf", "and thumb"]),
        ("left calfs and", ["left calfs", "and"]),
        ("averyveryverylongword", ["averyveryv", "erylongwor", "d"]),
        ("   averyverylong", ["   averyve", "rylong"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("漢字漢字漢字", ["漢字漢字漢", "字"]),
        ("four 👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", ["four", "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧"]),
        ("", [""]),
    ],
)
def test_a_line_is_broken_at_a_space_where_it_has_one(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10) == lines


@given(text=TEXTS, first=some.sampled_from(["", "Note: ", "情緒  "]), columns=some.integers(20, 30))
def test_further_lines_stand_under_the_text(text: str, first: str, columns: int) -> None:
    lines = hanging(printable(text), columns, first)
    assert lines[0].startswith(first)
    assert all(re.match(" " * cell_len(first), line) for line in lines[1:])
    assert all(cell_len(line) <= columns for line in lines)


def test_a_message_is_a_sentence() -> None:
    assert [sentence(text) for text in ("no such day", "Why?", "it goes on…", "", "a.db is there")] == [
        "No such day.",
        "Why?",
        "It goes on…",
        ".",
        "a.db is there.",
    ]


@pytest.mark.parametrize(
    ("refused", "shown"),
    [
        (Refused("/home/my\ndiary\x1b.db is not there"), "/home/my⏎diary␛.db is not there."),
        (
            PhraseRefused("line 1: what?\nLine 2: when?\nnothing was stored"),
            "Line 1: what?\nLine 2: when?\nnothing was stored.",
        ),
    ],
)
def test_a_refusal_stands_on_one_line_whatever_a_file_is_called_and_that_of_several_lines_on_one_each(
    refused: Refused, shown: str
) -> None:
    assert refusal_sentence(refused) == shown
