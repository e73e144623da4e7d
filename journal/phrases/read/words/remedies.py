"""What was tried, as people say it: `tried ice and rest`, `stretching helped`, `better after heat`."""

from journal.catalog import drink_words, everyday, turns_of_phrase
from journal.catalog.lexicon import Lexicon
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.slips import slip_of
from journal.phrases.read.words.slots import NameMatch, longest_name, name_at, relief_at

VERDICTS = frozenset(
    (*(phrase[-1] for phrase in (*everyday.HELPED, *everyday.DID_NOT_HELP)), *(by[0] for by in everyday.BETTER_BY))
)
"""The words that say whether something helped."""
Reliefs = tuple[list[str], int]
"""The words in place of those up to a position: `+stretch`, `tried cold`."""
SEEN = frozenset("see saw seen seeing feel felt feeling watch watched watching".split())
"""Before `it moving` they say what the place did."""
TRIED, DONE = ("stretched", "massaged", "rubbed", "iced"), ("stretch", "massage", "rest")


def behind(tokens: list[Token], position: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """The position behind the longest of the phrases at a position, or the same one."""
    first = word_at(tokens, position)
    ends = [
        position + len(phrase)
        for phrase in phrases
        if phrase[0] == first and all(word_at(tokens, position + index) == word for index, word in enumerate(phrase))
    ]
    return max(ends, default=position)


def is_parted(line: str, tokens: list[Token], position: int) -> bool:
    """Whether a comma, a full stop or a dash stands before a word."""
    if not 0 < position < len(tokens):
        return False
    if word_at(tokens, position - 1) in everyday.DASHES:
        return True
    between = line[tokens[position - 1].start : tokens[position].start].rstrip()
    return between[-1:] in (*everyday.SIGNS,)  # a side that was put before its place is not parted from it


def named(tokens: list[Token], position: int, lexicon: Lexicon) -> NameMatch | None:
    """The relief of which the name stands at a position."""
    return longest_name(lexicon.reliefs, lexicon.longest, tokens, position)


def near_remedy(word: str, lexicon: Lexicon) -> str | None:
    """The remedy of which an unknown word is a slip."""
    return None if word in lexicon.reliefs or word in lexicon.senses else slip_of(word, lexicon.reliefs)


def with_degrees_last(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The words with those behind all others that say how much it helped: `heat helped a bit`, `eased a little with
    heat`. Where no remedy is named they stay."""
    if not any(token.text in VERDICTS for token in tokens if not token.quoted):
        return tokens
    if not any(not token.quoted and named(tokens, index, lexicon) for index, token in enumerate(tokens)):
        return tokens
    degrees: list[Token] = []
    others: list[Token] = []
    position = 0
    while position < len(tokens):
        end = behind(tokens, position, turns_of_phrase.DEGREES)
        before = others[-1].text if others else ""
        is_beside = end != position and (before in VERDICTS or word_at(tokens, end) in VERDICTS)
        if is_beside:
            degrees += tokens[position:end]
        else:
            others.append(tokens[position])
        position = end if is_beside else position + 1
    return [*others, *degrees]


def with_verdicts(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The words with those that say whether it helped right behind what was tried, where the place stands between:
    `heat pack on my calf did not help with the cramp`. A place alone is no twitch."""
    position = 0
    if not any(token.text in VERDICTS for token in tokens) or not any(
        _says_twitch(tokens, index, lexicon) for index in range(len(tokens))
    ):
        return tokens
    while position < len(tokens):
        name = None if tokens[position].quoted else named(tokens, position, lexicon)
        verdict = _behind_place(tokens, name.end, lexicon) if name else None
        if name and verdict:
            start, end = verdict
            tokens = [*tokens[: name.end], *tokens[start:end], *tokens[name.end : start], *tokens[end:]]
        position = name.end if name else position + 1
    return tokens


def _says_twitch(tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a kind of twitch or a number stands at a position."""
    name = name_at(lexicon, tokens, position)
    is_kind = name is not None and lexicon.slug_of("kind", name.text) is not None
    return is_kind or word_at(tokens, position)[:1].isdecimal()


def _behind_place(tokens: list[Token], start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where behind a place the words begin and end that say whether something helped."""
    position, has_site = start, False
    while position < len(tokens):
        end = behind(tokens, position, (*everyday.HELPED, *everyday.DID_NOT_HELP))
        if end != position:
            return (position, end) if has_site else None
        name = name_at(lexicon, tokens, position)
        is_site = name is not None and lexicon.slug_of("site", name.text) is not None
        is_side = lexicon.slug_of("side", word_at(tokens, position)) is not None
        word = word_at(tokens, position)
        if word in ("side", "sides") or not (is_site or is_side or word in everyday.FILLERS):
            return None
        has_site = has_site or is_site
        position = name.end if name and is_site else position + 1
    return None


def relief_said(line: str, tokens: list[Token], position: int, lexicon: Lexicon) -> Reliefs | None:
    """What the words at a position say of what was tried; None where they say nothing of it."""
    tried = relief_at(lexicon, tokens, position)
    if tried and tried.word and tried.helped is None:
        said_so = _names_with(line, tokens, _name_start(tokens, position + 1, lexicon), lexicon, "tried ")
        return said_so or ([tokens[position].text], position + 1)
    if tried:
        end = tried.name.end if tried.name else position + 1
        return [token.text for token in tokens[position:end]], end
    start = behind(tokens, position, everyday.BETTER_BY)
    if start != position:
        return _names_with(line, tokens, _name_start(tokens, start, lexicon), lexicon, "+")
    return None if _is_other_water(tokens, position, lexicon) else _names_with(line, tokens, position, lexicon, "")


def _is_other_water(tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a word before `water` makes another drink of it: `tonic water`."""
    before = word_at(tokens, position - 1)
    is_known = before in everyday.FILLERS or before in drink_words.OF_WATER or before in everyday.JOINS
    is_name = before in lexicon.senses or before in lexicon.reliefs
    return word_at(tokens, position) == "water" and before.isalpha() and not is_known and not is_name


def _name_start(tokens: list[Token], position: int, lexicon: Lexicon) -> int:
    """The position of the name that stands there or behind fillers."""
    start = position
    while word_at(tokens, start) in everyday.FILLERS | everyday.HOW_MUCH_OF_IT:
        if named(tokens, start, lexicon):
            break
        start += 1
    return start


def _names_with(line: str, tokens: list[Token], start: int, lexicon: Lexicon, sign: str) -> Reliefs | None:
    """The names of what was tried, from `start` on, and the words that say whether it helped; without these the sign
    says it."""
    names: list[str] = []
    end = start
    while name := named(tokens, end, lexicon):
        names.append(name.text)
        end = name.end
        is_joined = word_at(tokens, end) in everyday.JOINS
        if not (is_joined or is_parted(line, tokens, end)) or not named(tokens, end + is_joined, lexicon):
            break
        end += is_joined
    if not names:
        return None
    verdict = end
    while word_at(tokens, verdict) in everyday.BEFORE_A_VERDICT:
        verdict += 1
    for mark, phrases in (("+", everyday.HELPED), ("-", everyday.DID_NOT_HELP)):
        after = behind(tokens, verdict, phrases)
        if after != verdict:
            sign, end = mark, after
            break
    else:
        sign, end = _cut_short(line, tokens, end) or (sign, end)
    if not sign:
        return None
    return [word for name_text in names for word in f"{sign}{name_text}".split(" ")], end


def _cut_short(line: str, tokens: list[Token], position: int) -> tuple[str, int] | None:
    """The sign of a verdict that leaves out its verb, and the position behind it: `heat helped, massage didn't`."""
    ends = [(behind(tokens, position, (phrase,)), mark) for phrase, mark in everyday.AS_TO_HELP]
    end, mark = max(ends)
    is_last = end == len(tokens) or word_at(tokens, end) in (*everyday.JOINS, "but") or is_parted(line, tokens, end)
    phrases = (*everyday.HELPED, *everyday.DID_NOT_HELP)
    if (
        end == position
        or not is_last
        or not any(behind(tokens, index, phrases) != index for index in range(len(tokens)))
    ):
        return None
    return mark, end


def is_no_remedy(line: str, tokens: list[Token], position: int, end: int, behind: str, lexicon: Lexicon) -> bool:
    """Whether the first of the names that stand up to `end` before `helped` is what the twitch came from, and not what
    was tried: `after a long walk, resting helped`."""
    name = named(tokens, position, lexicon)
    is_first_of_two = name is not None and any(is_parted(line, tokens, index) for index in range(name.end, end))
    return is_seen_moving(tokens, position) or (bool(behind) and is_first_of_two)


def is_tried(tokens: list[Token], position: int) -> bool:
    """`stretched it`, `had to massage it`: it was tried, and nobody said whether it helped."""
    is_forced = joined(tokens, max(position - 2, 0), position).lower() == "had to"
    return word_at(tokens, position) in TRIED or (is_forced and word_at(tokens, position) in DONE)


def is_seen_moving(tokens: list[Token], position: int) -> bool:
    """`can see it moving`: what the place did."""
    is_motion = word_at(tokens, position) in ("moving", "move", "movement")
    return is_motion and word_at(tokens, position - 1) == "it" and word_at(tokens, position - 2) in SEEN
