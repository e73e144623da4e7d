"""Numbers, days and intervals as they are read."""

from collections.abc import Iterable
from datetime import date

from journal.analysis.daily import DaySpan
from journal.analysis.intervals import BLOCKS_NEEDED, Mean
from journal.catalog.questions import Question
from journal.moments import MONTHS, WEEKDAYS
from journal.phrases.write.format_number import counted, number_words, round_words
from journal.terminal import on_one_line

ASSOCIATION = "An association in your log, not a cause."
NOT_YET = "not enough yet: have {have}, this needs {needs}"
NOBODY, NOT_COUNTED, SOME, PAUSED = "not logged", "not counted", "some", "paused"
DASH = "-"
INTERVAL_WHERE = f"An interval is shown where the days of a group lie in {BLOCKS_NEEDED} blocks of two weeks or more."
INTERVAL_HOLDS = (
    "Of such intervals 94 in 100 hold in ordinary diaries and about 90 where there are good and bad weeks; good and bad"
    " months are not in them."
)

WHOLE_FROM = 20
"""From here on a mean is told in whole numbers."""


def one_digit(value: float | None) -> str:
    """A mean: one decimal, whole from 20 on."""
    return DASH if value is None else f"{value:.1f}" if abs(value) < WHOLE_FROM else f"{value:.0f}"


def range_words(low: float | None, high: float | None) -> str:
    return DASH if low is None or high is None else f"{one_digit(low)} to {one_digit(high)}"


def whole(value: float | None) -> str:
    return DASH if value is None else number_words(value)


def mean_words(mean: Mean) -> str:
    """`3.1 a day on 21 days (95 % interval 2.2 to 4.0)`."""
    if mean.value is None:
        return "no day"
    return f"{one_digit(mean.value)} a day on {counted(mean.n, 'day')}{interval(mean)}"


def shorter(mean: Mean) -> str:
    """`1.9 on 40 (1.2 to 2.6)`, behind another one in full."""
    if mean.value is None:
        return "no day"
    sure = "" if mean.low is None else f" ({range_words(mean.low, mean.high)})"
    return f"{one_digit(mean.value)} on {mean.n}{sure}"


def interval(mean: Mean) -> str:
    if mean.low is None or mean.high is None:
        return ""
    return f" (95 % interval {range_words(mean.low, mean.high)})"


def interval_remarks(means: Iterable[Mean]) -> list[str]:
    """Where an interval is missing, and how far those that stand can be trusted."""
    means = [mean for mean in means if mean.value]
    where = [INTERVAL_WHERE] if any(mean.low is None for mean in means) else []
    return where + ([INTERVAL_HOLDS] if any(mean.low is not None for mean in means) else [])


def short_day(day: date, year: bool = False) -> str:
    """`21 Nov`, for an axis."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def weekday_day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def span_words(span: DaySpan) -> str:
    """`24 Aug to 21 Nov 2026`."""
    if span.first == span.last:
        return short_day(span.first, year=True)
    return f"{short_day(span.first, span.first.year != span.last.year)} to {short_day(span.last, year=True)}"


def logged_words(logged: int, days: int, paused: int = 0, verb: str = "counted", subject: str = "Twitches") -> str:
    """`Twitches counted on 80 of 90 days`; without 5 that were paused and not logged, `on 80 of 85 days, 5 paused`.

    Of the logged days of the page for a doctor and of the exports these are the ones of which it is known how many, not
    only whether there were any; those are `Twitches known on`.
    """
    return f"{subject} {verb} on {logged} of {counted(days - paused, 'day')}" + (f", {paused} paused" if paused else "")


def unlogged_words(unlogged: int, paused: int, uncounted: int = 0) -> str:
    """`7 days not logged, 2 not counted, 5 paused`."""
    of_them = [f"{number} {why}" for number, why in ((uncounted, NOT_COUNTED), (paused, PAUSED)) if number]
    return ", ".join([f"{counted(unlogged, 'day')} {NOBODY}", *of_them])


def habit_name(question: Question) -> str:
    """A habit inside a sentence: a built-in one in small letters, the user's own as they wrote it."""
    label = on_one_line(question.label).rstrip("?")
    return label[:1].lower() + label[1:] if question.built_in else label


def unit_words(question: Question) -> str:
    """The unit of a habit's axis."""
    if question.unit:
        return question.unit
    if question.is_yes_or_no:
        return "0 no, 1 yes"
    if question.highest is not None and question.highest <= 100:
        return f"{number_words(question.lowest)} to {number_words(question.highest)}"
    return "minutes x effort" if question.slug == "workout_load" else ""


def amount(question: Question, value: float) -> str:
    """A value of a habit: `6.5 h`, `200 mg`, `7`, `yes`."""
    if question.is_yes_or_no and value in (0, 1):
        return "yes" if value else "no"
    number = round_words(value)
    return f"{number} {on_one_line(question.unit)}" if question.unit else number


def days_before(lag: int) -> str:
    """` 2 days before` behind a habit's name; nothing for the same day."""
    return f" {counted(lag, 'day')} before" if lag else ""


def axis_words(question: Question, lag: int = 0) -> str:
    """A habit as the name of an axis, with its unit: `Sleep (h), 1 day before`."""
    unit = unit_words(question)
    name = on_one_line(question.label).rstrip("?") + (f" ({on_one_line(unit)})" if unit else "")
    return f"{name},{days_before(lag)}" if lag else name
