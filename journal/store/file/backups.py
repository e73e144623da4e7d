"""Backups: whole, checked copies of a diary in a folder, of which the older ones are removed.

A copy gets its name when it is whole, so that a folder holds good ones and, of what was killed, a draft that the next
one removes. Beside each stands a text that says what it holds (contents.py).
"""

import os
import re
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from journal import activity
from journal.errors import Refused
from journal.phrases.write.format_number import counted
from journal.settings import BackupSettings
from journal.store.file import attached, connections, contents, look, private_file
from journal.store.file.contents import Contents
from journal.store.file.diary_file import beside, reason
from journal.store.file.sqlite_errors import as_refusals

Why = Literal["daily", "asked", "before restore", "damaged", "stopped", "format"]
"""Why a backup was made: with the first write of a day, by the person, before another took the diary's place (`damaged`
is then the bytes of a file that no copy could be made of), before what a program that was stopped left in the -wal is
taken up (`stopped`: the bytes of both), before a change of format."""
ROTATED: tuple[Why, ...] = ("daily", "before restore")
"""What is removed in time; what a person asked for, and the last of an older format, stay."""
BYTES: tuple[Why, ...] = ("damaged", "stopped")
"""No whole and checked copies, but files as they were; a -wal may lie beside one."""
REPLACED: tuple[Why, ...] = ("before restore", "damaged")
"""Made when another file took the diary's place: what the diary is from then on, the person wants."""
ENDINGS: dict[str, Why] = {
    "": "daily",
    "-asked": "asked",
    "-before-restore": "before restore",
    "-damaged": "damaged",
    "-stopped": "stopped",
}
DESCRIPTION = ".json"
LARGEST_LOSS = 0.1
"""The share of the records without which a diary may be, before its backups are no longer removed."""


class Backup(NamedTuple):
    """A file in the folder of backups, as its name describes it."""

    path: Path
    made_at: datetime
    """On the clock of the wall."""
    why: Why

    @property
    def day(self) -> date:
        return self.made_at.date()

    @property
    def description(self) -> Path:
        return beside(self.path, DESCRIPTION)

    def contents(self) -> Contents | None:
        """What the text beside it says that it holds; None where there is none."""
        return contents.read_description(self.description)

    def size(self) -> int:
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


# ---- the folder ---------------------------------------------------------------------------------------------


def backups(diary: Path, folder: Path) -> list[Backup]:
    """The backups of a diary in a folder, the oldest first."""
    pattern = re.compile(
        rf"{re.escape(Path(os.path.realpath(diary)).stem)}-(format-\d+-)?"
        r"(\d{4}-?\d\d-?\d\d)[-T](\d{6})Z?(-[a-z-]+)?(-\d+)?\.db",
        re.ASCII,
    )
    try:
        matches = [(path, pattern.fullmatch(path.name)) for path in folder.iterdir()]
    except OSError:
        return []
    all_backups = [backup for path, match in matches if match and (backup := _backup(path, match))]
    return sorted(all_backups, key=lambda backup: (backup.made_at, backup.path.stat().st_mtime_ns))


def _backup(path: Path, match: "re.Match[str]") -> Backup | None:
    version, day, clock, ending, _ = match.groups(default="")
    why = "format" if version else ENDINGS.get(ending)
    try:
        made_at = datetime.fromisoformat(f"{day.replace('-', '')}T{clock}")
    except ValueError:
        return None
    return Backup(path, made_at, why) if why else None


def newest(diary: Path, folder: Path) -> Backup | None:
    """The newest backup that a restore could put back."""
    return newest_of([backup for backup in backups(diary, folder) if backup.why not in BYTES])


def newest_of(some: list[Backup]) -> Backup | None:
    """The newest of them that is not known to be damaged; if all are, the newest."""
    for backup in reversed(some):
        if backup.size() and (backup.contents() is None or is_whole(backup)):
            return backup
    return some[-1] if some else None


def _of_same_diary(diary: Path, folder: Path) -> list[Backup]:
    """The backups of the diary without those of another that has, or had, the same name: a folder may be shared."""
    with connections.source(diary) as connection:
        identity = contents.diary_id(connection)
    all_backups = [(backup, backup.contents()) for backup in backups(diary, folder)]
    return [backup for backup, held in all_backups if not (identity and held and held.diary not in ("", identity))]


