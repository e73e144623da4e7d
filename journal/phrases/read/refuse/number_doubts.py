"""Numbers and amounts of a sentence that the words beside them put in doubt."""

from journal.catalog import everyday, turns_of_phrase
from journal.catalog.kinds import TWITCH_KINDS
from journal.catalog.lexicon import HEADS, Lexicon
from journal.moments import PARTS
from journal.phrases.read import feelings
from journal.phrases.read.line_words import LineWords
from journal.phrases.read.refuse import beside
from journal.phrases.read.refuse.refusals import weight_of_a_place
from journal.phrases.read.when.clocks import NAMED_CLOCKS, UNSAID_HALF
from journal.phrases.read.when.spans import TO_WORDS
from journal.phrases.read.words import amounts, remedies
from journal.phrases.read.words.amounts import Amount
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.remedies import is_parted
from journal.phrases.read.words.slots import name_at
from journal.phrases.write.format_number import time_phrase

BEHIND_DOZENS = (everyday.FILLERS | everyday.CONTEXT | {"or", "today", "yesterday", "last"}) - {"of"}
"""Behind a dozen they leave it how many there were."""
JOINTS = ("and", "&", *everyday.BETWEEN_NUMBERS)
"""Between the two clocks of a span."""
OF_A_TWITCH = turns_of_phrase.BURSTS | {"episodes", "spells", "ones", "attacks", "fits", "times", "periods", "stints"}
"""Behind how many, and how long each was."""
LENGTHS_OF_EACH = (*everyday.SINGULAR_UNITS, "min", "hr", "sec")
"""Behind a number, and before what is counted, they say how long each was."""


