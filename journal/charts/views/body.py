"""Where on the body."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from journal.charts.figure import Figure, Table
from journal.charts.number_words import counted, logged_words, short_day, span_words, weekday_day
from journal.charts.render import svg
from journal.charts.render.bars import plain_bar
from journal.charts.render.body_figure import BodyFigure, Sites
from journal.charts.render.body_shape import regions_of
from journal.charts.render.layout import Beside
from journal.charts.request import ChartRequest
from journal.charts.styled_text import Line, StyledSpan, cells, fitted, line, printable
from journal.charts.views import common
from journal.phrases.context import Context
from journal.store.read import aggregates

COLUMNS = ("site", "left", "right", "both", "midline", "side_not_said", "count", "episodes", "first_logged")
SIDES = ("left", "right", "both", "midline", None)


class Site(NamedTuple):
    """A site with how often it twitched on each side."""

    slug: str
    label: str
    by_side: dict[str | None, int]
    episodes: int
    first: str

    @property
    def total(self) -> int:
        return sum(self.by_side.values())


def sites(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> list[Site]:
    """The sites of the span, the most frequent first."""
    found: dict[str, Site] = {}
    for slug, side, times, episodes in aggregates.sited(connection, request.episodes, *request.span.ends):
        label = printable(context.lexicon.label("site", slug))
        known = found.get(slug)
        if known is None:
            known = Site(slug, label, {}, 0, aggregates.first_logged(connection, request.episodes.kinds, slug))
        by_side = {**known.by_side, side: known.by_side.get(side, 0) + times}
        found[slug] = known._replace(by_side=by_side, episodes=known.episodes + episodes)
    return sorted(found.values(), key=lambda site: (-site.total, site.slug))


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """The body, front and back, and bars of the top sites with their sides and the day each was first logged."""
    logged = common.days_logged(connection, request.span)
    found = sites(connection, context, request)
    what = common.filter_words(request, context)
    title = f"Where: {what} by site"
    if not found:
        return common.missing(connection, request, logged, title, f"No {what} are logged here.", COLUMNS)
    total = sum(site.total for site in found)
    counts, not_drawn = parts_of(found, context)
    sentence = (
        f"{logged_words(logged, request.span.days)}, {span_words(request.span)}:"
        f" {common.so_many(total, what)} at"
        f" {counted(len(found), 'site')}, most at the {found[0].label} ({found[0].total}). Left and right are your own."
    )
    return Figure(
        **common.base(request, logged, title),
        sentence=sentence,
        rows=[_row(site) for site in found],
        columns=COLUMNS,
        pictures=(Beside(BodyFigure(tuple(counts.items())), TopSites(tuple(found)), 0.48),),
        tables=(_table(found),),
        remarks=(f"Not on the figure: {', '.join(not_drawn)}.",) if not_drawn else (),
    )


def parts_of(found: list[Site], context: Context) -> tuple[Sites, list[str]]:
    """How often each part of the figure twitched, on each side; and the sites that it has no part for."""
    counts: Sites = {}
    not_drawn = []
    for site in found:
        regions = regions_of(site.slug, context.lexicon.parents)
        if not regions:
            not_drawn.append(f"{site.label} {site.total}")
        for region in regions:
            for side, times in site.by_side.items():
                for half in (side,) if side in ("left", "right") else ("left", "right"):
                    counts[region, str(half)] = counts.get((region, str(half)), 0) + times
    return counts, not_drawn


def _row(site: Site) -> dict[str, object]:
    return {
        "site": site.slug,
        **{side or "side_not_said": site.by_side.get(side, 0) for side in SIDES},
        "count": site.total,
        "episodes": site.episodes,
        "first_logged": site.first,
    }


def _table(found: list[Site]) -> Table:
    rows = [
        (
            site.label,
            str(site.total),
            *(str(site.by_side.get(side, 0)) for side in SIDES),
            weekday_day(date.fromisoformat(site.first)),
        )
        for site in found
    ]
    headings = ("Site", "Twitches", "Left", "Right", "Both", "Midline", "Side not said", "First logged")
    return Table("", headings, rows)


@dataclass(frozen=True)
class TopSites:
    """For each of the top sites a bar, and under it its sides and the day on which it was first logged."""

    sites: tuple[Site, ...]

    def lines(self, columns: int, rows: int) -> list[Line]:
        drawn: list[Line] = [line(f"{'top sites'.ljust(columns - 12)}first logged", "bold")]
        room = max(1, (rows - 2) // 2)
        label = min(13, max(cells(site.label) for site in self.sites[:room]))
        high = self.sites[0].total
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
            drawn.append(line(f"and {len(self.sites) - room} more in the text (--text)", "dim"))
        return drawn

    def svg(self, width: int) -> tuple[str, int]:
        return svg.grid(self.lines(int(width / svg.LETTER) - 2, 36))


def _sides(site: Site) -> str:
    said = [f"{side or 'not said'} {site.by_side[side]}" for side in SIDES if site.by_side.get(side)]
    return ", ".join(said)
