"""Rows of a label and a text as lines, the text beside its label or, where there is little room, under it."""

from collections.abc import Sequence

from journal.charts.styled_text import Line, StyledSpan, text_of
from journal.terminal import cell_len, padded, wrapped

NARROW = 60


def lines(rows: Sequence[tuple[str, str]], columns: int) -> list[Line]:
    label_columns = max(cell_len(label) for label, _ in rows) + 2
    drawn: list[Line] = []
    for label, text in rows:
        if columns < NARROW:
            drawn += [(StyledSpan(label, "bold"),), *((StyledSpan(part),) for part in wrapped(text, columns))]
        else:
            first, *others = wrapped(text, columns - label_columns)
            drawn.append((StyledSpan(padded(label, label_columns), "bold"), StyledSpan(first)))
            drawn += [(StyledSpan(" " * label_columns + part),) for part in others]
    return drawn


def plain(rows: Sequence[tuple[str, str]], columns: int) -> list[str]:
    return [text_of(line) for line in lines(rows, columns)]
