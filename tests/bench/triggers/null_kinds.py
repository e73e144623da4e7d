"""Twenty more kinds of null, for which nothing was tuned: lives and ways of logging that real diaries have.

Each is an ordinary diary with one thing changed, by its settings, by what happens to the person (`course`) or
by what the person does with the pen (`page`). No habit acts on the twitches in any of them.
"""

import numpy as np

from tests.bench.triggers.scenarios import (
    ALCOHOL,
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

HOLIDAY = {SLEEP: 1.2, STRESS: -1.2, CAFFEINE: -0.8, FLUIDS: 0.8, SCREEN: -1.0}
"""What a holiday does to the habits, in their SD."""
CYCLE = 28


def holidays(course: Course) -> None:
    """Two weeks in a quarter sleep, stress, coffee and screens change, and training stops; the twitches do not."""
    for _ in range(max(1, round(len(course.day) / 120))):
        away = course.spell(14)
        for habit, shift in HOLIDAY.items():
            course.latent[habit][away] += shift
        course.X[away, WORKOUT] = 0


def daylight(course: Course) -> None:
    """A year's light moves the twitches, and sleep, screens and fluids with it."""
    light = np.sin(2 * np.pi * (course.day / 365.25 + course.rng.random()))
    course.log_mu += 0.4 * light
    for habit, shift in ((SLEEP, -0.8), (SCREEN, -0.8), (FLUIDS, 0.8)):
        course.latent[habit] += shift * light


def flare(course: Course) -> None:
    """Three weeks with four times the twitches."""
    course.log_mu[course.spell(21)] += np.log(4)


def medicine(course: Course) -> None:
    """From some day on half as many twitches."""
    course.log_mu[course.day >= course.rng.integers(course.day[-1] + 1)] -= np.log(2)


def stress_at_its_ceiling(course: Course) -> None:
    course.latent[STRESS] += 2.5


def rare(course: Course) -> None:
    """Drinks and workouts on one day in twelve, and at all hours of the week."""
    for habit in (ALCOHOL, WORKOUT):
        course.X[:, habit] = (course.rng.random(len(course.day)) < 1 / 12) * course.rng.integers(1, 5, len(course.day))


def weekday_habits(course: Course) -> None:
    """Training on fixed weekdays, drinks on Friday and Saturday, coffee and sleep by the weekday; twitches too."""
    weekday, rng = course.week, course.rng
    course.X[:, WORKOUT] = 60.0 * np.isin(weekday, (0, 2, 4)) * (rng.random(len(weekday)) < 0.95)
    course.X[:, ALCOHOL] = 3.0 * np.isin(weekday, (4, 5)) * (rng.random(len(weekday)) < 0.95)
    for habit in (CAFFEINE, SLEEP, SCREEN):
        course.latent[habit][:] = 0.2 * course.latent[habit] + rng.standard_normal(7)[weekday]
    course.log_mu += 0.5 * rng.standard_normal(7)[weekday]


def both_wander(course: Course) -> None:
    """Twitches and habits each take a random walk of their own."""
    days = len(course.day)
    course.log_mu += 0.08 * np.cumsum(course.rng.standard_normal(days))
    for habit in course.latent:
        course.latent[habit] += 0.15 * np.cumsum(course.rng.standard_normal(days))


def cycles(course: Course) -> None:
    """Twitches in a cycle of 28 days, stress, sleep and screens in one of 21."""
    course.log_mu += 0.5 * np.sin(2 * np.pi * (course.day / CYCLE + course.rng.random()))
    turn = np.sin(2 * np.pi * (course.day / 21 + course.rng.random()))
    for habit, shift in ((STRESS, 0.8), (SLEEP, -0.8), (SCREEN, 0.8)):
        course.latent[habit] += shift * turn


def answers_left_out_on_bad_days(page: Page) -> None:
    chance = 0.1 + 0.3 * page.bad
    page.X[page.rng.random(page.X.shape) < chance[:, None]] = np.nan


def quiet_days_not_logged(page: Page) -> None:
    """Four of five days without a twitch are not logged at all."""
    gone = (page.y == 0) & (page.rng.random(len(page.y)) < 0.8)
    page.y[gone], page.X[gone] = np.nan, np.nan


def weekdays_only(page: Page) -> None:
    page.y[page.week > 4], page.X[page.week > 4] = np.nan, np.nan


def fives_and_tens(page: Page) -> None:
    page.y[:] = np.where(page.y < 20, np.round(page.y / 5) * 5, np.round(page.y / 10) * 10)


def most_days_ten(page: Page) -> None:
    page.y[:] = np.minimum(10, 5 + 2 * page.y)


def weeks_of_silence(page: Page) -> None:
    """Two to five weeks without a word, about a quarter of the time."""
    for first in np.flatnonzero(page.rng.random(len(page.y)) < 1 / 80):
        last = first + page.rng.integers(14, 36)
        page.y[first:last], page.X[first:last] = np.nan, np.nan


def tiring(page: Page) -> None:
    """The share written down falls from all to three in ten, and the answers become fewer."""
    share = np.linspace(1, 0.3, len(page.y))
    logged = np.isfinite(page.y)
    page.y[logged] = page.rng.binomial(page.y[logged].astype(int), share[logged])
    page.X[page.rng.random(page.X.shape) > 0.3 + 0.7 * share[:, None]] = np.nan


def half_of_the_answers(page: Page) -> None:
    page.X[page.rng.random(page.X.shape) < 0.5] = np.nan


def yes_or_no(page: Page) -> None:
    page.y[:] = np.minimum(page.y, 1)


def heaps(page: Page) -> None:
    """The twitches of two or three days are written on the last of them, the days before as none."""
    day = 0
    while day < len(page.y):
        last = day + int(page.rng.integers(1, 4))
        heap = page.y[day:last]
        if np.isfinite(heap).all():
            heap[-1], heap[:-1] = heap.sum(), 0
        day = last


def copied(page: Page) -> None:
    """Four answers in ten are those of the day before."""
    for day in range(1, len(page.X)):
        same = page.rng.random(page.X.shape[1]) < 0.4
        same &= np.isfinite(page.X[day]) & np.isfinite(page.X[day - 1])
        page.X[day, same] = page.X[day - 1, same]


KINDS: dict[str, Scenario] = {
    "N_holiday": TYPICAL.replace(about="holidays in which habits change", course=holidays),
    "N_daylight": TYPICAL.replace(about="a year's daylight moves both", course=daylight),
    "N_badblank": TYPICAL.replace(about="answers left out on bad days", page=answers_left_out_on_bad_days),
    "N_quiet": TYPICAL.replace(about="days without twitches not logged", page=quiet_days_not_logged),
    "N_workdays": TYPICAL.replace(about="weekdays only", page=weekdays_only),
    "N_fives": TYPICAL.replace(about="counts in fives and tens", base=(4.0, 25.0), page=fives_and_tens),
    "N_ceiling": TYPICAL.replace(
        about="ratings at their ceiling", rating=True, base=(2.0, 8.0), course=stress_at_its_ceiling, page=most_days_ten
    ),
    "N_rare": TYPICAL.replace(about="rare habits", course=rare),
    "N_silence": TYPICAL.replace(about="weeks of silence", page=weeks_of_silence),
    "N_tied": TYPICAL.replace(about="habits tied to weekdays", course=weekday_habits),
    "N_tiring": TYPICAL.replace(about="a tiring reporter", base=(1.5, 8.0), page=tiring),
    "N_flare": TYPICAL.replace(about="a three-week flare", course=flare),
    "N_medicine": TYPICAL.replace(about="a medicine that halves the counts", course=medicine),
    "N_halfmiss": TYPICAL.replace(about="half of the answers missing", react=0.6, page=half_of_the_answers),
    "N_yesno": TYPICAL.replace(about="yes or no a day", base=(0.4, 2.0), page=yes_or_no),
    "N_heaps": TYPICAL.replace(about="several days written on one", page=heaps),
    "N_wander": TYPICAL.replace(about="both wander", course=both_wander),
    "N_negative": TYPICAL.replace(about="a bad day is followed by a good one", rho=-0.6, ar_sd=0.6),
    "N_copied": TYPICAL.replace(about="answers copied from the day before", page=copied),
    "N_cycles": TYPICAL.replace(about="each in a cycle of its own", course=cycles),
}
