"""One session of the app: what is said on the terminal before its first screen and behind its last one."""

import asyncio
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

from journal.app import display as displays
from journal.app.diary import Diary
from journal.app.main import JournalApp

NOT_ALL_STORED = 1
"""The exit code where lines are printed on leaving that could not be stored."""


def run(
    path: Path,
    display_path: Path | None,
    before_screen: Callable[[], None],
    behind_screen: Callable[[], None],
    *,
    debug: bool = False,
) -> int:
    """Open the app on a diary until the user quits; its exit code. What cannot be read is refused before a screen is
    shown.

    Until `before_screen` is called somebody may have to wait for a new format, and from `behind_screen` on for the end
    of something long that a screen had asked for: its thread cannot be stopped.
    """
    with Diary(path).reading():
        pass
    before_screen()
    app = JournalApp(path, displays.read(display_path))
    app.shows_faults = debug
    if not debug:  # what is dropped when a signal ends the app, the interpreter would name among the last words
        warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)

    async def session() -> None:
        await app.run_async()
        behind_screen()

    asyncio.run(session())
    app.diary.put_question_away()
    if app.has_terminal:
        sys.stderr.write(app.unstored.last_words())
    return app.return_code or (NOT_ALL_STORED if app.unstored.lines else 0)
