"""Bad use and bad input: exit code 2 and one clear sentence on standard error, and nothing is touched."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from journal import moments
from journal.cli import COMMANDS
from tests.diary import Diary
from tests.store.diaries import as_user, contents


@pytest.mark.parametrize("year", [1, 9999])
def test_a_machine_whose_clock_is_lost_is_told_so(diary: Diary, monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    class Lost(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Lost":
            return cls(year, 6, 1, 12, tzinfo=tz)

    monkeypatch.undo()
    monkeypatch.setattr(moments, "datetime", Lost)
    code, _, errors = diary.ran("--db", str(diary.path), "log", "left calf 4")
    assert code == 2
    assert errors.startswith(f"The clock of this machine says the year {year}; set it right")
    assert not diary.path.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["lg", "calf"], "There is no command “lg”; did you mean `log`?"),
        (["--bogus"], "No such option '--bogus'."),
        (["--db"], "Option '--db' requires an argument."),
        (["--db", "~nobody-has-this-name/diary.db", "show"], "Nobody knows whose home folder ~nobody-has-this-name"),
        (["undo", "extra"], "Got unexpected extra argument (extra)."),
        (["undo", f"a\n{'b' * 300}"], f"Got unexpected extra argument (a⏎{'b' * 57}…)."),
        (["show", "b" * 300], f"“{'b' * 59}…” is no day; say today"),
        (["trends", "--to", "in 3 weeks"], "“in 3 weeks” has not come yet; say a day that has begun."),
        (["where", "--bogus"], "No such option '--bogus'."),
        (["show", "--bogus"], "No such option '--bogus'."),
        (["log", "left clf"], "“clf” is not a known word; did you mean calf"),
        (["log", "calf 14"], "Intensity is 0 to 10, not 14; a length is"),
        (["log", "\udcff"], "The line is not UTF-8 text and cannot be stored."),
        (["log", "calf \x1b[31m"], "The line holds a control character (U+001B), which cannot be stored."),
        (["\udcff"], "The line is not UTF-8 text and cannot be stored."),
        (["\x1b[31m"], "The line holds a control character (U+001B), which cannot be stored."),
    ],
)
def test_bad_use_is_said_in_a_sentence(diary: Diary, arguments: list[str], sentence: str) -> None:
    said = diary.refused(*arguments)
    assert said.startswith(sentence)
    assert "\n" not in said
    assert not list(diary.path.parent.iterdir())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_refuses_an_option_that_it_does_not_have(diary: Diary, command: str) -> None:
    diary.refused(command, "--no-such-option")
    assert not list(diary.path.parent.iterdir())


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE episode (id)")


def newer(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(44) + (99).to_bytes(4, "big") + bytes(4) + b"TwJr" + bytes(28))


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (Path.mkdir, "{path} is a directory, not a diary; it was left untouched. Choose another file with --db."),
        (lambda path: path.write_text("Dear diary"), "{path} is not a diary but a file of another kind; it was left"),
        (other_program, "{path} is a SQLite file of another program, not a diary; it was left untouched."),
        (newer, "{path} was written by a newer twitch-journal (its format is 99, this one knows "),
    ],
    ids=["a directory", "a text file", "another program's file", "a newer format"],
)
def test_what_is_no_diary_of_this_program_is_refused_and_left_untouched(
    diary: Diary, make: Callable[[Path], object], sentence: str
) -> None:
    make(diary.path)
    was = contents(diary.path.parent)
    for arguments in ((), ("show",), ("show", "--json"), ("log", "left calf"), ("stop",), ("undo",), ("redo",)):
        assert diary.refused(*arguments).startswith(sentence.format(path=diary.path))
        assert diary.refused("--db", str(diary.path), *arguments).startswith(sentence.format(path=diary.path))
    assert contents(diary.path.parent) == was


def test_a_diary_that_may_not_be_read_is_refused(diary: Diary, users_folder: Path) -> None:
    path = users_folder / "diary.db"
    diary.said("--db", str(path), "show")
    with as_user():
        diary.ran("--db", str(path), "log", "left calf")
        path.chmod(0)
        for arguments in (["show"], ["log", "left calf"], ["undo"]):
            assert diary.refused("--db", str(path), *arguments).startswith(f"You have no permission to read {path}; ")
        path.chmod(0o600)
        assert "left calf" in diary.said("--db", str(path), "show")


def test_a_diary_that_may_not_be_written_can_be_read(diary: Diary, users_folder: Path) -> None:
    path = users_folder / "diary.db"
    with as_user():
        diary.ran("--db", str(path), "log", "left calf")
        path.chmod(0o400)
        users_folder.chmod(0o500)
        assert "left calf" in diary.said("--db", str(path), "show")
        for arguments in (["log", "thumb"], ["undo"]):
            assert f"{path} is read-only for you" in diary.refused("--db", str(path), *arguments)


def test_a_folder_in_which_nothing_may_be_made_is_said(diary: Diary, users_folder: Path) -> None:
    path = users_folder / "deep" / "diary.db"
    with as_user():
        users_folder.chmod(0o500)
        assert "Nothing is logged" in diary.said("--db", str(path), "show")
        assert diary.refused("--db", str(path), "log", "left calf") == (
            f"{path} cannot be made: permission denied. Choose another place with --db."
        )


def test_a_path_through_a_file_is_refused(diary: Diary) -> None:
    diary.path.write_text("no folder")
    for arguments in (["show"], ["log", "left calf"]):
        sentence = diary.refused("--db", str(diary.path / "diary.db"), *arguments)
        assert sentence.startswith(f"{diary.path}/diary.db cannot be read: not a directory; ")


def test_a_damaged_diary_is_refused(diary: Diary) -> None:
    diary.log("left calf")
    octets = bytearray(diary.path.read_bytes())
    octets[100:] = bytes(len(octets) - 100)
    diary.path.write_bytes(octets)
    for arguments in (["show"], ["log", "left calf"], ["undo"]):
        assert "damaged" in diary.refused(*arguments)
    assert diary.path.read_bytes() == octets
