"""Answers to the signs, stored; each step can be undone."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any

from journal.catalog.signs import BY_SLUG, SIGNS
from journal.errors import Refused
from journal.moments import UserClock, day_words, instant_text
from journal.phrases.read.words.lexer import clean
from journal.store.file.diary_file import DiaryPath
from journal.store.read import sign_history, sign_rules
from journal.store.read.sign_history import VisitAdvice
from journal.store.read.sign_rules import SignAnswer
from journal.store.write import transaction

LONGEST_TEXT = 2000


def keep(
    where: DiaryPath,
    clock: UserClock,
    answers: Mapping[str, SignAnswer | None],
    measures: Mapping[str, Any],
    advice: VisitAdvice | None = None,
) -> None:
    """Store answers of today, in one step: to signs, and the columns of `sign_check`; None is not said (any more).
    `advice` is what was said of a visit beside them."""
    day = clock.today.isoformat()
    with transaction.step(where, "log", instant_text(clock.now)) as connection:
        if advice:
            _put_advice(connection, advice)
        if not (answers or measures):
            return
        _begin(connection, day)
        for sign, answer in answers.items():
            key = {"day": day, "sign": sign}
            if answer is None:
                transaction.delete(connection, "sign", key)
                continue
            values: dict[str, Any] = {"present": answer.present, "sudden": answer.sudden, "course": answer.course}
            if not answer.present or answer.discussed_on:  # else an answer that was discussed stays so
                values["discussed_on"] = answer.discussed_on and answer.discussed_on.isoformat()
            transaction.upsert(connection, "sign", key, values)
        if measures:
            transaction.update(connection, "sign_check", {"day": day}, measures)
        _end(connection, day)


def none_of_these(where: DiaryPath, clock: UserClock) -> list[str]:
    """Answer no to every sign that has no answer today and is not asked as better, same or worse; to which ones."""
    day = clock.today.isoformat()
    with transaction.step(where, "log", instant_text(clock.now)) as connection:
        page = sign_history.page(connection, clock)
        absent = [
            sign.slug for sign in SIGNS if sign.slug not in page.answers and not page.states[sign.slug].is_discussed
        ]
        if not absent:
            return []
        _begin(connection, day)
        for sign in absent:
            transaction.insert(connection, "sign", {"day": day, "sign": sign, "present": 0})
    return absent


def _begin(connection: sqlite3.Connection, day: str) -> None:
    """The row of a day on which the signs are asked."""
    if not connection.execute("SELECT 1 FROM sign_check WHERE day = ?", (day,)).fetchone():
        transaction.insert(connection, "sign_check", {"day": day})


def _end(connection: sqlite3.Connection, day: str) -> None:
    """A day of which nothing is said any more was none."""
    values = connection.execute("SELECT * FROM sign_check WHERE day = ?", (day,)).fetchone()[1:]
    if (
        not any(value is not None for value in values)
        and not connection.execute("SELECT 1 FROM sign WHERE day = ?", (day,)).fetchone()
    ):
        transaction.delete(connection, "sign_check", {"day": day})


def discuss(where: DiaryPath, clock: UserClock, sign: str, day: date) -> None:
    """Mark a sign as discussed with a doctor on a day: from then on it is asked as better, same or worse."""
    if sign not in BY_SLUG:
        raise Refused(f"there is no sign “{sign}”; there are {', '.join(BY_SLUG)}")
    if day > clock.today:
        raise Refused(f"{day_words(day, clock.today)} has not come yet")
    with transaction.step(where, "edit", instant_text(clock.now), create=False) as connection:
        state = sign_rules.state(sign_history.all_answers(connection).get(sign, []))
        if state.newest is None or not state.newest.present:
            raise Refused(f"“{BY_SLUG[sign].brief}” was not answered with yes, so there is nothing to discuss")
        key = {"day": state.newest.day.isoformat(), "sign": sign}
        transaction.update(connection, "sign", key, {"discussed_on": day.isoformat()})


def keep_advice(where: DiaryPath, clock: UserClock, advice: VisitAdvice) -> None:
    """Store what a doctor advised at a visit and what would make one come back; where both are empty, neither."""
    with transaction.step(where, "edit", instant_text(clock.now), create=False) as connection:
        _put_advice(connection, advice)


def _put_advice(connection: sqlite3.Connection, advice: VisitAdvice) -> None:
    key = {"event": advice.event}
    texts = {"advised": _text(advice.advised), "come_back": _text(advice.come_back)}
    if not connection.execute("SELECT 1 FROM event WHERE id = ?", (advice.event,)).fetchone():
        raise Refused("the visit was deleted meanwhile; nothing was stored")
    if any(texts.values()):
        transaction.upsert(connection, "visit_advice", key, texts)
    else:
        transaction.delete(connection, "visit_advice", key)


def _text(text: str) -> str | None:
    """The user's words without blanks around them; None where there are none."""
    text = text.strip()
    if len(text) > LONGEST_TEXT:
        raise Refused(f"a text has at most {LONGEST_TEXT} letters, not {len(text)}; nothing was stored")
    return clean(text) if text else None
