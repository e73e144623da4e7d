"""A chart can be read on a small screen and without colours."""

from dataclasses import replace
from datetime import date

import pytest

from journal.charts.figure import Figure
from journal.charts.render import draw_lines
from journal.charts.render.plot import Panel, Plot, Series, clean, legend, scale
from journal.charts.styled_text import text_of
from journal.errors import Refused
from journal.requests import DayRange, ahead_words, closed

DAYS = tuple(float(day) for day in range(20))
BARS = Series("each day", DAYS, tuple(8.0 if day % 2 else 2.0 for day in range(20)))
MEAN = Series("mean of 7 days", DAYS, (5.0,) * 20, "line", "second")
TODAY = Series("today", (19.0,), (8.0,), "hatched", "mark")
PANEL = Panel("twitches a day", (BARS, TODAY, MEAN), whole=True)
PLOT = Plot((PANEL,), "day", -0.5, 19.5, ((0.0, "1 Nov"),))


def drawn(plot: Plot = PLOT, rows: int = 14) -> list[str]:
    return [text_of(line) for line in plot.lines(70, rows)]


def test_the_mean_cuts_no_bar_and_today_is_another_bar_without_colours() -> None:
    columns = [*zip(*(line.ljust(70) for line in drawn()[1:12]), strict=True)]
    high_bars = [column for column in columns if sum(letter in "▌▐█" for letter in column) >= 6]
    assert high_bars
    assert not any(0x2800 < ord(letter) < 0x2900 for column in high_bars for letter in column)
    assert any(0x2800 < ord(letter) < 0x2900 for column in columns for letter in column), "between them it is seen"
    assert any("▒" in column for column in columns)
    (keys_line,) = legend(PANEL, 80)
    keys = text_of(keys_line).split("   ")[1:]
    assert len({key.split()[0] for key in keys}) == len(keys) == 3


@pytest.mark.parametrize("high", [0.02, 0.4, 1, 3, 900])
def test_a_y_axis_has_more_numbers_than_0(high: float) -> None:
    panel = Panel("mean", (Series("mean", (0.0, 1.0), (0.0, high)),))
    for steps in (2, 4):
        low, top, ticks = scale(panel, clean(panel), steps)
        assert len(ticks) > 1
        assert low <= min(ticks) < max(ticks) <= top


def test_an_upper_panel_has_no_stray_marks_for_the_days_that_the_lower_one_names() -> None:
    lines = drawn(Plot((PANEL, PANEL), "day", -0.5, 19.5, ((0.0, "1 Nov"),)), 24)
    assert sum("1 Nov" in line for line in lines) == 1
    assert not any(line.strip() in ("▪", "■") for line in lines)


def test_what_is_said_folds_before_a_chart_does() -> None:
    said = "So many words are said of this picture that they would take all of its room. " * 9
    day = date(2026, 11, 21)
    figure = Figure("time", "Twitches a day", day, day, 1, 1, said, pictures=(PLOT,))
    lines, below = paged(figure, 16)
    assert (len(lines), plot_rows(lines) >= 10, below) == (16, True, "")
    assert lines[-1].endswith("… (t: all of it)")
    assert not paged(figure, 99)[0][-1].endswith("(t: all of it)")
    assert len(draw_lines.lines(figure, 76, 16)) > 16, "without that, all is said"
    assert "┬1 Nov─" in paged(replace(figure, pictures=(replace(PLOT, label=""),)), 14)[0][-2], "the axis before a row"


def test_two_panels_have_ten_rows_each_and_one_line_of_what_is_said_stays_while_they_scroll() -> None:
    said = "So many words are said of this picture that they would take all of its room. " * 3
    day = date(2026, 11, 21)
    figure = Figure("time", "Twitches a day", day, day, 1, 1, said, pictures=(replace(PLOT, panels=(PANEL, PANEL)),))
    lines, below = paged(figure, 20)
    assert (len(lines) > 20, plot_rows(lines)) == (True, 20)
    assert "1 Nov" in lines[12], "the axis is in sight beside both"
    assert below.startswith("So many words")
    assert below.endswith("… (↓ more)")
    assert " ".join(lines).count("So many words") == 3, "all of it stands below the picture"
    lines, below = paged(figure, 40)
    assert (len(lines), below) == (40, "")
    assert not any("1 Nov" in line for line in lines[:20])


def paged(figure: Figure, rows: int) -> tuple[list[str], str]:
    page = draw_lines.page(figure, 76, rows, "(t: all of it)", "(↓ more)")
    return [text_of(line) for line in page.lines], text_of(page.below)


def plot_rows(lines: list[str]) -> int:
    return sum("│" in line or "┤" in line for line in lines)


def test_marks_that_would_be_a_curtain_are_counted_and_not_drawn() -> None:
    few, many = (replace(PLOT, marks=tuple((float(x), "") for x in range(n)), marks_mean="marked") for n in (2, 15))
    assert ("│ marked" in drawn(few)[0], sum(line.count("│") for line in drawn(few)[3:8]) > 5) == (True, True)
    assert (
        "15 marked in the text" in " ".join(drawn(many)[:2]),
        max(line.count("│") for line in drawn(many)[3:8]),
    ) == (True, 1)


def test_a_span_begins_at_the_first_logged_day() -> None:
    today, first = date(2026, 11, 21), date(2026, 11, 1)
    assert closed(DayRange(), today, first, 90) == (first, today)
    assert closed(DayRange(), today, first, 7) == (date(2026, 11, 15), today)
    assert closed(DayRange(date(2026, 10, 1), None), today, first, 90) == (date(2026, 10, 1), today), (
        "unless one says so"
    )


def test_a_span_ends_today_and_says_so() -> None:
    today, ahead = date(2026, 11, 21), DayRange(None, date(2026, 12, 15))
    assert closed(ahead, today, None, 7) == (date(2026, 11, 15), today)
    assert (ahead_words(ahead, today) != (), ahead_words(DayRange(None, today), today)) == (True, ())
    with pytest.raises(Refused, match="2026-12-01 has not come yet"):
        closed(DayRange(date(2026, 12, 1), ahead.last), today, None, 7)
