"""Weekdays and months that are words of something else: `in the sun`, `sat at my desk`, `3 may be tired`."""

from journal.catalog import turns_of_phrase
from journal.moments import PARTS
from journal.phrases.read.when.clocks import NAMED_CLOCKS, UNSAID_HALF
from journal.phrases.read.words.lexer import Token, word_at


def is_no_weekday(tokens: list[Token], position: int) -> bool:
    """`in the sun`, `sun woke me`, `sat at my desk`; but `sat at 5pm` and `sat in the evening` say a day."""
    text, following = word_at(tokens, position), word_at(tokens, position + 1)
    if text not in turns_of_phrase.NO_WEEKDAYS:
        return False
    before = word_at(tokens, position - 1)
    if before in turns_of_phrase.ALWAYS_BEFORE_DAYS:
        return False
    words_before, words_behind = turns_of_phrase.NO_WEEKDAYS[text]
    if before in words_before:
        return True
    if text == "sun" and following == "in":  # in my eyes
        return not {word_at(tokens, position + 2), word_at(tokens, position + 3)}.isdisjoint(("eyes", "face"))
    if text == "sun" and following in ("was", "is"):
        return word_at(tokens, position + 2) in turns_of_phrase.OF_THE_SUN
    return following in words_behind and not _is_when(tokens, position + 1)


def _is_when(tokens: list[Token], position: int) -> bool:
    """Whether a clock or a part of the day stands behind `at`, `in the`."""
    if word_at(tokens, position) not in ("at", "in"):
        return False
    word = word_at(tokens, position + 1)
    word = word_at(tokens, position + 2) if word == "the" else word
    return word[:1].isdecimal() or word[:1] == UNSAID_HALF or word in (*PARTS, *NAMED_CLOCKS)


def is_no_month(tokens: list[Token], position: int) -> bool:
    """The `may` of `left calf 3 may be tired`."""
    is_may = word_at(tokens, position) == "may"
    return is_may and word_at(tokens, position + 1) in turns_of_phrase.BEHIND_MAY
