"""What a diary holds at a moment: how many rows, a digest of each month, and how far its change log has come.

It is kept beside each backup, so that a byte is found that has changed in a month which nobody has edited since. A
digest is the sum of the CRC-32 of its rows: it does not depend on their order, which writing a file anew may change.
To make them takes half as long as SQLite's own check.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from journal.catalog.kinds import BY_TABLE
from journal.catalog.questions import DEFINITION
from journal.store.file import attached, schema

Group = tuple[str, str]
"""A table and a month (2026-11); the month is empty where rows belong to no day."""
ABOUT = "what a backup of twitch-journal holds, to check it by; it goes with the file of the same name"


class Contents(NamedTuple):
    """What a diary holds. `last_change` is the newest number of its change log, and `change_digest` says what it was:
    a file in which that change is the same one goes on from here."""

    diary: str
    format: int
    last_change: int
    change_digest: str
    days: int
    rows: Mapping[str, int]
    digests: Mapping[Group, str]
    file_digest: str = ""
    """Of the bytes of a backup."""

    @property
    def records(self) -> int:
        """How many records there are: what was logged, without settings, terms and the like."""
        return sum(number for table, number in self.rows.items() if table in BY_TABLE)


def read(connection: sqlite3.Connection) -> Contents:
    """What the diary on a connection holds, of whatever format it is."""
    tables = user_tables(connection)
    number = last_change(connection)
    return Contents(
        diary_id(connection),
        attached.pragma(connection, "user_version"),
        number,
        change_digest(connection, number),
        count_days(connection),
        count_rows(connection),
        {group: digest for table in tables for group, digest in _digests(connection, table)},
    )


def user_tables(connection: sqlite3.Connection) -> list[str]:
    """The tables of the user's that the file has: an older format has fewer."""
    stored = {name for name, _ in connection.execute(schema.STORED)}
    return [table for table in schema.LOGGED if table in stored]


def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table of the user's has, and the change log."""
    tables = [*user_tables(connection), "step", "change"]
    return {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}


def count_records(connection: sqlite3.Connection) -> int:
    """How many records there are."""
    return sum(number for table, number in count_rows(connection).items() if table in BY_TABLE)


def count_days(connection: sqlite3.Connection) -> int:
    """On how many days anything was logged."""
    tables = [table for table in user_tables(connection) if table in BY_TABLE and BY_TABLE[table].lived]
    days = " UNION ".join(f"SELECT {BY_TABLE[table].day} FROM {table}" for table in tables)
    return int(connection.execute(f"SELECT count(*) FROM ({days})").fetchone()[0])


def first_and_last_day(connection: sqlite3.Connection) -> list[str]:
    """The first and the last day on which anything was logged; none where nothing was."""
    tables = [table for table in user_tables(connection) if table in BY_TABLE and BY_TABLE[table].lived]
    days = " UNION ALL ".join(f"SELECT {BY_TABLE[table].day} AS day FROM {table}" for table in tables)
    first, last = connection.execute(f"SELECT min(day), max(day) FROM ({days})").fetchone()
    return [first, last] if first else []


def own_deletions(connection: sqlite3.Connection, earlier: Contents) -> int:
    """How many records were deleted since by steps of this program: those that the log names, and those that were
    erased, of which only the numbers are missing in it. What a hand has deleted is none of them."""
    if not goes_on_from(connection, earlier):
        return 0
    since = {"number": earlier.last_change}
    logged = connection.execute("SELECT count(*) FROM change WHERE number > :number", since).fetchone()[0]
    deleted = last_change(connection) - earlier.last_change - int(logged)
    for table, kind in BY_TABLE.items():
        key = " AND ".join(f"t.{column} = json_extract(c.row, '$[{index}]')" for index, column in enumerate(kind.key))
        query = f"""SELECT count(DISTINCT c.row) FROM change AS c JOIN step ON step.id = c.step AND step.kind <> 'hand'
            WHERE c.number > :number AND c."table" = '{table}' AND c.before IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM {table} AS t WHERE {key})"""
        deleted += connection.execute(query, since).fetchone()[0]
    return int(deleted)


def diary_id(connection: sqlite3.Connection) -> str:
    """What tells this diary from others, also in its copies; empty in a format that had no such thing."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'diary'").fetchone():
        row = connection.execute("SELECT id FROM diary").fetchone()
        return str(row[0]) if row else ""
    return ""


def last_change(connection: sqlite3.Connection) -> int:
    """The newest number that the change log has given, also where `erase` has taken that change out."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'change'").fetchone()
    return int(row[0]) if row else 0


def change_digest(connection: sqlite3.Connection, number: int) -> str:
    """What a change was; empty where it is not in the log."""
    query = """SELECT "table", row, iif("table" = 'question', NULL, before) FROM change WHERE number = ?"""
    row = connection.execute(query, (number,)).fetchone()
    return f"{zlib.crc32(repr(row).encode()):08x}" if row else ""


