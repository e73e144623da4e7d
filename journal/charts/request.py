"""What the user asks of a view."""

from dataclasses import dataclass

from journal.analysis.daily import DaySpan
from journal.analysis.halflife import HALF_LIFE_H
from journal.analysis.steps import Step
from journal.catalog.kinds import TWITCH_KINDS
from journal.store.read.aggregates import EpisodeFilter

MEASURES = ("count", "minutes", "intensity", "rating")
LONGEST_LAG = 3


@dataclass(frozen=True)
class ChartRequest:
    """A view of a span. `habit` is a question's slug; `site` a slug, with its children; None is the usual one."""

    view: str
    span: DaySpan
    habit: str | None = None
    lag: int | None = None
    site: str | None = None
    sites: tuple[str, ...] = ()
    side: str | None = None
    kind: str | None = None
    step: Step | None = None
    measure: str = "count"
    half_life: float = HALF_LIFE_H

    @property
    def which(self) -> EpisodeFilter:
        return EpisodeFilter(self.sites, self.side, (self.kind,) if self.kind else TWITCH_KINDS)

    @property
    def is_filtered(self) -> bool:
        return bool(self.sites or self.side or self.kind)
