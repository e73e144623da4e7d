"""What other people slept, ran and felt: a diary holds what was one's own."""

from journal.catalog import everyday
from journal.catalog.idioms import PEOPLE, WHOSE_OTHERS
from journal.phrases.read.line_words import LineWords
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import joined
from journal.phrases.read.words.remedies import is_parted

DEEDS = frozenset(("workout", "question", "kind"))
"""What may follow right behind somebody who did it."""
OWNED = frozenset(("site", "question", "kind"))


def refuse_of_others(line_words: LineWords) -> None:
    """Refuse `the baby slept 6 hours`, `my son ran 30 min`, `her left calf 4`, `husband's eyelid twitching`."""
    line, tokens, roles = line_words.line, line_words.tokens, line_words.roles
    for position in range(len(tokens)):
        text = line_words.text_at(position).replace("’", "'")
        owner = text.removesuffix("'s").removesuffix("s'")
        is_owner = text in WHOSE_OTHERS or (owner != text and owner in PEOPLE)
        end = position + 1
        while end < len(tokens) and not is_parted(line, tokens, end) and line_words.text_at(end) in everyday.FILLERS:
            end += 1
        if is_owner and end == position + 1:
            while end < len(tokens) and roles[end] == {"side"}:
                end += 1
        if end >= len(tokens) or is_parted(line, tokens, end):
            continue
        is_sleep = line_words.text_at(end) in (*everyday.SLEEP_VERBS, *everyday.SAID_ALSO)
        is_of_owner = is_owner and (bool(roles[end] & OWNED) or is_sleep)
        is_deed = text in PEOPLE and (bool(roles[end] & DEEDS) or is_sleep)
        is_deed = is_deed and line_words.text_at(end + 1) not in ("me", "us")  # the kids stressed me
        if is_of_owner or (is_deed and _begins(line_words, position)):
            phrase = joined(tokens, position, end + 1)
            raise may_be_note(f"“{phrase}”: a line says what was your own; what others did is no record")


def _begins(line_words: LineWords, position: int) -> bool:
    """Whether somebody is who the clause speaks of: only `my`, `the` and the like stand before."""
    while position and not is_parted(line_words.line, line_words.tokens, position):
        position -= 1
        if line_words.text_at(position) not in everyday.WHOSE:
            return False
    return True
