"""The words that say when: days, dates, clocks, parts of a day, `ago`."""

from datetime import date, datetime, timedelta

from journal import moments
from journal.errors import PhraseRefused
from journal.moments import MONTHS, PARTS, WEEKDAYS, ClockTime, Moment, UserClock
from journal.phrases.read import amounts
from journal.phrases.read.lexer import Token
from journal.records import replace

WEEKDAY_WORDS = {
    **{day.lower(): number for number, day in enumerate(WEEKDAYS)},
    **dict(zip("monday tuesday wednesday thursday friday saturday sunday".split(), range(7), strict=True)),
    **{"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
}
MONTH_WORDS = {
    **{month.lower(): number for number, month in enumerate(MONTHS, 1)},
    **dict(
        zip(
            "january february march april may june july august september october november december".split(),
            range(1, 13),
            strict=True,
        )
    ),
    "sept": 9,
}
RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
TIME_WORDS = (*RELATIVE, *WEEKDAY_WORDS, *PARTS, "ago", "last night")
LONGEST_AGO = timedelta(days=366)
LATEST_YEAR = 2199
FARTHEST_WEST, FARTHEST_EAST = -12 * 60, 14 * 60
"""The offsets from UTC, in minutes, that any place has had since 1900 (IANA time zone database)."""


class TimeWords:
    """What a line says of when it was; each thing at most once."""

    def __init__(self, clock: UserClock, line_day: date | None = None, *, nearest: bool = False) -> None:
        """`line_day` is the day of a `DAY:` line; `nearest` reads a date without a year as the nearest one."""
        self.clock, self.line_day, self.nearest = clock, line_day, nearest
        self.day: date | None = None
        self.is_date = False
        self.clock_time: ClockTime | None = None
        self.part: str | None = None
        self.ago: timedelta | None = None
        self.diary_day: date | None = None
        self.phrases: dict[str, str] = {}

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def read(self, tokens: list[Token], position: int) -> int:
        """Read what says when at a position; returns the position after it, or the same one where nothing does."""
        return (
            self._read_ago(tokens, position)
            or self._read_day(tokens, position)
            or self._read_clock(tokens, position)
            or self._read_part(tokens, position)
            or self._read_diary_day(tokens, position)
            or position
        )

    def _put(self, what: str, phrase: str) -> None:
        if what in self.phrases:
            raise PhraseRefused(f"the {what} is given twice: {self.phrases[what]} and {phrase}")
        self.phrases[what] = phrase

    def _read_ago(self, tokens: list[Token], position: int) -> int | None:
        amount = amounts.longest_amount(tokens, position)
        if not amount or amount.end >= len(tokens) or _word(tokens, amount.end) != "ago":
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
        match = day_at(self.clock, tokens, position, nearest=self.nearest)
        if not match:
            return None
        day, after, is_date = match
        phrase = " ".join(token.text for token in tokens[position:after])
        self._put("day", phrase)
        self.day, self.is_date = day, is_date
        return after

    def _read_clock(self, tokens: list[Token], position: int) -> int | None:
        after = position + 2 if _word(tokens, position + 1) in ("am", "pm") else position + 1
        phrase = "".join(_word(tokens, index) for index in range(position, after))
        clock_time = clock_of(phrase)
        if clock_time is None:
            return None
        self._put("time", phrase)
        self.clock_time = clock_time
        return after

    def _read_part(self, tokens: list[Token], position: int) -> int | None:
        word = _word(tokens, position)
        if word == "last" and _word(tokens, position + 1) == "night":
            self._put("day", "last night")
            self._put("part of the day", "last night")
            self.day, self.part = self.clock.today - timedelta(days=1), "night"
            return position + 2
        if word not in PARTS:
            return None
        self._put("part of the day", word)
        self.part = word
        return position + 1

    def _read_diary_day(self, tokens: list[Token], position: int) -> int | None:
        if _word(tokens, position) != "(day" or not _word(tokens, position + 1).endswith(")"):
            return None
        text = tokens[position + 1].text[:-1]
        day = iso_date(text)
        if day is None:
            raise PhraseRefused(f"(day {amounts.shortened(text)}) needs a date such as 2026-11-20")
        self._put("day it belongs to", text)
        self.diary_day = day
        return position + 2

    # ---- what it comes to ------------------------------------------------------------------------

    def moment(self, length: timedelta | None = None) -> Moment:
        """The moment that the words say; without a clock or `ago`, something with a length ended now."""
        moment = self._moment(length)
        if not self.diary_day:
            return moment
        day = moments.lived(moment.instant, moment.offset).date() if moment.instant else None
        return replace(moment, day=self.checked_diary_day(day))

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
            return self._checked(self._clocked(day, self.clock_time))
        if self.part:
            return moments.in_part(clock, day or clock.today, self.part)
        if day:
            return Moment(moments.past_day(clock, day, self.phrases.get("day", day.isoformat())).isoformat())
        return clock.moment(clock.back(length or timedelta()))

    def _clocked(self, day: date | None, clock_time: ClockTime) -> Moment:
        clock = self.clock
        if day and self.is_date and not self.line_day:
            return clock.moment(moments.at_calendar(clock, day, clock_time))
        self._refuse_two_clocks(clock_time)
        if day:
            return self._on(day, moments.at_diary(clock, day, clock_time))
        return clock.moment(moments.at_latest(clock, clock_time))

    def _refuse_two_clocks(self, clock_time: ClockTime) -> None:
        """`09:00-09:30` is a clock with an offset only beside a date, or where that is the offset here."""
        offsets_here = [moments.offset_of(self.clock.back(timedelta(days=days))) for days in (0, 1)]
        if "-" in self.phrases.get("time", "") and clock_time.offset not in offsets_here:
            raise PhraseRefused(
                f"is {clock_time} two clocks? Say `{replace(clock_time, offset=None)} 20m`, the first and how long; "
                "if it is one with its offset from UTC, say its date as well"
            )

    @staticmethod
    def _on(day: date, instant: datetime) -> Moment:
        return Moment(day.isoformat(), moments.instant_text(instant), moments.offset_of(instant))

    def _checked(self, moment: Moment) -> Moment:
        """A part of the day beside a clock has to be the part in which that time lies."""
        if (
            self.part
            and moment.instant
            and moments.part_of(self.clock, moments.lived(moment.instant, moment.offset)) != self.part
        ):
            raise PhraseRefused(f"{self.phrases['time']} is not in the {self.part}; say one of them")
        return moment

    def said_day(self) -> date | None:
        """The day that was said, in the line or before its colon."""
        if self.line_day and self.day:
            raise PhraseRefused(f"the day is given twice: before the colon and as {self.phrases['day']}")
        return self.line_day or self.day

    def day_alone(self, what: str, *, ahead: bool = False) -> str:
        """The day of something that has no clock; today unless said."""
        for name in ("time", "part of the day", "day it belongs to"):
            if name in self.phrases:
                raise PhraseRefused(f"{what} belongs to a day and takes no {name} ({self.phrases[name]})")
        day = self.said_day() or self.clock.today
        if ahead:
            return moments.old_enough(day, day.isoformat()).isoformat()
        return moments.past_day(self.clock, day, self.phrases.get("day", day.isoformat())).isoformat()


def _word(tokens: list[Token], position: int) -> str:
    return "" if position >= len(tokens) or tokens[position].quoted else tokens[position].text


def iso_date(text: str) -> date | None:
    """`2026-11-20`, refused if there is no such day; None if the text is not of that form."""
    year, _, month_and_day = text.partition("-")
    month, _, day = month_and_day.partition("-")
    if not (len(year) == 4 and len(month) == 2 and len(day) == 2) or (year + month + day).strip(amounts.DIGITS):
        return None
    return _date(int(year), int(month), int(day), text)


def _date(year: int, month: int, day: int, phrase: str) -> date:
    try:
        day_said = date(year, month, day)
    except ValueError:
        raise PhraseRefused(f"{phrase}: there is no such day") from None
    if day_said.year > LATEST_YEAR:
        raise PhraseRefused(f"{phrase} is too far ahead")
    return moments.old_enough(day_said, phrase)


def day_at(
    clock: UserClock, tokens: list[Token], position: int, *, nearest: bool = False
) -> tuple[date, int, bool] | None:
    """A day at a position, the position after it, and whether it was a date; None where there is none."""
    word, following = _word(tokens, position), _word(tokens, position + 1)
    iso = iso_date(word)
    if iso:
        return iso, position + 1, True
    if word in RELATIVE:
        return clock.today + timedelta(days=RELATIVE[word]), position + 1, False
    if word in WEEKDAY_WORDS:
        back = (clock.today.weekday() - WEEKDAY_WORDS[word]) % 7
        day = clock.today - timedelta(days=back)
        return (day + timedelta(days=7) if nearest and back > 3 else day), position + 1, False
    if following in ("day", "days") and _word(tokens, position + 2) == "ago":
        days = amounts.whole_number(word)
        if days is not None:
            if days > 40000:
                raise PhraseRefused(f"{word} days ago is too long ago; days begin with {moments.FIRST_DAY.isoformat()}")
            return moments.old_enough(clock.today - timedelta(days=days), f"{word} days ago"), position + 3, False
    if following in MONTH_WORDS and len(word) <= 2:
        number = amounts.whole_number(word)
        if number is not None:
            return _named_date(clock, number, tokens, position, nearest)
    return None


def _named_date(
    clock: UserClock, number: int, tokens: list[Token], position: int, nearest: bool
) -> tuple[date, int, bool]:
    month = MONTH_WORDS[tokens[position + 1].text]
    phrase = f"{number} {MONTHS[month - 1]}"
    year = _word(tokens, position + 2)
    if len(year) == 4 and amounts.whole_number(year) is not None:
        return _date(int(year), month, number, f"{phrase} {year}"), position + 3, True
    candidates = []
    for year_near in range(clock.today.year - 8, clock.today.year + 9):
        try:
            candidates.append(date(year_near, month, number))
        except ValueError:
            continue
    if not candidates:
        raise PhraseRefused(f"{phrase}: there is no such day")
    if nearest:
        return min(candidates, key=lambda day: abs(day - clock.today)), position + 2, True
    return max(day for day in candidates if day <= clock.calendar_day), position + 2, True


def whole_day(clock: UserClock, tokens: list[Token], *, nearest: bool = False) -> date | None:
    """The day that these words, and nothing beside them, say."""
    if not tokens or any(token.quoted for token in tokens):
        return None
    match = day_at(clock, tokens, 0, nearest=nearest)
    return match[0] if match and match[1] == len(tokens) else None


def clock_of(text: str) -> ClockTime | None:
    """`14:05`, `14:05:30`, `@14:05`, `2:15pm`, `@2pm`, each also with an offset; None if it is no clock."""
    marked = text.startswith("@")
    body = text[1:] if marked else text
    body, offset = _offset(body)
    half = body[-2:] if body[-2:] in ("am", "pm") else ""
    fields = body.removesuffix(half).split(":") if half else body.split(":")
    if any(not part or len(part) > 2 or part.strip(amounts.DIGITS) for part in fields) or len(fields) > 3:
        return None if not marked else _no_clock(text)
    if len(fields) == 1 and not half:
        return None if not marked else _no_clock(text)
    if any(len(part) != 2 for part in fields[1:]):
        return _no_clock(text)
    hour, minute, second = (int(part) for part in [*fields, "0", "0"][:3])
    if half:
        if not 1 <= hour <= 12:
            return _no_clock(text)
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return _no_clock(text)
    return ClockTime(hour, minute, second, offset)


def _no_clock(text: str) -> ClockTime:
    raise PhraseRefused(f"{amounts.shortened(text)} is not a time of day; write it like 14:05 or 2:15pm")


def _offset(body: str) -> tuple[str, int | None]:
    if body.endswith("z") and ":" in body:
        return body[:-1], 0
    for sign in "+-":
        clock_time, mark, offset = body.partition(sign)
        if mark and len(offset) == 5 and offset[2] == ":" and not (offset[:2] + offset[3:]).strip(amounts.DIGITS):
            minutes = int(f"{sign}1") * (int(offset[:2]) * 60 + int(offset[3:]))
            if int(offset[3:]) > 59 or not FARTHEST_WEST <= minutes <= FARTHEST_EAST:
                hint = f"; for two clocks say `{clock_time} 20m`, the first and how long" if sign == "-" else ""
                raise PhraseRefused(f"an offset from UTC is -12:00 to +14:00, not {mark}{offset}{hint}")
            return clock_time, minutes
    return body, None
