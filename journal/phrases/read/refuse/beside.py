"""What lies beside a twitch or a night and is none: bedtimes, a workout said by its muscles, another thing's length."""

from journal.catalog import everyday, turns_of_phrase, workouts
from journal.catalog.kinds import TWITCH_KINDS
from journal.catalog.lexicon import Lexicon
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.phrases.read.refuse.refusals import until_when
from journal.phrases.read.when.clocks import NAMED_CLOCKS, UNSAID_HALF, clock_of
from journal.phrases.read.when.spans import TO_WORDS
from journal.phrases.read.when.times import TIME_WORDS
from journal.phrases.read.words import amounts
from journal.phrases.read.words.asking import may_be_note, offering
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.remedies import behind, is_parted, named
from journal.phrases.read.words.slots import name_at
from journal.phrases.write.format_number import THREE_DIGITS

LAST_HOUR = 12
"""Up to it the half of the day is said beside an hour."""
EARLIEST_DOTTED = 5
"""From this hour on `14.30h` is rather a clock than a length with two decimals."""
TOO_MANY_HOURS = 10_000
"""So many are refused as a length that cannot be."""
LONG_S = 3600
STRENGTH_ENDS = ("ing", "ly", "ed", "ish", "able", "ous", "ful", "ive")
"""Of words that may say how strong it was."""
DONE_WITH = ("rubbed", "massaged", "stretched", "iced", "rubbing", "massaging", "stretching", "icing", "heated")
"""Before a place and a length they say how long that was done."""
BEFORE_LENGTHS = ("for", "lasted", "lasting", "about", "like")
COUNTED_KINDS = {*TWITCH_KINDS, "jerk", "spasm"}
BEFORE_HOURS = ("at", "by", "around", "about", "till", "until")
"""Before a number beside a bed they make a clock of it."""
BEFORE_TO = ("close", "up", "down", "next", "back", "near", "nearer")
"""Before `to 6` they make no end of it."""
LONGEST_NAP_H = 3
SHORTEST_TRAINING = 15
"""Minutes; a twitch of that length of `legs` may be a workout."""


def refuse_sleep_by_day(tokens: list[Token]) -> None:
    """Refuse `slept 9 to 4 after night shift`: that may be by day."""
    hours = [index for index in range(len(tokens)) if word_at(tokens, index) in TO_WORDS]
    by_day = next((token.text for token in tokens if not token.quoted and token.text in everyday.BY_DAY), "")
    for index in hours if by_day else ():
        if word_at(tokens, index - 1).isdecimal() and word_at(tokens, index + 1).isdecimal():
            phrase = joined(tokens, index - 1, index + 2)
            raise may_be_note(f"“{phrase}”, by day or by night? Say clocks, as in `slept 22:00-04:00`")


def refuse_nap(line: str, tokens: list[Token]) -> None:
    """Refuse `slept an hour after lunch`, `slept half an hour in the car`: that may be a nap."""
    lengths = [(index, amounts.longest_amount(tokens, index)) for index in range(len(tokens))]
    length = next((amount for _, amount in lengths if amount and amount.dimension == "time"), None)
    texts = {token.text.rstrip(everyday.SIGNS) for token in tokens if not token.quoted}
    if length is None or length.value(LONG_S) > LONGEST_NAP_H or texts & {"nap", "napped", "night", "overnight"}:
        return
    for index in range(length.end, len(tokens)):
        if is_parted(line, tokens, index):
            return
        if word_at(tokens, index).rstrip(everyday.SIGNS) in everyday.NAP_PLACES:
            phrase = joined(tokens, length.end, index + 1)
            raise may_be_note(
                f"“{phrase}”: a nap, or the night? Say it like `nap {length.phrase}` or `slept {length.phrase}`"
            )


