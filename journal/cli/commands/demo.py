"""demo: a made-up diary."""

import shlex
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from journal import activity, settings
from journal.cli.open_app import opener
from journal.cli.output import paragraph, say
from journal.demo import Answers, write_sample
from journal.demo.sample import MOST_DAYS
from journal.errors import Refused
from journal.phrases.write.format_number import counted
from journal.store.file import diary_state
from journal.terminal import path_words

WHERE_TO = "Where to? For example `twitch-journal demo --write sample.db`"


@click.command()
@click.option("--write", "file", metavar="FILE", help="The new file; one that is there already is left as it is.")
@click.option(
    "--days", default=540, show_default=True, type=click.IntRange(1, MOST_DAYS), help="How many, up to today."
)
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0), help="Another number, another person.")
@click.option("--answers", is_flag=True, help="With --write: say what brings twitches in it, and what does not.")
def demo(file: str | None, days: int, seed: int, answers: bool) -> None:
    """Open a made-up diary that is thrown away afterwards, or write one to try things on.

    Somebody with good and bad weeks, a gym, a trip, a cold and some days that were not logged. It is a diary like
    any other, marked as a sample. A true trigger or two is in it; which, only --answers tells. The same seed on the
    same day makes the same diary.

    \b
    Examples:
      twitch-journal demo                       opens a throwaway sample
      twitch-journal demo --write sample.db
      twitch-journal demo --write sample.db --days 3650 --seed 2 --answers
      twitch-journal --db sample.db show
    """
    if not file and not answers and (open_app := opener()):
        with TemporaryDirectory(prefix="twitch-journal-") as folder:
            sample = Path(folder) / "sample.db"
            write_sample(sample, days, seed)
            try:
                open_app(sample)
            finally:
                diary_state.forget(sample)
        return
    if not file:
        raise Refused(
            f"--answers tells of a diary that is written; {WHERE_TO[0].lower()}{WHERE_TO[1:]}" if answers else WHERE_TO
        )
    path = settings.expanded(file).absolute()
    made = write_sample(path, days, seed)
    activity.note_made(path)
    _tell(file, made)
    if answers:
        say()
        say("What is true in it:", bold=True)
        for line in made.lines():
            paragraph(line, "  ")


def _tell(file: str, made: Answers) -> None:
    """What was written, and how to look at it."""
    summary = (
        f"{counted(made.days, 'day')} up to today, {made.logged} of them logged, with "
        f"{counted(made.episodes, 'episode')} and {counted(made.check_ins, 'check-in')}"
    )
    paragraph(f"{path_words(file)}, a made-up diary: {summary}", "written: ")
    say(f"Look at it with: twitch-journal --db {path_words(shlex.quote(file))} show")
