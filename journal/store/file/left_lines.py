"""Lines that were entered in the app and not stored when it ended: kept for the next one, for the user alone.

Each app that has some keeps them in a file of its own beside the state of the diary, and holds a lock on it as long as
it is there; the file of one that has ended is taken over by the next.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from journal.store.file import diary_state, private_file

ENDING = ".lines"


class LeftLine(NamedTuple):
    """A line of a day (ISO), entered at an instant (ISO, with its offset). `digits` are those that it may mean;
    `for_log` says it for `log -`. If `is_refused`, only its user can say what is to become of it."""

    text: str
    day: str
    entered_at: str
    day_starts: int
    digits: Mapping[str, str]
    for_log: str
    reason: str
    is_refused: bool


class LeftLinesFile:
    """The file of one app, which is there as long as it has such lines."""

    def __init__(self, diary: Path) -> None:
        self.diary = diary
        self._kept: Sequence[LeftLine] = ()
        self._path: Path | None = None
        self._descriptor = -1

    def keep(self, lines: Sequence[LeftLine]) -> None:
        """Keep these from now on; where that cannot be, they are kept by whoever calls alone."""
        if list(lines) == list(self._kept):
            return
        with suppress(OSError):
            if lines:
                self._write(lines)
            elif self._path:
                self._path.unlink(missing_ok=True)
            self._kept = tuple(lines)

    def _write(self, lines: Sequence[LeftLine]) -> None:
        path = self._path or _new_path(self.diary)
        private_file.create_folder(path.parent)
        draft = path.with_name(f".{path.name}-draft-{os.getpid()}")
        draft.unlink(missing_ok=True)
        descriptor = private_file.create(draft)
        _lock(descriptor)
        os.write(descriptor, _text(self.diary, lines))
        os.fsync(descriptor)
        if self._descriptor >= 0 and sys.platform == "win32":  # where nothing replaces a file that is open
            os.close(self._descriptor)
        draft.replace(path)
        if self._descriptor >= 0 and sys.platform != "win32":
            os.close(self._descriptor)
        self._path, self._descriptor = path, descriptor


def files(diary: Path) -> list[Path]:
    """The files of lines that were left for a diary, also those of apps that are open."""
    with suppress(OSError):
        state = diary_state.file_of(diary)
        return sorted(path for path in state.parent.glob(f"{state.stem}-*{ENDING}") if read(path, diary))
    return []


def read(path: Path, diary: Path) -> list[LeftLine]:
    """The lines in a file; none where it is of another diary, or cannot be understood."""
    try:
        head, *lines = path.read_text("utf-8", "surrogateescape").splitlines()
        if json.loads(head) != {"diary": os.path.realpath(diary)}:
            return []
        return [LeftLine(**json.loads(line)) for line in lines]
    except (OSError, ValueError, TypeError, RecursionError):
        return []


def take_over(diary: Path, keep: Callable[[Sequence[LeftLine]], object]) -> list[LeftLine]:
    """The lines that apps have left which ended; they are handed to `keep` before their files go."""
    lines: list[LeftLine] = []
    for path in files(diary):
        with _alone_on(path) as is_alone:
            if is_alone:
                lines += read(path, diary)
                keep(lines)
                path.unlink(missing_ok=True)
    return lines


def drop(diary: Path, is_dropped: Callable[[str], bool]) -> list[Path]:
    """Take out the lines of which the texts are such; the files of open apps, which alone can, are given back."""
    locked: list[Path] = []
    for path in files(diary):
        with _alone_on(path) as is_alone:
            lines = read(path, diary)
            left = [line for line in lines if not is_dropped(line.text)]
            if len(left) == len(lines):
                continue
            if not is_alone:
                locked.append(path)
            elif left:
                private_file.write_whole(path, _text(diary, left).decode("utf-8", "surrogateescape"))
            else:
                path.unlink(missing_ok=True)
    return locked


# ---- the file -----------------------------------------------------------------------------------------------


def _new_path(diary: Path) -> Path:
    state = diary_state.file_of(diary)
    return state.with_name(f"{state.stem}-{os.urandom(4).hex()}{ENDING}")


def _text(diary: Path, lines: Sequence[LeftLine]) -> bytes:
    values: list[dict[str, Any]] = [{"diary": os.path.realpath(diary)}, *(line._asdict() for line in lines)]
    return "".join(f"{json.dumps(value)}\n" for value in values).encode()


@contextmanager
def _alone_on(path: Path) -> Iterator[bool]:
    """Inside it, whether no app has the file, and none can take it over."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        yield False
        return
    try:
        yield _lock(descriptor) and os.fstat(descriptor).st_nlink > 0
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Lock a file until its descriptor is closed; False where somebody else has."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True
