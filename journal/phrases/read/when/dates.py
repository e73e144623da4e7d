"""The words that say a day: `today`, `last Mon`, `2 weeks ago`, `20 Nov`, `Nov 20`, `2026-11-20`.

A day word means a diary day; beside a clock it is the day of the calendar.
"""

from datetime import date, timedelta
from typing import NamedTuple

from journal import moments
from journal.catalog import everyday, turns_of_phrase
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.moments import MONTHS, PARTS, WEEKDAYS, UserClock
from journal.phrases.read.when.no_days import is_no_month, is_no_weekday
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.write.format_number import number_words

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
ORDINALS = {
    **{
        word: number
        for number, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
            " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
            1,
        )
    },
    "thirtieth": 30,
}
"""Behind a month, and before `of` and a month: `december tenth`."""
RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
DAY_WORDS = {*RELATIVE, *WEEKDAY_WORDS, *MONTH_WORDS, "ago"}
OTHER_DAYS = DAY_WORDS - {"today", "ago"}
DAYS_IN = {"day": 1, "days": 1, "week": 7, "weeks": 7}
LATEST_YEAR = 2199
MOST_DAYS_AGO = 40000
BEHIND_NO_DAY = {*UNITS, "times", "x", "am", "pm", "a.m.", "p.m.", "o'clock", "uhr", "to", "until", "till", "-"}
"""Behind these a number is no day of the month: `calf 4 Nov 20 minutes`."""
MOST_MONTHS_BACK = 8
"""A date without a year that is further back was as likely meant of another year."""
LONG_PERIODS = ("week", "weekend", "month", "year")
"""`last week` and `next month` are no day."""
BEFORE_THE_DAY = ("since", "from", "until", "till", "to")
"""Before `the 18th` they say a day."""
BEHIND_THE_DAY = everyday.FILLERS | everyday.CONTEXT | {*BEFORE_THE_DAY, "left", "right", "both"}
"""Behind it they leave it one."""
MOST_MONTHS_WITHOUT_A_DAY = 2
"""Before a month without a 31st lies one that has it, but for a leap year's end of February."""
HIGHEST_NUMERATOR = 3
"""`1/8`, `3/4` may be less than a whole."""
FARTHEST_WEEKDAY = 62
"""Days."""


class DayReading(NamedTuple):
    """A day that words say, and the position after them.

    `beside_clock` is the day of the calendar that they say where a clock stands beside them.
    """

    day: date
    end: int
    beside_clock: date
    is_date: bool = False


def day_at(clock: UserClock, tokens: list[Token], position: int, *, nearest: bool = False) -> DayReading | None:
    """The day that the words at a position say, None where they say none; `nearest` takes the nearest one that they may
    say, which may lie ahead, otherwise it is the latest."""
    return (
        _iso_or_relative(clock, tokens, position)
        or _weekday_of_month(clock, tokens, position, nearest=nearest)
        or _weekday(clock, tokens, position, nearest)
        or _counted(clock, tokens, position, nearest)
        or _named_date(clock, tokens, position, nearest)
        or (None if nearest else _day_of_month(clock, tokens, position))
        or _figures(clock, tokens, position, nearest)
    )


def whole_day(clock: UserClock, tokens: list[Token], *, nearest: bool = False) -> date | None:
    """The day that these words, and nothing beside them, say."""
    if not tokens or any(token.quoted for token in tokens):
        return None
    reading = day_at(clock, tokens, 0, nearest=nearest)
    return reading.day if reading and reading.end == len(tokens) else None


def _iso_or_relative(clock: UserClock, tokens: list[Token], position: int) -> DayReading | None:
    word = word_at(tokens, position)
    day = iso_date(word)
    if day:
        return DayReading(day, position + 1, day, True)
    if word == "day" and joined(tokens, position + 1, position + 3).lower() == "before yesterday":
        shift = timedelta(days=-2)
        return DayReading(clock.today + shift, position + 3, clock.calendar_day + shift)
    if word in RELATIVE:
        shift = timedelta(days=RELATIVE[word])
        return DayReading(clock.today + shift, position + 1, clock.calendar_day + shift)
    return None


def iso_date(text: str) -> date | None:
    """`2026-11-20`, refused if there is no such day; None if the text is not of that form."""
    year, _, month_and_day = text.partition("-")
    month, _, day = month_and_day.partition("-")
    if not (len(year) == 4 and len(month) == 2 and len(day) == 2) or (year + month + day).strip(amounts.DIGITS):
        return None
    return _date(int(year), int(month), int(day), text)


