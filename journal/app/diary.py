"""The diary as the app sees it: pages and records read, lines and settings stored.

With the `..._diary.py` beside it the one way of the app into the store. It knows no screen; its calls wait for the disk
and belong in threads.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from threading import Lock

from journal import moments, remarks, terminal
from journal.app import record_words, shell_words
from journal.app.calm_diary import CalmDiary
from journal.app.inbox_diary import inbox_of
from journal.app.own_words_diary import OwnWordsDiary
from journal.app.share_diary import ShareDiary
from journal.app.signs_diary import SignsDiary
from journal.catalog.lexicon import Lexicon, Sense, Term
from journal.catalog.questions import Question
from journal.errors import Refused
from journal.moments import UserClock, instant_text
from journal.phrases.context import Context
from journal.records import Episode, Record, replace
from journal.store import diary_settings, experiment_records, look_records, quick_digits, vocabulary
from journal.store.experiment_records import Experiment
from journal.store.file import connections, left_lines, private_file, upkeep
from journal.store.file.diary_file import DiaryFile, FileStamps, reason
from journal.store.file.left_lines import LeftLine, LeftLinesFile
from journal.store.history import step_summary, undo_redo
from journal.store.history.undo_redo import PastStep
from journal.store.offers import going_on_offer, offers
from journal.store.offers.offers import Offer
from journal.store.read import aggregates, past_lines, pauses, queries, record_lookup
from journal.store.read.aggregates import bounds
from journal.store.read.checkin import WORKOUT_LOAD, answer_phrase, open_with_yesterday
from journal.store.read.day_page import DayPage, QuestionLine, day_page
from journal.store.read.question_states import all_questions, habits_on
from journal.store.read.word_use import word_use
from journal.store.write import edits, entry
from journal.store.write.entry import Answered, line_entered, line_of, read_about, read_on
from journal.store.write.ongoing_episode import refuse_stop
from journal.store.write.receipt import Receipt

__all__ = [
    "WORKOUT_LOAD",
    "Answered",
    "Diary",
    "Experiment",
    "FileStamps",
    "LeftLine",
    "LeftLinesFile",
    "Offer",
    "OwnVocabulary",
    "PastStep",
    "QuestionLine",
    "Receipt",
    "TodayPage",
    "answer_phrase",
    "bounds",
    "experiment_records",
    "habits_on",
    "left_lines",
    "line_entered",
    "line_of",
    "private_file",
    "read_about",
    "read_on",
    "reason",
    "receipt_line",
    "refuse_stop",
]
"""What models and screens take from here; some of it is the store's own."""
LONGEST_ANSWER = 240
"""The characters of what was stored that the answer holds: some lines of a terminal."""


@dataclass(frozen=True)
class TodayPage:
    """A day with all that its screen shows. `digits` are the free ones, taken by common episodes; `offers` are those of
    today."""

    context: Context
    day: DayPage
    going_on: list[Episode]
    digits: Mapping[str, str]
    use: Mapping[Sense, int]
    is_sample: bool
    offers: Sequence[Offer]


@dataclass(frozen=True)
class OwnVocabulary:
    """All that is the user's own. `digits` are the free ones that common episodes take."""

    settings: Mapping[str, str]
    questions: list[Question]
    terms: list[Term]
    templates: Mapping[str, str]
    digits: Mapping[str, str]


