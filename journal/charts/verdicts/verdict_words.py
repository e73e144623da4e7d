"""Habits, lags, contrasts, ratios and days in words."""

from datetime import date
from math import ceil, isnan
from typing import NamedTuple

from journal.analysis.looks.current_verdicts import CurrentVerdicts, Verdict
from journal.catalog.habits import Habit
from journal.charts.number_words import amount, short_day
from journal.charts.verdicts.tiers import called_at, name
from journal.phrases.write.format_number import counted
from journal.statistics.encoding import ANY
from journal.statistics.look_schedule import LOOKS
from journal.terminal import on_one_line

NOT_ALONE = "a diary alone will hardly tell; an experiment tells more"
OUTCOMES = {"twitches": "twitches a day", "twitchiness": "how twitchy, 0 to 10"}
LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LEAST_P = 0.001


class TurnedContrast(NamedTuple):
    """A contrast turned so that its first end has more twitches."""

    more_end: str
    more_days: str
    less_end: str
    less_days: str
    ratio: float
    low: float
    high: float


def is_any(verdict: Verdict) -> bool:
    """Any against none, not amounts."""
    return verdict.finding.unit == ANY


def turned_contrast(verdict: Verdict, *, raw: bool = False) -> TurnedContrast:
    """The end of the habit with more twitches first; raw, or with the prior and its interval."""
    finding, ends = verdict.finding, verdict.habit.ends
    ratio, low, high = (
        (finding.raw_ratio, finding.raw_low, finding.raw_high)
        if raw
        else (finding.rate_ratio, finding.low, finding.high)
    )
    more, less = (ends.some, ends.none) if is_any(verdict) else (ends.more, ends.less)
    high_end = (on_one_line(more), _end_days(verdict, high=True))
    low_end = (on_one_line(less), _end_days(verdict, high=False))
    if ratio < 1:
        return TurnedContrast(*low_end, *high_end, *(_turned(value) for value in (ratio, high, low)))
    return TurnedContrast(*high_end, *low_end, ratio, low, high)


def _turned(value: float) -> float:
    return 1 / value if value else float("inf")


def _end_days(verdict: Verdict, *, high: bool) -> str:
    """`under 6 h, 58 days`: where this end begins, if it has a cut, and how many days are at it or beyond."""
    finding, cut = verdict.finding, verdict.habit.ends.cut
    days = counted(finding.n_with if high else finding.n_without, "day")
    return f"{cut}, {days}" if high and cut and is_any(verdict) else days


# ---- names --------------------------------------------------------------------------------------------------


def claim_name(verdict: Verdict) -> str:
    """`shorter nights, the night before`; a habit that is any against none goes by its name."""
    contrast = turned_contrast(verdict)
    end = name(verdict.habit) if contrast.more_end == on_one_line(verdict.habit.ends.some) else contrast.more_end
    return f"{end}, {lag_words(verdict.habit, verdict.finding.lag)}"


def lag_words(habit: Habit, lag: int) -> str:
    """When the habit was, seen from the twitches."""
    if habit.is_night:
        return ("the night before", "two nights before", "three nights before", "four nights before")[lag]
    return ("the same day", "the day before", "two days before", "three days before")[lag]


# ---- numbers ------------------------------------------------------------------------------------------------


def ratio_words(value: float) -> str:
    """Two digits: `0.87`, `1.6`, `12`."""
    if isnan(value):
        return "-"
    if value > 100:
        return "over 100"
    return f"{value:.2f}" if value < 0.995 else f"{value:.1f}" if value < 9.95 else f"{value:.0f}"


def days_used(verdict: Verdict) -> str:
    """`161 days, all used`; `150 of 161 days used, 11 not logged`; `.. 11 not logged or written too late`."""
    finding = verdict.finding
    if not finding.days_missing:
        return f"{counted(finding.days_used, 'day')}, all used"
    of = finding.days_used + finding.days_missing
    why = "not logged or written too late" if verdict.days_late else "not logged"
    return f"{finding.days_used} of {counted(of, 'day')} used, {finding.days_missing} {why}"


def answers_late(verdict: Verdict) -> str:
    """`41 of 200 answers of caffeine`: those that were written later than the next day."""
    answers = verdict.finding.days_used + verdict.days_late
    of = f" of {answers}" if verdict.finding.days_used else ""
    answers_word = "answers" if of or verdict.days_late > 1 else "answer"
    return f"{verdict.days_late}{of} {answers_word} of {name(verdict.habit)}"


def level_words(level: float) -> str:
    return f"{level:.2g}"


def p_words(p: float) -> str:
    """A p that is found with 999 flips: it is never less than 0.001."""
    return "0.001 or less" if p <= LEAST_P else f"{p:.3f}" if p < 0.1 else f"{p:.2f}"


def on(day: date, today: date) -> str:
    return short_day(day, year=day.year != today.year)


def perhaps(next_day: date | None, today: date) -> str:
    """`perhaps in February`, with its year from eleven months on."""
    if next_day is None:
        return NOT_ALONE
    months = 12 * (next_day.year - today.year) + next_day.month - today.month
    if months <= 0:
        return "perhaps this month"
    return f"perhaps in {LONG_MONTHS[next_day.month - 1]}" + (f" {next_day.year}" if months > 10 else "")


def next_look_words(current: CurrentVerdicts) -> str:
    """`, perhaps in February`, behind how many counted days the next look needs; nothing where nobody can tell."""
    next_day = current.day_of(current.next_look)
    return "" if next_day is None else f", {perhaps(next_day, current.today)}"


def called(verdict: Verdict) -> str:
    """What the last look called a habit."""
    return called_at(verdict.habit, verdict.finding.tier, verdict.finding.lag)


def look_for(current: CurrentVerdicts, verdict: Verdict) -> int | None:
    """The counted days of the look at which something may be said of a habit; None where too few days are known."""
    finding = verdict.finding
    if not (finding.days_needed and finding.days_used and current.look):
        return None
    logged = ceil(finding.days_needed * current.look.days / finding.days_used)
    return next(look for look in LOOKS if look >= max(logged, current.next_look))


# ---- what was not found -------------------------------------------------------------------------------------


def contrast_words(verdict: Verdict) -> str:
    """Over which contrast nothing was found, behind the habit's name: `between 63 and 196 mg`."""
    finding, habit = verdict.finding, verdict.habit
    if habit.is_within_days:
        return "against the others of the same day"
    if is_any(verdict):
        return (
            f"against {habit.ends.none}" if habit.is_night and habit.ends.none else "days with it against days without"
        )
    low, high = (amount(habit.question, end) for end in finding.contrast)
    unit = f" {habit.question.unit}" if habit.question.unit else ""
    return f"between {low.removesuffix(unit)} and {high}"


def none_means(outcome: str, beside: str = "") -> str:
    """What it says that no strong link was seen; `beside` is what all of them were judged beside."""
    link = "A 1.5-fold, steady link" if outcome == "twitches" else "A steady difference of one point"
    what = f"{link} between these{f'{beside},' if beside else ''}"
    return f"{what} is unlikely; weaker ones and thresholds are not ruled out."
