"""A line becomes what the user meant, or one clear error. Nothing is guessed silently, nothing read in part."""

from datetime import date
from typing import NamedTuple

from journal.catalog.kinds import BARE_DRINKS, DRINK, EPISODE, TEXT_VERBS, WORKOUT, Kind
from journal.catalog.lexicon import HEADS
from journal.errors import PhraseRefused
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.phrases.read import answers, free_text, record_builder, sleep
from journal.phrases.read.amounts import shortened
from journal.phrases.read.lexer import Token, clean, pieces, tokens
from journal.phrases.read.slot_filler import FilledSlots, fill
from journal.phrases.read.slots import name_at, tried_at
from journal.phrases.read.times import TIME_WORDS, TimeWords, whole_day
from journal.records import Act


def parse(line: str | bytes, context: Context) -> list[Act]:
    """What a line says, in the order in which it says it.

    Raises PhraseRefused with one sentence if any part of it cannot be taken.
    """
    line = clean(line)
    prefix, colon, _ = line.partition(":")
    named = tokens(prefix) if colon else []
    day = whole_day(context.clock, named)
    if day is None:
        return parse_part(line, context, None)
    records = [line[begin:end] for begin, end in pieces(line, len(prefix) + 1)]
    if not records:
        raise PhraseRefused(f"nothing follows “{_words(named)}:”; say what happened that day")
    if all(_words(tokens(record)[:1]) == "visit" for record in records):
        day = whole_day(context.clock, named, nearest=True)
    return [act for record in records for act in parse_part(record, context, day)]


def _words(found: list[Token]) -> str:
    return " ".join(token.text for token in found)


def parse_part(line: str, context: Context, fixed: date | None) -> list[Act]:
    """One record, on the fixed day of a `DAY:` line or with its own words for when."""
    digit = line.strip()
    if len(digit) == 1 and digit in "0123456789":
        return _template(digit, context, fixed)
    found = tokens(line)
    if not found:
        raise PhraseRefused(f"“{shortened(digit)}” holds no word; say what happened, for example `left calf 4 2m`")
    place = _first_word(found, context.clock, fixed)
    first = name_at(context.lexicon, found, place)
    if first and first.text in TEXT_VERBS:
        return free_text.read(line, found, place, context, fixed)
    heads, sites = _heads(found, context)
    if len(heads) > 1:
        raise _two(heads[0].text, heads[1].text)
    if heads and sites and heads[0].text not in ("start", "stop"):
        raise _two(heads[0].text, sites[0])
    if len(sites) > 1:
        raise _two(sites[0], sites[1])
    if not heads:
        return [record_builder.episode(_fill(EPISODE, found, context, fixed))]
    return _read_head(heads[0], found, context, fixed)


def _two(first: str, second: str) -> PhraseRefused:
    return PhraseRefused(
        f"{first} and {second} are two records; write them on two lines, or as `today: a, b` "
        "(a note on an episode goes in quotes)"
    )


def _template(digit: str, context: Context, fixed: date | None) -> list[Act]:
    if digit == "0":
        return parse_part("none", context, fixed)
    phrase = context.templates.get(digit)
    if phrase is None:
        raise PhraseRefused(f"{digit} has no template yet; `template set {digit} left calf` makes it one")
    if len(phrase.strip()) == 1:
        raise PhraseRefused(f"the template {digit} says only {phrase}; set it to a whole line such as `left calf`")
    return parse_part(phrase, context, fixed)


def _first_word(found: list[Token], clock: UserClock, fixed: date | None) -> int:
    """The place of the first word that does not say when."""
    when, place = TimeWords(clock, fixed), 0
    while place < len(found):
        try:
            after = when.take(found, place)
        except PhraseRefused:
            break  # it is refused where it is read in earnest
        if after == place:
            break
        place = after
    return place


class LineHead(NamedTuple):
    """The word that decides what a line is: its role, what it stands for, and its place."""

    role: str
    slug: str
    text: str
    at: int
    after: int


