"""One page: the span's few most useful pictures and sentences, in 80 columns and 24 rows."""

import sqlite3
from dataclasses import dataclass, replace

from journal.charts.arranged import Beside, Under
from journal.charts.asked import Asked
from journal.charts.bars import Bar, Bars
from journal.charts.figure import Figure, Picture
from journal.charts.ink import Line
from journal.charts.views import body, common, habit, time, when
from journal.charts.words import span_words
from journal.phrases.context import Context

SITES = 4
MORE = "trends VIEW: time compare habit before when calendar body caffeine relief map"


@dataclass(frozen=True)
class Page:
    """A picture that takes what rows the one under it leaves."""

    above: Picture
    below: Picture

    def lines(self, columns: int, rows: int) -> list[Line]:
        below = self.below.lines(columns, rows)
        return [*self.above.lines(columns, rows - len(below)), *below]

    def svg(self, width: int) -> tuple[str, int]:
        return Under((self.above, self.below)).svg(width)


def figure(connection: sqlite3.Connection, context: Context, asked: Asked) -> Figure:
    """Over time, where and when; and what is seen of the first habit that has days enough."""
    over_time = time.figure(connection, context, replace(asked, view="time"))
    title = f"Trends · {span_words(asked.span)}"
    if over_time.missing:
        return replace(over_time, view=asked.view, title=title)
    where = body.figure(connection, context, replace(asked, view="body"))
    logged_when = when.figure(connection, context, replace(asked, view="when"))
    return replace(
        over_time,
        view=asked.view,
        title=title,
        pictures=tuple(_pictures(connection, context, asked, over_time.pictures)),
        tables=(
            *over_time.tables,
            *(table._replace(caption="Where") for table in where.tables),
            *(table._replace(caption="When you log (episodes)") for table in logged_when.tables),
        ),
        remarks=(*_habit(connection, context, asked), MORE),
    )


def _pictures(
    connection: sqlite3.Connection, context: Context, asked: Asked, over_time: tuple[Picture, ...]
) -> list[Picture]:
    found = body.sites(connection, context, asked)
    if not found:
        return list(over_time)
    grid = when.parts(connection, context, asked)
    top = tuple(Bar(site.label, float(site.total), _sides(site)) for site in found[:SITES])
    parts = replace(when.part_bars(grid), heading="when you log (episodes)", gap=False)
    return [Page(over_time[0], Beside(Bars("top sites (twitches)", top, gap=False), parts))]


def _sides(site: body.Site) -> str:
    left, right = site.by_side.get("left", 0), site.by_side.get("right", 0)
    return f"{site.total}" + (f" (l {left}, r {right})" if left or right else "")


def _habit(connection: sqlite3.Connection, context: Context, asked: Asked) -> tuple[str, ...]:
    for question in common.habits(connection):
        seen = habit.figure(connection, context, replace(asked, view="habit", habit=question.slug))
        if not seen.missing:
            return (seen.sentence,)
    return ()
