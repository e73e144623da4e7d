"""README.txt: what the files are, in plain words, for whoever is given the folder."""

import sqlite3
from collections.abc import Collection, Mapping
from textwrap import fill

from journal import __version__
from journal.catalog.questions import Question
from journal.moments import Here, instant_text, offset_of, offset_text
from journal.sharing import days
from journal.sharing.describing import DAYS, DAYS_FILE, MADE_OF, TABLES
from journal.sharing.span import Span
from journal.store import reading

WIDTH = 78
PANDAS = '''\
import pandas as pd

def read(name, **more):
    return pd.read_csv(name, keep_default_na=False, na_values=[""], **more)

WORDS = {"id": str, "note": str, "text": str, "source_key": str}

days = read("days.csv", index_col="day", parse_dates=["day"])
episodes = read("episodes.csv", dtype=WORDS, parse_dates=["day", "started_at"])
notes = read("notes.csv", dtype=WORDS, parse_dates=["day"])
'''


def text(
    connection: sqlite3.Connection,
    here: Here,
    span: Span,
    rows: Mapping[str, int],
    *,
    notes: bool,
    left_out: Collection[str] = (),
) -> str:
    """The whole text; `rows` are file -> its rows, `left_out` the templates that hold a note."""
    parts = [
        ["A diary of muscle twitches, as files", "=" * 36],
        [_wrapped(paragraph) for paragraph in (_written(here), _SELF_REPORTED, *_span(span))],
        _headed("Empty is not zero", _THREE_STATES),
        _headed("Days and times", _DAYS_AND_TIMES.format(day_starts=here.day_starts)),
        _headed("What was left out", *_left_out(notes, left_out)),
        ["The files", "---------", *_files(connection, rows)],
        _headed("To read them with pandas", _WITH_PANDAS),
        [f"    {line}".rstrip() for line in PANDAS.splitlines()],
        _headed("To read them with another program", _FORM, _BACK),
        _headed("Who can read them", _PRIVATE),
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


_SELF_REPORTED = (
    "All of it is self-reported: it is what one person noticed and found the time to write down. Nothing was measured"
    " or checked by anybody. A day with fewer twitches in it may be a day on which fewer were noticed or logged. It is"
    " a record, and no diagnosis."
)
_THREE_STATES = (
    "A question of a day is in one of three states: a value; 0, which is an explicit none; or empty, which is not"
    " logged, so that nothing is known. Never read empty as 0. In the other files empty is not said."
)
_DAYS_AND_TIMES = (
    "A diary day begins at {day_starts:02}:00 and ends at {day_starts:02}:00 on the next date, so that a twitch after"
    " midnight belongs to the evening before; this is the setting now, and a row keeps the day it was given. Sleep"
    " belongs to the date on which it ended. Times are kept in UTC (they end in Z), with the offset at which they were"
    " lived; the columns that end in _local are the same times as the clock on the spot showed them."
)
_WITH_PANDAS = (
    "Left to itself, pandas takes a note that says NA or null for a missing one, and a column of notes that are all"
    " digits for numbers. So read nothing but the empty as missing, and words as words. In this folder:"
)
_FORM = (
    "UTF-8 without a byte order mark; commas; lines end in CR LF; a line begins with the names of the columns (RFC"
    " 4180). Words stand in quotes and may hold newlines, a quote in them is doubled, and nothing else is changed: a"
    " note that begins with = is still a note, so do not let a spreadsheet run it. Numbers have a decimal point and are"
    " exact to the last bit."
)
_BACK = (
    "Each file but days.csv is one table as it is stored. Put back by the names of the columns, without those that end"
    " in _local, into a diary whose tables are empty, in the order above, they make the same tables: empty is NULL,"
    " except for a value of settings.csv, which is never NULL; of a source_key that begins with a backslash, take that"
    " one away."
)
_PRIVATE = (
    "The files are not encrypted. They are readable by the account that made them; a copy sent by mail or kept in a"
    " cloud is readable by more. What is deleted from the diary later stays in them."
)


def _wrapped(paragraph: str) -> str:
    return fill(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)


def _headed(heading: str, *paragraphs: str) -> list[str]:
    body = "\n\n".join(_wrapped(paragraph) for paragraph in paragraphs)
    return [heading, "-" * len(heading), body]


def _written(here: Here) -> str:
    return (
        f"Written by twitch-journal {__version__} on {here.now:%Y-%m-%d} at {here.now:%H:%M}"
        f" ({offset_text(offset_of(here.now))}, {instant_text(here.now)})."
    )


def _span(span: Span) -> list[str]:
    asked = [f"{word} {day}" for word, day in (("from", span.since), ("to", span.until)) if day]
    only = [f"Only the days {' '.join(asked)} were asked for."] if asked else []
    if not span.length:
        return [*only, "Days in the span: 0. Days logged: 0. days.csv has no row."]
    told = f"Days in the span: {span.length}, {span.first} to {span.last}. Days logged: {span.logged}."
    return [*only, f"{told} The others are in {DAYS_FILE} too, empty. {_unfinished(span)}"]


def _unfinished(span: Span) -> str:
    if span.last and span.last < span.today:
        return "Each of these days was over when this was written."
    if span.first and span.first > span.today:
        return "None of these days had begun when this was written."
    return (
        f"{span.today} was the day on which this was written, and not over yet: what is empty or low in its row may"
        " still have come. Leave it, and any day behind it, out of means and comparisons."
    )


def _left_out(notes: bool, left_out: Collection[str]) -> list[str]:
    never = "The diary's history of changes (its tables step and change) is never exported."
    if notes:
        return [f"{never} Everything else is here."]
    templates = f" So is the template {', '.join(left_out)}, which holds a note." if len(left_out) == 1 else ""
    if len(left_out) > 1:
        templates = f" So are the templates {', '.join(left_out)}, which hold a note."
    return [
        "Notes were left out on purpose: notes.csv has no row, and every column called note is empty, whether or not"
        f" there was one.{templates} Other words of the person's own are here: the text of an illness, test or visit,"
        " the names and doses of medicines, own words and questions, and profile.csv.",
        never,
    ]


# ---- the files ----------------------------------------------------------------------------------------------


def _files(connection: sqlite3.Connection, rows: Mapping[str, int]) -> list[str]:
    lines = [f"{DAYS_FILE} ({_counted(rows[DAYS_FILE])}; one is a day)", *_columns(_days(connection))]
    for described in TABLES.values():
        lines += ["", f"{described.file} ({_counted(rows[described.file])}; one is {described.row})"]
        lines += _columns(described.columns)
    return lines


def _counted(rows: int) -> str:
    return "no row" if not rows else f"{rows:,} row{'s' if rows > 1 else ''}"


def _columns(columns: Mapping[str, str]) -> list[str]:
    lines = []
    for name, means in columns.items():
        first = f"  {name:<20} "
        lines.append(fill(means, WIDTH, initial_indent=first, subsequent_indent=" " * 23, break_on_hyphens=False))
    return lines


def _days(connection: sqlite3.Connection) -> dict[str, str]:
    """The columns of days.csv, as its diary has them."""
    of_view, own = days.columns(connection)
    questions = {question.slug: question for question in reading.questions(connection)}
    described = dict(DAYS)
    for slug in of_view:
        if slug not in DAYS:
            described[slug] = f"{_question(questions[slug])}; {MADE_OF.get(slug, 'the answer')}"
    return described | {column: f"{_question(questions[slug])}; the person's own question" for slug, column in own.items()}


def _question(question: Question) -> str:
    """A question's name with its unit, or with its scale and what the ends of that mean."""
    if question.unit:
        return f"{question.label}, in {question.unit}"
    ends = [
        f"{value:g} {means}" for value, means in ((question.lowest, question.low_means), (question.highest, question.high_means))
        if means
    ]
    scale = f"{question.lowest:g} to {question.highest:g}" if question.highest is not None else f"from {question.lowest:g}"
    return f"{question.label}, {scale}{f' ({", ".join(ends)})' if ends else ''}"
