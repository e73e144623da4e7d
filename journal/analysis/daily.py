"""One row a day: a frame of every day of a span, NaN where nothing was logged."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from journal.store import spans
from journal.store.spans import Which

DAYS_FOR_A_LAG = 3


class Span(NamedTuple):
    """Days from the first to the last, both included; `today` is the day that is not over."""

    first: date
    last: date
    today: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def ends(self) -> tuple[str, str]:
        return self.first.isoformat(), self.last.isoformat()


def by_day(rows: Iterable[Sequence[Any]], columns: Sequence[str], span: Span) -> pd.DataFrame:
    """Rows (day, *columns) as floats in a frame of every day of the span; what is not in a row is NaN."""
    found = list(rows)
    values = np.full((span.days, len(columns)), np.nan)
    if found:
        offset = span.first.toordinal()
        places = [date.fromisoformat(row[0]).toordinal() - offset for row in found]
        values[places] = np.array([row[1:] for row in found], dtype=float)
    index = pd.date_range(span.first, span.last, freq="D", name="day")
    return pd.DataFrame(values, index, list(columns))


def daily(connection: sqlite3.Connection, columns: Sequence[str], span: Span) -> pd.DataFrame:
    """Columns of the view `daily`, and questions of the user's own, by their slugs."""
    built_in = [column for column in columns if column in spans.VIEW]
    frame = by_day(spans.daily(connection, built_in, *span.ends), built_in, span)
    for own in (column for column in columns if column not in spans.VIEW):
        frame[own] = by_day(spans.answers(connection, own, *span.ends), [own], span)[own]
    return frame[list(columns)]


def counts(connection: sqlite3.Connection, which: Which, span: Span) -> "pd.Series[float]":
    """Twitches of each day, or of such sites, sides and kinds: 0 where a day is known to have none, NaN where
    nothing is known."""
    known_by = "twitches" if which.are_twitches else "cramps"
    known = daily(connection, [known_by], span)[known_by]
    if which == Which():
        return known
    found = by_day(spans.counted(connection, which, *span.ends), ["count"], span)["count"]
    return found.fillna(0.0).where(known.notna())


def counted(values: "pd.Series[float]", span: Span) -> "pd.Series[float]":
    """The values without today and what lies ahead: what means are made of."""
    return values.where(values.index < pd.Timestamp(span.today))


def lagged(values: "pd.Series[float]", lag: int) -> "pd.Series[float]":
    """What the value was so many calendar days before each day."""
    return values.shift(lag, freq="D").reindex(values.index) if lag else values


def earlier(span: Span, lag: int) -> Span:
    """The span with so many days before it, so that its first days have a day before them."""
    return span._replace(first=date.fromordinal(max(date(1900, 1, 1).toordinal(), span.first.toordinal() - lag)))