def _date(year: int, month: int, day: int, phrase: str) -> date:
    try:
        date_named = date(year, month, day)
    except ValueError:
        raise PhraseRefused(f"{phrase}: there is no such day") from None
    if date_named.year > LATEST_YEAR:
        raise PhraseRefused(f"{phrase} is too far ahead")
    return moments.old_enough(date_named, phrase)


def _weekday(clock: UserClock, tokens: list[Token], position: int, nearest: bool) -> DayReading | None:
    """`Mon`, `last Mon`, and `next Mon` of what may lie ahead."""
    word, following = word_at(tokens, position), word_at(tokens, position + 1)
    if is_no_weekday(tokens, position):
        return None
    if word in WEEKDAY_WORDS:
        feast = word_at(tokens, position - 1)
        if WEEKDAY_WORDS[word] in everyday.FEASTS.get(feast, ()):
            if following in turns_of_phrase.OF_FEASTS:
                return None
            raise PhraseRefused(
                f"“{feast} {word}”: which day is that? Say its date, as in `{_example(clock, 'last')}`, or leave it out"
            )
        if following in turns_of_phrase.OF_WEEKDAYS:
            raise PhraseRefused(
                f"“{word} {following}”: was it on {word}? Say the day alone, or put these words in quotes"
            )
        if following in ("of", "in") and word_at(tokens, position + 2) in MONTH_WORDS:
            phrase = joined(tokens, position, position + 3)
            raise PhraseRefused(f"“{phrase}”: which day is that? Say its date, as in `{_example(clock, 'last')}`")
        if following == "week" and nearest:
            raise PhraseRefused(f"{word} week: which day is that? Say it like `{_example(clock, 'next')}`")
        number = WEEKDAY_WORDS[word]
        return DayReading(
            _latest_weekday(clock.today, number, nearest=nearest),
            position + 1,
            _latest_weekday(clock.calendar_day, number, nearest=nearest),
        )
    if word not in ("last", "next"):
        return None
    if following in LONG_PERIODS:
        raise PhraseRefused(f"{word} {following} is no day; say which, for example `{_example(clock, word)}`")
    if following not in WEEKDAY_WORDS:
        return None
    number = WEEKDAY_WORDS[following]
    if word_at(tokens, position + 2) in ("of", "in") and word_at(tokens, position + 3) in MONTH_WORDS:
        return _weekday(clock, tokens, position + 1, nearest)
    if word == "last":
        days = [_latest_weekday(today - timedelta(days=1), number) for today in (clock.today, clock.calendar_day)]
        return DayReading(days[0], position + 2, days[1])
    day = _latest_weekday(clock.today, number) + timedelta(days=7)
    if not nearest:
        raise PhraseRefused(
            f"{joined(tokens, position, position + 2)} has not come yet; only a visit or a test may lie ahead"
        )
    if day - clock.today < timedelta(days=7 - clock.today.weekday()):
        choices = " or ".join(f"`{choice.day} {MONTHS[choice.month - 1]}`" for choice in (day, day + timedelta(days=7)))
        raise PhraseRefused(f"{joined(tokens, position, position + 2)} can be read in two ways; say {choices}")
    return DayReading(day, position + 2, day)


def are_joined_times(word: str) -> bool:
    """`sat/sun`, `mon+tue`, `am/pm`: several days or parts of one in a word."""
    for sign in "+&-–":
        word = word.replace(sign, "/")
    pieces = word.split("/")
    return len(pieces) > 1 and all(piece in (*WEEKDAY_WORDS, *RELATIVE, *PARTS, "am", "pm") for piece in pieces)


def _latest_weekday(today: date, number: int, *, nearest: bool = False) -> date:
    back = (today.weekday() - number) % 7
    return today - timedelta(days=back - 7 if nearest and back > 3 else back)


def _example(clock: UserClock, word: str) -> str:
    day = clock.today + timedelta(days=-7 if word == "last" else 7)
    return f"{day.day} {MONTHS[day.month - 1]}"


