"""The day of an appointment said as ahead: `neurologist is on Thursday`, `dentist coming Thursday`."""

from datetime import timedelta

from journal.catalog.event_words import AHEAD, IS_OVER, PAST_VERBS
from journal.catalog.everyday import SIGNS
from journal.moments import UserClock
from journal.phrases.read.when.dates import WEEKDAY_WORDS, day_at
from journal.phrases.read.words.lexer import Token, word_at

WAS = ("was", "were")
IS = ("is", "are", "be", "will", "'ll", "due")
THIS = ("this", "coming", "upcoming")


def is_over(tokens: list[Token], verb_position: int) -> bool:
    """Whether the words of a visit or a test say that it is over: `test CK was normal on Tuesday`."""
    texts = {token.text for token in tokens if not token.quoted}
    return tokens[verb_position].typed == IS_OVER or (bool(texts & PAST_VERBS) and not texts & AHEAD)


def with_coming_days(tokens: list[Token], verb_position: int, clock: UserClock) -> list[Token]:
    """The tokens behind a verb without `is` and `coming` before a day, and with the date of a weekday that lies ahead
    by them. `this` alone leaves to what was `saw` its latest day."""
    is_past = tokens[verb_position].text == "ill" or is_over(tokens, verb_position)
    dated = tokens[: verb_position + 1]
    for position in range(verb_position + 1, len(tokens)):
        token = tokens[position]
        first = len(dated)
        while first > verb_position + 1 and _belongs_to_day(dated, first - 1):
            first -= 1
        before = {word.text for word in dated[first:] if not word.quoted}
        weekday = WEEKDAY_WORDS.get(token.text.rstrip(SIGNS))
        is_ahead = not before.isdisjoint((*IS, *THIS, *WAS)) and not token.quoted and first > verb_position + 1
        if is_ahead and weekday is not None and word_at(tokens, position + 1) not in ("week", "next"):
            del dated[first:]
            if not is_past or not before.isdisjoint(("coming", "upcoming")):
                day = clock.today + timedelta(days=(weekday - clock.today.weekday()) % 7)
                token = token._replace(text=day.isoformat(), typed=token.as_typed)
        elif is_ahead and not before.isdisjoint((*IS, *WAS)) and day_at(clock, tokens, position, nearest=True):
            del dated[first:]
        dated.append(token)
    return dated


def _belongs_to_day(tokens: list[Token], position: int) -> bool:
    """Whether a word right before a day only says how that lies: `is on`, `coming up`."""
    word = word_at(tokens, position)
    return word in (*IS, *THIS, *WAS, "on", "the") or (word == "up" and word_at(tokens, position - 1) == "coming")
