"""An explicit none of a day, and the rows that win over it as long as they stand.

The 0 stays in `answer` beneath typed rows, and counts again when they are gone. An imported row does not win over it.
The view `daily` says the same in its own words.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from journal.catalog.drinks import SOME_CAFFEINE_MG
from journal.catalog.kinds import TWITCH_KINDS
from journal.records import Answer
from journal.store.read import queries


class RowsOfQuestion(NamedTuple):
    """The rows that make up a question's value: their table, those that count, those that win over a none, each as a
    condition in SQL, and what they are called."""

    table: str
    counting: str
    winning: str
    name: str


TWITCHES = "kind IN ({})".format(", ".join(f"'{kind}'" for kind in TWITCH_KINDS))
_EPISODES = RowsOfQuestion("episode", TWITCHES, TWITCHES, "episodes")
ROWS = {
    "any_twitches": _EPISODES,
    "twitchiness": _EPISODES,
    "sleep_hours": RowsOfQuestion("sleep", "nap = 0", "nap = 0", "nights"),
    "caffeine_mg": RowsOfQuestion("drink", "caffeine_mg > 0", f"caffeine_mg >= {SOME_CAFFEINE_MG}", "drinks"),
    "alcohol_g": RowsOfQuestion("drink", "alcohol_g > 0", "alcohol_g > 0", "drinks"),
    "fluids_ml": RowsOfQuestion("drink", "volume_ml > 0", "volume_ml > 0", "drinks"),
    "workout_load": RowsOfQuestion("workout", "TRUE", "TRUE", "workouts"),
}
OPPOSITE = {"any_twitches": "twitchiness", "twitchiness": "any_twitches"}
"""Two questions of the same: of what was typed, some on the one wins over none on the other."""


def counts(question: str) -> str:
    """The condition in SQL under which a row of `answer` to this question counts."""
    if question not in ROWS:
        return "TRUE"
    table, _, winning, _ = ROWS[question]
    rows = f"EXISTS (SELECT 1 FROM {table} WHERE {table}.day = answer.day AND +{table}.source = 'typed' AND {winning})"
    if table == "episode":
        rows += (
            " OR EXISTS (SELECT 1 FROM episode WHERE episode.last_day >= answer.day AND +episode.day < answer.day"
            f" AND +episode.source = 'typed' AND {winning})"
        )
    if question in OPPOSITE:
        rows += (
            " OR answer.source = 'typed' AND EXISTS (SELECT 1 FROM answer AS other WHERE other.day = answer.day"
            f" AND other.question = '{OPPOSITE[question]}' AND other.source = 'typed' AND other.value > 0)"
        )
    return f"(value <> 0 OR NOT ({rows}))"


def beneath(connection: sqlite3.Connection, days: Iterable[str]) -> list[Answer]:
    """The nones of these days that do not count, because something that was typed wins over them."""
    nones: list[Answer] = []
    for day in dict.fromkeys(days):
        for (question,) in connection.execute("SELECT question FROM answer WHERE day = ? AND value = 0", (day,)):
            if question in ROWS:
                where = f"day = ? AND question = ? AND NOT {counts(question)}"
                nones += queries.records(connection, "answer", where, (day, question))
    return nones


class NoneChange(NamedTuple):
    """A none that counts again, or that gives way to what was stored."""

    answer: Answer
    counts_again: bool


def changes(connection: sqlite3.Connection, days: Iterable[str], before: list[Answer]) -> list[NoneChange]:
    """What became of the nones of these days, of which those of `before` did not count; one that was taken back is
    none of them."""
    now = beneath(connection, days)
    given_way = [NoneChange(answer, False) for answer in now if answer not in before]
    return given_way + [
        NoneChange(answer, True)
        for answer in before
        if answer not in now and queries.answer(connection, answer.day, answer.question) == answer
    ]
