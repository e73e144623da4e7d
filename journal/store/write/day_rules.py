"""What a line does to the diary: the rules of what a day is worth, each within one step.

A typed row wins over an explicit 0, which stays beneath it and counts again when the row goes; a "none" where rows
stand is refused, naming them; a row under a typed total is stored, and it is said that the total stands.
"""

import sqlite3
from datetime import date, timedelta
from typing import Any

from journal import moments
from journal.catalog.drinks import SOME_CAFFEINE_MG
from journal.catalog.kinds import BY_TABLE
from journal.errors import Refused
from journal.phrases.context import Context
from journal.phrases.write.describe import describe_act, describe_record
from journal.phrases.write.format_number import time_words, value_words
from journal.phrases.write.format_time import clock_words, when_of, when_words
from journal.records import (
    Act,
    Answer,
    ChangeMedicine,
    DayNote,
    Drink,
    Episode,
    Forget,
    Medicine,
    Record,
    Sleep,
    StopEpisode,
    StopMedicine,
    Workout,
    replace,
)
from journal.store.read import nones, queries, written_late
from journal.store.read.overlaps import clock_span, joined, minutes_once, overlapping
from journal.store.write import medicines, ongoing_episode, transaction
from journal.store.write.receipt import Receipt, day_text, make_receipt
from journal.store.write.transaction import AnyRecord

MOMENT = ("started_at", "taken_at", "utc_offset_minutes", "ended_at", "ended_utc_offset_minutes")
"""The fields in which two records that say the same may differ."""


