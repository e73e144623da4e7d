"""A record erased for good, with all that its history says of it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from journal import activity, moments
from journal.errors import Refused
from journal.moments import instant_text
from journal.records import Record
from journal.settings import backup_settings
from journal.store.file import backups, connections
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.read import queries
from journal.store.read.record_lookup import NamedRecord
from journal.store.write import transaction
from journal.store.write.edits import edit_receipt, find_unchanged
from journal.store.write.receipt import Receipt


class Erased(NamedTuple):
    """What was erased, the files that may still hold it, and whether another program keeps the text in the log."""

    receipt: Receipt
    copies: list[Path]
    is_in_log: bool


def erase_record(where: DiaryPath, name: str, *, expected: Record | None = None) -> Erased:
    """The row, its children and all their changes gone from the file, its free pages and its WAL."""
    file = DiaryFile.of(where)
    with transaction.transaction(file, instant_text(moments.user_clock().now)) as connection:
        context = queries.context(connection)
        named = find_unchanged(connection, name, context, expected)
        _erase(connection, named)
    activity.note_stored(file.path)
    folder = backup_settings().folder_of(file.path)
    backups.forget_digests(file.path, folder, (named.table, "relief"))
    return Erased(
        edit_receipt(named.record, context.lexicon, context.clock, "erased for good"),
        copies(file.path, folder),
        _write_anew(file),
    )


def _write_anew(file: DiaryFile) -> bool:
    """Write the file anew, for its free pages and its log still hold the text.

    True where another program keeps the log from being cut back.
    """
    try:
        with closing(connections.connect(file, write=True)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("VACUUM")
            return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
    except sqlite3.Error as error:
        raise Refused(
            f"the record is erased, but {file.path} could not be written anew ({error}), so its free pages may still"
            " hold the text; make room or close other programs, and erase anything else to try again"
        ) from error


def copies(path: Path, folder: Path) -> list[Path]:
    """The files that may still hold what the diary held: its backups, and lines from the editor that were refused."""
    path = DiaryFile(path).real
    drafts = [file for file in path.parent.iterdir() if file.name.startswith(draft_stem(path))]
    pairs = [
        (backup.path, backup.path.with_name(f"{backup.path.name}-wal")) for backup in backups.backups(path, folder)
    ]
    return [file for pair in pairs for file in pair if file.exists()] + sorted(drafts)


def draft_stem(path: Path) -> str:
    """How the names of files begin that hold lines which were refused in the editor."""
    return f"{path.stem}-edit"


def _erase(connection: sqlite3.Connection, named: NamedRecord) -> None:
    connection.execute("PRAGMA secure_delete = ON")
    keys = _keys(connection, named)
    transaction.delete(connection, named.table, named.key)
    for key in keys:
        connection.execute('DELETE FROM change WHERE "table" = ? AND row = ?', (named.table, key))
        if named.table == "episode":
            child = key.removesuffix("]") + ","
            connection.execute(
                "DELETE FROM change WHERE \"table\" = 'relief' AND row >= ? AND row < ?", (child, child + "\U0010ffff")
            )
    connection.execute(
        """WITH RECURSIVE kept (id, undoes) AS (
            SELECT id, undoes FROM step
            WHERE kind = 'migration' OR EXISTS (SELECT 1 FROM change WHERE change.step = step.id)
            UNION SELECT step.id, step.undoes FROM kept JOIN step ON step.id = kept.undoes
        ) DELETE FROM step WHERE id NOT IN (SELECT id FROM kept)"""
    )


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
