"""report: one page for a doctor, or a message for a portal."""

from pathlib import Path

import click

from journal import activity, remarks, requests, settings
from journal.charts.site_words import listed
from journal.cli.completion import days as week
from journal.cli.completion import offers
from journal.cli.output import data, paragraph, picture, width
from journal.sharing.preview.report_preview import report_preview
from journal.sharing.report import compose
from journal.sharing.report.message import message
from journal.sharing.report.parts import (
    EXTRAS,
    PAPERS,
    PARTS,
    Paper,
    ReportRequest,
    read_name,
    read_parts,
    read_year,
    report_days,
)
from journal.sharing.report.written import is_page, report_path, write_report
from journal.sharing.single_file import refuse_taken
from journal.store.file import connections
from journal.store.read import queries
from journal.terminal import path_words


def _lines(parts: dict[str, str]) -> str:
    return "\n".join(f"  {part:<11} {text}" for part, text in parts.items())


@click.command(
    epilog=f"\b\nWhat it holds, and --without leaves out:\n{_lines(PARTS)}\n\n"
    f"\b\nWhat it holds only with --with:\n{_lines(EXTRAS)}"
)
@click.argument("to", metavar="FILE.pdf|FILE.txt|-")
@click.option("--from", "since", metavar="DAY", shell_complete=offers(week), help="The first day.")
@click.option("--to", "until", metavar="DAY", shell_complete=offers(week), help="The last day; today without it.")
@click.option("--since-visit", is_flag=True, help="From the day of your last visit on.")
@click.option("--name", default="", metavar="TEXT", help="Your name, for the page; it is not kept.")
@click.option("--born", type=int, metavar="YEAR", help="Your year of birth, for the page.")
@click.option(
    "--with",
    "extras",
    multiple=True,
    metavar="PART",
    shell_complete=offers(lambda *_: EXTRAS.items()),
    help=f"With {', '.join(EXTRAS)}.",
)
@click.option(
    "--without",
    multiple=True,
    metavar="PART",
    shell_complete=offers(lambda *_: PARTS.items()),
    help="Without medicines, question, or another part.",
)
@click.option("--paper", type=click.Choice(PAPERS), default=PAPERS[0], help="The page's size; a4 without it.")
@click.option("--preview", is_flag=True, help="Show what would leave, and what is not in it; write nothing.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@click.pass_obj
def report(
    db: str | None,
    to: str,
    since: str | None,
    until: str | None,
    since_visit: bool,
    name: str,
    born: int | None,
    extras: tuple[str, ...],
    without: tuple[str, ...],
    paper: Paper,
    preview: bool,
    force: bool,
) -> None:
    """One page for a doctor: since when, where, how often, signs, medicines, what you ask. Or a message.

    FILE.pdf is the page; FILE.txt, or - for standard output, a message of at most 2,000 characters for a patient
    portal. Without days it is of the last 90. What was never asked says so; no note of yours leaves unless you say
    --with notes. The file is readable by you alone, and not encrypted.

    \b
    Examples:
      twitch-journal report for-dr-lee.pdf
      twitch-journal report for-dr-lee.pdf --since-visit --with statistics
      twitch-journal report for-dr-lee.pdf --preview --without medicines
      twitch-journal report - --without medicines
    """
    path, _ = settings.diary_path(db)
    target = _target(to)
    if target and not preview:
        refuse_taken(target, diary=path, force=force)
    with connections.reading(path) as connection:
        context = queries.context(connection)
        today = context.clock.today
        days = requests.read_from_to(since, until, context.clock)
        request = ReportRequest(
            *report_days(connection, days, today, since_visit=since_visit),
            today,
            settings.week_starts(),
            read_name(name),
            read_year(born, today),
            read_parts(extras, EXTRAS, "added"),
            read_parts(without, (*PARTS, *EXTRAS), "left out"),
            paper,
        )
        content = compose.report(connection, context, request)
    if preview:
        picture(report_preview(content, request, width(), is_page=target is not None and is_page(target)))
        return
    for remark in content.remarks:
        remarks.leave(remark)
    if request.extras and not (target and is_page(target)):
        remarks.leave(f"A message has no place for {listed(sorted(request.extras))}; the page (FILE.pdf) has.")
    if target is None:
        data(message(content))
        return
    write_report(content, target, paper, diary=path, force=force)
    activity.note_made(target)
    paragraph(f"{path_words(target)}: {content.period}, {content.logged}", "written: ")


def _target(to: str) -> Path | None:
    """The file to write; None for standard output."""
    return None if to == "-" else report_path(to)