def refuse_bedtimes(tokens: list[Token], lexicon: Lexicon) -> None:
    """Refuse `went to bed at 10.30 and woke at 6.15`: when somebody lay down is not when they slept."""
    texts = {token.text for token in tokens if not token.quoted}
    roles = {sense.role for token in tokens if not token.quoted for sense in lexicon.senses.get(token.text, ())}
    if (
        not texts & {"bed", "sleep", "asleep"}
        or not texts & {"woke", "awake", "up"}
        or roles & {"site", "drink", "kind"}
    ):
        return
    hours = [index for index in range(len(tokens)) if _is_hour(tokens, index)]
    if len(hours) > 1:
        clocks = [_clock(word_at(tokens, index)) for index in hours[:2]]
        way = f"slept {clocks[0]}-{clocks[1]}" if all(clocks) and len(hours) == 2 else "slept 23:40-06:10"
        why = "a night is said by when you fell asleep and woke, as in"
        raise offering(f"{why} `{way}`", way, otherwise=f"{why} `slept 23:40-06:10`")


def refuse_slept_to(tokens: list[Token]) -> None:
    """Refuse `slept to 6`, `slept in to 9`: until a clock, not for so many hours."""
    for position in range(1, len(tokens)):
        before, following = word_at(tokens, position - 1), word_at(tokens, position + 1)
        is_hour = following.isdecimal() and word_at(tokens, position + 2) not in UNITS
        is_begun = before[:1].isdecimal() or before[:1] == UNSAID_HALF or before in (*NAMED_CLOCKS, *BEFORE_TO)
        if word_at(tokens, position) == "to" and is_hour and not is_begun:
            raise until_when(f"to {following}")


def _is_hour(tokens: list[Token], position: int) -> bool:
    text = word_at(tokens, position)
    is_clock = ":" in text or (text[:1].isdecimal() and text[-2:] in ("am", "pm"))
    return is_clock or (text.isdecimal() and word_at(tokens, position - 1) in BEFORE_HOURS)


def _clock(text: str) -> str:
    """A clock in hours and minutes; empty where its half of the day was not said."""
    is_halved = text[:1] == "0" or text[-2:] in ("am", "pm") or (text[:2].isdecimal() and int(text[:2]) > LAST_HOUR)
    clock_time = clock_of(text) if is_halved and not text.isdecimal() else None
    return str(clock_time) if clock_time else ""


def _refuse_many_hours(tokens: list[Token], position: int) -> None:
    """Refuse `445h`, which may be a clock and is a length of weeks; written out, `445 hours`, it is that length."""
    hours, mark, minutes = word_at(tokens, position).partition("h")
    is_clock = mark and hours.isdecimal() and minutes.isdecimal() and len(minutes) == len("30") and int(minutes) < 60
    if is_clock and EARLIEST_DOTTED <= int(hours) < 24 and word_at(tokens, position - 1) not in BEFORE_LENGTHS:
        way = f"a clock is `{int(hours):02}:{minutes}`, a length is said like `{hours}h {minutes}m`"
        raise may_be_note(f"“{word_at(tokens, position)}”: {way}")
    digits, unit = amounts.split_unit(word_at(tokens, position))
    hour, dot, minute = digits.partition(".")
    if unit in ("h", "hr", "hrs") and dot and len(minute) == 2 and int(minute) < 60 and int(hour) >= EARLIEST_DOTTED:
        way = f"a clock is `{int(hour):02}:{minute}`, a length is said like `{hour}h {minute}m`"
        raise may_be_note(f"“{word_at(tokens, position)}”: {way}")
    if unit not in ("h", "hr", "hrs") or not digits.isdecimal() or not THREE_DIGITS <= int(digits) < TOO_MANY_HOURS:
        return
    clock = f"a clock is `{int(digits[:-2]):02}:{digits[-2:]}`, " if int(digits[-2:]) < 60 and len(digits) == 3 else ""
    way = f"{clock}what lasts for days is said as `for {round(int(digits) / 24)} days`"
    raise may_be_note(f"“{word_at(tokens, position)}”: {way}")


