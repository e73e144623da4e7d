"""What keeps a diary calm, as the app sees it: what is offered, and when it rests. Its calls belong in threads."""

from collections.abc import Callable
from typing import NamedTuple

from journal.moments import UserClock
from journal.requests import read_coming_day
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.inbox.inbox import Inbox
from journal.store.read import offers, pauses
from journal.store.read.offers import Offer
from journal.store.read.pauses import Pause, pause_words
from journal.store.write import pausing, put_away

__all__ = ["CalmDiary", "Offer", "Pause", "pause_words"]


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

    def put_away(self, offer: Offer) -> None:
        """An offer is not shown again, or not before it has something new to say."""
        put_away.put_away(self.file, offer, self.clock())

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
