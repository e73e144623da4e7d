"""The questions as this diary has them: which there are, which are on, and which habits are shown.

The catalogue defines a built-in question; whether it is on, off or hidden, the diary alone says.
"""

import sqlite3
from collections.abc import Iterable
from typing import Any

from journal.catalog.habits import DERIVED, MADE_OF_ROWS, TRAINED_MUSCLES, Habit, of_question
from journal.catalog.questions import BUILT_IN, COLUMNS, Question

_ROWS = {
    "sleep_hours": "SELECT 1 FROM sleep WHERE nap = 0 LIMIT 1",
    "caffeine_mg": "SELECT 1 FROM drink WHERE caffeine_mg > 0 LIMIT 1",
    "alcohol_g": "SELECT 1 FROM drink WHERE alcohol_g > 0 LIMIT 1",
    "workout_load": "SELECT 1 FROM workout LIMIT 1",
}


def all_questions(connection: sqlite3.Connection) -> list[Question]:
    """In the order of the check-in."""
    rows = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM question ORDER BY place, slug")
    return list(filter(None, (_question(dict(zip(COLUMNS, row, strict=True))) for row in rows)))


def _question(row: dict[str, Any]) -> Question | None:
    """A question of the person's own, or a built-in one with its state and place; None for one of a newer program."""
    if not row["built_in"]:
        return Question(**{**row, "built_in": False})
    definition = BUILT_IN.get(row["slug"])
    return definition and definition._replace(state=row["state"], place=row["place"])


def own_questions(connection: sqlite3.Connection) -> list[Question]:
    """Those that the user added."""
    return [question for question in all_questions(connection) if not question.built_in]


def questions_on(connection: sqlite3.Connection) -> list[Question]:
    """Those that the check-in asks."""
    return [question for question in all_questions(connection) if question.state == "on"]


def habits_on(connection: sqlite3.Connection) -> list[Question]:
    """The habits that are on: charts show them, and `h` in Trends goes round them."""
    return [question for question in questions_on(connection) if question.role == "habit"]


def shown_habits(connection: sqlite3.Connection) -> list[Habit]:
    """The habits that are on, those that are off but that rows answer by themselves, and the cuts made of both."""
    return _with_cuts(
        question
        for question in all_questions(connection)
        if question.role == "habit"
        and (question.state == "on" or (question.state == "off" and _has_rows(connection, question.slug)))
    )


def all_habits(connection: sqlite3.Connection) -> list[Habit]:
    """Every habit, on, off or hidden, and the cuts made of them. What is shown is a choice; what is judged is none, or
    whoever hides what does not stand out finds triggers in noise."""
    return _with_cuts(question for question in all_questions(connection) if question.role == "habit")


def _with_cuts(questions: Iterable[Question]) -> list[Habit]:
    habits: list[Habit] = []
    for question in questions:
        habits.append(of_question(question))
        habits += [
            cut._replace(question=cut.question._replace(state=question.state))
            for cut in DERIVED
            if cut.of == question.slug
        ]
    return habits


def every_habit(connection: sqlite3.Connection) -> dict[str, Habit]:
    """By slug, also those that are no longer judged."""
    question_habits = [of_question(question) for question in all_questions(connection)]
    return {habit.slug: habit for habit in (*question_habits, *DERIVED, TRAINED_MUSCLES)}


def _has_rows(connection: sqlite3.Connection, slug: str) -> bool:
    return slug in MADE_OF_ROWS and connection.execute(_ROWS[slug]).fetchone() is not None
