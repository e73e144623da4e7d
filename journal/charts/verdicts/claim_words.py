"""The sentences of a claim: what its number is, what is raw, whether it held up since, and what speaks against it."""

from datetime import date
from math import isnan

from journal.analysis.looks.current_verdicts import CurrentVerdicts, HabitAtLook, Verdict
from journal.catalog.habits import Habit
from journal.charts.number_words import amount, one_digit
from journal.charts.verdicts.tiers import APART, TIERS, called_at, name
from journal.charts.verdicts.verdict_words import (
    days_used,
    is_any,
    lag_words,
    on,
    p_words,
    ratio_words,
    turned_contrast,
)
from journal.phrases.write.format_number import counted
from journal.statistics.new_days import FOLLOW_UP_DAYS
from journal.terminal import on_one_line

ASSOCIATION = "This is an association."
DRAWN_IN = "drawn in for the winner's luck"
LUCK = "Winner's luck: what stands out is partly luck; its ratio is moved towards 1."
"""Stands where `DRAWN_IN` is read for the first time."""
MISSED = "Of true links about one in four is missed so."
FOLLOWS = 0.05
"""The control's p at or below which it is said that the habit seems to follow the twitches."""


def paragraphs(verdict: Verdict, current: CurrentVerdicts) -> list[str]:
    """All that is said of a claim: what was found; then how it fared since and what speaks against it."""
    afterwards = [
        since(verdict, current),
        look_alikes(verdict, current),
        control(verdict),
        history(verdict, current.today),
    ]
    return [claim(verdict, current), " ".join(part for part in afterwards if part)]


def sentence(verdict: Verdict, current: CurrentVerdicts) -> str:
    return " ".join(paragraphs(verdict, current))


def claim(verdict: Verdict, current: CurrentVerdicts) -> str:
    """What was found, over which contrast, with its interval; the plain means; the days; what it does not say."""
    if verdict.habit.is_within_days:
        return within_days(verdict)
    steady = "" if is_any(verdict) else "; steady steps assumed"
    parts = [
        _comparison(verdict, current.outcome),
        raw_means(verdict, current.outcome),
        f"{days_used(verdict)}{steady}{beside(verdict, current)}.",
        f"{_standing(verdict)}. {ASSOCIATION}",
    ]
    return " ".join(part for part in parts if part)


def within_days(verdict: Verdict) -> str:
    """The same of the regions of the body against each other."""
    finding = verdict.finding
    days = counted(finding.n_with, "day")
    return (
        f"Muscles that you trained hard the day before ({verdict.habit.ends.cut}) twitched about"
        f" {ratio_words(finding.rate_ratio)} times as much as your others of the same day; 95 % interval"
        f" {ratio_words(finding.low)} to {ratio_words(finding.high)}, {DRAWN_IN}. {days} with such a difference."
        f" Good and bad days cancel, but sore muscles are noticed more. {_standing(verdict)}. {ASSOCIATION}"
    )


def _comparison(verdict: Verdict, outcome: str) -> str:
    contrast = turned_contrast(verdict)
    times = f"about {ratio_words(contrast.ratio)} times"
    effect = (
        f"you logged {times} as many twitches as" if outcome == "twitches" else f"your rating was {times} as high as"
    )
    interval = f"95 % interval {ratio_words(contrast.low)} to {ratio_words(contrast.high)}, {DRAWN_IN}"
    if is_any(verdict):
        begin, behind = _days_behind(verdict)
        ends = (
            f"{contrast.more_end} ({contrast.more_days})",
            f"{behind} your {contrast.less_end} ({contrast.less_days})",
        )
        return f"{begin} your {ends[0]} {effect} {ends[1]}; {interval}."
    finding, is_more = verdict.finding, verdict.finding.rate_ratio >= 1
    high, low = finding.contrast[1], finding.contrast[0]
    first, second = (high, low) if is_more else (low, high)
    marks = ("lower", "upper") if finding.unit == "25th to 75th percentile" else ("lowest", "highest")
    marks = (marks[1], marks[0]) if is_more else marks
    points = (
        f"your {marks[0]} and {marks[1]} quarter marks" if marks[0][-1] == "r" else f"your {marks[0]} and {marks[1]}"
    )
    return (
        f"With {_amount_of(verdict.habit, first)} {lag_words(verdict.habit, finding.lag)} {effect} with"
        f" {amount(verdict.habit.question, second)} ({points}; {interval})."
    )


def _amount_of(habit: Habit, value: float) -> str:
    """`196 mg of caffeine`, `stress 7`, `“steps” 8000`."""
    label = name(habit) if habit.question.built_in else f"“{name(habit)}”"
    much = amount(habit.question, value)
    return f"{much} of {label}" if habit.question.unit else f"{label} {much}"


