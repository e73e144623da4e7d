"""export for a doctor and for a spreadsheet: three files that open anywhere, and nothing that runs in them."""

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from journal.sharing.sheets import number_style
from journal.sharing.sheets.cells import CONTINENTAL, ENGLISH, cell, guarded, guarded_sql
from journal.sharing.sheets.files import NAMES
from tests.diary import TODAY, Diary
from tests.disease_names import NAMES as DISEASES
from tests.store.diaries import mode

Rows = list[dict[str, str]]
BOM = b"\xef\xbb\xbf"


def exported(diary: Diary, to: Path, *arguments: str, separator: str = ",") -> dict[str, Rows]:
    """Each file of CSV as the csv module reads it."""
    diary.said("export", str(to), *arguments)
    files = {}
    for name in NAMES[:-1]:
        content = (to / name).read_bytes()
        assert content.startswith(BOM)
        text = content.decode("utf-8-sig")
        assert text.count("\n") == text.count("\r\n") + text.replace("\r\n", "").count("\n")
        files[name] = [*csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=separator)]
    return files


def filled(rows: Rows) -> list[dict[str, str]]:
    return [{name: value for name, value in row.items() if value} for row in rows]


def test_a_doctor_gets_three_files_of_which_each_row_can_be_read_alone(diary: Diary, tmp_path: Path) -> None:
    diary.log("2026-11-16: eyelid")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute(
            "INSERT INTO term (kind, slug, parent, name) VALUES ('site', 'kneecap', 'knee_area', 'Knee (cap)')"
        )
    for line in (
        "2026-11-16: left calf 4 2m x3 +stretch -heat, left calf ripple, cramp both calves 7",
        "2026-11-17: none, stress 0, sick",
        "2026-11-18: kneecap 2 evening",
        "2026-11-16: started magnesium 200mg",
        "2026-11-18: started magnesium 400mg",
        "2026-11-19: visit neurologist",
        "2026-11-20: sleep 6.5, caffeine 90mg",
        *("2026-11-20: took ibuprofen 400mg",) * 2,
    ):
        diary.log(line)
    diary.at("2026-11-21 01:30").log("twitch left calf 4 @01:30 visible not filmed numb asleep")
    diary.at(f"{TODAY} 14:00").log_all(["ill flu", "anxiety 3"])
    files = exported(diary, tmp_path / "files")
    days = {row["date"]: row for row in files["days.csv"]}
    assert list(days) == [f"2026-11-{day}" for day in range(16, 22)]
    assert days["2026-11-16"]["weekday"] == "Mon"
    counted = {name: days["2026-11-16"][name] for name in ("twitches", "ripples", "pulses", "cramps", "tingles")}
    assert counted == {"twitches": "5", "ripples": "1", "pulses": "0", "cramps": "1", "tingles": "0"}
    assert (days["2026-11-16"]["worst_intensity"], days["2026-11-16"]["main_places"]) == (
        "7",
        "left calf, both calves, eyelid",
    )
    assert days["2026-11-16"]["remarks"] == "medicine begun: magnesium 200 mg"
    assert days["2026-11-18"]["main_places"] == "Knee (cap)"
    none, unlogged = days["2026-11-17"], days["2026-11-19"]
    assert (none["twitches"], none["stress"], none["worst_intensity"], none["logged"]) == ("0", "0", "", "1")
    # as on the page, a day is logged where it is known whether there were twitches
    assert (unlogged["twitches"], unlogged["logged"], unlogged["remarks"]) == ("", "0", "visit: neurologist")
    assert {day: row["logged_later"] for day, row in days.items() if row["logged_later"]} == {
        "2026-11-16": "1",
        "2026-11-17": "1",
        "2026-11-18": "1",
        "2026-11-20": "0",
    }
    assert (days["2026-11-20"]["sleep_hours"], days["2026-11-20"]["caffeine_mg"]) == ("6.5", "90")
    assert days[TODAY]["remarks"] == "ill: flu"
    assert not {"paused", "sleep_quality", "fluids_ml", "drinks_complete"} & days[TODAY].keys()

    after_midnight = next(row for row in filled(files["episodes.csv"]) if row.get("time"))
    assert after_midnight == {
        "date": "2026-11-21",
        "time": "01:30",
        "weekday": "Sat",
        "place": "calf",
        "side": "left",
        "kind": "twitch",
        "intensity": "4",
        "times": "1",
        "circumstance": "asleep",
        "seen": "yes",
        "filmed": "no",
        "numb": "yes",
    }
    tried = next(row for row in files["episodes.csv"] if row["tried"])
    assert dict(zip(tried["tried"].split("; "), tried["helped"].split("; "), strict=True)) == {
        "stretching": "yes",
        "heat": "no",
    }
    assert tried["seconds"] == "120"
    assert not [name for name in tried if name.endswith("id") or "source" in name]
    history = [(row["date"], row["what"], row["details"]) for row in files["history.csv"]]
    assert history == [
        ("2026-11-16", "medicine begun", "magnesium 200 mg"),
        ("2026-11-18", "medicine changed", "magnesium 400 mg (before: magnesium 200 mg)"),
        ("2026-11-19", "visit", "neurologist"),
        ("2026-11-20", "taken as needed", "ibuprofen 400 mg, 2 times"),
        (TODAY, "illness", "flu"),
    ]
    readme = (tmp_path / "files" / "README.txt").read_text("utf-8")
    assert len(readme.splitlines()) < 60
    lines = readme.splitlines()
    assert lines[2].startswith("16 to 21 Nov 2026") or lines[2].startswith("16 Nov to 21 Nov 2026")
    assert [line for line in lines[:9] if line.startswith(("First noticed:", "How often:", "Where:"))]
    assert not DISEASES.search(readme)
    assert {mode(path) for path in (tmp_path / "files").iterdir()} == {0o600}


