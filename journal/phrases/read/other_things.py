"""Words of the grammar that are other things in a line: `chest of drawers`, `jerk chicken`, each one plain word."""

from journal.catalog import idioms
from journal.catalog.everyday import INSIDE_A_NAME, SIGNS
from journal.phrases.read.words.lexer import Token, word_at

DIRECTIONS = ("up", "down", "out", "over", "off", "on")
"""Behind a place, and before `to`, they say how far it reaches: `feet up to my knees`."""


NO_THING_BEHIND = ("left", "right", "l", "r", "like")
"""Behind a side it is a place, and behind `like` how it felt: `like a phone vibrating`."""


def joined_up(line: str, tokens: list[Token]) -> list[Token]:
    """The tokens with the words of each such thing as one, which is no name."""
    pieces: list[Token] = []
    position = 0
    while position < len(tokens):
        end = _end(line, tokens, position)
        if end > position:
            text = " ".join(token.text for token in tokens[position:end])
            pieces.append(tokens[position]._replace(text=text, end=tokens[end - 1].end, typed=""))
        else:
            pieces.append(tokens[position])
        position = max(end, position + 1)
    return pieces


def _end(line: str, tokens: list[Token], position: int) -> int:
    """The position behind such a thing, the same one where none begins there."""
    word, start = word_at(tokens, position), position - 1
    while word_at(tokens, start) in ("a", "an"):
        start -= 1
    before = word_at(tokens, start)
    for phrase in idioms.PHRASES.get(word, ()):
        if (end := _behind(line, tokens, position, phrase)) and before not in NO_THING_BEHIND:
            return end
    if before in idioms.OF_A_PLACE:
        return position
    for phrase in idioms.UNLESS_A_PLACE.get(word, ()):
        if end := _behind(line, tokens, position, phrase):
            return end
    return position


def _behind(line: str, tokens: list[Token], position: int, phrase: tuple[str, ...]) -> int:
    """The position behind the words of a phrase, articles between them passed over; 0 where others stand there."""
    index = position
    for word in phrase[1:]:
        index += 1
        while word_at(tokens, index) != word and word_at(tokens, index) in INSIDE_A_NAME:
            index += 1
        if word_at(tokens, index).rstrip(SIGNS) != word or "," in line[tokens[index - 1].end : tokens[index].start]:
            return 0
    following = word_at(tokens, index + 1)
    is_reach = (phrase[-1] in DIRECTIONS and following == "to") or (phrase[-1] == "from" and following[:1].isdecimal())
    return 0 if is_reach else index + 1
