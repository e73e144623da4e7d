"""A diary that is not what was seen at its path last is refused until the user decides: absence is no beginning."""

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from journal import moments, settings
from journal.errors import Refused
from journal.store.file import diary_state
from journal.store.file.diary_file import DiaryFile
from journal.store.file.diary_state import DiaryState

if TYPE_CHECKING:
    from journal.store.file.backups import Backup

NOTHING = "Nothing was read or stored."
NEW = "`--new` before a command begins a new diary there"
ACCEPT = "`--accept` before a command goes on with this one"


def gone(file: DiaryFile) -> Refused | None:
    """Why a diary that is not there is missed; None where nothing tells of one: no memory, log or backup."""
    state = diary_state.read(file.path)
    if state:
        drive = "" if file.real.parent.is_dir() else ", nor is its folder: perhaps a drive is not connected"
        return Refused(f"{file.path} is not there{drive}. {_held(state)} {NOTHING} {_ways(file, NEW)}")
    if file.path.is_symlink():
        state = diary_state.read(file.path, follows_link=False)
        held = f" {_held(state)}" if state else ""
        where_to = f"{file.path} is a link to {file.real}, where nothing is: perhaps a drive is not connected."
        return Refused(f"{where_to}{held} {NOTHING} {_ways(file, NEW)}")
    left = [log for log in file.logs() if log.name.endswith("-wal") and log.exists()]
    if left:
        return Refused(f"{file.path} is not there, but what was written to it last is, {left[0]}. {_ways(file, NEW)}")
    if _newest_backup(file):  # moved without what is remembered, or that was lost with it
        return Refused(f"{file.path} is not there, and there are backups of it. {NOTHING} {_ways(file, NEW)}")
    return None


def empty(file: DiaryFile) -> Refused:
    """Why a file of no bytes is refused, whether or not a diary was there."""
    state = diary_state.read(file.path)
    held = _held(state) if state else "A diary never is: something has cut it, or made it."
    return Refused(f"{file.path} is empty, a file of 0 bytes. {held} {NOTHING} {_ways(file, NEW)}")


def check(connection: sqlite3.Connection, file: DiaryFile) -> None:
    """Refuse another diary than the one seen at the path last, or the same one as it was before.

    What was seen is in this program's memory and in the state folder.
    """
    before, kept = file.state, diary_state.read(file.path)
    current = diary_state.mark(connection)  # only now, or another thread might have stored something in between
    for state in (before, kept):
        if state and (current is None or current.id != state.id):
            raise Refused(
                f"{file.path} is another diary than the one that was there. {_held(state)} {NOTHING}"
                f" {_ways(file, ACCEPT)}"
            )
        if state and current and current.number < state.number:
            raise Refused(
                f"{file.path} is an older copy of your diary, last written {_when(_last_step(connection))}."
                f" {_held(state)} {NOTHING} {_ways(file, ACCEPT)}"
            )
    if current and (before is None or before.number < current.number):
        file.state = current
    if current and (kept is None or kept.number < current.number) and not connection.in_transaction:
        if file.seen != file.identity():
            return  # a backup took its place meanwhile, and that is what is to be remembered
        diary_state.note(file.path, diary_state.of(connection, kept))


def _held(state: DiaryState) -> str:
    """What was there, in a sentence."""
    about = "" if state.counted_at == state.number else "about "
    return f"It held {about}{_records(state.records)}, last written {_when(state.written_at)}."


def _records(number: int) -> str:
    return "1 record" if number == 1 else f"{number:,} records"


def _when(instant: str | None) -> str:
    if instant is None:
        return "nobody knows when"
    return _day_and_clock(moments.user_clock().local(datetime.fromisoformat(instant)))


def _day_and_clock(local: datetime) -> str:
    return f"{moments.WEEKDAYS[local.weekday()]} {local.day} {moments.MONTHS[local.month - 1]} {local:%Y %H:%M}"


def _last_step(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT at FROM step ORDER BY id DESC LIMIT 1").fetchone()
    return row[0] if row else None


def _ways(file: DiaryFile, other: str) -> str:
    """What can be done, in a sentence; `other` is the way without a backup."""
    newest = _newest_backup(file)
    if newest is None:
        return f"There is no backup in {_folder(file)}; {other}."
    import shlex  # with what it imports 4 ms, which a line that is stored need not wait for

    held = newest.contents()
    records = f" with {_records(held.records)}" if held else ""
    back = f"`restore {shlex.quote(newest.path.name)}` puts it back"
    return f"The newest backup is {newest.path}, of {_day_and_clock(newest.made_at)}{records}; {back}, {other}."


def _newest_backup(file: DiaryFile) -> "Backup | None":
    from journal.store.file import backups  # which needs connections, which need this

    return backups.newest(file.real, _folder(file))


def _folder(file: DiaryFile) -> Path:
    return settings.backup_settings().folder_of(file.real)
