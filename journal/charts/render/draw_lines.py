"""A figure as lines that fit a width and a height."""

from typing import NamedTuple

from journal.charts.figure import Figure
from journal.charts.styled_text import Line, StyledSpan, line, text_of
from journal.terminal import cell_len, fitted, wrapped

LEAST_ROWS = 6
"""Of a picture that does not say how many it needs."""


class Page(NamedTuple):
    """Lines that may scroll, and one that stays under them then: the first of what is said."""

    lines: list[Line]
    below: Line = ()


def lines(figure: Figure, columns: int, rows: int) -> list[Line]:
    """The title, the pictures, and the sentence with its remarks under them; in more rows where a picture needs it."""
    drawn, sentences = _parts(figure, columns, rows)
    return [*drawn, *sentences]


def page(figure: Figure, columns: int, rows: int, folded: str, scrolled: str) -> Page:
    """The same for a screen: what is said folds before a picture does, and `folded` says where all of it is. Where the
    pictures alone take more rows, `scrolled` says that there is more below."""
    drawn, sentences = _parts(figure, columns, rows, folds=True)
    rows_left = rows - len(drawn)
    if not figure.pictures or rows_left >= len(sentences):
        return Page([*drawn, *sentences])
    if rows_left > 0:
        return Page([*drawn, *sentences[: rows_left - 1], _ended(sentences[rows_left - 1], columns, folded)])
    return Page([*drawn, *sentences], _ended(sentences[0], columns, scrolled))


def _parts(figure: Figure, columns: int, rows: int, *, folds: bool = False) -> tuple[list[Line], list[Line]]:
    """The title with the pictures, and what is said. The last picture takes what is left."""
    sentences = [line(part) for sentence in (figure.sentence, *figure.remarks) for part in wrapped(sentence, columns)]
    drawn: list[Line] = [line(part, "bold") for part in wrapped(figure.title, columns)]
    least = [getattr(picture, "least_rows", LEAST_ROWS) for picture in figure.pictures]
    rows_left = rows - len(sentences) - len(drawn)
    if folds:  # one row beyond the least is the second line of an axis
        rows_left = max(rows_left, min(sum(least) + 1, rows - len(drawn) - 1))
    for number, picture in enumerate(figure.pictures):
        part = picture.lines(columns, max(least[number], rows_left - sum(least[number + 1 :])))
        rows_left -= len(part)
        drawn += part
    return [_bare(drawn_line) for drawn_line in drawn], sentences


def _ended(sentence: Line, columns: int, more: str) -> Line:
    """As much of a line as leaves room for where the rest is."""
    beginning = fitted(text_of(sentence) + "…", max(1, columns - cell_len(more) - 1)).rstrip()
    return (StyledSpan(f"{beginning} "), StyledSpan(more, "dim"))


def _bare(spans_of_line: Line) -> Line:
    """Without spaces at the end."""
    spans = list(spans_of_line)
    while spans and not spans[-1].text.rstrip(" "):
        spans.pop()
    if spans and text_of(spans[-1:]).endswith(" "):
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" "))
    return tuple(spans)
