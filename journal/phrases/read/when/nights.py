"""Nights as people say them: `in the night`, `half the night`, `on my night shift`."""

from journal.errors import PhraseRefused
from journal.moments import PARTS, UserClock
from journal.phrases.read.words.lexer import Token, word_at

BEFORE_NIGHT = ("in", "during", "throughout", "through", "over")
"""Before `the night`."""
PARTS_OF_NIGHT = ("half", "most", "much", "middle", "all", "rest", "of")
"""Before `the night`, or `of the night`, they say how much of it: the word itself is left to the note."""
WHOLE = ("whole", "entire", "full")
"""Between `the` and `night`."""
WORK = ("shift", "shifts", "duty")
BEFORE_SHIFT = ("in", "on", "at", "during", "throughout", "through", "over", "of", "for", "all", *WHOLE)
BEFORE_AN_EVENT = frozenset(
    "parents parents' parent's parent open quiz bingo karaoke games game poker movie film date bonfire prom gala awards"
    " opening curry pub club hen stag girls girls' lads lads' ladies ladies' comedy trivia fireworks election".split()
)
"""Before `evening` and `night` they name what took place."""
OWN = ("the", "my", "a", "this", "our", "last")


def night_at(tokens: list[Token], position: int) -> int | None:
    """The position behind `night` where the words from a position up to it say the night just past; None where they
    say none."""
    word, following = word_at(tokens, position), word_at(tokens, position + 1)
    if word == "overnight":
        return position + 1
    if (word, following) in (("all", "night"), ("over", "night")):
        return position + 2
    if word == "night" and word_at(tokens, position - 1) == "of" and word_at(tokens, position - 2) in PARTS_OF_NIGHT:
        return position + 1
    if word in WHOLE and following == "night":
        return position + 2
    before = word_at(tokens, position - 1)
    is_part = word == "the" and before in PARTS_OF_NIGHT
    if word in BEFORE_SHIFT and following in OWN and is_of_shift(tokens, position + 3):
        return position + 3
    if word in BEFORE_SHIFT and is_of_shift(tokens, position + 2):
        return position + 2
    if word in BEFORE_NIGHT and (following, word_at(tokens, position + 2)) == ("the", "night"):
        return position + 3
    return position + 2 if is_part and following == "night" else None


def is_of_shift(tokens: list[Token], position: int) -> bool:
    """Whether `night` stands before a position and work by night at it."""
    return word_at(tokens, position - 1) == "night" and word_at(tokens, position) in WORK


def is_event(tokens: list[Token], position: int) -> bool:
    """`parents evening`, `quiz night`: in one clause, what took place there and no part of the day."""
    is_part = word_at(tokens, position) in ("evening", "night")
    is_named = is_part and word_at(tokens, position - 1) in BEFORE_AN_EVENT
    return is_named and tokens[position].start - tokens[position - 1].end <= 1


def refuse_tonight(clock: UserClock, phrase: str) -> None:
    """Refuse a night shift in the evening, when the next one may have begun."""
    evening = PARTS["evening"]
    if evening is not None and clock.local(clock.now).hour >= evening:
        raise PhraseRefused(f"“{phrase}”: tonight, or last night? Say one of them, or a clock, as in `left calf 02:00`")
