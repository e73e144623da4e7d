"""What the settings screen shows and changes: the diary's own settings, questions, names and templates."""

from collections.abc import Mapping

from journal.app.diary import Diary
from journal.app.screens.form import Field
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
    diary.add_question(
        values["slug"].strip(),
        values["label"],
        values["unit"].strip() or None,
        _number(values["lowest"], "the lowest value"),
        _number(values["highest"], "the highest value"),
        (values["low_means"], values["high_means"]),
    )


def add_term(kind: str, diary: Diary, values: Mapping[str, str]) -> None:
    volume, caffeine, alcohol = (
        _number(values.get(name, ""), name.replace("_", ", ")) for name in ("volume_ml", "caffeine_mg", "alcohol_g")
    )
    parent = values.get("parent", "").strip() or None
    diary.add_term(Term(kind, values["slug"].strip(), parent, volume, caffeine, alcohol))


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