def _counted(clock: UserClock, tokens: list[Token], position: int, nearest: bool) -> DayReading | None:
    """`3 days ago`, `2 weeks ago`, and `in 2 weeks` of what may lie ahead."""
    ahead = nearest and word_at(tokens, position) == "in"
    first = position + 1 if ahead else position
    word, unit = word_at(tokens, first), word_at(tokens, first + 1)
    if unit not in DAYS_IN or (not ahead and word_at(tokens, first + 2) != "ago"):
        return None
    count = amounts.how_many(word)
    if count is None:
        return None
    days = count * DAYS_IN[unit]
    if days > MOST_DAYS_AGO:
        way = "too far ahead" if ahead else f"too long ago; days begin with {moments.FIRST_DAY.isoformat()}"
        raise PhraseRefused(f"{'in ' * ahead}{word} {unit}{' ago' * (not ahead)} is {way}")
    if ahead:
        day = clock.today + timedelta(days=days)
        return DayReading(day, first + 2, day)
    phrase = f"{word} {unit} ago"
    day, beside_clock = (today - timedelta(days=days) for today in (clock.today, clock.calendar_day))
    return DayReading(moments.old_enough(day, phrase), first + 3, moments.old_enough(beside_clock, phrase))


def _named_date(clock: UserClock, tokens: list[Token], position: int, nearest: bool) -> DayReading | None:
    """`20 Nov`, `20th of November`, `Nov 20`, each also with a year."""
    first, second = word_at(tokens, position), word_at(tokens, position + 1)
    number = day_number(first)
    if number is not None:
        behind = position + 2 if second == "of" else position + 1
        month = MONTH_WORDS.get(word_at(tokens, behind))
        end = behind + 1
    else:
        behind = position
        number, month, end = day_number(second), MONTH_WORDS.get(first), position + 2
        if month and number is None and word_at(tokens, position - 1) in ("in", "since", "from"):
            raise PhraseRefused(f"{first} is no day; say which, for example `20 {MONTHS[month - 1]}`")
    if number is None or month is None or is_no_month(tokens, behind):
        return None
    if first.isdecimal() and end == position + 2:
        if _belongs_to_next(number, word_at(tokens, end)) and word_at(tokens, end + 1) not in BEHIND_NO_DAY:
            return None
        _refuse_either_side(clock, number, month, tokens, end)
    phrase = f"{number} {MONTHS[month - 1]}"
    year = word_at(tokens, end)
    if len(year) == 4 and amounts.whole_number(year) is not None:
        day = _date(int(year), month, number, f"{phrase} {year}")
        return DayReading(day, end + 1, day, True)
    day = _without_year(clock, month, number, phrase, nearest)
    return DayReading(day, end, day, True)


def _weekday_of_month(clock: UserClock, tokens: list[Token], position: int, *, nearest: bool) -> DayReading | None:
    """`Monday the 7th`: the nearest such day, or the latest one; none where it lies farther away than two months."""
    weekday, end = WEEKDAY_WORDS.get(word_at(tokens, position)), position + 3
    word, following = word_at(tokens, end - 1), word_at(tokens, end)
    if (
        weekday is None
        or word_at(tokens, position + 1) != "the"
        or word[-2:] not in ("st", "nd", "rd", "th")
        or not word[:-2].isdecimal()
    ):
        return None
    if following.isalpha() and following not in (*BEHIND_THE_DAY, "at"):
        return None  # Friday the 2nd toe
    reach = range(-FARTHEST_WEEKDAY, FARTHEST_WEEKDAY + 1 if nearest else 1)
    for days in sorted(reach, key=abs):
        day = clock.today + timedelta(days=days)
        if (day.day, day.weekday()) == (int(word[:-2]), weekday):
            return DayReading(day, end, day, True)
    return None


def _day_of_month(clock: UserClock, tokens: list[Token], position: int) -> DayReading | None:
    """`since the 18th`: the latest such day; what may be the 18th of something else says none."""
    begin = word_at(tokens, position)
    if begin != "the" and not begin[:1].isdecimal():
        return None
    end = position + 1 + (begin == "the")
    word, following = word_at(tokens, end - 1), word_at(tokens, end)
    is_the = word_at(tokens, end - 2) == "the" and word_at(tokens, end - 3) in BEFORE_THE_DAY
    is_ordinal = word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdecimal() and len(word) < len("018th")
    if not (is_the and is_ordinal) or (following and following not in BEHIND_THE_DAY):
        return None
    number, first = int(word[:-2]), clock.today.replace(day=1)
    for _ in range(MOST_MONTHS_WITHOUT_A_DAY + 1):
        try:
            day = first.replace(day=number)
        except ValueError:
            day = date.max
        if day <= clock.today:
            return DayReading(day, end, day, True)
        first = (first - timedelta(days=1)).replace(day=1)
    return None


