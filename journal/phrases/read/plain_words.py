"""What becomes of the plain words of a sentence: the note of its record, or the one thing that is missing."""

from collections.abc import Callable, Iterable
from itertools import pairwise, product

from journal.catalog import drink_words, event_words, everyday
from journal.catalog.entries import plurals
from journal.catalog.kinds import EPISODE, WORKOUT, Kind
from journal.catalog.slot_types import Flag, KnownName, ReliefTried
from journal.catalog.turns_of_phrase import STILL_GOES_ON
from journal.errors import PhraseRefused
from journal.phrases.context import Context, refuse_unknown
from journal.phrases.read.answers import YES_OR_NO
from journal.phrases.read.line_words import Sentence
from journal.phrases.read.slot_filler import of_what
from journal.phrases.read.when.dates import MONTH_WORDS
from journal.phrases.read.when.times import TIME_WORDS
from journal.phrases.read.words.amounts import amount_at, shortened
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined
from journal.phrases.read.words.pictures import is_picture
from journal.phrases.read.words.remedies import behind
from journal.phrases.read.words.slips import is_one_slip, slip_of
from journal.phrases.read.words.slots import name_at
from journal.records import Act, Answer, DayNote, Drink, Episode, Sleep, Workout, replace

OTHER = "other"
"""The kind of what no other kind is."""
COUNTING = {*everyday.NUMBERS, *everyday.INEXACT, "little", "bit"}
SHORTEST_RELIEF = 6
"""Letters of a relief of which a plain word may be a slip."""
NEXT_WORD = 2
"""Signs between two words that stand beside each other, and one more."""
UNASKED = ("any_twitches", "drinks_complete")
"""Questions of which the answer is a word of its own."""
OF_ONE_GOING_ON = {"going", "ongoing", "every", "stopped"}
"""Words of how long or how often something twitched, where they are plain: `been going all day`."""
KINDS_OF_RECORD: dict[type, Kind] = {Episode: EPISODE, Workout: WORKOUT}
"""The records that have a note of their own."""


def noted(acts: list[Act], sentence: Sentence, line: str, context: Context) -> list[Act]:
    """The records of a sentence; if it has plain words, the whole of it is their note, or that of their day."""
    if not sentence.plain and not _is_said_otherwise(acts, sentence):
        return acts
    (act,) = acts
    if any(token.quoted for token in sentence.tokens):
        word = shortened(sentence.plain[0].text)
        raise PhraseRefused(f"“{word}” is not a word known here; what is no word of the grammar goes into the quotes")
    if not isinstance(act, (Episode, Workout, Drink, Sleep, Answer)):
        word = shortened(sentence.plain[0].text)
        raise may_be_note(f"“{word}” is not a word known here, and such a line takes no others")
    lexicon = context.lexicon
    unknown = [
        token for token in sentence.plain if token.text not in lexicon.senses and token.text not in lexicon.reliefs
    ]
    _refuse_slip_of_command(unknown, line)
    _refuse_slips(unknown, _open_names(act, context))
    unread = [token for token in sentence.plain if token not in sentence.lasting and not is_picture(token.text)]
    if isinstance(act, Episode) and unread:
        _check_episode(act, unread[0], sentence, context)
    is_over = any(token.text in everyday.CEASED for token in sentence.plain)
    if isinstance(act, Answer) and (is_over or not (sentence.is_circumstance or sentence.is_apart)):
        _refuse_yes_unsaid(act, sentence, context)
    part = next((token.as_typed for token in sentence.plain if token.text in ("half", "quarter", "third")), "")
    if isinstance(act, Answer) and part:
        raise may_be_note(f"“{shortened(part)}”: how many, or how much? Say one number")
    if isinstance(act, Answer) and act.question == "any_twitches":
        _refuse_none_of_another(sentence, line)
    is_of_a_part = all(token.text in everyday.OF_A_PART for token in sentence.plain)  # early this morning
    is_size_unsaid = any(_is_size(token, sentence.plain) for token in sentence.plain)
    is_one = isinstance(act, Drink) and act.count == 1 and [token.text for token in unread] == ["one"]
    if is_one and line[: unread[0].start].rstrip().lower().endswith((",", "only", "just")):  # decaf, only one
        return acts
    if isinstance(act, Drink) and not is_of_a_part and (is_size_unsaid or not sentence.is_circumstance):
        raise _no_word_of_drink(act, sentence.plain)
    text = _without_stamp(line.strip())
    if isinstance(act, (Episode, Workout)):
        return [replace(act, note=text)]
    return [act, DayNote(day=act.day, text=text)]


def _without_stamp(text: str) -> str:
    """A sentence without the moment to the second that the program put before it: `2026-11-20 14:05:40 left calf 4
    while reading` comes from a line that waited to be stored, and nobody typed so much."""
    day, _, others = text.partition(" ")
    clock, _, sentence = others.partition(" ")
    is_stamp = len(day) == len("2026-11-20") and day[4:5] == "-" and clock.count(":") == 2 and clock[:2].isdecimal()
    return sentence.lstrip() if is_stamp and len(clock) == len("14:05:40") else text


