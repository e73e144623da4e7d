"""How often the 95 % interval of a mean a day holds the person's true mean; of each diary three means.

    python -m tests.bench.intervals [--diaries 1000]

The means of all logged days, of the half with more of a habit that does nothing, and of the half with less. A fifth of
the days is not logged. Nothing here is a test.
"""

import argparse

import numpy as np
import pandas as pd

from journal.analysis.intervals import means
from tests.bench.triggers.scenarios import Scenario
from tests.bench.triggers.simulate import SCENARIOS

PEOPLE = {
    "independent days": "N_iid",
    "ordinary": "N_typ",
    "good and bad weeks": "N_ar",
    "good and bad months": "N_long",
}
SPANS = (60, 90, 180, 365)
BURN_IN = 200
NOT_LOGGED = 0.2


def spells(days: int, rho: float, random: np.random.Generator) -> np.ndarray:
    """A stationary AR(1) of variance 1."""
    shocks = random.standard_normal(BURN_IN + days)
    value, values = 0.0, []
    for shock in shocks:
        value = rho * value + (1 - rho**2) ** 0.5 * shock
        values.append(value)
    return np.array(values[BURN_IN:])


def lived(person: Scenario, days: int, random: np.random.Generator) -> tuple[float, pd.Series, pd.Series]:
    """The true mean of a person, the twitches of each day (NaN where not logged) and a habit that does nothing."""
    level = float(np.exp(random.uniform(*np.log(person.base))))
    alpha = random.uniform(*person.alpha) if isinstance(person.alpha, tuple) else person.alpha
    rate = level * np.exp(person.ar_sd * spells(days, person.rho, random) - person.ar_sd**2 / 2)
    counts = random.poisson(rate * random.gamma(1 / alpha, alpha, days)).astype(float)
    counts[random.random(days) < NOT_LOGGED] = np.nan
    calendar = pd.date_range("2026-01-01", periods=days)
    return level, pd.Series(counts, calendar), pd.Series(spells(days, person.x_rho, random), calendar)


def holding(person: Scenario, days: int, diaries: int) -> tuple[float, float]:
    """Of the means with an interval, how many held the truth; and the middle width, high over low."""
    held, widths = [], []
    for seed in range(diaries):
        level, twitches, habit = lived(person, days, np.random.default_rng([days, seed]))
        middle = habit.median()
        for mean in means(twitches, [twitches.notna(), habit > middle, habit <= middle]):
            if mean.low is not None and mean.high is not None:
                held.append(mean.low <= level <= mean.high)
                widths.append(mean.high / max(mean.low, 1e-9))
    return float(np.mean(held)), float(np.median(widths))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--diaries", type=int, default=1000)
    diaries = parser.parse_args().diaries
    print(f"{'':22}" + "".join(f"{days:>6} days       " for days in SPANS))
    for name, scenario in PEOPLE.items():
        cells = [holding(SCENARIOS[scenario], days, diaries) for days in SPANS]
        print(f"{name:22}" + "".join(f"{held:6.3f}  x{width:4.2f}    " for held, width in cells), flush=True)


if __name__ == "__main__":
    main()
