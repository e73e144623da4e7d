"""What the experiment's dialogs ask of the diary. It knows no screen; its calls belong in threads: some load numpy."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal import activity
from journal.app.diary import Diary, Experiment, experiment_records
from journal.catalog.experiments import FEWEST_BLOCKS, FEWEST_DAYS, MOST_BLOCKS, MOST_DAYS, Trial
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.analysis.experiments.make_plan import ExperimentPlan
    from journal.charts.styled_text import Line

Rows = list[tuple[str, str]]


@dataclass(frozen=True)
class ExperimentPage:
    """The experiment that is on, with its rows; else the last one there was, if there was one, and what to do first."""

    today: date
    experiment: Experiment | None
    is_on: bool
    rows: Rows
    open_days: str

    @property
    def is_a_day_of_it(self) -> bool:
        return bool(self.is_on and self.experiment and self.experiment.block_of(self.today))


@dataclass(frozen=True)
class PlanChoices:
    """What may be chosen of a plan; without an outcome it is the one that is logged most."""

    trial: Trial
    first_day: date
    outcome: str | None = None
    blocks: int = FEWEST_BLOCKS
    block_days: int = FEWEST_DAYS

    def changed(self, name: str, outcome: str, today: date) -> "PlanChoices":
        """With the next value of what has this name; behind the last one comes the first. `outcome` is the present one,
        and the first day is one of the next seven, or today."""
        if name == "blocks":
            return replace(self, blocks=self.blocks + 2 if self.blocks < MOST_BLOCKS else FEWEST_BLOCKS)
        if name == "block_days":
            return replace(self, block_days=self.block_days + 1 if self.block_days < MOST_DAYS else FEWEST_DAYS)
        if name == "outcome":
            outcomes = self.trial.outcomes
            return replace(self, outcome=outcomes[(outcomes.index(outcome) + 1) % len(outcomes)])
        is_last = self.first_day >= today + timedelta(days=7)
        return replace(self, first_day=today if is_last else self.first_day + timedelta(days=1))


def experiment_page(diary: Diary) -> ExperimentPage:
    """What the dialog shows today."""
    from journal.charts.experiments import status_words

    with diary.reading() as connection:
        today = diary.context(connection).clock.today
        experiment = experiment_records.last_experiment(connection)
        is_on = bool(experiment and experiment.is_open(today))
        rows, open_days = [], ""
        if experiment and is_on:
            rows = status_words.status_rows(experiment, today)
        elif experiment and not experiment.stopped_on:
            from journal.analysis.experiments.outcome_days import days_known

            span = experiment.first_day, experiment.last_day
            open_days = status_words.open_days(experiment, days_known(connection, experiment.outcome, *span))
    return ExperimentPage(today, experiment, is_on, rows, open_days)


def plan(diary: Diary, choices: PlanChoices) -> "ExperimentPlan":
    """Worked out on the diary's own days, in about a second."""
    from journal.analysis.experiments.make_plan import make_plan

    with activity.doing("working the plan out"), diary.reading() as connection:
        clock = diary.context(connection).clock
        shape = choices.outcome, choices.blocks, choices.block_days, choices.first_day
        return make_plan(connection, clock, choices.trial, *shape)


def start(diary: Diary, planned: "ExperimentPlan") -> Experiment:
    """Draw the order of a plan and store both."""
    from journal.analysis.experiments import make_plan

    return make_plan.start(diary.file, planned, diary.clock())


def result(diary: Diary, columns: int) -> "tuple[str, list[Line], list[str]]":
    """The title, the lines and the same as text of what came of the last experiment."""
    from journal.analysis.experiments.take_result import take_result
    from journal.charts.experiments import result_words
    from journal.charts.experiments.row_lines import lines, plain

    with diary.reading() as connection:
        experiment = experiment_records.last_experiment(connection)
        if experiment is None:
            raise Refused("there was no experiment yet")
        rows = result_words.result_rows(take_result(connection, experiment, diary.context(connection).clock))
    return experiment.trial.title, lines(rows, columns), plain(rows, columns)