def _refuse_yes_unsaid(answer: Answer, sentence: Sentence, context: Context) -> None:
    """Refuse `sauna was closed`, `period is late`, `bought magnesium`: a name with words beside it may not mean yes."""
    question = context.lexicon.questions[answer.question]
    is_said = any(token.text in YES_OR_NO for token in sentence.tokens)
    if answer.value != 1 or is_said or not (question.is_yes_or_no and question.built_in) or question.slug in UNASKED:
        return
    name = question.names.partition(",")[0] or question.slug.replace("_", " ")
    word = shortened(sentence.plain[0].as_typed)
    raise may_be_note(f"“{word}” is not a word known here; yes is said as `{name}`, no as `no {name}`")


def _refuse_none_of_another(sentence: Sentence, line: str) -> None:
    """Refuse `mood none`, `weird: none`: the none may be of what stands right before it."""
    starts = [token.start for token in sentence.tokens if token.text == "none" and not token.quoted]
    for token, start in product(sentence.plain, starts):
        is_beside = token.end <= start and not line[token.end : start].strip(" :=-")
        is_parted = line[token.start : start].rstrip()[-1:] in everyday.SIGNS
        if is_beside and not is_parted and not token.text.endswith("ly") and token.text not in everyday.BEFORE_NONE:
            raise may_be_note(
                f"“{shortened(token.as_typed)}” and none: `none` says that a day had no twitches; it stands alone"
            )


def _is_size(token: Token, plain: list[Token]) -> bool:
    """Whether a word says of the drink how much it was: `at work, a large one`, and not `at the big table`."""
    following = next((other.text for other in plain if 0 < other.start - token.end < NEXT_WORD), "one")
    return token.text in drink_words.SIZES_OF_ONE and following in ("one", "ones")


def _no_word_of_drink(drink: Drink, plain: list[Token]) -> PhraseRefused:
    carrying = [token for token in plain if token.text not in drink_words.OF_DRINKING | drink_words.CONTAINERS] or plain
    name = drink.name.replace("_", " ")
    several = next(iter(plurals(name)), name)
    if carrying[0].text == "number":
        return may_be_note(f"“number”: one {name}, or several? Say it like `1 {name}` or `3 {several}`")
    inexact = next((token for token in plain if token.text in drink_words.SIZES | drink_words.SIZES_OF_ONE), None)
    if inexact:
        phrase = f"“{shortened(inexact.as_typed)}”"
        return may_be_note(f"{phrase}: how much was it? Say it like `2 {several}` or `{name} 300ml`")
    return may_be_note(
        f"“{shortened(carrying[0].as_typed)}” is not a word known here; a drink is said like `2 coffees` or"
        " `tea 300ml`, and one of your own is added once with `term add drink`"
    )


def _is_said_otherwise(acts: list[Act], sentence: Sentence) -> bool:
    """Whether a word such as tremor says more than the kind `other`, which stands for it."""
    return (
        len(acts) == 1
        and isinstance(acts[0], Episode)
        and acts[0].kind == OTHER
        and not any(token.quoted or token.text.startswith(OTHER) for token in sentence.tokens)
    )


def _check_episode(episode: Episode, first: Token, sentence: Sentence, context: Context) -> None:
    if episode.intensity is not None or episode.times > 1 or _has(sentence, ("kind", "pattern"), context):
        return
    if not OF_ONE_GOING_ON.isdisjoint(token.text for token in sentence.plain):
        return
    still = (behind(sentence.plain, index, STILL_GOES_ON) != index for index in range(len(sentence.plain)))
    if (episode.last_day or episode.duration_s) and any(still):
        return
    word = shortened(first.as_typed)
    if first.text in everyday.QUIET:
        raise may_be_note(f"“{word}”: a place without a twitch is no record; of a whole day without any `none` says it")
    raise may_be_note(
        f"“{word}” is not a word known here; beside it say what it was (twitch, cramp ...) or how strong, 0 to 10"
    )


def _has(sentence: Sentence, roles: Iterable[str], context: Context) -> bool:
    return any(
        sense.role in roles
        for index in range(len(sentence.tokens))
        if (name := name_at(context.lexicon, sentence.tokens, index))
        for sense in context.lexicon.senses[name.text]
    )


# ---- slips ------------------------------------------------------------------------------------------------


