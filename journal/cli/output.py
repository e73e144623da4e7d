"""What is printed: the user's text verbatim, control characters as pictures, lines fitted to the terminal."""

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from journal.cli.patience import waiting
from journal.terminal import cell_len, hanging, on_one_line, padded, printable, wrapped

if TYPE_CHECKING:
    from journal.charts.styled_text import Line

NARROWEST, USUAL = 40, 80
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def say(text: str = "", *, bold: bool = False, dim: bool = False) -> None:
    """A line on standard output; bold and dim only on a terminal that has colours."""
    waiting.end()
    safe = printable(text.rstrip(" "))
    if (bold or dim) and coloured():
        safe = f"{BOLD if bold else DIM}{safe}{PLAIN}"
    sys.stdout.write(f"{safe}\n")


def say_json(value: object, after: str = "", indent: int | None = None) -> None:
    """A value as JSON on standard output, its control characters escaped."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    say(text.translate({code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}) + after)


def data(text: str) -> None:
    """A file's text on standard output: as it is for a pipe, made harmless for a terminal."""
    waiting.end()
    sys.stdout.write(printable(text) if sys.stdout.isatty() else text)


def picture(lines: Iterable["Line"]) -> None:
    """Lines with ink on standard output; the ink only on a terminal that has colours."""
    from journal.charts import styled_text  # a `log` draws nothing, and must not wait for it

    waiting.end()
    with_ink = coloured()
    for line in lines:
        plain = printable(styled_text.text_of(line)).rstrip(" ")
        sys.stdout.write(f"{styled_text.coloured(line) if with_ink else plain}\n")


def ask_for(prompt: str) -> None:
    """What stands before the words that a person is to type, on the same line."""
    waiting.end()
    sys.stdout.write(printable(prompt))
    sys.stdout.flush()


def warn(text: str) -> None:
    """A line on standard error, fitted to the width where a person reads it."""
    safe = on_one_line(text)
    with suppress(OSError, ValueError):  # nowhere is left to say it
        waiting.end()
        lines = wrapped(safe, width()) if sys.stderr.isatty() else [safe]
        sys.stderr.write("".join(f"{line}\n" for line in lines))
        sys.stderr.flush()


def width() -> int:
    """The columns to fit: those of COLUMNS or of the terminal, 80 elsewhere, never fewer than 40."""
    variable = os.environ.get("COLUMNS", "")
    columns = int(variable) if variable.isdecimal() else 0
    if not columns:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            columns = 0
    return max(NARROWEST, columns or USUAL)


def paragraph(text: str, first: str = "", indent: int | None = None, *, dim: bool = False) -> None:
    """A text on standard output behind its first words, fitted to the width, its further lines indented."""
    columns = width()
    if "COLUMNS" not in os.environ and not sys.stdout.isatty():  # a path that another program reads stays whole
        columns = max(columns, cell_len(first) + max(map(cell_len, text.split()), default=0))
    for line in hanging(printable(text), columns, first, indent):
        say(line, dim=dim)


def rows(table: Sequence[tuple[str, ...]]) -> None:
    """Rows in columns, the last one wrapped; under the others where the terminal is narrow."""
    if not table:
        return
    table = [tuple(map(printable, row)) for row in table]
    widths = [max(cell_len(row[column]) for row in table) for column in range(len(table[0]) - 1)]
    for row in table:
        first = "".join(padded(cell, size + 2) for cell, size in zip(row[:-1], widths, strict=True))
        if cell_len(first) > width() // 2:
            say(first)
            first = "    "
        if row[-1] or first.strip():
            paragraph(row[-1], first)


def coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
