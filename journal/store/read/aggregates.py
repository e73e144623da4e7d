"""What a span of days holds, added up in SQL: the reads that charts and statistics need.

Days are ISO text, both ends included. What a day is worth is asked of the view `daily`; NULL is "not logged".
"""

import sqlite3
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import nan
from typing import Any, NamedTuple, TypeAlias

from journal.catalog.kinds import TWITCH_KINDS
from journal.moments import PARTS
from journal.store.months import Piece, pieces, runs

VIEW = (
    *("twitches", "cramps", "sleep_hours", "stress", "caffeine_mg", "workout_load", "any_twitches", "twitchiness"),
    *("sleep_quality", "anxiety", "food", "skipped_meal", "fluids_ml", "alcohol_g", "screen_hours"),
)
"""The columns of the view `daily` that hold an amount."""
_DATED = ("episode", "sleep", "drink", "workout", "dose", "event", "day_note", "answer")
LONG_YEARS = 3
Rows = list[tuple[Any, ...]]
Amounts: TypeAlias = "array[float]"
"""An amount for each day; NaN is not logged."""


class EpisodeFilter(NamedTuple):
    """Which episodes count: sites with their children, a side, kinds; empty or None is all of them."""

    sites: tuple[str, ...] = ()
    side: str | None = None
    kinds: tuple[str, ...] = TWITCH_KINDS

    @property
    def are_twitches(self) -> bool:
        return set(self.kinds) <= set(TWITCH_KINDS)

    @property
    def is_any_place(self) -> bool:
        return not self.sites and self.side is None


def bounds(connection: sqlite3.Connection) -> tuple[str, str] | None:
    """The first and the last day with any record; None in an empty diary.

    (Of one column SQLite takes the least, or the highest, from an index; of two it would read them all.)
    """
    firsts = [f"SELECT min(day) AS day FROM {table}" for table in _DATED]
    lasts = [f"SELECT max(day) AS day FROM {table}" for table in _DATED]
    firsts.append("SELECT min(started_on) FROM medicine")
    lasts += [f"SELECT max({column}) FROM medicine" for column in ("started_on", "stopped_on")]
    first, last = connection.execute(
        f"SELECT (SELECT min(day) FROM ({' UNION ALL '.join(firsts)})),"
        f" (SELECT max(day) FROM ({' UNION ALL '.join(lasts)}))"
    ).fetchone()
    return None if first is None else (first, last)


def daily(connection: sqlite3.Connection, columns: Sequence[str], first: str, last: str) -> Rows:
    """(day, *columns) of the view `daily`, for each day with any record."""
    wanted = ", ".join(["day", *columns])
    return connection.execute(f"SELECT {wanted} FROM daily WHERE day BETWEEN ? AND ?", (first, last)).fetchall()


def amounts(connection: sqlite3.Connection, columns: Sequence[str], first: str, last: str) -> dict[str, Amounts]:
    """Columns of the view `daily`, each with the amount of every day of the span, NaN where not logged."""
    begin = date.fromisoformat(first).toordinal()
    days = date.fromisoformat(last).toordinal() + 1 - begin
    found = {column: array("d", [nan]) * days for column in columns}
    for piece in pieces(connection, first, last):
        if piece.kept:
            for name, at, values in _kept_amounts(connection, columns, piece):
                found[name][at - begin : at - begin + len(values)] = values
            continue
        for day, *row in daily(connection, columns, piece.first, piece.last):
            at = date.fromisoformat(day).toordinal() - begin
            for column, value in zip(columns, row, strict=True):
                if value is not None:
                    found[column][at] = value
    return found


