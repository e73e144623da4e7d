"""What may be answered to a question of the check-in: by a click, and as the empty field says it."""

from typing import NamedTuple

from journal import terminal
from journal.app.diary import WORKOUT_LOAD, QuestionLine
from journal.app.widgets.clickable_text import ClickableWord
from journal.catalog.questions import Question
from journal.catalog.units import UNITS
from journal.catalog.workouts import REPLY
from journal.phrases.write.format_number import number_phrase, number_words

NOT_LOGGED = "not logged"
LONGEST_SCALE = 12
"""More numbers than a click each has room for."""


class AmountSteps(NamedTuple):
    """What the mouse offers for an amount: usual values, and how much a step is."""

    usual: tuple[float, ...]
    step: float


STEPS = {
    "h": AmountSteps((5, 6, 7, 8, 9), 0.5),
    "mg": AmountSteps((50, 100, 200, 300), 10),
    "ml": AmountSteps((1000, 1500, 2000, 2500), 100),
    "oz": AmountSteps((32, 48, 64, 80), 8),
    "g": AmountSteps((10, 20, 30, 40), 5),
}
OTHERWISE = AmountSteps((60, 120, 240, 360), 10)


def answer_words(line: QuestionLine, volume_unit: str = "ml") -> list[ClickableWord]:
    """What a click answers; the value that holds is in brackets."""
    line = _in_unit(line, volume_unit)
    choices = [*_choices(line.question, line.value), (NOT_LOGGED, NOT_LOGGED)]
    present = _present(line)
    return [
        ClickableWord(f"[{text}]", f"set:{answer}", "bold reverse")
        if text == present
        else ClickableWord(f" {text} ", f"set:{answer}")
        for text, answer in choices
    ]


def answer_hint(question: Question, volume_unit: str) -> str:
    """What its numbers mean, or their unit."""
    if question.slug == WORKOUT_LOAD:
        return REPLY
    ends = [
        f"{number_words(value)} is {means}"
        for value, means in ((question.lowest, question.low_means), (question.highest, question.high_means))
        if means and value is not None
    ]
    unit = volume_unit if question.unit == "ml" else question.unit
    return terminal.on_one_line(", ".join(ends) or unit or "")


def _in_unit(line: QuestionLine, volume_unit: str) -> QuestionLine:
    """A volume in the unit in which the user enters them."""
    if line.question.unit != "ml" or volume_unit == "ml":
        return line
    value = None if line.value is None else round(line.value / UNITS[volume_unit][1], 1)
    return line._replace(question=line.question._replace(unit=volume_unit), value=value)


def _choices(question: Question, value: float | None) -> list[tuple[str, str]]:
    """What is offered, and what each answers."""
    if question.is_yes_or_no:
        return list(zip(_yes_and_no(question), ("yes", "no"), strict=True))
    choices = [("none", "none")] if question.lowest == 0 else []
    if _is_scale(question) and question.highest is not None:
        return choices + [
            (f"{number}",) * 2 for number in range(max(1, int(question.lowest)), int(question.highest) + 1)
        ]
    usual, step = STEPS.get(question.unit or "", OTHERWISE)
    choices += [(number_phrase(amount),) * 2 for amount in sorted({*usual, *([value] if value else [])})]
    present = value or 0
    less, more = round(max(question.lowest, present - step), 2), round(present + step, 2)
    return [
        *choices,
        (f"−{number_phrase(step)}", number_phrase(less)),
        (f"+{number_phrase(step)}", number_phrase(more)),
    ]


def _present(line: QuestionLine) -> str:
    """The choice that holds; empty where it is none of them."""
    if line.state == NOT_LOGGED:
        return NOT_LOGGED
    yes, no = _yes_and_no(line.question)
    if line.question.is_yes_or_no and line.state != "none":
        return yes if line.value else ""
    if line.state == "none":
        return no if line.question.is_yes_or_no else "none"
    return "" if line.value is None else number_phrase(line.value)


def _yes_and_no(question: Question) -> tuple[str, str]:
    return ("some", "none") if question.role == "outcome" else ("yes", "no")


def _is_scale(question: Question) -> bool:
    return question.unit is None and question.highest is not None and question.highest - question.lowest < LONGEST_SCALE
