"""lookback: what can be said so far, and three ways on."""

import click

from journal import moments, settings
from journal.charts.verdicts.look_back import CHOICES, look_back
from journal.cli.output import paragraph, picture, width
from journal.store.file import connections
from journal.store.read import queries
from journal.store.write import ways_on

DONE = {
    "stop": "The diary rests; `resume` goes on, and what you log meanwhile counts. One `undo` takes this back.",
    "weekly": "One line a week is enough; `settings reminders daily` changes that. One `undo` takes this back.",
    "experiment": "`experiment list` says what may be tried.",
}


@click.command()
@click.argument("way", required=False, type=click.Choice([*CHOICES]))
@click.pass_obj
def lookback(db: str | None, way: str | None) -> None:
    """What can be said so far, and three ways on: stop, one line a week, or an experiment.

    `settings track until DAY` plans a day for it; it may be read on any other.

    \b
    Examples:
      twitch-journal lookback
      twitch-journal lookback weekly
    """
    path, _ = settings.diary_path(db)
    if way:
        ways_on.go_on(path, way, moments.user_clock())
        paragraph(DONE[way])
        return
    how = {name: f"`lookback {name}`" for name in CHOICES}
    with connections.reading(path) as connection:
        picture(look_back(connection, queries.context(connection), width(), how).lines)
