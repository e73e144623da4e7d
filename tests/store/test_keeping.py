"""The sums of the months that are over: always what counting gives, whoever touched the diary, and never the user's."""

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from journal.errors import Refused
from journal.records import Answer, Drink, Episode, Relief, Sleep, Workout
from journal.store import months
from journal.store.file import connections, schema
from journal.store.history import undo_redo
from journal.store.read import aggregates
from journal.store.read.aggregates import EpisodeFilter
from journal.store.write import transaction
from tests.store.diaries import AT, ask, by_hand, dump, log, twitch

FIRST, LAST = "2026-04-03", "2026-12-09"
MONTHS = ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"]
"""Those that are over at AT."""
DAYS = some.dates(date(2026, 4, 1), date(2026, 12, 31)).map(str)
SITES, SIDES = some.sampled_from(["calf", "eyelid", "widespread"]), some.sampled_from(["left", "both", None])
KINDS = some.sampled_from(["twitch", "ripple", "cramp"])


@some.composite
def episodes(draw: Any) -> Episode:
    day = draw(DAYS)
    hour = draw(some.none() | some.integers(0, 23))
    return Episode(
        day=day,
        started_at=None if hour is None else f"{day}T{hour:02}:59:00Z",
        utc_offset_minutes=None if hour is None else draw(some.sampled_from([-480, 0, 61, 345])),
        day_part=None if hour is not None else draw(some.sampled_from(["night", "morning", None])),
        site=draw(SITES),
        side=draw(SIDES),
        kind=draw(KINDS),
        times=draw(some.integers(1, 5)),
        reliefs=draw(some.sampled_from([(), (Relief("heat", True), Relief("rest")), (Relief("heat", False),)])),
    )


RECORDS = some.one_of(
    episodes(),
    some.builds(Answer, day=DAYS, question=some.sampled_from(["stress", "any_twitches"]), value=some.integers(0, 1)),
    some.builds(Drink, day=DAYS, name=some.just("coffee"), caffeine_mg=some.floats(0, 500)),
    some.builds(Sleep, day=DAYS, minutes=some.floats(1, 1440)),
    some.builds(Workout, day=DAYS, minutes=some.floats(1, 90), kind=some.just("run"), effort=some.integers(0, 10)),
)
A_ROW = "rowid = (SELECT rowid FROM {0} ORDER BY rowid LIMIT 1 OFFSET {1} % max(1, (SELECT count(*) FROM {0})))"
TABLES = some.sampled_from(["episode", "answer", "drink", "sleep", "workout"])
STATEMENTS = some.builds(
    lambda statement, table, number, day: statement.format(
        table=table, row=A_ROW.format(table, number), number=number, day=day
    ),
    some.sampled_from(
        [
            "DELETE FROM {table} WHERE {row}",
            "UPDATE OR IGNORE {table} SET day = '{day}' WHERE {row}",
            "UPDATE episode SET times = 1 + {number}, site = 'thumb', kind = 'pulse' WHERE rowid % 2 = 0",
            "UPDATE episode SET started_at = NULL, utc_offset_minutes = NULL WHERE rowid % 3 = 0",
            "UPDATE OR REPLACE episode SET id = (SELECT min(id) FROM episode) WHERE rowid = {number}",
            "INSERT OR REPLACE INTO episode (id, day, site, kind) SELECT min(id), '{day}', 'jaw', 'twitch' FROM episode"
            " HAVING count(*) > 0",
            "INSERT OR REPLACE INTO relief SELECT id, 'heat', {number} % 2 FROM episode",
            "INSERT OR IGNORE INTO relief SELECT id, 'salt', NULL FROM episode WHERE rowid % 2 = {number} % 2",
            "DELETE FROM relief",
            "UPDATE question SET slug = slug || 'x' WHERE slug GLOB 'stress*'",
            "INSERT INTO setting VALUES ('day_starts', {number}) ON CONFLICT DO UPDATE SET value = excluded.value",
            "DELETE FROM kept_month WHERE month = substr('{day}', 1, 7)",
        ]
    ),
    TABLES,
    some.integers(0, 5),
    DAYS,
)
ACTS = some.lists(
    some.one_of(
        some.tuples(some.just("log"), some.lists(RECORDS, min_size=1, max_size=4)),
        some.tuples(some.sampled_from(["step", "hand"]), some.lists(STATEMENTS, min_size=1, max_size=2)),
        some.tuples(some.sampled_from(["undo", "redo"]), some.just([])),
    ),
    min_size=2,
    max_size=12,
)


