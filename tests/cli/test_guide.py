"""`guide` in the shell."""

import sys

import pytest

from tests.diary import Diary


def test_the_guide_lists_its_chapters_and_prints_one_as_plain_text(diary: Diary) -> None:
    contents = diary.said("guide")
    assert "No clinician has reviewed it yet" in contents
    assert "1   help     When to get help: " in contents
    page = diary.said("guide", "when", "to", "get")
    assert page.startswith("When to get help\n=====")
    assert "- Face: one side hangs, or is numb. [4] [5]\n" in page
    assert "an ordinary visit: When to see a doctor (`guide doctor`)" in " ".join(page.split())
    assert "\x1b" not in page
    assert not list(diary.path.parent.iterdir())


def test_on_a_terminal_strong_words_stand_out(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[1mBreathing\x1b[0m: you gasp" in diary.said("guide", "help")


def test_a_search_prints_the_passages_and_the_chapters_that_hold_them(diary: Diary) -> None:
    passages = diary.said("guide", "--search", "magnesium kidney")
    assert "What eases them (guide ease)" in passages
    assert "1 passage." in passages
    assert diary.said("guide", "--search", "xyzzy") == "The guide does not speak of “xyzzy”.\n"


def test_a_chapter_that_is_not_there_is_refused(diary: Diary) -> None:
    code, output, errors = diary.ran("guide", "docter")
    assert (code, output) == (2, "")
    assert "did you mean `doctor`?" in errors
    assert diary.ran("guide", "help", "--search", "x")[0] == 2


def test_the_tab_key_knows_the_chapters(diary: Diary) -> None:
    assert diary.said("completion", "fish", "--line", "twitch-journal guide he") == "help\tWhen to get help\n"
