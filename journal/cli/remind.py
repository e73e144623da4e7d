"""remind: one line where today's check-in is empty; without click, which would take 20 ms of a shell prompt."""

from contextlib import suppress

from journal import moments, settings
from journal.cli.output import say
from journal.errors import Refused
from journal.store.file import attached, connections, look
from journal.store.file.diary_file import DiaryFile
from journal.store.read import queries, reminder

SHORTEST_WAIT_S = 0.2
LINE = "Today's check-in is empty: twitch-journal checkin"


def remind(db: str | None) -> None:
    """Whatever is wrong with a diary, a prompt does not wait for it and does not say so at every line: the next command
    does."""
    usual, attached.BUSY_SECONDS = attached.BUSY_SECONDS, SHORTEST_WAIT_S
    try:
        with suppress(Refused):
            _remind(DiaryFile(settings.diary_path(db)[0]))
    finally:
        attached.BUSY_SECONDS = usual


def _remind(file: DiaryFile) -> None:
    if not look.is_begun(file):
        return
    with connections.reading(file) as connection:
        starts = queries.setting(connection, "day_starts")
        clock = moments.user_clock(int(starts) if starts else 4)
        if reminder.is_due(connection, clock.today):
            say(LINE)
