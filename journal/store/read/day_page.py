"""A day as it is read: its records in the order they were lived, and each question in one of its three states."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from journal.catalog.drinks import SOME_CAFFEINE_MG
from journal.catalog.kinds import TWITCH_KINDS
from journal.catalog.lexicon import Lexicon
from journal.catalog.questions import Question
from journal.moments import date_of, day_words
from journal.phrases.write.describe import describe_record
from journal.phrases.write.format_number import counted, round_words, time_words, value_words, volume_words
from journal.records import Answer, DayNote, Drink, Episode, Record, Sleep, Workout, replace
from journal.store.read import nones, pauses, queries, sign_history
from journal.store.read.overlaps import minutes_once, overlapping
from journal.store.read.pauses import Pause
from journal.store.read.question_states import all_questions


class QuestionLine(NamedTuple):
    """A question of a day: `state` is "value", "none" or "not logged"; `made_of` says where the value is from."""

    question: Question
    state: str
    value: float | None
    phrase: str
    made_of: str


class DayPage(NamedTuple):
    """All that is known of a day; `records` with the ids that can be typed, where they were asked for. `overlaps` has
    for the id of a record those that lie on it."""

    day: date
    records: list[tuple[Record, str]]
    lines: list[QuestionLine]
    note: str | None
    daily: dict[str, Any]
    logged: bool
    answers: dict[str, float]
    """Question -> its answer."""
    overlaps: dict[str, list[Record]]
    pause: Pause | None
    """The pause in which the day lies."""
    signs: list[str]
    """What was answered to the signs, and what a doctor advised at a visit of the day, a line each."""

    def record(self, name: str) -> Record:
        """The record that the page shows under this name."""
        if self.note and name == f"{self.day}:note":
            return DayNote(day=self.day.isoformat(), text=self.note)
        return next(record for record, _ in self.records if record.id == name)

    def overlap_words(self, record: Record, say: Callable[[Record], str]) -> str:
        """What lies on a record, as it stands behind it; nothing where nothing does."""
        others = self.overlaps.get(record.id, [])
        if len(others) > 1:
            return f", overlaps {len(others)} others"
        return "".join(f", overlaps {say(other)}" for other in others)


def day_page(connection: sqlite3.Connection, day: date, lexicon: Lexicon, *, ids: bool = True) -> DayPage:
    """The page of a diary day; without `ids` a day with many records takes a fraction of the time."""
    iso = day.isoformat()
    records = queries.timeline(connection, iso)
    daily = queries.daily(connection, iso)
    answers = queries.answers(connection, day)
    lasting = queries.lasting(connection, iso)
    notes = queries.records(connection, "day_note", "day = ?", (iso,))
    beneath = {answer.question: answer for answer in nones.beneath(connection, [iso])}
    lines = []
    for question in all_questions(connection):
        standing = answers.get(question.slug) if question.slug not in beneath else None
        line = _line(question, daily, standing, records, lexicon)
        if question.slug == "any_twitches" and lasting:
            line = line._replace(made_of="; ".join(filter(None, (line.made_of, *_since(lasting, day, lexicon)))))
        if question.slug in beneath:
            winner = _winner(question.slug, answers, records, lexicon)
            earlier = f"“{describe_record(beneath[question.slug], lexicon)}” was said earlier, {winner}"
            line = line._replace(made_of=f"{line.made_of}; {earlier}" if line.made_of else earlier)
        if question.state == "on" or line.state != "not logged" or question.slug in beneath:
            lines.append(line)
    return DayPage(
        day,
        [(record, queries.short_id(connection, record.id) if ids else "") for record in records],
        lines,
        notes[0].text if notes else None,
        daily,
        bool(records or answers or notes or lasting),
        {slug: answer.value for slug, answer in answers.items()},
        {record.id: others for record in records if (others := overlapping(record, records))},
        pauses.pause_on(connection, day),
        sign_history.day_lines(connection, day),
    )


def _since(lasting: list[Episode], day: date, lexicon: Lexicon) -> list[str]:
    """What goes on from a day before, as it stands behind the day's twitches."""
    return [
        f"{describe_record(replace(record, last_day=None), lexicon)}, since {day_words(date_of(record.day), day)}"
        for record in lasting
    ]


def _line(
    question: Question, daily: dict[str, Any], answer: Answer | None, records: list[Record], lexicon: Lexicon
) -> QuestionLine:
    slug = question.slug
    value = daily.get(slug, answer.value if answer else None)
    made_of = _MADE_OF[slug](daily, answer, records, lexicon) if slug in _MADE_OF else ""
    if value is None:
        phrase = "not known" if slug == "workout_load" and made_of else "not logged"
        return QuestionLine(question, "not logged", None, phrase, made_of)
    is_typed = answer is not None or slug == "any_twitches"  # a workout of no effort has a load of 0 that nobody typed
    if value == 0 and is_typed and question.lowest == 0 and slug != "drinks_complete":
        return QuestionLine(question, "none", 0.0, _none(question), made_of)
    return QuestionLine(question, "value", value, value_words(question, value, lexicon.volume_unit), made_of)


