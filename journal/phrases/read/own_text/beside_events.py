"""Another record in the words of an event or a dose: refused, for it would be lost among them."""

from collections.abc import Callable

from journal.catalog import everyday
from journal.catalog.kinds import EVENT_VERBS, MEDICINE_VERBS
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.words.amounts import shortened
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.remedies import is_parted
from journal.phrases.read.words.slots import name_at
from journal.records import Act, Answer, ChangeMedicine, Dose, Drink, Episode, Medicine, Sleep, StopMedicine, Workout

MOST_TRIES = 8
LONGEST_PHRASE = 60
"""Signs of the other record that is said back."""
VERBS = (*everyday.SLEEP_VERBS, *MEDICINE_VERBS, "took")
OF_THE_EVENT = everyday.CONTEXT | {"about", "for", "of", "on", "with", "to"}
"""Before a name they leave it a word of the event: `visit physio for my run`."""


def refuse_other_record(
    line: str, tokens: list[Token], verb: int, context: Context, parse: Callable[[str, Context], list[Act]]
) -> None:
    """Refuse `ill flu, slept 4h`, `blood test, 2 coffees`, `dentist stress 8`: two records."""
    word, tries = tokens[verb].text, 0
    if word not in EVENT_VERBS and word != "took":
        return
    if word == "test":
        _refuse_twitch_behind(tokens, verb + 2, context)
    for position in range(verb + 2, len(tokens)):
        remainder = line[tokens[position].start :].strip()
        if tries == MOST_TRIES or not _has_number(remainder):
            return
        is_deed = word != "took" and _is_deed(tokens, position, context)
        if tokens[position].quoted or not (is_deed or _is_joined(line, tokens, position)):
            continue
        tries += 1
        clauses = dict.fromkeys((*([remainder] if context.proposes else []), _clause(line, tokens, position)))
        if record := next((clause for clause in clauses if _is_record(clause, context, parse)), None):
            phrase = f"`{record}`" if len(record) <= LONGEST_PHRASE else f"what begins with “{shortened(record, 30)}”"
            raise may_be_note(f"two records? Say {phrase} on a line of its own, or in quotes behind the rest")


def _is_joined(line: str, tokens: list[Token], position: int) -> bool:
    return is_parted(line, tokens, position) or word_at(tokens, position - 1) in everyday.PARTS_A_TEXT


def _clause(line: str, tokens: list[Token], position: int) -> str:
    """The words from a position up to the next comma or `and`. Within a clause that is tried only these are: what
    follows it would be read once more in each of them, and the time grow twofold with every comma."""
    end = next((index for index in range(position + 1, len(tokens)) if _is_joined(line, tokens, index)), len(tokens))
    last = end - 2 if word_at(tokens, end - 1) in everyday.PARTS_A_TEXT else end - 1
    return line[tokens[position].start : tokens[max(last, position)].end].strip(" ,;.")


def _refuse_twitch_behind(tokens: list[Token], start: int, context: Context) -> None:
    """Refuse `hr 120 left calf twitching`: a twitch behind the result of a test."""
    names = [name_at(context.lexicon, tokens, index) for index in range(len(tokens))]
    roles = [{sense.role for sense in context.lexicon.senses[name.text]} if name else set() for name in names]
    for position in range(start, len(tokens)):
        if not (roles[position] & {"side", "site"} and word_at(tokens, position - 1)[:1].isdecimal()):
            continue
        if all(any(role in each for each in roles[position:]) for role in ("site", "kind")):
            phrase = shortened(joined(tokens, position, len(tokens)), LONGEST_PHRASE)
            raise may_be_note(f"two records? Say `{phrase}` on a line of its own, or in quotes behind the rest")


def _has_number(text: str) -> bool:
    """Whether a number is said, `a beer` among them."""
    counted = {*everyday.NUMBERS, "a", "an"}
    return any(sign.isdecimal() for sign in text) or not counted.isdisjoint(text.lower().split())


def _is_deed(tokens: list[Token], position: int, context: Context) -> bool:
    """Whether a word begins a record of its own although nothing parts it from the words before it."""
    name = name_at(context.lexicon, tokens, position)
    roles = {sense.role for sense in context.lexicon.senses[name.text]} if name else set()
    is_name = bool(roles & {"workout", "question", "site", "side"})
    is_verb = word_at(tokens, position) in VERBS
    return (is_name or is_verb) and word_at(tokens, position - 1) not in OF_THE_EVENT


def _is_record(clause: str, context: Context, parse: Callable[[str, Context], list[Act]]) -> bool:
    """Whether a clause is a record, and more than the name of a place: `EMG, both legs`."""
    try:
        act = parse(clause, context._replace(proposes=False))[0]
    except PhraseRefused:
        return False
    if isinstance(act, Episode):
        return act.intensity is not None or act.times > 1 or act.duration_s is not None
    return isinstance(act, (Answer, ChangeMedicine, Dose, Drink, Medicine, Sleep, StopMedicine, Workout))
