"""One page: the span's few most useful pictures and sentences, in 80 columns and 24 rows."""

import sqlite3
from collections import Counter
from dataclasses import dataclass, replace

from journal.analysis import daily
from journal.charts.figure import Figure, Picture
from journal.charts.number_words import span_words
from journal.charts.render.bars import BarRow, Bars
from journal.charts.render.draw_lines import LEAST_ROWS
from journal.charts.render.layout import Beside, Under
from journal.charts.request import ChartRequest
from journal.charts.styled_text import Line
from journal.charts.views import body, common, habit, time, when
from journal.moments import PARTS
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.store.read.question_states import habits_on

SITES = 4


@dataclass(frozen=True)
class OverviewPicture:
    """A picture that takes what rows the one under it leaves."""

    above: Picture
    below: Picture

    @property
    def least_rows(self) -> int:
        return 1 + SITES + getattr(self.above, "least_rows", LEAST_ROWS)

    def lines(self, columns: int, rows: int) -> list[Line]:
        below = self.below.lines(columns, rows)
        return [*self.above.lines(columns, rows - len(below)), *below]

    def svg(self, width: int) -> tuple[str, int]:
        return Under((self.above, self.below)).svg(width)


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Over time, where and when; and what is seen of the first habit that has days enough."""
    # Read for its cache: the views below ask for these columns one after the other.
    daily.daily(connection, ["twitches", *(question.slug for question in habits_on(connection)[:1])], request.span)
    over_time = time.figure(connection, context, replace(request, view="time"))
    title = f"Trends · {span_words(request.span)}"
    if over_time.missing:
        return replace(over_time, view=request.view, title=title)
    where = body.figure(connection, context, replace(request, view="body"))
    logged_when = when.figure(connection, context, replace(request, view="when"))
    return replace(
        over_time,
        view=request.view,
        title=title,
        pictures=_pictures(over_time.pictures, where, logged_when, common.kind_words(request)),
        tables=(
            *over_time.tables,
            *(table._replace(caption="Where") for table in where.tables),
            *(table._replace(caption="When you log (episodes)") for table in logged_when.tables),
        ),
        remarks=_habit(connection, context, request),
    )


def _pictures(over_time: tuple[Picture, ...], where: Figure, logged_when: Figure, subject: str) -> tuple[Picture, ...]:
    if where.missing or logged_when.missing:
        return over_time
    (sites,) = where.tables
    top = tuple(
        BarRow(table_row[0], float(row["count"]), _count_words(row["count"], row["days"]))
        for table_row, row in zip(sites.rows[:SITES], where.rows[:SITES], strict=True)
    )
    parts, unknown = Counter(dict.fromkeys(PARTS, 0)), 0
    for row in logged_when.rows:
        if row["part"]:
            parts[row["part"]] += row["episodes"]
        else:
            unknown += row["episodes"]
    part_bars = tuple(BarRow(part, float(number), str(number)) for part, number in parts.items())
    when_heading = "when you log (episodes)" + (f", {unknown} {when.UNKNOWN}" if unknown else "")
    below = Beside(Bars(f"top sites ({subject})", top, gap=False), Bars(when_heading, part_bars, gap=False))
    return (OverviewPicture(over_time[0], below),)


def _count_words(count: int, days: int) -> str:
    """With the days where they are more, as of what went on for a week: its place in the order is theirs."""
    return str(count) if count >= days else f"{count} on {counted(days, 'day')}"


def _habit(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> tuple[str, ...]:
    for question in habits_on(connection):
        of_habit = habit.figure(connection, context, replace(request, view="habit", habit=question.slug))
        if not of_habit.missing:
            return (of_habit.sentence,)
    return ()
