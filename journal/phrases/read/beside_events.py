"""Another record in the words of an illness or a test: refused, for its number would be lost among their results."""

from collections.abc import Callable

from journal.catalog import everyday
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.amounts import shortened
from journal.phrases.read.lexer import Token, word_at
from journal.phrases.read.refusals import may_be_note
from journal.phrases.read.remedies import is_parted
from journal.phrases.read.slots import name_at
from journal.records import Act, Answer, Drink, Episode, Sleep, Workout

WITH_NUMBERS = ("ill", "test")
MOST_TRIES = 6


def refuse_other_record(
    line: str, tokens: list[Token], verb: int, context: Context, parse: Callable[[str, Context], list[Act]]
) -> None:
    """Refuse `ill flu, slept 4h`, `blood test, 2 coffees`: two records."""
    tries = 0
    for position in range(verb + 2, len(tokens)):
        clause = line[tokens[position].start :].strip()
        if tokens[verb].text not in WITH_NUMBERS or tries == MOST_TRIES or not _has_number(clause):
            return
        if not _may_begin(line, tokens, position, context):
            continue
        tries += 1
        try:
            acts = parse(clause, context._replace(proposes=False))
        except PhraseRefused:
            continue
        if isinstance(acts[0], (Answer, Drink, Episode, Sleep, Workout)):
            phrase = shortened(clause, 60)
            raise may_be_note(f"two records? Say `{phrase}` on a line of its own, or in quotes behind the rest")


def _has_number(text: str) -> bool:
    return any(sign.isdecimal() for sign in text) or any(word in everyday.NUMBERS for word in text.lower().split())


def _may_begin(line: str, tokens: list[Token], position: int, context: Context) -> bool:
    """Whether a record of its own may begin at a position."""
    before, name = word_at(tokens, position - 1), name_at(context.lexicon, tokens, position)
    is_workout = name is not None and context.lexicon.slug_of("workout", name.text) is not None
    is_deed = is_workout or word_at(tokens, position) in everyday.SLEEP_VERBS
    is_joined = is_parted(line, tokens, position) or before in everyday.PARTS_A_TEXT
    return not tokens[position].quoted and (is_joined or (is_deed and before not in everyday.CONTEXT))
