"""Marks and troubles of which a line says that there are none: `no pain or numbness`, `without any muscle wasting`.

What is joined to a denied one by `or` is denied too, and so are those that commas part before it.
"""

from typing import NamedTuple

from journal.catalog import everyday
from journal.catalog.lexicon import Lexicon
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.remedies import is_parted
from journal.phrases.read.words.slots import name_at

DENIES = ("no", "without", "not")
BEFORE_ONE = frozenset("any muscle muscular real actual obvious clinical focal sign signs of".split())
"""Between the denial and what is denied."""
CONDITIONS = frozenset("weak weakness wasting wastage atrophy thinning paralysis droop drooping slurring".split())
"""Of the words of alarm those that say how somebody is; what somebody did is never denied so."""
FELT = ("pain", "numbness")
"""Marks that somebody feels."""
TROUBLES = everyday.TROUBLES | CONDITIONS


class DeniedWord(NamedTuple):
    """From one position up to another; a mark is one that an episode has, as `pain`."""

    start: int
    end: int
    is_mark: bool


def denied_at(line: str, tokens: list[Token], position: int, lexicon: Lexicon) -> list[DeniedWord]:
    """What is denied by the word at a position."""
    if word_at(tokens, position) not in DENIES:
        return []
    denied: list[DeniedWord] = []
    listed: list[DeniedWord] = []
    index, is_joined = position + 1, True
    while index < len(tokens):
        start = index
        while word_at(tokens, index) in BEFORE_ONE:
            index += 1
        name = name_at(lexicon, tokens, index)
        is_mark = name is not None and lexicon.slug_of("flag", name.text) is not None
        is_list = bool(denied) and is_parted(line, tokens, start)
        if not (is_mark or word_at(tokens, index) in TROUBLES) or not (is_joined or is_list) or (is_list and is_joined):
            break
        end = name.end if name and is_mark else index + 1
        listed.append(DeniedWord(index, end, is_mark))
        if is_joined:
            denied, listed = [*denied, *listed], []
        is_joined = word_at(tokens, end) in ("or", "nor") and not is_parted(line, tokens, end)
        index = end + is_joined
    return denied


def refuse_joined(tokens: list[Token], position: int, last: DeniedWord, lexicon: Lexicon) -> None:
    """Refuse `no pain and numbness`, of which the second may be denied or not."""
    following = name_at(lexicon, tokens, last.end + 1)
    is_felt = following is not None and lexicon.slug_of("flag", following.text) in FELT
    if following and is_felt and last.is_mark and word_at(tokens, last.end) in ("and", "&"):
        phrase = joined(tokens, position, following.end)
        raise may_be_note(f"“{phrase}”: both of them, or one? Say each, as in `no pain, no numbness`")


def denied_positions(line: str, tokens: list[Token], lexicon: Lexicon) -> set[int]:
    """Where the words of all that a line denies stand."""
    return {
        position
        for begin in range(len(tokens))
        for word in denied_at(line, tokens, begin, lexicon)
        for position in range(word.start, word.end)
    }


def is_denied(line: str, tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a word of alarm at a position stands in what is denied, `no pain or weakness`."""
    if word_at(tokens, position).rstrip(everyday.SIGNS) not in CONDITIONS:
        return False
    return any(
        denied.start == position for begin in range(position) for denied in denied_at(line, tokens, begin, lexicon)
    )