def _open_names(act: Act, context: Context) -> set[str]:
    """The words that could still be said of a record: those of its open slots, and those that say when."""
    names = {*TIME_WORDS, *MONTH_WORDS}
    kind = KINDS_OF_RECORD.get(type(act))
    for slot in kind.slots if kind else ():
        if isinstance(slot.takes, ReliefTried):
            names |= {name for name in context.lexicon.reliefs if len(name) >= SHORTEST_RELIEF}
            continue
        value = getattr(act, slot.field)
        if value is not None and (slot.field, value) != ("kind", "twitch"):
            continue
        if isinstance(slot.takes, KnownName):
            names.update(context.lexicon.names_by_role.get(slot.takes.role, ()))
        elif isinstance(slot.takes, Flag):
            names |= {name.strip() for name in slot.takes.names.split(",")}
    return names


def _refuse_slips(plain: list[Token], names: Iterable[str]) -> None:
    for token in plain:
        if name := slip_of(token.text, names):
            raise may_be_note(f"“{shortened(token.text)}” is not a known word; did you mean {name}?")


def _refuse_slip_of_command(plain: list[Token], line: str) -> None:
    """Refuse `strt left calf 4` by the command that its first word may be: plain words stand behind other words."""
    first = plain[0] if plain and not line[: plain[0].start].strip() else None
    if first is None or first.text in everyday.NEVER_COMMANDS:
        return
    is_log = len(first.text) > len("log") and is_one_slip(first.text, "log")
    if name := "log" if is_log else slip_of(first.text, everyday.COMMANDS):
        raise may_be_note(f"“{shortened(first.text)}” is not a known word; did you mean {name}?")


def refuse_sleep(sentence: Sentence, context: Context) -> None:
    """Refuse `bed at 11pm, up at 6am` with how sleep is said."""
    is_twitch = _has(sentence, ("kind",), context)
    tokens = sorted((*sentence.tokens, *sentence.plain), key=lambda token: token.start)
    befores = {following: token.text for token, following in pairwise(tokens)}
    for token in sentence.plain:
        is_time = befores.get(token) in ("before", "after")  # zopiclone 3.75 mg before bed
        if token.text in everyday.OF_SLEEP and not is_twitch and not is_time:
            raise may_be_note(f"“{token.text}”: sleep is said like `slept 23:40-06:10`, `sleep 6.5` or `nap 20m`")


def refuse_unknown_place(sentence: Sentence, line: str, context: Context) -> None:
    """Refuse `L peroneal flickers`, `twitching in my peroneal` by the word that says the place."""
    ends = {token.end for token in sentence.tokens if context.lexicon.slug_of("side", token.text) and not token.quoted}
    for token in sentence.plain:
        before = line[: token.start].rstrip()
        is_behind = len(before) in ends or before.lower().endswith((" my", " my left", " my right"))
        if is_behind and token.text.isalpha() and token.text not in {*everyday.CONTEXT, *everyday.HEDGES}:
            word = shortened(token.as_typed)
            raise may_be_note(f"“{word}” is no place known here; `term add site {word}` makes it one")


def _carrying(plain: list[Token]) -> list[Token]:
    """The plain words without those that only count: `one spritz`, `a little afraid`."""
    return [token for token in plain if token.text not in COUNTING] or plain


def _refuse_drink_unsaid(sentence: Sentence, slips: list[Token], context: Context) -> None:
    """Refuse `4 pints with the lads` by what is missing, unless a word may be the slip of a drink."""
    drinks = context.lexicon.names_by_role.get("drink", ())
    if any(slip_of(token.text, drinks) for token in slips):
        return
    for position in range(len(sentence.tokens)):
        amount = amount_at(sentence.tokens, position)
        is_named = any(token.end <= sentence.tokens[position].start for token in sentence.plain)  # gaviscon 10ml
        if amount and amount.dimension == "volume" and not is_named:
            raise of_what(joined(sentence.tokens, position, amount.end))


def refuse_unknown_words(sentence: Sentence, hint: Callable[[], str], context: Context) -> None:
    """Refuse a sentence without a place, a drink, a question, a workout or a verb: a slip is named, else the first
    word, unless only the place is missing. `hint` is asked for how else the line may be said."""
    if any(token.text.endswith(":") for token in sentence.tokens):
        return  # which is refused first
    lexicon = context.lexicon
    names: dict[str, object] = {**lexicon.senses, **{word: word for word in TIME_WORDS}, **MONTH_WORDS}
    is_journey = any(token.text in event_words.OF_JOURNEYS for token in sentence.plain)  # flew to Spain
    plain = [] if is_journey else sentence.plain
    slips = [token for token in plain if token.text not in names and slip_of(token.text, names)]
    _refuse_drink_unsaid(sentence, slips, context)
    if slips or not _has(sentence, ("kind", "side", "flag", "pattern", "circumstance"), context):
        if not slips and (way := hint()):
            raise may_be_note(way)
        raise may_be_note(
            str(
                refuse_unknown(
                    (slips or _carrying(sentence.plain))[0].as_typed,
                    names,
                    is_alone=len(sentence.plain) == 1 and not sentence.tokens,
                    example=f"{EPISODE.example}, or make it a word of your own (`term add`)",
                )
            )
        )
