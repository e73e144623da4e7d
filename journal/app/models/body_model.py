"""What the Body room asks of the charts. It knows no screen; its calls belong in threads, since they load pandas."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from journal.app.diary import Diary
from journal.app.models.trends_model import TrendsChoice, chart_request
from journal.phrases.write.format_number import counted

if TYPE_CHECKING:
    from journal.catalog.lexicon import Lexicon
    from journal.charts.styled_text import Line


class BodySite(NamedTuple):
    """A site: how often it twitched in the span, on which sides, and when it was first logged; `both` is how it is said
    of both sides."""

    slug: str
    label: str
    both: str
    times: int = 0
    sides: str = ""
    first: str = ""


@dataclass(frozen=True)
class BodySites:
    """Every site, the most frequent first, and the figure of the body, for a width."""

    sites: list[BodySite]
    summary: str
    lines: "Callable[[str], list[Line]]"
    """The figure with a site marked."""
    site_at: Callable[[int, int], tuple[str, str] | None]
    """The site and the side at a cell of the figure; None beside the body."""


def body_sites(diary: Diary, days: int, columns: int, rows: int) -> BodySites:
    """Where the twitches of so many days were; 0 is all days."""
    from journal.charts.render.body_figure import BodyFigure
    from journal.charts.render.body_shape import regions_of
    from journal.charts.views import body

    with diary.reading() as connection:
        context = diary.context(connection)
        request, _, _ = chart_request(connection, context, TrendsChoice("body", days))
        logged = body.sites(connection, context, request)
    lexicon = context.lexicon
    sites = [
        BodySite(
            site.slug,
            site.label,
            _both(lexicon, site.slug),
            site.total,
            ", ".join(f"{side or 'side not said'} {times}" for side, times in sorted(site.by_side.items(), key=str)),
            site.first,
        )
        for site in logged
    ]
    slugs = {sense.slug for senses in lexicon.senses.values() for sense in senses if sense.role == "site"}
    unlogged = [
        BodySite(slug, lexicon.label("site", slug), _both(lexicon, slug))
        for slug in slugs - {site.slug for site in logged}
    ]
    sites += sorted(unlogged, key=lambda site: (site.label, site.slug))
    total = sum(site.times for site in sites)
    twitches = counted(total, "twitch", "twitches", spec=",")
    counts, _ = body.parts_of(logged, context)
    figure = BodyFigure(tuple(counts.items()))

    def lines(slug: str) -> "list[Line]":
        return replace(figure, marked=tuple(regions_of(slug, lexicon.parents))).lines(columns, rows)

    site_of_region: dict[str, str] = {}  # the one that twitched, else the one that the region is named after
    for site in sorted(sites, key=lambda site: (not site.times, site.slug not in regions_of(site.slug, {}))):
        for region in regions_of(site.slug, lexicon.parents):
            site_of_region.setdefault(region, site.slug)

    def site_at(x: int, y: int) -> tuple[str, str] | None:
        region, side = figure.part_at(columns, rows, x, y) or ("", "")
        return (site_of_region[region], side) if region in site_of_region else None

    return BodySites(sites, f"{twitches} at {counted(len(logged), 'site')}", lines, site_at)


def _both(lexicon: "Lexicon", slug: str) -> str:
    """`both calves`, `both sides of neck`; of a name of which no plural is a word, `both` before it."""
    has_plural = lexicon.plural_of(slug) != lexicon.name_of("site", slug)
    return lexicon.site_words(slug, "both") if has_plural else f"both {lexicon.label('site', slug)}"
