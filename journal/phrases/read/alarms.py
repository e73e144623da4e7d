"""Words of alarm in a line: answered calmly, and never taken for slips of other words."""

from journal.catalog import alarm, everyday
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.phrases.read import remedies
from journal.phrases.read.lexer import Token, word_at
from journal.phrases.read.refusals import may_be_note
from journal.phrases.read.slots import name_at


def answer(chapter: str) -> PhraseRefused:
    """Where to read on, without the word itself: it may be the name of an illness."""
    refused = may_be_note(alarm.ANSWERS[chapter])
    refused.chapter = chapter
    return refused


def refuse_alarm(line: str, tokens: list[Token], lexicon: Lexicon) -> None:
    """Refuse a line with a word of alarm outside quotes, known names and what was tried."""
    texts = [token.text.rstrip(f"{everyday.SIGNS}?") for token in tokens]
    if alarm.ALARMING.isdisjoint(texts):
        return
    carrying = {text for text in texts if text not in everyday.FILLERS}
    if alarm.CRY in carrying and carrying <= {alarm.CRY, *alarm.BESIDE_A_CRY}:
        raise answer(alarm.HELP)
    position = 0
    while position < len(tokens):
        name = name_at(lexicon, tokens, position)
        tried = remedies.relief_said(line, tokens, position, lexicon)
        remedy = remedies.named(tokens, position, lexicon)
        if name or tried or (remedy and remedy.end > position + 1):
            position = max(name.end if name else 0, tried[1] if tried else 0, remedy.end if remedy else 0)
            continue
        following = word_at(tokens, position + 1)
        chapter = None if tokens[position].quoted else alarm.chapter_of(texts[position], following)
        if chapter:
            raise answer(chapter)
        position += 1
