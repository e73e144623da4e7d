"""A line becomes what the user meant, or one clear error. Nothing is guessed silently, nothing read in part."""

from datetime import date
from typing import NamedTuple

from journal.catalog.kinds import AHEAD_VERBS, BARE_DRINKS, DRINK, EPISODE, TEXT_VERBS, WORKOUT, Kind
from journal.catalog.lexicon import HEADS
from journal.errors import PhraseRefused
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.phrases.read import answers, free_text, record_builder, sleep
from journal.phrases.read.amounts import shortened
from journal.phrases.read.dates import whole_day
from journal.phrases.read.lexer import Token, clean, pieces, tokenize
from journal.phrases.read.slot_filler import FilledSlots, fill
from journal.phrases.read.slots import name_at, relief_at
from journal.phrases.read.times import TIME_WORDS, TimeWords
from journal.records import Act


def parse(line: str | bytes, context: Context) -> list[Act]:
    """What a line says, in the order in which it says it.

    Raises PhraseRefused with one sentence if any part of it cannot be taken.
    """
    line = clean(line)
    prefix, colon, _ = line.partition(":")
    day_tokens = tokenize(prefix) if colon else []
    records = [line[begin:end] for begin, end in pieces(line, len(prefix) + 1)]
    may_lie_ahead = all(_joined(tokenize(record)[:1]) in AHEAD_VERBS for record in records)
    day = whole_day(context.clock, day_tokens, nearest=may_lie_ahead)
    if day is None:
        return parse_part(line, context, None)
    if not records:
        raise PhraseRefused(f"nothing follows “{_joined(day_tokens)}:”; say what happened that day")
    return [act for record in records for act in parse_part(record, context, day)]


def _joined(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens)


def parse_part(line: str, context: Context, line_day: date | None) -> list[Act]:
    """One record, on the day of a `DAY:` line or with its own words for when."""
    digit = line.strip()
    if len(digit) == 1 and digit in "0123456789":
        return _template(digit, context, line_day)
    tokens = tokenize(line)
    if not tokens:
        raise PhraseRefused(f"“{shortened(digit)}” holds no word; say what happened, for example `left calf 4 2m`")
    start = _first_word(tokens, context.clock, line_day)
    first = name_at(context.lexicon, tokens, start)
    if first and first.text in TEXT_VERBS:
        return free_text.read(line, tokens, start, context, line_day)
    heads, sites = _heads(tokens, context)
    if len(heads) > 1:
        raise _two(heads[0].text, heads[1].text)
    if heads and sites and heads[0].text not in ("start", "stop"):
        raise _two(heads[0].text, sites[0])
    if len(sites) > 1:
        raise _two(sites[0], sites[1])
    if not heads:
        return [record_builder.episode(_fill(EPISODE, tokens, context, line_day))]
    return _read_head(heads[0], tokens, context, line_day)


def _two(first: str, second: str) -> PhraseRefused:
    return PhraseRefused(
        f"{first} and {second} are two records; write them on two lines, or as `today: a, b` "
        "(a note on an episode goes in quotes)"
    )


def _template(digit: str, context: Context, line_day: date | None) -> list[Act]:
    if digit == "0":
        return parse_part("none", context, line_day)
    phrase = context.templates.get(digit)
    if phrase is None:
        raise PhraseRefused(f"{digit} has no template yet; `template set {digit} left calf` makes it one")
    if len(phrase.strip()) == 1:
        raise PhraseRefused(f"the template {digit} says only {phrase}; set it to a whole line such as `left calf`")
    return parse_part(phrase, context, line_day)


def _first_word(tokens: list[Token], clock: UserClock, line_day: date | None) -> int:
    """The position of the first word that does not say when."""
    when, position = TimeWords(clock, line_day, nearest=True), 0
    while position < len(tokens):
        try:
            after = when.read(tokens, position)
        except PhraseRefused:
            after = position + 1  # it is refused where it is read in earnest
        if after == position:
            break
        position = after
    return min(position, len(tokens) - 1)


def says_own_moment(line: str, context: Context) -> bool:
    """Whether a line names its own day or counts from now: `DAY: a, b`, `yesterday calf`, `calf 20m ago`, `stop`."""
    line = context.templates.get(line.strip(), line)
    prefix, colon, _ = line.partition(":")
    if colon and whole_day(context.clock, tokenize(prefix), nearest=True):
        return True
    tokens = tokenize(line)
    if tokens and not tokens[0].quoted and tokens[0].text in ("start", "stop"):
        return True
    for position in range(len(tokens)):
        when = TimeWords(context.clock)
        try:
            when.read(tokens, position)
        except PhraseRefused:
            continue  # the reading of the whole line says what is wrong with it
        if when.day or when.ago is not None:
            return True
    return False


