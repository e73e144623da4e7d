"""Backups: whole, checked copies of a diary in a folder, of which the older ones are removed.

A copy gets its name when it is whole, so that a folder holds good ones and, of what was killed, a draft that the next
one removes. Beside each stands a text that says what it holds (contents.py).
"""

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from journal.errors import Refused
from journal.settings import BackupSettings
from journal.store.file import attached, connections, contents, private_file
from journal.store.file.contents import Contents
from journal.store.file.diary_file import reason
from journal.store.file.sqlite_errors import as_refusals

Why = Literal["daily", "asked", "before restore", "damaged", "format"]
"""Why a backup was made: with the first write of a day, by the person, before another took the diary's place (`damaged`
is then the bytes of a file that no copy could be made of), before a change of format."""
ROTATED: tuple[Why, ...] = ("daily", "before restore")
"""What is removed in time; what a person asked for, and the last of an older format, stay."""
SUFFIXES: dict[Why, str] = {"asked": "-asked", "before restore": "-before-restore", "damaged": "-damaged"}
DESCRIPTION = ".txt"
Progress = Callable[[int, int], object]
"""Called with the pages copied and all of them."""
Source = sqlite3.Connection | None
LARGEST_LOSS = 0.1
"""The share of the records without which a diary may be, before its backups are no longer removed."""


class Backup(NamedTuple):
    """A file in the folder of backups, as its name describes it."""

    path: Path
    day: date
    clock: str
    why: Why

    @property
    def description(self) -> Path:
        return self.path.with_name(self.path.name + DESCRIPTION)

    def contents(self) -> Contents | None:
        """What stands beside it; None where nothing does."""
        return contents.read_description(self.description)

    def size(self) -> int:
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


# ---- the folder ---------------------------------------------------------------------------------------------


def read_contents(path: Path) -> Contents:
    """What a backup holds, read from itself."""
    with reading(path) as connection:
        return contents.read(connection)


def backups(diary: Path, folder: Path) -> list[Backup]:
    """The backups of a diary in a folder, the oldest first."""
    stem = re.escape(diary.resolve().stem)
    name = re.compile(
        rf"{stem}-(?P<format>format-\d+-)?(?P<day>\d{{4}}-\d\d-\d\d)-(?P<clock>\d{{6}})(?P<suffix>-[a-z-]+)?(-\d+)?\.db"
        rf"|{stem}-(?P<old_format>format-\d+-)(?P<old_day>\d{{8}})T(?P<old_clock>\d{{6}})Z(-\d+)?\.db",
        re.ASCII,
    )
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return []
    matches = [match for match in map(name.fullmatch, names) if match]
    all_backups = [backup for match in matches if (backup := _backup(folder, match))]
    return sorted(all_backups, key=lambda backup: (backup.day, backup.clock, backup.path.name))


def _backup(folder: Path, match: "re.Match[str]") -> Backup | None:
    path = folder / match[0]
    try:
        day = date.fromisoformat(match["day"] or match["old_day"])
    except ValueError:
        return None
    clock = match["clock"] or match["old_clock"]
    suffix = match["suffix"] or ""
    if match["format"] or match["old_format"]:
        why: Why | None = "format"
    else:
        why = next((why for why, ending in SUFFIXES.items() if ending == suffix), None if suffix else "daily")
    return Backup(path, day, f"{clock[:2]}:{clock[2:4]}", why) if why else None


def _prepare(diary: Path, folder: Path) -> None:
    """Make the folder, and remove from it the drafts of backups whose process has ended."""
    try:
        private_file.create_folder(folder)
        for path in [folder / entry.name for entry in os.scandir(folder)]:
            if path.name.startswith(f".{diary.resolve().stem}-") and private_file.is_left_draft(path):
                path.unlink(missing_ok=True)
    except OSError as error:
        raise Refused(f"no backup could be made in {folder} ({reason(error)})") from error


def _new_path(diary: Path, folder: Path, why: Why, now: datetime, before: str = "") -> Path:
    """A name that nothing has, which sorts by time and says why the backup was made."""
    stem = f"{diary.resolve().stem}-{before}{now:%Y-%m-%d-%H%M%S}{SUFFIXES.get(why, '')}"
    path = folder / f"{stem}.db"
    number = 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


