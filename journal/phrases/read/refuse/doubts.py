"""What only the whole of a sentence shows to be in doubt: numbers and sides that may mean something else."""

from collections.abc import Mapping

from journal.catalog import drink_words, entries, everyday, turns_of_phrase, workouts
from journal.catalog.kinds import COUNTABLE, DOSE_UNIT_WORDS
from journal.catalog.lexicon import Lexicon
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.phrases.read.refuse.refusals import dose_of_a_place
from journal.phrases.read.when.dates import MONTH_WORDS, ORDINALS
from journal.phrases.read.when.times import TIME_WORDS
from journal.phrases.read.words import amounts
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.pictures import is_picture
from journal.phrases.read.words.remedies import is_parted
from journal.phrases.read.words.slips import slip_of
from journal.phrases.read.words.slots import NameMatch, name_at
from journal.phrases.write.format_number import time_phrase

FEWEST_METRES = 100
"""So many `m` of a workout that covers ground may be metres."""


def refuse_number_of_others(
    line: str, tokens: list[Token], labels: list[str], kept: list[Token], lexicon: Lexicon
) -> None:
    """Refuse a number that counts or measures what no slot holds: `10 km`, `3 sets`, `5 of them`, `2 calves`."""
    is_workout = _has_workout(kept, lexicon)
    if not is_workout:
        _refuse_counted_places(tokens, lexicon)
    for position, token in enumerate(tokens):
        if labels[position] != "kept" or token.quoted:
            continue
        _refuse_unknown_drink(tokens, position, labels, lexicon)
        digits, letters = amounts.split_unit(token.text)
        if is_workout and digits and letters in everyday.MEASURES:
            is_steps = word_at(tokens, position + 1) == "steps"
            raise _no_distance(joined(tokens, position, position + 1 + is_steps))
        sets, sign, repeats = token.text.partition("x")
        measure = word_at(tokens, position + 1)
        is_sets = (
            bool(sign) and repeats.isdecimal() and (sets.isdecimal() or (not sets and measure in everyday.MEASURES))
        )
        if is_workout and is_sets:  # squats 5x5, 2 x 6 km
            raise _no_distance(joined(tokens, position, position + 1 + (measure in everyday.MEASURES)))
        if is_workout and ":" in token.text and word_at(tokens, position + 1) in turns_of_phrase.OF_A_PACE:
            raise _no_distance(joined(tokens, position, position + 2))
        if is_workout:
            _refuse_metres(tokens, position, kept, lexicon)
        if not is_workout and _is_of_pieces(tokens, position):
            if any(lexicon.slug_of("site", token.text) for token in kept if not token.quoted):
                raise dose_of_a_place(joined(tokens, position, position + 2))
            continue
        is_read = bool(token.text.strip(amounts.DIGITS + "." * is_workout)) or word_at(tokens, position - 1) == "effort"
        if is_read or is_parted(line, tokens, position + 1):
            continue
        counted, is_of = position + 1, word_at(tokens, position + 1) == "of"
        while is_of and word_at(tokens, counted) in everyday.FILLERS:
            counted += 1
        word = word_at(tokens, counted)
        if labels[counted : counted + 1] != ["plain"] or not word.isalpha():
            continue
        is_adjective = _is_adjective(line, tokens, labels, counted)  # 3 short bursts
        is_loose = position == 0 or labels[position - 1] != "kept"
        has_site = any(lexicon.slug_of("site", token.text) for token in kept if not token.quoted)
        of_record = ("site", "side", "kind") if has_site else ("workout", "region") if is_workout else ()
        roles = of_record if is_loose else ("kind",)
        names = [name for name in lexicon.senses if not roles or any(lexicon.slug_of(role, name) for role in roles)]
        names += [*TIME_WORDS, *MONTH_WORDS]
        near = slip_of(word, names) if word not in everyday.MEASURES and not is_adjective else None
        if near:
            raise may_be_note(f"“{amounts.shortened(word)}” is not a known word; did you mean {near}?")
        phrase = f"{joined(tokens, position, counted)} {amounts.shortened(word)}"
        phrase = f"{phrase} {word_at(tokens, counted + 1)}" if is_adjective else phrase
        is_last = labels[counted + 1 : counted + 2] != ["plain"] or is_parted(line, tokens, counted + 1)
        if is_workout and word in everyday.OF_EFFORT and is_last:
            continue
        if is_workout:
            raise _no_distance(phrase)
        is_plural = is_adjective or _is_plural_noun(word)
        if is_of or word in everyday.MEASURES or is_plural:
            has_site = any(lexicon.slug_of("site", token.text) for token in kept if not token.quoted)
            ways = " how strong is said as `5`, how many twitches as `x5`, and" if has_site else ""
            if has_site and word in everyday.MEASURES:
                way = f'what no record holds stands in quotes, as in `left calf 3 "{phrase}"`'
                raise may_be_note(f"“{phrase}”: {way}")
            if len(tokens) == counted + 1 and not has_site:  # 3 modelos
                ways = " a drink of your own is added once with `term add drink`, and"
            raise may_be_note(
                f"“{phrase}”: nothing takes that number;{ways} other words stand behind a comma or on a line of their"
                " own"
            )


