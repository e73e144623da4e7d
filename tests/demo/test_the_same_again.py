"""The same seed on the same day makes the same diary; another makes another."""

import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from journal.demo import write_sample
from journal.moments import UserClock, offset_of
from tests.demo.samples import TODAY, ask, at, rows, sample


def test_the_same_seed_gives_the_same_diary_to_the_byte(tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    assert sample(first, 200) == sample(second, 200)
    assert first.read_bytes() == second.read_bytes()


def test_another_seed_is_another_person(tmp_path: Path) -> None:
    diaries = []
    for seed in range(4):
        sample(tmp_path / f"{seed}.db", 60, seed)
        diaries.append(rows(tmp_path / f"{seed}.db"))
    for table in ("episode", "drink", "answer", "workout"):
        assert len({str(diary[table]) for diary in diaries}) == 4


def test_later_on_the_same_day_only_more_of_today_is_there(tmp_path: Path) -> None:
    sample(tmp_path / "noon.db", 60, clock=at(f"{TODAY} 12:00"))
    sample(tmp_path / "night.db", 60, clock=at(f"{TODAY} 23:30"))
    noon, night = rows(tmp_path / "noon.db"), rows(tmp_path / "night.db")
    for table, noon_rows in noon.items():
        assert night[table][: len(noon_rows)] == noon_rows
    assert len(night["episode"]) > len(noon["episode"])


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system's zone cannot be set here")
@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [("CET-1CEST,M3.5.0,M10.5.0/3", 60, 120), ("NST3:30NDT,M3.2.0,M11.1.0", -210, -150), ("XXX-14", 840, 840)],
)
def test_the_offsets_at_home_are_those_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str, winter: int, summer: int
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        clock = UserClock(datetime.fromisoformat("2026-11-21 20:00").astimezone())
        write_sample(tmp_path / "sample.db", 365, 1, clock)
        lived: list[Any] = ask(
            tmp_path / "sample.db",
            "SELECT started_at, utc_offset_minutes, day FROM episode WHERE started_at IS NOT NULL",
        )
        at_home = 0
        for instant, offset, day in lived:
            moment = clock.local(datetime.fromisoformat(instant))
            if offset == offset_of(moment):
                at_home += 1
                assert clock.day_of(moment).isoformat() == day
        assert 0.9 < at_home / len(lived) < 1
        assert {winter, summer} <= {offset for _, offset, _ in lived}
    finally:
        monkeypatch.undo()
        time.tzset()
