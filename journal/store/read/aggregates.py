"""What a span of days holds, added up in SQL: the reads that charts and statistics need.

Days are ISO text, both ends included. What a day is worth is asked of the view `daily`; NULL is "not logged".
"""

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from journal.catalog.kinds import DATED, TWITCH_KINDS
from journal.moments import PARTS

LONG_YEARS = 3
Rows = list[tuple[Any, ...]]


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
    firsts = [f"SELECT min(day) AS day FROM {table}" for table in DATED]
    lasts = [f"SELECT max(day) AS day FROM {table}" for table in DATED]
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


def _where(which: EpisodeFilter, first: str, last: str) -> tuple[str, tuple[Any, ...]]:
    conditions, values = ["day BETWEEN ? AND ?"], [first, last]
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
    is not known).

    Before the morning it is still the night of the day before. The clock is the one that was lived by. (With a LIMIT
    SQLite works the minute out once for each episode, not each time that it is compared.)
    """
    where, values = _where(which, first, last)
    morning, afternoon, evening, night = (60 * (day_starts if hour is None else hour) for hour in PARTS.values())
    minute = "(substr(started_at, 12, 2) * 60 + substr(started_at, 15, 2) + utc_offset_minutes + 2880) % 1440"
    numbered = " ".join(f"WHEN '{name}' THEN {number}" for number, name in enumerate(PARTS))
    part = (
        f"CASE WHEN minute IS NULL THEN CASE day_part {numbered} END"
        f" WHEN minute < {morning:d} OR minute >= {night:d} THEN 3"
        f" ELSE (minute >= {afternoon:d}) + (minute >= {evening:d}) END"
    )
    names = (*PARTS, "unknown")
    numbers = ", ".join(
        f"sum(part IS {number}) AS {name}" for name, number in zip(names, (0, 1, 2, 3, "NULL"), strict=True)
    )
    minutes = f"SELECT day, day_part, {minute} AS minute FROM episode WHERE {where} ORDER BY day LIMIT -1"
    days = f"SELECT day, {numbers} FROM (SELECT day, {part} AS part FROM ({minutes}) LIMIT -1) GROUP BY day"
    return connection.execute(
        f"SELECT (strftime('%w', day) + 6) % 7 AS weekday, {', '.join(f'sum({name})' for name in names)}"
        f" FROM ({days}) GROUP BY weekday",
        values,
    ).fetchall()


def sited(connection: sqlite3.Connection, which: EpisodeFilter, first: str, last: str) -> Rows:
    """(site, side or None, how many times, episodes)."""
    where, values = _where(which, first, last)
    return connection.execute(
        f"SELECT site, side, sum(times), count(*) FROM episode WHERE {where} GROUP BY site, side", values
    ).fetchall()


def first_logged(connection: sqlite3.Connection, kinds: Sequence[str], site: str) -> str:
    """The day on which a site was first logged, of the whole diary; of each kind the index holds it first."""
    each = " UNION ALL ".join("SELECT min(day) AS day FROM episode WHERE site = ? AND kind = ?" for _ in kinds)
    values = [value for kind in kinds for value in (site, kind)]
    return str(connection.execute(f"SELECT min(day) FROM ({each})", values).fetchone()[0])


def reliefs(connection: sqlite3.Connection, first: str, last: str) -> Rows:
    """(name, tried, helped, did not help) of what was tried, of every kind of episode.

    In a long span each relief is asked for its day, in a short one each episode for its reliefs.
    """
    is_long = int(last[:4]) - int(first[:4]) >= LONG_YEARS
    tables = "relief CROSS JOIN episode" if is_long else "episode CROSS JOIN relief"
    return connection.execute(
        f"SELECT name, count(*), count(iif(helped = 1, 1, NULL)), count(iif(helped = 0, 1, NULL)) FROM {tables}"
        " ON relief.episode = episode.id WHERE day BETWEEN ? AND ? GROUP BY name",
        (first, last),
    ).fetchall()


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
