"""What was guessed of the triggers, how many days there are to judge, and what each look said.

All of it is written in steps of a kind that undo passes over: a guess taken back after the fact, or a look forgotten
and taken again, would make the promised error rates untrue.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from journal.catalog.kinds import TWITCH_KINDS
from journal.errors import Refused
from journal.moments import UserClock, instant_text
from journal.store.file.diary_file import DiaryPath
from journal.store.history.step import StepKind
from journal.store.read import aggregates, daily_columns, queries
from journal.store.write import transaction

KIND: StepKind = "judgement"
"""The kind of step that undo and redo look past."""
IMPORT: StepKind = "import"
"""The kind of step in which an importer brings rows in; old outcomes among them ask for another look."""
OUTCOMES = ("twitches", "twitchiness")
"""What may be judged: the count of a day, or its rating. The first is chosen where both are known as often."""
GUESS_DAYS, GUESSES = 14, 2
"""Logged days up to which habits may be guessed, and how many."""
EXPLORED = "explored"
"""The setting that counts the views opened since the last look."""
Row = dict[str, Any]


class Guess(NamedTuple):
    """What was suspected before there was anything to see; no habit where nothing was. Of each habit its direction: 1
    where more of it was suspected, -1 less of it, 0 where none was named."""

    directions: dict[str, int]
    days: int
    named_at: str

    @property
    def habits(self) -> tuple[str, ...]:
        return tuple(self.directions)


class Look(NamedTuple):
    """A day on which the diary was judged, as the table `look` holds it."""

    id: str
    judged_on: str
    first_day: str
    last_day: str
    outcome: str
    days: int
    used: int
    passed: int
    clear_level: float
    possible_level: float
    why: str


# ---- what there is to judge ---------------------------------------------------------------------------------


def logged(connection: sqlite3.Connection, today: date) -> dict[str, int]:
    """On how many days before today each outcome is known."""
    last = (today - timedelta(days=1)).isoformat()
    first = (aggregates.bounds(connection) or (last,))[0]
    return {
        name: len(daily_columns.known_positions(connection, name, first, last)) if first <= last else 0
        for name in OUTCOMES
    }


def outcome(connection: sqlite3.Connection, days: Mapping[str, int]) -> str:
    """The one that is judged: that of the first look; before any look, the one that is known on more days."""
    first = connection.execute("SELECT outcome FROM look ORDER BY rowid LIMIT 1").fetchone()
    return str(first[0]) if first else max(OUTCOMES, key=lambda name: days[name])


# ---- guesses ------------------------------------------------------------------------------------------------


def guess(connection: sqlite3.Connection) -> Guess | None:
    """What was guessed; None where nothing was, not even that nothing is suspected."""
    row = connection.execute(
        "SELECT first, first_direction, second, second_direction, days, named_at FROM guess"
    ).fetchone()
    if row is None:
        return None
    first, first_direction, second, second_direction, *when = row
    pairs = ((first, first_direction), (second, second_direction))
    return Guess({habit: direction or 0 for habit, direction in pairs if habit}, *when)


def why_closed(connection: sqlite3.Connection, clock: UserClock) -> str | None:
    """Why nothing can be guessed any more, as a sentence; None while it can."""
    days = max(logged(connection, clock.today).values())
    if days <= GUESS_DAYS and not looks(connection):
        return None
    return (
        f"A guess can be made in the first {GUESS_DAYS} counted days; {days} {'is' if days == 1 else 'are'} counted. A"
        " guess made after looking at the days would be made of the very days that have to test it."
    )


def keep_guess(where: DiaryPath, directions: Mapping[str, int], clock: UserClock) -> Guess:
    """Store which habits are suspected (slug -> direction), or that none is; while it can, it replaces an older one."""
    if len(directions) > GUESSES:
        raise Refused(f"at most {GUESSES} habits can be guessed, not {len(directions)}; nothing was changed")
    instant = instant_text(clock.now)
    with transaction.step(where, KIND, instant) as connection:
        if closed := why_closed(connection, clock):
            raise Refused(f"{closed} Nothing was changed.")
        (first, first_direction), (second, second_direction) = (*directions.items(), (None, 0), (None, 0))[:2]
        days = max(logged(connection, clock.today).values())
        values = {"named_at": instant, "days": days, "first": first, "second": second}
        values |= {"first_direction": first_direction or None, "second_direction": second_direction or None}
        transaction.upsert(connection, "guess", {"id": 1}, values)
    return Guess(dict(directions), days, instant)


# ---- looks --------------------------------------------------------------------------------------------------


def looks(connection: sqlite3.Connection) -> list[Look]:
    """Every look, the first one first."""
    rows = connection.execute(f"SELECT {', '.join(Look._fields)} FROM look ORDER BY rowid")
    return [Look(*row) for row in rows]


def keep_look(connection: sqlite3.Connection, look: Look, verdicts: Iterable[Row], lags: Iterable[Row]) -> None:
    """Store a look with its verdicts; the count of views opened since the last look begins again."""
    transaction.insert(connection, "look", look._asdict())
    for table, rows in (("verdict", verdicts), ("verdict_lag", lags)):
        for row in rows:
            transaction.insert(connection, table, {"look": look.id, **row})
    transaction.delete(connection, "setting", {"key": EXPLORED})


def verdicts(connection: sqlite3.Connection, look: str) -> list[Row]:
    """The verdicts of a look, the strongest evidence first; each with its `lags`."""
    verdicts = _dicts(connection, "SELECT * FROM verdict WHERE look = ? ORDER BY place", look)
    lags = _dicts(connection, "SELECT * FROM verdict_lag WHERE look = ? ORDER BY lag", look)
    for verdict in verdicts:
        verdict["lags"] = [lag for lag in lags if lag["habit"] == verdict["habit"]]
    return verdicts


class FollowUpRow(NamedTuple):
    """How a claim held up, as the table `follow_up` holds it; the claim is that of `habit` at `look`."""

    look: str
    habit: str
    tested_on: str
    first_day: str
    last_day: str
    days: int
    held_up: int | None
    p: float | None
    raw_ratio: float | None
    raw_low: float | None
    raw_high: float | None


def claims(connection: sqlite3.Connection) -> list[tuple[Look, Row]]:
    """Every claim with the look that made it first and its verdict there; a habit, lag and direction is one claim,
    however often it is made. Those made latest are last."""
    claims: dict[tuple[str, int, int], tuple[Look, Row]] = {}
    for look in looks(connection):
        for verdict in _dicts(
            connection,
            "SELECT * FROM verdict WHERE look = ? AND tier IN ('clear', 'possible') AND lag IS NOT NULL ORDER BY place",
            look.id,
        ):
            claim = verdict["habit"], verdict["lag"], direction(verdict)
            claims[claim] = claims.pop(claim, (look, verdict))
    return [*claims.values()]


def direction(verdict: Row) -> int:
    """Of a claim: +1 where the twitches were more at the high end of its contrast, -1 where they were fewer."""
    is_more = verdict["raw_ratio"] is None or verdict["raw_ratio"] >= 1  # formats 3 and 4 held no direction
    return verdict["direction"] or (1 if is_more else -1)


def follow_ups(connection: sqlite3.Connection) -> dict[tuple[str, str], FollowUpRow]:
    """(Look, habit) -> how the claim held up."""
    rows = connection.execute(f"SELECT {', '.join(FollowUpRow._fields)} FROM follow_up")
    return {(row[0], row[1]): FollowUpRow(*row) for row in rows}


def keep_follow_ups(connection: sqlite3.Connection, rows: Iterable[FollowUpRow]) -> None:
    for row in rows:
        transaction.insert(connection, "follow_up", row._asdict())


def tiers(connection: sqlite3.Connection) -> dict[str, dict[str, tuple[str, int | None]]]:
    """Habit -> look -> (tier, lag)."""
    tiers: dict[str, dict[str, tuple[str, int | None]]] = {}
    for habit, look, tier, lag in connection.execute("SELECT habit, look, tier, lag FROM verdict"):
        tiers.setdefault(habit, {})[look] = (tier, lag)
    return tiers


def _dicts(connection: sqlite3.Connection, sql: str, *values: str) -> list[Row]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def imported_since(connection: sqlite3.Connection, look: Look) -> bool:
    """Whether an import has brought outcomes of days that the look had judged, or of earlier ones."""
    step = connection.execute(
        """SELECT max(step) FROM change WHERE "table" = 'look' AND row = json_array(?)""", (look.id,)
    ).fetchone()[0]
    kinds = ", ".join(f"'{kind}'" for kind in TWITCH_KINDS)
    outcome = connection.execute(
        f"""SELECT 1 FROM change JOIN step ON step.id = change.step
        WHERE step.kind = ? AND step.id > ? AND before IS NULL AND (
            "table" = 'episode' AND EXISTS (SELECT 1 FROM episode
                WHERE id = json_extract(row, '$[0]') AND day <= ? AND kind IN ({kinds}))
            OR "table" = 'answer' AND json_extract(row, '$[0]') <= ?
                AND json_extract(row, '$[1]') IN ('any_twitches', 'twitchiness')) LIMIT 1""",
        (IMPORT, step or 0, look.last_day, look.last_day),
    ).fetchone()
    return outcome is not None


# ---- views opened between looks ----------------------------------------------------------------------------


def explored(connection: sqlite3.Connection) -> int:
    """How many other views were opened since the last look."""
    return int(queries.setting(connection, EXPLORED) or 0)


def count_exploration(where: DiaryPath, clock: UserClock) -> int:
    """One more view was opened; how many there are now."""
    with transaction.step(where, KIND, instant_text(clock.now)) as connection:
        number = explored(connection) + 1
        transaction.upsert(connection, "setting", {"key": EXPLORED}, {"value": str(number)})
    return number
