"""A line becomes what the user meant, or one clear error. Nothing is guessed silently, nothing read in part."""

from datetime import date
from typing import NamedTuple

from journal.catalog import alarm, everyday
from journal.catalog.alarm import DOCTOR
from journal.catalog.kinds import (
    AHEAD_VERBS,
    BARE_DRINKS,
    DRINK,
    EPISODE,
    EPISODE_VERBS,
    EVENT_VERBS,
    TEXT_VERBS,
    WORKOUT,
    Kind,
)
from journal.catalog.lexicon import HEADS
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.moments import PARTS
from journal.phrases.context import Context
from journal.phrases.read import answers, other_times, plain_words, record_builder, templates
from journal.phrases.read.figures import in_figures
from journal.phrases.read.line_words import Sentence
from journal.phrases.read.own_text import beside_events, unsaid_verbs
from journal.phrases.read.refuse.alarms import answer, refuse_alarm
from journal.phrases.read.sentence import read_sentence
from journal.phrases.read.slot_filler import FilledSlots, fill
from journal.phrases.read.spoken_forms import spoken_out
from journal.phrases.read.when import bygone_parts
from journal.phrases.read.when.dates import whole_day
from journal.phrases.read.when.times import TIME_WORDS, TimeWords
from journal.phrases.read.words.amounts import shortened
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, clean, pieces, tokenize, without_colons, word_at
from journal.phrases.read.words.slips import slip_of
from journal.phrases.read.words.slots import name_at, relief_at
from journal.records import Act, Answer, Episode

BEFORE_A_NAP = {*everyday.BEFORE_A_WALK, *everyday.NUMBERS, *UNITS, *PARTS, "power", "little", "cat", "nice", "good"}


def parse(line: str | bytes, context: Context) -> list[Act]:
    """What a line says, in the order in which it says it.

    Raises PhraseRefused with one sentence if any part of it cannot be taken.
    """
    line = clean(line)
    prefix, colon, _ = line.partition(":")
    day_tokens = in_figures(tokenize(prefix), context.lexicon) if colon else []
    records = [line[begin:end] for begin, end in pieces(line, len(prefix) + 1)]
    may_lie_ahead = all(_joined(tokenize(record)[:1]) in AHEAD_VERBS for record in records)
    day = whole_day(context.clock, day_tokens, nearest=may_lie_ahead)
    if day is None:
        return _unless_list(line, context)
    if not records:
        raise PhraseRefused(f"nothing follows “{_joined(day_tokens)}:”; say what happened that day")
    if len(records) == 1:
        return parse_part(records[0], context, day)
    return _several(line, pieces(line, len(prefix) + 1), context, day)


def _unless_list(line: str, context: Context) -> list[Act]:
    """What a line without a day before a colon says; refused where its commas part whole records."""
    if not context.proposes or ", " not in line:
        return parse_part(line, context, None)
    from journal.phrases.read.refuse import proposals  # of the lines with a comma alone

    try:
        acts = parse_part(line, context, None)
    except PhraseRefused as refused:
        if not refused.chapter:
            proposals.refuse_list(line, context, parse)
        raise
    proposals.refuse_list(line, context, parse)
    return acts


def _several(line: str, spans: list[tuple[int, int]], context: Context, day: date) -> list[Act]:
    """The records of a `DAY: a, b` line; where only one of its parts is one, and all of them together are, its commas
    belong to the sentence: `cramp in left calf, stretching helped`."""
    acts: list[Act] = []
    errors: list[PhraseRefused] = []
    for begin, end in spans:
        try:
            acts += parse_part(line[begin:end], context._replace(proposes=False), day)
        except PhraseRefused as refused:
            errors.append(refused)
            carrying = [token for token in tokenize(line[begin:end]) if token.text not in everyday.FILLERS]
            word = word_at(carrying, 0)
            is_slip = word not in context.lexicon.senses and slip_of(word, [*context.lexicon.senses, *TIME_WORDS])
            if refused.chapter or is_slip:
                raise
    if not errors:
        return acts
    if len(spans) - len(errors) <= 1:
        try:
            return parse_part(line[spans[0][0] : spans[-1][1]], context._replace(proposes=False), day)
        except PhraseRefused:
            pass  # what is wrong with its parts says more
    raise errors[0]


def _joined(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens)


def parse_part(line: str, context: Context, line_day: date | None) -> list[Act]:
    """One record, on the day of a `DAY:` line or with its own words for when."""
    try:
        return _with_template(line, context, line_day)
    except PhraseRefused as refused:
        if refused.ways and not all(_is_read(way, context, line_day) for way in refused.ways):
            refused.args = (refused.otherwise,)
        refused.ways = ()
        raise


