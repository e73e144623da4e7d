"""Medicines: one row from the day it begins to the day it ends; a changed dose ends a row and begins another."""

import sqlite3

from journal.errors import Refused
from journal.phrases.context import Context
from journal.records import Medicine, StopMedicine
from journal.store.read import queries
from journal.store.write import transaction
from journal.store.write.receipt import Receipt, day_text, make_receipt


def _open(connection: sqlite3.Connection, name: str) -> Medicine | None:
    open_rows: list[Medicine] = queries.records(connection, "medicine", "stopped_on IS NULL ORDER BY started_on")
    return next((row for row in reversed(open_rows) if row.name.casefold() == name.casefold()), None)


def begin(connection: sqlite3.Connection, context: Context, medicine: Medicine) -> Receipt:
    """A medicine begins; another dose of one that is being taken ends the row before."""
    clock = context.clock
    remarks: list[str] = []
    current = _open(connection, medicine.name)
    if current:
        since = day_text(current.started_on, clock)
        if current.dose == medicine.dose:
            raise Refused(f"{current.name} is being taken already, since {since}; `stopped {current.name}` ends it")
        if medicine.started_on < current.started_on:
            raise Refused(f"{current.name} is being taken since {since}; another dose cannot begin before that")
        transaction.update(connection, "medicine", {"id": current.id}, {"stopped_on": medicine.started_on})
        remarks.append(f"{current.name} {current.dose or 'without a dose'}, since {since}, ends with it")
    return make_receipt(connection, context, transaction.add(connection, medicine), remarks)


def end(connection: sqlite3.Connection, context: Context, act: StopMedicine) -> Receipt:
    clock = context.clock
    current = _open(connection, act.name)
    if current is None:
        rows: list[Medicine] = queries.records(connection, "medicine", "stopped_on IS NULL ORDER BY started_on")
        names = ", ".join(row.name for row in rows)
        hint = f"; being taken: {names}" if names else "; nothing is being taken"
        raise Refused(f"{act.name} is not being taken{hint}; nothing was changed")
    if act.day < current.started_on:
        raise Refused(f"{current.name} began on {day_text(current.started_on, clock)} and cannot have ended before")
    transaction.update(connection, "medicine", {"id": current.id}, {"stopped_on": act.day})
    short = queries.short_id(connection, current.id)
    return Receipt(
        act.day,
        day_text(act.day, clock),
        f"stopped {current.name}",
        short,
        (f"taken since {day_text(current.started_on, clock)}",),
    )
