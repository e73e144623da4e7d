"""erase: gone from the file, byte for byte, and all that is left stays sound."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from journal.errors import Refused
from journal.store.file import attached, connections
from journal.store.file.diary_file import DiaryFile
from journal.store.history import undo_redo
from journal.store.read import queries, record_lookup
from journal.store.write import transaction
from journal.store.write.erase import carry_out, plan
from tests.diary import Diary, empty_file
from tests.shell.conftest import Editor
from tests.shell.terminal import Terminal
from tests.store.diaries import AT, DAY, Dump, ask, dump, step, twitch

pytestmark = pytest.mark.once_a_day

TEXT = "zebra-crossing"
OTHER = "quokka"
TEXT_NOTE = f'"{TEXT}"'


def traces(diary: Diary, *texts: str) -> list[str]:
    """Which of the texts stand in the bytes of the file, its -wal or its -shm."""
    files = [diary.path.with_name(diary.path.name + end) for end in ("", "-wal", "-shm")]
    held = b"".join(file.read_bytes() for file in files if file.exists())
    return [text for text in texts if text.encode() in held]


def pad(diary: Diary) -> None:
    """Pages enough that deleted text would lie about in free ones."""
    with transaction.step(diary.path, "log", AT) as connection:
        for number in range(60):
            transaction.add(connection, twitch(note=f"filler {number} " * 100))


@pytest.mark.parametrize(
    ("first", "edits", "name"),
    [
        (f'calf "{TEXT}"', [f'"{OTHER}"', '"harmless"'], "last"),
        (f"note {TEXT}", [OTHER, "harmless"], "last"),
        (f"ill {TEXT}", [OTHER, "flu"], "last"),
        (f'lift 45m "{TEXT}"', [f'"{OTHER}"', "no note"], "last"),
        (f'started {TEXT} 300mg "x"', [OTHER, "zinc"], "last"),
        (f"took {TEXT} 300mg", [OTHER], "last"),
    ],
)
def test_no_trace_of_the_text_or_of_what_it_was_before(diary: Diary, first: str, edits: list[str], name: str) -> None:
    diary.log("thumb 3")
    diary.log(first)
    pad(diary)
    identity = ask(diary.path, "SELECT json_extract(row, '$[0]') FROM change WHERE number > 1")[0]
    identity = f"{DAY}:note" if identity == DAY else identity
    for edit in edits:
        diary.said("edit", identity, edit)
    diary.undo()
    diary.said("delete", identity)
    diary.undo()
    assert traces(diary, TEXT) == [TEXT]
    diary.said("erase", identity, "--yes")
    assert traces(diary, TEXT, OTHER) == []
    assert "thumb, twitch, 3 of 10" in diary.said("find", "thumb")
    assert ask(diary.path, "PRAGMA integrity_check") == ["ok"]
    assert ask(diary.path, "PRAGMA foreign_key_check") == []


def test_reliefs_and_their_changes_go_with_their_episode(diary: Diary) -> None:
    diary.said("term", "add", "relief", TEXT)
    diary.log(f"calf +{TEXT}")
    diary.log("thumb +heat")
    diary.said("edit", "last", "-heat")
    calf = ask(diary.path, "SELECT id FROM episode WHERE site = 'calf'")[0]
    diary.said("erase", calf, "--yes")
    assert ask(diary.path, "SELECT count(*) FROM change WHERE row LIKE '%zebra%' AND \"table\" = 'relief'") == [0]
    assert ask(diary.path, "SELECT name, helped FROM relief") == [("heat", 0)]


def test_text_that_moved_with_its_note_to_another_day_goes_too(diary: Diary, editor: Editor) -> None:
    diary.log(f"note {TEXT}")
    editor("path.write_text(text.replace('2026-11-21', '2026-11-19'))")
    diary.said("edit", "last")
    diary.said("edit", "2026-11-19:note", "harmless")
    diary.said("erase", "2026-11-19:note", "--yes")
    assert traces(diary, TEXT) == []


def test_it_says_what_it_did_and_names_the_copies(diary: Diary, editor: Editor) -> None:
    diary.log("calf 4")
    backups = diary.path.parent / "backups"
    backups.mkdir()
    for name in ("diary-format-1-20261101T000000Z.db", "another-format-1.db"):
        (backups / name).write_text(TEXT)
    editor("path.write_text('broken')")
    diary.refused("edit", "last")
    code, said, _ = diary.ran("erase", "last", "--yes")
    assert code == 1, "it is not gone from everywhere"
    backup = backups / "diary-format-1-20261101T000000Z.db"
    assert said.splitlines() == [
        "erased for good: Sat 21 Nov 20:00  calf, twitch, 4 of 10",
        "It could not be erased from these files, which hold it or may hold it. Mend what is said of one and erase it"
        " again, by its id or a text of it, or delete the file by hand:",
        f"  {backup}",
        f"    {backup} cannot be read as a diary",
        "It cannot be undone.",
        "What you exported or copied before may still hold it, and so may these files:",
        f"  {diary.path.parent}/diary-edit.txt",
    ]


# ---- a text, wherever it is or was --------------------------------------------------------------------------


def everywhere(diary: Diary, text: str) -> list[str]:
    """The files of the diary, its backups and the state folder in whose bytes the text stands."""
    folders = (diary.path.parent, Path(os.environ["XDG_STATE_HOME"]))
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if text.encode() in file.read_bytes()]


def left_sound(diary: Diary) -> None:
    assert ask(diary.path, "PRAGMA integrity_check") == ["ok"]
    assert ask(diary.path, "PRAGMA foreign_key_check") == []
    assert diary.ran("check")[0] == 0, diary.ran("check")


@pytest.mark.parametrize(
    "commands",
    [
        [("log", "left", "calf", "4", TEXT_NOTE), ("undo",), ("log", "coffee")],
        [("log", "left", "calf", "4", TEXT_NOTE), ("delete", "last"), ("log", "coffee")],
        [("log", "note", TEXT), ("edit", "today:note", "harmless")],
        [("template", "set", "3", f'calf "{TEXT}"')],
        [("template", "set", "3", f'calf "{TEXT}"'), ("template", "clear", "3")],
        [("term", "add", "relief", TEXT), ("log", f"calf +{TEXT}"), ("edit", "last", f"no {TEXT}")],
        [("question", "add", "stripes", "--label", TEXT), ("log", "stripes 4")],
    ],
)
def test_a_text_leaves_the_file_its_history_and_its_backups(diary: Diary, commands: list[tuple[str, ...]]) -> None:
    diary.log("thumb 3")
    for command in commands:
        diary.said(*command)
        diary.said("backup")
    with closing(sqlite3.connect(diary.path)) as connection, connection:
        connection.execute("INSERT INTO profile VALUES ('first_noticed', ?)", (f"after the {TEXT}",))
    pad(diary)
    assert set(everywhere(diary, TEXT)) >= {"diary.db"}
    said = diary.said("erase", TEXT.upper(), "--yes")
    assert "erased for good: " in said
    assert "also erased from" in said
    assert everywhere(diary, TEXT) == []
    assert "thumb, twitch, 3 of 10" in diary.said("find", "thumb")
    left_sound(diary)


def test_a_record_that_was_changed_since_stays_as_it_is_also_in_backups(diary: Diary) -> None:
    diary.log(f'calf 4 "{TEXT}"')
    diary.said("backup")
    diary.said("edit", "last", '"harmless"')
    diary.said("erase", TEXT, "--yes")
    assert everywhere(diary, TEXT) == []
    (backup,) = (diary.path.parent / "backups").glob("*-asked.db")
    assert ask(diary.path, "SELECT note FROM episode") == ["harmless"] == ask(backup, "SELECT note FROM episode")
    assert diary.refused("undo") == "There is nothing to undo."
    left_sound(diary)


def test_what_undo_took_back_is_erased_and_nothing_else(diary: Diary) -> None:
    diary.log("thumb 3")
    diary.said("edit", "last", "5")
    diary.log(f'calf 4 "{TEXT}"')
    diary.said("backup")
    diary.undo()
    diary.log("coffee")
    diary.log(f"note {OTHER}")
    diary.undo()
    assert "calf" in diary.said("erase", "--undone", "--yes")
    assert everywhere(diary, TEXT) == everywhere(diary, OTHER) == []
    assert diary.refused("redo") == "There is nothing to redo."
    assert "coffee" in diary.said("undo")
    assert "3 of 10" in diary.said("undo")
    assert "thumb" in diary.said("undo")
    left_sound(diary)
    diary.said("redo")
    diary.said("redo")
    assert "5 of 10" in diary.said("find", "thumb")


def test_a_deleted_record_is_erased_by_its_id(diary: Diary) -> None:
    diary.log(f'calf 4 "{TEXT}"')
    identity = ask(diary.path, "SELECT substr(id, 1, 8) FROM episode")[0]
    diary.said("delete", "last")
    diary.log("coffee")
    assert TEXT in diary.said("erase", identity, "--yes")
    assert everywhere(diary, TEXT) == []


def test_each_record_is_listed_also_where_two_read_alike(diary: Diary) -> None:
    diary.log_all([f'calf 4 "{TEXT}"', f'calf 4 "{TEXT}"'])
    assert diary.said("erase", TEXT, "--yes").count("erased for good: ") == 2


def test_what_is_nowhere_is_refused(diary: Diary) -> None:
    diary.log("calf 4")
    before = dump(diary.path)
    assert TEXT in diary.refused("erase", TEXT, "--yes")
    assert diary.refused("erase", "--undone") == "Nothing is undone, so there is nothing to erase."
    assert diary.refused("erase").startswith("Erase what?")
    assert dump(diary.path) == before


def test_without_a_terminal_it_refuses_to_ask(diary: Diary, answer: Callable[[str], None]) -> None:
    diary.log("calf 4")
    before = dump(diary.path)
    answer("y\n")
    assert diary.refused("erase", "last") == (
        "Erasing cannot be undone, so it asks first; where nobody can answer say --yes."
    )
    assert dump(diary.path) == before


@pytest.mark.parametrize(("key", "left"), [("y", 0), ("n", 1), ("", 1), ("Ctrl-C", 1)])
def test_on_a_terminal_it_shows_the_record_and_asks(tmp_path: Path, key: str, left: int) -> None:
    path = tmp_path / "diary.db"
    step(path, lambda connection: transaction.add(connection, twitch(note="at [work]")))
    command = [sys.executable, "-m", "journal", "--db", str(path), "erase", "last"]
    with Terminal(command, {}) as terminal:
        terminal.waits_for("calf, twitch, “at [work]”").waits_for("undo will not bring it back")
        terminal.waits_for("Erase it? [y/N]: ")
        if key == "Ctrl-C":
            terminal.interrupts()
        else:
            terminal.types(f"{key}\n")
        code = terminal.ends()
    assert ask(path, "SELECT count(*) FROM episode") == [left]
    assert code == (130 if key == "Ctrl-C" else 0)
    assert ("Nothing was erased." in terminal.shown) == (key in ("n", ""))


def test_another_program_that_reads_is_named(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached, "BUSY_SECONDS", 0.05)
    diary.log(f'calf "{TEXT}"')
    with closing(sqlite3.connect(diary.path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM episode").fetchall()
        assert "Another program has the diary open" in diary.said("erase", "last", "--yes")
    assert traces(diary, TEXT) == []


def test_undo_passes_over_what_is_erased(diary: Diary) -> None:
    diary.log("thumb 3")
    diary.log("calf 4")
    diary.log("stress 7")
    calf = diary.page()["records"][-1]["short_id"]
    diary.said("erase", calf, "--yes")
    assert "stress 7" in diary.said("undo")
    assert "thumb" in diary.said("undo")
    assert diary.refused("undo") == "There is nothing to undo."
    assert "thumb" in diary.said("redo")
    assert "stress 7" in diary.said("redo")
    assert diary.refused("redo") == "There is nothing to redo."


# ---- any history --------------------------------------------------------------------------------------------

SITES = ("calf", "thumb", "knee")
ACTS = some.lists(
    some.one_of(
        some.tuples(some.just("log"), some.lists(some.sampled_from(SITES), min_size=1, max_size=3)),
        some.tuples(some.just("edit"), some.integers(0, 9)),
        some.tuples(some.just("delete"), some.integers(0, 9)),
        some.tuples(some.just("note"), some.text("ab", min_size=1, max_size=3)),
        some.tuples(some.just("undo"), some.none()),
        some.tuples(some.just("redo"), some.none()),
    ),
    min_size=2,
    max_size=9,
)


def do(path: Path, act: str, what: object, number: int) -> None:
    ids = [] if not path.exists() else ask(path, "SELECT id FROM episode ORDER BY rowid")
    if act == "log":
        step(path, *(lambda connection, site=site: transaction.add(connection, twitch(site=site)) for site in what))  # type: ignore[attr-defined]
    elif act == "note":
        key, text = {"day": DAY}, {"text": f"{what}{number}"}
        step(path, lambda connection: transaction.upsert(connection, "day_note", key, text))
    elif act in ("undo", "redo"):
        try:
            getattr(undo_redo, act)(path, AT)
        except Refused:
            return
    elif ids:
        key = {"id": ids[what % len(ids)]}  # type: ignore[operator]
        change: Callable[[sqlite3.Connection], object] = {
            "edit": lambda connection: transaction.update(connection, "episode", key, {"intensity": number % 11}),
            "delete": lambda connection: transaction.delete(connection, "episode", key),
        }[act]
        step(path, change)


def without(dumped: Dump, table: str, identity: str) -> list[object]:
    """The user's rows but those of one record; row numbers do not count, for nobody sees them."""
    rows = []
    for name in ("episode", "relief", "day_note", "answer"):
        rows += [(name, *row[1:]) for row in dumped.get(name, ()) if not (name == table and row[1] == identity)]
    return sorted(rows, key=repr)


