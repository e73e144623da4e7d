"""Numbers, sides and names as people say them, in the words of the grammar: `half an hour` is 0.5 hour, `30 twitches`
is x30, `left and right calf` is both, `back of my right knee` is right, back of knee."""

from journal.catalog.drink_words import CONTAINERS, PINTS_ML
from journal.catalog.entries import IRREGULAR
from journal.catalog.everyday import (
    BETWEEN_NUMBERS,
    BOTH,
    CONTEXT,
    FILLERS,
    INEXACT,
    INSIDE_A_NAME,
    LONG_SPANS,
    MULTIPLIED,
    NUMBERS,
    PARTS_A_CONTEXT,
    QUALITIES,
    ROUGHLY,
    SIGNS,
)
from journal.catalog.lexicon import Lexicon
from journal.catalog.units import UNITS
from journal.moments import PARTS
from journal.phrases.read.when.clock_words import is_four_digit_clock, with_clocks
from journal.phrases.read.when.dates import RELATIVE, may_be_dotted_date
from journal.phrases.read.words.amounts import DIGITS, is_level, of_ten
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.pictures import without_picture, without_smiley
from journal.phrases.read.words.slots import longest_name, name_at

OTHER_HALVES = ("a", "an", "of", "past")
RATE_UNITS = ("second", "minute", "min", "hour", "day", "night", "week", "month")
TIMES_OVER = {"twice": "x2", "thrice": "x3"}
FRACTIONS = {"half": 0.5, "quarter": 0.25}
TYPED_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
LEAST_LOOSE, MOST_LOOSE = 2, 99
"""Number words of these are figures wherever they stand; `one` and `a hundred` are rarely meant as numbers."""
Rewritten = tuple[list[Token], int]
"""The tokens in place of those up to a position."""


