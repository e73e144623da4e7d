"""From clock words to an instant, its UTC offset and its diary day.

An instant is kept as UTC text with the offset at which it was lived, so that a twitch logged at 23:50 in
Tokyo stays on that day when it is read in Lisbon. The system's own zone is read through
`datetime.astimezone()`, which needs no zone database.
"""

import os
import time as time_module
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path
from typing import NamedTuple

from journal.errors import PhraseRefused, Refused

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PARTS = {"morning": None, "afternoon": 12, "evening": 18, "night": 22}
"""The parts of a diary day and the hour each begins; the morning begins with the day, the night ends it."""
FIRST_DAY = date(1900, 1, 1)
FIRST_CREDIBLE_YEAR = 2000
"""A machine whose clock says less has lost it: it starts again in 1970 or 1980."""
LAST_YEAR = 9999
"""A clock must not say it: the day after its end has no date."""
CLOCK_LOST = "the clock of this machine says {}; set it right, and try again. Nothing was read or stored."
LONGEST_BACK = timedelta(hours=12)


class ClockTime(NamedTuple):
    """A time of day as typed; `offset` (minutes east of UTC) only where the user said it."""

    hour: int
    minute: int
    second: int = 0
    offset: int | None = None

    @property
    def time(self) -> time:
        return time(self.hour, self.minute, self.second)

    def __str__(self) -> str:
        seconds = f":{self.second:02}" if self.second else ""
        offset = "" if self.offset is None else offset_text(self.offset)
        return f"{self.hour:02}:{self.minute:02}{seconds}{offset}"


class Moment(NamedTuple):
    """When something was: an instant with its offset, a part of a day, or a day alone."""

    day: str
    instant: str | None = None
    offset: int | None = None
    part: str | None = None


class UserClock(NamedTuple):
    """Where and when the user types: the time now (aware), the zone, the hour at which a diary day starts.

    Without a zone it is the system's. `day_starts` is 0 to 12.
    """

    now: datetime
    zone: tzinfo | None = None
    day_starts: int = 4

    @property
    def today(self) -> date:
        return self.day_of(self.local(self.now))

    @property
    def calendar_day(self) -> date:
        """The date on the calendar here; the diary day of the small hours is the one before."""
        return self.local(self.now).date()

    def day_of(self, moment: datetime) -> date:
        """The diary day of an aware moment, by the wall clock it carries."""
        return (moment.replace(tzinfo=None) - timedelta(hours=self.day_starts)).date()

    def instants(self, wall: datetime) -> list[datetime]:
        """The instants, in order, at which a clock here shows `wall` (naive): one; none where daylight
        saving skips it; two where it comes twice."""
        candidates: list[datetime] = []
        for fold in (0, 1):
            try:
                shown_wall = wall.replace(fold=fold, tzinfo=self.zone).astimezone(UTC).astimezone(self.zone)
            except (OverflowError, OSError, ValueError):
                return []
            moment = wall.replace(tzinfo=_minutes_zone(shown_wall))
            if shown_wall.replace(tzinfo=None, fold=0) == wall and moment not in candidates:
                candidates.append(moment)
        return sorted(candidates)

    def moment(self, instant: datetime) -> Moment:
        """An aware instant as it is stored, on the diary day of the clock that it carries."""
        instant = _fixed(instant)
        day = old_enough(self.day_of(instant), f"{instant:%Y-%m-%d %H:%M}")
        return Moment(day.isoformat(), instant_text(instant), offset_of(instant))

    def back(self, length: timedelta) -> datetime:
        """The moment that lies so long before now, on the clock here."""
        return self.local(self.now.astimezone(UTC) - length)

    def local(self, instant: datetime) -> datetime:
        """The same instant on the clock here."""
        return _fixed(instant.astimezone(self.zone))


def user_clock(day_starts: int = 4) -> UserClock:
    """Now, on this machine, and in the zone in which it is now: a laptop that was left open may have flown."""
    _read_zone_again()
    try:
        now = datetime.now().astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise Refused(CLOCK_LOST.format("a time that no calendar has")) from error
    if not FIRST_DAY.year < now.year < LAST_YEAR:
        raise Refused(CLOCK_LOST.format(f"the year {now.year}"))
    return UserClock(now.replace(microsecond=0), None, day_starts)


_zone_files: dict[str, tuple[int, int]] = {}
"""A zone file that TZ names -> its inode and mtime when it was read last."""


