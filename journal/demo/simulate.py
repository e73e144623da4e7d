"""What was lived, day by day, whether it was written down or not: first the habits, then the twitches they bring."""

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from journal.demo.chance import Chance, bag
from journal.demo.days import DemoDays
from journal.demo.person import Amounts, Menu, Person
from journal.demo.timeline import Timeline
from journal.demo.truth import HEAVY_LEG_DAY, ILLNESS_RATIO

SATURDAY = 5
WEEKDAY_PULL = (0.05, 0.0, 0.05, 0.0, 0.05, -0.1, -0.05)
"""What a weekday adds to the logarithm of the twitches, Monday first."""
WAVE_SD = 0.6
"""Of the good and bad weeks, in the logarithm of the twitches."""
NOISE = 0.2
"""Variance of a day's own factor: the counts are negative binomial."""
QUIET_DAYS = 0.05
MOST_TWITCHES = 75.0
"""The most that a day is expected to bring."""


class Poured(NamedTuple):
    """Drinks of one kind, with what is in all of them together."""

    minute: int
    name: str
    amounts: Amounts


class Trained(NamedTuple):
    """A workout that ended at the minute."""

    minute: int
    kind: str
    region: str | None
    minutes: int
    effort: int


@dataclass(slots=True)
class LivedDay:
    """A day. The night is the one that ended on it; minutes are those of the wall clock."""

    weekday: int
    away: bool
    ill: bool
    without_caffeine: bool
    stress: int
    night: int
    wakes: int
    screen: float
    drinks: list[Poured] = field(default_factory=list)
    caffeine: float = 0.0
    workout: Trained | None = None
    worse: float = 0.0
    """The logarithm of how many more twitches than usual it is expected to bring."""
    twitches: int = 0
    calf_twitches: int = 0
    """Those that the leg day before has brought, beside the others."""

    @property
    def free(self) -> bool:
        return self.weekday >= SATURDAY or self.away

    @property
    def leg_effort(self) -> float:
        """The effort of lifting with the legs; none where that was not done."""
        trained = self.workout
        return trained.effort if trained and (trained.kind, trained.region) == ("strength", "legs") else -1.0


def live(chance: Chance, days: DemoDays, person: Person, course: Timeline, menu: Menu) -> list[LivedDay]:
    """All the days of a person."""
    lived = _habits(chance, days, person, course, menu)
    _twitches(chance, person, lived)
    return lived


# ---- habits -------------------------------------------------------------------------------------------------


