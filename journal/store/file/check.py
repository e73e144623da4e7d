"""Whether a diary is sound: SQLite's own check, the tables, the history, and each month against the newest backup.

What is derived is made anew where it is not what this program would make. That a diary is damaged is remembered outside
of it, and nothing is written into it until it passes or a backup takes its place.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple, get_args

from journal import activity, moments
from journal.catalog.kinds import BY_TABLE
from journal.catalog.questions import DEFINITION
from journal.errors import Refused
from journal.phrases.write.format_number import counted
from journal.settings import BackupSettings
from journal.store.file import (
    absence,
    attached,
    backups,
    connections,
    contents,
    derived,
    diary_state,
    private_file,
    schema,
)
from journal.store.file.contents import Contents
from journal.store.file.diary_file import DiaryFile
from journal.store.file.sqlite_errors import is_damage
from journal.store.history.step import StepKind

MOST = 3
"""Faults of one kind that are said one by one."""
AHEAD = timedelta(days=1)
"""So much later than now a clock may be that was right where the user was."""
ROOM = 20_000_000
"""Bytes to be free on the disk beside two more copies of the diary: one that erasing writes, one that is kept."""
NOUNS = {"sleep": "night", "day_note": "note"}
"""Tables whose rows are called otherwise."""


class Soundness(NamedTuple):
    """What a check has found, each a sentence: `damage`, with which nothing is written into the diary; `odd`, what the
    user should look at; and `mended`. `held` is what the diary holds, where it could be read."""

    damage: list[str]
    odd: list[str]
    mended: list[str]
    held: Contents | None


def check(path: Path, settings: BackupSettings, now: datetime) -> Soundness:
    """Check a diary, make anew what is derived, and remember what came of it. Refused where no diary is."""
    folder = settings.folder_of(path)
    with activity.doing("checking the diary"):
        with suppress(OSError):  # of a backup that was killed in the making, words of the diary may be left
            private_file.sweep_drafts(folder, DiaryFile(path).real.stem)
        soundness = _read(path, folder, now)
        odd = [*soundness.odd, *_surroundings(path, folder)]
        _remember(path, now, soundness)
        mended = [] if soundness.damage else _mended(path)
    return soundness._replace(odd=odd, mended=mended)


def _read(path: Path, folder: Path, now: datetime) -> Soundness:
    """What a diary itself says of its state."""
    try:
        with connections.source(path) as connection:
            absence.check(connection, DiaryFile(path))
            damage = _integrity(connection)
            damage = damage or [*_schema(connection), *history_faults(connection)]
            if damage:
                return Soundness(damage, [], [], None)
            held = contents.read(connection)
            damage = [*_changed_months(connection, held, path, folder)]
            return Soundness(damage, [*_orphans(connection), *_impossible_times(connection, now)], [], held)
    except Refused as refused:
        if not is_damage(refused.__cause__):
            raise
        return Soundness([str(refused.__cause__)], [], [], None)


def _remember(path: Path, now: datetime, soundness: Soundness) -> None:
    """Keep outside of the diary that it was checked, and whether it failed."""
    state = diary_state.read(path)
    if state is None and soundness.held:
        with connections.source(path) as connection:
            state = diary_state.of(connection, None, None)
    if state:
        failed = "; ".join(soundness.damage) or None
        diary_state.note(path, state._replace(checked_on=f"{now:%Y-%m-%d}", failed=failed))


# ---- damage -------------------------------------------------------------------------------------------------


def _integrity(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's own check says, which reads every page (sqlite.org/pragma.html#pragma_integrity_check)."""
    lines = [" ".join(text.split()) for (text,) in connection.execute("PRAGMA integrity_check(100)")]
    return [] if lines == ["ok"] else _first(lines)


def _schema(connection: sqlite3.Connection) -> list[str]:
    version = attached.pragma(connection, "user_version")
    if version == schema.VERSION and (name := schema.altered(connection)):
        return [f"“{name}” is not as this program knows it"]
    return []


def history_faults(connection: sqlite3.Connection) -> list[str]:
    """Whether undo and redo would find their way: each goes from a step to an older one, so that no walk is endless."""
    if attached.pragma(connection, "user_version") != schema.VERSION:
        return []
    kinds = ", ".join(f"'{kind}'" for kind in get_args(StepKind))
    tables = ", ".join(f"'{table}'" for table in schema.LOGGED)
    faults = {
        "SELECT count(*) FROM step WHERE open = 1": "was left open, so that nothing can be stored",
        f"SELECT count(*) FROM step WHERE kind NOT IN ({kinds})": "of its history is of no kind that there is",
        """SELECT count(*) FROM step AS later LEFT JOIN step AS earlier ON earlier.id = later.undoes
            WHERE (later.kind IN ('undo', 'redo')) <> (later.undoes IS NOT NULL) OR later.undoes >= later.id
            OR (later.undoes IS NOT NULL AND earlier.id IS NULL)
            OR (later.kind = 'undo' AND earlier.kind IN ('undo', 'redo'))
            OR (later.kind = 'redo' AND earlier.kind <> 'undo')""": "of its history undoes what cannot be undone",
    }
    numbers = {fault: _count(connection, query) for query, fault in faults.items()}
    sentences = [f"{counted(number, 'step')} {fault}" for fault, number in numbers.items() if number]
    unreadable = f"""SELECT count(*) FROM change LEFT JOIN step ON step.id = change.step
        WHERE "table" NOT IN ({tables}) OR NOT json_valid(row) OR json_type(row) <> 'array'
        OR NOT iif(before IS NULL, 1, json_valid(before) AND json_type(before) = 'object')
        OR (change.step IS NOT NULL AND step.id IS NULL)"""
    if number := _count(connection, unreadable):
        sentences.append(f"{counted(number, 'change')} of its history cannot be understood")
    return sentences


