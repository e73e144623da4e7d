"""An event said without its verb: `cold since Monday`, `saw my GP yesterday`, `covid vaccine yesterday`."""

from collections.abc import Container, Iterator
from datetime import date
from itertools import pairwise

from journal.catalog import event_words, everyday
from journal.catalog.kinds import MEDICINE_VERBS
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.figures import bare
from journal.phrases.read.refuse import refusals
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words.asking import may_be_note, offering
from journal.phrases.read.words.lexer import Token, word_at
from journal.phrases.read.words.slots import name_at

VERB_OF_NAME = {name: verb for verb, names in event_words.EVENT_NAMES.items() for name in names}
PERHAPS = ("think", "maybe", "perhaps", "probably")
"""The first word of what somebody does not know."""
MOST_WORDS_OF_A_DOCTOR = 2
"""Behind the title: `Dr van Dyk`."""
MOST_WORDS_OF_A_NAME = 6
"""With `has been` behind it."""
MOST_VERB_WORDS = max(name.count(" ") + 1 for name in VERB_OF_NAME)


def with_verb(tokens: list[Token], context: Context, line_day: date | None) -> tuple[list[Token], int] | None:
    """The tokens with the verb of the event that they begin with, and its position; None where they begin with none."""
    tokens = bare(without_at(tokens))
    before, position, is_visited = _beginning(tokens, context, line_day)
    name, end = _event_name(tokens, position)
    names = [name_at(context.lexicon, tokens, index) for index in range(position, len(tokens))]
    has_place = any(match and context.lexicon.slug_of("site", match.text) for match in names)
    if not name and (call := _call_with(tokens, position)) and (_says_when(tokens, context) or not has_place):
        name, end = call
    if not name and any(word_at(tokens, index) in event_words.OF_VISITS for index in range(position)):
        name, end = _other_doctor(tokens, position, context.lexicon)
    while name and VERB_OF_NAME[name] == "ill" and word_at(tokens, position - 1) in event_words.BESIDE_ILLNESS:
        position -= 1
    if _is_vaccine(tokens, position):
        verb = event_words.VACCINE_VERB
    elif name and (_is_event(name, tokens, end, context) or _is_illness(name, tokens, end, context.lexicon)):
        verb = VERB_OF_NAME[name]
    else:
        _refuse_perhaps_ill(tokens)
        return None
    if verb == "ill" and (over := [token.text for token in tokens if token.text in everyday.DENIALS]):
        raise refusals.denied(over[0], "")
    texts = {token.text for token in tokens if not token.quoted}
    if verb == "ill" and texts & event_words.NOT_ILL:
        raise may_be_note(
            f"“{name} ... {min(texts & event_words.NOT_ILL)}”: if it was a test, say `test {name} negative`"
        )
    is_over = bool(texts & event_words.PAST_VERBS) and not texts & event_words.AHEAD
    if verb == "visit" and not is_visited and not _says_when(tokens, context):
        if any(word_at(tokens, index) in event_words.ARE_VISITS for index in range(len(tokens))):
            return [*before, _verb(verb, tokens[position], is_over=is_over), *tokens[position:]], len(before)
        text = f"visit {_with_commas(tokens[position:])}"
        raise offering(
            f"“{name}”: if it was a visit, say `{text}`, or its day or clock",
            text,
            otherwise=f"“{name}”: if it was a visit, say it like `visit {name} yesterday`, what was said in quotes",
        )
    return [*before, _verb(verb, tokens[position], is_over=is_over), *tokens[position:]], len(before)


def _with_commas(tokens: list[Token]) -> str:
    """The words as they were typed, with the commas between them."""
    pieces = [token.as_typed for token in tokens]
    for index, (token, following) in enumerate(pairwise(tokens)):
        pieces[index] += "," * (following.start - token.end == len(", "))
    return " ".join(pieces)


def _refuse_perhaps_ill(tokens: list[Token]) -> None:
    """Refuse `think I'm getting a cold` by how an illness is said."""
    for position in range(2, len(tokens) if word_at(tokens, 0) in PERHAPS else 0):
        name, _ = _event_name(tokens, position)
        if name and VERB_OF_NAME[name] == "ill" and word_at(tokens, position - 1) in ("a", "the"):
            raise may_be_note(f"“{name}”: if it is an illness, say `ill {name}`")


