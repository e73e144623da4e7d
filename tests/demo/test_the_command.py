"""`demo`: a file is made or nothing is, and what was made is said."""

import os
from pathlib import Path

import pytest

from journal.store.file import schema
from tests.diary import Diary
from tests.store.diaries import contents


def test_it_says_what_was_written_and_how_to_look_at_it(diary: Diary, tmp_path: Path) -> None:
    file = tmp_path / "my sample.db"
    output = diary.said("demo", "--write", str(file), "--days", "40")
    assert f"{file}, a made-up diary: 40 days up to today" in output
    assert f"twitch-journal --db '{file}' show" in output
    assert "What is true" not in output
    assert diary.said("--db", str(file), "show").startswith("Sat 21 Nov")


def test_what_is_true_in_it_is_told_only_when_asked(diary: Diary, tmp_path: Path) -> None:
    output = diary.said("demo", "--write", str(tmp_path / "sample.db"), "--days", "20", "--answers")
    _, _, truth = output.partition("What is true in it:\n")
    assert "less than 6 hours" in truth
    assert "1.8 times as many twitches on the same day (lag 0)" in truth
    assert "2.2 times as many calf twitches on the next day (lag 1)" in truth
    assert "screen time: nothing" in truth


@pytest.mark.parametrize("name", ["diary.db", "empty", "folder", "link"])
def test_what_is_there_is_left_as_it_is(diary: Diary, tmp_path: Path, name: str) -> None:
    diary.log("left calf 4")
    (tmp_path / "empty").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    before = contents(tmp_path)
    assert "is there already" in diary.refused("demo", "--write", str(tmp_path / name))
    assert contents(tmp_path) == before


def test_a_failure_leaves_nothing_behind(diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.sql"
    broken.write_text("CREATE TABLE episode (id);\nCREATE TABLE episode (id);\n")
    monkeypatch.setattr(schema, "path", lambda: broken)
    diary.refused("demo", "--write", str(tmp_path / "sample.db"), "--days", "5")
    assert list(tmp_path.iterdir()) == [broken]


def test_a_file_that_appears_meanwhile_is_left_as_it_is(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, script = tmp_path / "sample.db", schema.path()

    def path() -> Path:
        file.write_text("someone else's")
        return script

    monkeypatch.setattr(schema, "path", path)
    assert "is there already" in diary.refused("demo", "--write", str(file), "--days", "5")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("sample.db", "someone else's")]


def test_a_system_without_links_gets_its_file_all_the_same(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(path: Path, target: Path) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    diary.said("demo", "--write", str(tmp_path / "sample.db"), "--days", "5")
    assert [path.name for path in tmp_path.iterdir()] == ["sample.db"]


def test_until_it_is_whole_nothing_has_its_name(diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a process that is killed in the middle leaves no half diary under the name that was asked for."""
    names: list[list[str]] = []

    def sync(descriptor: int) -> None:
        names.append(sorted(path.name for path in tmp_path.iterdir()))

    monkeypatch.setattr(os, "fsync", sync)
    diary.said("demo", "--write", str(tmp_path / "sample.db"), "--days", "5")
    assert names[0] == [f".sample.db-draft-{os.getpid()}"]


@pytest.mark.parametrize(
    "arguments", [(), ("--write", "x.db", "--days", "0"), ("--write", "x.db", "--seed", "-1"), ("--days", "x")]
)
def test_what_makes_no_sense_is_refused(diary: Diary, arguments: tuple[str, ...]) -> None:
    diary.refused("demo", *arguments)


def test_a_place_that_cannot_be_written_is_refused(diary: Diary, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be made" in diary.refused("demo", "--write", str(tmp_path / "file" / "sample.db"))
