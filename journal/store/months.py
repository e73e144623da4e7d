"""Which months of a span are kept added up, and which of its days are still to be counted."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

WORTHWHILE = 3
"""With fewer kept months in it a span is counted: that takes less than putting it together."""


class Piece(NamedTuple):
    """Days of a span, both ends included; if `kept`, whole months of which the sums are kept."""

    first: str
    last: str
    kept: bool

    @property
    def months(self) -> tuple[str, str]:
        return self.first[:7], self.last[:7]


def pieces(connection: sqlite3.Connection, first: str, last: str) -> list[Piece]:
    """A span of days as pieces that follow each other: what is kept as it is, and what lies between counted."""
    found: list[Piece] = []
    begin = first
    for month, until in runs(_kept(connection, first, last)):
        if begin < f"{month}-01":
            found.append(Piece(begin, f"{before(month)}-31", False))
        found.append(Piece(f"{month}-01", f"{until}-31", True))
        begin = f"{following(until)}-01"
    if begin <= last:
        found.append(Piece(begin, last, False))
    return found


def _kept(connection: sqlite3.Connection, first: str, last: str) -> list[str]:
    """The kept months that lie in a span with all their days."""
    return []


def runs(months: Sequence[str]) -> list[tuple[str, str]]:
    """The first and the last of months, in their order, that follow each other."""
    if months and _number(months[-1]) - _number(months[0]) == len(months) - 1:
        return [(months[0], months[-1])]
    found: list[tuple[str, str]] = []
    awaited = 0
    for month in months:
        number = _number(month)
        found.append((found.pop()[0], month) if number == awaited else (month, month))
        awaited = number + 1
    return found


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:])


def following(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12:04}-{number % 12 + 1:02}"


def before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year - (number == 1):04}-{number - 1 or 12:02}"
