"""A line on standard error that says a command is still at work, after a second without a word from it."""

import sys
import time
from _thread import LockType, allocate_lock, start_new_thread

from journal import activity


class WaitingLine:
    """Shown on a terminal only. (Its thread is one of `_thread`: to import `threading` would cost each `log` 1 ms.)"""

    def __init__(self) -> None:
        self._ended: LockType | None = None
        self._drawing = allocate_lock()
        self._columns = 0

    def begin(self, label: str) -> None:
        """From now until something is said, which a command does through `output`; `label` where nothing is named."""
        self.end()
        if sys.stderr.isatty():
            self._ended = allocate_lock()
            self._ended.acquire()
            start_new_thread(self._draw, (self._ended, label, time.monotonic()))

    def end(self) -> None:
        """The command speaks for itself from here: the line is wiped away."""
        if self._ended is None:
            return
        with self._drawing:
            self._ended.release()
            self._ended = None
            if self._columns:
                sys.stderr.write(f"\r{' ' * self._columns}\r")
                sys.stderr.flush()
                self._columns = 0

    def _draw(self, ended: LockType, label: str, since: float) -> None:
        while not ended.acquire(timeout=activity.PATIENCE_S):
            with self._drawing:
                if self._ended is not ended:
                    return
                line = f"{activity.current() or label}, {time.monotonic() - since:.0f} s"
                sys.stderr.write(f"\r{line.ljust(self._columns)}")
                sys.stderr.flush()
                self._columns = max(self._columns, len(line))


waiting = WaitingLine()
"""The one of this process."""
