"""Panels of series over one x axis, drawn by plotext in the terminal."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from journal.charts.render import sanitize
from journal.charts.render.sanitize import Point
from journal.charts.styled_text import Ink, Line, StyledSpan, line, text_of
from journal.phrases.write.format_number import number_words
from journal.terminal import cell_len, cut, on_one_line, wrapped

PANEL_ROWS = 10
"""Of a panel, without its name and the axis: with fewer a chart tells little. Where they do not fit, the page is
longer than the terminal."""
AXIS_ROWS, AXIS_GAP = 2, 3
COLUMNS_A_MARK = 8
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


@dataclass(frozen=True)
class Plot:
    """Panels over each other that share their x axis; `ticks` are (x, label), `marks` upright lines."""

    panels: tuple[Panel, ...]
    label: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[tuple[float, str], ...] = ()
    marks_mean: str = ""
    """What all of the marks are, where a word says it."""
    shades: tuple[float, ...] = ()
    """The places on the x axis, one wide, at which the diary was paused."""

    @property
    def ends(self) -> tuple[float, float]:
        """The ends of the x axis."""
        return sanitize.limits((), self.low, self.high)

    @property
    def least_rows(self) -> int:
        """Each panel has its rows and its name, and the axis one."""
        return (PANEL_ROWS + 1) * len(self.panels) + 1

    def lines(self, columns: int, rows: int) -> list[Line]:
        """Where there are few rows, the axis is one of them, under the first panel: so it is in sight beside each of
        two of which the lower one is reached by scrolling."""
        label = wrapped(self.label, columns) if self.label else []
        legends = [legend(panel, columns, None if number else self) for number, panel in enumerate(self.panels)]
        needed_rows = PANEL_ROWS * len(self.panels) + sum(map(len, legends)) + AXIS_ROWS + len(label)
        is_tight = rows < needed_rows
        if is_tight and self.label:
            legends[0] = legend(self.panels[0], columns, self, across=self.label)
        axis_rows, axis_at = (1, 0) if is_tight else (AXIS_ROWS + len(label), len(self.panels) - 1)
        rows_left = max(rows - axis_rows - sum(map(len, legends)), PANEL_ROWS * len(self.panels))
        drawn: list[Line] = []
        drawable = [clean(panel) for panel in self.panels]
        width = _y_width(self.panels, drawable)
        for number, panel in enumerate(self.panels):
            height = rows_left // (len(self.panels) - number)
            rows_left -= height
            ticks = None if number != axis_at else _thinned(self.ticks, columns) if is_tight else self.ticks
            panel_lines = _drawn(self, panel, drawable[number], columns, height, width, ticks)
            drawn += [*legends[number], *(_with_short_axis(panel_lines, ticks) if is_tight else panel_lines)]
        return [*drawn, *(line(part.center(columns).rstrip(), "dim") for part in label if not is_tight)]

    def marks_drawn(self, columns: int) -> tuple[tuple[float, str], ...]:
        """The marks; none where so many lines would be a curtain before the bars."""
        return self.marks if len({x for x, _ in self.marks}) <= columns // COLUMNS_A_MARK else ()

    def svg(self, width: int) -> tuple[str, int]:
        # Late: only a file needs the shapes.
        from journal.charts.render.plot_svg import plot_shapes

        return plot_shapes(self, width)


def legend(panel: Panel, columns: int, plot: Plot | None = None, across: str = "") -> list[Line]:
    """The name of the y axis, and of each series where there are several; what is shaded, and what else of the plot
    has no line of its own."""
    spans = [StyledSpan(panel.label, "bold")]
    if len(panel.series) > 1:
        signs = {"stems": "█", "hatched": HATCH, "line": "⠤⠒", "dotted": "···", "crossed": "×××", "points": "•"}
        spans += [
            StyledSpan(f"{signs[series.style]} {on_one_line(series.name)}", series.ink) for series in panel.series
        ]
    if plot and plot.shades:
        spans.append(StyledSpan("░ paused", "dim"))
    if plot and plot.marks and plot.marks_mean:
        is_drawn = plot.marks_drawn(columns)
        of_marks = f"│ {plot.marks_mean}" if is_drawn else f"{len(plot.marks)} {plot.marks_mean} in the text"
        spans.append(StyledSpan(of_marks, "mark"))
    if across:
        spans.append(StyledSpan(f"across: {across}", "dim"))
    gap = next((gap for gap in (3, 2, 1) if _cells(spans, gap) <= columns), 2)
    lines: list[list[StyledSpan]] = [[]]
    for span in spans:
        cut_span = span._replace(text=cut(span.text, columns))
        if lines[-1] and _cells([*lines[-1], cut_span], gap) > columns:
            lines.append([])
        lines[-1].append(cut_span)
    return [_spaced(spans_of_line, gap) for spans_of_line in lines]


def _cells(spans: list[StyledSpan], gap: int) -> int:
    return sum(cell_len(span.text) for span in spans) + gap * (len(spans) - 1)


def _spaced(spans: list[StyledSpan], gap: int) -> Line:
    between = StyledSpan(" " * gap)
    return tuple(part for span in spans for part in (between, span))[1:]


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
    plot: Plot,
    panel: Panel,
    drawable: Drawable,
    columns: int,
    rows: int,
    width: int,
    ticks_across: tuple[tuple[float, str], ...] | None,
) -> list[Line]:
    """A panel in so many rows and, with ticks of the x axis, `AXIS_ROWS` more; `width` is of the y axis's labels."""
    import plotext  # late: the text and the SVG of a view do without it

    plotext.terminal.limit(False, False)
    rows += 0 if ticks_across is None else AXIS_ROWS
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
    for side, axis in (("upper", "x"), ("right", "y"), *(() if ticks_across is not None else (("lower", "x"),))):
        figure.axes(False, axis=axis, side=side)
    for x, _ in plot.marks_drawn(columns):
        if sanitize.is_sane(x):
            figure.line(x, "vertical", relative=True, pixel=plotext.pixel(foreground=_COLOURS["mark"]))
    figure.ruler("y", "left").lim(low, high)
    figure.ruler("y", "left").ticks(ticks, [number_words(tick).rjust(width) for tick in ticks])
    figure.ruler("x", "lower").lim(*plot.ends)
    inside = [(x, label) for x, label in ticks_across or () if plot.ends[0] <= x <= plot.ends[1]]
    figure.ruler("x", "lower").ticks(*zip(*inside, strict=True) if inside else ([], []))
    lines = [_line(text) for text in figure.build().string().split("\n")]
    while lines and not any(span.text.strip() for span in lines[-1]):
        lines.pop()
    return lines


