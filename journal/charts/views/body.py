"""Where on the body."""

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from journal.charts.figure import Figure, Table
from journal.charts.number_words import short_day, weekday_day
from journal.charts.render import svg
from journal.charts.render.bars import plain_bar
from journal.charts.render.body_figure import BodyFigure, Sites
from journal.charts.render.body_shape import regions_of
from journal.charts.render.layout import Beside
from journal.charts.request import ChartRequest
from journal.charts.styled_text import Line, StyledSpan, line
from journal.charts.views import common
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.store.read import aggregates
from journal.terminal import cell_len, fitted, on_one_line

COLUMNS = ("site", "left", "right", "both", "midline", "side_not_said", "count", "episodes", "days", "first_logged")
SIDES = ("left", "right", "both", "midline", None)


class Site(NamedTuple):
    """A site with how often it twitched on each side, and on how many days."""

    slug: str
    label: str
    by_side: dict[str | None, int]
    episodes: int
    days: int
    first: str
    """The day of its first record in the whole diary, ISO."""

    @property
    def total(self) -> int:
        return sum(self.by_side.values())


def sites(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> list[Site]:
    """The sites of the span, those with most twitches first."""
    by_side: dict[str, dict[str | None, int]] = defaultdict(dict)
    episodes: Counter[str] = Counter()
    for slug, side, times, number in aggregates.times_by_site(connection, request.episode_filter, *request.span.ends):
        by_side[slug][side] = times
        episodes[slug] += number
    in_span = []
    # What began before the span has days in it, and no times.
    for slug, days in aggregates.days_by_site(connection, request.episode_filter, *request.span.ends).items():
        label = on_one_line(context.lexicon.label("site", slug))
        first = aggregates.first_logged(connection, request.episode_filter.kinds, slug)
        in_span.append(Site(slug, label, by_side[slug], episodes[slug], days, first))
    return _ranked(in_span)


def _ranked(sites: list[Site]) -> list[Site]:
    """By how often; what goes on for a week is one episode, and stands where once a day would."""
    return sorted(sites, key=lambda site: (-max(site.total, site.days), -site.days, site.slug))


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """The body, front and back, and bars of the top sites with their sides and the day each was first logged."""
    logged = common.days_logged(connection, request.span)
    top_sites = sites(connection, context, request)
    subject = common.filter_words(request, context)
    title = f"Where: {subject} by site"
    if not top_sites:
        return common.missing(connection, request, logged, title, f"No place of {subject} is logged here.", COLUMNS)
    total = sum(site.total for site in top_sites)
    counts, not_drawn = parts_of(top_sites, context)
    most = max(top_sites, key=lambda site: site.total)
    longest = max(top_sites, key=lambda site: (site.days, site.total))
    on_most_days = f", on most days at the {longest.label} ({counted(longest.days, 'day')})" if longest != most else ""
    sentence = (
        f"{common.logged_words(connection, request.span, logged)}:"
        f" {common.filter_words(request, context, total)} at {counted(len(top_sites), 'site')},"
        f" most at the {most.label} ({most.total}){on_most_days}. Left and right are your own."
    )
    return Figure(
        **common.base(request, logged, title),
        sentence=sentence,
        rows=[_row(site) for site in top_sites],
        columns=COLUMNS,
        pictures=(Beside(BodyFigure(tuple(counts.items())), TopSites(tuple(top_sites)), 0.48),),
        tables=(_table(top_sites, common.kind_words(request).capitalize()),),
        remarks=(f"Not on the figure: {', '.join(not_drawn)}.",) if not_drawn else (),
    )


def parts_of(sites: list[Site], context: Context) -> tuple[Sites, list[str]]:
    """How often each part of the figure twitched, on each side; and the sites for which it has no part. What lies in
    several parts (leg) was in one of them, nobody knows which: it shades those that have less, and adds to none."""
    counts: Sites = {}
    of_several: Sites = {}
    not_drawn = []
    for site in sites:
        regions = regions_of(site.slug, context.lexicon.parents)
        if not regions:
            not_drawn.append(f"{site.label} {site.total}")
        for half in ("left", "right"):
            times = sum(
                number for side, number in site.by_side.items() if side not in ("left", "right") or side == half
            )
            for region in regions if times else ():
                part = region, half
                if len(regions) == 1:
                    counts[part] = counts.get(part, 0) + times
                else:
                    of_several[part] = max(of_several.get(part, 0), times)
    for part, times in of_several.items():
        counts[part] = max(counts.get(part, 0), times)
    return counts, not_drawn


def _row(site: Site) -> dict[str, object]:
    return {
        "site": site.slug,
        **{side or "side_not_said": site.by_side.get(side, 0) for side in SIDES},
        "count": site.total,
        "episodes": site.episodes,
        "days": site.days,
        "first_logged": site.first,
    }


def _table(sites: list[Site], subject: str) -> Table:
    rows = [
        (
            site.label,
            str(site.total),
            str(site.days),
            *(str(site.by_side.get(side, 0)) for side in SIDES),
            weekday_day(date.fromisoformat(site.first)),
        )
        for site in sites
    ]
    headings = ("Site", subject, "Days", "Left", "Right", "Both", "Midline", "Side not said", "First logged")
    return Table("", headings, rows)


@dataclass(frozen=True)
class TopSites:
    """For each of the top sites a bar, and under it its sides and the day on which it was first logged."""

    sites: tuple[Site, ...]

    def lines(self, columns: int, rows: int) -> list[Line]:
        drawn: list[Line] = [line(f"{'top sites'.ljust(columns - 12)}first logged", "bold")]
        room = max(1, (rows - 2) // 2)
        label = min(13, max(cell_len(site.label) for site in self.sites[:room]))
        high = max(1, *(site.total for site in self.sites))
        for site in self.sites[:room]:
            since = short_day(date.fromisoformat(site.first), year=True)
            number = str(site.total).rjust(len(str(high)))
            bar = plain_bar(site.total, high, room_for := max(4, columns - label - len(number) - 15))
            drawn.append(
                (
                    StyledSpan(f"{fitted(site.label, label)} {number} "),
                    StyledSpan(bar, "first"),
                    StyledSpan(" " * (room_for - len(bar)) + since.rjust(13)),
                )
            )
            drawn.append(line(fitted(f"  {_sides(site)}", columns).rstrip(), "dim"))
        if len(self.sites) > room:
            drawn.append(line(f"and {len(self.sites) - room} more in the text", "dim"))
        return drawn

    def svg(self, width: int) -> tuple[str, int]:
        return svg.grid(self.lines(int(width / svg.LETTER) - 2, 36))


def _sides(site: Site) -> str:
    parts = [f"{side or 'not said'} {site.by_side[side]}" for side in SIDES if site.by_side.get(side)]
    return ", ".join([*parts, counted(site.days, "day")])