def _belongs_to_next(number: int, following: str) -> bool:
    """Whether a month belongs to the number behind it, and the one before it says how strong: `calf 4 Nov 20`, `calf 4
    Nov 5th`."""
    other = day_number(following)
    is_day = other is not None and (other > amounts.MOST_STRONG or not following.isdecimal()) and other <= 31
    return number <= amounts.MOST_STRONG and is_day


def day_number(word: str) -> int | None:
    """`20`, `20th` and `twentieth` as the number of a day."""
    if word in ORDINALS:
        return ORDINALS[word]
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return amounts.whole_number(digits) if digits and len(digits) <= 2 else None


def _refuse_either_side(clock: UserClock, number: int, month: int, tokens: list[Token], end: int) -> None:
    """`calf 4 Nov 5` says an intensity and a day, in one order or the other."""
    other = day_number(word_at(tokens, end))
    if other is not None and end + 1 == len(tokens) and 0 < number <= 10 and 0 < other <= 10:
        name = MONTHS[month - 1]
        raise PhraseRefused(
            f"{number} {name.lower()} {other} can be {number} {name} or {other} {name}; say the date as"
            f" `{clock.today.year}-{month:02}-{number:02}`"
        )


def _without_year(clock: UserClock, month: int, number: int, phrase: str, nearest: bool) -> date:
    """The latest such day that is not ahead, or the nearest one."""
    candidates = []
    for year in range(clock.today.year - 8, clock.today.year + 9):
        try:
            candidates.append(date(year, month, number))
        except ValueError:
            continue
    if not candidates:
        raise PhraseRefused(f"{phrase}: there is no such day")
    if nearest:
        day = min(candidates, key=lambda day: abs(day - clock.today))
    else:
        day = max(day for day in candidates if day <= clock.calendar_day)
    months_back = 12 * (clock.today.year - day.year) + clock.today.month - day.month
    if (months_back, clock.today.day) > (MOST_MONTHS_BACK, day.day):
        later = min(other for other in candidates if other > day)
        name = f"{number} {MONTHS[month - 1]}" if phrase.endswith(".") else phrase
        raise PhraseRefused(f"{phrase} of which year? Say `{name} {day.year}` or `{name} {later.year}`")
    return day


def _figures(clock: UserClock, tokens: list[Token], position: int, nearest: bool) -> DayReading | None:
    """`28.11.`; refuses `12/11` and `12/20`: half the world writes the month first. `5/10` is an intensity."""
    word = word_at(tokens, position).rstrip(":")
    mark = "/" if "/" in word else "."
    fields = word.rstrip(".").split(mark)
    is_date = 2 <= len(fields) <= 3 and all(0 < len(field) <= 2 and field.isdecimal() for field in fields[:2])
    if is_date and mark == "." and len(fields) == 2:
        is_last = position + 1 == len(tokens)
        is_date = word.endswith(".") and int(fields[1]) <= 12 and (not is_last or len(word) == len("28.11."))
    if not is_date or (len(fields) == 3 and not fields[2].isdecimal()):
        return None
    first, second = int(fields[0]), int(fields[1])
    if len(fields) == 2 and mark == ".":
        day = _without_year(clock, second, first, word, nearest)
        return DayReading(day, position + 1, day, True)
    if len(fields) == 2 and second == 10 and first <= 10:
        return None
    year = f" {fields[2] if len(fields[2]) == 4 else f'20{fields[2]:0>2}'}" if len(fields) == 3 else ""
    readings = dict.fromkeys(
        f"{day} {MONTHS[month - 1]}{year}"
        for day, month in ((first, second), (second, first))
        if 1 <= month <= 12 and 1 <= day <= 31
    )
    if len(readings) == 2:
        is_part = len(fields) == 2 and first < second and first <= HIGHEST_NUMERATOR
        of_one = f"; a fraction is said as `{number_words(round(first / second, 3))}`" if is_part else ""
        raise PhraseRefused(f"{word} can be {' or '.join(readings)}; say which, as `{next(iter(readings))}`{of_one}")
    if readings:
        of_ten = f", an intensity as `{first}/10`" if first <= 10 and len(fields) == 2 else ""
        raise PhraseRefused(f"{word}: write a date as `{next(iter(readings))}`{of_ten}")
    return None


def may_be_dotted_date(text: str) -> bool:
    """Whether a full stop behind `20.11` may belong to it."""
    day, dot, month = text.rpartition("-")[2].partition(".")
    are_numbers = day.isdecimal() and month.isdecimal() and len(month) < 3
    return bool(dot) and are_numbers and 1 <= int(day) <= 31 and 1 <= int(month) <= 12