def refuse_attribute(line: str, tokens: list[Token], position: int, end: int, lexicon: Lexicon) -> None:
    """Refuse a length, up to a position, that is one of something else: `the 20 minute drive home`, `sat down for 5
    minutes`."""
    _refuse_many_hours(tokens, position)
    following, before = word_at(tokens, end), position - 1
    is_one = word_at(tokens, position) in ("a", "an", "1") or word_at(tokens, position).startswith("0.")
    is_singular = word_at(tokens, end - 1) in everyday.SINGULAR_UNITS and not is_one
    name = name_at(lexicon, tokens, end)
    is_other = following.isalpha() and not name and following not in everyday.BEHIND_A_LENGTH
    if is_singular and is_other and following not in (*TIME_WORDS, *everyday.FILLERS):
        phrase = joined(tokens, position, end + 1)
        raise may_be_note(
            f"“{phrase}”: how long the twitch lasted is said as `5m`, other lengths stand in quotes at the end"
        )
    while word_at(tokens, before) in ("for", "about", "like"):
        before -= 1
    _refuse_length_of_remedy(line, tokens, before, (position, end), lexicon)
    _refuse_length_of_thing(line, tokens, position, end, lexicon)
    word = word_at(tokens, position - 1)
    is_deed = (
        word.endswith("ing")
        and word not in (*everyday.GOES_ON, *TIME_WORDS)
        and not name_at(lexicon, tokens, position - 1)
    )
    if is_deed and not is_parted(line, tokens, position):
        phrase = joined(tokens, position - 1, end)
        raise may_be_note(
            f"“{phrase}”: how long the twitch lasted is said as `5m`, other lengths stand in quotes at the end"
        )
    if word_at(tokens, before) in everyday.LAY_DOWN:
        phrase = joined(tokens, before, end)
        raise may_be_note(
            f"“{phrase}”: how long the twitch lasted is said as `5m`, other lengths stand in quotes at the end"
        )


def _refuse_length_of_remedy(
    line: str, tokens: list[Token], before: int, span: tuple[int, int], lexicon: Lexicon
) -> None:
    """Refuse `stretched for 5 mins`, `rubbed it 5 mins` and `5 mins of stretching`, which is how long something was
    done; `before` is the position of the last word before the length, from a position up to another."""
    position, end = span
    start = before - 1 if word_at(tokens, before) in ("it", "them") else before
    is_apart = any(is_parted(line, tokens, index) for index in range(start + 1, position + 1))
    names = [(index, named(tokens, index, lexicon)) for index in range(max(start - 2, 0), start + 1)]
    first = next((index for index, name in names if name and name.end == start + 1), None)
    if first is None and start < before and word_at(tokens, start) not in everyday.PERCEIVED:
        first = start if word_at(tokens, start).isalpha() and word_at(tokens, start) not in everyday.FILLERS else None
    if first is None and (first := _remedied(tokens, before, lexicon)) is not None:
        is_apart = any(is_parted(line, tokens, index) for index in range(first + 1, position + 1))
    if first is not None and not is_apart:
        raise of_another(joined(tokens, first, end))
    remedy = named(tokens, end + 1, lexicon) if word_at(tokens, end) == "of" and end + 1 < len(tokens) else None
    if remedy:
        raise of_another(joined(tokens, position, remedy.end))


def _remedied(tokens: list[Token], position: int, lexicon: Lexicon) -> int | None:
    """The position of what was done with the place that ends at a position: `rubbed my left calf`."""
    while position >= 0 and word_at(tokens, position) not in DONE_WITH:
        starts = range(max(position - 2, 0), position + 1)
        names = [(start, name) for start in starts if (name := name_at(lexicon, tokens, start))]
        is_name = [start for start, name in names if name.end == position + 1 and _is_of_place(name.text, lexicon)]
        if not is_name and word_at(tokens, position) not in everyday.FILLERS:
            return None
        position = min(is_name, default=position) - 1
    return position if position >= 0 else None


def _is_of_place(name: str, lexicon: Lexicon) -> bool:
    return any(lexicon.slug_of(role, name) for role in ("site", "side", "kind"))


def _refuse_length_of_thing(line: str, tokens: list[Token], position: int, end: int, lexicon: Lexicon) -> None:
    """Refuse `12 hr shift`, `3 hours standing` and `, 11 hours at the screen`."""
    following = word_at(tokens, end)
    is_name = name_at(lexicon, tokens, end) or named(tokens, end, lexicon)
    is_deed = following.endswith("ing") and following not in (*everyday.GOES_ON, *TIME_WORDS) and not is_name
    is_at = following in everyday.CONTEXT_OF_DEEDS and word_at(tokens, end + 1) not in everyday.BEHIND_A_LENGTH
    amount = amounts.longest_amount(tokens, position)
    is_long = amount is not None and amount.dimension == "time" and amount.value(1) >= LONG_S
    is_apart = is_at and is_long and is_parted(line, tokens, position)
    if (is_deed or is_apart or following in everyday.LASTING_THINGS) and not is_parted(line, tokens, end):
        raise of_another(joined(tokens, position, end + 1))


