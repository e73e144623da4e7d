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
from journal.sharing.report.fit import LIMITS, fitted
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


class Page(NamedTuple):
    """A compiler that has the content of a page, by which it can be made."""

    compiler: Compiler
    timestamp: datetime


def typeset(report: Report, paper: Paper) -> Typeset:
    """The page, on one page of paper as far as that can be; what has no room there follows on the second."""
    named: frozenset[str] = frozenset()
    own_fonts_only = True
    for limits in LIMITS:
        content = page_data.page_data(*fitted(report, limits), paper, limits)
        for _ in range(TRIES):
            compiler = _compiler(_with_names(content, named), own_fonts_only=own_fonts_only)
            try:
                pdf = _pdf(compiler, report, [STANDARD])
            except TypstError as error:
                missing = missing_letters(error)
                if not missing:
                    raise
                if own_fonts_only:
                    own_fonts_only = False
                else:
                    named |= missing
                continue
            break
        else:
            compiler = _compiler(_with_names(content, named), own_fonts_only=own_fonts_only)
            return Typeset(_pdf(compiler, report, []), tuple(sorted(named)), is_accessible=False)
        if limits is LIMITS[-1] or json.loads(compiler.query(END, field="value", one=True)) == 1:
            break
    return Typeset(pdf, tuple(sorted(named)), is_accessible=True)


def _compiler(content: dict[str, Any], *, own_fonts_only: bool) -> Compiler:
    data = json.dumps(content, ensure_ascii=False)
    return Compiler(str(TEMPLATE), ignore_system_fonts=own_fonts_only, sys_inputs={"data": data})


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
