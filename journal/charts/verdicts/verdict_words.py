"""Habits, lags, ratios and days in words, and the sentence of a claim."""

from datetime import date
from math import ceil
from typing import NamedTuple

from journal.analysis.looks.current_verdicts import CurrentVerdicts, HabitAtLook, Verdict
from journal.catalog.habits import Habit
from journal.charts.number_words import amount, short_day
from journal.charts.verdicts.tiers import APART, TIERS, called_at, name
from journal.phrases.write.format_number import counted
from journal.statistics import LOOKS
from journal.statistics.follow_up import FOLLOW_UP_DAYS
from journal.terminal import on_one_line

NOT_ALONE = "a diary alone may not tell; an experiment might"
ASSOCIATION = "This is an association."
NONE_MEANS = "A 1.5-fold, steady link is unlikely; weaker ones and thresholds are not ruled out."
OUTCOMES = {"twitches": "twitches a day", "twitchiness": "how twitchy, 0 to 10"}
LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LIKE_A_QUARTER = 0.30
MISSED = "Of true links about one in four is missed so."
FOLLOWS = 0.05
"""The control's p at or below which it is said that the habit seems to follow the twitches."""


class TurnedContrast(NamedTuple):
    """A contrast turned so that its first end has more twitches."""

    more_end: str
    more_amount: str
    less_end: str
    less_amount: str
    ratio: float
    low: float
    high: float


def turned_contrast(verdict: Verdict, *, raw: bool = False) -> TurnedContrast:
    """The end of the habit with more twitches first; raw, or with the prior and its interval."""
    finding, ends = verdict.finding, verdict.habit.ends
    ratio, low, high = (
        (finding.raw_ratio, finding.raw_low, finding.raw_high)
        if raw
        else (finding.rate_ratio, finding.low, finding.high)
    )
    is_any = finding.unit == "any vs none"
    more, less = (ends.some, ends.none) if is_any else (ends.more, ends.less)
    high_end = (on_one_line(more), _end_words(verdict, high=True))
    low_end = (on_one_line(less), _end_words(verdict, high=False))
    if ratio < 1:
        return TurnedContrast(*low_end, *high_end, *(_turned(value) for value in (ratio, high, low)))
    return TurnedContrast(*high_end, *low_end, ratio, low, high)


def _turned(value: float) -> float:
    return 1 / value if value else float("inf")


def _end_words(verdict: Verdict, *, high: bool) -> str:
    """`6 h or less, the lowest quarter`; of any against none, how many days there were."""
    finding = verdict.finding
    days = finding.n_with if high else finding.n_without
    if finding.unit == "any vs none":
        cut = verdict.habit.ends.cut
        return f"{cut}, {counted(days, 'day')}" if high and cut else counted(days, "day")
    value = amount(verdict.habit.question, finding.contrast[1 if high else 0])
    where = "or more" if high else "or less"
    if finding.unit == "25th to 75th percentile" and days <= LIKE_A_QUARTER * finding.days_used:
        return f"{value} {where}, the {'highest' if high else 'lowest'} quarter"
    return f"{value} {where}, {counted(days, 'day')}"


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


def _behind(verdict: Verdict) -> tuple[str, str]:
    """The words before the twitches at this end of the habit, and those before the other end."""
    lag = verdict.finding.lag
    if verdict.habit.is_night:
        return (
            "On days after",
            "On the second day after",
            "On the third day after",
            "On the fourth day after",
        )[lag], "after"
    return ("On", "On days after", "Two days after", "Three days after")[lag], "on" if lag == 0 else "after"


# ---- numbers ------------------------------------------------------------------------------------------------


def ratio_words(value: float) -> str:
    """Two digits: `0.87`, `1.6`, `12`."""
    if value != value:
        return "-"
    if value > 100:
        return "over 100"
    return f"{value:.2f}" if value < 0.995 else f"{value:.1f}" if value < 9.95 else f"{value:.0f}"


def days_used(verdict: Verdict) -> str:
    """`161 days, all used`; `150 of 161 days used, 11 not logged`."""
    finding = verdict.finding
    if not finding.days_missing:
        return f"{counted(finding.days_used, 'day')}, all used"
    of = finding.days_used + finding.days_missing
    return f"{finding.days_used} of {counted(of, 'day')} used, {finding.days_missing} not logged"


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


def called(verdict: Verdict) -> str:
    """What the last look called a habit."""
    return called_at(verdict.habit, verdict.finding.tier, verdict.finding.lag)


def look_for(current: CurrentVerdicts, verdict: Verdict) -> int | None:
    """The logged days of the look at which something may be said of a habit; None where too few days are known."""
    finding = verdict.finding
    if not (finding.days_needed and finding.days_used and current.look):
        return None
    logged = ceil(finding.days_needed * current.look.days / finding.days_used)
    return next(look for look in LOOKS if look >= max(logged, current.next_look))


# ---- sentences ----------------------------------------------------------------------------------------------


