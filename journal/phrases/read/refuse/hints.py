"""What a sentence without a known subject may want to say, and how that is said. A line is offered only where it reads
as the record that was meant."""

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import pairwise

from journal.catalog import drink_words, event_words, everyday
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.figures import bare, in_figures
from journal.phrases.read.line_words import Sentence
from journal.phrases.read.own_text.doses import dose_at
from journal.phrases.read.own_text.frequencies import frequency_at
from journal.phrases.read.refuse import doubts
from journal.phrases.read.when.spans import span_at
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words import amounts, remedies
from journal.phrases.read.words.lexer import Token, tokenize
from journal.records import Act, DayNote, Dose, Event, Medicine

Reader = Callable[[str, Context, date | None], list[Act]]
"""What reads a line."""
MOST_WORDS_OF_A_WORKOUT = 2
MOST_WORDS_OF_A_MEDICINE = 3
DEEDS = frozenset(("gave", "given", "said", "told", *event_words.SAME_AS_MEDICINE_VERB, *event_words.OF_A_COURSE))
"""What somebody did with a medicine: in no name of it, nor between that and its dose."""
NO_MEDICINES = (
    DEEDS
    | (everyday.FILLERS | everyday.CONTEXT | everyday.DENIALS | everyday.PLANS | everyday.HABITS)
    | frozenset((*(name for names in event_words.EVENT_NAMES.values() for name in names), *remedies.VERDICTS))
)
"""Words that stand in no name of a medicine."""
VEHICLES = ("train", "bus", "coach", "ferry", "plane", "flight")
"""Before `to` they begin what is said of a journey."""
MOST_WORDS_OF_A_DAY = 3
"""`quiet day today`."""
MOST_WORDS_OF_A_RATING = 3
"""`mood pretty low 3`."""


def way_on(line: str, sentence: Sentence, context: Context, line_day: date | None, parse: Reader) -> str:
    """How a line is said that speaks of something else than a twitch; empty where that cannot be told."""
    tokens = bare(tokenize(line))
    carrying = [token.text for token in tokens if token.text not in everyday.FILLERS]
    first = carrying[0] if carrying else ""
    if first in everyday.TAKES_BACK:
        return "what was logged last is taken back with `undo`"
    if "steps" in carrying:
        return "how many steps is a question of your own, added once: `question add steps --unit steps`"
    if first in everyday.RATINGS:
        return doubts.how_to_ask(first)
    if len(carrying) <= MOST_WORDS_OF_A_DAY and not everyday.QUIET.isdisjoint(carrying):
        return "that a day had no twitches is said as `none`"
    if "feet" in carrying:  # a place elsewhere
        return "“on my feet”: what twitched is said as `feet twitching`; how long somebody stood is no record"
    can = next(
        (index for index, token in enumerate(tokens) if token.text in ("can", "cans", "tin", "tins")), len(tokens)
    )
    if [token.text for token in tokens[can + 1 : can + 2]] == ["of"] and tokens[can + 2 :]:
        return doubts.unknown_drink(" ".join(token.as_typed for token in tokens[can + 2 : can + 4]))
    if not {"pint", "pints"}.isdisjoint(carrying):
        return "pints of what? A drink is said like `2 beers` or `beer 500ml`"
    for before, following in pairwise(carrying):
        if before in drink_words.VESSELS and following in {token.text for token in sentence.plain}:
            return doubts.unknown_drink(following)
        if following == "day" and before in everyday.DAYS_OF_REST:
            return f"{before} day: that a day had no workout is said as `no workout`"
        if following == "day" and before in everyday.DAYS_OF_TRAINING:
            return f"{before} day: a workout is said like `lift arms 45m 8`"

    def read(proposal: str) -> Act | None:
        try:
            acts = parse(proposal, context._replace(proposes=False), line_day) if context.proposes else []
        except PhraseRefused:
            acts = []
        is_one = len(acts) == 1 or (len(acts) > 1 and isinstance(acts[1], DayNote))
        return acts[0] if is_one else None

    text = line.strip().rstrip(".!")
    return (
        _of_feeling(tokens)
        or _of_medicine(text, tokens, read)
        or _of_event(text, tokens, context, read)
        or _of_relief(tokens, context)
        or _of_workout(sentence, tokens, context)
        or _of_number(sentence, tokens)
        or _of_question(first, sentence)
    )


