"""experiment: one habit, tried in blocks of days in an order drawn by lot."""

import shlex
import sqlite3
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from journal import requests, settings
from journal.catalog.experiments import FEWEST_BLOCKS, FEWEST_DAYS, OUTCOMES, TRIALS, Trial, named_trial
from journal.cli.output import paragraph, rows, say, say_json, warn
from journal.errors import Refused
from journal.moments import UserClock, day_words
from journal.store import experiment_records
from journal.store.experiment_records import Experiment
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.read import background, queries

if TYPE_CHECKING:
    from journal.analysis.experiments.make_plan import ExperimentPlan

HOW = (
    "`experiment plan NAME` shows a plan and stores nothing; its last line is the command that begins it."
    " `guide judging` tells what an experiment can show."
)
KEPT = {"yes": True, "no": False, "forget": None}


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs.")
@click.pass_context
def experiment(context: click.Context, as_json: bool) -> None:
    """Try one habit on yourself, in blocks of days drawn by lot.

    Some blocks are of change (less caffeine, say), the others as usual, half of them each way. What is compared is
    named before it starts; nothing is tested before the end. One experiment runs at a time. Without a command it says
    where yours stands, and what is to be done today; `kept` says whether you did, `result` what came of it at the end.

    \b
    Examples:
      twitch-journal experiment list                 what may be tried
      twitch-journal experiment plan less-caffeine   its dates, what it could find
      twitch-journal experiment start less-caffeine  draws the order
      twitch-journal experiment                      what is done today
    """
    if context.invoked_subcommand is None:
        _status(context.obj, as_json=as_json)
    elif as_json:
        raise Refused("--json stands behind the command: `experiment result --json`")


def _file(db: str | None) -> DiaryFile:
    path, _ = settings.diary_path(db)
    return DiaryFile(path)


def _status(db: str | None, *, as_json: bool) -> None:
    from journal.charts.experiments import experiment_json, status_words

    with connections.reading(_file(db)) as connection:
        clock = queries.context(connection).clock
        last = experiment_records.last_experiment(connection)
    if as_json:
        say_json(experiment_json.status_object(last, clock.today) if last else None, indent=1)
    elif last is None:
        paragraph("No experiment is on. `experiment list` tells what may be tried; `experiment --help` how it goes.")
    elif last.is_open(clock.today):
        rows(status_words.status_rows(last, clock.today))
    else:
        stopped = "was stopped early" if last.stopped_on else "is over"
        paragraph(f"{last.trial.title} {stopped}: `experiment result` says what came of it.")
        open_days = status_words.open_days(last, _logged_days(db, last, clock))
        if open_days:
            paragraph(open_days)


def _logged_days(db: str | None, last: Experiment, clock: UserClock) -> int:
    from journal.analysis.experiments.outcome_days import days_known

    with connections.reading(_file(db)) as connection:
        return days_known(connection, last.outcome, last.first_day, min(last.last_day, clock.today))


@experiment.command("list")
@click.option("--json", "as_json", is_flag=True, help="A JSON list, for other programs.")
@click.pass_obj
def experiment_list(db: str | None, as_json: bool) -> None:
    """What may be tried, what is refused, and what you tried before.

    \b
    Example:
      twitch-journal experiment list
    """
    from journal.charts.experiments import plan_words, result_words

    if as_json:
        keys = ("slug", "title", "change", "usual", "outcomes", "caution")
        say_json([{key: getattr(trial, key) for key in keys} for trial in TRIALS], indent=1)
        return
    paragraph(plan_words.WHAT_IT_IS)
    say()
    rows(plan_words.trial_rows())
    say()
    paragraph(plan_words.REFUSED)
    paragraph(HOW)
    with connections.reading(_file(db)) as connection:
        sentences = result_words.past_sentences(connection, queries.context(connection).clock)
    for sentence in sentences:
        say()
        paragraph(sentence)


def _completed(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(trial.slug, help=trial.title) for trial in TRIALS if trial.slug.startswith(incomplete)]


_TRIAL = click.argument("trial_name", nargs=-1, required=True, metavar="NAME", shell_complete=_completed)
_OPTIONS = (
    click.option(
        "--by",
        "outcome",
        type=click.Choice(list(OUTCOMES)),
        help="What is compared; else the one that you log most. Stretching is compared by night-cramps.",
    ),
    click.option("--blocks", default=FEWEST_BLOCKS, show_default=True, help="How many blocks: 10, 12 or 14."),
    click.option("--days", "block_days", default=FEWEST_DAYS, show_default=True, help="Days of a block, 4 to 7."),
    click.option("--from", "begins", metavar="DAY", help="The first day; tomorrow unless you say another."),
    click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs."),
)


def _of_plan(command: Callable[..., None]) -> Callable[..., None]:
    """The argument and the options of a plan."""
    for option in (*reversed(_OPTIONS), _TRIAL):
        command = option(command)
    return command


@experiment.command("plan")
@_of_plan
@click.pass_obj
def experiment_plan(db: str | None, /, as_json: bool, **request: Any) -> None:
    """Show a plan: its dates, and what it could find on your diary. Nothing is stored.

    The ratio that it would find is worked out on your own days. Longer blocks, and more of them, find more.

    \b
    Examples:
      twitch-journal experiment plan less-caffeine
      twitch-journal experiment plan earlier-bed --by rating --blocks 14 --days 7
      twitch-journal experiment plan heat --from 2026-12-01
    """
    from journal.charts.experiments import experiment_json, experiment_words, plan_words

    with connections.reading(_file(db)) as connection:
        plan, _ = _planned(connection, **request)
    if as_json:
        say_json(experiment_json.plan_object(plan), indent=1)
        return
    say(plan.trial.title, bold=True)
    rows(plan_words.plan_rows(plan))
    say()
    paragraph(experiment_words.PRECEDENT, dim=True)
    say()
    paragraph("Nothing is stored yet. This draws the order, and begins it:")
    say(_start_line(db, plan))


