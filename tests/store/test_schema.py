"""schema.sql: what it accepts, and what a new file holds."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journal.catalog.questions import QUESTIONS
from journal.store.file import attached, connections, derived, look, schema
from journal.store.history import change_log, undo_redo
from journal.store.read.question_states import all_questions
from tests.store.diaries import AT, ask, log, twitch

KINDS: tuple[schema.Kind, ...] = ("TABLE", "INDEX", "VIEW", "TRIGGER")


@pytest.fixture
def diary() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        derived.create(connection)
        yield connection


def stored(connection: sqlite3.Connection, kind: str) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql > ''", (kind,))
    return {name: sql for name, sql in rows if not name.startswith("sqlite_")}


def test_a_new_file_holds_what_schema_sql_says_the_change_log_and_the_catalogue(diary: sqlite3.Connection) -> None:
    described = {kind: {one.name: one.sql for one in schema.statements(kind)} for kind in KINDS}
    assert (stored(diary, "table"), stored(diary, "index")) == (described["TABLE"], described["INDEX"])
    logs = [trigger for table in schema.LOGGED for trigger in change_log.triggers(diary, table)]
    assert sorted(stored(diary, "trigger").values()) == sorted([*described["TRIGGER"].values(), *logs])
    assert stored(diary, "view").keys() == {*described["VIEW"], "derived"}
    assert stored(diary, "view")["daily"] == described["VIEW"]["daily"]
    assert derived.is_current(diary)


def test_no_statement_of_schema_sql_is_passed_over() -> None:
    numbers = {kind: len(list(schema.statements(kind))) for kind in KINDS}
    assert numbers == {kind: schema.text().count(f"\nCREATE {kind} ") for kind in KINDS}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema.text())
        assert attached.pragma(connection, "application_id") == schema.APPLICATION_ID
        assert attached.pragma(connection, "user_version") == schema.VERSION
        assert schema.altered(connection) is None


def test_every_table_but_the_log_itself_is_logged(diary: sqlite3.Connection) -> None:
    assert stored(diary, "table").keys() - {"diary", "step", "change"} == set(schema.LOGGED)


def test_every_table_is_strict(diary: sqlite3.Connection) -> None:
    listed = diary.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    assert {name for name, strict in listed if not strict} <= {"sqlite_schema", "sqlite_sequence"}


def test_the_built_in_questions_stand_in_a_new_diary_and_are_no_act(diary: sqlite3.Connection) -> None:
    rows = diary.execute("SELECT * FROM question ORDER BY rowid").fetchall()
    assert rows == [(*question[:8], place, *question[9:11], 1) for place, question in enumerate(QUESTIONS, 1)]
    assert diary.execute("SELECT count(*) FROM change").fetchone() == (0,)


def test_a_file_that_a_person_makes_from_schema_sql_is_a_diary(tmp_path: Path) -> None:
    path = tmp_path / "made by hand.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(schema.text())
    assert look.is_begun(path)
    with connections.reading(path) as connection:
        shown = [(question.slug, question.state) for question in all_questions(connection)]
    assert shown == [(question.slug, question.state) for question in QUESTIONS]
    log(path, twitch())
    undo_redo.undo(path, AT)
    undo_redo.redo(path, AT)
    assert ask(path, "SELECT site FROM episode") == ["calf"]


@pytest.mark.parametrize(
    "row",
    [
        "INSERT INTO episode (id, day, site, kind) VALUES ('a', '2026-02-30', 'calf', 'twitch')",
        "INSERT INTO episode (id, day, site, kind) VALUES ('a', '2026-2-3', 'calf', 'twitch')",
        "INSERT INTO episode (id, day, site, kind, intensity) VALUES ('a', '2026-02-03', 'calf', 'twitch', 11)",
        "INSERT INTO episode (id, day, site, kind, started_at, utc_offset_minutes)"
        " VALUES ('a', '2026-02-28', 'calf', 'twitch', '2026-02-30T10:00:00Z', 0)",
        "INSERT INTO episode (id, day, site, kind, started_at, utc_offset_minutes)"
        " VALUES ('a', '2026-02-28', 'calf', 'twitch', '2026-02-28 10:00:00', 0)",
        "INSERT INTO episode (id, day, site, kind, going_on) VALUES ('a', '2026-02-28', 'calf', 'twitch', 1)",
        "INSERT INTO answer (day, question, value) VALUES ('2026-02-28', 'stress', 11)",
        "INSERT INTO question (slug, label, highest, place) VALUES ('tea', 'Tea', 9e999, 20)",
        "INSERT INTO setting VALUES ('day_starts', '13')",
    ],
)
def test_what_is_out_of_range_is_not_taken(diary: sqlite3.Connection, row: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        diary.execute(row)


def test_a_table_with_values_that_json_does_not_keep_is_not_logged(diary: sqlite3.Connection) -> None:
    diary.execute("CREATE TABLE photo (id TEXT PRIMARY KEY, picture BLOB) STRICT")
    with pytest.raises(ValueError, match="picture"):
        change_log.triggers(diary, "photo")


def test_the_schema_inside_an_installed_package_goes_before_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "__file__", str(tmp_path / "journal" / "store" / "file" / "schema.py"))
    assert schema.path() == tmp_path / "schema.sql"
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "schema.sql").touch()
    assert schema.path() == tmp_path / "journal" / "schema.sql"


def test_the_sqlite3_program_reads_the_schema_too(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    try:
        with schema.path().open() as script:
            subprocess.run(["sqlite3", str(path)], stdin=script, check=True)
    except FileNotFoundError:
        pytest.skip("there is no sqlite3 program here")
    assert look.is_begun(path)
