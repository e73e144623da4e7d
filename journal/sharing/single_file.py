"""One file that appears whole, readable by its owner alone, or not at all."""

import os
from pathlib import Path

from journal.errors import Refused
from journal.store.file import private_file
from journal.store.file.diary_file import reason


def write_file(path: Path, content: bytes, *, diary: Path, force: bool) -> None:
    """Write it beside its place under another name, then give it its own; what is there is kept unless `force`.

    `diary` is the file that was read: it is never replaced.
    """
    try:
        refuse_taken(path, diary=diary, force=force)
        private_file.create_named_folder(path.parent)
        with (private_file.draft_instead_of if force else private_file.draft_of)(path) as draft:
            draft.write_bytes(content)
    except FileExistsError as error:
        raise refusal(path) from error
    except OSError as error:
        raise Refused(f"cannot write {path}: {reason(error)}; nothing was written") from error


def refuse_taken(path: Path, *, diary: Path, force: bool) -> None:
    """Refuse a name that something has already, before any work is done for it."""
    if path.is_dir():
        raise Refused(f"{path} is a folder; say the name of a file in it, such as {path / 'for-the-doctor.pdf'}")
    if path.exists() and diary.exists() and path.samefile(diary):
        raise Refused(f"{path} is the diary itself; choose another name. Nothing was written.")
    if not force and os.path.lexists(path):
        raise refusal(path)


def refusal(path: Path) -> Refused:
    """That a name is taken."""
    return Refused(
        f"there is a file {path} already; nothing was written. Choose another name, or say --force to replace it"
    )
