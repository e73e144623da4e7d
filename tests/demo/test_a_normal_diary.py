"""A made-up diary is a diary like any other: its file, its change log, undo, and what its lines would store."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.catalog.kinds import BY_TABLE
from journal.catalog.lexicon import Lexicon
from journal.cli.commands.show import print_pages
from journal.demo.person import MOOD, TERMS
from journal.moments import instant_text
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.phrases.write.format_phrase import phrases
from journal.store import vocabulary
from journal.store.file import connections, schema
from journal.store.history import undo_redo
from journal.store.read import queries, written_late
from journal.store.write.entry import enter_all
from tests.demo.samples import EVENING, LOOKED, TODAY, ask, rows, sample
from tests.store.diaries import mode

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


@pytest.mark.parametrize(("days", "seed"), [(1, 1), (2, 2), (5, 3), (9, 4), (25, 5), (400, 6)])
def test_whatever_the_checks_of_the_tables_ask_holds(tmp_path: Path, days: int, seed: int) -> None:
    path = tmp_path / "sample.db"
    sample(path, days, seed)
    assert ask(path, "PRAGMA integrity_check") == ["ok"]
    assert ask(path, "PRAGMA foreign_key_check") == []
    wrong = (
        "SELECT answer.* FROM answer JOIN question ON slug = question"
        " WHERE NOT (value >= lowest AND (highest IS NULL OR value <= highest))"
    )
    assert ask(path, wrong) == []


def test_the_file_is_that_of_a_diary_begun_by_hand(half_a_year: Path, tmp_path: Path) -> None:
    begun = tmp_path / "begun.db"
    connections.make(begun)
    for question in (
        SCHEMA,
        *(f"PRAGMA {name}" for name in ("application_id", "user_version", "journal_mode", "page_size", "encoding")),
        "SELECT slug, label, unit, lowest, highest, place, happens, role FROM question WHERE built_in ORDER BY rowid",
    ):
        assert ask(half_a_year, question) == ask(begun, question)
    assert mode(half_a_year) == 0o600


def test_undo_removes_the_last_day_and_redo_restores_it(tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    sample(path, 40)
    full = rows(path)
    undo_redo.undo(path, instant_text(EVENING.now))
    assert not ask(path, "SELECT day FROM daily WHERE day = ?", TODAY)
    assert ask(path, "SELECT max(day) FROM answer") == ["2026-11-20"]
    undo_redo.redo(path, instant_text(EVENING.now))
    assert rows(path) == full


def test_undo_goes_back_to_the_first_day_and_redo_to_the_last(tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    sample(path, 12)
    full, steps = rows(path), ask(path, "SELECT id FROM step")
    for _ in steps:
        undo_redo.undo(path, instant_text(EVENING.now))
    set_up = ("question", "term", "template", "setting", "profile", "guess")
    assert rows(path) == {table: before if table in set_up else [] for table, before in full.items()}
    for _ in steps:
        undo_redo.redo(path, instant_text(EVENING.now))
    assert rows(path) == full


def test_each_row_has_the_day_on_which_it_was_typed_and_a_few_days_were_filled_in_later(half_a_year: Path) -> None:
    """A diary day begins at four by the clock of the place, which is 7 hours behind Greenwich to 9 ahead."""
    late = 0
    for table in ("episode", "drink", "sleep", "workout", "answer"):
        key = "json_array(day, question)" if table == "answer" else f"json_array({table}.id)"
        typed = ask(
            half_a_year,
            f"SELECT day, written_on, date(at, '-11 hours'), date(at, '+5 hours') FROM {table} JOIN change"
            f' ON "table" = ? AND row = {key} AND before IS NULL JOIN step ON step.id = step',
            table,
        )
        assert all(day <= written_on for day, written_on, _, _ in typed)
        assert all(earliest <= written_on <= latest for _, written_on, earliest, latest in typed)
        late += len({day for day, written_on, _, _ in typed if written_on > _after(day)})
    assert 1 <= late <= 20


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def test_each_day_is_a_step_of_its_evening(half_a_year: Path) -> None:
    steps = ask(half_a_year, "SELECT at, kind, open FROM step ORDER BY id")
    assert [at for at, _, _ in steps] == sorted(at for at, _, _ in steps)
    assert {(kind, is_open) for _, kind, is_open in steps} == {("log", None)}
    days = ask(half_a_year, "SELECT count(DISTINCT day) FROM change JOIN episode ON row = json_array(id) GROUP BY step")
    assert set(days) == {1}
    assert ask(half_a_year, "SELECT count(*) FROM change WHERE step IS NULL") == [0]


@pytest.mark.parametrize("seed", [1, 2])
def test_typing_its_phrases_into_an_empty_diary_gives_the_same_diary(tmp_path: Path, seed: int) -> None:
    """So every record is as a line would have stored it, and no rule of what a day is worth stands against it."""
    made, typed = tmp_path / "made.db", tmp_path / "typed.db"
    sample(made, 40, seed)
    connections.make(typed)
    with closing(sqlite3.connect(typed)) as connection, connection:
        connection.execute("ATTACH ? AS sample", (str(made),))
        for table in ("term", "question"):
            connection.execute(f"DELETE FROM {table}")
            connection.execute(f"INSERT INTO {table} SELECT * FROM sample.{table}")
    receipts = enter_all(typed, _lines(made), EVENING)
    remarks = [remark for receipt in receipts for remark in receipt.remarks]
    assert all(remark.startswith(("taken since", "again the same", written_late.LATE)) for remark in remarks)
    for table in BY_TABLE:
        columns = [name for name in _columns(typed, table) if name not in ("id", "written_on")]
        question = f"SELECT {', '.join(columns)} FROM {table} ORDER BY rowid"
        if table == "episode":
            question = question.replace(
                "SELECT",
                "SELECT (SELECT group_concat(name || ifnull(helped, '?')) FROM relief WHERE episode = episode.id),",
                1,
            )
        assert ask(typed, question) == ask(made, question), table
    assert ask(typed, "SELECT * FROM daily") == ask(made, "SELECT * FROM daily")


def _columns(path: Path, table: str) -> list[str]:
    columns: list[str] = ask(path, "SELECT name FROM pragma_table_info(?)", table)
    return columns


def _lines(path: Path) -> list[str]:
    """The phrases of all records, in the order in which they were stored."""
    with connections.reading(path) as connection:
        lexicon = queries.lexicon(connection)
        lines: list[str] = []
        for table, key in connection.execute(
            'SELECT "table", row FROM change WHERE before IS NULL ORDER BY number'
        ).fetchall():
            if table not in BY_TABLE:
                continue
            where = {"answer": "day, question", "day_note": "day"}.get(table, "id")
            (record,) = queries.records(connection, table, f"json_array({where}) = ?", (key,))
            lines += phrases(record, lexicon, EVENING)
        return lines


def test_its_own_words_could_be_added_and_its_templates_are_lines(half_a_year: Path) -> None:
    new = Context(EVENING, Lexicon())
    for term in TERMS:
        assert vocabulary.check_name(term.slug, new, plural=True) == term.slug
    assert vocabulary.check_name(MOOD[0], new) == MOOD[0]
    with connections.reading(half_a_year) as connection:
        context = queries.context(connection, EVENING)
    assert all(parse(phrase, context) for phrase in context.templates.values())


def test_its_pages_can_be_shown(half_a_year: Path, capsys: pytest.CaptureFixture[str]) -> None:
    print_pages(str(half_a_year), "2026-09-01..2026-10-30")
    assert "of 60 days, " in capsys.readouterr().out


def test_every_table_that_undo_knows_is_filled_by_days_or_set_up_before_or_left_to_the_first_look() -> None:
    assert set(schema.LOGGED) == {
        *BY_TABLE,
        "relief",
        "question",
        "term",
        "template",
        "setting",
        "profile",
        "guess",
        "sign_check",
        "sign",
        "visit_advice",
        *LOOKED,
    }
