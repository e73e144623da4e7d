"""The inbox: whatever order, split, copy or cut of the files, each line is stored once; and they are never written."""

import codecs
import os
import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from journal.errors import Refused
from journal.store.file.diary_file import DiaryFile
from journal.store.history import undo_redo
from journal.store.inbox.inbox import WHEN, Inbox
from journal.store.inbox.inbox_texts import LARGEST_MB, InboxPlace
from journal.store.write.entry import enter
from tests.diary import Diary, at, empty_file
from tests.store.diaries import ask, contents, dump

CLOCK = at("2026-11-21 20:00")
NOW = CLOCK.now.timestamp()
PHRASES = (
    "left calf 4 20m ago",
    "coffee",
    "stress 7",
    "note said before, in bed",
    "thumb x3 2m",
    "none",
    "qwertz",
    "again",
)
PLAIN = {"day", "started_at", "taken_at", "site", "side", "intensity", "times", "duration_s", "name", "text", "value"}


@pytest.fixture
def box(tmp_path: Path) -> Inbox:
    (tmp_path / "inbox").mkdir()
    return inbox_of(tmp_path)


def inbox_of(folder: Path, name: str = "inbox") -> Inbox:
    if not (folder / "diary.db").exists():
        (folder / "diary.db").write_bytes(empty_file())
    return Inbox(DiaryFile(folder / "diary.db"), InboxPlace(folder / name))


def write(path: Path, data: str | bytes, seconds_ago: float = 3600) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    os.utime(path, (NOW - seconds_ago, NOW - seconds_ago))
    return path


def waiting(box: Inbox) -> list[str]:
    return [each.line.phrase for each in box.page(CLOCK).waiting]


def stored(path: Path) -> list[tuple[object, ...]]:
    """What the diary says, without ids."""
    with closing(sqlite3.connect(path)) as connection:
        rows: list[tuple[object, ...]] = []
        for table in ("episode", "drink", "answer", "day_note"):
            cursor = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            for row in cursor:
                rows.append((table, *(value for name, value in zip(names, row, strict=True) if name in PLAIN)))
    return sorted(rows, key=repr)


# ---- whatever becomes of the files --------------------------------------------------------------------------

LINES = some.lists(
    some.tuples(some.integers(0, 5000), some.sampled_from(PHRASES)),
    min_size=1,
    max_size=12,
    unique_by=lambda each: each[0],
)


def stamped(minutes_ago: int, phrase: str) -> str:
    return f"{(CLOCK.now - timedelta(minutes=minutes_ago)).isoformat(timespec='minutes')} {phrase}"


