"""Backups: whole or not there, checked, kept by days, weeks and months, and never pushed out by damage or loss."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.errors import Refused
from journal.settings import BackupSettings
from journal.store.file import backups, contents, private_file, restore
from journal.store.file.backup_rewrite import rewrite
from journal.store.file.backups import Why
from journal.store.write import transaction
from tests.diary import ZONE, Diary
from tests.store.damage import empty_an_index, unlogged
from tests.store.diaries import ask, by_hand, dump, mode

pytestmark = pytest.mark.once_a_day

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=ZONE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def make(diary: Diary, folder: Path, why: Why = "daily", days_ago: int = 0) -> backups.Backup:
    return backups.make(diary.path, folder, why, NOW - timedelta(days=days_ago))


def episodes(diary: Diary, number: int) -> None:
    diary.log_all(f"left calf 4 @{hour:02}:{minute:02}" for hour in range(10, 14) for minute in range(number // 4))


def test_a_backup_holds_what_lies_in_the_wal_and_is_for_the_user_alone(diary: Diary, folder: Path) -> None:
    diary.log("left calf 4")
    with closing(sqlite3.connect(diary.path, isolation_level=None)) as other:
        other.execute("UPDATE episode SET note = 'in the wal'")
        backup = make(diary, folder)
    assert dump(backup.path) == dump(diary.path)
    assert ask(backup.path, "SELECT note FROM episode") == ["in the wal"]
    assert {mode(path) for path in (backup.path, backup.description)} == {0o600}
    assert mode(folder) == 0o700
    assert backup in backups.backups(diary.path, folder)
    assert backups.is_whole(backup)


def test_what_is_killed_while_it_copies_leaves_no_backup_and_its_draft_goes_with_the_next(
    diary: Diary, folder: Path
) -> None:
    diary.log("left calf 4")
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    private_file.create_folder(folder)
    draft = folder / f".diary-2026-11-20-200000.db-draft-{ended.pid}"
    draft.write_bytes(diary.path.read_bytes()[:4096])
    assert backups.backups(diary.path, folder) == []
    make(diary, folder)
    assert not draft.exists()


def test_a_daily_backup_that_another_program_makes_in_the_same_second_is_no_trouble(
    diary: Diary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.log("calf")
    made = make(diary, folder)
    # both of them looked before either had begun
    monkeypatch.setattr(backups, "_of_same_diary", lambda *_: [])
    monkeypatch.setattr(backups, "_new_backup", lambda *_: made)
    assert backups.make_daily(diary.path, BackupSettings(folder=folder), diary.clock.now) == []
    assert sorted(folder.glob("*.db")) == [made.path]


def test_damage_is_not_copied_over_what_is_good(diary: Diary, folder: Path) -> None:
    episodes(diary, 20)
    make(diary, folder)
    empty_an_index(diary.path)
    with pytest.raises(Refused, match=r"is damaged .* so no copy of it was kept"):
        make(diary, folder)
    assert len(list(folder.glob("*.db"))) == 1
    assert not list(folder.glob(".*"))


def test_kept_are_seven_days_five_weeks_and_twelve_months_and_what_was_asked_for(diary: Diary, folder: Path) -> None:
    diary.log("left calf 4")
    original = make(diary, folder, "asked", 500)
    for days_ago in range(500, 0, -1):
        day = NOW - timedelta(days=days_ago)
        (folder / f"diary-{day:%Y-%m-%d}-200000.db").write_bytes(b"")
    make(diary, folder)
    backups.remove_older(diary.path, folder, BackupSettings())
    kept = backups.backups(diary.path, folder)
    assert kept[0] == original
    days = " ".join(f"{backup.day:%m-%d}" for backup in kept[1:])
    assert days == (
        "12-31 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-25 10-31 11-01 11-08"
        " 11-15 11-16 11-17 11-18 11-19 11-20 11-21"
    )


def test_the_oldest_go_where_all_take_more_than_the_settings_allow_but_the_newest_stays(
    diary: Diary, folder: Path
) -> None:
    diary.log("left calf 4")
    made = [make(diary, folder, "daily", days_ago) for days_ago in (3, 2, 1, 0)]
    size = made[0].size()
    foreign = made[0]._replace(path=folder / "diary-2020-01-01-200000.db")  # of another diary, in a shared folder
    foreign.path.write_bytes(b"")
    held = made[0].contents()
    assert held
    backups.note_contents(foreign, held._replace(diary="another"))
    assert backups.remove_older(diary.path, folder, BackupSettings(gigabytes=2.5 * size / 1e9)) == made[:2]
    backups.remove_older(diary.path, folder, BackupSettings(gigabytes=1e-9))
    assert [backup.path for backup in backups.backups(diary.path, folder)] == [foreign.path, made[3].path]


def test_a_loss_by_another_program_is_told_from_what_the_diary_deleted_itself(diary: Diary, folder: Path) -> None:
    episodes(diary, 40)
    backup = make(diary, folder, "daily", 1)
    identities = ask(diary.path, "SELECT id FROM episode LIMIT 3")
    for identity in identities:
        diary.said("delete", identity)
    for identity in ask(diary.path, "SELECT id FROM episode LIMIT 3"):
        diary.said("erase", identity, "--keep-backups", "--yes")
    assert backups.unexplained_loss(diary.path, folder) is None
    by_hand(diary.path, "DELETE FROM episode WHERE id IN (SELECT id FROM episode LIMIT 7)")
    assert backups.unexplained_loss(diary.path, folder) == (backup, 7)
    make(diary, folder)
    assert backups.unexplained_loss(diary.path, folder) == (backup, 7), "a backup of what is left explains nothing"
    make(diary, folder, "asked")
    assert backups.unexplained_loss(diary.path, folder) is None, "the person wants it as it is"


def test_a_backup_is_written_anew_in_one_move_and_what_it_holds_is_said_anew(diary: Diary, folder: Path) -> None:
    diary.log('left calf 4 "the zebra word"')
    diary.log("right thumb 3")
    backup = make(diary, folder)
    before = backup.contents()

    def forget(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("DELETE FROM episode WHERE note IS NOT NULL")
        connection.execute("DELETE FROM change WHERE before LIKE '%zebra%'")
        connection.execute("VACUUM")

    backups.describe(*rewrite(backup, forget)[:2])
    after = backup.contents()
    assert before
    assert after
    assert (before.records, after.records) == (2, 1)
    assert backups.is_whole(backup)
    assert b"zebra" not in backup.path.read_bytes()
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []

    with pytest.raises(RuntimeError):
        rewrite(backup, fail)
    assert backup.contents() == after


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM episode")
    raise RuntimeError


# ---- what changed unnoticed ---------------------------------------------------------------------------------


def unnoticed(diary: Diary, backup: backups.Backup) -> list[tuple[str, str]]:
    earlier = backup.contents()
    assert earlier
    with closing(sqlite3.connect(diary.path)) as connection:
        assert contents.goes_on_from(connection, earlier)
        return contents.changed_unnoticed(connection, earlier, contents.read(connection))


def test_a_byte_that_changes_in_a_month_which_nobody_edited_is_seen(diary: Diary, folder: Path) -> None:
    diary.log("2026-09-03: left calf 4 @10:00 +stretch, coffee @11:00, stress 3")
    diary.log("2026-09-03: note a calm day")
    diary.log("2026-10-03: left calf 4 @10:00, stress 3")
    backup = make(diary, folder)
    assert unnoticed(diary, backup) == []
    diary.log("2026-10-04: right thumb 2")
    diary.said("edit", "last", "right thumb 3")
    diary.log("coffee")
    diary.log("sleep 7")
    diary.said("template", "set", "3", "left calf")
    diary.undo()
    assert unnoticed(diary, backup) == []
    unlogged(diary.path, "UPDATE episode SET intensity = 5 WHERE day = '2026-09-03'")
    assert unnoticed(diary, backup) == [("episode", "2026-09")]
    unlogged(
        diary.path, "UPDATE relief SET helped = 0", "UPDATE setting SET value = value || '1'", "DELETE FROM day_note"
    )
    assert unnoticed(diary, backup) == [("day_note", "2026-09"), ("episode", "2026-09"), ("relief", "2026-09")]


def test_an_edited_day_explains_the_months_from_which_and_to_which_a_record_went(diary: Diary, folder: Path) -> None:
    diary.log("2026-09-03: cramp left calf 4 @10:00 +stretch")
    backup = make(diary, folder)
    diary.said("edit", "last", "2026-10-03")
    assert unnoticed(diary, backup) == []
    diary.said("delete", "last")
    assert unnoticed(diary, backup) == []


# ---- restore ------------------------------------------------------------------------------------------------


def test_a_restored_diary_is_the_backup_and_what_was_there_is_kept_with_its_wal(diary: Diary, folder: Path) -> None:
    diary.log("left calf 4")
    backup = make(diary, folder)
    was = dump(backup.path)
    diary.log("right thumb 3")
    with closing(sqlite3.connect(diary.path)) as killed:
        killed.execute("UPDATE episode SET note = 'in the wal'")
        killed.commit()
        logs = {ending: diary.path.with_name(f"diary.db{ending}").read_bytes() for ending in ("-wal", "-shm")}
    for ending, octets in logs.items():
        diary.path.with_name(f"diary.db{ending}").write_bytes(octets)
    kept, held = restore.restore(diary.path, backup.path, folder, NOW)
    assert held.records == 1
    assert dump(diary.path) == was
    assert kept
    assert ask(kept.path, "SELECT DISTINCT note FROM episode") == ["in the wal"]
    diary.log("left calf 1")
    assert ask(diary.path, "PRAGMA integrity_check") == ["ok"]
    assert ask(diary.path, "SELECT count(*) FROM episode") == [2]


def test_a_damaged_diary_is_kept_byte_for_byte_when_a_backup_takes_its_place(diary: Diary, folder: Path) -> None:
    episodes(diary, 20)
    backup = make(diary, folder)
    empty_an_index(diary.path)
    octets = diary.path.read_bytes()
    kept, _ = restore.restore(diary.path, backup.path, folder, NOW)
    assert kept
    assert kept.why == "damaged"
    assert kept.path.read_bytes() == octets
    assert ask(diary.path, "PRAGMA integrity_check") == ["ok"]


def test_a_damaged_backup_is_not_restored(diary: Diary, folder: Path) -> None:
    episodes(diary, 20)
    before, backup = make(diary, folder, "daily", 1), make(diary, folder)
    empty_an_index(backup.path)
    assert backups.newest(diary.path, folder) == before
    octets = diary.path.read_bytes()
    with pytest.raises(Refused, match="is damaged"):
        restore.preview(diary.path, backup.path)
    with pytest.raises(Refused, match="is damaged"):
        restore.restore(diary.path, backup.path, folder, NOW)
    assert diary.path.read_bytes() == octets
    assert not backups.is_whole(backup)


def test_a_diary_that_a_program_writes_is_not_replaced(
    diary: Diary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.log("left calf 4")
    backup = make(diary, folder)
    monkeypatch.setattr("journal.store.file.attached.BUSY_SECONDS", 0.2)
    with transaction.transaction(diary.path, "2026-11-21T19:00:00Z") as connection:
        transaction.insert(connection, "setting", {"key": "units", "value": "ml"})
        with pytest.raises(Refused, match=r"Another program has .* open; close it .* Nothing was changed"):
            restore.restore(diary.path, backup.path, folder, NOW)
    assert ask(diary.path, "SELECT value FROM setting WHERE key = 'units'") == ["ml"]
    assert [path.name for path in diary.path.parent.iterdir() if path.name.startswith(".")] == []
