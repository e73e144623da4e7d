"""Lived days become a diary: which were logged, and how. Most often missed are those of a bad or busy stretch."""

from collections import deque
from collections.abc import Iterator

from journal.demo import checkin
from journal.demo.chance import Chance, bag
from journal.demo.simulate import LivedDay
from journal.demo.write_day import DayWriter, Kept, World, Written

ALWAYS_KEPT = 3
"""So many last days are kept well."""
LATELY = 16
"""So many notes go by before one is said again."""
KEPT = bag({Kept.WELL: 78, Kept.WITHOUT_CHECK_IN: 9, Kept.SUMMED_UP: 6, Kept.NEXT_MORNING: 7})


def written_down(chance: Chance, world: World, lived: list[LivedDay]) -> Iterator[Written]:
    """The days that were logged, in their order."""
    missed = _missed(chance, world, lived)
    notes: deque[str] = deque(maxlen=LATELY)
    for number in range(len(lived)):
        if number not in missed:
            late = number >= len(lived) - ALWAYS_KEPT
            written = _day(DayWriter(chance, world, lived, number, Kept.WELL if late else chance.one_of(KEPT)), notes)
            if written.acts:
                yield written


def _day(page: DayWriter, notes: deque[str]) -> Written:
    drinks = page.kept is not Kept.SUMMED_UP and (page.is_today or page.chance.yes(0.88))
    page.course()
    page.night()
    if drinks:
        page.drinks()
    page.workout()
    page.episodes()
    page.doses()
    if page.kept is not Kept.WITHOUT_CHECK_IN:
        checkin.check_in(page, drinks=drinks)
    checkin.note(page, notes)
    return page.closed()


def _missed(chance: Chance, world: World, lived: list[LivedDay]) -> set[int]:
    """The days that are not logged: single ones, and holes of a few days."""
    missed: set[int] = set()
    for number, day in enumerate(lived):
        burdened = 0.03 * (day.stress >= 8) + 0.03 * (day.worse > 1) + 0.02 * day.away
        if chance.yes(0.03 + burdened):
            missed.add(number)
        if chance.yes(0.002 + 0.1 * burdened):
            missed.update(range(number, number + chance.between(2, 6)))
    return missed - set(world.course.acts) - set(range(len(lived) - ALWAYS_KEPT, len(lived)))
