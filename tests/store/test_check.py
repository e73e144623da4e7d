"""check: what it finds, what it makes anew, and that nothing is written into a diary that failed it."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.settings import BackupSettings
from journal.store.file import check, diary_state, salvage, upkeep
from journal.store.file.check import Soundness
from tests.diary import Diary
from tests.store.damage import break_a_page, empty_an_index, unlogged
from tests.store.diaries import ask, by_hand, dump

pytestmark = pytest.mark.once_a_day


def checked(diary: Diary) -> Soundness:
    return check.check(diary.path, BackupSettings(), diary.clock.now)


def episodes(diary: Diary) -> None:
    """A diary with 120 of them."""
    diary.log_all(
        f'left calf 4 @{10 + minute // 60}:{minute % 60:02} "{minute} {"word " * 20}"' for minute in range(120)
    )


def test_a_sound_diary_passes_and_what_it_holds_is_said(diary: Diary) -> None:
    diary.log("left calf 4 +stretch")
    diary.log("yesterday: stress 3, none")
    diary.undo()
    diary.said("redo")
    diary.said("delete", "yesterday:stress")
    by_hand(diary.path, "UPDATE episode SET intensity = 5", "DELETE FROM answer")
    diary.undo()
    soundness = checked(diary)
    assert (soundness.damage, soundness.odd, soundness.mended) == ([], [], [])
    assert diary.said("check") == (
        f"sound: {diary.path}, {len(ask(diary.path, 'SELECT day FROM answer')) + 1} records on 2 days\n"
        "newest backup: diary-2026-11-21-200000.db, of Sat 21 Nov 20:00\n"
    )


HISTORY = {
    "INSERT INTO step (at, kind, open) VALUES ('2026-11-21T00:00:00Z', 'log', 1)": "1 step was left open",
    "INSERT INTO step (at, kind) VALUES ('2026-11-21T00:00:00Z', 'undo')": "1 step of its history undoes what cannot",
    "INSERT INTO step (id, at, kind, undoes) VALUES (9, '2026-11-21T00:00:00Z', 'undo', 9)": "undoes what cannot",
    "INSERT INTO step (at, kind) VALUES ('2026-11-21T00:00:00Z', 'riddle')": "is of no kind that there is",
    "UPDATE change SET row = 'no JSON'": "of its history cannot be understood",
    "UPDATE change SET row = '{}'": "of its history cannot be understood",
    "UPDATE change SET \"table\" = 'moon'": "of its history cannot be understood",
    "UPDATE change SET step = 99": "of its history cannot be understood",
}
"""What a hand or a flipped byte does to the history -> what is said of it."""


@pytest.mark.parametrize("statement", HISTORY)
def test_a_history_in_which_undo_would_lose_its_way_is_damage(diary: Diary, statement: str) -> None:
    diary.log("left calf 4")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
    (damage,) = checked(diary).damage
    assert HISTORY[statement] in damage
    for command in ("undo", "redo"):
        assert f"{diary.path} is damaged: {damage}. Nothing is written into it" in diary.refused(command)


@pytest.mark.parametrize(
    "act",
    [
        lambda diary: empty_an_index(diary.path),
        lambda diary: break_a_page(diary.path, "episode"),
        lambda diary: by_hand(diary.path, "DROP INDEX episode_site"),
        lambda diary: unlogged(diary.path, "UPDATE episode SET intensity = 9 WHERE intensity = 4"),
    ],
)
def test_nothing_is_written_into_a_diary_that_failed_until_it_passes_or_is_restored(
    diary: Diary, act: Callable[[Diary], None]
) -> None:
    episodes(diary)
    diary.said("backup")
    act(diary)
    code, output, errors = diary.ran("check")
    assert (code, errors) == (1, "")
    assert "is damaged: " in output
    assert "`twitch-journal restore` puts a backup in its place" in " ".join(output.split())
    octets = diary.path.read_bytes()
    for line in (
        ("log", "stress 3"), ("undo",), ("redo",), ("template", "set", "1", "coffee"), ("settings", "day_starts", "5"),
        ("question", "off", "stress"), ("delete", "last"), ("erase", "last", "--yes"), ("show",), ("find", "calf"),
    ):  # fmt: skip
        diary.ran(*line)
        assert diary.path.read_bytes() == octets, line
    assert "is damaged" in diary.refused("log", "stress 3")
    for reading in ("show", "find", "trends"):
        assert "is damaged" in diary.ran(reading)[2]
    diary.said("restore", "today", "--yes")
    assert checked(diary).damage == []
    diary.said("log", "stress 3")


def test_a_diary_is_checked_before_the_first_write_of_a_day(diary: Diary) -> None:
    episodes(diary)
    diary.log("stress 3")
    empty_an_index(diary.path)
    diary.log("stress 4")
    octets = diary.path.read_bytes()
    diary.at("2026-11-22 08:00")
    assert "is damaged: " in diary.refused("log", "stress 5")
    assert diary.path.read_bytes() == octets
    state = diary_state.read(diary.path)
    assert state
    assert state.failed
    assert "is damaged: " in diary.refused("log", "stress 5"), "it is remembered, and not only that it was checked"


def test_a_large_diary_is_checked_after_the_echo_and_says_so(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    episodes(diary)
    monkeypatch.setattr(upkeep, "LARGE", 1)
    diary.at("2026-11-22 08:00").log("stress 5")
    (large, *_) = upkeep.keep_up(diary.path, diary.clock.now, has_written=True)
    assert re.fullmatch(r"The diary is large \(\d MB\), so it was checked after that: it is sound\.", large)
    diary.at("2026-11-23 08:00")
    empty_an_index(diary.path)
    diary.log("stress 5")
    (sentence,) = upkeep.keep_up(diary.path, diary.clock.now, has_written=True)
    assert "is damaged: " in sentence
    assert "is damaged: " in diary.refused("log", "stress 5")


def test_what_is_derived_is_made_anew_when_it_is_not_what_it_should_be(diary: Diary) -> None:
    diary.log("left calf 4")
    by_hand(
        diary.path,
        "DROP TRIGGER episode_updated",
        "DROP VIEW daily",
        "CREATE VIEW daily AS SELECT 1 AS day",
        "DELETE FROM question WHERE slug = 'stress'",
    )
    assert "mended: views, triggers or built-in questions" in diary.said("check")
    assert checked(diary).mended == []
    diary.log("stress 3")
    assert diary.daily() == {"twitches": 1, "cramps": 0, "tingles": 0, "stress": 3, "any_twitches": 1}


def test_impossible_times_and_rows_without_what_they_belong_to_are_said_and_block_nothing(diary: Diary) -> None:
    diary.log("cramp left calf 4 @10:00 +stretch")
    diary.log("visit neurologist 12 Dec")
    by_hand(
        diary.path,
        "INSERT INTO episode (id, day, started_at, utc_offset_minutes, site, kind)"
        " VALUES ('a', '2026-11-01', '2026-11-20T10:00:00Z', 60, 'calf', 'twitch')",
        "INSERT INTO drink (id, day, name) VALUES ('b', '2036-11-01', 'tea')",
        "DELETE FROM episode WHERE kind = 'cramp'",
    )
    code, output, _ = diary.ran("check")
    assert code == 1
    assert output.splitlines()[:4] == [
        "look at: 1 relief of something that is not there.",
        "look at: 1 episode at an impossible time, on 2026-11-01.",
        "look at: 1 drink at an impossible time, on 2036-11-01.",
        f"sound: {diary.path}, 3 records on 2 days",
    ]
    diary.log("stress 3")


def test_what_is_wrong_around_the_diary_is_said(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    diary.log("left calf 4")
    diary.path.with_name("second.db").hardlink_to(diary.path)
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("usage", (), {"free": 1_000_000}))
    diary_state.file_of(diary.path).write_text("nonsense")
    code, output, _ = diary.ran("check")
    assert code == 1
    assert "has a second name (a hard link)" in output
    assert f"only 1 MB are free on the disk of {diary.path.parent}" in output
    assert "cannot be understood" in output


# ---- salvage ------------------------------------------------------------------------------------------------


def test_what_can_be_read_is_salvaged_and_what_was_lost_is_said(diary: Diary, tmp_path: Path) -> None:
    episodes(diary)
    diary.log("yesterday: stress 3")
    diary.said("template", "set", "1", "left calf")
    was = dump(diary.path)
    octets = diary.path.read_bytes()
    break_a_page(diary.path, "episode")
    broken = diary.path.read_bytes()
    new = tmp_path / "new.db"
    lines = diary.said("check", "--salvage", str(new)).splitlines()
    assert diary.path.read_bytes() == broken != octets
    (number,) = ask(new, "SELECT count(*) FROM episode")
    assert 80 < number < 120
    assert lines[1] == f"lost: {120 - number} episodes, of Sat 21 Nov"
    assert lines[-1] == f"`twitch-journal restore {new}` says how it differs from the diary, and puts it in its place."
    after = dump(new)
    assert set(after["episode"]) < set(was["episode"])
    assert {table: rows for table, rows in after.items() if table != "episode"} == {
        table: rows for table, rows in was.items() if table != "episode"
    }
    diary.said("restore", str(new), "--yes")
    assert "sound: " in diary.said("check")
    diary.undo()
    assert ask(diary.path, "SELECT count(*) FROM template") == [0], "the history is whole, so undo goes on"


def test_a_history_that_cannot_be_read_begins_anew_in_what_is_salvaged(diary: Diary, tmp_path: Path) -> None:
    episodes(diary)
    was = dump(diary.path)
    break_a_page(diary.path, "change")
    new = tmp_path / "new.db"
    assert "lost: the history: undo begins anew\n" in diary.said("check", "--salvage", str(new))
    assert dump(new) == was
    assert ask(new, "SELECT count(*) FROM step") == [0]
    diary.said("--db", str(new), "log", "left calf 4")
    diary.said("--db", str(new), "undo")


def test_a_child_is_lost_with_the_row_it_belongs_to_and_the_history_does_not_say_that_a_hand_did_it(
    diary: Diary, tmp_path: Path
) -> None:
    diary.log_all(
        f"2026-10-{1 + number // 5:02}: cramp left calf 4 @{10 + number % 5}:00 +stretch" for number in range(120)
    )
    break_a_page(diary.path, "episode")
    losses = salvage.salvage(diary.path, tmp_path / "new.db").losses
    assert {loss.table: loss.number for loss in losses}.keys() == {"episode", "relief"}
    assert len({loss.number for loss in losses}) == 1
    assert ask(tmp_path / "new.db", "SELECT count(*) FROM change WHERE step IS NULL") == [0]


def test_where_nothing_can_be_read_nothing_is_made(diary: Diary, tmp_path: Path) -> None:
    diary.log("left calf 4")
    with diary.path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3996)
    assert "can be read" in diary.refused("check", "--salvage", str(tmp_path / "new.db"))
    assert not (tmp_path / "new.db").exists()
