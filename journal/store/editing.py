"""A record changed, deleted, or erased for good."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from journal import moments
from journal.catalog.words import Words
from journal.moments import Here, instant_text
from journal.phrases.phrasing import phrases
from journal.phrases.reading import read
from journal.phrases.revising import revise
from journal.phrases.when_said import when_of, when_words
from journal.phrases.wording import words_of
from journal.records import Medicine, Record, Stopped
from journal.refusal import PhraseRefused
from journal.store import naming, opening, reading, writing
from journal.store.file import File, Where
from journal.store.naming import Named
from journal.store.plainly import said_plainly
from journal.store.settling import Settler
from journal.store.told import Told


def edit(where: Where, name: str, words: str, here: Here | None = None) -> Told:
    """The record of this name with the fields that the words name replaced, in one step."""
    with writing.step(where, "edit", _now(here), create=False) as connection:
        context = reading.context(connection, here)
        named = naming.find(connection, name, context)
        return Settler(connection, context).replace(named.record, revise(named.record, words, context))


def phrase_form(where: Where, name: str, here: Here | None = None) -> list[str]:
    """The lines that read as the record of this name."""
    with opening.reading(where) as connection:
        context = reading.context(connection, here)
        return phrases(naming.find(connection, name, context).record, context.words, context.here)


def rewrite(where: Where, name: str, lines: Sequence[str], here: Here | None = None) -> Told:
    """The record of this name as the lines say it, in one step; they have to be of the same kind."""
    with writing.step(where, "edit", _now(here), create=False) as connection:
        context = reading.context(connection, here)
        named = naming.find(connection, name, context)
        acts = [act for line in lines for act in read(line, context)]
        new = _same_kind(named.record, acts)
        return Settler(connection, context).replace(named.record, new)


def _same_kind(old: Record, acts: Sequence[object]) -> Record:
    stopped = acts[1] if len(acts) == 2 and isinstance(old, Medicine) else None
    if isinstance(stopped, Stopped) and isinstance(acts[0], Medicine):
        if stopped.day < acts[0].started_on:
            raise PhraseRefused(f"it cannot end on {stopped.day}, before it began on {acts[0].started_on}")
        acts = [replace(acts[0], stopped_on=stopped.day)]
    if len(acts) != 1 or not isinstance(acts[0], type(old)):
        raise PhraseRefused("an edited record stays one record of its kind; delete it and log the other instead")
    return replace(acts[0], id=old.id, source=old.source, source_key=old.source_key)


def delete(where: Where, name: str, here: Here | None = None) -> Told:
    """The record of this name deleted, in one step that can be taken back."""
    with writing.step(where, "delete", _now(here), create=False) as connection:
        context = reading.context(connection, here)
        named = naming.find(connection, name, context)
        writing.delete(connection, named.table, named.key)
        return told(named.record, context.words, context.here, "deleted")


def told(record: Record, words: Words, here: Here, verb: str) -> Told:
    """A record as it is said back."""
    return Told(when_of(record)[0], when_words(record, here), words_of(record, words), verb=verb)


def _now(here: Here | None) -> str:
    return instant_text((here or moments.here()).now)


# ---- erasing ------------------------------------------------------------------------------------------------


def look_up(where: Where, name: str) -> Told:
    """What a name stands for, to ask before erasing it."""
    with opening.reading(where) as connection:
        context = reading.context(connection)
        return told(naming.find(connection, name, context).record, context.words, context.here, "found")


def erase(where: Where, name: str) -> list[Path]:
    """The row, its children and all their changes gone from the file, its free pages and its WAL.

    Returns the copies in the backups folder, which may still hold it.
    """
    file = File.of(where)
    with writing.transaction(file, _now(None)) as connection:
        context = reading.context(connection)
        _erase(connection, naming.find(connection, name, context))
    with said_plainly(file.path), closing(opening.connect(file, write=True)) as connection:
        # The text may lie in pages that earlier edits left free: only writing the file anew clears them.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    backups = file.path.parent / "backups"
    return sorted(backups.glob(f"{file.path.stem}-*")) if backups.is_dir() else []


def _erase(connection: sqlite3.Connection, named: Named) -> None:
    connection.execute("PRAGMA secure_delete = ON")
    writing.delete(connection, named.table, named.key)
    row = json.dumps(list(named.key.values()), ensure_ascii=False, separators=(",", ":"))
    connection.execute('DELETE FROM change WHERE "table" = ? AND row = ?', (named.table, row))
    if named.table == "episode":
        child = row.removesuffix("]") + ","
        connection.execute(
            "DELETE FROM change WHERE \"table\" = 'relief' AND row >= ? AND row < ?", (child, child + "\U0010ffff")
        )
    connection.execute(
        "DELETE FROM step WHERE kind <> 'migration' AND NOT EXISTS (SELECT 1 FROM change WHERE change.step = step.id)"
        " AND NOT EXISTS"
        " (SELECT 1 FROM step AS other JOIN change ON change.step = other.id WHERE other.undoes = step.id)"
    )
