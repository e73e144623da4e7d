"""One row a day: a frame of every day of a span, NaN where nothing was logged."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

from journal.store.read import aggregates, daily_columns
from journal.store.read.aggregates import EpisodeFilter


class DaySpan(NamedTuple):
    """Days from the first to the last, both included; `today` is the day that is not over. Weeks begin on the weekday
    `week_starts`, counted from Monday."""

    first: date
    last: date
    today: date
    week_starts: int = 0

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def ends(self) -> tuple[str, str]:
        return self.first.isoformat(), self.last.isoformat()


def by_day(rows: Iterable[Sequence[Any]], columns: Sequence[str], span: DaySpan) -> pd.DataFrame:
    """Rows (day, *columns) as floats in a frame of every day of the span; what is not in a row is NaN."""
    values = np.full((span.days, len(columns)), np.nan)
    days, *cells = [*zip(*rows, strict=True)] or [()]
    if days:
        places = np.array(days, dtype="datetime64[D]") - np.datetime64(span.first)
        values[places.astype(np.int64)] = np.array(cells, dtype=float).T
    return pd.DataFrame(values, days_of(span), list(columns))


def days_of(span: DaySpan) -> pd.DatetimeIndex:
    return pd.date_range(span.first, span.last, freq="D", name="day")


def daily(connection: sqlite3.Connection, columns: Sequence[str], span: DaySpan) -> pd.DataFrame:
    """Columns of the view `daily`, and questions of the user's own, by their slugs.

    What a transaction has read is kept for as long as its connection lives: a page reads the twitches four times.
    """
    read = _read_before(connection)
    missing = [column for column in columns if column not in read or not _holds(read[column], span)]
    if missing:
        amounts = daily_columns.amounts(connection, missing, *span.ends)
        read.update({column: pd.Series(np.frombuffer(amounts[column]), days_of(span)) for column in missing})
    days = slice(pd.Timestamp(span.first), pd.Timestamp(span.last))
    return pd.DataFrame({column: read[column].loc[days] for column in columns}, days_of(span), list(columns))


_read: "WeakKeyDictionary[sqlite3.Connection, tuple[int, dict[str, pd.Series[float]]]]" = WeakKeyDictionary()
"""Of each connection that is open: how much it had written by then, and the columns read."""


def _read_before(connection: sqlite3.Connection) -> "dict[str, pd.Series[float]]":
    """The columns read in this transaction; nothing where it has written since, or where there is none."""
    if not connection.in_transaction:
        return {}
    written, read = _read.get(connection, (-1, {}))
    if written != connection.total_changes:
        read = {}
        _read[connection] = (connection.total_changes, read)
    return read


def _holds(column: "pd.Series[float]", span: DaySpan) -> bool:
    return bool(column.index[0] <= pd.Timestamp(span.first) and pd.Timestamp(span.last) <= column.index[-1])


def counts(connection: sqlite3.Connection, episode_filter: EpisodeFilter, span: DaySpan) -> "pd.Series[float]":
    """Twitches of each day, or of such sites, sides and kinds: 0 where a day is known to have none, NaN where
    nothing is known."""
    known_by = "twitches" if episode_filter.are_twitches else "cramps"
    day_values = daily(connection, [known_by], span)[known_by]
    if episode_filter == EpisodeFilter():
        return day_values
    episodes = by_day(aggregates.times_by_day(connection, episode_filter, *span.ends), ["count"], span)["count"]
    filled = episodes.fillna(0.0).where(day_values.notna())
    lasting = {day for day, *_ in aggregates.lasting_days(connection, episode_filter, *span.ends)}
    uncounted = [pd.Timestamp(day) for day in lasting if pd.isna(episodes[pd.Timestamp(day)])]
    filled[uncounted] = np.nan  # it went on that day, and how often is not known
    return filled


def counted(values: "pd.Series[float]", span: DaySpan) -> "pd.Series[float]":
    """The values without today and what lies ahead: what means are made of."""
    return values.where(values.index < pd.Timestamp(span.today))


def lagged(values: "pd.Series[float]", lag: int, on: "pd.Series[Any] | None" = None) -> "pd.Series[float]":
    """What the value was so many calendar days before each day of `on`; of the values themselves without it.

    Both are of every day of a span, as all that is read here.
    """
    days = (values if on is None else on).index
    before_values = np.full(len(days), np.nan)
    if len(days) and len(values):
        before = (days[0] - values.index[0]).days - lag
        overlap = values.to_numpy(dtype=float)[max(0, before) : max(0, before + len(days))]
        before_values[max(0, -before) : max(0, -before) + len(overlap)] = overlap
    return pd.Series(before_values, days)


def earlier(span: DaySpan, lag: int) -> DaySpan:
    """The span with so many days before it, so that its first days have a day before them."""
    return span._replace(first=date.fromordinal(max(date(1900, 1, 1).toordinal(), span.first.toordinal() - lag)))
