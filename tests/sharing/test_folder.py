"""The folder of an export: whole or not at all, and never over what is there."""

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.__main__ import INTERRUPTED, run
from journal.sharing import folder, readme_text
from journal.sharing.analysis_files import NAMES
from tests.diary import Diary
from tests.sharing.exported import rows
from tests.store.diaries import as_user, contents, mode

EXPORT = ("export", "--for", "analysis")


@pytest.fixture
def to(tmp_path: Path, diary: Diary) -> Path:
    diary.log("left calf 4")
    return tmp_path / "files"


def failing(at: int, error: Callable[[], BaseException], real: Callable[..., object]) -> Callable[..., object]:
    """A function that fails at its call of this number."""
    calls = []

    def call(*arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == at:
            raise error()
        return real(*arguments)

    return call


def names(folder_: Path) -> list[str]:
    return sorted(path.name for path in folder_.iterdir())


def full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("name", [NAMES[0], "notes.csv", "README.txt"])
def test_nothing_is_written_where_one_of_the_files_is_there(diary: Diary, to: Path, name: str) -> None:
    to.mkdir()
    (to / name).write_text("mine")
    before = contents(to)
    assert f"There is a file {to / name} already; nothing was exported." in diary.refused(
        "export", "--for", "analysis", str(to)
    )
    assert contents(to) == before


def test_a_link_that_leads_nowhere_counts_as_there(diary: Diary, to: Path, tmp_path: Path) -> None:
    to.mkdir()
    (to / "episodes.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert "already" in diary.refused(*EXPORT, str(to))
    diary.said("export", "--for", "analysis", str(to), "--force")
    assert not (tmp_path / "elsewhere.csv").exists()
    assert not (to / "episodes.csv").is_symlink()


def test_force_replaces_the_files_and_leaves_others_alone(diary: Diary, to: Path) -> None:
    diary.said("export", "--for", "analysis", str(to))
    (to / "mine.txt").write_text("mine")
    to.chmod(0o750)
    diary.log("right eyelid 2")
    diary.said("export", "--for", "analysis", str(to), "--force")
    assert len(rows(to / "episodes.csv")) == 2
    assert names(to) == sorted([*NAMES, "mine.txt"])
    assert mode(to) == 0o750


def test_files_stand_beside_what_is_in_the_folder_already(diary: Diary, to: Path) -> None:
    to.mkdir()
    (to / "mine.txt").write_text("mine")
    diary.said("export", "--for", "analysis", str(to))
    assert (to / "mine.txt").read_text() == "mine"


def test_the_folders_above_are_made_for_the_user_alone_and_it_is_said(diary: Diary, to: Path) -> None:
    diary.log("left calf 4")
    for command, name in (("export", "b"), ("export", "b.zip"), ("report", "b.txt"), ("backup", "b.db")):
        folder = to / f"{command} of {name}" / "a"
        code, _, said = diary.ran(command, str(folder / name))
        assert (code, f"There was no folder {folder}; it was made, for you alone.\n" in said) == (0, True)
        assert [mode(made) for made in (to, folder.parent, folder)] == [0o700] * 3
    assert diary.ran("export", str(to / "c"))[2] == ""


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_what_is_no_folder_or_no_file_is_left_as_it_is(diary: Diary, to: Path, force: tuple[str, ...]) -> None:
    to.write_text("mine")
    assert diary.refused(*EXPORT, str(to), *force).startswith(f"There is a file {to}, so no folder can be made")
    to.unlink()
    (to / "episodes.csv").mkdir(parents=True)
    assert diary.refused(*EXPORT, str(to), *force).startswith(f"There is a folder {to / 'episodes.csv'}")
    assert names(to) == ["episodes.csv"]


def test_the_diary_itself_is_never_replaced(diary: Diary, to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to.mkdir()
    path = to / "episodes.csv"
    diary.path.rename(path)
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(path))
    before = path.read_bytes()
    assert diary.refused("export", "--for", "analysis", str(to), "--force").startswith("The diary itself lies in")
    assert path.read_bytes() == before


@pytest.mark.parametrize("at", [1, 5, len(NAMES)])
def test_a_full_disk_leaves_nothing_behind(
    diary: Diary, to: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, at: int
) -> None:
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, "fsync", failing(at, full, os.fsync))
    refused = diary.refused("export", "--for", "analysis", str(to / "a"))
    assert refused == f"Cannot write {to / 'a'}: no space left on device; nothing was exported."
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("at", [1, 9, len(NAMES)])
@pytest.mark.parametrize("there", [True, False])
def test_a_failure_while_the_files_take_their_places_takes_them_away_again(
    diary: Diary, to: Path, monkeypatch: pytest.MonkeyPatch, at: int, there: bool
) -> None:
    if there:
        to.mkdir()
        (to / "mine.txt").write_text("mine")
    before = contents(to)
    monkeypatch.setattr(Path, "replace", failing(at, full, Path.replace))
    assert diary.refused(*EXPORT, str(to)).endswith("nothing was exported.")
    assert contents(to) == before
    assert to.exists() == there


def test_with_force_each_file_is_the_old_one_or_the_new_one(
    diary: Diary, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.said("export", "--for", "analysis", str(to))
    old = contents(to)
    diary.log("right eyelid 2")
    monkeypatch.setattr(Path, "replace", failing(3, full, Path.replace))
    refused = diary.refused("export", "--for", "analysis", str(to), "--force")
    assert refused.startswith(f"Cannot replace {to / NAMES[2]}: no space left on device; 2 of the files")
    now = contents(to)
    assert now.keys() == old.keys()
    assert [name for name in NAMES if now[str(to / name)] != old[str(to / name)]] == ["days.csv", "episodes.csv"]


def test_a_folder_that_may_not_be_written_is_left_as_it_was(
    users_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(users_folder / "diary.db"))
    with as_user():
        assert run(["log", "left calf 4"]) == 0
        closed = users_folder / "closed"
        closed.mkdir(0o500)
        for folder_ in (closed, closed / "below"):
            assert run(["export", "--for", "analysis", str(folder_)]) == 2
            assert "permission denied; nothing was exported.\n" in capsys.readouterr().err
        assert names(closed) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_request_to_end_leaves_nothing_behind(
    to: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    monkeypatch.setattr(readme_text, "text", lambda *_, **__: os.kill(os.getpid(), number))
    handlers = [signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGHUP)]
    assert run(["export", "--for", "analysis", str(to)]) == INTERRUPTED
    assert capsys.readouterr().err.endswith("Interrupted; nothing more was stored.\n")
    assert not to.exists()
    assert [signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGHUP)] == handlers


def test_what_a_crash_left_is_swept_by_the_next_export(diary: Diary, to: Path) -> None:
    draft = to / folder.UNFINISHED
    draft.mkdir(parents=True)
    (draft / "notes.csv").write_text("half a fi")
    diary.said("export", "--for", "analysis", str(to))
    assert names(to) == sorted(NAMES)


def test_only_what_an_export_made_is_swept(diary: Diary, to: Path) -> None:
    draft = to / folder.UNFINISHED
    draft.mkdir(parents=True)
    (draft / "mine.txt").write_text("mine")
    assert "nothing was exported" in diary.refused(*EXPORT, str(to))
    assert names(to) == [folder.UNFINISHED]
    assert (draft / "mine.txt").read_text() == "mine"