def _of_feeling(tokens: list[Token]) -> str:
    """`really stressful day`, `so nervous 6`."""
    question = next((everyday.FEELS[token.text] for token in tokens if token.text in everyday.FEELS), "")
    numbers = [token.text.partition("/")[0] for token in tokens if token.text[:1].isdecimal()]
    is_rated = len(numbers) == 1 and numbers[0].isdecimal() and int(numbers[0]) <= amounts.MOST_STRONG
    return f"how much of it is said as `{question} {numbers[0] if is_rated else 7}`, 0 to 10" if question else ""


def _of_medicine(text: str, tokens: list[Token], read: Callable[[str], Act | None]) -> str:
    """`addy 20mg this morning` is a dose, `magnesium 300mg daily` a medicine."""
    doses = [index for index in range(len(tokens)) if dose_at(tokens, index)]
    is_often = any(frequency_at(tokens, index) for index in range(len(tokens)))
    if not doses:
        return ""
    first = next((token.text for token in tokens if token.text not in everyday.FILLERS), "")
    verbs = ("took", "started") if is_often else ("took",)
    for verb in verbs if first not in event_words.OF_A_COURSE else ():  # before bed at 22:00, daily
        act = read(f"{verb} {text}")
        is_meant = (isinstance(act, Dose) and act.unit) or (isinstance(act, Medicine) and act.dose)
        if is_meant and isinstance(act, (Dose, Medicine)) and _is_name_in(text, act.name, tokens, doses[0]):
            is_drunk = any(dose and dose[0][1] == "ml" for dose in map(partial(dose_at, tokens), doses))
            drink = "a drink of your own is added once with `term add drink`, and " if is_drunk else ""
            return f"{drink}what is taken is said as `{verb} {text}`"
    return "what is taken once is said like `took ibuprofen 400mg`, and often like `started magnesium 300mg daily`"


def _is_name_in(text: str, name: str, tokens: list[Token], dose: int) -> bool:
    """Whether a name stands in a line in one piece and without a number, unlike `eltroxin 75mcg empty stomach`, and no
    word of it or before its dose says what somebody did, as in `docs upped my ramipril`, `wife gave me ramipril`."""
    parts = name.lower().split(" ")
    is_short = len(parts) <= MOST_WORDS_OF_A_MEDICINE and NO_MEDICINES.isdisjoint(parts)
    last = next((index for index, token in enumerate(tokens) if token.text == parts[-1]), dose)
    is_near = DEEDS.isdisjoint(token.text for token in tokens[last:dose])
    return is_short and is_near and name in text and name.replace(" ", "").replace("-", "").isalpha()


def _of_event(text: str, tokens: list[Token], context: Context, read: Callable[[str], Act | None]) -> str:
    """`drove to Ottawa Friday to Sunday` is a journey, `heatstroke since Wednesday` an illness."""
    first, _, behind = text.partition(" ")
    if first.lower() in ("in", "to") and isinstance(read(f"travel {behind}"), Event):
        return f"if it is a journey, say `travel {behind}`"
    if first.lower() in event_words.OF_JOURNEYS or (first.lower() in VEHICLES and behind.lower().startswith("to ")):
        out, back, home = behind.partition(" back ")
        both = f"{out.rstrip(' ,;.').removesuffix(' and').replace(' on ', ' from ')} to {home.removeprefix('on ')}"
        way = f"travel {both if back else behind}"
        event = read(way)
        is_meant = isinstance(event, Event) and (event.last_day or not back)
        when = "once it has begun, " if first.lower().endswith("ing") else ""
        return f"a journey is said {when}{f'as `{way}`' if is_meant else 'like `travel Rome from 20 Nov to 22 Nov`'}"
    spans = [_has_span(tokens, index, context) for index in range(1, len(tokens))]
    if first.lower() in ("off", "on", "back", "without", "still"):  # off sertraline since Monday
        return ""
    if any(spans) and isinstance(read(f"ill {text}"), Event):
        return f"if it is an illness, say `ill {text}`"
    return ""


