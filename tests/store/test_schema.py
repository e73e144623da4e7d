"""schema.sql: what it accepts, and that its generated end is what the program would make."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journal.catalog.questions import QUESTIONS
from journal.store.file import connections, schema
from journal.store.history import change_log
from tests.store.diaries import ask, log, twitch


@pytest.fixture
def diary() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.create(connection)
        yield connection


def test_the_generated_end_is_what_the_columns_and_the_questions_give() -> None:
    by_hand, mark, end = schema.path().read_text("utf-8").partition(schema.MARK)
    assert mark + end == change_log.generated()
    assert "INSERT INTO" not in by_hand


def test_every_table_but_the_log_itself_is_logged(diary: sqlite3.Connection) -> None:
    tables = {name for (name,) in diary.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert tables - {"step", "change", "sqlite_sequence", *schema.KEPT} == set(schema.LOGGED)
    for table in schema.LOGGED:
        made = diary.execute(
            "SELECT count(*) FROM sqlite_schema"
            " WHERE type = 'trigger' AND tbl_name = ? AND name NOT GLOB '*_touches_*'",
            (table,),
        )
        assert made.fetchone()[0] == (5 if table == "answer" else 3)


def test_every_table_is_strict(diary: sqlite3.Connection) -> None:
    listed = diary.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    assert {name for name, strict in listed if not strict} <= {"sqlite_schema", "sqlite_sequence"}


def test_the_built_in_questions_stand_in_a_new_diary_and_are_no_act(diary: sqlite3.Connection) -> None:
    rows = diary.execute("SELECT * FROM question ORDER BY place").fetchall()
    assert rows == [(*question[:11], 1) for question in QUESTIONS]
    assert diary.execute("SELECT count(*) FROM change").fetchone() == (0,)


def test_a_file_that_a_person_makes_from_schema_sql_is_a_diary(tmp_path: Path) -> None:
    path = tmp_path / "made by hand.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(schema.path().read_text("utf-8"))
    assert connections.look(path) == "diary"
    log(path, twitch())
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


def test_the_command_that_rewrites_the_end_leaves_it_as_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    was = schema.path().read_text("utf-8")
    copy = tmp_path / "schema.sql"
    copy.write_text(was.partition(schema.MARK)[0], "utf-8")
    monkeypatch.setattr(schema, "path", lambda: copy)
    change_log.rewrite()
    assert copy.read_text("utf-8") == was


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
    assert connections.look(path) == "diary"
