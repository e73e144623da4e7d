"""remind for click, with its help."""

import click

from journal.cli import remind as reminding


@click.command()
@click.pass_obj
def remind(db: str | None) -> None:
    """Print one line where today's check-in is empty, and nothing where it is not.

    For a shell prompt, a timer or cron. It is silent in a pause, once the day has come until which you meant to track,
    and with `settings reminders weekly` after any day of the week with a check-in. The exit code is 0 either way.

    \b
    Example:
      twitch-journal remind
    """
    reminding.remind(db)
