"""A zip file that appears whole, readable by its owner alone, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from journal.errors import Refused
from journal.sharing import single_file
from journal.sharing.folder import NewFile
from journal.store.file import private_file
from journal.store.file.diary_file import reason

LEVEL = 3
"""Of compression: of CSV the highest saves little more, in five times the work."""
YEARS = (1980, 2107)
"""Those that a zip can tell."""


@contextmanager
def write_whole(path: Path, *, diary: Path, force: bool, made_at: datetime) -> Iterator[NewFile]:
    """What opens the new files in a zip; it takes its name in the end. No name of a user or a folder is in it."""
    single_file.refuse_taken(path, diary=diary, force=force)
    when = made_at.replace(year=min(max(made_at.year, YEARS[0]), YEARS[1])).timetuple()[:6]

    @contextmanager
    def new_file(name: str) -> Iterator[IO[bytes]]:
        entry = ZipInfo(name, when)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = private_file.FILE_MODE << 16
        with archive.open(entry, "w", force_zip64=True) as file:
            yield file

    try:
        private_file.create_named_folder(path.parent)
        with (
            (private_file.draft_instead_of if force else private_file.draft_of)(path) as draft,
            ZipFile(draft, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive,
        ):
            yield new_file
    except FileExistsError as error:
        raise single_file.refusal(path) from error
    except OSError as error:
        raise Refused(f"cannot write {path}: {reason(error)}; nothing was exported") from error