def read(connection: sqlite3.Connection, first: str = FIRST, last: str = LAST) -> dict[str, Any]:
    """All that is read of the sums, each thing added up."""
    all_kinds = EpisodeFilter(kinds=("twitch", "ripple", "pulse", "cramp"))
    amounts = aggregates.amounts(connection, aggregates.VIEW, first, last)
    day_starts = connection.execute(
        "SELECT coalesce(max(value), '4') FROM setting WHERE key = 'day_starts'"
    ).fetchone()[0]
    return {
        "days": {name: [None if amount != amount else amount for amount in found] for name, found in amounts.items()},
        **{
            str(which): _added(aggregates.sited(connection, which, first, last), 2)
            for which in (EpisodeFilter(), all_kinds, EpisodeFilter(("calf",)), EpisodeFilter(side="left"))
        },
        **{
            f"parts of {which}": _added(aggregates.clocked(connection, which, int(day_starts), first, last), 1)
            for which in (EpisodeFilter(), all_kinds, EpisodeFilter(("calf",)))
        },
        "reliefs": _added(aggregates.reliefs(connection, first, last), 1),
    }


def _added(rows: list[tuple[Any, ...]], keys: int) -> dict[Any, Any]:
    found: Counter[Any] = Counter()
    for row in rows:
        for place, number in enumerate(row[keys:]):
            found[*row[:keys], place] += number
    return {key: number for key, number in found.items() if number}


def is_as_counted(path: Path, first: str = FIRST, last: str = LAST) -> bool:
    """Whether what is read with the sums is what is read without them."""
    with closing(sqlite3.connect(path)) as connection, closing(sqlite3.connect(":memory:")) as counting:
        connection.backup(counting)
        counting.execute("DELETE FROM kept_month")
        assert all(not counting.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in schema.KEPT)
        assert read(connection, first, last) == read(counting, first, last)
        return True


