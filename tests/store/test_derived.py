"""What is derived: made anew by the next write of another program, and hidden from whoever only reads."""

import csv
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.catalog import questions
from journal.catalog.questions import QUESTIONS, Question
from journal.errors import Refused
from journal.records import Answer
from journal.store import vocabulary
from journal.store.file import connections, schema
from journal.store.history import undo_redo
from journal.store.read import queries
from journal.store.read.question_states import all_questions
from journal.store.write import entry
from tests.diary import Diary
from tests.store.diaries import AT, DAY, as_user, ask, by_hand, contents, log, twitch

NEW = Question("ice_swims", "Ice swims", highest=20, state="on", names="cold, ice swims")
COLUMN = "    (SELECT value FROM answer WHERE day = known.day AND question = 'stress') AS stress,\n"
LATER = schema.text().replace(COLUMN, COLUMN + COLUMN.replace("stress", NEW.slug))


@pytest.fixture
def later_program(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it, and the program is one of a later day with one more built-in question and another range of stress."""

    def change() -> None:
        stress = questions.BUILT_IN["stress"]._replace(highest=100)
        catalogue = (*(stress if question.slug == "stress" else question for question in QUESTIONS), NEW)
        monkeypatch.setattr(questions, "QUESTIONS", catalogue)
        monkeypatch.setitem(questions.BUILT_IN, "stress", stress)
        monkeypatch.setitem(questions.BUILT_IN, NEW.slug, NEW)
        monkeypatch.setattr(schema, "text", lambda: LATER)

    return change


def test_the_next_write_makes_it_anew_without_a_step_or_a_copy(path: Path, later_program: Callable[[], None]) -> None:
    log(path, twitch())
    later_program()
    log(path, Answer(day=DAY, question=NEW.slug, value=2), Answer(day=DAY, question="stress", value=70))
    assert ask(path, f"SELECT {NEW.slug}, stress FROM daily") == [(2, 70)]
    assert ask(path, "SELECT label, state, built_in FROM question ORDER BY place DESC LIMIT 1") == [
        ("Ice swims", "on", 1)
    ]
    assert ask(path, "SELECT kind FROM step") == ["log", "log"]
    assert ask(path, 'SELECT DISTINCT "table" FROM change ORDER BY 1') == ["answer", "episode"]
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with pytest.raises(Refused, match="outside the range of its question"):
        log(path, Answer(day=DAY, question=NEW.slug, value=21))
    undo_redo.undo(path, AT)
    assert undo_redo.undo(path, AT).touched[0].table == "episode"


def test_a_write_that_fails_leaves_what_was_derived(path: Path, later_program: Callable[[], None]) -> None:
    log(path, twitch())
    before = ask(path, "SELECT sql FROM sqlite_schema ORDER BY rowid")
    later_program()
    with pytest.raises(Refused):
        log(path, twitch(intensity=99))
    assert ask(path, "SELECT sql FROM sqlite_schema ORDER BY rowid") == before


def test_a_view_that_a_person_added_stays(path: Path, later_program: Callable[[], None]) -> None:
    log(path, twitch())
    by_hand(path, "CREATE VIEW mine AS SELECT site FROM episode")
    later_program()
    log(path, twitch(site="thumb"))
    assert ask(path, "SELECT site FROM mine") == ["calf", "thumb"]


def test_whoever_reads_has_the_programs_own_and_the_file_stays_as_it_is(
    path: Path, later_program: Callable[[], None]
) -> None:
    log(path, twitch(), Answer(day=DAY, question="stress", value=7))
    vocabulary.set_question(path, "stress", "hidden")
    later_program()
    before = contents(path.parent)
    with connections.reading(path) as connection:
        _check_the_programs_own(connection)
    assert contents(path.parent) == before


def test_a_file_that_may_only_be_read_is_read_with_the_programs_own(
    users_folder: Path, later_program: Callable[[], None]
) -> None:
    path = users_folder / "diary.db"
    with as_user():
        log(path, twitch(), Answer(day=DAY, question="stress", value=7))
        vocabulary.set_question(path, "stress", "hidden")
        path.chmod(0o400)
        users_folder.chmod(0o500)
        later_program()
        with connections.reading(path) as connection:
            _check_the_programs_own(connection)


def _check_the_programs_own(connection: sqlite3.Connection) -> None:
    assert connection.execute(f"SELECT {NEW.slug}, stress FROM daily").fetchall() == [(None, 7)]
    known = {question.slug: question for question in all_questions(connection)}
    assert (known[NEW.slug].state, known["stress"].state, known["stress"].highest) == ("on", "hidden", 100)
    stored = connection.execute("SELECT highest FROM question WHERE slug = 'stress'").fetchone()
    assert stored == (100,), "what is exported is read from the table"
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM question")


def test_undo_gives_back_the_state_of_a_question_and_not_what_it_was_once_defined_as(
    path: Path, later_program: Callable[[], None]
) -> None:
    vocabulary.set_question(path, "stress", "off")
    later_program()
    undo_redo.undo(path, AT)
    assert ask(path, "SELECT state, highest FROM question WHERE slug = 'stress'") == [("on", 100)]


def test_an_own_question_whose_name_a_built_in_takes_stays_the_persons_own(
    path: Path, later_program: Callable[[], None]
) -> None:
    vocabulary.add_question(path, NEW.slug, label="My ice swims", highest=3)
    entry.enter(path, "ice swims 3")
    later_program()
    entry.enter(path, "2026-11-20: ice swims 2")
    with connections.reading(path) as connection:
        own = [question for question in all_questions(connection) if question.slug == NEW.slug]
        assert [(question.label, question.highest, question.built_in) for question in own] == [
            ("My ice swims", 3, False)
        ]
        words = queries.lexicon(connection)
        assert words.questions[NEW.slug].label == "My ice swims"
        assert "cold" not in words.question_names, "the names of the built-in are no words of this diary"
        values = connection.execute(f"SELECT {NEW.slug} FROM daily ORDER BY day").fetchall()
        assert values == [(2,), (3,)]
    with pytest.raises(Refused, match="0 to 3"):
        entry.enter(path, "ice swims 4")


def test_a_question_of_a_newer_program_is_left_out_and_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log(path, twitch())
    monkeypatch.setattr(questions, "QUESTIONS", QUESTIONS[1:])
    known = {question.slug: question for question in QUESTIONS[1:]}
    monkeypatch.setattr("journal.store.read.question_states.BUILT_IN", known)  # delitem() would put it last
    log(path, twitch())
    with connections.reading(path) as connection:
        assert QUESTIONS[0].slug not in [question.slug for question in all_questions(connection)]
    assert ask(path, f"SELECT built_in FROM question WHERE slug = '{QUESTIONS[0].slug}'") == [1]


# ---- what a new question needs ------------------------------------------------------------------------------


def _of_view(path: Path, folder: Path) -> set[str]:
    with connections.reading(path) as connection:
        return {column[0] for column in connection.execute("SELECT * FROM daily LIMIT 0").description}


def _of_days_csv(path: Path, folder: Path) -> set[str]:
    with (folder / "days.csv").open(encoding="utf-8", newline="") as lines:
        return {*next(csv.reader(lines))}


def _of_questions_csv(path: Path, folder: Path) -> set[str]:
    with (folder / "questions.csv").open(encoding="utf-8", newline="") as lines:
        return {row["slug"] for row in csv.DictReader(lines)}


def _of_readme(path: Path, folder: Path) -> set[str]:
    _, _, after = (folder / "README.txt").read_text("utf-8").partition("days.csv, ")
    return {*re.findall(r"^  (\w+) ", after.partition("\n\n")[0], re.MULTILINE)}


def _of_lexicon(path: Path, folder: Path) -> set[str]:
    with connections.reading(path) as connection:
        return {*queries.lexicon(connection).question_names.values()}


@pytest.mark.parametrize(
    ("place", "slugs"),
    [
        ("the view `daily` in schema.sql", _of_view),
        ("days.csv (journal/sharing/days_csv.py)", _of_days_csv),
        ("questions.csv (the table `question`)", _of_questions_csv),
        ("README.txt of an export (journal/sharing/readme_text.py)", _of_readme),
        ("the words of a line (journal/catalog/lexicon.py)", _of_lexicon),
    ],
)
@pytest.mark.parametrize("is_later", [False, True], ids=["today", "with one more"])
def test_every_built_in_question_stands_in(
    place: str,
    slugs: Callable[[Path, Path], set[str]],
    is_later: bool,
    diary: Diary,
    tmp_path: Path,
    later_program: Callable[[], None],
) -> None:
    diary.log("left calf 4")
    if is_later:
        later_program()
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    missing = {question.slug for question in questions.QUESTIONS} - slugs(diary.path, tmp_path / "files")
    assert not missing, f"{place} has no {', '.join(sorted(missing))}"
