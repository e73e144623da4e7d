"""What changes without the user: another program writes, a diary day begins, the clock goes on."""

import asyncio
from typing import TYPE_CHECKING

from journal import terminal
from journal.app.diary import FileStamps
from journal.app.messages import DayTurned, DiaryChanged, MinutePassed
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.app.main import JournalApp


INBOX_EVERY = 5
"""Looks at the diary for each one at the inbox; the first one behind the first screen."""


class FileWatcher:
    """Looks at the file and at the clock, and tells the screen in front what is new."""

    def __init__(self, app: "JournalApp") -> None:
        self._app = app
        self._minute = app.diary.read_clock().now.minute
        self._known_state: FileStamps | None = None
        self._refusal = ""
        self._looks = 0

    def begin(self) -> None:
        """From now on, what another program writes is news."""
        if self._known_state is None:
            self.note_own_write()

    def note_own_write(self) -> None:
        """The app itself wrote: that is no news."""
        self._known_state = self._file_state()

    async def look_at_inbox(self) -> None:
        """Have Today say what the phone wrote; the files may lie on a slow disk."""
        diary = self._app.diary
        try:
            has_news = await asyncio.to_thread(diary.inbox.has_news, diary.read_clock(), diary.version)
        except Refused:
            return  # the page says why
        except Exception as error:
            self._app.fault(error)
            return
        if has_news:
            diary.version += 1
            for screen in self._app.screen_stack:
                screen.post_message(DiaryChanged())

    def look(self) -> None:
        self._looks += 1
        if self._looks % INBOX_EVERY == 1:
            self._app.begin(self.look_at_inbox, "inbox")
        app, state = self._app, self._file_state()
        is_new = self._known_state is not None and state is not None and state != self._known_state
        if is_new and not app.writes:  # else it may be the app itself that writes, and says so when it is done
            self._known_state = state
            app.diary_changed(by_another=True)
        try:
            now, today = app.diary.read_clock().now, app.diary.today(app.day_starts)
        except Refused as refused:  # the clock of the machine was lost
            app.say(terminal.refusal_sentence(refused), "wrong")
            return
        if today != app.today:
            app.today = today
            app.diary.version += 1
            app.screen.post_message(DayTurned())
        if now.minute != self._minute:
            self._minute = now.minute
            app.screen.post_message(MinutePassed())

    def _file_state(self) -> FileStamps | None:
        """None where the file cannot be looked at, which is said once."""
        try:
            state = self._app.diary.state()
        except Refused as refused:
            if str(refused) != self._refusal:
                self._refusal = str(refused)
                self._app.say(terminal.refusal_sentence(refused), "wrong")
            return None
        self._refusal = ""
        return state
