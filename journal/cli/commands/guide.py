"""guide: the chapters on twitches, their causes, and when to get help."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from journal.cli.output import paragraph, picture, rows, say, width
from journal.errors import Refused
from journal.guide import chapter, lookup
from journal.guide.typeset import linked_by_command, typeset
from journal.phrases.write.format_number import counted

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

HOW = "`twitch-journal guide help` says when to get help; `guide CHAPTER` opens a chapter, by its name or number."


def _completed(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    slugs = {each.slug: each.title for each in chapter.chapters() if each.slug.startswith(incomplete)}
    return [CompletionItem(slug, help=title) for slug, title in slugs.items()]


@click.command()
@click.argument("name", nargs=-1, metavar="[CHAPTER]", shell_complete=_completed)
@click.option("--search", metavar="WORDS", help="The passages that hold these words.")
@click.pass_obj
def guide(db: str | None, name: tuple[str, ...], search: str | None) -> None:
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
        slug = lookup.chapter_named(" ".join(name)).slug
        print_chapter(chapter.text(slug, _emergency(db) if slug == chapter.HELP else ""))
    else:
        print_chapter(chapter.first_page())
        rows([(str(each.order), each.slug, f"{each.title}: {each.summary}") for each in chapter.chapters()])
        say()
        paragraph(HOW)


def _emergency(db: str | None) -> str:
    """The number that the person has set; a diary that cannot be read keeps nobody from the chapter."""
    from journal import settings
    from journal.store.file import connections
    from journal.store.read import queries

    with suppress(Refused, sqlite3.Error, OSError), connections.reading(settings.diary_path(db)[0]) as connection:
        return queries.setting(connection, "emergency") or ""
    return ""


def print_chapter(markdown: str) -> None:
    """A chapter, folded to the terminal."""
    picture(typeset(linked_by_command(markdown), width()))


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
        paragraph(passage.in_words, "  ")
    say()
    say(f"{counted(len(passages), 'passage')}.")