def _thinned(ticks: tuple[tuple[float, str], ...], columns: int) -> tuple[tuple[float, str], ...]:
    """As many, from the first on, as have room for their labels beside them on the axis."""
    longest = max((cell_len(label) for _, label in ticks), default=0)
    return ticks[:: max(1, -(-(longest + AXIS_GAP) * len(ticks) // columns))]


def _with_short_axis(lines: list[Line], ticks: tuple[tuple[float, str], ...] | None) -> list[Line]:
    """Each label on the axis itself, behind its tick, or before it at the end."""
    if not ticks or "└" in text_of(lines[-1]):
        return lines
    axis, labels = list(text_of(lines[-2])), text_of(lines[-1])
    tick_columns = [column for column, sign in enumerate(axis) if sign in "┬┼"]
    begin = 0
    for _, label in ticks:
        position = labels.find(label, begin)
        if position < 0 or not tick_columns:  # plotext had no room for it
            continue
        begin = position + len(label)
        middle = position + len(label) / 2 - 0.5
        tick = min(tick_columns, key=lambda column: abs(column - middle))
        is_at_end = tick + len(label) >= len(axis)
        start = tick - len(label) if is_at_end else tick + 1
        if set(axis[start - is_at_end : start + len(label)]) <= set("─┴"):
            axis[start : start + len(label)] = label
    return [*lines[:-2], line("".join(axis))]


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
