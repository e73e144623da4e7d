"""Panels of series as SVG shapes."""

from journal.charts.render.plot import Panel, Plot, Series, clean, legend, scale
from journal.charts.render.sanitize import Point
from journal.charts.render.svg import COLOURS, LETTER, text_at, xml_text
from journal.charts.styled_text import text_of
from journal.terminal import cell_len

_PANEL, _LEFT, _RIGHT, _TOP = 200, 60, 20, 30
"""The height of a panel, and what is left free beside and above it, pixels."""


def plot_shapes(figure: Plot, width: int) -> tuple[str, int]:
    """Panels under each other."""
    parts, top = [], 0
    for panel in figure.panels:
        parts.append(f'<g transform="translate(0 {top})">{_panel(figure, panel, width)}</g>')
        top += _PANEL + _TOP + 10
    low, high = figure.ends
    for x, label in figure.ticks:
        if low <= x <= high:
            parts.append(text_at(_across(x, low, high, width), top + 8, label, "dim", anchor="middle"))
    if figure.label:
        parts.append(text_at(width / 2, top + 30, figure.label, "dim", anchor="middle"))
    return "".join(parts), top + (40 if figure.label else 18)


def _across(x: float, low: float, high: float, width: int) -> float:
    return _LEFT + (x - low) / (high - low) * (width - _LEFT - _RIGHT)


def _panel(figure: Plot, panel: Panel, width: int) -> str:
    drawable = clean(panel)
    low, high, ticks = scale(panel, drawable, 5)
    bottom = _TOP + _PANEL

    def down(y: float) -> float:
        return bottom - (min(max(y, low), high) - low) / (high - low) * (_PANEL - 10)

    parts = [text_at(_LEFT, 20, text_of(legend(panel, 90)[0][:1]), weight="bold")]
    column = _LEFT + (cell_len(panel.label) + 3) * LETTER
    for series in panel.series if len(panel.series) > 1 else ():
        parts.append(text_at(column, 20, series.name, series.ink))
        column += (cell_len(series.name) + 3) * LETTER
    for shade in figure.shades:
        x, end = (_across(shade + half, *figure.ends, width) for half in (-0.5, 0.5))
        title = "<title>paused</title>"
        parts.append(
            f'<rect x="{x:.1f}" y="{_TOP}" width="{end - x:.1f}" height="{_PANEL}" fill="#e4e7eb">{title}</rect>'
        )
    for tick in ticks:
        y = down(tick)
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{width - _RIGHT}" stroke="#d9e2ec"/>')
        parts.append(text_at(_LEFT - 8, y + 5, f"{tick:g}", "dim", anchor="end"))
    for mark, label in figure.marks:
        x = _across(mark, *figure.ends, width)
        title = f"<title>{xml_text(label)}</title>"
        line = f'<path d="M{x:.1f} {_TOP}V{bottom}" stroke="{COLOURS["mark"]}" stroke-dasharray="4 3">'
        parts.append(f"{line}{title}</path>")
    for series, points in drawable:
        placed = [(_across(point.x, *figure.ends, width), down(point.y), point) for point in points]
        parts += _shapes(series, placed, bottom, width)
    parts.append(f'<path d="M{_LEFT} {_TOP}V{bottom}H{width - _RIGHT}" fill="none" stroke="{COLOURS["dim"]}"/>')
    return "".join(parts)


def _shapes(series: Series, placed: list[tuple[float, float, Point]], bottom: float, width: int) -> list[str]:
    """A series as a path, circles, or stems that stand on the bottom."""
    colour = COLOURS[series.ink]
    if series.style in ("line", "dotted", "crossed"):
        path = "".join(f"{'L' if point.joined else 'M'}{x:.1f} {y:.1f}" for x, y, point in placed)
        return [f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'] if path else []
    if series.style == "points":
        return [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y, _ in placed]
    wide = max(1.5, min(24.0, (width - _LEFT - _RIGHT) / max(1, len(series.x)) * 0.7))
    return [
        f'<rect x="{x - wide / 2:.1f}" y="{y - 2:.1f}" width="{wide:.1f}" height="{bottom - y + 2:.1f}"'
        f' fill="{colour}"/>'
        for x, y, _ in placed
    ]