# ---- making -------------------------------------------------------------------------------------------------


def make(
    diary: Path, folder: Path, why: Why, now: datetime, progress: Progress | None = None, source: Source = None
) -> Backup:
    """A backup of the diary as it was last committed. Refused, with the reason, where none could be made.

    It is read on `source`, if that is given, else on a connection of its own: another one may hold the write lock.
    """
    _prepare(diary, folder)
    with as_refusals(diary), source_or_new(diary, source) as connection:
        version = attached.pragma(connection, "user_version")
        path = _new_path(diary, folder, why, now, f"format-{version}-" if why == "format" else "")
        held = copy(diary, path, progress, connection)
    backup = Backup(path, now.date(), f"{now:%H:%M}", why)
    describe(backup, held)
    return backup


def make_of_bytes(diary: Path, folder: Path, now: datetime) -> Backup:
    """The bytes of a file that no copy can be made of, and of its -wal."""
    real = diary.resolve()
    _prepare(diary, folder)
    path = _new_path(diary, folder, "damaged", now)
    try:
        for ending in ("-wal", ""):
            if (original := real.with_name(real.name + ending)).exists():
                private_file.copy_bytes(original, path.with_name(path.name + ending))
        private_file.sync_folder(folder)
    except OSError as error:
        raise Refused(f"{real} could not be copied to {folder} ({reason(error)}), so nothing was changed") from error
    return Backup(path, now.date(), f"{now:%H:%M}", "damaged")


@contextmanager
def source_or_new(diary: Path, source: Source) -> Iterator[sqlite3.Connection]:
    if source:
        yield source
        return
    with closing(connections.source(diary)) as connection:
        connection.execute("BEGIN")
        yield connection


def copy(diary: Path, path: Path, progress: Progress | None = None, source: Source = None) -> Contents:
    """A copy of the diary at a path that nothing has, which appears there when it is whole and checked; what it holds.

    Refused where SQLite's own check has something against it: damage is never copied over what is good.
    """
    with private_file.new_diary(path) as draft:
        with as_refusals(diary), source_or_new(diary, source) as connection:
            rows = contents.count_rows(connection)
            copy_pages(connection, draft, progress)
        with closing(attached.attach(draft, "ro&immutable=1")) as target:
            return checked(target, diary, rows)


def checked(connection: sqlite3.Connection, diary: Path, rows: Mapping[str, int] | None = None) -> Contents:
    """What a copy of a diary holds; refused if that is damaged, or not `rows`."""
    fault = first_fault(connection)
    if fault is None and rows is not None and contents.count_rows(connection) != rows:
        fault = "its copy does not hold the same rows"
    if fault:
        raise Refused(f"{diary} is damaged ({fault}), so no copy of it was kept")
    return contents.read(connection)


def copy_pages(source: sqlite3.Connection, draft: Path, progress: Progress | None) -> None:
    """Copy all pages of a diary, as it was at one moment, into a draft."""

    def tell(status: int, remaining: int, total: int) -> None:
        if progress:
            progress(total - remaining, total)

    with closing(attached.attach(draft, "rw")) as target:
        source.backup(target, pages=PAGES_AT_ONCE if progress else -1, progress=tell if progress else None)


PAGES_AT_ONCE = 2000
"""Pages copied between two calls of a progress: 8 MB."""


def first_fault(connection: sqlite3.Connection) -> str | None:
    """The first thing that SQLite's own check has against a file; None where it has nothing."""
    try:
        text = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return str(error)
    return None if text == "ok" else str(text)


def describe(backup: Backup, held: Contents) -> None:
    """Write beside a backup what it holds; where that cannot be written the backup is good all the same."""
    text = contents.described(held._replace(file_digest=contents.file_digest(backup.path)))
    with suppress(OSError):
        private_file.write_whole(backup.description, text)


def forget_digests(diary: Path, folder: Path, groups: Iterable[contents.Group]) -> None:
    """The months of which something was erased are others than in the backups, and no change says so."""
    erased = set(groups)
    for backup in backups(diary, folder):
        held = backup.contents()
        if held and held.digests.keys() & erased:
            left = {group: digest for group, digest in held.digests.items() if group not in erased}
            with suppress(OSError):
                private_file.write_whole(backup.description, contents.described(held._replace(digests=left)))


