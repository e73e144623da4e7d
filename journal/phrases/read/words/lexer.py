"""A line cut into words and quoted texts, before anything is known about their meaning."""

import os
from typing import NamedTuple

from journal.catalog.everyday import SHORT_FORMS
from journal.catalog.letters import QUOTES, plain
from journal.errors import PhraseRefused

ESCAPES = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


class Token(NamedTuple):
    """A word in small letters, or a quoted text verbatim; `start` and `end` are its place in the line.

    `open` is a quote that is never closed: harmless inside a note, refused anywhere else. `typed` is what stood there
    where the word was put in its place: x2 for twice.
    """

    text: str
    start: int
    end: int
    quoted: bool = False
    open: bool = False
    typed: str = ""
    capitals: str = ""
    """The word with its capitals, where it has some."""

    @property
    def as_typed(self) -> str:
        typed = self.capitals[: len(self.text)]  # without a full stop behind it
        return self.typed or (typed if typed.lower() == self.text else self.text)


def plain_text(text: str | bytes) -> str:
    """Text from a file, a pipe or the clipboard: without the mark that Windows sets before UTF-8 (also where files were
    put together), its lines ended by \\n. Bytes that are not UTF-8 are kept as surrogates, which `clean` refuses."""
    if isinstance(text, bytes):
        if text.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in text[:2]:
            raise PhraseRefused("the text is UTF-16, as PowerShell writes it; save it as UTF-8. Nothing was stored")
        text = text.decode("utf-8", "surrogateescape")
    return text.replace("\r\n", "\n").removeprefix("\ufeff").replace("\n\ufeff", "\n")


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
            raise PhraseRefused("the line is not UTF-8 text and cannot be stored")
    if not line.strip():
        raise PhraseRefused("the line is empty; say what happened, for example `left calf 4 2m`")
    return line


def tokenize(line: str, start: int = 0) -> list[Token]:
    """Words separated by spaces, underscores and commas (a comma between two digits belongs to the number)."""
    tokens: list[Token] = []
    position, end = start, len(line)
    while position < end:
        character = line[position]
        if character in QUOTES:
            text, after = quoted(line, position)
            tokens.append(Token(text or "", position, after, quoted=True, open=text is None))
            position = after
        elif _parts(line, position):
            position += 1
        else:
            after = position
            while after < end and line[after] not in QUOTES and not _parts(line, after):
                after += 1
            if tokens_of_instant := _instant(line, position, after):
                tokens += tokens_of_instant
            elif written := plain(line[position:after]):
                text = written.lower()
                word = SHORT_FORMS.get(text) or _with_half(text)
                typed, capitals = "" if word is text else written, "" if written == text else written
                tokens.append(Token(word, position, after, typed=typed, capitals=capitals))
            position = after
    return tokens


def _with_half(text: str) -> str:
    """`7:15p.m.` as 7:15pm, `7p.m.-8p.m.` as 7pm-8pm."""
    if ".m.-" in text:
        return "-".join(map(_with_half, text.split("-")))
    hour, half = text.rstrip(".")[:-3], text.rstrip(".")[-3:]
    return f"{hour}{half[0]}m" if half in ("a.m", "p.m") and hour[-1:].isdecimal() else text


def _instant(line: str, start: int, end: int) -> list[Token]:
    """The date and the clock of `2026-11-20T14:05`."""
    day, mark, clock = line[start:end].lower().partition("t")
    if not mark or day.count("-") != 2 or len(day) != len("2026-11-20") or ":" not in clock:
        return []
    middle = start + len(day)
    return [Token(day, start, middle), Token(clock, middle, end)]


def without_colons(tokens: list[Token]) -> list[Token]:
    """`stress: 6` without its colon; a day that begins a line has lost it before."""
    return [
        token._replace(text=token.text[:-1]) if token.text.endswith(":") and token.text[:-1].isalpha() else token
        for token in tokens
    ]


def word_at(tokens: list[Token], position: int) -> str:
    """The word at a position; empty beyond the ends, and for quoted text."""
    return tokens[position].text if 0 <= position < len(tokens) and not tokens[position].quoted else ""


def joined(tokens: list[Token], position: int, end: int) -> str:
    """The words from one position up to another, as they were typed."""
    return " ".join(token.as_typed for token in tokens[position:end])


def _parts(line: str, position: int) -> bool:
    character = line[position]
    if character == ",":
        return not (line[position - 1 : position].isdecimal() and line[position + 1 : position + 2].isdecimal())
    return character == "_" or character.isspace()


def quoted(line: str, opening: int) -> tuple[str | None, int]:
    """The text of the quote that opens at `opening`, and where it ends; None if it is never closed. A plain quote is
    closed by a plain one, a typographic one by any other."""
    text: list[str] = []
    position = opening + 1
    closing = '"' if line[opening] == '"' else QUOTES
    while position < len(line):
        character = line[position]
        if character in closing:
            return "".join(text), position + 1
        if character == "\\" and line[position + 1 : position + 2] in ESCAPES and position + 1 < len(line):
            text.append(ESCAPES[line[position + 1]])
            position += 2
        else:
            text.append(character)
            position += 1
    return None, len(line)


def quote(text: str) -> str:
    """Any text in quotes, so that reading them gives it back."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def pieces(line: str, start: int) -> list[tuple[int, int]]:
    """Where each record of a `DAY: a, b, c` line begins and ends: commas with a space separate them, but not within
    quotes, and `note` takes the rest of the line."""
    spans: list[tuple[int, int]] = []
    begin = position = start
    while position <= len(line):
        if position == len(line) or (
            line[position] == "," and (position + 1 == len(line) or line[position + 1].isspace())
        ):
            if line[begin:position].strip():
                spans.append((begin, position))
            begin = position = position + 1
        elif line[position] in QUOTES:
            _, position = quoted(line, position)
        elif (
            line[begin:position].strip() == ""
            and line[position : position + 4].lower() == "note"
            and _ends(line, position + 4)
        ):
            spans.append((begin, len(line)))
            return spans
        else:
            position += 1
    return spans


def _ends(line: str, position: int) -> bool:
    return position >= len(line) or line[position] in QUOTES or _parts(line, position)


def from_arguments(arguments: tuple[str, ...] | list[str]) -> str:
    """The line that a shell's arguments say: one is the line; of several, one that holds a space is quoted text."""
    texts = [_in_utf8(word) for word in arguments]
    if len(texts) == 1:
        return texts[0]
    return " ".join(quote(word) if any(letter.isspace() for letter in word) else word for word in texts)


def _in_utf8(argument: str) -> str:
    """The argument as it was typed, where Python was told a locale that knows ASCII alone; else as it is."""
    return argument if argument.isascii() else os.fsencode(argument).decode("utf-8", "surrogateescape")
