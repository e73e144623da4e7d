"""Which chapter is meant, and which passages hold some words."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from journal.errors import Refused
from journal.guide.chapter import LINK, Chapter, chapters

CONTENTS = "`guide` lists them"
SOURCES = "Sources"
_MARKS = re.compile(r"(?: \[\d+\])+$")


class Passage(NamedTuple):
    """A paragraph, or an entry of a list, that holds what was searched for; `heading` is what it stands under, and
    `leads` tells whether only with that it holds it."""

    chapter: Chapter
    heading: str
    text: str
    leads: bool

    @property
    def in_words(self) -> str:
        """As it is listed: its text without the numbers of its sources, behind its heading if that leads to it."""
        text = _MARKS.sub("", self.text)
        return f"{self.heading} · {text}" if self.leads else text


def chapter_named(name: str) -> Chapter:
    """The chapter that is meant: by its number, its short name, its title, or a beginning that only one has."""
    plain = _plain(name)
    by_name: dict[str, Chapter] = {}
    for each in chapters():
        by_name |= {each.slug: each, _plain(each.title): each, str(each.order): each}
    if plain in by_name:
        return by_name[plain]
    begun = {each for title, each in by_name.items() if plain and not title.isdecimal() and title.startswith(plain)}
    if len(begun) == 1:
        return begun.pop()
    if begun:
        slugs = ", ".join(f"`{each.slug}`" for each in sorted(begun, key=lambda each: each.order))
        raise Refused(f"“{name}” is the beginning of more than one chapter: say one of {slugs}")
    near = [] if plain.isdecimal() else get_close_matches(plain, by_name, n=1, cutoff=0.6)
    if near:
        raise Refused(f"there is no chapter “{name}”; did you mean `{by_name[near[0]].slug}`? {CONTENTS}")
    raise Refused(f"there is no chapter “{name}”; {CONTENTS}, and `guide --search` finds words in them")


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))


def passages(query: str) -> Iterator[Passage]:
    """Every passage in which a word begins as each word of the query does; what it stands under counts for it. Tables
    and lists of sources are to be read in their chapters."""
    beginnings = _plain(query).split()
    for each in chapters():
        heading = ""
        for block in re.split(r"\n(?:> ?)?\s*\n|\n(?=(?:> )?- |\d\d?\. |#)", each.text):
            line = prose(block)
            if block.startswith("#"):
                heading = line
            if heading == SOURCES or block.lstrip().startswith("|"):
                continue
            if beginnings and _holds(f"{each.title} {heading} {line}", beginnings) and line not in ("", heading):
                leads = heading != each.title and not _holds(f"{each.title} {line}", beginnings)
                yield Passage(each, heading, line, leads)


def _holds(line: str, beginnings: list[str]) -> bool:
    plain = " " + _plain(line)
    return all(f" {beginning}" in plain for beginning in beginnings)


def prose(block: str) -> str:
    """A block of Markdown as one line of plain text."""
    line = re.sub(r"^(?:> )?(?:(?:#+|-|\d+\.) )?", "", block.strip()).replace("\n> ", " ")
    return " ".join(LINK.sub(r"\1", line).replace("*", "").replace("`", "").split())
