"""One habit: dose and response, each lag with its interval, the days behind it, the control, what was assumed."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from journal.analysis import bins, daily
from journal.analysis.intervals import Mean, means
from journal.analysis.looks import dataset
from journal.analysis.looks.current_verdicts import CurrentVerdicts, Verdict
from journal.catalog.habits import Habit
from journal.charts.figure import Figure, LazySequence, Picture, Table
from journal.charts.number_words import amount, counted, interval, one_digit, range_words, short_day, weekday_day, whole
from journal.charts.render.bars import BarRow, Bars
from journal.charts.styled_text import printable
from journal.charts.verdicts import tiers, verdict_words
from journal.charts.verdicts.forest import Forest, Ratio
from journal.charts.verdicts.verdict_page import sentence
from journal.charts.verdicts.verdict_words import p_words, ratio_words
from journal.moments import UserClock

NOT_TRUSTED = (
    "Why these ratios are not to be trusted: each is the best of one lag alone, without regard to how many habits and"
    " lags were looked at; in any diary some of them look large by chance."
)
ASSUMED = (
    "Assumed: each lag alone, one steady step of the logarithm of the twitches for each step of the habit, after trend,"
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


def figure(connection: sqlite3.Connection, standing: CurrentVerdicts, habit: Habit, clock: UserClock) -> Figure:
    """All that the last look can show of a habit; before the first one, when it comes."""
    verdict, look = standing.of(habit.slug), standing.look
    if verdict is None or look is None:
        return _not_yet(standing, habit)
    first, last = date.fromisoformat(look.first_day), date.fromisoformat(look.last_day)
    lag = max(0, verdict.finding.lag)
    outcome, before = _paired(connection, standing, verdict, clock, first, last, lag)
    sorted_days = bins.binned(before.where(outcome.notna()), yes_or_no=verdict.habit.any_or_none)
    found = means(outcome, [one.days for one in sorted_days]) if sorted_days else []
    pairs = _pairs(before, outcome)
    pictures: list[Picture] = []
    if sorted_days:
        pictures.append(_doses(verdict, standing.outcome, sorted_days, found))
    if verdict.finding.lags:
        pictures.append(Forest("each lag alone, without the prior, with its 95 % interval", _lags(verdict), gap=True))
    return Figure(
        "triggers",
        f"{printable(verdict.habit.question.label).rstrip('?')} · {verdict_words.called(verdict)}",
        first,
        last,
        (last - first).days + 1,
        look.days,
        _sentence(standing, verdict),
        rows=_rows(verdict, sorted_days, found, pairs),
        columns=COLUMNS,
        pictures=tuple(pictures),
        tables=_tables(standing, verdict, sorted_days, found, pairs),
        remarks=_remarks(standing, verdict),
    )


def _not_yet(standing: CurrentVerdicts, habit: Habit) -> Figure:
    when = standing.day_of(standing.next_look)
    said = "" if when is None else f", {verdict_words.perhaps(when, standing.today)}"
    return Figure(
        "triggers",
        f"{printable(habit.question.label).rstrip('?')} · not judged yet",
        standing.today,
        standing.today,
        0,
        standing.days,
        f"The next look comes at {standing.next_look} logged days{said}; {counted(standing.days, 'day')} logged.",
        columns=COLUMNS,
        missing=True,
    )


def _paired(
    connection: sqlite3.Connection,
    standing: CurrentVerdicts,
    verdict: Verdict,
    clock: UserClock,
    first: date,
    last: date,
    lag: int,
) -> tuple["pd.Series[float]", "pd.Series[float]"]:
    """The outcome of each day, and the habit so many days before it."""
    data = dataset.dataset(connection, [verdict.habit], standing.outcome, clock, first, last)
    if data is None or verdict.habit.slug not in data.frame:
        nothing = pd.Series(dtype=float, index=pd.DatetimeIndex([]))
        return nothing, nothing
    return data.outcome, daily.lagged(data.frame[verdict.habit.slug], lag)


def _pairs(habit: "pd.Series[float]", outcome: "pd.Series[float]") -> list[Pair]:
    both = habit.notna() & outcome.notna()
    days = [stamp.date() for stamp in habit.index[both]]
    return list(zip(days, habit[both].tolist(), outcome[both].tolist(), strict=True))


# ---- what is said -------------------------------------------------------------------------------------------


def _sentence(standing: CurrentVerdicts, verdict: Verdict) -> str:
    if verdict.is_claim:
        return sentence(verdict, standing)
    if verdict.finding.tier == "none":
        return f"No strong link seen in {verdict_words.days_used(verdict)}. {verdict_words.NONE_MEANS}"
    return f"Too early to say: {verdict_words.too_early(standing, verdict)}."


def _remarks(standing: CurrentVerdicts, verdict: Verdict) -> tuple[str, ...]:
    look = standing.look
    said = []
    if verdict.finding.lag >= 0 and not verdict.is_claim:
        said.append(verdict_words.control(verdict))
        said.append(verdict_words.look_alikes(verdict, standing))
    if not verdict.is_claim:
        said.append(verdict_words.history(verdict, standing.today))
    if verdict.finding.lags:
        said += [NOT_TRUSTED, ASSUMED]
    if look:
        every = counted(len(standing.verdicts), "habit")
        judged = verdict_words.on(date.fromisoformat(look.judged_on), standing.today)
        said.append(
            f"Judged {judged} with {look.days} logged days, beside all lags of {every};"
            f" clear at p {p_words(look.clear_level)} or less, possible at {p_words(look.possible_level)}."
            + (f" Here p is {p_words(verdict.finding.p)}." if verdict.finding.p == verdict.finding.p else "")
        )
    believed = verdict.habit.question.reason
    if believed:
        said.append(f"What was believed of its lags beforehand: {printable(believed)}.")
    return tuple(part for part in said if part)


# ---- as pictures --------------------------------------------------------------------------------------------


def _doses(verdict: Verdict, outcome: str, sorted_days: Sequence[bins.Bin], found: Sequence[Mean]) -> Bars:
    what = "mean twitches a day" if outcome == "twitches" else "mean rating of the day"
    when = f", {verdict_words.lag_words(verdict.habit, verdict.finding.lag)}" if verdict.finding.lag >= 0 else ""
    bars = tuple(
        BarRow(_dose(verdict, one), mean.value, f"{one_digit(mean.value)}  n {mean.n}{interval(mean)}")
        for one, mean in zip(sorted_days, found, strict=True)
    )
    return Bars(f"{what} by {tiers.name(verdict.habit)}{when}", bars)


def _dose(verdict: Verdict, one: bins.Bin) -> str:
    question = verdict.habit.question
    low, high = amount(question, one.low), amount(question, one.high)
    if one.low == one.high:
        return low
    return f"{low.removesuffix(f' {question.unit}')} to {high}"


def _lags(verdict: Verdict) -> tuple[Ratio, ...]:
    """Always the high end over the low one, so that the lags can be compared."""
    return tuple(
        Ratio(
            verdict_words.lag_words(verdict.habit, at.lag),
            at.raw_ratio,
            at.raw_low,
            at.raw_high,
            f"{ratio_words(at.raw_ratio)}x ({ratio_words(at.raw_low)}-{ratio_words(at.raw_high)})"
            f" {counted(at.days_used, 'day'):>9}",
            "first" if at.lag == verdict.finding.lag else "dim",
        )
        for at in verdict.finding.lags
    )


# ---- as rows ------------------------------------------------------------------------------------------------


def _rows(
    verdict: Verdict, sorted_days: Sequence[bins.Bin], found: Sequence[Mean], pairs: Sequence[Pair]
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {"row": "dose", "low": one.low, "high": one.high, "mean": mean.value, "n": mean.n}
        | {"interval_low": mean.low, "interval_high": mean.high}
        for one, mean in zip(sorted_days, found, strict=True)
    ]
    rows += [
        {"row": "lag", "lag": at.lag, "ratio": _known(at.raw_ratio), "n": at.days_used}
        | {"interval_low": _known(at.raw_low), "interval_high": _known(at.raw_high)}
        for at in verdict.finding.lags
    ]
    rows += [{"row": "day", "day": day.isoformat(), "habit": value, "outcome": much} for day, value, much in pairs]
    return rows


def _known(value: float) -> float | None:
    return value if value == value and abs(value) < 1e300 else None


def _tables(
    standing: CurrentVerdicts,
    verdict: Verdict,
    sorted_days: Sequence[bins.Bin],
    found: Sequence[Mean],
    pairs: Sequence[Pair],
) -> tuple[Table, ...]:
    label = printable(verdict.habit.question.label).rstrip("?")
    what = "Twitches" if standing.outcome == "twitches" else "Rating"
    doses = [
        (_dose(verdict, one), one_digit(mean.value), str(mean.n), range_words(mean.low, mean.high))
        for one, mean in zip(sorted_days, found, strict=True)
    ]
    lags = [(ratio.label, ratio.words) for ratio in _lags(verdict)]
    looks = [
        (
            short_day(date.fromisoformat(once.look.judged_on), year=True),
            str(once.look.days),
            tiers.called_at(verdict.habit, once.tier, once.lag),
        )
        for once in verdict.history
    ]
    days = LazySequence(
        pairs, lambda pair: (weekday_day(pair[0]), amount(verdict.habit.question, pair[1]), whole(pair[2]))
    )
    return (
        Table(
            "", (label, f"Mean {what.lower()} a day" if what == "Twitches" else "Mean rating", "Days", "95 %"), doses
        ),
        Table("Each lag alone, without the prior", ("Lag", "Ratio (95 % interval), days"), lags),
        Table("What each look said", ("Judged", "Days", "Said"), looks),
        Table("The days behind it", (f"Day of the {what.lower()}", label, what), days),
    )
