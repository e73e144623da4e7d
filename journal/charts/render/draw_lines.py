"""A figure as lines that fit a width and a height."""

from journal.charts.figure import Figure
from journal.charts.styled_text import Line, line, text_of
from journal.terminal import wrapped

LEAST_ROWS = 6


def lines(figure: Figure, columns: int, rows: int) -> list[Line]:
    """The title, the pictures, and the sentence with its remarks under them. The last picture takes what is left."""
    sentences: list[Line] = []
    for sentence in (figure.sentence, *figure.remarks):
        sentences += [line(part) for part in wrapped(sentence, columns)]
    drawn: list[Line] = [line(part, "bold") for part in wrapped(figure.title, columns)]
    rows_left = max(LEAST_ROWS, rows - len(sentences) - len(drawn))
    for number, picture in enumerate(figure.pictures):
        share = rows_left - LEAST_ROWS * (len(figure.pictures) - number - 1)
        part = picture.lines(columns, max(LEAST_ROWS, share))
        rows_left -= len(part)
        drawn += part
    return [*map(_bare, drawn), *sentences]


def _bare(spans_of_line: Line) -> Line:
    """Without spaces at the end."""
    spans = list(spans_of_line)
    while spans and not spans[-1].text.rstrip(" "):
        spans.pop()
    if spans and text_of(spans[-1:]).endswith(" "):
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" "))
    return tuple(spans)
