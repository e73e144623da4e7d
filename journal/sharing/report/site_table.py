"""The table of sites by week, with the body beside it."""

from collections.abc import Sequence

from journal.analysis.site_weeks import STAYING_RULE, PlaceDays, SitesByWeek
from journal.catalog.lexicon import Lexicon
from journal.charts.render.body_shape import regions_of
from journal.phrases.write.format_number import counted
from journal.sharing.report.content import Listing, SiteRow, SiteTable
from journal.sharing.report.in_short import named_places, pattern_text
from journal.sharing.report.wording import place_text
from journal.terminal import sentence

TOP = 8
"""Sites and sides that have a row."""


def site_table(sites: SitesByWeek, lexicon: Lexicon, *, with_summary: bool) -> SiteTable:
    """Beside the summary, which names some of the places, or without it."""
    rows = [SiteRow(place_text(entry.place, lexicon), entry.days, entry.by_column) for entry in sites.places[:TOP]]
    label = "Sites also logged" if with_summary else "Sites logged"
    named = {entry.place for entry in named_places(sites)} if with_summary else set()
    unnamed = [entry for entry in sites.places if entry.place not in named]
    counts: dict[tuple[str, str], int] = {}
    for entry in sites.places:
        for region in regions_of(entry.place.site, lexicon.parents):
            side = entry.place.side
            for half in (side,) if side in ("left", "right") else ("left", "right"):
                counts[region, str(half)] = max(counts.get((region, str(half)), 0), entry.days)
    return SiteTable(
        sites.step,
        tuple((column.first, column.logged) for column in sites.columns),
        tuple(rows),
        Listing("Also", _days_of(sites.places[TOP:], lexicon), 0, nothing=""),
        Listing(label, _days_of(unnamed, lexicon), 0, key="elsewhere", nothing=""),
        counts,
        sentence(pattern_text(sites, lexicon)) if rows else "No site is logged in these days.",
        STAYING_RULE,
    )


def _days_of(places: Sequence[PlaceDays], lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f"{place_text(entry.place, lexicon)} {counted(entry.days, 'day')}" for entry in places)