def _new_backup(diary: Path, folder: Path, why: Why, now: datetime, version: int = 0) -> Backup:
    """A name that nothing has, in a folder that is there; of backups whose process has ended the drafts are removed."""
    stem = Path(os.path.realpath(diary)).stem
    try:
        private_file.create_folder(folder)
        private_file.sweep_drafts(folder, stem)
    except OSError as error:
        raise Refused(f"no backup could be made in {folder} ({reason(error)})") from error
    ending = next(ending for ending, meaning in ENDINGS.items() if meaning == why) if why != "format" else ""
    name = f"{stem}-{f'format-{version}-' if why == 'format' else ''}{now:%Y-%m-%d-%H%M%S}{ending}"
    path, number = folder / f"{name}.db", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{name}-{number}.db"
    return Backup(path, now.replace(tzinfo=None), why)


# ---- making -------------------------------------------------------------------------------------------------


def make(diary: Path, folder: Path, why: Why, now: datetime) -> Backup:
    """A backup of the diary as it was last committed. Refused, with the reason, where none could be made."""
    with connections.source(diary) as connection:
        return make_from(connection, diary, folder, why, now)


def make_daily(diary: Path, settings: BackupSettings, now: datetime) -> list[str]:
    """The backup of a day, unless there is one, and the older ones removed; what is to be said of it."""
    folder = settings.folder_of(diary)
    sentences = [f"{settings.complaint}; backups are made as usual, and none is removed."] if settings.complaint else []
    if settings.off or any(
        backup.day == now.date() and backup.why == "daily" for backup in _of_same_diary(diary, folder)
    ):
        return sentences
    try:
        make(diary, folder, "daily", now)
    except Refused as refused:
        if not isinstance(refused.__cause__, FileExistsError):
            raise
        return sentences  # another program has made it in this very second
    if loss := unexplained_loss(diary, folder):
        backup, lost = loss
        sentences.append(
            f"{counted(lost, 'record', spec=',')} of {backup.path.name} went out of the diary, and not by anything done"
            " here; so no backup is removed."
            f" `twitch-journal restore {shlex.quote(backup.path.name)}` says of which days before it changes anything;"
            " if all is as it should be, `twitch-journal backup` makes one to go on from."
        )
    elif not settings.complaint:
        remove_older(diary, folder, settings)
    return sentences


def make_from(connection: sqlite3.Connection, diary: Path, folder: Path, why: Why, now: datetime) -> Backup:
    """A backup of the diary as the connection sees it; another one may hold the write lock meanwhile."""
    backup = _new_backup(diary, folder, why, now, attached.pragma(connection, "user_version"))
    describe(backup, copy(connection, diary, backup.path))
    return backup


def copy(connection: sqlite3.Connection, diary: Path, path: Path) -> Contents:
    """A copy of the diary at a path that nothing has, which appears there when it is whole and checked; what it holds.

    Refused where SQLite's own check has something against it: damage is never copied over what is good.
    """
    with activity.doing("copying the diary"), private_file.new_diary(path) as draft:
        copy_pages(connection, draft)
        with closing(attached.attach(draft, "ro&immutable=1")) as target:
            held = checked(target, diary)
        if held.rows != contents.count_rows(connection):
            raise Refused(f"the copy of {diary} does not hold the same rows, so it was not kept")
        return held


def copy_pages(connection: sqlite3.Connection, draft: Path) -> None:
    """Copy all pages of a diary, as it was at one moment, into a draft (sqlite.org/backup.html)."""
    with closing(attached.attach(draft, "rw")) as target:
        connection.backup(target)


def checked(connection: sqlite3.Connection, diary: Path) -> Contents:
    """What a copy of a diary holds; refused if that is damaged."""
    if fault := first_fault(connection):
        raise Refused(f"{diary} is damaged ({fault}), so no copy of it was kept")
    return contents.read(connection)


