"""What is printed: the user's text verbatim, control characters as pictures, lines fitted to the terminal."""

import os
import sys
from collections.abc import Sequence

NARROWEST, USUAL = 40, 80
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def say(text: str = "", *, bold: bool = False, dim: bool = False) -> None:
    """A line on standard output; bold and dim only on a terminal that has colours."""
    shown = pictured(text.rstrip(" "))
    if (bold or dim) and coloured():
        shown = f"{BOLD if bold else DIM}{shown}{PLAIN}"
    sys.stdout.write(f"{shown}\n")


def say_json(value: object, after: str = "", indent: int | None = None) -> None:
    """A value as JSON on standard output, its control characters escaped."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    say(text.translate({code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}) + after)


def warn(text: str) -> None:
    """A line on standard error, fitted to the width where a person reads it."""
    shown = pictured(text)
    lines = wrapped(shown, width()) if sys.stderr.isatty() else [shown]
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def sentence(text: str) -> str:
    """A message that begins with a capital and ends with a full stop."""
    end = "" if text.endswith((".", "?", "!")) else "."
    return text[:1].upper() + text[1:] + end


def pictured(text: str) -> str:
    """The text with each control character but newline and tab as a picture of itself (U+2400 and on)."""
    if text.isprintable():
        return text
    return "".join(_picture(letter) for letter in text)


def _picture(letter: str) -> str:
    from unicodedata import category

    if letter in "\n\t" or category(letter) not in ("Cc", "Cs"):
        return letter
    code = ord(letter)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹{code:02X}›"


def width() -> int:
    """The columns to fit: those of COLUMNS or of the terminal, 80 elsewhere, never fewer than 40."""
    said = os.environ.get("COLUMNS", "")
    columns = int(said) if said.isdecimal() else 0
    if not columns:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            columns = 0
    return max(NARROWEST, columns or USUAL)


def cells(text: str) -> int:
    """The columns that a text takes: wide characters two, combining ones none, a tab at most eight."""
    if text.isascii() and "\t" not in text:
        return len(text)
    return sum(_cells(letter) for letter in text)


def _cells(letter: str) -> int:
    from unicodedata import category, east_asian_width

    if letter == "\t":
        return 8
    if letter == "\ufe0f":  # makes the one before it an emoji, which is wide
        return 1
    if category(letter) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """The text with blanks behind it up to so many columns."""
    return text + " " * (columns - cells(text))


def wrapped(text: str, columns: int) -> list[str]:
    """Text in lines of at most so many columns, broken at a space where there is one; all else is kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        rest = paragraph
        while (cut := _fits(rest, columns)) < len(rest):
            space = rest.rfind(" ", 0, cut + 1)
            end, begin = (space, space + 1) if rest[: max(space, 0)].strip() else (cut, cut)
            lines.append(rest[:end])
            rest = rest[begin:]
        lines.append(rest)
    return lines


def _fits(text: str, columns: int) -> int:
    """How many characters fit."""
    taken = 0
    for place, letter in enumerate(text):
        taken += cells(letter)
        if taken > columns:
            return max(1, place)
    return len(text)


def hanging(first: str, text: str, indent: int | None = None) -> list[str]:
    """A text behind a first word, its further lines indented as far as the first one."""
    indent = cells(first) if indent is None else indent
    lines = wrapped(pictured(text), max(10, width() - indent))
    return [first + lines[0], *(" " * indent + line for line in lines[1:])]


def paragraph(text: str, indent: int = 0) -> None:
    """A text on standard output, fitted to the width, its further lines indented."""
    for line in hanging("", text, indent):
        say(line)


def rows(table: Sequence[tuple[str, ...]]) -> None:
    """Rows in columns, the last one wrapped; under the others where the terminal is narrow."""
    widths = [max(cells(row[column]) for row in table) for column in range(len(table[0]) - 1)]
    for row in table:
        first = "".join(cell + " " * (size + 2 - cells(cell)) for cell, size in zip(row[:-1], widths, strict=True))
        if cells(first) > width() // 2:
            say(first)
            first = "    "
        for line in hanging(first, row[-1]):
            say(line)


def coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
