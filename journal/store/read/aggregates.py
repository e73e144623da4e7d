"""What a span of days holds, added up in SQL: what charts and statistics read beside the columns of the days.

Days are ISO text, both ends included; None is "not logged" or "not said".
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from journal.catalog.kinds import DATED, TWITCH_KINDS
from journal.moments import PARTS
from journal.store.read import minutes_of_days, nones

DAY_STARTS = 4
"""The hour at which a day starts unless the diary says another."""
LONG_YEARS = 3
"""From so many years on a span is long."""
Rows = list[tuple[Any, ...]]
_CLOCK = "strftime('%s', {}) / 60 + utc_offset_minutes"
"""Minutes since 1970 by the clock that was lived by."""


class EpisodeFilter(NamedTuple):
    """Which episodes count: sites with their children, a side, kinds; empty or None is all of them."""

    sites: tuple[str, ...] = ()
    side: str | None = None
    kinds: tuple[str, ...] = TWITCH_KINDS

    @property
    def are_twitches(self) -> bool:
        return set(self.kinds) <= set(TWITCH_KINDS)


def bounds(connection: sqlite3.Connection) -> tuple[str, str] | None:
    """The first and the last day with any record; None in an empty diary.

    (A lone min or max is read from the end of an index; of two in one query SQLite would read all rows.)
    """
    firsts = [f"SELECT min(day) AS day FROM {table}" for table in DATED]
    lasts = [f"SELECT max(day) AS day FROM {table}" for table in DATED]
    firsts.append("SELECT min(started_on) FROM medicine")
    lasts += [f"SELECT max({column}) FROM medicine" for column in ("started_on", "stopped_on")]
    lasts.append("SELECT max(last_day) FROM event")
    first, last = connection.execute(
        f"SELECT (SELECT min(day) FROM ({' UNION ALL '.join(firsts)})),"
        f" (SELECT max(day) FROM ({' UNION ALL '.join(lasts)}))"
    ).fetchone()
    return None if first is None else (first, last)


def daily_rows(connection: sqlite3.Connection, columns: Sequence[str], first: str, last: str) -> Rows:
    """(day, *columns) of the view `daily`, for each day with any record; many years are read by `daily_columns`."""
    names = ", ".join(["day", *columns])
    return connection.execute(f"SELECT {names} FROM daily WHERE day BETWEEN ? AND ?", (first, last)).fetchall()


def answers(connection: sqlite3.Connection, question: str, first: str, last: str) -> Rows:
    """(day, value) as it was answered, where the answer counts whatever rows say."""
    return connection.execute(
        f"SELECT day, value FROM answer WHERE day BETWEEN ? AND ? AND question = ? AND {nones.counts(question)}",
        (first, last, question),
    ).fetchall()


def times_by_day(connection: sqlite3.Connection, episodes: EpisodeFilter, first: str, last: str) -> Rows:
    """(day, how many times), for each day with such an episode."""
    where, values = _where(episodes, first, last)
    return connection.execute(f"SELECT day, sum(times) FROM episode WHERE {where} GROUP BY day", values).fetchall()


def lasting_days(connection: sqlite3.Connection, episodes: EpisodeFilter, first: str, last: str) -> Rows:
    """(day, site, side) of each further day of what lasted longer than a day."""
    where, values = _where(episodes, first, last)
    rows = connection.execute(
        "WITH RECURSIVE spell (day, last_day, site, side, kind) AS ("
        " SELECT date(max(day, date(?, '-1 day')), '+1 day'), last_day, site, side, kind FROM episode"
        "  WHERE last_day >= ? AND +day < ?"
        " UNION ALL SELECT date(day, '+1 day'), last_day, site, side, kind FROM spell WHERE day < min(last_day, ?))"
        f" SELECT day, site, side FROM spell WHERE {where}",
        (first, first, last, last, *values),
    )
    return rows.fetchall()


def measures_by_day(connection: sqlite3.Connection, episodes: EpisodeFilter, first: str, last: str) -> Rows:
    """(day, episodes, minutes, episodes with a length, sum of intensities, episodes with an intensity).

    Of what lasted longer than a day each day has its minutes; NaN where the length is not known.
    """
    where, values = _where(episodes, first, last)
    rows = connection.execute(
        "SELECT day, count(*), total(duration_s) / 60, count(duration_s), total(intensity), count(intensity)"
        f" FROM episode WHERE {where} GROUP BY day",
        values,
    ).fetchall()
    where, values = _where(episodes, "", last)
    lasting = connection.execute(
        "SELECT day, last_day, started_at, utc_offset_minutes, duration_s FROM episode"
        f" WHERE last_day >= ? AND {where}",
        (first, *values),
    ).fetchall()
    return minutes_of_days.split(rows, lasting, _day_starts(connection), first, last) if lasting else rows


def _day_starts(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT value FROM setting WHERE key = 'day_starts'").fetchone()
    return int(row[0]) if row else DAY_STARTS


def _where(episodes: EpisodeFilter, first: str, last: str) -> tuple[str, tuple[Any, ...]]:
    conditions, values = ["day BETWEEN ? AND ?"], [first, last]
    for column, slugs in (("kind", episodes.kinds), ("site", episodes.sites)):
        if slugs:
            conditions.append(f"{column} IN ({', '.join('?' for _ in slugs)})")
            values += slugs
    if episodes.side:
        conditions.append("side = ?")
        values.append(episodes.side)
    return " AND ".join(conditions), tuple(values)


# ---- when and where -------------------------------------------------------------------------------------------


def episodes_by_part(
    connection: sqlite3.Connection, episodes: EpisodeFilter, day_starts: int, first: str, last: str
) -> Rows:
    """(weekday from 0, Monday, to 6; episodes in the morning, afternoon, evening, night, and those of which the part
    is not known).

    Before the morning it is still the night of the day before. The clock is the one that was lived by. (With a LIMIT
    SQLite works the minute out once for each episode, not each time that it is compared.)
    """
    where, values = _where(episodes, first, last)
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


def clocks(connection: sqlite3.Connection, episodes: EpisodeFilter, first: str, last: str) -> list[tuple[int, int]]:
    """(minute since 1970 by the clock that was lived by, how many times) of the episodes with a clock time."""
    where, values = _where(episodes, first, last)
    return connection.execute(
        f"SELECT {_CLOCK.format('started_at')}, times FROM episode WHERE {where} AND started_at IS NOT NULL", values
    ).fetchall()


def times_by_site(connection: sqlite3.Connection, episodes: EpisodeFilter, first: str, last: str) -> Rows:
    """(site, side or None, how many times, episodes)."""
    where, values = _where(episodes, first, last)
    return connection.execute(
        f"SELECT site, side, sum(times), count(*) FROM episode WHERE {where} GROUP BY site, side", values
    ).fetchall()


def sites_by_day(connection: sqlite3.Connection, episodes: EpisodeFilter, first: str, last: str) -> Rows:
    """(day, site, side or None, how many times), for each day with such an episode; 0 times on a further day of what
    lasted longer than its first."""
    where, values = _where(episodes, first, last)
    # Grouped as their index has them, a million episodes need no sorting; what is grouped again are few.
    indexed = (
        f"SELECT day, site, side, sum(times) AS number FROM episode WHERE {where} GROUP BY day, kind, times, site, side"
    )
    rows = connection.execute(
        f"SELECT day, site, side, sum(number) FROM ({indexed}) GROUP BY day, site, side", values
    ).fetchall()
    return [*rows, *((day, site, side, 0) for day, site, side in lasting_days(connection, episodes, first, last))]


def days_by_site(connection: sqlite3.Connection, episodes: EpisodeFilter, first: str, last: str) -> dict[str, int]:
    """Site -> the days with it, the further ones of what lasted among them."""
    where, values = _where(episodes, first, last)
    days = dict(
        connection.execute(f"SELECT site, count(DISTINCT day) FROM episode WHERE {where} GROUP BY site", values)
    )
    lasting = {(site, day) for day, site, _ in lasting_days(connection, episodes, first, last)}
    for site, day in lasting:
        with_own = f"SELECT 1 FROM episode WHERE {where} AND site = ? AND day = ?"
        if not connection.execute(with_own, (*values, site, day)).fetchone():
            days[site] = days.get(site, 0) + 1
    return days


def times_by_region(
    connection: sqlite3.Connection, sites_of: Mapping[str, Sequence[str]], first: str, last: str
) -> Rows:
    """(day, twitches in each of the regions) of the days with a twitch; `sites_of` has the sites of a region."""
    each = ", ".join(f"total(times) FILTER (WHERE site IN ({_marks(sites)}))" for sites in sites_of.values())
    return connection.execute(
        f"SELECT day, {each} FROM episode WHERE day BETWEEN ? AND ? AND kind IN ({_marks(TWITCH_KINDS)}) GROUP BY day",
        (*(site for sites in sites_of.values() for site in sites), first, last, *TWITCH_KINDS),
    ).fetchall()


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values)


def first_logged(connection: sqlite3.Connection, kinds: Sequence[str], site: str) -> str:
    """The day on which a site was first logged, in the whole diary; the index gives it for each kind at once."""
    each = " UNION ALL ".join("SELECT min(day) AS day FROM episode WHERE site = ? AND kind = ?" for _ in kinds)
    values = [value for kind in kinds for value in (site, kind)]
    return str(connection.execute(f"SELECT min(day) FROM ({each})", values).fetchone()[0])


def reliefs_tried(connection: sqlite3.Connection, first: str, last: str) -> Rows:
    """(name, what it was tried against, times tried, times it helped, times it did not).

    The kinds that are counted as twitches are one, `twitch`; each of the others is a row of its own.

    In a long span the reliefs are read and joined to their episodes, in a short one the episodes to their reliefs.
    """
    is_long = int(last[:4]) - int(first[:4]) >= LONG_YEARS
    tables = "relief CROSS JOIN episode" if is_long else "episode CROSS JOIN relief"
    return connection.execute(
        f"SELECT name, iif({nones.TWITCHES}, '{TWITCH_KINDS[0]}', kind) AS against, count(*),"
        f" count(iif(helped = 1, 1, NULL)), count(iif(helped = 0, 1, NULL)) FROM {tables}"
        " ON relief.episode = episode.id WHERE day BETWEEN ? AND ? GROUP BY name, against",
        (first, last),
    ).fetchall()


# ---- what else a day held ---------------------------------------------------------------------------------------


def illness_days(connection: sqlite3.Connection, first: str, last: str) -> list[str]:
    """The days of illness or travel: from the day of such an event to its last, and those that a question says."""
    rows = connection.execute(
        "WITH RECURSIVE spell (day, last_day) AS ("
        " SELECT max(day, :first), min(coalesce(last_day, day), :last) FROM event"
        "  WHERE kind IN ('illness', 'travel') AND day <= :last AND coalesce(last_day, day) >= :first"
        " UNION ALL SELECT date(day, '+1 day'), last_day FROM spell WHERE day < last_day)"
        " SELECT day FROM spell"
        " UNION SELECT day FROM answer WHERE day BETWEEN :first AND :last AND value > 0"
        "  AND question IN (SELECT slug FROM question WHERE role = 'illness') ORDER BY day",
        {"first": first, "last": last},
    )
    return [day for (day,) in rows]


def caffeine_drinks(connection: sqlite3.Connection, first: str, last: str) -> Rows:
    """(day, taken_at or None, offset, name, how many, mg of all of them) of each row of drinks with caffeine."""
    return connection.execute(
        "SELECT day, taken_at, utc_offset_minutes, name, count, caffeine_mg FROM drink"
        " WHERE day BETWEEN ? AND ? AND caffeine_mg > 0 ORDER BY taken_at",
        (first, last),
    ).fetchall()


def caffeine_clocks(connection: sqlite3.Connection, first: str, last: str) -> list[tuple[int, float]]:
    """(minute since 1970 by the clock that was lived by, mg) of the drinks with caffeine and a clock time."""
    return connection.execute(
        f"SELECT {_CLOCK.format('taken_at')}, caffeine_mg FROM drink"
        " WHERE day BETWEEN ? AND ? AND caffeine_mg > 0 AND taken_at IS NOT NULL",
        (first, last),
    ).fetchall()


def caffeine_without_clock(connection: sqlite3.Connection, first: str, last: str) -> list[str]:
    """The days with a drink with caffeine of which the clock time is not known."""
    return [
        day
        for (day,) in connection.execute(
            "SELECT DISTINCT day FROM drink WHERE day BETWEEN ? AND ? AND caffeine_mg > 0 AND taken_at IS NULL",
            (first, last),
        )
    ]


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


def hard_training(connection: sqlite3.Connection, regions: Sequence[str], effort: int, first: str, last: str) -> Rows:
    """(day, of each region 1 where a strength workout with such an effort or more trained it, 0 where none did, None
    where that is not known) of days with workouts. `whole` trains every region."""
    hard = "kind = 'strength' AND coalesce(effort, 10) >= ?"
    trained = f"max({hard} AND effort IS NOT NULL AND region IN (?, 'whole'))"
    perhaps = f"max({hard} AND (region IS NULL OR region IN (?, 'whole')))"
    each = ", ".join(f"CASE WHEN {trained} THEN 1.0 WHEN {perhaps} THEN NULL ELSE 0.0 END" for _ in regions)
    values = [value for region in regions for value in (effort, region, effort, region)]
    return connection.execute(
        f"SELECT day, {each} FROM workout WHERE day BETWEEN ? AND ? GROUP BY day", (*values, first, last)
    ).fetchall()


def bedtimes(connection: sqlite3.Connection, first: str, last: str) -> Rows:
    """(day on which the night ended, began at, offset) of the main sleeps with a clock."""
    return connection.execute(
        "SELECT day, started_at, utc_offset_minutes FROM sleep"
        " WHERE day BETWEEN ? AND ? AND nap = 0 AND started_at IS NOT NULL ORDER BY started_at",
        (first, last),
    ).fetchall()


def newest_episodes(connection: sqlite3.Connection, episodes: EpisodeFilter, first: str, last: str, limit: int) -> Rows:
    """(day, started_at or None, offset, site, side, kind, times, intensity), the newest first."""
    where, values = _where(episodes, first, last)
    return connection.execute(
        "SELECT day, started_at, utc_offset_minutes, site, side, kind, times, intensity FROM episode"
        f" WHERE {where} ORDER BY day DESC, started_at DESC, rowid DESC LIMIT ?",
        (*values, limit),
    ).fetchall()


def workout_regions(connection: sqlite3.Connection, first: str, last: str) -> Rows:
    """(day, started_at or None, region) of the workouts with a region."""
    return connection.execute(
        "SELECT day, started_at, region FROM workout WHERE day BETWEEN ? AND ? AND region IS NOT NULL", (first, last)
    ).fetchall()