def _start_line(db: str | None, plan: "ExperimentPlan") -> str:
    """The command that starts this very plan: what it leaves out would be another one."""
    diary = f"--db {shlex.quote(db)} " if db else ""
    shape = f"--by {plan.outcome} --blocks {plan.blocks} --days {plan.block_days} --from {plan.first_day}"
    return f"twitch-journal {diary}experiment start {plan.trial.slug} {shape}"


def _planned(
    connection: sqlite3.Connection,
    trial_name: tuple[str, ...],
    outcome: str | None,
    blocks: int,
    block_days: int,
    begins: str | None,
) -> tuple["ExperimentPlan", UserClock]:
    from journal.analysis.experiments.make_plan import make_plan

    clock = queries.context(connection).clock
    trial = _trial(connection, " ".join(trial_name))
    first_day = requests.read_ahead(begins, clock) if begins else None
    if sys.stderr.isatty():
        warn("Working it out on your own days …")
    return make_plan(connection, clock, trial, outcome, blocks, block_days, first_day), clock


def _trial(connection: sqlite3.Connection, name: str) -> Trial:
    return named_trial(name, tuple(background.medicine_names(connection)))


@experiment.command("start")
@_of_plan
@click.pass_obj
def experiment_start(db: str | None, /, as_json: bool, **request: Any) -> None:
    """Begin an experiment. The order of its blocks is drawn now.

    What is compared is named with it, and cannot be changed any more. Options of a plan that you have seen are given
    again: the last line of `experiment plan` has them all.

    \b
    Examples:
      twitch-journal experiment start less-caffeine
      twitch-journal experiment start earlier-bed --blocks 12 --days 7
    """
    from journal.analysis.experiments import make_plan
    from journal.charts.experiments import experiment_json, plan_words, status_words

    file = _file(db)
    with connections.reading(file) as connection:
        plan, clock = _planned(connection, **request)
    started = make_plan.start(file, plan, clock)
    if as_json:
        say_json(experiment_json.status_object(started, clock.today), indent=1)
        return
    rows([*status_words.status_rows(started, clock.today), ("would find", plan_words.found_words(plan))])
    if plan.trial.caution:
        paragraph(plan.trial.caution)
    paragraph("`experiment` says each day what is done; `undo` takes the start back.")


@experiment.command("kept")
@click.argument("answer", type=click.Choice(list(KEPT)), metavar="yes|no|forget")
@click.argument("day", nargs=-1)
@click.pass_obj
def experiment_kept(db: str | None, answer: str, day: tuple[str, ...]) -> None:
    """Say whether the condition of a day was kept, today's or another's.

    Every day counts as it was drawn, kept or not: leaving out the days on which it was hard would spoil the draw.

    \b
    Examples:
      twitch-journal experiment kept yes
      twitch-journal experiment kept no yesterday
      twitch-journal experiment kept forget "2 days ago"
    """
    file = _file(db)
    with connections.reading(file) as connection:
        clock = queries.context(connection).clock
    chosen = _day(" ".join(day), clock) if day else clock.today
    experiment_records.keep(file, chosen, KEPT[answer], clock)
    echo = {"yes": "kept", "no": "not kept; it counts as drawn", "forget": "not said"}[answer]
    say(f"{day_words(chosen, clock.today)}: {echo}")


def _day(text: str, clock: UserClock) -> date:
    first, last = requests.read_closed_days(text, clock)
    if first != last:
        raise Refused(f"“{text}” is more than one day; say one")
    return first


@experiment.command("stop")
@click.pass_obj
def experiment_stop(db: str | None) -> None:
    """Stop the experiment early, on any day and for any reason. It is then described, not tested.

    \b
    Example:
      twitch-journal experiment stop
    """
    file = _file(db)
    with connections.reading(file) as connection:
        clock = queries.context(connection).clock
    stopped = experiment_records.stop(file, clock)
    paragraph(
        f"{stopped.trial.title} is stopped, which is fine. `experiment result` describes its days; `undo` goes on with"
        " it."
    )


@experiment.command("result")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs.")
@click.option("--sentence", is_flag=True, help="All of it in one sentence, as a doctor's report has it.")
@click.pass_obj
def experiment_result(db: str | None, as_json: bool, sentence: bool) -> None:
    """What came of the last experiment. Before its end this is refused, with the date.

    \b
    Examples:
      twitch-journal experiment result
      twitch-journal experiment result --sentence
    """
    from journal.analysis.experiments.take_result import take_result
    from journal.charts.experiments import experiment_json, result_words

    if as_json and sentence:
        raise Refused("--json and --sentence are two ways to print; say one of them")
    with connections.reading(_file(db)) as connection:
        clock = queries.context(connection).clock
        last = experiment_records.last_experiment(connection)
        if last is None:
            raise Refused("there was no experiment yet; `experiment list` tells what may be tried")
        result = take_result(connection, last, clock)
    if as_json:
        say_json(experiment_json.result_object(result, clock.today), indent=1)
    elif sentence:
        paragraph(result_words.result_sentence(result))
    else:
        rows(result_words.result_rows(result))