def first_fault(connection: sqlite3.Connection) -> str | None:
    """The first thing that SQLite's own check has against a file; None where it has nothing."""
    try:
        text = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except (sqlite3.Error, UnicodeDecodeError) as error:
        text = str(error)
    return None if text == "ok" else " ".join(text.split())


def describe(backup: Backup, held: Contents) -> None:
    """Write beside a backup what it holds; where that cannot be written the backup is good all the same."""
    with suppress(OSError):
        note_contents(backup, held._replace(file_digest=contents.file_digest(backup.path)))


def note_contents(backup: Backup, held: Contents) -> None:
    """Have the text beside a backup say this."""
    private_file.write_whole(backup.description, contents.described(held))


def make_of_bytes(diary: Path, folder: Path, why: Why, now: datetime) -> Backup:
    """The bytes of a file that no copy can be made of, and of its -wal."""
    real = Path(os.path.realpath(diary))
    backup = _new_backup(diary, folder, why, now)
    endings = ("-wal", "")
    try:
        for ending in endings:
            original = beside(real, ending)
            if original.exists() and (not ending or original.stat().st_size):
                private_file.copy_bytes(original, beside(backup.path, ending))
        private_file.sync_folder(folder)
    except OSError as error:
        for ending in endings:  # a part of a copy would look like one
            beside(backup.path, ending).unlink(missing_ok=True)
        raise Refused(f"{real} could not be copied to {folder} ({reason(error)}), so nothing was changed") from error
    return backup


def before_migration(diary: Path, folder: Path, now: datetime) -> Backup:
    """A backup of a diary in its older format: the one that was made at an earlier attempt, or a new one."""
    with connections.source(diary) as connection:
        version = attached.pragma(connection, "user_version")
        present = version, contents.last_change(connection), contents.count_rows(connection)
        for backup in backups(diary, folder):
            held = backup.contents() if backup.why == "format" else None
            if held and (held.format, held.last_change, held.rows) == present and is_whole(backup):
                return backup
        return make_from(connection, diary, folder, "format", now)


# ---- reading one --------------------------------------------------------------------------------------------


@contextmanager
def reading(backup: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a backup, which leaves the file and its folder as they are."""
    if backup.is_file() and not backup.stat().st_size:
        raise Refused(f"{backup} is empty, a file of 0 bytes; `twitch-journal backups` lists what there is")
    if not look.is_begun(backup):
        raise Refused(f"there is no backup at {backup}")
    mode = "ro" if connections.has_wal(backup) else "ro&immutable=1"
    with as_refusals(backup), closing(attached.attach(backup, mode)) as connection:
        yield connection


def is_whole(backup: Backup) -> bool:
    """Whether the bytes of a backup are those that were written; False too where nothing says which those were."""
    held = backup.contents()
    try:
        return held is not None and contents.file_digest(backup.path) == held.file_digest
    except OSError:
        return False


# ---- removing -----------------------------------------------------------------------------------------------


def remove_older(diary: Path, folder: Path, settings: BackupSettings) -> list[Backup]:
    """Remove what is neither of the newest days, weeks and months nor within the size; what was removed.

    The newest one, which was checked just now, always stays.
    """
    all_backups = _of_same_diary(diary, folder)
    rotated = [backup for backup in all_backups if backup.why in ROTATED]
    kept = set(_newest_of_each(rotated, settings))
    removed = [backup for backup in rotated[:-1] if backup not in kept]
    total = sum(backup.size() for backup in all_backups if backup not in removed)
    for backup in rotated[:-1]:
        if total > settings.gigabytes * 1e9 and backup not in removed:
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
        newest_of: dict[str, Backup] = {}
        for backup in newest_first:
            newest_of.setdefault(backup.day.strftime(period), backup)
        yield from list(newest_of.values())[:number]


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
        if backup.why == "asked" or backup.why in REPLACED:
            break
    with connections.source(diary) as connection:
        records, identity = contents.count_records(connection), contents.diary_id(connection)
        for backup, held in sorted(compared, key=lambda pair: -pair[1].records):
            if held.records - records > LARGEST_LOSS * held.records and identity in ("", held.diary):
                lost = held.records - records - contents.own_deletions(connection, held)
                if lost > LARGEST_LOSS * held.records:
                    return backup, lost
    return None