def _with_template(line: str, context: Context, line_day: date | None) -> list[Act]:
    return templates.read(line, context, line_day, _parse_words) or _parse_words(line, context, line_day)


def _is_read(line: str, context: Context, line_day: date | None) -> bool:
    """Whether a line is taken as the person would enter it; the lines that a refusal of it offers are not read too."""
    try:
        acts = _with_template(line, context._replace(proposes=False), line_day)
        return bool(acts if line_day else _unless_list(line, context))
    except PhraseRefused:
        return False


def _parse_words(line: str, context: Context, line_day: date | None) -> list[Act]:
    tokens = spoken_out(line, without_colons(tokenize(line)), context.lexicon)
    if not tokens:
        raise PhraseRefused(
            f"“{shortened(line.strip())}” holds no word; say what happened, for example `left calf 4 2m`"
        )
    tokens = bygone_parts.with_yesterday(tokens, line_day)
    tokens = unsaid_verbs.with_medicine_verb(tokens, context.lexicon)
    verb = _to_text_verb(tokens, context, line_day)
    if not verb and (verb := unsaid_verbs.with_verb(tokens, context, line_day)) and verb[0][verb[1]].text == "ill":
        _refuse_alarm(line, tokens, context, line_day)
    if verb and verb[0][verb[1]].text == "took" and any(token.text in alarm.OVERDOSE for token in tokens):
        raise answer(alarm.HELP)
    if verb and not _is_nap_or_walk(*verb, context):
        # 1 to 2 ms that a line without a verb need not wait for
        from journal.phrases.read.own_text import coming_days, free_text

        if verb[0][verb[1]].text in EVENT_VERBS:
            verb = coming_days.with_coming_days(*verb, context.clock), verb[1]
        other_times.refuse_other_event(line, *verb, context)
        beside_events.refuse_other_record(line, *verb, context, parse)
        return free_text.read(line, *verb, context, line_day)
    if verb:
        tokens, position = verb
        del tokens[position]
    if tokens and tokens[0].text == "ask" and "ask" not in context.lexicon.senses:
        raise may_be_note("“ask”: a question for the doctor is added with the command `ask`, or in About me")
    _refuse_alarm(line, tokens, context, line_day)
    try:
        return _read_sentence(line, tokens, context, line_day)
    except PhraseRefused as refused:
        if context.proposes and not refused.chapter:
            from journal.phrases.read.refuse import proposals  # most lines are read

            proposals.refuse_with_way(line, tokens, context, line_day, parse)
        raise


def _read_sentence(line: str, tokens: list[Token], context: Context, line_day: date | None) -> list[Act]:
    sentence = read_sentence(line, tokens, context, line_day)
    try:
        return plain_words.noted(_read(line, sentence, context, line_day), sentence, line, context)
    except PhraseRefused as refused:
        refused.may_be_note |= bool(sentence.plain)
        raise


def _refuse_alarm(line: str, tokens: list[Token], context: Context, line_day: date | None) -> None:
    """Refuse a line with a word of alarm; what stands before its reason is said to be a line of its own: `anxiety 6
    because ...`."""
    try:
        refuse_alarm(line, tokens, context.lexicon)
    except PhraseRefused as refused:
        reason = next((token for token in tokens if token.text in everyday.CONTEXT and not token.quoted), None)
        before = line[: reason.start].strip(" ,;.") if reason and refused.chapter == DOCTOR else ""
        if before and _is_whole(before, context, line_day):
            way = PhraseRefused(f"{refused}; `{before}` is a line of its own")
            way.chapter, way.may_be_note = refused.chapter, refused.may_be_note
            raise way from None
        raise


def _is_whole(line: str, context: Context, line_day: date | None) -> bool:
    """Whether a line is one answer or one episode, and nothing beside it."""
    try:
        acts = _parse_words(line, context, line_day)
    except PhraseRefused:
        return False
    return len(acts) == 1 and (isinstance(acts[0], Answer) or (isinstance(acts[0], Episode) and not acts[0].note))


