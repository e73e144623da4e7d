"""What the settings screen shows and changes: the diary's own settings, questions, names and templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journal.app.diary import Diary
from journal.app.screens.form import Field
from journal.catalog.lexicon import Term
from journal.catalog.questions import Question
from journal.errors import Refused
from journal.phrases.write.format_number import number_words
from journal.store import vocabulary
from journal.store.file import connections
from journal.store.read import queries
from journal.store.read.questions import all_questions


@dataclass(frozen=True)
class OwnVocabulary:
    """All that is the user's own. `digits` are the free ones that common episodes take."""

    day_starts: str
    units: str
    questions: list[Question]
    terms: list[Term]
    templates: Mapping[str, str]
    digits: Mapping[str, str]


def read(diary: Diary) -> OwnVocabulary:
    from journal.store import quick_digits

    with connections.reading(diary.file) as connection:
        context = diary.context(connection)
        return OwnVocabulary(
            queries.setting(connection, "day_starts") or "4",
            queries.setting(connection, "units") or "ml",
            all_questions(connection),
            vocabulary.terms(connection),
            queries.templates(connection),
            quick_digits.digits(connection, context),
        )


QUESTION_FIELDS = (
    Field("slug", "Name", "", "screen_breaks"),
    Field("label", "Asked as", "", "Breaks from the screen"),
    Field("unit", "Unit", "", "empty for a scale; min, times, g ..."),
    Field("lowest", "Lowest", "", "0"),
    Field("highest", "Highest", "", "10 on a scale, no limit with a unit"),
    Field("low_means", "Lowest means", "", "none"),
    Field("high_means", "Highest means", "", "all day"),
)
TERM_FIELDS: Mapping[str, tuple[Field, ...]] = {
    "site": (Field("slug", "Name", "", "left knuckle"), Field("parent", "Lies in", "", "hand; may be empty")),
    "drink": (
        Field("slug", "Name", "", "club mate"),
        Field("volume_ml", "Size, ml", "", "330"),
        Field("caffeine_mg", "Caffeine, mg", "", "66"),
        Field("alcohol_g", "Alcohol, g", "", "0"),
    ),
    "relief": (Field("slug", "Name", "", "acupressure"),),
    "workout": (Field("slug", "Name", "", "bouldering"),),
}


def add_question(diary: Diary, values: Mapping[str, str]) -> Question:
    unit, highest = values["unit"].strip() or None, values["highest"].strip()
    return vocabulary.add_question(
        diary.file,
        values["slug"].strip(),
        label=values["label"],
        unit=unit,
        lowest=_number(values["lowest"], "the lowest value") if values["lowest"].strip() else None,
        highest=_number(highest, "the highest value") if highest else None,
        low_means=values["low_means"],
        high_means=values["high_means"],
    )


def add_term(kind: str, diary: Diary, values: Mapping[str, str]) -> Term:
    amounts: dict[str, Any] = {
        name: _number(values[name], name.replace("_", ", ")) if values.get(name, "").strip() else None
        for name in ("volume_ml", "caffeine_mg", "alcohol_g")
    }
    return vocabulary.add_term(
        diary.file, Term(kind, values["slug"].strip(), values.get("parent", "").strip() or None, **amounts)
    )


def set_template(diary: Diary, digit: str, values: Mapping[str, str]) -> None:
    phrase = values["phrase"].strip()
    vocabulary.set_template(diary.file, digit, phrase or None)


def move_question(diary: Diary, slug: str, by: int) -> None:
    """A question one place up or down."""
    with connections.reading(diary.file) as connection:
        slugs = [question.slug for question in all_questions(connection)]
    place = slugs.index(slug)
    there = max(0, min(len(slugs) - 1, place + by))
    slugs.insert(there, slugs.pop(place))
    vocabulary.order_questions(diary.file, slugs)


def _number(text: str, what: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise Refused(f"{what} is a number, not “{text}”") from None


def question_words(question: Question) -> str:
    """Its scale or unit, and what the ends mean."""
    if question.is_yes_or_no:
        return "yes or no"
    highest = "" if question.highest is None else f" to {number_words(question.highest)}"
    ends = ", ".join(word for word in (question.low_means, question.high_means) if word)
    return f"{number_words(question.lowest)}{highest} {question.unit or ''}".strip() + (f" ({ends})" if ends else "")
