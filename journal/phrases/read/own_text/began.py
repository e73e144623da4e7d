"""What began and is no medicine: a twitch of which its place, its manner or its time is said after `started`."""

from journal.catalog import everyday, medicine_words
from journal.catalog.lexicon import Lexicon
from journal.phrases.read.words import amounts
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, word_at
from journal.phrases.read.words.slots import name_at


def refuse_began(tokens: list[Token], name: list[Token], lexicon: Lexicon) -> None:
    """Refuse `started in the left eyelid`, `started slowly`, `started this morning in bed`.

    `tokens` stand behind the verb, `name` is what would be that of the medicine; in quotes any name is one.
    """
    first = word_at(name, 0)
    before = next((index for index, token in enumerate(tokens) if token.text == first and not token.quoted), 0) - 1
    while word_at(tokens, before) in everyday.ARTICLES:
        before -= 1
    is_within = before >= 0 and word_at(tokens, before) in ("in", "at", "into")
    is_manner = first in medicine_words.MANNERS
    if is_within or is_manner or _is_place(name, lexicon):
        phrase = amounts.shortened(" ".join(token.text for token in name))
        raise may_be_note(
            f"“{phrase}” is no medicine; what is taken is said like `started magnesium`, a twitch by its place, as in"
            " `left eyelid 3 10m`, and while it goes on `start left eyelid`"
        )


def _is_place(name: list[Token], lexicon: Lexicon) -> bool:
    """Whether a name is a side, or a place behind which it ends or goes on as a sentence: `left calf and then`."""
    position = 0
    while position < len(name) and lexicon.slug_of("side", word_at(name, position)):
        position += 1
    site = name_at(lexicon, name, position) if position < len(name) else None
    if site and lexicon.slug_of("site", site.text):
        position = site.end
    is_behind = word_at(name, position) in (*everyday.JOINS, *medicine_words.MANNERS, "")
    return position > 0 and is_behind
