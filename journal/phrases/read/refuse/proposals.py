"""Lines that may have been meant by one that is refused, each offered only where it reads."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from journal.catalog import event_words, everyday
from journal.catalog.kinds import CHANGE_VERBS, TEXT_VERBS
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.refuse import alarms
from journal.phrases.read.refuse.refusals import is_denial
from journal.phrases.read.refuse.two_records import LONGEST_PROPOSED
from journal.phrases.read.when.times import TIME_WORDS
from journal.phrases.read.words.amounts import longest_amount
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, pieces, quote, tokenize
from journal.phrases.read.words.remedies import is_parted
from journal.phrases.read.words.slips import mended
from journal.phrases.read.words.slots import name_at
from journal.records import (
    Act,
    Answer,
    ChangeMedicine,
    Dose,
    Drink,
    Episode,
    Event,
    Medicine,
    Record,
    Sleep,
    StopMedicine,
    Workout,
)

Reader = Callable[[str, Context], list[Act]]
"""What reads a line."""
HOW_MANY = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
"""A line in more parts is not looked at one by one."""
MOST_CUTS = 12
"""Of a line in more parts, a night and a note are looked for at the first ones: each try reads all of it."""


def refuse_with_way(line: str, tokens: list[Token], context: Context, line_day: date | None, parse: Reader) -> None:
    """Refuse a line with the one that may have been meant, where there is one, or as the cry that it may be."""
    alarms.refuse_slip_of_alarm(tokens, context.lexicon)
    if len(line) > LONGEST_PROPOSED:
        return
    if way := _night_and_note(line, tokens, context, line_day, parse):
        raise PhraseRefused(f"a night takes a length or two clocks alone; say `{way}`") from None
    if way := _dose_verb_first(line, tokens, context, line_day, parse):
        raise may_be_note(f"what is taken begins with its verb; say `{way}`") from None
    if way := _visit(line, tokens, context, line_day, parse):
        raise may_be_note(f"if it is a visit, say `{way}`") from None
    if way := _verb_first(line, tokens, context, line_day, parse):
        raise PhraseRefused(f"what is taken begins with its verb; say `{way}`") from None
    if way := _mended(line, tokens, context, parse):
        raise may_be_note(f"several words are not known here; did you mean `{way}`?") from None
    if trouble := _trouble_in_quotes(line, tokens, context, line_day, parse):
        word, way = trouble
        raise may_be_note(
            f"“{word}” is another trouble than a twitch; beside one it stands in quotes, as in `{way}`"
        ) from None


def refuse_list(line: str, context: Context, parse: Reader) -> None:
    """Refuse `saw my GP, left calf 4, 2 coffees`, of which each part is a record, with the line that stores all."""
    parts = [line[begin:end].strip() for begin, end in pieces(line, 0)]
    if len(parts) not in HOW_MANY:
        return
    acts: list[Act] = []
    for part in parts:
        act = _whole(part, context, parse, is_first=not acts)
        if act is None:
            return
        acts.append(act)
    if all(isinstance(act, Episode) for act in acts):
        return  # which may be one place
    way, count = f"today: {line.strip()}", HOW_MANY[len(parts)]
    if len(_tried(way, context, parse)) == len(parts):
        raise PhraseRefused(f"{count} records; say `{way}`") from None
    raise PhraseRefused(f"{count} records: `{'`, `'.join(parts)}`; each is a line of its own") from None


def _whole(part: str, context: Context, parse: Reader, *, is_first: bool) -> Act | None:
    """The one record of a part of a line that says more than a name; the first may be an event without its verb."""
    acts = _tried(part, context, parse)
    if len(acts) != 1:
        return None
    act, texts = acts[0], {token.text for token in tokenize(part) if not token.quoted}
    if isinstance(act, (Event, Medicine, Dose)):
        return act if is_first or texts & (event_words.ARE_VISITS | {*TEXT_VERBS}) else None
    has_number = any(sign.isdecimal() for sign in part)
    if isinstance(act, Episode):
        names = {sense.role for text in texts for sense in context.lexicon.senses.get(text, ())}
        return act if not act.note and (has_number or "kind" in names) else None
    return act if isinstance(act, (Drink, Sleep)) or (isinstance(act, (Answer, Workout)) and has_number) else None


def _trouble_in_quotes(
    line: str, tokens: list[Token], context: Context, line_day: date | None, parse: Reader
) -> tuple[str, str] | None:
    """Another trouble and the line with it in quotes: `cramp left calf "hurt like hell"`."""
    if line_day or any(token.quoted or is_denial(token.text, "", "") for token in tokens):
        return None  # what did not twitch is no twitch
    names = [name_at(context.lexicon, tokens, index) for index in range(len(tokens))]
    if not any(name and context.lexicon.slug_of("kind", name.text) for name in names):
        return None
    trouble = next((token for token in tokens[1:] if token.text.rstrip(everyday.SIGNS) in everyday.TROUBLES), None)
    if trouble is None or any(sign.isdecimal() for sign in line[trouble.start :]):
        return None
    first = tokens.index(trouble)
    while first > 1 and tokens[first - 1].text in everyday.BEFORE_A_TROUBLE:
        first -= 1
    end = first - 1 if tokens[first - 1].text in everyday.JOINS else first
    way = f"{line[: tokens[end].start].rstrip(' ,;.')} {quote(line[tokens[first].start :].strip())}"
    acts = _tried(way, context, parse)
    if len(acts) == 1 and isinstance(acts[0], Episode):
        return trouble.text.rstrip(everyday.SIGNS), way
    return None


def _visit(line: str, tokens: list[Token], context: Context, line_day: date | None, parse: Reader) -> str | None:
    """The line that stores an appointment as a visit, which it need not be: `follow up appointment 3 Dec 10am`."""
    is_twitch = any(context.lexicon.slug_of(role, token.text) for token in tokens for role in ("site", "kind"))
    is_denied = any(is_denial(token.text, "", "") for token in tokens)
    if line_day or is_twitch or is_denied or event_words.OF_APPOINTMENTS.isdisjoint(token.text for token in tokens):
        return None
    way = f"visit {line.strip()}"
    acts = _tried(way, context, parse)
    return way if len(acts) == 1 and isinstance(acts[0], Event) else None


def _verb_first(line: str, tokens: list[Token], context: Context, line_day: date | None, parse: Reader) -> str | None:
    """The line of a medicine with its verb in front: `sertraline 50mg started on Monday`."""
    verbs = [token for token in tokens[1:] if token.text in ("started", "stopped", *CHANGE_VERBS) and not token.quoted]
    if line_day or len(verbs) != 1:
        return None
    verb = verbs[0]
    way = " ".join(f"{verb.text} {line[: verb.start]}{line[verb.end :]}".split())
    acts = _tried(way, context, parse)
    is_dosed = len(acts) == 1 and isinstance(acts[0], (Medicine, StopMedicine, ChangeMedicine)) and acts[0].dose
    return way if is_dosed else None


def _dose_verb_first(
    line: str, tokens: list[Token], context: Context, line_day: date | None, parse: Reader
) -> str | None:
    """The line of a dose with its verb in front: `vitamin B12 1000 mcg taken at 9:00`."""
    verb = next((token for token in tokens if token.text == "taken" and not token.quoted), None)
    if line_day or verb is None:
        return None
    way = " ".join(f"took {line[: verb.start]}{line[verb.end :]}".split())
    acts = _tried(way, context, parse)
    return way if len(acts) == 1 and isinstance(acts[0], Dose) else None


def _mended(line: str, tokens: list[Token], context: Context, parse: Reader) -> str | None:
    """A line with its slips mended, where it then reads."""
    spans = [(token.start, token.end, token.text) for token in tokens if not token.quoted]
    way = mended(spans, line, *_vocabulary(context.lexicon))
    return way if way and _tried(way, context, parse) else None


@lru_cache(maxsize=2)
def _vocabulary(lexicon: Lexicon) -> tuple[frozenset[str], list[str]]:
    """The words that are no slips, and those that may have been meant: of an episode first. They change seldom."""
    roles = {name: {sense.role for sense in senses} for name, senses in lexicon.senses.items()}
    names = sorted(roles, key=lambda name: (roles[name].isdisjoint(("site", "side", "kind")), name))
    common = everyday.FILLERS | everyday.CONTEXT
    return frozenset((*names, *TIME_WORDS, *common, *lexicon.reliefs)), [*names, *TIME_WORDS, *sorted(common)]


def _night_and_note(
    line: str, tokens: list[Token], context: Context, line_day: date | None, parse: Reader
) -> str | None:
    """The line that stores a night and what else is said of it as the day's note: `slept 6h, woke 3 times`."""
    if not any(token.text in everyday.SLEEP_VERBS for token in tokens):
        return None
    day = "today" if line_day in (None, context.clock.today) else str(line_day)
    cuts = [
        (index, token)
        for index, token in enumerate(tokens)
        if index and (is_parted(line, tokens, index) or token.text in (*everyday.BREAKS_OF_SLEEP, "quality"))
    ]
    for index, token in cuts[:MOST_CUTS]:
        night = line[: token.start].strip(" ,.;")
        note = line[tokens[index + 1].start if token.text in ("but", "and") and tokens[index + 1 :] else token.start :]
        both = f"{day}: {night}, sleep {note.strip()}"
        parts = [getattr(act, "question", act.table) for act in _tried(both, context, parse) if isinstance(act, Record)]
        if len(parts) == 2 and "sleep_quality" in parts and not {"sleep_hours", "sleep"}.isdisjoint(parts):
            return both
        if token.text == "quality":
            continue
        if _adds_sleep(tokens[index:]):
            return None
        way = f"{day}: {night}, note {note.strip()}"
        acts = _tried(way, context, parse)
        if len(acts) == 2 and isinstance(acts[0], (Answer, Sleep)) and not _tried(note, context, parse):
            ends = [other.start for _, other in cuts if line[: other.start].rstrip().endswith((".", ";"))]
            is_of_two = any(_tried(line[end:], context, parse) for end in ends if end > token.start)
            return None if is_of_two else way
    return None


def _adds_sleep(tokens: list[Token]) -> bool:
    """Whether what is said behind a night may be more of it: `then 3 more`, `and 3h`."""
    start = next((index for index, token in enumerate(tokens) if token.text not in everyday.JOINS), 0)
    return longest_amount(tokens, start) is not None or any(token.text == "more" for token in tokens)


def _tried(line: str, context: Context, parse: Reader) -> list[Act]:
    """What a line says; nothing where it is refused."""
    try:
        return parse(line, context._replace(proposes=False))
    except PhraseRefused:
        return []
