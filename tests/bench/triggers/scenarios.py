"""What a made-up person's diary is like: habits, settings, and the fourteen nulls that the method was built against.

`N_*` are nulls: no habit acts on the twitches, so every claim about a habit is a false alarm.
`P_*` put known triggers into one of the nulls. `B_*` are biases that no method can see in the
diary itself; they are there to be described, not to be passed.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
NAMES = ("caffeine", "sleep", "stress", "fluids", "workout", "alcohol", "magnesium", "screen")
UNITS = ("mg", "h", "0-10", "l", "min", "units", "0/1", "h")
CAFFEINE, SLEEP, STRESS, FLUIDS, WORKOUT, ALCOHOL, MAGNESIUM, SCREEN = range(8)

# Habits with a bell-shaped amount: mean, sd, lowest, highest, and the step people round to.
AMOUNTS = {
    CAFFEINE: (200.0, 80.0, 0.0, 800.0, 10.0),
    SLEEP: (7.0, 1.0, 2.0, 12.0, 0.5),
    STRESS: (4.5, 2.0, 0.0, 10.0, 1.0),
    FLUIDS: (1.8, 0.5, 0.2, 5.0, 0.1),
    SCREEN: (4.0, 1.5, 0.0, 14.0, 0.5),
}


@dataclass
class Course:
    """What the days bring before they are lived; a scenario's `course` changes its arrays in place.

    day: 0 on the first day of the diary, below on the days lived before it. week: Monday 0.
    log_mu: of the twitches. latent: habits with an amount, in SD. X: workouts and drinks.
    """

    day: Array
    week: Array
    log_mu: Array
    latent: dict[int, Array]
    X: Array
    rng: np.random.Generator

    def spell(self, length: int) -> Array:
        """True on so many days in a row, somewhere within the diary."""
        last = max(int(self.day[-1]) + 1 - length, 0)
        first = int(self.rng.integers(last + 1))
        return np.asarray((self.day >= first) & (self.day < first + length))


@dataclass
class Page:
    """What is written of the days of the diary; a scenario's `page` changes its arrays in place.

    y, X: as they are logged, NaN = not. bad: how bad each day was, 0 to 2 SD. late: answers written
    later than the next day.
    """

    y: Array
    X: Array
    bad: Array
    week: Array
    late: Array
    rng: np.random.Generator


@dataclass(frozen=True)
class Scenario:
    """Settings of a diary. A pair (low, high) is drawn anew for each diary."""

    about: str = ""
    base: tuple[float, float] = (0.5, 6.0)  # twitches a day, log-uniform
    alpha: float | tuple[float, float] = 0.3  # NB2 overdispersion: variance = mu + alpha mu^2
    zi: float = 0.0  # share of extra zeros
    rho: float = 0.0  # persistence of the latent AR(1) in log mu
    ar_sd: float = 0.0  # its standard deviation
    x_rho: float = 0.4  # persistence of the habits (stress: 0.2 more)
    weekday: float = 0.0  # sd of the weekday pattern in log mu
    xweekday: float = 0.0  # sd of the habits' weekday patterns, in their sd, beyond a mild 0.3
    trend: float = 0.0  # weight of the slow drift in log mu
    xtrend: float = 0.0  # weight of the same drift in caffeine and screen, in their sd
    react: float = 0.0  # how much a bad day changes the next day's stress, sleep and caffeine
    burst: float = 0.0  # jump of log mu for 3-10 days, about three a quarter
    mag_reactive: bool = False  # magnesium is started in bad spells, not at random
    miss: float = 0.0  # share of days not logged
    mnar: float = 0.0  # log odds of not logging per sd of twitches and of stress
    item_miss: float = 0.0  # share of single answers left out on logged days
    outlier: float = 0.0  # share of days with a count ten times too high
    round_count: bool = False  # 10-20 rounded to fives, above to tens
    sameday: float = 0.0  # sd of stress that today's twitches add today
    hidden: float = 0.0  # log ratio of an illness that also changes sleep and fluids
    underrep: float = 0.0  # share of twitches left out on the most stressful days
    notice: float = 0.0  # share noticed that a sd of stress adds (to seven of ten)
    style: float = 1.0  # share written down after a change of counting style on some day
    rating: bool = False  # the day is rated 0-10 instead of counted
    swap: bool = False  # take the habits from another person's diary
    effect: str = ""  # one of EFFECTS, or nothing
    ratio: float = 1.0  # true rate ratio of the effect
    course: Callable[[Course], None] | None = None  # what else happens to this person
    page: Callable[[Page], None] | None = None  # what else this person does with the pen

    def replace(self, **changes: Any) -> "Scenario":
        """The same settings with some changed."""
        return dataclasses.replace(self, **changes)


TYPICAL = Scenario(
    "an ordinary diary",
    rho=0.5,
    ar_sd=0.35,
    trend=0.25,
    xtrend=0.25,
    weekday=0.2,
    miss=0.2,
    mnar=0.3,
    item_miss=0.03,
    react=0.2,
)
EVERYTHING = Scenario(
    "every trouble at once",
    rho=0.7,
    ar_sd=0.7,
    trend=0.4,
    xtrend=0.7,
    weekday=0.3,
    x_rho=0.6,
    react=0.6,
    miss=0.3,
    mnar=0.6,
    item_miss=0.05,
    zi=0.1,
    mag_reactive=True,
    burst=0.4,
)
NULLS = {
    "N_iid": Scenario("independent days"),
    "N_zero": Scenario("few twitches", base=(0.3, 0.8), alpha=(0.8, 1.5), zi=0.3),
    "N_ar": Scenario("good and bad weeks", alpha=(0.05, 0.4), rho=0.7, ar_sd=0.9, x_rho=0.6),
    "N_long": Scenario("good and bad months", rho=0.95, ar_sd=0.8, x_rho=0.75),
    "N_week": Scenario("both follow the week", weekday=0.5, xweekday=1.5),
    "N_trend": Scenario("both drift together", trend=0.6, xtrend=1.0, rho=0.3, ar_sd=0.2),
    "N_react": Scenario("bad days change habits", rho=0.7, ar_sd=0.9, react=0.8),
    "N_miss": Scenario("bad days not logged", rho=0.5, ar_sd=0.4, miss=0.35, mnar=0.8, weekday=0.2, item_miss=0.1),
    "N_burst": Scenario("flares, and magnesium in them", burst=0.9, mag_reactive=True, rho=0.4, ar_sd=0.3),
    "N_outlier": Scenario("wild and rounded counts", outlier=0.03, rho=0.3, ar_sd=0.3, round_count=True),
    "N_typ": TYPICAL,
    "N_rate": TYPICAL.replace(about="an ordinary diary of 0-10 ratings", rating=True, base=(2.0, 8.0)),
    "N_all": EVERYTHING,
    "N_same": EVERYTHING.replace(about="another person's habits", swap=True),
}
EFFECTS = {
    "one": "one habit at one lag of 0-2 days",
    "three": "three habits, each at its own lag",
    "dist": "one habit, its effect spread over lags 0, 1, 2 as .5, .3, .2",
    "thr": "sleep of less than 6 h, the night before last (lag 1)",
    "other": "one habit that is not stress, at one lag of 0-2 days",
    "stress": "stress, on the same day",
}
POWERS = {f"P_{effect}": TYPICAL.replace(about=about, effect=effect, ratio=1.6) for effect, about in EFFECTS.items()}
