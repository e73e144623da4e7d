"""A sentence each on habits, on what helped, and on an experiment: nothing that did not stand at two looks is told."""

import sqlite3
from typing import Any, NamedTuple

from journal.catalog.habits import Habit
from journal.catalog.kind_plurals import PLURALS
from journal.catalog.kinds import EPISODE_KINDS, TWITCH_KINDS
from journal.catalog.lexicon import Lexicon
from journal.charts.site_words import listed
from journal.moments import UserClock
from journal.phrases.write.format_number import counted
from journal.sharing.report.content import Line, Listing
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import day_text, one_line
from journal.store import experiment_records, look_records
from journal.store.read import aggregates, background
from journal.store.read.question_states import every_habit

MOST_NAMED = 3
FIRST_LOOK = 60
"""The counted days of the first look, as in `statistics`, which takes a second to import."""
LAGS = ("the same day", "the day before", "two days before", "three days before")
NIGHTS = ("the night before", "two nights before", "three nights before", "four nights before")
_CLAIM = ("clear", "possible")


class Standing(NamedTuple):
    """A habit that was called clear at two looks or held up since, with its row at the last look."""

    row: dict[str, Any]
    looks: int
    held_up: bool


def standing(connection: sqlite3.Connection) -> tuple[Standing, ...]:
    """What stood at two looks or held up on later days. Whatever was merely possible, or clear once, is not told; nor
    is a rating of the same day, of which nobody knows which came first."""
    looks = look_records.looks(connection)
    if not looks:
        return ()
    tiers, habits = look_records.tiers(connection), every_habit(connection)
    held_up = {habit for (_, habit), test in look_records.follow_ups(connection).items() if test.held_up}
    standing = []
    for row in look_records.verdicts(connection, looks[-1].id):
        slug, lag = row["habit"], row["lag"]
        same_lag = [tier for look, (tier, of_lag) in tiers[slug].items() if of_lag == lag]
        clear = same_lag.count("clear") if row["tier"] == "clear" else 0
        holds = slug in held_up and row["tier"] in _CLAIM
        if (clear >= 2 or holds) and not _stands_apart(habits.get(slug), lag):
            standing.append(Standing(row, same_lag.count("clear"), holds))
    return tuple(standing)


def _stands_apart(habit: Habit | None, lag: int | None) -> bool:
    return lag == 0 and habit is not None and habit.is_rating


def habits_line(connection: sqlite3.Connection, clock: UserClock) -> Line:
    looks = look_records.looks(connection)
    if not looks:
        days = _days_logged(connection, clock)
        why = "too early to say which go with the twitches" if days < FIRST_LOOK else "not judged yet"
        text = f"{why}, with {counted(days, 'counted day')}"
        return Line("Habits", text, key="links", alone="Habits and twitches")
    last, habits = looks[-1], every_habit(connection)
    stood, verdicts = standing(connection), list(look_records.verdicts(connection, last.id))
    if stood:
        names = [
            f"{_name(entry.row)}, {_lag(habits.get(entry.row['habit']), entry.row['lag'])} ({_standing_text(entry)})"
            for entry in stood
        ]
        text = f"{listed(names)} went with more twitches; an association in the person's own counts, not a cause"
    else:
        # Where one stood out once, that none did would be untrue.
        once = " at two looks so far," if any(row["tier"] in _CLAIM for row in verdicts) else ""
        text = f"no habit stood out{once} in {counted(last.days, 'counted day')}"
    unlikely = [_name(row) for row in verdicts if row["tier"] == "none" and "-" not in row["habit"]]
    if unlikely:
        link = "1.5-fold link" if last.outcome == "twitches" else "difference of one point"
        text += f"; for {listed(unlikely[:MOST_NAMED])} a steady {link} is unlikely"
    return Line("Habits", text, key="links", alone="Habits and twitches")


def judging_remarks(connection: sqlite3.Connection, clock: UserClock) -> tuple[str, ...]:
    """That habits could be judged and have not been: to judge is to write, which a report does not."""
    if look_records.looks(connection) or _days_logged(connection, clock) < FIRST_LOOK:
        return ()
    return (
        "Your habits can be judged and have not been yet: look at Triggers once, and a new report says what stood.",
    )


def _days_logged(connection: sqlite3.Connection, clock: UserClock) -> int:
    return max(look_records.logged(connection, clock.today).values())


def _standing_text(entry: Standing) -> str:
    return "held up since" if entry.held_up else f"at {counted(entry.looks, 'look')}"


def _name(row: dict[str, Any]) -> str:
    label = one_line(str(row["label"])).rstrip("?")
    return label[:1].lower() + label[1:]


def _lag(habit: Habit | None, lag: int | None) -> str:
    return (NIGHTS if habit is not None and habit.is_night else LAGS)[lag or 0]


def relief_line(connection: sqlite3.Connection, request: ReportRequest, lexicon: Lexicon) -> Line:
    """`stretching helped 9 of 12 times, by their own account`; where something was tried against what is counted apart
    too, `against the twitches: stretching ...; against cramps: heat ...`."""
    left_out = background.left_out_names(connection) if "medicines" in request.without else frozenset()
    tried = sorted(aggregates.reliefs_tried(connection, *request.ends), key=lambda row: (-row[2], row[0]))
    against: dict[str, list[str]] = {}
    for name, kind, _, helped, unhelped in tried:
        if helped + unhelped and lexicon.label("relief", name).casefold() not in left_out:
            text = f"{one_line(lexicon.label('relief', name))} helped {helped} of {counted(helped + unhelped, 'time')}"
            against.setdefault(kind, []).append(text)
    if against.keys() <= set(TWITCH_KINDS):
        texts = [listed(texts[:MOST_NAMED]) for texts in against.values()]
        alone = "What helped against the twitches"
    else:
        texts = [
            f"against {'the ' if kind in TWITCH_KINDS else ''}{PLURALS[kind]}: {listed(against[kind][:MOST_NAMED])}"
            for kind in EPISODE_KINDS
            if kind in against
        ]
        alone = "What helped"
    text = f"{'; '.join(texts)}, by their own account" if texts else "nothing logged as tried"
    return Line("What helped", text, key="relief", alone=alone)


def experiment_lines(connection: sqlite3.Connection, clock: UserClock) -> Listing:
    """Each experiment that is over in one sentence, the latest first, and one that is on."""
    experiments = experiment_records.experiments(connection)
    sentences = [
        f"{each.trial.title} is on until {day_text(each.last_day)}" for each in experiments if each.is_open(clock.today)
    ]
    if len(experiments) > len(sentences):
        from journal.charts.experiments import result_words  # half a second of numpy and pandas, which few need

        sentences += [text.rstrip(".") for text in reversed(result_words.past_sentences(connection, clock))]
    return Listing("Experiment", tuple(sentences), 1, key="experiment", nothing="none", alone="Self-experiment")
