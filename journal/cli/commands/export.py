"""export: CSV files for a doctor, a spreadsheet or an analysis, in a folder or a zip."""

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
from journal.cli.output import paragraph, picture, say, width
from journal.errors import Refused
from journal.phrases.write.format_number import counted
from journal.sharing.csv_file import EXPORT_KINDS, README, Exported, ExportKind
from journal.sharing.export import export as write
from journal.sharing.preview.csv_lines import export_preview
from journal.store.file import connections
from journal.store.read import queries
from journal.terminal import path_words

PARTS = ("notes",)
PATIENCE_S = 1.0
"""How long there is nothing to see before progress is shown."""


def _parts(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> set[str]:
    """Parts by their names, of `--without a,b` and `--without a --without b` alike."""
    parts = {part.strip() for value in values for part in value.split(",")}
    act = "left out" if parameter.name == "without" else "put in"
    for part in sorted(parts - set(PARTS)):
        raise click.BadParameter(f"“{part}” cannot be {act}; what can is: {', '.join(PARTS)}")
    return parts


@click.command(
    epilog="\b\nWhat --for says:\n" + "\n".join(f"  {kind:<12} {text}" for kind, text in EXPORT_KINDS.items())
)
@click.argument("to", metavar="DIR|FILE.zip")
@click.option(
    "--for",
    "kind",
    type=click.Choice([*EXPORT_KINDS]),
    default="doctor",
    help="Who is to read it; a doctor where nothing is said.",
)
@click.option(
    "--from", "since", metavar="DAY", shell_complete=offers(week), help="The first day; else the first logged."
)
@click.option("--to", "until", metavar="DAY", shell_complete=offers(week), help="The last day; else the last logged.")
@click.option(
    "--with", "extras", metavar="notes", multiple=True, callback=_parts, help="With your notes; an analysis has them."
)
@click.option("--without", "without", metavar="notes", multiple=True, callback=_parts, help="Leave out every note.")
@click.option("--preview", is_flag=True, help="Show the files with their first rows; write nothing.")
@click.option("--force", is_flag=True, help="Replace the files of an earlier export.")
@click.pass_obj
def export(
    db: str | None,
    to: str,
    kind: ExportKind,
    since: str | None,
    until: str | None,
    extras: set[str],
    without: set[str],
    preview: bool,
    force: bool,
) -> None:
    """Write the diary as CSV files into the folder DIR, or into one FILE.zip.

    For a doctor: days.csv, a row a day and a column a habit; episodes.csv; history.csv with illness, medicines, tests,
    visits and signs; and README.txt, which begins with a summary. Empty is not logged, 0 is none. No note of yours
    leaves without --with notes.

    The files are readable by you alone, and not encrypted. They appear whole or not at all, and replace nothing
    unless --force is said. Names of medicines, and what a test or a visit was, leave in any case.

    \b
    Examples:
      twitch-journal export for-dr-lee --from 2026-09-01
      twitch-journal export for-dr-lee --preview
      twitch-journal export diary.zip --for spreadsheet
      twitch-journal export twitch-files --for analysis --without notes
    """
    if extras & without:
        raise Refused("--with notes and --without notes contradict each other; say one of them")
    path, _ = settings.diary_path(db)
    folder = _folder(to)
    with connections.reading(path) as connection, EndRequests() as ending, ending.waiting(), _progress() as progress:
        context = queries.context(connection)
        days = requests.read_from_to(since, until, context.clock)
        notes = bool(extras) or (kind == "analysis" and not without)
        if preview:
            picture(export_preview(connection, context, width(), kind, *days, notes=notes))
            return
        exported = write(
            connection,
            context,
            folder,
            diary=path,
            kind=kind,
            since=days.first,
            until=days.last,
            notes=notes,
            force=force,
            progress=progress,
        )
    activity.note_made(folder)
    _tell(to, exported, is_asked="notes" in without)


def _folder(to: str) -> Path:
    if not to.strip():
        raise Refused("into which folder? For example `twitch-journal export twitch-files`")
    return settings.expanded(to)


def _tell(to: str, exported: Exported, *, is_asked: bool) -> None:
    """What was written: the days, each file with its rows, and whether notes are in them."""
    span = exported.span
    logged = (
        f"{span.first} to {span.last}, twitches known on {exported.logged} of {counted(span.length, 'day')}"
        if span.length
        else "no day logged"
    )
    paragraph(f"{path_words(to)}: {logged}", "written: ")
    names = max(map(len, [*exported.rows, README]))
    for name, rows in exported.rows.items():
        say(f"  {name:<{names}} {counted(rows, 'row', spec='>9,')}")
    say(f"  {README:<{names}} explains them")
    if exported.notes:
        return
    kept = "left out: every note"
    if exported.left_out:
        templates = "template" if len(exported.left_out) == 1 else "templates"
        kept += f", and the {templates} {', '.join(exported.left_out)} with one in it"
    paragraph(kept if is_asked else f"{kept}; --with notes puts them in")


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
