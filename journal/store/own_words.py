"""Words of the person's own under another name, corrected, or taken away: what was logged of them follows, in one step.

A built-in word keeps its name. One that was used is not taken away: what was logged would lose what it says.
"""

import re
import sqlite3
from collections.abc import Mapping
from typing import Any

from journal.catalog.entries import plurals
from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.questions import Question
from journal.errors import Refused
from journal.phrases.context import Context
from journal.phrases.read.words.lexer import clean
from journal.phrases.write.format_number import counted
from journal.store import vocabulary
from journal.store.file.diary_file import DiaryPath
from journal.store.read import queries
from journal.store.read.question_states import own_questions
from journal.store.write import transaction

RECORDS = {
    "site": ("episode", "site", "episode"),
    "drink": ("drink", "name", "drink"),
    "relief": ("relief", "name", "episode"),
    "workout": ("workout", "kind", "workout"),
}
"""Kind of a term -> the table and column that name it, and what one such record is called."""
JUDGED = {"guess": ("first", "second"), "verdict": ("habit",)}
"""Tables that name a question beside its answers; what hangs on them follows by itself."""
BESIDE = ("adjusted_for", "not_separable_from")
"""Columns of `verdict` that name several habits, with spaces between them."""


# ---- terms --------------------------------------------------------------------------------------------------


def edit_term(
    where: DiaryPath, kind: str, name: str, new_name: str | None = None, changes: Mapping[str, Any] | None = None
) -> tuple[Term, int]:
    """A term under another name, or with another parent, size or contents; and how many records follow the name.

    What was logged keeps the amounts it had; templates say the new name.
    """
    with vocabulary.own_step(where) as (connection, context):
        term = _own_term(connection, context, kind, name)
        changed = _changed_term(connection, context, term, changes or {})
        return (changed, 0) if new_name is None else _renamed_term(connection, context, changed, new_name)


def _renamed_term(connection: sqlite3.Connection, context: Context, term: Term, new_name: str) -> tuple[Term, int]:
    new_label = vocabulary.shown_name(new_name)
    others = [other for other in vocabulary.terms(connection) if (other.kind, other.slug) != (term.kind, term.slug)]
    without = context._replace(lexicon=Lexicon(others, own_questions(connection)))
    slug = vocabulary.check_name(new_name, without, plural=True)
    renamed = term._replace(slug=slug, name=None if new_label == slug.replace("_", " ") else new_label)
    if renamed == term:
        return term, 0
    table, column, _ = RECORDS[term.kind]
    follow = 0
    if slug != term.slug:
        follow = _rename_rows(connection, table, column, term.slug, slug)
        if term.kind == "site":
            connection.execute("UPDATE term SET parent = ? WHERE parent = ?", (slug, term.slug))
        _rename_in_templates(connection, term.slug, slug)
    values = {"slug": slug, "name": renamed.name}
    transaction.update(connection, "term", {"kind": term.kind, "slug": term.slug}, values)
    return renamed, follow


def _changed_term(connection: sqlite3.Connection, context: Context, term: Term, changes: Mapping[str, Any]) -> Term:
    values = dict(changes)
    if values.get("parent"):
        values["parent"] = vocabulary.site_slug(values["parent"], context)
        if term.slug in _lineage(values["parent"], context.lexicon):
            raise Refused(f"“{term.label}” cannot lie in itself; choose another site")
    changed = term._replace(**values)
    if changed != term:
        transaction.update(connection, "term", {"kind": term.kind, "slug": term.slug}, values)
    return changed


def remove_term(where: DiaryPath, kind: str, name: str) -> Term:
    """A term taken away; refused where a record or another word needs it."""
    with vocabulary.own_step(where) as (connection, context):
        term = _own_term(connection, context, kind, name)
        table, column, noun = RECORDS[kind]
        used = _count(connection, table, column, term.slug)
        if used:
            raise Refused(f"“{term.label}” stands in {counted(used, noun)} and stays; it can be renamed")
        children = _count(connection, "term", "parent", term.slug)
        if children:
            raise Refused(f"{counted(children, 'word')} of your own lies in “{term.label}”, so it stays")
        _refuse_in_template(connection, term.slug)
        transaction.delete(connection, "term", {"kind": kind, "slug": term.slug})
        return term


def _own_term(connection: sqlite3.Connection, context: Context, kind: str, name: str) -> Term:
    spaced = vocabulary.spaced_name(name)
    slug = context.lexicon.slug_of(kind, spaced) if kind != "relief" else context.lexicon.reliefs.get(spaced)
    slug = slug or spaced.replace(" ", "_")
    terms = vocabulary.terms(connection, kind)
    term = next((term for term in terms if term.slug == slug or term.label.lower() == spaced), None)
    if term is None:
        if (kind, slug) in context.lexicon.spoken_names:
            raise Refused(f"“{name}” is built in and stays as it is; only words of your own can be changed")
        raise Refused(f"there is no {kind} “{name}” of your own; `term list {kind}` lists them")
    return term


def _lineage(site: str, lexicon: Lexicon) -> list[str]:
    lineage = [site]
    while (parent := lexicon.parents.get(lineage[-1])) and parent not in lineage:
        lineage.append(parent)
    return lineage


# ---- questions ----------------------------------------------------------------------------------------------


def edit_question(
    where: DiaryPath, name: str, new_name: str | None = None, changes: Mapping[str, Any] | None = None
) -> tuple[Question, int]:
    """A question under another name, or with another label, unit, range, ends or time of day; and how many answers it
    has, which keep their numbers. It is asked by its new name where it was asked by its old one."""
    with vocabulary.own_step(where) as (connection, context):
        question = _own_question(connection, context, name)
        answers = _count(connection, "answer", "question", question.slug)
        changed = _changed_question(connection, question, changes or {})
        if new_name is not None:
            changed = _renamed_question(connection, context, changed, new_name)
        return changed, answers