def _days_behind(verdict: Verdict) -> tuple[str, str]:
    """The words before the twitches of days with a habit that is any against none, and those of days without."""
    lag = verdict.finding.lag
    if verdict.habit.is_night:
        return (
            "On days after",
            "On the second day after",
            "On the third day after",
            "On the fourth day after",
        )[lag], "after"
    return ("On", "On days after", "Two days after", "Three days after")[lag], "on" if lag == 0 else "after"


def raw_means(verdict: Verdict, outcome: str) -> str:
    """`Raw: 5.2 a day at 196 mg or more (40 days), 2.2 at 63 mg or less (42 days).`; empty of an old look."""
    finding, question = verdict.finding, verdict.habit.question
    high, low = finding.raw_mean_with, finding.raw_mean_without
    if isnan(high) or isnan(low):
        return ""
    with_days, without_days = counted(finding.n_with, "day"), counted(finding.n_without, "day")
    if is_any(verdict):
        ends = [(high, f"with ({with_days})"), (low, f"without ({without_days})")]
    else:
        ends = [
            (high, f"at {amount(question, finding.contrast[1])} or more ({with_days})"),
            (low, f"at {amount(question, finding.contrast[0])} or less ({without_days})"),
        ]
    if finding.rate_ratio < 1:
        ends.reverse()
    (first, first_end), (second, second_end) = ends
    unit = "a day" if outcome == "twitches" else "of 10"
    return f"Raw: {one_digit(first)} {unit} {first_end}, {one_digit(second)} {second_end}."


def beside(verdict: Verdict, current: CurrentVerdicts) -> str:
    """`, beside short nights`: the claims beside which its figures were estimated."""
    names = _names(verdict.finding.adjusted_for, current)
    return f", beside {names}" if names else ""


def _names(slugs: tuple[str, ...], current: CurrentVerdicts) -> str:
    verdicts = [current.of(slug) for slug in slugs]
    return " and ".join(name(verdict.habit) for verdict in verdicts if verdict)


def _standing(verdict: Verdict) -> str:
    if verdict.stands_apart:
        return "They went together on the same day; which came first cannot be told"
    tier = TIERS[verdict.finding.tier].capitalize()
    if verdict.finding.same_day_caution:
        return f"{tier}; of the same day, so the twitches may have come first"
    return tier


def look_alikes(verdict: Verdict, current: CurrentVerdicts) -> str:
    """What it cannot be told apart from; of a rating that stands apart that is the rating of the same day."""
    others = [other for slug in verdict.finding.not_separable_from if (other := current.of(slug))]
    names = [f"the day's {name(other.habit)}" if other.finding.set_apart else name(other.habit) for other in others]
    return f"It cannot be told apart from {' and '.join(names)}." if names else ""


def control(verdict: Verdict) -> str:
    """What tomorrow's habit says of today's twitches."""
    if verdict.habit.is_within_days:
        return ""
    p = verdict.finding.control_p
    habit = f"tomorrow's {on_one_line(name(verdict.habit))}"
    if isnan(p):
        return f"The control ({habit} against today's twitches) could not be run."
    if p <= FOLLOWS:
        return (
            f"The control speaks against it: today's twitches go with {habit} too (p {p_words(p)}), so the habit may"
            " follow them rather than lead them."
        )
    return f"Does it follow the twitches? The control ({habit} against today's twitches) shows no sign of it."


# ---- afterwards ---------------------------------------------------------------------------------------------


def since(verdict: Verdict, current: CurrentVerdicts) -> str:
    """How its claim fared on the days after the look that made it; nothing where it never was one."""
    follow_up = verdict.since
    if follow_up is None:
        return ""
    if follow_up.test is None:
        return f"Being followed up: {follow_up.days} of {FOLLOW_UP_DAYS} days."
    test = follow_up.test
    span = f"on the next {test.days} days alone, to {on(date.fromisoformat(test.last_day), current.today)}"
    if test.held_up is None:
        return f"It could not be followed up: {span}, {name(verdict.habit)} hardly changed."
    ratio, low, high = map(ratio_words, follow_up.turned_ratio)
    comparison = "as many" if current.outcome == "twitches" else "as high"
    p = "" if test.p is None else f", one-sided p {p_words(test.p)}"
    ratios = f"{ratio} times {comparison} (95 % interval {low} to {high}, nothing drawn in{p})"
    if test.held_up:
        return f"Held up since: {span}, {ratios}."
    return f"Not seen again in {test.days} days: {span}, {ratios}. {MISSED}"


def since_label(verdict: Verdict) -> str:
    """Before the ratio since then, where there is one; else empty."""
    test = verdict.since.test if verdict.since else None
    if test is None or test.held_up is None:
        return ""
    return "held up since" if test.held_up else f"not seen again in {test.days} days"


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


def _on_day(at_look: HabitAtLook, today: date) -> str:
    day = date.fromisoformat(at_look.look.judged_on)
    return f"on {on(day, today)} with {at_look.look.days} days"
