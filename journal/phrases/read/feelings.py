"""What somebody felt about a twitch: `anxious about the twitching, 8/10` is no twitch, and its 8 no strength of one."""

from journal.catalog.everyday import ABOUT, FEELINGS, FILLERS
from journal.catalog.lexicon import HEADS, Lexicon
from journal.phrases.read.words import amounts
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.remedies import is_parted
from journal.phrases.read.words.slots import name_at

FELT = ("stress", "anxiety")
"""Questions that may be about something."""
NOTHING_FELT = range(0)


def about(line: str, tokens: list[Token], lexicon: Lexicon) -> range:
    """The positions of what a feeling was about, where a line begins with it, up to its comma; raises PhraseRefused
    for a number among them, which may be that of the twitch: `anxious about my calf 8`."""
    head = _first_record(tokens, lexicon)
    if head is None:
        return NOTHING_FELT
    start = next((index for index in range(head, len(tokens)) if word_at(tokens, index) in ABOUT), len(tokens))
    if any(is_parted(line, tokens, index) for index in range(head, start + 1)) or start >= len(tokens) - 1:
        return NOTHING_FELT
    end = start + 1
    while end < len(tokens) and not is_parted(line, tokens, end) and not tokens[end].quoted:
        end += 1
    names = [name_at(lexicon, tokens, index) for index in range(start + 1, end)]
    if not any(name and (lexicon.slug_of("site", name.text) or lexicon.slug_of("kind", name.text)) for name in names):
        return NOTHING_FELT
    number = next((index for index in range(start + 1, end) if word_at(tokens, index)[:1] in [*amounts.DIGITS]), None)
    if number is not None:
        phrase = f"{word_at(tokens, start)} ... {joined(tokens, number, number + 1)}"
        raise may_be_note(
            f"“{phrase}”: of the feeling, or of the twitch? The feeling is said like `anxiety 6`, a twitch is a line of"
            " its own"
        )
    return range(start + 1, end)


def refuse_number(line: str, tokens: list[Token], position: int) -> None:
    """Refuse `left calf twitching, anxious about it 7`: the number stands in the clause of the feeling."""
    start = position
    if word_at(tokens, position - 1) in FEELINGS:
        return  # an answer beside the twitch
    while start and not is_parted(line, tokens, start):
        start -= 1
    word = next((word_at(tokens, index) for index in range(start, position) if word_at(tokens, index) in FEELINGS), "")
    if word:
        phrase = f"{word} ... {tokens[position].as_typed}"
        raise may_be_note(f"“{phrase}”: the feeling is a line of its own, as in `anxiety 6`")


def _first_record(tokens: list[Token], lexicon: Lexicon) -> int | None:
    """The position behind the first record of a line, if it is a feeling."""
    for position in range(len(tokens)):
        name = None if tokens[position].quoted else name_at(lexicon, tokens, position)
        roles = {sense.role for sense in lexicon.senses[name.text]} if name else set()
        if name and roles & {"site", "side", "kind", *HEADS} and name.text not in FILLERS:
            return name.end if lexicon.slug_of("question", name.text) in FELT else None
    return None
