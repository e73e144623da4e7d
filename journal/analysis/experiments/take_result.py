"""What an experiment shows. Nothing is tested before its last day is over."""

import sqlite3
from datetime import timedelta
from typing import NamedTuple

import numpy as np

from journal.analysis.experiments.outcome_days import outcome_days
from journal.catalog.experiments import MOST_BLOCKS
from journal.errors import Refused
from journal.moments import UserClock, day_words
from journal.statistics.arrays import Array
from journal.statistics.block_orders import block_orders
from journal.statistics.randomization import LEVEL, RandomizationTest, counted_days, randomization_test
from journal.store.experiment_records import Experiment


class ExperimentResult(NamedTuple):
    """What became of an experiment: tested where it went to its end, otherwise described.

    `means` and `days` are of the days of change and of the others: the mean of those that count (None where none does),
    and how many these are. `kept` and `not_kept` are the days of which that was said. `test` is None too where a
    condition has no block left.
    """

    experiment: Experiment
    test: RandomizationTest | None
    means: tuple[float | None, float | None]
    days: tuple[int, int]
    kept: int
    not_kept: int

    @property
    def was_within_reach(self) -> bool:
        """Whether the blocks that counted could have brought p .05."""
        return self.test is not None and self.test.smallest_p <= LEVEL


def take_result(connection: sqlite3.Connection, experiment: Experiment, clock: UserClock) -> ExperimentResult:
    """Refused, with the date, as long as the experiment is planned or running."""
    if experiment.is_open(clock.today):
        ends = experiment.last_day + timedelta(days=1)
        raise Refused(f"nothing is tested before the end; there is a result from {day_words(ends, clock.today)} on")
    if not _is_as_drawn(experiment):
        raise Refused("the blocks of this experiment are none that this program draws, so nothing can be tested")
    days = outcome_days(connection, experiment.outcome, experiment.first_day, experiment.last_day)
    if experiment.stopped_on:
        days[max(0, (experiment.stopped_on - experiment.first_day).days) :] = np.nan
    outcome = days.reshape(len(experiment.blocks), -1)
    order = np.array([block.is_change for block in experiment.blocks])
    counted = counted_days(outcome)
    of_change, of_usual = (outcome[counted & (order == is_change)[:, None]] for is_change in (True, False))
    kept = sum(experiment.kept.values())
    return ExperimentResult(
        experiment,
        None if experiment.stopped_on else randomization_test(outcome, order),
        (_mean(of_change), _mean(of_usual)),
        (len(of_change), len(of_usual)),
        kept,
        len(experiment.kept) - kept,
    )


def _is_as_drawn(experiment: Experiment) -> bool:
    """Whether its blocks are of one length, one behind the other, and in an order that can be drawn; another program
    may have changed them."""
    blocks = experiment.blocks
    order = [block.is_change for block in blocks]
    follows = all(
        block.days == blocks[0].days and block.first_day == blocks[0].first_day + timedelta(days=number * block.days)
        for number, block in enumerate(blocks)
    )
    return follows and blocks[0].days > 1 and len(blocks) <= MOST_BLOCKS and order in block_orders(len(blocks)).tolist()


def _mean(values: Array) -> float | None:
    return float(values.mean()) if len(values) else None
