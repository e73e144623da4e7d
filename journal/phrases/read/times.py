"""The words that say when: days, clocks, parts of a day, `ago`."""

from datetime import date, timedelta

from journal import moments
from journal.catalog import everyday
from journal.errors import PhraseRefused
from journal.moments import PARTS, ClockTime, Moment, UserClock
from journal.phrases.read import amounts, clocks, dates, spans
from journal.phrases.read.dates import RELATIVE, WEEKDAY_WORDS
from journal.phrases.read.lexer import Token, joined, word_at
from journal.records import replace

TIME_WORDS = (*RELATIVE, *WEEKDAY_WORDS, *PARTS, "ago", "last night", "tonight", "overnight", *clocks.NAMED_CLOCKS)
LONGEST_AGO = timedelta(days=366)
PREPOSITIONS = ("at", "on", "in", "by", "around", "about", "during")
"""Words before a day, a clock or a part of a day that change nothing."""
BEFORE_HOURS = ("at", "by", "around")
"""Words before a bare number that make it an hour: `at 5 this morning`."""


class TimeWords:
    """What a line says of when it was; each thing at most once."""

    def __init__(self, clock: UserClock, line_day: date | None = None, *, nearest: bool = False) -> None:
        """`line_day` is the day of a `DAY:` line; `nearest` reads a day as the nearest one, which may lie ahead."""
        self.clock, self.line_day, self.nearest = clock, line_day, nearest
        self.day: date | None = None
        self.beside_clock: date | None = None
        self.is_date = False
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

    def read(self, tokens: list[Token], position: int) -> int:
        """Read what says when at a position; returns the position after it, or the same one where nothing does."""
        after = (
            self._read_span(tokens, position)
            or self._read_hour(tokens, position)
            or self._read_night(tokens, position)
            or self._read_bare(tokens, position)
        )
        if not after and word_at(tokens, position) in PREPOSITIONS:
            behind = position + 2 if word_at(tokens, position + 1) == "the" else position + 1
            after = self._read_bare(tokens, behind)
        return after or position

    def read_all(self, tokens: list[Token], position: int) -> int:
        """Read what says when from a position on, but for the end of a span; returns the position after it."""
        while word_at(tokens, position) not in spans.TO_WORDS and (after := self.read(tokens, position)) != position:
            position = after
        return position

    def _read_bare(self, tokens: list[Token], position: int) -> int | None:
        """What says when, without a word before it."""
        return (
            self._read_ago(tokens, position)
            or self._read_day(tokens, position)
            or self._read_clock(tokens, position)
            or self._read_unsaid_half(tokens, position)
            or self._read_part(tokens, position)
            or self._read_diary_day(tokens, position)
        )

    def _put(self, what: str, phrase: str) -> None:
        if what in self.phrases:
            raise PhraseRefused(f"the {what} is given twice: {self.phrases[what]} and {phrase}")
        self.phrases[what] = phrase

    def _read_ago(self, tokens: list[Token], position: int) -> int | None:
        if position >= len(tokens):
            return None
        amount = amounts.longest_amount(tokens, position)
        if not amount or word_at(tokens, amount.end) != "ago":
            return None
        if amount.dimension != "time":
            raise PhraseRefused(f"{amount.phrase} ago: only a time can be ago, for example `20m ago`")
        self._put("time", f"{amount.phrase} ago")
        seconds = amount.value(1)
        if seconds > LONGEST_AGO.total_seconds():
            raise PhraseRefused(f"{amount.phrase} ago is too long; say the date, for example `2026-11-20`")
        self.ago = timedelta(seconds=seconds)
        return amount.end + 1

    def _read_day(self, tokens: list[Token], position: int) -> int | None:
        reading = dates.day_at(self.clock, tokens, position, nearest=self.nearest)
        if not reading:
            return None
        self._put("day", joined(tokens, position, reading.end))
        self.day, self.beside_clock, self.is_date = reading.day, reading.beside_clock, reading.is_date
        return reading.end

    def put_day(self, day: date, phrase: str) -> None:
        """A date that was said."""
        self._put("day", phrase)
        self.day, self.beside_clock, self.is_date = day, day, True

    def _read_clock(self, tokens: list[Token], position: int) -> int | None:
        match = clocks.clock_at(tokens, position)
        if match is None:
            return None
        clock_time, phrase, after = match
        self._put("time", phrase)
        self.clock_time = clock_time
        return after

    def _read_hour(self, tokens: list[Token], position: int) -> int | None:
        """`at 5` beside a part of the day, and `5 o'clock`; refused where the half of the day is not said."""
        word, following = word_at(tokens, position), word_at(tokens, position + 1)
        is_hour = following == "o'clock" and word.isdecimal()
        if not is_hour and not (word in BEFORE_HOURS and following.isdecimal()):
            return None
        number, after = (word, position + 2) if is_hour else (following, position + 2)
        behind = word_at(tokens, after)
        if behind == "o'clock":
            after += 1
        elif not is_hour and (
            behind in clocks.HALVES
            or amounts.amount_at(tokens, position + 1)
            or dates.day_at(self.clock, tokens, position + 1, nearest=self.nearest)
            or (word != "at" and behind.endswith("s") and behind != "this")  # around 30 twitches
        ):
            return None
        phrase = joined(tokens, position, after)
        hour = amounts.whole_number(number)
        if hour is None or hour > 23:
            raise PhraseRefused(f"{phrase} is not a time of day; write it like 14:05 or 2:15pm")
        if word != "at" and hour > 12 and not is_hour:
            raise PhraseRefused(f"{phrase}: which time of day? Say `{hour:02}:00`")
        self._put_clock(tokens, ClockTime(hour, 0), phrase)
        return after

    def _read_unsaid_half(self, tokens: list[Token], position: int) -> int | None:
        """`half past two`, as 2:30 with the mark of a clock without its half of the day."""
        word = word_at(tokens, position)
        clock_time = clocks.clock_of(word[1:]) if word.startswith(clocks.UNSAID_HALF) else None
        if clock_time is None:
            return None
        self._put_clock(tokens, clock_time, tokens[position].as_typed)
        return position + 1

    def _put_clock(self, tokens: list[Token], clock_time: ClockTime, phrase: str) -> None:
        """A clock without its half of the day; refused where no part of the day stands by that says it."""
        has_part = any(word_at(tokens, index) in (*PARTS, "tonight") for index in range(len(tokens)))
        if not has_part and clock_time.hour in range(1, 13):
            hour, minutes = clock_time.hour, f":{clock_time.minute:02}" if clock_time.minute else ""
            raise PhraseRefused(f"{phrase}: which time of day? Say `{hour}{minutes}am` or `{hour}{minutes}pm`")
        self._put("time", phrase)
        self.clock_time, self.is_halved = clock_time, True

    def _read_night(self, tokens: list[Token], position: int) -> int | None:
        """`in the night`, `all night`, `overnight`: the night just past, unless a day is said."""
        word, following = word_at(tokens, position), word_at(tokens, position + 1)
        if word in ("in", "during") and (following, word_at(tokens, position + 2)) == ("the", "night"):
            after = position + 3
        elif (word, following) == ("all", "night"):
            after = position + 2
        elif word == "overnight":
            after = position + 1
        else:
            return None
        self._put("part of the day", joined(tokens, position, after))
        self.part, self.unsaid_day = "night", self.clock.today - timedelta(days=1)
        return after

    def _read_span(self, tokens: list[Token], position: int) -> int | None:
        match = spans.span_at(self, tokens, position)
        if match is None:
            return None
        span, after = match
        self._put("span", span.phrase)
        self.span = span
        return after

    def _read_part(self, tokens: list[Token], position: int) -> int | None:
        word, following = word_at(tokens, position), word_at(tokens, position + 1)
        if following in ("night", "nights") and word_at(tokens, position + 2) == "ago":
            return self._read_nights_ago(tokens, position)
        if word in PARTS and following in everyday.BEHIND_A_PART:
            return None
        after = position + (1 if word in (*PARTS, "tonight") else 2)
        phrase = word if after == position + 1 else f"{word} {following}"
        if (word, following) == ("all", "day"):
            self.unsaid_day = self.clock.today
            return after
        if phrase == "last night":
            self._put("day", phrase)
            self.part, self.day = "night", self.clock.today - timedelta(days=1)
        elif phrase == "tonight" or (word == "this" and following in PARTS):
            self._put("day", phrase)
            self.part, self.day = "night" if phrase == "tonight" else following, self.clock.today
        elif word in PARTS or (word == "all" and following in PARTS):
            self.part = word if word in PARTS else following
        else:
            return None
        self._put("part of the day", phrase)
        return after

    def _read_nights_ago(self, tokens: list[Token], position: int) -> int | None:
        """`2 nights ago`: of these `last night` is one."""
        count = amounts.how_many(word_at(tokens, position))
        if count is None:
            return None
        phrase = joined(tokens, position, position + 3)
        if not 1 <= count <= dates.MOST_DAYS_AGO:
            raise PhraseRefused(f"{phrase}: which night? Say its day, as in `20 Nov night`")
        self._put("day", phrase)
        self._put("part of the day", phrase)
        day = self.clock.today - timedelta(days=count)
        self.part, self.day = "night", moments.old_enough(day, phrase)
        return position + 3

    def _read_diary_day(self, tokens: list[Token], position: int) -> int | None:
        if word_at(tokens, position) != "(day" or not word_at(tokens, position + 1).endswith(")"):
            return None
        text = tokens[position + 1].text[:-1]
        day = dates.iso_date(text)
        if day is None:
            raise PhraseRefused(f"(day {amounts.shortened(text)}) needs a date such as 2026-11-20")
        self._put("day it belongs to", text)
        self.diary_day = day
        return position + 2

    # ---- what it comes to ------------------------------------------------------------------------

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

    def _refuse_span(self) -> None:
        if self.span:
            raise PhraseRefused(
                f"{self.span.phrase}: this belongs to one moment or one day, not to a span; say each day, as in"
                " `Fri: none`"
            )

    def first_and_last(self) -> tuple[Moment, str | None]:
        """When something began, and the last of its days where it lasted longer than its day."""
        span = self.span
        if span is None:
            return self._day_or_moment(), None
        if span.days:
            until = self.said_day() or self.clock.today
            first = until - timedelta(days=span.days - 1)
            begin = Moment(moments.old_enough(first, span.phrase).isoformat())
        else:
            if span.is_open and not self.says_begin:
                raise PhraseRefused(f"{span.phrase}, but since when? {spans.EXAMPLE}")
            end_day = span.end.said_day() if span.end else self.clock.today
            if end_day and self.day and self.day > end_day and not self.is_date:
                self.day = self.beside_clock = self.day - timedelta(days=7)  # from Fri to Mon, said on a Wednesday
            begin = self._day_or_moment()
            until = end_day or date.fromisoformat(begin.day)
        first = date.fromisoformat(begin.day)
        last = moments.past_day(self.clock, until, span.end_phrase)
        if last < first:
            raise PhraseRefused(f"{span.phrase} ends before it begins")
        if (last - first).days > spans.LONGEST_DAYS:
            raise PhraseRefused(f"{span.phrase} is longer than ten years")
        return begin, last.isoformat() if last > first else None

    def begin_and_length(self) -> tuple[Moment, str | None, float | None]:
        """When an episode began, and its last day or, where both its ends are known, its length in seconds."""
        begin, last_day = self.first_and_last()
        span = self.span
        if begin.instant is None or span is None or span.days:
            if span and span.end and (span.end.clock_time or span.end.ago is not None):
                raise PhraseRefused(f"{span.phrase}: say a clock for the beginning too, or a day alone for the end")
            return begin, last_day, None
        started, end = moments.lived(begin.instant, begin.offset), self.clock.now
        if span.end and span.end.clock_time and span.end.day is None and self.day is None:
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
            phrase = "tonight" if self.phrases.get("day") == "tonight" else ""
            return moments.in_part(clock, day or clock.today, self.part, phrase)
        if day:
            return self._day_or_moment()
        return clock.moment(clock.back(length or timedelta()))

    def _clocked(self, day: date | None, clock_time: ClockTime) -> Moment:
        """A clock, by the day of the calendar that was said; inside a `DAY:` line it is of that diary day."""
        clock, days_later = self.clock, 0
        if not self.is_date or self.line_day:
            self._refuse_two_clocks(clock_time)
        if self.part:
            match = clocks.in_part(clock_time, self.part, halved=self.is_halved)
            time = self.phrases["time"]
            if match is None and time[-2:] not in ("am", "pm") and time[:1] != "0":  # 10:30 last night
                match = clocks.in_part(clock_time, self.part, halved=True)
            if match is None:
                raise PhraseRefused(f"{self.phrases['time']} is not in the {self.part}; say one of them")
            clock_time, days_later = match
        if self.line_day:
            instant = moments.at_diary(clock, self.line_day, clock_time, ahead=self.nearest)
            return Moment(self.line_day.isoformat(), moments.instant_text(instant), moments.offset_of(instant))
        if day is None and not self.nearest:
            return clock.moment(moments.at_latest(clock, clock_time))
        day = day or clock.calendar_day
        calendar_day = day + timedelta(days=days_later) if self.part else self.beside_clock or day
        return clock.moment(moments.at_calendar(clock, calendar_day, clock_time, ahead=self.nearest))

    def _refuse_two_clocks(self, clock_time: ClockTime) -> None:
        """`09:00-09:30` is a clock with an offset only beside a date, or where that is the offset here."""
        offsets_here = [moments.offset_of(self.clock.back(timedelta(days=days))) for days in (0, 1)]
        if "-" in self.phrases.get("time", "") and clock_time.offset not in offsets_here:
            raise PhraseRefused(
                f"is {clock_time} two clocks? Say `{replace(clock_time, offset=None)} 20m`, the first and how long; "
                "if it is one with its offset from UTC, say its date as well"
            )

    def said_day(self) -> date | None:
        """The day that was said, in the line or before its colon."""
        if self.line_day and self.day:
            raise PhraseRefused(f"the day is given twice: before the colon and as {self.phrases['day']}")
        return self.line_day or self.day or self.unsaid_day

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
        self._refuse_span()
        for name in ("time", "part of the day", "day it belongs to"):
            if name in self.phrases:
                raise PhraseRefused(f"{what} belongs to a day and takes no {name} ({self.phrases[name]})")
        day = self.said_day() or self.clock.today
        if ahead:
            return moments.old_enough(day, day.isoformat()).isoformat()
        return moments.past_day(self.clock, day, self.phrases.get("day", day.isoformat())).isoformat()
