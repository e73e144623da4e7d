"""The look that is due: taken in a reading of one moment, and stored if nobody else has taken it meanwhile."""

from collections.abc import Callable
from dataclasses import replace

from journal.analysis.looks import due_look
from journal.analysis.looks.dataset import Dataset, dataset
from journal.analysis.looks.due_look import DueLook
from journal.analysis.looks.finding_rows import lag_rows, verdict_row
from journal.catalog.habits import TRAINED_MUSCLES, Habit
from journal.moments import UserClock, instant_text
from journal.statistics.result import Finding
from journal.store import look_records
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile, DiaryPath
from journal.store.look_records import Look, Row
from journal.store.read import queries
from journal.store.read.question_states import all_habits
from journal.store.write import transaction


def look_if_due(
    where: DiaryPath, clock: UserClock, before_judging: Callable[[int], None] = lambda days: None
) -> Look | None:
    """Judge the diary if a look is due, and store what it said; `before_judging` is called with the number of days.

    The clock says which day it is; the hour at which a day starts is the diary's own.
    """
    file = DiaryFile.of(where)
    with connections.reading(file) as connection:
        context = queries.context(connection, clock)
        clock = context.clock
        looks = look_records.looks(connection)
        days = look_records.logged(connection, clock.today)
        outcome = look_records.outcome(connection, days)
        due = due_look.due(connection, looks, days[outcome])
        if due is None:
            return None
        before_judging(min(days[outcome], due.most_days or days[outcome]))
        data = dataset(connection, all_habits(connection), outcome, clock, most_days=due.most_days)
        data = data and data.with_regions(connection, context.lexicon, clock)
        guess = look_records.guess(connection)
    if data is None:
        return None
    look, verdicts, lags = _look_and_rows(data.of_the_family(), due, outcome, guess.directions if guess else {}, clock)
    with transaction.step(file, look_records.KIND, instant_text(clock.now)) as connection:
        if look_records.looks(connection) != looks:
            return None  # another program was faster; its look stands
        look_records.keep_look(connection, look, verdicts, lags)
    return look


def _look_and_rows(
    data: Dataset, due: DueLook, outcome: str, guessed: dict[str, int], clock: UserClock
) -> tuple[Look, list[Row], list[Row]]:
    levels = due_look.levels(due, data.days)
    findings = data.judged(levels, guessed).findings
    first, last = data.first_and_last
    look = Look(
        transaction.new_id(),
        clock.today.isoformat(),
        first.isoformat(),
        last.isoformat(),
        outcome,
        data.days,
        due.used,
        len(due.passed),
        *levels,
        due.why,
    )
    habits = {habit.slug: habit for habit in (*data.habits, TRAINED_MUSCLES)}
    verdicts = [
        {
            **verdict_row(cautioned(finding, habits[finding.habit])),
            "label": habits[finding.habit].question.label,
            "place": rank,
            "guessed": int(finding.habit in guessed),
            "days_late": data.days_late.get(finding.habit, 0),
        }
        for rank, finding in enumerate(findings, 1)
    ]
    return look, verdicts, [row for finding in findings for row in lag_rows(finding)]


def cautioned(finding: Finding, habit: Habit) -> Finding:
    """The night before came before the twitches of the day: no caution at its lag 0."""
    return replace(finding, same_day_caution=finding.same_day_caution and not habit.is_night)
