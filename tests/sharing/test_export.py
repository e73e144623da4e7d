"""export: what is in the folder, which days, and what leaves without notes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journal.cli.commands import export as command
from journal.sharing import days_csv as worth
from journal.sharing.analysis_files import NAMES
from tests.diary import TODAY, Diary
from tests.sharing.exported import days, header, rows
from tests.store.diaries import mode

PRIVATE = "my private words"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


def by_hand(diary: Diary, *statements: str) -> None:
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


# ---- the files ----------------------------------------------------------------------------------------------


def test_the_folder_holds_the_files_and_nothing_else_readable_by_the_owner_alone(diary: Diary, folder: Path) -> None:
    diary.log("left calf 4")
    diary.said("export", "--for", "analysis", str(folder))
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    assert mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}


def test_what_was_written_is_said_with_its_rows(diary: Diary, folder: Path) -> None:
    for line in ("left calf 4 +stretch", "eyelid 2", "2026-11-18: stress 0"):
        diary.log(line)
    said = diary.said("export", "--for", "analysis", str(folder))
    assert said.startswith(f"written: {folder}: 2026-11-18 to 2026-11-21, twitches known on 1 of 4 days\n")
    counted = {line.split()[0]: line.split()[1] for line in said.splitlines()[1:]}
    assert (counted["days.csv"], counted["episodes.csv"], counted["reliefs.csv"]) == ("4", "2", "1")
    assert list(counted) == list(NAMES)
    of_rows = [line for line in said.splitlines() if ".csv" in line]
    assert len({line.index(" row") for line in of_rows}) == 1  # the numbers stand under each other


def test_a_record_stands_with_its_diary_day_and_its_time_in_utc_and_on_the_spot(diary: Diary, folder: Path) -> None:
    diary.at("2026-11-21 01:30").log("left calf 4 2m @01:30 x3 visible not filmed")
    diary.said("export", "--for", "analysis", str(folder))
    (row,) = rows(folder / "episodes.csv")
    assert {name: value for name, value in row.items() if value and name not in ("id", "source")} == {
        "day": "2026-11-20",
        "started_at": "2026-11-21T00:30:00Z",
        "utc_offset_minutes": "60",
        "started_at_local": "2026-11-21T01:30:00+01:00",
        "site": "calf",
        "side": "left",
        "kind": "twitch",
        "intensity": "4",
        "duration_s": "120",
        "times": "3",
        "visible": "1",
        "filmed": "0",
        "going_on": "0",
        "written_on": "2026-11-20",
    }


@pytest.mark.parametrize(
    ("offset", "local"),
    [
        (0, "2026-11-20T20:00:00+00:00"),
        (345, "2026-11-21T01:45:00+05:45"),
        (-210, "2026-11-20T16:30:00-03:30"),
        (-44, "2026-11-20T19:16:00-00:44"),
        (840, "2026-11-21T10:00:00+14:00"),
        (-720, "2026-11-20T08:00:00-12:00"),
    ],
)
def test_the_local_time_has_the_offset_at_which_it_was_lived(
    diary: Diary, folder: Path, offset: int, local: str
) -> None:
    diary.log("nap 20m")
    by_hand(
        diary,
        "UPDATE sleep SET started_at = '2026-11-20T20:00:00Z', ended_at = '2026-11-20T20:20:00Z',"
        f" utc_offset_minutes = {offset}, ended_utc_offset_minutes = 60",
    )
    diary.said("export", "--for", "analysis", str(folder))
    (row,) = rows(folder / "sleep.csv")
    assert (row["started_at_local"], row["ended_at_local"]) == (local, "2026-11-20T21:20:00+01:00")


def test_every_file_ends_its_lines_with_cr_lf(diary: Diary, folder: Path) -> None:
    diary.log("left calf 4")
    diary.said("export", "--for", "analysis", str(folder))
    for name in NAMES[:-1]:
        written = (folder / name).read_bytes()
        assert written.endswith(b"\r\n")
        assert written.count(b"\n") == written.count(b"\r\n")


def test_an_empty_diary_gives_the_headers_and_a_text_that_says_no_day(diary: Diary, folder: Path) -> None:
    said = diary.said("export", "--for", "analysis", str(folder))
    assert "no day logged" in said
    assert not diary.path.exists()
    assert all(header(folder / name) for name in NAMES[:-1])
    assert rows(folder / "episodes.csv") == rows(folder / "days.csv") == []
    assert "Days in the span: 0. " in (folder / "README.txt").read_text("utf-8")


def test_all_is_of_one_moment(diary: Diary, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diary.log("left calf 4")
    recorded = worth.recorded

    def with_a_twitch_in_between(*arguments):  # type: ignore[no-untyped-def]
        diary.log("eyelid 3")
        return recorded(*arguments)

    monkeypatch.setattr(worth, "recorded", with_a_twitch_in_between)
    diary.said("export", "--for", "analysis", str(folder))
    assert days(folder)[TODAY]["twitches"] == "1"
    assert [row["site"] for row in rows(folder / "episodes.csv")] == ["calf"]
    assert len(diary.page()["records"]) == 2


# ---- days.csv -----------------------------------------------------------------------------------------------


def test_a_question_is_a_value_or_none_or_not_logged(diary: Diary, folder: Path) -> None:
    diary.said("question", "add", "steps", "--unit", "steps")
    for line in ("2026-11-17: stress 7, steps 300", "2026-11-18: no caffeine, none, steps 0", "espresso"):
        diary.log(line)
    diary.said("export", "--for", "analysis", str(folder))
    exported = days(folder)
    assert list(exported) == ["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", TODAY]
    assert exported["2026-11-17"] == {"stress": "7", "steps": "300"}
    none = {"caffeine_mg": "0", "twitches": "0", "cramps": "0", "tingles": "0", "any_twitches": "0", "steps": "0"}
    assert exported["2026-11-18"] == none
    assert exported["2026-11-19"] == {}
    assert exported[TODAY] == {"caffeine_mg": "63"}


def test_a_row_says_what_the_view_says_to_the_last_bit(diary: Diary, folder: Path) -> None:
    for line in ("slept 23:40-06:13", "yesterday: sleep 6.1, stress 3", "2 coffees", "lift legs 50m 7", "calf 4 x3"):
        diary.log(line)
    diary.said("export", "--for", "analysis", str(folder))
    for day, row in days(folder).items():
        assert {name: float(value) for name, value in row.items()} == diary.daily(day)
    assert header(folder / "days.csv")[:5] == ["day", "twitches", "cramps", "tingles", "sleep_hours"]


def test_an_own_question_with_the_name_of_another_column_has_a_column_of_its_own(diary: Diary, folder: Path) -> None:
    diary.log("cramp calf")
    by_hand(
        diary,
        "INSERT INTO question (slug, label, place) VALUES ('cramps', 'Cramps?', 20)",
        f"INSERT INTO answer (day, question, value) VALUES ('{TODAY}', 'cramps', 5)",
    )
    diary.said("export", "--for", "analysis", str(folder))
    assert (days(folder)[TODAY]["cramps"], days(folder)[TODAY]["own_cramps"]) == ("1", "5")


def test_a_medicine_begun_years_ago_and_a_visit_ahead_do_not_stretch_the_days(diary: Diary, folder: Path) -> None:
    for line in ("started sertraline 50mg 2015-03-01", "visit neurologist 12 Dec", "stress 3", "2026-11-19: stress 4"):
        diary.log(line)
    diary.said("export", "--for", "analysis", str(folder))
    assert list(days(folder)) == ["2026-11-19", "2026-11-20", "2026-11-21"]
    assert len(rows(folder / "medicines.csv")) == len(rows(folder / "events.csv")) == 1


# ---- which days ---------------------------------------------------------------------------------------------


def test_a_day_that_a_wrong_clock_logged_ahead_does_not_stretch_the_days(diary: Diary, folder: Path) -> None:
    diary.at("2099-06-01 12:00").log("stress 5")
    diary.at(f"{TODAY} 20:00").log_all(["stress 4", "yesterday: stress 3"])
    diary.said("export", "--for", "analysis", str(folder))
    assert list(days(folder)) == ["2026-11-20", TODAY]
    assert [row["day"] for row in rows(folder / "answers.csv")] == ["2099-06-01", TODAY, "2026-11-20"]


def test_a_day_that_a_machine_without_its_time_logged_in_1970_makes_one_row_and_not_twenty_thousand(
    diary: Diary, folder: Path
) -> None:
    diary.at("1970-01-01 12:00").log("stress 5")
    diary.at(f"{TODAY} 20:00").log_all(["stress 4", "2026-11-19: stress 3", "2024-11-21: stress 2"])
    assert "1970-01-01 to 2026-11-21, twitches known on 0 of 732 days" in diary.said(
        "export", "--for", "analysis", str(folder)
    )
    rows_of_days = list(days(folder))
    assert rows_of_days[0] == "1970-01-01"
    assert rows_of_days[1] == "2024-11-21"  # a pause of two years is a pause
    assert len(rows_of_days) == 1 + 731
    readme = " ".join((folder / "README.txt").read_text("utf-8").split())
    assert "Days in the span: 732, 1970-01-01 to 2026-11-21. Days with any record: 4; " in readme
    assert "Of 1970-01-02 to 2024-11-20, in which nothing is logged, days.csv has no rows" in readme


def test_only_the_days_asked_for_leave(diary: Diary, folder: Path) -> None:
    for day in ("2026-11-10", "2026-11-15", "2026-11-20"):
        for line in ("calf 4 +stretch", "espresso", "stress 3", f"note {day}", "took ibuprofen 400mg", "run 30m 5"):
            diary.log(f"{day}: {line}")
    for line in ("2026-11-01: started iron", "2026-11-12: stopped iron", "2026-11-14: started zinc"):
        diary.log(line)
    diary.said("export", "--for", "analysis", str(folder), "--from", "14 Nov", "--to", "2026-11-16")
    assert list(days(folder)) == ["2026-11-14", "2026-11-15", "2026-11-16"]
    for name in ("episodes", "drinks", "answers", "notes", "doses", "workouts"):
        assert {row["day"] for row in rows(folder / f"{name}.csv")} == {"2026-11-15"}
    assert [row["episode"] for row in rows(folder / "reliefs.csv")] == [
        row["id"] for row in rows(folder / "episodes.csv")
    ]
    assert [row["name"] for row in rows(folder / "medicines.csv")] == ["zinc"]
    assert "the days from 2026-11-14 to 2026-11-16" in (folder / "README.txt").read_text("utf-8").replace("\n", " ")


def test_an_end_that_is_not_said_is_where_the_logging_ends(diary: Diary, tmp_path: Path) -> None:
    for line in ("2026-11-18: stress 3", "2026-11-20: stress 3"):
        diary.log(line)
    diary.said("export", "--for", "analysis", str(tmp_path / "a"), "--from", "3 days ago")
    assert list(days(tmp_path / "a")) == ["2026-11-18", "2026-11-19", "2026-11-20"]
    diary.said("export", "--for", "analysis", str(tmp_path / "b"), "--to", "2026-11-19")
    assert list(days(tmp_path / "b")) == ["2026-11-18", "2026-11-19"]
    diary.said("export", "--for", "analysis", str(tmp_path / "c"), "--from", "today")
    assert list(days(tmp_path / "c")) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--from", "never"), "“never” is no day; say today, yesterday, Mon, 3 days ago, 2026-11-20 or 20 Nov."),
        (("--from", "today", "--to", "Mon"), "Mon is before today; the earlier day comes first."),
        (("--without", "names"), "“names” cannot be left out; what can is: notes."),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(
    diary: Diary, folder: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    diary.log("left calf 4")
    assert diary.refused("export", "--for", "analysis", str(folder), *arguments).endswith(sentence)
    assert not folder.exists()


def test_a_folder_has_to_be_named(diary: Diary) -> None:
    assert "Into which folder?" in diary.refused("export", "")


# ---- notes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("without", [("--without", "notes"), ("--without", "notes,notes", "--without", "notes")])
def test_without_notes_no_text_of_a_note_leaves(diary: Diary, folder: Path, without: tuple[str, ...]) -> None:
    quoted = f'"{PRIVATE}"'
    for line in (f"left calf 4 {quoted}", f"run 30m 5 {quoted}", f"visit neurologist {quoted}", f"note {PRIVATE}"):
        diary.log(line)
    diary.log("started iron")
    by_hand(diary, f"UPDATE medicine SET note = '{PRIVATE}'")
    by_hand(diary, f"INSERT INTO visit_advice SELECT id, '{PRIVATE}', NULL FROM event")
    for key, phrase in enumerate((f"left calf {quoted}", f"note {PRIVATE}", "right calf 3", "no word of the diary"), 1):
        by_hand(diary, f"INSERT INTO template VALUES ('{key}', '{phrase}')")
    diary.said("export", "--for", "analysis", str(folder))
    holding = {path.name for path in folder.iterdir() if PRIVATE.encode() in path.read_bytes()}
    assert holding == {
        f"{name}.csv" for name in "episodes workouts events notes medicines templates visit_advice".split()
    }

    said = diary.said("export", "--for", "analysis", str(folder), "--force", *without)
    assert not [path for path in folder.iterdir() if PRIVATE.encode() in path.read_bytes()]
    assert rows(folder / "notes.csv") == rows(folder / "visit_advice.csv") == []
    assert [row["key"] for row in rows(folder / "templates.csv")] == ["3"]
    assert [row["text"] for row in rows(folder / "events.csv")] == ["neurologist"]
    assert said.endswith("left out: every note, and the templates 1, 2, 4 with one in it\n")
    explained = " ".join((folder / "README.txt").read_text("utf-8").split())
    assert "Notes were left out on purpose" in explained
    assert "the text of an illness, test or visit" in explained
    assert "lines of templates.csv that hold a note: 1, 2, 4." in explained


def test_every_column_called_note_is_known_as_one(diary: Diary) -> None:
    diary.log("left calf 4")
    with closing(sqlite3.connect(diary.path)) as connection:
        texts = {
            (table, column)
            for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            if "note" in column or (table == "day_note" and column == "text")
        }
    notes = {(table, "note") for table in ("episode", "workout", "medicine", "event")}
    assert texts == notes | {("day_note", "text")}


# ---- while it is written ------------------------------------------------------------------------------------


def test_on_a_terminal_what_takes_longer_shows_how_far_it_is(
    diary: Diary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.log("left calf 4")
    assert diary.ran("export", "--for", "analysis", str(folder))[2] == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert diary.ran("export", "--for", "analysis", str(folder), "--force")[2] == ""
    monkeypatch.setattr(command, "PATIENCE_S", 0.0)
    shown = diary.ran("export", "--for", "analysis", str(folder), "--force")[2]
    assert shown.startswith("\rdays.csv 1 rows")
    assert shown.rpartition("\r")[0].rpartition("\r")[2].strip() == ""
