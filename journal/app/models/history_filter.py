"""What a line of the history's filter asks for: any text, kinds of record, and days."""

import calendar
import re
from datetime import date
from typing import NamedTuple

from journal.catalog.kinds import KINDS
from journal.errors import PhraseRefused
from journal.moments import MONTHS, UserClock
from journal.phrases.read.lexer import tokenize
from journal.phrases.read.times import whole_day

TABLES = {kind.filter_word: kind.table for kind in KINDS if kind.filter_word}
"""The word of the filter -> the table it means."""
_DAYS = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


class HistoryFilter(NamedTuple):
    """Days are ISO text; no tables is all of them."""

    text: str = ""
    first: str | None = None
    last: str | None = None
    tables: tuple[str, ...] = ()


def read_filter(line: str, clock: UserClock) -> HistoryFilter:
    """What a line asks for; a word that is neither a day nor a kind of record is text."""
    text: list[str] = []
    first = last = None
    tables: list[str] = []
    for word in line.split():
        days = _days(word.lower(), clock)
        if days:
            first, last = days
        elif word.lower() in TABLES:
            tables.append(TABLES[word.lower()])
        else:
            text.append(word)
    return HistoryFilter(" ".join(text), first, last, tuple(tables))


def _days(word: str, clock: UserClock) -> tuple[str | None, str | None] | None:
    """The first and last day of `2026`, `2026-11`, `2026-11-20`, `nov`, `yesterday`, and of `A..B`."""
    begin, dots, end = word.partition("..")
    if dots:
        first, last = begin and _days(begin, clock), end and _days(end, clock)
        if (first or last) and first is not None and last is not None:
            return (first[0] if first else None, last[1] if last else None)
        return None
    if begin.title() in MONTHS:
        month = MONTHS.index(begin.title()) + 1
        return _span(clock.today.year - (month > clock.today.month), month, None)
    found = _DAYS.fullmatch(begin)
    if found:
        year, month_said, day = (int(part) if part else None for part in found.groups())
        return _span(year or 0, month_said, day)
    if begin in ("today", "yesterday"):
        try:
            there = whole_day(clock, tokenize(begin))
        except PhraseRefused:
            return None
        return (there.isoformat(), there.isoformat()) if there else None
    return None


def _span(year: int, month: int | None, day: int | None) -> tuple[str, str] | None:
    try:
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
        return date(year, month or 1, day or 1).isoformat(), last.isoformat()
    except (ValueError, calendar.IllegalMonthError):
        return None