def before_migration(diary: Path, folder: Path, now: datetime) -> Backup:
    """A backup of a diary in its older format: the one that was made at an earlier attempt, or a new one."""
    with closing(connections.source(diary)) as connection:
        rows, number = contents.count_rows(connection), contents.last_change(connection)
        version = attached.pragma(connection, "user_version")
    for backup in backups(diary, folder):
        held = backup.contents() if backup.why == "format" else None
        if held and (held.format, held.last_change, dict(held.rows)) == (version, number, rows) and is_whole(backup):
            return backup
    return make(diary, folder, "format", now)


def is_whole(backup: Backup, held: Contents | None = None) -> bool:
    """Whether the bytes of a backup are those that were written; False too where nothing says which those were."""
    held = held or backup.contents()
    try:
        return held is not None and contents.file_digest(backup.path) == held.file_digest
    except OSError:
        return False


# ---- removing -----------------------------------------------------------------------------------------------


def remove_older(diary: Path, folder: Path, settings: BackupSettings) -> list[Backup]:
    """Remove what is neither of the newest days, weeks and months nor within the size; what was removed.

    The newest one, which was checked just now, always stays.
    """
    all_backups = backups(diary, folder)
    rotated = [backup for backup in all_backups if backup.why in ROTATED]
    kept = set(_newest_of_each(rotated, settings))
    removed = [backup for backup in rotated[:-1] if backup not in kept]
    left = [backup for backup in all_backups if backup not in removed]
    total = sum(backup.size() for backup in left)
    for backup in rotated[:-1]:
        if total <= settings.gigabytes * 1e9:
            break
        if backup in left:
            total -= backup.size()
            removed.append(backup)
    for backup in removed:
        with suppress(OSError):
            backup.path.unlink()
            backup.description.unlink(missing_ok=True)
    return removed


def _newest_of_each(rotated: list[Backup], settings: BackupSettings) -> Iterator[Backup]:
    """All of the newest days, and the newest one of each of the newest weeks and months."""
    newest_first = rotated[::-1]
    days = list(dict.fromkeys(backup.day for backup in newest_first))[: settings.daily]
    yield from (backup for backup in newest_first if backup.day in days)
    for number, period in ((settings.weekly, "%G-%V"), (settings.monthly, "%Y-%m")):
        newest: dict[str, Backup] = {}
        for backup in newest_first:
            newest.setdefault(backup.day.strftime(period), backup)
        yield from list(newest.values())[:number]


def unexplained_loss(diary: Path, folder: Path) -> tuple[Backup, int] | None:
    """A backup that has records which the diary has lost otherwise than by its own steps, and how many, where that is
    more than a tenth of them.

    It is looked for among the backups since the newest that a person asked for, or that was made before a restore: from
    there on the diary is as the person wanted it.
    """
    compared: list[tuple[Backup, Contents]] = []
    for backup in reversed(backups(diary, folder)):
        held = backup.contents() if backup.why in ("daily", "asked") else None
        if held:
            compared.append((backup, held))
        if backup.why in ("asked", "before restore", "damaged"):
            break
    with closing(connections.source(diary)) as connection, as_refusals(diary):
        records = contents.count_records(connection)
        for backup, held in sorted(compared, key=lambda pair: -pair[1].records):
            if held.records - records <= LARGEST_LOSS * held.records:
                return None
            if contents.diary_id(connection) not in ("", held.diary):
                continue
            lost = held.records - records - contents.own_deletions(connection, held)
            if lost > LARGEST_LOSS * held.records:
                return backup, lost
    return None


@contextmanager
def reading(backup: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a backup, which leaves the file and its folder as they are."""
    if connections.look(backup) not in ("diary", "unfinished"):
        raise Refused(f"there is no backup at {backup}")
    mode = "ro" if connections.has_wal(backup) else "ro&immutable=1"
    with as_refusals(backup), closing(attached.attach(backup, mode)) as connection:
        yield connection
