"""What a terminal makes of a text: the columns it takes, lines that fit, and nothing that would steer the terminal.

Widths are rich's, by which Textual lays out its lines too: a grapheme as a whole (an emoji of several code points, a
flag, a letter with its marks) takes 0, 1 or 2 columns.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from journal.errors import PhraseRefused, Refused

TAB = 8
"""The most columns a tab can take: up to the terminal's next stop."""

TAB_ON_SCREEN = 4
LONGEST_QUOTED = 60
"""Columns of what a refusal quotes."""
_QUOTED = re.compile(r"“([^“”]*)”")

_NARROW = frozenset(
    chr(code)
    for codes in (range(0x20, 0x7F), range(0xA0, 0x300), range(0x370, 0x483), range(0x2010, 0x2028))
    for code in codes
)
"""Letters and signs of one column each. Texts of these alone, in Latin, Greek or Cyrillic, do without rich: its import
takes 13 ms, which somebody who logs a twitch would wait for."""


def printable(text: str) -> str:
    """The text with each control character but newline and tab as a picture of itself (U+2400 and on)."""
    if text.isprintable():
        return text
    return "".join(letter if letter in "\n\t" else _picture(letter) for letter in text)


def _picture(letter: str) -> str:
    code = ord(letter)
    if code < 0x20:
        return chr(0x2400 + code)
    if 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:  # the other controls, and halves of surrogate pairs
        return "␡" if code == 0x7F else f"‹{code:02X}›"
    return letter


def on_screen(text: str) -> str:
    """The text as a widget or a picture may show it: printable, its tabs filled up with spaces."""
    return printable(text).expandtabs(TAB_ON_SCREEN)


def on_one_line(text: str) -> str:
    """The text on screen, ends of line as signs."""
    return on_screen(text).replace("\n", "⏎")


def path_words(path: Path | str) -> str:
    """The path of a file as it is named to the user, who may have put an end of line into it."""
    return on_one_line(str(path))


def in_xml(text: str) -> str:
    """A text on screen as XML 1.0 may hold it (2.2): `�` for the two signs that are no characters."""
    return text.replace("\ufffe", "�").replace("\uffff", "�")


def sentence(text: str) -> str:
    """A message that begins with a capital, but for the name of a file, and ends with a full stop."""
    is_file = "." in text.partition(" ")[0].rstrip(".,:;")
    begin = text[:1] if is_file else text[:1].upper()
    return begin + text[1:] + ("" if text.endswith((".", "?", "!", "…")) else ".")


def refusal_sentence(refused: Refused) -> str:
    """What is said of a refusal: on one line, whatever the files are called of which it speaks; only lines of the
    user's that were read together are each refused on a line of its own. Of what is quoted the beginning is enough."""
    text = _QUOTED.sub(lambda quoted: f"“{cut(quoted[1], LONGEST_QUOTED)}”", str(refused))
    return sentence(text if isinstance(refused, PhraseRefused) else on_one_line(text))


def quotable(text: str) -> str:
    """A word of a command as a message may quote it: on one line, and of a long one the beginning."""
    return cut(on_one_line(text), LONGEST_QUOTED)


def cell_len(text: str) -> int:
    """The columns that a text of one line takes; a tab the most it can."""
    if _NARROW.issuperset(text):
        return len(text)
    from rich.cells import cell_len as rich_cell_len

    return rich_cell_len(text) + TAB * text.count("\t")


def _graphemes(text: str) -> Iterator[tuple[int, int, int]]:
    """Each grapheme of a text: where it begins, where it ends, its columns."""
    if _NARROW.issuperset(text):
        yield from ((index, index + 1, 1) for index in range(len(text)))
        return
    from rich.cells import split_graphemes

    offset = 0
    for number, part in enumerate(text.split("\t")):
        if number:
            yield offset, offset + 1, TAB
            offset += 1
        for begin, end, columns in split_graphemes(part)[0]:
            yield offset + begin, offset + end, columns
        offset += len(part)


def cut(text: str, columns: int) -> str:
    """A text of at most so many columns; `…` stands for what is cut off."""
    if cell_len(text) <= columns:
        return text
    used = 0
    for begin, _, width in _graphemes(text):
        used += width
        if used > columns - 1:
            return text[:begin] + "…" * (columns > 0)
    return text


def padded(text: str, columns: int) -> str:
    """A text with spaces behind it up to so many columns."""
    return text + " " * (columns - cell_len(text))


def fitted(text: str, columns: int) -> str:
    """A text of exactly so many columns, cut or padded."""
    return padded(cut(text, columns), columns)


def wrapped(text: str, columns: int) -> list[str]:
    """Lines of at most so many columns, or of one grapheme that is wider.

    A line is broken at a space, which is left out, where it has one between words; all else is kept.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, columns)]


def _wrapped(paragraph: str, columns: int) -> Iterator[str]:
    first, used, space = 0, 0, -1  # of the line so far: its first letter, its columns, its last space between words
    for begin, end, width in _graphemes(paragraph):
        is_space = paragraph[begin:end] == " " and not paragraph[first:begin].isspace() and begin > first
        while used + width > columns and begin > first:
            if is_space:
                space = begin
            yield paragraph[first : space if space >= 0 else begin]
            first = space + 1 if space >= 0 else begin
            used, space = cell_len(paragraph[first:begin]), -1
        if first > begin:  # the space at which the line was broken
            used = 0
            continue
        used += width
        if is_space:
            space = begin
    yield paragraph[first:]


def hanging(text: str, columns: int, first: str = "", indent: int | None = None) -> list[str]:
    """A text behind its first words, wrapped; further lines are indented as far as those words reach, or `indent`."""
    indent = cell_len(first) if indent is None else indent
    head, *others = wrapped(text, max(10, columns - indent))
    return [first + head, *(" " * indent + line for line in others)]
