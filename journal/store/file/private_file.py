"""New files and folders, for the user alone."""

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from journal import remarks
from journal.errors import Refused
from journal.store.file.diary_file import reason
from journal.store.file.sqlite_errors import as_refusals

FILE_MODE = 0o600
FOLDER_MODE = 0o700
OTHERS = 0o077
"""The bits of a mode that let others in."""
_DRAFT = re.compile(r"\..*-draft-(\d+)(-\d+)?(-journal|-wal|-shm)?", re.ASCII | re.DOTALL)
"""The name of a draft, with the process that makes it, and of what SQLite puts beside it."""
A_DAY_S = 24 * 60 * 60


def create(path: Path) -> int:
    """A descriptor to read and write a new file; FileExistsError where the name is taken, whatever has it."""
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, FILE_MODE)


def create_numbered(folder: Path, stem: str, suffix: str) -> tuple[Path, int]:
    """A new file and its descriptor; where the name is taken, the stem goes on with -2, -3 and so on."""
    for number in count(1):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
        try:
            return path, create(path)
        except FileExistsError:
            continue
    raise AssertionError("numbers do not end")


@contextmanager
def draft_beside(path: Path) -> Iterator[tuple[Path, Callable[[], None]]]:
    """A draft of a file beside its path, and what brings its bytes to the disk before it is given that name.

    Whatever is left of it in the end goes; of what is killed the draft stays.
    """
    create_folder(path.parent)
    sweep_drafts(path.parent, f"{path.name}-draft-")
    draft, descriptor = create_numbered(path.parent, f".{path.name}-draft-{os.getpid()}", "")
    try:
        yield draft, lambda: os.fsync(descriptor)
    finally:
        os.close(descriptor)
        draft.unlink(missing_ok=True)


@contextmanager
def new_diary(path: Path) -> Iterator[Path]:
    """A draft of a diary beside the path, which becomes the file there once it is whole.

    Refused if anything has the name, also if by the end. What fails leaves nothing, and what is killed only the draft.
    """
    try:
        if os.path.lexists(path):
            raise FileExistsError(path)
        create_named_folder(path.parent)
        with draft_of(path) as draft, as_refusals(path):
            yield draft
    except FileExistsError as error:
        raise Refused(f"{path} is there already, and it was left as it is. Choose a name that nothing has.") from error
    except OSError as error:
        raise Refused(f"{path} cannot be made: {reason(error)}. Choose another place.") from error


def sweep_drafts(folder: Path, stem: str) -> None:
    """Remove the drafts of files whose names begin so, where the process that made them has ended."""
    for path in folder.iterdir():
        if path.name.startswith(f".{stem}") and is_left_draft(path):
            path.unlink(missing_ok=True)


def is_left_draft(path: Path) -> bool:
    """Whether the file is a draft whose process has ended before it was whole."""
    match = _DRAFT.fullmatch(path.name)
    if not match:
        return False
    if os.name == "nt":  # where asking for a process could end it
        return path.stat().st_mtime < time.time() - A_DAY_S
    try:
        os.kill(int(match[1]), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        pass
    return False


def write_whole(path: Path, text: str) -> None:
    """Write a text file in one move, so that a power cut leaves the old one or the new one; for the user alone."""
    real = Path(os.path.realpath(path))  # a link into someone's dotfiles stays a link
    draft = real.with_name(f".{real.name}-draft-{os.getpid()}")
    draft.unlink(missing_ok=True)  # of a start that was cut short
    with os.fdopen(create(draft), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(real)


def copy_bytes(original: Path, path: Path) -> None:
    """The bytes of a file in a new one, which no connection of this process may be on."""
    with original.open("rb") as source, os.fdopen(create(path), "wb") as target:
        while part := source.read(1 << 20):
            target.write(part)
        target.flush()
        os.fsync(target.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in a folder survive a power cut, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """A draft beside the path, which has that name in the end; FileExistsError if anything has it by then."""
    with draft_beside(path) as (draft, sync):
        yield draft
        sync()
        _name(draft, path)
        sync_folder(path.parent)


@contextmanager
def draft_instead_of(path: Path) -> Iterator[Path]:
    """A draft beside a file, which takes its place in the end."""
    with draft_beside(path) as (draft, sync):
        yield draft
        sync()
        draft.replace(path)
        sync_folder(path.parent)


def drop_second_names(path: Path) -> None:
    """Drop the names that a start cut short has left a new diary beside its own."""
    for draft in path.parent.iterdir():
        with suppress(FileNotFoundError):
            if _DRAFT.fullmatch(draft.name) and draft.samefile(path):
                draft.unlink()


def _name(draft: Path, path: Path) -> None:
    """Give the draft a name that nothing has by now: a link never replaces a file, a renaming would."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system without links: an empty file takes the name first
        os.close(create(path))
        draft.replace(path)


def create_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it that are missing; the new ones, the outermost first."""
    if folder.is_dir():
        return []
    new_folders = create_folder(folder.parent)
    try:
        folder.mkdir(FOLDER_MODE)
    except FileExistsError:  # another process was quicker, or it is a file, in which no file can be made
        return new_folders
    return [*new_folders, folder]


def create_named_folder(folder: Path) -> None:
    """The same for the folder of a file that the user named, which is said: a slip of the pen makes one too."""
    if create_folder(folder):
        remarks.leave(new_folder_words(folder))


def new_folder_words(folder: Path) -> str:
    return f"There was no folder {folder}; it was made, for you alone."


def mend(*paths: Path) -> None:
    """Take from others what they may do with files that are the user's alone, with a word; where that is refused, as on
    a drive that knows no modes, `check` says so."""
    open_files = [path for path in paths if is_open_to_others(path)]
    for path in paths if open_files else ():
        with suppress(OSError):  # all of them, so that a -wal is not older than its file by this
            path.chmod(path.stat().st_mode & ~OTHERS)
    mended = [path for path in open_files if not is_open_to_others(path)]
    if mended:
        remarks.leave(f"Others on this machine could read {' and '.join(map(str, mended))}; now you alone can.")


def is_open_to_others(path: Path) -> bool:
    try:
        return os.name == "posix" and bool(path.stat().st_mode & OTHERS)
    except OSError:
        return False