def _kept_amounts(
    connection: sqlite3.Connection, columns: Sequence[str], piece: Piece
) -> Iterator[tuple[str, int, Amounts]]:
    """(column, number of the first day, amounts) of kept months; those that follow each other are read as one."""
    query = "SELECT month, amounts FROM kept_day WHERE name = ? AND month BETWEEN ? AND ? ORDER BY month"
    for column in columns:
        amounts = dict(connection.execute(query, (column, *piece.months)).fetchall())
        months = list(amounts)
        for begin, until in runs(months):
            inside = months[months.index(begin) : months.index(until) + 1]
            values = from_bytes(b"".join([amounts[month] for month in inside]))
            yield column, date.fromisoformat(f"{begin}-01").toordinal(), values


def from_bytes(stored: bytes) -> Amounts:
    """Amounts as `kept_day` has them: the lowest byte first, on any machine."""
    found = array("d", stored)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def to_bytes(amounts: Iterable[float]) -> bytes:
    """The reverse of `from_bytes`."""
    found = array("d", amounts)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def known_values(connection: sqlite3.Connection, column: str, first: str, last: str) -> list[int]:
    """The days on which a column of the view `daily` is known, each by its number from the first day of the span."""
    found = amounts(connection, [column], first, last)[column]
    return [place for place, amount in enumerate(found) if amount == amount]  # NaN is not itself


def answers(connection: sqlite3.Connection, question: str, first: str, last: str) -> Rows:
    """(day, value) of a question of the user's own."""
    return connection.execute(
        "SELECT day, value FROM answer WHERE day BETWEEN ? AND ? AND question = ?", (first, last, question)
    ).fetchall()


def counted(connection: sqlite3.Connection, which: EpisodeFilter, first: str, last: str) -> Rows:
    """(day, how many times), for each day with such an episode."""
    where, values = _where(which, first, last)
    return connection.execute(f"SELECT day, sum(times) FROM episode WHERE {where} GROUP BY day", values).fetchall()


def measured(connection: sqlite3.Connection, which: EpisodeFilter, first: str, last: str) -> Rows:
    """(day, episodes, minutes, episodes with a length, sum of intensities, episodes with an intensity)."""
    where, values = _where(which, first, last)
    return connection.execute(
        "SELECT day, count(*), total(duration_s) / 60, count(duration_s), total(intensity), count(intensity)"
        f" FROM episode WHERE {where} GROUP BY day",
        values,
    ).fetchall()


def _where(which: EpisodeFilter, first: str, last: str, day: str = "day") -> tuple[str, tuple[Any, ...]]:
    conditions, values = [f"{day} BETWEEN ? AND ?"], [first, last]
    for column, wanted in (("kind", which.kinds), ("site", which.sites)):
        if wanted:
            conditions.append(f"{column} IN ({', '.join('?' for _ in wanted)})")
            values += wanted
    if which.side:
        conditions.append("side = ?")
        values.append(which.side)
    return " AND ".join(conditions), tuple(values)


# ---- when and where -------------------------------------------------------------------------------------------


def clocked(connection: sqlite3.Connection, which: EpisodeFilter, day_starts: int, first: str, last: str) -> Rows:
    """(weekday from 0, Monday, to 6; episodes in the morning, afternoon, evening, night, and those of which the part
    is not known), each weekday once or more."""
    rows: Rows = []
    for piece in pieces(connection, first, last) if which.is_any_place else [Piece(first, last, False)]:
        if piece.kept:
            marks = ", ".join("?" for _ in which.kinds)
            rows += connection.execute(
                f"SELECT weekday, {', '.join(f'sum({part})' for part in (*PARTS, 'unknown'))} FROM kept_part"
                f" WHERE month BETWEEN ? AND ? AND kind IN ({marks}) GROUP BY weekday",
                (*piece.months, *which.kinds),
            )
        else:
            where, values = _where(which, piece.first, piece.last)
            rows += [row[1:] for row in connection.execute(by_part(where, day_starts), values)]
    return rows


