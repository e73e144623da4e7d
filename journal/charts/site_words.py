"""Where twitches are and whether they stay there, in words that a chart and the page for a doctor share."""

from collections.abc import Callable, Sequence

from journal.analysis.site_weeks import WEEKS_NEEDED, Place, Spread
from journal.catalog.lexicon import Lexicon
from journal.phrases.write.format_number import counted

MOST_NAMED = 3
"""Places that are named."""


def place_words(site_side: Place, lexicon: Lexicon) -> str:
    """`left calf`; a site without a side, or in the middle, by its name alone."""
    return lexicon.site_words(site_side.site, site_side.side if site_side.side in ("left", "right") else None)


def listed(texts: Sequence[str], last: str = "and") -> str:
    """`a, b and c`."""
    return f"{', '.join(texts[:-1])} {last} {texts[-1]}" if len(texts) > 1 else "".join(texts)


def pattern_words(spread: Spread, name: Callable[[Place], str], most: int = MOST_NAMED) -> str:
    """`staying (left calf in 11 of 12 weeks)`, of the weeks with twitches, with so many of the places that stay."""

    def weeks(leader: tuple[Place, int]) -> str:
        return f"{name(leader[0])} in {leader[1]} of {counted(spread.weeks, 'week')}"

    if spread.pattern == "too early":
        number = counted(spread.weeks, "whole week")
        return f"staying or wandering: too early to say ({number} with twitches; {WEEKS_NEEDED} are needed)"
    if spread.pattern == "staying":
        return f"staying ({listed([weeks(leader) for leader in spread.leaders[:most]])})"
    (leader,) = spread.leaders
    word = "wandering" if spread.pattern == "wandering" else "between staying and wandering"
    return f"{word} (most often {weeks(leader)})"
