"""Clocks as people say and write them, in figures: `half past two`, `three thirty am`, `at four`, `3.15am`, `4 Uhr`.

A clock of which the half of the day was not said is marked, `^2:30`: beside a part of the day it is read, else it is
asked for.
"""

from journal.catalog.event_words import LAB_VALUES
from journal.catalog.everyday import NUMBERS, ROUGHLY
from journal.errors import PhraseRefused
from journal.moments import PARTS
from journal.phrases.read.when.clocks import HALVES, NAMED_CLOCKS, UNSAID_HALF
from journal.phrases.read.words.lexer import Token, joined, word_at

HOURS = {word: int(number) for word, number in NUMBERS.items() if number in range(1, 13) and word != "dozen"}
MINUTES = {
    **{word: int(number) for word, number in NUMBERS.items() if number in (5, 10, 15, 20, 30, 40, 50)},
    **{f"{tens}-five": int(NUMBERS[tens]) + 5 for tens in ("twenty", "thirty", "forty", "fifty")},
}
BEFORE_CLOCKS = ("at", "around", "by", "about", "until", "till", "from", "since", "to", "before", "after")
ROUND_HOURS = ("at", "around", "by", "until", "till")
"""Before an hour in words that stands alone: `at four`."""
BEFORE_PARTS = ("this", "in", "last", "yesterday", "today", *PARTS, "tonight", "o'clock")
O_CLOCK = ("o'clock", "oclock", "o’clock")
UHR = "uhr"
EARLY = ("1", "2", "3", "4", "5", "6")
"""Hours of which, written as 3.15, the half of the day is asked for."""
LAST_HOUR = 24
OF_HOURS = ("h", "hr", "hrs", "hours")
"""Behind four digits they make a clock of them; 1000 and more hours are written as minutes."""
UP = ("up", "woke", "awake")


def with_clocks(tokens: list[Token]) -> list[Token]:
    """The same with each clock in figures."""
    clocked: list[Token] = []
    position = 0
    while position < len(tokens):
        match = None if tokens[position].quoted else _clock_at(tokens, position)
        if match:
            text, end = match
            start = tokens[position]
            clocked.append(Token(text, start.start, tokens[end - 1].end, typed=joined(tokens, position, end)))
            position = end
        else:
            clocked.append(tokens[position])
            position += 1
    return clocked


def _clock_at(tokens: list[Token], position: int) -> tuple[str, int] | None:
    """A clock as a word and the position after it."""
    text = word_at(tokens, position).lstrip(ROUGHLY)
    return (
        _four_digits(tokens, position, text)
        or _dotted(tokens, position, text)
        or _of_a_watch(tokens, position, text)
        or _past_or_to(tokens, position, text)
        or _hour_and_minutes(tokens, position, text)
    )


def _four_digits(tokens: list[Token], position: int, text: str) -> tuple[str, int] | None:
    """`0445h`, `0600 hrs`, `at 2300 hours`, `at 0445`, `at 14h30`."""
    colon = text.rstrip("hrs")
    if colon != text and ":" in colon and colon.replace(":", "").isdecimal():  # 04:00hrs
        return colon, position + 1
    half, hour = text[-2:], text[:-4]
    if half in ("am", "pm") and text[:-2].isdecimal() and hour and 0 < int(hour) < 13 and int(text[-4:-2]) < 60:
        return f"{hour}:{text[-4:-2]}{half}", position + 1  # 430am
    digits, unit = text[:4], text[4:]
    before = word_at(tokens, position - 1)
    end = position + 1
    hour, _, minute = text.partition("h")
    if before == "at" and hour.isdecimal() and len(minute) == 2 and minute.isdecimal() and len(hour) < 3:
        return (f"{hour}:{minute}", end) if int(hour) < 24 and int(minute) < 60 else None
    if before == "at" and hour.isdecimal() and text.endswith("h") and not minute and int(hour) < 24:
        return (f"{hour}:00" if int(hour) > 12 else f"{UNSAID_HALF}{hour}:00"), end
    if before == "at" and text.endswith("h") and (dotted := _dotted(tokens, position, text[:-1])):
        return dotted
    if not unit and word_at(tokens, end) in OF_HOURS:
        unit, end = word_at(tokens, end), end + 1
    is_clock = unit in OF_HOURS or (not unit and before == "at" and digits[:1] == "0")
    if not is_clock or not is_four_digit_clock(digits) or word_at(tokens, end) == "ago":
        return None
    if unit == "hours" and digits[0] != "0" and before != "at":
        return None  # a length
    return f"{digits[:2]}:{digits[2:]}", end


