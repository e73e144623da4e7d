"""What is erased for good, with all that the history says of it, in the diary and its backups."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from journal import activity
from journal.errors import Refused
from journal.moments import instant_now
from journal.settings import backup_settings
from journal.store.file import backup_rewrite, backups, connections, left_lines, private_file
from journal.store.file.backup_rewrite import UNREADABLE, Rewritten
from journal.store.file.backups import Backup
from journal.store.file.diary_file import DiaryFile, DiaryPath, beside, reason
from journal.store.file.sqlite_errors import is_full
from journal.store.read import queries, record_lookup
from journal.store.read.record_lookup import NamedRecord
from journal.store.write import transaction
from journal.store.write.edits import EditTarget, edit_receipt, find_unchanged, look_up
from journal.store.write.erasure import (
    Erasure,
    Row,
    holding,
    holds,
    of_deleted_record,
    of_record_elsewhere,
    of_text,
    of_undone,
    stands_in,
    take_out,
)
from journal.store.write.receipt import Receipt


class UnclearedFile(NamedTuple):
    """A file that holds what was erased, or may hold it; `reason` says why it was not erased from there, and is empty
    where that was not asked for."""

    path: Path
    reason: str = ""


class Plan(NamedTuple):
    """What would be erased, and the backups that hold it, or may hold it."""

    erasure: Erasure
    backups: list[Backup]
    target: EditTarget | None = None
    unstored: tuple[str, ...] = ()
    """Lines of the app that are not stored yet."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Each row in words, and what is not stored yet."""
        return (*self.erasure.lines, *(f"not stored yet: {line}" for line in self.unstored))


class Erased(NamedTuple):
    """What was erased, and from which backups; the files that may still hold it; and whether another program keeps the
    text in the log."""

    receipt: Receipt | None
    backups: list[Rewritten]
    uncleared: list[UnclearedFile]
    is_in_log: bool


# ---- what -------------------------------------------------------------------------------------------------


def plan_undone(where: DiaryPath) -> Plan:
    """All that undo took back, also what no redo reaches any more."""
    file = DiaryFile.of(where)
    with connections.reading(file) as connection:
        erasure = of_undone(connection, queries.context(connection))
    if not erasure.rows:
        raise Refused("nothing is undone, so there is nothing to erase")
    return _plan(file, erasure)


def plan(where: DiaryPath, name: str) -> Plan:
    """A record by its name, also one that was deleted; else all that holds, or held, the name as a text."""
    file = DiaryFile.of(where)
    try:
        target = look_up(file, name)
    except Refused as refused:
        unnamed = refused
    else:
        with connections.reading(file) as connection:
            context = queries.context(connection)
            if name.isalnum() and name.lower() != "last" and of_text(connection, name, context).rows:
                raise Refused(
                    f"“{name}” is the beginning of a record's id and a text that the diary holds; give more letters of"
                    " the id, or more of the text"
                )
            named = record_lookup.find(connection, target.name, context)
            return _plan(file, _of_record(connection, named), target)
    with connections.reading(file) as connection:
        context = queries.context(connection)
        erasure = of_deleted_record(connection, name, context) if len(name) >= queries.SHORTEST_ID else None
    if erasure is None:
        erasure = _of_text(file, name)
    unstored = _unstored(file, erasure.text)
    if not erasure.rows and not unstored and len(name) >= queries.SHORTEST_ID:
        erasure = of_record_elsewhere(_views(file), name) or erasure
    if not erasure.rows and not unstored:
        raise unnamed
    return _plan(file, erasure)._replace(unstored=unstored)


def _unstored(file: DiaryFile, text: str) -> tuple[str, ...]:
    """The lines that hold a text and that the app could not store yet."""
    lines = [line.text for path in left_lines.files(file.path) for line in left_lines.read(path, file.path)]
    return tuple(line for line in lines if text and holds(line, text))


def _of_record(connection: sqlite3.Connection, named: NamedRecord) -> Erasure:
    return Erasure(dict.fromkeys((named.table, key) for key in _keys(connection, named)), frozenset(), ())


def _of_text(file: DiaryFile, text: str) -> Erasure:
    elsewhere: set[Row] = set()
    if not text.strip():
        raise Refused("erase what? For example `twitch-journal erase last`")
    for view in _views(file):
        with suppress(*UNREADABLE):
            elsewhere |= set().union(*holding(view, text))
    with connections.reading(file) as connection:
        return of_text(connection, text, queries.context(connection), elsewhere)


def _backups(file: DiaryFile) -> list[Backup]:
    return backups.backups(file.path, backup_settings().folder_of(file.path))


def _views(file: DiaryFile) -> Iterator[sqlite3.Connection]:
    """Connections to all that the backups hold, as far as they can be opened."""
    for backup in _backups(file):
        with suppress(*UNREADABLE):
            yield from backup_rewrite.views(backup)


def _plan(file: DiaryFile, erasure: Erasure, target: EditTarget | None = None) -> Plan:
    return Plan(erasure, [backup for backup in _backups(file) if _may_hold(backup, erasure)], target)


def _may_hold(backup: Backup, erasure: Erasure) -> bool:
    """Whether a backup holds any of it; one that cannot be read, or of which not all can be, may."""
    if not backup.size():
        return False
    if backup_rewrite.is_raw(backup):
        return True
    try:
        with backups.reading(backup.path) as connection:
            return stands_in(connection, erasure)
    except UNREADABLE:
        return True


# ---- erasing ----------------------------------------------------------------------------------------------


