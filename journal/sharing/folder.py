"""Files that appear in a folder whole, readable by their owner alone, or not at all."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, TypeAlias

from journal import remarks
from journal.errors import Refused
from journal.store.file import private_file
from journal.store.file.diary_file import reason

UNFINISHED = ".unfinished-export"
"""The folder inside the folder in which the files are written; one that a crash has left is swept by the next try."""
NewFile: TypeAlias = "Callable[[str], AbstractContextManager[IO[bytes]]]"
"""Opens a new file of that name."""


@contextmanager
def write_whole(
    folder: Path, names: Sequence[str], *, diary: Path, force: bool, others: Sequence[str] = ()
) -> Iterator[NewFile]:
    """What opens the new files `names` in a draft; at the end they take their places in `folder`.

    Refuses to replace a file unless `force`, the `diary` that is read in any case, and a folder with one of the
    `others`, which would leave with the files though they are no part of them. Whatever goes wrong leaves `folder` as
    it was, and away if it was not there. Only where the replacing itself is cut short are some files new and others
    old, each of them whole.
    """
    if any((folder / name).exists() and diary.exists() and (folder / name).samefile(diary) for name in names):
        raise Refused(f"the diary itself lies in {folder} under the name of an exported file; choose another folder")
    draft = folder / UNFINISHED
    new_folders: list[Path] = []
    try:
        _refuse_existing(folder, names, force=force)
        _refuse_others(folder, others)
        new_folders = private_file.create_folder(folder)
        _remove_draft(draft, [*names, *others])
        draft.mkdir(private_file.FOLDER_MODE)
        try:
            yield lambda name: new_file(draft / name)
            _move_files(draft, folder, names, force=force)
            if folder.parent in new_folders:
                remarks.leave(private_file.new_folder_words(folder.parent))
        finally:
            _remove_draft(draft, [*names, *others])
    except OSError as error:
        raise Refused(f"cannot write {_path_of(error, folder)}: {reason(error)}; nothing was exported") from error
    finally:
        for path in reversed(new_folders):
            with suppress(OSError):  # it is not empty: all went well
                path.rmdir()


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A new file for the user alone, which is on the disk at the end."""
    with os.fdopen(private_file.create(path), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _refuse_existing(folder: Path, names: Sequence[str], *, force: bool) -> None:
    if os.path.lexists(folder) and not folder.is_dir():
        raise Refused(f"there is a file {folder}, so no folder can be made; nothing was exported")
    for path in (folder / name for name in names):
        if path.is_dir():
            raise Refused(f"there is a folder {path}, where a file would go; nothing was exported")
        if not force and os.path.lexists(path):
            raise Refused(
                f"there is a file {path} already; nothing was exported."
                " Choose another folder, or say --force to replace what is there"
            )


def _refuse_others(folder: Path, others: Sequence[str]) -> None:
    """Files of another kind of export would be handed on with these, their notes too."""
    there = [name for name in others if os.path.lexists(folder / name)]
    if there:
        more = f" and {len(there) - 1} more" if there[1:] else ""
        raise Refused(
            f"in {folder} there are files of another kind of export ({there[0]}{more}), which are no part of this one;"
            " nothing was exported. Choose another folder, or remove them first"
        )


def _remove_draft(draft: Path, names: Sequence[str]) -> None:
    """Take the draft away, and nothing that an export did not put there."""
    if draft.is_dir() and not draft.is_symlink():
        for name in names:
            (draft / name).unlink(missing_ok=True)
        draft.rmdir()


def _move_files(draft: Path, folder: Path, names: Sequence[str], *, force: bool) -> None:
    moved: list[Path] = []
    try:
        for name in names:
            path = folder / name
            _refuse_existing(folder, [name], force=force)  # it may have come in the meantime
            (draft / name).replace(path)
            moved.append(path)
    except BaseException as error:
        if not force:
            for path in moved:
                path.unlink()
        elif moved and isinstance(error, OSError):
            raise Refused(
                f"cannot replace {path}: {reason(error)}; {len(moved)} of the files are new already and"
                " the others are old, so export again when it can be replaced"
            ) from error
        raise
    _sync(folder)


def _sync(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _path_of(error: OSError, folder: Path) -> Path:
    """What an error is about, by the name that the user knows."""
    path = Path(error.filename) if isinstance(error.filename, str | Path) else folder
    return folder / path.name if path.parent.name == UNFINISHED else path
