"""A figure as SVG: axes and series as shapes, grids of text as text."""

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from journal.charts.figure import Figure
from journal.charts.styled_text import Line, text_of
from journal.terminal import cell_len, in_xml, on_one_line, wrapped

if TYPE_CHECKING:
    from journal.charts.render.plot import Panel, Plot

WIDTH = 960
PAPER, TEXT = "#ffffff", "#1f2933"
COLOURS = {
    "": TEXT,
    "bold": TEXT,
    "dim": "#52606d",
    "first": "#0b7285",
    "second": "#9c36b5",
    "mark": "#9a6700",
    "shade1": "#3bc9db",
    "shade2": "#1098ad",
    "shade3": "#0b7285",
    "shade4": "#084c5a",
}
LETTER, ROW = 9.6, 20
"""The width of a letter and the height of a row, pixels, at 16 pixels a letter."""
_PANEL, _LEFT, _RIGHT, _TOP = 200, 60, 20, 30


def document(figure: Figure, width: int = WIDTH) -> str:
    """A whole SVG file with a title and the sentence as its description."""
    parts, top = [], ROW + 10
    parts.append(_text(10, top, figure.title, weight="bold"))
    top += 16
    for picture in figure.pictures:
        body, height = picture.svg(width)
        parts.append(f'<g transform="translate(0 {top})">{body}</g>')
        top += height + 8
    for sentence in (figure.sentence, *figure.remarks):
        for text in wrapped(sentence, int((width - 20) / LETTER)):
            top += ROW
            parts.append(_text(10, top, text))
    height = top + ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="16">'
        f"<title>{xml_text(figure.title)}</title><desc>{xml_text(figure.sentence)}</desc>"
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>{"".join(parts)}</svg>\n'
    )


def grid(lines: list[Line]) -> tuple[str, int]:
    """Lines of text, each letter in its place."""
    parts = []
    for row, line in enumerate(lines):
        column = 0
        for span in line:
            if span.text.strip():
                weight = "bold" if span.ink in ("bold", "shade4") else ""
                element = _text(10 + column * LETTER, (row + 1) * ROW - 4, span.text, span.ink, weight)
                parts.append(element.replace("<text ", f'<text textLength="{cell_len(span.text) * LETTER:.1f}" ', 1))
            column += cell_len(span.text)
    return "".join(parts), len(lines) * ROW + 6


def _text(x: float, y: float, text: str, ink: str = "", weight: str = "", anchor: str = "") -> str:
    more = (f' font-weight="{weight}"' if weight else "") + (f' text-anchor="{anchor}"' if anchor else "")
    escaped = xml_text(text)
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{COLOURS[ink]}" xml:space="preserve"{more}>{escaped}</text>'


def xml_text(text: str) -> str:
    return escape(in_xml(on_one_line(text)))


def plot(figure: "Plot", width: int) -> tuple[str, int]:
    """Panels under each other."""
    parts, top = [], 0
    for panel in figure.panels:
        parts.append(f'<g transform="translate(0 {top})">{_panel(figure, panel, width)}</g>')
        top += _PANEL + _TOP + 10
    low, high = figure.ends
    for x, label in figure.ticks:
        if low <= x <= high:
            parts.append(_text(_across(x, low, high, width), top + 8, label, "dim", anchor="middle"))
    if figure.label:
        parts.append(_text(width / 2, top + 30, figure.label, "dim", anchor="middle"))
    return "".join(parts), top + (40 if figure.label else 18)


def _across(x: float, low: float, high: float, width: int) -> float:
    return _LEFT + (x - low) / (high - low) * (width - _LEFT - _RIGHT)


def _panel(figure: "Plot", panel: "Panel", width: int) -> str:
    # Late, for plot.py imports this module: its pictures draw themselves as SVG too.
    from journal.charts.render.plot import clean, legend, scale

    drawable = clean(panel)
    low, high, ticks = scale(panel, drawable, 5)
    bottom = _TOP + _PANEL

    def down(y: float) -> float:
        return bottom - (min(max(y, low), high) - low) / (high - low) * (_PANEL - 10)

    parts = [_text(_LEFT, 20, text_of(legend(panel, 90)[:1]), weight="bold")]
    column = _LEFT + (cell_len(panel.label) + 3) * LETTER
    for series in panel.series if len(panel.series) > 1 else ():
        parts.append(_text(column, 20, series.name, series.ink))
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
        parts.append(_text(_LEFT - 8, y + 5, f"{tick:g}", "dim", anchor="end"))
    for mark, label in figure.marks:
        x = _across(mark, *figure.ends, width)
        title = f"<title>{xml_text(label)}</title>"
        line = f'<path d="M{x:.1f} {_TOP}V{bottom}" stroke="{COLOURS["mark"]}" stroke-dasharray="4 3">'
        parts.append(f"{line}{title}</path>")
    for series, points in drawable:
        colour = COLOURS[series.ink]
        placed = [(_across(point.x, *figure.ends, width), down(point.y), point) for point in points]
        if series.style in ("line", "dotted", "crossed"):
            path = "".join(f"{'L' if point.joined else 'M'}{x:.1f} {y:.1f}" for x, y, point in placed)
            parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>' if path else "")
        elif series.style == "points":
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y, _ in placed]
        else:
            wide = max(1.5, min(24.0, (width - _LEFT - _RIGHT) / max(1, len(series.x)) * 0.7))
            parts += [
                f'<rect x="{x - wide / 2:.1f}" y="{y - 2:.1f}" width="{wide:.1f}" height="{bottom - y + 2:.1f}"'
                f' fill="{colour}"/>'
                for x, y, _ in placed
            ]
    parts.append(f'<path d="M{_LEFT} {_TOP}V{bottom}H{width - _RIGHT}" fill="none" stroke="{COLOURS["dim"]}"/>')
    return "".join(parts)
