"""What comes up in the course of a diary beside the days: trips, illnesses, a medicine, visits."""

from collections.abc import Iterator
from typing import NamedTuple

from journal.demo.chance import Chance
from journal.demo.days import Trip
from journal.demo.person import TRIPS

PERIOD = 180
"""Days in which each of these happens about once."""
NEAREST, FARTHEST = 180, 720
"""Minutes between the clock at home and that of a trip; from farther away the days would overlap."""
AHEAD = 16
"""Days from the last one to the visit that lies ahead."""


class Timeline(NamedTuple):
    """Days by their number. `acts` are the lines typed on a day: the verb, the text, and what belongs to it."""

    trips: list[Trip]
    ill: set[int]
    without_caffeine: set[int]
    with_mood: set[int]
    acts: dict[int, list[tuple[str, str, str]]]


ILLNESSES = ("cold", "flu", "stomach bug", "sore throat and fever", "bronchitis")
TESTS = ("CK normal", "TSH and electrolytes normal", "EMG of both legs, normal", "magnesium 0.84 mmol/l")
DOCTORS = ("Dr Weiss", "neurologist", "physiotherapist")
FINDINGS = ("reflexes fine, strength fine, come back in spring", "no weakness found", "asked for blood tests")


def course_of(chance: Chance, number: int, home: int) -> Timeline:
    """The course of so many days of someone whose clock at home is so many minutes east of UTC."""
    course = Timeline([], set(), set(), set(), {})
    span = min(number, PERIOD)
    for index, start in enumerate(range(number - span, -span, -span)):
        _period(chance, course, _Places(chance, start, span, number), home, latest=index == 0)
    return course


class _Places:
    """Shares of a period as days."""

    def __init__(self, chance: Chance, start: int, span: int, number: int) -> None:
        self.chance, self.start, self.span, self.number = chance, start, span, number

    def day(self, share: float) -> int:
        return self.start + int((share + self.chance.uniform(-0.04, 0.04)) * self.span)

    def spell(self, share: float, length: int) -> Iterator[int]:
        """Neighbouring days, fewer of them where the period is short."""
        first = self.day(share)
        for day in range(first, first + max(1, length * self.span // PERIOD)):
            if 0 <= day < self.number:
                yield day


def _period(chance: Chance, course: Timeline, places: _Places, home: int, *, latest: bool) -> None:
    def act(share: float, verb: str, text: str, more: str = "") -> None:
        day = places.day(share)
        if 0 <= day < places.number:
            course.acts.setdefault(day, []).append((verb, text, more))

    ill = list(places.spell(0.3, chance.between(3, 5)))
    course.ill.update(ill)
    if ill:
        course.acts.setdefault(ill[0], []).append(("ill", chance.one_of(ILLNESSES), ""))
    course.without_caffeine.update(places.spell(0.52, chance.between(8, 12)))
    course.with_mood.update(places.spell(0.25, 80))
    if places.start >= 0 and places.span > 20 and (latest or chance.yes(0.5)):
        far = [(town, offset) for town, offset in TRIPS if NEAREST <= abs(offset - home) <= FARTHEST]
        away = list(places.spell(0.68, chance.between(7, 12)))
        course.trips.append(Trip(away[0], len(away), *chance.one_of(far)))
    act(0.12, "started", "magnesium", "200 mg")
    act(0.45, "started", "magnesium", "400 mg")
    act(0.2, "started", "vitamin D", "1000 iu")
    act(0.8, "stopped", "vitamin D")
    if not latest:
        act(0.92, "stopped", "magnesium")
    act(0.38, "visit", chance.one_of(DOCTORS), chance.one_of(FINDINGS))
    act(0.42, "test", chance.one_of(TESTS))
    if latest:
        act(0.95, "ahead", "neurologist", "ask about lifting")
