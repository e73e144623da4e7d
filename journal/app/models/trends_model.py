"""What the Trends room asks of the charts. It knows no screen; `draw_view` belongs in a thread: it loads pandas."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from journal.app.diary import Diary, bounds, habits_on
from journal.charts import views
from journal.errors import Refused
from journal.moments import FIRST_DAY
from journal.phrases.context import Context
from journal.requests import DayRange, ahead_words, closed, read_episodes, with_children

if TYPE_CHECKING:
    from journal.analysis.steps import Step
    from journal.charts.figure import Figure
    from journal.charts.render.draw_lines import Page
    from journal.charts.request import ChartRequest

Value = TypeVar("Value")
FOLDED, SCROLLED, AT_END = "(t: all of it)", "(↓ more)", "(↑ back)"
"""Stand where a small screen leaves no room for all that is said of a picture, or for all of the picture."""
SPANS = (7, 30, 90, 365, 0)
"""Days of a span; 0 is all."""


@dataclass(frozen=True)
class TrendsChoice:
    """What is looked at. `only` is a line such as `left calf 2026-10`; `back` is by how many of its own lengths
    the span is moved to earlier days."""

    view: str = views.PAGE
    days: int = 90
    back: int = 0
    habit: int = 0
    lag: int = 0
    step: "Step | None" = None
    measure: str = "count"
    only: str = ""
    week_starts: int = 0


@dataclass(frozen=True)
class DrawnView:
    """A view drawn for a width: its lines, its text twin, and what it says of the choice."""

    figure: "Figure"
    page: "Page"
    text: list[str]
    first: date
    last: date
    back: int
    habit: str = ""


def draw_view(diary: Diary, choice: TrendsChoice, columns: int, rows: int) -> DrawnView:
    """The view that is chosen, in at most so many columns and, where it can be made smaller, rows."""
    from journal.charts.render import draw_lines, text_export

    with diary.reading() as connection:
        context = diary.context(connection)
        request, back, habit = chart_request(connection, context, choice)
        figure = views.figure(connection, context, request)
        ahead = ahead_words(read_episodes(choice.only, context).days, context.clock.today)
        figure = replace(figure, remarks=(*ahead, *figure.remarks))
    page, text = draw_lines.page(figure, columns, rows, FOLDED, SCROLLED), text_export.text(figure, columns)
    return DrawnView(figure, page, text, request.span.first, request.span.last, back, habit)


def file_text(figure: "Figure", name: str) -> str:
    """What stands in a file of this name: the rows as CSV, or the picture as SVG."""
    from journal.charts.render import svg, text_export

    if name.lower().endswith(".csv"):
        return text_export.as_csv(figure)
    if name.lower().endswith(".svg"):
        return svg.document(figure)
    raise Refused(f"“{name}” ends neither in .csv, for the numbers, nor in .svg, for the picture")


def chart_request(
    connection: sqlite3.Connection, context: Context, choice: TrendsChoice
) -> "tuple[ChartRequest, int, str]":
    """What a choice asks of the charts, how far its span could be moved, and the label of its habit."""
    from journal.analysis.daily import DaySpan
    from journal.charts.request import ChartRequest

    only = read_episodes(choice.only, context)
    first, last, back = _days(connection, context, choice, only.days)
    habits = habits_on(connection)
    may_choose = views.VIEWS[choice.view].choices
    habit = habits[choice.habit % len(habits)] if habits and "habit" in may_choose else None
    request = ChartRequest(
        choice.view,
        DaySpan(first, last, context.clock.today, choice.week_starts),
        habit=habit.slug if habit else None,
        lag=choice.lag if "habit" in may_choose else None,
        site=only.site,
        sites=with_children([only.site], context.lexicon),
        side=only.side,
        kind=only.kind,
        step=choice.step,
        measure=choice.measure if "measure" in may_choose else "count",
    )
    return request, back, habit.label if habit else ""


def _days(
    connection: sqlite3.Connection, context: Context, choice: TrendsChoice, days: DayRange
) -> tuple[date, date, int]:
    """The first and the last day, and how far they could be moved: not past today, nor before days are counted."""
    today = context.clock.today
    logged = bounds(connection)
    first_logged = date.fromisoformat(logged[0]) if logged else None
    first, last = closed(days, today, None if choice.days else first_logged, None if days.last else choice.days)
    length = (last - first).days + 1
    later, earlier = max(0, (today - last).days // length), max(0, (first - FIRST_DAY).days // length)
    is_all = not (choice.days or any(days))
    back = 0 if is_all else max(-later, min(choice.back, earlier))
    moved = timedelta(days=length * back)
    first, last = first - moved, last - moved
    begins = max(first, first_logged) if first_logged and not days.first else first
    return min(begins, last), last, back


def following(values: Sequence[Value], value: Value, by: int = 1) -> Value:
    """The next value in a round."""
    return values[(list(values).index(value) + by) % len(values)]