class DayRules:
    """Carries out acts on an open step of a diary."""

    def __init__(self, connection: sqlite3.Connection, context: Context) -> None:
        self.connection, self.context = connection, context
        self.remarks: list[str] = []
        self.days: list[str] = []
        self.beneath: list[Answer] = []
        self.late_is_said = False

    def settle(self, act: Act) -> Receipt:
        """Stores an act, or refuses it whole."""
        self._begin(*self._days_to_end(act), *days_of(act))
        if isinstance(act, Forget):
            return self._forget(act)
        if isinstance(act, StopEpisode):
            ended = ongoing_episode.stop(self.connection, self.context, act)
            self.remarks += ongoing_episode.days_it_counts(ended, self.context.clock)
            return self._receipt(ended, "ended")
        if isinstance(act, StopMedicine):
            return medicines.end(self.connection, self.context, act)
        if isinstance(act, ChangeMedicine):
            return medicines.change(self.connection, self.context, act)
        if isinstance(act, Answer):
            return self._answer(act)
        if isinstance(act, DayNote):
            return self._note(act)
        if isinstance(act, Medicine):
            return medicines.begin(self.connection, self.context, act)
        return self._row(act)

    def _days_to_end(self, act: Act) -> list[str]:
        """The days of what is going on, up to the one on which it is ended."""
        if not isinstance(act, StopEpisode):
            return []
        going_on = queries.going_on(self.connection)
        return [day for episode in going_on for day in _every_day(episode.day, max(episode.day, act.details.day))]

    def _begin(self, *days: str) -> None:
        """Look at the days that are touched, before anything is written."""
        self.remarks, self.days = [], [*days]
        self.beneath = nones.beneath(self.connection, days)

    def _say_nones(self, day: str) -> None:
        """Which nones give way to what was written, and which count again."""
        for answer, counts_again in nones.changes(self.connection, self.days, self.beneath):
            of_day = "that day" if answer.day == day else day_text(answer.day, self.context.clock)
            none = f"“{describe_record(answer, self.context.lexicon)}” of {of_day}"
            self.remarks.append(f"{none} counts again" if counts_again else f"{none} gives way while this stands")

    # ---- rows ------------------------------------------------------------------------------------

    def _row(self, record: Record) -> Receipt:
        if isinstance(record, Episode) and record.going_on:
            ongoing_episode.refuse_second(self.connection, self.context, record)
        self._say_if_again(record)
        if isinstance(record, Workout):
            record = self._without_doubtful_clock(record)
        record = self._written_today(record)
        stored = transaction.add(self.connection, record)
        self._after(record, stored.id)
        return self._receipt(stored)

    def _written_today(self, record: AnyRecord) -> AnyRecord:
        """The record as what is said today; that this is late for a habit is said once a day."""
        today = self.context.clock.today
        if not self.late_is_said and written_late.is_late_habit(self.connection, record, today):
            self.late_is_said = True
            if not written_late.is_any(self.connection, today):
                self.remarks.append(written_late.LATE)
        return _written(record, today.isoformat())

    def _without_doubtful_clock(self, record: Workout) -> Workout:
        """Two workouts logged one after the other did not both end now: of the second the clock is not known."""
        span = clock_span(record)
        if span is None or abs(self.context.clock.now - span[1]) >= timedelta(seconds=1):
            return record
        others = overlapping(record, queries.records(self.connection, "workout", "day = ?", (record.day,)))
        if not others or any(_same_words(record, other) for other in others):
            return record
        named = describe_record(others[0], self.context.lexicon)
        self.remarks.append(
            f"without a clock, for it did not end at the same time as {named}; `@18:00` says when it began"
        )
        return replace(record, started_at=None, utc_offset_minutes=None)

    def _after(self, record: Record, identity: str) -> None:
        """What a row means for the answers of its day."""
        if isinstance(record, Drink):
            self._after_drink(record)
        elif isinstance(record, Workout):
            self._say_total(record.day, "workout_load")
        elif isinstance(record, Sleep) and not record.nap:
            self._after_night(record)
        self._say_what_overlaps(record, identity)

    def replace(self, old: Record, new: Record) -> Receipt:
        """A record in the place of another of its kind, with what that means for the days of both."""
        self._begin(*days_of(old), *days_of(new))
        if old == new:
            self.remarks.append("as it was")
            return self._receipt(new, "changed")
        if isinstance(old, Answer) and isinstance(new, Answer):
            return self._replace_answer(old, new)
        is_same_value = _without_texts(new) == _without_texts(old)
        new = _written(new, vars(old).get("written_on")) if is_same_value else self._written_today(new)
        if isinstance(old, Episode) and isinstance(new, Episode):
            if new.going_on and (new.site, new.side) != (old.site, old.side):
                ongoing_episode.refuse_second(self.connection, self.context, new)
            transaction.replace_episode(self.connection, new)
        elif isinstance(old, DayNote) and isinstance(new, DayNote):
            self._replace_note(old, new)
        else:
            values = dict(vars(new))
            transaction.update(self.connection, new.table, {"id": values.pop("id")}, values)
        self._after(new, old.id)
        return self._receipt(new, "changed")

    def _replace_note(self, old: DayNote, new: DayNote) -> None:
        if new.day != old.day and queries.records(self.connection, "day_note", "day = ?", (new.day,)):
            raise Refused(f"{day_text(new.day, self.context.clock)} has a note already; nothing was changed")
        transaction.update(self.connection, "day_note", {"day": old.day}, {"day": new.day, "text": new.text})

    def _replace_answer(self, old: Answer, new: Answer) -> Receipt:
        if (old.day, old.question) != (new.day, new.question):
            transaction.delete(self.connection, "answer", {"day": old.day, "question": old.question})
        return replace(self._answer(new), verb="changed")

    def delete(self, record: Record, key: dict[str, Any]) -> Receipt:
        """A record taken away; a none that it won over counts again."""
        day = when_of(record)[0]
        self._begin(*days_of(record))
        transaction.delete(self.connection, record.table, key)
        self._say_nones(day)
        when, what = when_words(record, self.context.clock), describe_record(record, self.context.lexicon)
        return Receipt(day, when, what, remarks=tuple(self.remarks), verb="deleted")

    def _receipt(self, record: Record, verb: str = "stored") -> Receipt:
        self._say_nones(when_of(record)[0])
        return make_receipt(self.connection, self.context, record, self.remarks, verb)

    def _say_if_again(self, record: Record) -> None:
        """Says so where the same was stored less than a minute before."""
        table = record.table
        day, instant_stored, *_ = when_of(record)
        if instant_stored is None:
            return
        column = "started_at" if hasattr(record, "started_at") else "taken_at"
        instant = moments.lived(instant_stored, 0)
        near = [moments.instant_text(instant + timedelta(seconds=seconds)) for seconds in (-60, 60)]
        # Compared where they lie: a thousand lines of one minute, read back for each of them, took half a minute.
        same = {name: value for name, value in _moment_aside(record).items() if name in BY_TABLE[table].columns}
        where = " AND ".join([f"{column} BETWEEN ? AND ?", *(f"{name} IS ?" for name in same)])
        for other in queries.records(
            self.connection, table, f"{where} ORDER BY {column} DESC LIMIT 8", (*near, *same.values())
        ):
            if _same_words(record, other):
                clock_time = clock_words(self.context.clock, *when_of(other)[1:3], day)  # type: ignore[arg-type]
                self.remarks.append(f"again the same as at {clock_time}; `undo` removes it")
                return

    def _after_drink(self, record: Drink) -> None:
        if (record.caffeine_mg or 0) >= SOME_CAFFEINE_MG:
            self._say_total(record.day, "caffeine_mg")
        if record.alcohol_g:
            self._say_total(record.day, "alcohol_g")
        if record.volume_ml:
            self._say_total(record.day, "fluids_ml")

    def _after_night(self, record: Sleep) -> None:
        """The latest word wins: a typed number of hours gives way to the clocks."""
        typed = queries.answer(self.connection, record.day, "sleep_hours")
        if typed and typed.source == "typed" and typed.value:
            transaction.delete(self.connection, "answer", {"day": record.day, "question": "sleep_hours"})
            self.remarks.append(f"instead of “{describe_record(typed, self.context.lexicon)}” typed for that night")

    def _say_what_overlaps(self, record: Record, identity: str) -> None:
        """The same night or workout twice is worth no more than once."""
        if not isinstance(record, (Sleep, Workout)):
            return
        where = "day = ? AND id <> ? ORDER BY rowid"
        rows = queries.records(self.connection, record.table, where, (record.day, identity))
        others = overlapping(record, rows)
        if not others:
            return
        named = "; ".join(describe_record(other, self.context.lexicon) for other in others[:3])
        more = f" and {len(others) - 3} more" if len(others) > 3 else ""
        minutes = minutes_once(joined(record, rows))
        self.remarks.append(
            f"it overlaps {named}{more}; together they count {time_words(60 * minutes)}; `delete` removes one of them"
        )

    def _say_total(self, day: str, question: str) -> None:
        """Under a total a row is stored, and the total stands."""
        typed = queries.answer(self.connection, day, question)
        if typed and typed.value:
            lexicon = self.context.lexicon
            total = value_words(lexicon.questions[question], typed.value, lexicon.volume_unit)
            name = _total_name(question, self.context)
            self.remarks.append(f"the day's total stands at {total}; `forget {name}` counts the rows instead")

    # ---- answers ---------------------------------------------------------------------------------

    def _answer(self, answer: Answer) -> Receipt:
        answer = self._written_today(answer)
        if answer.value == 0:
            self._refuse_none_over_rows(answer)
        before = queries.answer(self.connection, answer.day, answer.question)
        transaction.upsert(
            self.connection,
            "answer",
            {"day": answer.day, "question": answer.question},
            {column: getattr(answer, column) for column in ("value", "written_on", "source", "source_key")},
        )
        if before and before.value != answer.value:
            self.remarks.append(f"instead of “{describe_record(before, self.context.lexicon)}”")
        elif before:
            self.remarks.append("as it was")
        if answer.value:
            self._say_what_total_covers(answer)
        return self._receipt(answer)

    def _rows_of(self, day: str, question: str, *, only_winning: bool = False) -> list[Any]:
        """The rows of a day that make up a question's value, or only those that do not go with a none."""
        if question not in nones.ROWS:
            return []
        table, counting, winning, _ = nones.ROWS[question]
        where = winning if only_winning else counting
        rows = queries.records(self.connection, table, f"day = ? AND {where} ORDER BY rowid", (day,))
        return rows + (queries.lasting(self.connection, day, where) if table == "episode" else [])

    def _refuse_none_over_rows(self, answer: Answer) -> None:
        clock, lexicon = self.context.clock, self.context.lexicon
        rows = self._rows_of(answer.day, answer.question, only_winning=True)
        none = describe_record(answer, lexicon)
        if rows:
            named = "; ".join(self._with_its_time(row) for row in rows[:3])
            more = f" and {len(rows) - 3} more" if len(rows) > 3 else ""
            raise Refused(
                f"“{none}” does not go with what {day_text(answer.day, clock)} holds: {named}{more}; nothing was stored"
            )
        if answer.question in nones.OPPOSITE:
            ongoing_episode.refuse_none(self.connection, self.context, answer.day, none)
        other = nones.OPPOSITE.get(answer.question)
        opposite = queries.answer(self.connection, answer.day, other) if other else None
        if opposite and opposite.value:
            raise Refused(
                f"“{none}” does not go with “{describe_record(opposite, lexicon)}” of {day_text(answer.day, clock)}; "
                f"`forget {opposite.question.replace('_', ' ')}` takes that away; nothing was stored"
            )

    def _with_its_time(self, record: Record) -> str:
        """The words that tell a record from another of its day."""
        day, instant, offset, part = when_of(record)
        description = describe_record(record, self.context.lexicon)
        if isinstance(record, Episode) and record.last_day:
            return f"{description}, since {when_words(record, self.context.clock)}"
        if instant:
            return f"{description} at {clock_words(self.context.clock, instant, offset, day)}"
        return f"{description}, {part}" if part else description

    def _say_what_total_covers(self, answer: Answer) -> None:
        if answer.question in nones.OPPOSITE:
            return
        rows = self._rows_of(answer.day, answer.question)
        if rows and answer.question != "fluids_ml":
            name = _total_name(answer.question, self.context)
            named = "; ".join(describe_record(row, self.context.lexicon) for row in rows[:3])
            self.remarks.append(
                f"it counts instead of the rows of that day ({named}); `forget {name}` goes back to them"
            )

    def _forget(self, act: Forget) -> Receipt:
        clock = self.context.clock
        before = queries.answer(self.connection, act.day, act.question)
        label = self.context.lexicon.questions[act.question].label.rstrip("?").lower()
        if before is None:
            raise Refused(
                f"{label} of {day_text(act.day, clock)} has no answer that could be forgotten; nothing was changed"
            )
        transaction.delete(self.connection, "answer", {"day": act.day, "question": act.question})
        self.remarks.append(f"it was “{describe_record(before, self.context.lexicon)}”")
        rows = self._rows_of(act.day, act.question)
        value = queries.daily(self.connection, act.day).get(act.question)
        if rows and value is not None and before not in self.beneath:
            named = "; ".join(describe_record(row, self.context.lexicon) for row in rows[:3])
            self.remarks.append(f"the rows of that day count now ({named})")
        self._say_nones(act.day)
        what = describe_act(act, self.context.lexicon)
        return Receipt(act.day, day_text(act.day, clock), what, "", tuple(self.remarks), "forgotten")

    def _note(self, note: DayNote) -> Receipt:
        before: list[DayNote] = queries.records(self.connection, "day_note", "day = ?", (note.day,))
        text = f"{before[0].text}\n{note.text}" if before else note.text
        transaction.upsert(self.connection, "day_note", {"day": note.day}, {"text": text})
        if before:
            self.remarks.append("added on a new line to the note of that day")
        return self._receipt(note)


