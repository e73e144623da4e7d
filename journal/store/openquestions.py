"""Which questions of a day are still open, and what a short answer to one means."""

import sqlite3
from datetime import date
from typing import NamedTuple

from journal.catalog.questions import Question
from journal.catalog.words import Words
from journal.phrases import amounts
from journal.phrases.tokens import Token, tokens
from journal.store import reading


class Open(NamedTuple):
    """A question that is on and of which nothing is known on that day."""

    day: date
    question: Question


def open_questions(connection: sqlite3.Connection, day: date) -> list[Open]:
    """The questions that are on and have neither an answer nor rows that make one up."""
    iso = day.isoformat()
    daily = reading.daily(connection, iso)
    answered = {answer.question for answer in reading.records(connection, "answer", "day = ?", (iso,))}
    unknown_load = connection.execute("SELECT 1 FROM workout WHERE day = ?", (iso,)).fetchone() is not None
    return [
        Open(day, question)
        for question in reading.questions(connection, "WHERE state = 'on'")
        if question.slug not in answered
        and daily.get(question.slug) is None
        and not (question.slug == "workout_load" and unknown_load)
    ]


def meant(question: Question, text: str, words: Words) -> str:
    """The phrase that an answer to a question means: a value alone is the question's, anything else is a phrase."""
    alone = text.strip().lower()
    name = question.names.split(",")[0] or question.slug.replace("_", " ")
    no = question.no_names.split(",")[0] or question.slug.replace("_", " ")
    if question.slug == "any_twitches" and alone in ("y", "yes", "n", "no", "none", "0", "some"):
        return "some" if alone in ("y", "yes", "some") else "none"
    if alone in ("none", "no", "n") and question.lowest == 0:
        return f"no {no}"
    if question.is_yes_or_no and alone in ("y", "yes"):
        return name
    found = tokens(text)
    number = amounts.number(found[0].text.partition("/")[0]) if found and not found[0].quoted else None
    amount = amounts.joined(found, 0) if found else None
    if (number is not None and len(found) <= 2) or (amount and amount.after == len(found)) or _is_span(question, found):
        return f"{'sleep' if question.slug == 'sleep_hours' else name} {text.strip()}"
    return text.strip()


def _is_span(question: Question, found: list[Token]) -> bool:
    """`23:40-06:10` and `6:30`, said of sleep."""
    return question.slug == "sleep_hours" and bool(found) and found[0].text[:1].isdigit()
