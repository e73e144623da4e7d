"""Nights, naps and workouts of a day that lie on each other: their time counts once.

What they are worth together is told by the view `daily`; here they are named. Where a clock is missing nothing is known
to overlap.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from journal.records import Record, Sleep, Workout

Span = TypeVar("Span", Sleep, Workout)
AnyRecord = TypeVar("AnyRecord", bound=Record)


def clock_span(record: Record) -> tuple[datetime, datetime] | None:
    """From when to when a record lasted, in UTC; None where a clock is missing, and for records that do not last."""
    if isinstance(record, Sleep) and record.started_at and record.ended_at:
        return datetime.fromisoformat(record.started_at), datetime.fromisoformat(record.ended_at)
    if isinstance(record, Workout) and record.started_at:
        begins = datetime.fromisoformat(record.started_at)
        return begins, begins + timedelta(minutes=record.minutes)
    return None


def overlapping(record: Record, others: Iterable[AnyRecord]) -> list[AnyRecord]:
    """Those of the others that lie on a record: nights on nights, naps on naps, workouts on workouts."""
    span = clock_span(record)
    if span is None:
        return []
    return [
        other
        for other in others
        if (other_span := clock_span(other))
        and (other.table, other.id != record.id, getattr(other, "nap", 0))
        == (record.table, True, getattr(record, "nap", 0))
        and span[0] < other_span[1]
        and other_span[0] < span[1]
    ]


def joined(record: Span, others: Sequence[Span]) -> list[Span]:
    """A record with those that lie on it, those that lie on these, and so on."""
    group = [record]
    for member in group:  # it grows meanwhile
        group += [other for other in overlapping(member, others) if other not in group]
    return group


def minutes_once(records: Iterable[Sleep | Workout]) -> float:
    """The minutes of nights or of workouts, as the view `daily` adds them up: what several hold counts once."""
    total, reached = 0.0, None
    spans = []
    for record in records:
        span = clock_span(record)
        if span:
            spans.append((span[0], -span[1].timestamp(), -record.minutes, span[1]))
        else:
            total += record.minutes
    for begins, _, minutes, ends in sorted(spans):
        new = max(timedelta(), ends - max(begins, reached or begins))
        total -= minutes * (new / (ends - begins))
        reached = max(ends, reached or ends)
    return total
