"""What was answered to the signs, whether they are due, and what a doctor advised at a visit."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from journal import moments
from journal.catalog.kinds import BY_TABLE, TWITCH_KINDS
from journal.catalog.signs import BY_SLUG, MEASURES, SIGNS
from journal.moments import UserClock, day_words, spelled_out
from journal.store.read import queries, sign_rules
from journal.store.read.sign_rules import SignAnswer, SignCheck, SignState

SETTING = "signs"
"""The setting that is `off` where the signs are not asked."""
_EYELID = "('eyelid', 'eyelid_upper', 'eyelid_lower')"
_LIVED = [kind for kind in BY_TABLE.values() if kind.lived]


class VisitAdvice(NamedTuple):
    """A visit, and what was said of it; the texts are empty where nothing was."""

    event: str
    day: date
    visit: str
    advised: str = ""
    come_back: str = ""


class SignsPage(NamedTuple):
    """All that asking needs: how each sign stands, today's answers, and what else is to be asked."""

    today: date
    is_on: bool
    states: dict[str, SignState]
    answers: dict[str, SignAnswer]
    check: SignCheck
    asks_whether_examined: bool
    advice: VisitAdvice | None
    """The newest that was written down: it stands above the questions."""
    visit: VisitAdvice | None
    """A visit of which the advice is asked for now."""
    emergency: str | None
    next_day: date | None
    is_pause_offered: bool


def page(connection: sqlite3.Connection, clock: UserClock) -> SignsPage:
    """The signs as they are asked today."""
    today = clock.today
    all_checks = checks(connection)
    answers = all_answers(connection)
    # what was answered today can be changed: it is asked as it stood before
    earlier = {sign.slug: [each for each in answers.get(sign.slug, []) if each.day < today] for sign in SIGNS}
    of_today = {sign: each[-1] for sign, each in answers.items() if each[-1].day == today}
    before = [check for check in all_checks if check.day != today]
    advice = visit_advice(connection)
    worries = [(check.day, check.worry) for check in all_checks if check.worry is not None]
    is_on = queries.setting(connection, SETTING) != "off"
    return SignsPage(
        today,
        is_on,
        {sign: sign_rules.state(each) for sign, each in earlier.items()},
        of_today,
        next((check for check in all_checks if check.day == today), SignCheck(today)),
        sign_rules.asks_whether_examined(before, last_visit(connection, today), _eyelid_since(connection), today),
        next((each for each in advice if each.advised or each.come_back), None),
        visit_to_ask_about(connection, today),
        queries.setting(connection, "emergency") or None,
        all_checks[-1].day + sign_rules.EVERY if all_checks and is_on else None,
        sign_rules.is_pause_offered(worries),
    )


# ---- answers ------------------------------------------------------------------------------------------------


def checks(connection: sqlite3.Connection, first: date = moments.FIRST_DAY, last: date = date.max) -> list[SignCheck]:
    """The days on which the signs were asked, the oldest first."""
    query = f"SELECT {', '.join(SignCheck._fields)} FROM sign_check WHERE day BETWEEN ? AND ? ORDER BY day"
    return [
        SignCheck(date.fromisoformat(day), _yes(examined), examined_on, _yes(weak), *others)
        for day, examined, examined_on, weak, *others in connection.execute(query, (str(first), str(last)))
    ]


def all_answers(
    connection: sqlite3.Connection, first: date = moments.FIRST_DAY, last: date = date.max
) -> dict[str, list[SignAnswer]]:
    """Sign -> its answers, the oldest first, in the order in which they are asked; signs that this program does not
    know are left out."""
    answers: dict[str, list[SignAnswer]] = {sign.slug: [] for sign in SIGNS}
    query = f"SELECT sign, {', '.join(SignAnswer._fields)} FROM sign WHERE day BETWEEN ? AND ? ORDER BY day"
    for sign, *row in connection.execute(query, (str(first), str(last))):
        if sign in BY_SLUG:
            answers[sign].append(answer_of(dict(zip(SignAnswer._fields, row, strict=True))))
    return {sign: each for sign, each in answers.items() if each}


