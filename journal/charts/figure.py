"""Figure: what a view shows, before anything draws it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol, TypeVar

from journal.charts.styled_text import Line

Row = TypeVar("Row")


class Picture(Protocol):
    """Something that can be drawn as lines of text and as SVG."""

    def lines(self, columns: int, rows: int) -> list[Line]:
        """The picture in at most so many columns and, where it can be made smaller, rows."""
        ...

    def svg(self, width: int) -> tuple[str, int]:
        """SVG elements of the picture, and its height, for a width in pixels."""
        ...


class LazySequence(Sequence[Row]):
    """Rows that are made only when they are read: a picture needs none of them."""

    def __init__(self, items: Sequence[Any], make: Callable[[Any], Row]) -> None:
        self._items, self._make = items, make

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, position: Any) -> Any:
        if isinstance(position, slice):
            return [self._make(item) for item in self._items[position]]
        return self._make(self._items[position])


class Table(NamedTuple):
    """A table of the text twin; every cell is text as it is read."""

    caption: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Figure:
    """A view. `days_logged` are the days of the span on which the twitches are known, today included.

    `rows` are its numbers, None where nothing is known; `tables` are the same for a reader. `missing` says what
    is not there yet: then there is no picture.
    """

    view: str
    title: str
    first: date
    last: date
    days: int
    days_logged: int
    sentence: str
    rows: Sequence[dict[str, Any]] = ()
    columns: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    remarks: tuple[str, ...] = ()
    missing: bool = False

    def keys(self) -> Sequence[str]:
        """The names of the rows' values, also where there are no rows."""
        if self.columns:
            return self.columns
        return list(dict.fromkeys(key for row in self.rows for key in row))
