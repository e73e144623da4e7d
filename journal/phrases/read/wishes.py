"""A wish in a clause of its own: `eyelid twitching, hope it goes away`."""

from journal.phrases.read.line_words import LineWords
from journal.phrases.read.words.remedies import is_parted

WISHES = ("hope", "hoping", "hopefully")
BEFORE_A_WISH = ("i", "just", "and", "so", "i'm", "im", "really")


def wish_end(walk: LineWords, position: int) -> int:
    """The position behind a wish beside a twitch: `eyelid twitching, hope it goes away`; the same
    one where none stands there, or where it holds a number or a time."""
    start = position
    while walk.text_at(start) in BEFORE_A_WISH:
        start += 1
    if not is_parted(walk.line, walk.tokens, position) or walk.text_at(start) not in WISHES or not walk.has_kind:
        return position
    end = start + 1
    while end < len(walk.tokens) and not is_parted(walk.line, walk.tokens, end):
        end += 1
    has_more = any(
        walk.tokens[index].quoted
        or walk.roles[index]
        or walk.text_at(index)[:1].isdecimal()
        or walk.when_end(index) != index
        for index in range(start, end)
    )
    return position if has_more or not walk.has_site else end
