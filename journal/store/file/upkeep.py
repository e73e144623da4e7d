"""What is done for a diary once a day: it is checked before anything is written, and backed up afterwards.

A command finds out in a moment that nothing is due; only then is anything else loaded.
"""

from datetime import datetime
from pathlib import Path

from journal import moments
from journal.errors import Refused
from journal.store.file import diary_state, look
from journal.store.file.diary_file import DiaryFile
from journal.store.file.diary_state import DiaryState
from journal.store.file.sqlite_errors import FAILED

LARGE = 40_000_000
"""Bytes from which on a check takes a second: a line is then stored first, and not kept waiting."""


def check_first(file: DiaryFile) -> str | None:
    """Check the diary before the first write of a day, unless it is large, or checked in the background.

    The day for which that is done, also where nothing is there yet.
    """
    now, state, size = moments.user_clock().now, diary_state.read(file.path), _size(file.path)
    if size and look.is_begun(file) and not _is_checked(state, now):
        if file.is_kept_up or size > LARGE:
            return None
        if failed := _check(file.path, now):
            raise Refused(FAILED.format(path=file.path, failed=failed))
    return _day(now)


def keep_up(path: Path, now: datetime, *, has_written: bool) -> list[str]:
    """Check a diary that was not checked today, and back it up if anything was written; what is to be said of it."""
    state, size = diary_state.read(path), _size(path)
    if not size:
        return []
    sentences: list[str] = []
    failed = state.failed if state else None
    if not _is_checked(state, now):
        failed = _check(path, now)
        if has_written and size > LARGE:
            sentences.append(f"The diary is large ({size / 1e6:,.0f} MB), so it was checked after that: it is sound.")
    if failed:
        return [FAILED.format(path=path, failed=failed)]
    if has_written and (state is None or state.backed_up_on != _day(now)):
        from journal.settings import backup_settings
        from journal.store.file import backups

        try:
            sentences += backups.make_daily(path, backup_settings(), now)
        except Refused as refused:
            return [*sentences, f"No backup was made: {refused}"]
        if state := diary_state.read(path):
            diary_state.note(path, state._replace(backed_up_on=_day(now)))
    return sentences


def _check(path: Path, now: datetime) -> str:
    """What is wrong with a diary; empty where nothing is."""
    from journal.settings import backup_settings
    from journal.store.file import check

    return "; ".join(check.check(path, backup_settings(), now).damage)


def _is_checked(state: DiaryState | None, now: datetime) -> bool:
    return state is not None and (state.failed is not None or state.checked_on == _day(now))


def _day(now: datetime) -> str:
    return f"{now:%Y-%m-%d}"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
