"""erase: gone from the backups too, from those of older formats and from copies kept as they were."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.store.file import backups, private_file, schema
from journal.store.write.erase import UnclearedFile, carry_out, plan
from tests.diary import Diary
from tests.shell.test_erasing import TEXT, everywhere, left_sound, pad
from tests.store.damage import empty_an_index
from tests.store.diaries import as_user, ask, by_hand, log, of_format, twitch

pytestmark = pytest.mark.once_a_day


def left_by_a_kill(diary: Diary, *lines: str) -> Path:
    """A copy of the diary with a -wal that holds these lines, as it is made of what a program that was killed left."""
    twin = diary.path.parent / "twin.db"
    twin.write_bytes(diary.path.read_bytes())
    with closing(sqlite3.connect(twin)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        for line in lines:
            other.execute("INSERT INTO day_note (day, text) VALUES (?, ?)", (f"2026-11-0{len(line) % 9 + 1}", line))
        other.commit()
        copy = diary.path.parent / "backups" / "diary-2026-11-20-100000-stopped.db"
        copy.parent.mkdir(exist_ok=True)
        for ending in ("", "-wal"):
            private_file.copy_bytes(twin.with_name(twin.name + ending), copy.with_name(copy.name + ending))
    twin.unlink()
    return copy


def test_it_leaves_also_the_copies_that_were_kept_as_they_were(diary: Diary) -> None:
    diary.log(f'calf 4 "{TEXT}"')
    pad(diary)
    stopped = left_by_a_kill(diary, f"a {TEXT}", "harmless")
    damaged = stopped.with_name("diary-2026-11-20-110000-damaged.db")
    private_file.copy_bytes(diary.path, damaged)
    empty_an_index(damaged)
    said = diary.said("erase", TEXT, "--yes")
    assert everywhere(diary, TEXT) == []
    whole = stopped.with_name("diary-2026-11-20-100000-stopped-2.db")
    assert f"also erased from {whole}" in said
    assert f"also erased from {damaged}\n        that was damaged; what could be read of it is left" in said
    assert sorted(path.name for path in stopped.parent.glob("diary-2026-11-20-*")) == [
        name for path in (whole, damaged) for name in (path.name, f"{path.name}.json")
    ]
    assert ask(whole, "SELECT text FROM day_note") == ["harmless"]
    assert ask(damaged, "SELECT count(*) FROM episode") == [60]
    assert diary.said("backups").count("ok; ") == 3
    left_sound(diary)


def test_a_copy_whose_wal_is_of_something_else_is_named_and_left(diary: Diary) -> None:
    diary.log("thumb 3")
    stopped = left_by_a_kill(diary, "harmless")
    diary.log(f'calf 4 "{TEXT}"')
    stopped.unlink()
    private_file.copy_bytes(diary.path, stopped)
    code, said, _ = diary.ran("erase", TEXT, "--yes")
    assert code == 1
    assert "-wal does not belong to" in " ".join(said.split())
    assert everywhere(diary, TEXT) == [stopped.name]
    stopped.with_name(f"{stopped.name}-wal").unlink()
    assert f"also erased from {stopped}" in diary.said("erase", TEXT, "--yes")
    assert everywhere(diary, TEXT) == []


def test_it_leaves_the_backups_of_older_formats(diary: Diary) -> None:
    diary.log(f'calf 4 "{TEXT}"')
    folder = diary.path.parent / "backups"
    folder.mkdir(exist_ok=True)
    older = {number: folder / f"diary-format-{number}-2026-11-20-100000.db" for number in range(1, schema.VERSION)}
    for number, backup in older.items():
        of_format(number, backup)
        backup.chmod(0o600)
        by_hand(backup, f"UPDATE episode SET note = '{TEXT}' WHERE id = (SELECT min(id) FROM episode)")
    diary.said("erase", TEXT, "--yes")
    assert everywhere(diary, TEXT) == []
    assert [ask(backup, "PRAGMA user_version")[0] for backup in older.values()] == list(older)
    assert all(ask(backup, "SELECT count(*) > 0 FROM episode") == [1] for backup in older.values())


@pytest.mark.parametrize("doing", ["fsync", "replace", "unlink"])
def test_whoever_is_killed_in_the_midst_leaves_whole_backups_and_can_erase_it_once_more(
    diary: Diary, doing: str
) -> None:
    diary.log("thumb 3")
    diary.log(f'calf 4 "{TEXT}"')
    diary.said("backup")
    left_by_a_kill(diary, f"a {TEXT}")
    planned = plan(diary.path, "last")
    if not (child := os.fork()):
        setattr(os, doing, lambda *_, **__: os._exit(9))
        carry_out(diary.path, planned)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    for backup in (diary.path.parent / "backups").glob("*.db"):
        assert ask(backup, "PRAGMA integrity_check") == ["ok"]
        assert ask(backup, "SELECT count(*) FROM episode")[0] in (1, 2)
    assert diary.ran("check")[0] == 0
    assert "calf" in diary.said("erase", "last", "--yes")
    diary.said("erase", TEXT, "--yes")
    assert everywhere(diary, TEXT) == []


def disk_is_full(source: sqlite3.Connection, draft: Path) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise error


@pytest.mark.skipif(os.name != "posix", reason="needs rights that are refused")
def test_a_backup_that_may_not_be_written_is_named_with_the_reason_and_can_be_erased_later(
    users_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = users_folder / "diary.db"
    with as_user():
        log(path, twitch(note=TEXT))
        backup = backups.make(path, users_folder / "backups", "asked", datetime(2026, 11, 21, 20, tzinfo=UTC))
        backup.path.parent.chmod(0o500)
        assert carry_out(path, plan(path, TEXT)).uncleared == [UnclearedFile(backup.path, "permission denied")]
        backup.path.parent.chmod(0o700)
        with monkeypatch.context() as full:
            full.setattr(backups, "copy_pages", disk_is_full)
            (left,) = carry_out(path, plan(path, TEXT)).uncleared
            assert left.reason == "there is no room left on the disk"
        assert backups.is_whole(backup), "it is as it was"
        (identity,) = ask(backup.path, "SELECT substr(id, 1, 8) FROM episode")
        assert carry_out(path, plan(path, identity)).uncleared == []
    assert TEXT.encode() not in backup.path.read_bytes()


def test_backups_that_are_kept_are_named(diary: Diary) -> None:
    diary.log(f"note {TEXT}")
    diary.said("backup")
    (backup,) = (diary.path.parent / "backups").glob("*-asked.db")
    assert f"  {backup}" in diary.said("erase", "today:note", "--yes", "--keep-backups").splitlines()
    assert everywhere(diary, TEXT) == [backup.name]
    assert f"also erased from {backup}" in diary.said("erase", TEXT, "--yes").splitlines()
    assert everywhere(diary, TEXT) == []
    left_sound(diary)