def test_the_readme_of_fifty_questions_and_long_words_has_under_sixty_lines(diary: Diary, tmp_path: Path) -> None:
    diary.log("left calf")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        for number in range(50):
            connection.execute("INSERT INTO question (slug, label, place) VALUES (?, ?, 9)", (f"q{number}", "w " * 99))
            connection.execute("INSERT INTO answer (day, question, value) VALUES (?, ?, 1)", (TODAY, f"q{number}"))
        connection.execute("INSERT INTO profile VALUES ('first_noticed', ?)", ("long ago\n" * 200,))
    files = exported(diary, tmp_path / "files")
    readme = (tmp_path / "files" / "README.txt").read_text("utf-8").splitlines()
    assert len(readme) < 60
    assert max(map(len, readme)) <= 80
    assert any("more questions of the check-in" in line for line in readme)
    assert files["days.csv"][0]["q49"] == "1"


def test_notes_leave_only_where_they_were_asked_for(diary: Diary, tmp_path: Path) -> None:
    diary.log('left calf "my words of the twitch"')
    diary.log("note my words of the day")
    diary.log('run 30m 5 "my words of the run"')
    diary.log('visit neurologist "my words of the visit"')
    said = diary.said("export", str(tmp_path / "a"))
    assert said.endswith("left out: every note; --with notes puts them in\n")
    assert not [path for path in (tmp_path / "a").iterdir() if b"my words" in path.read_bytes()]
    files = exported(diary, tmp_path / "b", "--with", "notes")
    assert files["episodes.csv"][0]["note"] == "my words of the twitch"
    assert files["days.csv"][0]["note"] == "my words of the day\nmy words of the run"
    assert files["history.csv"][0]["note"] == "my words of the visit"
    assert "contradict" in diary.refused("export", str(tmp_path / "c"), "--with", "notes", "--without", "notes")
    assert "“names” cannot be put in" in diary.refused("export", str(tmp_path / "c"), "--with", "names")


