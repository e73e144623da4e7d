"""Diaries as a doctor's page is made of them: thin, usual and overfull ones; and what a PDF says of itself."""

import io
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import StreamObject

from journal.sharing.report import compose
from journal.sharing.report.content import Report
from journal.sharing.report.parts import ReportRequest
from journal.store.file import connections
from journal.store.read import queries
from tests.diary import Diary
from tests.store.diaries import by_hand

WORRY = "that it spreads"
QUESTION = "may I go on lifting?"
TEXTS = ("first_noticed", "main_worry", "questions", "family_history", "other_illnesses", "before_it_began", "nicotine")
LONG = "a long story of how it began, " * 20


def tell(diary: Diary, **profile: str) -> None:
    """What the person keeps in About me."""
    rows = (f"INSERT INTO profile VALUES ('{key}', '{value}')" for key, value in profile.items())
    by_hand(diary.path, *rows)


_made: dict[str, bytes] = {}
"""New diaries that were filled before: a copy takes no time."""


def usual(diary: Diary) -> Diary:
    """Fourteen days in November: the left calf on seven, none on three, the right eyelid on four."""
    if diary.path.exists():
        return fill(diary)
    if diary.clock.now.isoformat() not in _made:
        _made[diary.clock.now.isoformat()] = fill(diary).path.read_bytes()
    diary.path.write_bytes(_made[diary.clock.now.isoformat()])
    diary.path.chmod(0o600)
    return diary


def fill(diary: Diary) -> Diary:
    diary.log_all(
        [
            *(f"2026-11-{day:02}: left calf 4 2m x2 at rest" for day in range(1, 8)),
            *(f"2026-11-{day:02}: none" for day in range(8, 11)),
            *(f"2026-11-{day:02}: right eyelid 3 visible filmed" for day in range(11, 15)),
            "2026-11-05: cramp left calf 6 +stretch -heat",
            "2026-11-03: started magnesium 300mg",
            "2026-11-04: ill cold",
            "2026-11-06: visit neurologist",
            "2026-11-06: test CK 180",
            "2026-11-07: took ibuprofen 400mg",
            *(f"2026-11-{day:02}: coffee" for day in range(1, 6)),
        ]
    )
    diary.log("left calf 2")
    tell(diary, first_noticed="March 2026", main_worry=WORRY, questions=QUESTION, handedness="left", birth_year="1980")
    return diary


def overfull(diary: Diary) -> Diary:
    """Eighty days at twenty-four sites, twelve medicines, and a person with much to say."""
    sites = ("calf", "thigh", "eyelid", "thumb", "biceps", "forearm", "foot", "toe", "shoulder", "cheek", "hip", "neck")
    first = date(2026, 9, 1)
    days = [(first + timedelta(days=number)).isoformat() for number in range(80)]
    lines = [f"{day}: left {sites[number % 12]} {number % 9}" for number, day in enumerate(days)]
    lines += [f"{day}: right {sites[(number + 1) % 12]} 2m" for number, day in enumerate(days)]
    lines += [f"{day}: started medicine{number} {number + 1}00mg" for number, day in enumerate(days[:12])]
    lines += [f"{day}: ill something of a rather long name {number}" for number, day in enumerate(days[20:29])]
    lines += [f"{day}: test number {number} of its kind" for number, day in enumerate(days[30:39])]
    lines += [f"{day}: took remedy{number} 400mg" for number, day in enumerate(days[40:49])]
    diary.log_all(lines)
    tell(diary, **dict.fromkeys(TEXTS, LONG))
    return diary


def content(diary: Diary, **asked: Any) -> Report:
    """The content of a report of the last 90 days."""
    first, last = asked.pop("first", date(2026, 8, 24)), asked.pop("last", date(2026, 11, 21))
    with connections.reading(diary.path) as connection:
        context = queries.context(connection, diary.clock)
        request = ReportRequest(first, last, diary.clock.today, **asked)
        return compose.report(connection, context, request)


def read(pdf: bytes | Path) -> PdfReader:
    return PdfReader(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf)


def text(pdf: bytes | Path) -> str:
    """What can be selected on all pages, on one line."""
    return on_one_line(" ".join(page.extract_text() for page in read(pdf).pages))


def on_one_line(words: str) -> str:
    """Words as they stand behind each other, without the places at which long ones may break."""
    return re.sub(r"\s+", " ", words).replace("\u200b", "")


def everything(pdf: Path) -> str:
    """All that leaves in a file: its texts, its tags and alternative texts, and what it says of itself."""
    reader = read(pdf)
    parts = [text(pdf)]
    for number in range(1, int(str(reader.trailer["/Size"]))):
        thing = reader.get_object(number)
        parts.append(repr(thing))
        if isinstance(thing, StreamObject):
            parts.append(thing.get_data().decode("latin-1"))
    return " ".join(parts)
