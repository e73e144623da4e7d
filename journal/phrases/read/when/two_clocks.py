"""`10:00-11:30`: two clocks, or one with its offset from UTC."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from journal import moments
from journal.errors import PhraseRefused
from journal.moments import ClockTime
from journal.phrases.read.when import clocks, dates
from journal.phrases.read.words.lexer import Token, word_at

if TYPE_CHECKING:
    from journal.phrases.read.when.occasion import Occasion

LONGEST_OVER_MIDNIGHT = timedelta(hours=12)
"""Of two clocks with a dash between them, the second of the next day."""
LAST_MONTH, HIGHEST_STRENGTH = 12, 10
HALF_HOURS_BEHIND = ("02:30", "03:30", "04:30", "09:30")
"""The offsets behind UTC with half an hour that places have had in this century."""


def two_clocks_at(when: "Occasion", tokens: list[Token], position: int) -> tuple[str, str] | None:
    """The two clocks of a word such as `13:30-14:10`; refused where it may as well be one with its offset."""
    word = word_at(tokens, position)
    first, _, last = (_with_colons(word) or word.removeprefix("@")).partition("-")
    if ":" not in first or ":" not in last:
        return None
    begin, end = clocks.clock_of(first), clocks.clock_of(last)
    if begin is None or end is None or is_offset(when, tokens, position, begin, last):
        return None
    is_dated = dates.iso_date(word_at(tokens, position - 1)) is not None
    if (is_dated and may_be_offset(last)) or (end.time <= begin.time and apart(begin, end) >= LONGEST_OVER_MIDNIGHT):
        day = word_at(tokens, position - 1) if is_dated else "2026-11-20"
        raise PhraseRefused(
            f"is {word} two clocks? Say `{first} 20m`, the first and how long, or `from {first} to {last}`; one with"
            f" its offset from UTC stands behind its date and a T: `{day}T{word}`"
        )
    return first, last


def _with_colons(word: str) -> str:
    """`18.00-19.15` with colons; empty where it may be two dates, `23.11-25.11`, or two numbers."""
    parts = [text.split(".") for text in word.split("-")]
    if len(parts) != 2 or any(len(part) != 2 or not all(map(str.isdecimal, part)) for part in parts):
        return ""
    are_clocks = all(len(minute) == 2 and int(hour) < 24 and int(minute) < 60 for hour, minute in parts)
    is_no_date = any(not 1 <= int(minute) <= LAST_MONTH for _, minute in parts)
    has_evening = any(int(hour) > HIGHEST_STRENGTH for hour, _ in parts)
    return word.replace(".", ":") if are_clocks and is_no_date and has_evening else ""


def is_offset(when: "Occasion", tokens: list[Token], position: int, begin: ClockTime, last: str) -> bool:
    """Whether the second is an offset: behind a date with a T, or a date of figures that makes no other sense; or here
    where the clock comes twice."""
    if not may_be_offset(last):
        return False
    if dates.iso_date(word_at(tokens, position - 1)):
        end = clocks.clock_of(last) or begin
        is_glued = tokens[position - 1].end == tokens[position].start
        return is_glued or (end.time <= begin.time and apart(begin, end) >= LONGEST_OVER_MIDNIGHT)
    behind = timedelta(hours=-int(last[:2]), minutes=-int(last[3:]))
    days = {when.line_day or when.beside_clock or when.clock.calendar_day, when.clock.calendar_day}
    twice = [when.clock.instants(datetime.combine(day, begin.time)) for day in days]
    return any(len(pair) > 1 and behind in (each.utcoffset() for each in pair) for pair in twice)


def may_be_offset(text: str) -> bool:
    """Whether some place is as far behind UTC."""
    hour, _, minute = text.partition(":")
    is_whole = minute == "00" and hour.isdecimal() and len(hour) == 2 and int(hour) <= -clocks.FARTHEST_WEST // 60
    return is_whole or text in HALF_HOURS_BEHIND


def apart(begin: ClockTime, end: ClockTime) -> timedelta:
    """How long after one clock the next other one is."""
    first, second = (datetime.combine(moments.FIRST_DAY, clock.time) for clock in (begin, end))
    return (second - first) % timedelta(days=1)
