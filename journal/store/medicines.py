"""Medicines: one row from the day it begins to the day it ends; a changed dose ends a row and begins another."""

import sqlite3

from journal.phrases.context import Context
from journal.records import Medicine, Stopped
from journal.refusal import Refused
from journal.store import reading, writing
from journal.store.told import Told, on, tell


def _open(connection: sqlite3.Connection, name: str) -> Medicine | None:
    found: list[Medicine] = reading.records(connection, "medicine", "stopped_on IS NULL ORDER BY started_on")
    return next((row for row in reversed(found) if row.name.casefold() == name.casefold()), None)


def begin(connection: sqlite3.Connection, context: Context, medicine: Medicine) -> Told:
    """A medicine begins; another dose of one that is being taken ends the row before."""
    here = context.here
    remarks: list[str] = []
    taken = _open(connection, medicine.name)
    if taken:
        since = on(taken.started_on, here)
        if taken.dose == medicine.dose:
            raise Refused(f"{taken.name} is being taken already, since {since}; `stopped {taken.name}` ends it")
        if medicine.started_on < taken.started_on:
            raise Refused(f"{taken.name} is being taken since {since}; another dose cannot begin before that")
        writing.update(connection, "medicine", {"id": taken.id}, {"stopped_on": medicine.started_on})
        remarks.append(f"{taken.name} {taken.dose or 'without a dose'}, since {since}, ends with it")
    return tell(connection, context, writing.add(connection, medicine), remarks)


def end(connection: sqlite3.Connection, context: Context, act: Stopped) -> Told:
    here = context.here
    taken = _open(connection, act.name)
    if taken is None:
        rows: list[Medicine] = reading.records(connection, "medicine", "stopped_on IS NULL ORDER BY started_on")
        names = ", ".join(row.name for row in rows)
        known = f"; being taken: {names}" if names else "; nothing is being taken"
        raise Refused(f"{act.name} is not being taken{known}; nothing was changed")
    if act.day < taken.started_on:
        raise Refused(f"{taken.name} began on {on(taken.started_on, here)} and cannot have ended before")
    writing.update(connection, "medicine", {"id": taken.id}, {"stopped_on": act.day})
    short = reading.short_id(connection, taken.id)
    return Told(
        act.day, on(act.day, here), f"stopped {taken.name}", short, (f"taken since {on(taken.started_on, here)}",)
    )