def _has_workout(kept: list[Token], lexicon: Lexicon) -> bool:
    """Whether a workout is named; the `workout` of a pre workout is none."""
    position = 0
    while position < len(kept):
        name = name_at(lexicon, kept, position)
        if name and lexicon.slug_of("workout", name.text):
            return True
        position = name.end if name else position + 1
    return False


def _is_of_pieces(tokens: list[Token], position: int) -> bool:
    """Whether pieces of a medicine are counted at a position: `2 puffs`."""
    unit = word_at(tokens, position + 1)
    return word_at(tokens, position).isdecimal() and DOSE_UNIT_WORDS.get(unit, unit).removesuffix("s") in COUNTABLE


def _is_adjective(line: str, tokens: list[Token], labels: list[str], position: int) -> bool:
    """Whether a word stands between a number and what is counted: `3 short bursts`."""
    word, following = word_at(tokens, position), word_at(tokens, position + 1)
    is_word = not word.endswith("ing") and word not in everyday.PARTS_A_CONTEXT
    is_next = labels[position + 1 : position + 2] == ["plain"] and not is_parted(line, tokens, position + 1)
    return is_word and is_next and _is_plural_noun(following)


def _is_plural_noun(word: str) -> bool:
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us"))
    return is_plural and word.isalpha() and word not in everyday.NOT_COUNTED


def _no_distance(phrase: str) -> PhraseRefused:
    if "step" in phrase.lower():
        return may_be_note(f"“{phrase}”: steps are a question of your own, added once: `question add steps`")
    return may_be_note(
        f"“{phrase}”: distance, sets and laps have no place in a workout; how hard it was is said as `effort 6`, 0 to"
        ' 10, and other words stand in quotes, as in `run 55m effort 6 "10 km"`'
    )


def _refuse_metres(tokens: list[Token], position: int, kept: list[Token], lexicon: Lexicon) -> None:
    """Refuse `rowed 500m`, which would be minutes."""
    amount = amounts.amount_at(tokens, position)
    if not amount or [unit for _, unit in amount.parts] != ["m"] or amount.value(60) < FEWEST_METRES:
        return
    kinds = {lexicon.slug_of("workout", token.text) for token in kept if not token.quoted}
    if kinds.isdisjoint(workouts.COVER_GROUND):
        return
    minutes = time_phrase(amount.value(1))
    raise may_be_note(
        f"“{amount.phrase}”: metres or minutes? How long is said as `{minutes}`, and a distance stands in quotes, as in"
        ' `run 55m effort 6 "10 km"`'
    )


def _refuse_counted_places(tokens: list[Token], lexicon: Lexicon) -> None:
    """Refuse `2 calves` without a side: the number says how many places, not how strong."""
    if any(lexicon.slug_of("side", word_at(tokens, index)) for index in range(len(tokens))):
        return
    for position in range(len(tokens) - 1):
        word, name = word_at(tokens, position), name_at(lexicon, tokens, position + 1)
        if not word or word.strip(amounts.DIGITS) or word in "01" or not name or not _is_plural(name.text, lexicon):
            continue
        way = f"both sides are `both {name.text}`" if word == "2" else "each place is a line of its own"
        raise may_be_note(f"“{word} {name.text}”: {way}, and how strong stands behind the place")


