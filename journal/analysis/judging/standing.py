"""What the looks said: the verdicts that stand until the next one, and the history of each habit."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import nan
from typing import NamedTuple

from journal.analysis.judging import calendar
from journal.analysis.triggers import NO_LAG, AtLag, Finding
from journal.catalog.habits import DERIVED, Habit, of_question
from journal.catalog.questions import Question
from journal.moments import Here
from journal.store import judgements, reading
from journal.store.judgements import Guess, Look, Row

CLAIMS = ("clear", "possible")


class Once(NamedTuple):
    """What a habit was called at a look."""

    look: Look
    tier: str
    lag: int | None


@dataclass(frozen=True)
class Verdict:
    """A habit as the last look found it; `history` is every look at it, the first one first."""

    habit: Habit
    finding: Finding
    guessed: bool = False
    history: tuple[Once, ...] = ()

    @property
    def is_claim(self) -> bool:
        return self.finding.tier in CLAIMS

    @property
    def stands_apart(self) -> bool:
        """A rating that goes with the same day's twitches: nobody can tell which came first, whatever its p."""
        return self.is_claim and self.finding.lag == 0 and self.habit.is_rating


@dataclass(frozen=True)
class Standing:
    """What can be said today. `look` is the last one, None before the first; `days` are the logged days now."""

    today: date
    outcome: str
    days: int
    look: Look | None
    verdicts: tuple[Verdict, ...]
    habits: tuple[Habit, ...]
    guess: Guess | None
    guess_closed: str | None
    next_look: int
    pace: float
    explored: int

    def of(self, slug: str) -> Verdict | None:
        return next((verdict for verdict in self.verdicts if verdict.habit.slug == slug), None)

    @property
    def known_habits(self) -> list[Habit]:
        """Those of the last look, and those that are new since."""
        judged = [verdict.habit for verdict in self.verdicts]
        slugs = {habit.slug for habit in judged}
        return [*judged, *(habit for habit in self.habits if habit.slug not in slugs)]

    def day_of(self, days: int) -> date | None:
        """When so many days may be logged; None beyond two years."""
        return calendar.day_of(max(0, days - self.days), self.pace, self.today)


def standing(connection: sqlite3.Connection, here: Here) -> Standing:
    """As the diary holds it; a look that is due is not taken."""
    looks = judgements.looks(connection)
    known = judgements.logged(connection, here.today)
    outcome = judgements.outcome(connection, known)
    last = looks[-1] if looks else None
    return Standing(
        here.today,
        outcome,
        known[outcome],
        last,
        verdicts(connection, looks),
        tuple(judgements.habits(connection)),
        judgements.guess(connection),
        judgements.why_closed(connection, here),
        calendar.following(looks, known[outcome]),
        calendar.pace(connection, outcome, here.today),
        judgements.explored(connection),
    )


def verdicts(connection: sqlite3.Connection, looks: list[Look]) -> tuple[Verdict, ...]:
    """What the last look said of each habit."""
    if not looks:
        return ()
    habits = _every_habit(connection)
    tiers = judgements.tiers(connection)
    found = []
    for row in judgements.verdicts(connection, looks[-1].id):
        slug = row["habit"]
        history = tuple(Once(look, *tiers[slug][look.id]) for look in looks if look.id in tiers[slug])
        habit = habits.get(slug) or _gone(slug, row["label"])
        found.append(Verdict(habit, _finding(row), bool(row["guessed"]), history))
    return tuple(found)


def _every_habit(connection: sqlite3.Connection) -> dict[str, Habit]:
    """Those that are not judged any more too."""
    asked = [of_question(question) for question in reading.questions(connection)]
    return {habit.slug: habit for habit in (*asked, *DERIVED)}


def _gone(slug: str, label: str) -> Habit:
    """A habit whose question is in the diary no more."""
    return of_question(Question(slug, label, "", 0, None, None, None, "off", 0, "day", "habit", built_in=False))


def _finding(row: Row) -> Finding:
    number, count = partial(_number, row), partial(_count, row)
    return Finding(
        row["habit"],
        row["tier"],
        NO_LAG if row["lag"] is None else row["lag"],
        number("p"),
        number("rate_ratio"),
        number("low"),
        number("high"),
        number("raw_ratio"),
        number("raw_low"),
        number("raw_high"),
        row["unit"] or "",
        (number("contrast_low"), number("contrast_high")),
        number("mean_with"),
        number("mean_without"),
        count("n_with"),
        count("n_without"),
        count("days_used"),
        count("days_missing"),
        count("days_needed"),
        count("days_more"),
        bool(row["same_day_caution"]),
        number("control_p"),
        tuple((row["not_separable_from"] or "").split()),
        row["reason"] or "",
        tuple(
            AtLag(
                lag["lag"],
                _number(lag, "raw_ratio"),
                _number(lag, "raw_low"),
                _number(lag, "raw_high"),
                lag["days_used"],
            )
            for lag in row["lags"]
        ),
    )


def _number(row: Row, name: str) -> float:
    return nan if row[name] is None else float(row[name])


def _count(row: Row, name: str) -> int:
    return row[name] or 0
