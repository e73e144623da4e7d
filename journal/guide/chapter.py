"""A chapter of the guide: what stands above its text, and the text with its sources."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
FIRST_PAGE = "index"
"""The chapter that is shown above the contents, and is none of them."""
HELP = "help"
"""The chapter that is one key away from everywhere."""
NUMBERS = "It is 112 in Europe"
"""How the paragraph begins that names the emergency numbers of countries."""
NOT_NEEDED = "not needed"
NO_SOURCE = re.compile(r" ?\[\*\]")
"""The mark of what is this program's own advice, or describes the program; readers do not see it."""
LINK = re.compile(r"\[([^\]]+)\]\((\w+)\.md\)")
"""A link to another chapter: its text, and the slug of that chapter."""


class Chapter(NamedTuple):
    """A Markdown file of this folder.

    `date` is when it was written or revised; `clinician_review` is `no`, `not needed`, or who read it and when;
    `sources` are those that its marks [1], [2] ... stand for, in this order, each with the date on which it was read.
    """

    slug: str
    title: str
    summary: str
    order: int
    date: str
    clinician_review: str
    sources: tuple[str, ...]
    body: str

    @property
    def text(self) -> str:
        """The chapter as it is read, in Markdown: without the marks of what has no source, its sources at the end."""
        body = NO_SOURCE.sub("", self.body)
        if not self.sources:
            return body
        return f"{body}\n## Sources\n\n" + "".join(f"{n}. {source}.\n" for n, source in enumerate(self.sources, 1))

    @property
    def links(self) -> list[str]:
        """The slugs of the chapters that it leads to, each once, in the order of the text."""
        return list(dict.fromkeys(match[2] for match in LINK.finditer(self.body)))


def text(slug: str, emergency: str = "") -> str:
    """A chapter as it is read. The number to call that the person has set takes the place of those of countries."""
    markdown = chapter(slug).text
    if not emergency or slug != HELP:
        return markdown
    before, _, after = markdown.partition(NUMBERS)
    return before + f"It is **{emergency}**, the number that you have set." + "".join(after.partition("\n\n")[1:])


@cache
def chapter(slug: str) -> Chapter:
    _, head, body = (FOLDER / f"{slug}.md").read_text("utf-8").split("---\n", 2)
    fields, sources = {}, []
    for line in head.splitlines():
        name, _, value = line.partition(": ")
        if name.strip().isdecimal():
            sources.append(value)
        else:
            fields[name.rstrip(":")] = value
    return Chapter(
        slug,
        fields["title"],
        fields["summary"],
        int(fields["order"]),
        fields["date"],
        fields["clinician_review"],
        tuple(sources),
        body.lstrip("\n"),
    )


@cache
def chapters() -> tuple[Chapter, ...]:
    """All chapters, in the order of the contents."""
    slugs = (path.stem for path in FOLDER.glob("*.md") if path.stem != FIRST_PAGE)
    return tuple(sorted(map(chapter, slugs), key=lambda each: each.order))


def first_page() -> str:
    """What stands above the contents, in Markdown, with a sentence that says who has read the chapters."""
    to_review = [each for each in chapters() if each.clinician_review != NOT_NEEDED]
    waiting = [each for each in to_review if each.clinician_review == "no"]
    if len(waiting) == len(to_review):
        review = f"**No clinician has reviewed it yet**; {len(to_review)} of its {len(chapters())} chapters should be."
    elif waiting:
        review = "**Not yet reviewed by a clinician**: " + ", ".join(each.title for each in waiting) + "."
    else:
        review = "Reviewed by a clinician: " + ", ".join(sorted({each.clinician_review for each in to_review})) + "."
    title, _, about = chapter(FIRST_PAGE).text.partition("\n\n")
    return f"{title}\n\n{review}\n\n{about}"
