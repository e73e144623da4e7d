"""README.txt: what the files are, in plain words, for whoever is given the folder."""

import sqlite3
from collections.abc import Mapping
from textwrap import fill, indent

from journal import __version__
from journal.catalog.kinds import COMMON
from journal.catalog.questions import BUILT_IN, Question
from journal.moments import UserClock, instant_text, offset_of, offset_text
from journal.phrases.write.format_number import counted
from journal.sharing import days_csv
from journal.sharing.column_docs import COLUMNS_FILE, DAYS, DAYS_FILE, DICTIONARY, MADE_OF, TABLES
from journal.sharing.csv_file import Exported
from journal.sharing.span import ExportSpan
from journal.store.read.question_states import all_questions
from journal.terminal import printable

WIDTH = 78
TITLE = "A diary of muscle twitches, as files"
PANDAS = """\
import pandas as pd

def read(name, **more):
    return pd.read_csv(name, keep_default_na=False, na_values=[""], **more)

WORDS = dict.fromkeys(["id", "name", "text", "note", "source_key"], str)

days = read("days.csv", index_col="day", parse_dates=["day"])
episodes = read("episodes.csv", dtype=WORDS, parse_dates=["day", "started_at"])
notes = read("notes.csv", dtype=WORDS, parse_dates=["day"])
"""


def text(connection: sqlite3.Connection, clock: UserClock, exported: Exported) -> str:
    """The whole text about a folder that was written, fit for a terminal: `cat` is how many will read it."""
    parts = [
        f"{TITLE}\n{'=' * len(TITLE)}",
        *map(_wrapped, (_written(clock), _SELF_REPORTED, *_span(exported))),
        *_headed("Empty is not zero", _THREE_STATES),
        *_headed("Days and times", _DAYS_AND_TIMES.format(day_starts=clock.day_starts)),
        *_headed("What was left out", *_left_out(exported)),
        *_headed("The files", _FILES),
        *_files(connection, exported.rows),
        *_headed("To read them with pandas", _WITH_PANDAS),
        indent(PANDAS, "    ").rstrip(),
        *_headed("To read them with another program", _FORM, _BACK),
        *_headed("Who can read them", _PRIVATE),
    ]
    return printable("\n\n".join(parts) + "\n")


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
_FILES = (
    "days.csv is made of the others, for reading; each of these but the last is one table as it is stored. Columns that"
    " mean the same wherever they stand:"
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
    "Put back by the names of the columns, without those that end in _local, into a diary whose tables are empty, in"
    " the order above, the files but days.csv and columns.csv make the same tables: empty is NULL, except for a value"
    " of settings.csv, which is never NULL; of a source_key that begins with a backslash, take that one away."
)
_PRIVATE = (
    "The files are not encrypted. They are readable by the account that made them; a copy sent by mail or kept in a"
    " cloud is readable by more. What is deleted from the diary later stays in them."
)


def _wrapped(paragraph: str) -> str:
    return fill(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)


def _headed(heading: str, *paragraphs: str) -> list[str]:
    return [f"{heading}\n{'-' * len(heading)}", *map(_wrapped, paragraphs)]


def _written(clock: UserClock) -> str:
    return (
        f"Written by twitch-journal {__version__} on {clock.now:%Y-%m-%d} at {clock.now:%H:%M}"
        f" ({offset_text(offset_of(clock.now))}, {instant_text(clock.now)})."
    )


def _span(exported: Exported) -> list[str]:
    span = exported.span
    if not span.length:
        return ["Days in the span: 0. days.csv has no row."]
    sentence = f"Days in the span: {span.length}, {span.first} to {span.last}. Days with any record:"
    sentence += f" {exported.recorded}; logged, for it is known whether there were twitches: {exported.logged}."
    if exported.paused:
        sentence += f" Of the others {exported.paused} were paused: nothing is missing there."
    if span.gaps:
        gaps = ", ".join(f"{first} to {last}" for first, last in span.gaps)
        sentence += (
            f" Of {gaps}, in which nothing is logged, {DAYS_FILE} has no rows; a day before such a stretch was perhaps"
            " logged by a machine whose clock was wrong."
        )
    return [f"{sentence} A day without a record has a row in {DAYS_FILE} too, an empty one. {_unfinished(span)}"]


