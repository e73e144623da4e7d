"""Where an experiment stands today."""

from datetime import date, timedelta

from journal.catalog.experiments import OUTCOMES
from journal.charts.experiments.experiment_words import Rows, ahead_words, span_words
from journal.phrases.write.format_number import counted, part_of
from journal.store.experiment_records import Block, Experiment

NOT_SAID = "not said"
YESTERDAY = "yesterday"


def status_rows(experiment: Experiment, today: date) -> Rows:
    """Of one that is planned or running; the order of the blocks to come stays hidden until each begins."""
    ends = experiment.last_day + timedelta(days=1)
    rows = [
        ("experiment", f"{experiment.trial.title}, {span_words(experiment.first_day, experiment.last_day)}"),
        ("compared", OUTCOMES[experiment.outcome]),
        ("blocks", f"{len(experiment.blocks)} of {counted(experiment.blocks[0].days, 'day')}, half of them each way"),
    ]
    block = experiment.block_of(today)
    if block is None:
        rows += [("change", experiment.trial.change), ("other days", experiment.trial.usual)]
        rows.append(("begins", f"{ahead_words(experiment.first_day, today)}; until then, nothing"))
    else:
        rows += [("today", words_of_today(experiment, block, today)), ("kept", kept_words(experiment, today))]
        yesterday = today - timedelta(days=1)
        if (before := experiment.block_of(yesterday)) and yesterday not in experiment.kept:
            rows.append((YESTERDAY, f"{experiment.brief_condition(before)}: {NOT_SAID} whether it was kept"))
    rows.append(("result", f"from {ahead_words(ends, today)} on; nothing is tested before"))
    return rows


def words_of_today(experiment: Experiment, block: Block, today: date) -> str:
    """What is done today, and until when."""
    left_out = " This day is left out: it is the first of its block." if today == block.first_day else ""
    number = f"block {block.number} of {len(experiment.blocks)}"
    return f"{experiment.condition_words(block)} ({number}, until {ahead_words(block.last_day, today)}).{left_out}"


def kept_words(experiment: Experiment, today: date) -> str:
    """Whether today's condition was kept, and how often it was so far."""
    present = experiment.kept.get(today)
    days = sum(experiment.kept.values())
    share = part_of(days, len(experiment.kept), "day") if days else f"no day of {len(experiment.kept)}"
    so_far = f"; kept on {share} so far" if experiment.kept else ""
    return f"{NOT_SAID if present is None else 'yes' if present else 'no'}{so_far}"


def open_days(experiment: Experiment, logged: int) -> str:
    """Of one that is over: the days without its outcome, which may still be remembered; empty where there are none."""
    days = sum(block.days for block in experiment.blocks)
    if experiment.stopped_on or logged >= days:
        return ""
    outcome = OUTCOMES[experiment.outcome]
    return (
        f"{outcome[0].upper()}{outcome[1:]} is known on {logged} of its {counted(days, 'day')}. What you"
        " still remember of the last of them can be written first, in the check-in."
    )