def refuse_loose_numbers(
    line: str, tokens: list[Token], labels: list[str], senses: Mapping[str, object], *, is_sleep: bool
) -> None:
    """Refuse a number that stands beside no word that takes it; `labels` say of each token what it is, `senses` has the
    known names."""
    for position, token in enumerate(tokens):
        if labels[position] != "kept" or token.quoted or token.text.strip(amounts.DIGITS):
            continue
        if _is_of_pieces(tokens, position):
            continue
        before = labels[position - 1] if position else ""
        is_last = position + 1 == len(tokens)
        if is_sleep and before == "plain" and word_at(tokens, position - 1) == "quality":
            raise may_be_note(
                f"“quality {token.text}”: how well is a record of its own, 1 to 5, as in"
                " `today: sleep 7h, sleep quality 3`"
            )
        if is_sleep and before == "plain" and (is_last or labels[position + 1] != "kept"):
            raise may_be_note(
                f"{token.text} hours, or how well? Say `sleep {token.text}h`, or 1 to 5 as in `slept well 3`"
            )
        if amounts.is_level(tokens, position) or is_picture(word_at(tokens, position + 1)):
            continue
        if not is_last and labels[position + 1] == "plain" and before != "kept":
            following = amounts.shortened(word_at(tokens, position + 1))
            if slip_of(following, [*senses, *TIME_WORDS, *MONTH_WORDS]):
                continue  # which says more
            name, phrase = tokens[0].text, f"“{token.text} {following}”: {following} is not a word known here"
            if position == 1 and before == "plain" and not slip_of(name, senses):
                raise may_be_note(how_to_ask(name))
            if is_parted(line, tokens, position + 1):
                continue
            if following in everyday.OF_SLEEP:
                raise may_be_note(f"{phrase}; sleep is said like `slept 23:40-06:10`, `sleep 6.5` or `nap 20m`")
            raise may_be_note(
                f"{phrase}; a drink or a workout of your own is added with"
                " `term add`, and what is taken is said like `took 2 ibuprofen`"
            )


def _refuse_unknown_drink(tokens: list[Token], position: int, labels: list[str], lexicon: Lexicon) -> None:
    """Refuse `2 glasses of sherry`, a number at a position, by the drink."""
    start = position + 2
    while word_at(tokens, start) in everyday.FILLERS:
        start += 1
    is_plain = labels[start : start + 1] == ["plain"] and word_at(tokens, start).isalpha()
    if word_at(tokens, position + 1) in drink_words.VESSELS and is_plain and not name_at(lexicon, tokens, start):
        raise may_be_note(unknown_drink(word_at(tokens, start)))


def unknown_drink(word: str) -> str:
    """What to do about a drink that is not known."""
    return (
        f"“{amounts.shortened(word)}” is no drink known here; say one that is, as in `2 wines`, or add your own once"
        " with `term add drink`"
    )


def how_to_ask(name: str) -> str:
    """How `mood 4` becomes an answer, where nobody asked for it yet."""
    name = amounts.shortened(name)
    return (
        f"“{name}” is not a known word; say it like `left calf 4 2m`, or make it a word of your own: a question with"
        f" `question add {name}`, all else with `term add`"
    )


def refuse_first_since(tokens: list[Token], position: int, end: int) -> None:
    """Refuse `first twitch since Friday`: between the two there were none."""
    if any(word_at(tokens, index) in ("first", "only", "1st") for index in range(position)):
        phrase = joined(tokens, position, end)
        raise may_be_note(f"“first ... {phrase}”: say this one with its day, and days without any as `Fri: none`")


