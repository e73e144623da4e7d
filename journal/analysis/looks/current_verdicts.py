"""What the looks said: the verdicts that stand until the next one, and the history of each habit."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from math import inf, nan
from typing import NamedTuple

from journal.analysis.looks import due_look
from journal.analysis.looks.early_counts import EarlyCounts, early_counts
from journal.analysis.looks.finding_rows import finding_of
from journal.analysis.looks.take_follow_ups import days_so_far
from journal.catalog.habits import Habit, of_question
from journal.catalog.questions import Question
from journal.moments import UserClock
from journal.statistics.result import Finding
from journal.store import look_records
from journal.store.look_records import FollowUpRow, Guess, Look
from journal.store.read import queries
from journal.store.read.question_states import every_habit, shown_habits

CLAIMS = ("clear", "possible")


class HabitAtLook(NamedTuple):
    """What a habit was called at a look."""

    look: Look
    tier: str
    lag: int | None


class SinceClaim(NamedTuple):
    """How a claim fares on the days after the look that made it first: `days` of them are logged, up to those of a
    follow-up; `test` is what was found on them, None before."""

    look: Look
    direction: int
    days: int
    test: FollowUpRow | None

    @property
    def turned_ratio(self) -> tuple[float, float, float]:
        """Since then, over the claim's contrast, and its interval: above 1 where it is as the claim says."""
        test = self.test
        values = (test.raw_ratio, test.raw_low, test.raw_high) if test else (None, None, None)
        ratio, low, high = (nan if value is None else value for value in values)
        return (ratio, low, high) if self.direction > 0 else (_turned(ratio), _turned(high), _turned(low))


@dataclass(frozen=True)
class Verdict:
    """A habit as the last look found it; `history` is every look at it, the first one first. `since` is of its claim,
    the last one where it is none any more; None where it never was one."""

    habit: Habit
    finding: Finding
    guessed: bool = False
    days_late: int = 0
    """Of the judged days, those of which the habit was written later than the next day, and so is left out."""
    history: tuple[HabitAtLook, ...] = ()
    since: SinceClaim | None = None

    @property
    def is_claim(self) -> bool:
        return self.finding.tier in CLAIMS

    @property
    def stands_apart(self) -> bool:
        """A rating that goes with the same day's twitches: nobody can tell which came first, whatever its p."""
        return self.is_claim and self.finding.lag == 0 and self.habit.is_rating


@dataclass(frozen=True)
class CurrentVerdicts:
    """What can be said today. `look` is the last one, None before the first; `days` are the counted days now."""

    today: date
    outcome: str
    days: int
    look: Look | None
    verdicts: tuple[Verdict, ...]
    habits: tuple[Habit, ...]
    guess: Guess | None
    guessed_habits: tuple[tuple[Habit, int], ...]
    """Those of the guess, also one that is off by now, each with its direction: 0 where none was named."""
    guess_closed: str | None
    next_look: int
    pace: float
    explored: int
    early: EarlyCounts | None
    """Before the first look, what the diary shows already."""

    def of(self, slug: str) -> Verdict | None:
        return next((verdict for verdict in self.verdicts if verdict.habit.slug == slug), None)

    @property
    def visible(self) -> tuple[Verdict, ...]:
        """Those that are shown: of the habits that are asked, or that rows answer."""
        shown_slugs = {habit.of for habit in self.habits}
        return tuple(verdict for verdict in self.verdicts if verdict.habit.of in shown_slugs)

    @property
    def also_counted(self) -> tuple[Verdict, ...]:
        """Of habits that are no longer asked and yet were judged with the others: what is shown is a choice."""
        return tuple(verdict for verdict in self.verdicts if verdict not in self.visible)

    @property
    def known_habits(self) -> list[Habit]:
        """Those of the last look, and those that are new since then."""
        judged = [verdict.habit for verdict in self.verdicts]
        slugs = {habit.slug for habit in judged}
        return [*judged, *(habit for habit in self.habits if habit.slug not in slugs)]

    def day_of(self, days: int) -> date | None:
        """When so many days may be logged; None beyond two years."""
        return due_look.day_of(max(0, days - self.days), self.pace, self.today)


def current_verdicts(connection: sqlite3.Connection, clock: UserClock) -> CurrentVerdicts:
    """As the diary holds it; a look that is due is not taken."""
    looks = look_records.looks(connection)
    days = look_records.logged(connection, clock.today)
    outcome = look_records.outcome(connection, days)
    last = looks[-1] if looks else None
    guess = look_records.guess(connection)
    habits = every_habit(connection) if guess else {}
    guessed = guess.directions.items() if guess else ()
    return CurrentVerdicts(
        clock.today,
        outcome,
        days[outcome],
        last,
        verdicts(connection, looks, clock),
        tuple(shown_habits(connection)),
        guess,
        tuple((habits.get(slug) or _gone(slug, slug.replace("_", " ")), direction) for slug, direction in guessed),
        look_records.why_closed(connection, clock),
        due_look.following(looks, days[outcome]),
        due_look.pace(connection, outcome, clock.today),
        look_records.explored(connection),
        None if last else early_counts(connection, queries.lexicon(connection), clock),
    )


def verdicts(connection: sqlite3.Connection, looks: list[Look], clock: UserClock) -> tuple[Verdict, ...]:
    """What the last look said of each habit."""
    if not looks:
        return ()
    habits = every_habit(connection)
    tiers = look_records.tiers(connection)
    since = _since(connection, clock)
    current = []
    for row in look_records.verdicts(connection, looks[-1].id):
        slug = row["habit"]
        history = tuple(HabitAtLook(look, *tiers[slug][look.id]) for look in looks if look.id in tiers[slug])
        habit = habits.get(slug) or _gone(slug, row["label"])
        current.append(
            Verdict(habit, finding_of(row), bool(row["guessed"]), row["days_late"] or 0, history, since.get(slug))
        )
    return tuple(current)


def _since(connection: sqlite3.Connection, clock: UserClock) -> dict[str, SinceClaim]:
    """Habit -> how its last claim fared."""
    tests = look_records.follow_ups(connection)
    since = {}
    for look, verdict in look_records.claims(connection):
        test = tests.get((look.id, verdict["habit"]))
        days = test.days if test else days_so_far(connection, look, verdict, clock)
        since[verdict["habit"]] = SinceClaim(look, look_records.direction(verdict), days, test)
    return since


def _turned(ratio: float) -> float:
    return 1 / ratio if ratio else inf


def _gone(slug: str, label: str) -> Habit:
    """A habit whose question is no longer in the diary."""
    return of_question(Question(slug, label, unit="", state="off", built_in=False))
