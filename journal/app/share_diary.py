"""What leaves the diary as the app sees it, and the visits for which it does. Its calls belong in threads."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from journal import activity, remarks, settings
from journal.errors import Refused
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.requests import DayRange, read_from_to
from journal.store import diary_settings
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.offers import visit_offers
from journal.store.offers.visit_offers import VisitAhead
from journal.store.read import background, queries

if TYPE_CHECKING:
    from journal.charts.styled_text import Line
    from journal.sharing.csv_file import ExportKind
    from journal.sharing.report.parts import Paper, ReportRequest

__all__ = ["KINDS", "ShareChoice", "ShareDiary", "ShareKind", "ShareSummary", "VisitAhead"]

ShareKind = Literal["page", "message", "doctor", "spreadsheet", "analysis"]
Period = Literal["usual", "visit", "all", "other"]
KINDS: dict[ShareKind, str] = {
    "page": "One page for a doctor, as PDF",
    "message": "A message for a patient portal",
    "doctor": "CSV files for a doctor",
    "spreadsheet": "CSV files for a spreadsheet",
    "analysis": "CSV files for an analysis, every table",
}
PLACES: dict[ShareKind, str] = {"page": "for-the-doctor.pdf", "message": "for-the-doctor.txt"}
FOLDER = "twitch-files"
"""Into which CSV files go, in the user's home."""


class ShareChoice(NamedTuple):
    """What is to leave. `since` and `until` are words for days, of another period; without a place it is the one that
    is proposed."""

    kind: ShareKind = "page"
    period: Period = "usual"
    since: str = ""
    until: str = ""
    name: str = ""
    born: str = ""
    paper: "Paper" = "a4"
    extras: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    place: str = ""

    @property
    def is_report(self) -> bool:
        return self.kind in ("page", "message")

    @property
    def has_notes(self) -> bool:
        """An analysis has every note unless they are put out; the others have none unless they are put in."""
        return "notes" not in self.without if self.kind == "analysis" else "notes" in self.extras


class ShareSummary(NamedTuple):
    """What is known of it before it is read: its days, the day of the last visit, what is not in it, where it goes."""

    days: str
    last_visit: date | None
    absent: list[str]
    place: Path


