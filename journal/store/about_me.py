"""What a doctor asks once, about the person and not about a day: each line may stay empty."""

import sqlite3
from typing import NamedTuple

from journal import moments
from journal.errors import Refused
from journal.moments import FIRST_DAY, UserClock
from journal.phrases.read.words.amounts import shortened
from journal.phrases.read.words.lexer import clean
from journal.store.file.diary_file import DiaryPath
from journal.store.write import transaction

QUESTIONS = "questions"
LONGEST = 500


class ProfileLine(NamedTuple):
    """A line of the profile: its key, how it is asked, and an example."""

    key: str
    label: str
    example: str


LINES = (
    ProfileLine("first_noticed", "Since when", "March 2026, after a cold"),
    ProfileLine("before_it_began", "Just before it began", "an illness, an injury, a medicine"),
    ProfileLine("handedness", "Handedness", "left, right or both"),
    ProfileLine("birth_year", "Year of birth", "1980"),
    ProfileLine("family_history", "Family", "mother: cramps at night"),
    ProfileLine("other_illnesses", "Other illnesses", "asthma, since 2001"),
    ProfileLine("nicotine", "Nicotine", "none; 10 cigarettes a day; vape"),
    ProfileLine("main_worry", "Main worry", "in your own words"),
)
KEYS = (*(line.key for line in LINES), QUESTIONS)
NAMES = {
    **{line.label.lower(): line.key for line in LINES},
    **{key.replace("_", " "): key for key in KEYS},
}
"""How a line is named -> its key."""
NO_LINE = f"about you; there are {', '.join(line.label.lower() for line in LINES)} and {QUESTIONS}"
HANDS = {"l": "left", "r": "right"}


def profile(connection: sqlite3.Connection) -> dict[str, str]:
    """What was said of each key; one of which nothing was said is not in it."""
    return dict(connection.execute("SELECT key, value FROM profile"))


def questions(connection: sqlite3.Connection) -> list[str]:
    """The questions for the doctor, in the order in which they were asked."""
    return profile(connection).get(QUESTIONS, "").splitlines()


def set_line(where: DiaryPath, key: str, text: str, clock: UserClock, *, expected: str | None = None) -> str:
    """Say a line of the profile; an empty text takes it away. Refused where it is not as expected any more."""
    if key not in KEYS:
        raise Refused(f"there is no line “{key}” {NO_LINE}")
    value = _checked(key, clean(text).strip() if text.strip() else "", clock)
    with transaction.step(where, "edit", moments.instant_text(clock.now)) as connection:
        present = profile(connection).get(key, "")
        if expected is not None and expected != present != value:
            raise Refused(f"it was changed elsewhere meanwhile and is “{present}” now; nothing was stored")
        if not value:
            transaction.delete(connection, "profile", {"key": key})
        elif value != present:
            transaction.upsert(connection, "profile", {"key": key}, {"value": value})
    return value


def ask(where: DiaryPath, question: str, clock: UserClock) -> str:
    """Put a question for the doctor behind the others; one that is there already stays as it is."""
    if not question.strip():
        raise Refused("ask what? For example `ask may I go on lifting?`")
    text = _one_line(clean(question).strip())
    with transaction.step(where, "edit", moments.instant_text(clock.now)) as connection:
        lines = questions(connection)
        if text not in lines:
            values = {"value": "\n".join([*lines, text])}
            transaction.upsert(connection, "profile", {"key": QUESTIONS}, values)
    return text


def _checked(key: str, text: str, clock: UserClock) -> str:
    """A line as it is stored: word for word, but for what has to be a year or a hand."""
    if key != QUESTIONS:
        _one_line(text)
    if key == "birth_year" and text not in ("", *map(str, range(FIRST_DAY.year, clock.today.year + 1))):
        raise Refused(f"the year of birth is {FIRST_DAY.year} to {clock.today.year}, not “{shortened(text)}”")
    if key == "handedness" and text:
        text = HANDS.get(text.lower(), text.lower())
        if text not in ("left", "right", "both"):
            raise Refused(f"handedness is left, right or both, not “{shortened(text)}”")
    return text


def _one_line(text: str) -> str:
    """The same text, if it is one line of a length that can be read on a page."""
    if "\n" in text:
        raise Refused("it is one line; what is more goes into a note")
    if len(text) > LONGEST:
        raise Refused(f"a line has at most {LONGEST} letters, not {len(text)}")
    return text
