"""What is printed: the user's text verbatim, control characters as pictures, lines fitted to the terminal."""

import os
import shutil
import sys
import unicodedata

import click

NARROWEST = 40


def say(text: str = "", *, bold: bool = False, dim: bool = False) -> None:
    """A line on standard output; bold and dim only on a terminal that has colours."""
    shown = pictured(text.rstrip(" "))
    sys.stdout.write((click.style(shown, bold=bold or None, dim=dim or None) if coloured() else shown) + "\n")


def warn(text: str) -> None:
    """A line on standard error."""
    sys.stderr.write(f"{pictured(text)}\n")


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
    if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs"):
        return letter
    code = ord(letter)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹{code:02X}›"


def width() -> int:
    """The columns to fit: those of the terminal or of COLUMNS, 80 elsewhere, never fewer than 40."""
    return max(NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def cells(text: str) -> int:
    """The columns that a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_cells(letter) for letter in text)


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, columns: int) -> list[str]:
    """Text in lines of at most so many columns, broken at spaces where it can be; newlines are kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            joined = f"{line} {word}" if line else word
            if cells(joined) <= columns:
                line = joined
                continue
            if line:
                lines.append(line)
            line = word
            while cells(line) > columns:
                cut = _fits(line, columns)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return lines


def _fits(text: str, columns: int) -> int:
    taken = 0
    for place, letter in enumerate(text):
        taken += _cells(letter)
        if taken > columns:
            return max(1, place)
    return len(text)


def hanging(first: str, text: str, indent: int | None = None) -> list[str]:
    """A text behind a first word, its further lines indented as far as the first one."""
    indent = cells(first) if indent is None else indent
    lines = wrapped(text, max(10, width() - indent))
    return [first + lines[0], *(" " * indent + line for line in lines[1:])]


def coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
