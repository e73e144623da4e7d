"""The week of somebody with a phone and a laptop: whichever of them a line was said to, the diary is the same."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.diary import Diary, at
from tests.store.diaries import ask

WEEK = (
    # when, where, what
    ("2026-11-16 07:40", "laptop", "slept 23:10-06:20"),
    ("2026-11-16 08:05", "phone", "coffee"),
    ("2026-11-16 13:20", "phone", "left calf 4 20m ago"),
    ("2026-11-16 21:30", "laptop", "stress 6"),
    ("2026-11-17 02:15", "phone", "cramp left foot 7 +stretch"),
    ("2026-11-17 09:00", "phone", "2 coffees"),
    ("2026-11-17 18:00", "phone", "start right eyelid"),
    ("2026-11-17 18:40", "phone", "stop 3"),
    ("2026-11-17 22:00", "phone", "stress 8"),
    ("2026-11-18 12:00", "laptop", "thumb x3"),
    ("2026-11-18 12:30", "phone", "again"),
    ("2026-11-18 23:00", "phone", "note long day, little sleep"),
    ("2026-11-19 22:30", "phone", "none"),
    ("2026-11-20 20:00", "phone", "lift legs 45m 8"),
    ("2026-11-20 20:05", "phone", "took ibuprofen 400mg at 14:00"),
    ("2026-11-21 09:00", "phone", "tea"),
)
SAYS = ("episode", "relief", "sleep", "drink", "workout", "dose", "answer", "day_note")
OF_THE_ROW = ("id", "episode", "source_key")


def what_it_says(path: Path) -> list[tuple[str, ...]]:
    """The rows without their ids, in no order."""
    rows = []
    with closing(sqlite3.connect(path)) as connection:
        for table in SAYS:
            cursor = connection.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in cursor.description]
            for row in cursor:
                pairs = zip(columns, row, strict=True)
                rows.append((table, *(f"{column} {value}" for column, value in pairs if column not in OF_THE_ROW)))
    return sorted(rows)


def test_a_week_of_phone_and_laptop(diary: Diary, tmp_path: Path) -> None:
    by_laptop = Diary.__new__(Diary)
    by_laptop.path = tmp_path / "laptop" / "diary.db"
    by_laptop.path.parent.mkdir()
    phone = tmp_path / "inbox" / "phone.txt"
    phone.parent.mkdir()
    for moment, where, line in WEEK:
        by_laptop.clock = at(moment)
        by_laptop.log(line)
        if where == "laptop":
            diary.at(moment).log(line)
            continue
        with phone.open("a") as file:
            file.write(f"{at(moment).now.isoformat(timespec='minutes')} {line}\n")
    with phone.open("a") as file:
        file.write("2026-11-21T09:30+01:00 qwertz on my way\n2026-11-21T09:31+01:00 cof")
    diary.at("2026-11-21 20:00")
    written = diary.clock.now.timestamp() - 7
    os.utime(phone, (written, written))  # the phone is still at it

    listed = diary.said("inbox")
    assert listed.startswith("14 lines in the inbox.")
    assert "Mon 16 Nov 13:00  left calf, twitch, 4 of 10" in listed
    assert ask(diary.path, "SELECT count(*) FROM episode") == [1]

    stored = diary.said("inbox", "store")
    assert [line[:8] for line in stored.splitlines()].count("stored: ") == 12
    assert "ended: " in stored
    assert "1 line left in the inbox." in stored
    assert what_it_says(diary.path) == what_it_says(by_laptop.path)
    assert diary.daily("2026-11-19") == {"twitches": 0, "cramps": 0, "tingles": 0, "any_twitches": 0}

    # One step: undo takes all of it back, and it is offered again; redo stores it, and it is not.
    diary.said("undo")
    assert ask(diary.path, "SELECT count(*) FROM episode") == [1]
    assert diary.said("inbox").startswith("14 lines")
    diary.said("redo")
    assert diary.said("inbox").startswith("1 line ")

    # What was said wrong is put right here; the rest of the last line has come meanwhile.
    identity = diary.said("inbox").split("[")[1][:6]
    assert "Sat 21 Nov 09:30  left calf" in diary.said("inbox", "say", identity, "2026-11-21 09:30 left calf 2")
    with phone.open("a") as file:
        file.write("fee\n")
    assert "stored: Sat 21 Nov 09:31  coffee" in diary.said("inbox", "store")

    # The phone's app rewrites its file: the first days are cut off, boxes are ticked, a copy is left behind.
    lines = phone.read_text().splitlines()
    phone.with_name("phone.sync-conflict-20261121.txt").write_text("\n".join(lines) + "\n")
    phone.write_text("".join(f"- [x] {line}\n" for line in lines[6:]))
    assert diary.said("inbox") == "Nothing waits in the inbox.\n"
