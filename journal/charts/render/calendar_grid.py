"""Calendars of text: months with a count under each day, and a year with a row for each month.

A number is what was counted, 0 an explicit none, · not logged, = paused; blank is outside the span or still ahead.
Today stands behind ›.
"""

from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import isnan, nan

from journal.charts.render import svg
from journal.charts.render.grid import shade
from journal.charts.styled_text import Ink, Line, StyledSpan, beside, line
from journal.moments import MONTHS, WEEKDAYS
from journal.phrases.write.format_number import MANY_WORDS, one_sign
from journal.terminal import wrapped

UNKNOWN, PAUSED = "·", "="
TODAY = "›"
LEGEND = "0 none, · not logged, blank: ahead or outside"
_DAY, _GAP = 3, 3
_LINES_A_MONTH = 14


@dataclass(frozen=True)
class DayCounts:
    """The count of each day from the first on, NaN where it is not known."""

    first: date
    values: Sequence[float]
    today: date
    week_starts: int = 0
    paused: Collection[str] = ()
    has_uncounted: bool = False
    """Whether on some of the unknown days there were twitches without a count."""

    @cached_property
    def high(self) -> int:
        return round(max((value for value in self.values if not isnan(value)), default=0))

    @cached_property
    def months(self) -> list[tuple[int, int]]:
        begin = 12 * self.first.year + self.first.month - 1
        last = self.first + timedelta(days=len(self.values) - 1)
        numbers = range(begin, 12 * last.year + last.month)
        return [(number // 12, number % 12 + 1) for number in numbers]

    def count(self, day: date) -> int | None:
        """The count of a day; None where it is not known or outside the span."""
        number = (day - self.first).days
        value = self.values[number] if 0 <= number < len(self.values) else nan
        return None if isnan(value) else round(value)

    def holds(self, day: date) -> bool:
        return 0 <= (day - self.first).days < len(self.values)

    @property
    def many(self) -> str:
        """What two signs mean where a count has more."""
        return "++ over 99, " if self.high > 99 else ""

    def legend(self, months: list[tuple[int, int]], *, with_today: bool = True) -> str:
        """What the signs mean, and that earlier months are not drawn."""
        paused = f"{PAUSED} paused, " if self.paused else ""
        today = f"{TODAY} today, " if with_today and self.holds(self.today) else ""
        legend = LEGEND.replace("not logged", "not logged or not counted") if self.has_uncounted else LEGEND
        return paused + today + legend + ("; earlier in the text" if months and months[0] != self.months[0] else "")

    def cell(self, day: date, columns: int) -> StyledSpan:
        value = self.count(day)
        if not self.holds(day) or (day > self.today and value is None):
            return StyledSpan(" " * columns)
        if value is None:
            return StyledSpan((PAUSED if day.isoformat() in self.paused else UNKNOWN).rjust(columns), "dim")
        ink: Ink = "bold" if day == self.today and not value else shade(value, self.high)
        room = columns - 1
        text = str(value) if len(str(value)) <= room else "++" if columns >= _DAY else one_sign(value)
        return StyledSpan(text.rjust(columns), ink)


@dataclass(frozen=True)
class MonthCalendar:
    """As many of the last months as fit, beside and under each other."""

    counts: DayCounts

    def lines(self, columns: int, rows: int) -> list[Line]:
        across = max(1, (columns + _GAP) // (7 * _DAY + _GAP))
        months = self.counts.months[-across * max(1, (rows - 1) // _LINES_A_MONTH) :]
        drawn: list[Line] = []
        for begin in range(0, len(months), across):
            block: list[Line] = []
            for position, month in enumerate(months[begin : begin + across]):
                block = (
                    beside(block, self._month(*month), position * (7 * _DAY + _GAP))
                    if position
                    else self._month(*month)
                )
            drawn += block
        return [*drawn, *_legend(self.counts.many + self.counts.legend(months), columns)]

    def _month(self, year: int, month: int) -> list[Line]:
        first, length = date(year, month, 1), monthrange(year, month)[1]
        week_starts = self.counts.week_starts
        weekdays = [*WEEKDAYS[week_starts:], *WEEKDAYS[:week_starts]]
        drawn: list[Line] = [
            line(f"{MONTHS[month - 1]} {year}".center(7 * _DAY), "bold"),
            line("".join(day[:2].rjust(_DAY) for day in weekdays), "dim"),
        ]
        week_start = first - timedelta(days=(first.weekday() - week_starts) % 7)
        while week_start < first + timedelta(days=length):
            week = [week_start + timedelta(days=weekday) for weekday in range(7)]
            inside = [day if day.month == month else None for day in week]
            drawn.append(tuple(self._number(day) for day in inside))
            drawn.append(tuple(self.counts.cell(day, _DAY) if day else StyledSpan(" " * _DAY) for day in inside))
            week_start += timedelta(days=7)
        return drawn

    def _number(self, day: date | None) -> StyledSpan:
        if day == self.counts.today and self.counts.holds(day):
            return StyledSpan(f"{TODAY}{day.day}".rjust(_DAY), "bold")
        return StyledSpan((str(day.day) if day else "").rjust(_DAY), "dim")

    def svg(self, width: int) -> tuple[str, int]:
        return svg.grid(self.lines(int(width / svg.LETTER) - 2, 99))


@dataclass(frozen=True)
class YearCalendar:
    """A row for each month, the newest ones that fit."""

    counts: DayCounts

    def lines(self, columns: int, rows: int) -> list[Line]:
        wide = next((wide for wide in (3, 2) if columns >= 9 + 31 * wide), 1)
        months = self.counts.months[-max(1, rows - 2) :]
        named = {1: (1, *range(5, 31, 5)), 2: range(1, 32, 2), 3: range(1, 32)}[wide]
        head = "".join(str(day).rjust(wide) if day in named else " " * wide for day in range(1, 32))
        if wide == 1:
            head = "1" + "".join(str(day).rjust(5) for day in named[1:]).removeprefix(" ")
        drawn: list[Line] = [line(" " * len(_month_words(*self.counts.months[0], wide)) + head, "dim")]
        for year, month in months:
            days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
            drawn.append((StyledSpan(_month_words(year, month, wide)), *(self._cell(day, wide) for day in days)))
        is_narrow = wide < _DAY and self.counts.high > 9
        many = "".join(f"{sign} {numbers}, " for sign, numbers in MANY_WORDS.items()) if is_narrow else self.counts.many
        return [*drawn, *_legend(many + self.counts.legend(months, with_today=wide > 1), columns)]

    def _cell(self, day: date, columns: int) -> StyledSpan:
        cell = self.counts.cell(day, columns)
        if day != self.counts.today:
            return cell
        return cell._replace(text=cell.text.replace(" ", TODAY, 1), ink=cell.ink if columns > 1 else "bold")

    def svg(self, width: int) -> tuple[str, int]:
        return svg.grid(self.lines(int(width / svg.LETTER) - 2, len(self.counts.months) + 2))


def _month_words(year: int, month: int, wide: int) -> str:
    """`Nov 2026`, or shorter where a day has one column."""
    return f"{MONTHS[month - 1]} {year} " if wide > 1 else f"{MONTHS[month - 1]}{year % 100:02} "


def _legend(text: str, columns: int) -> list[Line]:
    return [line(part, "dim") for part in wrapped(text, columns)]
