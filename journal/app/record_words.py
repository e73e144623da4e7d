"""Clocks, days and running times for the eye."""

import re
from datetime import date, datetime

from journal import moments
from journal.catalog.questions import Question
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.phrases.write.describe import describe_on
from journal.phrases.write.format_number import time_words
from journal.phrases.write.format_time import clock_words, when_of, when_words
from journal.records import Medicine, Record, Sleep
from journal.terminal import on_screen

_MOMENT = re.compile(r"\b([01]\d|2[0-3]):([0-5]\d)([+-]\d\d:\d\d)?(?!\d)")
_CLOCK = re.compile(r"\b([01]\d|2[0-3]):([0-5]\d)(?!\d)")


def clock_in_hours(text: str, hours: int) -> str:
    """Clocks in the program's own words on a 12-hour clock, if the user wants that."""
    return _CLOCK.sub(lambda clock: _twelve(int(clock[1]), clock[2]), text) if hours == 12 else text


def when_in_hours(text: str, hours: int) -> str:
    """The clock of a moment likewise; its offset stays as it is."""
    if hours != 12:
        return text
    return _MOMENT.sub(lambda clock: f"{_twelve(int(clock[1]), clock[2])} {clock[3] or ''}".rstrip(), text)


def _twelve(hour: int, minute: str) -> str:
    return f"{(hour - 1) % 12 + 1}:{minute} {'am' if hour < 12 else 'pm'}"


def record_words(record: Record, context: Context, hours: int, day: str = "") -> str:
    """What a record says, on the page of a day; the clocks of a night are the program's own words, those in a note are
    the user's."""
    description = describe_on(day, record, context.lexicon)
    return on_screen(clock_in_hours(description, hours) if isinstance(record, Sleep) else description)


def made_of(question: Question, text: str, hours: int) -> str:
    """What the value of a question is made of: the clocks of nights, or the names of the user's own workouts."""
    return on_screen(clock_in_hours(text, hours) if question.slug == "sleep_hours" else text)


def record_when(record: Record, context: Context, hours: int) -> str:
    """The day with its clock or part, today and yesterday by these names."""
    clock = context.clock
    when = when_in_hours(when_words(record, clock), hours)
    day = date.fromisoformat(when_of(record)[0])
    name = {0: "today", -1: "yesterday"}.get((day - clock.today).days)
    text = moments.day_words(day, clock.today)
    return f"{name}{when.removeprefix(text)}" if name and when.startswith(text) else when


def record_line(record: Record, context: Context, hours: int) -> str:
    """A record in one line: when, and what it says."""
    when = when_in_hours(when_words(record, context.clock), hours)
    return f"{when}  {record_words(record, context, hours)}"


def start(record: Record, context: Context, day: date, hours: int) -> str:
    """The clock or the part of the day at which a record stands; nothing where only the day is known."""
    if isinstance(record, Medicine):
        return ""
    record_day, instant, offset, part = when_of(record)
    if isinstance(record, Sleep) and not record.nap:
        instant, offset = record.ended_at, record.ended_utc_offset_minutes
    return when_in_hours(clock_words(context.clock, instant, offset, record_day), hours) if instant else part or ""


def relative(day: date, today: date) -> str:
    return {0: "today", -1: "yesterday", 1: "tomorrow"}.get((day - today).days, "")


def day_title(day: date, clock: UserClock) -> str:
    """`Sat 21 Nov · today`; the year stands where it is not this one."""
    near = relative(day, clock.today)
    return moments.day_words(day, clock.today) + (f" · {near}" if near else "")


def running(since: str, now: datetime) -> str:
    """How long something has been going on: `12 min`, `2 h 5 min`, over two days `7 d 11 h`."""
    minutes = max(0, int((now - datetime.fromisoformat(since)).total_seconds() // 60))
    return time_words(minutes * 60) if minutes else "less than a minute"
