"""The files hold the tables exactly: put back into an empty diary they make the same ones."""

import csv
import io
import math
import re
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journal.demo import write_sample
from journal.sharing import csv_queries
from journal.sharing.column_docs import TABLES
from journal.store.file import derived, schema
from tests.diary import Diary
from tests.sharing.exported import header, rows, tables_of, take_in, taken_in

TEXTS = {
    "brackets": "[calf] and [/b]",
    "quotes": "it's \"quoted\" 'so' “and so”",
    "a quote alone": '"',
    "newlines": "one\ntwo\n\n    indented\nlast",
    "other line ends": "one\rtwo\r\nthree\u2028four\u0085five",
    "a formula": "=SUM(A1)",
    "commas": ",a, b,,",
    "what a table reads as missing": "NA",
    "null": "null",
    "NULL": "NULL",
    "digits": "007",
    "a float": "1e5",
    "yes": "True",
    "emoji": "👨‍👩‍👧‍👦 👩🏽‍⚕️ 🏳️‍🌈",
    "from right to left": "שלום עולם \u202eevil\u202c",
    "combining": "e\u0301 Z̤͑ a\u200bb",
    "percents": "%s %w %d 100%",
    "backslashes": "\\ \\\\ \\n \\N",
    "blanks": "  a  b  ",
    "a tab": "a\tb",
    "a control character": "a\x07b\x1bc",
    "a NUL": 'a\x00b,"c"',
    "a NUL alone": "\x00",
    "long": "lorem, ipsum " * 5000,
}


def test_the_sample_diary_comes_back_as_it_was(tmp_path: Path, diary: Diary) -> None:
    write_sample(diary.path, 90, 3)
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute("INSERT INTO profile VALUES ('shoe size', '39')")
        connection.execute("INSERT INTO setting VALUES ('empty', '')")
        connection.execute("INSERT INTO pause VALUES ('2026-10-03', '2026-10-09'), ('2026-11-20', NULL)")
        connection.execute("INSERT INTO term VALUES ('drink', 'mate', NULL, 250, 80.5, NULL, 'Mate')")
        connection.execute("INSERT INTO template VALUES ('7', 'left calf 4')")
    diary.said("triggers")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute(
            "INSERT INTO follow_up SELECT look, habit, '2026-11-21', '2026-08-01', '2026-11-20', 120, 0, 0.2,"
            " NULL, NULL, NULL FROM verdict LIMIT 1"
        )
        connection.execute("INSERT INTO inbox_line VALUES (hex(zeroblob(16)), 1, 'dismissed')")
        connection.execute("INSERT INTO experiment VALUES ('e', 'heat', 'count', '2026-11-01T00:00:00Z', 7, 2.1, NULL)")
        connection.execute("INSERT INTO experiment_block VALUES ('e', 1, '2026-11-02', '2026-11-05', 'change')")
        connection.execute("INSERT INTO experiment_day VALUES ('e', '2026-11-03', 0)")
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    before = tables_of(diary.path)
    assert all(before.values()), [table for table, stored in before.items() if not stored]
    assert tables_of(taken_in(tmp_path / "files", tmp_path / "again.db")) == before


def test_any_text_comes_back_verbatim(tmp_path: Path, diary: Diary) -> None:
    diary.log("left calf 4")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        for number, text in enumerate(TEXTS.values()):
            names = {"id": f"{number}{text}", "day": f"2026-10-{number + 1:02}", "text": text, "key": f"{text}{number}"}
            for values in (
                "episode (id, day, site, kind, note, source, source_key)"
                " VALUES (:id, :day, :text, 'cramp', :text, :text, :key)",
                "relief VALUES (:id, :text, NULL)",
                "day_note VALUES (:day, :text, :text, :key)",
                "medicine (id, name, dose, started_on, note, source, source_key)"
                " VALUES (:id, :text, :text, '2026-11-20', :text, :text, :key)",
                "event (id, day, kind, text, note, source, source_key)"
                " VALUES (:id, :day, 'test', :text, :text, :text, :key)",
                "visit_advice VALUES (:id, :text, :text)",
                "setting VALUES (:text, :text)",
                "profile VALUES (:text, :text)",
            ):
                connection.execute(f"INSERT INTO {values}", names)
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    assert [row["text"] for row in rows(tmp_path / "files" / "notes.csv")] == list(TEXTS.values())
    assert [row["note"] for row in rows(tmp_path / "files" / "episodes.csv")] == ["", *TEXTS.values()]
    assert tables_of(taken_in(tmp_path / "files", tmp_path / "again.db")) == tables_of(diary.path)


def test_text_that_is_not_utf_8_leaves_byte_for_byte(tmp_path: Path, diary: Diary) -> None:
    diary.log("left calf 4")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute("UPDATE episode SET note = CAST(x'41FF42' AS TEXT)")
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    assert b'"A\xffB"' in (tmp_path / "files" / "episodes.csv").read_bytes()


