"""Undo and redo: the last thing done, whole, again and again back to the first."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import Refused
from journal.records import Answer, DayNote, Drink
from journal.store.file import attached, connections
from journal.store.history import undo_redo
from journal.store.history.undo_redo import PastStep
from journal.store.write import transaction
from tests.store.diaries import AT, DAY, ask, by_hand, cramp_with_reliefs, dump, log, python, twitch

LATER = "2026-11-22T08:00:00Z"


def undo(path: Path) -> PastStep:
    return undo_redo.undo(path, LATER)


def redo(path: Path) -> PastStep:
    return undo_redo.redo(path, LATER)


def delete(path: Path, identity: str) -> None:
    with transaction.step(path, "delete", AT) as connection:
        transaction.delete(connection, "episode", {"id": identity})


def test_a_create_is_taken_back_and_done_again(path: Path) -> None:
    (episode,) = log(path, cramp_with_reliefs())
    was = dump(path)
    for _ in range(2):
        act = undo(path)
        assert (act.kind, act.at) == ("log", AT)
        assert [(touched.table, touched.key, touched.before) for touched in act.touched] == [
            ("episode", (episode.id,), None),
            ("relief", (episode.id, "stretch"), None),
            ("relief", (episode.id, "heat"), None),
            ("relief", (episode.id, "massage"), None),
        ]
        assert act.touched[0].after == dict(zip(COLUMNS, was["episode"][0][1:], strict=True))
        assert act.touched[2].after == {"episode": episode.id, "name": "heat", "helped": 0}
        assert ask(path, "SELECT count(*) FROM episode") == [0]
        assert ask(path, "SELECT count(*) FROM relief") == [0]
        assert redo(path) == act
        assert dump(path) == was


COLUMNS = (
    *("id", "day", "started_at", "utc_offset_minutes", "day_part", "site", "side", "kind", "intensity", "duration_s"),
    *("last_day", "times", "pattern", "circumstance", "visible", "filmed", "pain", "numbness", "going_on", "note"),
    *("written_on", "source", "source_key"),
)


def test_an_edit_is_taken_back_naming_what_it_was(path: Path) -> None:
    (episode,) = log(path, twitch(intensity=4))
    with transaction.step(path, "edit", LATER) as connection:
        transaction.update(connection, "episode", {"id": episode.id}, {"intensity": 6})
        transaction.update(connection, "episode", {"id": episode.id}, {"intensity": 7})
    act = undo(path)
    assert (act.kind, act.at) == ("edit", LATER)
    (touched,) = act.touched
    assert touched.before
    assert touched.after
    assert (touched.before["intensity"], touched.after["intensity"]) == (4, 7)
    assert "rowid" not in touched.before
    assert ask(path, "SELECT intensity FROM episode") == [4]
    assert redo(path) == act
    assert ask(path, "SELECT intensity FROM episode") == [7]


def test_a_deleted_episode_comes_back_with_its_reliefs_in_its_old_place(path: Path) -> None:
    first, *_ = log(path, cramp_with_reliefs(), twitch(), cramp_with_reliefs())
    was = dump(path)
    delete(path, first.id)
    assert ask(path, "SELECT count(*) FROM relief") == [3]
    act = undo(path)
    assert dump(path) == was
    assert [touched.after for touched in act.touched] == [None] * 4


def test_several_records_of_one_step_are_one_undo(path: Path) -> None:
    log(path, twitch())
    log(path, twitch(), Drink(day=DAY, name="tea"), Answer(day=DAY, question="stress", value=3))
    undo(path)
    assert ask(path, "SELECT (SELECT count(*) FROM drink), (SELECT count(*) FROM answer), count(*) FROM episode") == [
        (0, 0, 1)
    ]


@pytest.mark.parametrize("value", [0.1, 1 / 3, 63.7, 1e-15, 999999999999999.9, 5e-324, 2678399.9999999995, 440.0])
def test_a_number_comes_back_exactly(path: Path, value: float) -> None:
    log(path, twitch())
    by_hand(path, "INSERT INTO question (slug, label, unit, place) VALUES ('tea', 'Tea', 'leaves', 20)")
    log(path, Answer(day=DAY, question="tea", value=value))
    with transaction.step(path, "delete", AT) as connection:
        transaction.delete(connection, "answer", {"question": "tea"})
    act = undo(path)
    assert ask(path, "SELECT value FROM answer") == [value]
    assert act.touched[0].before
    assert act.touched[0].before["value"] == value


def test_text_comes_back_verbatim(path: Path) -> None:
    text = "[/x] \"quoted\" 'it''s' \\ \\u0041 \U0001f9b5 \u202e \u0000 \x1b[31m\r\n\t \x7f \u2028 =SUM(A1) \ufffe"
    episode, _ = log(path, twitch(note=text), DayNote(day=DAY, text=text))
    delete(path, episode.id)
    act = undo(path)
    assert ask(path, "SELECT note FROM episode") == [text]
    assert act.touched[0].before
    assert act.touched[0].before["note"] == text


def test_a_new_act_ends_what_can_be_done_again(path: Path) -> None:
    log(path, twitch(site="calf"))
    log(path, twitch(site="thumb"))
    undo(path)
    log(path, twitch(site="eyelid"))
    with pytest.raises(Refused, match="There is nothing to redo"):
        redo(path)
    undo(path)
    assert ask(path, "SELECT site FROM episode") == ["calf"]
    redo(path)
    undo(path)
    undo(path)
    with pytest.raises(Refused, match="There is nothing to undo"):
        undo(path)
    redo(path)
    assert ask(path, "SELECT site FROM episode") == ["calf"]
    redo(path)
    assert ask(path, "SELECT site FROM episode") == ["calf", "eyelid"]
    with pytest.raises(Refused, match="There is nothing to redo"):
        redo(path)


def test_a_refused_undo_or_redo_leaves_no_trace(path: Path) -> None:
    log(path, twitch())
    with pytest.raises(Refused):
        redo(path)
    assert ask(path, "SELECT kind FROM step") == ["log"]
    undo(path)
    with pytest.raises(Refused):
        undo(path)
    assert ask(path, "SELECT kind FROM step") == ["log", "undo"]


def test_undo_and_redo_survive_a_restart(path: Path) -> None:
    log(path, twitch(site="calf"))
    log(path, twitch(site="thumb"))
    code = (
        "import sys; from journal.store.history import undo_redo;"
        " print(undo_redo.{}(sys.argv[1], sys.argv[2]).touched[0].after)"
    )
    with python(code.format("undo"), path, LATER) as process:
        assert "'site': 'thumb'" in process.communicate()[0]
    assert ask(path, "SELECT site FROM episode") == ["calf"]
    with python(code.format("redo"), path, LATER) as process:
        process.communicate()
    assert ask(path, "SELECT site FROM episode") == ["calf", "thumb"]


# ---- by hand ------------------------------------------------------------------------------------------------


def test_neighbouring_changes_by_hand_are_one_undo(path: Path) -> None:
    (episode,) = log(path, cramp_with_reliefs())
    was = dump(path)
    by_hand(path, "UPDATE episode SET id = 'mine', intensity = 9")
    by_hand(path, "DELETE FROM relief WHERE name = 'heat'", "INSERT INTO setting VALUES ('day_starts', '5')")
    changed = dump(path)
    act = undo(path)
    assert act.kind == "hand"
    assert [(touched.table, touched.key) for touched in act.touched][:2] == [
        ("episode", (episode.id,)),
        ("episode", ("mine",)),
    ]
    assert dump(path) == was
    assert redo(path) == act
    assert dump(path) == changed
    undo(path)
    undo(path)
    assert ask(path, "SELECT count(*) FROM episode") == [0]


def test_what_a_hand_broke_is_broken_and_mended_step_by_step(path: Path) -> None:
    (episode,) = log(path, cramp_with_reliefs())
    states = [dump(path)]
    by_hand(path, "DELETE FROM episode")
    states.append(dump(path))
    log(path, twitch())
    states.append(dump(path))
    by_hand(path, f"DELETE FROM relief WHERE episode = '{episode.id}'")
    states.append(dump(path))
    for state in reversed(states[:-1]):
        undo(path)
        assert dump(path) == state
    for state in states[1:]:
        redo(path)
        assert dump(path) == state


def test_a_row_that_a_hand_replaced_without_a_trace_does_not_hold_undo_up(path: Path) -> None:
    log(path, twitch(site="thumb"))
    log(path, twitch(id="first", source="app", source_key="1"))
    by_hand(
        path,
        "INSERT OR REPLACE INTO episode (id, day, site, kind, source, source_key)"
        " VALUES ('second', '2026-11-21', 'calf', 'twitch', 'app', '1')",
    )
    for left in (["thumb"], ["thumb"], []):
        undo(path)
        assert ask(path, "SELECT site FROM episode") == left


def test_a_change_by_hand_after_an_undo_ends_what_can_be_done_again(path: Path) -> None:
    log(path, twitch())
    undo(path)
    by_hand(path, "INSERT INTO template VALUES ('1', 'left calf')")
    with pytest.raises(Refused, match="There is nothing to redo"):
        redo(path)


def test_a_question_renamed_by_hand_takes_its_answers_along_and_back(path: Path) -> None:
    log(path, Answer(day=DAY, question="stress", value=3))
    was = dump(path)
    with transaction.step(path, "edit", AT) as connection:
        transaction.update(connection, "question", {"slug": "stress"}, {"slug": "strain"})
    assert ask(path, "SELECT question FROM answer") == ["strain"]
    undo(path)
    assert dump(path) == was


# ---- looking ahead ------------------------------------------------------------------------------------------


def test_what_would_be_taken_back_can_be_asked_without_doing_it(path: Path) -> None:
    log(path, cramp_with_reliefs())
    by_hand(path, "UPDATE episode SET note = 'by hand'")
    was = dump(path)

    def peek(look: Callable[[sqlite3.Connection], PastStep | None]) -> PastStep | None:
        with connections.reading(path) as connection:
            return look(connection)

    for _ in range(2):
        act = peek(undo_redo.last_act)
        assert act
        taken_back = undo(path)
        assert (taken_back.kind, taken_back.touched) == (act.kind, act.touched)
    assert peek(undo_redo.last_act) is None
    redo(path)
    redo(path)
    assert dump(path) == was
    assert peek(undo_redo.last_act)


def test_there_is_nothing_to_take_back_in_a_new_diary(path: Path) -> None:
    with transaction.step(path, "log", AT):
        pass
    with connections.reading(path) as connection:
        assert undo_redo.last_act(connection) is None
    with pytest.raises(Refused, match="There is nothing to undo"):
        undo(path)


# ---- as fast in a long diary --------------------------------------------------------------------------------


def instructions(path: Path, act: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many instructions of SQLite's machine an act takes."""
    count = 0

    def tick() -> int:
        nonlocal count
        count += 1
        return 0

    def attach(path: Path, mode: str) -> attached.Connection:
        connection = real(path, mode)
        connection.set_progress_handler(tick, 1)
        return connection

    real = attached.attach
    with monkeypatch.context() as patch:
        patch.setattr(attached, "attach", attach)
        act(path)
    return count


