"""Clocks: `14:05`, `2:15pm`, `noon`, each also with its offset from UTC; and the hours of the parts of a day."""

from journal.errors import PhraseRefused
from journal.moments import ClockTime
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, word_at

NAMED_CLOCKS = {"noon": ClockTime(12, 0), "midday": ClockTime(12, 0), "midnight": ClockTime(0, 0)}
HALVES = {"am": "am", "a.m.": "am", "a.m": "am", "pm": "pm", "p.m.": "pm", "p.m": "pm"}
UNSAID_HALF = "^"
"""Before a clock of which the half of the day was not said."""
FARTHEST_WEST, FARTHEST_EAST = -12 * 60, 14 * 60
"""The offsets from UTC, in minutes, that any place has had since 1900 (IANA time zone database)."""
HOURS_OF_PARTS = {"morning": (0, 13), "afternoon": (12, 19), "evening": (16, 24), "night": (18, 32)}
"""The hours of which a clock may stand beside a part of the day, from one up to another, counted from midnight of its
day; a night's run on into the next morning."""


def clock_at(tokens: list[Token], position: int) -> tuple[ClockTime, str, int] | None:
    """The clock at a position, its words and the position after it."""
    word, half = word_at(tokens, position), HALVES.get(word_at(tokens, position + 1), "")
    if word in NAMED_CLOCKS:
        return NAMED_CLOCKS[word], word, position + 1
    end = position + 2 if half else position + 1
    clock_time = clock_of(f"{word}{half}")
    return (clock_time, f"{word}{half}", end) if clock_time else None


def in_part(clock_time: ClockTime, part: str, *, halved: bool = False) -> tuple[ClockTime, int] | None:
    """A clock beside a part of a day, and how many days after that day it lies; None where it is not in that part. Of a
    clock that is `halved` the half of the day was not said: at 5 in the afternoon it is 17:00."""
    if halved and part == "night" and clock_time.hour == 5:  # at 5 last night
        return None
    first, last = HOURS_OF_PARTS[part]
    halves = (0, 12) if halved and clock_time.hour <= 12 else (0,)
    for hour in sorted((clock_time.hour + half + day) for half in halves for day in (0, 24)):
        if first <= hour < last:
            return clock_time._replace(hour=hour % 24), hour // 24
    return None


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
                if sign == "-":
                    return body, None  # two clocks
                raise PhraseRefused(f"an offset from UTC is -12:00 to +14:00, not {mark}{offset}")
            return clock_time, minutes
    return body, None
