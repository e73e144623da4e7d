"""trends: charts as pictures, as text, as JSON and as CSV."""

import os
import shutil
import sqlite3
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import click

from journal import settings
from journal.analysis.daily import DaySpan
from journal.analysis.halflife import HALF_LIFE_H, LONGEST_H, SHORTEST_H
from journal.catalog.kinds import EPISODE_KINDS, SIDES
from journal.charts import views
from journal.charts.figure import Figure
from journal.charts.render import svg, terminal, text_export
from journal.charts.request import LONGEST_LAG, MEASURES, STEPS, ChartRequest
from journal.charts.styled_text import coloured as with_colours
from journal.charts.styled_text import text_of
from journal.cli.output import coloured, say, width
from journal.errors import Refused
from journal.phrases.context import Context
from journal.phrases.read.lexer import clean, tokenize
from journal.phrases.read.times import whole_day
from journal.store.file import connections
from journal.store.read import aggregates, queries

USUAL_DAYS = 90
USUAL_ROWS = 24
LONGEST_DAYS = 366 * 130


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
    if as_text + as_json + as_csv + as_svg > 1:
        raise Refused("--text, --json, --csv and --svg are four ways to print; say one of them")
    name = _view(view)
    path, _ = settings.diary_path(db)
    with connections.reading(path) as connection:
        context = queries.context(connection)
        chosen = site_named(context, site)
        asked = ChartRequest(
            name,
            _span(connection, context, first, last, days),
            habit=_habit(context, habit),
            lag=lag,
            site=chosen,
            sites=aggregates.with_children([chosen], context.lexicon.parents) if chosen else (),
            side=_named(context, "side", side, SIDES),
            kind=_named(context, "kind", kind, EPISODE_KINDS),
            step=step,  # type: ignore[arg-type]
            measure=measure,
            half_life=half_life,
        )
        figure = views.figure(connection, context, asked)
    if name == views.PAGE and not figure.missing:
        figure = replace(figure, remarks=(*figure.remarks, f"trends VIEW: {' '.join(views.NAMED)}"))
    if as_json:
        sys.stdout.write(text_export.as_json(figure) + "\n")
    elif as_csv:
        sys.stdout.write(text_export.as_csv(figure))
    elif as_svg:
        sys.stdout.write(svg.document(figure))
    elif as_text:
        for line in text_export.text(figure, width()):
            say(line)
    else:
        _print_picture(figure, path)


def _print_picture(figure: Figure, path: Path) -> None:
    with_ink = coloured()
    for line in terminal.lines(figure, width(), _rows() - 1):
        sys.stdout.write((with_colours(line) if with_ink else text_of(line).rstrip(" ")) + "\n")


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


def _span(
    connection: sqlite3.Connection, context: Context, first: str | None, last: str | None, days: str | None
) -> DaySpan:
    """The days asked for. `--days` counts back from the last day; `all` begins with the first record."""
    today = context.clock.today
    if first and days:
        raise Refused("--from and --days both say where the span begins; say one of them")
    end = day_words(context, last) if last else today
    if first:
        begin = day_words(context, first)
    elif days == "all":
        bounds = aggregates.bounds(connection)
        begin = min(end, date.fromisoformat(bounds[0])) if bounds else end
    else:
        begin = max(date(1900, 1, 1), end - timedelta(days=_number(days) - 1))
    if end < begin:
        raise Refused(f"the span ends on {end.isoformat()}, before it begins on {begin.isoformat()}")
    return DaySpan(begin, end, today)


def _number(days: str | None) -> int:
    if days is None:
        return USUAL_DAYS
    if not days.isdecimal() or not 1 <= int(days) <= LONGEST_DAYS:
        raise Refused(f"“{days}” is no number of days; say 7, 30, 90, 365 or all")
    return int(days)


def day_words(context: Context, words: str) -> date:
    found = whole_day(context.clock, tokenize(clean(words)))
    if found is None:
        raise Refused(f"“{words}” is no day; say today, yesterday, Mon, 3 days ago, 2026-11-20 or 20 Nov")
    return found


def _habit(context: Context, words: str | None) -> str | None:
    if words is None:
        return None
    name = " ".join(clean(words).lower().replace("_", " ").split())
    known = {slug: one for slug, one in context.lexicon.questions.items() if one.role == "habit"}
    for slug, question in known.items():
        if name in (slug.replace("_", " "), question.label.lower().rstrip("?")):
            return slug
    found = context.lexicon.question_names.get(name) or context.lexicon.slug_of("question", name)
    if found in known:
        return found
    raise Refused(f"“{words}” is no habit; say one of {', '.join(one.label for one in known.values())}")


def site_named(context: Context, words: str | None) -> str | None:
    if words is None:
        return None
    name = " ".join(clean(words).lower().replace("_", " ").split())
    slug = context.lexicon.slug_of("site", name)
    if slug is None:
        raise Refused(f"“{words}” is no site; say calf, eyelid, thumb, or another that `log` knows")
    return slug


def _named(context: Context, role: str, words: str | None, known: dict[str, str]) -> str | None:
    if words is None:
        return None
    slug = words.lower() if words.lower() in known else context.lexicon.slug_of(role, clean(words).lower())
    if slug is None:
        raise Refused(f"“{words}” is no {role}; say {', '.join(known)}")
    return slug
