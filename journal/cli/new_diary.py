"""A new diary is said once and where, for it may be another one than was meant."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal import settings
from journal.cli.output import paragraph


@contextmanager
def begins_aloud(db: str | None) -> Iterator[None]:
    """Whatever is done inside: where it begins the diary, that is said."""
    path, _ = settings.diary_path(db)
    is_new = not _exists(path)
    yield
    if is_new and _exists(path):
        paragraph(f"A new diary begins at {path}.")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # where nothing may be looked at, the command itself says why
        return True
