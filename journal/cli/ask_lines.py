"""Questions on the terminal, of which each is answered by a line: of a person, or of a pipe."""

import sys

from journal.cli.output import ask_for, say, width
from journal.phrases.read.words.lexer import plain_text
from journal.terminal import cell_len, hanging, printable

INTERRUPTED = 130
"""The exit code of a command that its user breaks off (128 and the number of SIGINT)."""
LEAST_ROOM = 14
"""Columns for an answer; with fewer it gets a line of its own."""


def read_line(question: str, indent: str = "  ") -> str | None:
    """What is said to a question; None at the end of the input."""
    *above, last = hanging(printable(question), width(), indent)
    for part in above:
        say(part)
    if cell_len(last) + LEAST_ROOM > width():
        say(last)
        last = f"{indent}>"
    ask_for(f"{last} ")
    line = sys.stdin.buffer.readline()
    if not (line.endswith(b"\n") and sys.stdin.isatty()):
        say()  # nobody's Enter has ended the line
    return plain_text(line).rstrip("\n") if line else None


def further_lines() -> list[str]:
    """The lines of a pipe for which no question was left."""
    if sys.stdin.isatty():
        return []
    return [text for line in iter(sys.stdin.buffer.readline, b"") if (text := plain_text(line).strip())]
