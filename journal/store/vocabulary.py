"""The user's own words: questions, sites, drinks, reliefs, workouts, templates."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from journal import moments
from journal.catalog.entries import plurals
from journal.catalog.kinds import DOSE_UNITS, VERBS
from journal.catalog.letters import plain
from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.questions import COLUMNS, Question
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused, Refused
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.phrases.read.when.dates import MONTH_WORDS
from journal.phrases.read.when.times import TIME_WORDS
from journal.phrases.read.words import amounts
from journal.phrases.read.words.amounts import shortened
from journal.phrases.read.words.lexer import clean
from journal.records import DayNote
from journal.store.file.diary_file import DiaryPath
from journal.store.read import queries
from journal.store.read.question_states import all_questions
from journal.store.write import transaction

HAPPENS = ("night", "morning", "afternoon", "evening", "day")
TERM_KINDS = ("site", "drink", "relief", "workout")
GRAMMAR = ("not", "tried", "total", "times", "to", "of", "ago", "last", "day", "days", "yes", "x", "am", "pm", "z")
RESERVED = {word for name in (*GRAMMAR, *TIME_WORDS, *MONTH_WORDS, *UNITS, *DOSE_UNITS) for word in name.split()}
"""Words that no name of the user's own may hold."""
LONGEST_NAME = 40
LONGEST_TEXT = 200


@contextmanager
def own_step(where: DiaryPath) -> Iterator[tuple[sqlite3.Connection, Context]]:
    with transaction.step(where, "edit", moments.instant_now()) as connection:
        yield connection, queries.context(connection)


# ---- names --------------------------------------------------------------------------------------------------


def check_name(name: str, context: Context, *, plural: bool = False) -> str:
    """The slug of a new name; refuses what is a word of the grammar or could be read as something else.

    With `plural`, its plurals become words too, and none of them may be one already.
    """
    spaced = spaced_name(name)
    if not spaced or not all(_may_stand_in_a_name(letter) for letter in spaced) or not spaced[0].isalpha():
        raise Refused(f"“{name}” cannot be a name; a name begins with a letter and has only letters, digits and spaces")
    if len(spaced) > LONGEST_NAME:
        raise Refused(f"“{shortened(name)}” is too long for a name, which has at most {LONGEST_NAME} letters")
    lexicon, parts = context.lexicon, spaced.split()
    for form in (spaced, *(plurals(spaced) if plural else ())):
        if form in lexicon.senses or form in lexicon.question_names or form in lexicon.reliefs:
            plural_of = "" if form == spaced else f" (its plural, “{form}”)"
            raise Refused(f"“{name}” is already a word of the diary{plural_of}; choose another name")
    if parts[0] in VERBS:
        raise Refused(f"“{name}” begins with “{parts[0]}”, which begins a line of its own; choose another name")
    for number, part in enumerate(parts):
        is_part_of = part == "of" and 0 < number < len(parts) - 1  # `rim of ear`, as `corner of eye` is
        if (part in RESERVED and not is_part_of) or _is_amount(part):
            raise Refused(f"“{name}” would be read as a time, a unit or an amount (“{part}”); choose another name")
    if _is_line(spaced, context):
        raise Refused(f"“{name}” is already a line that `log` understands; choose another name")
    return spaced.replace(" ", "_")


def spaced_name(name: str) -> str:
    """A name as the grammar compares it: in small letters, its words with one space between them."""
    return " ".join(plain(clean(name)).lower().replace("_", " ").split())


def shown_name(name: str) -> str:
    """A name as it is shown: with the letters in which it was typed."""
    return " ".join(clean(name).replace("_", " ").split())


JOINERS = "\u200c\u200d"
"""What stands between the letters of some scripts."""


def _may_stand_in_a_name(letter: str) -> bool:
    if letter.isalnum() or letter in f" '-{JOINERS}":
        return True
    from unicodedata import category  # 1 ms, which few names need

    return category(letter).startswith("M")


def _is_line(name: str, context: Context) -> bool:
    """Whether a name says something by itself: `left knee` as a site of its own would hide the left knee."""
    try:
        acts = parse(name, context)
    except PhraseRefused:
        return False
    return not any(isinstance(act, DayNote) or getattr(act, "note", None) for act in acts)  # of which a word is unknown


def _is_amount(name: str) -> bool:
    digits = name.removeprefix("x")
    return digits != name and amounts.whole_number(digits) is not None


# ---- questions ----------------------------------------------------------------------------------------------


def add_question(
    where: DiaryPath,
    slug: str,
    *,
    label: str | None = None,
    unit: str | None = None,
    lowest: float | None = None,
    highest: float | None = None,
    low_means: str | None = None,
    high_means: str | None = None,
    happens: str = "day",
) -> Question:
    """A habit of the user's own, on and last in the check-in at once; returns it as stored.

    With a unit it is 0 and more, without one a scale of 0 to 10; its label is the slug.
    """
    with own_step(where) as (connection, context):
        new_slug = spaced_name(slug).replace(" ", "_")
        if new_slug in context.lexicon.questions:
            name = context.lexicon.name_of("question", new_slug)
            raise Refused(f"there is already a question “{name}”; `question on {name}` turns it on")
        new_slug = check_name(slug, context)
        unit = short_text("the unit", unit)
        question = Question(
            new_slug,
            short_text("the label", label) or shown_name(slug),
            unit,
            0.0 if lowest is None else lowest,
            10.0 if highest is None and unit is None else highest,
            short_text("what the lowest value means", low_means),
            short_text("what the highest value means", high_means),
            place=connection.execute("SELECT max(place) + 1 FROM question").fetchone()[0],
            happens=happens,
            built_in=False,
        )
        check_range(question)
        transaction.insert(connection, "question", {column: getattr(question, column) for column in COLUMNS})
        return question


