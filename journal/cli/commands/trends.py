"""trends: charts as pictures, as text, as JSON and as CSV."""

import os
import shutil
import sqlite3
import sys
from dataclasses import replace
from datetime import date

import click

from journal import requests, settings
from journal.analysis.daily import DaySpan
from journal.analysis.halflife import HALF_LIFE_H, LONGEST_H, SHORTEST_H
from journal.charts import views
from journal.charts.render import draw_lines, svg, text_export
from journal.charts.request import LONGEST_LAG, MEASURES, STEPS, ChartRequest
from journal.cli.output import data, picture, say, say_json, width
from journal.errors import Refused
from journal.requests import DayRange
from journal.store.file import connections
from journal.store.read import aggregates, queries

USUAL_DAYS = 90
USUAL_ROWS = 24


@click.command(
    epilog="Views: " + "; ".join(f"{name}: {view.summary}" for name, view in views.NAMED.items()) + ". "
    f"Without a view: {views.VIEWS[views.PAGE].summary}."
)
@click.argument("view", required=False, metavar="[VIEW]")
@click.option("--habit", metavar="HABIT", help="Which habit: sleep, caffeine, stress, one of your own.")
@click.option("--lag", type=click.IntRange(0, LONGEST_LAG), help="The habit so many days before the twitches.")
@click.option("--site", metavar="SITE", help="Only this site and what belongs to it: calf, thigh.")
@click.option("--side", metavar="SIDE", help="Only left, right, both or midline, as they were logged.")
@click.option("--kind", metavar="KIND", help="Only this kind: ripple, cramp. Without it: twitch, ripple and pulse.")
@click.option("--from", "first", metavar="DAY", help="The first day: 2026-11-01, 1 Nov.")
@click.option("--to", "last", metavar="DAY", help="The last day; today without it.")
@click.option("--days", metavar="7|30|90|365|all", help=f"So many days; {USUAL_DAYS} without it.")
@click.option("--step", type=click.Choice(STEPS), help="What a step of the time axis is.")
@click.option("--measure", type=click.Choice(MEASURES), default="count", help="What `time` draws: count without it.")
@click.option(
    "--half-life",
    type=click.FloatRange(SHORTEST_H, LONGEST_H),
    default=HALF_LIFE_H,
    help=f"Of caffeine, in hours; {HALF_LIFE_H:g} without it.",
)
@click.option("--text", "as_text", is_flag=True, help="A sentence and tables, for a screen reader.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs.")
@click.option("--csv", "as_csv", is_flag=True, help="The rows as CSV.")
@click.option("--svg", "as_svg", is_flag=True, help="The picture as SVG.")
@click.pass_obj
def trends(
    db: str | None,
    view: str | None,
    habit: str | None,
    lag: int | None,
    site: str | None,
    side: str | None,
    kind: str | None,
    first: str | None,
    last: str | None,
    days: str | None,
    step: str | None,
    measure: str,
    half_life: float,
    as_text: bool,
    as_json: bool,
    as_csv: bool,
    as_svg: bool,
) -> None:
    """Charts: when, where and around what the twitches come.

    These are pictures of what you logged, not verdicts. A day that was not logged is a gap, never a zero.

    \b
    Examples:
      twitch-journal trends
      twitch-journal trends time --days 365
      twitch-journal trends habit --habit sleep
      twitch-journal trends body --from 2026-10-01 --to 2026-10-31
      twitch-journal trends time --site calf --text
    """
    if first and days:
        raise Refused("--from and --days both say where the span begins; say one of them")
    if as_text + as_json + as_csv + as_svg > 1:
        raise Refused("--text, --json, --csv and --svg are four ways to print; say one of them")
    name = _view(view)
    path, _ = settings.diary_path(db)
    with connections.reading(path) as connection:
        context = queries.context(connection)
        lexicon, today = context.lexicon, context.clock.today
        site_slug = requests.read_site(site, lexicon) if site else None
        asked_days = requests.read_from_to(first, last, context.clock)
        span = _span(connection, asked_days, days, today)
        request = ChartRequest(
            name,
            span,
            habit=requests.read_habit(habit, lexicon) if habit else None,
            lag=lag,
            site=site_slug,
            sites=requests.with_children([site_slug], lexicon),
            side=requests.read_side(side, lexicon) if side else None,
            kind=requests.read_kind(kind, lexicon) if kind else None,
            step=step,  # type: ignore[arg-type]
            measure=measure,
            half_life=half_life,
        )
        figure = views.figure(connection, context, request)
        figure = replace(figure, remarks=(*requests.ahead_words(asked_days, today), *figure.remarks))
    if name == views.PAGE and not figure.missing:
        figure = replace(figure, remarks=(*figure.remarks, f"trends VIEW: {' '.join(views.NAMED)}"))
    if as_json:
        say_json(text_export.as_object(figure), indent=1)
    elif as_csv:
        data(text_export.as_csv(figure))
    elif as_svg:
        data(svg.document(figure))
    elif as_text:
        for line in text_export.text(figure, width()):
            say(line)
    else:
        picture(draw_lines.lines(figure, width(), _rows() - 1))


def _rows() -> int:
    """The rows to fit: those of LINES or of the terminal, 24 elsewhere."""
    if not os.environ.get("LINES", "").isdecimal() and not sys.stdout.isatty():
        return USUAL_ROWS
    return max(10, shutil.get_terminal_size((80, USUAL_ROWS)).lines)


# ---- what was asked ---------------------------------------------------------------------------------------------


def _view(view: str | None) -> str:
    if view is None or view in views.NAMED:
        return view or views.PAGE
    raise Refused(f"“{view}” is no view; say one of {', '.join(views.NAMED)}")


def _span(connection: sqlite3.Connection, asked_days: DayRange, days: str | None, today: date) -> DaySpan:
    """The days asked for. `--days` counts back from the last day, at most to the first record, as `all` does."""
    length = requests.read_length(days) if days else USUAL_DAYS
    bounds = aggregates.bounds(connection)
    first_logged = date.fromisoformat(bounds[0]) if bounds else None
    return DaySpan(*requests.closed(asked_days, today, first_logged, length), today, settings.week_starts())
