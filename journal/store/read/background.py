"""What a doctor asks beside the twitches: medicines, doses as needed, events, and the marks they make."""

import sqlite3
from typing import Literal, NamedTuple

from journal.records import Event, Medicine
from journal.store.read import queries

MarkKind = Literal["begun", "changed", "ended", "illness", "visit", "travel"]


class Mark(NamedTuple):
    """What may have changed something, on the axis of time: the day, its last day, what it was, and of a medicine its
    dose and how often."""

    day: str
    last_day: str
    kind: MarkKind
    name: str
    dose: str = ""

    @property
    def text(self) -> str:
        return f"{self.name} {self.dose}".rstrip()


class AsNeeded(NamedTuple):
    """Something taken as needed: on how many days of a span, how often, and the amounts that were said."""

    name: str
    days: int
    doses: int
    amounts: tuple[tuple[float, str | None], ...]


def medicines(connection: sqlite3.Connection, first: str, last: str) -> list[Medicine]:
    """Those that were taken on any day of a span: still taken ones first, then those that ended last."""
    return queries.records(
        connection,
        "medicine",
        "started_on <= ? AND coalesce(stopped_on, '9999') >= ?"
        " ORDER BY coalesce(stopped_on, '9999') DESC, started_on, name",
        (last, first),
    )


def medicine_names(connection: sqlite3.Connection) -> list[str]:
    """Every name that was ever taken, regularly or as needed."""
    return [name for (name,) in connection.execute("SELECT name FROM medicine UNION SELECT name FROM dose")]


def left_out_names(connection: sqlite3.Connection) -> frozenset[str]:
    """The same in small letters, to tell whether something tried is one of them."""
    return frozenset(name.casefold() for name in medicine_names(connection))


def as_needed(connection: sqlite3.Connection, first: str, last: str) -> list[AsNeeded]:
    """What was taken as needed, that of the most days first; a name counts as one in small and capital letters."""
    rows = connection.execute(
        "SELECT name, day, amount, unit FROM dose WHERE day BETWEEN ? AND ? ORDER BY day, rowid", (first, last)
    )
    by_name: dict[str, list[tuple[str, str, float | None, str | None]]] = {}
    for row in rows:
        by_name.setdefault(row[0].casefold(), []).append(row)
    doses_by_name = [
        AsNeeded(
            doses[-1][0],
            len({day for _, day, _, _ in doses}),
            len(doses),
            tuple(sorted({(amount, unit) for _, _, amount, unit in doses if amount is not None}, key=str)),
        )
        for doses in by_name.values()
    ]
    return sorted(doses_by_name, key=lambda dose: (-dose.days, dose.name))


def events(connection: sqlite3.Connection, kind: str, first: str, last: str) -> list[Event]:
    """Events of a kind that touch a span, the newest first."""
    return queries.records(
        connection,
        "event",
        "kind = ? AND day <= ? AND coalesce(last_day, day) >= ? ORDER BY day DESC, rowid DESC",
        (kind, last, first),
    )


def last_visit(connection: sqlite3.Connection, before: str) -> Event | None:
    """The newest visit before a day."""
    visits: list[Event] = queries.records(
        connection, "event", "kind = 'visit' AND day < ? ORDER BY day DESC, rowid DESC LIMIT 1", (before,)
    )
    return visits[0] if visits else None


def marks(connection: sqlite3.Connection, first: str, last: str) -> list[Mark]:
    """Medicines begun, changed and ended, illness, visits and travel of a span, in the order of their days. A medicine
    that ends on the day on which it begins anew is changed."""
    rows = connection.execute(
        "SELECT started_on AS day, started_on, iif(EXISTS (SELECT 1 FROM medicine AS before"
        "   WHERE before.name = medicine.name AND before.stopped_on = medicine.started_on"
        "   AND before.rowid <> medicine.rowid), 'changed', 'begun'),"
        "  name, trim(coalesce(dose, '') || ' ' || coalesce(frequency, '')) FROM medicine"
        " UNION ALL SELECT stopped_on, stopped_on, 'ended', name, '' FROM medicine"
        "  WHERE stopped_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM medicine AS later"
        "   WHERE later.name = medicine.name AND later.started_on = medicine.stopped_on"
        "   AND later.rowid <> medicine.rowid)"
        " UNION ALL SELECT day, coalesce(last_day, day), kind, text, '' FROM event"
        "  WHERE kind IN ('illness', 'visit', 'travel') ORDER BY 1, 3, 4, 5"
    )
    return [Mark(*row) for row in rows if row[0] <= last and row[1] >= first]
