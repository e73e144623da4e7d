"""A diary that has gone, is empty, another or older is refused until the person decides: that is never a beginning."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal import remarks
from journal.store.file import absence, backups, connections, diary_state
from journal.store.file.diary_file import DiaryFile
from tests.diary import Diary, make
from tests.store.diaries import as_user, contents, log, mode, twitch

pytestmark = pytest.mark.once_a_day

COMMANDS = (["show"], ["log", "coffee"], ["undo"], ["find", "calf"], ["log", "coffee"])


def gone(path: Path) -> None:
    path.unlink()


def cut_to_nothing(path: Path) -> None:
    os.truncate(path, 0)


def a_link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "nowhere" / "diary.db")


def on_a_drive_that_is_gone(path: Path) -> None:
    path.parent.rename(path.parent.with_name("unmounted"))


def another(path: Path) -> None:
    other = path.with_name("other.db")
    make(other)  # really, for the tests' own is a copy, of one and the same diary
    log(other, twitch(site="thumb"))
    shutil.copy(other, path)


def older(path: Path) -> None:
    shutil.copy(path.with_name("older.db"), path)


SENTENCES: dict[Callable[[Path], None], str] = {
    gone: "is not there. ",
    cut_to_nothing: "is empty, a file of 0 bytes. ",
    a_link_to_nowhere: "is a link to ",
    on_a_drive_that_is_gone: "is not there, nor is its folder: perhaps a drive is not connected. ",
    another: "is another diary than the one that was there. ",
    older: "is an older copy of your diary, last written Sat 21 Nov 2026 20:00. ",
}


@pytest.fixture
def kept(diary: Diary, tmp_path: Path) -> Diary:
    """A diary of two records, of which there is an older copy with one, and a backup."""
    diary.path = tmp_path / "drive" / "diary.db"
    diary.path.parent.mkdir()
    diary.log("left calf 4")
    shutil.copy(diary.path, diary.path.with_name("older.db"))
    diary.at("2026-11-21 20:30").log("right calf 4")
    diary.ran("--db", str(diary.path), "backup")
    return diary


@pytest.mark.parametrize("absent", SENTENCES, ids=lambda act: act.__name__)
def test_what_was_there_and_the_ways_back_are_said_each_time_and_nothing_is_made(
    kept: Diary, tmp_path: Path, absent: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(kept.path))
    (backup,) = backups.backups(kept.path, kept.path.parent / "backups")
    absent(kept.path)
    before = contents(tmp_path)
    for command in COMMANDS:
        sentence = kept.refused(*command)
        assert sentence.startswith(f"{kept.path} {SENTENCES[absent]}")
        assert "It held 2 records, last written Sat 21 Nov 2026 20:30. " in sentence
        assert "Nothing was read or stored. " in sentence
        if absent not in (on_a_drive_that_is_gone, a_link_to_nowhere):
            assert f"newest backup is {backup.path}, of Sat 21 Nov 2026 " in sentence
            assert f" with 2 records; `restore {backup.path.name}` puts it back" in sentence
        way = "--accept" if absent in (another, older) else "--new"
        assert f"`{way}` before a command " in sentence
    assert contents(tmp_path) == before


@pytest.mark.parametrize("absent", [gone, cut_to_nothing, a_link_to_nowhere], ids=lambda act: act.__name__)
def test_new_begins_another_diary_where_one_is_missed(
    kept: Diary, absent: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(kept.path))
    monkeypatch.setattr(connections, "make", make)
    absent(kept.path)
    code, output, errors = kept.ran("--new", "log", "coffee")
    assert (code, errors) == (0, f"A new diary begins at {kept.path}.\n")
    assert "coffee" in output
    page = kept.said("show")
    assert "coffee" in page
    assert "calf" not in page


def test_new_leaves_a_diary_that_is_there_as_it_is(kept: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(kept.path))
    before = contents(kept.path.parent)
    assert "is there, and was left as it is" in kept.refused("--new", "log", "coffee")
    assert contents(kept.path.parent) == before


@pytest.mark.parametrize("absent", [another, older], ids=lambda act: act.__name__)
def test_accept_goes_on_with_what_is_there_from_then_on(
    kept: Diary, absent: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(kept.path))
    absent(kept.path)
    assert "right calf" not in kept.said("--accept", "show")
    assert "coffee" in kept.said("log", "coffee")


@pytest.mark.parametrize("absent", [gone, cut_to_nothing, another, older], ids=lambda act: act.__name__)
def test_restore_leads_back_and_settles_it(
    kept: Diary, absent: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(kept.path))
    absent(kept.path)
    kept.said("restore", "today", "--yes")
    assert "right calf" in kept.said("show")
    assert "coffee" in kept.said("log", "coffee")


def test_what_was_open_when_a_backup_took_its_place_is_not_remembered_again(kept: Diary) -> None:
    file = DiaryFile(kept.path)
    with closing(connections.connect(file, write=False)) as connection:
        kept.path.with_name("older.db").replace(kept.path)
        connections.accept(kept.path)
        accepted = diary_state.read(kept.path)
        absence.check(connection, file)
    assert diary_state.read(kept.path) == accepted


def test_accept_where_nothing_is_begins_nothing(kept: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWITCH_JOURNAL_DB", str(kept.path))
    kept.path.unlink()
    assert "to go on with" in kept.refused("--accept", "show")
    assert "It held 2 records" in kept.refused("show")
    assert "one of them" in kept.refused("--new", "--accept", "show")
    diary_state.forget(kept.path)  # as where the folder was moved to another machine
    assert "and there are backups of it. Nothing was read" in kept.refused("log", "coffee")


def test_a_file_of_no_bytes_is_no_beginning_where_nothing_was_known_either(diary: Diary) -> None:
    diary.path.touch()
    for command in COMMANDS:
        assert "is empty, a file of 0 bytes. A diary never is" in diary.refused(*command)
    assert diary.path.read_bytes() == b""
    pipe = diary.path.with_name("pipe")
    os.mkfifo(pipe)
    assert "was left as it is" in diary.refused("--db", str(pipe), "--new", "log", "coffee")
    assert pipe.is_fifo()


def test_a_missing_diary_of_which_the_wal_is_there_is_no_beginning(diary: Diary) -> None:
    wal = diary.path.with_name("diary.db-wal")
    wal.write_bytes(b"what was written last")
    assert f"what was written to it last is, {wal}" in diary.refused("log", "coffee")
    code, _, errors = diary.ran("--new", "log", "coffee")
    assert code == 0
    assert "is kept as " in errors
    assert any(copy.read_bytes() == b"what was written last" for copy in diary.path.parent.rglob("*-wal"))


def test_a_moved_or_copied_diary_is_itself_elsewhere(kept: Diary) -> None:
    moved = kept.path.with_name("moved.db")
    kept.path.rename(moved)
    assert "right calf" in kept.said("--db", str(moved), "show")


def test_through_a_link_it_is_the_same_diary(kept: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    link = kept.path.parent.with_name("link.db")
    link.symlink_to(kept.path)
    shutil.copy(kept.path.with_name("older.db"), kept.path)
    assert "It held 2 records" in kept.refused("--db", str(link), "show")


def test_the_sample_is_remembered_too(diary: Diary) -> None:
    path = diary.path.with_name("sample.db")
    diary.said("demo", "--write", str(path), "--days", "30")
    path.unlink()
    assert "It held " in diary.refused("--db", str(path), "show")


# ---- what is remembered -------------------------------------------------------------------------------------


def test_what_is_remembered_is_one_file_a_diary_for_the_user_alone(diary: Diary) -> None:
    diary.log("left calf 4")
    file = diary_state.file_of(diary.path)
    assert mode(file) == 0o600
    assert mode(file.parent) == 0o700
    assert [file] == list(file.parent.iterdir())
    assert "calf" not in file.read_text()


def test_another_programs_writes_are_no_absence(diary: Diary) -> None:
    file = DiaryFile(diary.path)
    log(file, twitch())
    log(diary.path, twitch(site="thumb"))
    log(file, twitch())
    with connections.reading(file) as connection:
        assert connection.execute("SELECT count(*) FROM episode").fetchone() == (3,)


@pytest.mark.parametrize("text", ["", "nonsense", "id=1\nnumber=x\n", "path=/elsewhere\nid=1\nnumber=9\n"])
def test_a_state_that_cannot_be_understood_stops_nothing_and_is_reported(diary: Diary, text: str) -> None:
    diary.log("left calf 4")
    diary_state.file_of(diary.path).write_text(text)
    assert "the next write mends it" in (diary_state.trouble(diary.path) or "")
    assert "left calf" in diary.said("show")
    assert "coffee" in diary.said("log", "coffee")
    assert diary_state.trouble(diary.path) is None


def test_a_state_folder_that_cannot_be_written_stops_nothing_and_is_reported(
    diary: Diary, users_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(users_folder))
    path = users_folder / "diary.db"
    with as_user():
        log(path, twitch())
        (users_folder / "twitch-journal").chmod(0o500)
        log(path, twitch())
        assert "read-only for you" in (diary_state.trouble(path) or "") or "permission" in (
            diary_state.trouble(path) or ""
        )
        (users_folder / "twitch-journal").chmod(0)
        log(path, twitch())
        assert diary_state.trouble(path)
        (users_folder / "twitch-journal").chmod(0o700)


def test_records_are_counted_again_where_many_have_come(diary: Diary) -> None:
    log(diary.path, *[twitch() for _ in range(2000)])
    for _ in range(2):
        log(diary.path, twitch())
    state = diary_state.read(diary.path)
    assert state
    assert abs(state.records - 2002) <= 2


# ---- around the file ----------------------------------------------------------------------------------------


def test_a_diary_with_two_names_is_read_and_not_written(diary: Diary) -> None:
    diary.log("left calf 4")
    second = diary.path.with_name("second.db")
    second.hardlink_to(diary.path)
    before = contents(diary.path.parent)
    for path in (diary.path, second):
        assert "left calf" in diary.said("--db", str(path), "show")
        for command in (["log", "coffee"], ["undo"], ["erase", "last", "--yes"]):
            assert "has a second name (a hard link)" in diary.refused("--db", str(path), *command)
    assert contents(diary.path.parent) == before
    second.unlink()
    assert "coffee" in diary.said("log", "coffee")


def test_rights_of_a_copy_are_mended_with_a_word(diary: Diary) -> None:
    diary.log("left calf 4")
    diary.path.chmod(0o644)
    code, _, errors = diary.ran("show")
    assert (code, errors) == (0, f"Others on this machine could read {diary.path}; now you alone can.\n")
    assert mode(diary.path) == 0o600
    assert diary.ran("show")[2] == ""


def test_rights_that_cannot_be_mended_are_said(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    diary.log("left calf 4")
    diary.path.chmod(0o644)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    remarks.take()
    assert "left calf" in diary.ran("show")[1]
    assert f"others on this machine may read {diary.path}" in " ".join(diary.ran("check")[1].split())
