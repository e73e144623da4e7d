"""Clocks said in short, with what stands beside them: `quad ripple 1930`, `slept at 2 woke at 7:30`, `twitch 11am,
stopped by 11:20`."""

from journal.catalog import everyday
from journal.catalog.lexicon import Lexicon
from journal.phrases.read.when.clock_words import is_four_digit_clock
from journal.phrases.read.words.lexer import Token, word_at
from journal.phrases.read.words.remedies import is_parted
from journal.phrases.read.words.slots import name_at

YEARS = range(2000, 2040)
"""Four digits that are rather a year than a clock."""
ROUND, MOST_STRONG = "1000", 10
WOKE = ("woke", "awoke")
ENDED = ("stopped", "gone", "ended")
BEFORE_CLOCKS = ("at", "by", "around")


def with_short_clocks(line: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens of a line with such clocks in the words of the grammar."""
    if not tokens or any(token.quoted for token in tokens):
        return tokens
    if any(token.text in everyday.SLEEP_VERBS for token in tokens):
        return _until_waking(tokens)
    if not any(_has_role(tokens, index, lexicon, ("site",)) for index in range(len(tokens))):
        return tokens
    return _until_it_ended(line, _with_last_clock(tokens, lexicon))


def _has_role(tokens: list[Token], position: int, lexicon: Lexicon, roles: tuple[str, ...]) -> bool:
    name = name_at(lexicon, tokens, position)
    return name is not None and any(lexicon.slug_of(role, name.text) for role in roles)


def _text(tokens: list[Token], position: int) -> str:
    return word_at(tokens, position).rstrip(everyday.SIGNS) if position >= 0 else ""


def _with_last_clock(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`left quad ripple 3 1930` as 19:30; behind any other word four digits may be something else."""
    last, text = len(tokens) - 1, _text(tokens, len(tokens) - 1)
    if not is_four_digit_clock(text) or text[0] == "0" or text == ROUND or int(text) in YEARS:
        return tokens
    before = _text(tokens, last - 1)
    is_rated = before.removeprefix("x").isdecimal() and int(before.removeprefix("x")) <= MOST_STRONG
    if not is_rated and not _has_role(tokens, last - 1, lexicon, ("site", "side", "kind")):
        return tokens
    return [*tokens[:-1], tokens[-1]._replace(text=f"{text[:2]}:{text[2:]}", typed=tokens[-1].as_typed)]


def _until_waking(tokens: list[Token]) -> list[Token]:
    """`slept at 2 woke at 7:30` as slept 2 to 7:30; of more words somebody may have slept on."""
    woke = next((index for index in range(len(tokens)) if word_at(tokens, index) in WOKE), 0)
    preposition = woke + 1 + (word_at(tokens, woke + 1) == "up")
    before = woke - (word_at(tokens, woke - 1) in ("and", "then", "i")) if woke else 0
    is_pair = word_at(tokens, before - 3) == "slept" and word_at(tokens, before - 2) in BEFORE_CLOCKS
    is_last = word_at(tokens, preposition) in BEFORE_CLOCKS and preposition + 2 == len(tokens)
    hours = (_text(tokens, before - 1), _text(tokens, preposition + 1))
    if before < 3 or not is_pair or not is_last or not all(hour[:1].isdecimal() for hour in hours):
        return tokens
    first = tokens[before - 1]._replace(text=hours[0], typed=tokens[before - 1].as_typed)
    joint = tokens[woke]._replace(text="to", typed="")
    end = tokens[preposition + 1]._replace(text=hours[1], typed=tokens[preposition + 1].as_typed)
    return [*tokens[: before - 2], first, joint, end]


def _until_it_ended(line: str, tokens: list[Token]) -> list[Token]:
    """`twitch 11am standup, stopped by 11:20` as 11am to 11:20."""
    ended = next((index for index in range(1, len(tokens)) if word_at(tokens, index) in ENDED), len(tokens))
    is_apart = is_parted(line, tokens, ended) or word_at(tokens, ended - 1) in ("and", "it", "then")
    if word_at(tokens, ended + 1) not in BEFORE_CLOCKS or ended + 3 != len(tokens) or not is_apart:
        return tokens
    clocks = [index for index in range(len(tokens)) if _is_clock(_text(tokens, index))]
    if len(clocks) != 2 or clocks[1] != ended + 2:
        return tokens
    begin, before = clocks[0], [*tokens[: clocks[0]]]
    if word_at(before, begin - 1) == "since":
        before[-1] = before[-1]._replace(text="from", typed=before[-1].as_typed)
    joint = tokens[ended]._replace(text="to", typed="")
    return [*before, tokens[begin], joint, tokens[-1], *tokens[begin + 1 : ended]]


def _is_clock(text: str) -> bool:
    return text[:1].isdecimal() and (":" in text or text[-2:] in ("am", "pm"))