def carry_out(where: DiaryPath, planned: Plan, *, keep_backups: bool = False) -> Erased:
    """Take what was planned out of the backups, and then out of the diary, its free pages and its WAL.

    So, for whoever is stopped in the midst finds it in the diary and can erase it once more.
    """
    file, target = DiaryFile.of(where), planned.target
    with connections.reading(file) as connection:
        erasure = _as_planned(connection, planned)
    folder, uncleared = backup_settings().folder_of(file.path), list[UnclearedFile]()
    with suppress(OSError):
        private_file.sweep_drafts(folder, file.real.stem)
    with backup_rewrite.without_digests(file.path, folder, erasure.tables) as cleared:
        for backup in planned.backups:
            if keep_backups:
                uncleared += _files_of(backup, "")
                continue
            try:
                with activity.doing("erasing it from the backups"):
                    rewritten = backup_rewrite.rewrite(backup, partial(_take_out_of_backup, erasure=erasure))
                backup_rewrite.describe_without(rewritten, erasure.tables)
                cleared.append(rewritten)
            except (*UNREADABLE, OSError) as error:
                uncleared += _files_of(backup, _why(error))
        with transaction.transaction(file, instant_now()) as connection:
            context = queries.context(connection)
            connection.execute("PRAGMA secure_delete = ON")
            erasure = _as_planned(connection, planned)
            take_out(connection, erasure, is_backup=False)
    activity.note_stored(file.path)
    is_in_log = _write_anew(file)
    receipt = edit_receipt(target.record, context.lexicon, context.clock, "erased for good") if target else None
    for path in left_lines.drop(file.path, lambda line: line in planned.unstored):
        uncleared.append(UnclearedFile(path, "the journal is open and has it still to store; take it out there"))
    return Erased(receipt, cleared, [*uncleared, *map(UnclearedFile, _drafts(file))], is_in_log)


def _as_planned(connection: sqlite3.Connection, planned: Plan) -> Erasure:
    """What is to be erased, if it still is what was listed."""
    context, erasure, target = queries.context(connection), planned.erasure, planned.target
    if target:
        return _of_record(connection, find_unchanged(connection, target.name, context, target.record))
    if erasure.steps:
        if of_undone(connection, context).steps != erasure.steps:
            raise Refused(CHANGED)
    elif erasure.text and of_text(connection, erasure.text, context, erasure.rows).rows != erasure.rows:
        raise Refused(CHANGED)
    return erasure


def _why(error: BaseException) -> str:
    """Why a backup could not be made anew, in a few words."""
    cause = error.__cause__ or error
    if isinstance(cause, OSError):
        return reason(cause)
    return "there is no room left on the disk" if is_full(cause) else str(error)


CHANGED = "what was listed was changed elsewhere meanwhile, so it was not erased; say it again to see it as it is now"


def _take_out_of_backup(connection: sqlite3.Connection, erasure: Erasure) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN")
    take_out(connection, erasure, is_backup=True)
    connection.execute("COMMIT")
    connection.execute("VACUUM")


def _write_anew(file: DiaryFile) -> bool:
    """Write the file anew, for its free pages and its log still hold the text.

    True where another program keeps the log from being cut back.
    """
    try:
        with closing(connections.connect(file, write=True)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # first, so that a kill leaves no page with the text
            connection.execute("VACUUM")
            return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
    except sqlite3.Error as error:
        raise Refused(
            f"the record is erased, but {file.path} could not be written anew ({error}), so its free pages may still"
            " hold the text; make room or close other programs, and erase anything else to try again"
        ) from error


def _files_of(backup: Backup, reason: str) -> list[UnclearedFile]:
    """A backup, and its -wal where it has one."""
    files = (backup.path, beside(backup.path, "-wal"))
    return [UnclearedFile(file, reason) for file in files if os.path.lexists(file)]


def _drafts(file: DiaryFile) -> list[Path]:
    """Lines from the editor that were refused."""
    return sorted(path for path in file.real.parent.iterdir() if path.name.startswith(draft_stem(file.real)))


def draft_stem(path: Path) -> str:
    """How the names of files begin that hold lines which were refused in the editor."""
    return f"{path.stem}-edit"


def _keys(connection: sqlite3.Connection, named: NamedRecord) -> set[str]:
    """The key of the row as the change log writes it, and those that it had before its day or id was changed."""
    places = ", ".join("?" for _ in named.key)
    newest = connection.execute(f"SELECT json_array({places})", tuple(named.key.values())).fetchone()[0]
    rowid = connection.execute(
        f"SELECT rowid FROM {named.table} WHERE {' AND '.join(f'{column} = ?' for column in named.key)}",
        tuple(named.key.values()),
    ).fetchone()[0]
    keys: set[str] = set()
    unread = {newest}
    while unread:
        key = unread.pop()
        keys.add(key)
        moved = connection.execute(MOVED, {"table": named.table, "row": key, "rowid": rowid})
        unread |= {row for (row,) in moved} - keys
    return keys


MOVED = """
    SELECT old.row FROM change AS new JOIN change AS old ON old.number = new.number - 1
    WHERE new."table" = :table AND new.row = :row AND new.before IS NULL
        AND old."table" = :table AND old.before IS NOT NULL AND old.row <> :row AND old.step IS new.step
        AND json_extract(old.before, '$.rowid') IS coalesce(
            (SELECT json_extract(later.before, '$.rowid') FROM change AS later
                WHERE later."table" = :table AND later.row = :row AND later.number > new.number
                AND later.before IS NOT NULL ORDER BY later.number LIMIT 1),
            :rowid)
"""
"""The keys of a row of which the key was changed: logged as one row that went and, next, one that came in its place."""
