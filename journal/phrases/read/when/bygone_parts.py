"""Parts of a day that are over: `last evening` is yesterday's, `that evening` needs its day."""

from datetime import date

from journal.catalog.everyday import SIGNS
from journal.moments import PARTS
from journal.phrases.read.when.dates import DAY_WORDS
from journal.phrases.read.words.amounts import DIGITS
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, word_at

OF_YESTERDAY = ("evening", "afternoon")
"""Behind `last`; a last morning may be today's, and the last night has words of its own."""


def with_yesterday(tokens: list[Token], line_day: date | None) -> list[Token]:
    """The tokens with `last evening` as `yesterday evening`; `that evening` is refused where no day is said."""
    texts = [token.text.rstrip(SIGNS) if not token.quoted else "" for token in tokens]
    if "note" in texts:
        return tokens
    has_day = line_day is not None or any(text in DAY_WORDS or _is_date(text) for text in texts)
    spoken = [*tokens]
    for position, (token, part) in enumerate(zip(tokens, texts[1:], strict=False)):
        text, before = texts[position], word_at(tokens, position - 1) if position else ""
        is_of_others = before in ("the", "my", "our") or word_at(tokens, position + 2) == "of"
        latest = "last night" if part == "night" else f"yesterday {part}"
        if text == "that" and part in PARTS and not has_day:
            raise may_be_note(f"“that {part}”: of which day? Say it like `{latest}` or `Friday {part}`")
        if text != "last" or part not in PARTS or part == "night":
            continue
        if is_of_others or line_day or part not in OF_YESTERDAY:
            raise may_be_note(f"“last {part}”: of which day? Say it like `{latest}` or `this {part}`")
        spoken[position] = token._replace(text="yesterday", typed=token.as_typed)
    return spoken


def _is_date(text: str) -> bool:
    """Whether a word may be a date in figures: `2026-11-20`, `20.11.`"""
    return text[:1].isdecimal() and not text.strip(f"{DIGITS}-./") and not text.isdecimal()