def by_part(where: str, day_starts: int) -> str:
    """A query for (kind, weekday, episodes in each part of the day, of which it is not known).

    Before the morning it is still the night of the day before. The clock is the one that was lived by. (With a LIMIT
    SQLite works the minute out once for each episode, not once for each time it is asked.)
    """
    morning, afternoon, evening, night = (60 * (day_starts if hour is None else hour) for hour in PARTS.values())
    minute = "(substr(started_at, 12, 2) * 60 + substr(started_at, 15, 2) + utc_offset_minutes + 2880) % 1440"
    said = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(PARTS))
    part = (
        f"CASE WHEN minute IS NULL THEN CASE day_part {said} END"
        f" WHEN minute < {morning:d} OR minute >= {night:d} THEN 3"
        f" ELSE (minute >= {afternoon:d}) + (minute >= {evening:d}) END"
    )
    names = (*PARTS, "unknown")
    numbers = ", ".join(
        f"sum(part IS {place}) AS {name}" for name, place in zip(names, (0, 1, 2, 3, "NULL"), strict=True)
    )
    minutes = f"SELECT day, kind, day_part, {minute} AS minute FROM episode WHERE {where} ORDER BY day, kind LIMIT -1"
    days = (
        f"SELECT day, kind, {numbers} FROM (SELECT day, kind, {part} AS part FROM ({minutes}) LIMIT -1)"
        " GROUP BY day, kind"
    )
    return (
        f"SELECT kind, (strftime('%w', day) + 6) % 7 AS weekday, {', '.join(f'sum({name})' for name in names)}"
        f" FROM ({days}) GROUP BY kind, weekday"
    )


def sited(connection: sqlite3.Connection, which: EpisodeFilter, first: str, last: str) -> Rows:
    """(site, side or None, how many times, episodes), each site and side once or more."""
    rows: Rows = []
    for piece in pieces(connection, first, last):
        if piece.kept:
            where, values = _where(which, *piece.months, day="month")
            times, episodes, side = "sum(times)", "sum(episodes)", "nullif(side, '')"
        else:
            where, values = _where(which, piece.first, piece.last)
            times, episodes, side = "sum(times)", "count(*)", "side"
        table = "kept_site" if piece.kept else "episode"
        rows += connection.execute(
            f"SELECT site, {side}, {times}, {episodes} FROM {table} WHERE {where} GROUP BY kind, site, side", values
        )
    return rows


def first_logged(connection: sqlite3.Connection, kinds: Sequence[str], site: str) -> str:
    """The day on which a site was first logged, of the whole diary; of each kind the index holds it first."""
    each = " UNION ALL ".join("SELECT min(day) AS day FROM episode WHERE site = ? AND kind = ?" for _ in kinds)
    values = [value for kind in kinds for value in (site, kind)]
    return str(connection.execute(f"SELECT min(day) FROM ({each})", values).fetchone()[0])


def reliefs(connection: sqlite3.Connection, first: str, last: str) -> Rows:
    """(name, tried, helped, did not help) of what was tried, of every kind of episode; each once or more.

    Of a long span every relief is asked for its day, of a short one every episode for its reliefs.
    """
    rows: Rows = []
    for piece in pieces(connection, first, last):
        if piece.kept:
            rows += connection.execute(
                "SELECT name, sum(tried), sum(well), sum(unwell) FROM kept_relief WHERE month BETWEEN ? AND ?"
                " GROUP BY name",
                piece.months,
            )
            continue
        is_long = int(piece.last[:4]) - int(piece.first[:4]) >= LONG_YEARS
        tables = "relief CROSS JOIN episode" if is_long else "episode CROSS JOIN relief"
        rows += connection.execute(
            f"SELECT name, count(*), count(iif(helped = 1, 1, NULL)), count(iif(helped = 0, 1, NULL)) FROM {tables}"
            " ON relief.episode = episode.id WHERE day BETWEEN ? AND ? GROUP BY name",
            piece[:2],
        )
    return rows


# ---- what else a day held ---------------------------------------------------------------------------------------


