"""episodes.csv for a reader: a row an episode, in the order in which they began, made as lines by SQLite itself."""

import sqlite3
from collections.abc import Iterator

from journal.catalog.lexicon import Lexicon
from journal.moments import WEEKDAYS
from journal.sharing.csv_queries import ROWS
from journal.sharing.sheets.cells import Dialect, as_text, guarded, guarded_sql, literal, quoted_sql
from journal.terminal import printable

_WHEN = "when it began, by the calendar and the clock on the spot"
_YES_OR_NO = "yes or no; empty: not said"
COLUMNS = {
    **dict.fromkeys(("date", "time", "weekday"), _WHEN),
    "until": "its last day, where it went on",
    "part_of_day": "where no time is known",
    "place": "where on the body",
    "side": "as the person who has it sees it",
    "kind": "twitch, ripple and pulse count as twitches",
    "intensity": "0 to 10",
    "times": "how many there were",
    "seconds": "how long it lasted",
    "pattern": "single, on and off, constant",
    "circumstance": "at rest, in use, after effort, falling asleep, asleep",
    **dict.fromkeys(("seen", "filmed", "pain", "numb"), _YES_OR_NO),
    "going_on": "yes where it was not over",
    "tried": "against it",
    "helped": "in the same order",
}
NOTE = "note"


def header(*, notes: bool) -> list[str]:
    return [*COLUMNS, *([NOTE] if notes else [])]


def lines(
    connection: sqlite3.Connection, lexicon: Lexicon, first: str, last: str, dialect: Dialect, *, notes: bool
) -> Iterator[list[bytes]]:
    """The episodes of the days from the first to the last, some at a time."""
    line = _line(connection, lexicon, dialect, notes=notes)
    cursor = connection.execute(
        f"SELECT CAST({line} AS BLOB) FROM episode INDEXED BY episode_day WHERE day BETWEEN ? AND ?"
        " ORDER BY day, started_at IS NULL, started_at, episode.rowid",
        (first, last),
    )
    while rows := cursor.fetchmany(ROWS):
        yield [row for (row,) in rows]


def _line(connection: sqlite3.Connection, lexicon: Lexicon, dialect: Dialect, *, notes: bool) -> str:
    """The SQL of a row's line. For printf, the fastest, NULL is nothing; it ends a text at a NUL, which a note may
    hold."""
    sites = _most_used(connection, "SELECT site FROM episode GROUP BY site ORDER BY count(*) DESC")
    values = [
        _when(dialect.separator),
        "last_day",
        "day_part",
        _named("site", {site: lexicon.site_words(site) for site in sites}),
        "side",
        "kind",
        "intensity",
        "times",
        _seconds(dialect),
        "replace(pattern, '_', ' ')",
        "iif(circumstance IN ('rest', 'use'), iif(circumstance = 'rest', 'at ', 'in '), '')"
        " || replace(circumstance, '_', ' ')",
        *(f"CASE {name} WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END" for name in ("visible", "filmed", "pain", "numbness")),
        "iif(going_on, 'yes', '')",
        _reliefs(connection, lexicon, dialect.separator),
    ]
    fast = f"printf('{dialect.separator.join(['%s'] * len(values))}', {', '.join(values)})"
    if not notes:
        return fast
    note = quoted_sql(f"({guarded_sql('note')})")
    return f"{fast} || '{dialect.separator}' || coalesce({note}, '')"


def _when(separator: str) -> str:
    """Date, time and weekday: by the clock on the spot, or of the diary day."""
    shift = "utc_offset_minutes || ' minutes'"
    clock = f"strftime('%Y-%m-%d{separator}%H:%M{separator}', started_at, {shift})"
    names = " ".join(f"WHEN '{(number + 1) % 7}' THEN '{name}'" for number, name in enumerate(WEEKDAYS))
    weekday = f"CASE strftime('%w', {{}}) {names} END"
    return (
        f"CASE WHEN started_at IS NULL THEN day || '{separator}{separator}' || {weekday.format('day')}"
        f" ELSE {clock} || {weekday.format(f'started_at, {shift}')} END"
    )


def _seconds(dialect: Dialect) -> str:
    whole = "CAST(duration_s AS INTEGER)"
    decimals = "rtrim(rtrim(printf('%.2f', duration_s), '0'), '.')"
    number = f"iif(duration_s = {whole}, {whole}, replace({decimals}, '.', '{dialect.decimal}'))"
    return f"iif(duration_s IS NULL, NULL, {number})"


def _named(column: str, names: dict[str, str]) -> str:
    """The cell of a word of the catalogue or the user's own."""
    if not names:
        return "NULL"
    cases = " ".join(f"WHEN {literal(slug)} THEN {literal(as_text(printable(name)))}" for slug, name in names.items())
    return f"CASE {column} {cases} END"


def _reliefs(connection: sqlite3.Connection, lexicon: Lexicon, separator: str) -> str:
    """Two cells: what was tried, and in the same order whether it helped."""
    slugs = _most_used(connection, "SELECT name FROM relief GROUP BY name ORDER BY count(*) DESC")
    if not slugs:
        return literal(separator)
    names = {slug: guarded(printable(lexicon.label("relief", slug))) for slug in slugs}
    cases = " ".join(f"WHEN {literal(slug)} THEN {literal(name)}" for slug, name in names.items())
    tried = quoted_sql(f"group_concat(CASE name {cases} END, '; ')")
    helped = quoted_sql("group_concat(CASE helped WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'not said' END, '; ')")
    return (
        f"coalesce((SELECT {tried} || {literal(separator)} || {helped} FROM relief WHERE episode = episode.id"
        f" HAVING count(*)), {literal(separator)})"
    )


def _most_used(connection: sqlite3.Connection, query: str) -> list[str]:
    return [slug for (slug,) in connection.execute(query)]
