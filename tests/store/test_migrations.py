"""Migrations: from each older format to this one, and from this one to a made-up next, after a copy or not at all."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from journal.catalog.questions import BUILT_IN
from journal.errors import Refused
from journal.settings import BackupSettings
from journal.store.file import attached, check, connections, migrations, schema
from journal.store.file.migrations import Migration
from journal.store.history import undo_redo
from journal.store.read.question_states import all_questions
from journal.store.write import transaction
from tests.store.diaries import (
    AT,
    DAY,
    FORMATS,
    as_user,
    ask,
    by_hand,
    cramp_with_reliefs,
    dump,
    log,
    mode,
    of_format,
    python,
    twitch,
)

NOW = schema.VERSION
NEXT = NOW + 1


NOTE_OF_EPISODE = "    note               TEXT CHECK (note <> ''),\n    written_on "
LATER = (
    schema.text()
    .replace(NOTE_OF_EPISODE, f"    weather            TEXT,\n{NOTE_OF_EPISODE}", 1)
    .replace("\nPRAGMA", "\nCREATE TABLE mood (day TEXT PRIMARY KEY NOT NULL, value REAL) STRICT;\n\nPRAGMA", 1)
)
"""The schema.sql of a later day: a column more between the others, and a table."""


def change_a_row(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE setting SET value = '6' WHERE key = 'day_starts'")


def test_what_lasted_longer_than_a_day_has_its_last_day_from_format_5_on() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        "CREATE TABLE setting (key TEXT, value TEXT); CREATE TABLE episode (day TEXT, started_at TEXT,"
        " utc_offset_minutes INTEGER, duration_s REAL);"
        " INSERT INTO episode VALUES ('2026-11-20', '2026-11-20T21:00:00Z', 60, 90000),"
        " ('2026-11-20', '2026-11-20T21:00:00Z', 60, 108000), ('2026-11-20', '2026-11-20T21:00:00Z', 60, 21600),"
        " ('2026-11-20', NULL, NULL, 90000)"
    )
    migrations.m005_days_of_long_episodes(connection)
    last_days = connection.execute("SELECT last_day FROM episode").fetchall()
    assert last_days == [("2026-11-21",), ("2026-11-21",), (None,), (None,)]


def fail(connection: sqlite3.Connection) -> None:
    raise ValueError("the moon is full")


def cut_children_off(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM episode")


def lose_a_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE episode ADD COLUMN mine TEXT")


@pytest.fixture
def old(path: Path) -> Path:
    """A diary of this format, old to the program of a later day, with something in it."""
    log(path, cramp_with_reliefs(), twitch())
    return path


def newer(monkeypatch: pytest.MonkeyPatch, run: Callable[[sqlite3.Connection], None] = change_a_row) -> None:
    """The program of a later day, which knows one more format."""
    monkeypatch.setattr(schema, "text", lambda: LATER)
    monkeypatch.setattr(schema, "VERSION", NEXT)
    monkeypatch.setattr(schema, "LOGGED", (*schema.LOGGED, "mood"))
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, Migration(NEXT, run)))


def test_an_older_diary_is_brought_to_the_new_format_after_a_copy(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    was = dump(old)
    newer(monkeypatch)
    with connections.reading(old) as connection:
        assert attached.pragma(connection, "user_version") == NEXT
        assert attached.pragma(connection, "foreign_keys") == 1
        assert connection.execute("SELECT weather FROM episode").fetchall() == [(None,), (None,)]
    assert dump(old)["relief"] == was["relief"], "children stay when their table is rebuilt"
    assert ask(old, "SELECT kind, open FROM step") == [("log", None), ("migration", None)]

    (copy,) = (old.parent / "backups").glob("*.db")
    assert copy.name.startswith(f"diary-format-{NOW}-")
    assert copy.suffix == ".db"
    assert (mode(copy), mode(copy.parent)) == (0o600, 0o700)
    assert ask(copy, "PRAGMA user_version") == [NOW]
    assert dump(copy) == was


def test_the_change_log_goes_on_in_the_new_format_and_undo_stops_before_it(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer(monkeypatch)
    with transaction.step(old, "log", AT) as connection:
        transaction.insert(connection, "mood", {"day": DAY, "value": 0.1})
    assert undo_redo.undo(old, AT).touched[0].after == {"day": DAY, "value": 0.1}
    assert ask(old, "SELECT count(*) FROM mood") == [0]
    for _ in range(2):
        with pytest.raises(Refused, match="cannot be undone: the diary was given a new format then"):
            undo_redo.undo(old, AT)
    with connections.reading(old) as connection:
        assert undo_redo.last_act(connection) is None
    undo_redo.redo(old, AT)
    assert ask(old, "SELECT value FROM mood") == [0.1]


@pytest.mark.parametrize(
    ("run", "reason"),
    [(fail, "the moon is full"), (cut_children_off, "would lose"), (lose_a_column, "episode would lose mine")],
)
def test_a_migration_that_fails_leaves_the_diary_as_it_was_and_names_the_copy(
    old: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[[sqlite3.Connection], None], reason: str
) -> None:
    was = dump(old)
    with monkeypatch.context() as later:
        newer(later, run)
        for _ in range(2):
            with pytest.raises(Refused, match=reason) as refused:
                log(old, twitch())
            (copy,) = (old.parent / "backups").glob("*.db")
            assert str(copy) in str(refused.value), "one copy, not one for each attempt"
    assert dump(old) == was
    assert ask(old, "SELECT kind FROM step") == ["log"]
    assert ask(old, "PRAGMA user_version") == [NOW]
    log(old, twitch())


def test_rows_that_a_hand_cut_off_before_are_no_failure(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_hand(old, "DELETE FROM episode WHERE kind = 'cramp'")
    newer(monkeypatch)
    log(old, twitch())
    assert ask(old, "SELECT kind FROM step") == ["log", "hand", "migration", "log"]


def test_a_diary_is_not_migrated_without_a_copy(users_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = users_folder / "diary.db"
    with as_user():
        log(path, twitch())
        (users_folder / "backups").mkdir(0o500)
        newer(monkeypatch)
        with pytest.raises(Refused, match=r"no copy was made of it: .*backups.*permission denied"):
            log(path, twitch())
        assert ask(path, "PRAGMA user_version") == [NOW]


def test_an_older_diary_that_is_read_only_is_refused(users_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = users_folder / "diary.db"
    with as_user():
        log(path, twitch())
        path.chmod(0o400)
        newer(monkeypatch)
        with pytest.raises(Refused, match="is of an older format and read-only for you"):
            connections.connect(path, write=False)
        assert list(users_folder.iterdir()) == [path]


MIGRATE = """
import sys
from pathlib import Path
from journal.store.file import connections, schema
schema.VERSION += 1
schema.path = lambda: Path(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
connections.connect(sys.argv[1], write=True).close()
"""


def test_of_two_processes_one_migrates(old: Path, tmp_path: Path) -> None:
    script = tmp_path / "later.sql"
    script.write_text(LATER)
    with python(MIGRATE, old, script) as one, python(MIGRATE, old, script) as other:
        for process in (one, other):
            assert process.stdout
            process.stdout.readline()
        for process in (one, other):
            assert process.stdin
            process.stdin.write("\n")
            process.stdin.flush()
        assert (one.wait(), other.wait()) == (0, 0)
    assert ask(old, "SELECT kind FROM step") == ["log", "migration"]
    assert len(list((old.parent / "backups").glob("*.db"))) == 1


OLDER = range(1, NOW)


def test_each_older_format_is_kept_here() -> None:
    assert sorted(int(file.stem) for file in FORMATS.iterdir()) == list(OLDER)


def _column_names(path: Path, table: str) -> list[str]:
    return [f'"{name}"' for name in ask(path, f"SELECT name FROM pragma_table_info('{table}')")]


@pytest.mark.parametrize("number", OLDER)
def test_a_diary_of_an_older_format_becomes_one_like_a_new_one_with_all_it_held(number: int, path: Path) -> None:
    of_format(number, path)
    users = [table for table in schema.LOGGED if table != "question" and ask(path, TABLE_NAMED.format(table))]
    columns = {table: f"rowid, {', '.join(_column_names(path, table))}" for table in users}
    before = {table: ask(path, f"SELECT {names} FROM {table}") for table, names in columns.items()}
    assert all(before.values()), "each table of the format holds something"
    now = datetime.fromisoformat(AT)
    assert check.check(path, BackupSettings(), now).damage == []
    with connections.reading(path):
        pass
    soundness = check.check(path, BackupSettings(), now)
    assert (soundness.damage, soundness.mended) == ([], [])
    assert {table: ask(path, f"SELECT {names} FROM {table}") for table, names in columns.items()} == before
    assert ask(path, "SELECT DISTINCT count FROM drink") == [1]
    assert ask(path, "SELECT written_on FROM answer UNION SELECT written_on FROM episode") == [None]
    assert ask(path, "PRAGMA user_version") == [NOW]
    fresh = path.with_name("fresh.db")
    connections.make(fresh)
    assert _described(path) == _described(fresh)
    log(path, twitch())
    undo_redo.undo(path, AT)
    assert {table: ask(path, f"SELECT {names} FROM {table}") for table, names in columns.items()} == before


@pytest.mark.parametrize("number", OLDER)
def test_a_built_in_question_of_an_older_format_has_its_state_and_the_words_of_now(number: int, path: Path) -> None:
    with connections.reading(of_format(number, path)) as connection:
        known = {question.slug: question for question in all_questions(connection)}
    stress = BUILT_IN["stress"]
    assert known["stress"] == stress._replace(state="hidden", place=7)
    assert ask(path, "SELECT label, highest, state, place FROM question WHERE slug = 'stress'") == [
        (stress.label, stress.highest, "hidden", 7)
    ]
    assert (known["mood"].label, known["screen_hours"].label) == ("Mood", "My own screens")
    assert known["food"].place > 9, "what the older format did not have comes last"


@pytest.mark.parametrize("number", OLDER)
def test_an_older_diary_with_a_table_that_is_none_of_its_own_is_left_as_it_was(number: int, path: Path) -> None:
    of_format(number, path)
    by_hand(path, "CREATE TABLE mine (words TEXT)", "INSERT INTO mine VALUES ('dear diary')")
    with pytest.raises(Refused, match=r"could not be brought to the new one .*“mine” is none of its tables"):
        log(path, twitch())
    assert (ask(path, "SELECT words FROM mine"), ask(path, "PRAGMA user_version")) == (["dear diary"], [number])


TABLE_NAMED = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '{}'"


def _described(path: Path) -> set[str]:
    """The tables, views, indexes and triggers of a file, without regard to blanks."""
    return {"".join(sql.split()) for sql in ask(path, "SELECT sql FROM sqlite_schema WHERE sql > ''")}