class ShareDiary(NamedTuple):
    """Of one diary file. `clock` gives where and when the user is, with the hour at which this diary's days start."""

    file: DiaryFile
    clock: Callable[[], UserClock]

    def summary(self, choice: ShareChoice) -> ShareSummary:
        from journal.sharing.preview.absent import absent_from_export, absent_from_report
        from journal.sharing.report.wording import span_text
        from journal.sharing.span import span_of

        with self._reading() as (connection, context):
            today = context.clock.today
            visit = background.last_visit(connection, today.isoformat())
            if request := self._report_request(connection, choice, today):
                days = span_text(request.first, request.last)
                absent = absent_from_report(request, is_page=choice.kind == "page")
            else:
                span = span_of(connection, context.clock, *self._days(connection, choice, today))
                days = span_text(span.first, span.last) if span.first and span.last else "no day of them is logged"
                absent = absent_from_export(_export_kind(choice), notes=choice.has_notes)
        return ShareSummary(days, date.fromisoformat(visit.day) if visit else None, absent, place_of(choice))

    def preview(self, choice: ShareChoice, columns: int) -> "list[Line]":
        """All that would leave, of CSV files their first rows, and what is not in it."""
        from journal.sharing.preview.csv_lines import export_preview
        from journal.sharing.preview.report_preview import report_preview
        from journal.sharing.report import compose

        with self._reading() as (connection, context):
            if request := self._report_request(connection, choice, context.clock.today):
                report = compose.report(connection, context, request)
                return report_preview(report, request, columns, is_page=choice.kind == "page")
            since, until = self._days(connection, choice, context.clock.today)
            return export_preview(
                connection, context, columns, _export_kind(choice), since, until, notes=choice.has_notes
            )

    def write(self, choice: ShareChoice) -> Path:
        """Write it to its place, which nothing may have yet; what else is to be said is left to be said."""
        from journal.sharing.export import export
        from journal.sharing.report import compose
        from journal.sharing.report.written import write_report

        path = place_of(choice)
        _refuse_taken(choice, path)
        with activity.doing("writing"), self._reading() as (connection, context):
            if request := self._report_request(connection, choice, context.clock.today):
                report = compose.report(connection, context, request)
                for remark in report.remarks:
                    remarks.leave(remark)
                write_report(report, path, choice.paper, diary=self.file.path, force=False)
            else:
                since, until = self._days(connection, choice, context.clock.today)
                kind = _export_kind(choice)
                export(
                    connection,
                    context,
                    path,
                    diary=self.file.path,
                    kind=kind,
                    since=since,
                    until=until,
                    notes=choice.has_notes,
                )
        activity.note_made(path)
        return path

    @contextmanager
    def _reading(self) -> Iterator[tuple[sqlite3.Connection, Context]]:
        with connections.reading(self.file) as connection:
            yield connection, queries.context(connection, self.clock())

    def _days(self, connection: sqlite3.Connection, choice: ShareChoice, today: date) -> DayRange:
        from journal.sharing.report.parts import first_day_of_all, report_days

        if choice.period == "visit":
            return DayRange(*report_days(connection, DayRange(), today, since_visit=True))
        if choice.period == "other":
            return read_from_to(choice.since.strip(), choice.until.strip(), self.clock())
        # An export without a first day leaves nothing out.
        return DayRange(first_day_of_all(connection, today) if choice.period == "all" and choice.is_report else None)

    def _report_request(
        self, connection: sqlite3.Connection, choice: ShareChoice, today: date
    ) -> "ReportRequest | None":
        """What a page or a message is asked for; None for CSV files."""
        from journal.sharing.report.parts import ReportRequest, read_born, read_name, report_days

        if not choice.is_report:
            return None
        return ReportRequest(
            *report_days(connection, self._days(connection, choice, today), today),
            today,
            settings.week_starts(),
            read_name(choice.name),
            read_born(choice.born, today),
            choice.extras,
            choice.without,
            choice.paper,
        )

    # ---- visits --------------------------------------------------------------------------------

    def visit(self) -> VisitAhead | None:
        """The visit for which a diary can be kept now."""
        clock = self.clock()
        with connections.reading(self.file) as connection:
            return visit_offers.visit_for_diary(connection, clock)

    def keep_until_eve(self, visit: VisitAhead) -> None:
        """The eve of a visit becomes the planned end."""
        diary_settings.set_setting(self.file, "track_until", visit.eve.isoformat(), clock=self.clock())


def _export_kind(choice: ShareChoice) -> "ExportKind":
    if choice.kind == "page" or choice.kind == "message":
        raise ValueError(f"a {choice.kind} is no export")
    return choice.kind


# ---- where it goes ---------------------------------------------------------------------------------------------


def place_of(choice: ShareChoice) -> Path:
    """The place that was typed, with the ending of its kind, or one in the user's home that nothing has yet."""
    name = PLACES.get(choice.kind, FOLDER)
    suffix = Path(name).suffix
    if choice.place.strip():
        path = settings.expanded(choice.place.strip()).absolute()
        return path if not suffix or path.suffix.lower() == suffix else path.with_name(path.name + suffix)
    first = Path.home() / name
    if not os.path.lexists(first):
        return first
    numbered = (first.with_name(f"{first.stem}-{number}{suffix}") for number in count(2))
    return next(path for path in numbered if not os.path.lexists(path))


def _refuse_taken(choice: ShareChoice, path: Path) -> None:
    """Before any work is done; what writes it refuses too."""
    from journal.sharing.export import NAMES, is_zip

    files = [path] if choice.is_report or is_zip(path) else [path / name for name in NAMES[_export_kind(choice)]]
    for file in files:
        if file.is_dir():
            raise Refused(f"{file} is a folder; say the name of a file in it. Nothing was written.")
        if os.path.lexists(file):
            raise Refused(f"there is a file {file} already, which was kept; nothing was written. Choose another place")
