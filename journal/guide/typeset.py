"""A chapter as lines for a terminal, a pipe or a screen."""

import re
from collections.abc import Iterator

from journal.charts.styled_text import Line, StyledSpan, text_of
from journal.guide.chapter import LINK
from journal.terminal import cell_len, padded, wrapped

WIDEST = 90
"""Columns: longer lines are hard to read."""
MARKS = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<plain>[^*\s][^*]*?)\*|`(?P<code>[^`]+)`")
ITEM = re.compile(r"- |\d\d?\. ")
FEWEST_WORDS = 3
"""Of a line that begins a longer text."""


def typeset(markdown: str, columns: int) -> Iterator[Line]:
    """The lines of a page, of at most so many columns."""
    columns = min(columns, WIDEST)
    for block in re.split(r"\n\s*\n", markdown.strip()):
        yield from _block(block, columns)
        yield ()


def linked_by_command(markdown: str) -> str:
    """The page with links as the shell can follow them: by the command that opens the chapter."""
    return LINK.sub(r"\1 (`guide \2`)", markdown)


def linked_by_title(markdown: str) -> str:
    """The page with links that stand out, where something else beside it leads to them."""
    return LINK.sub(r"**\1**", markdown)


def _block(block: str, columns: int) -> Iterator[Line]:
    first = block.split("\n", 1)[0]
    if first.startswith("#"):
        title = first.lstrip("# ")
        yield from ((StyledSpan(text, "bold"),) for text in wrapped(title, columns))
        if first.startswith("# "):
            yield (StyledSpan("=" * min(columns, cell_len(title))),)
    elif first.startswith("|"):
        yield from _table(block, columns)
    elif first.startswith("> "):
        box = "\n".join(line[2:] for line in block.split("\n"))
        for line in [*typeset(box, columns - 2)][:-1]:
            yield (StyledSpan("| " if line else "|"), *line)
    elif ITEM.match(first):
        for item in re.split(r"\n(?=- |\d\d?\. )", block):
            yield from _item(item, columns)
    else:
        yield from _paragraph(block, columns)


def _item(item: str, columns: int) -> Iterator[Line]:
    mark = match[0] if (match := ITEM.match(item)) else ""
    for number, line in enumerate(_paragraph(item[len(mark) :], columns - len(mark))):
        yield (StyledSpan(" " * len(mark) if number else mark), *line)


def _paragraph(text: str, columns: int) -> Iterator[Line]:
    plain, bold = _without_marks(" ".join(text.split()))
    offset = 0
    for line in wrapped(plain, columns):
        offset = plain.index(line, offset)
        end = offset + len(line)
        spans, begin = [], offset
        for first, last in bold:
            if first < end and last > offset:
                spans += [
                    StyledSpan(plain[begin:first]),
                    StyledSpan(plain[max(first, offset) : min(last, end)], "bold"),
                ]
                begin = min(last, end)
        yield (*(span for span in spans if span.text), StyledSpan(plain[begin:end]))
        offset = end


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


def _table(block: str, columns: int) -> Iterator[Line]:
    """A table; one that is too wide as a list, each row with the names of its columns."""
    cells = [
        [_without_marks(cell.strip())[0] for cell in line.strip().strip("|").split("|")]
        for line in block.split("\n")
        if not set(line) <= set("|-: ")
    ]
    widths = [max(cell_len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = ["  ".join(padded(cell, width) for cell, width in zip(row, widths, strict=True)) for row in cells]
    if max(map(cell_len, lines)) <= columns:
        yield from ((StyledSpan(line.rstrip()),) for line in lines)
        return
    names, *rows = cells
    for row in rows:
        values = ", ".join(f"{name} {value}" for name, value in zip(names[1:], row[1:], strict=True))
        yield from _item(f"- {f'{names[0]} {row[0]}'.strip()}: {values}", columns)


def line_of(heading: str, lines: list[Line], passage: str = "") -> int:
    """The line of a heading, or where a passage that stands under it begins; 0 where there is no such heading."""
    first = _beginning(heading, lines, 0) or 0
    begins = _beginning(passage, lines, first)
    return first if begins is None else begins


def _beginning(text: str, lines: list[Line], first: int) -> int | None:
    """The first line, from one on, with which the text begins; the last word of a paragraph may be that of another."""
    whole = _plain_words(text)
    for number in range(first, len(lines)):
        begun = _plain_words(ITEM.sub("", text_of(lines[number]).strip(), count=1))
        if begun and whole[: len(begun)] == begun and len(begun) >= min(FEWEST_WORDS, len(whole)):
            return number
    return None


def _plain_words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
