"""Who it is, what worries them and what they ask, and what there is beside the twitches, in the person's own words."""

import sqlite3
from datetime import date

from journal.moments import FIRST_DAY
from journal.records import Event
from journal.sharing.report.content import Line, Listing, Section
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import day_text, one_line, own_line, span_text
from journal.store.read import background

HANDS = {"left": "left-handed", "right": "right-handed", "both": "uses both hands alike"}
Profile = dict[str, str]
MOST_TESTS, MOST_ILLNESSES = 4, 4


def who(request: ReportRequest, profile: Profile) -> tuple[str, str]:
    """The name, and in one line what else the user typed or keeps in About me."""
    if "identity" in request.without:
        return "", ""
    born = one_line(str(request.born or profile.get("birth_year", "")))
    handedness = one_line(profile.get("handedness", ""))
    parts = [f"born {born}"] if born else []
    parts += [HANDS.get(handedness, handedness)] if handedness else []
    return one_line(request.name), ", ".join(parts)


def question_lines(profile: Profile) -> tuple[Line, ...]:
    return (
        own_line("Question for the doctor", _numbered(profile.get("questions", "")), key="question", nothing="none"),
        own_line("Main worry", profile.get("main_worry"), key="worry", nothing="not said"),
    )


def _numbered(questions: str) -> str:
    """One question as it stands; several, each of a line of its own, with their numbers."""
    lines = [line for line in questions.splitlines() if line.strip()]
    return " ".join(f"{number}. {line}" for number, line in enumerate(lines, 1)) if len(lines) > 1 else questions


def background_lines(
    connection: sqlite3.Connection, request: ReportRequest, profile: Profile
) -> tuple[Line | Listing, ...]:
    """Other illnesses, family, what came before, illness of the span, tests with their results."""
    ill = background.events(connection, "illness", *request.ends)
    tests = background.events(connection, "test", FIRST_DAY.isoformat(), request.last.isoformat())
    return (
        own_line("Other illnesses", profile.get("other_illnesses"), key="other_illnesses"),
        own_line("Family", profile.get("family_history"), key="family", alone="Illnesses in the family"),
        own_line(
            "Just before it began",
            profile.get("before_it_began"),
            key="before",
            alone="Just before the twitching began",
        ),
        Listing(
            "Ill in these days",
            tuple(map(_event_text, ill)),
            MOST_ILLNESSES,
            key="ill",
            alone="Illness during the days of this summary",
        ),
        Listing("Tests", tuple(map(_event_text, tests)), MOST_TESTS, key="tests", alone="Tests and their results"),
    )


def _event_text(event: Event) -> str:
    when = span_text_of(event)
    return f"{one_line(event.text)} ({when})"


def span_text_of(event: Event) -> str:
    if not event.last_day or event.last_day == event.day:
        return day_text(event.day)
    return span_text(date.fromisoformat(event.day), date.fromisoformat(event.last_day))


def question_section(profile: Profile) -> Section:
    return Section("question", "Question and worry", question_lines(profile))
