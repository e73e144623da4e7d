"""No series can end the process."""

import math
import subprocess
import sys
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.charts.render.plot import Panel, Plot, Series
from journal.charts.render.sanitize import Point, is_sane, limits, points, thinned
from journal.charts.styled_text import text_of

NASTY = {
    "empty": "()",
    "one point": "(3.0,)",
    "all equal": "(2.0,) * 9",
    "zeros": "(0.0,) * 9",
    "nan": "(nan,) * 5",
    "nan among numbers": "(1.0, nan, 2.0, nan, nan, 3.0)",
    "inf": "(1.0, inf, -inf, 2.0)",
    "gaps at both ends": "(None, None, 1.0, 2.0, None)",
    "huge": "(1e308, 1.0, -1e308)",
    "tiny": "(1e-300, 5e-324)",
    "far away and close": "(1e15, 1e15 - 0.125)",
    "negative": "(-5.0, -3.0)",
    "no numbers": "('a', object(), True, date(2026, 1, 1), float('nan'))",
    "numpy": "tuple(numpy.array([1.0, numpy.nan, 3.0]))",
    "pandas": "(pandas.NaT, pandas.NA, 1.0)",
}
PROGRAM = """
from datetime import date
from math import inf, nan
import numpy, pandas
from journal.charts.styled_text import text_of
from journal.charts.render.plot import Panel, Plot, Series
cases = {cases}
for name, y in cases.items():
    for style in ("stems", "line", "points"):
        for low, high in ((-0.5, len(y) - 0.5), (0.0, 0.0), (nan, inf)):
            for columns, rows in ((60, 12), (1, 1)) if low == -0.5 else ((60, 12),):
                one = Series(name, tuple(float(x) for x in range(len(y))), y, style)
                panels = (Panel("y", (one, one)), Panel("z", (one,), whole=True))
                plot = Plot(panels, "x", low, high, ((0.0, "a"), (nan, "b")))
                [text_of(line) for line in plot.lines(columns, rows)]
                plot.svg(400)
print("alive")
"""


def test_no_series_ends_the_process() -> None:
    cases = "{" + ", ".join(f"{name!r}: {values}" for name, values in NASTY.items()) + "}"
    program = [sys.executable, "-W", "error", "-c", PROGRAM.replace("{cases}", cases)]
    ended = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "alive\n"


ANYTHING = st.one_of(st.none(), st.floats(), st.integers(), st.booleans(), st.text(max_size=2))


@given(st.lists(ANYTHING), st.lists(ANYTHING))
def test_only_sane_numbers_pass_the_gate(x: list[object], y: list[object]) -> None:
    passed = points(x, y)
    assert all(math.isfinite(point.x) and math.isfinite(point.y) for point in passed)
    kept = [pair for pair in zip(x, y, strict=False) if all(map(is_sane, pair))]
    assert [(point.x, point.y) for point in passed] == kept


@given(st.lists(st.one_of(st.none(), st.floats(0, 9)), min_size=2, max_size=400))
def test_a_point_is_joined_only_to_its_neighbour(y: list[float | None]) -> None:
    for point in points(range(len(y)), y):
        place = int(point.x)
        assert point.joined == (place > 0 and y[place - 1] is not None)


@given(st.integers(0, 1_000_000), st.integers(300, 900))
def test_thinning_keeps_the_highest_and_the_lowest(seed: int, number: int) -> None:
    chance = Random(seed)
    y = [chance.uniform(0, 9) for _ in range(number)]
    found = points(range(len(y)), y)
    kept = thinned(found, 80, 0, len(y))
    assert len(kept) <= 2 * 81
    assert max(point.y for point in kept) == max(y)
    assert min(point.y for point in kept) == min(y)


def test_the_ends_of_an_axis_are_never_equal() -> None:
    assert limits([]) == (0.0, 1.0)
    assert limits([5.0]) == (5.0, 6.0)
    assert limits([float("nan"), 1.0, 3.0]) == (1.0, 3.0)


def drawn(y: tuple[float | None, ...]) -> list[str]:
    plot = Plot((Panel("y", (Series("s", tuple(map(float, range(len(y)))), y),)),), "x", -0.5, len(y) - 0.5, ())
    return [text_of(line) for line in plot.lines(40, 14)]


def test_a_gap_is_drawn_as_a_gap_and_a_none_as_a_mark_on_the_axis() -> None:
    full, with_none, with_gap = (drawn((3.0, middle, 3.0)) for middle in (3.0, 0.0, None))
    bottom = [lines[-3] for lines in (full, with_none, with_gap)]
    assert bottom[0] == bottom[1]
    assert sum(letter in "▘▝▀▖▗" for letter in bottom[1]) == 3
    assert sum(letter in "▘▝▀▖▗" for letter in bottom[2]) == 2


@pytest.mark.parametrize("value", [float("inf"), float("nan"), None, True, "1", date(2026, 1, 1), 1e300])
def test_what_is_no_sane_number(value: object) -> None:
    assert not is_sane(value)


def test_points_know_their_place() -> None:
    assert points([1, 2, 3], [1.0, None, 2.0]) == [Point(1.0, 1.0, False), Point(3.0, 2.0, False)]