def _of_a_watch(tokens: list[Token], position: int, text: str) -> tuple[str, int] | None:
    """`at fourteen hundred hours`, `at fourteen thirty`."""
    hour = NUMBERS.get(text, 0)
    if word_at(tokens, position - 1) not in ROUND_HOURS or not 1 <= hour < LAST_HOUR or hour != int(hour):
        return None
    end = position + 1
    if word_at(tokens, end) == "hundred":
        is_said = word_at(tokens, end + 1) in OF_HOURS
        is_clock = is_said or (word_at(tokens, position - 1) == "at" and end + 1 == len(tokens))
        return (f"{int(hour):02}:00", end + 1 + is_said) if is_clock else None
    minutes, end = _minutes_behind(tokens, end)
    return (f"{int(hour)}:{minutes:02}", end) if minutes and hour > max(HOURS.values()) else None


def is_four_digit_clock(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and int(text[:2]) < 24 and int(text[2:]) < 60


def _dotted(tokens: list[Token], position: int, text: str) -> tuple[str, int] | None:
    """`3.15am`, `at 10.30`, `21.30 Uhr`, `4 Uhr`; alone 10.30 is no clock."""
    half = text[-2:] if text[-2:] in ("am", "pm") else ""
    end = position + 1
    hour, dot, minute = text.removesuffix(half).partition(".")
    if not hour.isdecimal() or len(hour) > 2 or (dot and not (minute.isdecimal() and len(minute) == 2)):
        return None
    if half:
        return (f"{hour}:{minute}{half}", end) if dot else None
    following = word_at(tokens, end)
    if following == UHR and int(hour) < 25:
        return f"{int(hour) % 24:02}:{minute or '00'}", end + 1
    is_result = any(token.text in LAB_VALUES for token in tokens[:position] if not token.quoted)
    if not dot or int(hour) > 23 or int(minute) > 59 or is_result:
        return None
    if following in HALVES:
        return f"{hour}:{minute}{HALVES[following]}", end + 1
    is_clock = following in BEFORE_PARTS or word_at(tokens, position - 1) in ("at", "until", "till", "since")
    if not is_clock:
        return None
    return (f"{UNSAID_HALF}{hour}:{minute}" if hour in EARLY else f"{hour}:{minute}"), end


def _past_or_to(tokens: list[Token], position: int, text: str) -> tuple[str, int] | None:
    """`half past two`, `quarter to five`, `twenty past 9 pm`."""
    start = position + 1 if text == "a" and word_at(tokens, position + 1) == "quarter" else position
    minutes, end = _minutes_at(tokens, start)
    if minutes is None:
        return None
    end += word_at(tokens, end) in ("minutes", "mins", "min")
    joint, hour = word_at(tokens, end), _hour(word_at(tokens, end + 1))
    is_to = joint == "to" and (word_at(tokens, start) == "quarter" or word_at(tokens, position - 1) == "at")
    if (joint == "past" or is_to) and (named := NAMED_CLOCKS.get(word_at(tokens, end + 1))):
        time = named.hour * 60 + (minutes if joint == "past" else -minutes)
        return f"{time // 60 % 24:02}:{time % 60:02}", end + 2
    if joint not in ("past", "to") or hour is None:
        return None
    after = end + 2
    before, behind = word_at(tokens, position - 1), word_at(tokens, after)
    is_number = word_at(tokens, start) not in ("half", "quarter")
    is_range = before in ("from", "between") or (word_at(tokens, start).isdecimal() and before != "at")
    is_down = MINUTES.get(word_at(tokens, start), 0) > hour  # ten to one is no range
    is_clock = is_down or before in BEFORE_CLOCKS or behind in (*BEFORE_PARTS, *HALVES, *O_CLOCK)
    if joint == "to" and is_number and (is_range or not is_clock):
        return None  # ten to fifteen twitches
    if joint == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    return _with_half(tokens, after, hour, minutes)


def _minutes_at(tokens: list[Token], position: int) -> tuple[int | None, int]:
    word, following = word_at(tokens, position), word_at(tokens, position + 1)
    if word in ("half", "quarter"):
        return 30 if word == "half" else 15, position + 1
    if following == "five" and f"{word}-five" in MINUTES:
        return MINUTES[f"{word}-five"], position + 2
    digits = int(word) if word.isdecimal() and len(word) < 3 else None
    return MINUTES.get(word, digits if digits in range(1, 60) else None), position + 1


def _hour_and_minutes(tokens: list[Token], position: int, text: str) -> tuple[str, int] | None:
    """`three am`, `at three thirty`, `at four`; refused where `half eight` may be either side of eight."""
    before = word_at(tokens, position - 1)
    if text == "half" and _hour(word_at(tokens, position + 1)) is not None:
        _refuse_half(tokens, position, before)
    hour = HOURS.get(text)
    if hour is None and before in ("since", "until", "till") and word_at(tokens, position + 1) in BEFORE_PARTS:
        hour = _hour(text)  # since 8 this morning
    if hour is None:
        return None
    minutes, end = _minutes_behind(tokens, position + 1)
    behind = word_at(tokens, end)
    if behind in HALVES or behind in O_CLOCK or behind == UHR:
        return _with_half(tokens, end, hour, minutes)
    is_counted = not minutes and behind.endswith("s") and behind not in BEFORE_PARTS  # at two places
    is_clock = (before in ROUND_HOURS and not is_counted) or (minutes and before in BEFORE_CLOCKS)
    is_clock = is_clock or (before == "since" and behind in BEFORE_PARTS)
    if before in ("around", "about", "by") and not minutes:
        is_clock = behind in BEFORE_PARTS or end == len(tokens)
    return _with_half(tokens, end, hour, minutes) if is_clock else None


def _minutes_behind(tokens: list[Token], position: int) -> tuple[int, int]:
    """The minutes in words behind an hour, and the position after them; none where they count something."""
    word = word_at(tokens, position)
    minutes = MINUTES.get(word)
    if minutes is None or minutes < 10:
        return 0, position
    if word_at(tokens, position + 1) == "five" and f"{word}-five" in MINUTES:
        return MINUTES[f"{word}-five"], position + 2
    return minutes, position + 1


def _with_half(tokens: list[Token], end: int, hour: int, minutes: int) -> tuple[str, int]:
    """The clock, with the half of the day that stands behind it."""
    clock = f"{hour}:{minutes:02}"
    following = word_at(tokens, end)
    if following == UHR:
        return f"{hour:02}:{minutes:02}", end + 1
    if following in HALVES:
        return f"{clock}{HALVES[following]}", end + 1
    end += following in O_CLOCK
    return f"{UNSAID_HALF}{clock}", end


def _hour(word: str) -> int | None:
    digits = int(word) if word.isdecimal() and len(word) < 3 else None
    return HOURS.get(word, digits if digits in range(1, 13) else None)


def _refuse_half(tokens: list[Token], position: int, before: str) -> None:
    word, behind = word_at(tokens, position + 1), word_at(tokens, position + 2)
    hour = _hour(word) or 0
    is_number = word_at(tokens, position - 2)[:1].isdecimal() or word_at(tokens, position - 2) in NUMBERS
    is_fraction = before == "a" or (before == "and" and is_number)
    if (before in BEFORE_CLOCKS or behind in BEFORE_PARTS or position + 2 == len(tokens) or word.isdecimal()) and (
        not is_fraction
    ):
        phrase = joined(tokens, position, position + 2)
        half = "am" if {before, word_at(tokens, position - 2), word_at(tokens, position - 1)} & {*UP} else "pm"
        hours = (hour, (hour - 2) % 12 + 1)
        ways = " or ".join(f"`{each}:30{half}`" for each in hours)
        raise PhraseRefused(f"“{phrase}”: which clock? Say it like {ways}")
