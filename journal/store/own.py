"""The user's own words: questions, sites, drinks, reliefs, workouts, templates, and the settings of the diary."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from journal import moments
from journal.catalog.questions import QUESTIONS, Question
from journal.catalog.units import UNITS
from journal.catalog.words import Term, Words
from journal.phrases import amounts
from journal.phrases.context import Context
from journal.phrases.reading import read
from journal.phrases.tokens import clean
from journal.phrases.when import MONTH_WORDS, TIME_WORDS
from journal.refusal import Refused
from journal.store import reading, writing
from journal.store.file import Where

STATES = {"on": "on", "off": "off", "hide": "hidden"}
"""The command -> the state of a question."""
HAPPENS = ("night", "morning", "afternoon", "evening", "day")
TERM_KINDS = ("site", "drink", "relief", "workout")
GRAMMAR = ("not", "tried", "total", "times", "to", "of", "ago", "last", "day", "days", "yes", "x")
BUILT_IN = {question.slug for question in QUESTIONS}


class Setting(NamedTuple):
    """A setting of the diary: its values and the one that holds until another is chosen."""

    key: str
    values: tuple[str, ...]
    default: str
    means: str


SETTINGS = (
    Setting(
        "day_starts",
        tuple(str(hour) for hour in range(13)),
        "4",
        "the hour at which a diary day begins; days stored already stay as they are",
    ),
    Setting("units", ("ml", "oz"), "ml", "the unit in which volumes are said back"),
)


@contextmanager
def _step(where: Where) -> Iterator[tuple[sqlite3.Connection, Context]]:
    with writing.step(where, "edit", moments.instant_text(moments.here().now)) as connection:
        yield connection, reading.context(connection)


# ---- names --------------------------------------------------------------------------------------------------


def check_name(name: str, words: Words) -> str:
    """The slug of a new name; refuses what is a word of the grammar or could be read as something else."""
    spaced = " ".join(clean(name).lower().replace("_", " ").split())
    if not spaced or not all(letter.isalnum() or letter in " '-" for letter in spaced) or not spaced[0].isalpha():
        raise Refused(f"“{name}” cannot be a name; it begins with a letter and holds letters, digits and spaces")
    if len(spaced) > 40:
        raise Refused(f"“{name}” is too long for a name; up to 40 letters")
    taken = spaced in words.senses or spaced in words.no or spaced in words.tried
    reserved = (*GRAMMAR, *TIME_WORDS, *MONTH_WORDS, *UNITS)
    if taken or any(part in reserved for part in spaced.split()) or _is_amount(spaced):
        raise Refused(
            f"“{name}” is a word of the diary already, or is read as a time or an amount; choose another name"
        )
    return spaced.replace(" ", "_")


def _is_amount(name: str) -> bool:
    digits = name.removeprefix("x")
    return digits != name and amounts.whole_number(digits) is not None


# ---- questions ----------------------------------------------------------------------------------------------


def add_question(where: Where, question: Question) -> Question:
    """A habit of the user's own, on in the check-in at once. Its place is the last; returns it as stored."""
    with _step(where) as (connection, context):
        if question.slug in context.words.questions:
            raise Refused(f"there is a question “{question.slug}” already; `question on {question.slug}` asks it")
        slug = check_name(question.slug, context.words)
        if not slug.replace("_", "").isascii() or not all(letter.isalnum() or letter == "_" for letter in slug):
            raise Refused(f"“{question.slug}” cannot be the name of a question; use the letters a-z, digits and _")
        if question.highest is not None and question.highest <= question.lowest:
            raise Refused(f"the highest value has to be more than {question.lowest:g}, not {question.highest:g}")
        place = connection.execute("SELECT max(place) + 1 FROM question").fetchone()[0]
        stored = question._replace(slug=slug, place=place, built_in=False)
        fields = (
            "slug",
            "label",
            "unit",
            "lowest",
            "highest",
            "low_means",
            "high_means",
            "state",
            "place",
            "happens",
            "role",
        )
        writing.insert(connection, "question", {field: getattr(stored, field) for field in fields} | {"built_in": 0})
        return stored


