"""The sums of the months that are over, kept in the file so that charts of many years need not count them again.

They are made of the very reads that count (`spans`), when something is written, and never when something is read.
Triggers drop a month's sums as soon as anyone touches a record in it, with this program or another.
"""

import sqlite3
from datetime import date
from math import nan

from journal.moments import PARTS
from journal.store.months import following
from journal.store.read import aggregates

ROWS_A_MONTH = 50
"""A step adds up one month for so many rows that it wrote, and one more: so it costs a small part of the writing."""
ALL = 10**6
"""More months than a diary can have."""
TOUCHING = ("episode", "relief", "sleep", "drink", "workout", "medicine", "dose", "event", "day_note", "answer")
"""The tables of which the rows belong to a day."""


def keep(connection: sqlite3.Connection, at: str, most: int) -> None:
    """Add up months that are not kept, the newest first and no more than `most`; `at` is the instant of the step.

    The month of that instant is not over, and would be dropped with the next thing that is logged.
    """
    for month in _missing(connection, at[:7])[:most]:
        days = (f"{month}-01", f"{month}-31")
        _keep_days(connection, month, *days)
        connection.execute(
            "INSERT INTO kept_site (month, kind, site, side, times, episodes)"
            " SELECT ?, kind, site, coalesce(side, ''), sum(times), count(*) FROM episode"
            " WHERE day BETWEEN ? AND ? GROUP BY kind, site, side",
            (month, *days),
        )
        connection.execute(
            f"INSERT INTO kept_part (month, kind, weekday, {', '.join(PARTS)}, unknown)"
            f" SELECT ?, * FROM ({aggregates.by_part('day BETWEEN ? AND ?', _day_starts(connection))})",
            (month, *days),
        )
        connection.execute(
            "INSERT INTO kept_relief (month, name, tried, well, unwell)"
            " SELECT ?, name, count(*), count(iif(helped = 1, 1, NULL)), count(iif(helped = 0, 1, NULL))"
            " FROM episode CROSS JOIN relief ON relief.episode = episode.id WHERE day BETWEEN ? AND ? GROUP BY name",
            (month, *days),
        )
        connection.execute("INSERT INTO kept_month VALUES (?)", (month,))


def _keep_days(connection: sqlite3.Connection, month: str, first: str, last: str) -> None:
    """Each column of the view `daily` that has an amount in the month."""
    days, *columns = [*zip(*aggregates.daily(connection, aggregates.VIEW, first, last), strict=True)] or [()]
    length = (date.fromisoformat(f"{following(month)}-01") - date.fromisoformat(first)).days
    for name, values in zip(aggregates.VIEW, columns, strict=False):
        if values.count(None) == len(values):
            continue
        amounts = [nan] * length
        for day, value in zip(days, values, strict=True):
            if value is not None:
                amounts[int(day[8:]) - 1] = value
        connection.execute("INSERT INTO kept_day VALUES (?, ?, ?)", (month, name, aggregates.to_bytes(amounts)))


def _missing(connection: sqlite3.Connection, end: str) -> list[str]:
    """The months with records before that month, and those between them, that are not kept; the newest first."""
    bounds = aggregates.bounds(connection)
    if bounds is None:
        return []
    kept = {month for (month,) in connection.execute("SELECT month FROM kept_month")}
    month, after = bounds[0][:7], min(end, following(bounds[1][:7]))
    found = []
    while month < after:
        if month not in kept:
            found.append(month)
        month = following(month)
    return found[::-1]


def _day_starts(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT value FROM setting WHERE key = 'day_starts'").fetchone()
    return int(row[0]) if row else 4


# ---- dropping them ------------------------------------------------------------------------------------------


def triggers(table: str) -> str:
    """The SQL of the triggers by which each change of a row drops the months that it touches."""
    if table == "setting":
        return "".join(
            f"CREATE TRIGGER setting_touches_{act.lower()} BEFORE {act} ON setting\n"
            f"    WHEN 'day_starts' IN ({keys}) BEGIN\n    DELETE FROM kept_month;\nEND;\n"
            for act, keys in (("INSERT", "NEW.key"), ("UPDATE", "OLD.key, NEW.key"), ("DELETE", "OLD.key"))
        )
    old, new, replaced = _months(table, "OLD"), _months(table, "NEW"), _replaced(table)
    touched = {"INSERT": [*new, *replaced], "UPDATE": [*old, *new, *replaced], "DELETE": old}
    return "".join(
        f"CREATE TRIGGER {table}_touches_{act.lower()} BEFORE {act} ON {table} BEGIN\n"
        f"    DELETE FROM kept_month WHERE month IN (\n        {_union(months)});\nEND;\n"
        for act, months in touched.items()
    )


def _union(months: list[str]) -> str:
    return "\n        UNION ALL ".join(months)


def _months(table: str, row: str) -> list[str]:
    if table == "relief":
        return [f"SELECT substr(day, 1, 7) FROM episode WHERE id = {row}.episode"]
    days = ("started_on", "stopped_on") if table == "medicine" else ("day",)
    return [f"SELECT substr({row}.{day}, 1, 7)" for day in days]


def _replaced(table: str) -> list[str]:
    """The months of rows that INSERT OR REPLACE would take away: no trigger tells of their going."""
    if table == "relief":
        return []
    same = "(source = NEW.source AND source_key = NEW.source_key)"
    same = same if table in ("day_note", "answer") else f"id = NEW.id OR {same}"
    days = ("started_on", "stopped_on") if table == "medicine" else ("day",)
    return [f"SELECT substr({day}, 1, 7) FROM {table} WHERE {same}" for day in days]
