"""New files and folders, for the user alone."""

import os
from itertools import count
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700


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