def _renamed_question(connection: sqlite3.Connection, context: Context, question: Question, new_name: str) -> Question:
    others = [other for other in own_questions(connection) if other.slug != question.slug]
    lexicon = Lexicon(vocabulary.terms(connection), others)
    slug = vocabulary.check_name(new_name, context._replace(lexicon=lexicon))
    is_named_so = vocabulary.spaced_name(question.label) == question.slug.replace("_", " ")
    renamed = question._replace(slug=slug, label=vocabulary.shown_name(new_name) if is_named_so else question.label)
    if slug != question.slug:
        for table, columns in JUDGED.items():
            for column in columns:
                _rename_rows(connection, table, column, question.slug, slug)
        _rename_beside(connection, question.slug, slug)
        _rename_in_templates(connection, question.slug, slug)
    if renamed != question:
        values = {"slug": slug, "label": renamed.label}
        transaction.update(connection, "question", {"slug": question.slug}, values)  # its answers follow
    return renamed


def _changed_question(connection: sqlite3.Connection, question: Question, changes: Mapping[str, Any]) -> Question:
    texts = {"label": "the label", "unit": "the unit", "low_means": "an end", "high_means": "an end"}
    values: dict[str, Any] = {
        field: vocabulary.short_text(texts[field], value) if field in texts else value
        for field, value in changes.items()
    }
    if values.get("label", "") is None:
        raise Refused("a question needs a label; leave it as it is, or say another one")
    changed = question._replace(**values)
    vocabulary.check_range(changed)
    (outside,) = connection.execute(
        "SELECT count(*) FROM answer WHERE question = ? AND NOT (value >= ? AND (? IS NULL OR value <= ?))",
        (question.slug, changed.lowest, changed.highest, changed.highest),
    ).fetchone()
    if outside:
        raise Refused(f"{counted(outside, 'answer')} would lie outside; nothing was changed")
    if changed.unit is None:
        (broken,) = connection.execute(
            "SELECT count(*) FROM answer WHERE question = ? AND value <> round(value)", (question.slug,)
        ).fetchone()
        if broken:
            raise Refused(f"{counted(broken, 'answer')} is no whole number, which a scale needs; say a unit")
    if changed != question:
        transaction.update(connection, "question", {"slug": question.slug}, values)
    return changed


def remove_question(where: DiaryPath, name: str) -> Question:
    """A question taken away; refused where it was answered or judged."""
    with vocabulary.own_step(where) as (connection, context):
        question = _own_question(connection, context, name)
        answers = _count(connection, "answer", "question", question.slug)
        if answers:
            raise Refused(
                f"“{question.label}” has {counted(answers, 'answer')} and stays; it can be renamed, or asked no more"
            )
        if any(
            _count(connection, table, column, question.slug) for table, columns in JUDGED.items() for column in columns
        ):
            raise Refused(f"“{question.label}” was judged or guessed and stays; it can be asked no more")
        _refuse_in_template(connection, question.slug)
        transaction.delete(connection, "question", {"slug": question.slug})
        return question


def _own_question(connection: sqlite3.Connection, context: Context, name: str) -> Question:
    question = vocabulary.find_question(connection, name, context.lexicon)
    if question.built_in:
        raise Refused(f"“{question.label}” is built in and stays as it is; it can be asked or not")
    return question


# ---- rows ---------------------------------------------------------------------------------------------------


def _count(connection: sqlite3.Connection, table: str, column: str, slug: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", (slug,)).fetchone()
    return int(row[0])


def _rename_rows(connection: sqlite3.Connection, table: str, column: str, slug: str, new_slug: str) -> int:
    if table == "relief" and _count(connection, table, column, new_slug):
        raise Refused(f"episodes say “{new_slug.replace('_', ' ')}” already; choose another name")
    return connection.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (new_slug, slug)).rowcount


def _rename_beside(connection: sqlite3.Connection, slug: str, new_slug: str) -> None:
    for column in BESIDE:
        rows = connection.execute(
            f"SELECT look, habit, {column} FROM verdict WHERE instr(' ' || {column} || ' ', ?)", (f" {slug} ",)
        ).fetchall()
        for look, habit, slugs in rows:
            renamed = " ".join(new_slug if each == slug else each for each in slugs.split())
            transaction.update(connection, "verdict", {"look": look, "habit": habit}, {column: renamed})


def _name_pattern(slug: str) -> "re.Pattern[str]":
    """A name and its plural in a line, with spaces or `_`."""
    spaced = slug.replace("_", " ")
    forms = sorted((spaced, *plurals(spaced)), key=len, reverse=True)
    names = "|".join(r"[\s_]+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<![\w'-])(?:{names})(?![\w'-])", re.IGNORECASE)


def _rename_in_templates(connection: sqlite3.Connection, slug: str, new_slug: str) -> None:
    spoken, pattern = new_slug.replace("_", " "), _name_pattern(slug)
    for key, phrase in queries.templates(connection).items():
        said_so = '"'.join(
            part if index % 2 else pattern.sub(lambda _: spoken, part) for index, part in enumerate(phrase.split('"'))
        )
        if said_so != phrase:
            transaction.update(connection, "template", {"key": key}, {"phrase": said_so})


def _refuse_in_template(connection: sqlite3.Connection, slug: str) -> None:
    pattern = _name_pattern(slug)
    for key, phrase in queries.templates(connection).items():
        if pattern.search(clean(phrase)):
            raise Refused(f"the template {key} says “{phrase}”; change that first")