def _habits(chance: Chance, days: DemoDays, person: Person, course: Timeline, menu: Menu) -> list[LivedDay]:
    tense, tired = chance.wave(days.number, 0.6), chance.wave(days.number, 0.35)
    lived = []
    for number in range(days.number):
        weekday, away, ill = days.weekday(number), number in days.towns, number in course.ill
        free = away or weekday >= SATURDAY
        stress = 4.6 + 2.1 * tense[number] - 1.3 * free - 0.8 * away
        sleep = 412 + 58 * tired[number] - 24 * tense[number] + 30 * free - 15 * ill
        night = min(max(round(sleep / 15) * 15, 180), 660)
        day = LivedDay(
            weekday,
            away,
            ill,
            number in course.without_caffeine,
            min(max(round(stress), 0), 10),
            night,
            max(chance.near(485 if free else 402, 18 if free else 12) // 5 * 5, 300),
            min(max(round(2 * chance.gauss(4.5, 1.6)) / 2, 0.5), 12),
        )
        _drink(chance, day, person, menu)
        day.caffeine = sum([drink.amounts[1] or 0 for drink in day.drinks])
        _train(chance, day, person)
        lived.append(day)
    return lived


MORNING_COFFEES = bag({1: 88, 2: 12})
BEERS = bag({1: 45, 2: 40, 3: 15})


def _drink(chance: Chance, day: LivedDay, person: Person, menu: Menu) -> None:
    def pour(minute: int, name: str, size: float | None = None, glasses: int = 1) -> None:
        day.drinks.append(Poured(minute, name, menu.amounts(name, size, glasses)))

    short, morning = day.night < 360, day.wakes + chance.between(15, 60)
    if day.without_caffeine or day.ill:
        pour(morning, "herbal_tea")
        if chance.yes(0.4):
            pour(chance.between(600, 900), "decaf")
    else:
        if chance.yes(0.95):
            pour(morning, person.morning_drink, None, chance.one_of(MORNING_COFFEES))
        if chance.yes(0.35 + 0.3 * short + 0.15 * (not day.free)):
            pour(chance.between(590, 680), "coffee")
        if chance.yes(0.5 if short else 0.15):
            pour(chance.between(780, 870), "espresso")
        if chance.yes(0.35):
            pour(chance.between(930, 1030), person.tea)
        if chance.yes(0.06):
            pour(chance.between(840, 1100), "cola")
    for glass in range(chance.one_of((1, 1, 2, 2, 3, 4))):
        pour(540 + 180 * glass + chance.between(0, 160), "water", chance.one_of((None, 500, 500, 300)))
    if not day.ill and chance.yes(0.65 if day.away or day.weekday in (4, SATURDAY) else 0.1):
        pour(chance.between(1140, 1310), person.beer, None, chance.one_of(BEERS))


LENGTHS = (30, 40, 45, 45, 50, 60, 60, 75)
WALKS = ("walk", "walk", "hike", "swim", "cycle")


def _train(chance: Chance, day: LivedDay, person: Person) -> None:
    if day.ill:
        return
    planned = person.gym.get(day.weekday)
    if day.away or planned is None:
        if chance.yes(0.45 if day.away else 0.12):
            minutes, effort = chance.one_of(LENGTHS) + 15, chance.between(2, 5)
            day.workout = Trained(chance.between(660, 1080), chance.one_of(WALKS), None, minutes, effort)
    elif chance.yes(0.85 - 0.04 * day.stress):
        kind, region = planned
        minute = chance.between(620, 780) if day.weekday == SATURDAY else chance.between(1080, 1190)
        day.workout = Trained(minute, kind, region, chance.one_of(LENGTHS), chance.between(5, 9))


# ---- twitches -----------------------------------------------------------------------------------------------


def _twitches(chance: Chance, person: Person, lived: list[LivedDay]) -> None:
    wave, season = chance.wave(len(lived), 0.8), chance.uniform(0, 2 * math.pi)
    trigger, more = person.trigger, math.log(person.trigger.ratio)
    legs_add = HEAVY_LEG_DAY.ratio - 1
    for number, day in enumerate(lived):
        day.worse = WAVE_SD * wave[number] - WAVE_SD**2 / 2 + WEEKDAY_PULL[day.weekday]
        day.worse += 0.15 * math.sin(number * 2 * math.pi / 365 + season) + math.log(ILLNESS_RATIO) * day.ill
        if number >= trigger.lag and trigger.acts(_value(lived[number - trigger.lag], trigger.habit)):
            day.worse += more
        if chance.yes(QUIET_DAYS):
            continue
        own = chance.gammavariate(1 / NOISE, NOISE)
        mean = min(person.level * math.exp(day.worse), MOST_TWITCHES) * own
        day.twitches = chance.poisson(mean)
        if number >= HEAVY_LEG_DAY.lag and HEAVY_LEG_DAY.acts(lived[number - HEAVY_LEG_DAY.lag].leg_effort):
            day.calf_twitches = chance.poisson(mean * legs_add * person.calf_share(number / len(lived)))


def _value(day: LivedDay, habit: str) -> float:
    """A habit's value, as the view `daily` will have it."""
    return {"sleep_hours": day.night / 60, "caffeine_mg": day.caffeine, "stress": float(day.stress)}[habit]
