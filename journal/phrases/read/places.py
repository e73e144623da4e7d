"""One place said in two parts: `index finger of my right hand`, `bicep spasm, right arm`, `right leg, hamstring 3`."""

from collections.abc import Sequence

from journal.catalog import everyday
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.phrases.read.lexer import Token, word_at
from journal.phrases.read.refuse.refusals import may_be_note
from journal.phrases.read.remedies import is_parted
from journal.phrases.read.slots import NameMatch

INSIDE = ("of", "on", "in")
"""Before the larger of the two."""
Place = tuple[str, int]
"""A site, and the position behind its name."""


def side_of_another(word: str, side: str, *, is_alone: bool) -> PhraseRefused:
    """The error for `twitch above right knee`: the place itself is not said, or its side is another one."""
    if is_alone:
        return may_be_note(f"“{word} ... {side}”: which place is it? Say it alone, as in `{side} thigh`")
    return may_be_note(f"“{word} ... {side}”: a line has one side, that of its own place")


def lies_around(tokens: list[Token], site: Place, position: int, name: str, lexicon: Lexicon) -> bool:
    """Whether a place lies around the one just said, `site` with the position behind it: `index finger of my right
    hand`."""
    slug, end = site
    between = [word_at(tokens, index) for index in range(end, position)]
    is_joined = any(word in INSIDE for word in between)
    is_near = all(_is_small(word, lexicon) or lexicon.slug_of("kind", word) for word in between)
    return is_joined and is_near and _is_part(slug, lexicon.slug_of("site", name), lexicon)


def is_said_behind(
    line: str, tokens: list[Token], site: Place, span: tuple[int, int], kinds: Sequence[str], lexicon: Lexicon
) -> bool:
    """Whether the larger place stands farther behind, from a position up to another: `bicep spasm mid set, right arm`,
    `hamstring buzzing like a phone in my right leg`. Of two kinds each may have its own place."""
    (slug, end), (start, after) = site, span
    whole = lexicon.slug_of("site", " ".join(word_at(tokens, index) for index in range(start, after)))
    if len(kinds) > 1 or not end or not _is_part(slug, whole, lexicon):
        return False
    begin = start
    while begin > end and not is_parted(line, tokens, begin) and _is_small(word_at(tokens, begin - 1), lexicon):
        begin -= 1
    texts = [word_at(tokens, index) for index in range(end, start)]
    is_rated = word_at(tokens, after)[:1].isdecimal()
    if is_rated and any(word[:1].isdecimal() for word in texts):
        return False  # thumb 3, right hand 5
    is_own_clause = is_parted(line, tokens, begin) and _ends(line, tokens, after)
    is_inside = any(word_at(tokens, index) in INSIDE for index in range(begin, start))
    has_side = any(lexicon.slug_of("side", word_at(tokens, index)) for index in range(begin, start))
    return (is_own_clause or is_inside) and has_side and everyday.PARTS_A_CONTEXT.isdisjoint(texts)


def is_said_before(line: str, tokens: list[Token], site: Place, name: NameMatch, lexicon: Lexicon) -> bool:
    """Whether the larger place with its side stands before a comma, and the smaller one right behind it: `right leg,
    hamstring twitching`."""
    whole, end = site
    slug = lexicon.slug_of("site", name.text)
    start = name.end - name.text.count(" ") - 1
    if not whole or start != end or not is_parted(line, tokens, start) or not _is_part(slug or "", whole, lexicon):
        return False
    before = end - 1
    while before > 0 and not is_parted(line, tokens, before):
        before -= 1
    return any(lexicon.slug_of("side", word_at(tokens, index)) for index in range(before, end))


def _ends(line: str, tokens: list[Token], position: int) -> bool:
    """Whether a clause ends at a position, or but a number is left of it."""
    is_last = position == len(tokens) or is_parted(line, tokens, position)
    return is_last or word_at(tokens, position)[:1].isdecimal() or word_at(tokens, position) in ("side", "sides")


def _is_small(word: str, lexicon: Lexicon) -> bool:
    return word in everyday.FILLERS or lexicon.slug_of("side", word) is not None


def _is_part(slug: str, whole: str | None, lexicon: Lexicon) -> bool:
    """Whether a site lies in another one."""
    if not slug or not whole or slug == whole:
        return False
    return slug.startswith(everyday.WHOLES.get(whole, ())) or lexicon.parents.get(slug) == whole
