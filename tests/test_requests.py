"""The same days and names mean the same in trends, triggers, history and export, in the shell and in the app."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal.analysis.looks import explore
from journal.app.diary import Diary as AppDiary
from journal.app.models import trends_model, triggers_model
from journal.app.models.trends_model import TrendsChoice
from journal.errors import Refused
from journal.phrases.context import Context
from journal.requests import DayRange, day_or_none, read_days, read_episodes, read_history
from journal.store.write.entry import enter_all
from tests.diary import Diary, at
from tests.phrases.lines import WORDS

CLOCK = at("2026-11-21 20:00")
DAYS = {
    "today": ("2026-11-21", "2026-11-21"),
    "yesterday": ("2026-11-20", "2026-11-20"),
    "3 days ago": ("2026-11-18", "2026-11-18"),
    "2026-11-20": ("2026-11-20", "2026-11-20"),
    "20 Nov": ("2026-11-20", "2026-11-20"),
    "20 nov 2025": ("2025-11-20", "2025-11-20"),
    "2026-10": ("2026-10-01", "2026-10-31"),
    "Nov": ("2026-11-01", "2026-11-30"),
    "dec": ("2025-12-01", "2025-12-31"),
    "2025": ("2025-01-01", "2025-12-31"),
    "2026-10-28..2026-11-03": ("2026-10-28", "2026-11-03"),
    "2026-09..2026-10": ("2026-09-01", "2026-10-31"),
    "3 days ago..yesterday": ("2026-11-18", "2026-11-20"),
    "1 Nov..3 Nov 2026": ("2026-11-01", "2026-11-03"),
    "mon..fri": ("2026-11-16", "2026-11-20"),
}
OPEN = {"..2026-02": (None, "2026-02-28"), "2026-11-01..": ("2026-11-01", None)}
NAMES = {
    "calf": (None, "calf", None, None),
    "left calf": (None, "calf", "left", None),
    "l calves": (None, "calf", "left", None),
    "big_toe cramp": (None, "toe_big", None, "cramp"),
    "Cramps right": (None, None, "right", "cramp"),
    "3 days ago left calf": (("2026-11-18", "2026-11-18"), "calf", "left", None),
    "calf ..2026-02": ((None, "2026-02-28"), "calf", None, None),
}


def days(first: str | None, last: str | None) -> DayRange:
    return DayRange(*(date.fromisoformat(day) if day else None for day in (first, last)))


@pytest.fixture
def logged(diary: Diary) -> Diary:
    """A calf on days in and around each span."""
    november = [f"2026-11-{day:02}" for day in (1, 2, 3, 16, 18, 20, 21)]
    logged = ["2025-11-20", "2025-12-31", "2026-09-01", "2026-10-28", "2026-10-31", *november]
    enter_all(diary.path, [f"{day}: left calf 4" for day in logged], diary.clock)
    return diary


@pytest.mark.parametrize("words", DAYS)
def test_days_are_the_same_wherever_they_are_asked_for(
    logged: Diary, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    span = DAYS[words]
    views: list[Any] = []
    monkeypatch.setattr(explore, "explore", lambda connection, view, clock: views.append(view))
    app = AppDiary(logged.path, lambda: CLOCK)

    drawn = json.loads(logged.said("trends", "time", "--from", words, "--to", words, "--json"))
    begun = (span[0], min(span[1], "2026-11-21"))
    assert (drawn["from"], drawn["to"]) == begun, "days to come are no part of a chart"
    in_app = trends_model.draw_view(app, TrendsChoice("time", only=f"calf {words}"), 80, 24)
    assert (str(in_app.first), str(in_app.last)) == begun

    logged.said("triggers", "--site", "calf", "--from", words, "--to", words)
    with pytest.raises(Refused, match="nothing to look at"):
        triggers_model.view(app, f"calf {words}")
    assert [(str(view.first), str(view.last), view.sites) for view in views] == [(*span, views[0].sites)] * 2

    logged.said("export", "--for", "analysis", str(tmp_path / "files"), "--from", words, "--to", words)
    with (tmp_path / "files" / "days.csv").open(newline="") as file:
        rows = [row["day"] for row in csv.DictReader(file)]
    assert (rows[0], rows[-1]) == span

    with app.reading() as connection:
        (count,) = connection.execute("SELECT count(*) FROM episode WHERE day BETWEEN ? AND ?", span).fetchone()
    assert app.count(f"calf {words}") == count > 0


@pytest.mark.parametrize("words", [*DAYS, *OPEN])
def test_days_are_read_from_a_line_of_any_kind(words: str) -> None:
    expected = days(*(DAYS | OPEN)[words])
    assert read_days(words, CLOCK) == expected
    assert read_episodes(f"left calf {words}", Context(CLOCK, WORDS)).days == expected
    assert read_history(f"note {words} text", CLOCK) == ("note text", expected, ())


@pytest.mark.parametrize("line", NAMES)
def test_names_and_days_of_a_line_stand_in_any_order(line: str) -> None:
    span, *names = NAMES[line]
    request = read_episodes(line, Context(CLOCK, WORDS))
    assert request == (days(*(span or (None, None))), *names)


@pytest.mark.parametrize("words", ["2026-13", "moon", "2026-11-20..moon", "..", "2026-11-20..2026-11-01", "2026-02-30"])
def test_what_is_no_day_is_refused_and_text_in_the_history(words: str) -> None:
    with pytest.raises(Refused):
        read_days(words, CLOCK)
    with pytest.raises(Refused):
        read_episodes(f"calf {words}", Context(CLOCK, WORDS))
    assert read_history(f"{words} calf", CLOCK).text == f"{words} calf"


def test_a_weekday_alone_is_text_in_the_history() -> None:
    """A note may say “sat in the sun”."""
    assert read_history("sat in the sun", CLOCK) == ("sat in the sun", DayRange(), ())
    assert day_or_none("sun", CLOCK) == date(2026, 11, 15)


def test_the_history_knows_its_tables() -> None:
    assert read_history("drinks coffee Nights", CLOCK) == ("coffee", DayRange(), ("drink", "sleep"))
