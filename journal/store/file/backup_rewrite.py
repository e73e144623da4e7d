"""A backup made anew without what is erased, also one that was kept as it was, byte for byte.

It happens in one move: whoever is killed in the midst leaves the backup as it was or as it is to be, and a draft, which
is swept. A -wal cannot be replaced together with its file; so the two become one file of another name, and then go.
"""

import re
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from journal.errors import Refused
from journal.store.file import attached, backups, connections, contents, private_file, salvage
from journal.store.file.backups import Backup
from journal.store.file.contents import Contents
from journal.store.file.diary_file import beside, reason
from journal.store.file.sqlite_errors import as_refusals, is_damage

UNREADABLE = (Refused, sqlite3.Error, UnicodeDecodeError)
_NAME = re.compile(r"(.*?\d{6}Z?(?:-[a-z-]+)?)(?:-\d+)?", re.ASCII | re.DOTALL)
"""The name of a backup without its ending, in front of the number by which it differs from others."""


class Rewritten(NamedTuple):
    """A backup as it is now, what it holds, and whether that is only what could be read of it."""

    backup: Backup
    held: Contents
    is_partial: bool


def is_raw(backup: Backup) -> bool:
    """Whether it is bytes as they were, in which more may stand than what can be read of it as a diary."""
    return connections.has_wal(backup.path) or (backup.why in backups.BYTES and backup.contents() is None)


def views(backup: Backup) -> Iterator[sqlite3.Connection]:
    """Connections to all that a backup holds: to the file, and before that to the file with its -wal."""
    modes = ("ro", "ro&immutable=1") if connections.has_wal(backup.path) else ("ro&immutable=1",)
    try:
        for mode in modes:
            with closing(attached.attach(backup.path, mode)) as connection:
                yield connection
    finally:
        beside(backup.path, "-shm").unlink(missing_ok=True)


# ---- making it anew -----------------------------------------------------------------------------------------


def rewrite(backup: Backup, change: Callable[[sqlite3.Connection], object]) -> Rewritten:
    """Have a backup be what `change` makes of it. Refused, with the reason, where that cannot be: it is as it was."""
    has_wal = connections.has_wal(backup.path)
    path = _free(backup.path) if has_wal else backup.path
    try:
        with private_file.draft_of(path) if has_wal else private_file.draft_instead_of(path) as draft:
            is_partial = _fill(backup, draft, has_wal=has_wal)
            with as_refusals(backup.path), closing(attached.attach(draft, "rw")) as target:
                target.execute("PRAGMA journal_mode = MEMORY")
                change(target)
                held = backups.checked(target, backup.path)
        if has_wal:
            for old in (beside(backup.path, "-wal"), beside(backup.path, "-shm"), backup.path, backup.description):
                old.unlink(missing_ok=True)
            private_file.sync_folder(path.parent)
    except OSError as error:
        raise Refused(f"{backup.path} could not be written anew ({reason(error)}); it is as it was") from error
    return Rewritten(backup._replace(path=path), held, is_partial)


def _fill(backup: Backup, draft: Path, *, has_wal: bool) -> bool:
    """Copy what a backup holds into a draft; True if that was damaged, and only what can be read of it was copied."""
    if has_wal:
        _check_together(backup)
    try:
        with backups.reading(backup.path) as source:
            backups.copy_pages(source, draft)
        with closing(attached.attach(draft, "ro&immutable=1")) as copied:
            if not backups.first_fault(copied):
                return False
    except UNREADABLE as error:
        cause = error.__cause__ or error
        if not (isinstance(cause, Refused) or is_damage(cause)):
            raise
    finally:
        beside(backup.path, "-shm").unlink(missing_ok=True)
    draft.write_bytes(b"")
    try:
        salvage.salvage_into(draft, backup.path)
    except UNREADABLE as error:
        if not (isinstance(error, Refused) or is_damage(error)):
            raise
        raise Refused(f"{backup.path} cannot be read as a diary") from None
    finally:
        beside(backup.path, "-shm").unlink(missing_ok=True)
    return True


def _check_together(backup: Backup) -> None:
    """Refuse a file and a -wal of which each is of something else: as one they would be neither."""
    together, alone = (_mark(backup.path, mode) for mode in ("ro", "ro&immutable=1"))
    if alone is None or together is None:
        return
    with closing(attached.attach(backup.path, "ro")) as connection:
        if not contents.goes_on_from(connection, alone):
            raise Refused(f"{beside(backup.path, '-wal')} does not belong to {backup.path}; they were left as they are")


def _mark(path: Path, mode: str) -> Contents | None:
    """Which diary it is and how far its history has come; None where that cannot be read."""
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(attached.attach(path, mode)) as connection:
        number, version = contents.last_change(connection), attached.pragma(connection, "user_version")
        digest = contents.change_digest(connection, number)
        return Contents(contents.diary_id(connection), version, number, digest, 0, {}, {})
    return None


def _free(path: Path) -> Path:
    """A name that nothing has, of the same day and for the same reason."""
    match = _NAME.fullmatch(path.stem)
    stem, number = match[1] if match else path.stem, 2
    while (free := path.with_name(f"{stem}-{number}.db")).exists():
        number += 1
    return free


# ---- what is said of it -------------------------------------------------------------------------------------


@contextmanager
def without_digests(diary: Path, folder: Path, tables: Collection[str]) -> Iterator[list[Rewritten]]:
    """Inside it, the backups of a diary say nothing of tables in which they differ from it, and no change says why; in
    the end those in the list, which hold just what it holds, say it again."""
    rewritten: list[Rewritten] = []
    for backup in backups.backups(diary, folder):
        if held := backup.contents():
            with suppress(OSError):
                backups.note_contents(backup, _without(held, tables))
    yield rewritten
    for backup, held, _ in rewritten:
        backups.describe(backup, held)


def describe_without(rewritten: Rewritten, tables: Collection[str]) -> None:
    """Say what a backup holds but for these tables."""
    backups.describe(rewritten.backup, _without(rewritten.held, tables))


def _without(held: Contents, tables: Collection[str]) -> Contents:
    return held._replace(digests={group: digest for group, digest in held.digests.items() if group[0] not in tables})