def is_more_or_less(tokens: list[Token], position: int) -> bool:
    """`worse at night`, `worst in the morning`: when it is more or less, and not when it was."""
    before = word_at(tokens, position - 1)
    is_usual = word_at(tokens, position) in ("at", "in") or before in ("at", "in")
    while before in ("at", "in", "the"):
        position -= 1
        before = word_at(tokens, position - 1)
    return is_usual and before in everyday.MORE_OR_LESS


def refuse_number_left(tokens: list[Token], position: int) -> None:
    """Refuse a number in words that nothing took, and a day of the month: `a hundred reasons`, `on the eighth`."""
    word, following = word_at(tokens, position), word_at(tokens, position + 1)
    if everyday.NUMBERS.get(word, 0) > 1:
        phrase = f"{word} {following}".strip()
        raise may_be_note(f"“{phrase}”: nothing takes that number; other words stand in quotes")
    low, dash, high = word.partition("-")
    if dash and low in everyday.NUMBERS and high in everyday.NUMBERS:
        raise may_be_note(f"“{word}”: which of them? Say one number: how strong as `5`, how many as `x5`")
    before = word_at(tokens, position - 1)
    if word == "past" and before in ("half", "quarter", "5", "10", "20"):
        phrase = f"{before} past"
        raise may_be_note(f"“{phrase}”: of which hour? Say a clock, as in `left calf yesterday 14:15`")
    is_of_other_signs = any(sign.isnumeric() and sign not in amounts.DIGITS for sign in word)
    if is_of_other_signs or everyday.NUMBERS.get(word.removesuffix("ish"), 0) > 1:
        raise may_be_note(f"“{word}”: nothing takes that number; write it in figures, as `4`")
    if word in ORDINALS and following in ("day", "night", "week") and word_at(tokens, position - 1) == "the":
        raise may_be_note(f"“the {word} {following}”: how many days is said as `for {ORDINALS[word]} days`")
    is_day = word in ORDINALS and joined(tokens, max(position - 2, 0), position).lower() in ("on the", "since the")
    is_place = following.isalpha() and following not in everyday.FILLERS | everyday.CONTEXT
    if is_day and not is_place:
        raise may_be_note(f"“the {word}”: a day of the month is said like `20 Nov`")