def claim(verdict: Verdict, outcome: str) -> str:
    """What was found, over which contrast, with its interval and days, and what it does not say."""
    contrast, finding = turned_contrast(verdict), verdict.finding
    begin, behind = _behind(verdict)
    ratio = ratio_words(contrast.ratio)
    comparison = f"you logged about {ratio} times as many twitches as"
    if outcome != "twitches":
        comparison = f"your rating was about {ratio} times as high as"
    steady = "" if finding.unit == "any vs none" else ", steady steps assumed"
    return (
        f"{begin} your {contrast.more_end} ({contrast.more_amount}) {comparison} {behind} your {contrast.less_end}"
        f" ({contrast.less_amount});"
        f" 95 % interval {ratio_words(contrast.low)} to {ratio_words(contrast.high)}; {days_used(verdict)}{steady}."
        f" {_called(verdict)}. {ASSOCIATION}"
    )


def _called(verdict: Verdict) -> str:
    if verdict.stands_apart:
        return "They went together on the same day; which came first cannot be told"
    tier = TIERS[verdict.finding.tier].capitalize()
    if verdict.finding.same_day_caution:
        return f"{tier}; of the same day, so the twitches may have come first"
    return tier


def look_alikes(verdict: Verdict, current: CurrentVerdicts) -> str:
    others = [current.of(slug) for slug in verdict.finding.not_separable_from]
    names = [name(other.habit) for other in others if other]
    return f"It cannot be told apart from {' and '.join(names)}." if names else ""


def control(verdict: Verdict) -> str:
    """What tomorrow's habit says of today's twitches."""
    p = verdict.finding.control_p
    if p != p:
        return "The control (tomorrow's habit against today's twitches) could not be run."
    habit = f"tomorrow's {name(verdict.habit)}"
    if p <= FOLLOWS:
        return (
            f"The control speaks against it: today's twitches go with {habit} too (p {p_words(p)}), so the habit may"
            " follow them rather than lead them."
        )
    return f"The control shows nothing: today's twitches do not go with {habit}."


def p_words(p: float) -> str:
    return f"{p:.3f}" if p < 0.1 else f"{p:.2f}"


def too_early(current: CurrentVerdicts, verdict: Verdict) -> str:
    """Why nothing can be said yet, and when it perhaps can."""
    finding = verdict.finding
    if finding.not_separable_from:
        return look_alikes(verdict, current).removeprefix("It ").rstrip(".")
    look = look_for(current, verdict)
    if look is None:
        return finding.reason or "not enough is logged"
    next_day = current.day_of(look)
    return NOT_ALONE if next_day is None else f"perhaps at {look} logged days, {_in_month(next_day, current.today)}"


def _in_month(next_day: date, today: date) -> str:
    return perhaps(next_day, today).removeprefix("perhaps ")


def history(verdict: Verdict, today: date) -> str:
    """When a habit was first claimed, whether that held, and when it was taken back; nothing before it was claimed."""
    claims = [at_look for at_look in verdict.history if at_look.tier in ("clear", "possible")]
    if not claims:
        return ""
    called = [called_at(verdict.habit, at_look.tier, at_look.lag) for at_look in verdict.history]
    began = verdict.history.index(claims[0])
    first = f"First {'seen' if called[began] == APART else claims[0].tier} {_on_day(claims[0], today)}"
    if len(verdict.history) == 1:
        return f"{first}."
    after = verdict.history[began + 1 :]
    later = "; ".join(
        f"{'together on the same day' if label == APART else label} {_on_day(at_look, today)}"
        for label, at_look in zip(called[began + 1 :], after, strict=True)
    )
    if not after:
        return f"{first}; not before."
    held = all(at_look.tier in ("clear", "possible") for at_look in after)
    taken_back = not verdict.is_claim
    return f"{first}; then {later}. It {'was taken back' if taken_back else 'has held' if held else 'came and went'}."


def since(verdict: Verdict, current: CurrentVerdicts) -> str:
    """How its claim fared on the days after the look that made it; nothing where it never was one."""
    claim = verdict.since
    if claim is None:
        return ""
    if claim.test is None:
        are = "is" if claim.days == 1 else "are"
        return f"It is put to the test once, on the next {FOLLOW_UP_DAYS} days alone; {claim.days} of them {are} there."
    test = claim.test
    span = f"on the next {test.days} days alone, to {on(date.fromisoformat(test.last_day), current.today)}"
    if test.held_up is None:
        return f"It could not be put to the test: {span}, {name(verdict.habit)} hardly changed."
    ratio, low, high = map(ratio_words, claim.turned_ratio)
    comparison = "as many" if current.outcome == "twitches" else "as high"
    ratios = f"{ratio} times {comparison} (95 % interval {low} to {high})"
    if test.held_up:
        return f"It held up since: {span}, {ratios}."
    return f"Not seen again in {test.days} days: {span}, {ratios}. {MISSED}"


def _on_day(at_look: HabitAtLook, today: date) -> str:
    day = date.fromisoformat(at_look.look.judged_on)
    return f"on {on(day, today)} with {at_look.look.days} days"
