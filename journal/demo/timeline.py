"""The days of a made-up diary, and what comes up beside them: trips, illnesses, medicines, visits."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from journal.demo.chance import Chance
from journal.moments import UserClock, offset_of

PERIOD = 180
"""Days in which each of these happens about once."""
NEAREST, FARTHEST = 180, 720
"""Minutes between the clock at home and that of a trip; from farther away the days would overlap."""
TRIPS = (("Tokyo", 540), ("Phoenix", -420), ("Nairobi", 180), ("Bangkok", 420), ("Bogotá", -300), ("Reykjavík", 0))
"""Towns without daylight saving, and their offsets."""
STOPPED, AHEAD = "stopped", "ahead"
"""Acts that are not the kind of an event or `medicine`: one is not taken any more; a visit is made out."""
ACTS = (
    (0.12, "medicine", "magnesium", "200 mg"),
    (0.2, "medicine", "vitamin D", "1000 iu"),
    (0.3, "illness", "cold|flu|stomach bug|sore throat and fever|bronchitis", ""),
    (
        0.38,
        "visit",
        "Dr Weiss|neurologist|physiotherapist",
        "Found no weakness.|My reflexes are fine.|Wants to see my blood tests.",
    ),
    (0.42, "test", "CK normal|TSH and electrolytes normal|EMG of both legs, normal", ""),
    (0.45, "medicine", "magnesium", "400 mg"),
    (0.8, STOPPED, "vitamin D", ""),
)
"""The share of the period that has gone by, what happens, and the texts and notes to choose from."""
LAST_OF_OLDER = (0.92, STOPPED, "magnesium", "")
LAST_OF_LATEST = (0.95, AHEAD, "neurologist", "Ask whether I may go on lifting.")


class LivedDrinks(NamedTuple):
    """Drinks of one kind at the minute, with ml, mg of caffeine and g of alcohol in all of them together."""

    minute: int
    name: str
    glasses: int
    volume_ml: float | None
    caffeine_mg: float | None
    alcohol_g: float | None


class LivedWorkout(NamedTuple):
    """A workout that ended at the minute."""

    minute: int
    kind: str
    region: str | None
    minutes: int
    effort: int


@dataclass(slots=True)
class LivedDay:
    """A day: planned by the timeline, then lived by the simulation. The night is the one that ended on it.

    Minutes are those of the wall clock since midnight; from 1440 on they are the small hours after it.
    """

    date: date
    offset: int  # minutes east of UTC
    town: str | None = None
    arrives: bool = False  # the first day in another town, or the first at home again
    clocks_change: bool = False  # its clock is not that of the day before
    ill: bool = False
    without_caffeine: bool = False
    with_mood: bool = False
    acts: list[tuple[str, str, str]] = field(default_factory=list)  # a kind, the text, a note or a dose
    stress: int = 0
    night: int = 0
    wakes: int = 0
    screen_hours: int = 0
    drinks: list[LivedDrinks] = field(default_factory=list)
    caffeine_mg: float = 0.0
    workout: LivedWorkout | None = None
    burden: float = 0.0  # the logarithm of how many more twitches than usual it is expected to bring
    twitches: int = 0
    calf_twitches: int = 0  # those that the leg day before has brought, beside the others

    @property
    def is_free(self) -> bool:
        return self.date.weekday() >= 5 or self.town is not None

    @property
    def sleep_hours(self) -> float:
        return self.night / 60

    @property
    def leg_effort(self) -> float:
        """The effort of lifting with the legs; -1 where that was not done."""
        workout = self.workout
        return workout.effort if workout and (workout.kind, workout.region) == ("strength", "legs") else -1.0


def plan_days(chance: Chance, clock: UserClock, number: int) -> list[LivedDay]:
    """So many days, of which the last is today."""
    dates = [clock.today - timedelta(back) for back in reversed(range(number))]
    days = [LivedDay(day, offset_of(clock.local(datetime.combine(day, time(12), UTC)))) for day in dates]
    span = min(number, PERIOD)
    for start in range(number - span, -span, -span):
        _plan_period(chance, days, start, span)
    for before, day in pairwise(days):
        day.arrives, day.clocks_change = day.town != before.town, day.offset != before.offset
    return days


def _plan_period(chance: Chance, days: list[LivedDay], start: int, span: int) -> None:
    def spell(share: float, shortest: int, longest: int) -> list[LivedDay]:
        """Neighbouring days, fewer of them where the period is short."""
        first = start + int((share + chance.uniform(-0.04, 0.04)) * span)
        return days[max(first, 0) : max(first + max(1, chance.between(shortest, longest) * span // PERIOD), 0)]

    latest = start + span == len(days)
    for day in spell(0.52, 8, 12):
        day.without_caffeine = True
    for day in spell(0.25, 80, 80):
        day.with_mood = True
    if start >= 0 and span > 20 and (latest or chance.yes(0.5)):
        town = chance.one_of([trip for trip in TRIPS if NEAREST <= abs(trip[1] - days[-1].offset) <= FARTHEST])
        for day in spell(0.68, 7, 12):
            day.town, day.offset = town
    for share, kind, texts, notes in (*ACTS, LAST_OF_LATEST if latest else LAST_OF_OLDER):
        acting = spell(share, *((3, 5) if kind == "illness" else (1, 1)))
        if acting:
            acting[0].acts.append((kind, chance.one_of(texts.split("|")), chance.one_of(notes.split("|"))))
        if kind == "illness":
            for day in acting:
                day.ill = True
