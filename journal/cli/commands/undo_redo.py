"""undo and redo."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from journal import moments, settings
from journal.cli.output import paragraph
from journal.store.file import connections
from journal.store.history import step_summary, undo_redo
from journal.store.history.step_summary import SayRecord
from journal.store.history.undo_redo import PastStep
from journal.store.read import queries


def _say(path: Path, step: PastStep, lines: Callable[[PastStep, SayRecord], list[str]]) -> None:
    """Say what became of a step, in its lines."""
    with connections.reading(path) as connection:
        context = queries.context(connection)
        say_record = partial(step_summary.record_line, lexicon=context.lexicon, clock=context.clock)
        for line in lines(step, say_record):
            paragraph(line, indent=4)


@click.command()
@click.pass_obj
def undo(db: str | None) -> None:
    """Undo what was done last: a line that was stored, an edit, a deletion.

    Again and again, back to the first; also after a restart. `redo` redoes it, until something new is
    written.

    \b
    Examples:
      twitch-journal undo
      twitch-journal undo && twitch-journal undo
    """
    path, _ = settings.diary_path(db)
    step = undo_redo.undo(path, moments.instant_now())
    _say(path, step, step_summary.undo_lines)


@click.command()
@click.pass_obj
def redo(db: str | None) -> None:
    """Redo what `undo` undid, as long as nothing new was written.

    \b
    Examples:
      twitch-journal redo
    """
    path, _ = settings.diary_path(db)
    step = undo_redo.redo(path, moments.instant_now())
    _say(path, step, step_summary.redo_lines)
