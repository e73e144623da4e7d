"""Experiments: what was planned and drawn, whether each day was kept, and what is running.

Only one runs at a time. What is compared is stored when it is planned, and is not changed from then on.
"""

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from journal.catalog.experiments import BY_SLUG, Trial
from journal.errors import Refused
from journal.moments import UserClock, day_words, instant_text
from journal.store.file.diary_file import DiaryPath
from journal.store.write import transaction

CHANGE, USUAL = "change", "usual"


class Block(NamedTuple):
    """A block of days alike; the first of them is left out."""

    number: int
    first_day: date
    last_day: date
    is_change: bool

    @property
    def days(self) -> int:
        return (self.last_day - self.first_day).days + 1


class Experiment(NamedTuple):
    """An experiment as it is stored. `kept`: day -> whether its condition was, where that was said."""

    id: str
    trial_slug: str
    outcome: str
    named_at: str
    seed: int
    found_ratio: float | None
    stopped_on: date | None
    blocks: tuple[Block, ...]
    kept: dict[date, bool]

    @property
    def trial(self) -> Trial:
        title = self.trial_slug.replace("-", " ").capitalize()  # one that a newer program knows
        return BY_SLUG.get(self.trial_slug) or Trial(self.trial_slug, title, title.lower(), "")

    @property
    def first_day(self) -> date:
        return self.blocks[0].first_day

    @property
    def last_day(self) -> date:
        return self.blocks[-1].last_day

    def is_open(self, today: date) -> bool:
        """Whether it is planned or running: not stopped, and its last day is not over."""
        return self.stopped_on is None and today <= self.last_day

    def block_of(self, day: date) -> Block | None:
        return next((block for block in self.blocks if block.first_day <= day <= block.last_day), None)

    def brief_condition(self, block: Block) -> str:
        """`less caffeine`, or what is done on the other days."""
        return self.trial.title.lower() if block.is_change else self.trial.usual

    def condition_words(self, block: Block) -> str:
        return self.trial.change if block.is_change else self.trial.usual


def experiments(connection: sqlite3.Connection) -> list[Experiment]:
    """Every experiment, that of the latest days last."""
    blocks: dict[str, list[Block]] = {}
    for experiment, number, first, last, condition in connection.execute(
        "SELECT experiment, number, first_day, last_day, condition FROM experiment_block ORDER BY first_day, number"
    ):
        block = Block(number, date.fromisoformat(first), date.fromisoformat(last), condition == CHANGE)
        blocks.setdefault(experiment, []).append(block)
    kept: dict[str, dict[date, bool]] = {}
    for experiment, day, value in connection.execute("SELECT experiment, day, kept FROM experiment_day"):
        kept.setdefault(experiment, {})[date.fromisoformat(day)] = bool(value)
    rows = connection.execute("SELECT id, trial, outcome, named_at, seed, found_ratio, stopped_on FROM experiment")
    stored = [
        Experiment(
            identity,
            trial,
            outcome,
            named_at,
            seed,
            found_ratio,
            date.fromisoformat(stopped_on) if stopped_on else None,
            tuple(blocks[identity]),
            kept.get(identity, {}),
        )
        for identity, trial, outcome, named_at, seed, found_ratio, stopped_on in rows
        if identity in blocks
    ]
    return sorted(stored, key=lambda experiment: experiment.first_day)


def open_experiment(connection: sqlite3.Connection, today: date) -> Experiment | None:
    """The one that is planned or running."""
    return next((each for each in reversed(experiments(connection)) if each.is_open(today)), None)


def last_experiment(connection: sqlite3.Connection) -> Experiment | None:
    return next(reversed(experiments(connection)), None)


# ---- writing ------------------------------------------------------------------------------------------------


def refuse_second(connection: sqlite3.Connection, today: date) -> None:
    """Refuses an experiment beside one that is planned or running."""
    if running := open_experiment(connection, today):
        raise Refused(
            f"“{running.trial.title}” is on until {day_words(running.last_day, today)}; one experiment at a time, or"
            " what they do could not be told apart. Stop that one first, or wait for its end"
        )


def start(
    where: DiaryPath,
    trial: Trial,
    outcome: str,
    order: Sequence[bool],
    seed: int,
    found_ratio: float | None,
    first_day: date,
    block_days: int,
    clock: UserClock,
) -> Experiment:
    """Store an experiment with its blocks in the order that was drawn, each so many days long."""
    instant = instant_text(clock.now)
    with transaction.step(where, "log", instant) as connection:
        refuse_second(connection, clock.today)
        identity = transaction.new_id()
        row = {"trial": trial.slug, "outcome": outcome, "named_at": instant, "seed": seed, "found_ratio": found_ratio}
        transaction.insert(connection, "experiment", {"id": identity, **row})
        for number, is_change in enumerate(order):
            begins = first_day + timedelta(days=number * block_days)
            block = {
                "experiment": identity,
                "number": number + 1,
                "first_day": begins.isoformat(),
                "last_day": (begins + timedelta(days=block_days - 1)).isoformat(),
                "condition": CHANGE if is_change else USUAL,
            }
            transaction.insert(connection, "experiment_block", block)
        return next(each for each in experiments(connection) if each.id == identity)


def keep(where: DiaryPath, day: date, kept: bool | None, clock: UserClock) -> Experiment:
    """Store whether the condition of a day was kept; None makes it not said."""
    with transaction.step(where, "log", instant_text(clock.now)) as connection:
        experiment = next(
            (each for each in reversed(experiments(connection)) if each.first_day <= day <= each.last_day), None
        )
        if experiment is None:
            raise Refused(f"{day_words(day, clock.today)} is no day of an experiment; nothing was stored")
        if day > clock.today:
            raise Refused(f"{day_words(day, clock.today)} has not come yet; nothing was stored")
        if experiment.stopped_on and day > experiment.stopped_on:
            stopped = day_words(experiment.stopped_on, clock.today)
            raise Refused(f"the experiment was stopped on {stopped}; nothing was stored")
        key = {"experiment": experiment.id, "day": day.isoformat()}
        if kept is None:
            transaction.delete(connection, "experiment_day", key)
        elif experiment.kept.get(day) != kept:
            transaction.upsert(connection, "experiment_day", key, {"kept": int(kept)})
        return next(each for each in experiments(connection) if each.id == experiment.id)


def stop(where: DiaryPath, clock: UserClock) -> Experiment:
    """End the experiment that is planned or running today; `undo` goes on with it."""
    with transaction.step(where, "log", instant_text(clock.now)) as connection:
        experiment = open_experiment(connection, clock.today)
        if experiment is None:
            raise Refused("no experiment is on; nothing was changed")
        stopped = {"stopped_on": clock.today.isoformat()}
        transaction.update(connection, "experiment", {"id": experiment.id}, stopped)
        return experiment._replace(stopped_on=clock.today)
