"""A figure as lines that fit a width and a height."""

from journal.charts.figure import Figure
from journal.charts.styled_text import Line, StyledSpan, line, text_of
from journal.terminal import cell_len, fitted, wrapped

LEAST_ROWS = 6
"""Of a picture among others."""


def lines(figure: Figure, columns: int, rows: int, more: str = "") -> list[Line]:
    """The title, the pictures, and the sentence with its remarks under them. The last picture takes what is left.

    With `more` all of it fits where that can be: what is said folds before a picture does, and `more` says so.
    """
    sentences: list[Line] = []
    for sentence in (figure.sentence, *figure.remarks):
        sentences += [line(part) for part in wrapped(sentence, columns)]
    drawn: list[Line] = [line(part, "bold") for part in wrapped(figure.title, columns)]
    rows_left = max(LEAST_ROWS, rows - len(sentences) - len(drawn))
    if more:
        needs = [getattr(picture, name, 0) for picture in figure.pictures for name in ("readable_rows", "least_rows")]
        least = LEAST_ROWS * (len(figure.pictures) - 1) + max(needs, default=0)
        rows_left = max(rows_left, min(least, rows - len(drawn) - 1))
    for number, picture in enumerate(figure.pictures):
        share = rows_left - LEAST_ROWS * (len(figure.pictures) - number - 1)
        part = picture.lines(columns, max(LEAST_ROWS, share))
        rows_left -= len(part)
        drawn += part
    if more and figure.pictures:
        sentences = _folded(sentences, columns, max(1, rows - len(drawn)), more)
    return [*map(_bare, drawn), *sentences]


def _folded(sentences: list[Line], columns: int, rows: int, more: str) -> list[Line]:
    """At most so many lines, the last of which says then how to read the rest."""
    if len(sentences) <= rows:
        return sentences
    last = fitted(text_of(sentences[rows - 1]) + "…", max(1, columns - cell_len(more) - 1)).rstrip()
    return [*sentences[: rows - 1], (StyledSpan(f"{last} "), StyledSpan(more, "dim"))]


def _bare(spans_of_line: Line) -> Line:
    """Without spaces at the end."""
    spans = list(spans_of_line)
    while spans and not spans[-1].text.rstrip(" "):
        spans.pop()
    if spans and text_of(spans[-1:]).endswith(" "):
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" "))
    return tuple(spans)
