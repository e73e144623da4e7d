"""A report fitted to one page: what is too long ends with a word on the second page, which then holds all of it."""

from typing import NamedTuple

from journal.sharing.report.content import Block, Line, Listing, Report, Section, SiteTable, TimeSeries
from journal.sharing.report.message import cut_text

ON_PAGE_2 = "all on page 2"


class Limits(NamedTuple):
    """The size of the letters in points; the characters that a text of the person's own may have, None for all of
    them, but for what is read first, which keeps 200; by how much lists are shorter than they may be, those of
    medicines later than others; whether the pictures are low."""

    points: float
    characters: int | None = None
    fewer: int = 0
    low_pictures: bool = False


LIMITS = (
    *(Limits(10), Limits(9), Limits(8.5)),
    *(Limits(8.5, 200), Limits(8.5, 140), Limits(8.5, 140, 0, True), Limits(8.5, 100, 0, True)),
    *(Limits(8.5, 80, 2, True), Limits(8.5, 60, 3, True), Limits(8.5, 60, 4, True), Limits(8.5, 40, 6, True)),
)
"""Tried one after the other until the first page holds what it has to."""
READ_FIRST, KEPT = ("question", "summary"), 200
"""The parts with the person's question, their worry and since when, and the characters that each text keeps."""
MEDICINES_LATER = 3
"""By how much other lists are shorter before those of medicines are."""
LEAST, SHORTEST = 1, 80
"""Things of a list that are always named, and the characters that each has in any case."""


def fitted(report: Report, limits: Limits) -> tuple[Report, tuple[Section, ...]]:
    """The report within limits, and the sections of the second page with the whole of all that was shortened."""
    if limits.characters is None:
        return report, ()
    sections, more = [], []
    for section in report.sections:
        characters = max(limits.characters, KEPT) if section.part in READ_FIRST else limits.characters
        fewer = max(0, limits.fewer - MEDICINES_LATER) if section.part == "medicines" else limits.fewer
        pairs = [_block(block, characters, fewer) for block in section.blocks]
        sections.append(section._replace(blocks=tuple(short for short, _ in pairs)))
        whole = tuple(block for _, block in pairs if block)
        if whole:
            more.append(section._replace(blocks=whole))
    return report._replace(sections=tuple(sections)), tuple(more)


def _block(block: Block, characters: int, fewer: int) -> tuple[Block, Line | Listing | None]:
    """A block within limits, and the whole of what it lost."""
    if isinstance(block, SiteTable):
        elsewhere, whole = _listing(block.elsewhere, characters, fewer)
        return block._replace(elsewhere=elsewhere), whole
    if isinstance(block, TimeSeries):
        key, whole = _listing(block.key, characters, fewer)
        return block._replace(key=key), whole
    if isinstance(block, Listing):
        return _listing(block, characters, fewer)
    if block.own and len(block.text) > characters:
        return block._replace(text=f"{cut_text(block.text, characters)} {ON_PAGE_2}"), block
    return block, None


def _listing(listing: Listing, characters: int, fewer: int) -> tuple[Listing, Listing | None]:
    most = max(LEAST, listing.most - fewer) if listing.most else 0
    items = [cut_text(item, max(characters, SHORTEST)) for item in listing.items]
    if len(items) <= most and items == [*listing.items]:
        return listing, None
    others = f"{len(items) - most} more " if len(items) > most else ""
    return listing._replace(items=(*items[:most], f"{others}… {ON_PAGE_2}")), listing