def find_question(connection: sqlite3.Connection, name: str, words: Words) -> Question:
    spaced = " ".join(name.lower().replace("_", " ").split())
    slug = words.no.get(spaced, spaced.replace(" ", "_"))
    found = next((question for question in reading.questions(connection) if question.slug == slug), None)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(slug, list(words.questions), n=2)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; `question list` names them"
        raise Refused(f"there is no question “{name}”{hint}")
    return found


def set_question(where: Where, name: str, state: str) -> Question:
    """A question on, off or hidden; what was answered stays."""
    with _step(where) as (connection, context):
        question = find_question(connection, name, context.words)
        writing.update(connection, "question", {"slug": question.slug}, {"state": state})
        return question._replace(state=state)


def order_questions(where: Where, slugs: list[str]) -> None:
    """The questions in this order; those not named come after them as they were."""
    with _step(where) as (connection, _):
        rest = [question.slug for question in reading.questions(connection) if question.slug not in slugs]
        for place, slug in enumerate([*slugs, *rest], 1):
            connection.execute("UPDATE question SET place = ? WHERE slug = ? AND place <> ?", (place, slug, place))


# ---- terms --------------------------------------------------------------------------------------------------


def add_term(where: Where, term: Term) -> Term:
    """A site, drink, relief or workout of the user's own, a word of the grammar at once."""
    with _step(where) as (connection, context):
        slug = check_name(term.slug, context.words)
        parent = None
        if term.parent:
            parent = context.words.slug_of("site", " ".join(term.parent.lower().replace("_", " ").split()))
            if parent is None:
                raise Refused(f"there is no site “{term.parent}” in which it could lie; `term list site` names them")
        stored = term._replace(slug=slug, parent=parent)
        writing.insert(connection, "term", stored._asdict())
        return stored


def terms(connection: sqlite3.Connection, kind: str | None = None) -> list[Term]:
    where, values = ("WHERE kind = ?", (kind,)) if kind else ("", ())
    rows = connection.execute(
        f"SELECT kind, slug, parent, volume_ml, caffeine_mg, alcohol_g FROM term {where} ORDER BY kind, slug", values
    )
    return [Term(*row) for row in rows]


# ---- templates and settings ---------------------------------------------------------------------------------


def set_template(where: Where, key: str, phrase: str | None) -> None:
    """What a digit means from now on; None takes it away. The phrase has to be readable."""
    if len(key) != 1 or key not in "123456789":
        raise Refused(f"a template is a digit from 1 to 9, not “{key}”; 0 is none today")
    with _step(where) as (connection, context):
        if phrase is None:
            if not writing.delete(connection, "template", {"key": key}):
                raise Refused(f"{key} has no template that could be taken away")
            return
        if len(phrase.strip()) == 1:
            raise Refused(f"“{phrase}” cannot be a template; say a whole line such as `left calf 4`")
        read(phrase, context)
        writing.upsert(connection, "template", {"key": key}, {"phrase": phrase.strip()})


def set_setting(where: Where, key: str, value: str) -> Setting:
    """A setting of the diary."""
    known = next((setting for setting in SETTINGS if setting.key == key), None)
    if known is None:
        raise Refused(f"there is no setting “{key}”; there are {', '.join(setting.key for setting in SETTINGS)}")
    value = value.removesuffix(":00").lstrip("0") or "0" if key == "day_starts" else value
    if value not in known.values:
        wanted = "0 to 12" if key == "day_starts" else " or ".join(known.values)
        raise Refused(f"{key} is {wanted}, not {value}")
    with _step(where) as (connection, _):
        writing.upsert(connection, "setting", {"key": key}, {"value": value})
    return known
