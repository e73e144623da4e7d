"""Which view of which days a chart is to show, and what narrows it. Importing this does not load pandas."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.analysis.halflife import HALF_LIFE_H
from journal.catalog.kinds import TWITCH_KINDS
from journal.store.read.aggregates import EpisodeFilter

if TYPE_CHECKING:
    from journal.analysis.daily import DaySpan
    from journal.analysis.steps import Step

MEASURES = ("count", "minutes", "intensity", "rating")
STEPS: "tuple[Step, ...]" = ("day", "week", "month")
LONGEST_LAG = 3
"""Calendar days that a habit may come before the twitches."""


@dataclass(frozen=True)
class ChartRequest:
    """A view of a span. `habit` is a question's slug; `site` a slug, `sites` it and its children; None is the usual."""

    view: str
    span: "DaySpan"
    habit: str | None = None
    lag: int | None = None
    site: str | None = None
    sites: tuple[str, ...] = ()
    side: str | None = None
    kind: str | None = None
    step: "Step | None" = None
    measure: str = "count"
    half_life: float = HALF_LIFE_H

    @property
    def episode_filter(self) -> EpisodeFilter:
        """Which episodes count."""
        return EpisodeFilter(self.sites, self.side, (self.kind,) if self.kind else TWITCH_KINDS)