def test_writing_undoing_and_redoing_cost_the_same_in_a_long_diary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def grown(name: str, steps: int) -> Path:
        path = tmp_path / name
        log(path, twitch())
        row = "INSERT INTO episode (id, day, site, kind) VALUES (?, '2026-11-20', 'calf', 'twitch')"
        with transaction.step(path, "log", AT) as connection:
            for number in range(steps):
                connection.execute("UPDATE step SET open = NULL WHERE open = 1")
                connection.execute("INSERT INTO step (at, kind, open) VALUES (?, 'log', 1)", (AT,))
                connection.execute(row, (str(number),))
            connection.execute("UPDATE step SET open = NULL WHERE open = 1")
        return path

    def acts(path: Path) -> list[int]:
        acts: list[Callable[[Path], object]] = [
            lambda path: log(path, cramp_with_reliefs()),
            undo,
            redo,
            lambda path: log(path, Answer(day=DAY, question="stress", value=2)),
            *[undo] * 4,
            *[redo] * 4,
            lambda path: by_hand(path, "UPDATE episode SET note = 'x' WHERE id = '3'"),
            undo,
        ]
        return [instructions(path, act, monkeypatch) for act in acts]

    short, long = acts(grown("short.db", 10)), acts(grown("long.db", 3000))
    assert max(after - before for before, after in zip(short, long, strict=True)) < 50


