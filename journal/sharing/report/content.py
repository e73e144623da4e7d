"""What a report says, as plain data: the page and the message are both made of it, and neither reads the diary."""

from datetime import date
from typing import NamedTuple

from journal.analysis.site_weeks import ColumnStep
from journal.store.read.background import MarkKind

NOT_ASKED = "not asked"


class Line(NamedTuple):
    """A label and a text. `own` are the person's own words, which may be long; `key` is the name by which the message
    asks for a line, `alone` the label with which it stands there, away from its heading; `after` follows the text, in
    the program's words; `is_sign` marks a line of the signs, which the message tells in sentences of its own."""

    label: str
    text: str
    own: bool = False
    key: str = ""
    alone: str = ""
    after: str = ""
    is_sign: bool = False


class SignEntry(NamedTuple):
    """How a sign that a doctor asks for stands, by its short name: there or not, None where it was never asked; when it
    was asked last; of one that is there since when, better or worse."""

    name: str
    is_present: bool | None
    asked_on: date | None = None
    details: str = ""


class Listing(NamedTuple):
    """A label and things in their order, of which an overfull page holds the first `most`; `short` are their names
    alone, for a message."""

    label: str
    items: tuple[str, ...]
    most: int = 8
    key: str = ""
    nothing: str = "none logged"
    alone: str = ""
    short: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "; ".join(self.items) if self.items else self.nothing


class SiteRow(NamedTuple):
    """A place by its name, the days on which it twitched, in all and in each column."""

    name: str
    days: int
    by_column: tuple[int, ...]


class SiteTable(NamedTuple):
    """The top sites and sides over weeks; `columns` have the first day and the logged days of each, `counts` shade the
    body: part and side -> the days of the site there that twitched most often. `elsewhere` are sites without a row,
    `unnamed` those that no line names, for a message, which has no table."""

    step: ColumnStep
    columns: tuple[tuple[date, int], ...]
    rows: tuple[SiteRow, ...]
    elsewhere: Listing
    unnamed: Listing
    counts: dict[tuple[str, str], int]
    sentence: str
    rule: str


class PaperMark(NamedTuple):
    """A mark on the axis of time, with the column in which it lies, counted from 0, and the one in which it ends."""

    kind: MarkKind
    text: str
    first: int
    last: int


class TimeSeries(NamedTuple):
    """Means of the days counted in each column, None where none is, with how many were; marks on the same axis."""

    title: str
    step: ColumnStep
    starts: tuple[date, ...]
    values: tuple[float | None, ...]
    days: tuple[int, ...]
    marks: tuple[PaperMark, ...]
    key: Listing
    sentence: str


Block = Line | Listing | SiteTable | TimeSeries


class Section(NamedTuple):
    """Blocks under a heading; `part` is the name by which `--without` leaves it out."""

    part: str
    heading: str
    blocks: tuple[Block, ...]

    @property
    def lines(self) -> tuple[Line | Listing, ...]:
        """Those of its blocks that are lines, and that of the sites that no other line names."""
        blocks = (block.unnamed if isinstance(block, SiteTable) else block for block in self.blocks)
        return tuple(block for block in blocks if isinstance(block, Line | Listing))


class Month(NamedTuple):
    """A month as a small calendar: what each day of the span had, None where nothing is known; `first_weekday` is the
    column of the first of them."""

    name: str
    first_weekday: int
    days: tuple[float | None, ...]


class StatisticsPage(NamedTuple):
    """The second page, for whoever wants it."""

    months: tuple[Month, ...]
    weekdays: tuple[str, ...]
    months_note: str
    habits: tuple[TimeSeries, ...]
    sections: tuple[Section, ...]


class Report(NamedTuple):
    """All of a report. `name` is what the user typed as theirs, `who` what else is told of them; `left_out` are the
    parts that were left out; `appendices` are the notes and the episodes."""

    title: str
    name: str
    who: str
    period: str
    logged: str
    sections: tuple[Section, ...]
    statistics: StatisticsPage | None
    appendices: tuple[Section, ...]
    left_out: tuple[str, ...]
    made_on: date
    signs: tuple[SignEntry, ...] = ()
    """Of every sign, for the message; none where they were left out."""
    remarks: tuple[str, ...] = ()
    """For the user, before it leaves; they are not part of it."""

    @property
    def lines(self) -> tuple[Line | Listing, ...]:
        """Every line, in the order of the page."""
        return tuple(line for section in self.sections for line in section.lines)

    def line(self, key: str) -> Line | Listing | None:
        """The line that the message asks for; None where its part was left out."""
        return next((line for line in self.lines if line.key == key), None)
