"""A -wal that a killed program left is folded in after a copy of both; one of another file never is."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journal import remarks
from journal.errors import Refused
from journal.store.file import backups, connections, schema
from tests.diary import Diary, make
from tests.store.diaries import ask, contents, log, twitch

pytestmark = pytest.mark.once_a_day

KILLED = """
import os, sys
from journal.records import Episode
from journal.store.write import transaction
transaction.closing = lambda connection: __import__("contextlib").nullcontext(connection)
for note in sys.argv[2:]:
    with transaction.step(sys.argv[1], "log", "2026-11-21T14:05:00Z") as connection:
        transaction.add(connection, Episode(day="2026-11-21", site="calf", note=note))
os._exit(9)
"""
NOTES = "SELECT note FROM episode WHERE note IS NOT NULL ORDER BY rowid"


def killed(path: Path, *notes: str) -> Path:
    """A program stores these and is killed before it closes the diary; its -wal."""
    subprocess.run([sys.executable, "-c", KILLED, str(path), *notes], cwd=schema.path().parent, check=False)
    wal = wal_of(path)
    assert wal.stat().st_size
    return wal


def wal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def kept_pairs(path: Path) -> list[Path]:
    return [backup.path for backup in backups.backups(path, path.parent / "backups") if backup.why == "stopped"]


def read(path: Path) -> list[str]:
    with connections.reading(path) as connection:
        return [note for (note,) in connection.execute(NOTES)]


def test_what_a_killed_program_stored_is_there_and_both_files_were_copied_before(path: Path) -> None:
    log(path, twitch(note="in the file"))
    wal = killed(path, "in the -wal")
    before = path.read_bytes(), wal.read_bytes()
    assert read(path) == ["in the file", "in the -wal"]
    (copy,) = kept_pairs(path)
    assert (copy.read_bytes(), wal_of(copy).read_bytes()) == before
    assert {file.name for file in copy.parent.iterdir()} == {copy.name, wal_of(copy).name}
    assert {file.stat().st_mode & 0o077 for file in copy.parent.iterdir()} == {0}
    log(path, twitch(note="after"))
    assert ask(path, NOTES) == ["in the file", "in the -wal", "after"]


def test_of_many_kills_the_newest_pairs_are_kept(path: Path) -> None:
    for number in range(5):
        killed(path, f"note {number}")
        read(path)
    assert len(kept_pairs(path)) == 3
    assert len(list((path.parent / "backups").iterdir())) == 6
    assert len(read(path)) == 5


def test_without_room_for_the_copy_nothing_is_folded_in(path: Path) -> None:
    log(path, twitch(note="in the file"))
    killed(path, "in the -wal")
    (path.parent / "backups").touch()  # a file where the folder is to be
    before = contents(path.parent)
    with pytest.raises(Refused, match=r"could not be copied|no backup could be made"):
        read(path)
    assert contents(path.parent) == before


@pytest.mark.parametrize("is_in_place", [True, False], ids=["copied over", "moved there"])
def test_the_wal_of_before_a_copy_was_put_back_is_never_folded_in(diary: Diary, *, is_in_place: bool) -> None:
    diary.log('left calf "in the backup"')
    backup = diary.path.with_name("backup.db")
    shutil.copy(diary.path, backup)
    diary.log('left calf "after it"')
    killed(diary.path, "in the -wal", "in the -wal too")
    if is_in_place:
        shutil.copy(backup, diary.path)
    else:
        shutil.copy(backup, diary.path.with_name("moved.db"))
        diary.path.with_name("moved.db").replace(diary.path)
    before = diary.path.read_bytes(), wal_of(diary.path).read_bytes()
    diary.ran("completion", "bash", "--line", f"twitch-journal --db {diary.path} log ca")
    for command in (["show"], ["log", "coffee"], ["undo"], ["find", "calf"], ["backup"]):
        sentence = diary.refused(*command)
        assert f"{wal_of(diary.path)} does not belong to the file that is at {diary.path} now" in sentence
        assert "at another time" in sentence
        assert "`restore` puts a backup in the place of both" in sentence
    assert (diary.path.read_bytes(), wal_of(diary.path).read_bytes()) == before
    assert len(kept_pairs(diary.path)) == 1
    code, output, errors = diary.ran("--accept", "show")
    assert (code, "in the backup" in output, "in the -wal" in output) == (0, True, False)
    (copy,) = kept_pairs(diary.path)
    assert f"is kept as {wal_of(copy)}" in errors
    assert "coffee" in diary.said("log", "coffee")


def test_restore_puts_a_backup_in_the_place_of_both(diary: Diary) -> None:
    diary.log('left calf "in the backup"')
    backup = diary.path.with_name("backup.db")
    shutil.copy(diary.path, backup)
    diary.log('left calf "after it"')
    killed(diary.path, "in the -wal")
    shutil.copy(backup, diary.path)
    diary.said("restore", str(backup), "--yes")
    assert not wal_of(diary.path).exists()
    assert read(diary.path) == ["in the backup"]
    diary.log('left calf "the last"')
    assert ask(diary.path, "PRAGMA integrity_check") == ["ok"]


def test_a_file_put_there_after_the_wal_was_written_is_not_changed_by_it(diary: Diary) -> None:
    """The backup is what the file was when the -wal began, so that the two fit."""
    diary.log('left calf "in the backup"')
    backup = diary.path.with_name("backup.db")
    shutil.copy(diary.path, backup)
    wal = killed(diary.path, "in the -wal")
    os.utime(wal, ns=(0, 0))
    while backup.stat().st_ctime_ns <= wal.stat().st_ctime_ns:  # a file system's clock may tick every 4 ms only
        backup.chmod(0o600)
    shutil.copy(backup, diary.path)
    sentence = diary.refused("show")
    assert "the file was put there after it was written" in sentence
    (copy,) = kept_pairs(diary.path)
    assert f"`restore {copy.name}` takes both as one diary" in sentence
    diary.said("restore", copy.name, "--yes")
    assert read(diary.path) == ["in the backup", "in the -wal"]


def test_the_wal_of_another_diary_is_never_folded_in(path: Path) -> None:
    other = path.with_name("other.db")
    for diary, note in ((path, "mine"), (other, "another's")):
        make(diary)
        log(diary, twitch(note=note))
    shutil.copy(killed(other, "another's too"), wal_of(path))
    before = path.read_bytes()
    with pytest.raises(Refused, match=r"it is of another diary|together they are damaged"):
        read(path)
    assert path.read_bytes() == before
    remarks.take()
    connections.accept(path)
    assert read(path) == ["mine"]


def test_a_checkpoint_cut_short_is_gone_on_with(path: Path) -> None:
    """All of the -wal is in the file already, which is therefore the newer of the two."""
    log(path, twitch(note="in the file"))
    wal = killed(path, "in the -wal")
    aside = wal.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint")
    wal.write_bytes(aside)
    os.utime(path)
    assert read(path) == ["in the file", "in the -wal"]


@pytest.mark.parametrize("octets", [b"\0" * 5000, b"junk" * 2000])
def test_a_wal_that_is_none_leaves_the_file_as_it_was(path: Path, octets: bytes) -> None:
    log(path, twitch(note="in the file"))
    wal_of(path).write_bytes(octets)
    assert read(path) == ["in the file"]
    log(path, twitch(note="after"))
    assert ask(path, "PRAGMA integrity_check") == ["ok"]


def test_the_wal_of_a_program_that_runs_is_its_own(path: Path) -> None:
    log(path, twitch(note="in the file"))
    holds = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN'); "
    holds += "c.execute('SELECT 1 FROM episode').fetchall(); print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", holds, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        other.stdout.readline()
        log(path, twitch(note="meanwhile"))
        assert wal_of(path).stat().st_size
        assert read(path) == ["in the file", "meanwhile"]
        assert not kept_pairs(path)
        other.stdin.close()


def test_through_a_link_the_copies_lie_beside_the_file_itself(tmp_path: Path, path: Path) -> None:
    log(path, twitch(note="in the file"))
    killed(path, "in the -wal")
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(path)
    assert read(link) == ["in the file", "in the -wal"]
    assert len(kept_pairs(path)) == 1
    assert list(link.parent.iterdir()) == [link]


def test_a_wal_that_goes_while_one_looks_at_it_was_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program closes the diary between two looks: the file is whole without it."""
    log(path, twitch(note="one"))
    exists = Path.exists
    monkeypatch.setattr(Path, "exists", lambda looked_at: looked_at == wal_of(path) or exists(looked_at))
    assert read(path) == ["one"]
