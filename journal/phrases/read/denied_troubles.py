"""Troubles of which a line says that there are none: `no weakness`, `without any muscle wasting`, `not sore`."""

from journal.catalog import everyday
from journal.catalog.lexicon import Lexicon
from journal.phrases.read.lexer import Token, word_at
from journal.phrases.read.remedies import is_parted

DENIES = ("no", "without", "not")
BETWEEN = frozenset("any muscle muscular real actual obvious clinical focal sign signs of or nor".split())
"""Between the denial and a trouble, or between two."""
CONDITIONS = frozenset("weak weakness wasting wastage atrophy thinning paralysis droop drooping slurring".split())
"""Of the words of alarm those that say how somebody is; what somebody did is never denied so."""
TROUBLES = everyday.TROUBLES | CONDITIONS


def end_at(line: str, tokens: list[Token], position: int, lexicon: Lexicon) -> int | None:
    """The position behind the troubles that are denied at a position; None where nothing or a mark of the grammar, as
    `no pain`, is denied there."""
    if word_at(tokens, position) not in DENIES or lexicon.slug_of("flag", word_at(tokens, position + 1)):
        return None
    end, last = position + 1, None
    while end < len(tokens) and not is_parted(line, tokens, end):
        if word_at(tokens, end) in TROUBLES:
            last = end + 1
        elif word_at(tokens, end) not in BETWEEN:
            break
        end += 1
    return last


def is_denied(line: str, tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a word of alarm at a position stands in what is denied, `no pain or weakness`."""
    if word_at(tokens, position).rstrip(everyday.SIGNS) not in CONDITIONS or is_parted(line, tokens, position):
        return False
    before = position - 1
    while before >= 0 and not is_parted(line, tokens, before):
        word = word_at(tokens, before)
        if word not in BETWEEN | TROUBLES and not lexicon.slug_of("flag", word):
            break
        before -= 1
    return word_at(tokens, before) in DENIES
