"""What was seen of each diary last, kept outside of it: so that a diary that has gone, was put back as it was long ago,
or is another one, is told from a beginning.

One small file for each diary, by its real path, in the program's state folder; lines `name=value`, without JSON, whose
import would cost each `log` 2 ms. It is written after the commit and never waited for. Nothing here raises: without it
the program goes on, and `trouble` says why it has none.
"""

import errno
import os
import sqlite3
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from journal.catalog.kinds import BY_TABLE
from journal.store.file import private_file
from journal.store.file.diary_file import reason


class DiaryState(NamedTuple):
    """A diary as it was seen last."""

    id: str
    number: int
    """Of the last change, which only grows (`sqlite_sequence`)."""
    records: int = 0
    counted_at: int = 0
    """The change at which they were counted."""
    written_at: str | None = None
    """The instant of the last write that this program knows of."""
    checked_on: str | None = None
    """The day of the last check, and in `failed` what was wrong then, in a sentence."""
    failed: str | None = None
    backed_up_on: str | None = None


def mark(connection: sqlite3.Connection) -> DiaryState | None:
    """Which diary is open, and its last change; None of a format that knows no id."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'diary'").fetchone():
        return None
    number = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0)"
    row = connection.execute(f"SELECT id, ({number}) FROM diary").fetchone()
    return DiaryState(*row) if row else None


def of(connection: sqlite3.Connection, before: DiaryState | None, instant: str | None = None) -> DiaryState | None:
    """What is to be kept of the diary that is open, with what was kept before; `instant` is that of the last write.

    Records are counted where one in a thousand may have been added since: counting a million takes 20 ms.
    """
    current = mark(connection)
    if current is None:
        return None
    number = current.number
    state = before if before and before.id == current.id else current
    if not state.counted_at or abs(number - state.counted_at) * 1000 >= state.records:
        counts = " + ".join(f"(SELECT count(*) FROM {table})" for table in BY_TABLE)
        state = state._replace(records=connection.execute(f"SELECT {counts}").fetchone()[0], counted_at=number)
    if instant is None:
        row = connection.execute("SELECT at FROM step ORDER BY id DESC LIMIT 1").fetchone()
        instant = row[0] if row else None
    return state._replace(number=number, written_at=instant)


def folder() -> Path:
    """The state folder as `platformdirs.user_state_path` says it, which would cost each `log` 20 ms."""
    chosen = os.environ.get("XDG_STATE_HOME", "").strip()
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif chosen.startswith("/"):
        base = chosen
    else:
        base = "~/Library/Application Support" if sys.platform == "darwin" else "~/.local/state"
    try:
        return Path(base).expanduser() / "twitch-journal"
    except RuntimeError as error:
        raise FileNotFoundError(errno.ENOENT, "nobody knows your home folder") from error


def file_of(path: Path) -> Path:
    """Where the state of the diary at a path is kept, whether or not there is one."""
    return _file(os.path.realpath(path))


def _file(name: str) -> Path:
    real = os.fsencode(name)
    return folder() / f"{zlib.crc32(real):08x}{zlib.crc32(real[::-1]):08x}.state"


def read(path: Path, *, follows_link: bool = True) -> DiaryState | None:
    """What was seen at the path last, or before a link lay there; None where nothing is known."""
    try:
        return _read(os.path.realpath(path) if follows_link else str(path.parent.resolve() / path.name))
    except (OSError, ValueError, KeyError):
        return None


def note(path: Path, state: DiaryState | None) -> None:
    """Keep what was seen now, or learned by a check; of one diary the change number never goes back by this."""
    before = read(path)
    if before and state and before.id == state.id and before.number > state.number:
        state = state._replace(number=before.number, records=before.records, counted_at=before.counted_at)
    write(path, state)


def write(path: Path, state: DiaryState | None) -> None:
    """Keep what was decided: that this is the diary here from now on, also where it is another one or older."""
    with suppress(OSError):
        if state:
            _write(path, state)


def forget(path: Path) -> None:
    """Know nothing of the path any more."""
    with suppress(OSError):
        file_of(path).unlink(missing_ok=True)


def trouble(path: Path) -> str | None:
    """Why nothing can be kept of the diary at the path, in a sentence; None where it can."""
    try:
        file = file_of(path)
        if state := _read(os.path.realpath(path)):
            _write(path, state)
        elif file.exists():
            return f"{file}, by which a diary that has gone is noticed, holds something else; the next write mends it."
        else:
            _replace(file, [" " * 4096])  # a full disk refuses it, though it makes folders
            file.unlink()
    except (ValueError, KeyError):
        return f"{file}, by which a diary that has gone is noticed, cannot be understood; the next write mends it."
    except OSError as error:
        return f"What is remembered of diaries, to notice one that has gone, cannot be kept: {reason(error)}."
    return None if os.access(file.parent, os.W_OK | os.X_OK) else f"{file.parent} is read-only for you."


def _read(real: str) -> DiaryState | None:
    try:
        text = _file(real).read_text("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None
    values = dict(line.split("=", 1) for line in text.split("\n") if line)
    if values.pop("path", "") != _on_one_line(real):
        return None
    return DiaryState(
        values["id"],
        int(values["number"]),
        int(values["records"]),
        int(values["counted_at"]),
        values.get("written_at"),
        values.get("checked_on"),
        values.get("failed"),
        values.get("backed_up_on"),
    )


def _write(path: Path, state: DiaryState) -> None:
    values = {"path": os.path.realpath(path), **state._asdict()}
    lines = [f"{name}={_on_one_line(str(value))}\n" for name, value in values.items() if value is not None]
    _replace(file_of(path), lines)


def _replace(file: Path, lines: list[str]) -> None:
    private_file.create_folder(file.parent)
    draft = file.with_name(f".{file.name}-{os.urandom(4).hex()}")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, private_file.FILE_MODE)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
            stream.writelines(lines)
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")