def _is_nap_or_walk(tokens: list[Token], position: int, context: Context) -> bool:
    """`took a 20 min nap`, `took a short walk 20m` are no medicines."""
    if tokens[position].text != "took":
        return False
    nap = next((index for index in range(position + 1, len(tokens)) if word_at(tokens, index) == "nap"), position)
    between = [word_at(tokens, index) for index in range(position + 1, nap)]
    if nap > position and all(text in BEFORE_A_NAP or text[:1].isdecimal() for text in between):
        return True
    first = position = position + 1
    while word_at(tokens, position) in {*everyday.BEFORE_A_WALK, *UNITS} or word_at(tokens, position).isdecimal():
        position += 1
    is_long = any(word_at(tokens, index) in UNITS for index in range(first, position))
    name = name_at(context.lexicon, tokens, position)
    has_more = name is not None and (is_long or name.end < len(tokens))
    return bool(name and has_more and context.lexicon.slug_of("workout", name.text))


def _read(line: str, sentence: Sentence, context: Context, line_day: date | None) -> list[Act]:
    """The one record that the known words of a sentence say."""
    tokens = sentence.tokens
    heads, sites = _heads(tokens, context)
    sides = {context.lexicon.slug_of("side", token.text) for token in tokens if not token.quoted} - {None}
    places = {site.slug for site in sites} if len(sides) < 2 else sites  # `right calf 4, left calf 2`
    is_episode = not heads or heads[0].text in EPISODE_VERBS
    if sentence.second or len(heads) > 1 or len(places) > 1 or (sites and not is_episode):
        names = sorted([*heads, *sites], key=lambda name: name.start)
        from journal.phrases.read.refuse import two_records

        raise two_records.refusal(line, sentence, names, context, line_day, parse)
    if heads:
        return _read_head(heads[0], tokens, context, line_day)
    if sentence.plain and not sites:
        plain_words.refuse_sleep(sentence, context)
        from journal.phrases.read.refuse import hints

        plain_words.refuse_unknown_words(
            sentence, lambda: hints.way_on(line, sentence, context, line_day, _parse_words), context
        )
        plain_words.refuse_unknown_place(sentence, line, context)
    filled = _fill(EPISODE, tokens, context, line_day)
    try:
        return [record_builder.episode(filled)]
    except PhraseRefused as refused:
        if sentence.plain and "site" not in filled.values:
            raise may_be_note(str(refused)) from None
        raise


def _to_text_verb(tokens: list[Token], context: Context, line_day: date | None) -> tuple[list[Token], int] | None:
    """The tokens without fillers before a verb that is followed by the user's own words, and its position; None where
    the line does not begin so."""
    when, position = TimeWords(context.clock, line_day, nearest=True), 0
    tokens = [*tokens]
    while position < len(tokens):
        try:
            after = when.read(tokens, position)
        except PhraseRefused:
            after = position + 1  # it is refused where it is read in earnest
        if after == position:
            name = name_at(context.lexicon, tokens, position)
            if name and name.text in TEXT_VERBS:
                return tokens, position
            if name or tokens[position].quoted or tokens[position].text not in everyday.FILLERS:
                return None
            del tokens[position]
        position = after
    return None


def says_own_moment(line: str, context: Context) -> bool:
    """Whether a line names its own day or counts from now: `DAY: a, b`, `yesterday calf`, `calf 20m ago`, `stop`."""
    line = templates.written_out(line, context)
    prefix, colon, _ = line.partition(":")
    if colon and whole_day(context.clock, in_figures(tokenize(prefix), context.lexicon), nearest=True):
        return True
    tokens = in_figures(tokenize(line), context.lexicon)
    if tokens and not tokens[0].quoted and tokens[0].text in EPISODE_VERBS:
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


def _heads(tokens: list[Token], context: Context) -> tuple[list[LineHead], list[LineHead]]:
    """The heads of a line and its sites, by their longest names."""
    lexicon = context.lexicon
    heads: list[LineHead] = []
    sites: list[LineHead] = []
    position = 0
    while position < len(tokens):
        tried = relief_at(lexicon, tokens, position)
        if tried and tried.name:
            position = tried.name.end
            continue
        name = name_at(lexicon, tokens, position)
        if not name or (name.text == "all" and word_at(tokens, name.end) in (*PARTS, "day")):
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
                sites.append(LineHead("site", senses["site"], name.text, position, name.end))
            position = name.end
    if any(head.role == "workout" for head in heads):
        sites = [site for site in sites if not lexicon.slug_of("region", site.text)]
    if sites:  # `twitchy left calf` is no answer
        heads = [head for head in heads if head.role == "verb" or not lexicon.slug_of("kind", head.text)]
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
    if head.text in everyday.SLEEP_VERBS:
        from journal.phrases.read import sleep

        read_sleep = sleep.nap if head.text == "nap" else sleep.night
        return [read_sleep(tokens, head_span, when, context)]
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
