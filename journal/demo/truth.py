"""What is true of a made-up diary: what brings twitches, what brings none, and what only looks as if it did."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Truth:
    """A habit that acts: its days bring `ratio` times as many of `outcome`, `lag` calendar days later.

    `least` and `most` bound the values that act, in the habit's own unit.
    """

    habit: str
    words: str
    ratio: float
    lag: int
    outcome: str = "twitches"
    least: float = float("-inf")
    most: float = float("inf")

    def acts(self, value: float) -> bool:
        return self.least <= value <= self.most

    @property
    def sentence(self) -> str:
        when = ("on the same day", "on the next day")[self.lag]
        return f"{self.words}: {self.ratio:g} times as many {self.outcome} {when} (lag {self.lag})"


TRIGGERS = (
    Truth("sleep_hours", "a night of less than 6 hours, counted to the day on which it ends", 1.8, 0, most=5.99),
    Truth("caffeine_mg", "200 mg of caffeine or more", 1.8, 0, least=200),
    Truth("stress", "stress of 7 or more", 1.8, 1, least=7),
)
"""Which one a person has follows from the seed: 1, 4, 7 ... have the first."""
HEAVY_LEG_DAY = Truth("workout", "lifting with the legs at an effort of 7 or more", 2.2, 1, "calf twitches", least=7)
ILLNESS_RATIO = 1.9

NOTHING = ("screen_hours",)
"""Drawn apart from all else, in every diary."""


@dataclass(frozen=True)
class Answers:
    """What a made-up diary holds, and what is true in it."""

    days: int
    logged: int
    episodes: int
    check_ins: int
    true: tuple[Truth, ...]
    nothing: tuple[str, ...]

    def lines(self) -> list[str]:
        """The truth in words, for whoever wants to compare it with the verdicts."""
        lines = [truth.sentence for truth in self.true]
        lines.append(f"days of an illness: {ILLNESS_RATIO:g} times as many twitches")
        lines += [f"{_LABELS[habit]}: nothing" for habit in self.nothing]
        return [*lines, "anxiety: brings nothing, but follows the twitches of its day"]


_LABELS = {
    "screen_hours": "screen time",
    "sleep_hours": "sleep, but for more caffeine and stress after short nights",
    "caffeine_mg": "caffeine, though there is more of it after short nights",
    "stress": "stress, though there is more of it around short nights",
}
