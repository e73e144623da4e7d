"""The diary rests for a while, and goes on."""

import sqlite3
from datetime import date, timedelta

from journal.errors import Refused
from journal.moments import UserClock, instant_text
from journal.store.file.diary_file import DiaryPath
from journal.store.read import pauses, queries
from journal.store.read.pauses import Pause
from journal.store.write import transaction


def pause(where: DiaryPath, until: date | None, clock: UserClock) -> Pause:
    """The diary rests from today on; while it does already, only the day until which it does changes."""
    with transaction.step(where, "edit", instant_text(clock.now)) as connection:
        return begin(connection, until, queries.context(connection, clock).clock.today)


def begin(connection: sqlite3.Connection, until: date | None, today: date) -> Pause:
    """As `pause`, in a step that is open."""
    if until and until < today:
        raise Refused("a pause ends today or on a day that comes; `resume` ends one that was made")
    present_pauses = pauses.pauses_on(connection, today)
    present = present_pauses[0] if present_pauses else None
    last_day = until.isoformat() if until else None
    paused = Pause(present.first_day if present else today.isoformat(), last_day)
    if paused != present:
        values = {"last_day": last_day}
        transaction.upsert(connection, "pause", {"first_day": paused.first_day}, values)
    for other in present_pauses[1:]:
        transaction.delete(connection, "pause", {"first_day": other.first_day})
    return paused


def resume(where: DiaryPath, clock: UserClock) -> Pause:
    """The diary goes on: today is not paused any more, the days before it stay so; the pause that was ended."""
    with transaction.step(where, "edit", instant_text(clock.now), create=False) as connection:
        today = queries.context(connection, clock).clock.today
        present = pauses.pauses_on(connection, today)
        if not present:
            raise Refused("the diary is not paused")
        yesterday = (today - timedelta(days=1)).isoformat()
        for each in present:
            key = {"first_day": each.first_day}
            if each.first_day == today.isoformat():
                transaction.delete(connection, "pause", key)
            else:
                transaction.update(connection, "pause", key, {"last_day": yesterday})
        return present[0]
