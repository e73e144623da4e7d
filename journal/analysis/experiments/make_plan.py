"""A plan: its dates, its outcome, the smallest p it can bring, and what it would find on this diary."""

import os
import sqlite3
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from journal.analysis.experiments.outcome_days import mostly_lids_or_long, outcome_days
from journal.catalog.experiments import (
    FEWEST_BLOCKS,
    FEWEST_DAYS,
    MOST_BLOCKS,
    MOST_DAYS,
    OUTCOMES,
    Trial,
)
from journal.errors import Refused
from journal.moments import UserClock, day_words
from journal.phrases.write.format_number import counted
from journal.statistics.arrays import Array
from journal.statistics.block_orders import block_orders, drawn_order
from journal.statistics.experiment_power import ExperimentPower, experiment_power
from journal.statistics.randomization import LEVEL
from journal.store import experiment_records
from journal.store.experiment_records import Experiment
from journal.store.file.diary_file import DiaryPath
from journal.store.read import aggregates

DAYS_NEEDED = 14
"""Days on which the outcome is known, before anything can be worked out on them."""
DAYS_BACK = 180
"""A plan is worked out on so many days before today at most."""
MOST_AHEAD = 60
"""Days after today on which an experiment may begin at the latest."""
COUNT_SAYS_LITTLE = (
    "most of what you log is of an eyelid or lasts ten minutes and longer, and a count says little of that"
)
LEAST_OFTEN = 0.5
"""Where even the largest ratio would be found less often, the level is out of reach on this diary."""


class ExperimentPlan(NamedTuple):
    """A plan that nothing has been stored of. `days_known` of `days_back` days have the outcome."""

    trial: Trial
    outcome: str
    blocks: int
    block_days: int
    first_day: date
    smallest_p: float
    power: ExperimentPower
    days_known: int
    days_back: int

    @property
    def last_day(self) -> date:
        return self.first_day + timedelta(days=self.blocks * self.block_days - 1)


def make_plan(
    connection: sqlite3.Connection,
    clock: UserClock,
    trial: Trial,
    outcome: str | None = None,
    blocks: int = FEWEST_BLOCKS,
    block_days: int = FEWEST_DAYS,
    first_day: date | None = None,
) -> ExperimentPlan:
    """Tomorrow is the first day unless another is said. Raises Refused where the plan cannot be, with the reason."""
    first_day = first_day or clock.today + timedelta(days=1)
    experiment_records.refuse_second(connection, clock.today)
    _check_shape(blocks, block_days)
    if first_day < clock.today:
        raise Refused("an experiment begins today or later: days that are over cannot be drawn any more")
    if first_day > clock.today + timedelta(days=MOST_AHEAD):
        raise Refused(f"{day_words(first_day, clock.today)} is too far ahead; at most {MOST_AHEAD} days")
    first, last = _span(connection, clock)
    is_uncountable = "count" in trial.outcomes and outcome != "rating" and mostly_lids_or_long(connection, first, last)
    outcome = _outcome(connection, trial, outcome, first, last, is_uncountable=is_uncountable)
    days = outcome_days(connection, outcome, first, last)
    logged = int(np.isfinite(days).sum())
    if logged < DAYS_NEEDED:
        verb = "is" if logged == 1 else "are"
        reason = f"{COUNT_SAYS_LITTLE}; so this is compared: " if is_uncountable else ""
        raise Refused(
            f"{reason}{OUTCOMES[outcome]}: known on {counted(logged, 'day')} that {verb} over, and a plan is"
            f" worked out on your own days, {DAYS_NEEDED} at least; log {DAYS_NEEDED - logged} more first"
        )
    power = experiment_power(days, blocks, block_days, is_rating=outcome == "rating")
    if power.at_largest < LEAST_OFTEN:
        raise Refused(_out_of_reach(outcome, days, power, blocks, block_days))
    smallest_p = 1 / len(block_orders(blocks))
    return ExperimentPlan(trial, outcome, blocks, block_days, first_day, smallest_p, power, logged, len(days))


def start(where: DiaryPath, plan: ExperimentPlan, clock: UserClock) -> Experiment:
    """Draw the order, and store it with the plan."""
    seed = int.from_bytes(os.urandom(6), "big")
    order = [bool(is_change) for is_change in drawn_order(plan.blocks, seed)]
    ratio = plan.power.ratio
    return experiment_records.start(
        where, plan.trial, plan.outcome, order, seed, ratio, plan.first_day, plan.block_days, clock
    )


def _check_shape(blocks: int, block_days: int) -> None:
    if blocks < FEWEST_BLOCKS and blocks > 1:
        fewest = 1 / len(block_orders(blocks - blocks % 2))
        reach = (
            f"the smallest p of {blocks} is {fewest:.2g}" if fewest > LEVEL else f"{blocks} would hardly find anything"
        )
        raise Refused(f"{blocks} blocks are too few: {reach}. Take {FEWEST_BLOCKS}, 12 or {MOST_BLOCKS}")
    if blocks % 2 or not FEWEST_BLOCKS <= blocks <= MOST_BLOCKS:
        raise Refused(f"blocks are {FEWEST_BLOCKS}, 12 or {MOST_BLOCKS}, half each way, not {blocks}")
    if not FEWEST_DAYS <= block_days <= MOST_DAYS:
        raise Refused(f"a block has {FEWEST_DAYS} to {MOST_DAYS} days, not {block_days}; its first is left out")


def _span(connection: sqlite3.Connection, clock: UserClock) -> tuple[date, date]:
    """The days on which a plan is worked out: up to yesterday, from the first with any record."""
    yesterday = clock.today - timedelta(days=1)
    bounds = aggregates.bounds(connection)
    logged_from = date.fromisoformat(bounds[0]) if bounds else yesterday
    return min(max(logged_from, clock.today - timedelta(days=DAYS_BACK)), yesterday), yesterday


def _outcome(
    connection: sqlite3.Connection, trial: Trial, outcome: str | None, first: date, last: date, *, is_uncountable: bool
) -> str:
    """The outcome named, if the trial may have it; else the one that is known on more days, or the rating where a count
    says little."""
    if outcome and outcome not in trial.outcomes:
        raise Refused(f"what {trial.slug} may be judged by is {' or '.join(trial.outcomes)}, not {outcome}")
    if is_uncountable:
        if outcome:
            raise Refused(f"{COUNT_SAYS_LITTLE}; `--by rating`, {OUTCOMES['rating']}, says more")
        return "rating"
    if outcome:
        return outcome
    days_logged = {name: np.isfinite(outcome_days(connection, name, first, last)).sum() for name in trial.outcomes}
    return max(trial.outcomes, key=lambda name: days_logged[name])


def _out_of_reach(outcome: str, days: Array, power: ExperimentPower, blocks: int, block_days: int) -> str:
    """Why p .05 is out of reach, and what would bring it nearer."""
    share = f"{100 * float(np.isfinite(days).mean()):.0f} %"
    longer = (blocks, block_days) != (MOST_BLOCKS, MOST_DAYS)
    hint = f"; more blocks or longer ones may, up to {MOST_BLOCKS} of {MOST_DAYS} days" if longer else ""
    return (
        f"{blocks} blocks of {block_days} days cannot reach p .05 on this diary: {OUTCOMES[outcome]}, known for"
        f" {share} of your days, {np.nanmean(days):.2g} on average, are too few; even {power.largest:.0f} times"
        f" fewer would be found by {100 * power.at_largest:.0f} % of such experiments{hint}"
    )