def of_another(phrase: str) -> PhraseRefused:
    """The error for a length that may be one of something else."""
    return may_be_note(
        f"“{phrase}”: how long the twitch lasted is said as `5m`, other lengths stand in quotes at the end"
    )


def refuse_length_of_context(
    line: str, tokens: list[Token], labels: list[str], span: tuple[int, int], lexicon: Lexicon
) -> None:
    """Refuse a length that may be one of what the twitch came after: `after mowing the lawn 4 hours`, `drove home 3
    hours`. A drink or a feeling lasts no hours."""
    start = span[0]
    while start and labels[start - 1] != "kept" and not is_parted(line, tokens, start):
        start -= 1
        word, name = word_at(tokens, start), name_at(lexicon, tokens, start)
        roles = {sense.role for sense in lexicon.senses[name.text]} if name else set()
        if word in everyday.PARTS_A_CONTEXT or word in ("lasted", "lasting") or roles & {"drink", "question"}:
            return
        if labels[start] == "context" or word in everyday.LAY_DOWN:
            raise may_be_note(
                f"“{word} ... {joined(tokens, *span)}”: how long the twitch lasted stands before `{word}`, as in"
                " `left calf 4 for 5m after mowing`, and other lengths stand in quotes at the end"
            )


def refuse_length_of_clause(
    line: str, tokens: list[Token], labels: list[str], span: tuple[int, int], lexicon: Lexicon
) -> None:
    """Refuse `phone call 20 min, eyelid 3` and `calf 4, bus 40 min`: behind a plain word, in a clause without a place,
    a length is that word's; `calf 4, woke me for 20 min` may be the twitch's."""
    position, end = span
    start = clause_start(line, tokens, position)
    is_ahead = word_at(tokens, position - 1) == "in"  # deadline in 2 hours
    before = position - (is_ahead or word_at(tokens, position - 1) in ("for", "about", "like")) - 1
    word = word_at(tokens, before)
    is_plain = before >= start and labels[before] == "plain" and word.replace(" ", "").isalpha()
    is_of_twitch = word in turns_of_phrase.OF_A_LENGTH | everyday.QUALITIES | everyday.INEXACT or word.endswith("ly")
    clause = range(start, clause_end(line, tokens, end))
    if not is_plain or is_of_twitch or names_within(tokens, clause, lexicon) & {"site", "kind", "pattern", "flag"}:
        return
    has_place_before = "site" in names_within(tokens, range(start), lexicon)
    if is_ahead or before == position - 1 or not has_place_before:
        raise of_another(joined(tokens, before, end))


def refuse_count_of_clause(
    line: str, tokens: list[Token], labels: list[str], span: tuple[int, int], lexicon: Lexicon
) -> None:
    """Refuse `woke up 3 times, left calf 4`: in a clause without a place, before that or of waking, a count is of what
    stands before it."""
    position, end = span
    start = clause_start(line, tokens, position)
    clause = range(start, clause_end(line, tokens, end))
    before = word_at(tokens, position - 1)
    is_plain = position > start and labels[position - 1] == "plain" and before.isalpha()
    if not is_plain or names_within(tokens, clause, lexicon) & {"site", "kind", "pattern", "flag"}:
        return
    has_place_before = "site" in names_within(tokens, range(start), lexicon)
    is_waking = not {word_at(tokens, index) for index in clause}.isdisjoint(everyday.WAKING)
    if is_waking or not has_place_before:
        phrase = joined(tokens, position - 1, end)
        raise may_be_note(f"“{phrase}”: how often it twitched stands beside its place, as in `left calf x3`")