def _winner(slug: str, answers: dict[str, Answer], records: list[Record], lexicon: Lexicon) -> str:
    """What counts instead of a none: rows, or what was answered to another question."""
    opposite = answers.get(nones.OPPOSITE.get(slug, ""))
    if opposite and opposite.value and not any(_is_twitch(record) for record in records):
        return f"“{describe_record(opposite, lexicon)}” counts"
    return f"the {nones.ROWS[slug].name} count"


def _is_twitch(record: Record) -> bool:
    return isinstance(record, Episode) and record.kind in TWITCH_KINDS


def _none(question: Question) -> str:
    """An explicit zero in words, beside its number where it is on a scale."""
    if question.is_yes_or_no:
        return "no" if question.role != "outcome" else "none"
    if question.unit is None and question.highest is not None and question.highest <= 100:
        return f"none (0 of {question.highest:g})"
    return "none"


def _origin(answer: Answer) -> str:
    """Who gave an answer: the user, or the program from which it came."""
    return "typed" if answer.source == "typed" else f"from {answer.source}"


# ---- what a value is made of ------------------------------------------------------------------------------


MadeOf = Callable[[dict[str, Any], Answer | None, list[Record], Lexicon], str]
"""What the row of the view `daily`, the answer and the records of a day say of where a value is from."""
_ONCE = "; where they overlap, the time counts once"


def _twitches(daily: dict[str, Any], answer: Answer | None, records: list[Record], lexicon: Lexicon) -> str:
    rows = [record for record in records if isinstance(record, Episode) and record.kind in TWITCH_KINDS]
    none = daily["twitchiness"] == 0 or (answer is not None and answer.value == 0)
    if rows:
        times = sum(record.times for record in rows)
        made = f"{counted(times, 'twitch', 'twitches')} in {counted(len(rows), 'episode')}"
        if none:
            made += "; “none” stands beside them, the episodes count"
        return made
    if none and daily["any_twitches"]:
        return "not counted; “none” was said too"
    if answer is None and daily["twitchiness"] is not None and daily["any_twitches"] is not None:
        return "from how twitchy the day was" + ("; not counted" if daily["any_twitches"] else "")
    return "not counted" if answer and answer.value else ""


def _sleep(daily: dict[str, Any], answer: Answer | None, records: list[Record], lexicon: Lexicon) -> str:
    nights = [record for record in records if isinstance(record, Sleep) and not record.nap]
    made = "; ".join(describe_record(night, lexicon).removeprefix("slept ") for night in nights)
    if answer:
        return f"{_origin(answer)}; it counts instead of {made}" if nights else ""
    if len(nights) == 1:  # its length is the value
        return f"from {made.partition(', ')[2] or 'one night'}"
    once = _ONCE if any(overlapping(night, nights) for night in nights) else ""
    return f"from {counted(len(nights), 'night')}: {made}{once}" if nights else ""


def _drinks(rows: list[Drink]) -> str:
    """How many drinks rows are."""
    return counted(sum(record.count for record in rows), "drink")


def _amount(field: str, unit: str) -> MadeOf:
    def made_of(daily: dict[str, Any], answer: Answer | None, records: list[Record], lexicon: Lexicon) -> str:
        rows = [record for record in records if isinstance(record, Drink) and getattr(record, field)]
        total = sum(getattr(record, field) for record in rows)
        made = f"{_drinks(rows)} ({round_words(total)} {unit})"
        if answer is None:
            return f"from {_drinks(rows)}" if rows else ""
        if not rows or (answer.value == 0 and field == "caffeine_mg" and total < SOME_CAFFEINE_MG):
            return ""
        return f"{_origin(answer)}; it counts instead of {made}"

    return made_of


def _fluids(daily: dict[str, Any], answer: Answer | None, records: list[Record], lexicon: Lexicon) -> str:
    rows = [record for record in records if isinstance(record, Drink) and record.volume_ml]
    total = volume_words(sum(record.volume_ml or 0 for record in rows), lexicon.volume_unit)
    if answer:
        return f"{_origin(answer)}; it counts instead of {_drinks(rows)} ({total})" if rows else ""
    if daily["fluids_ml"] is not None:
        return f"from {_drinks(rows)}, said to be all"
    return f"{total} logged so far; `that's all` makes it the day's" if rows else ""


def _load(daily: dict[str, Any], answer: Answer | None, records: list[Record], lexicon: Lexicon) -> str:
    rows = [record for record in records if isinstance(record, Workout)]
    if answer:
        return f"{_origin(answer)}; it counts instead of {counted(len(rows), 'workout')}" if rows else ""
    without = [lexicon.label("workout", record.kind) for record in rows if record.effort is None]
    if without:
        return f"{', '.join(without)} without an effort"
    minutes = time_words(60 * minutes_once(rows))
    once = _ONCE if any(overlapping(workout, rows) for workout in rows) else ""
    return f"from {counted(len(rows), 'workout')}, {minutes}{once}" if rows else ""


_MADE_OF: dict[str, MadeOf] = {
    "any_twitches": _twitches,
    "sleep_hours": _sleep,
    "caffeine_mg": _amount("caffeine_mg", "mg"),
    "alcohol_g": _amount("alcohol_g", "g"),
    "fluids_ml": _fluids,
    "workout_load": _load,
}
