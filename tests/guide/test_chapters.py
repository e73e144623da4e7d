"""What the chapters claim has a source; what must not be said alone is not; links lead somewhere."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from journal import guide
from journal.catalog import alarm
from journal.guide import chapter
from journal.guide.chapter import FIRST_PAGE, FOLDER, Chapter, chapters
from tests.disease_names import disease_names
from tests.house.code import modules

ALL = [chapter.chapter(FIRST_PAGE), *chapters()]
WITH_SOURCES_IN_ITS_TEXT = {"judging"}
"""Chapters about the program, which name their sources themselves."""
MARKS = re.compile(r"(?: \[(?:\d+|\*)\])+$")
LEADS_TO_A_LIST = re.compile(r"(?:\w+ ?){1,5}:")
READ = re.compile(r"(read |, )(2026-\d\d-\d\d|November 2026)$")
PERSISTENCE = re.compile(r"persist|still (?:had )?twitch|98 (?:%|of)|93 (?:%|of)")
BELONGS_TO_PERSISTENCE = ("half", "improved", "few", "worsened", "none", "examined first")


def claims(each: Chapter) -> Iterator[str]:
    """Each paragraph and each entry of a list, on one line."""
    for block in re.split(r"\n\s*\n|\n(?=(?:> )?- |\d\d?\. )", each.body):
        line = " ".join(block.replace("\n> ", " ").removeprefix("> ").split())
        if line and line != ">" and not line.startswith("#") and not LEADS_TO_A_LIST.fullmatch(line):
            yield line.removesuffix(" >")


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.slug)
def test_every_claim_has_a_source_and_every_source_a_claim(each: Chapter) -> None:
    if each.slug in WITH_SOURCES_IN_ITS_TEXT:
        assert "\n## Sources\n" in each.body
        return
    used = set()
    for claim in claims(each):
        marks = MARKS.search(claim)
        assert marks, f"without a source: {claim}"
        numbers = set(re.findall(r"\d+|\*", marks[0]))
        if numbers == {"*"}:
            assert not re.search(r"%|\bstud(y|ies)\b|\d of \d", claim) or "found no" in claim, f"no advice: {claim}"
        used |= numbers
    assert used - {"*"} == {str(number) for number in range(1, len(each.sources) + 1)}
    for source in each.sources:
        assert READ.search(source), f"when was it read? {source}"


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.slug)
def test_a_chapter_says_what_it_is_when_it_was_written_and_who_reviewed_it(each: Chapter) -> None:
    assert each.body.startswith(f"# {each.title}\n")
    assert each.summary
    date.fromisoformat(each.date)
    assert each.clinician_review in ("no", "not needed") or re.search(r"20\d\d", each.clinician_review)
    assert "[*]" not in each.text
    assert ("## Sources" in each.text) == bool(each.sources or each.slug in WITH_SOURCES_IN_ITS_TEXT)


def test_the_contents_number_the_chapters_and_begin_with_help() -> None:
    assert [each.order for each in chapters()] == list(range(1, len(chapters()) + 1))
    assert chapters()[0].slug == chapter.HELP
    assert {path.name for path in FOLDER.glob("*.md")} == set(re.findall(r"\w+\.md", guide.__doc__ or ""))


def test_links_lead_to_chapters_and_only_the_contents_to_the_illness_that_people_fear() -> None:
    slugs = {each.slug for each in chapters()}
    for each in ALL:
        assert len(re.findall(r"\]\(", each.body)) == len(chapter.LINK.findall(each.body)), each.slug
        assert set(each.links) <= slugs - {"serious", each.slug}, each.slug
        assert len(each.links) < 10, "a digit leads to each link"


def test_a_share_of_one_person_is_never_said_without_that_person() -> None:
    for each in chapters():
        for claim in claims(each):
            if "5 %" in claim and each.slug not in WITH_SOURCES_IN_ITS_TEXT:
                assert "one person of twenty, who did not have twitching alone" in claim


def test_that_twitches_persist_is_never_said_alone() -> None:
    of_twitches = [each for each in chapters() if each.slug not in WITH_SOURCES_IN_ITS_TEXT]
    lasting = [claim for each in of_twitches for claim in claims(each) if PERSISTENCE.search(claim)]
    assert lasting
    for claim in lasting:
        assert all(part in claim for part in BELONGS_TO_PERSISTENCE), claim


def test_the_first_page_says_once_that_it_is_for_adults_and_that_no_clinician_has_read_it() -> None:
    page = chapter.first_page()
    assert "No clinician has reviewed it yet" in page
    assert len(re.findall(r"\b[Ff]or adults\b", "".join([page, *(each.text for each in chapters())]))) == 1


def test_nothing_but_the_guide_names_an_illness() -> None:
    """Neither in what it shows nor in what it says of itself; the rooms and commands are walked through elsewhere.
    Words of alarm are what a user types, to be led to the guide."""
    for path in set(modules("journal")) - {Path(alarm.__file__)}:
        code = re.sub(r"stroke(-\w+)?=", "", path.read_text("utf-8"))
        assert not disease_names(code), path