def without_at(tokens: list[Token]) -> list[Token]:
    """`ferritin came back at eleven`, `ferritin at 8.40` without its `at`: the number is the result, and no clock."""
    if not any(token.text in event_words.LAB_VALUES for token in tokens):
        return tokens
    return [
        token
        for index, token in enumerate(tokens)
        if token.quoted
        or token.text != "at"
        or word_at(tokens, index - 1) not in event_words.BEFORE_RESULTS | event_words.LAB_VALUES
    ]


def with_medicine_verb(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with the verb of the grammar where another says the same of a medicine: `my GP increased the
    amlodipine to 10mg`, `bumped my adderall to 30mg`, `quit vaping`."""
    tokens = _active(tokens, lexicon)
    start = _past(tokens, 0, everyday.FILLERS)
    name, end = _event_name(tokens, start)
    who = word_at(tokens, start).removesuffix("'s").rstrip(".")  # the doctor's upped it, Dr. Patel
    if not name and VERB_OF_NAME.get(who) == "visit":
        name, end = who, start + 1
    is_doctor = bool(name) and VERB_OF_NAME[name] == "visit"
    position = _behind_doctor(tokens, name, end) if is_doctor else start
    word = word_at(tokens, position)
    verb = event_words.SAME_AS_MEDICINE_VERB.get(word)
    if not verb or (not is_doctor and word in MEDICINE_VERBS):  # it is one of the grammar
        return tokens
    behind = range(position + 1, len(tokens))
    if verb == "stopped":
        names = [name_at(lexicon, tokens, index) for index in behind]
        roles = {sense.role for match in names if match for sense in lexicon.senses[match.text]}
        is_of_medicine = bool(behind) and word_at(tokens, behind[0]) != "by" and not roles & {"site", "kind", "side"}
    else:
        from journal.phrases.read.own_text.doses import dose_at  # few lines are of medicines

        doses = [index for index in behind if dose_at(tokens, index)]
        is_of_medicine = bool(doses)
        is_of_medicine = is_of_medicine and (
            verb == "started" or any(word_at(tokens, index - 1) == "to" for index in doses)
        )
    if not is_of_medicine:
        return tokens
    start_of_name = _past(tokens, position + 1, ("me", "on"))
    return [*tokens[:start], tokens[position]._replace(text=verb), *tokens[start_of_name:]]


def _behind_doctor(tokens: list[Token], name: str, position: int) -> int:
    """The position of what a doctor did, behind the name of one who is called so: `Dr Patel has put me on`."""
    auxiliaries = ("has", "have", "had", "just", "was", "my")
    if name.rstrip("s") in event_words.TITLES:
        for end in range(position + 1, min(position + MOST_WORDS_OF_A_DOCTOR, len(tokens) - 1) + 1):
            if word_at(tokens, _past(tokens, end, auxiliaries)) in event_words.SAME_AS_MEDICINE_VERB:
                return _past(tokens, end, auxiliaries)
    return _past(tokens, position, auxiliaries)


def _active(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`my ramipril was increased from 5mg to 10mg` with its verb first."""
    start = _past(tokens, 0, everyday.FILLERS)
    behind = range(start + 1, min(start + MOST_WORDS_OF_A_NAME, len(tokens)) + 1)
    position = next((index for index in behind if word_at(tokens, index) in event_words.CHANGES), None)
    if position is None or word_at(tokens, position + 1) not in ("to", "from"):
        return tokens
    names = [name_at(lexicon, tokens, index) for index in range(start, position)]
    roles = {sense.role for match in names if match for sense in lexicon.senses[match.text]}
    if roles & {"site", "side", "kind", "drink", "workout", "verb"}:
        return tokens
    from journal.phrases.read.own_text.doses import dose_at  # few lines are of medicines

    doses = [index for index in range(position + 1, len(tokens)) if dose_at(tokens, index)]
    if not any(word_at(tokens, index - 1) == "to" for index in doses):
        return tokens
    end = position
    while end > start and word_at(tokens, end - 1) in ("was", "were", "is", "got", "has", "have", "been", "just"):
        end -= 1
    verb = tokens[position]._replace(
        start=tokens[start].start, end=tokens[start].start, typed=tokens[position].as_typed
    )
    return [verb, *tokens[start:end], *tokens[position + 1 :]] if end > start else tokens


def _past(tokens: list[Token], position: int, texts: Container[str]) -> int:
    """The position behind the given words, but not within the name of an event."""
    while position < len(tokens) and word_at(tokens, position) in texts and not _event_name(tokens, position)[0]:
        position += 1
    return position


def _verb(verb: str, token: Token, *, is_over: bool) -> Token:
    """The verb before a token; of what is over a day is the last one."""
    return Token(verb, token.start, token.start, typed=event_words.IS_OVER if is_over else "")


def _beginning(tokens: list[Token], context: Context, line_day: date | None) -> tuple[list[Token], int, bool]:
    """The words for when at the beginning, the position behind them, and whether a visit is said there."""
    when, position, before, is_visited = TimeWords(context.clock, line_day, nearest=True), 0, [], False
    while position < len(tokens):
        word = word_at(tokens, position)
        try:
            after = when.read(tokens, position)
        except PhraseRefused:
            break  # it is refused where it is read in earnest
        if after != position:
            before += tokens[position:after]
            position = after
        elif word in event_words.OF_VISITS or _is_before_illness(tokens, position):
            is_visited = is_visited or word in event_words.ARE_VISITS
            position += 1
        elif word in everyday.FILLERS and not _event_name(tokens, position)[0]:
            position += 1
        else:
            break
    return before, position, is_visited


def _is_before_illness(tokens: list[Token], position: int) -> bool:
    """`nasty` in `a nasty cold`, `came down` in `came down with a tummy bug`."""
    is_caught = word_at(tokens, position) in event_words.CAUGHT and word_at(tokens, position + 1) in ("a", "the")
    if word_at(tokens, position) not in event_words.OF_ILLNESS and not is_caught:
        return False
    end = _past(tokens, position + 1, event_words.OF_ILLNESS)
    end = _past(tokens, end, everyday.FILLERS | {"with", "of"})
    end = _past(tokens, end, event_words.OF_ILLNESS)
    name, _ = _event_name(tokens, end)
    return bool(name) and VERB_OF_NAME[name] == "ill"


def _event_name(tokens: list[Token], position: int) -> tuple[str, int]:
    """The longest name of an event at a position, and the position behind it."""
    for count in range(MOST_VERB_WORDS, 0, -1):
        name = " ".join(word_at(tokens, index) for index in range(position, position + count))
        if name in VERB_OF_NAME:
            return name, position + count
        owner = name.removesuffix("'s")  # the GP's appointment, at the dentist's
        is_with_doctor = owner != name and VERB_OF_NAME.get(owner) == "visit"
        is_there = not {"at", "to"}.isdisjoint(word_at(tokens, position - back) for back in (1, 2))
        if is_with_doctor and (is_there or word_at(tokens, position + count) in event_words.OF_DOCTORS | {"on"}):
            return owner, position + count
    first, slash, _ = word_at(tokens, position).partition("/")  # EMG/NCS
    return (first, position + 1) if slash and first in VERB_OF_NAME else ("", position)


def _call_with(tokens: list[Token], position: int) -> tuple[str, int] | None:
    """The doctor of `phone call with the GP`, and the position behind the name."""
    start = _past(tokens, position, event_words.OF_CALLS)
    name, end = _event_name(tokens, _past(tokens, start, everyday.FILLERS | {"with", "from"}))
    is_noun = word_at(tokens, start - 1) in event_words.CALLS_ALONE or start > position + 1
    is_noun = is_noun or word_at(tokens, start) in ("with", "from")  # call the GP tomorrow
    is_call = start > position and is_noun and bool(name) and VERB_OF_NAME[name] == "visit"
    return (name, end) if is_call else None


def _other_doctor(tokens: list[Token], position: int, lexicon: Lexicon) -> tuple[str, int]:
    """The doctor of a kind that is not known here: `saw the heart doctor`, `went to the VA doc`."""
    word = word_at(tokens, position)
    name, end = _event_name(tokens, position + 1)
    is_known = word in lexicon.senses and not lexicon.slug_of("site", word)  # the eye doctor
    is_unknown = word.isalpha() and not is_known and word not in everyday.DENIALS | everyday.PLANS
    return (name, end) if is_unknown and name and VERB_OF_NAME[name] == "visit" else ("", position)


def _is_vaccine(tokens: list[Token], position: int) -> bool:
    first, second = word_at(tokens, position), word_at(tokens, position + 1)
    return first in event_words.VACCINES or second in event_words.VACCINES or (first, second) in event_words.SHOTS


def _is_event(name: str, tokens: list[Token], end: int, context: Context) -> bool:
    """Whether a name is no word of another record: `cold hands, left calf 2` is no illness."""
    lexicon = context.lexicon
    following = word_at(tokens, end)
    if name in event_words.ONLY_WITH_A_SPAN:
        return following in event_words.BEFORE_SPANS
    if name in lexicon.senses or (name == "cold" and word_at(tokens, end - 2) in event_words.FEELS_COLD):
        return False
    is_noun = word_at(tokens, end - 2) == "a" and (following in ("and", "with") or bool(_event_name(tokens, end)[0]))
    is_relief = name in lexicon.reliefs and not is_noun
    if name in event_words.MEASURED and not _has_result(tokens, end):
        return False
    names = [name_at(lexicon, tokens, index) for index in _outside_events(tokens, end)]
    if is_relief and end < len(tokens):
        return following in event_words.BEFORE_SPANS or TimeWords(context.clock).read(tokens, end) != end
    names = [match for match in names if match and match.text != "all"]  # coughing all night
    roles = {sense.role for match in names if match for sense in lexicon.senses[match.text]}
    is_sick = {match.text for match in names if match} & {*event_words.ONLY_WITH_A_SPAN}
    others = roles - {"question"} if is_sick else roles
    is_beside_result = name in event_words.MEASURED and _is_before_result(tokens, end, context)
    is_always = VERB_OF_NAME[name] in ("visit", "test") and (name not in event_words.MEASURED or is_beside_result)
    return is_always or not others & {"site", "kind", "drink", "workout", "question"}


def _is_illness(name: str, tokens: list[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether an illness is meant by the words around it: `sick with a cold`, `covid, sore throat`."""
    if VERB_OF_NAME[name] != "ill" or name in event_words.ONLY_WITH_A_SPAN:
        return False
    before = {word_at(tokens, index) for index in range(end)}
    behind = [name_at(lexicon, tokens, index) for index in range(end, len(tokens))]
    roles = {sense.role for match in behind if match for sense in lexicon.senses[match.text]}
    has_trouble = any(word_at(tokens, index) in everyday.TROUBLES for index in range(end, len(tokens)))
    is_ill = bool(before & {"sick", "ill", "down"}) and not roles & {"site", "kind", "drink", "workout", "question"}
    is_whole = end < len(tokens) and tokens[end].start > tokens[end - 1].end + 1  # a comma, and no cold drink
    is_had = is_whole and word_at(tokens, end - 2) == "a" and word_at(tokens, end - 3) in event_words.HAD
    is_ill = is_ill or (is_had and roles <= {"site", "side"})  # got a cold, nose streaming
    return is_ill or (has_trouble and name not in lexicon.reliefs and roles <= {"site", "side"})


def _is_before_result(tokens: list[Token], position: int, context: Context) -> bool:
    """Whether a number stands at a position, or behind words for when."""
    position = _past(tokens, position, everyday.FILLERS)
    while position < len(tokens) and (end := TimeWords(context.clock, nearest=True).read(tokens, position)) > position:
        position = _past(tokens, end, everyday.FILLERS)
    return word_at(tokens, position)[:1].isdecimal()


def _has_result(tokens: list[Token], end: int) -> bool:
    """Whether what is measured stands beside its result, and is no name of a medicine: `bp tablet 5mg`."""
    behind = {word_at(tokens, index) for index in range(end, len(tokens))}
    is_number = any(text[:1].isdecimal() for text in behind)
    return (is_number or not behind.isdisjoint(event_words.RESULTS)) and behind.isdisjoint(everyday.OF_MEDICINES)


def _outside_events(tokens: list[Token], position: int) -> Iterator[int]:
    """The positions from one on that lie in no name of an event: of `a cold, sore throat`, that of no place."""
    while position < len(tokens):
        name, end = _event_name(tokens, position)
        if name and VERB_OF_NAME[name] == "ill":
            position = end
        else:
            yield position
            position += 1


def _says_when(tokens: list[Token], context: Context) -> bool:
    return any(
        TimeWords(context.clock, nearest=True).read(tokens, index) != index
        for index in range(len(tokens))
        if not tokens[index].quoted
    )
