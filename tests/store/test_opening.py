"""Opening: what is a diary, what is refused and left as it was, and who may read what is made."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.catalog.questions import QUESTIONS
from journal.errors import Refused
from journal.store.file import attached, connections, look, schema
from journal.store.history import undo_redo
from journal.store.write import transaction
from tests.store.diaries import AT, as_user, ask, by_hand, contents, log, mode, python, twitch

# ---- refused, and left as it was ----------------------------------------------------------------------------


def text_file(path: Path) -> None:
    path.write_text("Dear diary, my calf twitched.\n" * 20)


def beginning_of_a_database(path: Path) -> None:
    path.write_bytes(look.MAGIC + b"\0" * 10)


def directory(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def below_a_file(path: Path) -> None:
    path.symlink_to(path.with_name("a file") / "diary.db")
    path.with_name("a file").write_text("no folder")


def other_program(path: Path) -> None:
    by_hand(path, "CREATE TABLE bookmarks (url)", "PRAGMA application_id = 252006675")


def other_program_without_a_name(path: Path) -> None:
    by_hand(path, "CREATE TABLE bookmarks (url)")


def other_program_in_use(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE bookmarks (url)")
        kept = {file: file.read_bytes() for file in path.parent.iterdir()}
    for file, content in kept.items():
        file.write_bytes(content)


def newer_format(path: Path) -> None:
    log(path, twitch())
    by_hand(path, f"PRAGMA user_version = {schema.VERSION + 1}")


def format_forgotten(path: Path) -> None:
    log(path, twitch())
    by_hand(path, "PRAGMA user_version = 0")


def table_altered(path: Path) -> None:
    log(path, twitch())
    by_hand(path, "ALTER TABLE episode ADD COLUMN weather TEXT")


def check_removed(path: Path) -> None:
    log(path, twitch())
    strict = "substr(sql, 1, length(sql) - length(' STRICT'))"
    by_hand(
        path,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = {strict} WHERE name = 'template'",
    )


def index_gone(path: Path) -> None:
    log(path, twitch())
    by_hand(path, "DROP INDEX episode_day")


def table_added(path: Path) -> None:
    log(path, twitch())
    by_hand(path, "CREATE TABLE photo (id TEXT)")


REFUSALS: list[tuple[Callable[[Path], None], str]] = [
    (text_file, "is not a diary but a file of another kind"),
    (beginning_of_a_database, "is not a diary but a file of another kind"),
    (directory, "is a directory"),
    (pipe, "is a device or a pipe"),
    (link_to_itself, "cannot be read: "),
    (below_a_file, "cannot be read: not a directory"),
    (other_program, "is a SQLite file of another program"),
    (other_program_without_a_name, "is a SQLite file of another program"),
    (other_program_in_use, "is a SQLite file of another program"),
    (newer_format, r"was written by a newer twitch-journal .* Update the program\.$"),
    (format_forgotten, "does not say which format it is of"),
    (table_altered, "“episode” is not as this program knows it"),
    (check_removed, "“template” is not as this program knows it"),
    (index_gone, "“episode_day” is not as this program knows it"),
    (table_added, "“photo” is not as this program knows it"),
]
USES: list[Callable[[Path], object]] = [
    lambda path: log(path, twitch()),
    lambda path: connections.connect(path, write=False),
    lambda path: undo_redo.undo(path, AT),
    lambda path: undo_redo.redo(path, AT),
]


@pytest.mark.parametrize(("made", "sentence"), REFUSALS, ids=lambda value: getattr(value, "__name__", ""))
def test_what_is_no_diary_is_refused_and_left_as_it_was(
    tmp_path: Path, path: Path, made: Callable[[Path], None], sentence: str
) -> None:
    made(path)
    was = contents(tmp_path)
    for use in USES:
        with pytest.raises(Refused, match=sentence) as refused:
            use(path)
        assert "left untouched" in str(refused.value)
        assert str(path) in str(refused.value)
    assert contents(tmp_path) == was


def test_a_file_without_permission_is_refused_and_left_as_it_was(users_folder: Path) -> None:
    path = users_folder / "diary.db"
    with as_user():
        log(path, twitch())
        path.chmod(0o000)
        for use in USES:
            with pytest.raises(Refused, match=r"no permission to read .* left untouched"):
                use(path)
        assert sorted(users_folder.iterdir()) == [path]
        path.chmod(0o600)
        assert ask(path, "SELECT count(*) FROM episode") == [1]


def test_a_folder_without_permission_is_refused(users_folder: Path) -> None:
    with as_user():
        (users_folder / "closed").mkdir(0o000)
        for use in USES:
            with pytest.raises(Refused, match="no permission"):
                use(users_folder / "closed" / "diary.db")
        (users_folder / "open").mkdir(0o500)
        with pytest.raises(Refused, match=r"cannot be made: permission denied. Choose another place with --db."):
            log(users_folder / "open" / "diary.db", twitch())


def test_a_newer_format_is_refused_also_where_only_the_wal_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log(path, twitch())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        assert look.is_begun(path)
        for use in USES:
            with pytest.raises(Refused, match="newer twitch-journal"):
                use(path)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    assert len(log(path, twitch())) == 1


def test_an_old_sqlite_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    for use in USES:
        with pytest.raises(Refused, match="too old"):
            use(path)
    assert not path.exists()


def test_a_damaged_diary_is_refused_in_a_sentence(path: Path) -> None:
    log(path, twitch())
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    for use in USES:
        with pytest.raises(Refused, match="damaged"):
            use(path)


# ---- made ---------------------------------------------------------------------------------------------------


def test_a_new_diary_and_its_folders_are_the_users_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    path = tmp_path / "data" / "twitch-journal" / "diary.db"
    with transaction.step(path, "log", AT) as connection:
        transaction.add(connection, twitch())
        assert {file.name: mode(file) for file in path.parent.iterdir()} == {
            "diary.db": 0o600,
            "diary.db-wal": 0o600,
            "diary.db-shm": 0o600,
        }
    assert [mode(folder) for folder in (path.parent, path.parent.parent)] == [0o700, 0o700]
    assert mode(tmp_path) == 0o755, "a folder that was there keeps its mode"
    assert list(path.parent.iterdir()) == [path], "between two writes it is one file"


def test_reading_makes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "diary.db"
    with connections.reading(path) as connection:
        assert connection.execute("SELECT count(*) FROM episode").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM question").fetchone() == (len(QUESTIONS),)
    assert list(tmp_path.iterdir()) == []


def test_undoing_makes_nothing(path: Path) -> None:
    for take in (undo_redo.undo, undo_redo.redo):
        with pytest.raises(Refused, match="There is nothing"):
            take(path, AT)
    assert not path.exists()


def test_a_link_to_a_file_that_is_not_there_is_made_where_it_points_once_that_is_said(
    tmp_path: Path, path: Path
) -> None:
    path.symlink_to(tmp_path / "synced" / "real.db")
    with pytest.raises(Refused, match="is a link to"):
        log(path, twitch())
    connections.begin_anew(path)
    log(path, twitch())
    assert ask(tmp_path / "synced" / "real.db", "SELECT site FROM episode") == ["calf"]


@pytest.mark.parametrize(
    "name",
    [b"a b.db", b"100%41?mode=memory#.db", b"caf\xc3\xa9 \xf0\x9f\xa6\xb5.db", b"not \xff text.db", b"'; --\n.db"],
)
def test_a_diary_may_have_any_name(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    log(path, twitch())
    with connections.reading(path) as connection:
        assert connection.execute("SELECT count(*) FROM episode").fetchone() == (1,)
    assert [os.fsencode(file.name) for file in tmp_path.iterdir()] == [name]


CUT_SHORT = """
import os, sys
from journal.store.file import attached, connections, derived, private_file
from journal.store.write import transaction
def stop(*_): os._exit(9)
if sys.argv[2] == "file": attached.attach = stop
if sys.argv[2] == "name": private_file._name = stop
if sys.argv[2] == "tables": derived.renew = stop
if sys.argv[2] == "second name": os.close = stop
with transaction.step(sys.argv[1], "log", "2026-11-21T14:05:00Z"): pass
"""


@pytest.mark.parametrize("point", ["file", "tables", "name", "second name"])
def test_a_first_start_cut_short_is_taken_up_by_the_next(path: Path, point: str) -> None:
    with python(CUT_SHORT, path, point) as process:
        assert process.wait() == 9
    assert path.exists() == (point == "second name")
    with connections.reading(path) as connection:
        assert connection.execute("SELECT count(*) FROM episode").fetchone() == (0,)
    with pytest.raises(Refused, match="There is nothing to undo"):
        undo_redo.undo(path, AT)
    log(path, twitch())
    assert path.stat().st_nlink == 1
    assert ask(path, "SELECT site FROM episode") == ["calf"]
    assert ask(path, "SELECT count(*) FROM question") == [len(QUESTIONS)]


# ---- read where nothing can be written ----------------------------------------------------------------------


@pytest.mark.parametrize(("file", "folder"), [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)])
def test_a_diary_on_a_read_only_medium_is_shown_and_not_written_to(users_folder: Path, file: int, folder: int) -> None:
    path = users_folder / "diary.db"
    with as_user():
        log(path, twitch())
        path.chmod(file)
        users_folder.chmod(folder)
        was = contents(users_folder)
        with connections.reading(path) as connection:
            assert connection.execute("SELECT site FROM episode").fetchall() == [("calf",)]
        for use in (lambda: log(path, twitch()), lambda: undo_redo.undo(path, AT)):
            with pytest.raises(Refused, match=r"is read-only for you, or its folder is; nothing was stored"):
                use()
        assert contents(users_folder) == was


def test_what_lies_in_the_wal_of_a_read_only_medium_is_shown_too(users_folder: Path) -> None:
    path = users_folder / "diary.db"
    with as_user():
        log(path, twitch())
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("INSERT INTO episode (id, day, site, kind) VALUES ('a', '2026-11-21', 'thumb', 'twitch')")
            path.chmod(0o400)
            users_folder.chmod(0o500)
            with connections.reading(path) as connection:
                assert connection.execute("SELECT site FROM episode").fetchall() == [("calf",), ("thumb",)]
            users_folder.chmod(0o700)


def test_reading_takes_no_write(path: Path) -> None:
    log(path, twitch())
    with pytest.raises(Refused, match="read-only"), connections.reading(path) as connection:
        connection.execute("DELETE FROM episode")
    assert ask(path, "SELECT site FROM episode") == ["calf"]


# ---- locks --------------------------------------------------------------------------------------------------

GRAB = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try: print(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
except sqlite3.OperationalError as error: print(error)
connection.close()
"""


def test_looking_at_a_diary_keeps_the_locks_of_a_connection_in_the_same_process(path: Path) -> None:
    log(path, twitch())
    with connections.reading(path) as connection:
        connection.execute("SELECT * FROM episode").fetchall()
        assert look.is_begun(path)
        with connections.reading(path):
            pass
        with python(GRAB, path) as other:
            assert other.communicate()[0] == "database is locked\n"
    with python(GRAB, path) as other:
        assert other.communicate()[0] == "delete\n"


def test_every_connection_waits_and_is_durable(path: Path) -> None:
    log(path, twitch())
    with closing(connections.connect(path, write=True)) as connection:
        names = ("foreign_keys", "synchronous", "busy_timeout", "query_only")
        assert [attached.pragma(connection, name) for name in names] == [1, 2, attached.BUSY_SECONDS * 1000, 0]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
