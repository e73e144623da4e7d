"""pause and resume: the diary rests, and goes on."""

import click

from journal import moments, requests, settings
from journal.cli.output import paragraph
from journal.errors import Refused
from journal.store.file import connections
from journal.store.read import queries
from journal.store.read.pauses import pause_words
from journal.store.write import pausing


@click.command()
@click.argument("until", nargs=-1, metavar="[until DAY]")
@click.pass_obj
def pause(db: str | None, until: tuple[str, ...]) -> None:
    """The diary rests from today on, until a day that comes or until `resume`.

    No day of a pause is missing: charts shade it and no count has it. What you log in it is kept and counts. Nothing
    reminds you meanwhile. While the diary rests already, only the day until which it does changes.

    \b
    Examples:
      twitch-journal pause
      twitch-journal pause until 2027-01-02
      twitch-journal pause until Fri
    """
    path, _ = settings.diary_path(db)
    with connections.reading(path) as connection:
        clock = queries.context(connection).clock
    if until and until[0] != "until":
        raise Refused(f"pause takes a day behind `until`, such as `pause until Fri`, not “{' '.join(until)}”")
    if until == ("until",):
        raise Refused("until which day? For example `pause until Fri`")
    day = requests.read_coming_day(" ".join(until[1:]), clock) if until else None
    paused = pausing.pause(path, day, moments.user_clock())
    paragraph(f"The diary is {pause_words(paused, clock.today)}; no day of it is missing. `resume` goes on.")


@click.command()
@click.pass_obj
def resume(db: str | None) -> None:
    """The diary goes on: the days before today stay paused, today is a day like others.

    \b
    Example:
      twitch-journal resume
    """
    path, _ = settings.diary_path(db)
    with connections.reading(path) as connection:
        today = queries.context(connection).clock.today
    ended = pausing.resume(path, moments.user_clock())
    paragraph(f"The diary goes on; it was {pause_words(ended._replace(last_day=None), today)}.")