def goes_on_from(connection: sqlite3.Connection, earlier: Contents) -> bool:
    """Whether the diary on the connection once held just this, and was only written on since: the change that was the
    last one then is the same, or was erased."""
    return (
        diary_id(connection) == earlier.diary
        and attached.pragma(connection, "user_version") == earlier.format
        and change_digest(connection, earlier.last_change) in (earlier.change_digest, "")
        and last_change(connection) >= earlier.last_change
    )


# ---- months -------------------------------------------------------------------------------------------------


def _month(table: str) -> str:
    """SQL for the month to which a row of the table belongs."""
    if table == "relief":
        return "(SELECT substr(day, 1, 7) FROM episode WHERE id = relief.episode)"
    return f"substr({BY_TABLE[table].day}, 1, 7)" if table in BY_TABLE else "''"


def _digests(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Group, str]]:
    columns = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))]
    if table == "question":  # what the catalogue says of a built-in one is no part of the diary
        columns = [f"iif(built_in, '', {name})" if name in DEFINITION else name for name in columns]
    sums: dict[str, int] = {}
    query = f"SELECT coalesce({_month(table)}, ''), CAST(json_array({', '.join(columns)}) AS BLOB) FROM \"{table}\""
    for month, row in connection.execute(query):
        sums[month] = sums.get(month, 1) + zlib.crc32(row)
    for month, total in sums.items():
        yield (table, month), f"{total:x}"


def touched_since(connection: sqlite3.Connection, number: int) -> set[Group]:
    """The months of which a row was stored, changed or deleted by changes after this number."""
    groups: set[Group] = set()
    tables = connection.execute('SELECT DISTINCT "table" FROM change WHERE number > ?', (number,)).fetchall()
    for (table,) in tables:
        if table not in BY_TABLE and table != "relief":
            groups.add((table, ""))
            continue
        for month in _changed_months(table):
            query = f'SELECT DISTINCT {month} FROM change AS c WHERE c.number > ? AND c."table" = ?'
            groups |= {(table, text) for (text,) in connection.execute(query, (number, table)) if text is not None}
    return groups | {("relief", month) for table, month in groups if table == "episode"}


def _changed_months(table: str) -> tuple[str, ...]:
    """SQL for the months to which the row of a change `c` belongs, and belonged: a row that is there no longer is in
    the log as it was, but for the reliefs of an episode that is not there either, of which then the episode is."""
    if table == "relief":
        return ("(SELECT substr(day, 1, 7) FROM episode WHERE id = json_extract(c.row, '$[0]'))",)
    kind = BY_TABLE[table]
    same_row = " AND ".join(f"{column} = json_extract(c.row, '$[{index}]')" for index, column in enumerate(kind.key))
    return (
        f"(SELECT substr({kind.day}, 1, 7) FROM {table} WHERE {same_row})",
        f"substr(json_extract(c.before, '$.{kind.day}'), 1, 7)",
    )


def changed_unnoticed(connection: sqlite3.Connection, earlier: Contents, held: Contents) -> list[Group]:
    """The months whose rows are others than earlier, though no change of one was logged since."""
    tables = {table for table, _ in earlier.digests}  # of a table of which something was erased no digest is left
    groups = earlier.digests.keys() | {group for group in held.digests if group[0] in tables}
    differing = {group for group in groups if held.digests.get(group) != earlier.digests.get(group)}
    return sorted(differing - touched_since(connection, earlier.last_change)) if differing else []


def file_digest(path: Path) -> str:
    """The CRC-32 of the bytes of a file, which no connection of this process may be on."""
    digest = 0
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            digest = zlib.crc32(part, digest)
    return f"{digest:08x}"


# ---- beside a backup ----------------------------------------------------------------------------------------


def described(contents: Contents) -> str:
    """The contents as the text that is kept beside a backup."""
    values = contents._asdict()
    values["digests"] = {f"{table} {month}": digest for (table, month), digest in sorted(contents.digests.items())}
    return json.dumps({"what": ABOUT, **values}, indent=1) + "\n"


def read_description(path: Path) -> Contents | None:
    """The contents as the text at the path has them; None where there is none, or it cannot be understood."""
    try:
        values = json.loads(path.read_text("utf-8"))
        digests = {}
        for group, digest in values["digests"].items():
            table, _, month = group.partition(" ")
            digests[table, month] = str(digest)
        rows = {table: int(number) for table, number in values["rows"].items()}
        texts = (str(values[name]) for name in ("diary", "format", "last_change", "change_digest", "days"))
        diary, version, number, digest, days = texts
        return Contents(diary, int(version), int(number), digest, int(days), rows, digests, str(values["file_digest"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