def with_counts(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The words with `8 in a row`, `3 in 5 minutes` and `perhaps a dozen` as x8, x3 and x12, where a place is named."""
    if not any(lexicon.slug_of("site", token.text) for token in tokens if not token.quoted):
        return tokens
    is_cramp = any(lexicon.slug_of("kind", token.text) == "cramp" for token in tokens if not token.quoted)
    return [
        token._replace(text=f"x{token.text}", typed=token.as_typed)
        if word_at(tokens, index).isdecimal() and _is_counted(tokens, index, is_cramp=is_cramp)
        else token
        for index, token in enumerate(tokens)
    ]


def _is_counted(tokens: list[Token], position: int, *, is_cramp: bool) -> bool:
    """Whether a number says how many; that of a cramp `in an hour` may be how strong it was."""
    if remedies.behind(tokens, position + 1, turns_of_phrase.IN_A_ROW) != position + 1:
        return True
    following = word_at(tokens, position + 1)
    is_last = not following or following in BEHIND_DOZENS or following in PARTS
    if (
        tokens[position].as_typed.endswith("dozen")
        and is_last
        and word_at(tokens, position - 1) not in everyday.CONTEXT
    ):
        return True
    start = position + 2
    while word_at(tokens, start) in ("the", "about", "like", "last", "past", "space", "of"):
        start += 1
    length = amounts.longest_amount(tokens, start) if start < len(tokens) else None
    is_length = length is not None and length.dimension == "time"
    return is_length and not is_cramp and word_at(tokens, position + 1) in ("in", "over")


def refuse_behind(before: str, tokens: list[Token], position: int, amount: Amount | None) -> None:
    """Refuse `after 5 min`, `after 8k`, which count no second record: the length of something, or a distance."""
    _, letters = amounts.split_unit(word_at(tokens, position))
    following = word_at(tokens, position + 1)
    if amount and amount.dimension == "time":
        phrase = f"{before} {amount.phrase}"
        raise may_be_note(
            f"“{phrase}”: how long the twitch lasted is said as `5m`, when it was as `20m ago`, and other lengths stand"
            " in quotes at the end"
        )
    if letters in everyday.MEASURES or (not letters and following in everyday.MEASURES):
        phrase = f"{before} {joined(tokens, position, position + 1 + (not letters))}"
        raise may_be_note(f'“{phrase}”: what no record holds stands in quotes, as in `left calf 3 "{phrase}"`')


def _refuse_beginning(sentence_words: LineWords, position: int) -> None:
    """Refuse `twitching from 9`, `coffee from 8 yesterday`: an hour, and no strength or count; but `from 3 coffees`."""
    hour, before = sentence_words.text_at(position), sentence_words.text_at(position - 1)
    is_hour = hour.isdecimal() and 1 <= int(hour) <= beside.LAST_HOUR
    is_counted = position + 1 < len(sentence_words.tokens) and bool(sentence_words.roles[position + 1])
    is_span = sentence_words.text_at(position + 1) in TO_WORDS
    if is_hour and before in ("from", "starting", "beginning") and not (is_counted or is_span):
        raise may_be_note(f"“{before} {hour}”: which time of day? Say `{hour}am` or `{hour}pm`")


def refuse_number(
    sentence_words: LineWords, labels: list[str], verdict: int, amount: Amount | None, span: tuple[int, int]
) -> None:
    """Refuse a number, from a position up to another, that may mean something else; `verdict` is the position behind
    what was tried."""
    (position, end), lexicon, tokens = span, sentence_words.context.lexicon, sentence_words.tokens
    if sentence_words.is_sleep and sentence_words.text_at(position - 1) == "between":
        example = "nap 13:00-13:20" if sentence_words.is_nap else "slept 23:40-06:10"
        raise may_be_note(f"“between {joined(tokens, position, end)}”: say two clocks, as in `{example}`")
    if sentence_words.is_nap and not amount and sentence_words.text_at(position - 1) == "at":
        hour = tokens[position].text
        raise may_be_note(f"“at {tokens[position].as_typed}”: which time of day? Say `{hour}am` or `{hour}pm`")
    if sentence_words.is_sleep and not amount and sentence_words.text_at(position - 1) == "at":
        phrase = f"at {tokens[position].as_typed}"
        raise may_be_note(f"“{phrase}”: a night is said by two clocks or its hours, as in `slept 23:40-06:10`")
    if not amount and not sentence_words.is_sleep:
        _refuse_beginning(sentence_words, position)
    if not sentence_words.is_sleep or sentence_words.text_at(end) == "or":
        is_of_site = sentence_words.text_at(position - 1) == "floor" and labels[position - 1] == "kept"  # pelvic floor
        _refuse_range(tokens, position, end, of_twitch=sentence_words.has_site)
        if (sentence_words.has_site or sentence_words.has_workout) and not is_of_site:
            _refuse_which_of_many(tokens, position, end)
    else:
        _refuse_limit(tokens, position, joined(tokens, position, end), "how long was it")
    if not amount and not sentence_words.is_sleep:
        _refuse_end_of_span(sentence_words, position)
    if not amount:
        _refuse_counted_workouts(tokens, position, lexicon)
    before = sentence_words.text_at(position - 1)
    if not amount and sentence_words.has_workout and before in turns_of_phrase.OF_TRAINING:
        raise may_be_note(f"“{before} {tokens[position].as_typed}”: how hard it was is said as `effort 6`, 0 to 10")
    if not sentence_words.has_site:
        return
    if not amount:
        if word_at(tokens, position)[:1] == "x" or sentence_words.text_at(end - 1) == "times":
            beside.refuse_count_of_clause(sentence_words.line, tokens, labels, span, lexicon)
        beside.refuse_number_of_clause(sentence_words.line, tokens, labels, position, lexicon)
        _refuse_strength_of_pain(sentence_words, position)
        feelings.refuse_number(sentence_words.line, tokens, position)
        _refuse_hour_or_strength(tokens, position)
        beside.refuse_hedged(tokens, position, sentence_words.kinds)
        _refuse_each_side(tokens, position)
        _refuse_bursts(tokens, position, end)
        return
    _refuse_bursts(tokens, position, end)
    if amount.dimension == "mass" and not any({*HEADS} & roles for roles in sentence_words.roles):
        raise weight_of_a_place(amount.phrase)
    _refuse_rate(tokens, position, end, lexicon)
    beside.refuse_attribute(sentence_words.line, tokens, position, end, lexicon)
    beside.refuse_length_of_context(sentence_words.line, tokens, labels, (position, end), lexicon)
    if amount.dimension == "time":
        beside.refuse_length_of_clause(sentence_words.line, tokens, labels, (position, end), lexicon)
    if sentence_words.past_fillers(verdict) == sentence_words.past_fillers(position):
        raise may_be_note(f"“helped ... {amount.phrase}”: how long the twitch lasted stands before what was tried")
    if sentence_words.text_at(end) == "into":
        raise may_be_note(f"“{amount.phrase} into”: when was it? Say a clock, or `{amount.phrase} ago`")
    if sentence_words.text_at(end) == "of" and tokens[position].text.endswith("s") and amount.end == position + 1:
        counted = amount.phrase.lower().rstrip("s")
        raise may_be_note(f"“{amount.phrase} of”: how many? Say one number, as in `x{counted}`")
    is_before = sentence_words.text_at(end) in ("after", "before") and not is_parted(sentence_words.line, tokens, end)
    is_before = is_before and amount.dimension == "time" and end < len(tokens) and not sentence_words.roles[end]
    if is_before and sentence_words.text_at(position - 1) not in ("for", "lasted", "lasting", "like", "about"):
        phrase = f"{amount.phrase} {sentence_words.text_at(end)}"
        raise may_be_note(
            f"“{phrase}”: how long was it, or when? A length is said as `for {amount.phrase}`, a time by its clock or"
            f" as `{amount.phrase} ago`"
        )


def _refuse_counted_workouts(tokens: list[Token], position: int, lexicon: Lexicon) -> None:
    """Refuse `2 walks 20 min`, `3 yoga sessions`, `two 20 minute walks`, `two 5 minute cramps`: the number says how
    many, and not how hard."""
    start = _past_length_of_each(tokens, position)
    number = word_at(tokens, position).removeprefix("x")
    name = name_at(lexicon, tokens, start) if number.isdecimal() else None
    are_several = name and (name.text.endswith("s") or tokens[position].as_typed.isalpha())
    is_kind = name is not None and are_several and lexicon.slug_of("kind", name.text) is not None
    has_workout = any(lexicon.slug_of("workout", token.text) for token in tokens if not token.quoted)
    is_spell = word_at(tokens, start) in OF_A_TWITCH and not has_workout
    if number.isdecimal() and start > position + 1 and (is_kind or is_spell):
        phrase = joined(tokens, position, name.end if name else start + 1)
        raise may_be_note(f"“{phrase}”: how many is said as `x{number}`, and how long in all as `10m`")
    if start > position + 1 and word_at(tokens, start) in everyday.MEASURES:
        phrase = joined(tokens, position, start + 1)
        raise may_be_note(
            f"“{phrase}”: distance and pace have no place in a workout; how long in all is said as `20m`, and how hard"
            " as `effort 6`"
        )
    kind = lexicon.slug_of("workout", name.text) if name else None
    if not name or not kind:
        return
    is_session = word_at(tokens, name.end) in everyday.SESSIONS
    singulars = [text for text in (name.text[:-1], name.text[:-2]) if lexicon.slug_of("workout", text) == kind]
    if is_session or (name.text.endswith("s") and singulars):
        phrase = joined(tokens, position, name.end + is_session)
        example = name.text if is_session else singulars[0]
        raise may_be_note(
            f"“{phrase}”: each is a line of its own, as in `{example} 20m`; how hard it was is said as `effort 6`"
        )


def _past_length_of_each(tokens: list[Token], position: int) -> int:
    """The position behind a number, and behind the length of each of so many: `two 20 minute walks`."""
    start = position + 1
    is_near = start < len(tokens) and tokens[start].start - tokens[position].end <= 1
    amount = amounts.longest_amount(tokens, start) if is_near else None
    if not amount or amount.dimension != "time":
        return start
    is_each = word_at(tokens, amount.end - 1) in LENGTHS_OF_EACH or tokens[position].as_typed.isalpha()
    return amount.end if is_each else start


def _refuse_end_of_span(sentence_words: LineWords, position: int) -> None:
    """Refuse `between noon and 1`, `9am to 10`: the number is a clock without its half of the day."""
    if _measure(sentence_words.tokens, position):
        return  # at 1pm and six out of ten
    before = [sentence_words.text_at(index) for index in range(max(position - 4, 0), position)]
    is_between = before[-1:] == ["and"] and "between" in before
    is_behind_clock = before[-1:] and before[-1] in (*TO_WORDS, "and", "&") and sentence_words.is_clock(position - 2)
    is_before_clock = sentence_words.text_at(position + 1) in TO_WORDS and sentence_words.is_clock(position + 2)
    if is_before_clock:
        phrase, number = joined(sentence_words.tokens, position, position + 3), sentence_words.text_at(position)
        is_strength = number.isdecimal() and int(number) <= amounts.MOST_STRONG and sentence_words.has_site
        strength = f"; how strong is said as `{number}/10`" if is_strength else ""
        raise may_be_note(f"“{phrase}”: say clocks, as in `from 9am to 10am`{strength}")
    if is_between or is_behind_clock:
        start = position - 4 + before.index("between") if is_between and len(before) == 4 else position - 2
        phrase = joined(sentence_words.tokens, max(start, 0), position + 1)
        raise may_be_note(f"“{phrase}”: say clocks, as in `from 9am to 10am`")


def _refuse_range(tokens: list[Token], position: int, end: int, *, of_twitch: bool) -> None:
    """Refuse a number, up to a position, that is no exact one: `2 to 3`, `under 10`, `up to 10`."""
    _refuse_hour_of_span(tokens, position, end)
    following, before = word_at(tokens, end), word_at(tokens, position - 1)
    other = word_at(tokens, end + 1).removeprefix("x")
    phrase = joined(tokens, position, end).removeprefix("x")
    is_between = following == "and" and before == "between"
    _refuse_limit(tokens, position, phrase)
    if following == "-" and _are_apart(tokens, position, end + 1):
        return
    second = tokens[end + 1].as_typed if other else ""
    once = next((index for index in range(max(position - 3, 0), position) if word_at(tokens, index) == "once"), None)
    if once is not None and word_at(tokens, position)[:1] == "x":
        phrase = joined(tokens, once, end)
        raise may_be_note(f"“{phrase}”: which of them? How many is said as `{word_at(tokens, position)}`")
    is_of_clocks = before == "from" and following in TO_WORDS and bool(other)
    if is_of_clocks or ((following in everyday.BETWEEN_NUMBERS or is_between) and other[:1].isdecimal()):
        if before == "from":
            raise may_be_note(
                f"“from {phrase} {following} {second}”: say clocks, as in `from 9am to 10am`, or one number"
            )
        how = ": how strong as `5`, how many as `x5`, how long as `5m`" if of_twitch else ""
        raise may_be_note(f"“{phrase} {following} {second}”: which of them? Say one number{how}")


def _refuse_which_of_many(tokens: list[Token], position: int, end: int) -> None:
    """Refuse `day 3`, `zone 2`, `bus 7`: the number says which of many it is."""
    before, phrase = word_at(tokens, position - 1), joined(tokens, position, end).removeprefix("x")
    is_part = before in turns_of_phrase.NUMBERED_PARTS or (before == "number" and word_at(tokens, end).isalpha())
    is_which = is_part or before in everyday.NUMBERED or _is_of_shifts(tokens, position)
    is_whole = word_at(tokens, position - 2) in ("all", "whole", "the", "leg", "arm", "push", "pull")
    if is_which and word_at(tokens, position).isdecimal() and (is_part or not is_whole):
        is_when = before in ("day", "week", "month", "year")
        way = "since when is said as `since 20 Nov`" if is_when else "nothing takes that number"
        raise may_be_note(f"“{before} {phrase}”: {way}")


def _refuse_hour_of_span(tokens: list[Token], position: int, end: int) -> None:
    """Refuse a number, up to a position, that is the first of two clocks: `between nine and half past nine`, `two or
    half past two`."""
    if _measure(tokens, position):
        return  # x5 - 21:00
    before, last = position - 1, end
    while word_at(tokens, before) in everyday.FILLERS | everyday.HEDGES:
        before -= 1
    is_between = word_at(tokens, before) == "between"
    while is_between and word_at(tokens, last) in (*PARTS, *everyday.FILLERS) and word_at(tokens, last) not in JOINTS:
        last += 1
    if word_at(tokens, last) not in JOINTS or not (is_between or word_at(tokens, last) in everyday.BETWEEN_NUMBERS):
        return
    other = last + 1
    while word_at(tokens, other) in everyday.FILLERS | everyday.HEDGES:
        other += 1
    word = word_at(tokens, other).removeprefix(UNSAID_HALF)
    if word in NAMED_CLOCKS or (":" in word and word[:1].isdecimal()):
        phrase = joined(tokens, before if is_between else position, other + 1)
        raise may_be_note(f"“{phrase}”: say clocks, as in `from 9am to 10am`")


def _refuse_strength_of_pain(sentence_words: LineWords, position: int) -> None:
    """Refuse `left calf twitch, pain 3/10`: how strong the pain was; of a cramp that is how strong it was."""
    before, number = sentence_words.text_at(position - 1), sentence_words.text_at(position)
    if before in ("pain", "painful") and sentence_words.kinds & {*TWITCH_KINDS, "jerk"} and "x" not in number:
        raise may_be_note(
            f"“{before} {number}”: how strong was the twitch? That stands before, as in `left calf 4 pain`"
        )


def _is_of_shifts(tokens: list[Token], position: int) -> bool:
    """Whether a number may say which of several it is: `night shift 3`, but not `on my night shift 3`."""
    is_shift = (word_at(tokens, position - 2), word_at(tokens, position - 1)) == ("night", "shift")
    return is_shift and word_at(tokens, position - 3) not in ("the", "my", "a", "this", "our", "whole", "entire")


def _are_apart(tokens: list[Token], position: int, other: int) -> bool:
    """Whether two numbers count or measure different things: `2m - ten times`, `3 - x6`."""
    first, second = _measure(tokens, position), _measure(tokens, other)
    return first not in ("", second) or second == "when" or (not first and word_at(tokens, other).startswith("x"))


def _measure(tokens: list[Token], position: int) -> str:
    """What a number at a position counts or measures; empty where that is not said."""
    word = word_at(tokens, position)
    amount = amounts.longest_amount(tokens, position) if word else None
    if amount:
        return "when" if word_at(tokens, amount.end) == "ago" else amount.dimension
    if "/" in word:
        return "strength"
    return "count" if "x" in word or word_at(tokens, position + 1) == "times" else ""


def _refuse_limit(tokens: list[Token], position: int, phrase: str, which: str = "how many, or how strong") -> None:
    """Refuse `under 10`, `up to 10`, `less than 5 hours`."""
    is_behind_article = word_at(tokens, position - 1) in ("a", "an")  # up to a 4
    position -= is_behind_article
    before = word_at(tokens, position - 1)
    is_limit = before in everyday.LIMITS or (before == "to" and word_at(tokens, position - 2) == "up")
    if is_limit or (before == "than" and word_at(tokens, position - 2) in everyday.LESS):
        limit = f"up to {phrase}" if before == "to" else f"{before} {phrase}"
        _refuse_limit_of_amount(tokens, position, limit, phrase)
        raise may_be_note(f"“{limit}”: {which}? Say one number")


def _refuse_limit_of_amount(tokens: list[Token], position: int, limit: str, phrase: str) -> None:
    """Refuse `under a minute`, `up to 100 mg` by what is measured."""
    amount = amounts.longest_amount(tokens, position)
    if amount and amount.dimension == "time":
        raise may_be_note(f"“{limit}”: how long was it? Say one length, as in `{time_phrase(amount.value(1))}`")
    if amount and amount.dimension == "mass":
        raise may_be_note(
            f"“{limit}”: one dose is said like `took magnesium {phrase}`, another one like `increased magnesium to"
            f" {phrase}`"
        )


def _refuse_hour_or_strength(tokens: list[Token], position: int) -> None:
    """Refuse `left calf 8 in the evening`: a clock, or how strong; and `twitch 3 in 2`, which is how many."""
    hour, before = word_at(tokens, position), word_at(tokens, position - 1)
    behind = [word_at(tokens, position + index) for index in (1, 2, 3)]
    if hour.isdecimal() and behind[0] == "in" and behind[1].isdecimal():
        raise may_be_note(f"“{hour} in {behind[1]}”: how many is said as `x{hour}`, how strong as `{hour}/10`")
    end = remedies.behind(tokens, position + 1, turns_of_phrase.PERHAPS_IN_A_ROW)
    if hour.isdecimal() and end > position + 1 and word_at(tokens, end) not in ("after", "before", "away", "from"):
        phrase = joined(tokens, position, end)
        raise may_be_note(f"“{phrase}”: how many is said as `x{hour}`, how strong as `{hour}/10`")
    part = "night" if behind[:2] == ["at", "night"] else behind[2] if behind[:2] == ["in", "the"] else ""
    if part not in PARTS or not hour.isdecimal() or not 1 <= int(hour) <= 12 or before in ("at", "around", "by"):
        return
    half = "am" if part == "morning" or (part == "night" and int(hour) < 6) else "pm"
    phrase = joined(tokens, position, position + (3 if behind[0] == "at" else 4))
    raise may_be_note(f"“{phrase}”: a clock, or how strong? Say `{hour}{half}`, or `{hour}/10` and the part of the day")


def _refuse_bursts(tokens: list[Token], position: int, end: int) -> None:
    """Refuse `in bursts of five`, `in bursts of 5 secs`: of how many bursts nobody says anything."""
    if word_at(tokens, position - 1) == "of" and word_at(tokens, position - 2) in turns_of_phrase.BURSTS:
        phrase = joined(tokens, position - 2, end)
        raise may_be_note(
            f"“{phrase}”: how many in all is said as `x20`, how long in all as `10m`, how strong as `5/10`"
        )


def _refuse_each_side(tokens: list[Token], position: int) -> None:
    """Refuse `both calves 5 a side`: how many on each, or how strong."""
    if (word_at(tokens, position + 1), word_at(tokens, position + 2)) == ("a", "side"):
        number = word_at(tokens, position).removeprefix("x")
        raise may_be_note(
            f"“{joined(tokens, position, position + 3)}”: how strong is said as `5`, and how many as `x5`, each side on"
            f" its line, as in `left calf x{number}`"
        )


def _refuse_rate(tokens: list[Token], position: int, end: int, lexicon: Lexicon) -> None:
    """Refuse `3 times an hour`, `20 twitches a minute`: that is no length."""
    name = name_at(lexicon, tokens, position - 1)
    is_often = word_at(tokens, position - 1) in ("times", "once", "twice", "thrice")
    is_counted = is_often or (name and lexicon.slug_of("kind", name.text))
    has_number = is_often or any(word_at(tokens, index).removeprefix("x")[:1].isdecimal() for index in range(position))
    if is_counted and has_number and tokens[position].as_typed.lower() in ("a", "an"):
        phrase = joined(tokens, position - 1, end)
        raise may_be_note(f"“{phrase}”: how many, and in how long? Say it like `x30 1h`")
