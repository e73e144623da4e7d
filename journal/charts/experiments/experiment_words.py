"""What several pages of experiments say: days, ratios, and the precedent."""

from datetime import date
from typing import NamedTuple

from journal.moments import day_words

Rows = list[tuple[str, str]]
"""A label and a text each."""


class OutcomeWords(NamedTuple):
    """How an outcome is said: its unit behind a mean, what follows `1.6 times`, and less and more of it."""

    unit: str
    times: str
    fewer: str
    more: str


OUTCOME_WORDS = {
    "count": OutcomeWords("twitches a day", "as many", "there were fewer twitches", "there were more twitches"),
    "rating": OutcomeWords("of 10 in the evening", "as high", "the rating was lower", "the rating was higher"),
    "night-cramps": OutcomeWords("cramps a night", "as many", "there were fewer cramps", "there were more cramps"),
}
"""By outcome."""
PRECEDENT = (
    "It has a precedent: in I-STOP-AFib 466 people with a heart rhythm that comes and goes took part, and half of them"
    " tried triggers of their own choice for six weeks, in weeks drawn by lot; 72 % of all went to the end. They"
    " reported fewer episodes afterwards, but their quality of life was no better for it, and in the weeks as drawn no"
    " trigger could be linked to episodes, caffeine, which was chosen most often, among them. Of twitches it says"
    " nothing. (JAMA Cardiol 2022;7:167)"
)


def times_words(ratio: float) -> str:
    """A ratio as it is read: `0.63`, `2.1`, `12`."""
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.1f}" if ratio >= 1.95 else f"{ratio:.2f}"


def ahead_words(day: date, today: date) -> str:
    """A day that may lie ahead, with its year only where it is another one."""
    return day_words(day, day if day.year == today.year else today)


def span_words(first: date, last: date) -> str:
    """`Tue 1 Dec 2026 to Sat 9 Jan 2027`; the year once where it is the same."""
    begins = day_words(first, last) if first.year == last.year else day_words(first, date.min)
    return f"{begins} to {day_words(last, date.min)}"