class Diary:
    """One diary file. `read_clock` gives where and when the user is."""

    def __init__(
        self, path: Path, read_clock: Callable[[], UserClock] = moments.user_clock, settings_file: Path | None = None
    ) -> None:
        self.file = DiaryFile(path)
        self.file.is_kept_up = True
        self.inbox = inbox_of(self.file, settings_file)
        self.read_clock = read_clock
        self.calm = CalmDiary(self.file, self.inbox, self.clock)
        self.signs = SignsDiary(self.file, self.clock)
        self.own_words = OwnWordsDiary(self.file)
        self.sharing = ShareDiary(self.file, self.clock)
        self.opened_at = instant_text(read_clock().now)
        self.version = 0
        """Counts the changes, so that a screen knows whether it shows something old."""
        self.going_on_question: Offer | None = None
        """Whether something still goes on, where a page asked so."""
        self._lexicon: Lexicon | None = None
        self._lexicon_source: object = None
        self._lock = Lock()

    # ---- the file ------------------------------------------------------------------------------

    def state(self) -> FileStamps:
        """The stamps of the file and its log; they differ when another program has written.

        Raises Refused where the file is gone or cannot be looked at.
        """
        if self.file.seen and self.file.identity() != self.file.seen:
            self.file.meet()
        return self.file.stamps()

    @staticmethod
    def take_remarks() -> list[str]:
        """What was left to say of what was done since this was asked last."""
        return remarks.take()

    def keep_up(self, *, has_written: bool) -> list[str]:
        """What the file is due once a day: a check, and a backup of what was written. What is to be said of it."""
        return upkeep.keep_up(self.file.path, self.read_clock().now, has_written=has_written)

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection on which the diary stands still until it is left."""
        return connections.reading(self.file)

    # ---- the user's clock and words ------------------------------------------------------------

    def context(self, connection: sqlite3.Connection) -> Context:
        """As `queries.context`; the lexicon is made anew only when one of the user's own words has changed."""
        clock, templates = self._clock(connection), queries.templates(connection)
        return Context(clock, self._read_lexicon(connection), templates, self._last_episode)

    def _last_episode(self) -> Episode | None:
        """Read only where a line says `again`: in a long diary it takes longer than a page."""
        with self.reading() as connection:
            return queries.last_episode(connection)

    def _read_lexicon(self, connection: sqlite3.Connection) -> Lexicon:
        source = (
            connection.execute("SELECT * FROM term").fetchall(),
            connection.execute("SELECT * FROM question WHERE built_in = 0").fetchall(),
            queries.setting(connection, "units"),
        )
        with self._lock:
            if self._lexicon is None or source != self._lexicon_source:
                self._lexicon, self._lexicon_source = queries.lexicon(connection), source
            return self._lexicon

    def lexicon(self) -> Lexicon:
        """Every word that a line of this diary may say."""
        with self.reading() as connection:
            return self._read_lexicon(connection)

    def clock(self) -> UserClock:
        """Where and when the user is, with the hour at which this diary's days start."""
        with self.reading() as connection:
            return self._clock(connection)

    def _clock(self, connection: sqlite3.Connection) -> UserClock:
        clock, day_starts = self.read_clock(), queries.setting(connection, "day_starts")
        return clock if day_starts is None else replace(clock, day_starts=int(day_starts))

    def today(self, day_starts: int) -> date:
        return replace(self.read_clock(), day_starts=day_starts).today

    # ---- days and records ----------------------------------------------------------------------

    def reopen_past(self) -> None:
        """What was entered until now counts as entered before the app was opened: its lines are those of the diary."""
        self.opened_at = instant_text(self.read_clock().now + timedelta(seconds=1))

    def past_lines(self) -> list[str]:
        """The lines entered before the app was opened, the newest last."""
        with self.reading() as connection:
            return past_lines.past_lines(connection, self.context(connection), self.opened_at)

    def page(self, day: date | None) -> TodayPage:
        """The page of a day, today's without one."""
        with self.reading() as connection:
            context = self.context(connection)
            digits = quick_digits.digits(connection, context)
            is_today = day in (None, context.clock.today)
            offered = offers.due(connection, context.clock, self.inbox.offer) if is_today else []
            of_what_lasts = (offer for offer in offered if offer.name == going_on_offer.NAME)
            self.going_on_question = next(of_what_lasts, self.going_on_question)
            return TodayPage(
                entry.with_digits(context, digits),
                day_page(connection, day or context.clock.today, context.lexicon, ids=False),
                queries.going_on(connection),
                digits,
                word_use(connection),
                queries.setting(connection, "sample") is not None,
                offered,
            )

    def put_question_away(self) -> None:
        """Whether something still goes on is asked in one session; where it cannot be written, in the next too."""
        if self.going_on_question:
            with suppress(Refused):
                self.calm.put_away(self.going_on_question, by_itself=True)

    def is_yesterdays_workout_open(self, day: date) -> bool:
        """Whether the check-in of a day, if it is today, begins with the workout of the day before."""
        with self.reading() as connection:
            today = self.context(connection).clock.today
            return day == today and any(each.day < day for each in open_with_yesterday(connection, today))

    def logged_days(self, first: date, last: date) -> list[date]:
        """The days of a span that hold anything."""
        with self.reading() as connection:
            return queries.days_between(connection, first, last)

    def twitches_of_year(self, year: int) -> list[tuple[str, int | None, int | None]]:
        """The logged days of a year in ISO, how many twitches each had, and whether any where nobody counted."""
        with self.reading() as connection:
            columns = ("twitches", "any_twitches")
            return aggregates.daily_rows(connection, columns, f"{year:04}-01-01", f"{year:04}-12-31")

    def paused_days(self, first: date, last: date) -> set[str]:
        """The days of a span that lie in a pause, in ISO."""
        with self.reading() as connection:
            return pauses.paused_days(connection, first.isoformat(), last.isoformat())

    def record(self, name: str) -> tuple[Record, Context]:
        """The record of this name, and what is needed to say it."""
        with self.reading() as connection:
            context = self.context(connection)
            return record_lookup.find(connection, name, context).record, context

    def find(self, line: str, *, limit: int, offset: int) -> tuple[list[Record], Context, str]:
        """The records that a filter line asks for, newest first, what is needed to say them, and where answers are, if
        it asks for those."""
        from journal.store.search import filters  # it takes half a second to load, which Today does not have

        with self.reading() as connection:
            context = self.context(connection)
            only = filters.record_filter(line, context.clock)
            records = filters.find(connection, context.lexicon, only, limit=limit, offset=offset)
            return records, context, filters.where_answers_are(only, context.lexicon)

    def count(self, line: str) -> int:
        """How many records a filter line asks for."""
        from journal.store.search import filters

        with self.reading() as connection:
            context = self.context(connection)
            return filters.count(connection, context.lexicon, filters.record_filter(line, context.clock))

    @staticmethod
    def load_search() -> None:
        """Load what `find` needs before someone waits for it."""
        from journal.store.search import filters  # noqa: F401

    # ---- writing -------------------------------------------------------------------------------

    def enter(self, line: str, day: date | None, digits: Mapping[str, str], clock: UserClock) -> list[Receipt]:
        """A line stored on the page of a day, as of when it was entered."""
        return entry.enter_on(self.file, [line], day, digits, clock)

    def enter_lines(self, lines: Sequence[str], day: date | None, digits: Mapping[str, str]) -> list[Receipt]:
        """Lines stored on the page of a day, in one step."""
        return entry.enter_on(self.file, lines, day, digits, self.read_clock())

    def answer(self, line: str, day: date, expected: Mapping[str, float | None], clock: UserClock) -> Answered:
        """A line of the check-in, if the question's answer is still as expected: question -> its value."""
        return entry.answer_on(self.file, line, day, expected, clock)

    def rewrite(self, name: str, lines: Sequence[str], expected: Record) -> Receipt:
        """A record replaced by what these lines say, if it is still as it was shown."""
        return edits.rewrite(self.file, name, lines, self.read_clock(), expected=expected)

    def delete(self, name: str, expected: Record) -> Receipt:
        """A record deleted, if it is still as it was shown."""
        return edits.delete(self.file, name, self.read_clock(), expected=expected)

    def stop(self, expected: Episode) -> Receipt:
        """An episode ended now, if it still is going on."""
        return edits.stop(self.file, expected, self.read_clock())

    # ---- undo and redo -------------------------------------------------------------------------

    def last_step(self, hours: int) -> tuple[PastStep | None, list[str]]:
        """What undo would undo, and its words."""
        with self.reading() as connection:
            step = undo_redo.last_act(connection)
            return step, self._words_of(connection, step, step_summary.undo_lines, hours) if step else []

    def undo(self, hours: int, named: PastStep | None) -> list[str]:
        """The last step undone, if it is the one that was named."""
        step = undo_redo.undo(self.file, instant_text(self.read_clock().now), named)
        with self.reading() as connection:
            return self._words_of(connection, step, step_summary.undo_lines, hours)

    def redo(self, hours: int) -> list[str]:
        step = undo_redo.redo(self.file, instant_text(self.read_clock().now))
        with self.reading() as connection:
            return self._words_of(connection, step, step_summary.redo_lines, hours)

    def _words_of(
        self,
        connection: sqlite3.Connection,
        step: PastStep,
        summary: Callable[[PastStep, step_summary.SayRecord], list[str]],
        hours: int,
    ) -> list[str]:
        return summary(step, partial(record_words.record_line, context=self.context(connection), hours=hours))

    # ---- the user's own words and settings -----------------------------------------------------

    def vocabulary(self) -> OwnVocabulary:
        with self.reading() as connection:
            return OwnVocabulary(
                diary_settings.settings(connection),
                all_questions(connection),
                vocabulary.terms(connection),
                queries.templates(connection),
                quick_digits.digits(connection, self.context(connection)),
            )

    def set_setting(self, key: str, value: str, expected: str | None) -> None:
        diary_settings.set_setting(self.file, key, value, expected=expected, clock=self.read_clock())

    def set_question(self, slug: str, state: str, expected: str | None) -> None:
        vocabulary.set_question(self.file, slug, state, expected=expected)

    def set_template(self, digit: str, phrase: str | None, expected: Mapping[str, str]) -> None:
        """What a digit means; None frees it."""
        vocabulary.set_template(self.file, digit, phrase, expected=expected)

    def move_question(self, slug: str, by: int) -> None:
        """A question so many places down; up where `by` is negative."""
        with self.reading() as connection:
            slugs = [question.slug for question in all_questions(connection)]
        position = slugs.index(slug)
        slugs.insert(max(0, min(len(slugs) - 1, position + by)), slugs.pop(position))
        vocabulary.order_questions(self.file, slugs)

    # ---- triggers ------------------------------------------------------------------------------

    def keep_guess(self, directions: Mapping[str, int]) -> None:
        look_records.keep_guess(self.file, directions, self.clock())

    def keep_experiment_day(self, day: date, kept: bool | None) -> None:
        experiment_records.keep(self.file, day, kept, self.clock())

    def stop_experiment(self) -> None:
        experiment_records.stop(self.file, self.clock())

    def count_exploration(self) -> int:
        """One more view was opened beside the verdicts; returns how many since the last look."""
        return look_records.count_exploration(self.file, self.clock())


def receipt_line(receipt: Receipt, hours: int) -> str:
    """What became of one act, in a line; of a long note its beginning, so that the way back stands below it."""
    what = receipt.what if len(receipt.what) <= LONGEST_ANSWER else f"{receipt.what[:LONGEST_ANSWER].rstrip()}…"
    summary = f"{receipt.verb}: {record_words.when_in_hours(receipt.when, hours)}  {what}"
    return terminal.on_screen("; ".join([summary, *map(shell_words.in_app, receipt.remarks)]))
