"""Every word that a line may say, as a list in which one can search."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journal.catalog.entries import plurals
from journal.catalog.lexicon import Lexicon
from journal.phrases.read.words.lexer import plain_text

KIND_OF_WORD = {
    "site": "place",
    "kind": "kind",
    "side": "side",
    "drink": "drink",
    "relief": "tried",
    "workout": "workout",
    "question": "question",
    "pattern": "how",
    "circumstance": "when",
    "flag": "how",
    "verb": "begins a line",
}
"""Role -> how the list says it, in the order of the list."""
MOST_NAMES = 4


class ListedWord(NamedTuple):
    """`begins` is what stands in the line afterwards, `names` what else one may say for it."""

    kind: str
    begins: str
    names: tuple[str, ...]
    about: str = ""

    @property
    def note(self) -> str:
        return self.about or ", ".join(self.names[:MOST_NAMES])


def vocabulary(lexicon: Lexicon) -> list[ListedWord]:
    """The vocabulary of a diary, the user's own words among it."""
    names: dict[tuple[str, str], list[str]] = {}
    for name, senses in lexicon.senses.items():
        for sense in senses:
            names.setdefault((sense.role, sense.slug), []).append(name)
    for name, slug in lexicon.reliefs.items():
        names.setdefault(("relief", slug), []).append(name)
    listed = [_listed(role, slug, each, lexicon) for (role, slug), each in names.items() if role in KIND_OF_WORD]
    order = list(KIND_OF_WORD.values())
    return sorted(listed, key=lambda word: order.index(word.kind))


def _listed(role: str, slug: str, names: Sequence[str], lexicon: Lexicon) -> ListedWord:
    first = lexicon.name_of(role, slug)
    regular = {plural for name in names for plural in plurals(name)}
    slug_words = slug.replace("_", " ") if "_" in slug else first  # nobody says `lip mouth`
    others = tuple(name for name in names if name not in (first, slug_words) and name not in regular)
    if role == "relief":
        return ListedWord(KIND_OF_WORD[role], f"+{first}", others, f"it helped; -{first}: it did not")
    about = lexicon.questions[slug].label if role == "question" else ""
    return ListedWord(KIND_OF_WORD[role], first, others, about)


def matching(entries: Iterable[ListedWord], query: str) -> list[ListedWord]:
    """Those in which what is typed stands: first what begins with it, then what has a word that does, then the rest."""
    query = plain_text(query).strip().lower().lstrip("+-")
    ranked = [(rank, word) for word in entries if (rank := _rank(word, query)) is not None]
    return [word for _, word in sorted(ranked, key=lambda pair: pair[0])]


def _rank(word: ListedWord, query: str) -> int | None:
    texts = [word.begins.lstrip("+"), *word.names, word.kind, word.about.lower()]
    offsets = [text.find(query) for text in texts]
    if offsets[0] == 0:
        return 0
    if 0 in offsets:
        return 1
    if any(offset > 0 and text[offset - 1] == " " for text, offset in zip(texts, offsets, strict=True)):
        return 2
    return 3 if max(offsets) > 0 else None
