"""A line cut into words and quoted texts, before anything is known of what they mean."""

from typing import NamedTuple

from journal.errors import PhraseRefused

ESCAPES = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


class Token(NamedTuple):
    """A word in small letters, or a quoted text verbatim; `start` and `end` are its place in the line.

    `open` is a quote that is never closed: harmless inside a note, refused anywhere else.
    """

    text: str
    start: int
    end: int
    quoted: bool = False
    open: bool = False


def clean(line: str | bytes) -> str:
    """The line as text without what can neither be stored nor shown; refuses it otherwise."""
    if isinstance(line, bytes):
        line = line.decode("utf-8", "surrogateescape")
    for character in line:
        if character in "\n\t":
            continue
        if character < " " or "\x7f" <= character <= "\x9f":
            raise PhraseRefused(f"the line holds a control character (U+{ord(character):04X}), which cannot be stored")
        if "\ud800" <= character <= "\udfff":
            raise PhraseRefused("the line is not UTF-8 text; nothing of it was stored")
    if not line.strip():
        raise PhraseRefused("the line is empty; say what happened, for example `left calf 4 2m`")
    return line


def tokens(line: str, start: int = 0) -> list[Token]:
    """Words parted by spaces, underscores and commas (a comma between two digits belongs to the number)."""
    found: list[Token] = []
    at, end = start, len(line)
    while at < end:
        character = line[at]
        if character == '"':
            text, after = quoted(line, at)
            found.append(Token(text or "", at, after, quoted=True, open=text is None))
            at = after
        elif _parts(line, at):
            at += 1
        else:
            after = at
            while after < end and line[after] != '"' and not _parts(line, after):
                after += 1
            found.append(Token(line[at:after].lower().replace("’", "'"), at, after))
            at = after
    return found


def _parts(line: str, at: int) -> bool:
    character = line[at]
    if character == ",":
        return not (line[at - 1 : at].isdecimal() and line[at + 1 : at + 2].isdecimal())
    return character == "_" or character.isspace()


def quoted(line: str, at: int) -> tuple[str | None, int]:
    """The text of the quote that opens at `at`, and where it ends; None if it is never closed."""
    text: list[str] = []
    place = at + 1
    while place < len(line):
        character = line[place]
        if character == '"':
            return "".join(text), place + 1
        if character == "\\" and line[place + 1 : place + 2] in ESCAPES and place + 1 < len(line):
            text.append(ESCAPES[line[place + 1]])
            place += 2
        else:
            text.append(character)
            place += 1
    return None, len(line)


def quote(text: str) -> str:
    """Any text in quotes, so that reading them gives it back."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def pieces(line: str, start: int) -> list[tuple[int, int]]:
    """The records of a `DAY: a, b, c` line as places in it: a comma and a space part them, a quote does not,
    and `note` takes the rest."""
    found: list[tuple[int, int]] = []
    begin = at = start
    while at <= len(line):
        if at == len(line) or (line[at] == "," and (at + 1 == len(line) or line[at + 1].isspace())):
            if line[begin:at].strip():
                found.append((begin, at))
            begin = at = at + 1
        elif line[at] == '"':
            _, at = quoted(line, at)
        elif line[begin:at].strip() == "" and line[at : at + 4].lower() == "note" and _ends(line, at + 4):
            found.append((begin, len(line)))
            return found
        else:
            at += 1
    return found


def _ends(line: str, at: int) -> bool:
    return at >= len(line) or line[at] == '"' or _parts(line, at)


def from_arguments(arguments: tuple[str, ...] | list[str]) -> str:
    """The line that a shell's arguments say: one is the line; of several, one that holds a space is quoted text."""
    if len(arguments) == 1:
        return arguments[0]
    return " ".join(quote(word) if any(letter.isspace() for letter in word) else word for word in arguments)
