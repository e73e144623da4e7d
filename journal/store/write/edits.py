"""A record changed, deleted, or erased for good."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from journal import moments
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused, Refused
from journal.moments import UserClock, instant_text
from journal.phrases.edit_record import edit_record
from journal.phrases.read.parser import parse
from journal.phrases.write.describe import describe_record
from journal.phrases.write.format_phrase import phrases
from journal.phrases.write.format_time import when_of, when_words
from journal.records import Medicine, Record, StopMedicine, replace
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.read import queries, record_lookup
from journal.store.read.record_lookup import NamedRecord
from journal.store.write import transaction
from journal.store.write.day_rules import DayRules
from journal.store.write.receipt import Receipt


def edit(where: DiaryPath, name: str, words: str, clock: UserClock | None = None) -> Receipt:
    """The record of this name with the fields that the words name replaced, in one step."""
    with transaction.step(where, "edit", _now(clock), create=False) as connection:
        context = queries.context(connection, clock)
        named = record_lookup.find(connection, name, context)
        return DayRules(connection, context).replace(named.record, edit_record(named.record, words, context))


class EditTarget(NamedTuple):
    """A record that a name stood for: a name that goes on standing for it, what it says, and the lines that read so."""

    name: str
    told: Receipt
    lines: list[str]


def look_up(where: DiaryPath, name: str, clock: UserClock | None = None) -> EditTarget:
    """What a name stands for now; while someone thinks about it, `last` may become another record."""
    with connections.reading(where) as connection:
        context = queries.context(connection, clock)
        record = record_lookup.find(connection, name, context).record
        lines = phrases(record, context.lexicon, context.clock)
        return EditTarget(
            record.id or queries.known_as(connection, record),
            edit_receipt(record, context.lexicon, context.clock, "found"),
            lines,
        )


def rewrite(
    where: DiaryPath,
    name: str,
    lines: Sequence[str],
    clock: UserClock | None = None,
    *,
    before: Sequence[str] | None = None,
) -> Receipt:
    """The record of this name as the lines say it, in one step; they have to be of the same kind.

    With the lines that it said `before`, a record that was changed meanwhile is left alone.
    """
    with transaction.step(where, "edit", _now(clock), create=False) as connection:
        context = queries.context(connection, clock)
        named = record_lookup.find(connection, name, context)
        if before is not None and phrases(named.record, context.lexicon, context.clock) != list(before):
            raise Refused("the record was changed meanwhile; look at it and edit it again")
        acts = [act for line in lines for act in parse(line, context)]
        new = _same_kind(named.record, acts)
        return DayRules(connection, context).replace(named.record, new)


def _same_kind(old: Record, acts: Sequence[object]) -> Record:
    stopped = acts[1] if len(acts) == 2 and isinstance(old, Medicine) else None
    if isinstance(stopped, StopMedicine) and isinstance(acts[0], Medicine):
        if stopped.day < acts[0].started_on:
            raise PhraseRefused(f"it cannot end on {stopped.day}, before it began on {acts[0].started_on}")
        acts = [replace(acts[0], stopped_on=stopped.day)]
    if len(acts) != 1 or not isinstance(acts[0], type(old)):
        raise PhraseRefused("an edited record stays one record of its kind; delete it and log the other instead")
    return replace(acts[0], id=old.id, source=old.source, source_key=old.source_key)


def delete(where: DiaryPath, name: str, clock: UserClock | None = None) -> Receipt:
    """The record of this name deleted, in one step that can be taken back."""
    with transaction.step(where, "delete", _now(clock), create=False) as connection:
        context = queries.context(connection, clock)
        named = record_lookup.find(connection, name, context)
        transaction.delete(connection, named.table, named.key)
        return edit_receipt(named.record, context.lexicon, context.clock, "deleted")


def edit_receipt(record: Record, lexicon: Lexicon, clock: UserClock, verb: str) -> Receipt:
    """A record as it is said back."""
    return Receipt(when_of(record)[0], when_words(record, clock), describe_record(record, lexicon), verb=verb)


def _now(clock: UserClock | None) -> str:
    return instant_text((clock or moments.user_clock()).now)


# ---- erasing ------------------------------------------------------------------------------------------------


class Erased(NamedTuple):
    """What was erased, the files that may still hold it, and whether another program keeps the text in the log."""

    told: Receipt
    copies: list[Path]
    held: bool


def erase(where: DiaryPath, name: str) -> Erased:
    """The row, its children and all their changes gone from the file, its free pages and its WAL."""
    file = DiaryFile.of(where)
    with transaction.transaction(file, _now(None)) as connection:
        context = queries.context(connection)
        named = record_lookup.find(connection, name, context)
        _erase(connection, named)
    return Erased(
        edit_receipt(named.record, context.lexicon, context.clock, "erased for good"),
        copies(file.path),
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


def copies(path: Path) -> list[Path]:
    """The files that may hold what the diary held: its copies, and lines kept from the editor."""
    backups = path.parent / "backups"
    copied = [one for one in backups.iterdir() if one.name.startswith(f"{path.stem}-")] if backups.is_dir() else []
    kept = [one for one in path.parent.iterdir() if one.name.startswith(kept_name(path))]
    return sorted(copied) + sorted(kept)


def kept_name(path: Path) -> str:
    """How the files begin in which lines are kept that were refused in the editor."""
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
    found: set[str] = set()
    open_ = {newest}
    while open_:
        key = open_.pop()
        found.add(key)
        moved = connection.execute(MOVED, {"table": named.table, "row": key, "rowid": rowid})
        open_ |= {row for (row,) in moved} - found
    return found


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