def _written(record: AnyRecord, day: str | None) -> AnyRecord:
    """The record as what was said on a day: a habit is judged only where it was said by the next one."""
    return replace(record, written_on=day) if "written_on" in record.fields else record


def days_of(act: Act | Record) -> list[str]:
    """The days that an act touches; of what lasted, each of them."""
    if isinstance(act, Episode) and act.last_day:
        return _every_day(act.day, act.last_day)
    return [getattr(act, "day", "") or getattr(act, "started_on", "")]


def _every_day(first: str, last: str) -> list[str]:
    begin = date.fromisoformat(first)
    days = (date.fromisoformat(last) - begin).days
    return [(begin + timedelta(days=later)).isoformat() for later in range(days + 1)]


def _without_texts(record: Record) -> Record:
    """What a record says of its day beside the user's own words."""
    return replace(record, **dict.fromkeys(BY_TABLE[record.table].texts))


def _same_words(record: Record, other: Record) -> bool:
    """Whether two records say the same but for the moment."""
    return type(record) is type(other) and _moment_aside(record) == _moment_aside(other)


def _moment_aside(record: Record) -> dict[str, Any]:
    """Field -> value of what a record says but for the moment."""
    aside = {*MOMENT, *record.not_compared}
    return {name: value for name, value in vars(record).items() if name not in aside}


def _total_name(question: str, context: Context) -> str:
    return context.lexicon.questions[question].no_names.split(",")[0] or question.split("_")[0]
