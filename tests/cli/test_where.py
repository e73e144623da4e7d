"""where: every path in use."""

import os
from pathlib import Path

import pytest

from journal.store.file import diary_state
from tests.diary import Diary
from tests.store.diaries import contents


def test_where_names_the_diary_and_what_chose_it_and_makes_nothing(diary: Diary, tmp_path: Path) -> None:
    said = diary.said("where")
    assert f"diary    {diary.path}\n         not there; chosen by TWITCH_JOURNAL_DB\n" in said
    assert f"backups  {tmp_path / 'backups'}\n         not made yet\n" in said
    other = tmp_path / "other.db"
    assert f"diary    {other}\n         not there; chosen by --db\n" in diary.said("--db", str(other), "where")
    assert not list(tmp_path.iterdir())


def test_where_says_how_large_the_diary_is_and_leaves_it_as_it_is(diary: Diary, tmp_path: Path) -> None:
    diary.log("left calf")
    was = contents(tmp_path)
    assert f"         {diary.path.stat().st_size:,} bytes; chosen by TWITCH_JOURNAL_DB\n" in diary.said("where")
    assert contents(tmp_path) == was


def test_where_names_what_is_remembered_outside_and_says_who_else_may_read(diary: Diary) -> None:
    memory = diary_state.file_of(diary.path)
    assert f"memory   {memory}\n         how the diary was seen last; not made yet\n" in diary.said("where")
    diary.log("left calf")
    assert f"memory   {memory}\n         how the diary was seen last; there\n" in diary.said("where")
    diary.path.chmod(0o644)
    assert "chosen by TWITCH_JOURNAL_DB; others on this machine may read it\n" in diary.said("where")


def test_a_path_is_taken_as_it_is_meant(diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for said, meant in (("a.db", tmp_path / "a.db"), ("~/b.db", tmp_path / "home" / "b.db")):
        assert f"diary    {meant}\n" in diary.said("--db", said, "where")


def test_an_empty_path_is_refused(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("", " "):
        for arguments in (["where"], ["log", "calf 4"], ["show"], []):
            assert diary.refused("--db", text, *arguments).startswith("--db is empty; ")
        monkeypatch.setenv("TWITCH_JOURNAL_DB", text)
        assert diary.refused("log", "calf 4").startswith("TWITCH_JOURNAL_DB is empty; ")
    assert not diary.path.exists()


def test_where_names_what_erase_does_not_reach(diary: Diary) -> None:
    assert "exports  what you exported or copied elsewhere" in diary.said("where")


def test_a_setting_of_the_inbox_that_names_nothing_is_said(diary: Diary) -> None:
    for value in ("5", '""', '"a\\u0000b"', "["):
        diary.path.with_name("settings.toml").write_text(f"inbox = {value}\n")
        assert "inbox" in diary.refused("inbox")
        assert "inbox" in diary.said("where")


def test_settings_that_are_no_file_or_too_large_are_said_where_a_broken_file_is(diary: Diary) -> None:
    file = diary.path.with_name("settings.toml")
    with file.open("wb") as large:
        large.truncate(1_000_001)
    assert f"{file} cannot be read (it is larger than 1 MB" in diary.refused("inbox")
    file.unlink()
    diary.log("calf 4")
    os.mkfifo(file)
    for _ in range(2):
        assert f"{file} cannot be read (it is no file)" in diary.refused("inbox")
        assert f"{file} cannot be read (it is no file); the usual holds." in diary.ran("check")[2]
        assert "display and keys; no file" in diary.said("where")
        if not file.is_dir():
            file.unlink()
            file.mkdir()
