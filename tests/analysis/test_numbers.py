"""The numbers behind the charts, against sums by hand."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.bins import LEAST_DAYS, binned, halves
from journal.analysis.daily import DaySpan, by_day, counted, lagged
from journal.analysis.halflife import caffeine_left, left_at
from journal.analysis.intervals import means, wilson
from journal.analysis.ranks import cells
from journal.analysis.steps import stepped, usual_step, week_mean
from tests.bench.intervals import holding
from tests.bench.triggers.simulate import SCENARIOS

FIRST = date(2026, 3, 2)
"""A Monday; the clocks change on the 29th."""
NAN = float("nan")


def days(*values: float, first: date = FIRST) -> "pd.Series[float]":
    return pd.Series(list(values), pd.date_range(first, periods=len(values), freq="D"), dtype=float)


def span(number: int, today: date = date(2027, 1, 1)) -> DaySpan:
    return DaySpan(FIRST, FIRST + timedelta(days=number - 1), today)


def test_every_day_of_a_span_has_a_row_and_nan_is_not_logged() -> None:
    frame = by_day([("2026-03-03", 0, 7.5), ("2026-03-05", None, 6)], ["twitches", "sleep"], span(5))
    assert frame["twitches"].tolist()[:2] == pytest.approx([NAN, 0], nan_ok=True)
    assert frame["sleep"].tolist() == pytest.approx([NAN, 7.5, NAN, 6, NAN], nan_ok=True)
    assert frame.index[0] == pd.Timestamp(FIRST)


def test_a_lag_pairs_calendar_days() -> None:
    assert lagged(days(1, NAN, 3, 4), 1).tolist() == pytest.approx([NAN, 1, NAN, 3], nan_ok=True)


def test_today_and_what_lies_ahead_is_not_counted() -> None:
    assert counted(days(1, 2, 3), span(3, FIRST + timedelta(days=1))).notna().tolist() == [True, False, False]


def test_a_week_is_the_mean_of_its_counted_days() -> None:
    values = days(1, NAN, 3, NAN, NAN, NAN, NAN, NAN, NAN, 5)
    first, second = stepped(values, span(10), "week")
    assert (first.start, first.days, first.total, first.days_counted, first.mean) == (FIRST, 7, 4, 2, 2)
    assert (second.start, second.days, second.total, second.mean) == (FIRST + timedelta(days=7), 3, 5, 5)


def test_a_month_with_a_change_of_clocks_has_31_days() -> None:
    march, april = stepped(days(*[1] * 40), span(40), "month")
    assert (march.days, march.total, april.start, april.total) == (30, 30, date(2026, 4, 1), 10)


def test_the_mean_of_seven_days_needs_four() -> None:
    found = week_mean(days(1, 2, 3, 6, NAN, NAN, NAN, NAN), span(8)).tolist()
    assert found == pytest.approx([NAN, NAN, NAN, 3, 3, 3, 3, NAN], nan_ok=True)


def test_the_step_follows_the_length() -> None:
    assert [usual_step(span(number)) for number in (92, 93, 731, 732)] == ["day", "week", "week", "month"]


# ---- intervals ------------------------------------------------------------------------------------------------


def test_wilsons_interval_of_nine_in_twelve() -> None:
    assert wilson(9, 12) == pytest.approx((0.4677, 0.9111), abs=1e-4)
    assert wilson(0, 5)[0] == 0
    assert wilson(5, 5)[1] == 1


def test_with_fewer_than_four_blocks_of_two_weeks_there_is_no_interval() -> None:
    (mean,) = means(days(*[1, 2] * 24), [days(*[1, 2] * 24).notna()])
    assert (mean.value, mean.n, mean.low) == (1.5, 48, None)


def test_an_interval_is_students_t_of_blocks_on_the_log_scale() -> None:
    blocks = (1.0, 2.0, 3.0, 4.0)
    values = days(*(value for value in blocks for _ in range(14)))
    (mean,) = means(values, [values.notna()])
    error = np.std(blocks, ddof=1) / 2  # of four blocks as long
    assert mean.value == 2.5
    assert [mean.low, mean.high] == pytest.approx([2.5 * np.exp(s * 3.182 * error / 2.5) for s in (-1, 1)], rel=2e-3)


def test_days_without_any_twitch_have_no_interval_for_there_is_no_log_of_0() -> None:
    values = days(*[0] * 90)
    (mean,) = means(values, [values.notna()])
    assert (mean.value, mean.n, mean.low, mean.high) == (0, 90, None, None)


def test_an_own_question_below_zero_has_an_interval_all_the_same() -> None:
    values = days(*(value for value in (-3, 1, 0, 2) for _ in range(20)))
    (mean,) = means(values, [values.notna()])
    assert mean.value == 0
    assert [mean.low, mean.high] == pytest.approx([-2.8, 2.8], abs=0.9)


def test_intervals_hold_in_ordinary_diaries() -> None:
    """`tests/bench/intervals.py` has more of them; whole weeks drawn at random held .83 here."""
    share, _ = holding(SCENARIOS["N_typ"], 60, 60)
    assert share > 0.9


def test_an_interval_knows_of_good_and_bad_weeks() -> None:
    of_weeks = np.random.default_rng(2).permutation([0.0, 10.0] * 8)
    spells = days(*np.repeat(of_weeks, 7))
    steady = days(*np.random.default_rng(2).permutation(spells))
    widths = []
    for values in (steady, spells):
        (mean,) = means(values, [values.notna()])
        assert mean.value == 5
        widths.append((mean.high or NAN) - (mean.low or NAN))
    assert widths[1] > 1.5 * widths[0]


def test_an_interval_is_the_same_every_time() -> None:
    values = days(*np.random.default_rng(1).poisson(3, 100))
    assert means(values, [values > 2]) == means(values, [values > 2])


@settings(max_examples=50)
@given(st.lists(st.one_of(st.just(NAN), st.integers(0, 20).map(float)), min_size=1, max_size=90))
def test_groups_add_up_to_the_known_days(numbers: list[float]) -> None:
    values = days(*numbers)
    low, high = means(values, [values <= 5, values > 5])
    assert low.n + high.n == values.notna().sum()
    total = (low.value or 0) * low.n + (high.value or 0) * high.n
    assert total == pytest.approx(values.sum())


# ---- bins -------------------------------------------------------------------------------------------------------


@settings(max_examples=50)
@given(st.lists(st.one_of(st.just(NAN), st.floats(0, 1000).map(lambda x: round(x, 1))), min_size=15, max_size=120))
def test_bins_hold_every_known_day_once_and_at_least_five(numbers: list[float]) -> None:
    habit = days(*numbers)
    found = binned(habit)
    assert sum(int(one.days.sum()) for one in found) == habit.notna().sum()
    assert all(one.high < other.low for one, other in pairwise(found))
    if len(found) > 1:
        assert min(int(one.days.sum()) for one in found) >= LEAST_DAYS


def test_few_steps_are_bins_of_their_own() -> None:
    found = binned(days(*[0] * 6 + [1] * 7 + [2] * 2))
    assert [(one.low, one.high, int(one.days.sum())) for one in found] == [(0, 0, 6), (1, 2, 9)]


def test_a_habit_that_is_mostly_none_is_cut_at_none() -> None:
    cut = halves(days(0, 0, 0, 50, 100, 150))
    assert cut is not None
    assert (cut.value, cut.lower.sum(), cut.higher.sum()) == (0, 3, 3)
    assert halves(days(7, 7, 7)) is None


# ---- ranks, half-life -------------------------------------------------------------------------------------------


def test_a_rank_correlation_goes_by_calendar_day() -> None:
    habit = days(*range(40))
    frame = pd.DataFrame({"habit": habit})
    first, second, *_ = cells(habit, frame, range(4))
    assert (first.n, second.n) == (40, 39)
    assert [first.rank_correlation, second.rank_correlation] == pytest.approx([1, 1])
    assert cells(habit, pd.DataFrame({"habit": habit * 0}), [0])[0].rank_correlation is None


def test_half_is_left_after_a_half_life() -> None:
    assert caffeine_left(100, 5) == 50
    assert caffeine_left(100, -1) == 0
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert left_at(noon, [(noon - timedelta(hours=10), 200), (noon, 60)]) == 110


def test_of_no_groups_there_are_no_means() -> None:
    assert means(days(1, 2), []) == []