def _heads(found: list[Token], context: Context) -> tuple[list[LineHead], list[str]]:
    """The heads of a line and its sites, by the longest names."""
    lexicon = context.lexicon
    heads: list[LineHead] = []
    sites: list[str] = []
    at = 0
    while at < len(found):
        tried = tried_at(lexicon, found, at)
        if tried and tried.name:
            at = tried.name.after
            continue
        name = name_at(lexicon, found, at)
        if not name:
            at += 1
            continue
        senses = {sense.role: sense.slug for sense in lexicon.senses[name.text]}
        role = next((role for role in HEADS if role in senses), None)
        if name.text == "no" and (_is_flag(found, name.after, context) or _is_value(heads, context)):
            at = name.after
        elif role == "verb" and name.text in ("no", "forget"):
            heads.append(LineHead(role, senses[role], name.text, at, name.after))
            at = answers.named(name.text, found, name.after, context).after
        else:
            if role:
                heads.append(LineHead(role, senses[role], name.text, at, name.after))
            elif "site" in senses:
                sites.append(name.text)
            at = name.after
    if any(head.role == "workout" for head in heads):
        regions = {name for name in sites if lexicon.slug_of("region", name)}
        sites = [site for site in sites if site not in regions]
    return heads, sites


def _is_value(heads: list[LineHead], context: Context) -> bool:
    """Whether `no` answers the question before it: `skipped meal no`."""
    head = heads[0] if len(heads) == 1 else None
    return head is not None and head.role == "question" and context.lexicon.questions[head.slug].is_yes_or_no


def _is_flag(found: list[Token], at: int, context: Context) -> bool:
    name = name_at(context.lexicon, found, at) if at < len(found) else None
    return bool(name and context.lexicon.slug_of("flag", name.text))


def _fill(
    kind: Kind, found: list[Token], context: Context, fixed: date | None, head: LineHead | None = None
) -> FilledSlots:
    when = TimeWords(context.clock, fixed)
    return fill(kind, found, context, when, (head.at, head.after) if head else None)


def _read_head(head: LineHead, found: list[Token], context: Context, fixed: date | None) -> list[Act]:
    if head.role == "drink":
        kind = BARE_DRINKS.get(head.slug, DRINK)
        return [record_builder.drink(head.slug, _fill(kind, found, context, fixed, head), context)]
    if head.role == "workout":
        return [record_builder.workout(head.slug, head.text, _fill(WORKOUT, found, context, fixed, head))]
    when = TimeWords(context.clock, fixed)
    rest = (head.at, head.after)
    if head.role == "question":
        return [answers.question(head.slug, head.text, found, rest, context, when)]
    if head.text in ("sleep", "slept"):
        return [sleep.night(found, rest, when, context)]
    if head.text == "nap":
        return [sleep.nap(found, rest, when, context)]
    if head.text in ("no", "forget"):
        return [answers.no_or_forget(head.text, found, rest, context, when)]
    if head.text in ("none", "some"):
        return [answers.none_or_some(head.text, found, rest, when)]
    if head.text == "again":
        return [record_builder.again(found, rest, context, when)]
    if head.text in ("start", "stop"):
        if fixed:
            raise PhraseRefused(f"{head.text} means now and cannot stand behind a day")
        filled = _fill(EPISODE, found, context, fixed, head)
        return [record_builder.start(filled) if head.text == "start" else record_builder.stop(filled)]
    at = 0
    while at < head.at:
        at = max(at + 1, when.take(found, at))  # a day that cannot be is refused as such
    raise PhraseRefused(f"{head.text} begins its line; only a day may stand before it")


def known_words(context: Context) -> list[str]:
    """Every word and name that a line may hold, for completion and for naming the nearest ones."""
    return [*context.lexicon.senses, *context.lexicon.no, *TIME_WORDS, "tried"]
