"""The minutes of what lasted longer than a day, split at the ends of the diary days."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from math import nan
from typing import Any

from journal import moments

Rows = list[tuple[Any, ...]]


def split(
    rows: Sequence[Sequence[Any]], lasting: Iterable[Sequence[Any]], day_starts: int, first: str, last: str
) -> Rows:
    """Rows (day, episodes, minutes, ...) of a span with the minutes of each day.

    `lasting` are (day, last day, started_at or None, offset, seconds or None) of what lasted longer than a day. A day
    on which only that went on has no episodes of its own; its minutes are NaN where the length is not known.
    """
    by_day = {row[0]: [*row] for row in rows}
    width = max((len(row) for row in rows), default=6)
    for day, last_day, started_at, offset, seconds in lasting:
        shares = _shares(day, last_day, started_at, offset, seconds, day_starts)
        if day in by_day and seconds is not None:
            by_day[day][2] -= seconds / 60 - shares[day]
        for further, minutes in shares.items():
            if further > day and first <= further <= last:
                by_day.setdefault(further, [further, *[0] * (width - 1)])[2] += minutes
    return [tuple(by_day[day]) for day in sorted(by_day)]


def _shares(
    day: str, last_day: str, started_at: str | None, offset: int | None, seconds: float | None, day_starts: int
) -> dict[str, float]:
    """Each of the days -> its minutes, NaN where they are not known."""
    begin, until = date.fromisoformat(day), date.fromisoformat(last_day)
    days = [begin + timedelta(days=later) for later in range((until - begin).days + 1)]
    if seconds is None or started_at is None:
        return {each.isoformat(): nan for each in days} | ({day: (seconds or 0) / 60} if seconds else {})
    start = moments.lived(started_at, offset).replace(tzinfo=None)
    end = start + timedelta(seconds=seconds)
    shares: dict[str, float] = {}
    for number, each in enumerate(days):
        lower = start if number == 0 else datetime.combine(each, time(day_starts))
        upper = end if each == until else datetime.combine(each + timedelta(days=1), time(day_starts))
        shares[each.isoformat()] = max(0.0, (min(upper, end) - max(lower, start)) / timedelta(minutes=1))
    return shares
