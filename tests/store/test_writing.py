"""Writing: one thing the user does is stored whole, or not at all."""

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from journal.errors import Refused
from journal.records import Answer, DayNote, Dose, Drink, Episode, Event, Medicine, Record, Relief, Sleep, Workout
from journal.store.file import attached, connections, sqlite_errors
from journal.store.file.diary_file import DiaryFile
from journal.store.history import undo_redo
from journal.store.write import transaction
from tests.diary import make
from tests.store.diaries import AT, DAY, as_user, ask, by_hand, cramp_with_reliefs, dump, log, mode, step, twitch

RECORDS: list[Record] = [
    twitch(
        started_at=AT,
        utc_offset_minutes=-540,
        side="left",
        intensity=0,
        duration_s=0.1,
        times=12,
        pattern="single",
        circumstance="rest",
        visible=True,
        filmed=False,
        note="[calf] 'x' \"y\" \\ \U0001f9b5 \u202e\n=SUM(A1)\u0000",
        source="other app",
        source_key="7",
    ),
    Sleep(day=DAY, minutes=390.5, nap=True),
    Drink(day=DAY, day_part="morning", name="espresso", caffeine_mg=63.0),
    Workout(day=DAY, kind="run", region="legs", minutes=30, effort=6),
    Medicine(name="magnesium", started_on=DAY),
    Dose(day=DAY, name="ibuprofen", amount=400, unit="mg"),
    Event(day=DAY, kind="visit", text="neurologist"),
    DayNote(day=DAY, text="bad night"),
    Answer(day=DAY, question="stress", value=7),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_is_stored_as_it_is_said(path: Path, record: Record) -> None:
    (stored,) = log(path, record)
    expected = {key: value for key, value in vars(stored).items() if key != "reliefs"}
    if not stored.id:
        del expected["id"]
    with connections.reading(path) as connection:
        cursor = connection.execute(f"SELECT * FROM {record.table}")
        (row,) = cursor.fetchall()
    assert dict(zip([column[0] for column in cursor.description], row, strict=True)) == expected
    assert stored == record


def test_an_episode_is_stored_with_its_reliefs(path: Path) -> None:
    (episode,) = log(path, cramp_with_reliefs())
    assert ask(path, "SELECT * FROM relief") == [
        (episode.id, "stretch", 1),
        (episode.id, "heat", 0),
        (episode.id, "massage", None),
    ]


def test_the_latest_answer_and_note_of_a_day_stand(path: Path) -> None:
    log(path, Answer(day=DAY, question="stress", value=7), DayNote(day=DAY, text="bad night"))
    log(path, Answer(day=DAY, question="stress", value=2), DayNote(day=DAY, text="good night"))
    assert ask(path, "SELECT value FROM answer") == [2]
    assert ask(path, "SELECT text FROM day_note") == ["good night"]


def test_an_edited_episode_keeps_what_was_not_changed(path: Path) -> None:
    (episode,) = log(path, cramp_with_reliefs())
    assert isinstance(episode, Episode)
    reliefs = (Relief("stretch", True), Relief("heat", True), Relief("rest"))
    edited = twitch(id=episode.id, kind="cramp", intensity=3, reliefs=reliefs)
    with transaction.step(path, "edit", AT) as connection:
        transaction.replace_episode(connection, edited)
    assert ask(path, "SELECT id, intensity FROM episode") == [(episode.id, 3)]
    assert ask(path, "SELECT name, helped FROM relief ORDER BY name") == [("heat", 1), ("rest", None), ("stretch", 1)]
    with connections.reading(path) as connection:
        act = undo_redo.last_act(connection)
    assert act
    assert {touched.key[-1] for touched in act.touched} == {episode.id, "heat", "massage", "rest"}


def test_ids_are_random_uuids() -> None:
    ids = {transaction.new_id() for _ in range(1000)}
    assert len(ids) == 1000
    for number in ids:
        assert [len(part) for part in number.split("-")] == [8, 4, 4, 4, 12]
        assert number[14] == "4"
        assert number[19] in "89ab"


# ---- whole, or not at all -----------------------------------------------------------------------------------


def add_twitch(connection: sqlite3.Connection) -> None:
    transaction.add(connection, twitch(site="thumb"))


def raise_(failure: BaseException, connection: sqlite3.Connection) -> NoReturn:
    assert connection.in_transaction
    raise failure


def test_nothing_is_stored_of_a_step_that_fails(path: Path) -> None:
    log(path, twitch())
    was = dump(path), ask(path, "SELECT * FROM step")
    for failure in (KeyboardInterrupt("stop"), Refused("the fork is missing"), ZeroDivisionError("a slip")):
        with pytest.raises(type(failure), match=str(failure)):
            step(path, add_twitch, partial(raise_, failure))
    assert (dump(path), ask(path, "SELECT * FROM step")) == was


@pytest.mark.parametrize(
    "record",
    [twitch(intensity=99), Answer(day=DAY, question="stress", value=11), Answer(day=DAY, question="tea", value=1)],
)
def test_what_the_schema_does_not_take_is_refused_in_a_sentence(path: Path, record: Record) -> None:
    with pytest.raises(Refused, match=r"^The diary does not take this: .*; nothing was stored\.$"):
        log(path, twitch(), record)
    assert ask(path, "SELECT count(*) FROM episode") == [0]


def test_a_step_that_touches_nothing_leaves_no_trace(path: Path) -> None:
    log(path, twitch())
    with transaction.step(path, "edit", AT) as connection:
        assert transaction.update(connection, "episode", {"id": "no such"}, {"note": "x"}) == 0
        assert transaction.delete(connection, "episode", {"id": "no such"}) == 0
    assert ask(path, "SELECT kind FROM step") == ["log"]


def test_a_step_is_closed_when_it_is_stored(path: Path) -> None:
    log(path, twitch(), twitch())
    assert ask(path, "SELECT kind, at, open FROM step") == [("log", AT, None)]
    assert ask(path, 'SELECT step, "table" FROM change') == [(1, "episode"), (1, "episode")]


def test_changes_made_by_hand_are_one_step_of_their_own_before_the_next(path: Path) -> None:
    log(path, twitch())
    by_hand(path, "UPDATE episode SET note = 'by hand'")
    by_hand(path, "DELETE FROM episode", "INSERT INTO template VALUES ('1', 'left calf')")
    log(path, twitch())
    assert ask(path, "SELECT kind FROM step ORDER BY id") == ["log", "hand", "log"]
    assert ask(path, "SELECT step FROM change ORDER BY number") == [1, 2, 2, 2, 3]


# ---- others who write ---------------------------------------------------------------------------------------


def test_a_locked_diary_is_refused_after_the_wait_and_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log(path, twitch())
    monkeypatch.setattr(attached, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for write in (lambda: log(path, twitch()), lambda: undo_redo.undo(path, AT)):
            with pytest.raises(Refused, match=r"Another program is writing to .*; nothing was stored\. Try again\."):
                write()
        with connections.reading(path) as connection:
            assert connection.execute("SELECT count(*) FROM episode").fetchone() == (1,)
        other.execute("ROLLBACK")
    log(path, twitch())
    assert ask(path, "SELECT count(*) FROM episode") == [2]


def test_a_full_disk_is_said(path: Path) -> None:
    log(path, twitch())

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute(f"PRAGMA max_page_count = {attached.pragma(connection, 'page_count')}")
        for _ in range(200):
            transaction.add(connection, twitch(note="x" * 500))

    with pytest.raises(Refused, match="no room left on the disk"):
        step(path, fill)
    assert ask(path, "SELECT count(*) FROM episode") == [1]


@pytest.mark.parametrize(
    ("free", "write", "sentence"),
    [
        (0, True, "There is no room left on the disk of {}; nothing was stored. Make room and try again."),
        (0, False, "There is no room left on the disk of {}. Make room and try again."),
        (1 << 30, True, "{}: disk I/O error; nothing was stored."),
        (1 << 30, False, "{}: disk I/O error."),
    ],
)
def test_an_error_of_a_disk_without_room_is_said_as_such(
    path: Path, monkeypatch: pytest.MonkeyPatch, free: int, write: bool, sentence: str
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    with pytest.raises(Refused) as refused, sqlite_errors.as_refusals(path, write=write):
        raise error
    assert str(refused.value) == sentence.format(path)


def test_a_diary_on_a_full_disk_can_still_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log(path, twitch())
    attach = attached.attach

    def without_room(path: Path, mode: str) -> sqlite3.Connection:
        connection = attach(path, mode)
        if mode == "rw":
            connection.close()
            connection = NoRoom(":memory:")
        return connection

    monkeypatch.setattr(attached, "attach", without_room)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    with connections.reading(path) as connection:
        assert connection.execute("SELECT count(*) FROM episode").fetchone() == (1,)


class NoRoom(attached.Connection):
    """A connection to a diary whose -shm cannot be made."""

    def execute(self, *_: object) -> NoReturn:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
        raise error


# ---- a file that goes away ----------------------------------------------------------------------------------


def other_diary(path: Path) -> Path:
    other = path.with_name("other.db")
    make(other)  # really, for the tests' own is a copy, of one and the same diary
    log(other, twitch(site="thumb"))
    return other


def test_a_diary_deleted_between_two_writes_is_not_made_again(path: Path) -> None:
    file = DiaryFile(path)
    with transaction.step(file, "log", AT) as connection:
        transaction.add(connection, twitch())
    path.unlink()
    for use in (
        lambda: log(file, twitch()),
        lambda: undo_redo.undo(file, AT),
        lambda: connections.connect(file, write=False),
    ):
        with pytest.raises(Refused, match=r"was removed while the journal used it; nothing was stored"):
            use()
    assert not path.exists()
    with pytest.raises(Refused, match=r"is not there. It held 1 record"):
        log(path, twitch())


def test_a_diary_that_was_only_read_is_not_made_again_either(path: Path) -> None:
    log(path, twitch())
    file = DiaryFile(path)
    with connections.reading(file):
        pass
    path.unlink()
    with pytest.raises(Refused, match="was removed"):
        log(file, twitch())
    assert not path.exists()


def test_a_program_that_found_no_diary_may_make_it(path: Path) -> None:
    file = DiaryFile(path)
    with connections.reading(file):
        pass
    log(file, twitch())
    log(file, twitch())
    assert ask(path, "SELECT count(*) FROM episode") == [2]


def test_a_diary_replaced_between_two_writes_is_not_written_to(path: Path) -> None:
    file, other = DiaryFile(path), other_diary(path)
    log(file, twitch())
    other.replace(path)
    for use in (
        lambda: log(file, twitch()),
        lambda: undo_redo.undo(file, AT),
        lambda: connections.connect(file, write=False),
    ):
        with pytest.raises(Refused, match=r"was replaced while the journal used it; nothing was stored"):
            use()
    assert ask(path, "SELECT site FROM episode") == ["thumb"]
    with pytest.raises(Refused, match="is another diary than the one that was there"):
        log(DiaryFile(path), twitch())
    connections.accept(path)
    log(DiaryFile(path), twitch())
    assert ask(path, "SELECT site FROM episode ORDER BY rowid") == ["thumb", "calf"]


def test_a_diary_replaced_by_something_else_is_refused_as_what_it_is(path: Path) -> None:
    file = DiaryFile(path)
    log(file, twitch())
    path.unlink()
    path.write_text("a text")
    with pytest.raises(Refused, match=r"a file of another kind.*`restore` puts a backup in its place"):
        log(file, twitch())
    assert path.read_text() == "a text"


def test_a_diary_deleted_during_a_write_is_noticed(path: Path) -> None:
    log(path, twitch())
    with pytest.raises(Refused, match=r"was removed .* nothing was stored"):
        step(path, add_twitch, lambda _: path.unlink())
    assert not path.exists()


def test_a_diary_replaced_during_a_write_is_noticed(path: Path) -> None:
    log(path, twitch())
    other = other_diary(path)
    was = other.read_bytes()
    with pytest.raises(Refused, match=r"was replaced .* nothing was stored"):
        step(path, add_twitch, lambda _: other.replace(path))
    assert path.read_bytes() == was


def test_a_diary_deleted_at_the_very_end_of_a_write_is_noticed(path: Path) -> None:
    log(path, twitch())

    def unlink_at_commit(sql: str) -> None:
        if sql == "COMMIT":
            path.unlink()

    with pytest.raises(Refused, match=r"was removed .* may not be in the file"):
        step(path, add_twitch, lambda connection: connection.set_trace_callback(unlink_at_commit))
    assert not path.exists()


def test_a_diary_made_read_only_between_two_writes_is_refused_and_left(users_folder: Path) -> None:
    path = users_folder / "diary.db"
    with as_user():
        file = DiaryFile(path)
        log(file, twitch())
        path.chmod(0o400)
        was = path.read_bytes()
        with pytest.raises(Refused, match="is read-only for you"):
            log(file, twitch())
        assert path.read_bytes() == was
        assert list(users_folder.iterdir()) == [path]
        path.chmod(0o600)
        log(file, twitch())
        assert ask(path, "SELECT count(*) FROM episode") == [2]


def test_a_diary_copied_between_two_writes_is_whole(path: Path, tmp_path: Path) -> None:
    log(path, *RECORDS)
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    assert dump(copy) == dump(path)
    assert mode(copy) == 0o600
