"""Words that look like a side of the body and are none: `left work early`, `left turn`, `I left at 5pm`."""

from journal.catalog import everyday
from journal.catalog.lexicon import Lexicon
from journal.phrases.read.refuse.beside import clause_end, clause_start, names_within
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, word_at
from journal.phrases.read.words.remedies import is_parted

BESIDE_A_SIDE = frozenset("one side hand again think only mainly mostly this time more so still was is too".split())
"""Plain words that leave it a side, in a clause without a place."""


def refuse_loose_sides(line: str, tokens: list[Token], labels: list[str], lexicon: Lexicon) -> None:
    """Refuse `left my bag`, `I'm left handed`, `I left at 5pm, calf 3`: it is no side of a place."""
    for position in range(len(tokens)):
        text, before = word_at(tokens, position), word_at(tokens, position - 1)
        following = "" if is_parted(line, tokens, position + 1) else word_at(tokens, position + 1)
        if labels[position] != "kept" or not lexicon.slug_of("side", text):
            continue
        if following in ("worse", "worst", "stronger", "more", "most") and word_at(tokens, position + 2) != "than":
            raise may_be_note(f"“{text} {following}”: which side was it? Say left, right or both")
        is_alone = "site" not in names_within(
            tokens, range(clause_start(line, tokens, position), clause_end(line, tokens, position + 1)), lexicon
        )
        is_verb = (before in everyday.LEAVES and ("plain" in labels or is_alone)) or following in everyday.LEFT_BEHIND
        is_verb = is_verb or (following == "at" and is_alone)
        is_verb = is_verb or (following in everyday.WHOSE and _is_thing(line, tokens, labels, position + 2))
        is_handed = text in ("left", "right") and following in everyday.HANDED
        if (text == "left" and is_verb) or is_handed:
            phrase = f"{text} {following}" if following else f"{before} left"
            raise may_be_note(f"“{phrase}”: is {text} a side? Say it beside the place, as in `{text} calf`")
        if is_alone and text in ("left", "right", "both"):
            _refuse_of_thing(line, tokens, labels, position, lexicon)


def _refuse_of_thing(line: str, tokens: list[Token], labels: list[str], position: int, lexicon: Lexicon) -> None:
    """Refuse `left turn, calf 3` and `turn right, calf 3`: in a clause before that of the place it may be another's."""
    end = clause_end(line, tokens, position + 1)
    has_place_behind = "site" in names_within(tokens, range(end, len(tokens)), lexicon)
    for index in (position - 1, position + 1):
        is_beside = not is_parted(line, tokens, max(index, position)) and 0 <= index < len(tokens)
        word = word_at(tokens, index)
        if not has_place_behind and word not in everyday.TURNED:
            continue
        if is_beside and labels[index] == "plain" and word.isalpha() and word not in BESIDE_A_SIDE:
            first, side = min(index, position), word_at(tokens, position)
            places = "both calves" if side == "both" else f"{side} calf"
            phrase = f"{word_at(tokens, first)} {word_at(tokens, first + 1)}"
            raise may_be_note(f"“{phrase}”: is {side} a side? Say it beside the place, as in `{places}`")


def _is_thing(line: str, tokens: list[Token], labels: list[str], position: int) -> bool:
    """Whether a plain word at a position names a thing, and says nothing of a place behind it: `left my poor calf`."""
    is_word = labels[position : position + 1] == ["plain"]
    is_next = labels[position + 1 : position + 2] == ["kept"] and not is_parted(line, tokens, position + 1)
    return is_word and not is_next
