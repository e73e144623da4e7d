"""A report written to a file: the page where its name ends in .pdf, else the message."""

from pathlib import Path

from journal import remarks, settings
from journal.errors import Refused
from journal.sharing.report.content import Report
from journal.sharing.report.message import message
from journal.sharing.report.parts import Paper
from journal.sharing.single_file import write_file

PAGE = ".pdf"
SUFFIXES = (PAGE, ".txt")


def report_path(text: str) -> Path:
    path = settings.expanded(text)
    if path.suffix.lower() not in SUFFIXES:
        raise Refused(f"“{text}” is no name of a report; say FILE.pdf for the page, FILE.txt or - for the message")
    return path


def is_page(path: Path) -> bool:
    return path.suffix.lower() == PAGE


def write_report(report: Report, path: Path, paper: Paper, *, diary: Path, force: bool) -> None:
    """What the user is to know of it is left to be said."""
    content = _page(report, paper) if is_page(path) else message(report).encode()
    write_file(path, content, diary=diary, force=force)


def _page(report: Report, paper: Paper) -> bytes:
    """The PDF; what could not be printed as it was typed is said beside it."""
    from journal.sharing.report.to_pdf import typeset  # a message does not wait for typst

    page = typeset(report, paper)
    if page.named:
        remarks.leave(
            f"No font on this machine has {' '.join(page.named)}; on the page their names stand in brackets."
            " The message (FILE.txt) holds them as you typed them."
        )
    if not page.is_accessible:
        remarks.leave("The page is tagged for screen readers, but some of its letters keep it from being PDF/UA-1.")
    return page.pdf
