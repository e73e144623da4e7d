"""What leaves the diary as the app sees it, and the visits for which it does. Its calls belong in threads."""

from collections.abc import Callable
from typing import NamedTuple

from journal.moments import UserClock
from journal.store import diary_settings
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.read import visit_offers
from journal.store.read.visit_offers import VisitAhead

__all__ = ["ShareDiary", "VisitAhead"]


class ShareDiary(NamedTuple):
    """Of one diary file. `clock` gives where and when the user is, with the hour at which this diary's days start."""

    file: DiaryFile
    clock: Callable[[], UserClock]

    def visit(self) -> VisitAhead | None:
        """The visit for which a diary can be kept now."""
        clock = self.clock()
        with connections.reading(self.file) as connection:
            return visit_offers.visit_for_diary(connection, clock)

    def keep_until_eve(self, visit: VisitAhead) -> None:
        """The eve of a visit becomes the planned end."""
        diary_settings.set_setting(self.file, "track_until", visit.eve.isoformat(), clock=self.clock())
