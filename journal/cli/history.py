"""undo and redo."""

import click

from journal import moments, settings
from journal.cli.output import hanging, say
from journal.store import opening, reading, telling, undoing


def _say(lines: list[str]) -> None:
    for line in lines:
        for part in hanging("", line, indent=4):
            say(part)


@click.command()
@click.pass_obj
def undo(db: str | None) -> None:
    """Take back what was done last: a line that was stored, an edit, a deletion.

    Again and again, back to the first; also after a restart. `redo` does it again, until something new is
    written.

    \b
    Examples:
      twitch-journal undo
      twitch-journal undo && twitch-journal undo
    """
    path, _ = settings.diary_path(db)
    past = undoing.undo(path, moments.instant_text(moments.here().now))
    with opening.reading(path) as connection:
        context = reading.context(connection)
        _say(telling.taken_back(past, context.words, context.here))


@click.command()
@click.pass_obj
def redo(db: str | None) -> None:
    """Do again what `undo` took back, as long as nothing new was written.

    \b
    Examples:
      twitch-journal redo
    """
    path, _ = settings.diary_path(db)
    past = undoing.redo(path, moments.instant_text(moments.here().now))
    with opening.reading(path) as connection:
        context = reading.context(connection)
        _say(telling.done_again(past, context.words, context.here))
