"""Words of a text of one's own that look like a day: mistyped, or in figures that may be a result."""

from datetime import date

from journal import moments
from journal.catalog import event_words
from journal.catalog.everyday import NUMBERS
from journal.errors import PhraseRefused
from journal.moments import UserClock
from journal.phrases.read.when.dates import MONTH_WORDS, RELATIVE, WEEKDAY_WORDS, are_joined_times, whole_day
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, tokenize, word_at
from journal.phrases.read.words.slips import slip_of

DAY_NAMES = (
    *"yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday".split(),
    *"january february august september october november december".split(),
)
"""Words of which a slip is no text: `visit neurologist tomorow` lies ahead."""
MISSPELT = {"tommorow": "tomorrow", "wensday": "wednesday", "wendsday": "wednesday", "yestarday": "yesterday"}
NEAREST_DAYS = {*RELATIVE, *WEEKDAY_WORDS}
NO_DAY = ("earlier", "recently", "lately")
"""Words that say no day, and are no text."""
CALENDAR_SPANS = ("days", "week", "weeks", "month", "months", "year", "years")
"""Behind `last`, `next` and a number they say no day either."""


def with_dotted_clocks(tokens: list[Token]) -> list[Token]:
    """`8 Dec 11.45` and `9.10 tomorrow` with their clocks as `at 11.45`; beside a value of the blood it is a result."""
    if any(token.text in event_words.LAB_VALUES for token in tokens):
        return tokens
    with_at: list[Token] = []
    for index, token in enumerate(tokens):
        hour, _, minute = token.text.rstrip(".,").partition(".")
        is_clock = hour.isdecimal() and len(minute) == 2 and minute.isdecimal() and int(hour) < 24 and int(minute) < 60
        is_beside_day = word_at(tokens, index - 1) in NEAREST_DAYS or word_at(tokens, index + 1) in (
            "tomorrow",
            "today",
        )
        is_date_before = word_at(tokens, index - 1) in MONTH_WORDS and word_at(tokens, index - 2)[:1].isdecimal()
        if is_clock and not token.quoted and (is_beside_day or is_date_before):
            with_at.append(token._replace(text="at", end=token.start, typed="at"))
        with_at.append(token)
    return with_at


def refuse_slip_of_day(word: str, before: str) -> None:
    """Refuse what looks like a day that was mistyped, or like a stretch of days that no word above reads."""
    if word in NO_DAY or (word in ("day", "night", "week") and before == "other"):
        phrase = f"{before} {word}" if before == "other" else word
        raise PhraseRefused(f"“{phrase}”: when was that? Say a day, a clock, `3h ago`")
    if are_joined_times(word):
        raise PhraseRefused(f"“{word}”: which one? Each is a line of its own, and a span is said as `from Mon to Wed`")
    is_counted = before.isdecimal() or NUMBERS.get(before, 0) > 1
    is_period = before in ("last", "next", "this", "all", "whole", "past")
    if word == "fortnight" or (word in CALENDAR_SPANS and (is_period or (is_counted and word.endswith("s")))):
        raise PhraseRefused(f"“{before} {word}”: which day? Say it like `12 Dec` or `in 2 weeks`")
    name = MISSPELT.get(word) or slip_of(word, DAY_NAMES)
    if not name and word not in CALENDAR_SPANS and (is_counted or is_period):
        name = slip_of(word, CALENDAR_SPANS)
    if name:
        raise PhraseRefused(f"“{word}”: did you mean {name}? What belongs to the text stands in quotes")


def refuse_date_of_figures(verb: str, word: str) -> None:
    """Refuse `blood test 18.11 CK 310`, a result of two figures with a month's number behind it, which may be a day,
    and `flu 20/11-24/11`."""
    if len(days := word.split("-")) == 2 and all(_is_day_of_figures(day) for day in days):
        raise PhraseRefused(f"{word}: days are said like `from 20 Nov to 24 Nov`")
    for mark in ".-":
        day, _, month = word.partition(mark)
        if len(day) == len(month) == 2 and (day + month).isdecimal() and 1 <= int(month) <= 12 < int(day) <= 31:
            name = moments.MONTHS[int(month) - 1]
            raise PhraseRefused(f'is {word} a day? Say `{day} {name}`; a result stands in quotes: `{verb} "..."`')


def _is_day_of_figures(text: str) -> bool:
    """`20/11`, `24.11`."""
    day, _, month = text.replace(".", "/").partition("/")
    return day.isdecimal() and month.isdecimal() and 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def is_titre(word: str) -> bool:
    """`1:40` of a test is how far the blood was thinned; a clock is said as 01:40 or `at 1:40`."""
    return word.startswith("1:") and word[2:].isdecimal()


def day_of_note(text: str, when: TimeWords) -> str:
    """The day of a note; refuses `note 2026-11-22: worse`, which would be the note of another day."""
    day = when.day_alone("a note")
    begin, _, behind = text.strip(" ,_").partition(":")
    try:
        other = day_begun(text.strip(" ,_"), when.clock)
    except PhraseRefused:
        return day  # text that begins like a day that cannot be
    if other and other.isoformat() != day:
        raise PhraseRefused(
            f"“{begin}:” begins the note of another day; say `{begin}: note {amounts.shortened(behind.strip())}`, or"
            " with quotes round the text if it belongs to this day"
        )
    return day


def day_begun(text: str, clock: UserClock) -> date | None:
    """The day with which a text begins, before a colon."""
    begin, colon, behind = text.partition(":")
    return whole_day(clock, tokenize(begin)) if colon and behind.strip() else None
