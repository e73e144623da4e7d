"""Medicines: one row from the day it begins to the day it ends; a changed dose ends a row and begins another."""

import sqlite3

from journal.errors import Refused
from journal.phrases.context import Context
from journal.phrases.write.format_number import printed_dose
from journal.records import ChangeMedicine, Medicine, StopMedicine, replace
from journal.store.read import queries
from journal.store.write import transaction
from journal.store.write.receipt import Receipt, day_text, make_receipt


def _open_rows(connection: sqlite3.Connection) -> list[Medicine]:
    return queries.records(connection, "medicine", "stopped_on IS NULL ORDER BY started_on")


def _open(connection: sqlite3.Connection, name: str) -> Medicine | None:
    return next((row for row in reversed(_open_rows(connection)) if row.name.casefold() == name.casefold()), None)


def _named(connection: sqlite3.Connection, name: str) -> Medicine:
    """The medicine being taken that is meant: of this name, or the only one with these words in its name."""
    exact = _open(connection, name)
    if exact:
        return exact
    rows = _open_rows(connection)
    name_words = set(name.casefold().split())
    alike = [row for row in rows if name_words <= set(row.name.casefold().split())]
    if len(alike) == 1:
        return alike[0]
    nearest = _nearest(name, [row.name for row in alike or rows])
    if nearest:
        hint = f"; did you mean {nearest}?"
    else:
        hint = f"; being taken: {', '.join(row.name for row in rows)}" if rows else "; nothing is being taken"
        hint += "; if it began before this diary, say that first, with its day as in `started magnesium 2025-03-01`"
    raise Refused(f"{name} is not being taken{hint}; nothing was changed")


def _nearest(name: str, names: list[str]) -> str:
    """The name of which this one may be a slip."""
    from difflib import get_close_matches

    folded = {other.casefold(): other for other in names}
    return next((folded[match] for match in get_close_matches(name.casefold()[:60], folded, n=1, cutoff=0.8)), "")


def _as_taken(medicine: Medicine) -> str:
    return " ".join(text for text in (printed_dose(medicine.dose), medicine.frequency) if text) or "without a dose"


def begin(connection: sqlite3.Connection, context: Context, medicine: Medicine) -> Receipt:
    """A medicine begins; another dose of one that is being taken ends the row before."""
    clock = context.clock
    remarks: list[str] = []
    current = _open(connection, medicine.name)
    if current:
        since = day_text(current.started_on, clock)
        if (current.dose, current.frequency) == (medicine.dose, medicine.frequency):
            raise Refused(f"{current.name} is being taken already, since {since}; `stopped {current.name}` ends it")
        if medicine.started_on < current.started_on:
            raise Refused(f"{current.name} is being taken since {since}; another dose cannot begin before that")
        transaction.update(connection, "medicine", {"id": current.id}, {"stopped_on": medicine.started_on})
        remarks.append(f"{current.name} {_as_taken(current)}, since {since}, ends with it")
    return make_receipt(connection, context, transaction.add(connection, medicine), remarks)


def change(connection: sqlite3.Connection, context: Context, act: ChangeMedicine) -> Receipt:
    """Another dose, or frequency, of a medicine that is being taken; what is not said stays."""
    current = _named(connection, act.name)
    if act.before and act.before != current.dose:
        raise Refused(
            f"{current.name} is taken as {_as_taken(current)}, not {printed_dose(act.before)}; nothing was changed"
        )
    if act.dose and current.dose and act.verb != "changed" and _is_contrary(act.verb, current.dose, act.dose):
        doses = printed_dose(act.dose), printed_dose(current.dose)
        raise Refused(f"{doses[0]} of {current.name} is not {act.verb} from {doses[1]}; nothing was changed")
    following = replace(
        current,
        id="",
        source="typed",
        source_key=None,
        dose=act.dose or current.dose,
        frequency=act.frequency or current.frequency,
        started_on=act.day,
        note=None,
    )
    return begin(connection, context, following)


def _is_contrary(verb: str, before: str, after: str) -> bool:
    """Whether a dose in the same unit went the other way than the verb says, or nowhere."""
    (old, _, old_unit), (new, _, new_unit) = before.partition(" "), after.partition(" ")
    if old_unit != new_unit:
        return False
    try:
        more = float(new.replace(",", ".")) - float(old.replace(",", "."))
    except ValueError:
        return False  # a dose in words of another app
    return more <= 0 if verb == "increased" else more >= 0


def end(connection: sqlite3.Connection, context: Context, act: StopMedicine) -> Receipt:
    """A medicine that is being taken ends."""
    clock = context.clock
    current = _named(connection, act.name)
    if act.dose and act.dose != current.dose:
        raise Refused(
            f"{current.name} is taken as {_as_taken(current)}, not {printed_dose(act.dose)}; nothing was changed"
        )
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