def _unfinished(span: ExportSpan) -> str:
    if span.last and span.last < span.today:
        return "Each of these days was over when this was written."
    if span.first and span.first > span.today:
        return "None of these days had begun when this was written."
    return (
        f"{span.today} was the day on which this was written, and not over yet: what is empty or low in its row may"
        " still have come. Leave it, and any later day, out of means and comparisons."
    )


def _left_out(exported: Exported) -> list[str]:
    span = exported.span
    sentences = []
    ends = [f"{word} {day}" for word, day in (("from", span.since), ("to", span.until)) if day]
    if ends:
        sentences.append(
            f"Only what belongs to the days {' '.join(ends)} was asked for, and the medicines taken on any of them."
            " What belongs to no day (questions, own words, profile, settings, templates) is here whole."
        )
    if not exported.notes:
        sentences.append(
            "Notes were left out on purpose: notes.csv and visit_advice.csv have no row, and every column called note"
            " is empty, whether or not there was one. Other words of the person's own are here: the text of an illness,"
            " test or visit, the names and doses of medicines, own words and questions, and profile.csv."
        )
    if exported.left_out:
        sentences.append(f"So were lines of templates.csv that hold a note: {', '.join(exported.left_out)}.")
    return [*sentences, "The history of changes to the diary (its tables step and change) is never exported."]


# ---- the files ----------------------------------------------------------------------------------------------


def _files(connection: sqlite3.Connection, rows: Mapping[str, int]) -> list[str]:
    """A paragraph for each file, after one for the columns that they have in common."""
    paragraphs = [_columns(COMMON), "\n".join([_file(DAYS_FILE, rows, "what each day is worth"), *_days(connection)])]
    for docs in TABLES.values():
        own_columns = {name: means for name, means in docs.columns.items() if COMMON.get(name) != means}
        common = ", ".join(name for name in docs.columns if name not in own_columns)
        also = _columns({"and, as above,": common}) if common else ""
        paragraphs.append("\n".join(filter(None, [_file(docs.file, rows, docs.row), _columns(own_columns), also])))
    dictionary = [_file(COLUMNS_FILE, rows, "a column of one of the other files, for programs"), _columns(DICTIONARY)]
    paragraphs.append("\n".join(dictionary))
    return paragraphs


def _file(name: str, rows: Mapping[str, int], row: str) -> str:
    return _wrapped(f"{name}, {counted(rows[name], 'row') if rows[name] else 'no rows'}: {row}")


def _columns(columns: Mapping[str, str]) -> str:
    hang = " " * len(_indented(""))
    return "\n".join(
        fill(means, WIDTH, initial_indent=_indented(name), subsequent_indent=hang, break_on_hyphens=False)
        for name, means in columns.items()
    )


def _indented(column: str) -> str:
    return f"  {column:<19} "


def _days(connection: sqlite3.Connection) -> list[str]:
    """The columns of days.csv, as this diary has them; the user's own words are not folded into lines."""
    view_columns, own_columns = days_csv.columns(connection)
    questions = BUILT_IN | {question.slug: question for question in all_questions(connection)}
    built_in = {
        slug: f"{_question(questions[slug])}; {MADE_OF.get(slug, 'the answer')}"
        for slug in view_columns
        if slug not in DAYS
    }
    return [
        _columns(DAYS | built_in),
        *(
            f"{_indented(column)}{_question(questions[slug])}; the person's own question"
            for slug, column in own_columns.items()
        ),
    ]


def _question(question: Question) -> str:
    """A question's name with its unit, or with its scale and what the ends of that mean."""
    if question.unit:
        return f"{question.label}, in {question.unit}"
    lowest, highest = question.lowest, question.highest
    ends = [
        f"{end:g} {means}" for end, means in ((lowest, question.low_means), (highest, question.high_means)) if means
    ]
    scale = f"{lowest:g} and more" if highest is None else f"{lowest:g} to {highest:g}"
    return f"{question.label}: {scale}" + (f" ({', '.join(ends)})" if ends else "")