def refuse_number_of_clause(line: str, tokens: list[Token], labels: list[str], position: int, lexicon: Lexicon) -> None:
    """Refuse `energy 3, eyelid twitching` and `left calf twitching, mood 3`: in a clause of one more word a number is
    of the thing that this names, unless it says how strong it was."""
    start, end = clause_start(line, tokens, position), clause_end(line, tokens, position + 1)
    texts = [word_at(tokens, index) for index in range(start, end) if word_at(tokens, index) not in everyday.FILLERS]
    word, number = word_at(tokens, position - 1), word_at(tokens, position)
    is_plain = position > start and labels[position - 1] == "plain" and word.isalpha()
    of_strength = turns_of_phrase.OF_A_STRENGTH | everyday.QUALITIES | everyday.OF_EFFORT | everyday.HEDGES
    is_strength = word in of_strength or (word.endswith(STRENGTH_ENDS) and word not in everyday.LASTING_THINGS)
    is_alone = texts == [word, number] and not names_within(tokens, range(start, end), lexicon)
    if is_plain and is_alone and number.isdecimal() and not is_strength:
        raise may_be_note(f"“{word} {number}”: nothing takes that number; other words stand in quotes")


def clause_start(line: str, tokens: list[Token], position: int) -> int:
    """The position of the first word of the clause of a word."""
    while position > 0 and not is_parted(line, tokens, position):
        position -= 1
    return position


def clause_end(line: str, tokens: list[Token], position: int) -> int:
    """The position behind the last word of the clause that goes on at a position."""
    while position < len(tokens) and not is_parted(line, tokens, position):
        position += 1
    return position


def names_within(tokens: list[Token], positions: range, lexicon: Lexicon) -> set[str]:
    """What the names that begin at some positions may be."""
    names = [name_at(lexicon, tokens, index) for index in positions]
    return {sense.role for name in names if name for sense in lexicon.senses[name.text]}


def refuse_hedged(tokens: list[Token], position: int, kinds: set[str]) -> None:
    """Refuse `twitches, about 10`, which may be how many or how strong; of a cramp it is how strong."""
    text, before = word_at(tokens, position), word_at(tokens, position - 1)
    is_counted = word_at(tokens, position + 1) in ("times", "x")
    if text.isdecimal() and before in everyday.HEDGES and not is_counted and kinds & COUNTED_KINDS:
        strength = f", or how strong as `{text}/10`?" if int(text) <= amounts.MOST_STRONG else ""
        raise may_be_note(f"“{before} {text}”: how many as `x{text}`{strength}")


def refuse_no_workout(tokens: list[Token]) -> None:
    """Refuse `watched football 2 hours`, `car ride 30m`."""
    for position in range(len(tokens)):
        end = behind(tokens, position, turns_of_phrase.NO_WORKOUTS)
        if end != position and word_at(tokens, position - 1) != "while":
            raise may_be_note(f"“{joined(tokens, position, end)}”: that is no workout, which is said like `run 30m`")


def refuse_training(tokens: list[Token], kept: list[Token], lexicon: Lexicon) -> None:
    """Refuse `hit chest for an hour`, `chest day 60m 7` and `legs 60m 9`, which are workouts."""
    roles = {sense.role for token in kept if not token.quoted for sense in lexicon.senses.get(token.text, ())}
    if roles & {"kind", "flag", "pattern", "circumstance", "drink", "workout", "question", "verb"}:
        return
    for position in range(len(tokens)):
        name = name_at(lexicon, tokens, position)
        site = lexicon.slug_of("site", name.text) if name else None
        if not name or not site or tokens[position] not in kept:
            continue
        before = position - 1
        while word_at(tokens, before) in everyday.FILLERS and word_at(tokens, before) != "did":
            before -= 1
        is_day = word_at(tokens, name.end) == "day" and word_at(tokens, name.end + 1) != "before"
        is_plural = name.text in everyday.GYM_PLURALS and "side" not in roles and _has_length(tokens)
        if word_at(tokens, before) in everyday.TRAINS or is_day or is_plural:
            region = lexicon.region_of(site) or "whole"
            region = region if region in workouts.REGIONS else "whole"
            raise may_be_note(
                f"{name.text}: a workout is said like `lift {region} 45m 8`, a twitch like `twitch {name.text} 4 2m`"
            )


def _has_length(tokens: list[Token]) -> bool:
    """Whether a line says a length that is rather one of a workout."""
    lengths = [amounts.longest_amount(tokens, position) for position in range(len(tokens))]
    return any(length and length.dimension == "time" and length.value(60) >= SHORTEST_TRAINING for length in lengths)