def _has_span(tokens: list[Token], position: int, context: Context) -> bool:
    try:
        span = span_at(TimeWords(context.clock), tokens, position)
        return span is not None and not (span[0].end and span[0].end.clock_time)  # work 9:00-17:00
    except PhraseRefused:
        return False


def _of_relief(tokens: list[Token], context: Context) -> str:
    carrying = [token for token in tokens if token.text not in everyday.FILLERS]
    name = remedies.named(carrying, 0, context.lexicon) if carrying else None
    figures = in_figures(tokens, context.lexicon)
    is_long = any(amounts.longest_amount(figures, index) for index in range(len(figures)))
    if not name and is_long:  # half an hour of gentle stretching
        named = (remedies.named(carrying, index, context.lexicon) for index in range(1, len(carrying)))
        name = next((each for each in named if each and context.lexicon.reliefs[each.text] == "stretch"), None)
    if not name and len(carrying) > 1 and carrying[1].text in remedies.VERDICTS:
        near = remedies.near_remedy(carrying[0].text, context.lexicon)
        return f"did you mean {near}? Say it with its place, as in `left calf 4 +{near}`" if near else ""
    if not name:
        return ""
    is_exercise = context.lexicon.reliefs[name.text] in ("stretch", "move", "walk")
    as_workout = "; as a workout it is said like `workout 15m`" if is_long and is_exercise else ""
    return f"{name.text} against what? Say it with its place, as in `left calf 4 +{name.text}`{as_workout}"


def _of_question(first: str, sentence: Sentence) -> str:
    """`tiredness 8 out of 10`."""
    if sentence.plain[0].text != first or not first.isalpha() or len(sentence.plain) > MOST_WORDS_OF_A_RATING:
        return ""
    if len(sentence.plain) > 1 and not any(token.text[:1].isdecimal() for token in sentence.tokens[-1:]):
        return ""
    numbers = [amounts.number(token.text.partition("/")[0]) for token in sentence.tokens if token.text[:1].isdecimal()]
    is_rating = len(numbers) == 1 and numbers[0] is not None and numbers[0] <= amounts.MOST_STRONG
    if not is_rating or any(token.text[-1:].isalpha() for token in sentence.tokens if token.text[:1].isdecimal()):
        return ""
    return doubts.how_to_ask(sentence.plain[-1].text if sentence.plain[-1].text.isalpha() else first)


def _of_number(sentence: Sentence, tokens: list[Token]) -> str:
    """`ibuprofen 400 x2`, `weight 71`: a number without its unit behind an unknown word."""
    for token, following in pairwise(tokens):
        value = amounts.number(following.text) if following.text[:1].isdecimal() else None
        is_unknown = token.text in {word.text for word in sentence.plain} and token.text.isalpha()
        if is_unknown and value is not None and value > amounts.MOST_STRONG:
            name = amounts.shortened(token.as_typed)
            return (
                f"“{name}” is not a known word; what is taken is said with its unit, as in `took ibuprofen 400mg`, a"
                f" number of the day by a question of your own: `question add {name}`"
            )
    return ""


def _of_workout(sentence: Sentence, tokens: list[Token], context: Context) -> str:
    """`gardening for an hour`: a length without a place."""
    figures = in_figures(tokens, context.lexicon)
    lengths = [amounts.longest_amount(figures, index) for index in range(len(figures))]
    is_long = any(length and length.dimension == "time" for length in lengths)
    thing = next((token.text.removesuffix("s") for token in tokens if token.text in everyday.LASTING_THINGS), "")
    if is_long and thing:
        return (
            f"how long a {thing} lasted has no place here; a number of your own is asked by a question, added once with"
            f" `question add {thing}`"
        )
    if not is_long or len(sentence.plain) > MOST_WORDS_OF_A_WORKOUT:
        return ""
    return (
        f"“{amounts.shortened(sentence.plain[0].as_typed)}” is not a known word; a workout is said like `workout 45m`,"
        " and one of your own is added once with `term add workout`"
    )
