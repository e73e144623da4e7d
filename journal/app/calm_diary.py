"""What keeps a diary calm, as the app sees it: what is offered, and when it rests. Its calls belong in threads."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from journal.moments import UserClock
from journal.requests import read_coming_day
from journal.store import about_me
from journal.store.about_me import LINES as ABOUT_LINES
from journal.store.about_me import QUESTIONS
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.inbox.inbox import Inbox
from journal.store.offers import away_offer, offers
from journal.store.offers.offers import Offer
from journal.store.read import open_days, pauses, queries
from journal.store.read.open_days import NOT_LOGGED_IS_FINE
from journal.store.read.pauses import Pause, pause_words
from journal.store.write import entry, pausing, put_away, ways_on
from journal.store.write.receipt import Receipt

__all__ = ["ABOUT_LINES", "NOT_LOGGED_IS_FINE", "QUESTIONS", "CalmDiary", "Offer", "Pause", "pause_words"]


class CalmDiary(NamedTuple):
    """Of one diary file. `clock` gives where and when the user is, with the hour at which this diary's days start."""

    file: DiaryFile
    inbox: Inbox
    clock: Callable[[], UserClock]

    def offers(self) -> list[Offer]:
        """What is offered today."""
        clock = self.clock()
        with connections.reading(self.file) as connection:
            return offers.due(connection, clock, self.inbox.offer)

    def put_away(self, offer: Offer, *, by_itself: bool = False) -> None:
        """An offer is not shown again, or not before it has something new to say; `by_itself` is nothing to undo."""
        put_away.put_away(self.file, offer, self.clock(), by_itself=by_itself)

    def emergency(self) -> str:
        """The number to call, if one was set."""
        with connections.reading(self.file) as connection:
            return queries.setting(connection, "emergency") or ""

    def go_on(self, way: str) -> None:
        """Stop, go on with one line a week, or with an experiment."""
        ways_on.go_on(self.file, way, self.clock())

    def profile(self) -> dict[str, str]:
        """What was said about the person, by key."""
        with connections.reading(self.file) as connection:
            return about_me.profile(connection)

    def set_profile(self, key: str, text: str, expected: str) -> None:
        about_me.set_line(self.file, key, text, self.clock(), expected=expected)

    def open_days(self) -> list[date]:
        """The days that are open, the newest first."""
        with connections.reading(self.file) as connection:
            return open_days.open_days(connection, self.clock().today)

    def note_open_days_seen(self) -> None:
        """The days that are open now are offered no more."""
        clock = self.clock()
        with connections.reading(self.file) as connection:
            offer = away_offer.offer(connection, clock)
        if offer:
            put_away.put_away(self.file, offer, clock, by_itself=True)

    def say_of_day(self, day: date, rating: str, note: str) -> list[Receipt]:
        """A rating and a note of a day, in one step; an empty one is not said."""
        rating = rating.strip().lower()
        lines = ["none" if rating in ("0", "none") else f"twitchy {rating}"] if rating else []
        lines += [f"note {note.strip()}"] if note.strip() else []
        return entry.enter_on(self.file, lines, day, {}, self.clock()) if lines else []

    def pause(self) -> Pause | None:
        """The pause in which today lies."""
        today = self.clock().today
        with connections.reading(self.file) as connection:
            return pauses.pause_on(connection, today)

    def begin_pause(self, until: str) -> Pause:
        """The diary rests, until a day that comes or, without one, until it goes on."""
        clock = self.clock()
        return pausing.pause(self.file, read_coming_day(until, clock) if until else None, clock)

    def resume(self) -> Pause:
        """The diary goes on."""
        return pausing.resume(self.file, self.clock())
