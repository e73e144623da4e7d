"""log, start, stop: what is typed is stored and said back."""

import io
import re
import sys
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journal.__main__ import plain
from journal.cli.commands import log as log_commands
from journal.cli.group import commands
from tests.diary import Diary


def typed(text: str | bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands on standard input."""
    octets = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(octets), encoding="utf-8"))


def test_what_is_stored_is_said_back_with_its_day_its_time_and_the_id_that_show_prints(diary: Diary) -> None:
    diary.log("2026-11-18: none")
    echo = diary.said("log", "left calf 4 2m")
    found = re.fullmatch(r"stored: Sat 21 Nov 19:58  left calf, twitch, 4 of 10, 2 min  \[([0-9a-f]{4,})\]\n", echo)
    assert found
    assert f"19:58  left calf, twitch, 4 of 10, 2 min  [{found[1]}]\n" in diary.said("show")


def test_one_argument_is_the_line_and_several_are_its_words(diary: Diary) -> None:
    assert "left calf, twitch, 4 of 10" in diary.said("log", "left calf 4")
    assert "right calf, twitch, 4 of 10" in diary.said("log", "right", "calf", "4")
    assert "heat did not help" in diary.said("log", "thumb", "-heat", "4")


def test_of_several_arguments_one_that_holds_a_space_is_the_note(diary: Diary) -> None:
    assert "thumb, twitch, 3 of 10, “after gaming”" in diary.said("log", "thumb", "3", "yesterday", "after gaming")
    assert diary.refused("log", "left calf", "4") == (
        "Where? An episode needs a site, for example `left calf 4 2m`."
    ), "“left calf” is the note here"


def test_a_word_that_begins_like_an_option_is_a_word(diary: Diary) -> None:
    assert "heat did not help" in diary.said("log", "-heat", "calf")
    assert diary.refused("log", "--db", "calf").startswith("“--db” is not a known word")
    assert diary.refused("log", "calf", "--help").startswith("“--help” is not a known word")


def test_without_words_log_says_what_it_takes(diary: Diary) -> None:
    assert diary.refused("log") == (
        "Log what? For example `twitch-journal log left calf 4 2m`; `twitch-journal log --help` has more."
    )
    assert diary.refused("log", " ") == "The line is empty; say what happened, for example `left calf 4 2m`."
    assert not diary.path.exists()


def test_lines_on_standard_input_are_stored_in_one_step(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    typed("espresso\n\n  \nyesterday: sleep 5, none\nleft calf 4", monkeypatch)
    assert diary.said("log", "-").count("stored: ") == 4
    assert diary.daily("2026-11-20") == {"sleep_hours": 5, "twitches": 0, "cramps": 0, "tingles": 0, "any_twitches": 0}
    diary.undo()
    assert diary.daily() is None
    assert diary.daily("2026-11-20") is None


def test_of_lines_of_which_one_is_wrong_none_is_stored(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    diary.log("stress 7")
    was = diary.daily()
    typed(b"espresso\nleft clf\n\nno caffeine\n\xff\xfe\nwater\n", monkeypatch)
    wrong = diary.refused("log", "-").splitlines()
    assert [line.split(":")[0] for line in wrong] == ["Line 2", "Line 4", "Line 5", "Nothing was stored."]
    assert "“clf” is not a known word; did you mean calf" in wrong[0]
    assert "“no caffeine” does not go with what Sat 21 Nov holds: espresso" in wrong[1], "the espresso of line 1"
    assert diary.daily() == was


def test_standard_input_without_a_line_is_refused(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(" \n\n", monkeypatch)
    assert diary.refused("log", "-") == "There is no line to store."


@pytest.mark.parametrize("octets", [b"\xef\xbb\xbfespresso\r\nstress 7\r\n", b"\xef\xbb\xbfespresso\nstress 7"])
def test_text_as_other_systems_write_it_is_read(diary: Diary, monkeypatch: pytest.MonkeyPatch, octets: bytes) -> None:
    typed(octets, monkeypatch)
    assert diary.said("log", "-").count("stored: ") == 2
    typed(octets.replace(b"espresso", b""), monkeypatch)
    diary.said("checkin", "yesterday")
    assert (diary.daily("2026-11-20") or {}).get("stress") == 7


def test_where_files_were_put_together_the_mark_of_the_second_is_no_word(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(2 * b"\xef\xbb\xbfespresso\r\n", monkeypatch)
    assert diary.said("log", "-").count("stored: ") == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_another_encoding_is_refused_by_its_name(
    diary: Diary, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    typed("espresso\r\n".encode(encoding), monkeypatch)
    assert diary.refused("log", "-").startswith("The text is UTF-16")
    typed(b"calf 3\ncaf\xe9\n", monkeypatch)
    why = "Line 2: the line is not UTF-8 text and cannot be stored"
    assert diary.refused("log", "-") == f"{why}\nNothing was stored."


def test_the_same_within_a_minute_is_stored_and_said(diary: Diary) -> None:
    diary.said("log", "left calf 4")
    diary.at("2026-11-21 20:00:59")
    assert "again the same as at 20:00; `undo` removes it" in diary.said("log", "left calf 4")
    assert "again" not in diary.said("log", "left calf 5")
    assert "again" not in diary.at("2026-11-21 20:02").said("log", "left calf 4")
    daily = diary.daily()
    assert daily
    assert daily["twitches"] == 4


def test_an_episode_that_is_going_on_ends_with_stop(diary: Diary) -> None:
    assert "left calf, twitch, going on" in diary.said("start", "left", "calf")
    assert "is going on already" in diary.refused("start", "left calf")
    diary.at("2026-11-21 20:12")
    echo = diary.said("stop", "5", "+stretch")
    assert echo.startswith("ended: Sat 21 Nov 20:00  left calf, twitch, 5 of 10, 12 min, stretching helped  [")
    assert diary.refused("stop") == "Nothing is going on; `start left calf` begins an episode."
    assert diary.daily() == {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1}


def test_start_and_stop_need_their_words(diary: Diary) -> None:
    assert diary.refused("start") == "Where? An episode needs a site, for example `left calf 4 2m`."
    assert diary.refused("stop") == "Nothing is going on; `start left calf` begins an episode."


def test_what_is_refused_makes_no_file(diary: Diary) -> None:
    diary.refused("log", "left clf")
    diary.refused("log", "calf 4 14")
    assert not diary.path.exists()
    assert not list(diary.path.parent.iterdir())


WORDS = some.sampled_from(
    ["log", "start", "stop", "show", "--db", "--help", "--", "-", "-heat", "calf", "a b", "--x", ""]
)


@given(arguments=some.lists(WORDS, max_size=6))
def test_a_line_read_without_click_is_what_click_would_read(arguments: list[str]) -> None:
    line = plain(arguments)
    if line:
        db, command, words = line
        with mock.patch.object(log_commands, "store" if command else "store_without_command") as store:
            commands.main(arguments, "twitch-journal", standalone_mode=False)
        store.assert_called_once_with(*(line if command else (db, words)))


@pytest.mark.parametrize(
    "command",
    [
        "log calf",
        "--db typo.db log -- calf",
        "start calf",
        "question add mood",
        "question off stress",
        "term add site scar",
        "template set 1 calf",
        "settings units oz",
        "suspect caffeine",
    ],
)
def test_a_new_diary_is_said_once_and_where_whatever_begins_it(
    diary: Diary, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(diary.path.parent)
    path = diary.path.with_name("typo.db") if "typo" in command else diary.path
    assert not path.exists()
    code, _, errors = diary.ran(*command.split())
    assert (code, errors) == (0, f"A new diary begins at {path}.\n")
    assert path.exists()
    assert diary.ran("--db", str(path), "log", "calf 4")[2] == ""


def test_a_check_in_that_begins_a_diary_says_so(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    typed("7\n", monkeypatch)
    assert diary.ran("checkin")[2] == f"A new diary begins at {diary.path}.\n"


@pytest.mark.parametrize("command", ["show", "undo", "log claf", "triggers", "export files", "question list"])
def test_what_begins_no_diary_speaks_of_none(diary: Diary, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(diary.path.parent)
    assert "new diary" not in "".join(map(str, diary.ran(*command.split())))
    assert not diary.path.exists()


def test_what_a_wrong_clock_of_the_machine_logged_says_its_year_and_can_be_put_right(diary: Diary) -> None:
    assert "stored: Thu 1 Jan 1970 12:00  calf" in diary.at("1970-01-01 12:00").said("log", "calf")
    diary.at("2099-06-01 12:00").said("log", "stress 5")
    diary.at("2026-11-21 20:00").said("log", "stress 4")
    assert "changed: Mon 1 Jun 2099  stress 6 of 10" in diary.said("edit", "2099-06-01:stress", "6")
    diary.said("undo")
