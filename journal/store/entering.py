"""Lines that the user entered, read and stored in one step: all of them or none."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date

from journal import moments
from journal.moments import Here, instant_text
from journal.phrases.reading import read
from journal.refusal import Refused
from journal.store import opening, reading, writing
from journal.store.file import File, Where
from journal.store.openquestions import Open, open_questions
from journal.store.settling import Settler
from journal.store.told import Told

MOST_ERRORS = 20


def enter(where: Where, line: str | bytes, here: Here | None = None) -> list[Told]:
    """One line, stored; `here` is now on this machine unless it is given."""
    return _enter(where, [("", line)], here)


def enter_all(where: Where, lines: Iterable[str | bytes], here: Here | None = None) -> list[Told]:
    """Several lines in one step. Blank ones are passed over; an error names the number of its line."""
    numbered = [(f"Line {number}: ", line) for number, line in enumerate(lines, 1) if line.strip()]
    if not numbered:
        raise Refused("there is no line to store")
    return _enter(where, numbered, here)


class _Rehearsed(Exception):
    """Ends a rehearsal, so that nothing of it is stored."""


def rehearse(where: Where, lines: list[str], days: Iterable[date], here: Here) -> list[Open]:
    """What would still be open on these days if these lines were stored; refuses what could not be stored."""
    numbered: list[tuple[str, str | bytes]] = [("", line) for line in lines]
    file = File.of(where)
    if opening.look(file) != "diary":
        with closing(opening.empty()) as connection:
            connection.execute("PRAGMA query_only = OFF")
            return _left_open(connection, numbered, days, here)
    found: list[Open] = []
    with suppress(_Rehearsed), writing.step(file, "log", instant_text(here.now)) as connection:
        found = _left_open(connection, numbered, days, here)
        raise _Rehearsed
    return found


def _left_open(
    connection: sqlite3.Connection, lines: list[tuple[str, str | bytes]], days: Iterable[date], here: Here
) -> list[Open]:
    settle_all(connection, lines[:-1], here)
    settle_all(connection, lines[-1:], here)
    return [one for day in days for one in open_questions(connection, day)]


def _enter(where: Where, lines: list[tuple[str, str | bytes]], here: Here | None) -> list[Told]:
    file = File.of(where)
    if not file.seen and opening.look(file) != "diary":
        with closing(opening.empty()) as rehearsal:  # what is refused makes no file
            rehearsal.execute("PRAGMA query_only = OFF")
            with writing.opened(rehearsal, "log", instant_text(moments.here().now)):
                settle_all(rehearsal, lines, here)
    with writing.step(file, "log", instant_text((here or moments.here()).now)) as connection:
        return settle_all(connection, lines, here)


def settle_all(connection: sqlite3.Connection, lines: list[tuple[str, str | bytes]], here: Here | None) -> list[Told]:
    settler = Settler(connection, reading.context(connection, here))
    told: list[Told] = []
    errors: list[str] = []
    for label, line in lines:
        try:
            told += [settler.settle(act) for act in read(line, settler.context)]
        except Refused as refused:
            errors.append(f"{label}{refused}")
    if errors:
        more = f"\n... and {len(errors) - MOST_ERRORS} more" if len(errors) > MOST_ERRORS else ""
        nothing = "\nNothing was stored." if len(lines) > 1 else ""
        raise Refused("\n".join(errors[:MOST_ERRORS]) + more + nothing)
    return told