def in_figures(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The same with figures for number words, each name in one piece and no signs around a word; names of the diary
    stay as they are."""
    tokens = [part for token in bare(tokens) for part in without_picture(token)]
    named = _named(tokens, lexicon)
    figures: list[Token] = []
    position = 0
    while position < len(tokens):
        rewritten = None
        if not tokens[position].quoted:
            rewritten = _whole_name(tokens, position, lexicon)
            if not rewritten and position not in named:
                rewritten = _figures(tokens, position, lexicon)
            elif not rewritten:
                rewritten = _both_sides(tokens, position)
        replaced, position = rewritten or ([tokens[position]], position + 1)
        figures += replaced
    return figures


def bare(tokens: list[Token]) -> list[Token]:
    """The words without brackets and signs around them, `(gym)` is gym, `tomorrow.` tomorrow; clocks in figures."""
    if not any(token.text == "(day" for token in tokens):
        tokens = [part for token in tokens for part in without_smiley(token)]
        tokens = [token if token.quoted else token._replace(text=token.text.strip("()") or "-") for token in tokens]
    tokens = [_without_signs(token, word_at(tokens, index - 1)) for index, token in enumerate(tokens)]
    if tokens and not tokens[-1].quoted and _is_sentence_end(tokens[-1].text):
        tokens[-1] = tokens[-1]._replace(text=tokens[-1].text[:-1])
    return with_clocks(tokens)


def _is_sentence_end(text: str) -> bool:
    """Whether the last full stop of `slept 7.5.` is not part of a date such as 20.11."""
    return text.endswith(".") and not text.replace(".", "").strip(DIGITS) and len(text) != len("20.11.")


def with_ago(tokens: list[Token]) -> list[Token]:
    """The same with `half an hour ago` in figures, and all other words as they are."""
    replaced: list[Token] = []
    position = 0
    while position < len(tokens):
        number = None if tokens[position].quoted else number_at(tokens, position)
        rewritten = number and _amount(tokens, position, number[1], number[0], "ml")
        if rewritten and word_at(tokens, rewritten[1]) == "ago":
            replaced += rewritten[0]
            position = rewritten[1]
        else:
            replaced.append(tokens[position])
            position += 1
    return replaced


def _without_signs(token: Token, before: str) -> Token:
    """`calf.` is calf, `at 11.15.` is 11.15; `20.11.` stays, which may be a date."""
    text = token.text.lstrip(ROUGHLY)
    without = text.rstrip(SIGNS)
    if before == "at" or not may_be_dotted_date(without):
        text = without
    return token._replace(text=text) if text and not token.quoted else token


def _named(tokens: list[Token], lexicon: Lexicon) -> set[int]:
    """The positions of words in names, which no rule for numbers touches."""
    positions: set[int] = set()
    for position, token in enumerate(tokens):
        if token.quoted:
            continue
        relief = longest_name(lexicon.reliefs, lexicon.longest, tokens, position, first=token.text.lstrip("+-"))
        for name in (name_at(lexicon, tokens, position), relief):
            positions.update(range(position, name.end) if name else ())
    return positions


def _across(tokens: list[Token], position: int, end: int, text: str) -> Token:
    """One token in place of those from a position up to another."""
    return Token(text, tokens[position].start, tokens[end - 1].end, typed=joined(tokens, position, end))


def _both_sides(tokens: list[Token], position: int) -> Rewritten | None:
    for phrase in BOTH:
        end = position + len(phrase)
        if [word_at(tokens, index) for index in range(position, end)] == [*phrase]:
            return [_across(tokens, position, end, "both")], end
    return None


def _whole_name(tokens: list[Token], position: int, lexicon: Lexicon) -> Rewritten | None:
    """A name with a side or an article inside, the side before it: `lower left eyelid`."""
    contiguous = name_at(lexicon, tokens, position)
    shortest = contiguous.end - position if contiguous else 0
    for name in lexicon.beginnings.get(tokens[position].text, ()):
        if name.count(" ") + 1 <= shortest:
            continue
        parts, sides, end = [tokens[position]], [], position + 1
        for word in name.split(" ")[1:]:
            while word_at(tokens, end) != word and (side := _inside(tokens, end, lexicon)) is not None:
                sides += side
                end += 1
            if word_at(tokens, end) != word:
                break
            parts.append(tokens[end])
            end += 1
        else:
            return [*sides, *parts], end
    return None


def _inside(tokens: list[Token], position: int, lexicon: Lexicon) -> list[Token] | None:
    """The side at a position inside a name, or nothing of an article; None for any other word."""
    word = word_at(tokens, position)
    if word in INSIDE_A_NAME:
        return []
    return [tokens[position]] if lexicon.slug_of("side", word) else None


# ---- numbers --------------------------------------------------------------------------------------------------


def _figures(tokens: list[Token], position: int, lexicon: Lexicon) -> Rewritten | None:
    word, following = tokens[position].text, word_at(tokens, position + 1)
    if word in TIMES_OVER and not _is_rate(tokens, position + 1):
        return [_across(tokens, position, position + 1, TIMES_OVER[word])], position + 1
    is_behind = following == "x" and not word_at(tokens, position + 2)[:1].isdecimal()  # 3 x today
    if (count := following if word == "x" else word * is_behind) and not count.strip(DIGITS):
        return [_across(tokens, position, position + 2, f"x{count}")], position + 2
    if word == "@" and following:
        return [tokens[position]._replace(text="at")], position + 1
    if word == "pint" and _is_drink(tokens, position + 1 + (following == "of"), lexicon):
        return [_across(tokens, position, position + 1, f"{PINTS_ML[lexicon.volume_unit]}ml")], position + 1
    is_mark = word in ("zero", "0", "0/10") and lexicon.slug_of("flag", following) is not None  # 0 pain
    if is_mark or word == "zero" or (word == "0" and not position):
        is_subject = is_mark or _is_subject(tokens, position + 1, lexicon)
        return [_across(tokens, position, position + 1, "no" if is_subject else "0")], position + 1
    if is_four_digit_clock(word) and (word[0] == "0" or word_at(tokens, position - 1) == "at"):
        return [_across(tokens, position, position + 1, f"{word[:2]}:{word[2:]}")], position + 1
    if word in ("past", "last") and following in ("hour", "minute"):  # for the past hour
        return [_across(tokens, position, position + 1, "1"), tokens[position + 1]], position + 2
    number = number_at(tokens, position)
    if number is None or (word in MULTIPLIED and _is_inexact(tokens, position)):
        return None
    value, end = number
    if rated := _rated(tokens, position, lexicon):
        return rated
    if after := of_ten(tokens, end):
        text = f"{value:g}/10" if value or not lexicon.slug_of("flag", word_at(tokens, after)) else "no"
        return [_across(tokens, position, after, text)], after
    is_article = word in ("a", "an") and end == position + 1
    if (
        not is_article
        and value.is_integer()
        and not is_level(tokens, position)
        and word_at(tokens, position - 1) not in ("a", "an")
        and _plural_role(tokens, _past_site(tokens, end, lexicon), lexicon) == "kind"
    ):
        return [_across(tokens, position, end, f"x{value:g}")], end
    if amount := _amount(tokens, position, end, value, lexicon.volume_unit):
        return amount
    if part := _part_of_drink(tokens, position, end, value, lexicon):
        return part
    name = name_at(lexicon, tokens, end)
    if value == 1 and word.strip(DIGITS) and name is not None and name.text == "cigarette":
        return [_across(tokens, position, end, "1")], end
    is_one_drink = value == 1 and name is not None and lexicon.slug_of("drink", name.text) is not None
    is_plural = word_at(tokens, end) in ("times", *CONTAINERS) or _plural_role(tokens, end, lexicon) != ""
    is_spelled = word.strip(DIGITS) or end > position + 1
    if is_spelled and not is_article and value.is_integer() and (is_plural or is_one_drink):
        return [_across(tokens, position, end, f"{value:g}")], end
    is_first_of_two = word_at(tokens, end) in BETWEEN_NUMBERS and _is_number(word_at(tokens, end + 1))
    if value > 1 and not value.is_integer() and end > position + 1:  # slept 6 and a half
        return [_across(tokens, position, end, f"{value:g}")], end
    if word in NUMBERS and value.is_integer() and (LEAST_LOOSE <= value <= MOST_LOOSE or is_first_of_two):
        return [_across(tokens, position, end, f"{value:g}")], end
    return None


def _is_rate(tokens: list[Token], position: int) -> bool:
    """`a day`, `per hour`, `daily`; `twice, a 5` is how many, and how strong."""
    word = word_at(tokens, position)
    return word in ("per", "every", "each", "daily") or (
        word in ("a", "an") and word_at(tokens, position + 1) in RATE_UNITS and word_at(tokens, position + 2) != "ago"
    )


def _is_drink(tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    name = name_at(lexicon, tokens, position)
    return name is not None and lexicon.slug_of("drink", name.text) is not None


def _is_number(word: str) -> bool:
    return word[:1].isdecimal() or _spelled(word) is not None


def _is_inexact(tokens: list[Token], position: int) -> bool:
    """`a couple of dozen`."""
    before = position - 1
    while word_at(tokens, before) in ("of", "a"):
        before -= 1
    return before >= 0 and word_at(tokens, before) in INEXACT


def _rated(tokens: list[Token], position: int, lexicon: Lexicon) -> Rewritten | None:
    """`about a seven`: how strong it was, where nothing stands behind it that is counted."""
    value, following = _spelled(word_at(tokens, position + 1)), word_at(tokens, position + 2)
    if tokens[position].text not in ("a", "an") or value is None or not 1 <= value <= 10:
        return None
    name = name_at(lexicon, tokens, position + 2)
    if following and not name and following not in (*FILLERS, *CONTEXT, *PARTS_A_CONTEXT, *RELATIVE, *PARTS, "or"):
        return None
    if _plural_role(tokens, position + 2, lexicon) or following in UNITS or value != int(value):
        return None
    return [_across(tokens, position, position + 2, f"{value:g}")], position + 2


def number_at(tokens: list[Token], position: int) -> tuple[float, int] | None:
    """A number in figures or words, and the position after it; `a` and `an` are one."""
    word = tokens[position].text
    end = position + 1
    value: float | None
    if (not word.strip(DIGITS) and len(word) < 5) or (
        len(word) < 5 and word[1:2] == "." and word[:1].isdecimal() and word[2:].isdecimal()
    ):
        value = float(word)
        if word_at(tokens, end) in TYPED_FRACTIONS and _is_measured(tokens, end + 1):  # 1 1/2 hours
            value, end = value + TYPED_FRACTIONS[word_at(tokens, end)], end + 1
    elif word in TYPED_FRACTIONS and _is_measured(tokens, end):
        value = TYPED_FRACTIONS[word]
    elif word.endswith("½") and not word[:-1].strip(DIGITS) and len(word) < 5:
        value = float(word[:-1] or 0) + 0.5
    elif word in ("a", "an"):
        value, after = NUMBERS.get(word_at(tokens, end)), end + 1
        value, end = (1.0, end) if value is None or 1 <= value < 12 else (float(value), after)
    else:
        value = _spelled(word)
    if value is None:
        return None
    value, end = _continued(tokens, float(value), end)
    return value, end


def _is_measured(tokens: list[Token], position: int) -> bool:
    """Whether a unit stands at a position, behind which `1/2` is no date."""
    following = word_at(tokens, position + 1 if word_at(tokens, position) in ("a", "an", "of") else position)
    return following in UNITS or following in ("pint", "pints")


def _spelled(word: str) -> float | None:
    tens, _, ones = word.partition("-")
    if ones:
        return float(NUMBERS[tens] + NUMBERS[ones]) if _are_tens_and_ones(tens, ones) else None
    return NUMBERS.get(word)


def _are_tens_and_ones(tens: str, ones: str) -> bool:
    return 20 <= NUMBERS.get(tens, 0) < 100 and 1 <= NUMBERS.get(ones, 0) < 10


def _continued(tokens: list[Token], value: float, end: int) -> tuple[float, int]:
    """`twenty five`, `two dozen`, `half of an`, `one and a half`."""
    before, word = tokens[end - 1].text, word_at(tokens, end)
    if _are_tens_and_ones(before, word):
        value, end = value + NUMBERS[word], end + 1
    elif word in MULTIPLIED and value >= 1:
        value, end = value * NUMBERS[word], end + 1
        value, end = _behind_hundreds(tokens, value, end)
    if value < 1:
        end += word_at(tokens, end) == "of"
        end += word_at(tokens, end) in ("a", "an")
        if word_at(tokens, end) in MULTIPLIED:  # half a dozen
            return value * NUMBERS[word_at(tokens, end)], end + 1
    return _and_a_half(tokens, value, end)


def _behind_hundreds(tokens: list[Token], value: float, end: int) -> tuple[float, int]:
    """`two hundred and fifty`."""
    start = end + 1 if word_at(tokens, end) == "and" else end
    less = _spelled(word_at(tokens, start)) if value % 100 == 0 else None
    if less is None or not 1 <= less < 100 or (start > end and word_at(tokens, start + 1) == "half"):
        return value, end
    if _are_tens_and_ones(word_at(tokens, start), word_at(tokens, start + 1)):
        return value + less + NUMBERS[word_at(tokens, start + 1)], start + 2
    return value + less, start + 1


def _and_a_half(
    tokens: list[Token], value: float, end: int, others: tuple[str, ...] = OTHER_HALVES
) -> tuple[float, int]:
    """`others` are words behind which the half is one of something else."""
    if word_at(tokens, end) != "and":
        return value, end
    start = end + 2 if word_at(tokens, end + 1) == "a" else end + 1
    part = FRACTIONS.get(word_at(tokens, start))
    is_rated = word_at(tokens, start + 1) == "a" and _is_number(word_at(tokens, start + 2))  # an hour and a half, a 5
    has_article = start == end + 2
    if part is None or (word_at(tokens, start + 1) in others and not (is_rated or has_article)):
        return value, end  # 4 and half an hour later
    return value + part, start + 1


def _part_of_drink(tokens: list[Token], position: int, end: int, value: float, lexicon: Lexicon) -> Rewritten | None:
    """`half a beer`, `1.5 coffees`: so much of the usual size."""
    if value.is_integer() or (end == position + 1 and tokens[position].text.isalpha()):
        return None
    start = end
    while word_at(tokens, start) in (*CONTAINERS, "of") and not name_at(lexicon, tokens, start):
        start += 1
    name = name_at(lexicon, tokens, start)
    drink = lexicon.drinks.get(lexicon.slug_of("drink", name.text) or "") if name else None
    if drink is None or not drink.volume_ml:
        return None
    return [_across(tokens, position, start, f"{value * drink.volume_ml:g}ml")], start


def _plural_role(tokens: list[Token], position: int, lexicon: Lexicon) -> str:
    """Whether it is a kind or another thing that is counted at a position; empty where the word is no plural."""
    name = name_at(lexicon, tokens, position)
    is_plural = name and name.text.endswith("s") and {name.text[:-1], name.text[:-2]} & lexicon.senses.keys()
    if not name or not (is_plural or name.text in IRREGULAR.values()):
        return ""
    return "kind" if lexicon.slug_of("kind", name.text) else "thing"


def _past_site(tokens: list[Token], position: int, lexicon: Lexicon) -> int:
    """The position behind what they were like, and behind their place: `3 bad left calf cramps`."""
    while word_at(tokens, position) in QUALITIES:
        position += 1
    for role in ("side", "site"):
        name = name_at(lexicon, tokens, position)
        position = name.end if name and lexicon.slug_of(role, name.text) else position
    return position


def _is_subject(tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether of what stands there a day may have had none: `zero twitches`, `0 coffee`."""
    name = name_at(lexicon, tokens, position) if position < len(tokens) else None
    is_drink = name is not None and lexicon.slug_of("drink", name.text) is not None
    return is_drink or longest_name(lexicon.question_names, lexicon.longest, tokens, position) is not None


def _amount(tokens: list[Token], position: int, end: int, value: float, volume_unit: str) -> Rewritten | None:
    """A length or a volume."""
    unit = word_at(tokens, end)
    if unit in ("pint", "pints"):
        return [_across(tokens, position, end + 1, f"{value * PINTS_ML[volume_unit]:g}ml")], end + 1
    is_article = tokens[position].text in ("a", "an") and end == position + 1
    if unit in LONG_SPANS:
        is_length = not is_article or word_at(tokens, end + 1) == "ago"
        is_new = tokens[position].text != f"{value:g}"
        return ([_across(tokens, position, end, f"{value:g}")], end) if is_length and is_new else None
    is_ordinal = unit == "second" and word_at(tokens, end + 1) in ("time", "one", "day", "twitch")
    if unit not in UNITS or (len(unit) == 1 and unit != "h") or (is_article and is_ordinal):
        return None
    value, after = _and_a_half(tokens, value, end + 1, others=("a", "an", "past"))  # a litre and a half of water
    if not is_article and after == end + 1 and tokens[position].text == f"{value:g}":
        return None
    named_unit = tokens[end]._replace(typed=joined(tokens, end, after))
    return [_across(tokens, position, end, f"{value:g}"), named_unit], after
