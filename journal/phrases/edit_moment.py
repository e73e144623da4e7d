"""When an edited record was: its moment with the words for when in place of what it was."""

from datetime import date
from typing import Any

from journal import moments
from journal.catalog.kinds import BY_TABLE
from journal.moments import ClockTime, Moment
from journal.phrases.read import record_builder
from journal.phrases.read.when.times import TimeWords
from journal.phrases.write.format_time import when_of
from journal.records import Record, replace


def edited_moment(record: Record, when: TimeWords) -> Moment:
    """The record's moment with the words for when in place of what it was."""
    day, instant, offset, part = when_of(record)
    if not when:
        return Moment(day, instant, offset, part)
    if when.day is None and (when.clock_time or when.part):
        when.line_day = date.fromisoformat(day)
    if when.day and instant and not when.clock_time and not when.part:
        wall = moments.lived(instant, offset)
        when.clock_time = ClockTime(wall.hour, wall.minute, wall.second)
        when.line_day, when.day = when.day, None
    elsewhere = instant is not None and moments.offset_of(when.clock.local(moments.lived(instant, offset))) != offset
    if when.clock_time and when.clock_time.offset is None and elsewhere:
        when.clock_time = replace(when.clock_time, offset=offset)
    return when.moment()


def keep_day(record: Record, when: TimeWords) -> None:
    """Two clocks without a day are of the record's own."""
    if when.has_last_clock and when.clock_time and not when.said_day():
        when.line_day = date.fromisoformat(when_of(record)[0])


def edited_when_fields(record: Record, when: TimeWords) -> dict[str, Any]:
    return record_builder.when_fields(BY_TABLE[record.table], edited_moment(record, when))
