"""The outcome and the habits of each day, as `statistics.judge` takes them: NaN where not logged, today left out."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pandas as pd

from journal.analysis import daily, regions
from journal.analysis.daily import DaySpan
from journal.catalog.habits import (
    HEAVY_EFFORT,
    HEAVY_LIFTING,
    LATE_CAFFEINE,
    LATE_HOUR,
    SHORT_NIGHT_H,
    SHORT_NIGHTS,
    TRAINED_MUSCLES,
    Habit,
)
from journal.catalog.lexicon import Lexicon
from journal.moments import UserClock
from journal.statistics.encoding import LEAST_PAIRS, LONGEST_LAG, Kind
from journal.statistics.result import Result
from journal.statistics.trained_days import TrainedDays
from journal.store.read import aggregates, daily_columns, written_late

TWITCHES_COLUMN, RATING_COLUMN = "twitches", "twitchiness"
"""The outcome that is a rating of the day, not a count."""


@dataclass(frozen=True)
class Dataset:
    """One row a calendar day, the first ones before the first known outcome: they hold habits that came before it."""

    outcome: "pd.Series[float]"
    frame: pd.DataFrame
    """The habits, NaN also where they were written later than the next day."""
    habits: tuple[Habit, ...]
    late: pd.DataFrame
    """Of the same shape: whether a habit was written so late."""
    illness: "pd.Series[bool]"
    """The days of illness or travel, which change habits and twitches alike."""
    trained: TrainedDays | None = None
    """Twitches and hard training by region; None where no training tells one region from another."""

    @property
    def days(self) -> int:
        """On how many days the outcome is known."""
        return int(self.outcome.notna().sum())

    @property
    def days_late(self) -> dict[str, int]:
        """Habit -> the days with the outcome of which it was written later than the next day, and so is left out."""
        counts = self.late[self.outcome.notna()].sum()
        return {str(habit): int(days) for habit, days in counts.items()}

    @property
    def training_known(self) -> "pd.Series[float]":
        """1 on days of which the training of every region is known."""
        nowhere = pd.Series(np.nan, self.outcome.index)
        return nowhere if self.trained is None else nowhere.mask(self.trained.trained.notna().all(axis=1), 1.0)

    @property
    def first_and_last(self) -> tuple[date, date]:
        """The first and the last day on which it is known."""
        known_days = self.outcome.index[self.outcome.notna()]
        return known_days[0].date(), known_days[-1].date()

    def of_the_family(self) -> "Dataset":
        """Without the habits that are neither asked nor known on enough days to be tested."""
        numbers = self.frame.notna().sum()
        habits = [habit for habit in self.habits if habit.question.state == "on" or numbers[habit.slug] >= LEAST_PAIRS]
        slugs = [habit.slug for habit in habits]
        return replace(self, frame=self.frame[slugs], habits=tuple(habits), late=self.late[slugs])

    def with_regions(self, connection: sqlite3.Connection, lexicon: Lexicon, clock: UserClock) -> "Dataset":
        """With the regions of the body, of which a rating of the day knows nothing."""
        if self.outcome.name != TWITCHES_COLUMN:
            return self
        span = DaySpan(self.outcome.index[0].date(), self.outcome.index[-1].date(), clock.today)
        counts, trained = regions.trained_days(connection, lexicon, span)
        answers = written_late.late_days(connection, [TRAINED_MUSCLES.of], *span.ends)[TRAINED_MUSCLES.of]
        rows = written_late.late_rows(connection, TRAINED_MUSCLES.of, *span.ends)
        trained = trained.mask(days_among(answers | rows, span), axis=0)
        has_contrast = bool((trained.max(axis=1) > trained.min(axis=1)).any())
        return replace(self, trained=TrainedDays(counts, trained) if has_contrast else None)

    def judged(self, levels: tuple[float, float], suspects: Mapping[str, int] | None = None) -> Result:
        """Judged once, at these levels. Suspects that are not judged any more are left out; the direction of one that
        was named, not 0, stands over what is believed of it."""
        from journal.statistics.judge import judge  # scipy, a second, which what stands is read without

        suspects = suspects or {}
        believed = {habit.slug: suspects.get(habit.slug) or habit.question.direction for habit in self.habits}
        kinds: dict[str, Kind] = {habit.slug: "any" for habit in self.habits if habit.any_or_none}
        return judge(
            self.outcome,
            self.frame,
            kinds=kinds,
            belief={habit.slug: habit.question.belief for habit in self.habits},
            suspects=[slug for slug in suspects if slug in self.frame],
            levels=levels,
            apart=[habit.slug for habit in self.habits if habit.may_be_consequence],
            direction={slug: direction for slug, direction in believed.items() if direction},
            blocks={habit.slug: habit.of for habit in self.habits if habit.slug != habit.of and habit.of in self.frame},
            illness=self.illness,
            is_rating=self.outcome.name == RATING_COLUMN,
            trained=self.trained,
        )


def dataset(
    connection: sqlite3.Connection,
    habits: Sequence[Habit],
    outcome: str,
    clock: UserClock,
    first: date | None = None,
    last: date | None = None,
    most_days: int | None = None,
) -> Dataset | None:
    """All of the diary's finished days, those from `first` to `last`, or the first `most_days` on which the outcome, a
    column of the view `daily`, is known; None where it is not known on any."""
    ends = known_days(connection, outcome, clock.today, first, last, most_days)
    if ends is None:
        return None
    span = daily.earlier(DaySpan(*ends, clock.today), LONGEST_LAG)
    values = daily.daily(connection, [outcome], span)[outcome]
    values = values.where(values.index >= pd.Timestamp(ends[0]))
    habits = [habit for habit in habits if not habit.is_within_days]
    late = late_frame(connection, habits, span)
    frame = habit_frame(connection, habits, span, clock).mask(late)
    illness = days_among(aggregates.illness_days(connection, *span.ends), span)
    return Dataset(values, frame, tuple(habits), late, illness)


def known_days(
    connection: sqlite3.Connection,
    outcome: str,
    today: date,
    first: date | None = None,
    last: date | None = None,
    most_days: int | None = None,
) -> tuple[date, date] | None:
    """The first and the last finished day on which the outcome is known, of the first `most_days` if that is said."""
    end = min(last or date.max, today - timedelta(days=1))
    bounds = aggregates.bounds(connection)
    begin = max(first or date.min, date.fromisoformat(bounds[0])) if bounds else date.max
    if begin > end:
        return None
    numbers = daily_columns.known_positions(connection, outcome, begin.isoformat(), end.isoformat())[:most_days]
    return (begin + timedelta(days=numbers[0]), begin + timedelta(days=numbers[-1])) if numbers else None


def habit_frame(
    connection: sqlite3.Connection, habits: Sequence[Habit], span: DaySpan, clock: UserClock
) -> pd.DataFrame:
    """A column for each habit, named by its slug."""
    question_slugs = [habit.slug for habit in habits if habit.slug == habit.of]
    frame = daily.daily(connection, question_slugs, span)
    derived = {
        SHORT_NIGHTS.slug: lambda: _short_nights(connection, span),
        LATE_CAFFEINE.slug: lambda: _late_caffeine(connection, span, clock),
        HEAVY_LIFTING.slug: lambda: _heavy_lifting(connection, span),
    }
    for habit in habits:
        if habit.slug != habit.of:
            frame[habit.slug] = derived[habit.slug]()
    return frame[[habit.slug for habit in habits]]


def late_frame(connection: sqlite3.Connection, habits: Sequence[Habit], span: DaySpan) -> pd.DataFrame:
    """Whether a habit was written later than the next day; a cut as the rows and the answer that it is made of."""
    days = written_late.late_days(connection, {habit.of for habit in habits}, *span.ends)
    late = {
        habit.slug: days[habit.of]
        if habit.slug == habit.of
        else days[habit.of] | written_late.late_rows(connection, habit.of, *span.ends)
        for habit in habits
    }
    return pd.DataFrame({slug: days_among(late_days, span) for slug, late_days in late.items()})


def days_among(days: Collection[str], span: DaySpan) -> "pd.Series[bool]":
    """Of every day of the span, whether it is one of these."""
    every_day = daily.days_of(span)
    return pd.Series(every_day.isin(pd.DatetimeIndex(sorted(days))), every_day)


def _short_nights(connection: sqlite3.Connection, span: DaySpan) -> "pd.Series[float]":
    hours = daily.daily(connection, ["sleep_hours"], span)["sleep_hours"]
    return (hours < SHORT_NIGHT_H).astype(float).where(hours.notna())


def _late_caffeine(connection: sqlite3.Connection, span: DaySpan, clock: UserClock) -> "pd.Series[float]":
    """Known where every drink with caffeine has its time; a total that was typed has none, unless it is 0."""
    rows = aggregates.late_caffeine(connection, LATE_HOUR, clock.day_starts, *span.ends)
    late_mg = daily.by_day(((day, np.nan if unknown else mg) for day, mg, unknown in rows), ["late"], span)["late"]
    return _under_total(connection, "caffeine_mg", late_mg, span)


def _heavy_lifting(connection: sqlite3.Connection, span: DaySpan) -> "pd.Series[float]":
    """Known where every strength workout has its effort, or one of them was heavy; no workout at all is a 0."""
    rows = aggregates.heavy_lifting(connection, HEAVY_EFFORT, *span.ends)
    values = ((day, 1.0 if heavy else np.nan if unknown else 0.0) for day, heavy, unknown in rows)
    heavy = daily.by_day(values, ["heavy"], span)["heavy"]
    total = _typed(connection, "workout_load", span)
    return heavy.where(heavy.notna() | (total != 0), 0.0)


def _under_total(
    connection: sqlite3.Connection, question: str, amounts: "pd.Series[float]", span: DaySpan
) -> "pd.Series[float]":
    """A typed total stands over the rows: 0 means none, and of any other nobody knows when it was."""
    total = _typed(connection, question, span)
    return amounts.where(total.isna()).where(total != 0, 0.0)


def _typed(connection: sqlite3.Connection, question: str, span: DaySpan) -> "pd.Series[float]":
    return daily.by_day(aggregates.answers(connection, question, *span.ends), ["total"], span)["total"]
