"""Two records in one line: refused, with the line that stores both where each is said by its own part of it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from journal.catalog import drink_words, everyday
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.figures import in_figures
from journal.phrases.read.line_words import Sentence
from journal.phrases.read.own_text.other_clauses import TITLES
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words.amounts import shortened
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, quote, tokenize
from journal.phrases.read.words.slots import name_at
from journal.records import Act, Answer, DayNote, Dose, Drink, Episode, Sleep, Workout

if TYPE_CHECKING:
    from journal.phrases.read.parser import LineHead

ENDS = (".", ";")
"""Behind them another sentence begins."""
MOST_RECORDS, LONGEST_PROPOSED = 2, 200
"""Of more records, or more letters, no line is proposed that stores them all."""
BETWEEN = everyday.BETWEEN_RECORDS | {"+", "->", "-", "/", "n"}
"""Words and signs between two records that belong to neither."""
STRONG = "spirit"
"""The drink that stands before another one with which it is mixed."""
LIFTED = "strength"
"""The kind of workout of which the places are told."""
Reader = Callable[[str, Context], list[Act]]
"""What reads a line."""


def refusal(
    line: str, sentence: Sentence, names: "list[LineHead]", context: Context, line_day: date | None, parse: Reader
) -> PhraseRefused:
    """The error for two records in a line, with the line that stores both where there is one."""
    first = names[0] if names else None
    if first and first.text == "no" and any(name.role == "site" for name in names):
        return may_be_note("`no` does not stand beside a place; `none` says that a day had no twitches")
    if len(names) > 1 and _is_one_place(line, sentence.tokens, names[0], names[1], context):
        return may_be_note(f"{names[0].text} and {names[1].text}: is it one place? Say the smaller one alone")
    if len(names) == MOST_RECORDS and (refused := _of_none(line, sentence.tokens, names, context, parse)):
        return refused
    if mixed := _mixed(line, sentence.tokens, names):
        strong, phrase = mixed
        return may_be_note(
            f"“{phrase}”: one drink? Say what is strong in it, as in `{strong}`, or add your own drink once with `term"
            " add drink`"
        )
    if trained := _trained(sentence, names, context):
        return may_be_note(
            f"{names[0].text} and {trained.text}: one workout, or two records? A workout of several places is said like"
            f" `lift whole 45m 8`, a twitch like `twitch {trained.text} 4`, each on its line"
        )
    begin = sentence.tokens[first.end - 1].end if first else 0
    second = sentence.second or sentence.tokens[names[1].start]
    if len(names) < MOST_RECORDS and sentence.second:
        day, parts = _day_apart(line, sentence.tokens, context, line_day)
        _refuse_number_of_circumstance(line, (day, parts), sentence, context, parse)
    phrases = f"“{shortened(' '.join(line.split()))}” holds"
    if len(names) > 1:
        typed = [joined(sentence.tokens, name.start, name.end) for name in names[:2]]
        phrases = f"{' and '.join(typed)} are"
    is_short = context.proposes and len(names) <= MOST_RECORDS and len(line) <= LONGEST_PROPOSED
    if is_short and line_day is None and (apart := _sentences(line, (begin, second.start), context, parse)):
        return _on_two_lines(phrases, apart)
    day, parts = _day_apart(line, sentence.tokens, context, line_day)
    way = _both(day, parts, (begin, second.start), context, parse) if is_short else None
    way = way or (_of_one_kind(day, sentence, names, context, parse) if is_short else None)
    way = way or (_at_one_time(line, day, sentence, names, context, parse) if is_short else None)
    lines = _of_two_days(line, (begin, second.start), context, parse) if is_short else None
    is_of_second = lines is not None and line_day is None and day != "today" and _day_within(lines[1], context)
    if way and not is_of_second:
        return PhraseRefused(f"{phrases} two records; say `{way}`")
    if lines:
        return _on_two_lines(phrases, lines)
    return PhraseRefused(
        f"{phrases} two records; write them on two lines, or as `{day}: a, b`, each with all that is said of it (a note"
        " on an episode goes in quotes)"
    )


def _on_two_lines(phrases: str, lines: tuple[str, str]) -> PhraseRefused:
    return PhraseRefused(f"{phrases} two records; say `{lines[0]}` and `{lines[1]}`, each on a line of its own")


def _mixed(line: str, tokens: list[Token], names: "list[LineHead]") -> tuple[str, str] | None:
    """What is strong in `3 vodka sodas`, `rum and cokes`, and the words of the drink."""
    if len(names) != MOST_RECORDS or (names[0].slug, names[1].role) != (STRONG, "drink"):
        return None
    first, second = names
    between = tokens[first.end : second.start]
    if second.slug not in drink_words.MIXERS or not {token.text for token in between} <= {"and", "&", "n"}:
        return None
    counted = first.start - (first.start > 0 and tokens[first.start - 1].text.isdecimal())
    return joined(tokens, counted, first.end), line[tokens[first.start].start : tokens[second.end - 1].end]


def _trained(sentence: Sentence, names: "list[LineHead]", context: Context) -> "LineHead | None":
    """The place of `gym 45 mins legs and back 8`, which was trained: nothing says that it twitched."""
    lexicon = context.lexicon
    roles = {
        sense.role for token in sentence.tokens if not token.quoted for sense in lexicon.senses.get(token.text, ())
    }
    is_lifted = bool(names) and names[0].role == "workout" and names[0].slug == LIFTED
    if not is_lifted or any(name.role != "site" for name in names[1:]) or roles & {"side", "kind", "flag", "pattern"}:
        return None
    return names[1] if names[1:] else None


def _of_none(
    line: str, tokens: list[Token], names: "list[LineHead]", context: Context, parse: Reader
) -> PhraseRefused | None:
    """The error for `stress none` and `coffee: none`: a none is one of twitches, whatever stands right beside it."""
    first, second = names
    other = next((name for name in names if name.text != "none"), first)
    between = line[tokens[first.end - 1].end : tokens[second.start].start].strip()
    if "none" not in (first.text, second.text) or first.end != second.start or between.strip(":=-"):
        return None
    ways = (f"{other.text} 0" if other.role == "question" else "", f"no {other.text}")
    ways = ways if other.slug != "any_twitches" and other.role != "site" else ("", "")
    way = next((way for way in ways if way and context.proposes and _acts(way, context, parse)), None)
    stands = f"for none of that say `{way}`" if way else "it stands alone"
    return PhraseRefused(f"{first.text} and {second.text}: `none` says that a day had no twitches; {stands}")


def _refuse_number_of_circumstance(
    line: str, day_and_parts: tuple[str, str], sentence: Sentence, context: Context, parse: Reader
) -> None:
    """Refuse `calf 3 with 2 friends`: the number is that of no record."""
    second, (day, parts) = sentence.second, day_and_parts
    reason = next((token for token in reversed(sentence.plain) if second and token.start < second.start), None)
    if not second or not reason or reason.text not in everyday.CONTEXT:
        return
    before, behind = parts[: reason.start].strip(" ,;."), line[reason.start :].strip()
    stands = ""
    if not before:
        raise may_be_note(f"“{shortened(' '.join(line[second.start :].split()))}”: nothing takes that number")
    for way in (f"{line[: reason.start].strip(' ,;.')} {quote(behind)}", f"{day}: {before}, note {behind}"):
        if context.proposes and len(line) <= LONGEST_PROPOSED and not stands and _acts(way, context, parse):
            stands = f"; say `{way}`"
    raise may_be_note(f"“{shortened(' '.join(line[second.start :].split()))}”: nothing takes that number{stands}")


def _acts(line: str, context: Context, parse: Reader) -> list[Act]:
    """What a line says; nothing where it is refused."""
    try:
        return parse(line, context._replace(proposes=False))
    except PhraseRefused:
        return []


def _is_one_place(line: str, tokens: list[Token], site: "LineHead", other: "LineHead", context: Context) -> bool:
    """Whether one of two places lies in the other, and they are not joined: `left hand finger 4`."""
    between = line[tokens[site.end - 1].end : tokens[other.start].start]
    sides = [index for index, token in enumerate(tokens) if context.lexicon.slug_of("side", token.text)]
    is_of_other = len(sides) == 1 and sides[0] >= site.end  # my thumb is twitching, right hand
    if (
        {site.role, other.role} != {"site"}
        or ("," in between and not is_of_other)
        or not everyday.PARTS_A_CONTEXT.isdisjoint(between.split())
    ):
        return False
    parents = context.lexicon.parents
    return any(
        part != whole and (parents.get(part) == whole or part.startswith(everyday.WHOLES.get(whole, ())))
        for part, whole in ((site.slug, other.slug), (other.slug, site.slug))
    )


def _day_apart(line: str, tokens: list[Token], context: Context, line_day: date | None) -> tuple[str, str]:
    """The day that a line of two records says, as it stands before a colon, and the line with spaces in its place."""
    today = context.clock.today
    if line_day:
        return "today" if line_day == today else line_day.isoformat(), line
    for position in range(len(tokens)):
        when = TimeWords(context.clock)
        end = position if tokens[position].quoted else when.read(tokens, position)
        if end != position and when.day and not (when.part or when.span):
            start, stop = tokens[position].start, tokens[end - 1].end
            day = "today" if when.day == today else when.day.isoformat()
            return day, line[:start] + " " * (stop - start) + line[stop:]
    return "today", line


def _both(day: str, line: str, between: tuple[int, int], context: Context, parse: Reader) -> str | None:
    """The line that stores what stands before and behind a gap between two names of a line; none where it could be
    read in two ways, `calf 3 beer`, or where a part of it is said of both."""
    begin, end = between
    proposals: list[tuple[list[Act], str | None]] = []
    readings: dict[str, list[Act]] = {}
    gaps = _gaps(line, begin, end)
    bracket = line.find("(", begin, end + 1)
    between_names = line[begin:end].lower().split()
    if {"of", "in", "on"} & {*between_names} and everyday.FILLERS.issuperset(between_names):  # shot in the arm
        return None
    for gap in gaps:
        is_comma = line[gap - 1] in (",", *ENDS)
        parts = _trimmed(line[:gap].rstrip(" ,;.").split(), line[gap:].split())
        both = f"{day}: {parts[0]}, {parts[1]}"
        if context.lexicon.slug_of("side", parts[0].rpartition(" ")[2].lower()) and not is_comma:
            continue  # the side of what stands behind it
        if both not in readings:
            readings[both] = _acts(both, context, parse)
        acts = readings[both]
        if is_comma:  # each with what else is said of it
            acts = [act for act in acts if not (isinstance(act, DayNote) and act.text in parts)]
        if len(acts) != 2 or (bracket >= 0 and gap + 1 != bracket):
            continue
        if {"after", "before"} & {*between_names} and any(_is_night(act) for act in acts):
            return None  # slept 7 hours after 2 beers, which were of the day before
        are_drinks = all(isinstance(act, Drink) for act in acts)
        if are_drinks and not between_names:  # decaf latte
            return None
        is_whole = _are_whole(acts, parts, context, is_comma=is_comma)
        if is_comma and is_whole:
            return both
        beside_gap = {*line[:gap].lower().split()[-1:], *line[gap:].lower().split()[:1]}
        if is_whole and not beside_gap.isdisjoint(everyday.JOINS) and _are_of_kinds(acts, parts, context):
            return both
        proposals.append((acts, both if is_whole else None))
    is_one = all(acts == proposals[0][0] for acts, _ in proposals)
    return proposals[0][1] if proposals and is_one else None


def _sentences(line: str, between: tuple[int, int], context: Context, parse: Reader) -> tuple[str, str] | None:
    """The two sentences of a line, parted by a full stop or a semicolon between its two names, where each is a record
    and a comma within one keeps both out of a `DAY: a, b` line, or a day is said in one of them."""
    for gap in _gaps(line, *between):
        if line[gap - 1] not in ENDS or line[:gap].lower().rstrip(".").endswith(TITLES):
            continue
        lines = line[:gap].strip(" ,;."), line[gap:].strip()
        has_comma = any(", " in part for part in lines)
        days = [_says_day(part, context) for part in lines]
        if (has_comma or any(days)) and all(_acts(part, context, parse) for part in lines):
            return lines
    return None


def _says_day(line: str, context: Context) -> bool:
    tokens = in_figures(tokenize(line), context.lexicon)
    for position in range(len(tokens)):
        when = TimeWords(context.clock)
        try:
            if when.read(tokens, position) != position and when.day:
                return True
        except PhraseRefused:
            return False
    return False


def _gaps(line: str, begin: int, end: int) -> list[int]:
    """The spaces between two names, the likeliest to part their records first: the last behind a full stop or a
    semicolon, else the first behind a comma."""
    gaps = [begin + index for index, sign in enumerate(f"{line[begin:end]} ") if sign.isspace()]
    ends = [gap for gap in gaps if line[gap - 1] in ENDS]
    return [*reversed(ends), *sorted((gap for gap in gaps if gap not in ends), key=lambda gap: line[gap - 1] != ",")]


def _are_of_kinds(acts: list[Act], parts: tuple[str, str], context: Context) -> bool:
    """Whether both are twitches of which the kind is said: `right calf twitching and left eyelid twitching`."""
    pairs = zip(acts, parts, strict=True)
    return all(isinstance(act, Episode) and "kind" in _details(act, part, context) for act, part in pairs)


def _is_night(act: Act) -> bool:
    return isinstance(act, Sleep) or (isinstance(act, Answer) and act.question in ("sleep_hours", "sleep_quality"))


def _of_one_kind(day: str, sentence: Sentence, names: "list[LineHead]", context: Context, parse: Reader) -> str | None:
    """The line for two places of which one kind is said: `left calf and right eyelid both twitching`."""
    lexicon, tokens = context.lexicon, sentence.tokens
    kinds = [index for index, token in enumerate(tokens) if lexicon.slug_of("kind", token.text) and not token.quoted]
    if [name.role for name in names] != ["site", "site"] or sentence.plain or len(kinds) != 1:
        return None
    sides = [name.start - 1 for name in names if name.start and lexicon.slug_of("side", tokens[name.start - 1].text)]
    of_names = {index for name in names for index in range(name.start, name.end)}
    others = {*range(len(tokens))} - {*kinds, *sides, *of_names}
    others -= {index for index in others if tokens[index].text == "both"}
    when = TimeWords(context.clock)
    position = 0
    while position < len(tokens):
        end = when.read(tokens, position) if position in others else position
        others -= {*range(position, end)}
        position = max(end, position + 1)
    if others or len(sides) == 1 or when.phrases.keys() - {"day"}:
        return None
    kind = tokens[kinds[0]].text
    places = [" ".join(token.text for token in tokens[name.start - bool(sides) : name.end]) for name in names]
    way = f"{day}: {kind} {places[0]}, {kind} {places[1]}"
    return way if _acts(way, context, parse) else None


def _at_one_time(
    line: str, day: str, sentence: Sentence, names: "list[LineHead]", context: Context, parse: Reader
) -> str | None:
    """The line for two drinks of which a part of the day is said once: `2 coffees and a tea this morning`."""
    if [name.role for name in names] != ["drink", "drink"]:
        return None
    tokens, when, start = sentence.tokens, TimeWords(context.clock), names[-1].end
    if sentence.plain or start == len(tokens):
        return None
    if when.read_all(tokens, start) != len(tokens) or not when.part or when.clock_time:
        return None
    end = tokens[names[0].end - 1].end
    parts = _trimmed(line[:end].split(), line[end : tokens[start].start].split())
    time = line[tokens[start].start : tokens[-1].end]
    day = when.day.isoformat() if when.day and when.day != context.clock.today else day
    way = f"{day}: {parts[0]} {time}, {parts[1]} {time}"
    return way if _acts(way, context, parse) else None


def _of_two_days(line: str, between: tuple[int, int], context: Context, parse: Reader) -> tuple[str, str] | None:
    """The two lines of `coffee this morning and a beer last night`, where each says its own time."""
    begin, end = between
    for gap in _gaps(line, begin, end):
        lines = _trimmed(line[:gap].rstrip(" ,;.").split(), line[gap:].split())
        if all(_says_when(part, context) and _acts(part, context, parse) for part in lines):
            return lines
    return None


def _day_within(line: str, context: Context) -> bool:
    """Whether a day stands within a line and not at its end: in `tea yesterday at 3pm` it is of that alone."""
    tokens = in_figures(tokenize(line), context.lexicon)
    for position in range(1, len(tokens)):
        when = TimeWords(context.clock)
        if (end := when.read(tokens, position)) != position and when.day:
            return end < len(tokens)
    return False


def _says_when(line: str, context: Context) -> bool:
    tokens = in_figures(tokenize(line), context.lexicon)
    try:
        return any(TimeWords(context.clock).read(tokens, index) != index for index in range(len(tokens)))
    except PhraseRefused:
        return False  # cut within its time: `at 8 | pm`


def _trimmed(before: list[str], behind: list[str]) -> tuple[str, str]:
    """What stands before and behind a gap, without the words between two records."""
    while before and before[-1].lower() in BETWEEN:
        before = before[:-1]
    while behind and behind[0].lower() in BETWEEN:
        behind = behind[1:]
    return " ".join(before), " ".join(behind)


def _are_whole(acts: list[Act], parts: tuple[str, str], context: Context, *, is_comma: bool) -> bool:
    """Whether each of two records is said by its own part of a line: in `left cheek and eye twitching 4` the side and
    the number may be meant of both. Where a comma stands between, each says its own time and note."""
    if any(isinstance(act, DayNote) or (isinstance(act, Dose) and not act.unit) for act in acts):
        return False
    if not is_comma and (any(getattr(act, "note", None) for act in acts) or len({_has_time(act) for act in acts}) > 1):
        return False
    details = [_details(act, part, context) for act, part in zip(acts, parts, strict=True) if isinstance(act, Episode)]
    are_alike = all(detail == details[0] for detail in details)
    is_trained = any(isinstance(act, Workout) for act in acts)  # 20 min cardio then abs
    may_be_bare = is_comma if len(details) == len(acts) else not is_trained
    return (are_alike and may_be_bare) or ((are_alike or is_comma) and all(details))


def _has_time(act: Act) -> bool:
    """Whether more than its day is said of when something was."""
    return bool(getattr(act, "started_at", None) or getattr(act, "taken_at", None) or getattr(act, "day_part", None))


def _details(episode: Episode, part: str, context: Context) -> set[str]:
    """What a part of a line says of an episode beside its place; without any of it a place is no more than a place."""
    tokens = in_figures(tokenize(part), context.lexicon)
    names = [name_at(context.lexicon, tokens, index) for index in range(len(tokens))]
    is_kind = any(name and context.lexicon.slug_of("kind", name.text) for name in names)
    values = {
        "kind": is_kind,
        "intensity": episode.intensity is not None,
        "times": episode.times > 1,
        "length": episode.duration_s is not None,
        "pattern": bool(episode.pattern),
    }
    return {detail for detail, is_said in values.items() if is_said}
