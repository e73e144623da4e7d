"""Another record in the words of an event or a dose: refused, for it would be lost among them."""

from collections.abc import Callable

from journal.catalog import everyday
from journal.catalog.kinds import EVENT_VERBS, MEDICINE_VERBS
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.amounts import shortened
from journal.phrases.read.lexer import Token, joined, word_at
from journal.phrases.read.refuse.refusals import may_be_note
from journal.phrases.read.remedies import is_parted
from journal.phrases.read.slots import name_at
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
    word, tries, other_record = tokens[verb].text, 0, ""
    if not context.looks_beside or (word not in EVENT_VERBS and word != "took"):
        return
    if word == "test":
        _refuse_twitch_behind(tokens, verb + 2, context)
    for position in range(verb + 2, len(tokens)):
        clause = line[tokens[position].start :].strip()
        is_joined = is_parted(line, tokens, position) or word_at(tokens, position - 1) in everyday.PARTS_A_TEXT
        if tries == MOST_TRIES or not _has_number(clause):
            break
        is_of_dose = word == "took" or other_record
        if tokens[position].quoted or not (is_joined or (not is_of_dose and _is_deed(tokens, position, context))):
            continue
        tries += 1
        try:
            acts = parse(clause, context._replace(proposes=False, looks_beside=False))
        except PhraseRefused:
            continue
        if _is_record(acts[0]):
            other_record = clause
            if not isinstance(acts[0], Dose):
                break  # behind a dose there may be another record yet
    if other_record:
        is_short = len(other_record) <= LONGEST_PHRASE
        phrase = f"`{other_record}`" if is_short else f"what begins with “{shortened(other_record, 30)}”"
        raise may_be_note(f"two records? Say {phrase} on a line of its own, or in quotes behind the rest")


def _refuse_twitch_behind(tokens: list[Token], start: int, context: Context) -> None:
    """Refuse `hr 120 left calf twitching`: a twitch behind the result of a test."""
    names = [name_at(context.lexicon, tokens, index) for index in range(start, len(tokens))]
    roles = [{sense.role for sense in context.lexicon.senses[name.text]} if name else set() for name in names]
    last = {role: index for index, each in enumerate(roles, start) for role in each}
    for position, each in enumerate(roles, start):
        is_place = bool(each & {"side", "site"}) and word_at(tokens, position - 1)[:1].isdecimal()
        if is_place and min(last.get("site", -1), last.get("kind", -1)) >= position:
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


def _is_record(act: Act) -> bool:
    """Whether it is more than the name of a place: `EMG, both legs`."""
    if isinstance(act, Episode):
        return act.intensity is not None or act.times > 1 or act.duration_s is not None
    return isinstance(act, (Answer, ChangeMedicine, Dose, Drink, Medicine, Sleep, StopMedicine, Workout))