def kept(path: Path) -> list[Any]:
    return ask(path, "SELECT month FROM kept_month ORDER BY month")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A twitch and a rating on each day from April, logged in one step."""
    path = tmp_path_factory.mktemp("lived") / "diary.db"
    days = [str(date(2026, 4, 1) + timedelta(days=place)) for place in range(235)]
    records = [twitch(day=day, reliefs=(Relief("heat", True),)) for day in days]
    log(path, *records, *(Answer(day=day, question="stress", value=place / 30) for place, day in enumerate(days)))
    return path


@pytest.fixture
def lived(once: Path, path: Path) -> Iterator[Path]:
    shutil.copy(once, path)
    yield path
    assert is_as_counted(path)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_the_sums_are_what_counting_gives_whoever_touched_the_diary(acts: list[tuple[str, list[Any]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        log(path, *(twitch(day=f"{month}-0{place}") for place, month in enumerate([*MONTHS, "2026-11"], 1)))
        for kind, what in acts:
            try:
                if kind == "log":
                    log(path, *what)
                elif kind == "step":
                    with transaction.step(path, "edit", AT) as connection:
                        for statement in what:
                            connection.execute(statement)
                elif kind == "hand":
                    by_hand(path, *what)
                else:
                    getattr(undo_redo, kind)(path, AT)
            except (Refused, sqlite3.IntegrityError):
                pass
            assert is_as_counted(path)
        assert is_as_counted(path, "2026-06-01", "2026-10-31")
        assert is_as_counted(path, "2026-05-15", "2026-05-20")


def test_a_step_keeps_the_months_that_it_filled_and_no_other_than_those_that_are_over(lived: Path) -> None:
    assert kept(lived) == MONTHS


def test_one_month_more_is_kept_with_each_thing_logged(lived: Path) -> None:
    by_hand(lived, "DELETE FROM kept_month")
    for number in (1, 2):
        log(lived, twitch())
        assert kept(lived) == MONTHS[-number:]


def test_a_record_that_is_touched_drops_its_month_and_the_next_step_keeps_it_again(lived: Path) -> None:
    by_hand(lived, "UPDATE episode SET day = '2026-07-09' WHERE day = '2026-05-02'")
    assert kept(lived) == [month for month in MONTHS if month not in ("2026-05", "2026-07")]
    assert is_as_counted(lived)
    log(lived, twitch(), twitch())
    log(lived, twitch())
    assert kept(lived) == MONTHS


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM episode WHERE day = '2026-06-03'",
        "UPDATE relief SET helped = 0 WHERE episode = (SELECT id FROM episode WHERE day = '2026-06-03')",
        "DELETE FROM relief WHERE episode = (SELECT id FROM episode WHERE day = '2026-06-03')",
        "INSERT INTO relief SELECT id, 'salt', 1 FROM episode WHERE day = '2026-06-03'",
        "INSERT INTO event (id, day, kind, text) VALUES ('e', '2026-06-03', 'visit', 'doctor')",
        "INSERT INTO medicine (id, name, started_on) VALUES ('m', 'magnesium', '2026-06-03')",
        "INSERT INTO day_note (day, text) VALUES ('2026-06-03', 'x')",
        "INSERT INTO dose (id, day, name) VALUES ('d', '2026-06-03', 'x')",
        "INSERT INTO sleep (id, day, minutes) VALUES ('s', '2026-06-03', 400)",
        "INSERT INTO workout (id, day, kind, minutes) VALUES ('w', '2026-06-03', 'run', 30)",
        "INSERT INTO drink (id, day, name, caffeine_mg) VALUES ('d', '2026-06-03', 'coffee', 96)",
        "UPDATE answer SET value = 9 WHERE day = '2026-06-03'",
        "INSERT OR REPLACE INTO episode (id, day, site, kind)"
        " SELECT id, '2026-11-20', 'jaw', 'twitch' FROM episode WHERE day = '2026-06-03'",
    ],
)
def test_whatever_a_hand_does_to_a_day_drops_its_month(lived: Path, statement: str) -> None:
    by_hand(lived, statement)
    assert kept(lived) == [month for month in MONTHS if month != "2026-06"]


def test_another_beginning_of_the_day_drops_them_all(lived: Path) -> None:
    by_hand(lived, "INSERT INTO setting VALUES ('units', 'oz')")
    assert kept(lived) == MONTHS
    by_hand(lived, "INSERT INTO setting VALUES ('day_starts', '6')")
    assert kept(lived) == []


def test_undo_and_redo_find_the_very_rows_and_the_sums_with_them(lived: Path) -> None:
    was = dump(lived)
    undo_redo.undo(lived, AT)
    assert (kept(lived), ask(lived, "SELECT count(*) FROM kept_day")) == ([], [0])
    undo_redo.redo(lived, AT)
    assert (dump(lived), kept(lived)) == (was, MONTHS)


def test_reading_writes_nothing(lived: Path) -> None:
    by_hand(lived, "DELETE FROM kept_month")
    with connections.reading(lived) as connection:
        read(connection)
    assert kept(lived) == []


def test_a_span_is_put_together_of_kept_months_and_counted_days(lived: Path) -> None:
    by_hand(lived, "DELETE FROM kept_month WHERE month = '2026-07'")
    with connections.reading(lived) as connection:
        found = [tuple(piece) for piece in months.pieces(connection, "2026-04-15", "2026-11-21")]
        short = months.pieces(connection, "2026-05-01", "2026-07-05")
    assert found == [
        ("2026-04-15", "2026-04-31", False),
        ("2026-05-01", "2026-06-31", True),
        ("2026-07-01", "2026-07-31", False),
        ("2026-08-01", "2026-10-31", True),
        ("2026-11-01", "2026-11-21", False),
    ]
    assert [piece.kept for piece in short] == [False], "two months are sooner counted"
