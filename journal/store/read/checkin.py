"""Which questions of a day are still open, and what a short answer to one means."""

import sqlite3
from datetime import date, timedelta
from typing import NamedTuple

from journal.catalog.lexicon import Lexicon
from journal.catalog.questions import Question
from journal.catalog.units import UNITS
from journal.phrases.read.answers import own_unit_value
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, tokenize
from journal.phrases.read.words.slots import name_at
from journal.phrases.read.workout_reply import workout_phrase
from journal.phrases.write.format_number import number_phrase
from journal.store.read import aggregates, nones, pauses, queries
from journal.store.read.question_states import questions_on

WORKOUT_LOAD = "workout_load"
PUNCTUATION = ".,!;"
OF_TWITCHES = ("any_twitches", "twitchiness")
"""The questions beneath which `some` speaks of twitches, as it does in a line of its own."""


class OpenQuestion(NamedTuple):
    """A question that is on and of which nothing is known on that day."""

    day: date
    question: Question


def open_questions(connection: sqlite3.Connection, day: date) -> list[OpenQuestion]:
    """The questions that are on and have neither an answer nor rows that make one up."""
    iso = day.isoformat()
    daily = queries.daily(connection, iso)
    beneath = {answer.question for answer in nones.beneath(connection, [iso])}
    answered = queries.answers(connection, day).keys() - beneath
    unknown_load = connection.execute("SELECT 1 FROM workout WHERE day = ?", (iso,)).fetchone() is not None
    return [
        OpenQuestion(day, question)
        for question in questions_on(connection)
        if question.slug not in answered
        and daily.get(question.slug) is None
        and not (question.slug == WORKOUT_LOAD and unknown_load)
    ]


def open_with_yesterday(connection: sqlite3.Connection, today: date) -> list[OpenQuestion]:
    """What is open today, and before it yesterday's workout: what was done in the evening is known the day after, and
    of a day on which nothing was said of it nobody knows whether it was one without."""
    questions = open_questions(connection, today)
    yesterday = today - timedelta(days=1)
    bounds = aggregates.bounds(connection)
    if bounds is None or bounds[0] > yesterday.isoformat() or pauses.pause_on(connection, yesterday):
        return questions
    return [*(each for each in open_questions(connection, yesterday) if each.question.slug == WORKOUT_LOAD), *questions]


def answer_phrase(question: Question, text: str, lexicon: Lexicon) -> str:
    """The phrase that a reply to a question means: a value alone answers it, anything else is a phrase already."""
    reply = text.strip().lower()
    name = question.names.split(",")[0] or question.slug.replace("_", " ")
    if question.slug == "any_twitches" and reply in ("y", "yes", "n", "no", "none", "0", "some"):
        return "some" if reply in ("y", "yes", "some") else "none"
    tokens = tokenize(text)
    if none := _none_phrase(question, name, tokens):
        return none
    if question.is_yes_or_no and reply in ("y", "yes"):
        return name
    if question.slug == "sleep_hours" and tokens and _begins_with_digit(tokens[0]):
        return f"{'slept' if '-' in reply or ' to ' in reply else 'sleep'} {text.strip()}"
    if question.slug == WORKOUT_LOAD and (workout := workout_phrase(text.strip(), lexicon)):
        return workout
    if _is_rated_first(question, tokens, lexicon):
        return f"{name} {text.strip()}"
    if not _is_value(question, tokens):
        return text.strip()
    if question.unit not in UNITS and (reading := own_unit_value(question, tokens, 0)):
        return f"{name} {number_phrase(reading.value)}"
    unit = lexicon.volume_unit if question.unit == "ml" and len(tokens) == 1 and amounts.number(reply) else ""
    return f"{name} {text.strip()}{unit}"


def _none_phrase(question: Question, name: str, tokens: list[Token]) -> str | None:
    """What `none`, `no`, `nothing` or `some` mean beneath a question, which is none or some of what it asks; alone in a
    line they speak of twitches. Refused as an answer is what the question has no value for. None for other words."""
    texts = [token.as_typed.lower().rstrip(PUNCTUATION) for token in tokens]
    if not texts or question.slug == "any_twitches" or any(word.startswith("twitch") for word in texts):
        return None
    if texts[0] in ("none", "nothing") or texts in (["no"], ["n"]):
        return " ".join(("no", question.no_names.split(",")[0] or question.slug.replace("_", " "), *texts[1:]))
    if texts[0] == "some" and question.slug not in OF_TWITCHES and texts[1:] in ([], ["today"], ["yesterday"]):
        return f"{name} some"
    return None


def _begins_with_digit(token: Token) -> bool:
    return not token.quoted and token.text[:1] in amounts.DIGITS


def _is_rated_first(question: Question, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Whether a reply begins with its rating and goes on, `5 yesterday`, `5 coffee`; `5 coffees` are so many."""
    is_rating = question.unit is None and question.highest is not None and not question.is_yes_or_no
    value = amounts.number(tokens[0].text) if tokens and _begins_with_digit(tokens[0]) else None
    if not is_rating or value is None or len(tokens) == 1 or not question.lowest <= value <= (question.highest or 0):
        return False
    following = name_at(lexicon, tokens, 1)
    is_count = any(lexicon.slug_of(role, following.text) for role in ("drink", "kind")) if following else False
    return not (is_count and following and following.text.endswith("s"))


def _is_value(question: Question, tokens: list[Token]) -> bool:
    """Whether the tokens are a number or an amount and nothing else: `7`, `7/10`, `120mg`, `8000 steps`, `-2`."""
    if not tokens or tokens[0].quoted:
        return False
    amount = amounts.longest_amount(tokens, 0)
    if amount and amount.end == len(tokens):
        return True
    reading = own_unit_value(question, tokens, 0)
    if reading:
        return reading.end == len(tokens)
    digits = tokens[0].text.removeprefix("-").partition("/")[0]
    return amounts.number(digits) is not None and len(tokens) == 1
