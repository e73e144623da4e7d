"""guide: the chapters on twitches, their causes, and when to get help."""

import click

from journal.charts.styled_text import Line, StyledSpan
from journal.cli.output import paragraph, picture, rows, say, width
from journal.errors import Refused
from journal.guide import chapter, lookup
from journal.guide.typeset import TypesetLine, typeset
from journal.phrases.write.format_number import counted

HOW = "`twitch-journal guide help` says when to get help; `guide CHAPTER` opens a chapter, by its name or number."


@click.command()
@click.argument("name", nargs=-1, metavar="[CHAPTER]")
@click.option("--search", metavar="WORDS", help="The passages that hold these words.")
def guide(name: tuple[str, ...], search: str | None) -> None:
    """What twitches are, what is known of their causes, and when to see a doctor.

    Without a chapter it lists them. A chapter is named by its number, its short name, its title, or by the beginning of
    either.

    \b
    Examples:
      twitch-journal guide
      twitch-journal guide help
      twitch-journal guide when to see a doctor
      twitch-journal guide --search magnesium
    """
    if search is not None:
        if name:
            raise Refused("--search looks through all chapters; leave the chapter out")
        _search(search)
    elif name:
        chosen = lookup.chapter_named(" ".join(name))
        _print(chosen.text)
    else:
        _print(chapter.first_page())
        rows([(str(each.order), each.slug, f"{each.title}: {each.summary}") for each in chapter.chapters()])
        say()
        paragraph(HOW)


def _print(markdown: str) -> None:
    picture(_with_ink(line) for line in typeset(markdown, width()))


def _with_ink(line: TypesetLine) -> Line:
    spans, offset = [], 0
    for begin, end in line.bold:
        spans += [StyledSpan(line.text[offset:begin]), StyledSpan(line.text[begin:end], "bold")]
        offset = end
    return (*spans, StyledSpan(line.text[offset:]))


def _search(query: str) -> None:
    if not query.strip():
        raise Refused("say after --search what to look for, such as --search magnesium")
    passages = list(lookup.passages(query))
    if not passages:
        paragraph(f"The guide does not speak of “{query}”.")
        return
    last = ""
    for passage in passages:
        if passage.chapter.slug != last:
            say()
            say(f"{passage.chapter.title} (guide {passage.chapter.slug})", bold=True)
            last = passage.chapter.slug
        paragraph(passage.text, "  ")
    say()
    say(f"{counted(len(passages), 'passage')}.")
