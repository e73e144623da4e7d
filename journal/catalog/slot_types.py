"""What the words beside a line's head can fill: a slot of a kind of record, and the ways in which its words are read.

A slot's `takes` says which words fill it; `display` is how its value is shown. How each is read is in
`phrases/read/words/slots.py`.
"""

from typing import NamedTuple


class KnownName(NamedTuple):
    """A known name: a site, or one of a few words."""

    role: str


class WholeNumber(NamedTuple):
    """A bare whole number; also N/10 where `over` is 10. `higher` is how else a higher one may have been meant, and
    `name` is a word that may stand before it."""

    low: int
    high: int
    over: int | None = None
    higher: str = ""
    name: str = ""


class Times(NamedTuple):
    """x12 or 12x."""

    low: int
    high: int


class DrinkCount(NamedTuple):
    """A bare whole number beside the head: so many of the usual size; `units` are what else it could need."""

    low: int
    high: int
    units: str


class Quantity(NamedTuple):
    """An amount in a unit of one dimension, kept in units of `size` base units and named `unit`.

    `only` are the units that may say it, where not all of the dimension may.
    """

    dimension: str
    unit: str
    size: float
    low: float
    high: float
    only: tuple[str, ...] = ()


class Flag(NamedTuple):
    """A word alone is yes; with `no` or `not` before it, no (`no` is the one that is said back)."""

    names: str
    no: str = "no"


class ReliefTried(NamedTuple):
    """+name helped, -name did not, `tried name` says no more."""


class QuotedText(NamedTuple):
    """Quoted text, verbatim."""


Takes = KnownName | WholeNumber | Times | DrinkCount | Quantity | Flag | ReliefTried | QuotedText


class Slot(NamedTuple):
    """One thing that can be said of a record: the record's field and the table's column."""

    field: str
    label: str
    takes: Takes
    display: str = "{}"