class LineHead(NamedTuple):
    """The name that decides what a line is: its role, what it stands for, and its tokens from `start` up to `end`."""

    role: str
    slug: str
    text: str
    start: int
    end: int


def _heads(tokens: list[Token], context: Context) -> tuple[list[LineHead], list[str]]:
    """The heads of a line and its sites, by their longest names."""
    lexicon = context.lexicon
    heads: list[LineHead] = []
    sites: list[str] = []
    position = 0
    while position < len(tokens):
        tried = relief_at(lexicon, tokens, position)
        if tried and tried.name:
            position = tried.name.end
            continue
        name = name_at(lexicon, tokens, position)
        if not name:
            position += 1
            continue
        senses = {sense.role: sense.slug for sense in lexicon.senses[name.text]}
        role = next((role for role in HEADS if role in senses), None)
        if name.text == "no" and (_is_flag(tokens, name.end, context) or _is_value(heads, context)):
            position = name.end
        elif role == "verb" and name.text in ("no", "forget"):
            heads.append(LineHead(role, senses[role], name.text, position, name.end))
            position = answers.question_after(name.text, tokens, name.end, context).end
        else:
            if role:
                heads.append(LineHead(role, senses[role], name.text, position, name.end))
            elif "site" in senses:
                sites.append(name.text)
            position = name.end
    if any(head.role == "workout" for head in heads):
        regions = {name for name in sites if lexicon.slug_of("region", name)}
        sites = [site for site in sites if site not in regions]
    return heads, sites


def _is_value(heads: list[LineHead], context: Context) -> bool:
    """Whether `no` answers the question before it: `skipped meal no`."""
    head = heads[0] if len(heads) == 1 else None
    return head is not None and head.role == "question" and context.lexicon.questions[head.slug].is_yes_or_no


def _is_flag(tokens: list[Token], position: int, context: Context) -> bool:
    name = name_at(context.lexicon, tokens, position) if position < len(tokens) else None
    return bool(name and context.lexicon.slug_of("flag", name.text))


def _fill(
    kind: Kind, tokens: list[Token], context: Context, line_day: date | None, head: LineHead | None = None
) -> FilledSlots:
    when = TimeWords(context.clock, line_day)
    return fill(kind, tokens, context, when, (head.start, head.end) if head else None)


def _read_head(head: LineHead, tokens: list[Token], context: Context, line_day: date | None) -> list[Act]:
    if head.role == "drink":
        kind = BARE_DRINKS.get(head.slug, DRINK)
        return [record_builder.drink(head.slug, _fill(kind, tokens, context, line_day, head), context)]
    if head.role == "workout":
        return [record_builder.workout(head.slug, head.text, _fill(WORKOUT, tokens, context, line_day, head))]
    when = TimeWords(context.clock, line_day)
    head_span = (head.start, head.end)
    if head.role == "question":
        return [answers.read_answer(head.slug, head.text, tokens, head_span, context, when)]
    if head.text in ("sleep", "slept"):
        return [sleep.night(tokens, head_span, when, context)]
    if head.text == "nap":
        return [sleep.nap(tokens, head_span, when, context)]
    if head.text in ("no", "forget"):
        return [answers.no_or_forget(head.text, tokens, head_span, context, when)]
    if head.text in ("none", "some"):
        return [answers.none_or_some(head.text, tokens, head_span, when)]
    if head.text == "again":
        return [record_builder.again(tokens, head_span, context, when)]
    if head.text in ("start", "stop"):
        if line_day:
            raise PhraseRefused(f"{head.text} means now and cannot stand behind a day")
        filled = _fill(EPISODE, tokens, context, line_day, head)
        return [record_builder.start(filled) if head.text == "start" else record_builder.stop(filled)]
    position = 0
    while position < head.start:
        position = max(position + 1, when.read(tokens, position))  # a day that cannot be is refused as such
    raise PhraseRefused(f"{head.text} begins its line; only a day may stand before it")


def known_words(context: Context) -> list[str]:
    """Every word and name that a line may hold, for completion and for suggesting the nearest ones."""
    return [*context.lexicon.senses, *context.lexicon.question_names, *TIME_WORDS, "tried"]
