"""What a diary is due once a day, in the background: a check, and a backup of what was written."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from journal import terminal
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.app.main import JournalApp


class DailyUpkeep:
    """Of one app. What goes wrong with it is said once."""

    def __init__(self, app: "JournalApp") -> None:
        self.app = app
        self._working = asyncio.Lock()
        self._remarks: list[str] = []

    def begin(self, *, has_written: bool = False) -> None:
        self.app.begin(partial(self._keep_up, has_written=has_written), "upkeep")

    async def _keep_up(self, *, has_written: bool) -> None:
        """Check the diary while what is entered waits, and back up what was written while nothing does."""
        diary = self.app.diary
        async with self._working:
            try:
                async with self.app.writing:
                    remarks = await asyncio.to_thread(diary.keep_up, has_written=False)
                if has_written:
                    remarks = await asyncio.to_thread(diary.keep_up, has_written=True)
            except Refused as refused:
                remarks = [terminal.refusal_sentence(refused)]
            except Exception as error:
                remarks = [str(self.app.fault(error))]
        if remarks and remarks != self._remarks:
            self._remarks = remarks
            self.app.call_after_refresh(self._say_below, remarks)

    def _say_below(self, remarks: list[str]) -> None:
        """Below what is said already."""
        front = self.app.front
        front.say("\n".join(filter(None, (front.notice, *map(terminal.on_one_line, remarks)))), "wrong")
