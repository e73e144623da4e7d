"""Lines that the user entered, read and stored in one step: all of them or none."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date

from journal import moments
from journal.errors import Refused
from journal.moments import UserClock, instant_text
from journal.phrases.read.parser import parse
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.read import queries
from journal.store.read.checkin import OpenQuestion, open_questions
from journal.store.write import transaction
from journal.store.write.day_rules import DayRules
from journal.store.write.receipt import Receipt

MOST_ERRORS = 20


def enter(where: DiaryPath, line: str | bytes, clock: UserClock | None = None) -> list[Receipt]:
    """One line, stored; `here` is now on this machine unless it is given."""
    return _enter(where, [("", line)], clock)


def enter_all(where: DiaryPath, lines: Iterable[str | bytes], clock: UserClock | None = None) -> list[Receipt]:
    """Several lines in one step. Blank ones are passed over; an error names the number of its line."""
    numbered = [(f"Line {number}: ", line) for number, line in enumerate(lines, 1) if line.strip()]
    if not numbered:
        raise Refused("there is no line to store")
    return _enter(where, numbered, clock)


class _Rehearsed(Exception):
    """Ends a rehearsal, so that nothing of it is stored."""


def rehearse(where: DiaryPath, lines: list[str], days: Iterable[date], clock: UserClock) -> list[OpenQuestion]:
    """What would still be open on these days if these lines were stored; refuses what could not be stored."""
    numbered: list[tuple[str, str | bytes]] = [("", line) for line in lines]
    file = DiaryFile.of(where)
    if connections.look(file) != "diary":
        with closing(connections.empty()) as connection:
            connection.execute("PRAGMA query_only = OFF")
            return _left_open(connection, numbered, days, clock)
    found: list[OpenQuestion] = []
    with suppress(_Rehearsed), transaction.step(file, "log", instant_text(clock.now)) as connection:
        found = _left_open(connection, numbered, days, clock)
        raise _Rehearsed
    return found


def _left_open(
    connection: sqlite3.Connection, lines: list[tuple[str, str | bytes]], days: Iterable[date], clock: UserClock
) -> list[OpenQuestion]:
    settle_all(connection, lines[:-1], clock)
    settle_all(connection, lines[-1:], clock)
    return [one for day in days for one in open_questions(connection, day)]


def _enter(where: DiaryPath, lines: list[tuple[str, str | bytes]], clock: UserClock | None) -> list[Receipt]:
    file = DiaryFile.of(where)
    if not file.seen and connections.look(file) != "diary":
        with closing(connections.empty()) as rehearsal:  # what is refused makes no file
            rehearsal.execute("PRAGMA query_only = OFF")
            with transaction.opened(rehearsal, "log", instant_text(moments.user_clock().now)):
                settle_all(rehearsal, lines, clock)
    with transaction.step(file, "log", instant_text((clock or moments.user_clock()).now)) as connection:
        return settle_all(connection, lines, clock)


def settle_all(
    connection: sqlite3.Connection, lines: list[tuple[str, str | bytes]], clock: UserClock | None
) -> list[Receipt]:
    settler = DayRules(connection, queries.context(connection, clock))
    told: list[Receipt] = []
    errors: list[str] = []
    for label, line in lines:
        try:
            told += [settler.settle(act) for act in parse(line, settler.context)]
        except Refused as refused:
            errors.append(f"{label}{refused}")
    if errors:
        more = f"\n... and {len(errors) - MOST_ERRORS} more" if len(errors) > MOST_ERRORS else ""
        nothing = "\nNothing was stored." if len(lines) > 1 else ""
        raise Refused("\n".join(errors[:MOST_ERRORS]) + more + nothing)
    return told
