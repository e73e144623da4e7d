"""Which chapter is meant, and what a search finds."""

import re

import pytest

from journal.charts.styled_text import coloured, text_of
from journal.errors import Refused
from journal.guide.chapter import chapters
from journal.guide.lookup import chapter_named, passages
from journal.guide.typeset import line_of, linked_by_command, linked_by_title, typeset


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
        ("99", "there is no chapter “99”; `guide` lists them, and `guide --search` finds words in them"),
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
    assert found[0].in_words.startswith("Magnesium · With a kidney disease ask before taking it")
    assert [passage.chapter.slug for passage in passages("coffee")] == ["causes", "judging"]
    for query in ("coffee", "magnesium", "eyelid", "twitch"):
        for passage in passages(query):
            assert passage.heading != "Sources"
            assert not re.search(r"[|`*]|\[\d", passage.in_words), passage.in_words
    assert not list(passages("agnesium"))
    assert not list(passages(" "))


@pytest.mark.parametrize("columns", [40, 80])
def test_a_page_fits_the_terminal_and_shows_no_signs_of_its_markup(columns: int) -> None:
    for each in chapters():
        for link in (linked_by_command, linked_by_title):
            for line in map(text_of, typeset(link(each.text), columns)):
                assert len(line) <= columns
                assert not re.search(r"\*\*|\.md\)|^#|^> |\|-", line)


def test_a_page_sets_off_headings_strong_words_and_boxes() -> None:
    page = "## Now\n\nCall **even if it\ngoes away**: [When](doctor.md).\n\n> Today:\n>\n> - tea\n>   or cola\n"
    assert [coloured(line) for line in typeset(linked_by_command(page), 24)] == [
        "\x1b[1mNow\x1b[0m",
        "",
        "Call \x1b[1meven if it goes\x1b[0m",
        "\x1b[1maway\x1b[0m: When (`guide",
        "doctor`).",
        "",
        "| Today:",
        "|",
        "| - tea or cola",
        "",
    ]


def test_a_table_that_is_too_wide_is_a_list() -> None:
    table = "| ratio | 60 days | 90 days |\n|--:|--:|--:|\n| 1.3 | 4 % | **6 %** |"
    assert [*map(text_of, typeset(table, 40))] == ["ratio  60 days  90 days", "1.3    4 %      6 %", ""]
    assert [*map(text_of, typeset(table, 20))] == ["- ratio 1.3: 60 days", "  4 %, 90 days 6 %", ""]


def test_the_last_word_of_a_paragraph_is_not_where_a_heading_or_a_passage_begins() -> None:
    lines = [*typeset("Twitches come in good weeks and in bad ones\n\n## What is drawn\n\nmany of the\ntwitches.", 20)]
    assert line_of("What brings them on", lines) == 0
    assert line_of("How this is judged", lines, "Twitches come in good weeks and in bad ones") == 0