def is_in_a_row(tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a number only says which of several it is: `2nd toe`, `3rd twitch`, `2nd coffee`, `for the 3rd time`."""
    text = word_at(tokens, position)
    if not text[:-2].isdecimal() or text[-2:] not in ("st", "nd", "rd", "th"):
        return False
    position += 1
    if word_at(tokens, position) in ("time", "one"):
        return True
    while word_at(tokens, position) in everyday.FILLERS or lexicon.slug_of("side", word_at(tokens, position)):
        position += 1
    name = name_at(lexicon, tokens, position)
    site = lexicon.slug_of("site", name.text) if name else None
    is_kind = name is not None and any(lexicon.slug_of(role, name.text) for role in ("kind", "drink"))
    return is_kind or (site or "").startswith(everyday.COUNTED_PLACES)


def is_ordinal(tokens: list[Token], position: int, kept: list[Token]) -> bool:
    """Whether a unit that stands behind no number is none: `my second coffee`; refused where a number stands farther
    before it: `4 long hours`."""
    text, following = word_at(tokens, position), word_at(tokens, position + 1)
    if text == "second" and following not in UNITS:
        return True
    if any(not token.quoted and not token.text.strip(amounts.DIGITS) for token in kept[-1:]):
        raise may_be_note(f"“{text}”: its number stands right before it, as in `2 hours`")
    return False


def refuse_name(tokens: list[Token], position: int, name: NameMatch) -> None:
    """Refuse a name that is not the one it looks like: `sick of it`, `my shot`, `the other day`, `it
    took 5 minutes`."""
    following = word_at(tokens, name.end)
    if name.text == "sick" and following == "of":
        raise may_be_note("“sick of”: that is no illness, which is said like `ill flu`")
    if name.text == "shot" and word_at(tokens, position - 1) in ("my", "the"):
        raise may_be_note("“my shot”: a drink, or a vaccine? Say `vodka`, or `event flu shot`")
    if name.text in ("caffeine", "alcohol") and (following, word_at(tokens, name.end + 1)) == ("free", "day"):
        raise may_be_note(f"“{name.text} free”: that a day had none is said as `no {name.text}`")
    start = name.end + (following == "me")
    while word_at(tokens, start) in everyday.HEDGES:
        start += 1
    length = amounts.longest_amount(tokens, start) if name.text == "took" and start < len(tokens) else None
    if length and length.dimension == "time":
        phrase = joined(tokens, position, length.end)
        raise may_be_note(
            f"“{phrase}”: how long the twitch lasted is said as `5m`, other lengths stand in quotes at the end"
        )
    if name.text == "other" and following in ("side", "one"):
        raise may_be_note(f"“other {following}”: is it left or right?")
    if name.text == "other" and following in everyday.BEHIND_OTHER:
        raise may_be_note(f"“other {following}”: when was that? Say a day, a clock or `3h ago`")


def is_posture(line: str, tokens: list[Token], position: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a place or a side only says how somebody lay, stood or looked: `lying on my back`, `looking left`, `on my
    feet all day`."""
    before = position - 1
    while word_at(tokens, before) in everyday.INSIDE_A_NAME:
        before -= 1
    if word_at(tokens, position) == "feet" and word_at(tokens, before) == "on":
        names = [name for index in range(len(tokens)) if (name := name_at(lexicon, tokens, index))]
        if not any(lexicon.slug_of("kind", name.text) for name in names):
            return True
    is_on, start = False, position - 1
    while not is_parted(line, tokens, start + 1) and _is_between(word_at(tokens, start), lexicon):
        is_on = is_on or word_at(tokens, start) == "on"
        start -= 1
    verb = word_at(tokens, start)
    if verb in everyday.TURNED and not _is_when(tokens, start):
        return False
    if verb not in everyday.LOOKS:
        return is_on and verb in everyday.POSTURES
    while word_at(tokens, end) in everyday.FILLERS:
        end += 1
    following = name_at(lexicon, tokens, end)
    is_side = lexicon.slug_of("side", word_at(tokens, position)) is not None
    return is_side and not (following and lexicon.slug_of("site", following.text))


def _is_when(tokens: list[Token], position: int) -> bool:
    """Whether `when I` or the like stands before a verb."""
    before = position - 1
    while word_at(tokens, before) in everyday.FILLERS or word_at(tokens, before) in everyday.LEAVES:
        before -= 1
    return word_at(tokens, before) in everyday.CONTEXT | everyday.BEFORE_WAKING


def _is_between(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand between how somebody lay and on what."""
    return word not in ("side", "sides") and (word in everyday.FILLERS or lexicon.slug_of("side", word) is not None)


def is_repeated(kept: list[Token], name: str, lexicon: Lexicon) -> bool:
    """`smoked 3 cigarettes`: the same question or workout twice."""
    roles = ("question", "workout")
    slugs = {lexicon.slug_of(role, name) for role in roles} - {None}
    return bool(slugs) and any(lexicon.slug_of(role, token.text) in slugs for token in kept for role in roles)


def is_with_kind(tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    """`woke up with calf cramp`, `with a right calf cramp`: a place and its kind are no circumstance."""
    start, before = position, position - 1
    while lexicon.slug_of("side", word_at(tokens, start)):
        start += 1
    while word_at(tokens, before) in everyday.FILLERS or lexicon.slug_of("side", word_at(tokens, before)):
        before -= 1
    name = name_at(lexicon, tokens, start)
    end = name.end if name else start
    while word_at(tokens, end) in everyday.HOW_MUCH or word_at(tokens, end) in everyday.FILLERS:
        end += 1
    following = name_at(lexicon, tokens, end) if name else None
    is_kind = following is not None and lexicon.slug_of("kind", following.text) is not None
    return is_kind and word_at(tokens, before) == "with"


def _is_plural(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is the plural of another one of the same place."""
    site = lexicon.slug_of("site", name)
    others = (*entries.IRREGULAR, name[:-1], name[:-2], f"{name[:-3]}y")
    return site is not None and any(
        name in entries.plurals(other) and lexicon.slug_of("site", other) == site for other in others
    )