def test_of_a_large_step_the_first_rows_are_told_and_the_others_counted(path: Path) -> None:
    log(path, *(cramp_with_reliefs() for _ in range(20)))
    with connections.reading(path) as connection:
        named = undo_redo.last_act(connection)
    act = undo(path)
    assert act == named
    episodes = [touched for touched in act.touched if touched.table == "episode"]
    assert (len(episodes), act.more, act.rows) == (undo_redo.MOST_ROWS, 12, 20)
    assert len(act.touched) == 4 * len(episodes)
    assert redo(path) == act


def test_steps_that_begin_alike_are_told_apart(path: Path) -> None:
    with transaction.step(path, "log", AT) as connection:
        for number in range(20):
            transaction.add(connection, twitch(id=f"{number:02}"))
    with connections.reading(path) as connection:
        first = undo_redo.last_act(connection)
    undo(path)
    with transaction.step(path, "log", AT) as connection:
        for number in range(20):
            transaction.add(connection, twitch(id=f"{number:02}"))
    with connections.reading(path) as connection:
        assert undo_redo.last_act(connection) != first


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO step (at, kind) VALUES ('2026-11-21T15:00:00Z', 'undo')",
        "INSERT INTO step (id, at, kind, undoes) VALUES (9, '2026-11-21T15:00:00Z', 'redo', 9)",
        "INSERT INTO step (at, kind) VALUES ('2026-11-21T15:00:00Z', 'redo')",
        "UPDATE change SET row = 'no JSON'",
        "UPDATE change SET row = '{}'",
        "UPDATE change SET before = '[]', row = '[\"x\"]'",
    ],
)
def test_a_damaged_history_ends_in_a_sentence_and_never_goes_round_in_a_circle(path: Path, statement: str) -> None:
    log(path, twitch())
    by_hand(path, statement)
    for act in (undo_redo.undo, undo_redo.redo):
        with pytest.raises(Refused, match=r"history of the diary is damaged|There is nothing to redo"):
            act(path, AT)
    with connections.reading(path) as connection, pytest.raises(Refused, match="history of the diary is damaged"):
        undo_redo.last_act(connection)
