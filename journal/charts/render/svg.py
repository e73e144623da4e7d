"""A figure as an SVG file; a picture of letters as SVG text."""

from xml.sax.saxutils import escape

from journal.charts.figure import Figure
from journal.charts.styled_text import Line
from journal.terminal import cell_len, in_xml, on_one_line, wrapped

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


def document(figure: Figure, width: int = WIDTH) -> str:
    """A whole SVG file with a title and the sentence as its description."""
    parts, top = [], ROW + 10
    parts.append(text_at(10, top, figure.title, weight="bold"))
    top += 16
    for picture in figure.pictures:
        body, height = picture.svg(width)
        parts.append(f'<g transform="translate(0 {top})">{body}</g>')
        top += height + 8
    for sentence in (figure.sentence, *figure.remarks):
        for text in wrapped(sentence, int((width - 20) / LETTER)):
            top += ROW
            parts.append(text_at(10, top, text))
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
                element = text_at(10 + column * LETTER, (row + 1) * ROW - 4, span.text, span.ink, weight)
                parts.append(element.replace("<text ", f'<text textLength="{cell_len(span.text) * LETTER:.1f}" ', 1))
            column += cell_len(span.text)
    return "".join(parts), len(lines) * ROW + 6


def text_at(x: float, y: float, text: str, ink: str = "", weight: str = "", anchor: str = "") -> str:
    more = (f' font-weight="{weight}"' if weight else "") + (f' text-anchor="{anchor}"' if anchor else "")
    escaped = xml_text(text)
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{COLOURS[ink]}" xml:space="preserve"{more}>{escaped}</text>'


def xml_text(text: str) -> str:
    return escape(in_xml(on_one_line(text)))