# ---- one value ----------------------------------------------------------------------------------------------


@cache
def empty() -> sqlite3.Connection:
    """A diary in memory without a row; each test leaves it so."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    derived.create(connection)
    connection.execute("DELETE FROM question")
    return connection


def printed(table: str, **values: Any) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """A row as it was stored, and as another diary has it that took in its line."""
    connection = empty()
    stored = []
    connection.execute("BEGIN")
    places = ", ".join("?" for _ in values)
    connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", tuple(values.values()))
    lines = [line.decode() for some_lines in csv_queries.lines(connection, table) for line in some_lines]
    lines.insert(0, ",".join(csv_queries.header(csv_queries.columns(connection, table))))
    for _ in range(2):
        stored.append(connection.execute(f"SELECT * FROM {table}").fetchall())
        connection.execute(f"DELETE FROM {table}")
        take_in(connection, table, list(csv.DictReader(io.StringIO("\r\n".join(lines), newline=""))))
    connection.execute("ROLLBACK")
    return stored[0], stored[1]


thousandths = some.integers(-(10**12), 10**12).map(lambda number: number / 1000)
numbers = some.floats(-1e15, 1e15) | thousandths | some.floats(-1, 1) | some.integers(-(10**15), 10**15).map(float)


@given(lowest=numbers)
def test_a_number_comes_back_to_the_last_bit(lowest: float) -> None:
    (was,), (came,) = printed("question", slug="mood", label="Mood", place=1, lowest=lowest)
    assert math.isclose(was[3], lowest, rel_tol=0, abs_tol=0)
    assert came == was


@given(text=some.text(min_size=1).filter(lambda text: text.isprintable() or "\ud800" not in text), key=some.text())
def test_text_comes_back_whatever_it_holds(text: str, key: str) -> None:
    was, came = printed("event", id=text, day="2026-11-21", kind="test", text=text, note=text, source_key=key)
    assert came == was


@pytest.mark.parametrize("key", [None, "", "\\", "\\\\", "a\\", 'a"b', "\\\x00"])
def test_a_key_of_another_app_is_told_from_none(key: str | None) -> None:
    (was,), (came,) = printed("day_note", day="2026-11-21", text="calm", source_key=key)
    assert came == was
    assert came[-1] == key


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (6.5, "6.5"),
        (6.1, "6.1"),
        (-0.05, "-0.05"),
        (30.0, "30"),
        (412.125, "412.125"),
        (1e15, "1000000000000000"),
        (1 / 3, "0.33333333333333331"),
    ],
)
def test_a_number_is_told_in_few_digits(value: float, text: str) -> None:
    connection = empty()
    connection.execute("BEGIN")
    connection.execute("INSERT INTO question (slug, label, place, lowest) VALUES ('a', 'A', 1, ?)", (value,))
    ((line,),) = csv_queries.lines(connection, "question")
    connection.execute("ROLLBACK")
    assert line.decode().split(",")[3] == text


# ---- against schema.sql -------------------------------------------------------------------------------------


def test_every_table_of_the_user_has_its_file_and_every_column_its_place(tmp_path: Path, diary: Diary) -> None:
    assert set(TABLES) == set(schema.LOGGED)
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    with closing(sqlite3.connect(":memory:")) as connection:
        derived.create(connection)
        for table, described in TABLES.items():
            stored = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
            written = header(tmp_path / "files" / described.file)
            assert written[: len(stored)] == stored
            assert all(name.endswith("_local") for name in written[len(stored) :])


def test_where_text_stands_bare_the_schema_allows_nothing_that_needs_quotes() -> None:
    declared = schema.text().splitlines()
    for name in csv_queries.UNQUOTED:
        found = [line for line in declared if line.startswith(f"    {name} ") and " TEXT" in line]
        assert found
        for line in found:
            assert any(check in line for check in (" IN (", "IS date(", "IS strftime(")), line


def test_empty_is_null_where_a_column_may_be_null() -> None:
    """Every column of text that may be NULL refuses '', but for the key of another app."""
    taken = {
        column.name
        for table in TABLES
        for column in csv_queries.columns(empty(), table)
        if column.type == "TEXT" and not column.required and _takes_empty(table, column.name)
    }
    assert taken == {csv_queries.BACKSLASHED}


def _takes_empty(table: str, column: str) -> bool:
    """Whether the CHECKs of the table let '' stand there in a row that has nothing else."""
    (made,) = empty().execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    with closing(sqlite3.connect(":memory:")) as bare:
        bare.execute(re.sub(r"(TEXT|INTEGER|REAL)( PRIMARY KEY)? NOT NULL", r"\1", made))
        try:
            bare.execute(f"INSERT INTO {table} ({column}) VALUES ('')")
        except sqlite3.IntegrityError:
            return False
        return True
