"""Whatever was done, in whatever order: undo gives the diary as it was before, redo as it was after."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from journal.errors import Refused
from journal.records import Answer, DayNote, Drink, Relief, Sleep
from journal.store.history import undo_redo
from journal.store.write import transaction
from tests.diary import empty_file
from tests.store.diaries import AT, Dump, ask, dump, log, twitch

TEXT = some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
DAYS = some.sampled_from(["2026-11-20", "2026-11-21"])
NUMBERS = some.floats(0.001, 1440)
RELIEFS = some.lists(
    some.builds(Relief, some.sampled_from(["stretch", "heat", "rest"]), some.sampled_from([True, False, None])),
    max_size=3,
    unique_by=lambda relief: relief.name,
).map(tuple)
RECORDS = some.one_of(
    some.builds(twitch, day=DAYS, duration_s=some.none() | NUMBERS, note=some.none() | TEXT, reliefs=RELIEFS),
    some.builds(Sleep, day=DAYS, minutes=NUMBERS),
    some.builds(Drink, day=DAYS, name=TEXT, caffeine_mg=some.none() | NUMBERS),
    some.builds(DayNote, day=DAYS, text=TEXT),
    some.builds(Answer, day=DAYS, question=some.sampled_from(["stress", "twitchiness"]), value=some.floats(0, 10)),
)
A_ROW = "rowid = (SELECT rowid FROM {0} ORDER BY rowid LIMIT 1 OFFSET {1} % max(1, (SELECT count(*) FROM {0})))"
STATEMENTS = some.builds(
    lambda statement, table, number: statement.format(table=table, row=A_ROW.format(table, number), number=number),
    some.sampled_from(
        [
            "DELETE FROM {table} WHERE {row}",
            "UPDATE {table} SET source_key = {number} WHERE {row}",
            "UPDATE episode SET id = id || '.', intensity = {number} % 11, duration_s = 0.1 WHERE rowid > {number}",
            "UPDATE question SET slug = slug || 'x' WHERE slug GLOB 'stress*'",
            "INSERT INTO relief SELECT id, 'by hand ' || {number} || random(), NULL FROM episode",
            "INSERT INTO relief VALUES ('of no episode ' || random(), 'heat', 1)",
            "DELETE FROM relief",
            "INSERT INTO term (kind, slug, caffeine_mg) VALUES ('drink', 'tea ' || random(), {number} / 3.0)",
        ]
    ),
    some.sampled_from(["episode", "answer", "day_note", "drink", "sleep"]),
    some.integers(0, 5),
)
ACTS = some.lists(
    some.one_of(
        some.tuples(some.just("log"), some.lists(RECORDS, min_size=1, max_size=3)),
        some.tuples(some.sampled_from(["edit", "hand", "hand"]), some.lists(STATEMENTS, min_size=1, max_size=2)),
        some.tuples(some.sampled_from(["undo", "undo", "redo"]), some.just([])),
    ),
    max_size=15,
)


class Remembered:
    """The dumps that the diary went through: `place` is where it stands among them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.states: list[Dump] = [dump(path)]
        self.place = 0

    def changed(self, more_of_the_same: bool) -> None:
        """A new act, or more of the one that a hand has begun."""
        del self.states[self.place + (not more_of_the_same) :]
        self.states.append(dump(self.path))
        self.place = len(self.states) - 1

    def undo(self) -> None:
        if self.place == 0:
            with pytest.raises(Refused, match="There is nothing to undo"):
                undo_redo.undo(self.path, AT)
            return
        undo_redo.undo(self.path, AT)
        self.place -= 1
        assert dump(self.path) == self.states[self.place]

    def redo(self) -> None:
        if self.place == len(self.states) - 1:
            with pytest.raises(Refused, match="There is nothing to redo"):
                undo_redo.redo(self.path, AT)
            return
        undo_redo.redo(self.path, AT)
        self.place += 1
        assert dump(self.path) == self.states[self.place]


def carried_out(path: Path, kind: str, what: list[object]) -> bool:
    """Whether the act touched a row; one that the schema does not take touches none."""
    before = ask(path, "SELECT max(number) FROM change")
    try:
        if kind == "log":
            log(path, *what)  # type: ignore[arg-type]
        elif kind == "edit":
            with transaction.step(path, "edit", AT) as connection:
                for statement in what:
                    connection.execute(str(statement))
        else:
            with closing(sqlite3.connect(path)) as connection, connection:
                for statement in what:
                    connection.execute(str(statement))
    except (Refused, sqlite3.IntegrityError):
        pass
    return ask(path, "SELECT max(number) FROM change") != before


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_any_acts_are_taken_back_to_the_first_and_done_again_to_the_last(acts: list[tuple[str, list[object]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        path.write_bytes(empty_file())
        diary = Remembered(path)
        for kind, what in acts:
            if kind == "undo":
                diary.undo()
            elif kind == "redo":
                diary.redo()
            else:
                begun_by_hand = ask(path, "SELECT count(*) FROM change WHERE step IS NULL") != [0]
                if carried_out(path, kind, what):
                    diary.changed(more_of_the_same=begun_by_hand and kind == "hand")
        while diary.place:
            diary.undo()
        diary.undo()
        while diary.place < len(diary.states) - 1:
            diary.redo()
        diary.redo()
        assert ask(path, "PRAGMA integrity_check") == ["ok"]
