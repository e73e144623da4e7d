"""Each claim put to the test once, on the next 120 counted days alone, and what was found kept.

The same habit, lag and direction is one claim, whichever looks repeat it; the look that made it first says from which
day on the days are new. It costs the looks nothing: their levels and their calendar are the same with it and without.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

import pandas as pd

from journal.analysis.looks.dataset import Dataset, dataset
from journal.moments import UserClock, instant_text
from journal.statistics.encoding import ANY, Kind
from journal.statistics.new_days import FOLLOW_UP_DAYS, days_since
from journal.store import look_records
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.look_records import FollowUpRow, Look, Row
from journal.store.read import queries
from journal.store.read.question_states import every_habit
from journal.store.write import transaction

if TYPE_CHECKING:
    from journal.statistics.follow_up import Claim, FollowUp


def follow_up_claims(where: DiaryPath, clock: UserClock) -> int:
    """Put every claim to the test whose days are all there, and store what was found; how many there were."""
    file = DiaryFile.of(where)
    with connections.reading(file) as connection:
        clock = queries.context(connection, clock).clock
        there = look_records.follow_ups(connection)
        rows = [
            row
            for look, verdict in look_records.claims(connection)
            if (look.id, verdict["habit"]) not in there and (row := _row(connection, look, verdict, clock))
        ]
    if not rows:
        return 0
    with transaction.step(file, look_records.KIND, instant_text(clock.now)) as connection:
        there = look_records.follow_ups(connection)  # another program may have been faster
        new = [row for row in rows if (row.look, row.habit) not in there]
        look_records.keep_follow_ups(connection, new)
    return len(new)


def days_so_far(connection: sqlite3.Connection, look: Look, verdict: Row, clock: UserClock) -> int:
    """On how many days since the look the claim could be seen."""
    after = pd.Timestamp(look.last_day)
    data = _dataset(connection, look, [verdict], clock, date.fromisoformat(look.last_day))
    if data is None or data.outcome.index[-1] <= after:
        return 0
    days = days_since(data.outcome, data.frame, verdict["habit"], verdict["lag"], after)
    return min(FOLLOW_UP_DAYS, len(days))


def _row(connection: sqlite3.Connection, look: Look, verdict: Row, clock: UserClock) -> FollowUpRow | None:
    # The days after the look are few; only a claim that is due is worth reading all days.
    if days_so_far(connection, look, verdict, clock) < FOLLOW_UP_DAYS:
        return None
    adjusted_for = (verdict["adjusted_for"] or "").split()
    beside = [row for row in look_records.verdicts(connection, look.id) if row["habit"] in adjusted_for]
    data = _dataset(connection, look, [verdict, *beside], clock)
    if data is None:
        return None
    from journal.statistics.follow_up import follow_up, follow_up_of_regions  # scipy, a second, for claims that are due

    after = pd.Timestamp(look.last_day)
    if data.trained:
        new = days_since(data.outcome, data.frame, verdict["habit"], verdict["lag"], after)[:FOLLOW_UP_DAYS]
        return _stored(look, verdict, follow_up_of_regions(data.trained, new), clock)
    test = follow_up(data.outcome, data.frame, _claim(verdict, beside), after, illness=data.illness)
    return None if test is None else _stored(look, verdict, test, clock)


def _dataset(
    connection: sqlite3.Connection, look: Look, verdicts: Sequence[Row], clock: UserClock, first: date | None = None
) -> Dataset | None:
    """The habits of these verdicts and what the look judged; None where a question of theirs has left the diary."""
    every = every_habit(connection)
    habits = [every[verdict["habit"]] for verdict in verdicts if verdict["habit"] in every]
    data = dataset(connection, habits, look.outcome, clock, first) if len(habits) == len(verdicts) else None
    if data and habits[0].is_within_days:
        data = data.with_regions(connection, queries.lexicon(connection), clock)
        frame = pd.DataFrame({habits[0].slug: data.training_known}, data.outcome.index)
        return replace(data, frame=frame)
    return data


def _claim(verdict: Row, beside: Sequence[Row]) -> "Claim":
    from journal.statistics.follow_up import Claim

    contrast = verdict["contrast_low"], verdict["contrast_high"]
    others = tuple((row["habit"], row["lag"], _kind(row)) for row in beside)
    return Claim(verdict["habit"], verdict["lag"], look_records.direction(verdict), contrast, _kind(verdict), others)


def _kind(verdict: Row) -> Kind:
    return "any" if verdict["unit"] == ANY else "amount"


def _stored(look: Look, verdict: Row, test: "FollowUp", clock: UserClock) -> FollowUpRow:
    figures = (test.p, test.raw_ratio, test.raw_low, test.raw_high)
    return FollowUpRow(
        look.id,
        verdict["habit"],
        clock.today.isoformat(),
        test.first.date().isoformat(),
        test.last.date().isoformat(),
        test.days,
        None if test.held_up is None else int(test.held_up),
        *(value if isfinite(value) else None for value in figures),
    )
