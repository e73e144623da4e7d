"""Panels of series over one x axis, drawn by plotext in the terminal."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from journal.charts.render import sanitize
from journal.charts.render.sanitize import Point
from journal.charts.styled_text import Ink, Line, StyledSpan, line
from journal.phrases.write.format_number import number_words
from journal.terminal import cell_len, fitted, on_one_line, wrapped

SMALLEST_PANEL = 5
HATCH = "▒"
_COLOURS: dict[str, int] = {"first": 6, "second": 5, "mark": 3}
_INKS: dict[str, Ink] = {f"38;5;{number}": ink for ink, number in _COLOURS.items()}  # type: ignore[misc]
_GREY = 8
_INKS[f"38;5;{_GREY}"] = "dim"
_CODE = re.compile(r"\x1b\[([0-9;]*)m")


@dataclass(frozen=True)
class Series:
    """Numbers over x, None or NaN where there is a gap. A stem of 0 is a mark on the axis; a gap is nothing."""

    name: str
    x: tuple[float, ...]
    y: tuple[float | None, ...]
    style: Literal["stems", "hatched", "line", "dotted", "crossed", "points"] = "stems"
    """Hatched stems, dotted and crossed lines are told from the others without a colour."""
    ink: Ink = "first"


Drawable = list[tuple[Series, list[Point]]]


@dataclass(frozen=True)
class Panel:
    """Series over one y axis, of which `label` says the name and the unit."""

    label: str
    series: tuple[Series, ...]
    whole: bool = False
    low: float | None = 0.0
    high: float | None = None
    share: int = 1


@dataclass(frozen=True)
class Plot:
    """Panels over each other that share their x axis; `ticks` are (x, label), `marks` upright lines."""

    panels: tuple[Panel, ...]
    label: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[tuple[float, str], ...] = ()
    least_rows: int = 0
    """With fewer it would tell nothing; then the page is longer than the terminal."""
    readable_rows: int = 14
    """Before it has fewer, what is said of it folds: ten for a chart, the rest for what its axes mean."""
    shades: tuple[float, ...] = ()
    """The places on the x axis, one wide, at which the diary was paused."""

    @property
    def ends(self) -> tuple[float, float]:
        """The ends of the x axis."""
        return sanitize.limits((), self.low, self.high)

    def lines(self, columns: int, rows: int) -> list[Line]:
        shares = sum(panel.share for panel in self.panels)
        label = wrapped(self.label, columns) if self.label else []
        rows_left = max(SMALLEST_PANEL * len(self.panels), max(rows, self.least_rows) - len(label))
        drawn: list[Line] = []
        drawable = [clean(panel) for panel in self.panels]
        width = _y_width(self.panels, drawable)
        for number, panel in enumerate(self.panels):
            is_last = number == len(self.panels) - 1
            height = rows_left - len(drawn) if is_last else max(SMALLEST_PANEL, rows_left * panel.share // shares)
            drawn += [
                legend(panel, columns, paused=bool(self.shades)),
                *_drawn(self, panel, drawable[number], columns, height - 1, width, with_axis=is_last),
            ]
        return [*drawn, *(line(part.center(columns).rstrip(), "dim") for part in label)]

    def svg(self, width: int) -> tuple[str, int]:
        # Late: only a file needs the shapes.
        from journal.charts.render.plot_svg import plot_shapes

        return plot_shapes(self, width)


def legend(panel: Panel, columns: int, *, paused: bool = False) -> Line:
    """The name of the y axis, and of each series where there are several; what is shaded."""
    spans = [StyledSpan(panel.label, "bold")]
    if len(panel.series) > 1:
        signs = {"stems": "█", "hatched": HATCH, "line": "⠤⠒", "dotted": "···", "crossed": "×××", "points": "•"}
        spans += [
            StyledSpan(f"   {signs[series.style]} {on_one_line(series.name)}", series.ink) for series in panel.series
        ]
    if paused:
        spans.append(StyledSpan("   ░ paused", "dim"))
    used = ""
    fitting = []
    for span in spans:
        if cell_len(used + span.text) <= columns:
            used += span.text
            fitting.append(span)
    return tuple(fitting) or (StyledSpan(fitted(panel.label, columns)),)


def clean(panel: Panel) -> Drawable:
    """Each series with those of its points that can be drawn."""
    return [
        (series, (sanitize.heaped if series.style == "points" else sanitize.points)(series.x, series.y))
        for series in panel.series
    ]


def scale(panel: Panel, drawable: Drawable, steps: int) -> tuple[float, float, list[float]]:
    """The ends of a panel's y axis and round ticks; whole numbers on counts."""
    heights = [point.y for _, points in drawable for point in points]
    low, high = sanitize.limits((min(heights), max(heights)) if heights else (), panel.low, panel.high)
    step = (high - low) / max(1, steps)
    size = 10.0 ** len(str(int(step))) / 10 if step >= 1 else 1.0
    while not panel.whole and size > step:
        size /= 10
    nice = next((size * factor for factor in (1, 2, 5, 10, 20, 50) if size * factor >= step), step)
    if nice > high - low:  # one tick alone says nothing of the height
        nice = max((size * factor for factor in (1, 2, 5) if size * factor <= high - low), default=nice)
    first = -(-low // nice) * nice
    ticks = [round(first + number * nice, 9) for number in range(steps + 2)]
    high, ticks = max(high, 1.0 if panel.whole else high), [tick for tick in ticks if low <= tick <= high + nice * 1e-9]
    return low, high, ticks if len(ticks) > 1 else [low, high]


def _drawn(
    plot: Plot, panel: Panel, drawable: Drawable, columns: int, rows: int, width: int, *, with_axis: bool
) -> list[Line]:
    """A panel by plotext; `width` is that of the labels on the y axis. Only the lowest has the x axis of all."""
    import plotext  # late: the text and the SVG of a view do without it

    plotext.terminal.limit(False, False)
    low, high, ticks = scale(panel, drawable, max(2, rows // 3))
    figure: Any = type(plotext.figure)(plotext.terminal)
    figure.plot_size(columns, rows)
    figure.theme("colorless")
    _shade(plotext, figure, plot, columns, rows, (low, high))
    for series, points in sorted(drawable, key=lambda pair: pair[0].style != "line"):  # a line behind stems cuts none
        colour = plotext.pixel(foreground=_COLOURS.get(series.ink, _COLOURS["first"]))
        if series.style == "points":
            _draw_points(plotext, figure, piled(points, columns - width, rows, (*plot.ends, low, high)), colour)
        elif points:
            _draw_series(plotext, figure, series, sanitize.thinned(points, columns, *plot.ends), colour)
    for side, axis in (("upper", "x"), ("right", "y"), *(() if with_axis else (("lower", "x"),))):
        figure.axes(False, axis=axis, side=side)
    for x, _ in plot.marks:
        if sanitize.is_sane(x):
            figure.line(x, "vertical", relative=True, pixel=plotext.pixel(foreground=_COLOURS["mark"]))
    figure.ruler("y", "left").lim(low, high)
    figure.ruler("y", "left").ticks(ticks, [number_words(tick).rjust(width) for tick in ticks])
    figure.ruler("x", "lower").lim(*plot.ends)
    inside = [(x, label) for x, label in plot.ticks if plot.ends[0] <= x <= plot.ends[1]]
    figure.ruler("x", "lower").ticks(*zip(*inside, strict=True) if inside and with_axis else ([], []))
    lines = [_line(text) for text in figure.build().string().split("\n")]
    while lines and not any(span.text.strip() for span in lines[-1]):
        lines.pop()
    return lines


def _shade(plotext: Any, figure: Any, plot: Plot, columns: int, rows: int, heights: tuple[float, float]) -> None:
    """A grey ground where the diary was paused, under all else."""
    left, right = plot.ends
    low, high = heights
    shaded = {round(x) for x in plot.shades}
    across = [left + (right - left) * (column + 0.5) / columns for column in range(columns)]
    inside = [x for x in across if round(x) in shaded]
    up = [low + (high - low) * (row + 0.5) / rows for row in range(rows)]
    if inside:
        marker = plotext.marker("░", plotext.pixel(foreground=_GREY))
        figure.draw(figure.signal([x for x in inside for _ in up], [y for _ in inside for y in up], marker=marker))


def _y_width(panels: tuple[Panel, ...], drawable: list[Drawable]) -> int:
    """The widest tick of all panels, so that their x axes stand under each other."""
    ticks = [
        tick
        for panel, points_of_panel in zip(panels, drawable, strict=True)
        for tick in scale(panel, points_of_panel, 8)[2]
    ]
    return max([1, *(len(number_words(tick)) for tick in ticks)])


def _draw_series(plotext: Any, figure: Any, series: Series, points: list[Point], colour: Any) -> None:
    markers = {"line": "braille", "hatched": HATCH, "dotted": "·", "crossed": "×"}
    marker = plotext.marker(markers.get(series.style, "hd"), colour)
    signal = figure.signal([point.x for point in points], [point.y for point in points], marker=marker)
    if series.style in ("stems", "hatched"):
        signal.fillx()
    elif series.style == "line":
        signal.lines()
        for number, point in enumerate(points):
            if not point.joined:
                signal.line(number, False)
    figure.draw(signal)


def piled(
    points: list[Point], columns: int, rows: int, ends: tuple[float, float, float, float]
) -> dict[tuple[float, float], int]:
    """How many points fall together into a cell of the screen, at the coordinates of the first of them."""
    left, right, low, high = ends
    first: dict[tuple[int, int], tuple[float, float]] = {}
    piles: Counter[tuple[float, float]] = Counter()
    for point in points:
        across, up = (point.x - left) / (right - left), (point.y - low) / (high - low)
        cell = (round(across * max(1, columns - 2)), round(up * max(1, rows - 3)))
        piles[first.setdefault(cell, (point.x, point.y))] += point.times
    return piles


def _draw_points(plotext: Any, figure: Any, piles: dict[tuple[float, float], int], colour: Any) -> None:
    """A dot for one, a digit where several lie on each other, + for ten and more."""
    signs: dict[str, list[tuple[float, float]]] = {}
    for position, number in piles.items():
        signs.setdefault("•" if number == 1 else str(number) if number < 10 else "+", []).append(position)
    for sign, positions in signs.items():
        marker = plotext.marker(sign, colour)
        figure.draw(figure.signal([x for x, _ in positions], [y for _, y in positions], marker=marker))


def _line(text: str) -> Line:
    """A line of plotext's, its colours as inks."""
    spans: list[StyledSpan] = []
    ink: Ink = ""
    for number, part in enumerate(_CODE.split(text)):
        if number % 2:
            ink = _INKS.get(part, "")
        elif part:
            spans.append(StyledSpan(part, ink))
    return tuple(spans)
