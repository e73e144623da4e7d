"""What was trained, said without a workout's name: `hit chest for an hour`, `push day 1h`. Its place is no twitch."""

from journal.catalog import everyday
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.phrases.read.lexer import Token, joined, word_at
from journal.phrases.read.refusals import may_be_note
from journal.phrases.read.slots import name_at


def refuse_training(tokens: list[Token], lexicon: Lexicon) -> None:
    """Refuse `hit chest for an hour` and `chest day 60m 7`, which without a kind would be twitches."""
    if not any(token.text in everyday.OF_TRAINING or token.text == "day" for token in tokens):
        return
    names = [name_at(lexicon, tokens, index) for index in range(len(tokens))]
    roles = {sense.role for name in names if name for sense in lexicon.senses[name.text]}
    if roles & {"kind", "side", "workout", "question", "drink"}:
        return
    for position in range(len(tokens)):
        end = _trained_end(tokens, position, lexicon) or _day_end(tokens, position, lexicon)
        if end:
            raise _no_twitch(joined(tokens, position, end))


def _no_twitch(phrase: str) -> PhraseRefused:
    return may_be_note(
        f"“{phrase}”: a workout or a twitch? A workout is said like `lift legs 45m 8`, a twitch with its kind, as in"
        " `twitch chest 4`"
    )


def _trained_end(tokens: list[Token], position: int, lexicon: Lexicon) -> int | None:
    """The position behind `hit chest`, `worked out my legs`."""
    if word_at(tokens, position) not in everyday.OF_TRAINING:
        return None
    start = position + 1
    while word_at(tokens, start) in everyday.FILLERS or word_at(tokens, start) == "out":
        start += 1
    name = name_at(lexicon, tokens, start)
    return name.end if name and lexicon.slug_of("site", name.text) else None


def _day_end(tokens: list[Token], position: int, lexicon: Lexicon) -> int | None:
    """The position behind `push day`, `chest day`; `calf 4 day before yesterday` is none, nor is `after push day`."""
    before = position - 1
    while word_at(tokens, before) in ("my", "the", "a"):
        before -= 1
    if word_at(tokens, before) in everyday.CONTEXT | everyday.CONTEXT_OF_DEEDS | everyday.COUNTED_DAYS:
        return None
    name = name_at(lexicon, tokens, position)
    is_site = name is not None and lexicon.slug_of("site", name.text) is not None
    end = name.end if name and is_site else position + 1
    if not is_site and word_at(tokens, position) not in everyday.DAYS_OF_TRAINING:
        return None
    is_day = word_at(tokens, end) == "day" and word_at(tokens, end + 1) != "before"
    return end + 1 if is_day else None
