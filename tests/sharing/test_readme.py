"""README.txt explains what is there, and what it tells to type works."""

import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journal.catalog.kinds import COMMON
from journal.catalog.questions import QUESTIONS
from journal.sharing.analysis_files import NAMES
from journal.sharing.column_docs import MADE_OF, TABLES
from journal.sharing.readme_text import PANDAS
from tests.diary import Diary
from tests.sharing.exported import header, rows

NOTES = ["NA", "null", "007", "1e5", "nan", "True", "one\ntwo", "one\r\ntwo", "one\rtwo", '"', "=SUM(A1)", " ", "👩🏽‍⚕️"]


@pytest.fixture
def readme(diary: Diary, tmp_path: Path) -> str:
    diary.said("question", "add", "mood", "--label", "My  mood [today]")
    for line in ("left calf 4", "2026-11-19: stress 3, slept 23:00-06:00"):
        diary.log(line)
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    return (tmp_path / "files" / "README.txt").read_text("utf-8")


def test_every_file_and_every_column_is_explained(readme: str, tmp_path: Path) -> None:
    for name in NAMES[:-1]:
        section = re.search(rf"^{name}, (.*?)(?:\n\n|\Z)", readme, re.S | re.M)
        assert section
        own, _, common = section[1].partition("and, as above,")
        above = set(re.findall(r"\w+", common))
        assert above <= COMMON.keys()
        assert above | set(re.findall(r"^  (\w+) +\S", own, re.M)) == set(header(tmp_path / "files" / name)), name


def test_the_description_has_the_columns_of_the_files_and_no_others(readme: str, tmp_path: Path) -> None:
    for described in TABLES.values():
        assert sorted(described.columns) == sorted(header(tmp_path / "files" / described.file))
    assert set(MADE_OF) <= {question.slug for question in QUESTIONS}


def test_an_own_question_is_explained_in_the_users_words(readme: str) -> None:
    assert "  mood                My  mood [today]: 0 to 10; the person's own question\n" in readme


def test_it_says_who_says_so_and_how_many_days_were_logged(readme: str) -> None:
    words = " ".join(readme.split())
    assert "All of it is self-reported" in words
    assert "Days in the span: 3, 2026-11-19 to 2026-11-21. Days with any record: 2; logged, " in words
    assert "for it is known whether there were twitches: 1." in words
    assert "2026-11-21 was the day on which this was written, and not over yet" in words
    assert "Never read empty as 0" in words


def test_it_says_when_every_day_is_over(diary: Diary, tmp_path: Path) -> None:
    diary.log("2026-11-19: stress 3")
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    words = " ".join((tmp_path / "files" / "README.txt").read_text("utf-8").split())
    assert "Each of these days was over when this was written." in words


def test_the_hour_at_which_a_day_begins_is_the_diarys_own(diary: Diary, tmp_path: Path) -> None:
    diary.said("settings", "day_starts", "6")
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    assert "A diary day begins at 06:00" in (tmp_path / "files" / "README.txt").read_text("utf-8")


def test_the_lines_fit_a_page(readme: str) -> None:
    assert max(map(len, readme.splitlines())) <= 84


def test_pandas_reads_the_files_as_the_text_says(diary: Diary, tmp_path: Path) -> None:
    """A note that says NA stays a note, a missing number stays missing, and 0 stays 0."""
    diary.log("2026-11-01: none, stress 0")
    for number in range(len(NOTES)):
        diary.log(f"2026-11-02: calf {number % 10}")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.executemany("UPDATE episode SET note = ? WHERE rowid = ?", zip(NOTES, range(1, 99), strict=False))
        for place, note in enumerate(NOTES, 1):
            connection.execute("INSERT INTO day_note (day, text) VALUES (?, ?)", (f"2026-11-{place:02}", note))
    diary.log("2026-11-03: calf")
    diary.said("export", "--for", "analysis", str(tmp_path / "files"))
    readme = (tmp_path / "files" / "README.txt").read_text("utf-8")
    typed = re.search(r"^    import pandas as pd\n(?:(?:    .*)?\n)+", readme, re.M)
    assert typed
    snippet = "\n".join(line.removeprefix("    ") for line in typed[0].splitlines())
    assert snippet.strip() == PANDAS.strip()
    told = f"""{snippet}
import json
print(json.dumps({{
    "notes": list(notes["text"]),
    "episodes": [None if pd.isna(note) else note for note in episodes["note"]],
    "intensity": [None if pd.isna(number) else number for number in episodes["intensity"]],
    "stress": [None if pd.isna(number) else number for number in days["stress"]][:3],
    "twitches": [None if pd.isna(number) else number for number in days["twitches"]][:3],
    "types": [str(days.index.dtype)[:10], str(days["stress"].dtype), str(episodes["intensity"].dtype)],
}}))
"""
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=tmp_path / "files", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    read = json.loads(done.stdout)
    assert read["notes"] == [row["text"] for row in rows(tmp_path / "files" / "notes.csv")] == NOTES
    assert read["episodes"] == [*NOTES, None]
    assert read["intensity"] == [*(number % 10 for number in range(len(NOTES))), None]
    assert read["stress"] == [0, None, None]
    assert read["twitches"] == [0, len(NOTES), 1]
    assert read["types"] == ["datetime64", "float64", "float64"]
