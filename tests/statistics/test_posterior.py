"""What is left of an estimate with the prior that most habits do little and a few do much."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.statistics.posterior import posterior

ESTIMATES = st.floats(-5, 5)
ERRORS = st.floats(1e-3, 20)


def on_a_fine_grid(b: float, error: float) -> tuple[float, float, float]:
    """Mean and central 95 % interval with a Cauchy prior of scale 0.2, from a sum over closely spaced log ratios."""
    wide = 60 * max(0.2, error) + 2 * abs(b)
    theta = np.unique(np.r_[np.linspace(-wide, wide, 40001), b + error * np.linspace(-9, 9, 40001)])
    log_density = -np.log1p((theta / 0.2) ** 2) - ((theta - b) / error) ** 2 / 2
    weight = np.exp(log_density - log_density.max()) * np.gradient(theta)
    weight /= weight.sum()
    low, high = np.interp((0.025, 0.975), np.cumsum(weight) - weight / 2, theta)
    return float(weight @ theta), float(low), float(high)


@pytest.mark.parametrize(
    ("b", "error"), [(0.0, 0.1), (0.47, 0.15), (-1.0, 0.4), (1.6, 0.3), (8.0, 0.5), (0.3, 5.0), (20.0, 15.0)]
)
def test_mean_and_interval_are_those_of_a_fine_grid(b: float, error: float) -> None:
    assert posterior(b, error) == pytest.approx(on_a_fine_grid(b, error), rel=1e-3, abs=2e-4)


def test_a_sharp_estimate_stands_and_a_blunt_one_leaves_the_prior() -> None:
    assert posterior(1.1, 1e-4) == pytest.approx((1.1, 1.1 - 1.96e-4, 1.1 + 1.96e-4), abs=1e-6)
    assert posterior(1.1, 1e4) == pytest.approx((0, -0.2 * 12.7062, 0.2 * 12.7062), abs=1e-2)


def test_a_fivefold_link_is_hardly_drawn_in_and_a_small_one_is() -> None:
    assert posterior(np.log(5), 0.2).mean > 0.9 * np.log(5)
    assert posterior(0.3, 0.3).mean < 0.5 * 0.3


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(("b", "error"), [(np.nan, 1.0), (1.0, np.inf), (0.0, 1e-300), (40.0, 1e200), (1e3, 1e-12)])
def test_an_estimate_that_is_no_number_or_boundless_is_answered(b: float, error: float) -> None:
    mean, low, high = posterior(b, error)
    assert np.isnan(mean) == np.isnan(low) == np.isnan(high) == (not np.isfinite(b + error))
    assert np.isnan(mean) or low <= mean <= high


@given(ESTIMATES, ERRORS)
def test_it_lies_between_nothing_and_the_estimate_and_knows_no_sign(b: float, error: float) -> None:
    mean, low, high = posterior(b, error)
    assert low < mean < high
    assert min(0, b) - 1e-9 <= mean <= max(0, b) + 1e-9
    assert posterior(-b, error) == pytest.approx((-mean, -high, -low), abs=1e-6)