def _read_zone_again() -> None:
    """Have the C library look at its zone again. It does so only where TZ is not set, or is another text than before:
    a file that TZ names by its path is named with another slash when it has changed."""
    if not hasattr(time_module, "tzset"):
        return
    name = os.environ.get("TZ", "").removeprefix(":")
    if name.startswith("/"):
        path = f"/{name.lstrip('/')}"
        with suppress(OSError):
            status = Path(path).stat()
            state = (status.st_ino, status.st_mtime_ns)
            if _zone_files.setdefault(path, state) != state:
                _zone_files[path] = state
                os.environ["TZ"] = f":{path}" if name != path else f":/{path}"
    time_module.tzset()


def _fixed(moment: datetime) -> datetime:
    """The moment with its offset as plain minutes, so that comparing never asks a zone again."""
    return moment.astimezone(_minutes_zone(moment))


def _minutes_zone(moment: datetime) -> timezone:
    """The moment's offset in whole minutes: a century ago clocks were off by seconds."""
    return timezone(timedelta(minutes=offset_of(moment)))


def offset_of(moment: datetime) -> int:
    return round((moment.utcoffset() or timedelta()) / timedelta(minutes=1))


def offset_text(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def instant_text(moment: datetime) -> str:
    """An aware moment as the diary stores it, `YYYY-MM-DDTHH:MM:SSZ`."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def instant_now(clock: "UserClock | None" = None) -> str:
    """The time now as the diary stores it, by the clock of this machine unless one is given."""
    return instant_text((clock or user_clock()).now)


def lived(instant: str, offset: int | None) -> datetime:
    """A stored instant on the clock at which it was lived."""
    return datetime.fromisoformat(instant).astimezone(timezone(timedelta(minutes=offset or 0)))


def date_of(day: str) -> date:
    return date.fromisoformat(day)


def day_words(day: date, today: date) -> str:
    """A day as it is read: "Sat 21 Nov", with the year where it is another one, the day lies ahead, or the
    machine's clock has lost it. The day after is that of a night that ends before its diary day has begun."""
    near = day.year == today.year >= FIRST_CREDIBLE_YEAR and day <= today + timedelta(days=1)
    year = "" if near else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def spelled_out(day: str) -> str:
    """A day, a month or a year in ISO: `12 Oct 2026`, `Oct 2026`, `2026`."""
    year, *others = day.split("-")
    days = [str(int(number)) for number in others[1:]]
    return " ".join([*days, *(MONTHS[int(month) - 1] for month in others[:1]), year])


# ---- clocks ---------------------------------------------------------------------------------------------


def past_day(clock: UserClock, day: date, text: str) -> date:
    """The day, if it has begun and the diary reaches back to it."""
    if day > clock.today:
        raise PhraseRefused(f"{text} has not come yet; today is {day_words(clock.today, day)}")
    return old_enough(day, text)


def old_enough(day: date, text: str) -> date:
    """The day, if the diary reaches back to it."""
    if day < FIRST_DAY:
        raise PhraseRefused(f"{text} is too long ago; days begin with {FIRST_DAY.isoformat()}")
    return day


def _instants_on(clock: UserClock, day: date, clock_time: ClockTime) -> list[datetime]:
    """The instants, in order, at which a clock shows this on a calendar day; none where daylight saving skips it."""
    wall = datetime.combine(day, clock_time.time)
    if clock_time.offset is not None:
        return [wall.replace(tzinfo=timezone(timedelta(minutes=clock_time.offset)))]
    return clock.instants(wall)


def _skipped(clock: UserClock, day: date, clock_time: ClockTime) -> PhraseRefused:
    return PhraseRefused(
        f"{clock_time} does not exist on {day_words(day, clock.today)}, the clocks skip it;"
        " say the time that they showed"
    )


def _instant_on(clock: UserClock, day: date, clock_time: ClockTime) -> datetime:
    """The instant at which a clock shows this on a calendar day: the later one that has come where it comes twice."""
    candidates = _instants_on(clock, day, clock_time)
    if not candidates:
        raise _skipped(clock, day, clock_time)
    return next((moment for moment in reversed(candidates) if moment <= clock.now), candidates[0])


def not_ahead(clock: UserClock, moment: datetime, text: str) -> datetime:
    """The moment, if it is not ahead."""
    if moment > clock.now:
        raise PhraseRefused(f"{text} has not come yet; it is {clock.local(clock.now):%H:%M} now")
    return moment


def at_calendar(clock: UserClock, day: date, clock_time: ClockTime, *, ahead: bool = False) -> datetime:
    """A calendar date with a clock: the moment that says just that; `ahead` if it may lie ahead."""
    moment = _instant_on(clock, old_enough(day, day.isoformat()), clock_time)
    return moment if ahead else not_ahead(clock, moment, f"{day_words(day, clock.today)} {clock_time}")


def at_diary(clock: UserClock, day: date, clock_time: ClockTime, *, ahead: bool = False) -> datetime:
    """A clock inside a diary day: before the hour at which days start it is the small hours at its end."""
    small_hours = clock_time.hour < clock.day_starts
    moment = _instant_on(clock, day + timedelta(days=small_hours), clock_time)
    if ahead:
        return moment
    if moment > clock.now and small_hours:
        raise PhraseRefused(
            f"{clock_time} in the night after {day_words(day, clock.today)} has not come yet;"
            f" for that morning's say `{day.isoformat()} {clock_time}`"
        )
    return not_ahead(clock, moment, f"{clock_time} of {day_words(day, clock.today)}")


def at_latest(
    clock: UserClock, clock_time: ClockTime, hint: str = "for the one before say `yesterday {clock_time}`"
) -> datetime:
    """A bare clock: the latest one that is not ahead, of this date or less than 12 hours back."""
    latest = _latest(clock, clock_time, clock.now)
    if clock.local(latest).date() == clock.calendar_day or clock.now - latest < LONGEST_BACK:
        return latest
    day = "today" if clock.day_of(latest) == clock.today else "yesterday"
    raise PhraseRefused(
        f"{clock_time} is still ahead, it is {clock.local(clock.now):%H:%M} now;"
        f" {hint.format(day=day, clock_time=clock_time)}"
    )


def before(clock: UserClock, clock_time: ClockTime, end: datetime) -> datetime:
    """The latest moment before `end` at which the clock shows this: when a night began that ended then."""
    return _latest(clock, clock_time, end - timedelta(seconds=1))


def _latest(clock: UserClock, clock_time: ClockTime, limit: datetime) -> datetime:
    """The latest moment not after `limit` at which the clock shows this; refused where the clocks skip it."""
    wall = _on_clock(clock, clock_time, limit)
    days = (wall.date(), wall.date() - timedelta(days=1))
    for day in days:
        candidates = _instants_on(clock, day, clock_time)
        if not candidates and datetime.combine(day, clock_time.time) <= wall:
            raise _skipped(clock, day, clock_time)
        earlier = [moment for moment in candidates if moment <= limit]
        if earlier:
            return earlier[-1]
    raise _skipped(clock, days[-1], clock_time)


def after(clock: UserClock, clock_time: ClockTime, start: datetime) -> datetime:
    """The first moment after `start` at which the clock shows this: when a nap ended that began then."""
    wall = _on_clock(clock, clock_time, start)
    for day in (wall.date(), wall.date() + timedelta(days=1)):
        candidates = _instants_on(clock, day, clock_time)
        if not candidates and datetime.combine(day, clock_time.time) > wall:
            raise _skipped(clock, day, clock_time)
        later = [moment for moment in candidates if moment > start]
        if later:
            return later[0]
    raise _skipped(clock, wall.date(), clock_time)


def _on_clock(clock: UserClock, clock_time: ClockTime, moment: datetime) -> datetime:
    """A moment (naive) as the clock shows it that was meant: the one here, or one of another offset."""
    if clock_time.offset is None:
        return clock.local(moment).replace(tzinfo=None)
    return moment.astimezone(timezone(timedelta(minutes=clock_time.offset))).replace(tzinfo=None)


# ---- parts of a day ---------------------------------------------------------------------------------------


def part_begins(clock: UserClock, day: date, part: str) -> datetime:
    """The wall clock (naive) at which a part of a diary day begins."""
    hour = PARTS[part]
    return datetime.combine(day, time(clock.day_starts if hour is None else hour))


def in_part(clock: UserClock, day: date, part: str, phrase: str = "") -> Moment:
    """A part of a day, if it has begun; no clock time is made up for it. `phrase` is how it was called."""
    past_day(clock, day, day.isoformat())
    if part_begins(clock, day, part) > clock.local(clock.now).replace(tzinfo=None):
        is_evening = phrase == "tonight" and part_begins(clock, day, "evening") <= clock.local(clock.now).replace(
            tzinfo=None
        )
        raise PhraseRefused(
            f"{phrase or f'the {part} of {day_words(day, clock.today)}'} has not begun; say"
            f" {'`this evening`, or ' * is_evening}"
            f"`{'last night' if part == 'night' else f'yesterday {part}'}` if it was then"
        )
    return Moment(day.isoformat(), part=part)