@settings(max_examples=8)
@given(lines=LINES, seed=some.integers(0, 2**32))
def test_any_order_any_split_and_any_copies_of_the_files_store_the_same_rows(
    lines: list[tuple[int, str]], seed: int
) -> None:
    texts = [stamped(*line) for line in lines]
    chance = random.Random(seed)
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        plain, mixed = Path(one), Path(other)
        for folder in (plain, mixed):
            (folder / "inbox").mkdir()
        write(plain / "inbox" / "phone.txt", "".join(f"{text}\n" for text in texts))
        chance.shuffle(texts)
        cut = chance.randint(0, len(texts))
        write(mixed / "inbox" / "a.txt", "\r\n".join(["# mine", *texts[:cut], ""]))
        write(mixed / "inbox" / "b.txt", "".join(f"- [ ] {text}\n\n" for text in texts[cut:]))
        write(mixed / "inbox" / "a.sync-conflict-20261121.txt", "\n".join([*texts[: cut // 2], ""]))
        write(mixed / "inbox" / "b (1).txt", "".join(f"{text}\n" for text in texts[cut + 1 :]))
        first, second = inbox_of(plain), inbox_of(mixed)
        before = dump(mixed / "diary.db")
        first.store(CLOCK)
        second.store(CLOCK)
        assert stored(mixed / "diary.db") == stored(plain / "diary.db")
        left = waiting(second)
        assert left == waiting(first)
        second.store(CLOCK)  # twice
        write(mixed / "inbox" / "a.txt", "\n".join([*texts[cut // 2 : cut], ""]))  # the top was cut
        assert sorted(waiting(second)) == sorted(left)
        assert stored(mixed / "diary.db") == stored(plain / "diary.db")
        if before != dump(mixed / "diary.db"):
            undo_redo.undo(mixed / "diary.db", "2026-11-21T19:00:00Z")
        assert dump(mixed / "diary.db") == before


def test_two_equal_lines_of_one_file_are_two(box: Inbox, tmp_path: Path) -> None:
    line = "2026-11-21T10:00+01:00 espresso\n"
    write(tmp_path / "inbox" / "phone.txt", line * 2)
    write(tmp_path / "inbox" / "phone (1).txt", line * 2)
    box.store(CLOCK)
    assert ask(box.file.path, "SELECT count(*) FROM drink") == [2]


def test_the_files_are_never_written(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "2026-11-21T10:00+01:00 espresso\nqwertz\ncoffee")
    before = contents(tmp_path / "inbox"), (tmp_path / "inbox" / "phone.txt").stat()
    box.store(CLOCK)
    box.dismiss([each.line.key for each in box.page(CLOCK).waiting], CLOCK)
    assert (contents(tmp_path / "inbox"), (tmp_path / "inbox" / "phone.txt").stat()) == before


def test_what_is_undone_is_offered_again_and_what_is_deleted_stays_deleted(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "2026-11-21T10:00+01:00 left calf 4\n")
    box.store(CLOCK)
    undo_redo.undo(box.file, "2026-11-21T19:00:00Z")
    assert waiting(box) == ["left calf 4"]
    box.store(CLOCK)
    enter(box.file, "coffee", CLOCK)
    with closing(sqlite3.connect(box.file.path)) as connection, connection:
        connection.execute("DELETE FROM episode")
    assert waiting(box) == []


# ---- what a line means --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("2026-11-20T14:05+01:00 left calf 4 20m ago", [("episode", "2026-11-20", "2026-11-20T12:45:00Z")]),
        ("2026-11-20 14:05 coffee", [("drink", "2026-11-20", "2026-11-20T13:05:00Z")]),
        ("2026-11-20T14:05:30Z espresso", [("drink", "2026-11-20", "2026-11-20T14:05:30Z")]),
        ("2026-11-20T01:30+01:00 thumb 2", [("episode", "2026-11-19", "2026-11-20T00:30:00Z")]),
        ("2026-11-20T14:05-0800 tea", [("drink", "2026-11-20", "2026-11-20T22:05:00Z")]),
        ("• [x] 2026-11-20T14:05+01:00, tea", [("drink", "2026-11-20", "2026-11-20T13:05:00Z")]),
        ("2026-11-18: calf 3", [("episode", "2026-11-18", None)]),
        ("2026-11-20 14:05-14:35 calf 3", [("episode", "2026-11-20", "2026-11-20T13:05:00Z")]),  # two clocks
    ],
)
def test_a_stamp_is_now_for_its_line(box: Inbox, tmp_path: Path, line: str, rows: Sequence[object]) -> None:
    write(tmp_path / "inbox" / "phone.txt", f"{line}\n")
    box.store(CLOCK)
    union = (
        "SELECT 'episode', day, started_at FROM episode UNION ALL SELECT 'drink', day, taken_at FROM drink ORDER BY 3"
    )
    assert ask(box.file.path, union) == rows


def test_the_stamp_is_the_day_on_which_it_was_said(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "2026-11-10T21:00+01:00 stress 7\n2026-11-10T21:05+01:00 note in bed\n")
    box.store(CLOCK)
    assert ask(box.file.path, "SELECT day, value, written_on FROM answer") == [("2026-11-10", 7.0, "2026-11-10")]
    assert ask(box.file.path, "SELECT day, text FROM day_note") == [("2026-11-10", "in bed")]


@pytest.mark.parametrize(
    "line", ["coffee", "yesterday: stress 7", "Mon 14:05 calf 2", "calf 20m ago", "none", "3 days ago calf"]
)
def test_without_a_stamp_and_a_day_of_its_own_a_line_waits(box: Inbox, tmp_path: Path, line: str) -> None:
    write(tmp_path / "inbox" / "phone.txt", f"{line}\n")
    box.store(CLOCK)
    (left,) = box.page(CLOCK).waiting
    assert left.reason == WHEN
    (receipt,) = box.store_as(left.line.key, "2026-11-20T10:00+01:00 coffee", CLOCK)
    assert "Fri 20 Nov 10:00" in receipt.when
    assert waiting(box) == []


def test_a_stamp_that_lies_ahead_waits_for_its_time(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "2026-11-21T21:00+01:00 coffee\n")
    assert box.store(CLOCK).receipts == []
    assert len(box.store(at("2026-11-21 21:01")).receipts) == 1


def test_good_lines_do_not_wait_for_bad_ones(box: Inbox, tmp_path: Path) -> None:
    text = "2026-11-21T10:00+01:00 {}\n"
    write(
        tmp_path / "inbox" / "phone.txt", "".join(text.format(each) for each in ("calf 2", "qwertz", "none", "thumb"))
    )
    result = box.store(CLOCK)
    assert len(result.receipts) == 2
    assert [each.line.phrase for each in result.left] == ["qwertz", "none"]  # none stands against a row
    kept = box.keep_as_note(result.left[0].line.key, CLOCK)
    assert kept[0].day == "2026-11-21"
    assert waiting(box) == ["none"]


def test_a_dismissed_line_can_be_brought_back(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "qwertz\n")
    key = box.page(CLOCK).waiting[0].line.key
    box.dismiss([key], CLOCK)
    assert waiting(box) == []
    with pytest.raises(Refused, match="dismissed elsewhere"):
        box.store_as(key, "20 Nov coffee", CLOCK)
    assert [line.text for line in box.page(CLOCK).dismissed] == ["qwertz"]
    box.offer_again([key], CLOCK)
    assert waiting(box) == ["qwertz"]


# ---- files that are not as they should be -------------------------------------------------------------------

SAID = "2026-11-21T10:00Z tea\n"


@pytest.mark.parametrize(
    ("name", "data", "seconds_ago", "number"),
    [
        ("phone.txt", SAID + "2026-11-21T10:05Z coff", 5, 1),
        ("phone.txt", SAID + "2026-11-21T10:05Z coffee", 120, 2),
        ("phone.txt", SAID.encode() + "2026-11-21T10:05Z note é".encode()[:-1], 120, 1),
        ("phone.txt", SAID.encode() + b"2026-11-21T10:05Z coff" + bytes(64), 120, 1),
        ("phone.txt", codecs.BOM_UTF8 + SAID.encode(), 120, 1),
        ("phone.txt", codecs.BOM_UTF16_LE + SAID.encode("utf-16-le"), 120, 1),
        ("phone.txt", codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), 120, 1),
        ("phone.txt", (SAID * 2).replace("\n", "\r"), 120, 2),
        *(
            (name, SAID, 120, 0)
            for name in (".phone.txt", "phone.txt.icloud", "phone.txt~", "x.tmp", "~syncthing~x.tmp")
        ),
    ],
)
def test_what_is_whole_is_read_and_what_is_on_its_way_waits(
    box: Inbox, tmp_path: Path, name: str, data: str | bytes, seconds_ago: float, number: int
) -> None:
    write(tmp_path / "inbox" / name, data, seconds_ago)
    page = box.page(CLOCK)
    assert len(page.waiting) == number
    assert page.remarks == []
    assert all(each.is_ready for each in page.waiting)


def test_another_encoding_is_read_and_said(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "2026-11-21T10:00Z note naïve\n".encode("cp1252"))
    page = box.page(CLOCK)
    assert [each.line.phrase for each in page.waiting] == ["note naïve"]
    assert "Windows-1252" in page.remarks[0]


def test_of_a_file_that_cannot_be_read_a_sentence_is_said_and_the_rest_is_read(box: Inbox, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    write(folder / "phone.txt", SAID)
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    write(folder / "photo.jpg", b"\xff\xd8\xff\0\x01" * 9 + b"x")
    (folder / "folder").mkdir()
    with (folder / "large.txt").open("wb") as file:
        file.truncate(LARGEST_MB * 2**20 + 1)
    page = box.page(CLOCK)
    assert len(page.waiting) == 1
    for name in ("pipe.txt", "loop.txt", "photo.jpg", "large.txt"):
        assert any(name in remark for remark in page.remarks), name


def test_a_named_place_is_missed_and_the_usual_one_is_not(tmp_path: Path) -> None:
    usual = inbox_of(tmp_path)
    assert usual.page(CLOCK).remarks == []
    chosen = Inbox(usual.file, InboxPlace(tmp_path / "gone", chosen=True))
    assert "gone" in chosen.page(CLOCK).remarks[0]


def test_a_line_is_shown_as_it_would_be_stored_behind_those_before_it(box: Inbox, tmp_path: Path) -> None:
    enter(box.file, "2026-11-20: stress 6", CLOCK)
    said = ("calf 2", "none", "stress 7")
    write(tmp_path / "inbox" / "phone.txt", "".join(f"2026-11-20T10:00+01:00 {each}\n" for each in said))
    before = dump(box.file.path)
    first, refused, changed = box.page(CLOCK).waiting
    assert first.is_ready
    assert "does not go with" in refused.reason
    assert any("stress 6" in remark for remark in changed.receipts[0].remarks)
    assert dump(box.file.path) == before


def test_a_line_that_says_no_time_is_not_stored_as_now_by_correcting_nothing(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "coffee\ncalf 20m ago\n")
    coffee, calf = (each.line.key for each in box.page(CLOCK).waiting)
    for key, text in ((coffee, "coffee "), (coffee, "2 coffees"), (calf, "- calf 20m ago")):
        with pytest.raises(Refused, match="when was that"):
            box.store_as(key, text, CLOCK)
    assert "Fri 20 Nov" in box.store_as(coffee, "yesterday 2 coffees", CLOCK)[0].when


@pytest.mark.parametrize(
    "stamp",
    [
        *("0001-01-01T00:00Z", "0001-01-01T05:00+14:00", "9999-12-31T23:59", "9999-12-31T23:59-12:00"),
        *("2026-06-31T10:00Z", "2026-11-20T25:00Z", "2026-11-20T14:05+23:59", "1850-01-01T10:00Z"),
    ],
)
def test_a_time_that_cannot_be_is_said_and_stops_no_other_line(box: Inbox, tmp_path: Path, stamp: str) -> None:
    write(tmp_path / "inbox" / "phone.txt", f"{stamp} left calf 4\n{SAID}")
    stored = box.store(CLOCK)
    assert len(stored.receipts) == 1
    (left,) = stored.left
    assert "there is no time" in left.reason
    with pytest.raises(Refused, match="there is no time"):
        box.keep_as_note(left.line.key, CLOCK)
    assert ask(box.file.path, "SELECT count(*) FROM episode") == [0]


def test_a_line_that_is_only_readable_behind_another_still_needs_its_time(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "2026-11-20T09:00Z left calf 4\nagain\n")
    assert [each.reason for each in box.store(CLOCK).left] == [WHEN]
    assert ask(box.file.path, "SELECT count(*) FROM episode") == [1]


def test_a_line_that_lies_ahead_is_no_note_yet(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "2030-01-01T10:00Z strange\n")
    with pytest.raises(Refused, match="has not come yet"):
        box.keep_as_note(box.page(CLOCK).waiting[0].line.key, CLOCK)


def test_a_clock_of_twelve_hours_is_read_as_one(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "2026-11-20 02:05 PM left calf 4\n")
    assert [receipt.when for receipt in box.store(CLOCK).receipts] == ["Fri 20 Nov 14:05"]


def test_a_correction_without_a_time_has_that_of_its_line(box: Inbox, tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "phone.txt", "2026-11-19T10:00+01:00 lefft caalf 4\n")
    key = box.page(CLOCK).waiting[0].line.key
    assert box.store_as(key, "left calf 4", CLOCK)[0].when == "Thu 19 Nov 10:00"


def test_what_was_erased_is_not_offered_again_by_undo(box: Inbox, tmp_path: Path, diary: Diary) -> None:
    write(tmp_path / "inbox" / "phone.txt", '2026-11-19T10:00Z calf 4 "zebra"\n2026-11-19T11:00Z note other\n')
    box.store(CLOCK)
    diary.said("erase", "zebra", "--yes")
    undo_redo.undo(box.file, "2026-11-21T19:00:00Z")
    assert "zebra" not in " ".join(waiting(box))


def test_nothing_that_waits_makes_no_diary(tmp_path: Path) -> None:
    nobody = Inbox(DiaryFile(tmp_path / "none.db"), InboxPlace(tmp_path / "inbox"))
    assert nobody.store(CLOCK).receipts == []
    assert not (tmp_path / "none.db").exists()
