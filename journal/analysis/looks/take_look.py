"""The look that is due: taken in a reading of one moment, and stored if nobody else has taken it meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from math import isfinite
from typing import Any

from journal.analysis.looks import due_look
from journal.analysis.looks.dataset import Dataset, dataset
from journal.analysis.looks.due_look import DueLook
from journal.catalog.habits import Habit
from journal.moments import UserClock, instant_text
from journal.statistics import Finding
from journal.store import look_records
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.look_records import Look, Row
from journal.store.read import queries
from journal.store.read.questions import judged_habits
from journal.store.write import transaction

HIGHEST = 1e300
"""Figures from here on, infinities too, are stored as this: JSON has no infinity."""


def look_if_due(where: DiaryPath, clock: UserClock, told: Callable[[int], None] = lambda days: None) -> Look | None:
    """Judge the diary if a look is due, and store what it said; `told` how many days it is about to judge.

    `here` is asked for the day; the hour at which it starts is the diary's own.
    """
    file = DiaryFile.of(where)
    with connections.reading(file) as connection:
        clock = queries.context(connection, clock).clock
        looks = look_records.looks(connection)
        known = look_records.logged(connection, clock.today)
        outcome = look_records.outcome(connection, known)
        found = due_look.due(connection, looks, known[outcome])
        if found is None:
            return None
        told(known[outcome])
        data = dataset(connection, judged_habits(connection), outcome, clock)
        guess = look_records.guess(connection)
    if data is None:
        return None
    look, verdicts, lags = _taken(data, found, outcome, guess.habits if guess else (), clock)
    with transaction.step(file, look_records.KIND, instant_text(clock.now)) as connection:
        if look_records.looks(connection) != looks:
            return None  # another program was faster; its look stands
        look_records.keep_look(connection, look, verdicts, lags)
    return look


def _taken(
    data: Dataset, due: DueLook, outcome: str, guessed: tuple[str, ...], clock: UserClock
) -> tuple[Look, list[Row], list[Row]]:
    levels = due_look.levels(due, data.days)
    findings = data.judged(levels, guessed).findings
    first, last = data.first_and_last
    look = Look(
        transaction.new_id(),
        clock.today.isoformat(),
        first.isoformat(),
        last.isoformat(),
        outcome,
        data.days,
        due.used,
        *levels,
        due.why,
    )
    habits = {habit.slug: habit for habit in data.habits}
    verdicts = [
        _row(place, finding, habits[finding.habit], finding.habit in guessed)
        for place, finding in enumerate(findings, 1)
    ]
    lags = [
        {
            "habit": finding.habit,
            "lag": at.lag,
            **{name: _number(getattr(at, name)) for name in ("raw_ratio", "raw_low", "raw_high")},
            "days_used": at.days_used,
        }
        for finding in findings
        for at in finding.lags
    ]
    return look, verdicts, lags


def _row(place: int, finding: Finding, habit: Habit, guessed: bool) -> Row:
    finding = cautioned(finding, habit)
    can_be_said = finding.lag >= 0
    numbers = ("p", "rate_ratio", "low", "high", "raw_ratio", "raw_low", "raw_high", "mean_with", "mean_without")
    counts = ("n_with", "n_without", "days_used", "days_missing", "days_needed")
    return {
        "habit": habit.slug,
        "label": habit.question.label,
        "place": place,
        "guessed": int(guessed),
        "tier": finding.tier,
        "lag": finding.lag if can_be_said else None,
        **{name: _number(getattr(finding, name)) for name in numbers},
        "contrast_low": _number(finding.contrast[0]),
        "contrast_high": _number(finding.contrast[1]),
        "control_p": _number(finding.control_p),
        "unit": finding.unit or None,
        **{name: getattr(finding, name) if can_be_said else None for name in counts},
        "days_more": finding.days_more or None,
        "same_day_caution": int(finding.same_day_caution),
        "not_separable_from": " ".join(finding.not_separable_from) or None,
        "reason": finding.reason or None,
    }


def cautioned(finding: Finding, habit: Habit) -> Finding:
    """The night before came before the twitches of the day: no caution at its lag 0."""
    return replace(finding, same_day_caution=finding.same_day_caution and not habit.is_night)


def _number(value: Any) -> float | None:
    if value != value:  # NaN is not itself
        return None
    return float(value) if isfinite(value) and abs(value) < HIGHEST else HIGHEST if value > 0 else -HIGHEST
