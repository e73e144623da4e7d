"""history.csv: what may have changed something, and what was answered to the signs, in the order of the days."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from journal.catalog.signs import BY_SLUG
from journal.moments import FIRST_DAY
from journal.phrases.write.format_number import number_words
from journal.store.read import sign_history

COLUMNS = {
    **dict.fromkeys(("date", "weekday"), "the first day"),
    "until": "the last of several",
    "what": "illness, medicine begun, changed or stopped, taken as needed, test, visit, travel, sign answered",
    "details": "in the person's own words",
}
NOTE = "note"
SIGN = "sign answered"
ILLNESS = "illness"


class HistoryEntry(NamedTuple):
    """A day in ISO, the last day where there is one, what happened, and the person's own words of it."""

    day: str
    last_day: str | None
    what: str
    details: str
    note: str | None = None

    def days_between(self, first: str, last: str) -> Iterator[str]:
        """Every day that it touches, of a span."""
        return days_text(max(self.day, first), min(self.last_day or self.day, last))


def days_text(first: str, last: str) -> Iterator[str]:
    """Every day from the first to the last, in ISO."""
    day = date.fromisoformat(first)
    while day.isoformat() <= last:
        yield day.isoformat()
        day += timedelta(days=1)


def entries(connection: sqlite3.Connection, first: str, last: str) -> list[HistoryEntry]:
    """What touches a span; of a medicine that was taken in it also that it was begun before."""
    history = [
        *_medicines(connection, first, last),
        *_doses(connection, first, last),
        *_events(connection, first, last),
    ]
    history += _signs(connection, max(date.fromisoformat(first), FIRST_DAY), date.fromisoformat(last))
    return sorted(history, key=lambda entry: entry.day)


def _medicines(connection: sqlite3.Connection, first: str, last: str) -> Iterator[HistoryEntry]:
    """A medicine that ends as another dose of it begins was changed, once."""
    rows = connection.execute(
        "SELECT name, dose, frequency, started_on, stopped_on, note FROM medicine"
        " WHERE started_on <= :last AND coalesce(stopped_on, :last) >= :first ORDER BY started_on, rowid",
        {"first": first, "last": last},
    ).fetchall()
    texts = [" ".join(part for part in row[:3] if part) for row in rows]
    changed_from: dict[int, int] = {}
    for number, (name, _, _, started_on, _, _) in enumerate(rows):
        eve = (date.fromisoformat(started_on) - timedelta(days=1)).isoformat()
        for earlier in range(number):
            if (
                rows[earlier][0].casefold() == name.casefold()
                and rows[earlier][4] in (eve, started_on)
                and earlier not in changed_from.values()
            ):
                changed_from[number] = earlier
    for number, (_, _, _, started_on, stopped_on, note) in enumerate(rows):
        text = texts[number]
        if number in changed_from:
            text = f"{text} (before: {texts[changed_from[number]]})"
        what = "medicine changed" if number in changed_from else "medicine begun"
        yield HistoryEntry(started_on, None, what, text, note)
        if stopped_on and stopped_on <= last and number not in changed_from.values():
            yield HistoryEntry(stopped_on, None, "medicine stopped", texts[number])


def _doses(connection: sqlite3.Connection, first: str, last: str) -> Iterator[HistoryEntry]:
    """`ibuprofen 400 mg, 2 times`: one entry for doses that are alike on one day."""
    rows = connection.execute(
        "SELECT day, name, amount, unit, count(*) FROM dose WHERE day BETWEEN ? AND ?"
        " GROUP BY day, name, amount, unit ORDER BY day, min(rowid)",
        (first, last),
    )
    for day, name, amount, unit, number in rows:
        amount_text = "" if amount is None else f"{number_words(amount)} {unit or ''}"
        text = f"{name} {amount_text}".strip()
        yield HistoryEntry(day, None, "taken as needed", text if number == 1 else f"{text}, {number} times")


def _events(connection: sqlite3.Connection, first: str, last: str) -> Iterator[HistoryEntry]:
    rows = connection.execute(
        "SELECT day, last_day, kind, text, note, advised, come_back FROM event"
        " LEFT JOIN visit_advice ON visit_advice.event = event.id"
        " WHERE day <= ? AND coalesce(last_day, day) >= ? ORDER BY day, event.rowid",
        (last, first),
    )
    for day, last_day, kind, text, note, advised, come_back in rows:
        noted = [note, advised and f"advised: {advised}", come_back and f"to come back: {come_back}"]
        yield HistoryEntry(day, last_day, kind, text, "\n".join(filter(None, noted)) or None)


def _signs(connection: sqlite3.Connection, first: date, last: date) -> Iterator[HistoryEntry]:
    for sign, answers in sign_history.all_answers(connection, first, last).items():
        for answer in answers:
            parts = ["yes" if answer.present else "no", "suddenly" if answer.sudden else "", answer.course or ""]
            if answer.discussed_on:
                parts.append(f"discussed on {answer.discussed_on}")
            yield HistoryEntry(str(answer.day), None, SIGN, f"{BY_SLUG[sign].brief}: {', '.join(filter(None, parts))}")
    for check in sign_history.checks(connection, first, last):
        if text := sign_history.check_words(check):
            yield HistoryEntry(str(check.day), None, SIGN, text)


def remark(entry: HistoryEntry) -> str:
    """An entry as it stands among the remarks of a day: `ill: flu`, `medicine begun: magnesium 300 mg`."""
    return f"{'ill' if entry.what == ILLNESS else entry.what}: {entry.details}"