def short_text(what: str, text: str | None) -> str | None:
    """A short text of the user's own; an empty one says nothing."""
    if text is None or not text.strip():
        return None
    text = clean(text).strip()
    if len(text) > LONGEST_TEXT or "\n" in text:
        raise Refused(f"{what} is one line of up to {LONGEST_TEXT} letters")
    return text


def check_range(question: Question) -> None:
    """Refuses a range that holds no answers, or that is no scale where there is no unit."""
    low, high = question.lowest, question.highest
    ends = [end for end in (low, high) if end is not None]
    if not all(abs(end) <= 1e15 for end in ends):  # not a number is not either
        raise Refused("the lowest and the highest value are plain numbers")
    if question.unit is None and not all(float(end).is_integer() for end in ends):
        raise Refused("the ends of a scale are whole numbers; with a unit (--unit) they need not be")
    if high is not None and high <= low:
        raise Refused(f"the highest value has to be more than the lowest ({low:g}), not {high:g}")


def find_question(connection: sqlite3.Connection, name: str, lexicon: Lexicon) -> Question:
    """The question of a name; refused, with the nearest ones, where there is none."""
    spaced = spaced_name(name)
    slug = lexicon.question_names.get(spaced, spaced.replace(" ", "_"))
    questions = all_questions(connection)
    named = [question for question in questions if question.slug == slug]
    named += [question for question in questions if spaced_name(question.label).rstrip("?") == spaced.rstrip("?")]
    if not named:
        from difflib import get_close_matches

        near = [slug.replace("_", " ") for slug in get_close_matches(slug, list(lexicon.questions), n=2)]
        hint = f"; did you mean {' or '.join(near)}?" if near else "; `question list` lists them"
        raise Refused(f"there is no question “{name}”{hint}")
    return named[0]


def set_question(where: DiaryPath, name: str, state: str, *, expected: str | None = None) -> Question:
    """A question on, off or hidden; what was answered stays. Refused where its state is not as expected any more."""
    with own_step(where) as (connection, context):
        question = find_question(connection, name, context.lexicon)
        if question.state == state:
            return question
        _refuse_changed(question.label, question.state, expected)
        transaction.update(connection, "question", {"slug": question.slug}, {"state": state})
        return question._replace(state=state)


def order_questions(where: DiaryPath, slugs: list[str]) -> None:
    """The questions in this order; those not named come after them as they were."""
    with own_step(where) as (connection, _):
        others = [question.slug for question in all_questions(connection) if question.slug not in slugs]
        for number, slug in enumerate([*slugs, *others], 1):
            connection.execute("UPDATE question SET place = ? WHERE slug = ? AND place <> ?", (number, slug, number))


# ---- terms --------------------------------------------------------------------------------------------------


def add_term(where: DiaryPath, term: Term) -> Term:
    """A site, drink, relief or workout of the user's own, a word of the grammar at once."""
    with own_step(where) as (connection, context):
        slug = check_name(term.slug, context, plural=True)
        parent = None
        if term.parent:
            parent = site_slug(term.parent, context)
        name = shown_name(term.slug)
        stored = term._replace(slug=slug, parent=parent, name=None if name == slug.replace("_", " ") else name)
        transaction.insert(connection, "term", stored._asdict())
        return stored


def site_slug(name: str, context: Context) -> str:
    """The site in which another one is to lie."""
    slug = context.lexicon.slug_of("site", spaced_name(name))
    if slug is None:
        raise Refused(f"there is no site “{name}” for it to lie in; `term list site` lists them")
    return slug


def terms(connection: sqlite3.Connection, kind: str | None = None) -> list[Term]:
    """The user's own words, of one kind or of all."""
    where, values = ("WHERE kind = ?", (kind,)) if kind else ("", ())
    rows = connection.execute(f"SELECT {', '.join(Term._fields)} FROM term {where} ORDER BY kind, slug", values)
    return [Term(*row) for row in rows]


# ---- templates ----------------------------------------------------------------------------------------------


def set_template(where: DiaryPath, key: str, phrase: str | None, *, expected: Mapping[str, str] | None = None) -> None:
    """What a digit means from now on; None removes it. `log` has to understand the phrase.

    Refused where the digit does not mean any more what it does in `expected`.
    """
    if len(key) != 1 or key not in "123456789":
        raise Refused(f"a template is a digit from 1 to 9, not “{key}”; 0 means none today")
    with own_step(where) as (connection, context):
        if expected is not None:
            _refuse_changed(f"digit {key}", context.templates.get(key, "free"), expected.get(key, "free"))
        if phrase is None:
            if not transaction.delete(connection, "template", {"key": key}):
                raise Refused(f"{key} has no template to remove")
            return
        if len(phrase.strip()) == 1:
            raise Refused(f"“{phrase}” cannot be a template; write a whole line such as `left calf 4`")
        parse(phrase, context)
        if context.templates.get(key) != phrase.strip():
            transaction.upsert(connection, "template", {"key": key}, {"phrase": phrase.strip()})


def _refuse_changed(name: str, present: str, expected: str | None) -> None:
    if expected is not None and present != expected:
        raise Refused(f"{name} was changed elsewhere meanwhile and is “{present}” now; nothing was stored")
