"""Words that are one slip of the finger away from a known one."""

from collections.abc import Container, Iterable

from journal.catalog.everyday import NEVER_SLIPS

SHORTEST_NAME = 4
"""Of fewer letters everything is a slip of everything."""


def slip_of(word: str, names: Iterable[str]) -> str | None:
    """The name of which a word is one slip away, its first letter kept; None where there is none."""
    return min(slips_of(word, names), default=None)


def slips_of(word: str, names: Iterable[str]) -> list[str]:
    """All of them, in order."""
    if word in NEVER_SLIPS or len(word) < SHORTEST_NAME - 1:
        return []
    near = (name for name in names if name[:1] == word[0] and len(name) >= SHORTEST_NAME and " " not in name)
    return sorted(name for name in near if is_one_slip(word, name))


def is_one_slip(word: str, name: str) -> bool:
    """Whether a letter was left out, added or changed, or two were exchanged."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    begin = next((index for index, pair in enumerate(zip(word, name, strict=False)) if pair[0] != pair[1]), None)
    if begin is None:
        return True
    word_end, name_end = word[begin:], name[begin:]
    return (
        word_end[1:] == name_end[1:]
        or word_end[1:] == name_end
        or word_end == name_end[1:]
        or (word_end[:2] == name_end[1::-1] and word_end[2:] == name_end[2:])
    )


Span = tuple[int, int, str]
"""Where a word begins and ends, and its text."""


def mended(spans: Iterable[Span], line: str, vocabulary: Container[str], names: list[str]) -> str | None:
    """The line with each unknown word in letters that is a slip of a name, the likeliest first, replaced by it; None
    where fewer than two are."""
    parts: list[str] = []
    end = slips = 0
    for start, stop, text in spans:
        near = slips_of(text, names) if text.isalpha() and text not in vocabulary else []
        if near:
            name = min(near, key=names.index)
            parts += [line[end:start], name]
            end, slips = stop, slips + 1
    return "".join([*parts, line[end:]]) if slips > 1 else None