def answer_of(row: Mapping[str, Any]) -> SignAnswer:
    """A row of `sign` as an answer."""
    return SignAnswer(
        date.fromisoformat(row["day"]),
        bool(row["present"]),
        _yes(row["sudden"]),
        row["course"],
        _date(row["discussed_on"]),
    )


def states(connection: sqlite3.Connection) -> dict[str, SignState]:
    """Each sign that was ever answered -> how it stands, in the order in which they are asked."""
    return {sign: sign_rules.state(answers) for sign, answers in all_answers(connection).items()}


def _yes(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _date(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


# ---- whether they are due -----------------------------------------------------------------------------------


def due_since(connection: sqlite3.Connection, today: date) -> date | None:
    """The day from which on the signs are due; None where they are not. An index look-up or two, but for who has not
    been asked yet."""
    last_check = _date(connection.execute("SELECT max(day) FROM sign_check").fetchone()[0])
    first_day = None if last_check else _fourteenth_day(connection)
    is_due = sign_rules.are_due(
        is_on=queries.setting(connection, SETTING) != "off",
        has_begun=last_check is not None or (first_day is not None and first_day <= today),
        last_check=last_check,
        today=today,
    )
    return (last_check + sign_rules.EVERY if last_check else first_day) if is_due else None


def eyelid_due_since(connection: sqlite3.Connection, today: date) -> date | None:
    """Three months after an eyelid that twitches alone began to, where it is asked once more if a doctor has looked;
    None where it is not. Nothing is looked up for who has said yes, or has not been asked."""
    if queries.setting(connection, SETTING) == "off":
        return None
    has_said_no = "SELECT 1 FROM sign_check WHERE examined = 0 AND NOT EXISTS"
    has_said_no += " (SELECT 1 FROM sign_check WHERE examined = 1) LIMIT 1"
    if not connection.execute(has_said_no).fetchone():
        return None
    since = _eyelid_since(connection)
    asks = sign_rules.asks_whether_examined(checks(connection), last_visit(connection, today), since, today)
    return since + sign_rules.EYELID_AGAIN if since and asks else None


def _fourteenth_day(connection: sqlite3.Connection) -> date | None:
    """The fourteenth logged day: from each the index leads to the next one, however many rows they have."""
    next_days = " UNION ALL ".join(
        f"SELECT min({kind.day}) AS day FROM {kind.table} WHERE {kind.day} > logged.day" for kind in _LIVED
    )
    query = f"""WITH RECURSIVE logged (number, day) AS (
            VALUES (0, '')
            UNION ALL SELECT number + 1, (SELECT min(day) FROM ({next_days})) FROM logged
            WHERE number < {sign_rules.FIRST_ASKED} AND day IS NOT NULL
        ) SELECT max(day) FROM logged WHERE number = {sign_rules.FIRST_ASKED}"""
    return _date(connection.execute(query).fetchone()[0])


def last_visit(connection: sqlite3.Connection, today: date) -> date | None:
    """The day of the newest visit that has been."""
    query = "SELECT max(day) FROM event WHERE kind = 'visit' AND day <= ?"
    return _date(connection.execute(query, (today.isoformat(),)).fetchone()[0])


def _eyelid_since(connection: sqlite3.Connection) -> date | None:
    """The first day of twitches where nothing but an eyelid ever twitched; else None."""
    eyelid = f"(site IN {_EYELID} OR site IN (SELECT slug FROM term WHERE kind = 'site' AND parent IN {_EYELID}))"
    query = f"""SELECT min(day) FROM episode WHERE kind IN {TWITCH_KINDS}
        AND NOT EXISTS (SELECT 1 FROM episode WHERE kind IN {TWITCH_KINDS} AND NOT {eyelid})"""
    return _date(connection.execute(query).fetchone()[0])


# ---- visits -------------------------------------------------------------------------------------------------


def visit_advice(connection: sqlite3.Connection) -> list[VisitAdvice]:
    """The visits of which something was written down, the newest first."""
    return list(_visits(connection, "JOIN", "1"))


def visit_to_ask_about(connection: sqlite3.Connection, today: date) -> VisitAdvice | None:
    """The newest visit of which nothing was written down yet, where that is asked for now."""
    first = (today - sign_rules.ADVICE_UNTIL).isoformat()
    unsaid = "event.kind = 'visit' AND visit_advice.event IS NULL AND day BETWEEN ? AND ?"
    for visit in _visits(connection, "LEFT JOIN", unsaid, first, today.isoformat()):
        if sign_rules.is_advice_due(visit.day, today):
            return visit
    return None


def visit_on(connection: sqlite3.Connection, day: date) -> VisitAdvice | None:
    """The visit of a day with what was said of it; the last one of several."""
    query = "event.kind = 'visit' AND day = ?"
    return next(_visits(connection, "LEFT JOIN", query, day.isoformat()), None)


def _visits(connection: sqlite3.Connection, join: str, where: str, *values: str) -> Iterator[VisitAdvice]:
    rows = connection.execute(
        "SELECT event.id, day, text, coalesce(advised, ''), coalesce(come_back, '') FROM event"
        f" {join} visit_advice ON visit_advice.event = event.id WHERE {where} ORDER BY day DESC, event.rowid DESC",
        values,
    )
    return (VisitAdvice(event, date.fromisoformat(day), *texts) for event, day, *texts in rows)


# ---- in words -----------------------------------------------------------------------------------------------


def day_lines(connection: sqlite3.Connection, day: date) -> list[str]:
    """What a day holds of signs and of what a doctor advised, a line each, for its page."""
    lines = []
    if answers := all_answers(connection, day, day):
        lines.append(f"signs: {answers_words({sign: each[-1] for sign, each in answers.items()})}")
    lines += [f"signs: {text}" for check in checks(connection, day, day) if (text := check_words(check))]
    for visit in _visits(connection, "JOIN", "day = ?", day.isoformat()):
        lines += [f"advised: {visit.advised}"] if visit.advised else []
        lines += [f"to come back: {visit.come_back}"] if visit.come_back else []
    return lines


def answers_words(answers: Mapping[str, SignAnswer]) -> str:
    """Answers of a day in words: the yeses one by one, the others counted."""
    present = [f"{BY_SLUG[sign].brief}{_details(answer)}" for sign, answer in answers.items() if answer.present]
    absent = len(answers) - len(present)
    if not present:
        return "none of them" if absent == len(SIGNS) else f"no to {absent} of {len(SIGNS)}"
    return "; ".join([*present, *([f"no to {absent}"] if absent else [])])


def _details(answer: SignAnswer) -> str:
    parts = [answer.course or "", "suddenly" if answer.sudden else ""]
    if answer.discussed_on:
        parts.append(f"discussed on {day_words(answer.discussed_on, max(answer.day, answer.discussed_on))}")
    text = ", ".join(filter(None, parts))
    return f" ({text})" if text else ""


def check_words(check: SignCheck) -> str:
    """What was answered beside the signs; empty where nothing was."""
    parts = []
    if check.examined is not None:
        parts.append(f"a doctor has looked{when_words(check)}" if check.examined else "no doctor has looked")
    if check.feels_weak:
        parts.append("feels weak, can do everything")
    if check.compared:
        parts.append(f"{check.compared}{' as' if check.compared == 'same' else ' than'} three months ago")
    parts += [f"{name} {value} of 10" for name in MEASURES if (value := getattr(check, name)) is not None]
    return ", ".join(parts)


def when_words(check: SignCheck) -> str:
    """When a doctor looked, behind a space; empty where it was not said."""
    if not check.examined_on:
        return ""
    if len(check.examined_on) < len("2026-11-21"):
        return f" in {spelled_out(check.examined_on)}"
    return f" on {day_words(date.fromisoformat(check.examined_on), date.fromisoformat(str(check.day)))}"
