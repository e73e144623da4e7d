"""The diary as the app sees it: pages read, lines stored. It knows no screen; its calls belong into threads."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from journal import moments, terminal
from journal.app import record_words
from journal.catalog.lexicon import Lexicon
from journal.moments import UserClock, instant_text
from journal.phrases.context import Context
from journal.records import Episode, replace
from journal.store import quick_digits
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.history import step_summary, undo_redo
from journal.store.history.undo_redo import PastStep
from journal.store.read import queries
from journal.store.read.day_page import DayPage, day_page
from journal.store.write import page_entry
from journal.store.write.receipt import Receipt

Signature = tuple[object, ...]


@dataclass(frozen=True)
class TodayPage:
    """A day with all that its screen shows. `digits` are the free ones, taken by common episodes."""

    context: Context
    day: DayPage
    going_on: list[Episode]
    digits: Mapping[str, str]
    is_sample: bool


class Diary:
    """One diary file. `clock` gives where and when the user is."""

    def __init__(self, path: Path, read_clock: Callable[[], UserClock] = moments.user_clock) -> None:
        self.file = DiaryFile(path)
        self.read_clock = read_clock
        self.version = 0
        """Counts what has changed, so that a screen knows whether it shows something old."""
        self._known: Lexicon | None = None
        self._known_of: object = None
        self._lock = Lock()

    # ---- the file ------------------------------------------------------------------------------

    def signature(self) -> Signature:
        """Differs when another program has written; raises Refused where the file is gone or cannot be looked at."""
        if self.file.seen and self.file.identity() != self.file.seen:
            self.file.meet()
        found: list[object] = []
        for path in (self.file.path, self.file.path.with_name(f"{self.file.path.name}-wal")):
            try:
                status = path.stat()
            except OSError:
                found.append(None)
                continue
            found.append((status.st_ino, status.st_size, status.st_mtime_ns) if status.st_size else None)
        return tuple(found)

    # ---- reading -------------------------------------------------------------------------------

    def context(self, connection: sqlite3.Connection) -> Context:
        """As `reading.context`; the words are made anew only when one of the user's own has changed."""
        clock, templates = self._here(connection), queries.templates(connection)
        return Context(clock, self._words(connection), templates, self._last_episode)

    def _last_episode(self) -> Episode | None:
        """Asked only where someone says `again`: in a long diary it takes longer than a page."""
        with connections.reading(self.file) as connection:
            return queries.last_episode(connection)

    def _words(self, connection: sqlite3.Connection) -> Lexicon:
        own = (
            connection.execute("SELECT * FROM term").fetchall(),
            connection.execute("SELECT * FROM question WHERE built_in = 0").fetchall(),
            queries.setting(connection, "units"),
        )
        with self._lock:
            if self._known is None or own != self._known_of:
                self._known, self._known_of = queries.lexicon(connection), own
            return self._known

    def page(self, day: date | None) -> TodayPage:
        """The page of a day, today's without one."""
        with connections.reading(self.file) as connection:
            context = self.context(connection)
            digits = quick_digits.digits(connection, context)
            return TodayPage(
                page_entry.with_digits(context, digits),
                day_page(connection, day or context.clock.today, context.lexicon, ids=False),
                queries.going_on(connection),
                digits,
                queries.setting(connection, "sample") is not None,
            )

    def here(self) -> UserClock:
        """Where and when the user is, with the hour at which this diary's days start."""
        with connections.reading(self.file) as connection:
            return self._here(connection)

    def _here(self, connection: sqlite3.Connection) -> UserClock:
        clock, starts = self.read_clock(), queries.setting(connection, "day_starts")
        return clock if starts is None else replace(clock, day_starts=int(starts))

    def today(self, day_starts: int) -> date:
        return replace(self.read_clock(), day_starts=day_starts).today

    # ---- writing -------------------------------------------------------------------------------

    def enter(self, line: str, day: date | None, digits: Mapping[str, str]) -> list[Receipt]:
        """A line stored on the page of a day."""
        return page_entry.enter_on(self.file, line, day, digits, self.read_clock())

    # ---- taking back ---------------------------------------------------------------------------

    def last_act(self) -> tuple[PastStep | None, list[str]]:
        """What undo would take back, and its words."""
        with connections.reading(self.file) as connection:
            act = undo_redo.last_act(connection)
            return act, step_summary.taken_back(act, *self._said_in(connection)) if act else []

    def next_redo(self) -> tuple[PastStep | None, list[str]]:
        """What redo would do again, and its words."""
        with connections.reading(self.file) as connection:
            act = undo_redo.next_redo(connection)
            return act, step_summary.done_again(act, *self._said_in(connection)) if act else []

    def undo(self) -> list[str]:
        return self._told_back(undo_redo.undo(self.file, instant_text(self.read_clock().now)), step_summary.taken_back)

    def redo(self) -> list[str]:
        return self._told_back(undo_redo.redo(self.file, instant_text(self.read_clock().now)), step_summary.done_again)

    def _told_back(self, act: PastStep, said: Callable[[PastStep, Lexicon, UserClock], list[str]]) -> list[str]:
        with connections.reading(self.file) as connection:
            return said(act, *self._said_in(connection))

    def _said_in(self, connection: sqlite3.Connection) -> tuple[Lexicon, UserClock]:
        context = self.context(connection)
        return context.lexicon, context.clock


def receipt_lines(one: Receipt, hours: int) -> str:
    """What became of one act, in a line."""
    said = f"{one.verb}: {record_words.clock_in_hours(one.when, hours)}  {one.what}"
    return terminal.on_screen("; ".join([said, *one.remarks]))
