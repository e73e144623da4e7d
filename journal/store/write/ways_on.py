"""What follows once one has tracked as long as one meant to: the diary rests, or goes on with less. One step each."""

from journal.errors import Refused
from journal.moments import UserClock, instant_text
from journal.store.file.diary_file import DiaryPath
from journal.store.read import queries
from journal.store.write import pausing, transaction


def go_on(where: DiaryPath, way: str, clock: UserClock) -> None:
    """`stop`: the diary rests; `weekly`: one line a week is enough; `experiment`: only the planned end goes."""
    with transaction.step(where, "edit", instant_text(clock.now), create=False) as connection:
        transaction.delete(connection, "setting", {"key": "track_until"})
        if way == "stop":
            pausing.begin(connection, None, queries.context(connection, clock).clock.today)
        elif way == "weekly":
            transaction.upsert(connection, "setting", {"key": "reminders"}, {"value": "weekly"})
        elif way != "experiment":
            raise Refused(f"there is no way “{way}” on; say stop, weekly or experiment")