def test_what_is_dated_ahead_makes_no_rows_though_an_analysis_holds_it(diary: Diary, tmp_path: Path) -> None:
    diary.log_all(["stress 3", "visit neurologist 12 Dec", "left calf"])
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute("INSERT INTO episode (id, day, site, kind) VALUES ('x', '2026-11-22', 'thumb', 'twitch')")
        connection.execute("INSERT INTO medicine (id, name, started_on) VALUES ('y', 'iron', '2026-12-01')")
    files = exported(diary, tmp_path / "files", "--to", "2026-12-31")
    assert [row["date"] for row in files["days.csv"]] == [TODAY]
    assert [row["place"] for row in files["episodes.csv"]] == ["calf"]
    assert files["history.csv"] == []
    assert "has not come yet" in diary.refused("export", str(tmp_path / "ahead"), "--from", "2026-11-22")
    diary.said("export", "--for", "analysis", str(tmp_path / "all"))
    assert (tmp_path / "all" / "episodes.csv").read_text("utf-8").count("thumb") == 1
    assert (tmp_path / "all" / "days.csv").read_text("utf-8").count("\n2026") == 1


def test_a_night_that_ended_before_the_diary_day_did_is_not_ahead(diary: Diary, tmp_path: Path) -> None:
    diary.at("2026-11-22 02:00").log("slept 19:00-01:30")
    files = exported(diary, tmp_path / "files")
    assert files["days.csv"][-1]["date"] == "2026-11-22"
    assert files["days.csv"][-1]["sleep_hours"] == "6.5"


def test_the_days_reach_as_far_as_an_episode_that_went_on(diary: Diary, tmp_path: Path) -> None:
    diary.log("eyelid from 18 Nov to 20 Nov")
    days = exported(diary, tmp_path / "files")["days.csv"]
    assert [(row["date"][-2:], row["any_twitches"], row["main_places"]) for row in days] == [
        ("18", "1", "eyelid"),
        ("19", "1", "eyelid"),
        ("20", "1", "eyelid"),
    ]


