"""Which chapter is meant, and what a search finds."""

import pytest

from journal.errors import Refused
from journal.guide.chapter import chapters
from journal.guide.lookup import chapter_named, passages
from journal.guide.typeset import typeset


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("help", "help"),
        ("1", "help"),
        ("13", "reading"),
        ("When to get help", "help"),
        ("when to see", "doctor"),
        ("IS IT SOMETHING SERIOUS?", "serious"),
        ("caus", "causes"),
    ],
)
def test_a_chapter_is_named_by_number_short_name_title_or_beginning(name: str, slug: str) -> None:
    assert chapter_named(name).slug == slug


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("when", "“when” is the beginning of more than one chapter: say one of `help`, `doctor`"),
        ("docter", "there is no chapter “docter”; did you mean `doctor`? `guide` lists them"),
        ("xyzzy", "there is no chapter “xyzzy”; `guide` lists them, and `guide --search` finds words in them"),
        ("14", "there is no chapter “14”"),
        ("  ", "there is no chapter"),
    ],
)
def test_what_names_no_chapter_is_refused_with_what_is_near(name: str, refusal: str) -> None:
    with pytest.raises(Refused) as refused:
        chapter_named(name)
    assert str(refused.value).startswith(refusal)


def test_a_search_finds_passages_by_the_beginnings_of_their_words() -> None:
    found = list(passages("magnes kidney"))
    assert [(passage.chapter.slug, passage.heading) for passage in found] == [("ease", "Magnesium")]
    assert found[0].text.startswith("With a kidney disease ask before taking it")
    assert not list(passages("agnesium"))
    assert not list(passages(" "))


@pytest.mark.parametrize("columns", [40, 80])
def test_a_page_fits_the_terminal_and_shows_no_signs_of_its_markup(columns: int) -> None:
    for each in chapters():
        for line in typeset(each.text, columns):
            is_table = each.slug == "judging"
            assert len(line.text) <= columns or is_table, line
            assert "**" not in line.text
            assert ".md)" not in line.text
            assert all(0 <= begin < end <= len(line.text) for begin, end in line.bold)


def test_a_page_sets_off_headings_strong_words_and_boxes() -> None:
    page = "## Now\n\nCall **even if it\ngoes away**: [When](doctor.md).\n\n> Today:\n>\n> - tea\n>   or cola\n"
    assert [(line.text, line.bold) for line in typeset(page, 24)] == [
        ("Now", ((0, 3),)),
        ("", ()),
        ("Call even if it goes", ((5, 20),)),
        ("away: When (`guide", ((0, 4),)),
        ("doctor`).", ()),
        ("", ()),
        ("| Today:", ()),
        ("|", ()),
        ("| - tea or cola", ()),
        ("", ()),
    ]
