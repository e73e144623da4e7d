"""Texts as they stand in a report: days, numbers, places, and the person's own words on one line."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from unicodedata import bidirectional

from journal.analysis.site_weeks import Place
from journal.catalog.lexicon import Lexicon
from journal.charts.site_words import place_words
from journal.moments import MONTHS, spelled_out
from journal.phrases.write.format_number import round_words
from journal.sharing.report.content import NOT_ASKED, Line
from journal.terminal import printable

ISOLATE, ISOLATED = "\u2068", "\u2069"
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Signs without a shape that turn the direction of the text behind them, over the end of the person's own words."""


def one_line(text: str) -> str:
    """The person's own words on one line, with nothing in them that would move what stands beside them: words that run
    from right to left stand between marks that keep the numbers behind them where they are."""
    line = printable(" ".join(_TURNING.sub("", text).split()))
    return f"{ISOLATE}{line}{ISOLATED}" if any(bidirectional(letter) in ("R", "AL") for letter in line) else line


def own_lines(text: str) -> str:
    """The same of each line of the person's words, which stay lines."""
    return "\n".join(one_line(line) for line in text.strip().split("\n"))


def day_text(day: date | str) -> str:
    """`12 Oct 2026`."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_spelled_out(text: str) -> str:
    """The person's own words; a day or a month typed in ISO as the others on the page are."""
    with suppress(ValueError):
        return spelled_out(text) if _ISO_DAY.fullmatch(text) and date.fromisoformat(f"{text}-01"[:10]) else text
    return text


def span_text(first: date, last: date) -> str:
    """`1 Sep to 29 Nov 2026`."""
    if first == last:
        return day_text(first)
    begin = day_text(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{begin} to {day_text(last)}"


def range_text(ends: tuple[float, float], text_of: Callable[[float], str]) -> str:
    """`96 to 480`; of ends that are alike one."""
    low, high = map(text_of, ends)
    return low if low == high else f"{low} to {high}"


def place_text(site_side: Place, lexicon: Lexicon) -> str:
    """`left calf`; a site without a side, or in the middle, by its name alone."""
    return one_line(place_words(site_side, lexicon))


def own_line(label: str, text: str | None, key: str = "", alone: str = "", nothing: str = NOT_ASKED) -> Line:
    """A line in the person's own words; without any it was not asked, or what `nothing` says."""
    text = one_line(text or "")
    return Line(label, text or nothing, own=bool(text), key=key, alone=alone)


def per_month(days: int, of: int) -> str:
    """How many days a month it is, of so many days of a span; nothing where the span is less than a month, or it is
    less than one day a year."""
    number = days * 30.4 / of
    if of < 28 or number < 1 / 12:
        return ""
    return f", about {round_words(number, 0 if number >= 1 else 1)} a month"
