"""Days on which a habit was not logged are filled by what the days before them say."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from journal.statistics.encoding import impute

DAYS = st.lists(st.one_of(st.none(), st.floats(-10, 10)), min_size=1, max_size=60)


def filled(days: list[float | None]) -> list[float]:
    values = np.array([np.nan if value is None else value for value in days], float)
    return list(impute(values, np.arange(len(days)) % 7))


@given(DAYS, DAYS)
def test_what_is_logged_later_changes_no_gap(days: list[float | None], later: list[float | None]) -> None:
    np.testing.assert_allclose(filled(days + later)[: len(days)], filled(days), atol=1e-9)


@given(DAYS)
def test_what_was_logged_stays_and_every_gap_is_filled(days: list[float | None]) -> None:
    values = filled(days)
    assert np.isfinite(values).all()
    assert all(value == logged for value, logged in zip(values, days, strict=True) if logged is not None)


def test_a_gap_begins_near_the_day_before_and_ends_at_the_usual() -> None:
    calm, bad = [0.1, -0.1] * 10, [3.0] * 10
    gap = filled([*calm, *bad, *[None] * 30])[30:]
    assert gap[0] > 1.5
    assert abs(gap[-1]) < gap[0]


def test_before_anything_is_known_a_gap_is_the_middle() -> None:
    assert filled([None, None, 5.0])[:2] == [0, 0]
