"""Experiments for other programs."""

from datetime import date
from math import isfinite
from typing import Any

from journal.analysis.experiments.make_plan import ExperimentPlan
from journal.analysis.experiments.take_result import ExperimentResult
from journal.charts.experiments.result_words import conclusion
from journal.store.experiment_records import Experiment


def plan_object(plan: ExperimentPlan) -> dict[str, Any]:
    return {
        "trial": plan.trial.slug,
        "outcome": plan.outcome,
        "first_day": plan.first_day.isoformat(),
        "last_day": plan.last_day.isoformat(),
        "blocks": plan.blocks,
        "block_days": plan.block_days,
        "smallest_p": plan.smallest_p,
        "found_ratio": plan.power.ratio,
        "days_known": plan.days_known,
    }


def status_object(experiment: Experiment, today: date) -> dict[str, Any]:
    """Where it stands; `condition` is change or usual, null on a day outside of it."""
    block = experiment.block_of(today) if experiment.is_open(today) else None
    return {
        "trial": experiment.trial_slug,
        "outcome": experiment.outcome,
        "first_day": experiment.first_day.isoformat(),
        "last_day": experiment.last_day.isoformat(),
        "stopped_on": experiment.stopped_on.isoformat() if experiment.stopped_on else None,
        "is_open": experiment.is_open(today),
        "block": block.number if block else None,
        "condition": ("change" if block.is_change else "usual") if block else None,
        "kept": experiment.kept.get(today),
    }


def result_object(result: ExperimentResult, today: date) -> dict[str, Any]:
    """The figures of an experiment that is over; those of the test are null where there is none."""
    test = result.test
    figures: dict[str, float | None] = {"p": None, "smallest_p": None, "ratio": None, "low": None, "high": None}
    if test:
        figures = {name: getattr(test, name) for name in figures}
        figures = {name: value if value is not None and isfinite(value) else None for name, value in figures.items()}
    return {
        **status_object(result.experiment, today),
        "mean_change": result.means[0],
        "mean_usual": result.means[1],
        "days_change": result.days[0],
        "days_usual": result.days[1],
        "days_kept": result.kept,
        "days_not_kept": result.not_kept,
        **figures,
        "conclusion": conclusion(result),
    }