def _count(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _changed_months(connection: sqlite3.Connection, held: Contents, path: Path, folder: Path) -> Iterator[str]:
    """The months that are not what the newest backup of this diary holds, though no change in its history says so."""
    for backup in reversed(backups.backups(path, folder)):
        if backup.why in backups.REPLACED:
            return  # from there on the diary is what was put in its place
        earlier = backup.contents()
        if earlier and contents.goes_on_from(connection, earlier):
            groups = contents.changed_unnoticed(connection, earlier, held)
            if groups:
                names = [f"{noun(table)}s{f' of {month}' if month else ''}" for table, month in groups]
                yield (
                    f"{_listed(names)} changed since {backup.path.name} was made, and not by anything done here (if"
                    " that is right, `twitch-journal backup` copies it as it is, and it is compared with that then)"
                )
            return


# ---- what to look at ----------------------------------------------------------------------------------------


def _orphans(connection: sqlite3.Connection) -> list[str]:
    """Rows that belong to a row which is not there. Another program may leave some; undo brings back what it took."""
    tables = [table for table, *_ in connection.execute("PRAGMA foreign_key_check")]
    return [
        f"{counted(tables.count(table), noun(table))} of something that is not there" for table in dict.fromkeys(tables)
    ]


def _impossible_times(connection: sqlite3.Connection, now: datetime) -> Iterator[str]:
    """Records of a time to come, and those on another day than their clock says. A visit may lie ahead."""
    limits = {"latest": moments.instant_text(now + AHEAD), "last_day": (now + AHEAD).date().isoformat()}
    for table in contents.user_tables(connection):
        kind = BY_TABLE.get(table)
        if kind is None:
            continue
        ahead = f"{kind.day} > :last_day" if kind.lived and table != "event" else "0"
        columns = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
        if kind.clock in columns:  # an older format has fewer
            local = f"julianday(date({kind.clock}, utc_offset_minutes || ' minutes'))"
            ahead += f" OR abs({local} - julianday({kind.day})) > 1"
            ahead += f" OR {kind.clock} > :latest" if kind.lived else ""
        days = [day for (day,) in connection.execute(f"SELECT {kind.day} FROM {table} WHERE {ahead}", limits)]
        if days:
            yield f"{counted(len(days), noun(table))} at an impossible time, on {_listed(sorted(set(days)))}"


def _surroundings(path: Path, folder: Path) -> Iterator[str]:
    """What is wrong around the diary: rights, room, what is remembered of it."""
    real = Path(os.path.realpath(path))
    status = real.stat()
    if os.name == "posix":
        open_files = [file for file in _files(real, folder) if file.stat().st_mode & 0o077]
        if open_files:
            yield f"others on this machine may read {_listed(list(map(str, open_files)))}; `chmod go=` mends that"
    if status.st_nlink > 1:
        yield f"{path} has a second name (a hard link); a program that writes through it would destroy the diary"
    for where in dict.fromkeys((real.parent, folder if folder.is_dir() else real.parent)):
        free = shutil.disk_usage(where).free
        if free < 2 * status.st_size + ROOM:
            yield f"only {free / 1e6:,.0f} MB are free on the disk of {where}"
    if trouble := diary_state.trouble(path):
        yield trouble.rstrip(".")


def _files(real: Path, folder: Path) -> list[Path]:
    """The files of the diary, and its backups."""
    copies = [backup.path for backup in backups.backups(real, folder)]
    return [file for file in (real, *DiaryFile(real).logs(), *copies) if file.exists()]


# ---- what is made anew --------------------------------------------------------------------------------------


def _mended(path: Path) -> list[str]:
    """Make anew what is derived, where it says that it is of this program and is not: say what that was."""
    with connections.source(path) as connection:
        if attached.pragma(connection, "user_version") != schema.VERSION or not derived.is_current(connection):
            return []  # the next write makes it anew by itself
        own_slugs = {slug for (slug,) in connection.execute("SELECT slug FROM question WHERE built_in = 0")}
        with closing(connections.empty()) as new:
            if _derived(new, own_slugs) == _derived(connection, own_slugs):
                return []
    try:
        with closing(connections.connect(path, write=True)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            derived.renew(connection)
            connection.execute("COMMIT")
    except (Refused, sqlite3.Error):
        return []
    return ["views, triggers or built-in questions of the diary were not what they should be, and were made anew"]


def _derived(connection: sqlite3.Connection, own_slugs: set[str]) -> object:
    """The views and triggers as they are, without a view of the user's own, and what the built-in questions say but for
    those in whose place stands an own one, from before they were built in."""
    names = {statement.name for statement in schema.statements("VIEW")}
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')")
    made = {(name, sql) for kind, name, sql in rows if kind == "trigger" or name in names}
    questions = connection.execute(f"SELECT slug, {', '.join(DEFINITION)} FROM question WHERE built_in = 1")
    return made, {question for question in questions if question[0] not in own_slugs}


def noun(table: str) -> str:
    """What a row of a table is called."""
    return NOUNS.get(table, table.replace("_", " "))


def _first(lines: list[str]) -> list[str]:
    return [*lines[:MOST], *([f"and {len(lines) - MOST} more"] if len(lines) > MOST else [])]


def _listed(names: list[str]) -> str:
    return ", ".join(_first(names))
