"""What no statistics can see: no habit acts, but the diary is unfair in a way that it does not show itself."""

import numpy as np

from tests.bench.triggers.null_kinds import CYCLE, HOLIDAY
from tests.bench.triggers.scenarios import (
    AMOUNTS,
    CAFFEINE,
    FLUIDS,
    SCREEN,
    SLEEP,
    STRESS,
    TYPICAL,
    WORKOUT,
    Course,
    Page,
    Scenario,
)

FLARE = {SLEEP: -1.0, STRESS: 1.0, CAFFEINE: -1.0}
"""What people change when it is bad, in SD."""
COLOUR = {STRESS: 0.6, SLEEP: -0.4, CAFFEINE: 0.4, SCREEN: 0.4, FLUIDS: -0.4}
"""How a day's answers are remembered a week later, in SD for each SD that the day was bad."""
AWAY_FROM_THE_DESK = 0.6
"""Share of the twitches that is written down there."""


def shared_cycle(course: Course) -> None:
    """Twitches, sleep and stress in one cycle of 28 days."""
    turn = np.sin(2 * np.pi * (course.day / CYCLE + course.rng.random()))
    course.log_mu += 0.4 * turn
    course.latent[STRESS] += 0.6 * turn
    course.latent[SLEEP] -= 0.6 * turn


def desk(course: Course) -> None:
    """On half of the days at the desk: there is more coffee, and more of the twitches are written down."""
    there = course.rng.random(len(course.day)) < 0.5
    course.latent[CAFFEINE][there] += 1.0
    course.log_mu[~there] += np.log(AWAY_FROM_THE_DESK)


def calm_holiday(course: Course) -> None:
    """Two weeks away: other habits, and half as many twitches."""
    away = course.spell(14)
    course.log_mu[away] -= np.log(2)
    for habit, shift in HOLIDAY.items():
        course.latent[habit][away] += shift
    course.X[away, WORKOUT] = 0


def flare_with_habits(course: Course) -> None:
    """Three weeks with four times the twitches; in them less sleep, less coffee, more stress, no training."""
    bad = course.spell(21)
    course.log_mu[bad] += np.log(4)
    for habit, shift in FLARE.items():
        course.latent[habit][bad] += shift
    course.X[bad, WORKOUT] = 0


def filled_in_a_week_later(page: Page) -> None:
    """On half of the days the answers are written a week later, and the day's twitches colour the memory."""
    page.late[:] = (page.rng.random(len(page.y)) < 0.5)[:, None]
    for habit, colour in COLOUR.items():
        _, sd, low, high, step = AMOUNTS[habit]
        remembered = page.X[:, habit] + sd * colour * (page.bad - page.bad.mean())
        remembered = np.round(np.round(np.clip(remembered, low, high) / step) * step, 2)
        page.X[:, habit] = np.where(page.late[:, habit], remembered, page.X[:, habit])


UNSEEN: dict[str, Scenario] = {
    "B_sameday": TYPICAL.replace(about="twitches raise the same day's stress", sameday=0.8),
    "B_sameday4": TYPICAL.replace(about="twitches raise the same day's stress by half as much", sameday=0.4),
    "B_hidden": TYPICAL.replace(about="an illness drives both", hidden=0.9),
    "B_underrep": TYPICAL.replace(about="twitches left out on stressful days", underrep=0.6),
    "B_notice": TYPICAL.replace(about="more twitches noticed on stressful days", notice=0.15),
    "B_style": TYPICAL.replace(about="a new way of counting from some day on", style=0.4),
    "B_cycle": TYPICAL.replace(about="a cycle of 28 days moves both", course=shared_cycle),
    "B_desk": TYPICAL.replace(about="written at the desk, where the coffee is", course=desk),
    "B_calm": TYPICAL.replace(about="a holiday that calms", course=calm_holiday),
    "B_flare": TYPICAL.replace(about="a flare in which habits change", course=flare_with_habits),
    "B_late": TYPICAL.replace(about="answers filled in a week later", page=filled_in_a_week_later),
}
