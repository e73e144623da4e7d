"""A chapter as lines for a terminal or a pipe."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from journal.guide.chapter import LINK
from journal.terminal import cell_len, padded, wrapped

WIDEST = 90
"""Columns: longer lines are hard to read."""
MARKS = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<plain>[^*\s][^*]*?)\*|`(?P<code>[^`]+)`")
ITEM = re.compile(r"(?P<mark>- |\d\d?\. )(?P<text>.*)")


class TypesetLine(NamedTuple):
    """A line of a page; `bold` are its spans, from and to which letter, that stand out where that can be shown."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()


def typeset(markdown: str, columns: int) -> Iterator[TypesetLine]:
    """The lines of a page, of at most so many columns; a table keeps its width."""
    for block in re.split(r"\n\s*\n", markdown.strip()):
        yield from _block(block, min(columns, WIDEST))
        yield TypesetLine("")


def _block(block: str, columns: int) -> Iterator[TypesetLine]:
    first = block.split("\n", 1)[0]
    if first.startswith("#"):
        title = _linked(first.lstrip("# "))
        yield from (TypesetLine(line, ((0, len(line)),)) for line in wrapped(title, columns))
        if first.startswith("# "):
            yield TypesetLine("=" * min(columns, cell_len(title)))
    elif first.startswith("|"):
        yield from map(TypesetLine, _table(block))
    elif first.startswith("> "):
        box = "\n".join(line[2:] for line in block.split("\n"))
        for line in [*typeset(box, columns - 2)][:-1]:
            yield _indented(line, "| ")
    elif ITEM.match(first):
        for item in re.split(r"\n(?=- |\d\d?\. )", block):
            yield from _item(item, columns)
    else:
        yield from _paragraph(block, columns)


def _item(item: str, columns: int) -> Iterator[TypesetLine]:
    match = ITEM.match(item)
    if not match:
        yield from _paragraph(item, columns)
        return
    mark = match["mark"]
    for number, line in enumerate(_paragraph(item[len(mark) :], columns - len(mark))):
        yield _indented(line, " " * len(mark) if number else mark)


def _indented(line: TypesetLine, before: str) -> TypesetLine:
    by = len(before)
    return TypesetLine(f"{before}{line.text}".rstrip(), tuple((begin + by, end + by) for begin, end in line.bold))


def _paragraph(text: str, columns: int) -> Iterator[TypesetLine]:
    plain, bold = _without_marks(_linked(" ".join(text.split())))
    offset = 0
    for line in wrapped(plain, columns):
        offset = plain.index(line, offset)
        end = offset + len(line)
        spans = ((max(begin, offset) - offset, min(stop, end) - offset) for begin, stop in bold)
        yield TypesetLine(line, tuple((begin, stop) for begin, stop in spans if begin < stop))
        offset = end


def _linked(text: str) -> str:
    """A link says the name by which `guide` knows the chapter."""
    return LINK.sub(lambda link: f"{link[1]} (`guide{'' if link[2] == 'index' else f' {link[2]}'}`)", text)


def _without_marks(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the signs of Markdown, and what of it is bold; code keeps its backticks."""
    plain, bold, offset = "", [], 0
    for match in MARKS.finditer(text):
        plain += text[offset : match.start()]
        inner = match["bold"] or match["plain"] or match[0]
        if match["bold"]:
            bold.append((len(plain), len(plain) + len(inner)))
        plain += inner
        offset = match.end()
    return plain + text[offset:], bold


def _table(block: str) -> Iterator[str]:
    cells = [
        [_without_marks(cell.strip())[0] for cell in line.strip().strip("|").split("|")]
        for line in block.split("\n")
        if not set(line) <= set("|-: ")
    ]
    widths = [max(cell_len(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        yield "  ".join(padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
