"""Whether there is a screen, and the app opened on it."""

import sys
from pathlib import Path

from journal import settings


def is_there() -> bool:
    """Whether someone sits at a terminal on both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def open_app(diary: Path) -> None:
    """Open the app on a diary until its user quits."""
    from journal.app.main import run

    run(diary, settings.display_path())
