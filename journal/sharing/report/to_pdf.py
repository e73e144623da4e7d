"""A report as a PDF, set by typst: tagged, PDF/UA-1, fonts embedded, the same bytes for the same content.

Its own fonts come first, so that a page looks the same on every machine; those of the machine are looked for only where
a letter has none. A letter that no font has is named in brackets, never dropped.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, time
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from typst import Compiler, TypstError

from journal.sharing.report import page_data
from journal.sharing.report.content import Report
from journal.sharing.report.fit import LIMITS, Limits, fitted
from journal.sharing.report.parts import Paper

TEMPLATE = Path(__file__).with_name("page.typ")
STANDARD = "ua-1"
END = "<end-of-first-page>"
TRIES = 4
_MISSING = re.compile(r'(?:the text|codepoint) `"((?:[^"\\]|\\.)+)"`(?: could not be displayed)?')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


class Typeset(NamedTuple):
    """The bytes of a PDF; the letters that are named because no font has them; whether it is PDF/UA-1."""

    pdf: bytes
    named: tuple[str, ...]
    is_accessible: bool


class _Letters:
    """What is known of the letters of a report: which no font has, and whether the fonts of the machine are needed."""

    def __init__(self) -> None:
        self.named: frozenset[str] = frozenset()
        self.own_fonts_only = True


def typeset(report: Report, paper: Paper) -> Typeset:
    """The page, on one page of paper as far as that can be; what has no room there follows on the second. Of the limits
    the first that fit are looked for by halves, as few are tried."""
    letters = _Letters()
    page, fits = _typeset(report, paper, LIMITS[0], letters)
    low, high, best = 1, len(LIMITS) - 1, None
    while not fits and low < high:
        middle = (low + high) // 2
        candidate, fits_so = _typeset(report, paper, LIMITS[middle], letters)
        if fits_so:
            high, best = middle, candidate
        else:
            low = middle + 1
    return page if fits else best or _typeset(report, paper, LIMITS[-1], letters)[0]


def _typeset(report: Report, paper: Paper, limits: Limits, letters: _Letters) -> tuple[Typeset, bool]:
    """The page within limits, and whether its first page holds what it has to."""
    content = page_data.page_data(*fitted(report, limits), paper, limits)
    for _ in range(TRIES):
        compiler = _compiler(content, letters)
        try:
            pdf = _pdf(compiler, report, [STANDARD])
        except TypstError as error:
            missing = missing_letters(error)
            if not missing:
                raise
            if letters.own_fonts_only:
                letters.own_fonts_only = False
            else:
                letters.named |= missing
            continue
        fits = json.loads(compiler.query(END, field="value", one=True)) == 1
        return Typeset(pdf, tuple(sorted(letters.named)), is_accessible=True), fits
    pdf = _pdf(_compiler(content, letters), report, [])
    return Typeset(pdf, tuple(sorted(letters.named)), is_accessible=False), True


def _compiler(content: dict[str, Any], letters: _Letters) -> Compiler:
    data = json.dumps(_with_names(content, letters.named), ensure_ascii=False)
    return Compiler(str(TEMPLATE), ignore_system_fonts=letters.own_fonts_only, sys_inputs={"data": data})


def _pdf(compiler: Compiler, report: Report, standards: list[Any]) -> bytes:
    made = datetime.combine(report.made_on, time(12), UTC)
    pdf = compiler.compile(format="pdf", pdf_standards=standards, timestamp=made)
    if not isinstance(pdf, bytes):
        raise TypeError(f"typst made {type(pdf).__name__} of a page")
    return pdf


# ---- letters that no font has ---------------------------------------------------------------------------------


def missing_letters(error: TypstError) -> frozenset[str]:
    """The letters that typst could not show, by its own account."""
    return frozenset(
        letter for text in _MISSING.findall(error.diagnostic) for letter in _unescaped(text) if letter not in _JOINERS
    )


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else _SIMPLE.get(match[2], match[2]), text)


def _with_names(value: Any, missing: frozenset[str]) -> Any:
    """The content with the names of the letters that are missing in their places."""
    if not missing:
        return value
    if isinstance(value, str):
        return named_text(value, missing)
    if isinstance(value, dict):
        return {key: _with_names(item, missing) for key, item in value.items()}
    return [_with_names(item, missing) for item in value] if isinstance(value, list | tuple) else value


def named_text(text: str, missing: frozenset[str]) -> str:
    """`你好 🙂 calf` as `[2 CJK letters] [slightly smiling face] calf`."""
    if missing.isdisjoint(text):
        return text
    parts = []
    for kind, letters in groupby(text, lambda letter: _kind(letter, missing)):
        run = "".join(letters)
        parts.append(run if kind is None else _run_name(kind, [letter for letter in run if letter not in _JOINERS]))
    return "".join(parts)


def _kind(letter: str, missing: frozenset[str]) -> str | None:
    """The script of a letter that is missing, `sign` for one that is no letter; None for what can be printed."""
    if letter not in missing:
        return "" if letter in _JOINERS else None
    if unicodedata.category(letter)[0] not in "LM":
        return "sign"
    return script_of(letter)


@cache
def script_of(letter: str) -> str:
    """The first word of a letter's name: CJK, Hangul, Thai."""
    first = unicodedata.name(letter, "unnamed").split()[0]
    return first if first == "CJK" else first.capitalize()


def _run_name(kind: str, letters: Iterable[str]) -> str:
    letters = list(letters)
    if not letters:
        return ""
    if kind == "sign":
        return "".join(f"[{unicodedata.name(letter, f'U+{ord(letter):04X}').lower()}]" for letter in letters)
    return f"[{len(letters)} {kind} {'letter' if len(letters) == 1 else 'letters'}]"
