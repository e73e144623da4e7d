"""The table of sites by week, with the body beside it."""

from journal.analysis.site_weeks import STAYING_RULE, SitesByWeek
from journal.catalog.lexicon import Lexicon
from journal.charts.render.body_shape import regions_of
from journal.phrases.write.format_number import counted
from journal.sharing.report.content import Listing, SiteRow, SiteTable
from journal.sharing.report.in_short import pattern_text
from journal.sharing.report.wording import place_text
from journal.terminal import sentence

TOP = 8
"""Sites and sides that have a row."""


def site_table(sites: SitesByWeek, lexicon: Lexicon) -> SiteTable:
    rows = [SiteRow(place_text(entry.place, lexicon), entry.days, entry.by_column) for entry in sites.places[:TOP]]
    elsewhere = [f"{place_text(entry.place, lexicon)} {counted(entry.days, 'day')}" for entry in sites.places[TOP:]]
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
        Listing("Also", tuple(elsewhere), 0, key="elsewhere", nothing="", alone="Sites also logged"),
        counts,
        sentence(pattern_text(sites, lexicon)) if rows else "No site is logged in these days.",
        STAYING_RULE,
    )
