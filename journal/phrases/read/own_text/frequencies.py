"""How often a medicine is taken: `daily`, `twice a day`, `every 8 hours`, `at night`, `as needed`, `1-0-1`."""

from journal.catalog.everyday import NUMBERS
from journal.catalog.mealtimes import BESIDE_DOSES
from journal.moments import PARTS
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, word_at

CODES = ("am", "pm", "mane", "nocte", "od", "qd", "bd", "bid", "tds", "tid", "qds", "qid", "hs")
"""As prescriptions say it."""
MEALS_OF_DOSES = ("breakfast", "lunch", "dinner", "supper", "bedtime", "nighttime")
WHOLE_FREQUENCIES = (
    *("daily", "weekly", "nightly", "monthly", "hourly", "prn", "mornings", "evenings", "nights", *CODES),
    *MEALS_OF_DOSES,
)
AS_NEEDED = ("prn", "as needed", "when needed", "if needed", "as required")
"""Of one dose they say why it was taken."""
PERIODS = ("hour", "day", "night", "morning", "afternoon", "evening", "week", "month", "meal")
COUNTS = ("once", "twice", "thrice")
PHRASES = (
    ("as", "needed"),
    ("when", "needed"),
    ("if", "needed"),
    ("as", "required"),
    ("on", "demand"),
    *(("at", meal) for meal in MEALS_OF_DOSES),
    ("at", "night"),
    ("at", "noon"),
    *((*on, "alternate", what) for on in ((), ("on",)) for what in ("days", "nights")),
    *((*on, "weekends") for on in ((), ("at",), ("on",))),
    *(("in", "the", name) for part in PARTS for name in (part, f"{part}s")),
)
FREQUENCY_WORDS = {
    *WHOLE_FREQUENCIES,
    *COUNTS,
    *(word for phrase in PHRASES for word in phrase),
    *BESIDE_DOSES,
    *NUMBERS,
    *("every", "each", "with", "before", "after", "times", "and"),
}
"""Words with which a frequency may begin or go on."""


def frequency_at(tokens: list[Token], position: int) -> int | None:
    """The position after the words that say how often, None where there are none."""
    end = _single_at(tokens, position)
    while end is not None:
        behind = end + 1 if word_at(tokens, end) == "and" else end
        following = _single_at(tokens, behind)
        if following is None and behind > end and word_at(tokens, behind) in (*PARTS, *BESIDE_DOSES):
            following = behind + 1  # in the morning and evening
        if following is None:
            return end
        end = following
    return None


def _single_at(tokens: list[Token], position: int) -> int | None:
    word, following = word_at(tokens, position), word_at(tokens, position + 1)
    if word in WHOLE_FREQUENCIES or _is_scheme(word):
        return position + 1
    for phrase in PHRASES:
        if all(word_at(tokens, position + index) == part for index, part in enumerate(phrase)):
            return position + len(phrase)
    if word in ("with", "before", "after") and following in BESIDE_DOSES:
        return position + 2
    if word in ("every", "each", "per"):
        return _period(tokens, position)
    if word == "a" and word_at(tokens, position - 1) in ("for", "in", "after", "within", "over"):
        return None  # for a month
    if word == "a" and following in ("day", "night", "week", "month"):
        return None if word_at(tokens, position + 2) in ("ago", "back") else position + 2
    if word.startswith(("/", "1x/", "2x/", "3x/", "4x/")) and word.rpartition("/")[2] in PERIODS:
        return position + 1
    return _counted(tokens, position)


def _is_scheme(word: str) -> bool:
    """`1-0-1`: so many in the morning, at noon and in the evening."""
    counts = word.split("-")
    return 3 <= len(counts) <= 4 and all(len(count) == 1 and count in amounts.DIGITS for count in counts)


def _period(tokens: list[Token], position: int) -> int | None:
    """`every day`, `every other day`, `every 8 hours`, `every 8h`."""
    word, unit = word_at(tokens, position + 1), word_at(tokens, position + 2)
    if word in PERIODS:
        return position + 2
    if word in ("other", "second", "third") and unit in PERIODS:
        return position + 3
    if amounts.how_many(word) is not None and unit.removesuffix("s") in PERIODS:
        return position + 3
    digits, letters = amounts.split_unit(word)
    return position + 2 if digits.isdecimal() and letters in ("h", "hours") else None


def _counted(tokens: list[Token], position: int) -> int | None:
    """`twice a day`, `3 times a week`, `2x daily`."""
    word, after = word_at(tokens, position), position + 1
    if amounts.how_many(word) is not None and word_at(tokens, after) in ("times", "x"):
        after += 1
    elif word not in (*COUNTS, "a", "an") and amounts.how_many(word) is not None:  # one a day
        return after + 2 if word_at(tokens, after) in ("a", "per") and word_at(tokens, after + 1) in PERIODS else None
    elif word not in COUNTS and not (word.endswith("x") and word[:-1].isdecimal()):
        return None
    period = word_at(tokens, after)
    if period in ("daily", "weekly", "monthly", "nightly"):
        return after + 1
    if period in ("a", "per", "each", "every", "the") and word_at(tokens, after + 1) in PERIODS:
        return after + 2
    return None
