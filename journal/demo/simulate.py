"""What was lived, day by day, whether it was written down or not: first the habits, then the twitches they bring."""

import math

from journal.demo.chance import Chance, bag
from journal.demo.person import Person, pour
from journal.demo.timeline import LivedDay, LivedWorkout
from journal.demo.truth import HEAVY_LEG_DAY, ILLNESS_RATIO

SHORT_NIGHT = 6 * 60
FRIDAY, SATURDAY = 4, 5
WEEKDAY_PULL = (0.05, 0.0, 0.05, 0.0, 0.05, -0.1, -0.05)
"""Added to the logarithm of the twitches; Monday first."""
WAVE_SD = 0.45
"""Of the good and bad weeks, in the logarithm of the twitches."""
NOISE = 0.2
"""Variance of a day's own factor: the counts are negative binomial."""
QUIET_DAYS = 0.05
MOST_TWITCHES = 75.0
"""The most that a day is expected to bring."""
MORNING_COFFEES = bag({1: 88, 2: 12})
BEERS = bag({1: 45, 2: 40, 3: 15})
WORKOUT_MINUTES = (30, 40, 45, 45, 50, 60, 60, 75)
OUTDOORS = ("walk", "walk", "hike", "swim", "cycle")


def simulate(chance: Chance, person: Person, days: list[LivedDay]) -> None:
    """Live the days that the timeline has planned."""
    tense, tired = chance.wave(len(days), 0.6), chance.wave(len(days), 0.35)
    for day, tension, tiredness in zip(days, tense, tired, strict=True):
        _sleep(chance, day, tension, tiredness)
        _drink(chance, day, person)
        _train(chance, day, person)
    _twitch(chance, person, days)


def _sleep(chance: Chance, day: LivedDay, tension: float, tiredness: float) -> None:
    free = day.is_free
    stress = 4.6 + 2.1 * tension - 1.3 * free - 0.8 * (day.town is not None)
    night = 412 + 58 * tiredness - 24 * tension + 30 * free - 15 * day.ill
    day.stress = min(max(round(stress), 0), 10)
    day.night = min(max(round(night / 15) * 15, 180), 660)
    day.wakes = max(round(chance.gauss(485, 18) if free else chance.gauss(402, 12)) // 5 * 5, 300)
    day.screen_hours = min(max(round(chance.gauss(4.5, 1.6)), 1), 12)


def _drink(chance: Chance, day: LivedDay, person: Person) -> None:
    short, morning, drinks = day.night < SHORT_NIGHT, day.wakes + chance.between(15, 60), day.drinks
    if day.without_caffeine or day.ill:
        drinks.append(pour(morning, "herbal_tea"))
        if chance.yes(0.4):
            drinks.append(pour(chance.between(600, 900), "decaf"))
    else:
        if chance.yes(0.95):
            drinks.append(pour(morning, person.morning_drink, None, chance.one_of(MORNING_COFFEES)))
        for share, first, last, name in (
            (0.35 + 0.3 * short + 0.15 * (not day.is_free), 590, 680, "coffee"),
            (0.5 if short else 0.15, 780, 870, "espresso"),
            (0.35, 930, 1030, person.tea),
            (0.06, 840, 1100, "cola"),
        ):
            if chance.yes(share):
                drinks.append(pour(chance.between(first, last), name))
    for glass in range(chance.one_of((1, 1, 2, 2, 3, 4))):
        minute = 540 + 180 * glass + chance.between(0, 160)
        drinks.append(pour(minute, "water", chance.one_of((None, 500, 500, 300))))
    if not day.ill and chance.yes(0.65 if day.town or day.date.weekday() in (FRIDAY, SATURDAY) else 0.1):
        drinks.append(pour(chance.between(1140, 1310), person.beer, None, chance.one_of(BEERS)))
    day.caffeine_mg = sum([drink.caffeine_mg or 0 for drink in drinks])


def _train(chance: Chance, day: LivedDay, person: Person) -> None:
    weekday = day.date.weekday()
    planned = person.gym.get(weekday)
    if day.ill:
        return
    if day.town or planned is None:
        if chance.yes(0.45 if day.town else 0.12):
            minutes, effort = chance.one_of(WORKOUT_MINUTES) + 15, chance.between(2, 5)
            day.workout = LivedWorkout(chance.between(660, 1080), chance.one_of(OUTDOORS), None, minutes, effort)
    elif chance.yes(0.85 - 0.04 * day.stress):
        minute = chance.between(620, 780) if weekday == SATURDAY else chance.between(1080, 1190)
        day.workout = LivedWorkout(minute, *planned, chance.one_of(WORKOUT_MINUTES), chance.between(5, 9))


def _twitch(chance: Chance, person: Person, days: list[LivedDay]) -> None:
    wave, season = chance.wave(len(days), 0.8), chance.uniform(0, 2 * math.pi)
    trigger, legs = person.trigger, HEAVY_LEG_DAY
    sites = [site for site, _ in person.sites + person.later_sites]
    calf_share = sites.count("calf") / len(sites)
    for number, day in enumerate(days):
        day.burden = WAVE_SD * wave[number] - WAVE_SD**2 / 2 + WEEKDAY_PULL[day.date.weekday()]
        day.burden += 0.15 * math.sin(number * 2 * math.pi / 365 + season) + math.log(ILLNESS_RATIO) * day.ill
        if number >= trigger.lag and trigger.acts(getattr(days[number - trigger.lag], trigger.habit)):
            day.burden += math.log(trigger.ratio)
        if chance.yes(QUIET_DAYS):
            continue
        mean = min(person.level * math.exp(day.burden), MOST_TWITCHES) * chance.gammavariate(1 / NOISE, NOISE)
        day.twitches = chance.poisson(mean)
        if number >= legs.lag and legs.acts(days[number - legs.lag].leg_effort):
            day.calf_twitches = chance.poisson(mean * (legs.ratio - 1) * calf_share)