def test_a_spreadsheet_where_numbers_have_a_comma_gets_semicolons(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.log_all(["eyelid from 18 Nov to 19 Nov", "sleep 6.5", "left calf 0.5s", "visit neurologist"])
    monkeypatch.setattr(number_style, "has_decimal_comma", lambda: True)
    files = exported(diary, tmp_path / "files", "--for", "spreadsheet", separator=";")
    assert files["days.csv"][-1]["sleep_hours"] == "6,5"
    assert [(row["until"], row["seconds"]) for row in files["episodes.csv"]] == [("2026-11-19", ""), ("", "0,5")]
    days = [("1", "1"), ("", "1"), ("", ""), ("1", "1")]
    assert [(row["twitches"], row["any_twitches"]) for row in files["days.csv"]] == days
    assert "semicolons, with a decimal comma" in " ".join((tmp_path / "files" / "README.txt").read_text().split())
    assert exported(diary, tmp_path / "doctor")["days.csv"][-1]["sleep_hours"] == "6.5"
    monkeypatch.setattr(number_style, "has_decimal_comma", lambda: False)
    assert exported(diary, tmp_path / "point", "--for", "spreadsheet")["days.csv"][-1]["sleep_hours"] == "6.5"


@pytest.mark.parametrize(
    ("name", "is_comma"),
    [
        ("de_DE.UTF-8", True),
        ("de_CH", False),
        ("fr_FR@euro", True),
        ("en_ZA.UTF-8", True),
        ("es_MX", False),
        ("en_US.UTF-8", False),
        ("C", False),
        ("", False),
        ("ja_JP.UTF-8", False),
    ],
)
def test_a_language_by_its_name_has_a_comma_or_a_point(name: str, is_comma: bool) -> None:
    assert number_style.named_comma(name) == is_comma


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\uff1d1"])
def test_what_a_spreadsheet_would_run_stands_behind_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    with closing(sqlite3.connect(":memory:")) as connection:
        row = connection.execute(f"SELECT {guarded_sql('text')} FROM (SELECT ? AS text)", (text,)).fetchone()
    assert row == (f"'{text}",)


@pytest.mark.parametrize("text", ["", "  ", "a=1", "'", "8 of 10 - no", "(=1)", "é", "👩🏽‍⚕️", "שלום"])
def test_other_words_stand_as_they_are(text: str) -> None:
    assert guarded(text) == text
    with closing(sqlite3.connect(":memory:")) as connection:
        assert (
            connection.execute(f"SELECT {guarded_sql('text')} FROM (SELECT ? AS text)", (text,)).fetchone()[0] == text
        )


@pytest.mark.parametrize(
    ("value", "english", "continental"),
    [
        (None, "", ""),
        (0, "0", "0"),
        (1.5, "1.5", "1,5"),
        (6.549999999, "6.55", "6,55"),
        (-3, "-3", "-3"),
        (1e6, "1000000", "1000000"),
        ("a;b", '"a;b"', '"a;b"'),
        ('say "a"', '"say ""a"""', '"say ""a"""'),
    ],
)
def test_a_value_in_a_cell(value: Any, english: str, continental: str) -> None:
    assert (cell(value, ENGLISH), cell(value, CONTINENTAL)) == (english, continental)


def test_formulas_in_the_users_words_run_in_no_cell(diary: Diary, tmp_path: Path) -> None:
    diary.log("left calf +stretch")
    diary.log("visit neurologist")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute("UPDATE episode SET site = '=x', note = ?", ("=1+\x001",))
        connection.execute("UPDATE relief SET name = '@y'")
        connection.execute("UPDATE event SET text = '-z', note = '=note'")
        connection.execute("INSERT INTO term (kind, slug, name) VALUES ('site', '=x', '=cmd'), ('relief', '@y', '@r')")
        connection.execute("INSERT INTO day_note (day, text) VALUES (?, '+day')", (TODAY,))
    files = exported(diary, tmp_path / "files", "--with", "notes")
    cells = [value for rows in files.values() for row in rows for value in row.values()]
    assert not [value for value in cells if value[:1] in ("=", "+", "-", "@")]
    assert {"'=cmd", "'@r", "'-z", "'=note", "'+day", "'=1+\x001"} <= set(cells)
    assert "A ' stands before words" in (tmp_path / "files" / "README.txt").read_text("utf-8")


def test_a_zip_holds_the_same_files_and_appears_whole(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.log("left calf 4")
    to = tmp_path / "diary.zip"
    exported(diary, tmp_path / "files")
    said = diary.said("export", str(to))
    assert said.startswith(f"written: {to}:")
    assert mode(to) == 0o600
    with ZipFile(to) as archive:
        assert archive.namelist() == list(NAMES)
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in NAMES} == {
            name: (tmp_path / "files" / name).read_bytes() for name in NAMES
        }
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o600}
    before = to.read_bytes()
    assert "already" in diary.refused("export", str(to))
    assert to.read_bytes() == before
    diary.log("eyelid")
    diary.said("export", str(to), "--force", "--for", "analysis")
    assert "reliefs.csv" in ZipFile(to).namelist()
    to.unlink()
    names = sorted(path.name for path in tmp_path.iterdir())
    monkeypatch.setattr(ZipFile, "open", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
    assert "nothing was exported" in diary.refused("export", str(to))
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_folder_with_an_export_of_another_kind_is_refused(diary: Diary, tmp_path: Path) -> None:
    """Notes of an analysis would be handed on with the doctor's files."""
    diary.log("note private")
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    refused = diary.refused("export", str(tmp_path / "files"), "--force")
    assert "of another kind of export (answers.csv and" in refused
    assert "nothing was exported" in refused


def test_an_empty_diary_gives_the_headers(diary: Diary, tmp_path: Path) -> None:
    files = exported(diary, tmp_path / "files")
    assert files == {"days.csv": [], "episodes.csv": [], "history.csv": []}
    assert "No day is logged yet." in (tmp_path / "files" / "README.txt").read_text("utf-8")
    assert not diary.path.exists()
