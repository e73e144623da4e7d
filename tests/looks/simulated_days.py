"""Diaries of many days at once, with a true trigger or none."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from journal.analysis.looks import take_look
from journal.records import Answer, Episode
from journal.store.history.step import StepKind
from journal.store.write import transaction
from tests.diary import Diary

YESTERDAY = date(2026, 11, 20)
AT = "2026-11-20T20:00:00Z"
Day = dict[str, float | None]


_made: dict[str, bytes] = {}
"""New diaries that were stored before: the same days make the same file, and a copy takes no time."""


def store(path: Path, days: list[Day], last: date = YESTERDAY, kind: StepKind = "log", source: str = "typed") -> None:
    """Days of which the last is `last`: `twitches` as an episode or as none, everything else as answers."""
    if path.exists():
        _store(path, days, last, kind, source)
        return
    name = repr((days, last, kind, source))
    if name not in _made:
        _store(path, days, last, kind, source)
        _made[name] = path.read_bytes()
    path.write_bytes(_made[name])
    path.chmod(0o600)


def store_and_judge(diary: Diary, days: list[Day], *lines: str) -> None:
    """Days and lines in a new diary that was judged already: once for all tests, since a look takes a while."""
    name = repr((days, lines, diary.clock))
    if name not in _made:
        store(diary.path, days)
        for line in lines:
            diary.log(line)
        assert take_look.look_if_due(diary.path, diary.clock) is not None
        _made[name] = diary.path.read_bytes()
    diary.path.write_bytes(_made[name])
    diary.path.chmod(0o600)


def _store(path: Path, days: list[Day], last: date, kind: StepKind, source: str) -> None:
    first = last - timedelta(days=len(days) - 1)
    with transaction.step(path, kind, AT) as connection:
        for place, day in enumerate(days):
            iso = (first + timedelta(days=place)).isoformat()
            said: dict[str, Any] = {"day": iso, "source": source}
            for name, value in day.items():
                if value is None:
                    continue
                if name != "twitches":
                    transaction.add(connection, Answer(question=name, value=float(value), **said))
                elif value:
                    transaction.add(connection, Episode(site="calf", times=int(value), **said))
                else:
                    transaction.add(connection, Answer(question="any_twitches", value=0.0, **said))


def nothing(days: int, seed: int = 3) -> list[Day]:
    """Days on which nothing acts on anything."""
    return lived(days, lambda before, now: 1.0, seed)


def coffee(days: int, seed: int = 3) -> list[Day]:
    """The day after much caffeine has many twitches."""
    return lived(days, lambda before, now: float(np.exp((before["caffeine_mg"] - 200) / 100)), seed)


def short_sleep(days: int, seed: int = 3) -> list[Day]:
    """Days after short nights have many twitches."""
    return lived(days, lambda before, now: float(np.exp(7 - now["sleep_hours"])), seed)


def stressed(days: int, seed: int = 3) -> list[Day]:
    """Days of stress have many twitches; which came first cannot be told."""
    return lived(days, lambda before, now: float(np.exp((now["stress"] - 5) / 3)), seed)


def lived(days: int, times: Callable[[dict[str, float], dict[str, float]], float], seed: int) -> list[Day]:
    random = np.random.default_rng(seed)
    found: list[Day] = []
    before = {"caffeine_mg": 200.0}
    for _ in range(days):
        now = {
            "sleep_hours": round(float(random.uniform(5, 9)), 1),
            "stress": float(random.integers(1, 10)),
            "caffeine_mg": float(random.integers(1, 5) * 80),
        }
        found.append({**now, "twitches": float(random.poisson(4 * times(before, now)))})
        before = now
    return found
