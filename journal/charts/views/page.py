"""One page: the span's few most useful pictures and sentences, in 80 columns and 24 rows."""

import sqlite3
from dataclasses import replace

from journal.charts.arranged import Beside
from journal.charts.asked import Asked
from journal.charts.bars import Bar, Bars
from journal.charts.figure import Figure
from journal.charts.views import body, common, habit, time, when
from journal.charts.words import span_words
from journal.phrases.context import Context

SITES = 4
MORE = "More: trends time, compare, habit, before, when, calendar, body, caffeine, relief, map."


def figure(connection: sqlite3.Connection, context: Context, asked: Asked) -> Figure:
    """Over time, where and when; and what is seen of the first habit that has days enough."""
    over_time = time.figure(connection, context, replace(asked, view="time"))
    if over_time.missing:
        return replace(over_time, view=asked.view, title=f"Trends · {span_words(asked.span)}")
    found = body.sites(connection, context, asked)
    grid = when.parts(connection, context, asked)
    top = Bars(
        "top sites", tuple(Bar(site.label, float(site.count), _sides(site)) for site in found[:SITES]), gap=False
    )
    parts = replace(when.part_bars(grid), heading="when you log (episodes)", gap=False)
    where = body.figure(connection, context, replace(asked, view="body"))
    logged_when = when.figure(connection, context, replace(asked, view="when"))
    pictures = (*over_time.pictures, Beside(top, parts)) if found else over_time.pictures
    return replace(
        over_time,
        view=asked.view,
        title=f"Trends · {span_words(asked.span)}",
        pictures=pictures,
        tables=(
            *over_time.tables,
            *(replace_caption(table, "Where") for table in where.tables),
            *(replace_caption(table, "When you log (episodes)") for table in logged_when.tables),
        ),
        remarks=(*over_time.remarks, *_habit(connection, context, asked), MORE),
    )


def replace_caption(table: "common.Any", caption: str) -> "common.Any":
    return table._replace(caption=caption)


def _sides(site: body.Site) -> str:
    left, right = site.by_side.get("left", 0), site.by_side.get("right", 0)
    return f"{site.count}" + (f" (l {left}, r {right})" if left or right else "")


def _habit(connection: sqlite3.Connection, context: Context, asked: Asked) -> tuple[str, ...]:
    for question in common.habits(connection):
        seen = habit.figure(connection, context, replace(asked, view="habit", habit=question.slug))
        if not seen.missing:
            return (seen.sentence,)
    return ()
