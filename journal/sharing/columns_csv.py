"""columns.csv: every column of the other files of an analysis, for a program to read.

Type and bounds are those that schema.sql checks, the meaning is that of README.txt.
"""

import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from journal.catalog.questions import BUILT_IN, Question
from journal.phrases.write.format_number import number_words
from journal.sharing import csv_queries, days_csv
from journal.sharing.column_docs import DAYS, DAYS_FILE, DICTIONARY, MADE_OF, TABLES
from journal.store.read.question_states import all_questions

HEADER = tuple(DICTIONARY)
UNITS = {
    "utc_offset_minutes": "min",
    "ended_utc_offset_minutes": "min",
    "minutes": "min",
    "duration_s": "s",
    "volume_ml": "ml",
    "caffeine_mg": "mg",
    "alcohol_g": "g",
    "lag": "d",
}
"""Of the columns that have one; the amount of a dose and the ends of a contrast have theirs in the row."""
_TYPES = {"TEXT": "text", "INTEGER": "integer", "REAL": "number"}
_BOUND = r"'?([-+\d.e]+)'?"
_LOWEST = re.compile(rf"(?:BETWEEN|>=?) {_BOUND}")
_HIGHEST = re.compile(rf"(?:BETWEEN \S+ AND|<=?) {_BOUND}")


class ColumnEntry(NamedTuple):
    """A line of the dictionary; `type` is text, integer, number, boolean (0 or 1), date (ISO 8601) or datetime (ISO
    8601, in UTC or with its offset)."""

    file: str
    column: str
    unit: str
    type: str
    lowest: str
    highest: str
    meaning: str


def lines(connection: sqlite3.Connection) -> Iterator[list[bytes]]:
    for entry in (*_days(connection), *_tables(connection)):
        yield [",".join(f'"{value.replace(chr(34), chr(34) * 2)}"' if value else "" for value in entry).encode()]


def _tables(connection: sqlite3.Connection) -> Iterator[ColumnEntry]:
    for table, docs in TABLES.items():
        (declared,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        stored = csv_queries.columns(connection, table)
        for column in stored:
            checks = _checks(declared, column.name)
            type_, lowest, highest = _bounds(column.type, checks)
            unit = UNITS.get(column.name, "")
            yield ColumnEntry(docs.file, column.name, unit, type_, lowest, highest, docs.columns[column.name])
        for name in csv_queries.header(stored)[len(stored) :]:
            yield ColumnEntry(docs.file, name, "", "datetime", "", "", docs.columns[name])


def _checks(declared: str, column: str) -> str:
    """What CREATE TABLE says of a column, on its own line and those that go on with it."""
    match = re.search(rf"^    {column} +[A-Z].*(?:\n {{8,}}.*)*", declared, re.M)
    return match[0] if match else ""


def _bounds(declared_type: str, checks: str) -> tuple[str, str, str]:
    lowest, highest = _LOWEST.search(checks), _HIGHEST.search(checks)
    if "IN (0, 1)" in checks:
        return "boolean", "0", "1"
    type_ = "date" if "IS date(" in checks else "datetime" if "IS strftime(" in checks else _TYPES[declared_type]
    return type_, lowest[1] if lowest else "", highest[1] if highest else ""


def _days(connection: sqlite3.Connection) -> Iterator[ColumnEntry]:
    view_columns, own_columns = days_csv.columns(connection)
    questions = BUILT_IN | {question.slug: question for question in all_questions(connection)}
    for name in view_columns:
        if name in DAYS:
            type_ = {"day": "date", days_csv.PAUSED: "boolean"}.get(name, "integer")
            ends = {"date": ("1900-01-01", ""), "boolean": ("0", "1")}.get(type_, ("0", ""))
            yield ColumnEntry(DAYS_FILE, name, "", type_, *ends, DAYS[name])
        else:
            yield _question(name, questions[name], MADE_OF.get(name, "the answer"))
    for slug, column in own_columns.items():
        yield _question(column, questions[slug], "the person's own question")


def _question(column: str, question: Question, made_of: str) -> ColumnEntry:
    means = [
        f"{number_words(end)} {text}"
        for end, text in ((question.lowest, question.low_means), (question.highest, question.high_means))
        if text and end is not None
    ]
    ends = f" ({', '.join(means)})" if means else ""
    meaning = f"{question.label}{ends}; {made_of}"
    highest = "" if question.highest is None else f"{question.highest:.15g}"
    type_ = "boolean" if question.is_yes_or_no else "number"
    return ColumnEntry(DAYS_FILE, column, question.unit or "", type_, f"{question.lowest:.15g}", highest, meaning)
