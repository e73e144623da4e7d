"""What is said of each habit and of the diary: frozen, without a method, ready to be stored."""

from dataclasses import dataclass
from math import nan
from typing import Literal

Tier = Literal["clear", "possible", "none", "too little"]
NO_LAG = -1


@dataclass(frozen=True)
class AtLag:
    """A habit `lag` days before the twitches, without its other lags: the ratio over the habit's contrast and its
    95 % interval, without the prior, from `days_used` days."""

    lag: int
    raw_ratio: float
    raw_low: float
    raw_high: float
    days_used: int


@dataclass(frozen=True)
class Finding:
    """What can be said of one habit. Figures are NaN, days 0 and lag -1 where nothing can."""

    habit: str
    tier: Tier
    lag: int = NO_LAG
    """Days from the habit to the twitches, where the evidence is strongest; 0 is the same day."""
    direction: int = 0
    """+1 where more of the habit goes with more twitches, -1 with fewer; 0 where neither can be said."""
    p: float = nan
    """Adjusted for every habit and lag looked at; small where chance alone would hardly show as much."""
    rate_ratio: float = nan
    """Twitches at the high end of the contrast over those at the low end, with the prior that most habits do
    little; `low` to `high` is the 95 % interval that belongs to it."""
    low: float = nan
    high: float = nan
    raw_ratio: float = nan
    """The same without the prior. Of a claim it is too large on average: the claim won a race."""
    raw_low: float = nan
    raw_high: float = nan
    unit: str = ""
    """What the contrast is: "any vs none", "25th to 75th percentile" or "lowest to highest"."""
    contrast: tuple[float, float] = (nan, nan)
    """Low and high end, in the habit's own unit; 0 and 1 for any against none."""
    mean_with: float = nan
    """Twitches a day, were every day at the high end; `mean_without` at the low end."""
    mean_without: float = nan
    raw_mean_with: float = nan
    """Twitches a day as they were logged, a plain mean over the `n_with` days; `raw_mean_without` over the others."""
    raw_mean_without: float = nan
    n_with: int = 0
    """Days at or beyond the high end; `n_without` at or below the low end."""
    n_without: int = 0
    days_used: int = 0
    """Days with the twitches and, `lag` days before, the habit; `days_missing` lack the habit."""
    days_missing: int = 0
    days_needed: int = 0
    """Days with both at which a true ratio of 1.5 would be claimed four times in five."""
    days_more: int = 0
    """Days still to log, at least, before more can be said."""
    same_day_caution: bool = False
    """The strongest evidence is of the same day: twitches may have changed the habit."""
    set_apart: bool = False
    """A claim of the same day that may be a consequence: no other habit is judged beside it."""
    control_p: float = nan
    """Tomorrow's habit against today's twitches, given today's habit: small if the habit reacts to them."""
    adjusted_for: tuple[str, ...] = ()
    """The claimed habits beside which every ratio here was estimated; without any, each lag stands alone."""
    not_separable_from: tuple[str, ...] = ()
    reason: str = ""
    """Why nothing is said, as the end of a sentence; empty for a claim and for "none"."""
    lags: tuple[AtLag, ...] = ()
    """Every lag that was tested, nearest first."""


@dataclass(frozen=True)
class TestedHabit:
    """A habit that was tested, and at which lags: each of them is paid for in every p."""

    habit: str
    lags: tuple[int, ...]


@dataclass(frozen=True)
class Result:
    """A diary judged once."""

    findings: tuple[Finding, ...]
    """One for each habit, strongest evidence first."""
    looked_at: tuple[TestedHabit, ...]
    """What p is corrected for."""
    levels: tuple[float, float]
    """The p at or below which a habit is clear, possible."""
    suspects: tuple[str, ...]
    days_used: int
    """Days whose twitches are known, none included."""
    span: int
    """Calendar days from the first to the last of them."""
    phi: float = nan
    """Variance of the whitened residuals: 1 where trend, weekdays and spells describe the diary."""
    rho: float = nan
    """How much of a good or bad spell is left a day later, 0 to 1."""
    s2: float = nan
    """Variance of the spells, on the log scale."""
    alpha: float = nan
    """Overdispersion of a day given its spell: variance = mean + alpha mean^2."""
