"""What the settings screen shows and changes: the diary's own settings, questions, names and templates."""

from collections.abc import Mapping

from journal.app.diary import Diary
from journal.app.models.form_field import Field
from journal.catalog.lexicon import Term
from journal.catalog.questions import Question
from journal.errors import Refused
from journal.phrases.write.format_number import number_words

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


def add_question(diary: Diary, values: Mapping[str, str]) -> None:
    """A question as the form describes it."""
    diary.own_words.add_question(
        values["slug"].strip(),
        values["label"],
        values["unit"].strip() or None,
        _number(values["lowest"], "the lowest value"),
        _number(values["highest"], "the highest value"),
        (values["low_means"], values["high_means"]),
    )


def add_term(kind: str, diary: Diary, values: Mapping[str, str]) -> None:
    """A site, drink, relief or workout as the form describes it."""
    volume, caffeine, alcohol = (
        _number(values.get(name, ""), name.replace("_", ", ")) for name in ("volume_ml", "caffeine_mg", "alcohol_g")
    )
    parent = values.get("parent", "").strip() or None
    diary.own_words.add_term(Term(kind, values["slug"].strip(), parent, volume, caffeine, alcohol))


def fields_of_question(question: Question) -> tuple[Field, ...]:
    """The form of a question of one's own, filled in."""
    return tuple(field._replace(value=_filled(getattr(question, field.name))) for field in QUESTION_FIELDS)


def fields_of_term(term: Term) -> tuple[Field, ...]:
    """The form of a word of one's own, filled in."""
    return tuple(
        field._replace(value=term.label if field.name == "slug" else _filled(getattr(term, field.name)))
        for field in TERM_FIELDS[term.kind]
    )


def _filled(value: str | float | None) -> str:
    return number_words(value) if isinstance(value, (int, float)) else (value or "").replace("_", " ")


def edit_question(question: Question, diary: Diary, values: Mapping[str, str]) -> None:
    """Another name, and what else the form says otherwise, in one step."""
    filled = {field.name: field.value for field in fields_of_question(question)}
    otherwise = {name: values[name].strip() for name in filled if values[name].strip() != filled[name]}
    new_name = otherwise.pop("slug", None)
    changes: dict[str, str | float | None] = {}
    for name, text in otherwise.items():
        is_number = name in ("lowest", "highest")
        changes[name] = _number(text, f"the {name} value") if is_number else text or None
    if "lowest" in changes and changes["lowest"] is None:
        changes["lowest"] = 0.0
    diary.own_words.edit_question(question.slug, new_name, changes)


def edit_term(term: Term, diary: Diary, values: Mapping[str, str]) -> None:
    """The same of a site, drink, relief or workout."""
    filled = {field.name: field.value for field in fields_of_term(term)}
    otherwise = {name: values[name].strip() for name in filled if values[name].strip() != filled[name]}
    new_name = otherwise.pop("slug", None)
    changes: dict[str, str | float | None] = {
        name: (text or None) if name == "parent" else _number(text, name.replace("_", ", "))
        for name, text in otherwise.items()
    }
    diary.own_words.edit_term(term, new_name, changes)


def set_template(diary: Diary, digit: str, values: Mapping[str, str], expected: Mapping[str, str]) -> None:
    diary.set_template(digit, values["phrase"].strip() or None, expected)


def _number(text: str, what: str) -> float | None:
    """The number in a field, None where it is empty; `what` names it where it is none."""
    if not text.strip():
        return None
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
