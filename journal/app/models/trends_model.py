"""What the Trends room asks of the charts. It knows no screen; `drawn` belongs into a thread, since it loads pandas."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from journal.app.diary import Diary, bounds, habits_on
from journal.charts import views
from journal.errors import Refused
from journal.moments import FIRST_DAY
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.requests import DayRange, closed, read_episodes, with_children

if TYPE_CHECKING:
    from journal.analysis.steps import Step
    from journal.charts.figure import Figure
    from journal.charts.request import ChartRequest
    from journal.charts.styled_text import Line

Value = TypeVar("Value")
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


@dataclass(frozen=True)
class DrawnView:
    """A view drawn for a width: its lines, its text twin, and what it says of the choice."""

    figure: "Figure"
    lines: "list[Line]"
    text: list[str]
    first: date
    last: date
    back: int
    habit: str = ""


def draw_view(diary: Diary, choice: TrendsChoice, columns: int, rows: int) -> DrawnView:
    """The view that is chosen, in at most so many columns and, where it can be made smaller, rows."""
    from journal.charts.render import terminal, text_export

    with diary.reading() as connection:
        context = diary.context(connection)
        asked, back, habit = _asked(connection, context, choice)
        figure = views.figure(connection, context, asked)
    lines, text = terminal.lines(figure, columns, rows), text_export.text(figure, columns)
    return DrawnView(figure, lines, text, asked.span.first, asked.span.last, back, habit)


class BodySite(NamedTuple):
    """A site: how often it twitched in the span, on which sides, and when it was first logged."""

    slug: str
    label: str
    times: int = 0
    sides: str = ""
    first: str = ""


@dataclass(frozen=True)
class BodySites:
    """Every site, the most frequent first, and the figure of the body, for a width."""

    all: list[BodySite]
    words: str
    lines: "Callable[[str], list[Line]]"
    """The figure with a site marked."""
    at: Callable[[int, int], tuple[str, str] | None]
    """The site and the side at a cell of the figure; None beside the body."""


def body_sites(diary: Diary, days: int, columns: int, rows: int) -> BodySites:
    """Where the twitches of so many days were; 0 is all days."""
    from journal.charts.render.body_figure import BodyFigure
    from journal.charts.render.body_shape import regions_of
    from journal.charts.views import body

    with diary.reading() as connection:
        context = diary.context(connection)
        asked, _, _ = _asked(connection, context, TrendsChoice("body", days))
        found = body.sites(connection, context, asked)
    counts, _ = body.parts_of(found, context)
    known = [
        BodySite(
            site.slug,
            site.label,
            site.total,
            ", ".join(f"{side or 'side not said'} {times}" for side, times in sorted(site.by_side.items(), key=str)),
            site.first,
        )
        for site in found
    ]
    logged = {place.slug for place in known}
    senses = [sense for senses in context.lexicon.senses.values() for sense in senses if sense.role == "site"]
    rest = [slug for slug in dict.fromkeys(sense.slug for sense in senses) if slug not in logged]
    known += sorted(
        (BodySite(slug, context.lexicon.label("site", slug)) for slug in rest), key=lambda place: place.label
    )
    total = sum(place.times for place in known)
    said = f"{counted(total, 'twitch', 'twitches', spec=',')} at {counted(len(logged), 'site')}"
    figure = BodyFigure(tuple(counts.items()))

    def lines(slug: str) -> "list[Line]":
        return replace(figure, marked=tuple(regions_of(slug, context.lexicon.parents))).lines(columns, rows)

    sites: dict[str, str] = {}
    for place in sorted(known, key=lambda place: (not place.times, place.slug not in regions_of(place.slug, {}))):
        for region in regions_of(place.slug, context.lexicon.parents):
            sites.setdefault(region, place.slug)

    def at(x: int, y: int) -> tuple[str, str] | None:
        part = figure.part_at(columns, rows, x, y)
        return (sites[part[0]], part[1]) if part and part[0] in sites else None

    return BodySites(known, said, lines, at)


def file_text(figure: "Figure", name: str) -> str:
    """What stands in a file of this name: the rows as CSV, or the picture as SVG."""
    from journal.charts.render import svg, text_export

    if name.lower().endswith(".csv"):
        return text_export.as_csv(figure)
    if name.lower().endswith(".svg"):
        return svg.document(figure)
    raise Refused(f"“{name}” ends neither in .csv, for the numbers, nor in .svg, for the picture")


def _asked(connection: sqlite3.Connection, context: Context, choice: TrendsChoice) -> "tuple[ChartRequest, int, str]":
    from journal.analysis.daily import DaySpan
    from journal.charts.request import ChartRequest

    only = read_episodes(choice.only, context)
    first, last, back = _days(connection, context, choice, only.days)
    habits = habits_on(connection)
    may_choose = views.VIEWS[choice.view].choices
    habit = habits[choice.habit % len(habits)] if habits and "habit" in may_choose else None
    asked = ChartRequest(
        choice.view,
        DaySpan(first, last, context.clock.today),
        habit=habit.slug if habit else None,
        lag=choice.lag if "habit" in may_choose else None,
        site=only.site,
        sites=with_children([only.site], context.lexicon),
        side=only.side,
        kind=only.kind,
        step=choice.step,
        measure=choice.measure if "measure" in may_choose else "count",
    )
    return asked, back, habit.label if habit else ""


def _days(
    connection: sqlite3.Connection, context: Context, choice: TrendsChoice, days: DayRange
) -> tuple[date, date, int]:
    """The first and the last day, and how far they could be moved: not past today, nor before days are counted."""
    today = context.clock.today
    logged = bounds(connection)
    first_logged = date.fromisoformat(logged[0]) if logged else None
    first, last = closed(days, today, first_logged, None if days.last else choice.days)
    length = (last - first).days + 1
    later, earlier = max(0, (today - last).days // length), max(0, (first - FIRST_DAY).days // length)
    is_all = not (choice.days or any(days))
    back = 0 if is_all else max(-later, min(choice.back, earlier))
    moved = timedelta(days=length * back)
    return first - moved, last - moved, back


def following(values: Sequence[Value], value: Value, by: int = 1) -> Value:
    """The next value in a round."""
    return values[(list(values).index(value) + by) % len(values)]