def happenings(connection: sqlite3.Connection, first: str, last: str) -> list[tuple[str, str]]:
    """(day, words) of medicines begun and ended, and of events, in the order of their days."""
    found = connection.execute(
        "SELECT started_on AS day, 'started ' || name || coalesce(' ' || dose, '') AS words FROM medicine"
        " UNION ALL SELECT stopped_on, 'stopped ' || name FROM medicine WHERE stopped_on IS NOT NULL"
        " UNION ALL SELECT day, kind || ': ' || text FROM event ORDER BY day, words"
    )
    return [(day, words) for day, words in found if first <= day <= last]


def caffeine(connection: sqlite3.Connection, first: str, last: str) -> Rows:
    """(day, taken_at or None, offset, name, mg) of each drink with caffeine."""
    return connection.execute(
        "SELECT day, taken_at, utc_offset_minutes, name, caffeine_mg FROM drink"
        " WHERE day BETWEEN ? AND ? AND caffeine_mg > 0 ORDER BY taken_at",
        (first, last),
    ).fetchall()


def late_caffeine(
    connection: sqlite3.Connection, hour: int, day_starts: int, first: str, last: str
) -> list[tuple[str, float, int]]:
    """(day, mg in drinks from that hour on, drinks of which that is not known) of each day with caffeine in drinks.

    The clock is the one that was lived by; the small hours belong to the evening before them.
    """
    minute = "(substr(taken_at, 12, 2) * 60 + substr(taken_at, 15, 2) + utc_offset_minutes + 2880) % 1440"
    return connection.execute(
        "SELECT day, total(iif(is_late, caffeine_mg, 0)), total(is_late IS NULL) FROM ("
        " SELECT day, caffeine_mg, CASE WHEN taken_at IS NULL"
        "  THEN CASE day_part WHEN 'morning' THEN 0 WHEN 'evening' THEN 1 WHEN 'night' THEN 1 END"
        f"  ELSE {minute} >= ? OR {minute} < ? END AS is_late"
        " FROM drink WHERE day BETWEEN ? AND ? AND caffeine_mg > 0) GROUP BY day",
        (60 * hour, 60 * day_starts, first, last),
    ).fetchall()


def heavy_lifting(connection: sqlite3.Connection, effort: int, first: str, last: str) -> list[tuple[str, int, int]]:
    """(day, whether a strength workout had such an effort or more, whether one has none said) of days with workouts."""
    return connection.execute(
        "SELECT day, max(kind = 'strength' AND effort IS NOT NULL AND effort >= ?),"
        " max(kind = 'strength' AND effort IS NULL) FROM workout WHERE day BETWEEN ? AND ? GROUP BY day",
        (effort, first, last),
    ).fetchall()


def bedtimes(connection: sqlite3.Connection, first: str, last: str) -> Rows:
    """(day on which the night ended, began at, offset) of the main sleeps with a clock."""
    return connection.execute(
        "SELECT day, started_at, utc_offset_minutes FROM sleep"
        " WHERE day BETWEEN ? AND ? AND nap = 0 AND started_at IS NOT NULL ORDER BY started_at",
        (first, last),
    ).fetchall()


def newest(connection: sqlite3.Connection, which: EpisodeFilter, first: str, last: str, limit: int) -> Rows:
    """(day, started_at or None, offset, site, side, kind, times, intensity), the newest first."""
    where, values = _where(which, first, last)
    return connection.execute(
        "SELECT day, started_at, utc_offset_minutes, site, side, kind, times, intensity FROM episode"
        f" WHERE {where} ORDER BY day DESC, started_at DESC, rowid DESC LIMIT ?",
        (*values, limit),
    ).fetchall()


def trained(connection: sqlite3.Connection, first: str, last: str) -> Rows:
    """(day, started_at or None, region) of the workouts with a region."""
    return connection.execute(
        "SELECT day, started_at, region FROM workout WHERE day BETWEEN ? AND ? AND region IS NOT NULL", (first, last)
    ).fetchall()
