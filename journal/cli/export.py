"""export: a folder of files for a doctor, a spreadsheet or pandas."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from journal import activity, requests, settings
from journal.cli.completion import days as week
from journal.cli.completion import offers
from journal.cli.ending import EndRequests
from journal.cli.output import paragraph, say
from journal.errors import Refused
from journal.phrases.write.format_number import counted
from journal.sharing.column_docs import README
from journal.sharing.csv_files import export as write
from journal.sharing.span import Exported
from journal.store.file import connections
from journal.store.read import queries

LEAVABLE = ("notes",)
PATIENCE_S = 1.0
"""How long there is nothing to see before progress is shown."""


def _parts(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> set[str]:
    """What to leave out, of `--without a,b` and `--without a --without b` alike."""
    parts = {part.strip() for value in values for part in value.split(",")}
    for part in sorted(parts - set(LEAVABLE)):
        raise click.BadParameter(f"“{part}” cannot be left out; what can is: {', '.join(LEAVABLE)}")
    return parts


@click.command()
@click.argument("to", metavar="DIR")
@click.option(
    "--from", "since", metavar="DAY", shell_complete=offers(week), help="The first day; else the first logged."
)
@click.option("--to", "until", metavar="DAY", shell_complete=offers(week), help="The last day; else the last logged.")
@click.option("--without", "without", metavar="notes", multiple=True, callback=_parts, help="Leave out every note.")
@click.option("--force", is_flag=True, help="Replace the files of an earlier export.")
@click.pass_obj
def export(db: str | None, to: str, since: str | None, until: str | None, without: set[str], force: bool) -> None:
    """Write the diary into the folder DIR, as files that a doctor, a spreadsheet or pandas can open.

    README.txt explains every file and column. days.csv has a row for every day and a column a habit: empty is not
    logged, 0 is none. The other files are the tables as they are stored, every word of yours verbatim.

    The files are readable by you alone, and not encrypted. They appear whole or not at all, and replace nothing
    unless --force is said. Without notes, none leaves; names of medicines, and what a test or a visit was, still do.

    \b
    Examples:
      twitch-journal export twitch-files
      twitch-journal export for-dr-lee --from 2026-09-01 --without notes
      twitch-journal export week --from "7 days ago" --to yesterday
    """
    path, _ = settings.diary_path(db)
    folder = _folder(to)
    with connections.reading(path) as connection, EndRequests() as ending, ending.waiting(), _progress() as progress:
        context = queries.context(connection)
        days = requests.read_from_to(since, until, context.clock)
        exported = write(
            connection,
            context,
            folder,
            diary=path,
            since=days.first,
            until=days.last,
            notes="notes" not in without,
            force=force,
            progress=progress,
        )
    activity.note_made(folder)
    _tell(to, exported, without)


def _folder(to: str) -> Path:
    if not to.strip():
        raise Refused("into which folder? For example `twitch-journal export twitch-files`")
    return Path(to).expanduser()


def _tell(to: str, exported: Exported, without: set[str]) -> None:
    """What was written: the days, and each file with its rows."""
    span = exported.span
    logged = (
        f"{span.first} to {span.last}, {exported.logged} of {counted(span.length, 'day')} logged"
        if span.length
        else "no day logged"
    )
    paragraph(f"{to}: {logged}", "written: ")
    for name, rows in exported.rows.items():
        say(f"  {name:<14} {counted(rows, 'row', spec='>9,')}")
    say(f"  {README:<14} explains them")
    if "notes" in without:
        kept = "left out: every note"
        if exported.left_out:
            templates = "template" if len(exported.left_out) == 1 else "templates"
            kept += f", and the {templates} {', '.join(exported.left_out)} with one in it"
        paragraph(kept)


# ---- while it is written ----------------------------------------------------------------------------------------


@contextmanager
def _progress() -> Iterator["_Progress"]:
    progress = _Progress()
    try:
        yield progress
    finally:
        progress.end()


class _Progress:
    """What is being written, on a terminal and after a moment."""

    def __init__(self) -> None:
        self.next = time.monotonic() + PATIENCE_S if sys.stderr.isatty() else float("inf")
        self.shown = 0

    def __call__(self, name: str, rows: int) -> None:
        if time.monotonic() < self.next:
            return
        self.next = time.monotonic() + 0.1
        line = f"{name} {rows:,} rows"
        sys.stderr.write(f"\r{line.ljust(self.shown)}")
        sys.stderr.flush()
        self.shown = len(line)

    def end(self) -> None:
        if self.shown:
            sys.stderr.write(f"\r{' ' * self.shown}\r")
            sys.stderr.flush()
