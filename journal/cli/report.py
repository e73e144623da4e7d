"""report: one page for a doctor, or a message for a portal."""

from datetime import date
from pathlib import Path

import click

from journal import activity, remarks, requests, settings
from journal.cli.completion import days as week
from journal.cli.completion import offers
from journal.cli.output import data, paragraph
from journal.errors import Refused
from journal.sharing.report import compose
from journal.sharing.report.content import Report
from journal.sharing.report.message import message
from journal.sharing.report.parts import EXTRAS, PAPERS, PARTS, Paper, ReportRequest, read_parts, report_days
from journal.sharing.single_file import refuse_taken, write_file
from journal.store.file import connections
from journal.store.read import queries

PAGE = ".pdf"
SUFFIXES = (PAGE, ".txt")
OLDEST = 1900
LONGEST_NAME = 100


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
      twitch-journal report - --without medicines
    """
    path, _ = settings.diary_path(db)
    target = _target(to)
    if target:
        refuse_taken(target, diary=path, force=force)
    with connections.reading(path) as connection:
        context = queries.context(connection)
        today = context.clock.today
        days = requests.read_from_to(since, until, context.clock)
        request = ReportRequest(
            *report_days(connection, days, today, since_visit=since_visit),
            today,
            settings.week_starts(),
            _name(name),
            _year(born, today),
            read_parts(extras, EXTRAS, "added"),
            read_parts(without, (*PARTS, *EXTRAS), "left out"),
            paper,
        )
        content = compose.report(connection, context, request)
    for remark in content.remarks:
        remarks.leave(remark)
    is_page = target is not None and target.suffix.lower() == PAGE
    if target is None:
        data(message(content))
        return
    write_file(target, _page(content, paper) if is_page else message(content).encode(), diary=path, force=force)
    activity.note_made(target)
    paragraph(f"{target}: {content.period}, {content.logged}", "written: ")


def _page(content: Report, paper: Paper) -> bytes:
    """The PDF; what could not be printed as it was typed is said beside it."""
    from journal.sharing.report.to_pdf import typeset  # a message does not wait for typst

    page = typeset(content, paper)
    if page.named:
        remarks.leave(
            f"No font on this machine has {' '.join(page.named)}; on the page their names stand in brackets."
            " The message (FILE.txt) holds them as you typed them."
        )
    if not page.is_accessible:
        remarks.leave("The page is tagged for screen readers, but some of its letters keep it from being PDF/UA-1.")
    return page.pdf


def _target(to: str) -> Path | None:
    """The file to write; None for standard output."""
    if to == "-":
        return None
    path = Path(to).expanduser()
    if path.suffix.lower() not in SUFFIXES:
        raise Refused(f"“{to}” is no name of a report; say FILE.pdf for the page, FILE.txt or - for the message")
    return path


def _name(text: str) -> str:
    if len(text) > LONGEST_NAME:
        raise Refused(f"a name of {len(text)} letters is too long for the page; {LONGEST_NAME} fit")
    return text.strip()


def _year(born: int | None, today: date) -> int | None:
    if born is not None and not OLDEST <= born <= today.year:
        raise Refused(f"born {born} cannot be; say a year from {OLDEST} to {today.year}")
    return born
