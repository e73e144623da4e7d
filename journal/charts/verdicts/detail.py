"""One habit: dose and response, each lag with its interval, the days behind it, the control, what was assumed."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from math import isnan
from typing import Any

import pandas as pd

from journal.analysis import bins, daily
from journal.analysis.intervals import Mean, means
from journal.analysis.looks import dataset
from journal.analysis.looks.current_verdicts import CurrentVerdicts, Verdict
from journal.analysis.looks.finding_rows import HIGHEST
from journal.catalog.habits import Habit
from journal.charts.figure import Figure, LazySequence, Picture, Table
from journal.charts.number_words import (
    amount,
    interval,
    interval_remarks,
    one_digit,
    range_words,
    short_day,
    weekday_day,
    whole,
)
from journal.charts.render.bars import BarRow, Bars
from journal.charts.verdicts import claim_words, tiers, unclaimed, verdict_words
from journal.charts.verdicts.forest import Forest, Ratio
from journal.charts.verdicts.verdict_words import level_words, p_words, ratio_words
from journal.moments import UserClock
from journal.phrases.write.format_number import counted
from journal.terminal import on_one_line

NOT_TRUSTED = (
    "Why these ratios are not to be trusted: each is of one lag{}, without regard to how many habits and lags were"
    " looked at; in any diary some of them look large by chance."
)
ASSUMED_WITHIN_DAYS = (
    "Assumed: what makes a day good or bad, and how much is noticed on it, is the same for all regions of the body;"
    " each has a slow share of its own and weekdays that differ little."
)
ASSUMED = (
    "Assumed: each lag{}, one steady step of the logarithm of the twitches for each step of the habit, after trend,"
    " weekdays and good and bad spells are taken out; days not logged do not differ from the others."
)
COLUMNS = (
    "row",
    "lag",
    "low",
    "high",
    "mean",
    "n",
    "ratio",
    "interval_low",
    "interval_high",
    "day",
    "habit",
    "outcome",
)
Pair = tuple[date, float, float]


def figure(connection: sqlite3.Connection, current: CurrentVerdicts, habit: Habit, clock: UserClock) -> Figure:
    """All that the last look can show of a habit; before the first look, when it will come."""
    verdict, look = current.of(habit.slug), current.look
    if verdict is None or look is None:
        return _not_yet(current, habit)
    first, last = date.fromisoformat(look.first_day), date.fromisoformat(look.last_day)
    lag = max(0, verdict.finding.lag)
    outcome, before = _paired(connection, current, verdict, clock, first, last, lag)
    sorted_days = bins.binned(before.where(outcome.notna()), yes_or_no=verdict.habit.any_or_none)
    bin_means = means(outcome, [day_bin.days for day_bin in sorted_days]) if sorted_days else []
    pairs = _pairs(before, outcome)
    pictures: list[Picture] = []
    if sorted_days:
        pictures.append(_doses(verdict, current.outcome, sorted_days, bin_means))
    if verdict.finding.lags:
        heading = f"each lag{_beside(verdict, current) or ' alone'}, without the prior, with its 95 % interval"
        pictures.append(Forest(heading, _lags(verdict), gap=True))
    return Figure(
        "triggers",
        f"{on_one_line(verdict.habit.question.label).rstrip('?')} · {_called(verdict, current)}",
        first,
        last,
        (last - first).days + 1,
        look.days,
        _sentence(current, verdict),
        rows=_rows(verdict, sorted_days, bin_means, pairs),
        columns=COLUMNS,
        pictures=tuple(pictures),
        tables=_tables(current, verdict, sorted_days, bin_means, pairs),
        remarks=(*_remarks(current, verdict), *interval_remarks(bin_means)),
    )


def _called(verdict: Verdict, current: CurrentVerdicts) -> str:
    return (
        unclaimed.waits_for(verdict, current) if unclaimed.is_part(verdict, current) else verdict_words.called(verdict)
    )


def _not_yet(current: CurrentVerdicts, habit: Habit) -> Figure:
    expected = verdict_words.next_look_words(current)
    return Figure(
        "triggers",
        f"{on_one_line(habit.question.label).rstrip('?')} · not judged yet",
        current.today,
        current.today,
        0,
        current.days,
        f"The next look comes at {current.next_look} counted days{expected}; {counted(current.days, 'day')} counted.",
        columns=COLUMNS,
        missing=True,
    )


def _paired(
    connection: sqlite3.Connection,
    current: CurrentVerdicts,
    verdict: Verdict,
    clock: UserClock,
    first: date,
    last: date,
    lag: int,
) -> tuple["pd.Series[float]", "pd.Series[float]"]:
    """The outcome of each day, and the habit so many days before it."""
    data = dataset.dataset(connection, [verdict.habit], current.outcome, clock, first, last)
    if data is None or verdict.habit.slug not in data.frame:
        nothing = pd.Series(dtype=float, index=pd.DatetimeIndex([]))
        return nothing, nothing
    return data.outcome, daily.lagged(data.frame[verdict.habit.slug], lag)


def _pairs(habit: "pd.Series[float]", outcome: "pd.Series[float]") -> list[Pair]:
    both_known = habit.notna() & outcome.notna()
    days = [stamp.date() for stamp in habit.index[both_known]]
    return list(zip(days, habit[both_known].tolist(), outcome[both_known].tolist(), strict=True))


# ---- what is said -------------------------------------------------------------------------------------------


def _sentence(current: CurrentVerdicts, verdict: Verdict) -> str:
    if verdict.is_claim:
        return claim_words.sentence(verdict, current)
    waits_for = unclaimed.waits_for(verdict, current)
    if unclaimed.is_part(verdict, current):
        return f"{waits_for[:1].upper()}{waits_for[1:]}."
    if verdict.finding.tier == "none":
        contrast = f"{verdict_words.contrast_words(verdict)}; {verdict_words.days_used(verdict)}"
        means = verdict_words.none_means(current.outcome, claim_words.beside(verdict, current))
        return f"No strong link seen, {contrast}. {means}"
    return f"Too early to say: {waits_for}."


def _beside(verdict: Verdict, current: CurrentVerdicts) -> str:
    return claim_words.beside(verdict, current).removeprefix(",")


def _remarks(current: CurrentVerdicts, verdict: Verdict) -> tuple[str, ...]:
    look = current.look
    sentences = [claim_words.LUCK] if verdict.is_claim else []
    if verdict.finding.lag >= 0 and not verdict.is_claim:
        sentences.append(claim_words.control(verdict))
        sentences.append(claim_words.look_alikes(verdict, current))
    if not verdict.is_claim:
        sentences.append(claim_words.history(verdict, current.today))
    if verdict.finding.lags:
        beside = _beside(verdict, current)
        assumed = ASSUMED_WITHIN_DAYS if verdict.habit.is_within_days else ASSUMED.format(beside or " alone")
        sentences += [NOT_TRUSTED.format(beside or " alone"), assumed]
    if look:
        every = counted(len(current.verdicts), "habit")
        judged = verdict_words.on(date.fromisoformat(look.judged_on), current.today)
        sentences.append(
            f"Judged {judged} with {look.days} counted days, beside all lags of {every};"
            f" clear at p {level_words(look.clear_level)} or less, possible at {level_words(look.possible_level)}."
            + (f" Here p is {p_words(verdict.finding.p)}." if not isnan(verdict.finding.p) else "")
        )
    believed = verdict.habit.question.reason
    if believed:
        sentences.append(f"What was believed beforehand: {on_one_line(believed)}.")
    return tuple(part for part in sentences if part)


# ---- as pictures --------------------------------------------------------------------------------------------


def _doses(verdict: Verdict, outcome: str, sorted_days: Sequence[bins.Bin], bin_means: Sequence[Mean]) -> Bars:
    heading = "mean twitches a day" if outcome == "twitches" else "mean rating of the day"
    next_day = f", {verdict_words.lag_words(verdict.habit, verdict.finding.lag)}" if verdict.finding.lag >= 0 else ""
    bars = tuple(
        BarRow(_dose(verdict, day_bin), mean.value, f"{one_digit(mean.value)}  n {mean.n}{interval(mean)}")
        for day_bin, mean in zip(sorted_days, bin_means, strict=True)
    )
    return Bars(f"{heading} by {tiers.name(verdict.habit)}{next_day}", bars)


def _dose(verdict: Verdict, day_bin: bins.Bin) -> str:
    question = verdict.habit.question
    low, high = amount(question, day_bin.low), amount(question, day_bin.high)
    if day_bin.low == day_bin.high:
        return low
    return f"{low.removesuffix(f' {question.unit}')} to {high}"


def _lags(verdict: Verdict) -> tuple[Ratio, ...]:
    """Always the high end over the low one, so that the lags can be compared."""
    return tuple(
        Ratio(
            verdict_words.lag_words(verdict.habit, at_lag.lag),
            at_lag.raw_ratio,
            at_lag.raw_low,
            at_lag.raw_high,
            f"{ratio_words(at_lag.raw_ratio)}x ({ratio_words(at_lag.raw_low)}-{ratio_words(at_lag.raw_high)})"
            f" {counted(at_lag.days_used, 'day'):>9}",
            "first" if at_lag.lag == verdict.finding.lag else "dim",
        )
        for at_lag in verdict.finding.lags
    )


# ---- as rows ------------------------------------------------------------------------------------------------


def _rows(
    verdict: Verdict, sorted_days: Sequence[bins.Bin], bin_means: Sequence[Mean], pairs: Sequence[Pair]
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {"row": "dose", "low": day_bin.low, "high": day_bin.high, "mean": mean.value, "n": mean.n}
        | {"interval_low": mean.low, "interval_high": mean.high}
        for day_bin, mean in zip(sorted_days, bin_means, strict=True)
    ]
    rows += [
        {"row": "lag", "lag": at_lag.lag, "ratio": _finite(at_lag.raw_ratio), "n": at_lag.days_used}
        | {"interval_low": _finite(at_lag.raw_low), "interval_high": _finite(at_lag.raw_high)}
        for at_lag in verdict.finding.lags
    ]
    rows += [{"row": "day", "day": day.isoformat(), "habit": value, "outcome": much} for day, value, much in pairs]
    return rows


def _finite(value: float) -> float | None:
    return value if abs(value) < HIGHEST else None  # nor is NaN less


def _tables(
    current: CurrentVerdicts,
    verdict: Verdict,
    sorted_days: Sequence[bins.Bin],
    bin_means: Sequence[Mean],
    pairs: Sequence[Pair],
) -> tuple[Table, ...]:
    label = on_one_line(verdict.habit.question.label).rstrip("?")
    outcome_label = "Twitches" if current.outcome == "twitches" else "Rating"
    doses = [
        (_dose(verdict, day_bin), one_digit(mean.value), str(mean.n), range_words(mean.low, mean.high))
        for day_bin, mean in zip(sorted_days, bin_means, strict=True)
    ]
    lags = [(ratio.label, ratio.text) for ratio in _lags(verdict)]
    looks = [
        (
            short_day(date.fromisoformat(at_look.look.judged_on), year=True),
            str(at_look.look.days),
            tiers.called_at(verdict.habit, at_look.tier, at_look.lag),
        )
        for at_look in verdict.history
    ]
    days = LazySequence(
        pairs, lambda pair: (weekday_day(pair[0]), amount(verdict.habit.question, pair[1]), whole(pair[2]))
    )
    return (
        Table(
            "",
            (
                label,
                f"Mean {outcome_label.lower()} a day" if outcome_label == "Twitches" else "Mean rating",
                "Days",
                "95 %",
            ),
            doses,
        ),
        Table(
            f"Each lag{_beside(verdict, current) or ' alone'}, without the prior",
            ("Lag", "Ratio (95 % interval), days"),
            lags,
        ),
        Table("What each look said", ("Judged", "Days", "Said"), looks),
        Table("The days behind it", (f"Day of the {outcome_label.lower()}", label, outcome_label), days),
    )
