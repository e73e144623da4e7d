"""Strategies that make lines: sensible ones, nonsense, several records of a day, one line written in two ways."""

from itertools import pairwise

from hypothesis import strategies as some
from hypothesis.strategies import DrawFn, SearchStrategy

from journal.catalog import everyday
from journal.catalog.kinds import DOSE_UNITS, TEXT_VERBS
from journal.catalog.lexicon import Lexicon
from journal.catalog.units import UNITS
from journal.phrases.read.words.lexer import quote
from tests.phrases.strategies import GRAMMAR, NASTY, TEXTS, listed


def _one_of(*texts: str) -> SearchStrategy[str]:
    return some.sampled_from(listed(*texts))


EVERYDAY = sorted(
    {*everyday.FILLERS, *everyday.CONTEXT, *everyday.NUMBERS, *everyday.DENIALS, *everyday.PLANS, *everyday.TROUBLES}
)
_DAYS = "2026-11-20|12 Dec|29 Feb|1 Jan 2026|Mon|yesterday|today|3 days ago"
_CLOCKS = (
    "2:15pm|@2pm|2 am|14:05:30|02:30+01:00|23:50+09:00|00:00z|20m ago|1h 30m ago|2 s ago|last night|(day 2026-11-20)"
)
_WHEN = _one_of("", "", "", _DAYS, _CLOCKS)
_NUMBERS = _one_of("0|1|3|4|5|10")
_AMOUNTS = _one_of(
    "2m|90s|1h30m|6h30|1 h 30 min|45 minutes|300ml|0.5l|2 cups|12 oz|80mg|10g|5%|400 mg|2 tablets|0.123456789h"
)
_QUOTED = TEXTS.map(quote) | _one_of('"quoted"|"a, b"', r'"\"\\\n\t"')
_TRIED = some.tuples(_one_of("+|-|tried "), some.sampled_from(sorted(Lexicon().reliefs))).map("".join)
_SPANS = _one_of("23:40-06:10|22:30-05:00 to 06:30-05:00|11pm-7am|13:00-13:20|00:10-00:30:30")
_ODD = some.one_of(
    _one_of('today:|yesterday:|2026-11-18:|12 Dec:|note|stop|20/11|20.11.|to|no|not|x|:|,|+|-|@|_|(|\\|"|""|x0|.5|1,5'),
    _one_of("tomorrow|30 Feb 2026|1899-12-31|2200-01-01|25:00|3:0|1e9|٣|11|5/5|22:30|13:00-13:00|1,000|-3"),
    _one_of("999999999999999|9999999999999999"),
    some.tuples(_one_of("0|.5|1,5|999999999999999"), some.sampled_from([*UNITS, *DOSE_UNITS])).map("".join),
    some.sampled_from(GRAMMAR),
    some.sampled_from(GRAMMAR).map(str.upper),
    some.sampled_from(EVERYDAY),
    some.sampled_from(NASTY),
)


def _named(*roles: str) -> SearchStrategy[str]:
    senses = Lexicon().senses
    return some.sampled_from(sorted(name for name in senses if any(sense.role in roles for sense in senses[name])))


_SENSIBLE = {
    "episode": (
        _named("site"),
        some.one_of(_named("side", "kind", "pattern"), _named("circumstance"), _NUMBERS, _TRIED),
    ),
    "note": (_named("site"), some.one_of(_QUOTED, _one_of("x12|2m|left|start|both|7/10|no pain|not visible|filmed"))),
    "drink": (_named("drink"), some.one_of(_NUMBERS, _one_of("300ml|0.5l|2 cups|12 oz|80mg|10g|5%"))),
    "workout": (_named("workout"), some.one_of(_named("region"), _NUMBERS, _QUOTED, _one_of("45m|1h|90 minutes"))),
    "question": (_named("question"), _one_of("0|1|3|4|5|10|7/10|5h|1.8l|300mg|20g|90m|yes")),
    "no": (_one_of("no |forget "), some.sampled_from(sorted(Lexicon().question_names))),
    "sleep": (_one_of("sleep|slept|nap"), _SPANS | _one_of("6.5|6h30|390m|20m|6:30|1.23456m|100s")),
    "text": (some.sampled_from(TEXT_VERBS), some.one_of(TEXTS, _QUOTED, _AMOUNTS)),
    "verb": (_one_of("none|some|again|0|1|2|stop|start calf|that's all"), _one_of("||4|+heat")),
}
"""A head of each kind, and what may stand beside it."""
_GLUE = _one_of(" | | |, |,|_||: |\n")


@some.composite
def nonsense(draw: DrawFn) -> str:
    """Known words, numbers, clocks, days and quotes, glued together."""
    pieces = some.one_of(_ODD, _ODD, _WHEN, _NUMBERS, _AMOUNTS, _QUOTED, _TRIED, _SPANS)
    return "".join(piece + draw(_GLUE) for piece in draw(some.lists(pieces, min_size=1, max_size=7)))


@some.composite
def sensible(draw: DrawFn) -> str:
    """A line in which most words belong to one kind of record."""
    head, beside = _SENSIBLE[draw(some.sampled_from(sorted(_SENSIBLE)))]
    words = [draw(_WHEN), draw(head), *draw(some.lists(beside, min_size=1, max_size=3, unique=True))]
    if draw(some.integers(0, 5)) == 5:
        words.insert(draw(some.integers(0, len(words))), draw(_ODD | _WHEN))
    return draw(_one_of(" | | |, |_")).join(word for word in words if word)


@some.composite
def several(draw: DrawFn) -> str:
    """The records of one day."""
    return f"{draw(_one_of(_DAYS))}: {', '.join(draw(some.lists(sensible(), max_size=2)))}"


LINES = some.one_of(sensible(), sensible(), sensible(), several(), nonsense())
"""Lines that a tired hand, or a cat, may type."""


@some.composite
def written_differently(draw: DrawFn) -> tuple[str, str]:
    """Words with single spaces, and the same with other cases, spaces, underscores and commas between them."""
    roles = some.sampled_from(["episode", "drink", "workout", "question", "sleep"])
    head, beside = _SENSIBLE[draw(roles)]
    words = [draw(head), draw(_WHEN), *draw(some.lists(beside.filter(lambda text: '"' not in text), max_size=3))]
    words = " ".join(draw(some.permutations([word for word in words if word]))).split(" ")
    other = draw(_one_of("|\n|,")) + words[0]
    for before, word in pairwise(words):
        gap = draw(_one_of(" |  |_|, | , |,|\t|\n|__"))
        between_digits = before[-1].isdigit() and word[0].isdigit()
        other += (", " if gap == "," and between_digits else gap) + draw(
            some.sampled_from([word, word.upper(), word.title()])
        )
    return " ".join(words), other
