"""One place said in two parts: `index finger of my right hand`, `bicep spasm, right arm`, `right leg, hamstring 3`."""

from collections.abc import Sequence
from itertools import pairwise

from journal.catalog import everyday
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.phrases.read.line_words import LineWords, Sentence
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, word_at
from journal.phrases.read.words.remedies import is_parted
from journal.phrases.read.words.slots import NameMatch

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
    is_kind = [lexicon.slug_of("kind", text) is not None for text in texts]
    is_beside = all(is_kind[index] or _is_small(text, lexicon) for index, text in enumerate(texts))
    sides = [token for token in tokens if lexicon.slug_of("side", token.text)]
    is_beside = is_beside and len(sides) == 1 and not any(is_parted(line, tokens, each) for each in range(end, start))
    return (is_own_clause or is_inside or is_beside) and has_side and everyday.PARTS_A_CONTEXT.isdisjoint(texts)


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


def with_place_whole(sentence: Sentence, walk: LineWords) -> Sentence:
    """`back twitch lower right` is the lower back. An upper arm, which is the biceps here, and the back of a shoulder
    stand in the note too."""
    lexicon, kept = walk.context.lexicon, [*sentence.tokens]
    texts = [token.text for token in kept]
    is_upper_arm = ("upper", "arm") in pairwise(texts) and ("of", "upper") not in pairwise(texts)
    if ("of", "shoulder") in pairwise(texts) and len(texts) > 3 and not any(token.quoted for token in kept):
        part = kept[texts.index("shoulder") - 2 : texts.index("shoulder") + 1]
        return sentence._replace(plain=[*sentence.plain, *part], lasting=[*sentence.lasting, *part])
    if is_upper_arm and len(texts) > 2 and not any(token.quoted for token in kept):
        arm = kept[texts.index("upper") :][:2]
        return sentence._replace(plain=[*sentence.plain, *arm], lasting=[*sentence.lasting, *arm])
    site = next((index for index, text in enumerate(texts) if lexicon.slug_of("site", text)), None)
    if site is None:
        return sentence
    for token in sentence.plain:
        position = walk.tokens.index(token)
        following = walk.text_at(position + 1)
        is_last = not following or lexicon.slug_of("side", following) or following[:1].isdecimal()
        name = f"{token.text} {kept[site].text}"
        if token.text in everyday.PARTS_OF_PLACES and is_last and lexicon.slug_of("site", name):
            kept[site : site + 1] = [kept[site]._replace(text=text) for text in name.split(" ")]
            return sentence._replace(tokens=kept, plain=[other for other in sentence.plain if other is not token])
    return sentence
