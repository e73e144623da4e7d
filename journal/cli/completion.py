"""What the Tab key can offer: the words of the catalogue and of the diary, each with what it means."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import click

from journal import settings
from journal.catalog.kinds import EPISODE_VERBS
from journal.errors import Refused
from journal.moments import WEEKDAYS
from journal.phrases.context import Context

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Candidates = Iterable[tuple[str, str]]
"""Words that can follow, each with what it means, or nothing."""
RECENT = 12
"""So many records are offered by their id."""


def offers(
    find: Callable[[sqlite3.Connection, Context, str], Candidates],
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """For `shell_complete`: the words found in the diary that begin as what is typed does."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from journal.store.file import connections
        from journal.store.read import queries

        try:
            path, _ = settings.diary_path(context.find_root().params.get("db"))
            with connections.reading(path) as connection:
                candidates = find(connection, queries.context(connection), incomplete)
                return [CompletionItem(word, help=means) for word, means in candidates if word.startswith(incomplete)]
        except Refused:  # a shell that completes has no place for a message
            return []

    return complete


def complete_line(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The words of the diary that can follow in a line, for a shell's Tab key."""
    typed = context.params.get(parameter.name or "") or ()
    if context.info_name in EPISODE_VERBS:
        typed = (context.info_name, *typed)
    return offers(partial(line_words, typed))(context, parameter, incomplete)


def line_words(before: Sequence[str], connection: sqlite3.Connection, context: Context, incomplete: str) -> Candidates:
    """How the last word of a line may end, what the person says most first, each name word by word; to a shell a name
    in one piece would be quoted text."""
    from journal.phrases import word_endings
    from journal.store.read.word_use import word_use

    names = word_endings.names(context, word_use(connection))
    typed = "".join(f"{word} " for word in before) + incomplete
    if typed:
        lines = word_endings.completions(typed, names, most=None).lines
    else:
        lines = [*word_endings.beginnings(names, len(word_endings.COMMON))]
    is_joined = "_" in incomplete
    names_of: dict[str, list[str]] = {}
    for line in lines:
        if line.lower().startswith(typed.lower().replace("_", " ")):
            ending = line[len(typed) :].rstrip().replace(" ", "_" if is_joined else " ")
            names_of.setdefault(incomplete + ending.partition(" ")[0], []).append(incomplete + ending)
    return ((word, "" if each == [word] else ", ".join(each)) for word, each in names_of.items())


def identities(connection: sqlite3.Connection, context: Context, incomplete: str) -> Candidates:
    """`last`, the records written last, and behind a day and a colon what was answered then."""
    from journal.requests import day_or_none
    from journal.store.history import step_summary
    from journal.store.read import queries, record_lookup

    day, colon, _ = incomplete.rpartition(":")
    if colon:
        date = day_or_none(day, context.clock)
        answers = queries.records(connection, "answer", "day = ?", (date.isoformat(),)) if date else []
        notes = queries.records(connection, "day_note", "day = ?", (date.isoformat(),)) if date else []
        for record in (*answers, *notes):
            name = getattr(record, "question", "note")
            yield f"{day}:{name}", step_summary.record_line(record, context.lexicon, context.clock)
        return
    yield "last", "the record that was written last"
    for number, named in enumerate(record_lookup.newest(connection)):
        if number == RECENT:
            return
        line = step_summary.record_line(named.record, context.lexicon, context.clock)
        yield queries.known_as(connection, named.record), line


def days(connection: sqlite3.Connection, context: Context, incomplete: str) -> Candidates:
    """The days of a week, newest first."""
    yield from (("today", ""), ("yesterday", ""))
    for back in range(2, 7):
        day = context.clock.today - timedelta(days=back)
        yield WEEKDAYS[day.weekday()], day.isoformat()


def questions(connection: sqlite3.Connection, context: Context, incomplete: str) -> Candidates:
    """Every question, as a line says it."""
    from journal.store.read.question_states import all_questions

    name_of = context.lexicon.name_of
    return (
        (name_of("question", question.slug), f"{question.label} ({question.state})")
        for question in all_questions(connection)
    )


def sites(connection: sqlite3.Connection, context: Context, incomplete: str) -> Candidates:
    """Every site, as a line says it."""
    return ((name, "") for (role, _), name in sorted(context.lexicon.spoken_names.items()) if role == "site")


def digits(connection: sqlite3.Connection, context: Context, incomplete: str) -> Candidates:
    """The digits that can be templates, each with what it means."""
    return ((digit, context.templates.get(digit, "")) for digit in "123456789")


def setting_names(connection: sqlite3.Connection, context: Context, incomplete: str) -> Candidates:
    """The settings of the diary."""
    from journal.store.diary_settings import SETTINGS

    return ((setting.key.replace("_", " "), setting.means) for setting in SETTINGS)


def sign_names(connection: sqlite3.Connection, context: Context, incomplete: str) -> Candidates:
    """Every sign, by its slug."""
    from journal.catalog.signs import SIGNS

    return ((sign.slug, sign.brief) for sign in SIGNS)


def profile_keys(connection: sqlite3.Connection, context: Context, incomplete: str) -> Candidates:
    """The lines about the person."""
    from journal.store.about_me import LINES, QUESTIONS

    return (*((line.label.lower(), line.example) for line in LINES), (QUESTIONS, "for the doctor; `ask` adds one"))
