"""What came of an experiment, as rows and as one sentence."""

import sqlite3
from math import isinf

from journal.analysis.experiments.take_result import ExperimentResult, take_result
from journal.charts.experiments.experiment_words import OUTCOME_WORDS, PRECEDENT, Rows, span_words, times_words
from journal.charts.number_words import one_digit
from journal.moments import UserClock, day_words
from journal.phrases.write.format_number import counted, part_of
from journal.statistics.randomization import LEVEL, RandomizationTest
from journal.store import experiment_records

EXPECTATION = "You knew which days were which; expectation can move counts."


def result_rows(result: ExperimentResult) -> Rows:
    """Of one that is over, tested or only described."""
    experiment, test = result.experiment, result.test
    change, usual = result.means
    unit = OUTCOME_WORDS[experiment.outcome].unit
    rows = [
        ("experiment", f"{experiment.trial.title}, {span_words(experiment.first_day, experiment.last_day)}"),
        ("change", _days(change, unit, result.days[0])),
        ("other days", _days(usual, unit, result.days[1])),
        ("kept", _kept(result)),
    ]
    if test:
        blocks = test.blocks_change + test.blocks_usual
        rows.append(("counted", f"{blocks} of {counted(len(experiment.blocks), 'block')}, each without its first day"))
        rows.append(("ratio", f"{times_words(test.ratio)} block by block, {interval_words(test)}"))
        rows.append(("p", f"{test.p:.3f}; the smallest possible was {test.smallest_p:.3f}"))
    rows.append(("so", f"{conclusion(result)} {EXPECTATION}"))
    rows.append(("beside it", PRECEDENT))
    return rows


def conclusion(result: ExperimentResult) -> str:
    """What may be said of it, in a sentence."""
    test, outcome_words = result.test, OUTCOME_WORDS[result.experiment.outcome]
    if result.experiment.stopped_on:
        return "It was stopped early, so it is described and not tested."
    if test is None:
        return "No block of one of the two conditions has days enough, so nothing can be compared."
    if not result.was_within_reach:
        return f"With the blocks that counted p {LEVEL} was out of reach, so it cannot tell."
    if test.p <= LEVEL:
        return (
            f"On days of change {outcome_words.fewer}; the luck of the draw alone brings as much in one experiment of"
            " twenty at most."
        )
    if test.low > 1:
        return f"On days of change {outcome_words.more}, not the other way."
    return f"It does not tell the two apart: {_possible(test)} would fit as well."


def result_sentence(result: ExperimentResult) -> str:
    """All of it in one sentence, for the report."""
    experiment, test = result.experiment, result.test
    change, usual = result.means
    unit, times, *_ = OUTCOME_WORDS[experiment.outcome]
    days = f"{_days(change, unit, result.days[0])} of change; {_days(usual, unit, result.days[1])} as usual"
    title = f"{experiment.trial.title}, {span_words(experiment.first_day, experiment.last_day)}"
    if experiment.stopped_on and not any(result.days):
        return (
            f"{title}, stopped early on {day_words(experiment.stopped_on, experiment.last_day)}; no day of it counts."
        )
    if experiment.stopped_on:
        stopped = day_words(experiment.stopped_on, experiment.last_day)
        return f"{title}, stopped early on {stopped} and not tested: {days}."
    if test is None:
        return f"{title}: too few days were logged to compare anything."
    blocks = f"{test.blocks_change + test.blocks_usual} of {len(experiment.blocks)} blocks in an order drawn by lot"
    figures = (
        f"{times_words(test.ratio)} times {times} block by block ({interval_words(test)}), p {test.p:.3f} by the lot"
    )
    end = conclusion(result).rstrip(".")
    return f"{title}, {blocks}: {days}, {figures}; {end[0].lower()}{end[1:]}; {EXPECTATION[0].lower()}{EXPECTATION[1:]}"


def past_sentences(connection: sqlite3.Connection, clock: UserClock) -> list[str]:
    """Every experiment that is over or was stopped, the latest last; for the doctor's report."""
    return [
        result_sentence(take_result(connection, experiment, clock))
        for experiment in experiment_records.experiments(connection)
        if not experiment.is_open(clock.today)
    ]


def interval_words(test: RandomizationTest) -> str:
    return f"90 % interval {_possible(test)}"


def _possible(test: RandomizationTest) -> str:
    """The ratios that the interval leaves."""
    if not test.low and isinf(test.high):
        return "without an end either way"
    if not test.low:
        return f"up to {times_words(test.high)}"
    if isinf(test.high):
        return f"{times_words(test.low)} or more"
    return f"{times_words(test.low)} to {times_words(test.high)}"


def _days(mean: float | None, unit: str, days: int) -> str:
    """`3.1 twitches a day on 12 days`."""
    return "no day that counts" if mean is None else f"{one_digit(mean)} {unit} on {counted(days, 'day')}"


def _kept(result: ExperimentResult) -> str:
    answered = result.kept + result.not_kept
    days = sum(block.days for block in result.experiment.blocks)
    if not answered:
        return "not said of any day"
    kept = part_of(result.kept, answered, "day") if result.kept else f"no day of {answered}"
    return f"on {kept} of which you said so ({days} in all); every day counts as drawn"
