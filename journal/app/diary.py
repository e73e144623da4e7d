"""The diary as the app sees it: pages read, lines stored. It knows no screen; its calls belong into threads."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from journal import moments
from journal.app import words
from journal.catalog.words import Words
from journal.moments import Here, instant_text
from journal.phrases.context import Context
from journal.records import Episode, replace
from journal.store import onpage, opening, reading, telling, undoing, usual
from journal.store.daypage import DayPage, day_page
from journal.store.file import File
from journal.store.told import Told
from journal.store.undoing import PastAct

Signature = tuple[object, ...]


@dataclass(frozen=True)
class Page:
    """A day with all that its screen shows. `digits` are the free ones, taken by common episodes."""

    context: Context
    day: DayPage
    going_on: list[Episode]
    digits: Mapping[str, str]
    is_sample: bool


class Diary:
    """One diary file. `clock` gives where and when the user is."""

    def __init__(self, path: Path, clock: Callable[[], Here] = moments.here) -> None:
        self.file = File(path)
        self.clock = clock
        self.version = 0
        """Counts what has changed, so that a screen knows whether it shows something old."""
        self._known: Words | None = None
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
        here, templates = self._here(connection), reading.templates(connection)
        return Context(here, self._words(connection), templates, self._last_episode)

    def _last_episode(self) -> Episode | None:
        """Asked only where someone says `again`: in a long diary it takes longer than a page."""
        with opening.reading(self.file) as connection:
            return reading.last_episode(connection)

    def _words(self, connection: sqlite3.Connection) -> Words:
        own = (
            connection.execute("SELECT * FROM term").fetchall(),
            connection.execute("SELECT * FROM question WHERE built_in = 0").fetchall(),
            reading.setting(connection, "units"),
        )
        with self._lock:
            if self._known is None or own != self._known_of:
                self._known, self._known_of = reading.words(connection), own
            return self._known

    def page(self, day: date | None) -> Page:
        """The page of a day, today's without one."""
        with opening.reading(self.file) as connection:
            context = self.context(connection)
            digits = usual.digits(connection, context)
            return Page(
                onpage.with_digits(context, digits),
                day_page(connection, day or context.here.today, context.words, ids=False),
                reading.going_on(connection),
                digits,
                reading.setting(connection, "sample") is not None,
            )

    def here(self) -> Here:
        """Where and when the user is, with the hour at which this diary's days start."""
        with opening.reading(self.file) as connection:
            return self._here(connection)

    def _here(self, connection: sqlite3.Connection) -> Here:
        here, starts = self.clock(), reading.setting(connection, "day_starts")
        return here if starts is None else replace(here, day_starts=int(starts))

    def today(self, day_starts: int) -> date:
        return replace(self.clock(), day_starts=day_starts).today

    # ---- writing -------------------------------------------------------------------------------

    def enter(self, line: str, day: date | None, digits: Mapping[str, str]) -> list[Told]:
        """A line stored on the page of a day."""
        return onpage.enter_on(self.file, line, day, digits, self.clock())

    # ---- taking back ---------------------------------------------------------------------------

    def last_act(self) -> tuple[PastAct | None, list[str]]:
        """What undo would take back, and its words."""
        with opening.reading(self.file) as connection:
            act = undoing.last_act(connection)
            return act, telling.taken_back(act, *self._said_in(connection)) if act else []

    def next_redo(self) -> tuple[PastAct | None, list[str]]:
        """What redo would do again, and its words."""
        with opening.reading(self.file) as connection:
            act = undoing.next_redo(connection)
            return act, telling.done_again(act, *self._said_in(connection)) if act else []

    def undo(self) -> list[str]:
        return self._told_back(undoing.undo(self.file, instant_text(self.clock().now)), telling.taken_back)

    def redo(self) -> list[str]:
        return self._told_back(undoing.redo(self.file, instant_text(self.clock().now)), telling.done_again)

    def _told_back(self, act: PastAct, said: Callable[[PastAct, Words, Here], list[str]]) -> list[str]:
        with opening.reading(self.file) as connection:
            return said(act, *self._said_in(connection))

    def _said_in(self, connection: sqlite3.Connection) -> tuple[Words, Here]:
        context = self.context(connection)
        return context.words, context.here


def told(one: Told, hours: int) -> str:
    """What became of one act, in a line."""
    said = f"{one.verb}: {words.clock(one.when, hours)}  {one.what}"
    return words.shown("; ".join([said, *one.remarks]))
