"""The days of a made-up diary: their dates, and where on earth each was lived."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from journal.moments import UserClock

_CLOCKS = tuple(f"T{minute // 60:02}:{minute % 60:02}:" for minute in range(1440))
_SECONDS = tuple(f"{second:02}Z" for second in range(60))
_BEFORE, _AFTER = 2, 3


class Trip(NamedTuple):
    """Some days in a town that has no daylight saving."""

    first: int
    length: int
    town: str
    offset: int


class DemoDays:
    """So many days, numbered from 0, of which the last is today.

    The offset of a day is what the clock here shows at its noon, or that of the town of a trip. Minutes of a
    day are those of the wall clock since its midnight; from 1440 on they are the small hours after it.
    """

    def __init__(self, clock: UserClock, number: int, trips: Iterable[Trip] = ()) -> None:
        self.number = number
        self.last = clock.today
        self.first = self.last - timedelta(number - 1)
        dates = [self.first + timedelta(day) for day in range(-_BEFORE, number + _AFTER)]
        self._texts = [day.isoformat() for day in dates]
        self._offsets = [_offset_at_noon(clock, day) for day in dates[_BEFORE - 1 :]]
        self.towns: dict[int, str] = {}
        for trip in trips:
            for day in range(trip.first, trip.first + trip.length):
                self._offsets[day + 1] = trip.offset
                self.towns[day] = trip.town
        midnight = datetime.combine(self.last, time())
        self.now = (clock.now.replace(tzinfo=None) - midnight) // timedelta(minutes=1)

    def iso(self, day: int) -> str:
        return self._texts[day + _BEFORE]

    def offset(self, day: int) -> int:
        """Minutes east of UTC; also of the day before the first and the one after the last."""
        return self._offsets[day + 1]

    def weekday(self, day: int) -> int:
        """Monday is 0."""
        return (self.first.weekday() + day) % 7

    def clocks_change(self, day: int) -> bool:
        """Whether the day's clock is not that of the day before."""
        return self.offset(day) != self.offset(day - 1)

    def arrives(self, day: int) -> bool:
        """Whether it is the first day in another town, or the first at home again."""
        return self.towns.get(day) != self.towns.get(day - 1)

    def instant(self, day: int, minute: int, second: int = 0) -> str:
        """The instant at which the wall clock of the day shows this, as the diary stores it."""
        away, minute = divmod(minute - self.offset(day), 1440)
        return self._texts[day + _BEFORE + away] + _CLOCKS[minute] + _SECONDS[second]


def _offset_at_noon(clock: UserClock, day: date) -> int:
    noon = datetime.combine(day, time(12))
    moment = noon.replace(tzinfo=clock.zone) if clock.zone else noon.astimezone()
    return round((moment.utcoffset() or timedelta()) / timedelta(minutes=1))
