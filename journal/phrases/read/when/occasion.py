"""When something was, once the words for it are read: its moment, its day, its span."""

from datetime import date, datetime, timedelta

from journal import moments
from journal.catalog.kinds import MEDICINE_VERBS
from journal.errors import PhraseRefused
from journal.moments import ClockTime, Moment, UserClock
from journal.phrases.read.when import clocks, spans
from journal.records import replace

LONGEST_UNDATED = timedelta(hours=16)
"""Of a span of two clocks that began the day before."""


class Occasion:
    """What a line says of when it was; each thing at most once."""

    def __init__(self, clock: UserClock, line_day: date | None = None, *, nearest: bool = False) -> None:
        """`line_day` is the day of a `DAY:` line; `nearest` reads a day as the nearest one, which may lie ahead."""
        self.clock, self.line_day, self.nearest = clock, line_day, nearest
        self.day: date | None = None
        self.beside_clock: date | None = None
        self.is_date = False
        self.day_end = 0
        """The position behind the day."""
        self.clock_time: ClockTime | None = None
        self.is_halved = False
        self.part: str | None = None
        self.unsaid_day: date | None = None
        self.ago: timedelta | None = None
        self.diary_day: date | None = None
        self.span: spans.SpanWords | None = None
        self.phrases: dict[str, str] = {}

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def _put(self, what: str, phrase: str) -> None:
        if what in self.phrases:
            way = "; what happened twice is two lines" if what in ("time", "day") else ""
            raise PhraseRefused(f"the {what} is given twice: {self.phrases[what]} and {phrase}{way}")
        self.phrases[what] = phrase

    def put_day(self, day: date, phrase: str) -> None:
        """A date that was said."""
        self._put("day", phrase)
        self.day, self.beside_clock, self.is_date = day, day, True

    def moment(self, length: timedelta | None = None) -> Moment:
        """The moment that the words say; without a clock or `ago`, something with a length ended now."""
        self._refuse_span()
        return self._belonging(self._moment(length))

    def _belonging(self, moment: Moment) -> Moment:
        """The moment, on the diary day to which it was said to belong."""
        if not self.diary_day:
            return moment
        day = moments.lived(moment.instant, moment.offset).date() if moment.instant else None
        return replace(moment, day=self.checked_diary_day(day))

    @property
    def has_last_clock(self) -> bool:
        """Whether a clock is said at which it was over; an event keeps only that of its beginning."""
        return bool(self.span and self.span.end and self.span.end.clock_time)

    def drop_last_clock(self) -> None:
        """The first of two clocks of one day alone."""
        if self.clock_time and self.span and self.span.end and not self.span.end.said_day():
            del self.phrases["span"]
            self.span = None

    def _refuse_span(self, way: str = "") -> None:
        if self.span:
            end = self.span.end.clock_time if self.span.end else None
            alone = f"first clock alone, `{self.clock_time}`" if self.clock_time else f"clock alone, as in `{end}`"
            clock = f"; say the {alone}" if self.has_last_clock else ""
            way = way or clock or "; each day is a line of its own, as in `Mon: ...`"
            raise PhraseRefused(f"{self.span.phrase}: this belongs to one moment or one day, not to a span{way}")

    def first_and_last(self) -> tuple[Moment, str | None]:
        """When something began, and the last of its days where it lasted longer than its day."""
        span = self.span
        if span is None:
            return self._day_or_moment(), None
        if span.days:
            first, until = self._first_and_last_of(span)
            begin = Moment(moments.old_enough(first, span.phrase).isoformat())
        else:
            if span.is_open and not self.says_begin:
                raise PhraseRefused(f"{span.phrase}, but since when? {spans.EXAMPLE}")
            self._share_day(span)
            end_day = span.end.said_day() if span.end else self.clock.today
            if end_day and self.day and end_day < self.day <= self.clock.today and not self.is_date:
                raise self._either_week(self.day, end_day)
            begin = self._day_or_moment()
            until = end_day or date.fromisoformat(begin.day)
        first = date.fromisoformat(begin.day)
        last = moments.past_day(self.clock, until, span.end_phrase)
        if last < first:
            raise PhraseRefused(f"{span.phrase} ends before it begins")
        if (last - first).days > spans.LONGEST_DAYS:
            raise PhraseRefused(f"{span.phrase} is longer than ten years")
        return begin, last.isoformat() if last > first else None

    def _first_and_last_of(self, span: spans.SpanWords) -> tuple[date, date]:
        """The days of `for 3 days`, today the last; beside a weekday or a date that is the first of them."""
        more, day = timedelta(days=span.days - 1), self.day
        if self.line_day and self.line_day != self.clock.today and span.days > 1:
            before, line_day, behind = (
                f"{each.day} {moments.MONTHS[each.month - 1]}"
                for each in (self.line_day - more, self.line_day, self.line_day + more)
            )
            raise PhraseRefused(
                f"“{span.phrase}”: which days? Say `from {line_day} to {behind}` or `from {before} to {line_day}`,"
                " without the day before the colon"
            )
        if day is None or day >= self.clock.today or self.part:
            until = self.said_day() or (self._last_night() if span.is_of_nights else self.clock.today)
            return until - more, until
        self.said_day()
        if (until := day + more) > self.clock.today:
            first, today = self.phrases["day"], self.clock.today
            begin, end = (f"{each.day} {moments.MONTHS[each.month - 1]}" for each in (today - more, today))
            raise PhraseRefused(
                f"“{first} ... {span.phrase}” is not over yet; what goes on is said as `since {first}`, and what ended"
                f" today like `from {begin} to {end}`"
            )
        return day, until

    def _share_day(self, span: spans.SpanWords) -> None:
        """The day behind `from 7pm to 8pm yesterday` is that of both clocks."""
        end = span.end
        if not (end and end.clock_time and self.clock_time) or self.said_day() or self.part:
            return
        self.day, self.beside_clock, self.unsaid_day = end.day, end.beside_clock, end.unsaid_day
        self.is_date, self.part = end.is_date, end.part

    def _either_week(self, day: date, end_day: date) -> PhraseRefused:
        """`from Sat to Tue`, said on a Sunday: of the week that is over, or of the one that goes on."""
        phrase = self.span.phrase if self.span else ""
        before, last, first = (
            f"{each.day} {moments.MONTHS[each.month - 1]}" for each in (day - timedelta(days=7), end_day, day)
        )
        return PhraseRefused(
            f"“{phrase}”: is it over, or does it go on? Say `from {before} to {last}`, or `since {first}` if it goes on"
        )

    def _last_night(self) -> date:
        """The day of the night that goes on now, or of the one just past."""
        clock = self.clock
        has_begun = clock.calendar_day != clock.today or clock.local(clock.now).hour >= (moments.PARTS["night"] or 0)
        return clock.today - timedelta(days=not has_begun)

    def begin_and_length(self) -> tuple[Moment, str | None, float | None]:
        """When an episode began, and its last day or, where both its ends are known, its length in seconds."""
        begin, last_day = self.first_and_last()
        span = self.span
        if begin.instant is None or span is None or span.days:
            if span and span.end and (span.end.clock_time or span.end.ago is not None):
                raise PhraseRefused(f"{span.phrase}: say a clock for the beginning too, or a day alone for the end")
            return begin, last_day, None
        started, end = moments.lived(begin.instant, begin.offset), self.clock.now
        if span.end and span.end.clock_time and span.end.day is None:
            end = moments.after(self.clock, span.end.clock_time, started)
        elif span.end:
            moment = span.end.moment()
            if moment.instant is None:
                return begin, last_day, None
            end = moments.lived(moment.instant, moment.offset)
        moments.not_ahead(self.clock, end, span.end_phrase)
        if end <= started:
            raise PhraseRefused(f"{span.phrase} ends before it begins")
        return begin, None, (end - started).total_seconds()

    def drop_open_span(self) -> None:
        """`since Mon` of what only begins, as a medicine or what is started, is that day."""
        if self.span and self.span.goes_on:
            del self.phrases["span"]
            self.span = None

    @property
    def says_begin(self) -> bool:
        """Whether anything but the end of a span was said."""
        return bool(self.phrases.keys() - {"span"} or self.line_day)

    def _day_or_moment(self) -> Moment:
        """The moment of what needs no clock: without one, and without a part of the day, the day alone."""
        if self.clock_time or self.part or self.ago is not None:
            return self._belonging(self._moment(None))
        day = self.said_day() or self.clock.today
        if self.nearest:
            return Moment(moments.old_enough(day, day.isoformat()).isoformat())
        return Moment(moments.past_day(self.clock, day, self.phrases.get("day", day.isoformat())).isoformat())

    def checked_diary_day(self, day: date | None) -> str:
        """The diary day that was said in `(day 2026-11-20)`, where it can be that of a moment on a calendar day."""
        if self.diary_day is None or day is None or abs(self.diary_day - day) > timedelta(days=1):
            raise PhraseRefused(
                f"(day {self.diary_day}) stands beside a clock of that day or of the one before or after it"
            )
        return self.diary_day.isoformat()

    def _moment(self, length: timedelta | None) -> Moment:
        clock = self.clock
        day = self.said_day()
        if self.ago is not None:
            if day or self.part:
                other = self.phrases.get("day") or self.phrases.get("part of the day") or "the day before the colon"
                raise PhraseRefused(f"{self.phrases['time']} counts from now and cannot stand beside {other}")
            return clock.moment(clock.back(self.ago))
        if self.clock_time:
            return self._clocked(day, self.clock_time)
        if self.part:
            if self.nearest:
                return Moment((day or clock.today).isoformat(), part=self.part)
            phrase = "tonight" if self.phrases.get("day", "").lower() == "tonight" else ""
            return moments.in_part(clock, day or clock.today, self.part, phrase)
        if day:
            return self._day_or_moment()
        return clock.moment(clock.back(length or timedelta()))

    def _clocked(self, day: date | None, clock_time: ClockTime) -> Moment:
        """A clock, by the day of the calendar that was said; inside a `DAY:` line it is of that diary day."""
        clock, days_later = self.clock, 0
        if self.part:
            match = clocks.in_part(clock_time, self.part, halved=self.is_halved)
            time = self.phrases["time"]
            if match is None and time[-2:].lower() not in ("am", "pm") and time[:1] != "0":  # 10:30 last night
                match = clocks.in_part(clock_time, self.part, halved=True)
            if match is None and self.is_halved:
                hour = clock_time.hour
                raise PhraseRefused(f"{time}: which time of day? Say `{hour}am` or `{hour}pm` and the day")
            if match is None:
                raise PhraseRefused(f"{time} is not in the {self.part}; say one of them")
            clock_time, days_later = match
        if self.line_day:
            instant = moments.at_diary(clock, self.line_day, clock_time, ahead=self.nearest)
            return Moment(self.line_day.isoformat(), moments.instant_text(instant), moments.offset_of(instant))
        if day is None and not self.nearest:
            return clock.moment(self._begin(clock_time))
        day = day or clock.calendar_day
        calendar_day = day + timedelta(days=days_later) if self.part else self.beside_clock or day
        return clock.moment(moments.at_calendar(clock, calendar_day, clock_time, ahead=self.nearest))

    def _begin(self, clock_time: ClockTime) -> datetime:
        """A clock alone; of a span of two clocks that is over, `from 21:00 to 09:00`, the one before its end."""
        try:
            return moments.at_latest(self.clock, clock_time)
        except PhraseRefused:
            end = self.span.end if self.span else None
            if end is None or end.clock_time is None or end.said_day() or end.part:
                raise
            over = moments.at_latest(self.clock, end.clock_time)
            begin = moments.before(self.clock, clock_time, over)
            if over - begin > LONGEST_UNDATED:
                raise
            return begin

    def said_day(self) -> date | None:
        """The day that was said, in the line or before its colon."""
        if self.line_day and self.day and self.day != self.line_day:
            raise PhraseRefused(f"the day is given twice: before the colon and as {self.phrases['day']}")
        return self.line_day or self.day or self.unsaid_day

    def leave_part_out(self) -> bool:
        """The day alone of `this morning`, where a day was said, for what has no clock; whether there was a part."""
        if not (self.day and self.part) or self.clock_time:
            return False
        self.part = None
        del self.phrases["part of the day"]
        return True

    def turn_to_morning(self) -> None:
        """A night becomes the day on which it ends, to which its sleep belongs."""
        if self.part != "night" or self.clock_time:
            return
        night = self.day or self.unsaid_day or self.clock.today
        self.part, self.day, self.unsaid_day = None, night + timedelta(days=1), None
        phrase = self.phrases.pop("part of the day")
        self.phrases.setdefault("day", phrase)

    def day_alone(self, what: str, *, ahead: bool = False) -> str:
        """The day of something that has no clock; today unless said."""
        is_none = what.startswith(("`no", "`some"))
        each = "none" if "twitches" in what else what.strip("`")
        way = f"; leave “{self.span.phrase}” out" if self.span and self.has_last_clock else ""
        self._refuse_span(f"; say each day, as in `Fri: {each}`" if is_none else way)
        for name in ("time", "part of the day", "day it belongs to"):
            if name in self.phrases:
                is_medicine = what.strip("`") in MEDICINE_VERBS
                way = f"; leave “{self.phrases[name]}” out" if name != "day it belongs to" else ""
                if is_medicine:
                    way += "; one dose is like `took magnesium 20m ago`, and a name with that word stands in quotes"
                raise PhraseRefused(f"{what} belongs to a day and takes no {name} ({self.phrases[name]}){way}")
        day = self.said_day() or self.clock.today
        if ahead:
            return moments.old_enough(day, day.isoformat()).isoformat()
        return moments.past_day(self.clock, day, self.phrases.get("day", day.isoformat())).isoformat()
