"""remind: one line where today's check-in is empty; without click, which would take 20 ms of a shell prompt."""

from journal import moments, settings
from journal.cli.output import say
from journal.store.file import connections, look
from journal.store.file.diary_file import DiaryFile
from journal.store.read import queries, reminder

LINE = "Today's check-in is empty: twitch-journal checkin"


def remind(db: str | None) -> None:
    file = DiaryFile(settings.diary_path(db)[0])
    if not look.is_begun(file):
        return
    with connections.reading(file) as connection:
        starts = queries.setting(connection, "day_starts")
        clock = moments.user_clock(int(starts) if starts else 4)
        if reminder.is_due(connection, clock.today):
            say(LINE)
