"""When a record was: in words that read as the same moment, and for the eye."""

from datetime import date

from journal import moments
from journal.catalog.kinds import BY_TABLE
from journal.moments import ClockTime, UserClock
from journal.records import Record, Sleep


def clock_phrase(clock: UserClock, instant: str, offset: int | None) -> str:
    """A clock with its seconds if it has any, and its offset where the clock here would not say the same."""
    wall = moments.lived(instant, offset)
    naive = wall.replace(tzinfo=None)
    instants = clock.instants(naive)
    plain = len(instants) == 1 and instants[0] == wall and moments.offset_of(instants[0]) == offset
    return clock_text(instant, offset, plain=plain)


def clock_text(instant: str, offset: int | None, *, plain: bool = False) -> str:
    """A clock with its seconds if it has any, and with its offset unless `plain`."""
    wall = moments.lived(instant, offset)
    return str(ClockTime(wall.hour, wall.minute, wall.second, None if plain else offset))


def when_phrase(clock: UserClock, record: Record) -> str:
    """The words that say when, in full."""
    day, instant, offset, part = when_of(record)
    if instant is None:
        return f"{day} {part}" if part else day
    wall = moments.lived(instant, offset)
    clock_time = clock_phrase(clock, instant, offset)
    joint = "T" if "-" in clock_time else " "  # two clocks else
    text = f"{wall:%Y-%m-%d}{joint}{clock_time}"
    return text if clock.day_of(wall).isoformat() == day else f"{text} (day {day})"


def when_of(record: Record) -> tuple[str, str | None, int | None, str | None]:
    """Day, instant, offset and part of the day of any record."""
    kind = BY_TABLE[record.table]
    instant = getattr(record, kind.clock) if kind.clock else None
    offset, part = (getattr(record, name, None) for name in ("utc_offset_minutes", "day_part"))
    return getattr(record, kind.day), instant, offset, part


def when_words(record: Record, clock: UserClock, *, is_short: bool = False) -> str:
    """The day with its clock or part, for the eye: `Sat 21 Nov 14:05`, `Sat 21 Nov, evening`; of a clock on another
    date than its diary day `Tue 24 Nov 03:15, in the night of Mon 23`, in a table `Mon 23 Nov 03:15 (Tue)`."""
    day, instant, offset, part = when_of(record)
    diary_day = date.fromisoformat(day)
    text = moments.day_words(diary_day, clock.today)
    if not instant or (isinstance(record, Sleep) and not record.nap):
        return f"{text}, {part}" if part else text
    wall = moments.lived(instant, offset)
    if is_short or wall.date() == diary_day:
        return f"{text} {clock_words(clock, instant, offset, day)}"
    is_night = (wall.date() - diary_day).days == 1 and wall.hour < clock.day_starts
    page = "in the night of" if is_night else "on the page of"
    named = text.rsplit(" ", 1)[0] if f"{diary_day:%Y%m}" == f"{wall:%Y%m}" and text.count(" ") == 2 else text
    return f"{moments.day_words(wall.date(), clock.today)} {_clock_here(clock, instant, offset)}, {page} {named}"


def clock_words(clock: UserClock, instant: str, offset: int | None, day: str) -> str:
    """The clock as it was lived, with its weekday or date where that is not the diary day's."""
    wall = moments.lived(instant, offset)
    away = (wall.date() - date.fromisoformat(day)).days
    text = _clock_here(clock, instant, offset)
    if away:
        text += f" ({moments.WEEKDAYS[wall.weekday()] if abs(away) == 1 else wall.date().isoformat()})"
    return text


def _clock_here(clock: UserClock, instant: str, offset: int | None) -> str:
    """The clock as it was lived, with its offset where it differs from the one here or the hour comes twice."""
    wall = moments.lived(instant, offset)
    is_plain = moments.offset_of(clock.local(wall)) == offset and len(clock.instants(wall.replace(tzinfo=None))) == 1
    return f"{wall:%H:%M}{'' if is_plain else moments.offset_text(offset or 0)}"