def states(path: Path, act: Callable[[Path, str], object], table: str, identity: str) -> list[list[object]]:
    """What the diary is, but for a record, as it is and after each undo (or redo) that changes it."""
    found = [without(dump(path), table, identity)]
    while True:
        try:
            act(path, AT)
        except Refused:
            return found
        state = without(dump(path), table, identity)
        found += [state] if state != found[-1] else []


@given(acts=ACTS, which=some.integers(0, 9))
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
def test_after_an_erase_undo_and_redo_give_the_diary_as_it_was_but_for_the_record(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, object]], which: int
) -> None:
    path = tmp_path_factory.mktemp("erased") / "diary.db"
    path.write_bytes(empty_file())
    for number, (act, what) in enumerate(acts):
        do(path, act, what, number)
    with connections.reading(path) as connection:
        there = list(record_lookup.newest(connection))
        names = [queries.known_as(connection, named.record) for named in there]
    if not there:
        return
    named, name = there[which % len(there)], names[which % len(there)]
    identity = next(iter(named.key.values()))
    twin = path.with_name("twin.db")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(twin)) as target:
        source.backup(target)
    carry_out(DiaryFile(path), plan(path, name))
    assert ask(path, f"SELECT count(*) FROM change WHERE row LIKE '%{identity}%'") == [0]
    assert ask(path, "PRAGMA foreign_key_check") == []
    undone = states(path, undo_redo.undo, named.table, identity)
    assert undone == states(twin, undo_redo.undo, named.table, identity)
    redone = states(path, undo_redo.redo, named.table, identity)
    assert redone[: len(undone)] == undone[::-1]


def test_a_word_that_the_program_brings_along_is_no_text_of_the_user(diary: Diary) -> None:
    diary.log('thumb "my calf hurts"')
    diary.log("calf 4")
    diary.said("erase", "calf", "--yes")
    assert ask(diary.path, "SELECT site FROM episode") == ["calf"]
