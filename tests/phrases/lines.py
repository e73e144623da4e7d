"""Small words for the tests of the grammar: a line typed at a place and time, and what it says."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from journal import moments
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.records import Act, Episode

NOW = "2026-11-21 14:05"
"""A Saturday in Berlin, where winter is an hour ahead of UTC."""
BERLIN, NEW_YORK, LORD_HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"
SPRING, AUTUMN = "2026-03-29 10:00", "2026-10-25 10:00"
"""Mornings in Berlin after the clocks were moved: 02:00 to 03:00 was skipped, 02:00 to 03:00 came twice."""
WORDS = Lexicon()
TEMPLATES = {"1": "left calf", "2": "2 coffees", "3": "yesterday 12: left calf"}


def here(now: str = NOW, zone: str = "Europe/Berlin", day_starts: int = 4) -> UserClock:
    """The place and time at which a line is typed; `now` is the wall clock there, or says its offset."""
    there = ZoneInfo(zone)
    wall = datetime.fromisoformat(now)
    return UserClock(wall.astimezone(there) if wall.tzinfo else wall.replace(tzinfo=there), there, day_starts)


def said(
    line: str | bytes,
    now: str = NOW,
    zone: str = "Europe/Berlin",
    day_starts: int = 4,
    *,
    lexicon: Lexicon = WORDS,
    templates: Mapping[str, str] = TEMPLATES,
    last: Callable[[], Episode | None] = lambda: None,
) -> list[Act]:
    """What a line says."""
    return parse(line, Context(here(now, zone, day_starts), lexicon, templates, last))


def one(line: str | bytes, now: str = NOW, zone: str = "Europe/Berlin", day_starts: int = 4, **more: Any) -> Any:
    """The one thing that a line says."""
    (act,) = said(line, now, zone, day_starts, **more)
    return act


def refused(
    line: str | bytes, now: str = NOW, zone: str = "Europe/Berlin", day_starts: int = 4, **more: Any
) -> PhraseRefused:
    """The answer to a line that is refused."""
    with pytest.raises(PhraseRefused) as answer:
        said(line, now, zone, day_starts, **more)
    return answer.value


def refusal(line: str | bytes, now: str = NOW, zone: str = "Europe/Berlin", day_starts: int = 4, **more: Any) -> str:
    """Why a line is refused."""
    return str(refused(line, now, zone, day_starts, **more))


def clock(wall: str, *, day: str = "", offset: int = 60, column: str = "started_at") -> dict[str, Any]:
    """The fields of a moment: its wall clock, the minutes that it is ahead of UTC, and its diary day."""
    lived = datetime.fromisoformat(wall)
    instant = (lived - timedelta(minutes=offset)).isoformat() + "Z"
    return {"day": day or wall[:10], column: instant, "utc_offset_minutes": offset}


def rows(*examples: tuple[Any, ...]) -> Iterable[Any]:
    """The rows of a table, each named by its line."""
    return [pytest.param(*example, id=str(example[0]).replace("\n", "\\n")[:60] or "nothing") for example in examples]


def of_each(*rows: tuple[Any, ...]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """One test of a long table, since a test for each row takes longer than the row; it tells of all rows that fail."""

    def whole(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            failures = []
            for row in rows:
                try:
                    check(*row)
                except Exception as error:
                    error.add_note(f"in the row {row!r}")
                    failures.append(error)
            if failures:
                raise ExceptionGroup(f"{len(failures)} of {len(rows)} rows of {check.__name__}", failures)

        test.__doc__ = check.__doc__
        return test

    return whole


def lived(record: Any) -> str:
    """The wall clock of a record, with its offset."""
    at = getattr(record, "taken_at", None) or record.started_at
    return f"{moments.lived(at, record.utc_offset_minutes):%Y-%m-%d %H:%M:%S%z}"


def is_at(record: Any, wall: str, offset: str, day: str) -> None:
    """`wall` is to the minute unless it has seconds."""
    seconds = wall if wall.count(":") == 2 else f"{wall}:00"
    assert (lived(record), record.day, getattr(record, "day_part", None)) == (f"{seconds}{offset}", day, None)
